"""When a question is asked, and when the room is left alone. Pure.

Two things decide. The room as it is now: nothing is asked where people talk, nor where the bot already had the last
word. And what became of the last questions: two in a row that nobody answered halve the rhythm, four end it.

    level      one more silence                 an answer    organisers take it up again
    full       half with the second in a row    full         full
    half       stopped with the fourth          full         half
    stopped    stopped                          stopped      half
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.schedule.clock import HOUR

LIVELY: Final = 12
"""Hours since a human word during which a room is lively, until organisers choose otherwise."""
HALVES: Final = 2
STOPS: Final = 4
"""Silences in a row after which the rhythm is halved, and ends."""
HINDERED: Final = 4
"""Turns in a row in which our own word stood in the way, after which organisers are told."""


class Verdict(StrEnum):
    """Whether to ask; if not, the code of the reason."""

    ASK = "ask"
    STOPPED = "stopped"
    HALF = "half-rhythm"
    PAUSED = "paused"
    QUIET = "quiet"
    LIVELY = "lively"
    OWN_WORD = "own-word"


def may_post(
    now: int,
    last_human_at: int | None,
    *,
    own_posted_last: bool,
    lively_hours: int = LIVELY,
    paused: bool = False,
    quiet: bool = False,
) -> Verdict:
    """Whether the room as it is bears a question at `now`.

    `last_human_at` is when a person last wrote (UTC seconds), None when nobody did that one knows of;
    `own_posted_last` whether the last word is something that the bot decided on by itself. Both count the room and the
    threads of the questions in it: who answers there has spoken. With `lively_hours` 0 no room is too lively.
    """
    if paused:
        return Verdict.PAUSED
    if quiet:
        return Verdict.QUIET
    if last_human_at is not None and now - last_human_at < lively_hours * HOUR:
        return Verdict.LIVELY
    return Verdict.OWN_WORD if own_posted_last else Verdict.ASK


class Level(StrEnum):
    """How often turns are taken: each, every other one, none."""

    FULL = "full"
    HALF = "half"
    STOPPED = "stopped"


class Standing(StrEnum):
    """How the last question stands: there is none, or it was answered; nobody answered yet; its silence was counted."""

    NONE = "none"
    OPEN = "open"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class BackOff:
    """What the ritual has learnt from the answers. `silences` are in a row; `asked_in` is the number of the turn in
    which something was last asked, `hindered` how many turns in a row another word of ours stood in the way."""

    level: Level = Level.FULL
    silences: int = 0
    question: Standing = Standing.NONE
    asked_in: int | None = None
    hindered: int = 0

    def skips(self, number: int) -> bool:
        """Whether this turn is left out: at half the rhythm, the one after a question. Turns are numbered one by
        one."""
        return self.level is Level.HALF and self.asked_in is not None and number - self.asked_in < 2

    def asked(self, number: int) -> BackOff:
        """After a question was asked in a turn."""
        return replace(self, question=Standing.OPEN, asked_in=number, hindered=0)

    def unasked(self) -> BackOff:
        """After what was asked never stood for people to see: nobody left it without an answer."""
        return replace(self, question=Standing.NONE, asked_in=None)

    def answered(self) -> BackOff:
        """After a person answered the last question, however late."""
        level = Level.FULL if self.level is Level.HALF else self.level
        return replace(self, level=level, silences=0, question=Standing.NONE)

    def unanswered(self) -> BackOff:
        """After one more silence."""
        silences = self.silences + 1
        level = Level.HALF if silences >= HALVES else self.level
        if silences >= STOPS or self.level is Level.STOPPED:
            level = Level.STOPPED
        return replace(self, level=level, silences=silences, question=Standing.UNANSWERED)

    def resumed(self) -> BackOff:
        """After organisers took it up again: at half the rhythm until somebody answers."""
        return replace(self, level=Level.HALF, silences=0) if self.level is Level.STOPPED else self


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of a turn. `stops`: it was this one that ended the ritual; `hindered`: it was this one that was the
    last of too many in which our own word stood in the way. Organisers are told of both."""

    after: BackOff
    verdict: Verdict
    stops: bool = False

    @property
    def hindered(self) -> bool:
        """Whether organisers learn now that nothing could be asked."""
        return self.verdict is Verdict.OWN_WORD and self.after.hindered == HINDERED


def take_turn(
    before: BackOff, number: int, room: Verdict, *, answered: bool | None, spoken_since: bool = False
) -> Turn:
    """Take a turn of the ritual. `room` is what `may_post` says; `answered` whether a person answered the last question
    (None: that can't be known, or there was none), `spoken_since` whether anybody wrote in the room after it. With the
    verdict ASK the question counts as asked; a caller with nothing to ask keeps `before`."""
    state = before.answered() if answered and before.question is not Standing.NONE else before
    if state.level is Level.STOPPED:
        return Turn(state, Verdict.STOPPED)
    if room in {Verdict.PAUSED, Verdict.QUIET}:
        return Turn(state, room)
    if answered is False and not state.skips(number) and _is_silence(state.question, room, spoken_since=spoken_since):
        state = state.unanswered()
    if state.level is Level.STOPPED:
        return Turn(state, Verdict.STOPPED, stops=True)
    if state.skips(number):
        return Turn(state, Verdict.HALF)
    if room is Verdict.ASK:
        return Turn(state.asked(number), room)
    own = room is Verdict.OWN_WORD and (spoken_since or state.question is Standing.NONE)
    return Turn(replace(state, hindered=state.hindered + 1 if own else 0), room)


def _is_silence(question: Standing, room: Verdict, *, spoken_since: bool) -> bool:
    """A question's silence counts once; and again in each turn that still finds nobody in the room since, or organisers
    would never learn that nobody is there. Where people wrote after it, it may well be another post of the bot's own
    that has the last word."""
    alone = room is Verdict.OWN_WORD and not spoken_since
    return question is Standing.OPEN or (question is Standing.UNANSWERED and alone)
