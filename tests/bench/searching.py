"""Searching among many profiles, and storing one more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

from bot.app import build
from bot.people import members
from bot.people.members import Profile
from bot.settings import Settings
from bot.storage.association import Association
from bot.ui.house import House
from cogs.introductions.posts import DOCUMENT
from tests.bench.figures import Figure, percentile
from tests.bench.profiles import fill, store
from tests.bench.transport import GUILD

QUERIES: Final = tuple(
    # plain words, common and rare
    "site internet|comptable|photographe|traduction|graphisme|rédaction|logo|formation|vidéo|webflow|wordpress|devis"
    "|site|studio"
    # forms, accents, elisions, feminine, plural, abbreviations, synonyms
    "|photographes|developpeuse|rédactrice|l’illustration|compta|dev|ia|graphiste freelance|œuvres|coach"
    # slips
    "|photografe|comtable|tradution|webflwo|ilustration|développment|marketting"
    # several words
    "|photo de mariage|identité visuelle|relecture de contrats|site pour artisans|communication associations"
    "|formation excel|rénovation grange|dossier de subvention|conseil aux petites entreprises|quelqu’un pour un logo"
    # nobody does that
    "|xylophone|zzzz|astrophysique nucléaire".split("|")
)
"""What people type in `/qui-fait`."""

PASSES: Final = 3
ZONES: Final = (None, "05", "01")
"""Each query is asked everywhere, in a zone with some members, in the one with most."""


@asynccontextmanager
async def association_of(count: int, folder: Path) -> AsyncIterator[tuple[House, Association, list[Profile]]]:
    """An association of `count` members in `folder`, with the house around it."""
    house = build(Settings(data_dir=folder, _env_file=None), heartbeat=False).house
    try:
        association = await house.associations.of(GUILD)
        yield house, association, await fill(house, association, count)
    finally:
        await house.associations.close()


async def measure(count: int, runs: int, *, aim: float | None) -> list[Figure]:
    """Search and storage in an association of `count` members."""
    with TemporaryDirectory() as folder:
        async with association_of(count, Path(folder)) as (house, association, made):
            await _search(association)  # the first one fills the caches, as the first hours of a process do
            searches = [await _search(association) for _ in range(runs)]
            stores = [await _store(house, association, made[run * 50 : run * 50 + 50]) for run in range(runs)]
            first = [await _first_after_a_write(house, association, made[run]) for run in range(runs)]
    at = f"at {count:,} profiles"
    return [
        Figure(f"search {at}, p50 of {len(QUERIES) * len(ZONES)} queries", _each(_column(searches, 0), 0.5)),
        Figure(f"search {at}, p99", _each(_column(searches, 0), 0.99), aim=aim),
        Figure("… of which the index alone, p99", _each(_column(searches, 1), 0.99)),
        Figure("… in CPU time, which busy neighbours don't lengthen, p99", _each(_column(searches, 2), 0.99)),
        Figure(f"first search after a write {at}", tuple(first)),
        Figure(f"storing a profile {at}, p50", _each(stores, 0.5)),
        Figure(f"storing a profile {at}, p99", _each(stores, 0.99)),
    ]


def _column(runs: list[list[tuple[float, float, float]]], at: int) -> list[list[float]]:
    return [[times[at] for times in run] for run in runs]


def _each(runs: list[list[float]], share: float) -> tuple[float, ...]:
    return tuple(percentile(times, share) for times in runs)


async def _search(association: Association) -> list[tuple[float, float, float]]:
    """What each query takes, see `timed_search`."""
    asked = [(query, zone) for _ in range(PASSES) for query in QUERIES for zone in ZONES]
    return [await timed_search(association, query, zone) for query, zone in asked]


async def timed_search(association: Association, query: str, zone: str | None) -> tuple[float, float, float]:
    """Milliseconds of one search as `/qui-fait` does it, those of the index alone, and CPU time of the whole."""
    began, worked = perf_counter(), process_time()
    db = association.read()
    found = await association.search.find(db, DOCUMENT, query, facets=[[f"zone-{zone}"]] if zone else [])
    searched = perf_counter()
    await members.profiles(db, [hit.ref for hit in found.hits])
    return (perf_counter() - began) * 1000, (searched - began) * 1000, (process_time() - worked) * 1000


async def _store(house: House, association: Association, made: list[Profile]) -> list[float]:
    times = []
    for profile in made:
        changed = replace(profile, what=f"{profile.what[:180]} et du conseil")
        began = perf_counter()
        async with association.transaction() as db:
            await store(house, association, db, changed)
        times.append((perf_counter() - began) * 1000)
    return times


async def _first_after_a_write(house: House, association: Association, profile: Profile) -> float:
    async with association.transaction() as db:
        await store(house, association, db, profile)
    return (await timed_search(association, "photographe", None))[0]
