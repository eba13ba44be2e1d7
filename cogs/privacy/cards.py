"""What people see of what they wish, and of whom they avoid. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.delivery.caps import Wishes
from bot.people.members import Member
from bot.ui.cards import Choice, button, card, member_select, row, select
from bot.ui.letters import name_of
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import Safe, member, moment

PAUSES: Final = ("week", "month", "quarter")
"""How long somebody can be left alone, by name."""
OFTEN: Final = ("1", "2", "3")
"""How many times a week somebody can be asked something."""


def preferences(words: Words, member: Member, wanted: Wishes, *, asking: bool, now: int) -> discord.ui.LayoutView:
    """The choices as they stand. `asking` says whether the bot asks anything of anybody here."""
    languages = [Choice("association", words.plain("language-association"), chosen=member.language is None)]
    languages += [Choice(code, words.plain(f"language-{code}"), chosen=member.language == code) for code in LANGUAGES]
    lengths = [Choice(code, words.plain(f"pause-{code}")) for code in PAUSES]
    often = [Choice(n, words.plain("asks-a-week", count=int(n)), chosen=int(n) == wanted.asks_a_week) for n in OFTEN]
    refused = [Choice(purpose, name_of(words, purpose)) for purpose in sorted(wanted.refused)]
    paused = wanted.paused(now)
    return card(
        words("privacy-preferences"),
        words("privacy-language-label"),
        row(select("privacy:language", words.plain("privacy-language"), languages)),
        words("privacy-pause", paused="yes" if paused else "no", until=moment(wanted.paused_until or 0, "D")),
        row(select("privacy:pause", words.plain("privacy-pause-choose"), lengths)),
        row(button(words.plain("privacy-pause-end"), "privacy:resume")) if paused else None,
        words("privacy-asks", asking="yes" if asking else "no"),
        row(select("privacy:asks", words.plain("privacy-asks-choose"), often)),
        words("privacy-refused", some="yes" if refused else "no"),
        row(select("privacy:propose_again", words.plain("privacy-refused-undo"), refused)) if refused else None,
    )


def avoiding(words: Words, people: Sequence[int], *, others: int) -> discord.ui.LayoutView:
    """Whom one does not want to be brought together with: seen by its author alone."""
    named = Safe(", ".join(member(person) for person in people))
    return card(
        words("avoid-title"),
        words("avoid-list", people=named) if people else None,
        words("avoid-others", count=others, more="yes" if people else "no") if others else None,
        words("avoid-nobody") if not people and not others else None,
        row(member_select("privacy:avoid", words.plain("avoid-add"), None)),
        row(member_select("privacy:meet_again", words.plain("avoid-remove"), None)) if people or others else None,
        row(button(words.plain("avoid-forget-others"), "privacy:meet_others_again")) if others else None,
    )
