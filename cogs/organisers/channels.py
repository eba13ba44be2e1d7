"""The channels that set-up asks for: which there are, and how those that are missing are made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.delivery.forum_tags import IN_A_FORUM, NAME
from bot.errors import Refusal
from bot.storage import features
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Preference
from bot.ui.press import Press
from bot.words.i18n import Words
from cogs import digest, help_requests, introductions, matchmaking, opportunities, prompts, tips, warm_intros
from cogs.organisers import audience
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
    Place(
        warm_intros.CHANNEL,
        "setup-channel-intros",
        must=False,
        made=False,
        panel=lambda here: warm_intros.panel(here.words),
    ),
    Place(
        opportunities.CHANNEL,
        "setup-channel-opportunities",
        must=False,
        made=False,
        panel=lambda here: opportunities.panel(here.words),
        tags=opportunities.forum_tags,
    ),
    Place(prefs.THREADS_CHANNEL, "setup-channel-threads"),
    Place(prefs.ORGANISERS_CHANNEL, "setup-channel-organisers", panel=panel_of),
    Place(digest.CHANNEL, "setup-channel-digest", must=False, made=False),
    Place(prompts.CHANNEL, "setup-channel-prompts", must=False, made=False),
)

CHOOSE: Final = ("organisers:step:1",)
"""What is offered where channels can't be made."""

MAKING: Final = ("manage_channels", "view_channel")
"""What the bot needs in the whole server to make a channel that not everybody sees."""
_turns: Final[dict[int, asyncio.Lock]] = {}

Keep = Callable[[Preference[int | None], int], Awaitable[None]]


def places(association: Association) -> list[Place]:
    """Those of the features that are on."""
    return [place for place in PLACES if features.is_on(association, place.preference.feature)]


def missing(association: Association) -> list[Place]:
    """Those that set-up makes and that are not chosen."""
    return [place for place in places(association) if place.made and association.preferences[place.preference] is None]


async def create_missing(press: Press, guild: discord.Guild, keep: Keep) -> None:
    """Make what is not chosen, in a category "Comptoir", keeping each as soon as it stands; one that stands is
    taken. Raises `Refusal` where the bot may not, or Discord doesn't answer: what stands by then is kept."""
    async with making(guild, press.words):
        await press.association.reload()
        await _create_missing(press, guild, keep)


async def _create_missing(press: Press, guild: discord.Guild, keep: Keep) -> None:
    words = press.association.words
    category = await own_category(guild, words)
    for place in missing(press.association):
        name = words.plain(place.name)
        async with outside():
            made = _standing(press, category, place, name) or await _create(press, category, place, name)
        await keep(place.preference, made.id)


def _standing(
    press: Press, category: discord.CategoryChannel, place: Place, name: str
) -> discord.abc.GuildChannel | None:
    """A channel of that name that would do: of the right type, and seen by those who are to see it."""
    association, guild = press.association, category.guild
    kinds = (discord.TextChannel, discord.ForumChannel) if place.preference.forum else (discord.TextChannel,)
    team = place.preference == prefs.ORGANISERS_CHANNEL
    for found in category.channels:
        if found.name != name or not isinstance(found, kinds):
            continue
        unfit = audience.is_public if team else audience.is_hidden
        if not unfit(association, guild, found.id):
            return found
    return None


async def _create(press: Press, category: discord.CategoryChannel, place: Place, name: str) -> discord.abc.GuildChannel:
    guild = category.guild
    if place.preference.forum and "COMMUNITY" in guild.features:
        tags = place.tags(press.association.words)[:IN_A_FORUM] if place.tags else []
        available = [discord.ForumTag(name=tag[:NAME]) for tag in tags]
        return await guild.create_forum(name, category=category, available_tags=available)
    if place.preference is prefs.ORGANISERS_CHANNEL:
        return await guild.create_text_channel(name, category=category, overwrites=private(press, guild))
    return await guild.create_text_channel(name, category=category)


@asynccontextmanager
async def making(guild: discord.Guild, words: Words) -> AsyncIterator[None]:
    """Whatever makes a channel, or removes one of ours, one at a time in a server: each way in which it can't be done
    is a `Refusal`."""
    have = guild.me.guild_permissions
    lacking = [permission for permission in MAKING if not getattr(have, permission)]
    refused = Refusal(
        "setup-cannot-create",
        permission=words.plain(f"permission-{(lacking or MAKING)[0]}"),
        bot=guild.me.display_name,
        role="yes" if guild.self_role else "no",
        offers=CHOOSE,
    )
    if lacking:
        raise refused
    try:
        async with _turns.setdefault(guild.id, asyncio.Lock()):
            yield
    except Undeliverable:
        raise refused from None
    except Undecided:
        raise Refusal("setup-discord-slow") from None


async def own_category(guild: discord.Guild, words: Words) -> discord.CategoryChannel:
    """The category "Comptoir", made where there is none."""
    wanted = words.plain("setup-category")
    async with outside():
        return discord.utils.get(guild.categories, name=wanted) or await guild.create_category(wanted)


def private(press: Press, guild: discord.Guild) -> dict[Any, discord.PermissionOverwrite]:
    """Who sees a channel that only the team is to see. Discord lets a bot give what it has itself, no more."""
    have = guild.me.guild_permissions
    own = {name: True for name in ("view_channel", "send_messages", "read_message_history") if getattr(have, name)}
    seen_by: dict[Any, discord.PermissionOverwrite] = {
        guild.default_role: discord.PermissionOverwrite(view_channel=False),
        guild.me: discord.PermissionOverwrite(**own),
    }
    role = guild.get_role(press.association.preferences[prefs.ORGANISERS_ROLE] or 0)
    managing = [held for held in guild.roles if held.permissions.manage_guild and not held.managed]
    for person in (role, *managing, press.interaction.user):
        if person is not None and person != guild.default_role:
            seen_by[person] = discord.PermissionOverwrite(view_channel=True)
    return seen_by
