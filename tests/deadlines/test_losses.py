"""What somebody follows disappears: they are told, once, and what they can do."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from tests.deadlines.stage import beats, come_to, follow, letters, member, select_of
from tests.introductions.test_refusals import press
from tests.world import World, message_of


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna follows three topics, from the last Monday of November."""
    await come_to(world, "2026-11-30 10:00")
    who = await member(world, "Anna")
    await follow(world, who, "cfe", "vat-monthly", "vat-quarterly")
    return who


async def work_in(world: World, *places: str) -> None:
    """Organisers say where members work."""
    opened = await press(world, world.organiser, "deadlines:manage")
    await world.organiser.select(message_of(opened), list(places), custom_id=select_of(opened, "deadlines:use"))


async def test_followers_of_an_entry_that_is_hidden_are_told(world: World, anna: MemberActor) -> None:
    basile = await member(world, "Basile")
    await follow(world, basile, "vat-monthly")
    await press(world, world.organiser, "deadlines:hide:hide:fr-cfe-payment")
    assert letters(anna) == []
    await come_to(world, "2026-11-30 11:01")
    (letter,) = letters(anna)
    assert "Tu suis « CFE : dernier jour pour payer en ligne » : l’équipe ne montre plus cette échéance ici" in letter
    assert letters(basile) == []
    await come_to(world, "2026-11-30 15:00")
    assert len(letters(anna)) == 1


async def test_a_slip_that_is_undone_within_the_hour_tells_nobody(world: World, anna: MemberActor) -> None:
    await press(world, world.organiser, "deadlines:hide:hide:fr-cfe-payment")
    await come_to(world, "2026-11-30 10:40")
    await press(world, world.organiser, "deadlines:hide:show:fr-cfe-payment")
    await come_to(world, "2026-11-30 12:00")
    assert letters(anna) == []
    await press(world, world.organiser, "deadlines:hide:hide:fr-cfe-payment")
    await come_to(world, "2026-11-30 13:01")
    assert len(letters(anna)) == 1


async def test_followers_are_told_once_when_nobody_works_there_any_more(world: World, anna: MemberActor) -> None:
    await work_in(world, "be")
    await come_to(world, "2026-11-30 11:01")
    (letter,) = letters(anna)
    assert letter.count("des échéances de ce territoire : France métropolitaine") == 1
    await work_in(world, "fr")
    await beats(world)
    assert len(letters(anna)) == 1
