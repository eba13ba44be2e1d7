"""Every card about tips in every language and voice, with the longest content members can write, within Discord's
limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.delivery.letter_kinds import TOGETHER
from bot.ui import cards as layout
from bot.ui.actions import custom_id
from bot.ui.cards import Block
from bot.ui.pager import page_of
from bot.words.i18n import Words
from bot.words.text import BUTTON_LABEL, CUSTOM_ID, MESSAGE_TEXT
from cogs.tips import cards, letter_cards, list_cards, organising, rules
from cogs.tips.rules import Category, Doubt, Proposal, Tip, Written
from tests.house.discord_rules import _message

HOSTILE = "*_~|`<>[#@everyone "
URL = "https://discord.com/channels/" + "/".join(["9" * 19] * 3)
BIG = 2**62


def fill(limit: int) -> str:
    """As much hostile text as fits."""
    return (HOSTILE * limit)[:limit]


TIP = Tip(
    BIG,
    BIG,
    fill(rules.TITLE),
    fill(rules.BODY),
    "c" * (rules.LABEL + 3),
    "standing",
    BIG,
    1_800_000_000,
    None,
    0,
    0,
    1_800_000_000,
    tuple(fill(rules.LABEL) for _ in range(rules.TAGS)),
)
LOOK = cards.Look(fill(rules.LABEL), True, tuple(range(BIG, BIG + 5)), URL)
CATEGORIES = [Category(f"{'c' * rules.LABEL}-{n}", fill(rules.LABEL - 2) + str(n)) for n in range(10, 22)]
WRITTEN = Written(TIP.title, TIP.body, TIP.category, TIP.tags)
DOUBTS = [Doubt(BIG, fill(rules.DOUBT))] * 5


def _every_card(words: Words) -> dict[str, Any]:
    tips = [replace(TIP, id=BIG + number) for number in range(12)]
    urls, labels = {tip.id: URL for tip in tips}, {TIP.category: LOOK.category}
    page = page_of(tips, 1, 5)
    query = fill(rules.SEARCH)
    proposal = Proposal(BIG, BIG, "message", WRITTEN, 1, None, 0, ())
    heading = words("tips-found", query=query, asked="yes", category=LOOK.category, where="elsewhere")
    return {
        "panel": cards.panel(words),
        "public": cards.public(words, TIP, LOOK),
        "unnamed": cards.public(words, TIP, replace(LOOK, named=False)),
        "hidden": cards.hidden(words),
        "one": cards.one(words, TIP, LOOK, URL, kept=True),
        "own": cards.own(words, TIP, LOOK, URL, uses=12, doubts=DOUBTS),
        "withdrawn": cards.own(words, replace(TIP, state="withdrawn"), LOOK, None, uses=0, doubts=()),
        "done": cards.done(words, words("tips-withdrawn", title=TIP.title), URL, mine=True),
        "shared": cards.shared(words, TIP, URL, CATEGORIES, tips[:3], urls, key="tips-published"),
        "found": list_cards.found(words, page, labels, urls, heading, category=CATEGORIES[0].code, query=query),
        "mine": list_cards.mine(words, page, labels, urls, {BIG + 5: 1}),
        "kept": list_cards.kept(words, page, labels, urls),
        "none": list_cards.none_found(words, query, [letter * rules.SEARCH for letter in "abcde"], CATEGORIES),
        "nothing": list_cards.nothing(words, "tips-mine-none"),
        "offered": letter_cards.offered(words, TIP, TIP, LOOK.category),
        "check": layout.card(*letter_cards.check(words, BIG, TIP, URL), _answers(words)),
        "agreement": layout.card(
            *letter_cards.agreement(words, BIG, proposal, WRITTEN, LOOK.category), _answers(words)
        ),
        "helper": layout.card(
            *letter_cards.agreement(words, BIG, replace(proposal, kind="request"), WRITTEN, LOOK.category)
        ),
        "matters": layout.card(*_matters(words, tips)),
        "categories": organising._list(words, CATEGORIES, own=True),
        "category": organising._one(words, CATEGORIES[0]),
    }


def _answers(words: Words) -> Block:
    """The two answers that stand under every ask."""
    return layout.row(
        layout.button(words.plain("letters-later"), custom_id("kernel:later", BIG, guild_id=BIG)),
        layout.button(words.plain("letters-never"), custom_id("kernel:never", BIG, guild_id=BIG)),
    )


def _matters(words: Words, tips: Sequence[Tip]) -> list[Block]:
    """As many matters as one message may hold."""
    offers = [letter_cards.addition(words, BIG, tip, tips[0]) for tip in tips[1 : TOGETHER - 1]]
    pieces = [*offers, letter_cards.became(words, tips[0], URL), letter_cards.not_agreed(words, URL)]
    assert len(pieces) == TOGETHER
    return [block for piece in pieces for block in (layout.line(), *piece)]


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for name, view in _every_card(Words(language, voice)).items():
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == [], name
        assert view.is_finished(), name


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_longest_tip_still_shows_who_shared_it_and_where_it_belongs(language: str) -> None:
    view = cards.public(Words(language), TIP, LOOK)
    said = str([item.to_component_dict() for item in view.children])
    assert URL in said
    assert f"<@{BIG}>" in said
    assert "@everyone" not in said


def test_hostile_text_stays_text_on_a_card() -> None:
    said = "\n".join(part for part in cards.tip_blocks(Words("fr"), TIP, LOOK) if isinstance(part, str))
    assert "@everyone" not in said
    assert len(said) < MESSAGE_TEXT


def test_no_custom_id_grows_beyond_its_limit() -> None:
    code = rules.code_for("c" * rules.LABEL, [])
    longest = custom_id("tips:page", 99, f"{code}-12", "q" * rules.SEARCH)
    assert len(longest) <= CUSTOM_ID
    assert len(custom_id("tips:quoted", BIG, BIG)) <= CUSTOM_ID
    assert len(custom_id("tips:look", BIG, BIG, guild_id=BIG)) <= CUSTOM_ID
    assert rules.TITLE <= 100
    assert rules.SEARCH <= BUTTON_LABEL
