"""What must hold at every moment of a season, looked at after each step: with whom people are, who is in a thread, what
stands in the channel."""

from __future__ import annotations

import operator
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from itertools import combinations
from typing import Final
from zoneinfo import ZoneInfo

from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY
from tests.soak.coffee_diary import Diary
from tests.soak.coffee_facts import Coffee, Facts, Thread, look, named_in, path_of, spoken, threads, traces
from tests.soak.coffee_people import Place
from tests.soak.judging import Tally
from tests.world import World

PARIS: Final = ZoneInfo("Europe/Paris")
STAY: Final = "matchmaking:stay"
CHANGES: Final = ("matchmaking:partner-out", "matchmaking:back-on")
KEPT: Final = 90 * DAY
"""How long the bot knows what it wrote to somebody, in seconds, as its notice says: it can't change what is older."""


def local_day(at: int) -> date:
    """The local date of an instant (UTC seconds)."""
    return datetime.fromtimestamp(at, PARIS).date()


class Watch:
    """Looks, remembers what it saw, and complains once about each thing."""

    def __init__(self, world: World, diary: Diary, tally: Tally) -> None:
        self.facts = look(path_of(world))
        self.threads: dict[int, Thread] = {}
        self.seats: dict[int, frozenset[int]] = {}
        """Who was ever seated in a match, also those who were erased since."""
        self.of_thread: dict[int, int] = {}
        """The match of each thread that ever stood."""
        self.letters: dict[int, sqlite3.Row] = {}
        """Every letter, as it was last seen: of some, nothing is kept later."""
        self.of_letter: dict[int, int] = {}
        """Whose letter stands in a thread that was opened for it."""
        self.messages: set[int] = set()
        """The messages in which letters stood when they were looked at."""
        self.ever_erased: set[int] = set()
        self._world, self._diary, self._tally = world, diary, tally
        self.unanswered: list[str] = tally.half
        """Where answers that nobody was promised are told."""
        self._told: set[str] = set()
        self._erasures: dict[int, list[int]] = {}
        """When it was first seen that somebody was erased, each time, in UTC seconds."""
        self._erased: set[int] = set()

    def look(self, place: ChannelHandle | None) -> Facts:
        """See how things stand after a step."""
        before, self.facts = self.facts, look(path_of(self._world))
        self._note_erasures()
        self._note_letters()
        self._note_partners()
        for coffee in self.facts.coffees.values():
            if coffee.id not in before.coffees:
                self._note(coffee)
                self.complain(self._tally.half, self._of_new(coffee))
            if before.is_open(coffee.id):
                self.complain(self._tally.half, self._of_movers(before.coffees[coffee.id], coffee))
            if coffee.state == "called-off" and before.is_open(coffee.id):
                self.complain(self._tally.lost, self._of_partners(coffee))
            if coffee.thread_id is not None:
                self.of_thread.setdefault(coffee.thread_id, coffee.id)
        self._look_at_threads()
        self.complain(self._tally.twice, self._of_company())
        if place is not None:
            self.complain(self._tally.twice, self._of_channel(place))
        self.complain(self._tally.half, self._of_ties())
        return self.facts

    def complain(self, about: list[str], complaints: Iterator[str]) -> None:
        """Keep what was not complained about before."""
        for complaint in complaints:
            if complaint not in self._told:
                self._told.add(complaint)
                about.append(f"{local_day(self._world.clock.now())}: {complaint}")

    # Matches

    def _note(self, coffee: Coffee) -> None:
        self.seats[coffee.id] = frozenset(coffee.seated)
        for member_id in coffee.seated:
            if coffee.round_id is not None:
                self._diary.people[member_id].promised = False
        self._tally.expected += 1

    def _of_new(self, coffee: Coffee) -> Iterator[str]:
        """Nobody is with somebody whom they can't meet, nor a second time with the same person in one round."""
        for a, b in combinations(sorted(coffee.seated), 2):
            if self._diary.apart(a, b):
                yield f"{a} and {b} are kept apart, and are in match {coffee.id}"
            elif coffee.round_id is not None and not self._diary.may_meet(a, b):
                yield f"{a} and {b} can't meet, and are in match {coffee.id}"
            for other in self.facts.of_round(coffee.round_id or 0):
                if other.id < coffee.id and {a, b} <= self.seats.get(other.id, frozenset()):
                    yield f"{a} and {b} are in match {coffee.id}, and were in {other.id} in this round"
        for member_id in coffee.seated:
            if self._diary.people[member_id].place is not Place.HERE:
                yield f"{member_id} is not here, and is in match {coffee.id}"

    def _of_company(self) -> Iterator[str]:
        seen = Counter(
            (coffee.round_id, member_id)
            for coffee in self.facts.coffees.values()
            if coffee.state == "open" and coffee.round_id is not None and len(coffee.staying) > 1
            for member_id in coffee.staying
        )
        for (round_id, member_id), times in seen.items():
            if times > 1:
                yield f"{member_id} is in {times} matches of round {round_id}"

    def _of_movers(self, before: Coffee, coffee: Coffee) -> Iterator[str]:
        """Nobody is taken out of a coffee but who can't, left, or may meet somebody else as they know each other."""
        known = any((coffee.id, member_id) in self._diary.knows for member_id in self.seats[coffee.id])
        for member_id in (before.staying - coffee.staying) & coffee.seated if not known else ():
            person = self._diary.people[member_id]
            cannot = self._diary.says.get((coffee.id, member_id)) == "cannot"
            if not cannot and person.left_at < coffee.opened_at:
                yield f"{member_id} is taken out of match {coffee.id}, and did not ask for it"

    def _of_partners(self, coffee: Coffee) -> Iterator[str]:
        """Whose coffee was called off is told, unless they have another one by now."""
        for member_id in coffee.staying & self.facts.present:
            told = any(self.facts.letter(member_id, kind, f"{coffee.id}:") for kind in CHANGES)
            if not told and not self.facts.open_for(member_id, coffee.round_id or 0):
                yield f"match {coffee.id} was called off, and {member_id} was not told"

    def _note_partners(self) -> None:
        """Whom the diary takes for granted: who has a partner in a round, when people had their last coffee in one."""
        last: dict[int, date] = {}
        for coffee in self.facts.coffees.values():
            if coffee.state != "called-off" and coffee.round_id is not None:
                last.update(dict.fromkeys(coffee.staying, local_day(coffee.opened_at)))
        self._diary.last_coffee = last
        for held in self._diary.rounds.values():
            outcomes = self.facts.outcomes.items()
            held.met = {one for (number, one), outcome in outcomes if number == held.id and outcome == "matched"}

    # Threads

    def _look_at_threads(self) -> None:
        before, self.threads = self.threads, threads(self._world)
        for thread in self.threads.values():
            seen = before.get(thread.id)
            let_in = thread.people - (seen.people if seen else frozenset())
            self.complain(self._tally.half, self._of_people(thread, let_in))
            self.complain(self._tally.twice, self._of_words(thread))
        standing = Counter(self.of_thread[thread] for thread in self.threads if thread in self.of_thread)
        self.complain(self._tally.twice, (f"match {match} has {n} threads" for match, n in standing.items() if n > 1))

    def torn(self, match_id: int) -> bool:
        """Whether somebody deleted the thread of a match."""
        return any(match == match_id and thread in self._diary.torn for thread, match in self.of_thread.items())

    def _of_people(self, thread: Thread, let_in: frozenset[int]) -> Iterator[str]:
        match_id = self.of_thread.get(thread.id)
        if match_id is None:
            if thread.people <= {self.of_letter.get(thread.id)}:
                return
            if thread.people:
                yield f"thread {thread.id} ({thread.name!r}) is of no match, and {sorted(thread.people)} are in it"
            return
        for member_id in thread.people - self.seats[match_id]:
            yield f"{member_id} is in thread {thread.id} of match {match_id}, and was never in that match"
        for member_id in let_in & self.seats[match_id]:
            if self._diary.says.get((match_id, member_id)) == "cannot":
                yield f"{member_id} was let into thread {thread.id} after saying that they can't"
        if let_in and "· " in thread.name[-11:]:
            yield f"thread {thread.id} is called {thread.name!r} and has people in it"

    def _of_words(self, thread: Thread) -> Iterator[str]:
        """The first message once, the question once, a word about silence once."""
        if thread.id not in self.of_thread or not thread.people:
            return
        acts = [{button.split(":")[1] for button in message} for message in thread.said]
        first, asked, bare = (sum(test(said) for said in acts) for test in (_is_first, _asks, operator.not_))
        if first > 1 or asked > 1 or bare > 1 + (first == 0) or len(acts) > 3:
            yield f"the bot says in thread {thread.id}: {acts}"

    # The channel, ties

    def _of_channel(self, place: ChannelHandle) -> Iterator[str]:
        """Beside its panel, the bot has one announcement at most there."""
        said = [message for message in spoken(self._world, place.id) if "matchmaking:settings" not in message[:1]]
        if len(said) > 1:
            yield f"the bot has {len(said)} announcements in the channel: {said}"

    def _of_ties(self) -> Iterator[str]:
        """A tie is there exactly where two said that they met."""
        said = self._diary.says
        wanted = {
            (a, b, f"coffee:{coffee.id}")
            for coffee in self.facts.coffees.values()
            for a, b in combinations(sorted(coffee.seated), 2)
            if said.get((coffee.id, a)) == said.get((coffee.id, b)) == "met"
        }
        found = {tie for tie in self.facts.ties if tie[2].startswith("coffee:")}
        for tie in found ^ wanted:
            yield f"tie {tie} {'is there' if tie in found else 'is not there'}"

    # Letters, and people who are gone

    def _note_letters(self) -> None:
        for row in self.facts.letters:
            self.letters[row["id"]] = row
            if row["message_id"] is not None:
                self.messages.add(row["message_id"])
            if row["thread_id"] is not None:
                self.of_letter[row["thread_id"]] = row["member_id"]
        went = {(row["member_id"], row["key"]) for row in self.facts.letters if row["kind"] == STAY and row["sent_at"]}
        for person in self._diary.people.values():
            person.was_read = (person.id, str(person.asked_in)) in went

    def _note_erasures(self) -> None:
        for member_id in self._diary.erased - self._erased:
            self._erasures.setdefault(member_id, []).append(self._world.clock.now())
        self._erased = set(self._diary.erased)

    def gone(self) -> None:
        """Nothing remains of those who wanted everything gone, or left long ago."""
        self.ever_erased |= self._diary.erased
        for member_id in self._diary.erased:
            if found := traces(path_of(self._world), member_id):
                self.complain(self._tally.half, iter([f"{member_id} was erased, and stands in {found}"]))
            if shown := named_in(self._world, member_id, partial(self._known_since, self._erasures[member_id][-1])):
                self.complain(self._tally.half, iter([f"{member_id} was erased, and is named in messages {shown}"]))

    def _known_since(self, then: int, reader_id: int) -> int:
        """From when on the bot knew, at an instant, what it wrote to somebody: they may have been erased themselves."""
        return max([then - KEPT, *(at for at in self._erasures.get(reader_id, ()) if at <= then)])


def _is_first(said: set[str]) -> bool:
    return "cannot" in said and "met" not in said


def _asks(said: set[str]) -> bool:
    return "met" in said
