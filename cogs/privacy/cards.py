"""What people see of their data. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import discord

from bot.people.members import Member
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, Choice, button, card, row, select
from bot.ui.pager import page_of, turn
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import Safe, moment

LINES: Final = 12
_TIMES: Final = ("_at",)


def data(
    words: Words, member: Member, rows: Mapping[str, Sequence[Mapping[str, Any]]], number: int
) -> discord.ui.LayoutView:
    """Everything that is kept about a member, readable, a page at a time."""
    lines: list[Safe] = []
    for table, entries in rows.items():
        if table == "members":
            continue
        name = f"data-{table}"
        for entry in entries:
            about = words(name) if words.has(name) else words("data-other", table=table)
            lines.append(words("data-line", about=about, content=_content(entry)))
    page = page_of(lines, number, LINES)
    return card(
        words("data-title", since=moment(member.notice_at or 0, "D"), version=member.notice_version or 0),
        "\n".join(page.entries) or words("data-nothing-more"),
        turn(words, page, lambda to: custom_id("privacy:page", to)),
        row(
            button(words.plain("data-export"), "privacy:export"),
            button(words.plain("data-preferences"), "privacy:preferences"),
            button(words.plain("data-notice"), "privacy:notice"),
            button(words.plain("data-erase"), "privacy:erase_ask", style=DANGER),
        ),
    )


def _content(entry: Mapping[str, Any]) -> str:
    shown = []
    for column, value in entry.items():
        if column in {"member_id", "id", "token"} or value in (None, "", "{}"):
            continue
        if column.endswith(_TIMES) and isinstance(value, int):
            shown.append(datetime.fromtimestamp(value, UTC).strftime("%d/%m/%Y"))
        else:
            shown.append(str(value))
    return " · ".join(shown)


def preferences(words: Words, member: Member) -> discord.ui.LayoutView:
    """The language of private answers."""
    choices = [Choice("association", words.plain("language-association"), chosen=member.language is None)]
    choices += [Choice(code, words.plain(f"language-{code}"), chosen=member.language == code) for code in LANGUAGES]
    return card(
        words("privacy-preferences"),
        row(select("privacy:language", words.plain("privacy-language"), choices)),
    )


def full_notice(words: Words, association: str, contact: str, accepted: Member | None) -> discord.ui.LayoutView:
    """The long text: who, what, why, how long, rights, who else sees it."""
    return card(
        words("privacy-full", association=association or words.plain("privacy-unnamed"), contact=contact or "…"),
        words("privacy-accepted", on=moment(accepted.notice_at or 0, "D"), version=accepted.notice_version or 0)
        if accepted
        else words("privacy-not-accepted"),
    )
