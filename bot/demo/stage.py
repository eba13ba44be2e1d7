"""A simulated Discord server with the real bot in it. Nothing behind the bot's back: people type and press."""

from __future__ import annotations

import contextlib
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final

import discord
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.app import build
from bot.client import Comptoir
from bot.delivery import waiting
from bot.demo import corrections
from bot.demo.story.days import OPENING
from bot.demo.story.people import Story
from bot.demo.story.team import TEAM
from bot.schedule import due
from bot.schedule.clock import DAY
from bot.settings import Settings
from bot.storage.association import Association
from bot.words.i18n import Words

BEFORE_OPENING: Final = OPENING - 3 * DAY
"""When the server is made."""


class StageClock:
    """The bot's clock follows the simulation's."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> int:
        """The simulated instant."""
        return int(self.env.now().timestamp()) if self.env else BEFORE_OPENING


class Stage:
    """The server, its channels, its people and the bot. Open it with `async with`; leaving closes everything."""

    def __init__(self, folder: Path, story: Story) -> None:
        self.clock = StageClock()
        settings = Settings(data_dir=folder, discord_token="", _env_file=None)
        self.bot: Comptoir = build(settings, self.clock, heartbeat=False)
        self.env = simcord.Env(self.bot)
        self.env.backend.bot_user.name = "Comptoir"
        corrections.quiet_new_threads(self.env)
        self.people: dict[str, MemberActor] = {}
        self.places: dict[str, ChannelHandle] = {}
        """The server's channels, in its order, by the story's keys."""
        self.story = story
        self._closing = AsyncExitStack()
        self._beaten_on = 0

    async def __aenter__(self) -> Stage:
        self._closing.push_async_callback(self.bot.house.associations.close)
        self._closing.enter_context(corrections.nights_without_copies())
        self._closing.enter_context(corrections.selects_that_are_told_apart())
        self._closing.enter_context(corrections.names_in_letters())
        try:
            await self.env.start()
            self._closing.push_async_callback(self.env.shutdown)
            self.clock.env = self.env
            await self.until(BEFORE_OPENING)
            corrections.own_commands_suffice(self.env)
            await self._build()
            self._closing.enter_context(corrections.mentions_that_read_well(self.guild.id))
        except BaseException:
            await self._closing.aclose()
            raise
        return self

    async def __aexit__(self, *error: object) -> None:
        with contextlib.suppress(simcord.SetupError, TimeoutError):
            await self.env.settle()  # what is in flight ends before its bot does
        await self._closing.aclose()

    async def _build(self) -> None:
        name = self.story.first("organiser").name
        owner = self.env.create_user(name.lower(), global_name=name)
        self.guild = self.env.create_guild(self.story.server["name"], owner=owner, preferred_locale=self.story.language)
        self.people[name] = self.organiser = MemberActor(self.env, self.guild, owner)
        await self.env.settle()
        self.team = self.guild.create_role(self.story.places["office"])
        closed = self._closed()
        self.places = {
            key: self.guild.create_text_channel(name, overwrites=closed.get(key))
            for key, name in self.story.places.items()
        }
        await self.env.settle()

    def _closed(self) -> dict[str, dict[Any, discord.PermissionOverwrite]]:
        """What not everybody may: see the team's channel, write where private threads hang."""
        everybody, bot = self.guild.default_role, self.guild.me
        seen, unseen = (discord.PermissionOverwrite(view_channel=allowed) for allowed in (True, False))
        written, read = (discord.PermissionOverwrite(send_messages=allowed) for allowed in (True, False))
        return {"office": {everybody: unseen, bot: seen, self.team: seen}, "threads": {everybody: read, bot: written}}

    @property
    def association(self) -> Association:
        """What the bot keeps of this server."""
        return next(found for found in self.bot.house.associations if found.guild_id == self.guild.id)

    @property
    def words(self) -> Words:
        """The association's words: what is written on the buttons that people press."""
        return self.association.words

    def join(self, name: str) -> None:
        """Somebody joins the server."""
        roles = [self.team] if name == TEAM["second"] else []
        self.people[name] = self.guild.add_member(self.env.create_user(name.lower(), global_name=name), roles=roles)

    async def until(self, instant: int) -> None:
        """Let time pass up to an instant. The bot's heart beats whenever something is to be said on the way, and once
        on each day on which we stop: an idle week costs next to nothing."""
        while True:
            word = await self._next_word(instant + 1)
            step = min(instant, max(word, self.clock.now() + 1))
            await self.env.advance_time(max(0, step - self.clock.now()))
            if word <= step or step // DAY != self._beaten_on:
                await self.beat()
                await self.env.settle()
            if step >= instant:
                return

    async def beat(self) -> None:
        """What the bot's heartbeat does."""
        self._beaten_on = self.clock.now() // DAY
        with self.env._bot_scope():
            await self.bot.beat()

    async def _next_word(self, otherwise: int) -> int:
        """When the bot has something to say next; housekeeping needn't be lived minute by minute."""
        for association in self.bot.house.associations:
            jobs = await due.upcoming(association.read(), self.bot.house.jobs.sending)
            rows = await waiting.upcoming(association.read())
            return min((*(job.due_at for job in jobs), *(row.due_at for row in rows)), default=otherwise)
        return otherwise
