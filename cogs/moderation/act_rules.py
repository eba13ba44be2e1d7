"""What the team can do towards a member: the acts, the rules they stand on, and an act that is being prepared. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.errors import Refusal
from bot.schedule.clock import DAY, HOUR
from cogs.moderation.rules import Act, Case, Entry, Reader, Role, Someone, may_be_told

WORD: Final = 600
"""Characters of what is said to the person concerned, at most."""
APPEAL: Final = 1000
"""Characters of an appeal, at most."""
HIDDEN_FOR: Final = 365 * DAY
"""For how long a hidden introduction can't be published again, in seconds: nothing that is decided here is for ever."""

TOWARDS: Final = (Act.WARNED, Act.REMOVED, Act.PAUSED, Act.HIDDEN, Act.SILENCED, Act.PARTED)
"""What can be done towards somebody, the gentlest first."""
TOLD: Final = frozenset({Act.WARNED, Act.REMOVED, Act.PAUSED, Act.HIDDEN, Act.SILENCED})
"""What the person concerned is told, and can appeal against. Who is kept apart from whom, nobody learns."""
RULES: Final = ("respect", "insistence", "advertising", "privacy", "truth", "other")
"""The rules an act can stand on: the person concerned is told rule and act, and the word that goes with it."""
PAUSABLE: Final = (
    "introductions",
    "tips",
    "help_requests",
    "matchmaking",
    "prompts",
    "deadlines",
    "warm_intros",
    "opportunities",
)
"""The features that somebody can be paused from. Their place here is their bit in a custom id: new ones go last."""
PAUSES: Final = {"7": 7 * DAY, "14": 14 * DAY, "30": 30 * DAY, "90": 90 * DAY, "180": 180 * DAY}
"""For how long somebody can be paused, in seconds, by the code that stands in a custom id."""
SILENCES: Final = {"1": HOUR, "24": DAY, "72": 3 * DAY, "168": 7 * DAY}
"""The same for Discord's own timeout, which takes 28 days at most."""
TIMEOUT: Final = "timeout"
"""What Discord's timeout closes, named like a feature."""
AGAIN: Final = HOUR
"""For how long the very same act counts as a second press, in seconds."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An act that is being prepared: against whom (their place among `targets`), by which rule, and what it takes. It
    travels in custom ids, so whatever is made of one is `checked`."""

    case_id: int
    person: int
    act: str = ""
    rule: str = ""
    features: int = 0
    length: str = ""

    @property
    def codes(self) -> tuple[str | int, ...]:
        """The same as arguments of a custom id."""
        return self.case_id, self.person, self.act, self.rule, self.features, self.length

    @property
    def lengths(self) -> Mapping[str, int]:
        """The lengths that its act takes; none for an act that takes no time."""
        return {Act.PAUSED.value: PAUSES, Act.SILENCED.value: SILENCES}.get(self.act, {})

    @property
    def paused_from(self) -> tuple[str, ...]:
        """The features that somebody is to be paused from."""
        return tuple(name for bit, name in enumerate(PAUSABLE) if self.features >> bit & 1)

    @property
    def complete(self) -> bool:
        """Whether nothing but the word is left to say."""
        timed = not self.lengths or bool(self.length)
        return self.act in TOLD and bool(self.rule) and timed and (self.act != Act.PAUSED or bool(self.features))

    def chose(self, field: str, values: Collection[str]) -> Measure:
        """The same once something was chosen. Raises `Refusal` for what isn't offered."""
        value = next(iter(values), "")
        if field == "features":
            return checked(replace(self, features=_bits(values)))
        if field == "act":  # another act takes other things
            return checked(replace(self, act=value, features=0, length=""))
        if field == "rule":
            return checked(replace(self, rule=value))
        if field == "length":
            return checked(replace(self, length=value))
        raise Refusal("kernel-stale-press")

    def detail(self, now: int) -> dict[str, Any]:
        """What the audit keeps beside the word: codes and instants."""
        if self.act == Act.PARTED:
            return {}
        found: dict[str, Any] = {"rule": self.rule}
        if self.act == Act.PAUSED:
            found["features"] = list(self.paused_from)
        seconds = HIDDEN_FOR if self.act == Act.HIDDEN else self.lengths.get(self.length)
        return found if seconds is None else {**found, "until": now + seconds}


def _bits(features: Iterable[str]) -> int:
    named = set(features)
    if not named <= set(PAUSABLE):
        raise Refusal("kernel-stale-press")
    return sum(1 << bit for bit, name in enumerate(PAUSABLE) if name in named)


def checked(measure: Measure) -> Measure:
    """A measure whose every part is one that is offered, or still open. Raises `Refusal` for any other."""
    known = (
        measure.act in {"", *TOWARDS}
        and measure.rule in {"", *RULES}
        and measure.features < 1 << len(PAUSABLE)
        and measure.length in {"", *measure.lengths}
    )
    if not known:
        raise Refusal("kernel-stale-press")
    return measure


# Towards whom


def targets(case: Case) -> list[Someone]:
    """Towards whom something can be done in a case, in an order that stays: whom it is about, then who is named."""
    found = {who.alias: who for who in (*case.of(Role.CONCERNED), *case.of(Role.NAMED))}
    return list(found.values())


def target(case: Case, person: int) -> Someone:
    """One of them, by their place. Raises `Refusal` for nobody."""
    found = targets(case)
    if person >= len(found):
        raise Refusal("kernel-stale-press")
    return found[person]


def is_only_named(case: Case, measure: Measure) -> bool:
    """Whether a case only speaks of whom an act would be towards, or of somebody of the same name."""
    who = target(case, measure.person)
    return all(one.alias != who.alias for one in case.of(Role.CONCERNED))


def to_part(case: Case, who: Someone) -> list[Someone]:
    """Whom somebody may be kept apart from: who told of it and, of whom a case is about, those who are named. The entry
    stands on their list, never on that of the one concerned."""
    concerned = any(one.alias == who.alias for one in case.of(Role.CONCERNED))
    found = [case.reporter, *(case.of(Role.NAMED) if concerned else ())]
    return [one for one in {one.alias: one for one in found}.values() if one.id is not None and one.alias != who.alias]


def is_again(before: Iterable[Entry], measure: Measure, by: Someone, who: Someone, word: str, now: int) -> bool:
    """Whether this is what the same person just did to the same one, in the same words: a second press."""
    same = (measure.act, by.alias, who.alias, word, _lasting(measure.detail(now), now))
    return any(
        same == (entry.act, entry.actor.alias, entry.target.alias, entry.reason, _lasting(entry.detail, entry.at))
        for entry in before
        if entry.target is not None and now - entry.at < AGAIN
    )


def _lasting(detail: Mapping[str, Any], since: int) -> dict[str, Any]:
    """A detail with how long it lasts in place of until when."""
    return {**detail, "until": int(detail.get("until", since)) - since}


# Appeals


@dataclass(frozen=True, slots=True)
class Appeal:
    """What somebody says against an act that was done towards them, and what came of it. `decision` is `kept`,
    `lifted`, or None while nobody decided; `word` goes with it. Times are UTC seconds; the line in the organisers'
    channel is (`line_channel_id`, `line_message_id`)."""

    act_id: int
    said: str
    at: int
    member_id: int | None
    decision: str | None
    word: str
    decided_at: int | None
    line_channel_id: int | None
    line_message_id: int | None


def check_own(entry: Entry | None, alias: str) -> Entry:
    """An act that was done to this person and that they were told. Raises `Refusal` for any other."""
    if entry is None or entry.act not in TOLD or entry.target is None or entry.target.alias != alias:
        raise Refusal("kernel-stale-press")
    return entry


def may_decide(entry: Entry, case: Case, reader: Reader) -> bool:
    """Whether somebody may decide on an appeal: of the team, or its referent, but neither who did it nor anybody who is
    in the case."""
    of_team = reader.organiser or reader.referent
    return of_team and entry.actor.alias != reader.alias and may_be_told(case, reader)
