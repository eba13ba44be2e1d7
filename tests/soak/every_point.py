"""A kill at every I/O point of a flow in turn; then the downtime, the restart, and a look at what is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bot.schedule.clock import HOUR, MINUTE
from tests.delivery.standin import Fault
from tests.soak.flows import BORN, DUE, PREPARED, Flow, Places, prepare
from tests.soak.judging import File, Tally, on_discord
from tests.soak.lane import Lane

SHORT: Final = 5
LANDED: Final = 61
LONG: Final = HOUR
"""Longer than the window in which the stand-in remembers a nonce."""
DOWNTIMES: Final = (SHORT, LANDED, LONG)
TROUBLES: Final = {
    "": None,
    "503, done": Fault("POST", "", 503, done=True),
    "reset, done": Fault("POST", "", 0, done=True),
    "500, done, repeated": Fault("POST", "", 500, done=True),  # the library asks again by itself, after a second
}
ALIVE: Final = 15 * MINUTE
"""How long the first process lives after the job is due, if nobody kills it."""
START: Final = 60
"""About how many points a start has, before anything is due."""
AFTER: Final = HOUR
"""How long the last one lives."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Where the process dies, and what it meets. The second process may die too, at a point of its own, counted from
    its start."""

    flow: Flow
    die_at: int
    downtime: int
    trouble: str = ""
    again_at: int = 0

    def __str__(self) -> str:
        again = f", then at {self.again_at}" if self.again_at else ""
        return f"{self.flow.name}: killed at {self.die_at}{again}, down for {self.downtime} s, {self.trouble or 'fair'}"


class Rehearsal:
    """A flow whose files are prepared, to be played again and again."""

    def __init__(self, flow: Flow, folder: Path) -> None:
        self.flow = flow
        self._folder = folder
        self._files: dict[int, Path] = {}

    async def prepare(self, lane: Lane) -> None:
        """Write the files once."""
        self._folder.mkdir(parents=True)
        for guild_id, places in self._furnish(lane).items():
            path = self._folder / f"{guild_id}.db"
            flow = self.flow
            self._files[guild_id] = await prepare(path, guild_id, places, flow.habits, flow.errands, lane.clock)

    def _furnish(self, lane: Lane) -> dict[int, Places]:
        lane.reset(PREPARED, self._files)
        return {guild_id: Places.make(lane.discord, guild_id) for guild_id in self.flow.guilds}

    async def count(self, lane: Lane, trouble: str = "") -> int:
        """How many points the flow has when nobody kills it."""
        self._begin(lane, trouble)
        return (await lane.live(DUE + ALIVE, since=DUE)).passed

    def _begin(self, lane: Lane, trouble: str) -> dict[int, Places]:
        places = self._furnish(lane)
        lane.clock.set(BORN)
        fault = TROUBLES[trouble]
        if fault is not None:
            lane.discord.faults.append(replace(fault, ending=self.flow.creates))
        return places

    async def play(self, lane: Lane, scenario: Scenario) -> Tally:
        """One scenario, and what was found."""
        places = self._begin(lane, scenario.trouble)
        tally = Tally(scenarios=1, starts=1)
        first = await lane.live(DUE + ALIVE, die_at=scenario.die_at, since=DUE)
        deaths = [first.point] if first.killed else []
        lane.clock.set(lane.clock.now() + scenario.downtime)
        if scenario.again_at:
            tally.starts += 1
            second = await lane.live(lane.clock.now() + AFTER, die_at=scenario.again_at)
            deaths += [second.point] if second.killed else []
            lane.clock.set(lane.clock.now() + scenario.downtime)
        await lane.live(lane.clock.now() + AFTER)
        tally.starts += 1
        tally.kills, tally.troubles = len(deaths), int(bool(scenario.trouble))
        self._judge(lane, places, tally)
        where = f" [{scenario}: {'; '.join(deaths)}]"
        for found in (tally.lost, tally.twice, tally.half):
            found[:] = [what + where for what in found]
        return tally

    def _judge(self, lane: Lane, places: dict[int, Places], tally: Tally) -> None:
        lane.discord.land()
        expected = [each for there in places.values() for each in self.flow.expected(there)]
        on_discord(lane.discord, expected, tally)
        for guild_id in self.flow.guilds:
            file = File(lane.folder / f"{guild_id}.db")
            file.judge(lane.discord, tally)
            tally.half += self._plans(file)
        tally.half += [f"an error was logged: {line}" for line in lane.errors()]

    def _plans(self, file: File) -> Iterator[str]:
        """The job is gone, and its schedule has exactly one next occurrence."""
        planned = [(row["kind"], row["key"], row["state"]) for row in file.jobs]
        wanted = [(habit.name, "2027-01-25", "due") for habit in self.flow.habits]
        if planned != wanted:
            yield f"{file.name}: planned is {planned}, not {wanted}"
        if file.done_dates != {habit.name: "2027-01-18" for habit in self.flow.habits}:
            yield f"{file.name}: done is {file.done_dates}"
        if len(file.did()) != len(self.flow.habits) + len(self.flow.errands):
            yield f"{file.name}: decided was {file.did()}"


def scenarios(flow: Flow, points: int, downtimes: tuple[int, ...] = DOWNTIMES, trouble: str = "") -> list[Scenario]:
    """Each point in turn, with each downtime."""
    return [Scenario(flow, at, downtime, trouble) for downtime in downtimes for at in range(1, points + 1)]
