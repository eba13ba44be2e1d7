"""What people see of their data. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord

from bot.delivery.caps import Wishes
from bot.people.catalogue import Catalogue
from bot.people.members import Member
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, Choice, button, card, member_select, row, select
from bot.ui.letters import name_of
from bot.ui.pager import page_of, turn
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import Safe, escape, member, moment

LINES: Final = 12
PAUSES: Final = ("week", "month", "quarter")
"""How long somebody can be left alone, by name."""
OFTEN: Final = ("1", "2", "3")
"""How many times a week somebody can be asked something."""

_READABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "profiles": ("what", "trade", "zone", "question", "updated_at"),
    "tags": ("label",),
    "publications": ("title",),
    "drafts": ("expires_at",),
    "jobs": ("due_at",),
    "outbox": ("due_at",),
    "preferences": ("name",),
    "contact_refusals": ("purpose",),
    "tips": ("title", "updated_at"),
    "tip_tags": ("label",),
    "tip_uses": ("at",),
    "tip_kept": ("at",),
    "tip_doubts": ("what", "at"),
    "tip_credits": (),
    "tip_drafts": ("asked_at",),
    "tip_agreements": (),
    "help_requests": ("question", "line", "details", "worked", "created_at"),
    "help_helpers": ("at",),
    "help_asked": ("at",),
    "helpers": ("created_at",),
    "helper_subjects": ("label",),
    "thanks": ("reason", "at"),
    "coffee_members": ("rhythm", "how", "created_at"),
    "coffee_zones": ("zone",),
    "coffee_turns": ("at",),
    "coffee_seats": ("said_at",),
    "coffee_invitations": ("at",),
    "prompt_suggestions": ("text", "word", "created_at"),
    "prompt_authors": (),
    "deadline_topics": ("topic", "at"),
    "deadline_done": ("deadline", "at"),
    "deadline_reminders": ("deadline", "at"),
    "deadline_reports": ("which", "what", "at"),
    "deadline_checkers": ("jurisdiction", "at"),
    "deadline_history": ("subject", "at"),
}
"""What of a table is shown here, without our technical ids; the export has every column."""


def data(
    words: Words, catalogue: Catalogue, member: Member, rows: Mapping[str, Sequence[Mapping[str, Any]]], number: int
) -> discord.ui.LayoutView:
    """Everything that is kept about a member, readable, a page at a time."""
    lines = [
        _line(words, _about(words, table, entry), _content(words, catalogue, table, entry))
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


def _line(words: Words, about: Safe, content: Safe) -> Safe:
    return words("data-line", about=about, content=content, more="yes" if content else "no")


def _about(words: Words, table: str, entry: Mapping[str, Any]) -> Safe:
    sort = entry.get("side") or str(entry.get("kind", "")).rpartition(":")[2]
    for key in (f"data-{table}-{sort}", f"data-{table}"):
        if words.has(key):
            return words(key)
    return words("data-other", table=table)


def _content(words: Words, catalogue: Catalogue, table: str, entry: Mapping[str, Any]) -> Safe:
    if table == "documents":
        return words("data-documents-about")
    if table == "letters":
        return _letter(words, entry)
    if table == "contact_wishes":
        return _wishes(words, entry)
    columns = _READABLE.get(table, tuple(column for column in entry if not column.endswith("id")))
    shown = (_value(words, catalogue, column, entry.get(column)) for column in columns)
    return Safe(" · ".join(part for part in shown if part))


def _letter(words: Words, entry: Mapping[str, Any]) -> Safe:
    state = str(entry["state"])
    return words("data-letters-about", state=state, on=moment(entry["sent_at"] or entry["due_at"], "D"))


def _wishes(words: Words, entry: Mapping[str, Any]) -> Safe:
    return words(
        "data-contact_wishes-about",
        asks=entry["asks_a_week"],
        paused="yes" if entry["paused_until"] else "no",
        until=moment(entry["paused_until"] or 0, "D"),
        closed="yes" if entry["dm_closed_at"] else "no",
    )


def _value(words: Words, catalogue: Catalogue, column: str, value: Any) -> Safe:
    if value in (None, ""):
        return Safe("")
    if column == "trade":
        return escape(catalogue.trade_label(value, words.language))
    if column == "zone":
        return escape(catalogue.zone_label(value, words.language))
    if column == "purpose":
        return escape(name_of(words, value))
    if column in {"rhythm", "how"}:
        return words(f"data-{column}-{value}")
    if column == "at" or column.endswith("_at"):
        return moment(value, "D")
    return escape(str(value))


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


def full_notice(words: Words, association: str, contact: str, accepted: Member | None) -> discord.ui.LayoutView:
    """The long text: who, what, why, how long, rights, who else sees it."""
    return card(
        words("privacy-full", association=association or words.plain("privacy-unnamed"), contact=contact or "…"),
        words("privacy-accepted", on=moment(accepted.notice_at or 0, "D"), version=accepted.notice_version or 0)
        if accepted
        else words("privacy-not-accepted"),
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
    )
