"""What people see of the rota: organisers all of it, those on it their own turns. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Block, Choice, button, card, member_select, row, select
from bot.words.i18n import Words
from bot.words.text import Safe, member
from cogs.organisers.relay_rules import Absence, Host, Standing, Turn

Button = discord.ui.Button[discord.ui.LayoutView]
Week = tuple[date, int | None]
"""A week by its Monday, and whose it is; None: nobody can."""


@dataclass(frozen=True, slots=True)
class Rota:
    """The rota as it stands: who was asked, who is away, this week (None before it begins), and those that come."""

    hosts: Sequence[Host]
    absences: Sequence[Absence]
    monday: date
    now: int | None
    begun: bool
    coming: Sequence[Week]
    by_hand: int | None = None
    """Who welcomes instead, because organisers chose them."""
    named: bool = True
    """Whether a public welcome names whoever welcomes."""


def team(words: Words, rota: Rota, *, me: int) -> discord.ui.LayoutView:
    """To organisers: who welcomes, who comes next, who was asked."""
    agreed = [host for host in rota.hosts if host.standing is Standing.AGREED]
    asked = [member(host.member_id) for host in rota.hosts if host.standing is not Standing.AGREED]
    return card(
        words("relay-title"),
        words("relay-none", named="yes" if rota.named else "no") if not rota.hosts else _this_week(words, rota),
        words("relay-by-hand", who=member(rota.by_hand)) if rota.by_hand is not None else None,
        "\n".join(_week(words, week) for week in rota.coming) if agreed else None,
        words("relay-order") if agreed else None,
        "\n".join(_place(words, rota, number, host) for number, host in enumerate(agreed, 1)),
        words("relay-waiting", people=Safe(", ".join(asked))) if asked else None,
        row(member_select("organisers:relay_person", words.plain("relay-person"), None)),
        row(
            _passing(words, rota.monday, rota.now, theirs=rota.now != me) if rota.now is not None else None,
            button(words.plain("relay-mine"), "relay:mine")
            if any(host.member_id == me for host in agreed)
            else button(words.plain("relay-join"), "organisers:relay_join"),
            button(words.plain("offer-organisers-settings"), "organisers:settings"),
        ),
    )


def _this_week(words: Words, rota: Rota) -> Safe:
    if not rota.begun:
        return words("relay-not-begun")
    return words("relay-this-week", known="yes" if rota.now else "no", who=member(rota.now or 0))


def _week(words: Words, week: Week) -> Safe:
    monday, who = week
    return words("relay-week", day=day(words, monday), known="yes" if who else "no", who=member(who or 0))


def _place(words: Words, rota: Rota, number: int, host: Host) -> Safe:
    away = [_days(words, absence) for absence in rota.absences if absence.member_id == host.member_id]
    return words(
        "relay-place", number=number, who=member(host.member_id), away="yes" if away else "no", days=", ".join(away)
    )


def person(words: Words, host: Host | None, member_id: int, *, first: bool, last: bool) -> discord.ui.LayoutView:
    """To organisers: one person, on the rota or not (`host` None)."""
    back = button(words.plain("relay-back"), "organisers:relay")
    if host is None:
        propose = button(words.plain("relay-propose"), custom_id("organisers:relay_invite", member_id), style=PRIMARY)
        return card(words("relay-propose-to", who=member(member_id)), row(propose, back))
    if host.standing is not Standing.AGREED:
        forget = button(words.plain("relay-forget"), custom_id("organisers:relay_remove", member_id))
        return card(words("relay-was-asked", who=member(member_id)), row(forget, back))
    return card(
        words("relay-is-on-it", who=member(member_id)),
        row(
            None
            if first
            else button(words.plain("relay-sooner"), custom_id("organisers:relay_move", member_id, "sooner")),
            None
            if last
            else button(words.plain("relay-later"), custom_id("organisers:relay_move", member_id, "later")),
            button(words.plain("relay-remove"), custom_id("organisers:relay_remove_ask", member_id), style=DANGER),
            back,
        ),
    )


def mine(
    words: Words, turns: Sequence[Turn], coming: date | None, absences: Sequence[Absence], said: Safe | None = None
) -> discord.ui.LayoutView:
    """To somebody on the rota: the weeks that are theirs, or about when the next one is; when they are away."""
    return card(
        said,
        words("relay-mine-title"),
        "\n".join(words("relay-yours", day=day(words, turn.monday)) for turn in turns)
        or words("relay-next", known="yes" if coming else "no", day=day(words, coming) if coming else ""),
        words("relay-away", days="\n".join(_days(words, absence) for absence in absences)) if absences else None,
        row(
            select(
                "relay:here",
                words.plain("relay-here"),
                [Choice(str(absence.id), _days(words, absence)) for absence in absences],
            )
        )
        if absences
        else None,
        row(
            *(_passing(words, turn.monday, turn.member_id or 0) for turn in turns),
            button(words.plain("relay-absence"), "relay:away"),
            button(words.plain("relay-leave"), "relay:leave_ask"),
        ),
    )


def asked(words: Words, guild_id: int, association: str, *, named: bool) -> list[Block]:
    """To somebody who may want to: what it is, and that no is an answer. `named`: a public welcome would name them."""
    return [
        words("relay-asked", association=association, named="yes" if named else "no"),
        row(
            button(words.plain("relay-yes"), custom_id("relay:yes", guild_id=guild_id), style=PRIMARY),
            button(words.plain("relay-no"), custom_id("relay:no", guild_id=guild_id)),
        ),
    ]


def your_turn(words: Words, guild_id: int, turn: Turn, *, now: bool, named: bool) -> list[Block]:
    """To whoever has a week, which goes on `now`. `named`: a public welcome names them."""
    known = {"now": "yes" if now else "no", "named": "yes" if named else "no"}
    return [
        words("relay-turn", day=day(words, turn.monday), **known),
        row(
            _passing(words, turn.monday, turn.member_id or 0, guild_id),
            button(words.plain("relay-absence"), custom_id("relay:away", guild_id=guild_id)),
        ),
    ]


def passed_on(words: Words, host: int | None) -> discord.ui.LayoutView:
    """After a week was passed on."""
    return card(
        words("relay-passed-on", known="yes" if host else "no", who=member(host or 0)),
        row(button(words.plain("relay-back"), "relay:show")),
    )


def day(words: Words, which: date) -> str:
    """A date in words."""
    return words.plain("day-written", day=which.day, month=words.plain(f"month-{which.month}"), year=str(which.year))


def _days(words: Words, absence: Absence) -> str:
    return words.plain("pauses-option", first=day(words, absence.first), last=day(words, absence.last))


def _passing(words: Words, monday: date, who: int, guild_id: int | None = None, *, theirs: bool = False) -> Button:
    label = words.plain("relay-pass-theirs") if theirs else words.plain("relay-pass", day=day(words, monday))
    return button(label, custom_id("relay:pass_ask", monday.isoformat(), who, guild_id=guild_id))
