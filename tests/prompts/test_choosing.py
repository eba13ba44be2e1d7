"""What is asked: what holds whatever there is to ask about, and whatever was asked before."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.schedule.clock import DAY
from cogs.prompts.rules import YEAR, Posted, Prompt, Source, State, Subject, Suggestion, Theme, check_waiting, choose

NOW = 1_800_000_000
WEEK = 7 * DAY
ORDER = list(Source)
BANK = [Subject(Source.BANK, f"{theme}-{number}", theme) for theme in Theme for number in range(1, 11)]

REFS = st.sampled_from([str(number) for number in range(6)])
THEMES = st.sampled_from(Theme)
SUBJECT = st.one_of(
    st.builds(Subject, st.sampled_from(ORDER[:3]), REFS, st.none(), st.integers(1, 4)),
    st.builds(Subject, st.just(Source.SUGGESTION), REFS, st.none() | THEMES, st.integers(1, 4)),
    st.sampled_from(BANK),
)
SUBJECTS = st.lists(SUBJECT, max_size=15, unique_by=lambda subject: (subject.source, subject.ref))
CHOSEN = st.frozensets(THEMES)


def posted(subject: Subject, ago: int) -> Posted:
    """The subject, asked `ago` seconds ago."""
    return Posted(subject.source, subject.ref, subject.theme, NOW - ago)


HISTORY = st.lists(
    st.builds(posted, SUBJECT, st.integers(1, 2 * YEAR)), max_size=12, unique_by=lambda posted: posted.at
)


def latest(history: list[Posted]) -> Theme | None:
    """The theme of what was asked last."""
    return max(history, key=lambda posted: posted.at).theme if history else None


def allowed(subjects: list[Subject], history: list[Posted], themes: frozenset[Theme]) -> list[Subject]:
    """What may be asked at all, read aloud from the rule."""
    recent = {(posted.source, posted.ref) for posted in history if NOW - posted.at < YEAR}
    fresh = [subject for subject in subjects if (subject.source, subject.ref) not in recent]
    return [subject for subject in fresh if subject.source is not Source.BANK or subject.theme in themes]


@given(SUBJECTS, HISTORY, CHOSEN, st.text(max_size=5))
def test_something_is_asked_exactly_when_something_may_be(
    subjects: list[Subject], history: list[Posted], themes: frozenset[Theme], seed: str
) -> None:
    found = choose(subjects, history, themes, now=NOW, seed=seed)
    may_be = allowed(subjects, history, themes)
    assert (found in may_be) if may_be else found is None


@given(SUBJECTS, HISTORY, CHOSEN, st.text(max_size=5))
def test_a_theme_follows_itself_only_where_nothing_else_may_be_asked(
    subjects: list[Subject], history: list[Posted], themes: frozenset[Theme], seed: str
) -> None:
    found = choose(subjects, history, themes, now=NOW, seed=seed)
    if found is not None and found.theme is not None and found.theme is latest(history):
        assert {subject.theme for subject in allowed(subjects, history, themes)} == {found.theme}


@given(SUBJECTS, HISTORY, CHOSEN, st.text(max_size=5))
def test_what_is_real_goes_first_in_the_order_of_the_issue(
    subjects: list[Subject], history: list[Posted], themes: frozenset[Theme], seed: str
) -> None:
    found = choose(subjects, history, themes, now=NOW, seed=seed)
    last = latest(history)
    turns = [one for one in allowed(subjects, history, themes) if one.theme is None or one.theme is not last]
    if found is not None and turns:
        assert ORDER.index(found.source) == min(ORDER.index(subject.source) for subject in turns)
        assert found.since == min(subject.since for subject in turns if subject.source is found.source)


@given(SUBJECTS, HISTORY, CHOSEN, st.text(max_size=5))
def test_the_bank_begins_with_the_theme_that_rested_longest(
    subjects: list[Subject], history: list[Posted], themes: frozenset[Theme], seed: str
) -> None:
    found = choose(subjects, history, themes, now=NOW, seed=seed)
    if found is not None and found.source is Source.BANK:
        rested = {one.theme: one.at for one in sorted(history, key=lambda one: one.at)}
        others = [one for one in allowed(subjects, history, themes) if one.source is Source.BANK]
        assert rested.get(found.theme, 0) == min(rested.get(one.theme, 0) for one in others)


@given(SUBJECTS, HISTORY, CHOSEN, st.text(max_size=5), st.randoms(use_true_random=False))
def test_the_same_is_asked_in_whatever_order_things_come(
    subjects: list[Subject], history: list[Posted], themes: frozenset[Theme], seed: str, chance: Random
) -> None:
    mixed, remembered = list(subjects), list(history)
    chance.shuffle(mixed)
    chance.shuffle(remembered)
    found = choose(subjects, history, themes, now=NOW, seed=seed)
    assert choose(mixed, remembered, themes, now=NOW, seed=seed) == found


@given(SUBJECTS, HISTORY, CHOSEN, st.text(max_size=5), st.data())
def test_what_is_not_asked_can_go_without_changing_what_is(
    subjects: list[Subject], history: list[Posted], themes: frozenset[Theme], seed: str, data: st.DataObject
) -> None:
    found = choose(subjects, history, themes, now=NOW, seed=seed)
    fewer = [subject for subject in subjects if subject == found or data.draw(st.booleans())]
    assert choose(fewer, history, themes, now=NOW, seed=seed) == found


def test_a_suggestion_waits_a_week_when_its_theme_was_the_last() -> None:
    prices = Subject(Source.SUGGESTION, "1", Theme.TARIFS, since=1)
    just_asked = [posted(BANK[20], WEEK)]
    assert just_asked[0].theme is Theme.TARIFS
    found = choose([prices, *BANK], just_asked, list(Theme), now=NOW, seed="")
    assert found is not None
    assert (found.source, found.theme is Theme.TARIFS) == (Source.BANK, False)
    later = [*just_asked, posted(found, 0)]
    assert choose([prices, *BANK], later, list(Theme), now=NOW + WEEK, seed="") == prices
    assert choose([prices, *BANK], just_asked, [Theme.TARIFS], now=NOW, seed="") == prices


def test_each_occurrence_draws_anew() -> None:
    drawn = {choose(BANK, [], list(Theme), now=NOW, seed=f"1 {number}") for number in range(40)}
    assert len(drawn) > 20


def weeks(count: int, themes: frozenset[Theme], seed: str) -> list[Posted]:
    """What the bank gives in so many weeks."""
    history: list[Posted] = []
    for week in range(count):
        now = NOW + week * WEEK
        found = choose(BANK, history, themes, now=now, seed=f"{seed} {week}")
        if found is not None:
            history.append(Posted(found.source, found.ref, found.theme, now))
    return history


@settings(max_examples=20)  # each is two years long
@given(CHOSEN, st.text(max_size=5))
def test_two_years_of_the_bank_alone_repeat_nothing_within_one_and_no_theme_in_a_row(
    themes: frozenset[Theme], seed: str
) -> None:
    history = weeks(104, themes, seed)
    before: dict[str, int] = {}
    for one in history:
        assert one.at - before.get(one.ref, one.at - YEAR) >= YEAR
        before[one.ref] = one.at
    assert {one.theme for one in history} == themes
    if len(themes) > 1:
        assert all(first.theme is not then.theme for first, then in pairwise(history))


@settings(max_examples=20)
@given(st.text(max_size=5))
def test_with_all_themes_each_has_its_turn_in_seven_weeks_and_none_is_missed(seed: str) -> None:
    history = weeks(70, frozenset(Theme), seed)
    assert len(history) == len({one.ref for one in history}) == 70
    assert all({one.theme for one in history[at : at + 7]} == set(Theme) for at in range(64))


def test_a_question_of_the_bank_is_said_in_the_voice_of_the_place() -> None:
    prompt = Prompt("out-02", Theme.OUTILS, "Montre ?", "Montrez ?")
    assert [prompt.said(voice) for voice in ("tu", "vous")] == ["Montre ?", "Montrez ?"]
    assert prompt.subject == Subject(Source.BANK, "out-02", Theme.OUTILS)


def suggestion(state: State = State.WAITING, *, named: bool = True, author_id: int | None = 7) -> Suggestion:
    """A question that somebody proposed."""
    return Suggestion(3, author_id, "Et vous ?", Theme.OUTILS, named, state, NOW, None)


def test_whoever_proposed_a_question_is_named_if_they_wish_and_are_still_there() -> None:
    assert suggestion().credit == 7
    assert suggestion(named=False).credit is None
    assert suggestion(author_id=None).credit is None


def test_a_suggestion_waits_from_the_day_on_which_it_was_made() -> None:
    assert suggestion().subject == Subject(Source.SUGGESTION, "3", Theme.OUTILS, NOW)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.DECLINED, State.WITHDRAWN])
def test_a_suggestion_is_decided_once(state: State) -> None:
    assert check_waiting(suggestion()) == suggestion()
    for gone in (suggestion(state), None):
        with pytest.raises(Refusal):
            check_waiting(gone)
