"""Who may open a case, who may be spoken of in it, when it goes on: attacked with everything."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.lifecycle import UNTOLD
from bot.schedule.quiet import QuietHours
from cogs.moderation import rules
from cogs.moderation.act_rules import TOLD
from cogs.moderation.names import is_named
from cogs.moderation.rules import Act, Case, Entry, Person, Reader, Role, Someone, State, may_open

PARIS = ZoneInfo("Europe/Paris")
QUIET = QuietHours(PARIS)
ALIASES = ("anna", "bruno", "ondine", "remi", "flora")


def a_case(
    *people: Person, said: str = "…", readers: str = "all", state: State = State.OPEN, referred: int | None = None
) -> Case:
    """A case that Anna reported."""
    return Case(
        id=1,
        state=state,
        sort="other",
        urgent=False,
        said=said,
        reporter=Someone(1, "anna"),
        channel_id=None,
        message_id=None,
        readers=readers,
        began_at=0,
        opened_at=0,
        taken_at=None,
        referred_at=referred,
        closed_at=None,
        line_channel_id=None,
        line_message_id=None,
        people=people,
    )


PEOPLE = st.lists(
    st.builds(lambda role, alias: Person(role, Someone(None, alias)), st.sampled_from(Role), st.sampled_from(ALIASES)),
    max_size=6,
)
CASES = st.builds(
    lambda people, said, readers, state, referred: a_case(
        *people, said=said, readers=readers, state=state, referred=referred
    ),
    PEOPLE,
    st.sampled_from(["…", "Rémi exagère", "ondine et flora"]),
    st.sampled_from(["all", "chosen"]),
    st.sampled_from(State),
    st.sampled_from([None, 5]),
)
READERS = st.builds(
    Reader,
    st.just(9),
    st.sampled_from(ALIASES),
    organiser=st.booleans(),
    referent=st.booleans(),
    names=st.lists(st.sampled_from(["Rémi", "Ondine", ""])).map(tuple),
)


@given(CASES, READERS)
def test_nobody_opens_a_case_who_is_in_it_wrote_it_or_was_not_chosen(case: Case, reader: Reader) -> None:
    if not may_open(case, reader):
        return
    assert case.state is not State.DRAFT
    assert reader.alias != "anna"
    assert not case.is_about(reader.alias)
    assert reader.organiser or reader.referent
    if not case.has_chosen(reader.alias):
        assert not is_named(case.said, reader.names)
        assert not case.has(reader.alias, Role.NAMESAKE)
        assert case.readers == "all" or (reader.referent and case.went_to(reader.alias))


@pytest.mark.parametrize(
    ("said", "names", "named"),
    [
        ("Ondine m’a dit", ("Ondine",), True),
        ("c’est ONDINE !", ("ondine_53",), True),
        ("avec Rémi", ("Remi B.",), True),
        ("monsieur Marchand", ("Ondine Marchand",), True),
        ("elle a parlé de Léa", ("Léa",), True),
        ("le web, c’est dur", ("Ondine | web",), False),
        ("une onde", ("Ondine",), False),
        ("rien", ("", ".", "🌿"), False),
        ("Jo insiste", ("Jo",), True),
        ("un jo", ("Jo",), False),
        ("et Al me suit", ("Al D.",), True),
        ("Ed aussi", ("Ed Martin",), True),
        ("m. roy exagère", ("Anne Roy",), True),
        ("Rémi exagère", ("remi_dupont",), True),
        ("Rémi exagère", ("dupont.remi-53",), True),
        ("le ton est dur", ("Le Goff", "Au son de", "Pour tous"), False),
        ("Goff est dur", ("Le Goff",), True),
    ],
)
def test_a_name_is_recognised_in_the_words_and_part_of_a_word_is_none(
    said: str, names: tuple[str, ...], named: bool
) -> None:
    assert is_named(said, names) is named


ID = 123456789012345678


def test_ids_of_people_are_found_and_taken_out_and_addresses_stay() -> None:
    said = f"<@{ID}> et <@!{ID + 1}>, {ID + 2}, <#{ID + 3}>, <:x:{ID + 4}> https://discord.com/channels/{ID}/{ID}/{ID}"
    assert rules.ids_in(said) == [ID, ID + 1, ID + 2]
    assert rules.without_ids(said).startswith("@… et @…, @…, <#")
    assert f"/{ID}/{ID}/{ID}" in rules.without_ids(said)
    assert rules.ids_in(rules.without_ids(said)) == []


def test_a_number_that_no_file_could_hold_is_none() -> None:
    assert rules.read_id("12") == 12
    assert rules.ids_in(f"<@{10**20 - 1}>") == []
    for forged in ("", "x", "-1", "²", "١", str(2**63)):
        assert rules.read_id(forged) is None


def at(local: str) -> int:
    """An instant in Paris."""
    return int(datetime.fromisoformat(local).replace(tzinfo=PARIS).timestamp())


def test_it_goes_on_after_one_working_day_or_two_hours_whatever_the_hour() -> None:
    assert rules.refer_at(QUIET, at("2026-03-06 16:00"), urgent=False) == at("2026-03-09 16:00")
    assert rules.refer_at(QUIET, at("2026-03-07 23:00"), urgent=False) == at("2026-03-10 08:30")
    assert rules.refer_at(QUIET, at("2026-03-07 23:00"), urgent=True) == at("2026-03-08 01:00")


def entry(act: Act, alias: str = "") -> Entry:
    """An act, maybe towards somebody."""
    return Entry(1, 1, act, 0, Someone(None, ""), Someone(None, alias) if alias else None, "")


def test_the_referent_hears_of_a_case_once_and_again_when_it_is_handed_back() -> None:
    flora = Reader(5, "flora", organiser=False, referent=True)
    referred = [entry(Act.OPENED), entry(Act.REFERRED, "flora")]
    assert not rules.was_referred([], flora)
    assert rules.was_referred(referred, flora)
    assert not rules.was_referred([entry(Act.REFERRED, "remi")], flora)
    assert not rules.was_referred([*referred, entry(Act.RELEASED)], flora)


def test_a_case_goes_to_the_referent_of_whom_its_reporter_read_and_to_no_other() -> None:
    flora = Reader(5, "flora", organiser=False, referent=True)
    read = Person(Role.REFERENT, Someone(5, "flora"))
    assert may_open(a_case(read, referred=5), flora)
    assert not may_open(a_case(read), flora)
    assert not may_open(a_case(Person(Role.REFERENT, Someone(4, "remi")), referred=5), flora)


def test_whoever_was_called_as_a_word_when_it_was_sent_opens_it_under_no_other_name_unless_chosen() -> None:
    remi = Reader(5, "remi", organiser=True, referent=False, names=("Un autre nom",))
    alike, chosen = (Person(role, Someone(5, "remi")) for role in (Role.NAMESAKE, Role.READER))
    assert may_open(a_case(), remi)
    assert not may_open(a_case(alike), remi)
    assert may_open(a_case(alike, chosen), remi)


def test_the_export_of_whom_acts_are_towards_tells_those_that_they_were_told() -> None:
    told = UNTOLD["case_acts", "target_id"]
    assert all(f"'{act.value}'" in told for act in TOLD)
    assert told.count("'") == 2 * len(TOLD)
