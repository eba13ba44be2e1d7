"""How matches are weighed and ranked.

A concept of a query weighs more the fewer documents have it, most when none has, and half where it is a verb. Where
hits must match a share of the query's weight, a common word alone finds nothing beside a rare or an unknown one:
"assurance habitation" is no question about insurance where no document speaks of homes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p
from typing import Final

from bot.storage.database import Connection

_LIMIT: Final = 100
_RANKED: Final = 1_000
"""Documents that are ranked for the concepts of a query, those of the rarest in any case. What a common word adds says
little about which is best, and costs some microseconds a document. Among equals the newest come first."""
_COMMON: Final = 2
"""Below so many documents, how many they are makes little difference."""
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Concept:
    """What is looked for: its full-text query, empty where no document can have it, and how much of a word it is (0 to
    1)."""

    query: str
    part: float = 1


@dataclass(frozen=True, slots=True)
class _Weighed:
    query: str
    count: int
    weight: float


async def matches(db: Connection, concepts: Sequence[Concept], every: str, share: float) -> list[tuple[int, int]]:
    """The documents that match at least a share (0 to 1) of the weight of all concepts, those that match more of them
    first: their references, and how many they match. `every` finds all documents."""
    if not concepts:
        return await _found(db, [every], (False,))
    if len(concepts) == 1:
        return await _found(db, [f"({concepts[0].query}) AND {every}"], (True,))
    weighed = await _weigh(db, concepts, every)
    least = share * sum(concept.weight for concept in weighed) - _ROUNDING
    heavy, light = _by_weight([concept for concept in weighed if concept.count], least)
    if not heavy:
        return []
    asked = (*heavy, *light)
    weights = {f"w{n}": concept.weight for n, concept in enumerate(asked)}
    return await _found(db, [concept.query for concept in asked], _ranked(heavy), least=least, **weights)


def _ranked(concepts: Sequence[_Weighed]) -> tuple[bool, ...]:
    left = _RANKED - concepts[0].count
    return (True, *((left := left - concept.count) >= 0 for concept in concepts[1:]))


async def _found(
    db: Connection, queries: Sequence[str], ranked: tuple[bool, ...], **values: float
) -> list[tuple[int, int]]:
    """The first queries are ranked or not; those after them only add to what they find."""
    sql = _find_one_sql(*ranked) if len(queries) == 1 else _find_sql(ranked, len(queries) - len(ranked))
    found = await db.rows(sql, **{f"q{n}": query for n, query in enumerate(queries)}, **values)
    return [(row["ref"], row["matched"]) for row in found]


async def _weigh(db: Connection, concepts: Sequence[Concept], every: str) -> list[_Weighed]:
    known = [concept for concept in concepts if concept.query]
    queries = [f"({concept.query}) AND {every}" for concept in known]
    values = {f"q{n}": query for n, query in enumerate(queries)}
    (counted,) = await db.rows(_count_sql(len(queries)), every=every, **values)
    documents, *counts = counted
    found = [(concept.part, query, count) for concept, query, count in zip(known, queries, counts, strict=True)]
    absent = [(concept.part, "", 0) for concept in concepts if not concept.query]
    return [
        _Weighed(query, count, part * log1p(documents / (count + _COMMON))) for part, query, count in (*found, *absent)
    ]


def _by_weight(concepts: Sequence[_Weighed], least: float) -> tuple[list[_Weighed], list[_Weighed]]:
    """The concepts of which each hit must match one, the rarest first, and the common ones that even together weigh
    too little: those are only looked for in what the others find, not followed through thousands of documents."""
    heavy = sorted(concepts, key=lambda concept: concept.count)
    light: list[_Weighed] = []
    while heavy and (least := least - heavy[-1].weight) > 0:
        light.append(heavy.pop())
    return heavy, light


@cache
def _count_sql(concepts: int) -> str:
    names = ("every", *(f"q{n}" for n in range(concepts)))
    return f"SELECT {', '.join(f'(SELECT count(*) FROM search WHERE search MATCH :{name})' for name in names)}"


@cache
def _find_one_sql(ranked: bool) -> str:
    score = "rank" if ranked else "0.0"
    return _documents_sql(f"SELECT rowid AS id, 1 AS matched, {score} AS score FROM search WHERE search MATCH :q0")


@cache
def _find_sql(ranked: tuple[bool, ...], light: int) -> str:
    one = "SELECT rowid AS id, :w{0} AS weight, {1} AS score FROM search WHERE search MATCH :q{0}"
    heavy = " UNION ALL ".join(one.format(n, "rank" if each else "0.0") for n, each in enumerate(ranked))
    numbers = range(len(ranked), len(ranked) + light)
    led = "".join(f" UNION ALL {one.format(n, '0.0')} AND +rowid IN (SELECT id FROM heavy)" for n in numbers)
    return _documents_sql(
        f"""SELECT id, count(*) AS matched, sum(score) AS score
              FROM (SELECT * FROM heavy{led})
          GROUP BY id
            HAVING sum(weight) >= :least""",
        f"heavy AS ({heavy}),",
    )


def _documents_sql(matched: str, before: str = "") -> str:
    """Matches are cut before their documents are looked up, which a common word has thousands of."""
    return f"""
          WITH {before} found AS ({matched} ORDER BY matched DESC, score, id DESC LIMIT {_LIMIT})
        SELECT documents.ref AS ref, found.matched AS matched
          FROM found
          JOIN documents ON documents.id = found.id
      ORDER BY found.matched DESC, found.score, found.id DESC
    """
