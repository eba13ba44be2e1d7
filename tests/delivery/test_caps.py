"""The rules of when somebody may be written to, attacked with generated lives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.caps import SHUT_FOR, WEEK, Past, Weight, Wishes, earliest
from bot.schedule.clock import DAY, HOUR
from bot.schedule.quiet import QuietHours, public_holidays
from bot.storage.preferences import HOLIDAYS

START, END = 1735689600, 1830297600  # 2025 to 2027
HOURS = [QuietHours(ZoneInfo(zone), holidays=public_holidays(*HOLIDAYS[zone])) for zone in HOLIDAYS]
PARIS = HOURS[0]

instants = st.integers(START, END)
rules = st.sampled_from(HOURS)
weights = st.sampled_from(list(Weight))
pasts = st.builds(
    Past,
    matters=st.lists(instants, max_size=6).map(tuple),
    asks=st.lists(instants, max_size=6).map(tuple),
)
wished = st.builds(
    Wishes,
    paused_until=st.none() | instants,
    asks_a_week=st.integers(1, 3),
    refused=st.sampled_from([frozenset(), frozenset({"help"})]),
)


def at(text: str) -> int:
    """A local time in Paris as an instant."""
    return int(datetime.fromisoformat(text).replace(tzinfo=PARIS.zone).timestamp())


def day(quiet: QuietHours, instant: int) -> date:
    """The local date of an instant."""
    return datetime.fromtimestamp(instant, quiet.zone).date()


@dataclass
class Life:
    """Somebody who is written to: what waits for them, and what went when."""

    quiet: QuietHours
    wishes: Wishes
    waiting: list[tuple[Weight, bool]] = field(default_factory=list)
    went: list[tuple[int, Weight, bool]] = field(default_factory=list)

    @property
    def past(self) -> Past:
        """What the rules look at."""
        return Past(
            matters=tuple(when for when, weight, _ in self.went if weight is Weight.MATTER),
            asks=tuple(when for when, weight, _ in self.went if weight is Weight.ASK),
        )

    def when(self, letter: tuple[Weight, bool], now: int) -> int | None:
        """What the rules say."""
        weight, urgent = letter
        return earliest(weight, now, quiet=self.quiet, past=self.past, wishes=self.wishes, urgent=urgent)

    def look(self, now: int) -> None:
        """What `Contact` does when time comes: matters that may go now go together, an ask alone."""
        ready = [letter for letter in self.waiting if self.when(letter, now) == now]
        together = [letter for letter in ready if letter[0] is not Weight.ASK]
        for letter in together or ready[:1]:
            self.waiting.remove(letter)
            self.went.append((now, *letter))


days = st.lists(
    st.tuples(st.integers(0, 3 * DAY), st.lists(st.tuples(weights, st.booleans()), max_size=3)), min_size=1, max_size=30
)


@settings(max_examples=150, deadline=None)
@given(rules, instants, days, st.integers(1, 3), st.none() | st.integers(0, 20 * DAY))
def test_no_life_is_written_to_too_often_or_at_a_bad_hour(
    quiet: QuietHours, now: int, story: list[tuple[int, list[tuple[Weight, bool]]]], asks: int, paused: int | None
) -> None:
    life = Life(quiet, Wishes(paused_until=None if paused is None else now + paused, asks_a_week=asks))
    for pause, written in story:
        life.waiting += written
        life.look(now)
        later = [instant for letter in life.waiting if (instant := life.when(letter, now)) is not None]
        now = min(now + pause, *later) if later and min(later) > now else now + pause
        life.look(now)

    calm = [(when, weight) for when, weight, urgent in life.went if not urgent]
    matters = {when for when, weight in calm if weight is Weight.MATTER}
    assert max(Counter(day(quiet, when) for when in matters).values(), default=0) <= 1
    asked = sorted(when for when, weight, _ in life.went if weight is Weight.ASK)
    assert all(later - first >= WEEK for first, later in zip(asked, asked[asks:], strict=False))
    assert all(quiet.over_at(when) == when for when, weight in calm if weight is not Weight.REPLY)
    until = life.wishes.paused_until or 0
    assert all(when >= until for when, weight in calm if weight is not Weight.REPLY)
    assert all(when >= until for when in asked)


@settings(max_examples=300, deadline=None)
@given(weights, st.booleans(), st.booleans(), rules, pasts, wished, instants, st.integers(0, 40 * DAY))
def test_whoever_asks_later_is_told_no_earlier_instant(
    weight: Weight, urgent: bool, here: bool, quiet: QuietHours, past: Past, wishes: Wishes, now: int, more: int
) -> None:
    def told(when: int) -> int | None:
        return earliest(
            weight, when, quiet=quiet, past=past, wishes=wishes, urgent=urgent, here=here, purpose="anything"
        )

    first, second = told(now), told(now + more)
    assert first is None or (second is not None and first <= second)
    assert first is None or first >= now
    assert first is None or told(first) == first  # at that instant, it is true


@settings(max_examples=200, deadline=None)
@given(rules, pasts, wished, instants)
def test_a_reply_and_an_urgent_matter_go_at_once_whatever_came_before(
    quiet: QuietHours, past: Past, wishes: Wishes, now: int
) -> None:
    assert earliest(Weight.REPLY, now, quiet=quiet, past=past, wishes=wishes) == now
    assert earliest(Weight.MATTER, now, quiet=quiet, past=past, wishes=wishes, urgent=True) == now


@settings(max_examples=200, deadline=None)
@given(rules, pasts, wished, instants, st.booleans())
def test_nothing_is_asked_of_whoever_refused_it_or_rests(
    quiet: QuietHours, past: Past, wishes: Wishes, now: int, urgent: bool
) -> None:
    told = earliest(Weight.ASK, now, quiet=quiet, past=past, wishes=wishes, urgent=urgent, purpose="help")
    assert (told is None) == ("help" in wishes.refused or wishes.paused(now))


def test_a_matter_of_friday_evening_waits_for_monday_morning() -> None:
    told = earliest(Weight.MATTER, at("2026-09-04 20:00"), quiet=PARIS, past=Past(), wishes=Wishes())
    assert told == at("2026-09-07 08:30")
    again = earliest(Weight.MATTER, at("2026-09-07 09:00"), quiet=PARIS, past=Past(matters=(told,)), wishes=Wishes())
    assert again == at("2026-09-08 08:30")


def test_helpers_are_asked_as_often_as_they_chose() -> None:
    monday = at("2026-09-07 09:00")
    past = Past(asks=(monday, monday + HOUR))
    twice, thrice = (Wishes(asks_a_week=count) for count in (2, 3))
    now = monday + 2 * HOUR
    assert earliest(Weight.ASK, now, quiet=PARIS, past=past, wishes=twice) == monday + WEEK
    assert earliest(Weight.ASK, now, quiet=PARIS, past=past, wishes=thrice) == now
    assert earliest(Weight.ASK, now, quiet=PARIS, past=past, wishes=Wishes()) == monday + HOUR + WEEK


def test_a_pause_holds_a_matter_until_it_ends_also_for_somebody_who_is_here() -> None:
    now, until = at("2026-09-07 09:00"), at("2026-09-12 10:00")  # a Saturday
    resting = Wishes(paused_until=until)
    assert earliest(Weight.MATTER, now, quiet=PARIS, past=Past(), wishes=resting) == at("2026-09-14 08:30")
    assert earliest(Weight.MATTER, now, quiet=PARIS, past=Past(), wishes=resting, here=True) == until
    assert earliest(Weight.MATTER, until, quiet=PARIS, past=Past(), wishes=resting, here=True) == until


def test_somebody_who_is_here_is_shown_things_at_any_hour_but_not_asked_more_often() -> None:
    night = at("2026-09-05 23:00")
    assert earliest(Weight.ASK, night, quiet=PARIS, past=Past(), wishes=Wishes(), here=True) == night
    asked = Past(asks=(night - DAY,))
    assert earliest(Weight.ASK, night, quiet=PARIS, past=asked, wishes=Wishes(), here=True) == night + 6 * DAY


def test_closed_messages_are_tried_again_after_a_month() -> None:
    wishes = Wishes(dm_closed_at=at("2026-09-01 12:00"))
    assert wishes.shut(at("2026-09-30 12:00"))
    assert not replace(wishes, dm_closed_at=None).shut(at("2026-09-02 12:00"))
    assert not wishes.shut(at("2026-09-01 12:00") + SHUT_FOR)
