"""What Discord says: the token, the intents, the servers, the permissions in each chosen channel. REST only."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import aiohttp
import discord
from discord.abc import GuildChannel

from bot.delivery.permissions import everything, missing, needed
from bot.doctor.advice import INTENT_REFUSED, MEMBERS_LOST, TOKEN_REFUSED
from bot.doctor.files import association_files, read_only
from bot.doctor.finding import Finding, Level
from bot.doctor.rooms import know_features
from bot.schedule.clock import MINUTE
from bot.settings import Settings
from bot.storage import features
from bot.storage import preferences as prefs
from bot.storage.preferences import Preference
from bot.words.i18n import Words

WRONG_CLOCK: Final = MINUTE
PATIENCE: Final = 60.0
"""Seconds that Discord gets to answer everything."""


async def online(settings: Settings, now: Callable[[], float]) -> list[Finding]:
    """What Discord says: the token, the intents, the servers, the permissions in each chosen channel."""
    told = _DiscordsClock(now)
    try:
        async with (
            asyncio.timeout(PATIENCE),
            discord.Client(intents=discord.Intents(guilds=True), http_trace=told.trace) as client,
        ):
            await client.login(settings.discord_token.get_secret_value())
            found = [_logged_in(client), told.finding(), members_intent(client, settings)]
            return found + await _servers(client, settings.data_dir)
    except discord.LoginFailure:
        return [Finding(Level.FAIL, "Discord", "It refuses this token.", TOKEN_REFUSED)]
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
        todo = "Check this machine's network, and https://discordstatus.com; then try again."
        return [Finding(Level.FAIL, "Discord", f"It can't be reached ({_short(error)}).", todo)]


class _DiscordsClock:
    """Compares this machine's clock with the Date header of Discord's answers."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._apart: float | None = None
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_end.append(self._note)

    async def _note(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, end: aiohttp.TraceRequestEndParams
    ) -> None:
        if date := end.response.headers.get("Date"):
            self._apart = self._now() - parsedate_to_datetime(date).timestamp()

    def finding(self) -> Finding:
        """How far apart the two clocks are."""
        if self._apart is None:
            return Finding(Level.OK, "clock", "Discord did not say what time it is.")
        if abs(self._apart) > WRONG_CLOCK:
            found = f"It is {abs(self._apart):.0f} s {'ahead of' if self._apart > 0 else 'behind'} Discord's."
            return Finding(Level.WARN, "clock", found, "Keep it right (timedatectl set-ntp true).")
        return Finding(Level.OK, "clock", "It agrees with Discord's.")


def _logged_in(client: discord.Client) -> Finding:
    return Finding(Level.OK, "Discord", f"It takes the token, of {client.user}.")


def sees_members(flags: discord.ApplicationFlags) -> bool:
    """Whether the application may ask for the members intent (bots on many servers need Discord's leave)."""
    return flags.gateway_guild_members or flags.gateway_guild_members_limited


def members_intent(client: discord.Client, settings: Settings) -> Finding:
    """Whether the bot will see members join and leave."""
    if not settings.members_intent:
        found = f"MEMBERS_INTENT=false: {MEMBERS_LOST}."
        return Finding(Level.WARN, "intents", found, "Set MEMBERS_INTENT=true where that is not meant.")
    if not sees_members(client.application_flags):
        return Finding(Level.FAIL, "intents", "Discord won't let the bot see members join and leave.", INTENT_REFUSED)
    return Finding(Level.OK, "intents", "The bot may see members join and leave.")


async def _servers(client: discord.Client, folder: Path) -> list[Finding]:
    """The servers that the bot is on, and the channels that organisers chose there."""
    assert client.application_id is not None
    files = {int(path.stem): path for path in association_files(folder)}
    found: list[Finding] = []
    present: set[int] = set()
    async for guild in client.fetch_guilds(limit=None, with_counts=False):
        present.add(guild.id)
        found.append(Finding(Level.OK, "server", f"The bot is on {guild.name} ({guild.id})."))
        if guild.id in files:
            found += await _permissions(client, guild.id, chosen_channels(files[guild.id]))
    if not present:
        invite = discord.utils.oauth_url(client.application_id, permissions=everything())
        found.append(Finding(Level.WARN, "server", "The bot is on no server yet.", f"Invite it: {invite}"))
    for gone in sorted(files.keys() - present):
        todo = "Invite it again, or move the file away when the association is done with it."
        found.append(Finding(Level.WARN, "server", f"There is {gone}.db, but the bot is not on that server.", todo))
    return found


def chosen_channels(path: Path) -> dict[Preference[int | None], int]:
    """The channels that an association's organisers chose for what is on there, read without opening it for use."""
    know_features()
    try:
        with closing(read_only(path)) as connection:
            chosen, off = prefs.chosen_channels(connection), features.off_in(connection)
            return {preference: place for preference, place in chosen.items() if preference.feature not in off}
    except sqlite3.Error:
        return {}  # `databases` tells


async def _permissions(
    client: discord.Client, guild_id: int, chosen: dict[Preference[int | None], int]
) -> list[Finding]:
    assert client.user is not None
    try:
        guild = await client.fetch_guild(guild_id, with_counts=False)
        me = await guild.fetch_member(client.user.id)
        channels = {channel.id: channel for channel in await guild.fetch_channels()}
    except discord.HTTPException as error:
        return [Finding(Level.FAIL, "server", f"{guild_id} can't be looked at ({_short(error)}).", "Try again later.")]
    found = [
        finding
        for preference, channel_id in chosen.items()
        for finding in channel_permissions(preference, channels.get(channel_id), me)
    ]
    return found or [Finding(Level.WARN, guild.name, "No channel is chosen yet.", "Run /installer there.")]


def channel_permissions(
    preference: Preference[int | None], channel: GuildChannel | None, me: discord.Member
) -> list[Finding]:
    """Whether the bot may do in a chosen channel what it is for."""
    words = Words("en")
    label = words.plain(f"preference-{preference.name}")
    if channel is None:
        found = f"{label}: it was deleted, or the bot can't see it."
        return [Finding(Level.FAIL, me.guild.name, found, "Choose another with /installer, or let the bot see it.")]
    where = f"#{channel.name} ({label})"
    lacking = missing(channel.permissions_for(me), needed(preference.use, channel))
    if not lacking:
        return [Finding(Level.OK, me.guild.name, f"{where}: every permission is there.")]
    return [
        Finding(
            Level.FAIL if need.must else Level.WARN,
            me.guild.name,
            f'{where}: "{words.plain(f"permission-{need.permission}")}" is missing,'
            f" {words.plain(f'permission-{need.permission}.why')}.",
            f"Edit the channel #{channel.name}, Permissions: allow it to the bot's role.",
        )
        for need in lacking
    ]


def _short(error: BaseException) -> str:
    """An error in a word: messages of network libraries are long, and one could quote a header."""
    return f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__
