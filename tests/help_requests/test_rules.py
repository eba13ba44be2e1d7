"""What a request may hold, and when something is due for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.schedule.quiet import QuietHours
from cogs.help_requests import pace, rules
from cogs.help_requests.pace import Pace
from cogs.help_requests.rules import Request, State

TODAY = date(2026, 1, 6)
PARIS = ZoneInfo("Europe/Paris")
QUIET = QuietHours(PARIS)
GOOD = {"question": "Comment facturer ?", "by_when": "vendredi", "line": "Relire une facture", "details": ""}


def at(local: str) -> int:
    """A local time as an instant."""
    return int(datetime.fromisoformat(local).replace(tzinfo=PARIS).astimezone(UTC).timestamp())


def request(**changes: Any) -> Request:
    """A request of a Tuesday morning."""
    now = at("2026-01-06 10:00")
    values: dict[str, Any] = {
        "id": 1,
        "asker_id": 7,
        "question": "Comment facturer ?",
        "by_when": date(2026, 2, 27),
        "category": "",
        "details": "",
        "private": False,
        "line": "",
        "state": State.OPEN,
        "round": 0,
        "answered_at": None,
        "created_at": now,
        "updated_at": now,
        "solved_at": None,
        "worked": "",
        "thread_id": None,
    }
    return Request(**{**values, **changes})


def refused(fields: dict[str, str], *, private: bool = False) -> Refusal:
    """Why a form is refused."""
    with pytest.raises(Refusal) as caught:
        rules.read({**GOOD, **fields}, TODAY, private=private)
    return caught.value


def test_a_form_is_read_and_cleaned() -> None:
    said = rules.read({**GOOD, "question": "  Comment\nfacturer ?\u202e "}, TODAY, private=False)
    assert (said.question, said.by_when, said.line) == ("Comment facturer ?", date(2026, 1, 9), "")


@pytest.mark.parametrize("typed", ["bientôt", "", "32/1", "🙂"])
def test_a_day_that_is_not_understood_is_refused_with_what_was_typed(typed: str) -> None:
    assert refused({"by_when": typed}).key == "help-day-not-understood"
    assert refused({"by_when": typed}).values == {"typed": typed}


@pytest.mark.parametrize(("typed", "past"), [("5/1/2026", "yes"), ("5/1/2028", "no")])
def test_a_day_is_neither_over_nor_years_away(typed: str, past: str) -> None:
    found = refused({"by_when": typed})
    assert (found.key, found.values) == ("help-day-out-of-reach", {"past": past})


def test_the_day_itself_may_be_today() -> None:
    assert rules.read({**GOOD, "by_when": "aujourd’hui"}, TODAY, private=False).by_when == TODAY


def test_a_private_request_needs_its_line_and_a_public_one_does_not() -> None:
    assert refused({"line": " … "}, private=True).values == {"field": "line"}
    assert rules.read({**GOOD, "line": ""}, TODAY, private=False).line == ""


@pytest.mark.parametrize(("field", "limit"), [("question", 200), ("details", 1000), ("line", 200)])
def test_what_is_too_long_says_how_long_it_may_be(field: str, limit: int) -> None:
    found = refused({field: "x" * (limit + 1)}, private=True)
    assert found.values == {"field": field, "limit": limit, "length": limit + 1}


@given(st.lists(st.text("abcé -", min_size=2, max_size=12), min_size=1, max_size=12), st.sampled_from(",;\n"))
def test_subjects_are_different_things_whatever_parts_them(typed: list[str], between: str) -> None:
    said = {label.strip(" -").casefold() for label in (" ".join(piece.split()) for piece in typed)}
    if not any(sum(letter.isalnum() for letter in label) > 1 for label in said):
        return
    found = rules.read_subjects(between.join(typed))
    assert 0 < len(found) <= len(typed)
    assert len({label.casefold() for label in found}) == len(found)


@pytest.mark.parametrize(
    ("typed", "key"), [(" , ;\n", "help-subjects-blank"), (",".join("abcdefghijklm"), "help-subjects-blank")]
)
def test_subjects_that_say_nothing_are_refused(typed: str, key: str) -> None:
    with pytest.raises(Refusal) as caught:
        rules.read_subjects(typed)
    assert caught.value.key == key


def test_more_subjects_than_anybody_reads_are_refused() -> None:
    with pytest.raises(Refusal) as caught:
        rules.read_subjects(", ".join(f"sujet {number}" for number in range(13)))
    assert caught.value.values == {"limit": 12, "count": 13}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.fr", "https://a.fr) [b](https://b.fr", "https://", "a.fr", "https://a b.fr"]
)
def test_a_network_has_the_address_of_a_page(url: str) -> None:
    with pytest.raises(Refusal) as caught:
        rules.read_network({"name": "Un réseau", "purpose": "Des formations", "url": url}, 0)
    assert caught.value.key == "help-network-address"
    said = rules.read_network({"name": "Un réseau", "purpose": "Des formations", "url": "https://a.fr/b?c=d"}, 0)
    assert said.url == "https://a.fr/b?c=d"


@pytest.mark.parametrize(
    ("matched", "concepts", "strong"),
    [
        (0, 0, False),
        (0, 1, False),
        (1, 1, True),
        (1, 2, False),
        (2, 2, True),
        (1, 3, False),
        (2, 4, True),
        (2, 5, False),
    ],
)
def test_a_strong_match_shares_two_things_and_half_of_the_question(matched: int, concepts: int, strong: bool) -> None:
    assert rules.is_strong(matched, concepts) is strong


def test_somebody_elses_request_and_none_at_all_are_refused_in_the_same_words() -> None:
    refusals = []
    for found in (None, request(asker_id=8)):
        with pytest.raises(Refusal) as caught:
            rules.check_own(found, 7)
        refusals.append((caught.value.key, caught.value.values))
    assert refusals[0] == refusals[1]


# When something is due


def test_the_steps_of_a_request_that_nobody_answers() -> None:
    steps = pace.times(request(), at("2026-01-06 10:00"), QUIET, Pace())
    assert steps.others == at("2026-01-07 10:00")
    assert steps.first_question == steps.digest == at("2026-01-09 10:00")
    assert steps.organisers == at("2026-01-13 10:00")
    assert steps.second_question == at("2026-01-16 10:00")
    assert steps.aside == at("2026-01-27 10:00")
    assert steps.dry == steps.organisers


def test_a_weekend_and_the_night_are_no_working_time() -> None:
    asked = request(created_at=at("2026-01-09 20:00"), updated_at=at("2026-01-09 20:00"))
    steps = pace.times(asked, asked.created_at, QUIET, Pace())
    assert steps.others == at("2026-01-13 08:30")
    assert steps.organisers == at("2026-01-19 08:30")


def test_each_step_can_be_left_out() -> None:
    steps = pace.times(
        request(), None, QUIET, Pace(at_once=0, again=None, digest=None, organisers=None, networks=False)
    )
    assert (steps.others, steps.digest, steps.organisers, steps.dry) == (None, None, None, None)
    assert pace.times(request(), None, QUIET, Pace(again=None)).others is None


def test_a_private_request_never_reaches_the_digest_or_the_organisers() -> None:
    steps = pace.times(request(private=True, line="x y"), None, QUIET, Pace())
    assert (steps.digest, steps.organisers) == (None, None)
    assert steps.dry == at("2026-01-07 10:00")


def test_once_somebody_answers_nobody_else_is_asked() -> None:
    for answered in (request(answered_at=1), request(state=State.UNDER_WAY)):
        steps = pace.times(answered, 1, QUIET, Pace())
        assert (steps.others, steps.first_question, steps.organisers, steps.dry) == (None, None, None, None)
        assert steps.second_question < steps.aside


def test_other_networks_come_by_the_day_on_which_help_was_needed_at_the_latest() -> None:
    soon = request(by_when=date(2026, 1, 8))
    assert pace.times(soon, None, QUIET, Pace()).dry == at("2026-01-08 08:30")
    today = request(by_when=date(2026, 1, 6))
    assert pace.times(today, None, QUIET, Pace()).dry == at("2026-01-07 10:00")


@given(
    start=st.integers(at("2026-01-01 00:00"), at("2027-01-01 00:00")),
    private=st.booleans(),
    again=st.sampled_from([None, 1, 2, 3]),
    later=st.integers(0, 30 * DAY),
)
def test_what_comes_next_is_never_in_the_past_and_never_at_night(
    start: int, private: bool, again: int | None, later: int
) -> None:
    steps = pace.times(request(created_at=start, updated_at=start, private=private), None, QUIET, Pace(again=again))
    now = start + later
    assert steps.after(now) > now or steps.after(now) == steps.aside
    for step in (steps.others, steps.first_question, steps.second_question, steps.organisers, steps.dry):
        assert step is None or (step > start and QUIET.over_at(step) == step)
