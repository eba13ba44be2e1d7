"""Every card of helping hands in every language and voice, with the longest content, within Discord's limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import discord
import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter
from bot.delivery.letters import State as Went
from bot.people.catalogue import Catalogue
from bot.settings import Settings
from bot.ui import choosing_member
from bot.ui.cards import Block, card, row
from bot.ui.letters import layout as letter_layout
from bot.ui.pager import Page, page_of
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.help_requests import (
    cards,
    lending_cards,
    letter_cards,
    list_cards,
    listing,
    naming_cards,
    network_cards,
    network_listing,
    rules,
    thanks_cards,
)
from cogs.help_requests.preferences import STEPS
from cogs.help_requests.rules import Network, Request, State
from tests.house.discord_rules import _message

SETTINGS = Settings(_env_file=None)
CATALOGUE = Catalogue.load(SETTINGS.content("trades.toml"), SETTINGS.content("zones.toml"))
HOSTILE = "*_~|`<>[#@everyone "
BIG = 2**62
MANY = [BIG - number for number in range(30)]
URL = "https://discord.com/channels/" + "/".join(["9" * 19] * 3)
EVERY_VOICE = [("fr", "tu"), ("fr", "vous"), ("en", "tu")]


def fill(limit: int) -> str:
    """The worst text of a length."""
    return (HOSTILE * limit)[:limit]


def longest(state: State = State.OPEN, *, private: bool = False) -> Request:
    """A request with as much in it as can be."""
    return Request(
        id=BIG,
        asker_id=BIG,
        question=fill(rules.QUESTION),
        by_when=date(2026, 12, 24),
        category="independance",
        details=fill(rules.DETAILS),
        private=private,
        line=fill(rules.LINE),
        state=state,
        round=9,
        answered_at=None,
        created_at=1_800_000_000,
        updated_at=1_800_000_000,
        solved_at=None,
        worked=fill(rules.WORKED),
        thread_id=BIG,
    )


NETWORK = Network(BIG, fill(rules.NETWORK), fill(rules.PURPOSE), "https://a.fr/" + "x" * (rules.URL - 13))


def every_card(words: Words) -> dict[str, discord.ui.LayoutView]:
    """Each card, as full as it can be."""
    open_, private, solved = longest(), longest(private=True), longest(State.SOLVED)
    found = [(fill(rules.QUESTION), URL)] * 5
    named = [(BIG - number, "n" * 32) for number in range(25)]
    many = [replace(open_, id=BIG - number, category=rules.CATEGORIES[number % 7]) for number in range(40)]
    urls = {one.id: URL for one in many}
    steps = {name: step.default for name, step in STEPS.items()}
    return {
        "panel": cards.panel(words),
        **{f"public {state}": cards.public(words, longest(state), URL) for state in State},
        "hidden": cards.hidden(words),
        "thread": cards.private_thread(words, private),
        "joined": cards.joined(words, BIG, BIG),
        "published": cards.published(words, "help-published", open_, URL, found),
        "preview": cards.private_preview(words, private, BIG),
        "solved": cards.solved(words, "help-solved", solved, MANY),
        "unanswered": cards.unanswered(words, URL),
        "list": list_cards.open_requests(words, page_of(many, 1, listing.PAGE), urls, "autre", 1),
        "empty list": list_cards.open_requests(words, page_of([], 0, 4), {}, "", 1),
        "mine": list_cards.mine(words, Page([longest() for _ in range(listing.OWN)], 1, 3)),
        "nothing mine": list_cards.mine(words, page_of([], 0, 4)),
        **{f"one {state}": list_cards.one(words, longest(state), URL, [], waits=True, helped=MANY) for state in State},
        "one private": list_cards.one(words, private, URL, [BIG - n for n in range(9)], waits=False),
        "lending": lending_cards.lending(words, asked=True, subjects=["s" * 300], often=3, paused_until=BIG),
        "not lending": lending_cards.lending(words, asked=False, subjects=(), often=1, paused_until=None),
        "whom": naming_cards.whom(words, open_, here=True),
        "whom in a direct message": naming_cards.whom(words, private, here=False),
        "which": choosing_member.which(words, named, "help_requests:name", BIG),
        "networks": network_cards.networks(words, page_of([NETWORK] * 25, 1, network_listing.PAGE), organiser=True),
        "network": network_cards.one(words, NETWORK),
        "steps": network_cards.steps(words, STEPS.values(), steps),
        "thanks": thanks_cards.preview(words, BIG, fill(rules.REASON), BIG, thread=True),
        "thanks offered": card(row(thanks_cards.offer(words, f"intro:{BIG}", guild_id=BIG))),
        "thanks shown": thanks_cards.shown(words, BIG, BIG, fill(rules.REASON)),
        **{name: _letter(words, blocks, asks=name.startswith("ask")) for name, blocks in _letters(words).items()},
    }


def _letters(words: Words) -> dict[str, list[Block]]:
    reasons = [("word", fill(rules.SUBJECTS)), ("trade", "dev-web"), ("place", "53"), ("word", "x")]
    because = letter_cards.why(words, CATALOGUE, reasons)
    private = longest(private=True)
    return {
        "ask publicly": letter_cards.ask(words, longest(), URL, because, BIG),
        "ask privately": letter_cards.ask(words, private, None, letter_cards.named(words, BIG), BIG),
        "ask how it stands": letter_cards.still(words, longest(), BIG),
        "offer": letter_cards.offer(words, private, BIG, BIG),
        "dry": letter_cards.dry(words, longest(), [NETWORK] * 25),
        "dry without networks": letter_cards.dry(words, longest(), []),
        "no thread": letter_cards.no_thread(words, [BIG] * 3),
        "thanked": letter_cards.thanked(words, BIG, fill(rules.REASON), "", URL),
        "solved by the team": thanks_cards.solved_for(words, longest(), Safe("</m:1>"), BIG),
        "thanked without a reason": letter_cards.thanked(words, BIG, "", fill(rules.QUESTION), None),
    }


def _letter(words: Words, blocks: list[Block], *, asks: bool) -> discord.ui.LayoutView:
    return letter_layout(BIG, words, [_sheet(blocks, asks=asks)])


def _sheet(blocks: list[Block], *, asks: bool) -> Sheet:
    values = dict.fromkeys(Letter.__dataclass_fields__) | {"id": BIG, "member_id": BIG, "state": Went.SENT}
    letter = Letter(**values)  # type: ignore[arg-type]  # only its id stands in the layout
    return Sheet(letter, Piece(blocks), asks=asks)


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
async def test_every_card_of_helping_hands_keeps_within_discords_limits(language: str, voice: str) -> None:
    for name, view in every_card(Words(language, voice)).items():
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == [], name
        assert view.is_finished(), name


async def test_hostile_text_stays_text_in_requests_and_letters() -> None:
    words = Words("fr")
    for blocks in (cards.asked(words, longest()), *_letters(words).values()):
        said = "\n".join(str(block) for block in blocks if isinstance(block, str))
        assert "@everyone" not in said
        assert "\\*\\_" in said or "*" not in said.replace("**", "")


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
async def test_a_private_ask_says_category_and_line_and_nothing_else(language: str, voice: str) -> None:
    words = Words(language, voice)
    secret = longest(private=True)
    view = _letter(words, letter_cards.ask(words, secret, None, None, BIG), asks=True)
    said = str([item.to_component_dict() for item in view.children])
    assert cards.subject(words, secret.category) in said
    assert str(secret.by_when.year) not in said
    assert f"<@{BIG}>" not in said
    assert len(said) < len(str(cards.asked(words, secret)))


def test_reasons_are_told_in_a_sentence() -> None:
    words = Words("fr")
    assert letter_cards.why(words, CATALOGUE, []) is None
    two = letter_cards.why(words, CATALOGUE, [("word", "Webflow"), ("place", "53")])
    here = "et tu es dans le même coin, Mayenne (53)."
    assert two == f"-# Pourquoi toi\u202f: tu as indiqué «\u202fWebflow\u202f», {here}"
    three = letter_cards.why(words, CATALOGUE, [("word", "Webflow"), ("word", "devis"), ("place", "53")])
    assert three == f"-# Pourquoi toi\u202f: tu as indiqué «\u202fWebflow\u202f» et «\u202fdevis\u202f», {here}"
    gone = letter_cards.why(words, CATALOGUE, [("trade", "no-such-trade"), ("word", "Webflow")])
    assert gone == "-# Pourquoi toi\u202f: tu as indiqué «\u202fWebflow\u202f»."
