"""What stories about missions share: an open channel, people who share, what stands there."""

from __future__ import annotations

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import members
from bot.people.members import Profile
from bot.schedule.clock import DAY, HOUR
from cogs.opportunities import CHANNEL, store
from cogs.opportunities.rules import Mission
from tests.pressing import Pressing
from tests.world import World, buttons_of

WHAT = "Refaire le site d’une petite librairie, textes fournis"
FIELDS = {"what": WHAT, "when": "d’ici la fin mars", "budget": "à définir", "contact": "me", "commission": "no"}


class Stage:
    """A world whose missions channel is open, on a Tuesday morning, and quick hands."""

    def __init__(self, world: World, place: ChannelHandle) -> None:
        self.world, self.place, self.hands = world, place, Pressing(world)

    @classmethod
    async def open(cls, world: World, *, forum: bool = False) -> Stage:
        """The channel is chosen and its panel stands."""
        create = world.guild.create_forum_channel if forum else world.guild.create_text_channel
        place = create("missions")
        await world.env.settle()
        await world.choose({CHANNEL: place.id})
        async with world.association.transaction() as db:
            await world.bot.house.panels.open(db)
            await world.bot.house.panels.place(world.association, db)
        await world.env.advance_time(5 * DAY + 9 * HOUR)
        await world.beat()
        return cls(world, place)

    async def member(self, name: str, *, zone: str = "") -> MemberActor:
        """Somebody who is here and accepted the notice; with a zone, they said where they are."""
        who = self.world.join(name)
        await self.world.env.settle()
        async with self.world.association.transaction() as db:
            await members.accept_notice(db, who.id, self.world.clock.now())
            if zone:
                profile = Profile(who.id, "…", None, zone, "", (), (), True, self.world.clock.now())
                await members.save_profile(db, profile)
        return who

    async def sketch(
        self, who: MemberActor, *, kind: str = "mission", trade: str = "", place: str = "53", **fields: str
    ) -> InteractionResult:
        """Somebody sends the form in; the preview."""
        return await self.hands.submit(who.id, f"opportunities:written:{kind}:{trade}:{place}:0", {**FIELDS, **fields})

    async def share(
        self, who: MemberActor, *, kind: str = "mission", trade: str = "", place: str = "53", **fields: str
    ) -> Mission:
        """Somebody shares a mission, from the form to its card; the mission."""
        preview = await self.sketch(who, kind=kind, trade=trade, place=place, **fields)
        await self.press(who, leading(preview, "opportunities:publish"))
        await self.world.beat()
        return (await store.of_author(self.world.association.read(), who.id))[0]

    async def press(self, who: MemberActor, act: str, *values: str) -> InteractionResult:
        """Somebody presses a button, or chooses in a select."""
        return await self.hands.press(who.id, act, list(values) or None)

    async def get(self, mission_id: int) -> Mission:
        """A mission as it is kept now."""
        found = await store.get(self.world.association.read(), mission_id)
        assert found is not None
        return found

    def cards(self) -> list[discord.Message]:
        """The missions' cards, the oldest first, without the panel."""
        if any(message.components for message in self.place.history()):
            return [message for message in self.place.history() if message.components][1:]
        posts = [thread.history()[:1] for thread in self.place.threads]
        return [message for first in posts for message in first if message.components][1:]


def leading(shown: InteractionResult, act: str) -> str:
    """The custom id of the button that leads to an act."""
    return next(found for found in buttons_of(shown).values() if found.startswith(act))
