"""What forty people do by chance: say yes or no, take part in a rhythm, rest, talk, can't, go and come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from bot.schedule.clock import DAY
from tests.soak.coffee_facts import Coffee
from tests.soak.coffee_people import Person, Place
from tests.soak.coffee_season import Season
from tests.soak.coffee_watch import local_day

T = TypeVar("T")
RHYTHMS = ("every", "second", "monthly")
LONG_AGO = 182 * DAY


class Crowd:
    """Everybody together; all of it follows from the season's chance."""

    def __init__(self, season: Season) -> None:
        self._season, self._acts, self._moves, self._diary = season, season.acts, season.moves, season.diary
        self._chance = season.chance
        self._born = 0

    def _happens(self, likely: float) -> bool:
        return self._chance.random() < likely

    def _some(self, among: Sequence[T], most: int) -> list[T]:
        return self._chance.sample(list(among), min(len(among), most))

    # Before people are brought together

    async def say(self, round_id: int) -> None:
        """A round is announced: who comes by a tap says yes, some pass; some choose how they take part."""
        if self._happens(0.7):
            await self._newcomer()
        for person in [one for one in self._diary.people.values() if one.on_server]:
            if person.place is Place.STRANGER or person.rhythm == "once":
                if self._happens(person.keen * 0.8):
                    await self._acts.tap(person, round_id)
            elif self._happens(0.12):
                await self._acts.skip(person, round_id)
            if person.asked_in is not None and self._happens(0.5):
                await self._acts.stay(person)
        for person in self._some(self._diary.here(), 4):
            await self._decide(person, round_id)

    async def _newcomer(self) -> None:
        self._born += 1
        await self._season.join(f"nouveau-{self._born}")

    async def _decide(self, person: Person, round_id: int) -> None:
        """Somebody changes how they take part."""
        day = local_day(self._season.now)
        if person.rhythm == "once":
            await self._acts.subscribe(person, self._chance.choice(RHYTHMS), round_id)
        elif person.is_resting(day):
            await self._acts.resume(person)
        elif self._happens(0.35):
            await self._acts.rest(person, rounds=self._chance.randint(1, 3))
        elif self._happens(0.5):
            await self._acts.rest(person, until=day + timedelta(days=self._chance.randint(2, 50)))
        elif self._happens(0.5):
            await self._acts.stop(person)
        else:
            await self._acts.subscribe(person, self._chance.choice(RHYTHMS), round_id)

    async def pass_all_but(self, round_id: int, most: int) -> None:
        """Hardly anybody comes."""
        for member_id in sorted(self._diary.coming(round_id))[most:]:
            await self._acts.skip(self._diary.people[member_id], round_id)

    async def change_minds(self, round_id: int) -> None:
        """The evening before: some say yes or no after all."""
        coming = self._diary.coming(round_id)
        for person in self._some(self._diary.here(), 5):
            if person.id in coming:
                await self._acts.skip(person, round_id)
            else:
                await self._acts.tap(person, round_id)

    async def change_minds_at_once(self, round_id: int) -> None:
        """While the worker pairs people: some pass, leave, want everything gone, avoid whom they were paired with; and
        somebody new comes."""
        asked = self._season.workers.last
        assert asked is not None
        groups = self._some(asked.found.groups, 6)
        firsts = [self._diary.people[group.members[0]] for group in groups]
        for person, group in list(zip(firsts, groups, strict=True))[:2]:
            await self._moves.avoid(person, self._diary.people[group.members[1]])
        for person in firsts[2:4]:
            await self._acts.skip(person, round_id)
        for person in firsts[4:5]:
            await self._moves.leave(person)
        for person in firsts[5:6] if self._happens(0.5) else ():
            await self._moves.erase(person)
        coming = self._diary.coming(round_id)
        others = [one for one in self._diary.here() if one.id not in coming and one not in firsts]
        for person in self._some(others, 2):
            await self._acts.tap(person, round_id)

    # While a round runs

    async def talk(self, round_id: int, number: int) -> None:
        """What people do with their coffee: at once, after some days, after they were asked."""
        for person in self._diary.here():
            for coffee in self._season.facts.open_for(person.id, round_id):
                if self._still(coffee, person):
                    await (self._first_words, self._first_words, self._news)[number](person, coffee)
        if number < 2:
            await self._all_at_once(round_id)
            await self._late(round_id)
        await self._tear(round_id)

    async def ask_status(self, round_id: int) -> None:
        """Whoever was left out reads why, in the words that everybody reads."""
        facts = self._season.facts
        for person in self._diary.here():
            outcome = facts.outcomes.get((round_id, person.id))
            if outcome in {"odd", "nobody"}:
                await self._acts.ask_status(person, outcome)

    async def _all_at_once(self, round_id: int) -> None:
        """In one instant both of a coffee want to meet somebody else, two join late, and both of another can't."""
        facts = self._season.look()
        pairs = [one for one in facts.of_round(round_id) if one.state == "open" and one.staying <= facts.present]
        first, second = self._some([one for one in pairs if len(one.staying) == 2], 2) or (None, None)
        if first is None or second is None or self._happens(0.5):
            return
        idle = [one for one in self._diary.here() if (round_id, one.id) not in facts.outcomes][:2]
        people = self._diary.people
        await self._acts.at_once(
            [
                *((people[one], f"matchmaking:another:{first.id}") for one in sorted(first.staying)),
                *((one, f"matchmaking:in:{round_id}") for one in idle),
                *((people[one], f"matchmaking:cannot:{second.id}") for one in sorted(second.staying)),
            ]
        )
        self._note_all(round_id, first, second, idle)
        self._season.look()

    def _note_all(self, round_id: int, first: Coffee, second: Coffee, idle: Sequence[Person]) -> None:
        held = self._diary.rounds[round_id]
        self._diary.knows |= {(first.id, one) for one in first.staying}
        self._diary.says |= {(second.id, one): "cannot" for one in second.staying}
        for person in idle:
            held.said[person.id] = True

    def _still(self, coffee: Coffee, person: Person) -> bool:
        """Whether they are in it, after what others did since it was looked at."""
        now = self._season.look().coffees.get(coffee.id)
        return now is not None and now.state == "open" and person.id in now.staying and person.place is Place.HERE

    async def _first_words(self, person: Person, coffee: Coffee) -> None:
        if self._happens(person.chatty * 0.6):
            await self._acts.write(person, coffee, "Bonjour ! Mardi à dix heures ?")
        if self._happens(0.06):
            await self._acts.know(person, coffee, another=self._happens(0.7))
            if self._happens(0.2):
                self._season.look()
                await self._acts.know_not(person, coffee)
        elif self._happens(0.06):
            await self._acts.say(person, coffee, "cannot")

    async def _news(self, person: Person, coffee: Coffee) -> None:
        if self._happens(person.chatty):
            await self._acts.say(person, coffee, self._chance.choice(("met", "met", "met", "planned")))
        elif self._happens(0.06):
            await self._acts.say(person, coffee, "cannot")
        elif self._happens(0.05):  # whoever met takes that back
            await self._acts.say(person, coffee, "met")
            await self._acts.say(person, coffee, "planned")

    async def _late(self, round_id: int) -> None:
        """Some join while the round runs; some can after all."""
        facts = self._season.look()
        free = facts.free(round_id)
        idle = [one for one in self._diary.here() if not facts.open_for(one.id, round_id) and one.id not in free]
        for person in self._some(idle, 2):
            if not self._season.look().open_for(person.id, round_id):
                await self._acts.join_late(person, round_id)
        for coffee in self._some([one for one in facts.of_round(round_id) if one.state != "closed"], 4):
            for seat in coffee.seats:
                whoever = self._diary.people.get(seat.member_id or 0)
                here = whoever is not None and whoever.place is Place.HERE
                if whoever is not None and here and seat.says == "cannot" and self._happens(0.3):
                    await self._acts.can_after_all(whoever, coffee)

    async def _tear(self, round_id: int) -> None:
        if self._happens(0.25):
            for coffee in self._some(self._season.look().of_round(round_id), 1):
                await self._moves.tear(coffee)

    # At any time

    async def live(self) -> None:
        """People go, come back, keep apart, shut and open their messages."""
        here = self._diary.here()
        for person in self._some(here, 1) if self._happens(0.3) else ():
            await self._moves.leave(person)
        for person in self._some(here, 1) if self._happens(0.2) else ():
            if person.place is Place.HERE:
                await self._moves.erase(person)
        for person in [one for one in self._diary.people.values() if not one.on_server]:
            long_gone = person.place is Place.AWAY and self._season.now - person.left_at > 29 * DAY
            if self._happens(0.15) and not long_gone:
                await self._moves.come_back(person)
        await self._relations()

    async def _relations(self) -> None:
        here = self._diary.here()
        if self._happens(0.4) and len(here) > 1:
            one, other = self._some(here, 2)
            await self._moves.avoid(one, other)
        for person in self._some(here, 1) if self._happens(0.3) else ():
            self._moves.shut(person)
        for person in self._some(here, 2):
            await self._acts.refuse_asks(person)
        for person in self._some(here, 3):
            self._moves.unshut(person)
        await self._meet_again()

    async def _meet_again(self) -> None:
        """Some would like to meet again whom they met long ago; some agree."""
        met = self._season.look().met()
        here = {person.id for person in self._diary.here()}
        old = [
            pair for pair, times in met.items() if max(times) < self._season.now - LONG_AGO and here.issuperset(pair)
        ]
        for one, other in self._some(sorted(old), 2):
            await self._acts.wish(self._diary.people[one], self._diary.people[other])
        for person in self._some(self._diary.here(), 8):
            await self._acts.agree(person)
