"""Where somebody stands with coffees: the next one, the last ones, why they sat out. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, row
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.matchmaking import own_cards, talk_cards
from cogs.matchmaking.own_cards import Button, Next
from cogs.matchmaking.rules import Match, Participation, Says

LAST: Final = 5
"""How many of their last coffees somebody sees."""


@dataclass(frozen=True, slots=True)
class Coffee:
    """A coffee of somebody as they see it: with whom (None: somebody who is gone), the thread's address."""

    match: Match
    day: date
    others: tuple[int | None, ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class Running:
    """A round that runs, as somebody sees it who can still join it, or waits for a partner in it."""

    round_id: int
    waits: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands. `why`: why they had no partner in a round, with its day; `nowhere`: they have coffee in
    person only, and it isn't known where; `left_alone`: they want to be left alone, or no question about coffee, so no
    round counts on them."""

    one: Participation
    next_: Next
    running: Running | None
    why: tuple[date, Safe] | None
    coffees: Sequence[Coffee]
    again: bool
    nowhere: bool = False
    left_alone: bool = False


def status(words: Words, standing: Standing, today: date) -> discord.ui.LayoutView:
    """All of it, and what can be done."""
    one = standing.one
    return card(
        words("coffee-mine-title"),
        own_cards.next_line(words, standing.next_),
        *_own_matters(words, standing),
        words("coffee-mine-settings", rhythm=one.rhythm.value, how=one.how.value),
        words("coffee-join-where") if standing.nowhere else None,
        words("coffee-mine-left-alone") if standing.left_alone else None,
        own_cards.paused(words, one, today),
        words("coffee-mine-past") if standing.coffees else words("coffee-mine-none"),
        Safe("\n".join(_line(words, coffee, one.member_id) for coffee in standing.coffees)),
        row(*_acts(words, standing)),
    )


def _own_matters(words: Words, standing: Standing) -> list[Block]:
    """What they are promised, and what they are asked."""
    why = (
        words("coffee-mine-why", day=own_cards.day(words, standing.why[0]), said=standing.why[1])
        if standing.why
        else None
    )
    promised = standing.one.goes_first and why is None
    return [
        why,
        words("coffee-mine-first") if promised else None,
        words("coffee-mine-asked") if _is_asked(standing.one) else None,
    ]


def _is_asked(one: Participation) -> bool:
    return one.asked_at is not None and one.subscribed


def _line(words: Words, coffee: Coffee, own_id: int) -> Safe:
    return words(
        "coffee-mine-line",
        day=own_cards.day(words, coffee.day),
        people=talk_cards.people(words, coffee.others),
        said=_said(coffee.match, own_id),
        place="yes" if coffee.url else "no",
        link=Safe(coffee.url or ""),
    )


def _said(match: Match, own_id: int) -> str:
    """What they said of it themselves; what a partner said is the partner's."""
    seat = match.seat_of(own_id)
    if seat.says in {Says.MET, Says.CANNOT}:
        return seat.says.value
    if seat.knows:
        return "knows"
    if not match.took_place:
        return "off"
    return "planned" if seat.says is Says.PLANNED else "nothing"


def _acts(words: Words, standing: Standing) -> list[Button | None]:
    again = button(words.plain("offer-matchmaking-again"), "matchmaking:again") if standing.again else None
    stay = button(words.plain("coffee-stay-yes"), "matchmaking:stay", style=PRIMARY)
    return [
        stay if _is_asked(standing.one) else None,
        _next_act(words, standing.next_),
        _running_act(words, standing.running),
        button(words.plain("offer-matchmaking-settings"), "matchmaking:settings"),
        again,
    ]


def _next_act(words: Words, next_: Next) -> Button | None:
    if next_.round_id is None:
        return None
    if next_.counted:
        return button(words.plain("offer-matchmaking-out"), custom_id("matchmaking:out", next_.round_id))
    return button(words.plain("offer-matchmaking-in"), custom_id("matchmaking:in", next_.round_id), style=PRIMARY)


def _running_act(words: Words, running: Running | None) -> Button | None:
    if running is None:
        return None
    if running.waits:
        return own_cards.give_up(words, running.round_id)
    return button(words.plain("coffee-in-late"), custom_id("matchmaking:in", running.round_id))
