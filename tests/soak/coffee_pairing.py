"""The worker process under watch: what it is asked, what it answers, and a gate at which its answer can be held while
people change their minds."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

import rustworkx
import simcord

from bot.schedule.clock import HOUR
from cogs.matchmaking.affinity import Met, Pair, Pairing, Person
from tests.matchmaking import checker
from tests.soak.coffee_diary import Diary
from tests.soak.coffee_facts import Facts
from tests.world import SharedWorkers

PAIR: Final = "cogs.matchmaking.pairing:pair"


@dataclass(frozen=True, slots=True)
class Asked:
    """One pairing: what was asked, what stood in the file then, and what came of it."""

    people: Sequence[Person]
    met: Mapping[Pair, Met]
    apart: Set[Pair]
    seed: int
    facts: Facts
    found: Pairing


@dataclass(slots=True)
class Gate:
    """Holds an answer back: `reached` once it is there, until it is `opened`."""

    reached: asyncio.Event = field(default_factory=asyncio.Event)
    opened: asyncio.Event = field(default_factory=asyncio.Event)


class WatchedWorkers(SharedWorkers):
    """Workers that remember each pairing. With a `gate`, its answer waits there."""

    def __init__(self, look: Callable[[], Facts]) -> None:
        super().__init__(linger=HOUR)
        self.env: simcord.Env | None = None
        self.heard: Callable[[Asked], None] | None = None
        """Told of each pairing before its answer goes on."""
        self.last: Asked | None = None
        self.gate: Gate | None = None
        self._look = look

    async def run(self, function: str, *arguments: Any) -> Any:
        """As the real ones do, with their process."""
        facts = self._look()
        found = await super().run(function, *arguments)
        if function == PAIR:
            people, met, apart, seed = arguments
            self.last = Asked(people, met, apart, seed, facts, found)
            if self.heard is not None:
                self.heard(self.last)
        if self.gate is not None and self.env is not None:
            self.gate.reached.set()
            await self.env.external_wait(self.gate.opened.wait(), reason="people change their minds meanwhile")
        return found


def complaints(asked: Asked, diary: Diary) -> Iterator[str]:
    """What is wrong with a pairing, and with what was asked."""
    yield from checker.complaints(asked.people, asked.met, asked.apart, asked.found, seed=asked.seed)
    present = sorted(person.id for person in asked.people)
    for a, b in ((a, b) for a in present for b in present if a < b):
        if diary.apart(a, b) != ((a, b) in asked.apart):
            yield f"asked to keep {a} and {b} apart: {(a, b) in asked.apart}"
    yield from _of_trio(asked)
    yield from _of_history(asked, present)
    for person in asked.people:
        yield from _of_person(asked.facts, person, diary)


def _of_trio(asked: Asked) -> Iterator[str]:
    """Nobody is in a trio who was the odd one last time, where others can be and everybody still meets somebody new."""
    odd = {person.id for person in asked.people if person.odd_last}
    trios = [set(group.members) for group in asked.found.groups if len(group.members) > 2]
    if not any(odd & trio for trio in trios) or asked.found.left_out or asked.found.repeats or len(asked.people) == 3:
        return
    round_ = checker.Round(asked.people, asked.met, asked.apart, asked.found, asked.seed)
    fresh = {pair for pair in round_.all_pairs() if round_.fresh(*pair)}
    for trio in combinations(sorted(round_.people.keys() - odd), 3):
        if fresh.issuperset(combinations(trio, 2)) and _pairs_up(round_.people.keys() - set(trio), fresh):
            yield f"{sorted(odd & set().union(*trios))} are the odd ones again, where {trio} could be"
            return


def _pairs_up(members: Set[int], pairs: Set[Pair]) -> bool:
    """Whether these members can be paired, each with one of those that are allowed."""
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph()
    places = {member: graph.add_node(member) for member in sorted(members)}
    graph.add_edges_from([(places[a], places[b], 1) for a, b in pairs if a in places and b in places])
    return 2 * len(rustworkx.max_weight_matching(graph, max_cardinality=True)) == len(members)


def _of_history(asked: Asked, present: Collection[int]) -> Iterator[str]:
    """Whom they met, how often and how many rounds ago, is what the file holds."""
    rounds = [row["matched_at"] for row in asked.facts.rounds.values() if row["matched_at"] is not None]
    wanted = {
        (a, b): Met(len(times), max(1, sum(at >= max(times) for at in rounds)))
        for (a, b), times in asked.facts.met().items()
        if a in present and b in present
    }
    if dict(asked.met) != wanted:
        differing = set(asked.met.items()) ^ set(wanted.items())
        yield f"asked with a wrong past: {sorted(differing, key=str)[:4]}"


def _of_person(facts: Facts, person: Person, diary: Diary) -> Iterator[str]:
    mine = diary.people[person.id]
    if person.first != mine.promised:
        yield f"{person.id} was {'' if mine.promised else 'not '}promised to go first, and pairing was told otherwise"
    if person.how.value != mine.how:
        yield f"{person.id} has coffee {mine.how}, not {person.how.value}"
    byes = odd_rounds(facts, person.id)
    took = [number for (number, one), outcome in facts.outcomes.items() if one == person.id and outcome]
    if (person.byes, person.odd_last) != (len(byes), bool(took) and max(took) in byes):
        yield f"{person.id} was odd in {sorted(byes)} of {sorted(took)}, not {person.byes} times ({person.odd_last})"


def odd_rounds(facts: Facts, member_id: int) -> set[int]:
    """In which rounds somebody sat out, or was one of three, because the number was odd."""
    alone = {number for (number, one), outcome in facts.outcomes.items() if one == member_id and outcome == "odd"}
    three = {
        coffee.round_id
        for coffee in facts.coffees.values()
        if coffee.round_id is not None and len(coffee.seats) > 2 and member_id in coffee.seated
    }
    return alone | three


def promise_of(row: sqlite3.Row | None) -> bool:
    """Whether the file holds that somebody goes first."""
    return row is not None and bool(row["goes_first"])
