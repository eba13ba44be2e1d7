"""When something is due for a request: others are asked, its asker is asked, organisers are told, it is set aside.
Pure; each association sets its own pace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from bot.schedule.clock import DAY
from bot.schedule.quiet import QuietHours
from cogs.help_requests.rules import Request

FIRST_QUESTION: Final = 3
"""Working days ("72 h") without an answer after which the asker is asked how it stands."""
SECOND_QUESTION: Final = 10 * DAY
ASIDE: Final = 21 * DAY
"""After this long without a sign of life it is set aside, silently; in seconds, as the one above."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What an association chose: how many people are asked at once, then working days until others are asked and until
    the digest tells of it, and days until organisers are told. None: this step is left out. `networks`: whether an
    asker whom nobody could help hears of other networks."""

    at_once: int = 3
    again: int | None = 1
    digest: int | None = 3
    organisers: int | None = 7
    networks: bool = True


@dataclass(frozen=True, slots=True)
class Times:
    """When each step of one request is due (UTC seconds); None: never, as it stands."""

    others: int | None
    first_question: int | None
    second_question: int
    aside: int
    digest: int | None
    organisers: int | None
    dry: int | None

    def after(self, now: int) -> int:
        """The next instant after `now` at which something is due."""
        steps = (self.others, self.first_question, self.second_question, self.aside, self.dry)
        return min((at for at in steps if at is not None and at > now), default=self.aside)


def times(request: Request, last_asked: int | None, quiet: QuietHours, pace: Pace) -> Times:
    """The steps of a request. `last_asked` is when people were last asked for it, None while nobody was."""
    since, waiting = request.created_at, not request.answered
    digest = _working_days(quiet, since, pace.digest) if waiting and not request.private else None
    organisers = since + pace.organisers * DAY if pace.organisers and waiting and not request.private else None
    return Times(
        others=_working_days(quiet, last_asked or since, pace.again) if waiting and pace.at_once else None,
        first_question=quiet.after_working_days(since, FIRST_QUESTION) if waiting else None,
        second_question=quiet.over_at(since + SECOND_QUESTION),
        aside=request.updated_at + ASIDE,
        digest=digest,
        organisers=None if organisers is None else quiet.over_at(organisers),
        dry=_dry(request, quiet, digest, organisers) if waiting and pace.networks else None,
    )


def _working_days(quiet: QuietHours, since: int, days: int | None) -> int | None:
    return None if days is None else quiet.after_working_days(since, days)


def _dry(request: Request, quiet: QuietHours, *steps: int | None) -> int:
    """From when on its asker hears of other networks, if there is nobody left to ask: once each step was taken, or on
    the day by which help was needed; never on the first day."""
    first = quiet.after_working_days(request.created_at, 1)
    needed = datetime.combine(request.by_when, time.min, quiet.zone).astimezone(UTC)
    last = max((at for at in steps if at is not None), default=first)
    return quiet.over_at(max(first, min(last, int(needed.timestamp()))))
