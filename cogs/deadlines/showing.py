"""What is coming, in private pages; and the same as a file for a calendar."""

from __future__ import annotations

import asyncio
from typing import Any

import discord

from bot.errors import Refusal
from bot.ui.actions import action
from bot.ui.pager import page_of
from bot.ui.press import Press, attachment
from bot.words.i18n import Words
from bot.words.text import fold
from cogs.deadlines import cards, choice_store, store
from cogs.deadlines.cards import ALL, PAGE
from cogs.deadlines.coming import within
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.entries import Deadline


@action("deadlines:coming")
async def show(press: Press) -> None:
    """The next dates, of every topic."""
    await page(press, 0, "")


@action("deadlines:coming_topic")
async def show_topic(press: Press) -> None:
    """Of one topic, chosen from the list."""
    await page(press, 0, "" if press.choice == ALL else press.choice)


@action("deadlines:coming_page")
async def page(press: Press, number: int, topic: str) -> None:
    """A page of them."""
    here = await dates(press.house, press.association, press.association.read())
    topics = here.topics
    if topic and topic not in {label.id for label in topics}:
        raise Refusal("kernel-stale-press")
    chosen = within(here.book, topic) if topic else None
    found = page_of(here.coming(chosen), number, PAGE)
    await press.show(cards.coming(press.words, found, topics, topic, here.where, here.unknown(chosen)))


async def meant_topic(press: Press, typed: str) -> str:
    """The topic chosen from the list, or meant by what was typed instead; empty for none."""
    topics = (await dates(press.house, press.association, press.association.read())).topics
    if not typed or typed in {label.id for label in topics}:
        return typed
    said = fold(typed)
    for label in topics:
        if any(said in fold(name) for name in label.names.values()):
            return label.id
    raise Refusal("deadlines-unknown-topic", topic=typed)


@action("deadlines:agenda")
async def agenda(press: Press) -> None:
    """The file of the topics that somebody follows; of everything, for whoever follows none."""
    db = press.association.read()
    here, followed = await dates(press.house, press.association, db), await store.topics_of(db, press.user_id)
    mine = followed & {label.id for label in here.followable}
    await _send(press, here, here.coming(mine or None), mine=bool(mine), others=bool(mine))


@action("deadlines:agenda_all")
async def agenda_of_all(press: Press) -> None:
    """The file of everything."""
    db = press.association.read()
    here, followed = await dates(press.house, press.association, db), await store.topics_of(db, press.user_id)
    await _send(press, here, here.coming(), mine=False, others=bool(followed & {label.id for label in here.followable}))


async def _send(press: Press, here: Dates, found: list[Deadline], *, mine: bool, others: bool) -> None:
    if not found:
        raise Refusal("deadlines-coming-none" if here.topics else "deadlines-coming-nowhere")
    words = press.words
    wording = {
        "language": words.language,
        "name": words.plain("deadlines-calendar", association=press.association.name),
        "disclaimer": _disclaimer(words, here.where),
        "unsure": words.plain("deadlines-calendar-unsure"),
    }
    changes = await choice_store.changes(press.association.read())
    edition = {"guild_id": press.association.guild_id, "now": press.now(), "changes": changes}
    content = await asyncio.to_thread(_file, found, wording, edition)
    file: discord.File = attachment(words.plain("deadlines-calendar-file"), content)
    await press.show(cards.agenda(words, file, here.where, mine=mine, others=others), file=file)


def _disclaimer(words: Words, where: str) -> str:
    return words.plain("deadlines-calendar-disclaimer", text=words.plain("deadlines-no-advice", where=where))


def _file(found: list[Deadline], wording: dict[str, str], edition: dict[str, Any]) -> bytes:
    from cogs.deadlines.calendar_file import Edition, Wording, written  # 9 MB, for those who ask only

    return written(found, Wording(**wording), Edition(**edition))
