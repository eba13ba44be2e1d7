"""Whom to ask for a hand: six simulated weeks of an association, four ways of choosing, the same people and requests.

`python -m tests.bench.routing` prints the comparison. Requests come in a day at a time. The simulation is kind to
whoever asks many: it knows no bystanders, and nobody leaves for being asked too much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, product
from math import prod
from random import Random
from time import process_time
from typing import Final

from rich.console import Console
from rich.table import Table

from bot.people.routing import MOST, Request, Roster, choose, how_many, order_requests
from tests.bench.figures import Figure
from tests.bench.hindsight import most_resolved
from tests.bench.lending import DAY, TAGS, Town

MEMBERS: Final = 1_000
MANY: Final = 5_000
WEEKS: Final = 6
CAPS: Final = {"3": (3,), "1 to 3": (1, 1, 1, 1, 1, 1, 2, 2, 2, 3), "1": (1,)}
"""How often people may be asked in a week: as in `matching.md`; as they may choose; as the bot's default is."""
RATES: Final = (0.3, 0.8)
"""Requests a member and week: many, and more than there is help for."""

STORY: Final = 20
"""Words of a long request."""
AIM: Final = 100
"""Microseconds."""

Ask = Callable[[Request], list[int]]
Policy = Callable[[Town, int], Ask]
"""Given an association on a Monday, and how many requests the week before had: whom to ask for each request."""


@dataclass(slots=True)
class Season:
    """What came of some weeks under one policy.

    `resolved` is how many requests of each week may be expected to be; `most` the most that one person was asked in a
    week, `over` all that was asked above a cap, `apart` what was asked across an avoid entry.
    """

    requests: int = 0
    asks: int = 0
    resolved: list[float] = field(default_factory=list)
    most: int = 0
    over: int = 0
    apart: int = 0
    seconds: float = 0.0

    @property
    def share(self) -> float:
        """Which part of the requests is resolved."""
        return sum(self.resolved) / self.requests

    @property
    def micros(self) -> float:
        """CPU time of a choice, in microseconds."""
        return self.seconds * 1e6 / self.requests


def ours(town: Town, before: int) -> Ask:
    """What the bot does."""
    return _routed(town, lambda roster: how_many(roster, before))


def always_three(town: Town, before: int) -> Ask:
    """The same, three each time, however many ask."""
    return _routed(town, lambda _: MOST)


def three_without_cap(town: Town, before: int) -> Ask:
    """The three who fit best, whatever they were asked before."""
    roster = Roster(replace(member.helper(), cap=1) for member in town.members)
    return lambda request: _chosen(town, request, roster, MOST)


def everyone_with_the_tag(town: Town, before: int) -> Ask:
    """A ping to all who offer what is asked for."""
    having: dict[str, list[int]] = {}
    for member in town.members:
        for tag in member.offers:
            having.setdefault(tag, []).append(member.id)
    return lambda request: [who for tag in request.words for who in having.get(tag, ()) if who != request.asker_id]


POLICIES: Final[dict[str, Policy]] = {
    "ours": ours,
    "ours, always three": always_three,
    "top three without cap": three_without_cap,
    "everyone with the tag": everyone_with_the_tag,
}


def _routed(town: Town, count: Callable[[Roster], int]) -> Ask:
    roster = Roster(member.helper() for member in town.members)

    def ask(request: Request) -> list[int]:
        who = _chosen(town, request, roster, count(roster))
        for member_id in who:
            roster.note_asked(member_id)
        return who

    return ask


def _chosen(town: Town, request: Request, roster: Roster, count: int) -> list[int]:
    avoided = town.members[request.asker_id].avoided
    return [found.member_id for found in choose(request, roster, avoided=avoided, asked=(), count=count)]


def live(town: Town, weeks: Iterable[Sequence[Request]], policy: Policy) -> Season:
    """Go through some weeks with one policy. Nobody is tired on a Monday."""
    season, before = Season(), 0
    for requests in weeks:
        asked: Counter[int] = Counter()
        ask, resolved = policy(town, before), 0.0
        for request in _in_turn(requests):
            began = process_time()
            who = ask(request)
            season.seconds += process_time() - began
            resolved += 1 - prod(1 - town.yes(request, town.members[one], asked[one]) for one in who)
            season.apart += sum(request.asker_id in town.members[one].avoided for one in who)
            asked.update(who)
        season.resolved.append(resolved)
        season.requests += len(requests)
        season.asks += asked.total()
        season.most = max(season.most, *asked.values())
        season.over += sum(max(0, times - town.members[one].cap) for one, times in asked.items())
        before = len(requests)
    return season


def _in_turn(requests: Iterable[Request]) -> Iterator[Request]:
    for _, day in groupby(requests, key=lambda request: request.since // DAY):
        yield from order_requests(day)


def of_hindsight(town: Town, weeks: Sequence[Sequence[Request]], seasons: Iterable[Season]) -> list[float]:
    """What each season reached of the optimum of its weeks, known in advance."""
    most = sum(most_resolved(town, requests, MOST) for requests in weeks)
    return [sum(season.resolved[: len(weeks)]) / most for season in seasons]


async def measure(runs: int) -> list[Figure]:
    """A seed a run, a cap of three. In hindsight only the first week is looked at: that alone takes seconds."""
    found: dict[float, list[tuple[float, Season]]] = {rate: [] for rate in RATES}
    for seed in range(1, runs + 1):
        town = Town(MEMBERS, seed, CAPS["3"])
        for rate in RATES:
            weeks = list(town.requests(rate, WEEKS))
            season = live(town, weeks, ours)
            found[rate].append((of_hindsight(town, weeks[:1], [season])[0], season))
    seasons = [season for pairs in found.values() for _, season in pairs]
    crowd = Town(MANY, 1, CAPS["3"])
    week = next(crowd.requests(RATES[0], 1))
    talk = [replace(request, words=frozenset(Random(request.id).sample(TAGS, STORY))) for request in week]  # noqa: S311
    return [
        Figure(f"choosing whom to ask among {MEMBERS:,}, CPU", _micros(seasons), "µs", aim=AIM),
        Figure(f"… among {MANY:,}", _micros(live(crowd, [week], ours) for _ in range(runs)), "µs", aim=AIM),
        Figure(f"… for {STORY} words", _micros(live(crowd, [talk], ours) for _ in range(runs)), "µs", aim=AIM),
        *(
            Figure(
                f"short of hindsight, {rate:g} requests a member and week",
                tuple(100 * (1 - reached) for reached, _ in pairs),
                "%",
                aim=5,
            )
            for rate, pairs in found.items()
        ),
        Figure("asked more than their cap", tuple(float(season.over) for season in seasons), "times", aim=0),
    ]


def _micros(seasons: Iterable[Season]) -> tuple[float, ...]:
    return tuple(season.micros for season in seasons)


def table(seed: int = 1) -> None:
    """Print all policies at all rates and caps; takes two to five minutes, nearly all of it in hindsight."""
    shown = Table(title=f"{MEMBERS:,} members, {WEEKS} weeks, seed {seed}", title_justify="left")
    shown.add_column("Requests, caps, policy", no_wrap=True)
    for heading in ("Resolved", "Of hindsight", "Asks a request", "Most a week", "Over cap", "Avoided", "µs"):
        shown.add_column(heading, justify="right")
    for rate, caps in product(RATES, CAPS):
        town = Town(MEMBERS, seed, CAPS[caps])
        weeks = list(town.requests(rate, WEEKS))
        seasons = [live(town, weeks, policy) for policy in POLICIES.values()]
        shown.add_section()
        for name, season, reached in zip(POLICIES, seasons, of_hindsight(town, weeks, seasons), strict=True):
            shown.add_row(f"{rate:g}, cap {caps}, {name}", *_row(season, reached))
    Console(width=120).print(shown)


def _row(season: Season, reached: float) -> list[str]:
    return [
        f"{season.share:.3f}",
        f"{reached:.3f}",
        f"{season.asks / season.requests:.1f}",
        f"{season.most}",
        f"{season.over:,}",
        f"{season.apart}",
        f"{season.micros:.0f}",
    ]


if __name__ == "__main__":
    table()
