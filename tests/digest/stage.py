"""What stories about the digest share: a channel, a schedule that is on, something to tell each week."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.ui.cards import card
from bot.ui.sections import SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.digest.preferences import CHANNEL
from cogs.digest.rules import POST
from tests.introductions.test_refusals import press
from tests.world import World, text_of

PARIS: Final = ZoneInfo("Europe/Paris")
MONDAY: Final = "2026-01-12 08:30"
"""The digest's hour, the second Monday of SimCord's January."""
TOLD_HERE: Final = ("newcomers", "help", "tips", "coming")
ROOMS: Final = ("introductions", "help_requests", "organisers", "digest")
"""The sections, and the rooms with needs, of which these stories are."""
NEWS: Final = "une nouvelle"


async def open_digest(world: World, *, told: str = NEWS, on: bool = True) -> ChannelHandle:
    """Organisers choose the lounge and switch the digest on; a feature has news, unless `told` is empty."""
    hush(world)
    tell(world, told)
    await world.choose({CHANNEL: world.lounge.id})
    if on:
        await press(world, world.organiser, f"organisers:rhythm_turn:on:{POST}")
    return world.lounge


def hush(world: World) -> None:
    """Other features say nothing here: their sections and needs are told in their own stories."""
    sections = world.bot.house.sections
    for name in sections.names:
        if name not in TOLD_HERE:
            tell(world, section=name)
    sections._needs[:] = [needs for needs in sections._needs if needs.__module__.split(".")[1] in ROOMS]


def tell(world: World, *told: str, section: str = "coming") -> None:
    """A feature tells these lines from now on, in place of what it would."""

    async def gather(association: Association, words: Words, span: Span) -> list[Safe]:
        return [Safe(line) for line in told if line]

    world.bot.house.sections.register(SectionKind(section, 50, gather))


def at(local: str) -> int:
    """A time in Paris as an instant."""
    return int(datetime.fromisoformat(local).replace(tzinfo=PARIS).timestamp())


async def come_to(world: World, local: str) -> None:
    """It is that time in Paris; the heart beats."""
    await world.env.advance_time(at(local) - world.clock.now())
    await beats(world)


async def beats(world: World, later: int = 0) -> None:
    """Some time passes, and the heart beats."""
    if later:
        await world.env.advance_time(later)
    for _ in range(3):
        await world.beat()


async def live(world: World, until: str, *, step: int = DAY) -> None:
    """Time passes in steps, a heartbeat each, and a minute for what is overdue."""
    while world.clock.now() < at(until):
        await beats(world, min(step, at(until) - world.clock.now()))


def digests(place: ChannelHandle) -> list[discord.Message]:
    """The digests that stand in a channel, the oldest first."""
    return [message for message in place.history() if message.components and "gazette" in text_of(message)]


def posted_at(message: discord.Message) -> str:
    """When a message was posted, in Paris."""
    return f"{message.created_at.astimezone(PARIS):%Y-%m-%d %H:%M}"


def team_parts(world: World) -> list[str]:
    """What organisers read of each week."""
    return [text_of(m) for m in world.office.history() if m.components and "Cette semaine, pour l’équipe" in text_of(m)]


async def talk(world: World, who: MemberActor | None = None, where: ChannelHandle | None = None) -> None:
    """Somebody says something."""
    await (who or world.organiser).send(where or world.lounge, "Bonjour à toutes et à tous")


def inbox(who: MemberActor) -> list[str]:
    """Somebody's direct messages."""
    return [text_of(message) for message in who.user.dm_channel.history()]


async def say_by_itself(world: World) -> int:
    """The bot says something else in the lounge, as a question of the week would be; the message's id."""
    mentions, calls = discord.AllowedMentions.none(), world.bot.house.calls
    with world.env._bot_scope():
        message = await calls.post(world.lounge.id, card("Une question ?"), 7, mentions)
    await world.env.settle()
    return message


async def open_thread(world: World, message_id: int) -> ChannelHandle:
    """A conversation under a message of the lounge."""
    with world.env._bot_scope():
        await world.bot.house.calls.thread(world.guild.id, world.lounge.id, message_id, "Et vous ?")
    await world.env.settle()
    return next(thread for thread in world.lounge.threads if thread.id == message_id)


async def subscribe(world: World, who: MemberActor) -> Any:
    """Somebody who accepted the notice wants a copy in private."""
    return await press(world, who, "digest:subscribe")
