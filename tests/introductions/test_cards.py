"""Every card in every language and voice, with the longest content members can write, within Discord's limits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.delivery.caps import Wishes
from bot.delivery.letter_kinds import TOGETHER, Piece, Sheet
from bot.delivery.letters import Letter, State
from bot.people.catalogue import Catalogue
from bot.people.members import Member, Profile
from bot.settings import Settings
from bot.ui import cards as layout
from bot.ui import letters
from bot.ui.actions import custom_id
from bot.ui.pager import page_of
from bot.ui.trades import ALL_FAMILIES, trade_choices
from bot.words.i18n import Words
from bot.words.text import CUSTOM_ID, MESSAGE_TEXT, Safe, channel, link
from cogs.guide import cards as guide
from cogs.introductions import cards, rules
from cogs.introductions.store import GREETED
from cogs.organisers import cards as organisers
from cogs.privacy import cards as privacy
from cogs.privacy import choice_cards as privacy_choices
from cogs.privacy import data_cards as privacy_data
from cogs.privacy.telling import told
from tests.house.discord_rules import _message
from tests.house.tree import load

SETTINGS = Settings(_env_file=None)
CATALOGUE = Catalogue.load(SETTINGS.content("trades.toml"), SETTINGS.content("zones.toml"))
REGISTER = load().house.register
HOSTILE = "*_~|`<>[#@everyone "


def _longest() -> Profile:
    def fill(limit: int) -> str:
        return (HOSTILE * limit)[:limit]

    return Profile(
        2**62,
        fill(rules.WHAT),
        max(CATALOGUE.trades, key=lambda code: len(CATALOGUE.trades[code].names["fr"])),
        max(CATALOGUE.zones, key=lambda code: len(CATALOGUE.zones[code].names["fr"])),
        fill(rules.QUESTION),
        tuple(fill(rules.LIST // rules.TAGS) for _ in range(rules.TAGS)),
        tuple(fill(rules.LIST // rules.TAGS) for _ in range(rules.TAGS)),
        True,
        1_800_000_000,
    )


LETTER = Letter(2**62, 2**62, "x", "x", {}, None, State.SENT, 0, 0, 0, None, None, None, None, False, None)


def _sheets(words: Words) -> list[Sheet]:
    again = layout.button(words.plain("intro-change"), custom_id("introductions:write", guild_id=2**62))
    open_ = layout.link_button(words.plain("intro-open-card"), link(2**62, 2**62, 2**62))
    pieces = [
        Piece([words("intro-given-up"), layout.row(again)]),
        Piece([words("intro-appeared"), layout.row(open_)]),
    ]
    return [Sheet(LETTER, pieces[number % 2]) for number in range(1, TOGETHER)] + [Sheet(LETTER, pieces[0])]


def _choices(words: Words, member: Member) -> dict[str, Any]:
    return {
        "rest": privacy_choices.rest_ask(words),
        "rests": privacy_choices.rests(words, date(2028, 1, 1)),
        "at-rest": privacy_choices.at_rest(words, member),
        "is-back": privacy_choices.is_back(words),
        "objection": privacy_choices.objection(words, stands=False),
        "objecting": privacy_choices.objection(words, stands=True),
        "erase": privacy_choices.erase_ask(words, 12),
        "erased": privacy_choices.erased(words, waits=True, left=True),
        "inactive": layout.card(*privacy_choices.inactive(words, date(2028, 1, 1), 10**18)),
    }


def _every_card(words: Words) -> dict[str, Any]:
    profile = _longest()
    url = "https://discord.com/channels/" + "/".join(["9" * 19] * 3)
    command = Safe("</presentation ecrire:1234567890123456789>")
    member = Member(2**62, "present", 1, 1_800_000_000, None, None)
    found = page_of([profile] * 12, 1, 5)
    trades = list(CATALOGUE.trades.values())[:3]
    choices = trade_choices(words, CATALOGUE, trades, trades[0].id, None)
    written = {"what": "x" * 200, "trade": None, "zone": "53", "question": "z" * 300, "updated_at": 1_800_000_000}
    rows: dict[str, list[dict[str, Any]]] = {"profiles": [written], "tags": [{"label": "y" * 60, "side": "offer"}] * 30}
    return {
        "panel": cards.panel(words),
        "public": cards.public(words, CATALOGUE, profile),
        "hidden": cards.hidden(words),
        "own": cards.one(words, CATALOGUE, profile, url, own=True),
        "preview": cards.preview(
            words,
            CATALOGUE,
            profile,
            2**53,
            trades=choices,
            zones=list(CATALOGUE.zones.values()),
            where_unknown="z" * 80,
            again=True,
        ),
        "families": layout.card(
            layout.row(layout.select("x:y", "…", trade_choices(words, CATALOGUE, [], None, ALL_FAMILIES)))
        ),
        "published": cards.published(words, url, key="intro-published", lend=True, coffee=True),
        "found": cards.found(
            words,
            CATALOGUE,
            found,
            {2**62: url},
            words("intro-found", about="x", asked="yes", where="y", near="elsewhere"),
            trade="t" * 24,
            zone="971",
            query="q" * rules.SEARCH,
        ),
        "nobody": cards.nobody(words, "q" * rules.SEARCH, [letter * rules.SEARCH for letter in "abcde"], trades),
        "welcome": cards.welcome(words, [2**62] * GREETED, 2**61, channel(1)),
        "welcome-bare": cards.welcome(words, [2**62], None, None),
        "recap": cards.recap(words, [link(2**62, 2**62, 2**62)] * 20, 1800000000),
        "unanswered": cards.unanswered(words, url),
        "data": privacy_data.data(words, member, told(words, CATALOGUE, REGISTER, member.id, rows), 0),
        "times": privacy_data.times(words, REGISTER),
        **_choices(words, member),
        "preferences": privacy.preferences(words, member, Wishes(), asking=False, now=1),
        "preferences-all": privacy.preferences(
            words,
            member,
            Wishes(2_000_000_000, 3, 1, frozenset({f"purpose-{number}" * 3 for number in range(30)})),
            asking=True,
            now=1,
        ),
        "letters": letters.layout(2**62, words, _sheets(words)),
        "ask": letters.layout(2**62, words, [Sheet(LETTER, Piece(("x" * MESSAGE_TEXT,)), asks=True)]),
        "notice": privacy_data.full_notice(words, "A" * 80, "c" * 120, member),
        "guide": guide.guide(
            words,
            "A" * 80,
            introduced=True,
            organiser=True,
            commands=dict.fromkeys(
                (
                    "ecrire",
                    "voir",
                    "qui",
                    "demander",
                    "liste",
                    "partager",
                    "chercher",
                    "merci",
                    "connait",
                    "portes",
                    "cafe",
                    "missions",
                    "mission",
                    "orga",
                    "reglages",
                    "relais",
                    "historique",
                    "registre",
                    "gazette",
                    "echeances",
                    "question",
                    "preferences",
                    "eviter",
                    "aider",
                    "moi",
                    "installer",
                    "envois",
                ),
                command,
            ),
        ),
        "team": organisers.panel(words, suspended=True),
    }


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for name, view in _every_card(Words(language, voice)).items():
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == [], name
        assert view.is_finished(), name


async def test_hostile_text_stays_text_on_a_card() -> None:
    text = "\n".join(part for part in cards.introduction(Words("fr"), CATALOGUE, _longest()) if isinstance(part, str))
    assert "@everyone" not in text
    assert len(text) < MESSAGE_TEXT


def test_no_custom_id_grows_beyond_its_limit() -> None:
    longest_trade = max(map(len, CATALOGUE.trades))
    longest_zone = max(map(len, CATALOGUE.zones))
    assert len("introductions:page:99:") + longest_trade + longest_zone + rules.SEARCH + 2 <= CUSTOM_ID
    accept = f"kernel:accept:introductions:write_as:{'t' * longest_trade}:{'z' * longest_zone}"
    assert len(accept) <= CUSTOM_ID
