"""The commands, actions and forms of every feature, loaded as the bot loads them, without Discord."""

from __future__ import annotations

import asyncio
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.app import FEATURES, build
from bot.client import Comptoir
from bot.settings import Settings
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import choose
from bot.storage.search import Synonyms
from bot.ui.commands import payload

Described = tuple[dict[str, Any], str, bool]


@cache
def load() -> Comptoir:
    """The bot with its features."""

    async def loaded() -> Comptoir:
        bot = build(Settings(data_dir=Path(tempfile.mkdtemp()), _env_file=None), heartbeat=False)
        for feature in FEATURES:
            await bot.load_extension(feature)
        return bot

    return asyncio.run(loaded())


@cache
def payload_in(language: str, *, bilingual: bool) -> tuple[dict[str, Any], ...]:
    """What Discord is told for an association that speaks a language."""

    async def told() -> list[dict[str, Any]]:
        folder = Path(tempfile.mkdtemp())
        association = await Association.open(folder / "1.db", 1, Synonyms([]))
        try:
            async with association.transaction() as db:
                await choose(db, bot.house.clock, prefs.LANGUAGE, language)
                await choose(db, bot.house.clock, prefs.BILINGUAL, bilingual)
            await association.reload()
            return payload(bot.tree, association)
        finally:
            await association.close()

    bot = load()
    return tuple(asyncio.run(told()))


@cache
def commands_of() -> tuple[Described, ...]:
    """Each command, subcommand and option in both languages, with its wording key and whether it has a description."""
    found: list[Described] = []
    menus = {
        menu.name: menu.extras["words"]
        for menu in load().tree.get_commands()
        if isinstance(menu, app_commands.ContextMenu)
    }
    for entry in payload_in("fr", bilingual=True):
        if entry["type"] == discord.AppCommandType.chat_input.value:
            _walk(entry, f"command-{entry['name']}", found)
        else:
            found.append((entry, menus[entry["name"]], False))
    return tuple(found)


def _walk(entry: dict[str, Any], key: str, found: list[Described]) -> None:
    found.append((entry, key, True))
    for option in entry.get("options", []):
        _walk(option, f"{key}{'-' if option['type'] in {1, 2} else '--'}{option['name']}", found)
