"""What `doctor` says of missions: those that nobody sees, and those whose time is over."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from bot.doctor.rooms import checkups
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from bot.storage.preferences import declared
from cogs.opportunities import CHANNEL, checkup, store
from cogs.opportunities.rules import ASKED_BEFORE
from tests.opportunities.stage import Stage
from tests.world import World


def found(world: World, days: int = 0) -> list[str]:
    """What is amiss in the world's file, or would be after so many days of standing still."""
    with closing(sqlite3.connect(world.settings.data_dir / f"{world.guild.id}.db")) as connection:
        return [one.found for one in checkup.look(connection, world.clock.now() + days * DAY)]


async def test_missions_that_nobody_sees_or_that_never_end_are_told(world: World) -> None:
    stage = await Stage.open(world)
    mission = await stage.share(await stage.member("Anna"))
    assert found(world, 22) == []
    assert found(world, 24) == ["A mission is still open, past its end."]
    async with world.association.transaction() as db:
        await store.note_asked(db, mission.id, mission.expires_at, mission.expires_at + ASKED_BEFORE)
    assert found(world, 25) == []  # asked late, it ends later
    assert found(world, 27) == ["A mission is still open, past its end."]
    assert "missions" in {one.subject for one in checkups(world.settings.data_dir, world.clock.now())}
    await world.choose({prefs.THREADS_CHANNEL: None})
    assert found(world) == ["Missions can be shared, but no channel is chosen for private threads."]
    await world.choose({CHANNEL: None, prefs.SUSPENDED: True})
    assert found(world, 27) == ["Missions are shared, but no channel is chosen in which they would be seen."]
    await world.choose({declared["feature-opportunities"]: False})
    assert found(world, 27) == []
