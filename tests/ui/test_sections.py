"""What features tell a round-up: in order, each for itself; a mistake of one costs the others nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.delivery.outside import Undecided
from bot.ui.cards import button
from bot.ui.sections import BROKEN, LINE, TO_CHOOSE, Line, Need, SectionKind, Sections, Span
from bot.words.i18n import Words
from bot.words.text import Safe
from tests.world import World

SPAN = Span(0, 1)


def kind(name: str, place: int, *lines: Line | Safe, error: Exception | None = None) -> SectionKind:
    """A section that tells these lines, or fails."""

    async def gather(*_: Any) -> Sequence[Line | Safe]:
        if error is not None:
            raise error
        return lines

    return SectionKind(name, place, gather)


async def test_sections_come_in_their_order_and_empty_ones_vanish(world: World) -> None:
    sections, words = Sections(), Words("fr")
    for one in (kind("z", 10, Safe("a")), kind("b", 20), kind("a", 20, Line(Safe("b"), (7,)), Safe("x" * 2 * LINE))):
        sections.register(one)
    found = await sections.of(world.association, words, SPAN)
    assert [(section.name, len(section.lines)) for section in found] == [("z", 1), ("a", 2)]
    assert found[1].lines[0].people == (7,)
    assert len(found[1].lines[1].text) == LINE
    assert sections.names == ["z", "a", "b"]


async def test_what_is_there_every_week_is_no_reason_to_post(world: World) -> None:
    sections, words = Sections(), Words("fr")
    sections.register(replace(kind("always", 1, Safe("a")), enough=False))
    found = await sections.of(world.association, words, SPAN)
    assert len(found) == 1
    assert not sections.are_enough(found)
    sections.register(kind("news", 2, Safe("b")))
    assert sections.are_enough(await sections.of(world.association, words, SPAN))


async def test_one_that_fails_is_left_out_and_noted_and_what_discord_does_not_answer_is_asked_again(
    world: World,
) -> None:
    sections, words = Sections(), Words("fr")
    sections.register(kind("a", 1, Safe("a")))
    sections.register(kind("b", 2, error=ValueError("ours")))
    assert [section.name for section in await sections.of(world.association, words, SPAN)] == ["a"]
    assert any("a section can't be told" in event for event in world.failures.events)
    world.failures.events.clear()
    sections.register(kind("b", 2, error=Undecided("HTTP 503")))
    with pytest.raises(Undecided):
        await sections.of(world.association, words, SPAN)


async def test_needs_come_by_weight_and_one_that_fails_is_left_out(world: World) -> None:
    sections, words = Sections(), Words("fr")

    def source(*weights: int, error: Exception | None = None) -> Any:
        async def needs(*_: Any) -> list[Need]:
            if error is not None:
                raise error
            return [Need(weight, Safe(str(weight)), button("x", "guide:show")) for weight in weights]

        return needs

    for one in (source(TO_CHOOSE), source(error=ValueError("ours")), source(50, BROKEN)):
        sections.watch_needs(one)
    found = await sections.needs(world.association, words, SPAN)
    assert [need.weight for need in found] == [BROKEN, 50, TO_CHOOSE]
    assert any("needs can't be told" in event for event in world.failures.events)
    world.failures.events.clear()
    sections = Sections()
    sections.watch_needs(source(error=Undecided("HTTP 503")))
    with pytest.raises(Undecided):
        await sections.needs(world.association, words, SPAN)
