"""How somebody takes part in coffees, as they see it: yes or no to a round, what they chose, their rests. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Choice, button, card, row, select
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Participation, Rhythm

RHYTHMS: Final = (Rhythm.EVERY, Rhythm.SECOND, Rhythm.MONTHLY)
"""The rhythms in which somebody takes part without a tap."""

Button = discord.ui.Button[discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Next:
    """The next round as somebody sees it. `at`: when people are brought together (UTC seconds), None while nobody
    knows. `round_id`: the round to which they can say yes or no; `kept`: it didn't take place, and their place is kept
    for the next one. `counted`: whether it counts on them."""

    at: int | None
    round_id: int | None = None
    counted: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where two or three talk: with whom (as they are shown), the thread's address once it is open, `thread` whether
    one is to be opened."""

    people: Safe
    url: str | None
    thread: bool

    @property
    def values(self) -> dict[str, Safe | str]:
        """What sentences say of it."""
        place = "yes" if self.url else "soon" if self.thread else "none"
        return {"people": self.people, "place": place, "link": Safe(self.url or "")}


def panel(words: Words) -> discord.ui.LayoutView:
    """The one panel of the channel."""
    take_part = button(words.plain("coffee-panel-take-part"), "matchmaking:settings", style=PRIMARY)
    return card(words("coffee-panel"), row(take_part, _status(words)))


def day(words: Words, when: date) -> str:
    """A day as people write it."""
    return words.plain("day-written", day=when.day, month=words.plain(f"month-{when.month}"), year=str(when.year))


# Yes and no to a round


def coming(words: Words, when: int, *, introduce: bool, where: bool) -> discord.ui.LayoutView:
    """They are counted on. `introduce`: others know nothing of them yet; `where`: it isn't known where they could meet,
    and they want to meet in person."""
    write = button(words.plain("offer-introductions-write"), "introductions:write") if introduce else None
    return card(
        words("coffee-join-noted", when=moment(when)),
        words("coffee-join-introduce") if introduce else None,
        words("coffee-join-where") if where else None,
        row(write, _settings(words)),
    )


def together(words: Words, place: Place) -> discord.ui.LayoutView:
    """They joined while the round runs, and somebody was free."""
    return card(words("coffee-join-together", **place.values), row(_settings(words)))


def waiting(words: Words, round_id: int) -> discord.ui.LayoutView:
    """They joined while the round runs; nobody is free yet."""
    return card(words("coffee-join-waiting"), row(give_up(words, round_id), _settings(words)))


def passing(words: Words, round_id: int, *, subscribed: bool) -> discord.ui.LayoutView:
    """This round goes without them."""
    back = button(words.plain("coffee-pass-back"), custom_id("matchmaking:in", round_id))
    return card(words("coffee-pass-noted", subscribed=_yes(subscribed)), row(back, _settings(words)))


def too_late_to_pass(words: Words, place: Place) -> discord.ui.LayoutView:
    """They have a partner by now: the thread's own button tells them."""
    said = {"place": "yes" if place.url else "no", "link": Safe(place.url or "")}
    return card(words("coffee-pass-together", **said))


def let_go(words: Words, key: str) -> discord.ui.LayoutView:
    """They are let go, or were not counted on at all."""
    return card(words(key), row(_settings(words)))


def give_up(words: Words, round_id: int) -> Button:
    """The button of somebody who waits for a partner."""
    return button(words.plain("coffee-mine-give-up"), custom_id("matchmaking:out", round_id))


# Settings


def settings(
    words: Words, one: Participation, next_: Next, places: Sequence[str], today: date
) -> discord.ui.LayoutView:
    """Everything that can be chosen, as it stands; `places` are names of zones."""
    in_person = one.how is not How.REMOTE
    return card(
        words("coffee-part-title"),
        words("coffee-part-rhythm", rhythm=one.rhythm.value),
        next_line(words, next_) if one.subscribed or next_.counted else None,
        paused(words, one, today),
        row(select("matchmaking:choose_rhythm", words.plain("coffee-part-choose-rhythm"), _rhythms(words, one))),
        words("coffee-part-how", how=one.how.value),
        row(select("matchmaking:choose_how", words.plain("coffee-part-choose-how"), _ways(words, one))),
        words("coffee-part-places", places=", ".join(places)) if in_person and places else None,
        words("coffee-join-where") if one.how is How.IN_PERSON and not places else None,
        row(*_setting_buttons(words, one, today, in_person=in_person)),
    )


def next_line(words: Words, next_: Next) -> Safe:
    """When the next round is, and whether it counts on them."""
    if next_.kept:
        state = "kept" if next_.at else "kept-unknown"
    elif next_.round_id is not None:
        state = "in" if next_.counted else "out"
    else:
        state = "later" if next_.at else "unknown"
    return words("coffee-part-next", state=state, when=moment(next_.at or 0))


def paused(words: Words, one: Participation, today: date) -> Safe | None:
    """Until when somebody rests; None when they don't."""
    if not one.paused_on(today):
        return None
    return words("coffee-part-paused", **_rest(words, one.paused_until, one.paused_rounds))


def _rest(words: Words, until: date | None, rounds: int) -> dict[str, str | int]:
    shown = day(words, until) if until is not None else ""
    return {"sort": "rounds" if rounds else "day", "day": shown, "count": rounds}


def _rhythms(words: Words, one: Participation) -> list[Choice]:
    return [Choice(code, words.plain(f"coffee-part-{code}"), chosen=code is one.rhythm) for code in RHYTHMS]


def _ways(words: Words, one: Participation) -> list[Choice]:
    return [Choice(code, words.plain(f"coffee-part-{code}"), chosen=code is one.how) for code in How]


def _setting_buttons(words: Words, one: Participation, today: date, *, in_person: bool) -> list[Button | None]:
    places = button(words.plain("coffee-part-choose-places"), "matchmaking:places") if in_person else None
    if not one.subscribed:
        return [places, _status(words)]
    rest = _resume(words) if one.paused_on(today) else button(words.plain("coffee-part-pause"), "matchmaking:pause_ask")
    return [places, rest, button(words.plain("coffee-part-stop"), "matchmaking:stop"), _status(words)]


def stopped(words: Words, before: Rhythm, *, runs: bool) -> discord.ui.LayoutView:
    """No round counts on them any more; a tap and it does again. `runs`: they have a coffee under way."""
    again = custom_id("matchmaking:rhythm", before.value)
    back = button(words.plain("coffee-part-resume-from-stop"), again) if before is not Rhythm.ONCE else None
    return card(
        words("coffee-part-stopped"),
        words("coffee-part-stopped-running") if runs else None,
        row(back, _settings(words)),
    )


def staying(words: Words, next_: Next, *, subscribed: bool) -> discord.ui.LayoutView:
    """They stay."""
    return card(
        words("coffee-stay-noted", subscribed=_yes(subscribed)),
        next_line(words, next_) if subscribed else None,
        row(_settings(words)),
    )


# Rests


def rests(words: Words) -> discord.ui.LayoutView:
    """For how long?"""
    lengths = (("one", "1"), ("two", "2"), ("month", "month"))
    choices = [
        button(words.plain(f"coffee-rest-{name}"), custom_id("matchmaking:pause_for", code)) for name, code in lengths
    ]
    return card(
        words("coffee-rest-choose"),
        row(*choices, button(words.plain("coffee-rest-day"), "matchmaking:pause_day")),
    )


def resting(words: Words, next_: Next, *, until: date | None, rounds: int, runs: bool) -> discord.ui.LayoutView:
    """They rest until a day, or for some rounds."""
    return card(
        words("coffee-rest-noted", **_rest(words, until, rounds)),
        next_line(words, next_) if next_.round_id is not None and not next_.kept else None,
        words("coffee-part-stopped-running") if runs else None,
        row(_resume(words), _settings(words)),
    )


# Buttons that stand in several places


def _resume(words: Words) -> Button:
    return button(words.plain("coffee-part-resume"), "matchmaking:resume")


def _settings(words: Words) -> Button:
    return button(words.plain("offer-matchmaking-settings"), "matchmaking:settings")


def _status(words: Words) -> Button:
    return button(words.plain("coffee-status"), "matchmaking:status")


def _yes(true: bool) -> str:
    return "yes" if true else "no"
