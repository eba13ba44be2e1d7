"""Presses that go straight to the bot: some two milliseconds each, where an actor's takes fifty to settle.

The bot, Discord's library and the simulated server are the real ones of every story; only nobody waits for what goes on
elsewhere. What a press made due is sent by the bot's own heart (`World.beat`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands.errors import AppCommandError
from simcord import interactions
from simcord.actors import MemberActor
from simcord.backend import serializers
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.world import World

COMMAND, COMPONENT, FORM = 2, 3, 5
"""Discord's types of an interaction."""
BUTTON, SELECT, TEXT, LABEL = 2, 3, 4, 18
TEXT_DISPLAY, V2 = 10, 1 << 15
"""Discord's types of a component, and the mark of a message that is made of them."""
Given = Mapping[str, Any]
"""A command's options by name: texts, numbers, members."""


class Pressing:
    """The hands of everybody in a world, in the introductions channel of its server, or in a `place` of another."""

    def __init__(self, world: World, place: ChannelHandle | None = None) -> None:
        self.world = world
        self._place = place or world.hall
        self._guild_id = self._place.guild.id if self._place.guild is not None else world.guild.id
        self._message: dict[int, tuple[int, dict[str, Any]]] = {}

    async def press(
        self, who: int, custom_id: str, values: Iterable[str] | None = None, *, dm: bool = False
    ) -> InteractionResult:
        """Press a button, or choose `values` in a select, whether or not anybody shows it."""
        kind = BUTTON if values is None else SELECT
        data: dict[str, Any] = {"custom_id": custom_id, "component_type": kind}
        if values is not None:
            data["values"] = list(values)
        return await self.send(COMPONENT, who, data, dm=dm)

    async def submit(
        self, who: int, custom_id: str, fields: Mapping[str, str], *, dm: bool = False
    ) -> InteractionResult:
        """Send a form in, whether or not anybody opened it."""
        typed = [
            {"type": LABEL, "component": {"type": TEXT, "custom_id": name, "value": text}}
            for name, text in fields.items()
        ]
        return await self.send(FORM, who, {"custom_id": custom_id, "components": typed}, dm=dm)

    async def call(self, who: int, name: str, options: Given | None = None) -> InteractionResult:
        """Call a command, whether or not Discord would show it to this person."""
        root, *path = name.split()
        spec = self._spec(root, 1)
        leaf, nesting = interactions.walk_to_subcommand(spec, path)
        built, resolved = interactions.build_options(
            MemberActor(self.world.env, self.world.guild, self.world.organiser.user),
            name,
            leaf,
            dict(options or {}),
            channel_id=self.world.lounge.id,
        )
        data = {"id": spec["id"], "name": root, "type": 1, "options": interactions.nest_options(spec, nesting, built)}
        return await self.send(COMMAND, who, {**data, "resolved": resolved})

    async def choose_on(self, who: int, name: str, target: MemberActor | discord.Message) -> InteractionResult:
        """Choose a context menu's entry on somebody or on a message."""
        backend, guild = self.world.env.backend, self.world.env.backend.get_guild(self.world.guild.id)
        if isinstance(target, MemberActor):
            user = dict(serializers.user_payload(backend.get_user(target.id)))
            member = dict(serializers.member_payload(backend, guild, guild.members[target.id], with_user=False))
            kind, resolved = 2, {"users": {str(target.id): user}, "members": {str(target.id): member}}
        else:
            message = dict(serializers.message_payload(backend, backend.get_message(target.channel.id, target.id)))
            kind, resolved = 3, {"messages": {str(target.id): message}}
        spec = self._spec(name, kind)
        data = {"id": spec["id"], "name": name, "type": kind, "target_id": str(target.id), "resolved": resolved}
        return await self.send(COMMAND, who, data)

    def _spec(self, name: str, kind: int) -> dict[str, Any]:
        """A command as Discord was told it, or as it would be if it were told it again."""
        told = self.world.env.backend.commands.get(self.world.guild.id, {})
        found = next((dict(one) for one in told.values() if one["name"] == name and one.get("type", 1) == kind), None)
        if found is not None:
            return found
        tree = self.world.bot.tree
        command = tree.get_command(name, type=discord.AppCommandType(kind))
        assert isinstance(command, app_commands.Command | app_commands.Group | app_commands.ContextMenu), name
        return {"id": "1", **command.to_dict(tree)}

    async def send(self, kind: int, who: int, data: dict[str, Any], *, dm: bool = False) -> InteractionResult:
        """Hand an interaction to the bot, and wait until it is done with it."""
        world, backend = self.world, self.world.env.backend
        place = backend.get_dm_channel(who).id if dm else self._place.id
        record, payload = interactions.base_payload(
            backend,
            type=kind,
            channel_id=place,
            guild_id=None if dm else self._guild_id,
            user_id=who,
            data=data,
        )
        if kind != COMMAND:
            record.source_message_id, payload["message"] = self._source(place)
        made: discord.Interaction[Any] = discord.Interaction(data=payload, state=world.bot._connection)  # type: ignore[arg-type]
        with world.env._bot_scope():
            if kind == COMMAND:
                await self._call(made)
            else:
                await world.bot.on_interaction(made)
        return InteractionResult(world.env, record)

    async def _call(self, made: discord.Interaction[Any]) -> None:
        tree = self.world.bot.tree
        try:
            await tree._call(made)
        except AppCommandError as error:
            await tree.on_error(made, error)

    def _source(self, place: int) -> tuple[int, dict[str, Any]]:
        """A message of the bot in this place, under which something is pressed."""
        if place not in self._message:
            backend = self.world.env.backend
            card = [{"type": TEXT_DISPLAY, "content": "…"}]
            message = backend.create_message(
                place, backend.bot_user.id, None, components=card, flags=V2, broadcast=False
            )
            self._message[place] = message.id, dict(serializers.message_payload(backend, message))
        return self._message[place]
