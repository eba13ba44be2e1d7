"""What somebody sees of their own data, of the long text, and of how long each thing is kept. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import discord

from bot.people.members import Member
from bot.people.register import Register
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, button, card, row
from bot.ui.pager import page_of, turn
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.privacy import telling
from cogs.privacy.telling import Told

PAGE: Final = 2800
"""Characters of a page, so that its heading and Discord's limit leave room."""


def data(words: Words, member: Member, found: Sequence[Told], number: int) -> discord.ui.LayoutView:
    """Everything that is kept about a member, by what it is for, a page at a time."""
    page = page_of(list(_pages(words, found)), number, 1)
    return card(
        words("data-title"),
        *page.entries,
        turn(words, page, lambda to: custom_id("privacy:page", to)),
        row(
            button(words.plain("data-export"), "privacy:export"),
            button(words.plain("privacy-to-preferences"), "privacy:preferences"),
            button(words.plain("data-notice"), "privacy:notice"),
        ),
        row(
            button(words.plain("offer-privacy-return"), "privacy:return")
            if member.resting
            else button(words.plain("privacy-to-rest"), "privacy:rest_ask"),
            button(words.plain("privacy-to-objection"), "privacy:objection"),
            button(words.plain("privacy-to-avoiding"), "privacy:avoiding"),
            button(words.plain("data-erase"), "privacy:erase_ask", style=DANGER),
        ),
    )


def _pages(words: Words, found: Sequence[Told]) -> Iterator[Safe]:
    """Sentences under what they are for; a page that goes on with it says so again."""
    page = ""
    for told in found:
        heading = _heading(words, told)
        page += f"\n\n{heading}"
        for sentence in told.sentences:
            if len(page) + len(sentence) > PAGE:
                yield Safe(page.strip())
                page = heading
            page += f"\n• {sentence}"
    yield Safe(page.strip())


def _heading(words: Words, told: Told) -> Safe:
    name = told.purpose.name
    return words("data-heading", title=words(f"register-{name}"), why=words(f"register-{name}-why"), kept=told.kept)


def full_notice(words: Words, association: str, contact: str, accepted: Member | None) -> discord.ui.LayoutView:
    """The long text: who, what, why, how long, rights, who else sees it."""
    return card(
        words("privacy-full", association=association or words.plain("privacy-unnamed"), contact=contact or "…"),
        words("privacy-accepted", on=moment(accepted.notice_at or 0, "D"), version=accepted.notice_version or 0)
        if accepted
        else words("privacy-not-accepted"),
        row(button(words.plain("privacy-times"), "privacy:times")),
    )


def times(words: Words, register: Register) -> discord.ui.LayoutView:
    """For each purpose what allows it and how long data are kept, from the register itself."""
    lines = [
        words(
            "privacy-time",
            title=words(f"register-{purpose.name}"),
            basis=words(f"basis-{purpose.basis}"),
            kept=telling.kept(words, holdings),
        )
        for purpose, holdings in register.by_purpose().items()
    ]
    return card(words("privacy-times-title"), Safe("\n".join(lines)), words("privacy-times-rest"))
