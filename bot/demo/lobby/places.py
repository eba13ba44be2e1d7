"""Places: what a person sees of the server, channels with their threads, then what the bot writes to them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import discord
from simcord.backend.access import can_access_channel
from simcord.backend.models import Channel
from simcord.enums import ChannelType

from bot.demo.lobby.reading import Reading, last_message
from bot.demo.lobby.seats import Seat

if TYPE_CHECKING:
    from bot.demo.stage import Stage

Kind = Literal["channel", "forum", "thread", "private", "dm"]
KINDS: Final[dict[int, Kind]] = {
    ChannelType.TEXT: "channel",
    ChannelType.NEWS: "channel",
    ChannelType.FORUM: "forum",
    ChannelType.PUBLIC_THREAD: "thread",
    ChannelType.PRIVATE_THREAD: "private",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a person can go. `unread` counts what is new to them there, threads apart; `stamp` is the number of the
    newest message, or the place's own before there is one. A forum has no page of its own: only its posts can be
    opened."""

    id: int
    kind: Kind
    name: str
    unread: int
    stamp: int
    children: tuple[Place, ...] = ()


def places_of(stage: Stage, seat: Seat, reading: Reading) -> tuple[Place, ...]:
    """What a person sees, in the server's order; then their direct messages, once there are any. A channel in which
    there is nothing for them to read, nor to write, is left out."""
    seen = [
        _place(stage, seat, reading, channel)
        for channel in sorted(_channels(stage), key=lambda one: (one.position, one.id))
        if may_see(stage, seat, channel.id)
    ]
    found = [place for place in seen if place.children or not _is_shut(stage, seat, place)]
    letters = letters_of(stage, seat)
    if letters is not None:
        name, last = stage.env.backend.bot_user.name, last_message(stage, letters)
        found.append(Place(letters, "dm", name, reading.unread(seat.name, letters), last))
    return tuple(found)


def may_see(stage: Stage, seat: Seat, place_id: int) -> bool:
    """Whether a place is there and a person sees it and what was said there. Whoever may look into every private
    thread is not shown those that they aren't part of, as on Discord."""
    channel = stage.env.backend.channels.get(place_id)
    if channel is None:
        return False
    person = stage.people[seat.name]
    if channel.type == ChannelType.PRIVATE_THREAD and person.id not in channel.thread_members:
        return False
    return can_access_channel(stage.env, place_id, person, history=True)


def _is_shut(stage: Stage, seat: Seat, place: Place) -> bool:
    """Whether nobody wrote there and this person may not either."""
    may = stage.env.backend.compute_permissions(stage.guild.id, stage.people[seat.name].id, place.id)
    return not may & discord.Permissions.send_messages.flag and not last_message(stage, place.id)


def letters_of(stage: Stage, seat: Seat) -> int | None:
    """A person's conversation with the bot, or None while nobody wrote anything in it."""
    found = stage.env.backend.dm_channels.get(stage.people[seat.name].id)
    return found if found is not None and last_message(stage, found) else None


def kind_of(channel: Channel) -> Kind:
    """What kind of place a channel or thread is."""
    return "dm" if channel.guild_id is None else KINDS[channel.type]


def _channels(stage: Stage) -> Iterator[Channel]:
    for channel in stage.env.backend.channels.values():
        if channel.guild_id == stage.guild.id and channel.type in KINDS and not channel.is_thread:
            yield channel


def _place(stage: Stage, seat: Seat, reading: Reading, channel: Channel) -> Place:
    threads = [
        _place(stage, seat, reading, thread)
        for thread in stage.env.backend.channels.values()
        if thread.is_thread and thread.parent_id == channel.id and may_see(stage, seat, thread.id)
    ]
    threads.sort(key=lambda thread: (_is_archived(stage, thread.id), -thread.stamp))
    return Place(
        channel.id,
        kind_of(channel),
        channel.name or "",
        reading.unread(seat.name, channel.id),
        max(last_message(stage, channel.id), channel.id),
        tuple(threads),
    )


def _is_archived(stage: Stage, thread_id: int) -> bool:
    data = stage.env.backend.channels[thread_id].thread_metadata
    return data is not None and data.archived
