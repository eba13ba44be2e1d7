"""When a question is asked: the room as it is, and what became of the last questions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.clock import HOUR
from cogs.prompts.pace import HALVES, HINDERED, STOPS, BackOff, Level, Standing, Turn, Verdict, may_post, take_turn

NOW = 1_800_000_000
ROOMS = (Verdict.ASK, Verdict.LIVELY, Verdict.OWN_WORD, Verdict.PAUSED, Verdict.QUIET)
TIMES = st.integers(NOW - 40 * HOUR, NOW + HOUR)
"""When somebody wrote; Discord's clock may be ahead of ours."""


@given(st.none() | TIMES, st.booleans(), st.integers(0, 48), st.booleans(), st.booleans())
def test_a_question_is_asked_only_into_silence_that_is_not_our_own(
    wrote: int | None, own: bool, hours: int, paused: bool, quiet: bool
) -> None:
    verdict = may_post(NOW, wrote, own_posted_last=own, lively_hours=hours, paused=paused, quiet=quiet)
    lively = wrote is not None and wrote + hours * HOUR > NOW
    assert (verdict is Verdict.ASK) == (not (paused or quiet or lively or own))


@given(TIMES, st.integers(0, 48), st.integers(0, 48), st.booleans())
def test_more_hours_of_patience_never_make_the_bot_speak(wrote: int, hours: int, more: int, own: bool) -> None:
    if may_post(NOW, wrote, own_posted_last=own, lively_hours=hours) is not Verdict.ASK:
        patient = may_post(NOW, wrote, own_posted_last=own, lively_hours=hours + more)
        assert patient is not Verdict.ASK


@given(TIMES, st.integers(0, 40 * HOUR), st.booleans())
def test_once_a_room_is_silent_time_alone_does_not_make_it_lively(wrote: int, later: int, own: bool) -> None:
    before = may_post(NOW, wrote, own_posted_last=own)
    after = may_post(NOW + later, wrote, own_posted_last=own)
    assert before is Verdict.LIVELY or after is before


def test_each_reason_has_its_code_and_a_pause_comes_first() -> None:
    just_now, long_ago = NOW - HOUR, NOW - 12 * HOUR
    assert may_post(NOW, just_now, own_posted_last=True, paused=True, quiet=True) is Verdict.PAUSED
    assert may_post(NOW, just_now, own_posted_last=True, quiet=True) is Verdict.QUIET
    assert may_post(NOW, just_now, own_posted_last=True) is Verdict.LIVELY
    assert may_post(NOW, long_ago, own_posted_last=True) is Verdict.OWN_WORD
    assert may_post(NOW, long_ago + 1, own_posted_last=False) is Verdict.LIVELY
    assert may_post(NOW, long_ago, own_posted_last=False) is Verdict.ASK
    assert may_post(NOW, None, own_posted_last=False) is Verdict.ASK
    assert may_post(NOW, NOW, own_posted_last=False, lively_hours=0) is Verdict.ASK


@given(st.integers(0, 8))
def test_two_silences_in_a_row_halve_the_rhythm_and_four_end_it(silences: int) -> None:
    state = BackOff()
    for _ in range(silences):
        state = state.unanswered()
    level = Level.STOPPED if silences >= STOPS else Level.HALF if silences >= HALVES else Level.FULL
    assert (state.level, state.silences) == (level, silences)


def test_an_answer_restores_the_rhythm_and_organisers_what_has_stopped() -> None:
    half = BackOff().unanswered().unanswered()
    assert half.answered() == BackOff()
    stopped = half.unanswered().unanswered()
    assert stopped.answered().level is Level.STOPPED
    assert (stopped.resumed().level, stopped.resumed().silences) == (Level.HALF, 0)
    assert stopped.resumed().answered().level is Level.FULL
    assert half.resumed() == half


def test_an_answer_is_heard_once_and_says_nothing_of_what_is_taken_up_later() -> None:
    stopped = BackOff(Level.STOPPED, STOPS, Standing.UNANSWERED, 6)
    late = take_turn(stopped, 7, Verdict.LIVELY, answered=True).after
    assert late.level is Level.STOPPED
    assert take_turn(late.resumed(), 8, Verdict.LIVELY, answered=True).after.level is Level.HALF


def test_at_half_the_rhythm_the_turn_after_a_question_is_left_out() -> None:
    half = BackOff().asked(1).unanswered().asked(2).unanswered()
    assert [half.skips(number) for number in (3, 4, 5)] == [True, False, False]
    assert [half.asked(4).skips(number) for number in (5, 6)] == [True, False]
    assert not BackOff().asked(1).skips(2)


@dataclass(frozen=True, slots=True)
class Week:
    """What a turn meets; `resumed`: organisers take the ritual up again before it."""

    room: Verdict
    answered: bool | None
    resumed: bool


WEEKS = st.lists(
    st.builds(Week, st.sampled_from(ROOMS), st.sampled_from((True, False, None)), st.sampled_from([False] * 9 + [True]))
)


def live(weeks: list[Week]) -> list[tuple[BackOff, Turn]]:
    """Turn after turn: as it stood before, and what became of it."""
    state, lived = BackOff(), []
    for number, week in enumerate(weeks, start=1):
        before = state.resumed() if week.resumed else state
        turn = take_turn(before, number, week.room, answered=week.answered)
        lived.append((before, turn))
        state = turn.after
    return lived


@given(WEEKS)
def test_whatever_happens_nothing_is_asked_unless_the_room_bears_it(weeks: list[Week]) -> None:
    for week, (before, turn) in zip(weeks, live(weeks), strict=True):
        if turn.verdict is Verdict.ASK:
            assert week.room is Verdict.ASK
            assert before.level is not Level.STOPPED


@given(WEEKS)
def test_whatever_happens_at_most_four_questions_in_a_row_meet_silence(weeks: list[Week]) -> None:
    met = 0
    for week, (before, turn) in zip(weeks, live(weeks), strict=True):
        heard = bool(week.answered) and before.question is not Standing.NONE
        met = 0 if heard or week.resumed or week.answered is None else met
        met += turn.verdict is Verdict.ASK
        assert met <= STOPS


@given(WEEKS)
def test_whatever_happens_half_the_rhythm_never_asks_twice_running(weeks: list[Week]) -> None:
    for (_, first), (before, then) in pairwise(live(weeks)):
        if first.verdict is then.verdict is Verdict.ASK:
            assert before.level is Level.FULL or then.after.level is Level.FULL


@given(WEEKS)
def test_organisers_are_told_once_each_time_it_stops_and_only_they_take_it_up(weeks: list[Week]) -> None:
    told = resumed = 0
    for week, (before, turn) in zip(weeks, live(weeks), strict=True):
        resumed += week.resumed and told > resumed
        told += turn.stops
        assert told - resumed == (turn.after.level is Level.STOPPED)
        assert turn.stops == (before.level is not Level.STOPPED and turn.after.level is Level.STOPPED)


@given(WEEKS, st.sampled_from(ROOMS))
def test_an_answer_is_heard_in_whatever_turn_it_comes(weeks: list[Week], room: Verdict) -> None:
    number = len(weeks) + 1
    state = live(weeks)[-1][1].after if weeks else BackOff()
    after = take_turn(state, number, room, answered=True).after
    if state.question is not Standing.NONE:
        assert after.silences == 0
        assert after.level is (Level.STOPPED if state.level is Level.STOPPED else Level.FULL)


@given(WEEKS, st.sampled_from(ROOMS))
def test_what_cannot_be_known_is_no_silence(weeks: list[Week], room: Verdict) -> None:
    state = live(weeks)[-1][1].after if weeks else BackOff()
    after = take_turn(state, len(weeks) + 1, room, answered=None).after
    assert (after.level, after.silences) == (state.level, state.silences)


def test_a_pause_counts_nothing() -> None:
    waiting = BackOff().asked(1)
    for room in (Verdict.PAUSED, Verdict.QUIET):
        assert take_turn(waiting, 2, room, answered=False) == Turn(waiting, room)


def test_the_silence_of_a_question_counts_once_while_people_talk_of_other_things() -> None:
    state = BackOff().asked(1)
    for number in range(2, 30):
        state = take_turn(state, number, Verdict.LIVELY, answered=False).after
    assert (state.level, state.silences) == (Level.FULL, 1)


def test_a_question_that_stays_the_last_word_of_the_room_ends_in_a_word_to_organisers() -> None:
    state = BackOff().asked(1)
    turns: list[Turn] = []
    for number in range(2, 7):
        turns.append(take_turn(state, number, Verdict.OWN_WORD, answered=False))
        state = turns[-1].after
    assert [turn.verdict for turn in turns] == [Verdict.OWN_WORD] * 3 + [Verdict.STOPPED] * 2
    assert [turn.stops for turn in turns] == [False, False, False, True, False]


def test_where_people_wrote_after_a_question_its_silence_counts_once_whoever_has_the_last_word() -> None:
    """A digest in the same channel is no sign that nobody is there."""
    state = BackOff().asked(1)
    for number in range(2, 8):
        turn = take_turn(state, number, Verdict.OWN_WORD, answered=False, spoken_since=True)
        state = turn.after
        assert (turn.verdict, state.silences) == (Verdict.OWN_WORD, 1)


@given(st.lists(st.sampled_from(ROOMS)))
def test_organisers_learn_once_that_our_own_word_stands_in_the_way_each_time(rooms: list[Verdict]) -> None:
    state, row = BackOff(), 0
    for number, room in enumerate(rooms, start=1):
        turn = take_turn(state, number, room, answered=None, spoken_since=True)
        state = turn.after
        if room not in {Verdict.PAUSED, Verdict.QUIET}:
            row = row + 1 if turn.verdict is Verdict.OWN_WORD else 0
        assert turn.hindered == (turn.verdict is Verdict.OWN_WORD and row == HINDERED)


def test_where_the_last_word_is_an_unanswered_question_its_silence_is_told_and_nothing_else() -> None:
    state = BackOff().asked(1)
    turns = []
    for number in range(2, 12):
        turns.append(take_turn(state, number, Verdict.OWN_WORD, answered=False))
        state = turns[-1].after
    assert not any(turn.hindered for turn in turns)
    assert sum(turn.stops for turn in turns) == 1
