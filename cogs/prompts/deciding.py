"""Organisers say yes or no to a question that a member proposed, or find other words for it first."""

from __future__ import annotations

from typing import Final

from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from cogs.prompts import cards, letters, list_cards, reading, rules, suggestion_store
from cogs.prompts.rules import WORD, State, Suggestion
from cogs.prompts.suggesting import FIELDS, asked_here, show_line

DECLINE: Final = declare(
    Form("prompts:declined", "prompts-decline-form", (Field("word", required=True, long=True, limit=WORD),))
)
REWORD: Final = declare(Form("prompts:reworded", "prompts-question-form", FIELDS))


@action("prompts:accept")
async def accept(press: Press, suggestion_id: int) -> None:
    """Yes: it is asked when its turn comes, and whoever proposed it is told."""
    press.require_organiser()
    suggestion = await _decide(press, suggestion_id, State.ACCEPTED, "")
    await press.show(list_cards.done(press.words, press.words("prompts-accept-done", text=suggestion.text)))


@action("prompts:decline", opens_form=True)
async def decline(press: Press, suggestion_id: int) -> None:
    """Ask for a word to whoever proposed it."""
    press.require_organiser()
    rules.check_waiting(await suggestion_store.get(press.association.read(), suggestion_id))
    await press.open(DECLINE, str(suggestion_id))


@action("prompts:declined")
async def declined(press: Press, suggestion_id: int) -> None:
    """No, with that word."""
    press.require_organiser()
    suggestion = await _decide(press, suggestion_id, State.DECLINED, reading.read_word(press.fields.get("word", "")))
    await press.show(list_cards.done(press.words, press.words("prompts-decline-done", text=suggestion.text)))


@action("prompts:reword", opens_form=True)
async def reword(press: Press, suggestion_id: int) -> None:
    """Open the form with the question in it."""
    press.require_organiser()
    found = rules.check_waiting(await suggestion_store.get(press.association.read(), suggestion_id))
    theme = cards.names(press.words)[found.theme] if found.theme else ""
    await press.open(REWORD, str(suggestion_id), values={"text": found.text, "theme": theme})


@action("prompts:reworded")
async def reworded(press: Press, suggestion_id: int) -> None:
    """Put other words in place of a member's: it still waits for a yes."""
    press.require_organiser()
    theme = reading.read_theme(press.fields.get("theme", ""), cards.names(press.words))
    async with press.association.transaction() as db:
        rules.check_waiting(await suggestion_store.get(db, suggestion_id))
        text = reading.read_question(press.fields.get("text", ""), await asked_here(press, db))
        await suggestion_store.reword(db, suggestion_id, text, theme)
        suggestion = await _shown(press, db, suggestion_id)
    await press.house.outbox.send_now(press.association)
    await press.show(list_cards.suggestion(press.words, suggestion))


async def _decide(press: Press, suggestion_id: int, state: State, word: str) -> Suggestion:
    """Decide once; whoever proposed it is told as soon as they may be."""
    async with press.association.transaction() as db:
        rules.check_waiting(await suggestion_store.get(db, suggestion_id))
        await suggestion_store.decide(db, suggestion_id, state, press.now(), word)
        suggestion = await _shown(press, db, suggestion_id)
        await letters.tell(press.house, press.association, db, suggestion)
    await press.house.outbox.send_now(press.association)
    return suggestion


async def _shown(press: Press, db: Connection, suggestion_id: int) -> Suggestion:
    suggestion = await suggestion_store.get(db, suggestion_id)
    assert suggestion is not None
    await show_line(press.house, db, suggestion)
    return suggestion
