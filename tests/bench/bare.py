"""The smallest discord.py bot that does something: one command, one row read, one row written, one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiosqlite
import discord
from discord import app_commands
from discord.ext import commands


class Bare(commands.Bot):
    """The bot to compare with."""

    def __init__(self, path: Path) -> None:
        intents = discord.Intents(guilds=True, members=True)
        flags = discord.MemberCacheFlags.none()
        super().__init__(
            "!", intents=intents, max_messages=None, member_cache_flags=flags, chunk_guilds_at_startup=False
        )
        self._path = path
        self.tree.add_command(app_commands.Command(name="lire", description="…", callback=self.read_and_write))

    async def setup_hook(self) -> None:
        """Open the file."""
        self.database = await aiosqlite.connect(self._path, isolation_level=None)
        for sql in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "DROP TABLE IF EXISTS seen"):
            await self.database.execute(sql)
        await self.database.execute("CREATE TABLE seen (id INTEGER PRIMARY KEY, times INTEGER NOT NULL)")

    async def read_and_write(self, interaction: discord.Interaction[Any]) -> None:
        """How often somebody came."""
        who = {"id": interaction.user.id}
        found = list(await self.database.execute_fetchall("SELECT times FROM seen WHERE id = :id", who))
        times = found[0][0] + 1 if found else 1
        await self.database.execute(
            "INSERT INTO seen VALUES (:id, :times) ON CONFLICT (id) DO UPDATE SET times = :times",
            {**who, "times": times},
        )
        await interaction.response.send_message(f"Vu {times} fois.", ephemeral=True)

    async def close(self) -> None:
        """Leave Discord, close the file."""
        await super().close()
        await self.database.close()
