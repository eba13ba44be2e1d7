"""How well the made-up tips are found: recall, precision, and silence where nothing fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.search import PROSE
from tests.tips.french import TIPS, Tip

KIND: Final = "tip"
SHOWN: Final = 5
"""As many as a page shows."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares (0 to 1): of the tips meant, those shown first; of those shown first, those meant; of the queries that
    nothing fits, those that find nothing. And what went wrong."""

    recall: float
    precision: float
    silence: float
    missed: dict[str, list[int]]
    noise: dict[str, list[int]]


async def share(association: Association, db: Connection, ref: int, tip: Tip) -> None:
    """Make a tip findable."""
    await association.search.put(db, KIND, ref, tip.text, facets=[f"category-{tip.category}"])


async def share_all(association: Association) -> None:
    """Make the made-up tips findable."""
    async with association.transaction() as db:
        for ref, tip in TIPS.items():
            await share(association, db, ref, tip)


async def found(association: Association, query: str, *categories: str) -> list[int]:
    """The tips that a query finds, best first."""
    facets = [[f"category-{category}" for category in categories]] if categories else []
    tips = await association.search.find(association.read(), KIND, query, facets=facets, share=PROSE)
    return [hit.ref for hit in tips.hits]


async def quality(
    association: Association, queries: Mapping[str, frozenset[int]], unfitting: Iterable[str] = ()
) -> Quality:
    """What some queries find among the made-up tips."""
    shown = {query: (await found(association, query))[:SHOWN] for query in queries}
    noise = {query: await found(association, query) for query in unfitting}
    recalls = [len(meant & set(shown[query])) / len(meant) for query, meant in queries.items()]
    precisions = [len(queries[query] & set(first)) / len(first) for query, first in shown.items() if first]
    return Quality(
        recall=sum(recalls) / len(recalls),
        precision=sum(precisions) / len(precisions),
        silence=sum(not refs for refs in noise.values()) / len(noise) if noise else 1,
        missed={query: first for query, first in shown.items() if not queries[query] <= set(first)},
        noise={query: refs for query, refs in noise.items() if refs},
    )
