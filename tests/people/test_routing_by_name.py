"""Who is asked to lend a hand: a few people by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from bot.people.routing import (
    COMMONEST,
    FATIGUE,
    PLACE,
    RAREST,
    TRADE,
    WORDS,
    Helper,
    Proposal,
    Reason,
    Request,
    Roster,
    choose,
    how_many,
)

ANNA, BRUNO, CHLOE, DRISS, EMMA = range(1, 6)
WEBFLOW = Request(
    7, EMMA, words=frozenset({"webflow", "devi"}), trades=frozenset({"web"}), zone="53", newcomer=False, since=0
)


def ask(request: Request, people: list[Helper], *, place_will_do: bool = False) -> list[Proposal]:
    """Choose when nobody is kept apart and nobody was asked before."""
    return choose(request, Roster(people), avoided=(), asked=(), place_will_do=place_will_do)


def helper(member_id: int, *phrases: str, trade: str | None = None, zone: str | None = None, asked: int = 0) -> Helper:
    """Somebody who wrote some phrases, whose words are stems already; to be asked three times a week at most."""
    return Helper(member_id, trade, zone, {word.lower(): said for said in phrases for word in said.split()}, 3, asked)


def test_anna_is_told_that_she_wrote_webflow_and_lives_in_the_53() -> None:
    (found,) = ask(WEBFLOW, [helper(ANNA, "sites Webflow", zone="53"), helper(BRUNO, "photo", zone="53")])
    assert found.member_id == ANNA
    assert found.reasons == (Reason("word", "sites Webflow"), Reason("place", "53"))
    assert found.score == RAREST + PLACE


def test_bruno_does_the_trade_and_is_asked_after_anna_who_wrote_the_word() -> None:
    people = [helper(BRUNO, trade="web", zone="53"), helper(ANNA, "sites Webflow"), helper(CHLOE, "photo", trade="art")]
    assert [(found.member_id, found.reasons) for found in ask(WEBFLOW, people)] == [
        (ANNA, (Reason("word", "sites Webflow"),)),
        (BRUNO, (Reason("trade", "web"), Reason("place", "53"))),
    ]


def test_a_word_that_everybody_wrote_still_says_more_than_the_trade() -> None:
    people = [helper(ANNA, "Webflow"), helper(BRUNO, "Webflow"), helper(CHLOE, "Webflow")]
    assert {found.score for found in ask(WEBFLOW, people)} == {COMMONEST}
    assert PLACE < TRADE < COMMONEST < RAREST


def test_chloe_alone_wrote_devis_and_comes_before_those_who_wrote_webflow() -> None:
    people = [helper(ANNA, "Webflow"), helper(BRUNO, "Webflow"), helper(CHLOE, "devi"), helper(DRISS, "photo")]
    found = {proposal.member_id: proposal.score for proposal in ask(WEBFLOW, people)}
    assert found == {CHLOE: RAREST, ANNA: (RAREST + COMMONEST) / 2, BRUNO: (RAREST + COMMONEST) / 2}
    assert ask(WEBFLOW, people)[0].member_id == CHLOE


def test_anna_was_asked_this_week_and_leaves_it_to_bruno() -> None:
    anna, bruno = helper(ANNA, "Webflow", zone="53", asked=2), helper(BRUNO, "Webflow")
    found = ask(WEBFLOW, [anna, bruno])
    assert [proposal.member_id for proposal in found] == [ANNA, BRUNO]
    assert found[0].score == pytest.approx((COMMONEST + PLACE) * FATIGUE**2)
    tired = ask(WEBFLOW, [replace(anna, cap=9, asked=3), bruno])
    assert [proposal.member_id for proposal in tired] == [BRUNO, ANNA]


def test_emma_is_not_asked_to_help_herself() -> None:
    people = [helper(EMMA, "Webflow", zone="53"), helper(ANNA, "Webflow")]
    assert [found.member_id for found in ask(WEBFLOW, people)] == [ANNA]


def test_a_neighbour_with_nothing_else_in_common_is_asked_only_when_nobody_is_left() -> None:
    people = [helper(ANNA, "photo", zone="53"), helper(BRUNO, "photo", zone="72")]
    assert ask(WEBFLOW, people) == []
    assert ask(WEBFLOW, people, place_will_do=True) == [Proposal(ANNA, PLACE, (Reason("place", "53"),))]


def test_someone_without_trade_or_zone_is_no_match_for_a_request_without() -> None:
    nowhere = replace(WEBFLOW, words=frozenset(), trades=frozenset(), zone=None)
    assert ask(nowhere, [helper(ANNA), helper(BRUNO, "Webflow")], place_will_do=True) == []


def test_two_words_of_one_phrase_are_one_reason() -> None:
    (found,) = ask(WEBFLOW, [helper(ANNA, "devi Webflow")])
    assert found.reasons == (Reason("word", "devi Webflow"),)
    assert found.score == 2 * RAREST


def test_a_long_story_counts_by_its_rarest_words() -> None:
    story = replace(WEBFLOW, words=frozenset(f"mot{number}" for number in range(20)), trades=frozenset())
    anna = helper(ANNA, *(f"mot{number}" for number in range(20)))
    rare = helper(BRUNO, "mot3", "mot8")
    assert len(ask(story, [anna])[0].reasons) == WORDS
    found = {proposal.member_id: proposal for proposal in ask(story, [anna, rare, helper(CHLOE, "photo")])}
    assert Reason("word", "mot3") not in found[ANNA].reasons


def test_among_equals_each_comes_first_as_often_as_the_others() -> None:
    roster = Roster(helper(member_id, "Webflow") for member_id in range(10, 20))
    first, chosen = Counter[int](), Counter[int]()
    for number in range(2_000):
        found = choose(replace(WEBFLOW, id=number), roster, avoided=(), asked=())
        first[found[0].member_id] += 1
        chosen.update(proposal.member_id for proposal in found)
    assert len(first) == len(chosen) == 10
    assert all(150 <= times <= 250 for times in first.values())  # 200, give or take almost four standard deviations
    assert all(500 <= times <= 700 for times in chosen.values())


@pytest.mark.parametrize(("rounds", "count"), [(0, 3), (10, 3), (15, 2), (20, 2), (30, 1), (500, 1)])
def test_thirty_asks_a_week_are_shared_by_its_requests(rounds: int, count: int) -> None:
    assert how_many(Roster(helper(member_id) for member_id in range(10)), rounds) == count
