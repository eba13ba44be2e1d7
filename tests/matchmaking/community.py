"""People drawn by lot: communities as the bench's protocol asks, and anybody at all for property tests."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, combinations
from random import Random
from typing import TypeVar

from cogs.matchmaking.affinity import How, Met, Pair, Person

T = TypeVar("T")

TAGS = [f"tag-{number:02}" for number in range(96)]
POPULARITY = list(accumulate(1 / rank**0.9 for rank in range(1, len(TAGS) + 1)))
TRADES = [f"trade-{number:02}" for number in range(12)]
LIKED = 14
"""Tags that a trade prefers."""
ZONES = ["53", "72", "49", "44", "35", "85"]
SKEW = list(accumulate((40, 25, 15, 10, 6, 4)))
HOW = list(accumulate((15, 25, 60)))


def chance(seed: int | str) -> Random:
    """What falls the same way each time."""
    return Random(seed)  # noqa: S311 (to be repeated)


def community(n: int, seed: int) -> list[Person]:
    """`n` people in the middle of a season, the same ones for the same seed."""
    rng = chance(f"community {seed}")
    liked = {trade: rng.sample(TAGS, LIKED) for trade in TRADES}
    return [person(rng, number + 1, liked) for number in range(n)]


def person(rng: Random, member_id: int, liked: dict[str, list[str]]) -> Person:
    """One member: 10 % state no tags, 10 % are newcomers."""
    trade = rng.choice(TRADES)
    zone = drawn(rng, ZONES, SKEW)
    silent = rng.random() < 0.1
    offers = [] if silent else tags(rng, 1 + heads(rng, 4), liked[trade], 0.6, ())
    seeks = [] if silent else tags(rng, 1 + heads(rng, 3), liked[trade], 0.35, offers)
    return Person(
        member_id,
        offers={tag: tag for tag in offers},
        seeks={tag: tag for tag in seeks},
        trade=trade,
        family=f"family-{TRADES.index(trade) // 3}",
        zone=zone,
        zones=frozenset({zone}),
        newcomer=rng.random() < 0.1,
        isolation=max(0.0, 1 - poisson(rng, 3) / 5),
    )


def with_ways(people: Sequence[Person], seed: int) -> list[How]:
    """How each of some people has coffee: 15 % in person only, 25 % remotely only."""
    rng = chance(f"ways {seed}")
    return [drawn(rng, [How.IN_PERSON, How.REMOTE, How.BOTH], HOW) for _ in people]


def tags(rng: Random, count: int, liked: Sequence[str], preference: float, but: Sequence[str]) -> list[str]:
    """So many tags, some of those that the trade prefers, the others by popularity."""
    found: list[str] = []
    while len(found) < count:
        tag = rng.choice(liked) if rng.random() < preference else drawn(rng, TAGS, POPULARITY)
        if tag not in found and tag not in but:
            found.append(tag)
    return found


def heads(rng: Random, tosses: int) -> int:
    """How often a coin falls on heads."""
    return rng.getrandbits(tosses).bit_count()


def poisson(rng: Random, mean: float) -> int:
    """How many things happen when `mean` do on average."""
    count, passed = 0, rng.expovariate(mean)
    while passed < 1:
        count, passed = count + 1, passed + rng.expovariate(mean)
    return count


def drawn(rng: Random, values: Sequence[T], cumulated: Sequence[float]) -> T:
    """One of some values, by their cumulated weights."""
    return values[bisect(cumulated, rng.random() * cumulated[-1])]


def crowd(n: int, rng: Random) -> list[Person]:
    """People of a small town, who have much in common, promises to be kept, and ways that don't always go together."""
    return [anybody(number + 1, rng) for number in range(n)]


def history(people: Sequence[Person], rng: Random) -> tuple[dict[Pair, Met], set[Pair]]:
    """Who of some people met, and who is to be kept apart: none, some or nearly all."""
    pairs = list(combinations(sorted(person.id for person in people), 2))
    often, seldom = rng.choice([0, 0.3, 0.6, 0.9]), rng.choice([0, 0, 0.2, 0.5])
    met = {pair: Met(rng.randint(1, 3), rng.randint(1, 9)) for pair in pairs if rng.random() < often}
    return met, {pair for pair in pairs if rng.random() < seldom}


def anybody(member_id: int, rng: Random) -> Person:
    """One of them: whatever can be the case may be."""

    def some(values: Sequence[T], most: int = 3) -> list[T]:
        return rng.sample(values, rng.randint(0, most))

    return Person(
        member_id,
        offers={tag: tag.upper() for tag in some(TAGS[:5])},
        seeks={tag: tag.upper() for tag in some(TAGS[:5])},
        trade=rng.choice([None, *TRADES[:2]]),
        family=rng.choice([None, "family-0", "family-1"]),
        zone=rng.choice([None, *ZONES[:3]]),
        zones=frozenset(some(ZONES[:3])),
        how=rng.choice([*How, How.BOTH, How.BOTH]),
        newcomer=rng.random() < 0.3,
        isolation=rng.random(),
        helped=rng.choice([0.0, 1.0, 2.5, 20.0]),
        partners=frozenset(some(range(1, 12))),
        near_last=rng.choice([None, True, False]),
        first=rng.random() < 0.15,
        byes=rng.randint(0, 2),
        odd_last=rng.random() < 0.2,
    )
