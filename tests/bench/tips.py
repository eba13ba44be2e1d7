"""Searching tips: how well the made-up ones are found, and how fast among ten thousand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.search import Synonyms
from tests.bench.figures import Figure, percentile
from tests.tips.french import AFTERWARDS, NOTHING, NOTHING_AFTERWARDS, QUERIES, TIPS, Tip
from tests.tips.quality import Quality, found, quality, share, share_all

COUNT: Final = 10_000
AIM: Final = 15
ASKED: Final = (*QUERIES, *AFTERWARDS, *NOTHING, *NOTHING_AFTERWARDS)

_SAID: Final[dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
_TITLES: Final = ("{title}", "{title}", "{title}, pour {who}", "{title} : mon retour", "{title} ({sector})")
_ENDS: Final = (
    "Appris chez {firm} en {year}.",
    "Merci à {firm} pour l’idée.",
    "Testé depuis {year} avec {who}.",
    "Cela m’a servi pour {thing}.",
    "Je l’ai vu faire en {sector}, chez {firm}.",
)
_SENTENCE: Final = re.compile(r"(?<=[.?!]) ")


async def measure(runs: int) -> list[Figure]:
    """Quality on the made-up tips, speed among `COUNT` of their kind."""
    async with _association() as association:
        await share_all(association)
        all_of_them = await quality(association, QUERIES | AFTERWARDS, [*NOTHING, *NOTHING_AFTERWARDS])
        unseen = await quality(association, AFTERWARDS, NOTHING_AFTERWARDS)
    async with _association() as association:
        await _fill(association, COUNT)
        await _search(association)  # the first one fills the caches, as the first hours of a process do
        searches = [await _search(association) for _ in range(runs)]
    return [*_quality_figures(all_of_them, unseen), *_speed_figures(searches)]


def tips(count: int, *, seed: int = 53) -> Iterator[Tip]:
    """`count` different tips, the same for the same seed: a made-up one told anew, with a sentence of a neighbour's."""
    chance = Random(seed)  # noqa: S311 (reproducible, not secret)
    made = list(TIPS.values())
    for number in range(count):
        tip = made[number % len(made)]
        neighbour = chance.choice([other for other in made if other.category == tip.category])
        yield _told_anew(chance, tip, neighbour)


def _told_anew(chance: Random, tip: Tip, neighbour: Tip) -> Tip:
    own, borrowed = _SENTENCE.split(tip.body), _SENTENCE.split(neighbour.body)
    said = {
        "title": tip.title,
        "who": chance.choice(_SAID["who"]),
        "sector": chance.choice(_SAID["sectors"]),
        "thing": chance.choice(_SAID["things"]),
        "firm": ("".join(chance.choices(_SAID["syllables"], k=2)) + chance.choice(_SAID["endings"])).title(),
        "year": chance.randint(1995, 2026),
    }
    body = [
        *chance.sample(own, k=chance.randint(1, len(own))),
        *chance.sample(borrowed, k=chance.randint(0, min(2, len(borrowed)))),
        chance.choice(_ENDS).format(**said),
    ]
    tags = dict.fromkeys((*tip.tags[: chance.randint(1, 3)], chance.choice(neighbour.tags)))
    return Tip(chance.choice(_TITLES).format(**said), tip.category, " ".join(body), tuple(tags))


@asynccontextmanager
async def _association() -> AsyncIterator[Association]:
    with TemporaryDirectory() as folder:
        opened = await Association.open(Path(folder) / "1.db", 1, Synonyms.load(CODE_DATA / "synonyms.toml"))
        try:
            yield opened
        finally:
            await opened.close()


async def _fill(association: Association, count: int) -> None:
    made = list(enumerate(tips(count), start=1))
    for start in range(0, count, 500):
        async with association.transaction() as db:
            for ref, tip in made[start : start + 500]:
                await share(association, db, ref, tip)


async def _search(association: Association) -> list[tuple[float, float]]:
    """Milliseconds and CPU milliseconds of each query."""
    times = []
    for query in ASKED:
        began, worked = perf_counter(), process_time()
        await found(association, query)
        times.append(((perf_counter() - began) * 1000, (process_time() - worked) * 1000))
    return times


def _quality_figures(all_of_them: Quality, unseen: Quality) -> list[Figure]:
    queries, unfitting = len(QUERIES) + len(AFTERWARDS), len(NOTHING) + len(NOTHING_AFTERWARDS)
    return [
        Figure(f"tips found, recall@5 of {queries} queries (should be 85)", (all_of_them.recall * 100,), "%"),
        Figure("… precision of the first five", (all_of_them.precision * 100,), "%"),
        Figure(f"nothing found for what nothing fits, {unfitting} queries (90)", (all_of_them.silence * 100,), "%"),
        Figure(f"recall@5, {len(AFTERWARDS)} queries that nothing was tuned on", (unseen.recall * 100,), "%"),
        Figure(f"nothing found, {len(NOTHING_AFTERWARDS)} such queries", (unseen.silence * 100,), "%"),
    ]


def _speed_figures(searches: list[list[tuple[float, float]]]) -> list[Figure]:
    def each(at: int, share: float) -> tuple[float, ...]:
        return tuple(percentile([times[at] for times in run], share) for run in searches)

    return [
        Figure(f"search at {COUNT:,} tips, p50 of {len(ASKED)} queries", each(0, 0.5)),
        Figure(f"search at {COUNT:,} tips, p99", each(0, 0.99), aim=AIM),
        Figure("… in CPU time, which busy neighbours don't lengthen, p99", each(1, 0.99)),
    ]
