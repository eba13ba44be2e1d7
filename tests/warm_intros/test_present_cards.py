"""Every card and letter about bringing people together, in every language and voice, with the longest words, within
Discord's limits; and none that is read before all said yes names the other."""

from __future__ import annotations

from collections.abc import Iterator

import discord
import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter, State
from bot.ui.letters import layout
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.warm_intros import bilan_cards, presenting_cards, rules
from cogs.warm_intros.bilan_cards import Figures
from cogs.warm_intros.rules import Intro, IntroState, Kind
from tests.house.discord_rules import _message

HOSTILE = ("*_~|`<>[#@everyone " * rules.WHY)[: rules.WHY]
BIG = 2**62
FIRST, SECOND = 111111111111111111, 222222222222222222
LETTER = Letter(BIG, FIRST, "warm_intros:present", "1", {}, None, State.SENT, 0, 0, 0, 1, 1, None, 1, False, None)


def intro(kind: Kind) -> Intro:
    """An introduction with the longest words."""
    return Intro(
        id=BIG,
        kind=kind,
        search_id=None if kind is Kind.PRESENTED else BIG,
        introducer_id=333333333333333333,
        first_id=FIRST,
        second_id=SECOND,
        why=HOSTILE,
        talk=False,
        first_says=None,
        second_says=None,
        state=IntroState.ASKED,
        created_at=0,
        answer_by=1767225600,
        opened_at=None,
        closed_at=None,
        ask_at=None,
        helped=None,
    )


def before_all_said_yes(words: Words) -> Iterator[discord.ui.LayoutView]:
    """What is read by one of those who are asked, and by whoever thought of it."""
    for blocks in (
        presenting_cards.ask(words, intro(Kind.PRESENTED), BIG),
        presenting_cards.ask_target(words, intro(Kind.TARGET), HOSTILE[: rules.WHO], HOSTILE, BIG),
        [presenting_cards.not_this_time(words, HOSTILE)],
    ):
        yield layout(BIG, words, [Sheet(LETTER, Piece(blocks), asks=True)])
    yield presenting_cards.presented(words, intro(Kind.PRESENTED))
    yield presenting_cards.targeted(words, intro(Kind.TARGET))
    for here in (True, False):
        yield presenting_cards.target_whom(words, BIG, [Safe("cherche")], here=here)


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits_and_names_nobody_too_early(language: str, voice: str) -> None:
    words = Words(language, voice)
    for view in (*before_all_said_yes(words), bilan_cards.bilan(words, Figures(9, 9, None))):
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == []
        assert str(FIRST) not in str(payload)
        assert str(SECOND) not in str(payload)
