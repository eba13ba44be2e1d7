"""What the people of a season want, said and did, written down beside the bot: what it keeps is held against this.

The rules of taking part are told here a second time, in a person's words: on whom a round counts, who rests, who is to
go first, who gave no news. Nothing here asks the bot's own code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.soak.coffee_people import Person, Place


@dataclass(slots=True)
class Held:
    """A round, as far as people can tell: its day, what they said to it, who has or had a partner as things stand,
    and what became of it."""

    id: int
    day: date
    said: dict[int, bool] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    matched: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """A match when its round ends. `had_time`: whether two working days lie behind it; `ever`: everybody who had a
    seat; `seated`: those of them who were not erased; `staying`: who is still in it, nobody once it was called off."""

    match_id: int
    thread_id: int | None
    had_time: bool
    ever: Collection[int]
    seated: Collection[int]
    staying: Collection[int]


class Diary:
    """Everybody, all rounds, and every word."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = {person.id: person for person in people}
        self.rounds: dict[int, Held] = {}
        self.last_coffee: dict[int, date] = {}
        self.wrote: dict[int, set[int]] = {}
        """Who wrote in a thread, by its id; a thread that somebody deleted is `torn` and tells nothing."""
        self.torn: set[int] = set()
        self.says: dict[tuple[int, int], str] = {}
        """The last word of somebody about a match: (match, member)."""
        self.knows: set[tuple[int, int]] = set()
        self.erased: set[int] = set()

    def here(self) -> list[Person]:
        """Who is a member, and here."""
        return [person for person in self.people.values() if person.place is Place.HERE]

    def add(self, person: Person) -> None:
        """Somebody joins the server."""
        self.people[person.id] = person

    def apart(self, a: int, b: int) -> bool:
        """Whether one of two avoids the other."""
        return b in self._avoids(a) or a in self._avoids(b)

    def _avoids(self, member_id: int) -> Collection[int]:
        person = self.people.get(member_id)
        return person.avoids if person is not None else ()

    def may_meet(self, a: int, b: int) -> bool:
        """Whether two people can have coffee at all."""
        one, other = self.people[a], self.people[b]
        ways = {one.how, other.how}
        near = "remote" not in ways and one.zone == other.zone
        return not self.apart(a, b) and ("in-person" not in ways or near)

    # Rounds

    def announce(self, round_id: int, day: date) -> list[int]:
        """A round is announced: who said yes to one that was dropped is in it. Whose rest until a day is over."""
        before = self._before(round_id)
        held = self.rounds[round_id] = Held(round_id, day)
        if before is not None and before.dropped:
            held.said = {member_id: True for member_id, yes in before.said.items() if yes}
        return [person.id for person in self.people.values() if self._rest_is_over(person, day)]

    def _rest_is_over(self, person: Person, day: date) -> bool:
        over = person.rhythm != "once" and person.back_on is not None and not person.is_resting(day)
        over = over and person.place is Place.HERE
        if over:
            person.back_on = None
        return over

    def _before(self, round_id: int) -> Held | None:
        return next((held for number, held in sorted(self.rounds.items(), reverse=True) if number < round_id), None)

    def coming(self, round_id: int) -> set[int]:
        """On whom a round counts: whoever said yes, and whose rhythm it fits and who said nothing."""
        held = self.rounds[round_id]
        return {one.id for one in self.here() if held.said.get(one.id, self._is_counted_on(one, held))}

    def _is_counted_on(self, person: Person, held: Held) -> bool:
        is_asked = person.asked_in is not None and person.was_read
        if is_asked or person.unasked or person.is_resting(held.day):
            return False
        if person.rhythm == "second":
            last = [other for number, other in sorted(self.rounds.items()) if number < held.id and other.matched]
            return not last or person.id not in last[-1].met
        if person.rhythm == "monthly":
            last_day = self.last_coffee.get(person.id)
            return last_day is None or (held.day - last_day).days >= 27
        return person.rhythm == "every"

    def match(self, round_id: int, present: Collection[int]) -> None:
        """People are brought together; whoever rests for some rounds has one less to go."""
        held = self.rounds[round_id]
        held.matched = True
        for member_id in present:
            held.said.setdefault(member_id, True)
        for person in self.here():
            if person.rhythm != "once" and person.rests and person.id not in present:
                person.rests -= 1
                if person.rests == 0:
                    person.back_on = max(person.back_on or held.day, held.day)

    def drop(self, round_id: int, present: Collection[int]) -> None:
        """A round doesn't take place; who was coming is in the next one."""
        held = self.rounds[round_id]
        held.dropped = True
        for member_id in present:
            held.said.setdefault(member_id, True)

    # What somebody does

    def say(self, person: Person, round_id: int, *, yes: bool) -> None:
        """Somebody says yes or no to a round that is announced."""
        self.rounds[round_id].said[person.id] = yes
        if yes and person.asked_in is not None:
            self.stay(person)

    def stay(self, person: Person) -> None:
        """Who was asked whether they stay answers."""
        person.asked_in, person.silent = None, 0

    def subscribe(self, person: Person, rhythm: str, announced: int | None) -> None:
        """Somebody takes part in a rhythm."""
        began = person.rhythm == "once"
        person.rhythm, person.unasked = rhythm, False
        self.stay(person)
        if began:
            person.back_on, person.rests = None, 0
            if announced is not None and person.id not in self.rounds[announced].said:
                self.say(person, announced, yes=True)

    def rest(self, person: Person, *, until: date | None = None, rounds: int = 0) -> None:
        """Somebody rests until a day, or for some rounds."""
        person.back_on, person.rests, person.asked_in = until, rounds, None
        self._take_back(person, until or date.max)

    def resume(self, person: Person) -> None:
        """Somebody is back before that."""
        person.back_on, person.rests = None, 0

    def stop(self, person: Person) -> None:
        """No round counts on somebody any more."""
        if person.rhythm != "once" or person.asked_in is not None:
            person.rhythm = "once"
            self.resume(person)
            self.stay(person)
        self._take_back(person, date.max)

    def _take_back(self, person: Person, before: date) -> None:
        newest = self.rounds[max(self.rounds)] if self.rounds else None
        if newest is None or newest.matched or not newest.said.get(person.id):
            return
        if newest.dropped or newest.day < before:
            del newest.said[person.id]

    def arrive(self, person: Person) -> None:
        """Somebody is a member by now, if they were not."""
        person.place = Place.HERE
        self.erased.discard(person.id)

    def leave(self, person: Person, now: int) -> None:
        """Somebody leaves the server: everything stays as it is for a while."""
        person.place, person.left_at = Place.AWAY, now

    def long_gone(self, then: int) -> list[Person]:
        """Who left before an instant, and did not come back."""
        return [person for person in self.people.values() if person.place is Place.AWAY and person.left_at < then]

    def erase(self, person: Person, place: Place) -> None:
        """Everything about somebody goes."""
        self.erased.add(person.id)
        self.last_coffee.pop(person.id, None)
        for held in self.rounds.values():
            held.said.pop(person.id, None)
        person.forget(place)

    # The end of a round

    def close(self, ends: Iterable[Ending]) -> set[int]:
        """A round ends: who gave no news in it. Those who waited for them go first."""
        silent: set[int] = set()
        heard: set[int] = set()
        for end in ends:
            quiet = self._quiet(end)
            silent |= quiet
            heard |= set(end.seated) - quiet
            for member_id in set(end.staying) - quiet if quiet else ():
                self.people[member_id].promised = True
        for member_id in heard:
            self.people[member_id].silent = 0
        for member_id in silent - heard:
            self.people[member_id].silent += 1
        return silent - heard

    def _quiet(self, end: Ending) -> set[int]:
        unknown = not end.had_time or end.thread_id is None or end.thread_id in self.torn
        if unknown or any(self.says.get((end.match_id, member_id)) == "met" for member_id in end.ever):
            return set()
        spoke = self.wrote.get(end.thread_id or 0, set())
        said = {one for one in end.staying if (end.match_id, one) in self.says or (end.match_id, one) in self.knows}
        return set(end.staying) - spoke - said
