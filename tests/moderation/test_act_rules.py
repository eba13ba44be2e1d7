"""What can be chosen of an act, towards whom it may be, and who decides on an appeal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from cogs.moderation import act_rules
from cogs.moderation.act_rules import PAUSABLE, PAUSES, RULES, SILENCES, TOWARDS, Measure, checked
from cogs.moderation.rules import Act, Case, Entry, Person, Reader, Role, Someone, State

NOW = 1800000000
RITA, CARL, NORA, OLGA = Someone(1, "rita"), Someone(2, "carl"), Someone(3, "nora"), Someone(4, "olga")


def case(*people: Person, said: str = "Il insiste.", reporter: Someone = RITA) -> Case:
    """A case that somebody reported."""
    return Case(
        id=7,
        state=State.TAKEN,
        sort="insistence",
        urgent=False,
        said=said,
        reporter=reporter,
        channel_id=None,
        message_id=None,
        readers="all",
        began_at=NOW,
        opened_at=NOW,
        taken_at=NOW,
        referred_at=None,
        closed_at=None,
        line_channel_id=None,
        line_message_id=None,
        people=people,
    )


def entry(act: Act = Act.PAUSED, by: Someone = OLGA, target: Someone | None = CARL, **detail: object) -> Entry:
    """An act that was done."""
    return Entry(5, 7, act, NOW, by, target, "Merci d’en rester là.", {"rule": "respect", **detail})


def reader(who: Someone, *, organiser: bool = True, referent: bool = False) -> Reader:
    """Somebody of the team."""
    return Reader(who.id or 0, who.alias, organiser, referent, ())


@given(
    st.sampled_from(["act", "rule", "features", "length", "person"]),
    st.lists(st.sampled_from([*TOWARDS, *RULES, *PAUSABLE, *PAUSES, *SILENCES, "x", ""]), max_size=3),
    st.sampled_from([act.value for act in TOWARDS]),
)
def test_whatever_is_chosen_stays_among_what_is_offered(field: str, values: list[str], act: str) -> None:
    try:
        chosen = Measure(7, 0, act).chose(field, values)
    except Refusal as refused:
        assert refused.key == "kernel-stale-press"  # noqa: PT017 (only sometimes)
    else:
        assert checked(chosen) == chosen
        assert set(chosen.paused_from) <= set(PAUSABLE)


@pytest.mark.parametrize(
    "forged",
    [
        Measure(7, 0, "banned"),
        Measure(7, 0, "paused", "respect", 1 << len(PAUSABLE), "7"),
        Measure(7, 0, "paused", "respect", 1, "72"),
        Measure(7, 0, "warned", "respect", 0, "7"),
        Measure(7, 0, "warned", "none"),
        Measure(7, 0, "decided", "respect"),
    ],
)
def test_a_forged_act_is_none(forged: Measure) -> None:
    with pytest.raises(Refusal):
        checked(forged)


def test_an_act_is_complete_once_nothing_is_left_to_choose() -> None:
    assert not Measure(7, 0).complete
    assert not Measure(7, 0, "warned").complete
    assert Measure(7, 0, "warned", "respect").complete
    assert not Measure(7, 0, "paused", "respect", 3).complete
    assert not Measure(7, 0, "paused", "respect", 0, "7").complete
    assert Measure(7, 0, "paused", "respect", 3, "7").complete
    assert not Measure(7, 0, "silenced", "respect").complete
    assert not Measure(7, 0, "parted", "respect").complete  # it is done with another button, and told to nobody


def test_another_act_forgets_what_the_one_before_took() -> None:
    begun = Measure(7, 0, "paused", "respect", 3, "90")
    assert begun.chose("act", ["silenced"]) == Measure(7, 0, "silenced", "respect")
    assert begun.chose("features", ["tips", "matchmaking"]).paused_from == ("tips", "matchmaking")


def test_what_is_kept_of_an_act_is_codes_and_instants() -> None:
    assert Measure(7, 0, "warned", "truth").detail(NOW) == {"rule": "truth"}
    paused = Measure(7, 0, "paused", "truth", 2, "7").detail(NOW)
    assert paused == {"rule": "truth", "features": ["tips"], "until": NOW + PAUSES["7"]}
    assert Measure(7, 0, "hidden", "truth").detail(NOW)["until"] == NOW + act_rules.HIDDEN_FOR
    assert Measure(7, 0, "silenced", "truth", 0, "1").detail(NOW)["until"] == NOW + 3600


def test_only_people_of_the_case_can_be_acted_towards() -> None:
    found = case(Person(Role.NAMED, NORA), Person(Role.CONCERNED, CARL), Person(Role.HANDLER, OLGA))
    assert act_rules.targets(found) == [CARL, NORA]
    assert act_rules.target(found, 1) == NORA
    with pytest.raises(Refusal):
        act_rules.target(found, 2)


def test_whom_a_case_only_speaks_of_is_asked_about_once_more() -> None:
    found = case(Person(Role.NAMED, NORA), Person(Role.CONCERNED, CARL), Person(Role.NAMED, CARL))
    assert [act_rules.is_only_named(found, Measure(7, place)) for place in (0, 1)] == [False, True]


def test_the_entry_that_keeps_apart_never_stands_on_the_list_of_whom_a_case_is_about() -> None:
    found = case(Person(Role.NAMED, NORA), Person(Role.CONCERNED, CARL))
    assert act_rules.to_part(found, CARL) == [RITA, NORA]
    assert act_rules.to_part(found, NORA) == [RITA]
    erased = case(Person(Role.CONCERNED, CARL), reporter=Someone(None, "rita"))
    assert act_rules.to_part(erased, CARL) == []


def test_the_same_act_in_the_same_words_is_a_second_press_for_an_hour() -> None:
    measure = Measure(7, 0, "paused", "respect", 3, "7")
    before = [entry(**measure.detail(NOW))]
    word, soon = before[0].reason, NOW + 60
    assert act_rules.is_again(before, measure, OLGA, CARL, word, soon)
    assert not act_rules.is_again(before, measure, OLGA, CARL, word, NOW + act_rules.AGAIN)
    assert not act_rules.is_again(before, measure, OLGA, CARL, "Autre chose.", soon)
    assert not act_rules.is_again(before, measure, RITA, CARL, word, soon)
    assert not act_rules.is_again(before, measure, OLGA, NORA, word, soon)
    for other in (("warned", "respect", 0, ""), ("paused", "respect", 1, "7"), ("paused", "respect", 3, "30")):
        assert not act_rules.is_again(before, Measure(7, 0, *other), OLGA, CARL, word, soon)


def test_somebody_appeals_only_against_what_was_done_to_them_and_told_to_them() -> None:
    assert act_rules.check_own(entry(), "carl") == entry()
    for found, alias in ((entry(), "nora"), (entry(Act.PARTED), "carl"), (entry(target=None), "carl"), (None, "carl")):
        with pytest.raises(Refusal):
            act_rules.check_own(found, alias)


def test_another_one_of_the_team_decides_never_who_did_it_nor_anybody_in_the_case() -> None:
    found = case(Person(Role.CONCERNED, CARL), Person(Role.NAMED, NORA), said="Carl insiste, Nora l’a vu.")
    other = Someone(9, "olaf")
    assert act_rules.may_decide(entry(), found, reader(other))
    assert act_rules.may_decide(entry(), found, reader(other, organiser=False, referent=True))
    assert not act_rules.may_decide(entry(), found, reader(other, organiser=False))
    for who in (OLGA, CARL, NORA, RITA):
        assert not act_rules.may_decide(entry(), found, reader(who))
    assert not act_rules.may_decide(entry(), found, Reader(9, "olaf", organiser=True, referent=False, names=("Nora",)))
