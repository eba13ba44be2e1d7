"""What `doctor` says of coffee: where nobody could see or talk, and rounds that wait for nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.doctor import Finding, Level
from bot.doctor.rooms import checkups
from bot.schedule.clock import HOUR
from cogs.matchmaking.dates import ANNOUNCE, CLOSE, MATCH
from tests.matchmaking.stage import announce, bring_together, join, open_coffee, people
from tests.test_doctor import GUILD, NOW, association
from tests.world import World


def of_coffee(folder: Path, now: int = NOW) -> list[Finding]:
    """What is found about coffee."""
    return [finding for finding in checkups(folder, now) if finding.subject == "coffee"]


def change(path: Path, *statements: str) -> None:
    """Something happens to a file."""
    with closing(sqlite3.connect(path)) as file, file:
        for statement in statements:
            file.execute(statement)


PLANNED = f"INSERT INTO schedules (name, rhythm, active, changed_at) VALUES ('{ANNOUNCE}', '', 1, 0)"


async def test_rounds_that_are_planned_without_a_place_are_told(tmp_path: Path) -> None:
    path = await association(tmp_path)
    assert [finding.level for finding in of_coffee(tmp_path)] == [Level.OK]
    change(path, PLANNED)
    channel, threads = of_coffee(tmp_path)
    assert "no channel is chosen to announce them in" in channel.found
    assert "no channel is chosen for private threads" in threads.found
    assert "/installer" in channel.todo
    for name in ("coffee-channel", "threads-channel"):
        change(path, f"INSERT INTO preferences (name, value, changed_at) VALUES ('{name}', '{GUILD}', 0)")
    assert [finding.level for finding in of_coffee(tmp_path)] == [Level.OK]
    assert "no channel" not in "".join(finding.found for finding in of_coffee(tmp_path))


async def test_a_file_from_before_coffee_is_told_elsewhere(tmp_path: Path) -> None:
    path = await association(tmp_path)
    change(path, *(f"DROP TABLE coffee_{name}" for name in ("seats", "matches", "turns", "rounds")))
    assert of_coffee(tmp_path) == []


async def test_a_round_for_which_nothing_is_due_is_told_and_put_right(world: World) -> None:
    place = await open_coffee(world)
    folder, path = world.settings.data_dir, world.settings.data_dir / f"{world.guild.id}.db"
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    await announce(world)
    assert [finding.level for finding in of_coffee(folder)] == [Level.OK]
    for one in who:
        await join(world, one, place)
    change(path, f"DELETE FROM jobs WHERE kind = '{MATCH}'")
    assert "nothing is due to bring people together" in of_coffee(folder)[0].found
    await world.later(HOUR)
    assert [finding.level for finding in of_coffee(folder)] == [Level.OK]
    assert len(await bring_together(world)) == 2
    change(path, f"DELETE FROM jobs WHERE kind = '{CLOSE}'")
    assert "nothing is due to end it" in of_coffee(folder)[0].found
    await world.later(HOUR)
    assert [finding.level for finding in of_coffee(folder)] == [Level.OK]
