"""What `doctor` says of introductions: nowhere to bring people together, and answers that are late."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from bot.doctor.rooms import checkups
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from bot.storage.preferences import declared
from cogs.warm_intros import CHANNEL, checkup
from tests.warm_intros.present_stage import present
from tests.warm_intros.search_stage import folk, look, newest, note_door
from tests.world import World


def found(world: World, days: int = 0) -> list[str]:
    """What is amiss in the world's file, or would be after so many days of standing still."""
    with closing(sqlite3.connect(world.settings.data_dir / f"{world.guild.id}.db")) as connection:
        return [one.found.split(",")[0] for one in checkup.look(connection, world.clock.now() + days * DAY)]


async def test_introductions_that_are_late_or_have_no_place_are_told(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile)
    await look(world, anna)
    await present(world, chloe, anna, basile)
    search = await newest(world)
    until = (search.answer_by - world.clock.now()) // DAY
    asked, looks = "People are still asked whether they would meet", "Somebody looks for somebody"
    assert [found(world, days) for days in (0, 8, until, until + 7)] == [[], [], [asked], [looks, asked]]
    subjects = {one.subject for one in checkups(world.settings.data_dir, world.clock.now())}
    assert "introductions of others" in subjects
    await world.choose({CHANNEL: world.lounge.id, prefs.THREADS_CHANNEL: None})
    assert found(world) == ["People can be introduced"]
    await world.choose({prefs.SUSPENDED: True})
    assert found(world, until + 7) == ["People can be introduced"]
    await world.choose({declared["feature-warm_intros"]: False})
    assert found(world, until + 7) == []
