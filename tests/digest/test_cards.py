"""Every card of the digest in every language and voice, with thirty long lines, within Discord's limits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.delivery.letter_kinds import TOGETHER
from bot.ui import cards as layout
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.sections import LINE, Line, Need, Section
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import CUSTOM_ID, MESSAGE_TEXT, Safe
from cogs.digest import cards, rules
from tests.house.discord_rules import _message
from tests.house.tree import load

BIG = 2**62
DAY = date(2026, 12, 31)
NAMES = ("newcomers", "help", "tips", "coming")
LONG = [Section(name, tuple(Line(Safe(f"{n:02}" + "x" * (LINE - 2))) for n in range(30))) for name in NAMES]


def _every_card(words: Words) -> dict[str, Any]:
    acts = [button("y" * 80, custom_id("organisers:step", number)) for number in range(9)]
    copy = cards.copy(words, BIG, DAY, LONG, BIG, held=True)
    last = sum(len(section.lines) for section in LONG) // cards.PAGE
    return {
        "post": cards.post(words, BIG, DAY, LONG, BIG),
        "one section": cards.post(words, BIG, DAY, LONG[:1], None),
        "copy": layout.card(*copy),
        "copy among others": layout.card(*(layout.line() for _ in range(TOGETHER)), *copy),
        "nothing left": layout.card(*cards.copy(words, BIG, DAY, [], BIG, held=False)),
        "running": cards.running(words, LONG, subscribed=True),
        "quiet": cards.running(words, [], subscribed=False),
        **{
            f"page {number}": cards.everything(words, words("digest-running"), LONG, number, BIG, subscribed=True)
            for number in (0, last // 2, last, 10**6)
        },
        "no page": cards.everything(words, words("digest-running"), [], 0, BIG, subscribed=False),
        "answered": cards.answered(words, words("digest-unsubscribed", gazette=Safe("</gazette:1>")), subscribed=False),
        "team": cards.team(words, [Need(1, Safe("z" * LINE), act) for act in acts], BIG),
        "team twice": cards.team(words, [Need(1, Safe("z"), acts[0]), Need(1, Safe("z"), acts[0])], None),
    }


def _text(view: Any) -> str:
    (container,) = [item.to_component_dict() for item in view.children]
    return "\n".join(part["content"] for part in container["components"] if part["type"] == 10)


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for name, view in _every_card(Words(language, voice)).items():
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == [], name
        assert view.is_finished(), name


async def test_a_post_has_twelve_lines_at_most_and_all_sections_are_in_it() -> None:
    for number in range(1, len(LONG) + 1):
        lines = _text(cards.post(Words("fr"), 1, DAY, LONG[:number], BIG)).split("\n")
        assert len(lines) <= rules.LINES
        assert sum(line.startswith("**") for line in lines) == number
    assert len(_text(cards.team(Words("fr"), [Need(1, Safe("z"), button("y", "x:y"))] * 9, None)).split("\n")) == 6


async def test_the_pages_together_show_every_line_once() -> None:
    words, seen = Words("fr"), ""
    for number in range(sum(len(section.lines) for section in LONG) // cards.PAGE):
        text = _text(cards.everything(words, words("digest-running"), LONG, number, 1, subscribed=True))
        assert len(text) <= MESSAGE_TEXT
        seen += text
    for line in LONG[0].lines:
        assert seen.count(line.text) == len(LONG)


def test_what_is_to_be_known_of_a_section_stands_under_it_in_small_print() -> None:
    section = Section("deadlines", (Line(Safe("lundi")), Line(Safe("mardi"))))
    for view in (
        cards.post(Words("fr"), 1, DAY, [section], None),
        cards.everything(Words("fr"), Safe("x"), [section], 0, 1, subscribed=False),
    ):
        assert "• mardi\n-# Échéances\u202f: entraide, pas un conseil. Une erreur" in _text(view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_that_features_declare_has_a_heading(language: str) -> None:
    for name in load().house.sections.names:
        assert Words(language).has(f"section-{name}"), name


def test_no_custom_id_grows_beyond_its_limit() -> None:
    assert len(custom_id("digest:all", BIG, BIG, guild_id=BIG)) <= CUSTOM_ID
