"""Every private card and letter about hands, closing and alerts in every language and voice, with the longest content
members can write, within Discord's limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter, State
from bot.ui.cards import card
from bot.ui.letters import layout
from bot.ui.pager import page_of
from bot.ui.trades import trade_choices
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.help_requests import offer_thanks
from cogs.opportunities import alert_cards, interest_cards, letter_cards, list_cards, rules
from cogs.opportunities.alert_rules import CHOICES, TOGETHER, Alert
from cogs.opportunities.letter_cards import Told
from cogs.opportunities.rules import ANYWHERE, REMOTE, Interest, Kind
from cogs.opportunities.rules import State as Standing
from tests.house.discord_rules import _message
from tests.opportunities.test_cards import BIG, CATALOGUE, MISSION, TRADE, URL, ZONE, fill

HAND = Interest(BIG, BIG, BIG, fill(rules.WORD), BIG, None)
LETTER = Letter(BIG, BIG, "", "", {}, None, State.SENT, 0, 0, 0, BIG, BIG, None, None, False, None)
REASONS = (TRADE, ZONE, Kind.PARTNER.value)
TRADES = frozenset(list(CATALOGUE.trades)[:CHOICES])
ZONES = frozenset(list(CATALOGUE.zones)[:CHOICES])


def _every_card(words: Words) -> dict[str, Any]:
    hands = [replace(HAND, id=BIG + number) for number in range(9)]
    page, none = page_of(hands, 1, interest_cards.PAGE), page_of(hands[:0], 0, interest_cards.PAGE)
    thanks = offer_thanks(words, f"mission:{BIG}")
    trades = trade_choices(words, CATALOGUE, list(CATALOGUE.trades.values())[:CHOICES], None, None)
    alert = Alert(BIG, True, frozenset(Kind), TRADES, ZONES)
    made = {
        "hand": interest_cards.hand(words, MISSION, HAND, new=True),
        "standing": interest_cards.hand(words, MISSION, HAND, new=False),
        "hands": interest_cards.hands(words, MISSION, page),
        "no hands": interest_cards.hands(words, MISSION, none),
        "choose": interest_cards.choose(words, MISSION, HAND, thread=True),
        "choose without": interest_cards.choose(words, MISSION, HAND, thread=False),
        "thread": interest_cards.thread(words, CATALOGUE, MISSION, HAND),
        "thread away": interest_cards.thread_hidden(words),
        "noted": interest_cards.noted(words, Safe("…"), BIG, thanks),
        "alerts": alert_cards.following(
            words, CATALOGUE, alert, trades, list(CATALOGUE.zones)[:24], unheard=Safe("`/moi preferences`")
        ),
        "no alerts": alert_cards.following(words, CATALOGUE, None, trades, [], unheard=None),
    }
    for here in (True, False):
        made[f"whom {here}"] = interest_cards.whom(words, MISSION, here=here)
        made[f"with whom {here}"] = interest_cards.with_whom(words, MISSION, page, here=here)
        made[f"with nobody {here}"] = interest_cards.with_whom(words, MISSION, none, here=here)
    for state in Standing:
        there = replace(MISSION, state=state)
        raised = interest_cards.raised(words, there, hands) if there.open else interest_cards.done(words, BIG)
        made[f"own {state}"] = list_cards.own(words, CATALOGUE, there, URL, raised, waits=there.open)
    return made


def _every_letter(words: Words) -> dict[str, tuple[Any, bool]]:
    """What each letter says, and whether it asks something."""
    told = [Told(replace(MISSION, id=BIG + number), URL, False, REASONS) for number in range(TOGETHER)]
    day = interest_cards.day(words, date(2026, 12, 30))
    one = letter_cards
    made = {
        "raised": (one.raised(words, MISSION, HAND, BIG), False),
        "still": (one.still(words, MISSION, day, BIG), False),
        "answered": (one.answered(words, MISSION, day), False),
        "answered otherwise": (one.answered(words, replace(MISSION, state=Standing.FILLED), day), False),
        "declined": (one.declined(words, MISSION, BIG), False),
        "declined by them": (one.declined_by_them(words, MISSION), False),
        "open again": (one.open_again(words, MISSION, BIG), False),
        "ended": (one.ended(words, MISSION, BIG), False),
        "no thread": (one.no_thread(words, HAND), False),
        "confirmed": (one.confirmed(words, MISSION, BIG, offer_thanks(words, "mission:1", guild_id=BIG)), False),
        "chosen": (one.chosen(words, MISSION, URL, BIG), False),
        "chosen without": (one.chosen(words, replace(MISSION, confirmed=True), None, BIG), False),
        "let go of what is gone": (one.let_go_of_what_is_gone(words), False),
        "confirm": (one.confirm(words, MISSION, BIG), True),
        "named": (one.named(words, CATALOGUE, told[0], BIG, BIG), True),
        "named by somebody": (one.named(words, CATALOGUE, replace(told[0], raised=True), None, BIG), True),
        "alert": (one.alert(words, CATALOGUE, told[:1], BIG), True),
        "alert of several": (one.alert(words, CATALOGUE, told, BIG), True),
    }
    for far in (REMOTE, ANYWHERE):
        made[f"alert {far}"] = (one.alert(words, CATALOGUE, [replace(told[0], far=far)], BIG), True)
    for reasons in (None, (), ("gone",), (REMOTE,)):
        made[f"alert {reasons}"] = (one.alert(words, CATALOGUE, [replace(told[0], reasons=reasons)], BIG), True)
    made["named by its author"] = (one.named(words, CATALOGUE, told[0], MISSION.author_id, BIG), True)
    for state in Standing:
        made[f"let go {state}"] = (one.let_go(words, replace(MISSION, state=state)), False)
    return made


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_and_letter_keeps_within_discords_limits(language: str, voice: str) -> None:
    words = Words(language, voice)
    shown = _every_card(words)
    for name, (blocks, asks) in _every_letter(words).items():
        shown[f"letter {name}"] = layout(BIG, words, [Sheet(LETTER, Piece(blocks), asks)])
    for name, view in shown.items():
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == [], name
        assert "@everyone" not in str(payload), name


@pytest.mark.parametrize("kind", ["raised", "still"])
async def test_five_matters_of_a_day_fit_one_message(kind: str) -> None:
    words, pieces = Words("fr", "vous"), []
    for number in range(5):
        mission = replace(MISSION, id=BIG + number)
        hand = letter_cards.raised(words, mission, replace(HAND, id=BIG + number), BIG)
        pieces.append(Piece(hand if kind == "raised" else letter_cards.still(words, mission, "30 décembre 2026", BIG)))
    view = layout(BIG, words, [Sheet(LETTER, piece) for piece in pieces])
    payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
    assert list(_message(payload)) == []


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_nobody_is_told_who_else_or_how_many(language: str) -> None:
    words = Words(language)
    filled = replace(MISSION, state=Standing.FILLED, filled_by=BIG + 7, author_id=1)
    for blocks in (letter_cards.let_go(words, filled), letter_cards.let_go(words, filled, somebody=True)):
        assert str(BIG + 7) not in str([item.to_component_dict() for item in card(*blocks).children])
