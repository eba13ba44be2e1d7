"""Every card about missions in every language and voice, with the longest content members can write, within Discord's
limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.people.catalogue import Catalogue
from bot.settings import Settings
from bot.ui.pager import page_of
from bot.ui.sections import LINE
from bot.ui.trades import trade_choices
from bot.words.i18n import Words
from cogs.opportunities import cards, list_cards, rules
from cogs.opportunities.rules import ANYWHERE, REMOTE, Contact, Kind, Mission, Sketch, State
from tests.house.discord_rules import _message

HOSTILE = "*_~|`<>[#@everyone "
URL = "https://discord.com/channels/" + "/".join(["9" * 19] * 3)
BIG = 2**62
SETTINGS = Settings(_env_file=None)
CATALOGUE = Catalogue.load(SETTINGS.content("trades.toml"), SETTINGS.content("zones.toml"))
TRADE = max(CATALOGUE.trades, key=lambda code: len(CATALOGUE.trades[code].names["fr"]))
ZONE = max(CATALOGUE.zones, key=lambda code: len(CATALOGUE.zones[code].names["fr"]))


def fill(limit: int) -> str:
    """As much hostile text as fits."""
    return (HOSTILE * limit)[:limit]


MISSION = Mission(
    id=BIG,
    author_id=BIG,
    kind=Kind.PARTNER,
    trade=TRADE,
    zone=ZONE,
    remote=False,
    what=fill(rules.WHAT),
    when_text=fill(rules.WHEN),
    budget=fill(rules.BUDGET),
    contact=Contact.SECOND,
    commission=True,
    state=State.OPEN,
    created_at=0,
    updated_at=0,
    expires_at=1_800_000_000,
    asked_at=None,
    closed_at=None,
    filled_by=None,
    confirmed=None,
)
SKETCH = Sketch(None, TRADE, "", MISSION.what, MISSION.when_text, MISSION.budget, Contact.SECOND, True, 0)


def _every_card(words: Words) -> dict[str, Any]:
    missions = [replace(MISSION, id=BIG + number) for number in range(12)]
    urls = {mission.id: URL for mission in missions}
    page = page_of(missions, 1, 5)
    trades = trade_choices(words, CATALOGUE, list(CATALOGUE.trades.values())[:3], TRADE, None)
    places = cards.place_choices(words, CATALOGUE, list(CATALOGUE.zones), ZONE)
    search: dict[str, Any] = {"trade": TRADE, "place": ZONE, "query": fill(rules.SEARCH)}
    made = {
        "panel": cards.panel(words),
        "hidden": cards.hidden(words),
        "one": cards.one(words, CATALOGUE, MISSION, URL),
        "step": cards.step(words),
        "published": cards.published(words, "mission-published", URL),
        "list": list_cards.open_missions(words, CATALOGUE, page, urls, "partner"),
        "empty": list_cards.open_missions(words, CATALOGUE, page_of([], 0, 5), {}, ""),
        "found": list_cards.found(words, CATALOGUE, page, urls, elsewhere=False, **search),
        "elsewhere": list_cards.found(words, CATALOGUE, page, urls, elsewhere=True, **search),
        "none": list_cards.none_found(words, search["query"], [letter * rules.SEARCH for letter in "abcde"]),
        "mine": list_cards.mine(words, CATALOGUE, page_of(missions, 0, 10), waited=[one.id for one in missions]),
        "none of mine": list_cards.mine(words, CATALOGUE, page_of([], 0, 10)),
        "own": list_cards.own(words, CATALOGUE, MISSION, None, [], waits=True),
    }
    for state in State:
        there = replace(MISSION, state=state)
        made[f"public {state}"] = cards.public(words, CATALOGUE, there)
        made[f"own {state}"] = list_cards.own(words, CATALOGUE, there, URL, [], waits=False)
        made[f"mine {state}"] = list_cards.mine(words, CATALOGUE, page_of([there], 0, 10))
    for sketch in (SKETCH, replace(SKETCH, kind=Kind.MISSION, place=REMOTE), replace(SKETCH, mission_id=BIG)):
        shown = cards.preview(words, CATALOGUE, sketch, BIG, trades=trades, places=places)
        made[f"preview {sketch.missing} {sketch.mission_id}"] = shown
    return made


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for name, view in _every_card(Words(language, voice)).items():
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == [], name
        assert view.is_finished(), name


async def test_what_members_wrote_stays_text() -> None:
    view = cards.public(Words("fr"), CATALOGUE, MISSION)
    assert "@everyone" not in str([item.to_component_dict() for item in view.children])


async def test_a_card_shows_no_number_and_nobody_but_its_author() -> None:
    filled = replace(MISSION, state=State.FILLED, filled_by=BIG + 1)
    assert str(BIG + 1) not in str(
        [item.to_component_dict() for item in cards.public(Words("fr"), CATALOGUE, filled).children]
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_line_of_the_round_up_fits(language: str) -> None:
    plain = replace(MISSION, what="m" * rules.WHAT)
    told = list_cards.told(Words(language), CATALOGUE, plain, URL)
    assert len(told) <= LINE
    assert told.endswith(f"]({URL})")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_budget_without_a_word_is_to_be_agreed_and_a_commission_is_said_only_where_there_is_one(
    language: str,
) -> None:
    words = Words(language)

    def said(mission: Mission) -> str:
        return "\n".join(part for part in cards.about(words, CATALOGUE, mission) if isinstance(part, str))

    assert words.plain("mission-budget-open") in said(replace(MISSION, budget=""))
    assert "bénévole" in said(replace(MISSION, budget="bénévole"))
    assert words("mission-card-commission") in said(MISSION)
    assert words("mission-card-commission") not in said(replace(MISSION, commission=False))


def test_a_place_that_the_list_no_longer_has_is_left_out() -> None:
    words = Words("fr")
    assert cards.subject(words, CATALOGUE, replace(MISSION, trade="gone", zone="gone")) == "Recherche de partenaire"
    assert [choice.value for choice in cards.place_choices(words, CATALOGUE, ["gone", "53"], "")] == [
        REMOTE,
        ANYWHERE,
        "53",
    ]
