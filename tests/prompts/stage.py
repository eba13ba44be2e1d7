"""What stories about questions have in common: a room, organisers who switch the ritual on, turns that come."""

from __future__ import annotations

from typing import Final

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.schedule.clock import DAY, HOUR
from tests.test_letters_story import beats
from tests.world import World, message_of, text_of

MINE: Final = "Comment annonces-tu un retard à un client ?"
"""What a member proposes."""


async def switch_on(world: World, place: ChannelHandle | None = None) -> InteractionResult:
    """Organisers choose a channel, then switch the ritual on."""
    shown = await world.organiser.slash(world.office, "questions planifier")
    shown = await world.organiser.select(message_of(shown), [place or world.lounge], custom_id="prompts:channel")
    return await world.organiser.click(message_of(shown), label=world.words("prompts-plan-turn", on="no"))


async def next_at(world: World) -> int:
    """When the next turn is due; while there is none, in a week."""
    due = await world.association.read().value("SELECT due_at FROM jobs WHERE kind = 'prompts:ask'")
    return world.clock.now() + 7 * DAY if due is None else int(due)


async def turn(world: World, *, after: int = 0) -> None:
    """The next turn comes, and the bot looks `after` seconds later."""
    await world.env.advance_time(await next_at(world) - world.clock.now() + after)
    await beats(world)


async def talk(world: World, who: MemberActor, place: ChannelHandle, *, before: int = 2 * DAY) -> None:
    """Somebody writes some time before the next turn."""
    await world.env.advance_time(max(0, await next_at(world) - world.clock.now() - before))
    await who.send(place, "Bonjour à vous")


def asked(place: ChannelHandle) -> list[discord.Message]:
    """The questions in a channel, in order."""
    return [message for message in place.history() if message.components]


def said(place: ChannelHandle) -> list[str]:
    """What they say."""
    return [text_of(message) for message in asked(place)]


def threads(place: ChannelHandle) -> dict[int, ChannelHandle]:
    """The threads under a channel's messages, by the message."""
    return {thread.id: thread for thread in place.threads}


async def answer(who: MemberActor, place: ChannelHandle) -> None:
    """Somebody answers the newest question in its thread."""
    await who.send(threads(place)[asked(place)[-1].id], "Chez moi, un message la veille")


async def propose(world: World, who: MemberActor, text: str = MINE, theme: str = "") -> InteractionResult:
    """A member proposes a question."""
    form = await who.slash(world.lounge, "question proposer")
    if form.modal is None:
        form = await who.click(message_of(form), label=world.words("notice-accept"))
    done = await who.submit_modal(form, {"text": text, "theme": theme})
    await beats(world)
    return done


def lines(world: World) -> list[discord.Message]:
    """What organisers are told in their channel, the panel aside."""
    panel = world.words("offer-organisers-upcoming")
    return [message for message in world.office.history() if message.components and panel not in text_of(message)]


def hours(count: float) -> int:
    """Hours in seconds."""
    return int(count * HOUR)
