"""The channels that set-up asks for: which there are, and how those that are missing are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.delivery.discord_calls import outside
from bot.delivery.forum_tags import IN_A_FORUM, NAME
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Preference
from bot.ui.press import Press
from bot.words.i18n import Words
from cogs import digest, help_requests, introductions, matchmaking, prompts, tips
from cogs.organisers.panel import panel_of


@dataclass(frozen=True, slots=True)
class Place:
    """A channel that the association may have: the preference that says where, what it is called when set-up makes it,
    the panel that stands there, the tags of a forum. Nothing opens without those it `must` have. One that is not `made`
    is chosen among the channels that there are, or left out: set-up doesn't offer to create it."""

    preference: Preference[int | None]
    name: str
    must: bool = True
    made: bool = True
    panel: Callable[[Association], discord.ui.LayoutView] | None = None
    tags: Callable[[Words], list[str]] | None = None


PLACES: Final = (
    Place(introductions.CHANNEL, "setup-channel-introductions", panel=lambda here: introductions.panel(here.words)),
    Place(
        tips.CHANNEL,
        "setup-channel-tips",
        must=False,
        panel=lambda here: tips.panel(here.words),
        tags=tips.forum_tags,
    ),
    Place(
        help_requests.CHANNEL,
        "setup-channel-help",
        must=False,
        panel=lambda here: help_requests.panel(here.words),
        tags=help_requests.forum_tags,
    ),
    Place(matchmaking.CHANNEL, "setup-channel-coffee", must=False, panel=lambda here: matchmaking.panel(here.words)),
    Place(prefs.THREADS_CHANNEL, "setup-channel-threads"),
    Place(prefs.ORGANISERS_CHANNEL, "setup-channel-organisers", panel=panel_of),
    Place(digest.CHANNEL, "setup-channel-digest", must=False, made=False),
    Place(prompts.CHANNEL, "setup-channel-prompts", must=False, made=False),
)

Keep = Callable[[Preference[int | None], int], Awaitable[None]]


def missing(association: Association) -> list[Place]:
    """Those that set-up makes and that are not chosen."""
    return [place for place in PLACES if place.made and association.preferences[place.preference] is None]


async def create_missing(press: Press, guild: discord.Guild, keep: Keep) -> None:
    """Make what is not chosen, in a category "Comptoir", keeping each as soon as it stands; one that stands is
    taken."""
    words = press.association.words
    async with outside():
        wanted = words.plain("setup-category")
        category = discord.utils.get(guild.categories, name=wanted) or await guild.create_category(wanted)
    for place in missing(press.association):
        name = words.plain(place.name)
        async with outside():
            made = discord.utils.get(category.channels, name=name) or await _create(press, category, place, name)
        await keep(place.preference, made.id)


async def _create(press: Press, category: discord.CategoryChannel, place: Place, name: str) -> discord.abc.GuildChannel:
    guild = category.guild
    if place.preference.forum and "COMMUNITY" in guild.features:
        tags = place.tags(press.association.words)[:IN_A_FORUM] if place.tags else []
        available = [discord.ForumTag(name=tag[:NAME]) for tag in tags]
        return await guild.create_forum(name, category=category, available_tags=available)
    if place.preference is prefs.ORGANISERS_CHANNEL:
        return await guild.create_text_channel(name, category=category, overwrites=_private(press, guild))
    return await guild.create_text_channel(name, category=category)


def _private(press: Press, guild: discord.Guild) -> dict[Any, discord.PermissionOverwrite]:
    seen_by: dict[Any, discord.PermissionOverwrite] = {
        guild.default_role: discord.PermissionOverwrite(view_channel=False),
        guild.me: discord.PermissionOverwrite(view_channel=True, send_messages=True, read_message_history=True),
    }
    role = guild.get_role(press.association.preferences[prefs.ORGANISERS_ROLE] or 0)
    for person in (role, press.interaction.user):
        if person is not None:
            seen_by[person] = discord.PermissionOverwrite(view_channel=True)
    return seen_by
