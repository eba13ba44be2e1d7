"""The names under which letters, jobs and threads of this room are known, and what people are asked for."""

from __future__ import annotations

from typing import Final

from cogs.warm_intros.rules import Intro, Kind

INTRODUCE: Final = "intro"
MEET: Final = "intro-met"
OWN: Final = "intro-own"
"""What an ask is for: to open a door to somebody, to be introduced to somebody, to say what came of one's search."""

ASK: Final = "warm_intros:ask"
NOTHING: Final = "warm_intros:nothing"
FOUND: Final = "warm_intros:found"
NO_THREAD: Final = "warm_intros:no-thread"
HELPED: Final = "warm_intros:helped"
"""Letters of a search: the question, "no lead this time", "a thread is open", "none could be", "did it help"."""
PRESENT: Final = "warm_intros:present"
TARGET: Final = "warm_intros:target"
NOT_THIS_TIME: Final = "warm_intros:not-this-time"
"""Letters of those who are brought together by somebody else, and to whoever thought of it."""

THREAD: Final = "warm_intros:thread"
SEARCH_JOB: Final = "warm_intros:care"
PRESENT_JOB: Final = "warm_intros:tend"


def topic(search_id: int) -> str:
    """What all are asked for one search."""
    return f"search:{search_id}"


def topic_of(intro: Intro) -> str:
    """What people are asked together: of a search, with everybody whom it asks."""
    return topic(intro.search_id) if intro.search_id is not None else f"present:{intro.id}"


def question(intro: Intro) -> str:
    """The kind of letter in which those who are brought together are asked."""
    return PRESENT if intro.kind is Kind.PRESENTED else TARGET
