"""The discord.py client: what it asks of Discord, how it starts, keeps commands in step, and closes in order."""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import Any, Final

import discord
from discord.app_commands import AppCommandError, CommandNotFound, CommandSignatureMismatch, TransformerError
from discord.ext import commands

from bot.delivery.breaker import Breaker
from bot.delivery.outside import TIMEOUT
from bot.errors import Refusal
from bot.logs import fields
from bot.storage import meta
from bot.storage.association import Association
from bot.storage.database import refuse_calls_outside
from bot.ui.actions import FINISH_WITHIN, Router
from bot.ui.commands import fingerprint, payload
from bot.ui.house import House
from bot.ui.press import Press

COMMANDS: Final = "commands"
"""The fact that holds the fingerprint of the commands Discord was told."""

log = logging.getLogger(__name__)

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice here, so no warning that there is none


def intents(*, members: bool) -> discord.Intents:
    """Guilds, and members to see joins and leaves. Never message content, never presences."""
    asked = discord.Intents.none()
    asked.guilds = True
    asked.members = members
    return asked


class Comptoir(commands.Bot):
    """The bot. `bot.app` gives it its house and the features to load."""

    house: House
    router: Router

    def __init__(
        self, *, members: bool, features: tuple[str, ...], heartbeat: bool = True, breaker: Breaker | None = None
    ) -> None:
        self.breaker = breaker or Breaker()
        super().__init__(
            command_prefix=commands.when_mentioned,  # there are no text commands; the library wants a prefix
            help_command=None,
            intents=intents(members=members),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            http_trace=self.breaker.trace(),
            max_ratelimit_timeout=TIMEOUT,
            allowed_contexts=discord.app_commands.AppCommandContext(guild=True),
            allowed_installs=discord.app_commands.AppInstallationType(guild=True),
        )
        self.tree.error(self._command_failed)
        self._features = features
        self._beats = heartbeat
        self._served: set[int] = set()

    async def setup_hook(self) -> None:
        """Load the features and open every association, before the bot connects."""
        _guard(self.http, self.breaker)
        for feature in self._features:
            await self.load_extension(feature)
        await self.house.associations.open_all()
        if self._beats:
            self.house.heartbeat.start()
            # what is loaded now stays: a full collection over it would stop the event loop for 50 ms
            gc.collect()
            gc.freeze()

    async def beat(self) -> None:
        """Do what is due, then send what that decided."""
        await self.house.heartbeat.beat()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Buttons, selects and forms go to the router; the command tree takes the rest."""
        await self.router.on_interaction(interaction)

    async def _command_failed(self, interaction: discord.Interaction[Any], error: AppCommandError) -> None:
        """A command that could not even be called: Discord showed an old one, or an option that is gone meanwhile."""

        async def explain(_: Press) -> None:
            if isinstance(error, (CommandNotFound, CommandSignatureMismatch, TransformerError)):
                raise Refusal("kernel-stale-command")
            raise error

        await self.router.run(interaction, explain)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server came into view: at start, after an outage, or after a session whose events are lost."""
        await self._serve(guild)

    async def on_ready(self) -> None:
        """Connected: no server is left out, whichever way it came into view."""
        log.info("connected", extra=fields(servers=len(self.guilds)))
        for guild in self.guilds:
            if guild.id not in self._served:
                await self._serve(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was invited: whatever commands it had here before are gone."""
        await self._forget_commands(guild.id)
        await self._serve(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed: should it come back, it tells Discord its commands anew."""
        await self._forget_commands(guild.id)

    async def on_preferences_changed(self, association: Association) -> None:
        """Organisers changed something: commands and panels may speak another language now, a feature is off, a channel
        is the old one again."""
        await self.sync(association)
        async with association.transaction() as db:
            await self.house.features.settle(association, db)
            await self.house.panels.refresh(association, db)
            await self.house.publications.post_waiting(association, db)
            await self.house.jobs.replan(association, db)
        await self.house.outbox.send_now(association)

    async def _serve(self, guild: discord.Guild) -> None:
        association = await self.house.associations.find(guild.id)
        if association is None:
            return
        self._served.add(guild.id)
        await self.house.jobs.settle_in(association)
        async with association.transaction() as db:
            await self.house.features.settle(association, db)
        await self.sync(association)
        await self.beat()

    async def sync(self, association: Association) -> None:
        """Tell Discord the association's commands, when they changed since the last time."""
        assert self.application_id is not None
        wanted = payload(self.tree, association)
        mark = fingerprint(self.application_id, wanted)
        if await meta.get(association.read(), COMMANDS) == mark:
            return
        try:
            told = await self.http.bulk_upsert_guild_commands(self.application_id, association.guild_id, payload=wanted)
        except discord.HTTPException as error:  # buttons go on working; the next start tries again
            log.error(
                "Discord refused our commands; was the bot invited with the scope applications.commands?",
                extra=fields(guild=association.guild_id, status=error.status, code=error.code),
            )
            return
        async with association.transaction() as db:
            await meta.remember_commands(db, {command["name"]: int(command["id"]) for command in told})
            await meta.put(db, COMMANDS, mark)
        await association.reload()
        log.info("commands told", extra=fields(guild=association.guild_id, count=len(told)))

    async def _forget_commands(self, guild_id: int) -> None:
        association = await self.house.associations.find(guild_id)
        if association is not None:
            async with association.transaction() as db:
                await meta.drop(db, COMMANDS)

    async def close(self) -> None:
        """Stop the heartbeat, finish what is in flight, leave Discord, end the worker, close the files."""
        try:
            await self.house.heartbeat.stop(FINISH_WITHIN)
            await self.router.finish()
            await self.house.outbox.finish(FINISH_WITHIN)
            await super().close()
        finally:
            await self.house.workers.close()
            await self.house.associations.close()


def _guard(http: discord.http.HTTPClient, breaker: Breaker) -> None:
    """Make every request to Discord fail while a transaction is open, and all but answers to people while Discord has
    refused too many. A wait for Discord's global limit that is cut must not hold up every later request."""
    request = http.request

    async def guarded(route: discord.http.Route, **kwargs: Any) -> Any:
        refuse_calls_outside()
        if not route.path.startswith(("/interactions/", "/webhooks/")):
            breaker.check()
        try:
            return await request(route, **kwargs)
        except asyncio.CancelledError:  # cut while it waited out a global limit: the library would never wait again
            http._global_over.set()
            raise

    http.request = guarded  # type: ignore[method-assign]
