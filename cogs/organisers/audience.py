"""Who sees a channel: members, or only the team. A server may show its rooms to everybody, or only to whoever was given
a role."""

from __future__ import annotations

import discord

from bot.storage import preferences as prefs
from bot.storage.association import Association
from cogs import introductions


def is_public(association: Association, guild: discord.Guild, channel_id: int | None) -> bool:
    """Whether members see a channel: everybody, or whoever has a role by which one is a member here."""
    seen_by = _seen_by(guild, channel_id)
    return bool(seen_by & {guild.default_role.id, *_roles_of_members(association, guild)})


def is_hidden(association: Association, guild: discord.Guild, channel_id: int | None) -> bool:
    """Whether some members don't see a channel that there is."""
    there = channel_id is not None and guild.get_channel(channel_id) is not None
    return there and not _roles_of_members(association, guild) <= _seen_by(guild, channel_id)


def _roles_of_members(association: Association, guild: discord.Guild) -> set[int]:
    """By what one is a member: being on the server; where newcomers don't see the introductions yet, each role that
    shows them and isn't the team's."""
    everybody = guild.default_role.id
    seen_by = _seen_by(guild, association.preferences[introductions.CHANNEL])
    team = {role.id for role in guild.roles if role.permissions.administrator or role.permissions.manage_guild}
    roles = seen_by - team - {association.preferences[prefs.ORGANISERS_ROLE]}
    return roles if roles and everybody not in roles else {everybody}


def _seen_by(guild: discord.Guild, channel_id: int | None) -> set[int]:
    """The roles of people, that of everybody included, which show a channel."""
    channel = guild.get_channel(channel_id) if channel_id else None
    if channel is None:
        return set()
    return {role.id for role in guild.roles if not role.managed and channel.permissions_for(role).view_channel}
