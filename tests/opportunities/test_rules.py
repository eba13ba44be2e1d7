"""What a mission may hold, and what may become of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.words.text import THREAD_NAME, clean
from cogs.opportunities import rules
from cogs.opportunities.rules import ANYWHERE, REMOTE, Contact, Kind, Mission, Sketch, State

FIELDS = {"what": "Un site", "when": "en mars", "budget": "", "contact": "first", "commission": "yes"}
MISSION = Mission(
    1, 7, Kind.MISSION, None, "53", False, "Un\nsite", "en mars", "", Contact.ME, False, State.OPEN, 0, 0, 1, None,
    None, None, None,
)  # fmt: skip


def test_a_form_is_read_as_it_was_meant() -> None:
    said = rules.read({**FIELDS, "what": "  Un   site\u200b ", "when": "en\nmars", "budget": " bénévole "})
    assert (said.what, said.when_text, said.budget) == ("Un site", "en mars", "bénévole")
    assert (said.contact, said.commission) == (Contact.FIRST, True)


@pytest.mark.parametrize("field", ["what", "when", "contact", "commission"])
def test_each_point_is_asked_by_its_name(field: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules.read({**FIELDS, field: ""})
    assert refused.value.values["field"] == field


@pytest.mark.parametrize("named", ["Site pour SARL Martin", "Client : Decathlon", "compta de Dupont EURL"])
def test_what_names_a_client_is_refused(named: str) -> None:
    with pytest.raises(Refusal, match="mission-client-named"):
        rules.check_names_no_client(named)


@pytest.mark.parametrize("said", ["client : une librairie", "Client : Une librairie", "Créer une SAS à Laval"])
def test_what_a_client_is_can_be_said(said: str) -> None:
    rules.check_names_no_client(said)


@pytest.mark.parametrize(
    "bid",
    ["50 an hour", "300 a day", "my day rate is 400", "mon tarif : 400", "400 la journée", "12 per page"],
)
def test_prices_are_seen_in_both_languages(bid: str) -> None:
    with pytest.raises(Refusal, match="mission-no-prices"):
        rules.read_word(bid)


@pytest.mark.parametrize("said", ["libre dès le 10 la semaine prochaine", "3 jours par semaine", "two days a week"])
def test_a_date_is_no_price(said: str) -> None:
    assert rules.read_word(said) == said


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text(max_size=600)))
def test_whatever_is_typed_is_read_or_refused(fields: dict[str, str]) -> None:
    try:
        said = rules.read({**FIELDS, **fields})
    except Refusal:
        return
    assert len(said.what) <= rules.WHAT
    assert len(said.when_text) <= rules.WHEN
    assert len(said.budget) <= rules.BUDGET
    assert "\n" not in said.when_text + said.budget


@given(st.text(max_size=500), st.text(max_size=40))
def test_a_title_fits_a_thread_and_is_one_line(what: str, sort: str) -> None:
    title = rules.title(sort, clean(what))
    assert 0 < len(title) <= THREAD_NAME
    assert "\n" not in title


@given(st.text(max_size=300))
def test_a_search_is_one_short_line(typed: str) -> None:
    found = rules.read_search(typed)
    assert len(found) <= rules.SEARCH
    assert "\n" not in found


def test_what_is_missing_is_named_in_its_order() -> None:
    said = ("Un site", "en mars", "", Contact.ME, False)
    assert Sketch(None, None, "", *said).missing == ("kind", "place")
    assert Sketch(Kind.MISSION, None, "", *said).missing == ("place",)
    assert Sketch(Kind.MISSION, None, REMOTE, *said).missing == ()


def test_a_place_is_a_zone_or_from_afar_or_anywhere() -> None:
    assert MISSION.place == "53"
    assert replace(MISSION, zone=None).place == ANYWHERE
    assert replace(MISSION, zone=None, remote=True).place == REMOTE
    assert MISSION.title == "Un site"


def test_only_its_author_and_only_while_it_is_open() -> None:
    assert rules.check_own(MISSION, 7) is MISSION
    assert rules.check_open(MISSION) is MISSION
    over = replace(MISSION, state=State.EXPIRED)
    for missing in (None, over):
        with pytest.raises(Refusal, match="mission-over"):
            rules.check_open(missing)
    for theirs in (None, MISSION):
        with pytest.raises(Refusal, match="mission-not-yours"):
            rules.check_own(theirs, 8)
