"""Organisers write questions of their own, find other words for one, take one out, put it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id
from bot.ui.confirm import confirmation
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import fold
from cogs.prompts import bank, cards, list_cards, question_store, questions, reading
from cogs.prompts.rules import LENGTH, OWN, Question, Theme
from cogs.prompts.suggesting import THEME, asked_here

FIELDS: Final = (
    Field("text", required=True, long=True, limit=LENGTH),
    Field("theme", required=True, limit=THEME),
)
ADD: Final = declare(Form("prompts:added", "prompts-question-form", FIELDS))
EDIT: Final = declare(Form("prompts:edited", "prompts-question-form", FIELDS))

MEANT: Final = 8
"""How many questions are shown that may be meant by a few words."""


@action("prompts:add", opens_form=True)
async def add(press: Press) -> None:
    """Open the form, empty."""
    press.require_organiser()
    await press.open(ADD)


@action("prompts:added")
async def added(press: Press) -> None:
    """Keep a question of their own."""
    press.require_organiser()
    theme = _theme(press)
    async with press.association.transaction() as db:
        text = await _text(press, db)
        if sum(change.code is None for change in await question_store.changes(db)) >= OWN:
            raise Refusal("prompts-own-full", limit=OWN)
        ref = questions.own_ref(await question_store.add(db, theme, text, press.now()))
    await _show(press, ref, "prompts-added")


@action("prompts:edit", opens_form=True)
async def edit(press: Press, ref: str) -> None:
    """Open the form with the question in it."""
    press.require_organiser()
    question = await _question(press, press.association.read(), ref)
    values = {"text": question.text, "theme": cards.names(press.words)[question.theme]}
    await press.open(EDIT, ref, values=values)


@action("prompts:edited")
async def edited(press: Press, ref: str) -> None:
    """Ask it in other words: what was asked under it counts still, so it doesn't come again within the year."""
    press.require_organiser()
    theme, now = _theme(press), press.now()
    async with press.association.transaction() as db:
        question = await _question(press, db, ref)
        text, number = await _text(press, db, but=ref), questions.own_id(ref)
        if number is not None:
            await question_store.reword(db, number, theme, text, now)
        else:
            await question_store.replace(db, question.ref, theme, text, now)
    await _show(press, ref, "prompts-edited")


async def seek_to_edit(press: Press, typed: str) -> None:
    """Open the form with what was chosen from the list, or with the only one that was meant; of several, ask which."""
    found = await _meant(press, typed)
    if len(found) == 1:
        await edit(press, found[0].ref)
    else:
        await _ask_which(press, found)


async def seek_to_remove(press: Press, typed: str) -> None:
    """Take out what was chosen from the list; of what was typed instead, show what it may mean."""
    found = await _meant(press, typed)
    if found[0].ref == typed:
        await remove(press, typed)
    else:
        await _ask_which(press, found)


async def _ask_which(press: Press, meant: Sequence[Question]) -> None:
    await press.show(list_cards.found(press.words, meant[:MEANT], more=len(meant) > MEANT))


@action("prompts:remove")
async def remove(press: Press, ref: str) -> None:
    """Ask it no more: their own words are lost then, so that is confirmed; one of the file can be put back."""
    press.require_organiser()
    question = await _question(press, press.association.read(), ref)
    if question.own:
        sure = press.words("prompts-remove-sure", text=question.text)
        await press.show(confirmation(press.words, sure, "prompts-remove", custom_id("prompts:removed", ref)))
    else:
        await removed(press, ref)


@action("prompts:removed")
async def removed(press: Press, ref: str) -> None:
    """It is asked no more."""
    press.require_organiser()
    async with press.association.transaction() as db:
        question = await _question(press, db, ref)
        number = questions.own_id(ref)
        if number is not None:
            await question_store.remove(db, number)
        else:
            await question_store.replace(db, ref, question.theme, None, press.now())
    if number is None:
        await _show(press, ref)
    else:
        await press.show(list_cards.done(press.words, press.words("prompts-removed", text=question.text)))


@action("prompts:restore")
async def restore(press: Press, ref: str) -> None:
    """Ask one of the file as it stands there."""
    press.require_organiser()
    async with press.association.transaction() as db:
        await _question(press, db, ref)
        await question_store.restore(db, ref)
    await _show(press, ref)


async def _meant(press: Press, typed: str) -> list[Question]:
    """What may be meant, the most likely first; one alone when it was chosen from the list. Raises `Refusal`."""
    known = await questions.all_of(press.house.settings, press.association, press.association.read())
    chosen = [one for one in known if one.ref == typed]
    inside = [one for one in known if fold(typed) in fold(one.text)]
    twin = bank.alike(typed, [one.text for one in known])
    close = chosen or inside or [one for one in known if one.text == twin]
    if not close:
        raise Refusal("prompts-unknown", typed=typed)
    return close


async def _show(press: Press, ref: str, done: str = "") -> None:
    await press.show(list_cards.one(press.words, await _question(press, press.association.read(), ref), done))


async def _question(press: Press, db: Connection, ref: str) -> Question:
    question = await questions.find(press.house.settings, press.association, db, ref)
    if question is None:
        raise Refusal("prompts-gone")
    return question


async def _text(press: Press, db: Connection, *, but: str = "") -> str:
    known = await asked_here(press, db, but=but)
    return reading.read_question(press.fields.get("text", ""), known, press.association.words.language)


def _theme(press: Press) -> Theme:
    names = cards.names(press.words)
    theme = reading.theme_meant(press.fields.get("theme", ""), names)
    if theme is None:
        raise Refusal("prompts-theme-unknown", themes=", ".join(names.values()))
    return theme
