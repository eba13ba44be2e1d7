"""What organisers choose is checked, and kept, in one way, whichever button it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.errors import Refusal
from bot.people import members
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import Control, Preference, choose, declared, stored
from bot.ui.press import Press
from bot.words.text import channel, member
from cogs import moderation, prompts
from cogs.organisers import audience
from cogs.organisers.channels import PLACES

OPTIONAL: Final = frozenset(place.preference for place in PLACES if not place.must)
"""Channels that an association can do without: such a choice can be taken back."""

_ID: Final = re.compile(r"[0-9]{1,19}")
_BIGGEST: Final = 2**63 - 1


async def keep(press: Press, chosen: Mapping[Preference[Any], Any]) -> None:
    """Store what was chosen, all or nothing, and tell whoever speaks or stands otherwise because of it."""
    association = press.association
    async with association.transaction() as db:
        for preference, value in chosen.items():
            before = await stored(db, preference)
            await choose(db, press.house.clock, preference, value, by=press.user_id)
            if value != before:
                await _tell(press, db, preference, value)
    await association.reload()
    press.house.client.dispatch("preferences_changed", association)


async def _tell(press: Press, db: Connection, preference: Preference[Any], value: Any) -> None:
    await press.house.panels.wait_to_open(db, preference, value)
    if preference == prompts.CHANNEL:
        await prompts.moved(db)


def picked(press: Press) -> int:
    """The id of what was chosen in a select. Raises `Refusal` for whatever Discord would not have sent."""
    if not _ID.fullmatch(press.choice) or int(press.choice) > _BIGGEST:
        raise Refusal("kernel-stale-press")
    return int(press.choice)


async def check(press: Press, preference: Preference[Any], chosen: int) -> None:
    """Raise `Refusal` for a channel, a role or a person that doesn't fit."""
    match preference.control:
        case Control.CHANNEL:
            _check_channel(press, preference, chosen)
        case Control.ROLE:
            check_role(press, chosen)
        case Control.MEMBER:
            await members.require_among_us(press.association.read(), chosen)
            if preference == moderation.REFERENT and await is_organiser(press, chosen):
                raise Refusal("setup-referent-organiser", member=member(chosen))
        case _:
            raise Refusal("kernel-stale-press")


def _check_channel(press: Press, preference: Preference[Any], chosen: int) -> None:
    place = guild_of(press).get_channel(chosen)
    kinds = (discord.TextChannel, discord.ForumChannel) if preference.forum else (discord.TextChannel,)
    if not isinstance(place, kinds):
        raise Refusal("setup-wrong-channel")
    if preference == prefs.ORGANISERS_CHANNEL:
        _check_private(press, chosen)
    elif chosen == press.association.preferences[prefs.ORGANISERS_CHANNEL]:
        raise Refusal("setup-team-channel")


def _check_private(press: Press, chosen: int) -> None:
    """What waits for the team is posted there at once: members must not read it."""
    association = press.association
    if audience.is_public(association, guild_of(press), chosen):
        raise Refusal("setup-team-public", channel=channel(chosen))
    for other in declared.values():
        is_other = other.control is Control.CHANNEL and other != prefs.ORGANISERS_CHANNEL
        if is_other and association.preferences[other] == chosen:
            what = press.words.plain(f"preference-{other.name}")
            raise Refusal("setup-team-used", channel=channel(chosen), what=what)


def check_role(press: Press, role_id: int | None) -> None:
    """Raise `Refusal` for a role that is gone, everybody's or Discord's own, and for a choice (None: no role any more)
    by which whoever makes it would be an organiser no longer."""
    role = guild_of(press).get_role(role_id) if role_id is not None else None
    if role_id is not None and (role is None or role.is_default() or role.managed):
        raise Refusal("setup-wrong-role")
    own = {held.id for held in getattr(press.interaction.user, "roles", ())}
    if not press.interaction.permissions.manage_guild and role_id not in own:
        raise Refusal("setup-role-locks-out")


async def is_organiser(press: Press, member_id: int) -> bool:
    """Whether somebody manages the server, or has the organisers' role, as Discord says now. Raises `Refusal` when it
    doesn't say."""
    try:
        async with outside():
            found = await guild_of(press).fetch_member(member_id)
    except discord.NotFound:
        return False
    except (Undecided, Undeliverable):
        raise Refusal("setup-discord-slow") from None
    role = press.association.preferences[prefs.ORGANISERS_ROLE]
    return found.guild_permissions.manage_guild or any(held.id == role for held in found.roles)


def standing(guild: discord.Guild, preference: Preference[Any], association: Association) -> int | None:
    """What is chosen and still there: a select can't show a channel or role that is gone."""
    chosen: int | None = association.preferences[preference]
    if chosen is None or preference.control is Control.MEMBER:
        return chosen
    found = guild.get_role(chosen) if preference.control is Control.ROLE else guild.get_channel(chosen)
    return chosen if found is not None else None


def guild_of(press: Press) -> discord.Guild:
    """The server, as the bot sees it. Raises `Refusal` when it doesn't."""
    guild = press.house.client.get_guild(press.association.guild_id)
    if guild is None:
        raise Refusal("kernel-no-association")
    return guild
