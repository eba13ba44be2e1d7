"""Twelve weeks of four rooms and what was asked when: the rules at work, turn after turn, as a table to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

from bot.schedule.clock import DAY
from bot.schedule.occurrences import Rhythm, Unit, instant_of, occurrences
from cogs.prompts.pace import BackOff, Verdict, may_post, take_turn
from cogs.prompts.rules import Posted, Source, Subject, Theme, choose

PARIS: Final = ZoneInfo("Europe/Paris")
MONDAYS: Final = Rhythm(Unit.WEEKS, time(9, 30))
FIRST: Final = date(2026, 10, 5)
"""The clocks change on the 25th of that month."""
BANK: Final = [Subject(Source.BANK, f"{theme}-{number}", theme) for theme in Theme for number in range(4)]
REAL: Final = (
    Subject(Source.SUGGESTION, "4", Theme.OUTILS, since=1),
    Subject(Source.TIP, "3", since=2),
    Subject(Source.REQUEST, "2", since=3),
    Subject(Source.NEWCOMER, "1", since=4),
)
SHOWN: Final = {
    Verdict.LIVELY: "· people talk",
    Verdict.OWN_WORD: "· own word last",
    Verdict.HALF: "· every other week",
    Verdict.STOPPED: "· stopped",
}
TABLE: Final = """
Monday  lively              quiet               talks past it       dead
05 Oct  · people talk       newcomer ✓          bank isolement      bank isolement
12 Oct  · people talk       request ✓           bank region         · own word last
19 Oct  · people talk       tip                 · every other week  · own word last
26 Oct  suggestion outils ✓ suggestion outils   bank prospection    · own word last
02 Nov  · people talk       · every other week  · every other week  stops, team told
09 Nov  · people talk       bank tarifs ✓       bank tarifs         · stopped
16 Nov  · people talk       bank victoires ✓    · every other week  · stopped
23 Nov  bank isolement ✓    bank isolement      stops, team told    · stopped
30 Nov  · people talk       bank region         · stopped           · stopped
07 Dec  · people talk       · every other week  · stopped           · stopped
14 Dec  · people talk       bank admin          · stopped           · stopped
21 Dec  bank admin          · every other week  · stopped           · stopped
"""
"""What was asked, with a tick where somebody answered; after a dot, why nothing was."""


@dataclass(slots=True)
class Room:
    """A room: when somebody writes there, in which weeks somebody answers the question a day later, and what there is
    to ask about beside the bank."""

    words: list[int]
    answers: frozenset[int] = frozenset()
    subjects: tuple[Subject, ...] = ()
    history: list[Posted] = field(default_factory=list)
    state: BackOff = field(default_factory=BackOff)

    def live(self, number: int, now: int) -> str:
        """What becomes of the turn of a week, as a cell of the table."""
        spoken = max((at for at in self.words if at <= now), default=None)
        asked = self.history[-1].at if self.history else None
        own = asked is not None and (spoken is None or spoken < asked)
        answered = None if asked is None else asked + DAY in self.words
        turn = take_turn(self.state, number, may_post(now, spoken, own_posted_last=own), answered=answered)
        self.state = turn.after
        if turn.stops:
            return "stops, team told"
        return self.ask(number, now) if turn.verdict is Verdict.ASK else SHOWN[turn.verdict]

    def ask(self, number: int, now: int) -> str:
        """Ask something; a tick says that it will be answered."""
        subject = choose([*self.subjects, *BANK], self.history, list(Theme), now=now, seed=f"room {number}")
        assert subject is not None
        self.history.append(Posted(subject.source, subject.ref, subject.theme, now))
        if number in self.answers:
            self.words.append(now + DAY)
        said = " ".join(filter(None, (subject.source, subject.theme)))
        return f"{said} ✓" if number in self.answers else said


def each_week(weekday: int, at: time, weeks: Iterable[int]) -> list[int]:
    """Somebody writes at this time of those weeks; week 1 ends on the first Monday, weekday 7 is the eve of it."""
    return [instant_of(FIRST + timedelta(days=7 * (week - 1) + weekday - 8), at, PARIS) for week in weeks]


def rooms() -> dict[str, Room]:
    """One where people talk on most Sunday evenings, one where they do on Wednesdays and answer at times, one where
    they never answer, and one where nobody is."""
    sundays = each_week(7, time(22, 45), (1, 2, 3, 5, 6, 7, 9, 10, 11))
    wednesdays = each_week(3, time(14), range(1, 13))
    return {
        "lively": Room(sundays, frozenset({4, 8}), REAL[:1]),
        "quiet": Room(wednesdays, frozenset({1, 2, 6, 7}), REAL),
        "talks past it": Room(list(wednesdays)),
        "dead": Room([]),
    }


def table() -> str:
    """The weeks, one a line."""
    there = rooms()
    lines = ["Monday  " + "".join(f"{name:<20}" for name in there).rstrip()]
    turns = islice(occurrences(MONDAYS, PARIS, after=FIRST - timedelta(days=1)), 12)
    for number, turn in enumerate(turns, start=1):
        cells = [room.live(number, turn.instant) for room in there.values()]
        lines.append(f"{turn.day:%d %b}  " + "".join(f"{cell:<20}" for cell in cells).rstrip())
    return "\n".join(lines)


def test_twelve_weeks_of_a_lively_a_quiet_and_a_dead_room() -> None:
    lived = table()
    assert lived == TABLE.strip(), f"\n{lived}"
