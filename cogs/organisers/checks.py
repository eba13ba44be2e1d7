"""What still stands in the way: channels not chosen, gone, or where the bot lacks a permission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.delivery.permissions import Need, missing, needed
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Control, declared
from cogs.organisers.channels import missing as missing_places


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: a chosen channel that is gone (`need` is None), or a permission that is missing in it."""

    channel_id: int
    need: Need | None


def findings(association: Association, guild: discord.Guild) -> list[Finding]:
    """Everything to mend in the channels that are chosen."""
    found: list[Finding] = []
    for preference in declared.values():
        if preference.control is not Control.CHANNEL:
            continue
        channel_id = association.preferences[preference]
        if channel_id is None:
            continue
        channel = guild.get_channel(channel_id)
        if channel is None:
            found.append(Finding(channel_id, None))
            continue
        lacking = missing(channel.permissions_for(guild.me), needed(preference.use, channel))
        found += [Finding(channel_id, need) for need in lacking]
    return found


def visible_to_all(guild: discord.Guild, channel_id: int | None) -> bool:
    """Whether every member of the server sees a channel."""
    channel = guild.get_channel(channel_id) if channel_id else None
    return channel is not None and channel.permissions_for(guild.default_role).view_channel


def still_missing(association: Association) -> Sequence[str]:
    """Names of the preferences without which nothing can open."""
    unnamed = [preference.name for preference in (prefs.NAME, prefs.CONTACT) if not association.preferences[preference]]
    return unnamed + [place.preference.name for place in missing_places(association) if place.must]
