"""Forum tags by name: those that a forum has are used, missing ones are made where the bot may and there is room."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

import discord

from bot.logs import fields

log = logging.getLogger(__name__)

NAME: Final = 20
"""Characters of a tag's name."""
IN_A_FORUM: Final = 20
ON_A_POST: Final = 5


async def tags_of(forum: discord.ForumChannel, names: Sequence[str]) -> list[discord.ForumTag]:
    """The forum's tags of these names, in their order, at most five. A forum that wants a tag gets one that everybody
    may use."""
    wanted = list(dict.fromkeys(_key(name) for name in names))[:ON_A_POST]
    known = {_key(tag.name): tag for tag in forum.available_tags}
    missing = [name for name in names if _key(name) in wanted and _key(name) not in known]
    if missing:
        known |= {_key(tag.name): tag for tag in await _make(forum, missing)}
    found = [known[name] for name in wanted if name in known]
    if not found and forum.flags.require_tag:
        found = [tag for tag in forum.available_tags if not tag.moderated][:1]
    return found


async def _make(forum: discord.ForumChannel, names: Sequence[str]) -> Sequence[discord.ForumTag]:
    """Add tags, as far as there is room and the bot may; without that right a post simply goes without them."""
    room = IN_A_FORUM - len(forum.available_tags)
    new = {_key(name): discord.ForumTag(name=name[:NAME]) for name in names}
    if room <= 0 or not forum.permissions_for(forum.guild.me).manage_channels:
        return []
    try:
        changed = await forum.edit(available_tags=[*forum.available_tags, *list(new.values())[:room]])
    except discord.Forbidden:
        log.warning("forum tags can't be made", extra=fields(guild=forum.guild.id, channel=forum.id))
        return []
    return changed.available_tags if changed is not None else []


def _key(name: str) -> str:
    return name[:NAME].strip().casefold()
