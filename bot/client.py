"""The discord.py client: what it asks of Discord, how it starts, keeps commands in step, and closes in order."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any, Final

import discord
from discord.app_commands import AppCommandError, CommandNotFound, CommandSignatureMismatch, TransformerError
from discord.ext import commands

from bot.errors import Refusal
from bot.logs import fields
from bot.schedule.clock import MINUTE
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

    def __init__(self, *, members: bool, features: tuple[str, ...], heartbeat: bool = True) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,  # there are no text commands; the library wants a prefix
            help_command=None,
            intents=intents(members=members),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_contexts=discord.app_commands.AppCommandContext(guild=True),
            allowed_installs=discord.app_commands.AppInstallationType(guild=True),
        )
        self.tree.error(self._command_failed)
        self._features = features
        self._heartbeat = heartbeat
        self._scheduler: Any = None
        self._served: set[int] = set()
        self._beating = asyncio.Lock()

    async def setup_hook(self) -> None:
        """Load the features and open every association, before the bot connects."""
        _guard(self.http)
        for feature in self._features:
            await self.load_extension(feature)
        await self.house.associations.open_all()
        for association in self.house.associations:
            await self.house.outbox.recover(association)
        if self._heartbeat:
            self._start_heartbeat()

    def _start_heartbeat(self) -> None:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(
            self.beat, "interval", seconds=MINUTE, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._scheduler.start()

    async def beat(self) -> None:
        """Do what is due, then send what that decided; one beat at a time."""
        async with self._beating:
            await self.house.jobs.run_due()
            for association in self.house.associations:
                try:
                    await self.house.outbox.deliver(association)
                except Exception:  # one association's trouble must not stop the others
                    log.exception("delivery failed", extra=fields(guild=association.guild_id))

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
        """Organisers changed something: commands and panels may speak another language now."""
        await self.sync(association)
        async with association.transaction() as db:
            await self.house.panels.refresh(association, db)
        await self.house.outbox.deliver(association)

    async def _serve(self, guild: discord.Guild) -> None:
        association = await self.house.associations.find(guild.id)
        if association is None:
            return
        self._served.add(guild.id)
        await self.house.jobs.settle_in(association)
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
        """Stop the heartbeat, finish what is in flight, leave Discord, close the files."""
        try:
            await self._stop_heartbeat()
            await self.router.finish()
            await super().close()
        finally:
            await self.house.associations.close()

    async def _stop_heartbeat(self) -> None:
        if self._scheduler is None:
            return
        scheduler, self._scheduler = self._scheduler, None
        scheduler.pause()
        with suppress(TimeoutError):  # shutting down cancels the beat in flight, which may be sending
            async with asyncio.timeout(FINISH_WITHIN), self._beating:
                pass
        scheduler.shutdown(wait=False)


def _guard(http: discord.http.HTTPClient) -> None:
    """Make every request to Discord fail while a transaction is open."""
    request = http.request

    async def guarded(*args: Any, **kwargs: Any) -> Any:
        refuse_calls_outside()
        return await request(*args, **kwargs)

    http.request = guarded  # type: ignore[method-assign]
