"""When a search goes on, and what it speaks of: pure rules."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.schedule.clock import DAY, MINUTE
from bot.schedule.quiet import QuietHours
from cogs.warm_intros import pace, search_rules
from cogs.warm_intros.pace import MOST, Step
from cogs.warm_intros.rules import SEARCHES, WHY, Answer, Asked, Search, SearchState

QUIET = QuietHours(ZoneInfo("Europe/Paris"))
START = 1767690000
"""A Tuesday in January, 10 in the morning."""

instants = st.integers(START, START + 40 * DAY)
answers = st.sampled_from([None, *Answer])
silences = st.sampled_from([2, 3, 5])


def search(begun: int, silence: int = 3) -> Search:
    """Somebody looks for somebody since then."""
    by = pace.answer_by(QUIET, begun, silence)
    return Search(1, 7, "Un notaire", "Un conseil", SearchState.LOOKING, begun, by, None)


Case = tuple[Search, list[Asked], int, int, bool]


@st.composite
def situations(draw: st.DrawFn) -> Case:
    """A search, whom it asked so far, an instant, the days of a silence, and whether a member is asked."""
    silence = draw(silences)
    begun = draw(instants)
    now = begun + draw(st.integers(0, 30 * DAY))
    ats = draw(st.lists(st.integers(begun, now), max_size=MOST + 1))
    asked = [Asked(1, 100 + number, at, ("door",), None, draw(answers)) for number, at in enumerate(sorted(ats))]
    return search(begun, silence), asked, now, silence, draw(st.booleans())


@given(situations())
def test_it_ends_on_its_day_and_never_earlier_whoever_was_asked(
    case: tuple[Search, list[Asked], int, int, bool],
) -> None:
    found, asked, now, silence, target = case
    step = pace.step(found, asked, now, QUIET, silence, target=target)
    assert step.ends == (now >= found.answer_by and QUIET.over_at(now) == now)
    assert step == pace.step(found, [], now, QUIET, silence) or not step.ends
    if now < found.answer_by:
        assert now < step.at <= found.answer_by


@given(situations())
def test_one_at_a_time_with_a_working_day_to_answer(case: Case) -> None:
    found, asked, now, silence, target = case
    step = pace.step(found, asked, now, QUIET, silence, target=target)
    waiting = {one.member_id for one in asked if one.answer is None} - {*step.silent}
    if step.asks:
        assert not waiting
        assert not target
        assert len(asked) < MOST
        assert QUIET.after_working_days(now, 1) <= found.answer_by
    for one in asked:
        over = QUIET.after_working_days(one.at, silence) <= now
        if now < found.answer_by:
            assert (one.member_id in step.silent) == (one.answer is None and over)


@given(instants, silences)
def test_the_day_is_in_working_hours_and_depends_on_nothing_but_the_instant(begun: int, silence: int) -> None:
    by = pace.answer_by(QUIET, begun, silence)
    assert QUIET.over_at(by) == by
    assert by >= begun + 4 * silence * DAY * 5 // 7 - DAY


def test_the_first_step_asks_somebody_and_looks_again_the_next_day() -> None:
    begun = search(START)
    assert pace.step(begun, [], START, QUIET, 3) == Step(at=START + DAY, asks=True)
    asked = [Asked(1, 9, START, ("door",), None, None)]
    assert pace.step(begun, asked, START + MINUTE, QUIET, 3) == Step(at=START + 3 * DAY)


def test_the_fourth_of_four_silent_people_is_still_asked_in_time() -> None:
    begun, now, asked = search(START), START, list[Asked]()
    while now < begun.answer_by:
        step = pace.step(begun, asked, now, QUIET, 3)
        asked = [
            Asked(1, one.member_id, one.at, (), None, Answer.SILENT if one.member_id in step.silent else one.answer)
            for one in asked
        ]
        if step.asks:
            asked.append(Asked(1, len(asked), now, ("door",), None, None))
        now = min(step.at + MINUTE, begun.answer_by)
    assert len(asked) == 4


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("un imprimeur à Laval", "un imprimeur"),
        ("quelqu’un à la CCI", "quelqu’un"),
        ("une salle", "une salle"),
    ],
)
def test_a_place_at_the_end_is_no_subject(text: str, left: str) -> None:
    assert search_rules.without_place(text) == left


def test_words_for_anybody_are_left_out() -> None:
    assert "notaire" in search_rules.telling("Une personne qui est notaire")
    assert "personne" not in search_rules.telling("Une personne qui est notaire")


@given(st.text(max_size=200), st.text(max_size=400))
def test_whatever_is_typed_is_refused_or_kept_on_one_line(who: str, why: str) -> None:
    try:
        said = search_rules.read({"who": who, "why": why})
    except Refusal:
        return
    assert "\n" not in said.who + said.why
    assert 0 < len(said.why) <= WHY


def test_a_third_search_waits_until_one_is_over() -> None:
    open_ = [search(START)] * SEARCHES
    with pytest.raises(Refusal, match="intros-searches-full"):
        search_rules.check_room(open_, START)
    search_rules.check_room(open_[1:], START)


def test_a_search_that_was_withdrawn_keeps_its_seat_for_a_week() -> None:
    gone = replace(search(START), state=SearchState.WITHDRAWN, closed_at=START)
    with pytest.raises(Refusal) as refused:
        search_rules.check_room([gone, search(START)], START + 7 * DAY - 1)
    assert refused.value.values["free"] == f"<t:{START + 7 * DAY}:D>"
    search_rules.check_room([gone, search(START)], START + 7 * DAY)
    over = replace(gone, state=SearchState.ENDED)
    search_rules.check_room([over, over], START)
