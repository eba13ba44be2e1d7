"""What stands in no way of publishing, and yet is probably not meant: a team that everybody reads, a room that not
everybody can enter, a role that is gone."""

from __future__ import annotations

import discord

from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.words.i18n import Words
from bot.words.text import Safe, channel
from cogs.organisers import audience


def cautions(association: Association, guild: discord.Guild, words: Words) -> list[Safe]:
    """Each of them, in a sentence."""
    team, threads = (association.preferences[chosen] for chosen in (prefs.ORGANISERS_CHANNEL, prefs.THREADS_CHANNEL))
    found = []
    if audience.is_public(association, guild, team):
        found.append(words("setup-organisers-visible", channel=channel(team or 0)))
    if audience.is_hidden(association, guild, threads):
        found.append(words("setup-threads-hidden", channel=channel(threads or 0)))
    if is_role_gone(association, guild):
        found.append(words("setup-role-gone"))
    return found


def is_role_gone(association: Association, guild: discord.Guild) -> bool:
    """Whether the role that makes organisers was deleted on Discord."""
    role = association.preferences[prefs.ORGANISERS_ROLE]
    return role is not None and guild.get_role(role) is None
