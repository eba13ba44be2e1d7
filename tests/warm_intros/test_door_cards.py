"""Every card about doors in every language and voice, with the longest words, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterator

import discord
import pytest

from bot.people.catalogue import Catalogue
from bot.settings import Settings
from bot.ui.pager import page_of
from bot.words.i18n import Words
from cogs.warm_intros import door_cards, rules
from cogs.warm_intros.rules import Door
from tests.house.discord_rules import _message

HOSTILE = ("*_~|`<>[#@everyone " * rules.DOOR)[: rules.DOOR]
SETTINGS = Settings(_env_file=None)
CATALOGUE = Catalogue.load(SETTINGS.content("trades.toml"), SETTINGS.content("zones.toml"))
DOOR = Door(2**62, 2**62, HOSTILE, "institutions", "971", 0, 0)


def every_card(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Each card, in each of its states."""
    yield door_cards.panel(words)
    zones = list(CATALOGUE.zones.values())[:30]
    for key in ("intros-door-kept", "intros-door-changed", "intros-door-one"):
        yield door_cards.kept(words, CATALOGUE, DOOR, key=key, zones=zones, unknown="`" * rules.PLACE)
    yield door_cards.kept(words, CATALOGUE, DOOR, key="intros-door-kept", zones=zones, rests=True)
    full = [DOOR] * rules.DOORS
    for number in range(6):
        page = page_of(full, number, door_cards.PAGE)
        yield door_cards.doors(words, CATALOGUE, page, done=words("intros-door-removed", words=HOSTILE))
    yield door_cards.doors(words, CATALOGUE, page_of([], 0, door_cards.PAGE))


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for view in every_card(Words(language, voice)):
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        problems = [one for one in _message(payload) if "twice" not in str(one)]  # the same door thirty times
        assert problems == []
        assert view.is_finished()
