"""The process is killed with SIGKILL, here at some of the points that `make soak` tries all of: nothing is lost,
nothing comes twice, nothing stays half done. `tests.soak` holds the argument."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

import pytest
import pytest_asyncio

from bot.schedule.clock import HOUR
from tests.soak import almanac, month
from tests.soak.almanac import PARIS
from tests.soak.every_point import DOWNTIMES, LONG, SHORT, Rehearsal, Scenario
from tests.soak.feature import NIGHTLY
from tests.soak.flows import FLOWS, GUILDS, Flow, Places, prepare
from tests.soak.judging import File, Tally, on_discord
from tests.soak.lane import MEMORY, Lane, lane

STRIDES = {"": 13, "503, done": 60, "reset, done": 60, "500, done, repeated": 240}
"""Of how many points one is tried, by the weather; the last one takes a second each."""

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def quick_lane() -> AsyncIterator[Lane]:
    """Where lives are lived: one for all, as it takes a second to begin."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        async with lane(Path(folder) / "lane") as opened:
            yield opened


async def chosen(rehearsal: Rehearsal, lane_: Lane) -> list[Scenario]:
    """Some points in fair weather, a few in bad, with one downtime after the other."""
    flow, downtimes = rehearsal.flow, cycle(DOWNTIMES)
    found = []
    for trouble, stride in STRIDES.items():
        points = await rehearsal.count(lane_, trouble)
        found += [Scenario(flow, at, next(downtimes), trouble) for at in range(stride // 2, points, stride)]
    return found


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name.replace(" ", "-"))
async def test_a_process_killed_anywhere_leaves_everything_done_once(
    quick_lane: Lane, flow: Flow, tmp_path: Path
) -> None:
    rehearsal = Rehearsal(flow, tmp_path / "prepared")
    await rehearsal.prepare(quick_lane)
    tally = Tally()
    for scenario in await chosen(rehearsal, quick_lane):
        tally.add(await rehearsal.play(quick_lane, scenario))
    assert tally.faults == []
    assert tally.expected == tally.scenarios * len(flow.guilds)
    assert tally.kills > 0.9 * tally.scenarios  # two associations at once don't pass their points in one order


@pytest.mark.parametrize("downtime", [SHORT, LONG])
async def test_a_process_killed_again_while_it_recovers_leaves_everything_done_once(
    quick_lane: Lane, tmp_path: Path, downtime: int
) -> None:
    rehearsal = Rehearsal(FLOWS[2], tmp_path / "prepared")
    await rehearsal.prepare(quick_lane)
    tally = Tally()
    for again in range(3, 90, 14):
        tally.add(await rehearsal.play(quick_lane, Scenario(rehearsal.flow, 8 + again, downtime, again_at=again)))
    assert tally.faults == []
    assert tally.kills == 2 * tally.scenarios


async def test_a_month_of_kills_and_bad_weather_loses_nothing(quick_lane: Lane, tmp_path: Path) -> None:
    tally = await month.play(quick_lane, tmp_path / "month", month.Plan(seed=7, kills=12, errands=40))
    assert tally.faults == []
    assert tally.kills == 12
    assert tally.troubles > 0
    assert tally.expected > 150


async def test_what_is_still_in_time_happens_though_the_one_before_it_came_too_late(
    quick_lane: Lane, tmp_path: Path
) -> None:
    """Down from one night to the next one's small hours: at the start the first is due, the second not planned yet."""
    evening = int(datetime(2027, 3, 9, 22, tzinfo=PARIS).timestamp())
    quick_lane.reset(evening, {})
    places = Places.make(quick_lane.discord, GUILDS[0])
    path = await prepare(tmp_path / "prepared.db", GUILDS[0], places, [NIGHTLY], [], quick_lane.clock)
    quick_lane.reset(evening, {GUILDS[0]: path})
    assert Places.make(quick_lane.discord, GUILDS[0]) == places
    lives = [await quick_lane.live(evening + HOUR)]
    quick_lane.clock.set(evening + 30 * HOUR)
    lives.append(await quick_lane.live(evening + 31 * HOUR))
    file, tally = File(quick_lane.folder / f"{GUILDS[0]}.db"), Tally()
    dates = almanac.named(NIGHTLY, evening, evening + 31 * HOUR)
    expected = almanac.expect(NIGHTLY, dates, file.did(), lives, places.text, tally)
    on_discord(quick_lane.discord, expected, tally)
    assert tally.faults == []
    assert [did.key for did in file.did()] == ["2027-03-11"]
    assert tally.passed_over == 1
