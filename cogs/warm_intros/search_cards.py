"""What somebody sees of their own searches. It never says whether anybody was asked, or could be. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, QUIET, Block, button, card, line, link_button, row
from bot.words.i18n import Words
from bot.words.text import moment
from cogs.warm_intros.rules import Search


def looking(words: Words, search: Search) -> discord.ui.LayoutView:
    """The answer to a search, the same whoever there is."""
    return card(
        words("intros-looking", by=moment(search.answer_by, "D")),
        words("intros-search", who=search.who, why=search.why),
        words("intros-looking-how"),
        row(
            button(words.plain("intros-withdraw"), custom_id("warm_intros:withdraw", search.id)),
            button(words.plain("offer-warm_intros-searches"), "warm_intros:searches"),
        ),
    )


def searches(
    words: Words, own: Sequence[Search], urls: Mapping[int, str], *, withdrawn: Search | None = None
) -> discord.ui.LayoutView:
    """One's own searches, those that go on first, with the way to what came of them; `withdrawn`: what was just taken
    back."""
    entries: list[Block] = []
    for search in own:
        entries += [line(), words("intros-search", who=search.who, why=search.why), _state(words, search)]
        entries.append(row(_act(words, search, urls.get(search.id))))
    return card(
        words("intros-withdrawn", who=withdrawn.who) if withdrawn is not None else None,
        words("intros-searches") if own else words("intros-searches-none"),
        *entries,
        row(button(words.plain("offer-warm_intros-look"), "warm_intros:look", style=QUIET if own else PRIMARY)),
    )


def _state(words: Words, search: Search) -> str:
    by = moment(search.answer_by, "D")
    return words("intros-search-state", state=search.state.value, by=by)


def _act(words: Words, search: Search, url: str | None) -> discord.ui.Button[discord.ui.LayoutView] | None:
    if search.open:
        return button(words.plain("intros-withdraw"), custom_id("warm_intros:withdraw", search.id))
    return link_button(words.plain("intros-open-thread"), url) if url else None
