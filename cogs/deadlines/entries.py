"""What the administrative calendar holds: entries, the days on which they fall due, and what is decided and said of
them. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.schedule.quiet import public_holidays
from cogs.deadlines.rules import Day, Once, Rule

TRUSTED: Final = 400
"""Days after which an entry that nobody checked again is no longer shown to members."""
SEASON: Final = timedelta(days=92)
"""How long organisers are asked for dates that only they can type, once those are known."""


class Level(StrEnum):
    """How sure a day is."""

    COMPUTED = "computed"
    """The rule says it."""
    WINDOW = "window"
    """The rule says around when; each person's own date is in their account."""
    TYPED = "typed"
    """Organisers typed it."""
    TO_REVALIDATE = "to-revalidate"
    """It was moved before, or nobody of the place has confirmed it: say so wherever it is shown."""


@dataclass(frozen=True, slots=True)
class Label:
    """A code and what people call it, by language: a topic that can be followed, whom an entry concerns, whose date
    it is."""

    id: str
    names: dict[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Where entries hold. `off`: until a member of the association who works there confirms them. `country` and `part`
    say whose public holidays count, as `public_holidays` takes them; `zones` are the time zones of associations whose
    members work there, as long as organisers say nothing else."""

    id: str
    names: dict[str, str] = field(hash=False)
    country: str
    part: str | None = None
    off: bool = False
    zones: tuple[str, ...] = ()

    @property
    def holidays(self) -> Container[date]:
        """The dates on which nobody works there."""
        return public_holidays(self.country, self.part)


@dataclass(frozen=True, slots=True)
class Entry:
    """One administrative date. Texts are by language; `reminders` are days before, the first one furthest; `checked`
    is when somebody last compared it with its source; `opt_in`: only for those who follow its topic; `keys`: whose
    dates organisers type, which they can from `expected` on, a month and a day of the year."""

    id: str
    jurisdiction: Jurisdiction
    audience: tuple[Label, ...]
    topic: Label
    titles: dict[str, str] = field(hash=False)
    rule: Rule
    reminders: tuple[int, ...]
    level: Level
    source: str
    checked: date | None
    valid_from: date | None = None
    valid_until: date | None = None
    notes: dict[str, str] = field(hash=False, default_factory=dict)
    opt_in: bool = False
    keys: tuple[Label, ...] = ()
    expected: tuple[int, int] = (1, 1)

    @property
    def topics(self) -> tuple[Label, ...]:
        """What of it can be followed: its topic, or where several people have dates of their own, one for each."""
        return tuple(self._own(key) for key in self.keys) if len(self.keys) > 1 else (self.topic,)

    def topic_of(self, day: Day) -> Label:
        """The topic of one of its days."""
        return next((self._own(key) for key in self.keys if len(self.keys) > 1 and key.id == day.key), self.topic)

    def _own(self, key: Label) -> Label:
        names = {language: f"{name} · {key.names[language]}" for language, name in self.topic.names.items()}
        return Label(f"{self.topic.id}.{key.id}", names)

    def days(self, first: date, last: date) -> list[Day]:
        """The days that begin from `first` to `last`, both included, as far as the entry is valid."""
        start, end = max(first, self.valid_from or first), min(last, self.valid_until or last)
        return self.rule.dates(start, end, self.jurisdiction.holidays) if start <= end else []

    def ended(self, today: date) -> bool:
        """Whether it will never fall due again."""
        over = self.rule.on if isinstance(self.rule, Once) else self.valid_until
        return over is not None and over < today

    def in_season(self, today: date) -> bool:
        """Whether the dates that organisers type are known by now, as a rule, and not over yet."""
        return date(today.year, *self.expected) <= today and not self.season_over(today)

    def season_over(self, today: date) -> bool:
        """Whether nobody needs this year's dates any more."""
        return today >= date(today.year, *self.expected) + SEASON

    def off(self, confirmed: Mapping[str, date]) -> bool:
        """Whether it waits for somebody of the place to confirm it; `confirmed` says when they did, by entry id."""
        return self.jurisdiction.off and self.id not in confirmed

    def stale(self, today: date, confirmed: Mapping[str, date]) -> bool:
        """Whether nobody has checked it for `TRUSTED` days. Typed dates were looked up by whoever typed them."""
        return self.level is not Level.TYPED and today >= self.trusted_until(confirmed)

    def trusted_until(self, confirmed: Mapping[str, date]) -> date:
        """The first day on which nobody has checked it for `TRUSTED` days."""
        checks = [day for day in (self.checked, confirmed.get(self.id)) if day is not None]
        return max(checks, default=date.min) + timedelta(days=TRUSTED)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which an entry falls due. `named` is the date that its rule gave, which stays when organisers correct
    the day."""

    entry: Entry
    named: date
    day: Day

    @property
    def ref(self) -> str:
        """What it is called for good, such as "fr-cfe-payment.2026-12-15"; a typed date by its year and key, so that it
        stays the same when it is typed anew."""
        when = f"{self.named.year}-{self.day.key}" if self.day.key else self.named.isoformat()
        return f"{self.entry.id}.{when}"

    @property
    def topic(self) -> Label:
        """What somebody follows who is reminded of it."""
        return self.entry.topic_of(self.day)

    @property
    def changed_as(self) -> tuple[str, str]:
        """How history calls it when it is corrected or typed: the entry, and which of its dates."""
        return self.entry.id, f"{self.day.key}.{self.named.year}" if self.day.key else self.named.isoformat()

    @property
    def corrected(self) -> bool:
        """Whether organisers know better than the rule."""
        return self.named != self.day.first

    @property
    def reminders(self) -> tuple[date, ...]:
        """When those who follow it are reminded; for a window, before it opens."""
        return tuple(self.day.first - timedelta(days=days) for days in self.entry.reminders)

    def title(self, language: str) -> str:
        """What is due, and for whom where that makes a difference."""
        whose = next((key.names[language] for key in self.entry.keys if key.id == self.day.key), "")
        title = self.entry.titles[language]
        return f"{title} ({whose})" if whose else title


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was decided: by whom (None: they are gone), when (UTC seconds), about which entry or jurisdiction,
    and where it is about one of its dates, which (`detail`), the date before and after (ISO, or empty), and why."""

    member_id: int | None
    at: int
    act: str
    subject: str
    detail: str = ""
    before: str = ""
    after: str = ""
    why: str = ""


class Outcome(StrEnum):
    """What came of a report."""

    OPEN = ""
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says of a date. `entry` is the entry they mean, or empty; its line to organisers stands at
    `message_id`, once it does. Times are UTC seconds."""

    id: int
    member_id: int
    entry: str
    which: str
    what: str
    at: int
    settled_at: int | None
    outcome: Outcome
    channel_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Checker:
    """Somebody who was asked, at an instant (UTC seconds), to compare a jurisdiction's dates with their sources."""

    member_id: int
    jurisdiction: str
    at: int
