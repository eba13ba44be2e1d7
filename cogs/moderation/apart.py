""" "Ne plus nous rapprocher": whoever reports somebody may want nothing more than that. Theirs alone, at once; it
stands on their own list, where they can take it back."""

from __future__ import annotations

from functools import partial

from bot.errors import Refusal
from bot.people import avoid
from bot.ui.actions import action, custom_id
from bot.ui.cards import Block, button, card, row
from bot.ui.press import Press
from bot.words.i18n import Words
from cogs.moderation import case_store
from cogs.moderation.rules import Case, Role, State


def offer(words: Words, case: Case) -> list[Block]:
    """The offer, under a report that was sent; none where nobody is concerned."""
    if not case.of(Role.CONCERNED):
        return []
    return [
        words("apart-about"),
        row(button(words.plain("apart-offer"), custom_id("moderation:apart", case.id))),
    ]


@action("moderation:apart")
async def keep_apart(press: Press, case_id: int) -> None:
    """Whoever the report is about and its author are no longer brought together."""
    alias = partial(press.house.lifecycle.alias, press.association)
    async with press.association.transaction() as db:
        case = await case_store.get(db, case_id)
        if case is None or case.reporter.id != press.user_id or case.state is State.DRAFT:
            raise Refusal("kernel-stale-press")
        for who in case.of(Role.CONCERNED):
            await avoid.add(db, press.user_id, who.alias, alias(press.user_id), press.now())
    undo = button(press.words.plain("apart-list"), "privacy:avoiding")
    await press.show(card(press.words("apart-done"), row(undo)))
