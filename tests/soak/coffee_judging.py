"""What must be true after people were brought together, after a round ended, and at the end of a season."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise
from typing import Final

import holidays
import rustworkx

from bot.schedule.clock import DAY, HOUR
from tests.soak.coffee_diary import Diary, Ending
from tests.soak.coffee_facts import Coffee, Facts
from tests.soak.coffee_pairing import Asked, promise_of
from tests.soak.coffee_people import Place
from tests.soak.coffee_watch import PARIS, STAY, Watch, local_day

LEFT_OUT: Final = "matchmaking:left-out"
CALLED_OFF: Final = "matchmaking:called-off"
WAITED: Final = "matchmaking:waited"
NO_THREAD: Final = "matchmaking:no-thread"
AT_ONCE: Final = "matchmaking:no-thread-at-once"
ASKS: Final = {"matchmaking:check", STAY, "matchmaking:again"}
REPLIES: Final = {AT_ONCE}
TOLD: Final = {LEFT_OUT, CALLED_OFF}
HOLIDAYS: Final = holidays.country_holidays("FR")
MATTERS_TOLD: Final = time(8, 30)
QUIET_FROM: Final = time(19)


class Judge:
    """Holds the file and the server against the diary."""

    def __init__(self, diary: Diary, watch: Watch) -> None:
        self._diary, self._watch = diary, watch

    # People are brought together

    def matched(self, round_id: int, present: set[int], asked: Asked) -> Iterator[str]:
        """Everybody who was coming has a coffee, or was told that they go first; nobody else has one."""
        facts = self._watch.facts
        at = facts.rounds[round_id]["matched_at"]
        made = [coffee for coffee in facts.of_round(round_id) if coffee.opened_at == at]
        seated = {member_id for coffee in made for member_id in self._watch.seats[coffee.id]}
        yield from (f"{one} was not coming to round {round_id}, and has a coffee" for one in seated - present)
        yield from self._kept(asked, present, made)
        for member_id in present - seated:
            yield from self._left_out(facts, round_id, member_id)
        yield from self._promised(asked, present, seated)
        yield from self.waiting_for_nothing(round_id)

    def _kept(self, asked: Asked, present: set[int], made: Collection[Coffee]) -> Iterator[str]:
        """Groups of the pairing that nothing spoke against any more were brought together as they were."""
        companies = {self._watch.seats[coffee.id] for coffee in made}
        for group in asked.found.groups:
            here = self._whole(group.members, present)
            if here and here not in companies:
                yield f"{sorted(here)} were paired in round {asked.seed}, and are not together"

    def _left_out(self, facts: Facts, round_id: int, member_id: int) -> Iterator[str]:
        outcome = facts.outcomes.get((round_id, member_id))
        if outcome not in {"odd", "nobody"}:
            yield f"{member_id} was coming to round {round_id}, has no coffee, and is {outcome}"
        if facts.letter(member_id, LEFT_OUT, str(round_id)) is None:
            yield f"{member_id} was left out of round {round_id} without a word"
        if not promise_of(facts.taking_part.get(member_id)):
            yield f"{member_id} was left out of round {round_id} and doesn't go first next time"
        self._diary.people[member_id].promised = True

    def _promised(self, asked: Asked, present: Collection[int], seated: Collection[int]) -> Iterator[str]:
        """Of those whose partner fell away, as many who were to go first as can be are brought together."""
        kept = {one for group in asked.found.groups for one in self._whole(group.members, present)}
        graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph()
        places = {one: graph.add_node(one) for one in present if one not in kept}
        first = {person.id for person in asked.people if person.first}
        for a, b in combinations(places, 2):
            if self._diary.may_meet(a, b):
                graph.add_edge(places[a], places[b], len({a, b} & first))
        best = rustworkx.max_weight_matching(graph, weight_fn=int)
        could = first & {graph[place] for pair in best for place in pair}
        if len(could) > len(first & set(places) & set(seated)):
            yield f"of {sorted(first & set(places))}, who were to go first, {sorted(could)} could in round {asked.seed}"

    def _whole(self, members: Collection[int], present: Collection[int]) -> set[int]:
        """Who is left of a group, if it still is one."""
        here = set(members) & set(present)
        apart = any(self._diary.apart(a, b) for a, b in combinations(here, 2))
        return here if len(here) > 1 and not apart else set()

    def waiting_for_nothing(self, round_id: int) -> Iterator[str]:
        """No two wait who could have coffee together."""
        facts = self._watch.facts
        for a, b in combinations(sorted(facts.free(round_id)), 2):
            together = any({a, b} <= self._watch.seats[coffee.id] for coffee in facts.of_round(round_id))
            if self._diary.may_meet(a, b) and not together:
                yield f"{a} and {b} both wait in round {round_id}, and could have coffee together"

    def dropped(self, round_id: int, present: Collection[int]) -> Iterator[str]:
        """A round doesn't take place: whoever was coming is told, and nobody was brought together."""
        facts = self._watch.facts
        yield from (
            f"match {coffee.id} is of round {round_id}, which was dropped" for coffee in facts.of_round(round_id)
        )
        for member_id in present:
            if facts.letter(member_id, CALLED_OFF, str(round_id)) is None:
                yield f"{member_id} was coming to round {round_id}, which was dropped without a word"

    # While a round runs

    def in_touch(self) -> Iterator[str]:
        """Everybody in a coffee has its thread, or was told in private."""
        facts = self._watch.facts
        for coffee in facts.coffees.values():
            for member_id in coffee.staying & facts.present if coffee.state == "open" else ():
                yield from self._reached(facts, coffee, member_id)

    def _reached(self, facts: Facts, coffee: Coffee, member_id: int) -> Iterator[str]:
        thread = self._watch.threads.get(coffee.thread_id or 0)
        inside = thread is not None and member_id in thread.people
        person = self._diary.people[member_id]
        torn = self._watch.torn(coffee.id) or person.left_at >= coffee.opened_at  # or was away, and is back
        alone = len(coffee.staying & facts.present) < 2
        told = any(facts.letter(member_id, kind, str(coffee.id)) for kind in (NO_THREAD, AT_ONCE))
        if not inside and not torn and not alone and not told:
            yield f"{member_id} is in match {coffee.id}, and has neither a thread nor a word"

    # The end of a round

    def closed(self, round_id: int, before: Facts, now: int) -> Iterator[str]:
        """Who gave no news is known, once; who waited goes first. `before`: how things stood before the end."""
        silent = self._diary.close(self._ending(coffee, now) for coffee in before.of_round(round_id))
        facts = self._watch.facts
        for member_id in before.waiting_alone(round_id):
            self._diary.people[member_id].promised = True
            if before.outcomes[round_id, member_id] == "waiting" and not facts.letter(member_id, WAITED, str(round_id)):
                yield f"{member_id} waited until the end of round {round_id} without a word"
        for member_id in silent:
            yield from self._asked(facts, round_id, member_id)
        yield from self.remembered()
        if facts.rounds[round_id]["state"] != "closed" or any(c.state == "open" for c in facts.of_round(round_id)):
            yield f"round {round_id} did not end"

    def _ending(self, coffee: Coffee, now: int) -> Ending:
        staying = coffee.staying if coffee.state == "open" else set()
        had_time = two_working_days_after(coffee.opened_at) <= now
        ever = self._watch.seats[coffee.id]
        return Ending(coffee.id, coffee.thread_id, had_time, ever, coffee.seated, staying)

    def _asked(self, facts: Facts, round_id: int, member_id: int) -> Iterator[str]:
        """After two rounds without news somebody is asked whether they stay."""
        person = self._diary.people[member_id]
        is_due = person.silent >= 2 and person.place is Place.HERE and not person.unasked
        person.asked_in = round_id if is_due else person.asked_in
        told = facts.letter(member_id, STAY, str(round_id)) is not None
        if told != is_due:
            yield f"{member_id} was silent {person.silent} times, and was {'' if told else 'not '}asked"

    def remembered(self) -> Iterator[str]:
        """What the file holds of how people take part is what they said."""
        for person in self._diary.people.values():
            row = self._watch.facts.taking_part.get(person.id)
            if person.place is Place.STRANGER:
                continue
            mine = (person.rhythm, person.rests, person.promised, person.silent, person.asked_in is not None)
            found = ("once", 0, False, 0, False)
            if row is not None:
                found = (
                    row["rhythm"],
                    row["paused_rounds"],
                    bool(row["goes_first"]),
                    row["silent"],
                    row["asked_at"] is not None,
                )
            if mine != found:
                yield f"{person.id} is kept as {found}, and is {mine} (rhythm, rests, first, silent, asked)"

    # The end of a season

    def letters(self, inboxes: Mapping[int, Collection[int]]) -> Iterator[str]:
        """Matters: one message a day at most; asks: one a week; neither at quiet hours. What is in an inbox (messages
        by member) is a letter, and who was to be told was."""
        days: dict[tuple[int, date], set[int]] = {}
        asks: dict[int, list[int]] = {}
        for row in self._watch.letters.values():
            yield from self._unsaid(row)
            if row["message_id"] is None or row["sent_at"] is None or row["kind"] in REPLIES:
                continue
            yield from _at_quiet_hours(row)
            if row["kind"] in ASKS:
                asks.setdefault(row["member_id"], []).append(row["sent_at"])
            else:
                days.setdefault((row["member_id"], local_day(row["sent_at"])), set()).add(row["message_id"])
        yield from (f"{one} got {len(found)} messages on {day}" for (one, day), found in days.items() if len(found) > 1)
        for member_id, sent in asks.items():
            for one, other in pairwise(sorted(sent)):
                if other - one < 7 * DAY:
                    yield f"{member_id} was asked something on {local_day(one)} and on {local_day(other)}"
        for member_id, messages in inboxes.items():
            yield from (
                f"{member_id} has message {m}, which is no letter" for m in messages if m not in self._watch.messages
            )

    def _unsaid(self, row: sqlite3.Row) -> Iterator[str]:
        """Who was left out, or whose round was dropped, was told; unless somebody was found for them before."""
        person = self._diary.people[row["member_id"]]
        stayed = person.place is Place.HERE and not person.left_at and person.id not in self._watch.ever_erased
        outcome = self._watch.facts.outcomes.get((int(row["key"]), person.id)) if row["kind"] == LEFT_OUT else "odd"
        if row["kind"] in TOLD and stayed and row["state"] == "dropped" and outcome in {"odd", "nobody"}:
            yield f"letter {row['kind']} {row['key']} never reached {person.id}"

    def settled(self, now: int) -> Iterator[str]:
        """No row waits for anything that could have happened."""
        facts = self._watch.facts
        for row in facts.jobs:
            if row["state"] == "parked" or row["due_at"] < now - HOUR:
                due = local_day(row["due_at"])
                yield f"job {row['kind']} {row['key']} is {row['state']}, due {due} ({row['reason']})"
        for row in facts.outbox:
            if row["state"] not in {"sent", "dropped"}:
                yield f"row {row['id']} ({row['kind']}, {row['operation']}) is {row['state']} ({row['reason']})"
        for row in facts.letters:
            if row["state"] in {"waiting", "sending"} and row["due_at"] < now - 8 * DAY:
                yield f"letter {row['kind']} {row['key']} of {row['member_id']} is {row['state']}"
        stray = Counter(coffee.state for coffee in facts.coffees.values() if coffee.state == "open")
        if stray:
            yield f"{stray['open']} matches never ended"


def two_working_days_after(instant: int) -> int:
    """When two working days lie behind something (UTC seconds), outside evenings and nights."""
    at, days = datetime.fromtimestamp(instant, PARIS), 2
    while days:
        at += timedelta(days=1)
        days -= at.weekday() < 5 and at.date() not in HOLIDAYS
    return int(at.timestamp())


def _at_quiet_hours(row: sqlite3.Row) -> Iterator[str]:
    at = datetime.fromtimestamp(row["sent_at"], PARIS)
    closed = at.weekday() > 4 or at.date() in HOLIDAYS
    if closed or not MATTERS_TOLD <= at.time() < QUIET_FROM:
        yield f"letter {row['kind']} {row['key']} went to {row['member_id']} at {at:%a %d %b %H:%M}"
