"""Every card and letter of a search in every language and voice, with the longest words, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import discord
import pytest

from bot.ui.cards import card
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.help_requests import offer_thanks
from cogs.warm_intros import letter_cards, rules, search_cards, thread_cards
from cogs.warm_intros.rules import Door, Intro, IntroState, Kind, Says, Search, SearchState
from tests.house.discord_rules import _message

BIG = 2**62
WHO = ("*_~|`<>[#@everyone " * rules.WHO)[: rules.WHO]
WHY = ("```*_~|<>[# @here " * rules.WHY)[: rules.WHY]
SEARCH = Search(BIG, BIG, WHO, WHY, SearchState.LOOKING, 0, 2**40, None)
DOOR = Door(BIG, BIG, WHO, None, None, 0, 0)
INTRO = Intro(
    *(BIG, Kind.TWO, BIG, BIG, BIG + 1, BIG + 2, WHY, True, Says.YES, None),
    *(IntroState.OPEN, 0, 2**40, 0, None, None, None),
)
URL = f"https://discord.com/channels/{BIG}/{BIG}"


def every_card(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Each card, in each of its states."""
    yield search_cards.looking(words, SEARCH)
    yield search_cards.searches(words, [], {})
    others = [
        replace(SEARCH, id=BIG + number, state=state, closed_at=None if state is SearchState.LOOKING else 1)
        for number, state in enumerate((*[SearchState.LOOKING] * 2, SearchState.FOUND, *[SearchState.ENDED] * 2))
    ]
    yield search_cards.searches(words, others, {BIG + 2: URL}, withdrawn=SEARCH)
    for kind in Kind:
        for talk in (True, False):
            yield thread_cards.thread(words, replace(INTRO, kind=kind, talk=talk), WHO)
    yield thread_cards.away(words)
    for said in ("yes", "talk"):
        for opened in ("yes", "no", "never"):
            yield card(words(f"intros-answered-{said}", opened=opened))
    yield letter_cards.thanks(words, offer_thanks(words, f"intro:{BIG}", guild_id=BIG))
    yield letter_cards.thanks(words, None)
    for reasons, door in ((("door", "trade", "place"), DOOR), (("trade", "place"), None), (("place",), None)):
        because = letter_cards.because(words, reasons, door)
        assert because is not None
        yield card(*letter_cards.ask(words, SEARCH, because, BIG))
    assert letter_cards.because(words, ("door",), None) is None
    for networks in (Safe(""), Safe("• un réseau")):
        yield card(*letter_cards.nothing(words, SEARCH, networks, BIG))
    yield card(*letter_cards.found(words, WHO, URL))
    for who in (WHO, ""):
        yield card(*letter_cards.no_thread(words, who, [BIG, BIG + 1]))
    for second in (BIG + 2, None):
        yield card(*letter_cards.helped(words, replace(INTRO, second_id=second), WHO, BIG))
        yield thread_cards.thread(words, replace(INTRO, kind=Kind.TARGET, second_id=second), WHO)
    for again in ("yes", "no"):
        yield card(words("intros-helped-early", again=again))


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for view in every_card(Words(language, voice)):
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == []


def test_the_words_to_copy_stay_in_their_block() -> None:
    for component in thread_cards.thread(Words("fr"), replace(INTRO, talk=False), WHO).walk_children():
        if isinstance(component, discord.ui.TextDisplay) and "Bonjour" in component.content:
            assert component.content.count("```") == 2
            return
    pytest.fail("no words to copy")
