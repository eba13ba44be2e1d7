"""How people see how they take part, in every language and voice, with the longest content, within Discord's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any, Final

import discord
import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter
from bot.delivery.letters import State as Went
from bot.ui.cards import Block
from bot.ui.letters import layout
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.matchmaking import again_cards, own_cards, own_letter_cards, status_cards, talk_cards
from cogs.matchmaking.affinity import How
from cogs.matchmaking.again_cards import Partner
from cogs.matchmaking.own_cards import Next, Place
from cogs.matchmaking.rules import Match, Participation, Rhythm, Round, Says, Seat, State
from cogs.matchmaking.status_cards import Coffee, Running, Standing
from tests.house.discord_rules import _message

BIG: Final = 2**62
AT: Final = 1_800_000_000
DAY: Final = date(2026, 12, 24)
URL: Final = "https://discord.com/channels/" + "/".join(["9" * 19] * 2)
EVERY_VOICE: Final = [("fr", "tu"), ("fr", "vous"), ("en", "tu")]
NEXTS: Final = (
    Next(AT, BIG, counted=True),
    Next(AT, BIG),
    Next(AT, BIG, True, True),
    Next(None, BIG, True, True),
    Next(AT),
    Next(None),
)
RESTS: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"paused_until": date(2027, 1, 31)},
    {"paused_rounds": 1},
    {"paused_rounds": 12},
)
PLACES: Final = ("Provence-Alpes-Côte d’Azur (13)",) * 7


def one_of(rhythm: Rhythm, how: How, **rest: Any) -> Participation:
    """Somebody of whom as much is known as can be."""
    return Participation(BIG, rhythm, how, ("53",) * 6, goes_first=True, asked_at=AT, **rest)


def settings(words: Words) -> Iterator[discord.ui.LayoutView]:
    """The settings in every state."""
    for rhythm, how, next_, rest in product(Rhythm, How, NEXTS, RESTS):
        for places in ((), PLACES):
            yield own_cards.settings(words, one_of(rhythm, how, **rest), next_, places, DAY)


def statuses(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Where somebody stands, as full as it can be, and as empty."""
    seats = tuple(Seat(number, BIG, BIG - number, Says.PLANNED, AT, True, False) for number in range(3))
    match = Match(BIG, BIG, "open", AT, BIG, BIG, None, seats)
    coffees = [Coffee(match, DAY, (BIG - 1, None), URL)] * status_cards.LAST
    why = (DAY, words("coffee-odd"))
    for next_, rest, running in product(
        NEXTS, RESTS, (None, Running(BIG - 1, waits=True), Running(BIG - 1, waits=False))
    ):
        one = one_of(Rhythm.EVERY, How.BOTH, **rest)
        yield status_cards.status(words, Standing(one, next_, running, why, coffees, again=True), DAY)
    yield status_cards.status(
        words, Standing(Participation(BIG), Next(None), None, None, (), again=False, nowhere=True), DAY
    )


def others(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Everything else that is answered."""
    people = talk_cards.people(words, (BIG, None))
    places = (Place(people, URL, thread=True), Place(people, None, thread=True), Place(people, None, thread=False))
    yield own_cards.panel(words)
    for yes, no in product((True, False), repeat=2):
        yield own_cards.coming(words, AT, introduce=yes, where=no)
        yield own_cards.passing(words, BIG, subscribed=yes)
        yield own_cards.staying(words, NEXTS[0], subscribed=yes)
        yield own_cards.stopped(words, Rhythm.SECOND if yes else Rhythm.ONCE, runs=no)
        yield own_cards.resting(words, NEXTS[0], until=DAY if yes else None, rounds=0 if yes else 2, runs=no)
    for place in places:
        yield own_cards.together(words, place)
        yield own_cards.too_late_to_pass(words, place)
        yield again_cards.opened(words, place)
    yield from (own_cards.waiting(words, BIG), own_cards.rests(words))
    yield again_cards.whom(words, [Partner(BIG - number, "n" * 32, DAY) for number in range(30)])


def letters(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Each letter as it goes."""
    round_ = Round(BIG, DAY, AT, State.ANNOUNCED, AT, None, None, None, None)
    for yes in (True, False):
        yield _letter(words, own_letter_cards.pause_over(words, round_, BIG, counted=yes), asks=False)
        yield _letter(words, own_letter_cards.stay(words, BIG, subscribed=yes), asks=True)
    yield _letter(words, own_letter_cards.again(words, BIG, DAY, BIG, BIG), asks=True)


def _letter(words: Words, blocks: list[Block], *, asks: bool) -> discord.ui.LayoutView:
    row = Letter(BIG, BIG, "k", "k", {}, None, Went.SENT, 1, 1, 1, 1, 1, None, 1, False, words.language)
    return layout(BIG, words, [Sheet(row, Piece(blocks), asks=asks)])


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
def test_every_card_and_letter_keeps_within_the_limits(language: str, voice: str) -> None:
    words = Words(language, voice)
    for view in (*settings(words), *statuses(words), *others(words), *letters(words)):
        shown = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert not list(_message(shown))
        for text in re.findall(r"'content': '([^']*)'", str(shown)):
            assert "  " not in text
            assert not re.search(r"[.:;,]{2}|\s[.,]", text)


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
def test_nothing_that_is_shown_is_a_count_or_a_judgement_of_people(language: str, voice: str) -> None:
    words = Words(language, voice)
    said = " ".join(_shown(view) for view in (*others(words), *statuses(words))).casefold()
    for word in ("isol", "lonel", "nouvelle personne", "newcomer", "refus", "declin", "points", "score"):
        assert word not in said


def test_the_voice_is_heard() -> None:
    for voice, stopped, waits in (
        ("tu", "Tu peux revenir", "tu passes"),
        ("vous", "Vous pouvez revenir", "vous passez"),
    ):
        words = Words("fr", voice)
        assert stopped in _shown(own_cards.stopped(words, Rhythm.EVERY, runs=False))
        assert waits in _shown(own_cards.waiting(words, 1))


def _shown(view: discord.ui.LayoutView) -> str:
    return str([item.to_component_dict() for item in view.children])


def test_whoever_is_gone_has_no_name() -> None:
    words = Words("fr")
    assert talk_cards.people(words, (None,)) == "quelqu’un"
    assert talk_cards.people(words, (5, None)) == Safe("<@5> et quelqu’un")
