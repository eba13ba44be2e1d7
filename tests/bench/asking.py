"""Whom to ask for somebody who is looked for, and whom to tell of new missions, in a large association."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from bot.app import build
from bot.people.members import Profile
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job
from bot.settings import Settings
from bot.storage.association import Association
from bot.ui.house import House
from cogs.opportunities import alert_store, jobs, store
from cogs.opportunities.alert_rules import What
from cogs.opportunities.letters import Letters as MissionLetters
from cogs.opportunities.rules import REMOTE, Contact, Kind, Sketch
from cogs.warm_intros import door_store, introducers, search_store
from cogs.warm_intros.introducers import Crowd
from cogs.warm_intros.letters import Letters as SearchLetters
from cogs.warm_intros.rules import WHO
from cogs.warm_intros.search_job import TRIES
from tests.bench.figures import Figure, percentile, show
from tests.bench.profiles import NOW, fill
from tests.bench.transport import GUILD

MEMBERS: Final = 2_000
DOORS: Final = 3
"""Doors of one member at most."""
SEARCHES: Final = 20
MISSIONS: Final = 40
"""Open at once."""
AIM: Final = 1_000
"""Milliseconds; nobody waits for either, but presses of that association do, meanwhile."""
TUESDAY: Final = NOW + 5 * DAY + 9 * HOUR


class Stopped:
    """A clock that stands still."""

    def now(self) -> int:
        """A Tuesday morning, in seconds."""
        return TUESDAY


@asynccontextmanager
async def town() -> AsyncIterator[tuple[House, Association, list[Profile]]]:
    """An association of `MEMBERS` with a house around it that can write letters."""
    with TemporaryDirectory() as folder:
        house = build(Settings(data_dir=Path(folder), _env_file=None), Stopped(), heartbeat=False).house
        MissionLetters(house)
        SearchLetters(house)
        jobs.Alerting(house)
        try:
            association = await house.associations.of(GUILD)
            yield house, association, await fill(house, association, MEMBERS)
        finally:
            await house.associations.close()


async def measure(runs: int) -> list[Figure]:
    """CPU time, which busy neighbours don't lengthen. Everybody may be told of missions: the longest of days."""
    async with town() as (house, association, made):
        doors = await _open_doors(association, made)
        numbers = await _search(association, made)
        prepared = [await _prepare(association) for _ in range(runs)]
        everybody = prepared[0][1]
        asking = [[await _ask(house, association, everybody, number) for number in numbers] for _ in range(runs)]
        await _follow(association, made)
        await _share(association, made)
        telling = [await _tell(house, association) for _ in range(runs)]
    able = sum(bool(found) for _, found in asking[0])
    return [
        Figure(f"{MEMBERS:,} members, {doors:,} doors prepared, CPU", tuple(time for time, _ in prepared), aim=AIM),
        Figure("whom of them to ask for a search, CPU", _each(asking, 0.5)),
        Figure("… p99", _each(asking, 0.99)),
        Figure(f"… somebody is found, of {SEARCHES} searches", (float(able),), ""),
        Figure(
            f"a day's alerts, {MEMBERS:,} follow {MISSIONS} missions, CPU", tuple(time for time, _ in telling), aim=AIM
        ),
        Figure("… people who are told", tuple(float(told) for _, told in telling), ""),
    ]


def _each(runs: Sequence[Sequence[tuple[float, int]]], share: float) -> tuple[float, ...]:
    return tuple(percentile([time for time, _ in run], share) for run in runs)


async def _open_doors(association: Association, made: Sequence[Profile]) -> int:
    """What people offer, said as doors; how many there are."""
    chance, count = Random(9), 0  # noqa: S311 (reproducible, not secret)
    async with association.transaction() as db:
        for profile in made:
            for words in profile.offers[:DOORS]:
                zone = profile.zone if chance.random() < 0.5 else None
                await door_store.add(db, profile.member_id, words[:WHO], zone, TUESDAY)
                count += 1
    return count


async def _search(association: Association, made: Sequence[Profile]) -> list[int]:
    """Some look for what others offer; the numbers of their searches."""
    chance = Random(10)  # noqa: S311 (reproducible, not secret)
    offered = [words for profile in made for words in profile.offers]
    async with association.transaction() as db:
        return [
            await search_store.add(
                db,
                chance.choice(made).member_id,
                f"{chance.choice(offered)[:80]}{' à Laval' if number % 4 == 0 else ''}",
                "Pour un projet",
                now=TUESDAY,
                answer_by=TUESDAY + 16 * DAY,
            )
            for number in range(SEARCHES)
        ]


async def _prepare(association: Association) -> tuple[float, Crowd]:
    """Milliseconds of preparing everybody, which the job does once for all searches."""
    began = process_time()
    everybody = await introducers.crowd(association, association.read())
    return (process_time() - began) * 1000, everybody


async def _ask(house: House, association: Association, everybody: Crowd, number: int) -> tuple[float, int]:
    """Milliseconds, and how many could be asked."""
    db = association.read()
    search = await search_store.get(db, number)
    assert search is not None
    began = process_time()
    need = await introducers.as_routed(house, association, db, search)
    found = await introducers.whom_to_ask(house, association, db, everybody, need, (), count=TRIES)
    return (process_time() - began) * 1000, len(found)


async def _follow(association: Association, made: Sequence[Profile]) -> None:
    """Everybody wants to hear of missions: some of all, some of their trade, some of their place."""
    async with association.transaction() as db:
        for number, profile in enumerate(made):
            await alert_store.switch(db, profile.member_id, TUESDAY, on=True)
            if number % 3 == 1 and profile.trade:
                await alert_store.choose(db, profile.member_id, What.TRADE, (), [profile.trade], TUESDAY)
            if number % 3 == 2 and profile.zone:
                await alert_store.choose(db, profile.member_id, What.ZONE, (), [profile.zone, REMOTE], TUESDAY)


async def _share(association: Association, made: Sequence[Profile]) -> None:
    async with association.transaction() as db:
        for number, profile in enumerate(made[:MISSIONS]):
            place = REMOTE if number % 4 == 0 else profile.zone or ""
            said = Sketch(Kind.MISSION, profile.trade, place, "Un site", "en mars", "", Contact.ME, False, 0)
            await store.add(db, profile.member_id, said, TUESDAY)


async def _tell(house: House, association: Association) -> tuple[float, int]:
    """Milliseconds, and to how many people a letter is written; then it is as if nobody had been told."""
    job = Job(0, jobs.ALERTING, "", None, {}, TUESDAY, 0)
    async with association.transaction() as db:
        began = process_time()
        await house.jobs._kinds[jobs.ALERTING].decide(association, db, job, None)
        took = (process_time() - began) * 1000
        told = await db.value("SELECT count(DISTINCT member_id) FROM mission_told")
        for table in ("mission_told", "letters", "outbox", "jobs"):
            await db.run(f"DELETE FROM {table}")
    return took, told


if __name__ == "__main__":
    show(asyncio.run(measure(5)))
