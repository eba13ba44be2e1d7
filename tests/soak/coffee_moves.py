"""What people of a season do beside coffee: they go and come back, keep apart, take no messages; and what organisers
do."""

from __future__ import annotations

from bot.storage import preferences as prefs
from cogs.matchmaking.preferences import CHANNEL
from tests.introductions.test_refusals import press
from tests.soak.coffee_acts import Acts
from tests.soak.coffee_diary import Diary
from tests.soak.coffee_facts import Coffee
from tests.soak.coffee_people import Person, Place
from tests.soak.coffee_watch import Watch
from tests.soak.coffee_words import shown_by


class Moves:
    """What can be done, one person at a time; each looks before the diary knows of it."""

    def __init__(self, acts: Acts, diary: Diary, watch: Watch) -> None:
        self._acts, self._world = acts, acts.world
        self._diary, self._watch = diary, watch

    async def avoid(self, person: Person, other: Person) -> None:
        """Somebody doesn't want to be brought together with somebody: a private list."""
        shown = await person.who.slash(self._world.lounge, "moi eviter")
        await person.who.select(shown_by(shown), [other.who], custom_id="privacy:avoid")
        self._acts.look()
        person.avoids.add(other.id)

    async def leave(self, person: Person) -> None:
        """Somebody leaves the server."""
        self._acts.look()
        self._world.guild.remove_member(person.who)
        await self._world.env.settle()
        person.on_server = False
        if person.place is Place.HERE:
            self._diary.leave(person, self._world.clock.now())

    async def come_back(self, person: Person) -> None:
        """Somebody is here again; whoever was erased meanwhile is new."""
        person.who = self._world.guild.add_member(person.who.user)
        await self._world.env.settle()
        person.on_server = True
        if person.place is Place.AWAY:
            person.place = Place.HERE

    async def erase(self, person: Person) -> None:
        """Somebody wants everything gone, and stays on the server."""
        self._acts.look()
        asked = await person.who.slash(self._world.lounge, "moi effacer")
        await person.who.click(shown_by(asked), label=self._world.words("privacy-erase-yes"))
        self._diary.erase(person, Place.STRANGER)

    def shut(self, person: Person) -> None:
        """Somebody takes no direct messages any more."""
        self._world.env.inject_error("POST", _inbox(person), status=403, code=50007, times=None)

    def unshut(self, person: Person) -> None:
        """Somebody takes them again."""
        faults = self._world.env.backend.faults
        faults[:] = [fault for fault in faults if fault["path"] != _inbox(person)]

    async def tear(self, coffee: Coffee) -> None:
        """An organiser deletes a thread by hand."""
        if coffee.thread_id in self._watch.threads:
            self._diary.torn.add(coffee.thread_id)
            self._world.env.backend.delete_channel(coffee.thread_id)
            await self._world.env.settle()

    # Organisers

    async def organise(self, act: str, *said: str) -> None:
        """A button of the organisers, and what they read."""
        answer = await press(self._world, self._world.organiser, act)
        if said:
            self._acts.expect(answer, *said)

    async def choose_place(self, name: str) -> None:
        """Organisers choose a channel for coffee."""
        self._acts.place = self._world.guild.create_text_channel(name)
        await self._world.env.settle()
        await self._world.choose({CHANNEL: self._acts.place.id})
        await self._world.beat()

    async def suspend(self, *, held: bool) -> None:
        """Organisers hold everything, or let it go on."""
        await self._world.choose({prefs.SUSPENDED: held})


def _inbox(person: Person) -> str:
    return f"/channels/{person.who.user.dm_channel.id}/messages"
