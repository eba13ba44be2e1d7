"""What people see of their data. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord

from bot.people.catalogue import Catalogue
from bot.people.members import Member
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, Choice, button, card, row, select
from bot.ui.pager import page_of, turn
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import Safe, escape, moment

LINES: Final = 12

_READABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "profiles": ("what", "trade", "zone", "question", "updated_at"),
    "tags": ("label",),
    "introductions": ("title",),
    "drafts": ("expires_at",),
    "jobs": ("due_at",),
    "outbox": ("due_at",),
    "preferences": ("name",),
}
"""What of a table is shown here, without our technical ids; the export has every column."""


def data(
    words: Words, catalogue: Catalogue, member: Member, rows: Mapping[str, Sequence[Mapping[str, Any]]], number: int
) -> discord.ui.LayoutView:
    """Everything that is kept about a member, readable, a page at a time."""
    lines = [
        words("data-line", about=_about(words, table, entry), content=_content(words, catalogue, table, entry))
        for table, entries in rows.items()
        if table != "members"
        for entry in entries
    ]
    page = page_of(lines, number, LINES)
    return card(
        words("data-title", since=moment(member.notice_at or 0, "D"), version=member.notice_version or 0),
        "\n".join(page.entries) or words("data-nothing-more"),
        words("data-technical"),
        turn(words, page, lambda to: custom_id("privacy:page", to)),
        row(
            button(words.plain("data-export"), "privacy:export"),
            button(words.plain("data-preferences"), "privacy:preferences"),
            button(words.plain("data-notice"), "privacy:notice"),
            button(words.plain("data-erase"), "privacy:erase_ask", style=DANGER),
        ),
    )


def _about(words: Words, table: str, entry: Mapping[str, Any]) -> Safe:
    sort = entry.get("side") or str(entry.get("kind", "")).rpartition(":")[2]
    for key in (f"data-{table}-{sort}", f"data-{table}"):
        if words.has(key):
            return words(key)
    return words("data-other", table=table)


def _content(words: Words, catalogue: Catalogue, table: str, entry: Mapping[str, Any]) -> Safe:
    if table == "documents":
        return words("data-documents-about")
    columns = _READABLE.get(table, tuple(column for column in entry if not column.endswith("id")))
    shown = (_value(words, catalogue, column, entry.get(column)) for column in columns)
    return Safe(" · ".join(part for part in shown if part))


def _value(words: Words, catalogue: Catalogue, column: str, value: Any) -> Safe:
    if value in (None, ""):
        return Safe("")
    if column == "trade":
        return escape(catalogue.trade_label(value, words.language))
    if column == "zone":
        return escape(catalogue.zone_label(value, words.language))
    if column.endswith("_at"):
        return moment(value, "D")
    return escape(str(value))


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
