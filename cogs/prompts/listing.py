"""Organisers look through the bank, what was asked lately, and what members proposed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.pager import Page, page_of
from bot.ui.press import Press
from bot.words.text import link
from cogs.prompts import list_cards, post_store, posts, questions, rules, suggestion_store
from cogs.prompts.list_cards import ASKED, FIRST, OWN, PROPOSED, VIEWS, Asked
from cogs.prompts.rules import Post, Question, Theme

PAGE: Final = 8
LATELY: Final = 24
"""How many of the last questions are listed."""


@action("prompts:list")
async def show(press: Press, view: str, number: int) -> None:
    """A page of one view."""
    press.require_organiser()
    if view not in {*VIEWS, FIRST}:
        raise Refusal("kernel-stale-press")
    association, db = press.association, press.association.read()
    known = await questions.all_of(press.house.settings, association, db)
    if view == FIRST:
        view = await _first(db, known)
    if view == PROPOSED:
        theirs = [*await suggestion_store.waiting(db), *await suggestion_store.to_ask(db)]
        await press.show(list_cards.proposed(press.words, page_of(theirs, number, PAGE)))
    elif view == ASKED:
        last = page_of(await post_store.newest(db, LATELY), number, PAGE)
        shown = [await _asked(press, post) for post in last.entries]
        await press.show(list_cards.asked(press.words, Page(shown, last.number, last.count)))
    else:
        found = [one for one in known if (one.own if view == OWN else one.theme.value == view)]
        await press.show(list_cards.bank(press.words, view, page_of(found, number, PAGE)))


async def _first(db: Connection, known: Iterable[Question]) -> str:
    if await suggestion_store.waiting(db):
        return PROPOSED
    return OWN if any(one.own for one in known) else next(iter(Theme)).value


@action("prompts:list_view")
async def choose_view(press: Press) -> None:
    """Another view."""
    await show(press, press.choice, 0)


@action("prompts:pick")
async def pick(press: Press) -> None:
    """One question of the bank."""
    press.require_organiser()
    question = await questions.find(press.house.settings, press.association, press.association.read(), press.choice)
    if question is None:
        raise Refusal("prompts-gone")
    await press.show(list_cards.one(press.words, question))


@action("prompts:pick_proposed")
async def pick_proposed(press: Press) -> None:
    """One question that a member proposed."""
    press.require_organiser()
    number = int(press.choice) if press.choice.isdecimal() else 0
    found = rules.check_waiting(await suggestion_store.get(press.association.read(), number))
    await press.show(list_cards.suggestion(press.words, found))


async def _asked(press: Press, post: Post) -> Asked:
    association = press.association
    content = await posts.content_of(press.house, association, post)
    url = link(association.guild_id, post.channel_id, post.message_id)
    return Asked(post.at, post.source, content.text if content is not None else "", url)
