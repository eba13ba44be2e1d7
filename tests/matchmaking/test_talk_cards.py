"""What those who meet read, in every language and voice, with the longest content, within Discord's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, Final

import discord
import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter
from bot.delivery.letters import State as Went
from bot.people.catalogue import Catalogue
from bot.settings import Settings
from bot.ui.cards import Block
from bot.ui.letters import layout
from bot.words.i18n import Words
from cogs.matchmaking import talk_cards as cards
from cogs.matchmaking.affinity import Reason
from cogs.matchmaking.rules import Match, Seat
from cogs.matchmaking.talk_cards import Talk, Who
from tests.house.discord_rules import _message

SETTINGS: Final = Settings(_env_file=None)
CATALOGUE: Final = Catalogue.load(SETTINGS.content("trades.toml"), SETTINGS.content("zones.toml"))
EVERY_VOICE: Final = [("fr", "tu"), ("fr", "vous"), ("en", "tu")]
BIG: Final = 2**62
WHAT: Final = ("*_~|`<>[#@everyone " * 200)[:200]
REASONS: Final = (
    Reason("need", WHAT[:40], BIG, BIG - 1),
    Reason("place", "53"),
    Reason("trade", "dev-web"),
    Reason("family", "web"),
    Reason("new"),
)


def match_of(*member_ids: int | None, **changes: Any) -> Match:
    """A match of these people."""
    seats = tuple(Seat(number, BIG, one, None, None, False, False) for number, one in enumerate(member_ids))
    return replace(Match(BIG, BIG, "open", 1_800_000_000, BIG, BIG, None, seats), **changes)


THREE: Final = Talk(match_of(BIG, BIG - 1, BIG - 2), tuple(Who(BIG - number, WHAT) for number in range(3)), REASONS)


def every_message(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Each card with the most, and the least, that it can hold."""
    yield cards.first(words, CATALOGUE, THREE)
    yield cards.first(words, CATALOGUE, Talk(match_of(BIG, None), (Who(BIG), Who(None)), ()))
    yield cards.first(words, CATALOGUE, replace(THREE, match=match_of(BIG, BIG - 1, state="called-off")))
    yield from (cards.nudge(words, starter) for starter in (None, BIG))
    yield cards.check_in(words, BIG)
    for offer in (True, False):
        yield from (cards.after_met(words, offer=offer), cards.after_known(words, BIG, offer=offer))
    for others in ([], [BIG], [BIG, BIG - 1]):
        yield from (cards.after_another(words, BIG, others), cards.after_cannot(words, BIG, others))


def every_letter(words: Words) -> Iterator[Sequence[Block]]:
    """Each letter with the most, and the least, that it can say."""
    yield cards.no_thread(words, CATALOGUE, THREE, BIG, BIG)
    yield cards.asked_another(words, THREE.match, BIG)
    for others in ([BIG], [BIG, BIG - 1]):
        yield cards.check(words, THREE.match, others, BIG)
        yield from (cards.back_on(words, others, thread) for thread in (None, BIG))
        for then in (
            cards.found(words, others, None),
            cards.found(words, others, BIG),
            cards.looking(words, in_time=True),
            cards.looking(words, in_time=False),
            None,
        ):
            yield cards.partner_out(words, going_on=[], then=then)
        yield cards.partner_out(words, going_on=others, then=None)


def shown(words: Words, blocks: Sequence[Block]) -> discord.ui.LayoutView:
    """A letter as its reader sees it; as an ask, with the most buttons."""
    letter = Letter(BIG, BIG, "x:y", "k", {}, None, Went.SENT, 0, 0, None, None, None, None, None, False, None)
    return layout(BIG, words, [Sheet(letter, Piece(blocks), asks=True)])


def text(view: discord.ui.LayoutView) -> str:
    """All words of a card."""
    said = "\n".join(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))
    return said.replace("\u202f", " ")


def labels(view: discord.ui.LayoutView) -> list[str | None]:
    """The buttons of a card."""
    return [item.label for item in view.walk_children() if isinstance(item, discord.ui.Button)]


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
def test_everything_that_is_said_keeps_within_discords_limits(language: str, voice: str) -> None:
    words = Words(language, voice)
    views: list[Any] = [*every_message(words), *(shown(words, blocks) for blocks in every_letter(words))]
    for view in views:
        assert list(_message({"components": view.to_components(), "flags": 1 << 15})) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_said_in_a_thread_speaks_to_all_of_them_in_both_voices(language: str) -> None:
    said = []
    for voice in ("tu", "vous"):
        words = Words(language, voice)
        views = (cards.first(words, CATALOGUE, THREE), cards.nudge(words, BIG), cards.check_in(words, BIG))
        said.append([(text(view), labels(view)) for view in views])
    assert said[0] == said[1]


def test_a_letter_addresses_one_person() -> None:
    for tu, vous in zip(every_letter(Words("fr", "tu")), every_letter(Words("fr", "vous")), strict=True):
        said = [text(shown(Words("fr"), blocks)) for blocks in (tu, vous)]
        assert not re.search(r"\b(?:tu|toi|ton)\b", said[1], re.IGNORECASE)
        assert not re.search(r"\b(?:votre|vos)\b", said[0].split("**")[0])


def test_who_is_gone_has_no_name_and_who_wrote_nothing_has_only_theirs() -> None:
    talk = Talk(match_of(1, 2, None), (Who(1, "Je tisse du lin"), Who(2), Who(None)), ())
    said = text(cards.first(Words("fr"), CATALOGUE, talk))
    assert "• <@1> : Je tisse du lin\n• <@2>\n• une personne qui s’est retirée" in said
    assert "Pourquoi cette rencontre" not in said


def test_each_reason_is_said_in_words_and_one_that_the_lists_lost_is_left_out() -> None:
    talk = Talk(match_of(1, 2), (Who(1), Who(2)), (*REASONS, Reason("place", "gone"), Reason("trade", "gone")))
    said = text(cards.first(Words("fr"), CATALOGUE, talk)).replace("\u202f", " ")
    why = said.split("**Pourquoi cette rencontre**\n")[1].split("\n**")[0].split("\n")
    assert len(why) == 5
    assert f"<@{BIG}> en propose, <@{BIG - 1}> en cherche." in why[0]
    assert why[1:] == [
        "• Un coin en commun : Mayenne (53).",
        f"• Un métier en commun : {CATALOGUE.trade_label('dev-web', 'fr')}.",
        f"• Des métiers voisins : {_family('web')}.",
        "• Ce sera votre premier café ensemble.",
    ]


def _family(code: str) -> str:
    return next(family.names["fr"] for family in CATALOGUE.families if family.id == code)


def test_a_coffee_that_was_called_off_says_only_that() -> None:
    view = cards.first(Words("fr"), CATALOGUE, replace(THREE, match=match_of(1, 2, state="called-off")))
    assert (text(view), labels(view)) == ("Ce café n’aura pas lieu cette fois.", [])


def test_whoever_wished_to_meet_again_is_not_asked_whether_they_know_each_other() -> None:
    again = replace(THREE, match=match_of(1, 2, round_id=None))
    assert labels(cards.first(Words("fr"), CATALOGUE, again)) == ["Je ne pourrai pas"]


def test_a_coffee_has_one_opener_of_each_family_and_they_come_back_after_thousands_of_coffees() -> None:
    drawn = [cards.drawn(number) for number in range(14**3)]
    assert len(set(drawn)) == 14**3
    assert all(craft != other for (craft, _, _), (other, _, _) in pairwise(drawn))
    for family, keys in zip(("craft", "place", "light"), zip(*drawn, strict=True), strict=True):
        assert set(keys) == {f"coffee-opener-{family}-{number}" for number in range(1, 15)}
        assert all(Words("fr").has(key) for key in set(keys))


def test_a_thread_is_named_after_its_day() -> None:
    assert cards.title(Words("fr"), date(2026, 12, 1)) == "Un café, 1er décembre"
    assert cards.title(Words("en"), date(2026, 12, 9)) == "A coffee, 9 December"
