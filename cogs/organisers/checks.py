"""What stands in the way, and how it is mended: channels not chosen, gone, or where the bot lacks a permission."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.delivery.permissions import Need, missing, needed
from bot.storage import features
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Control, declared
from cogs.organisers.channels import missing as missing_places

_SEEING: Final = "view_channel"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: a chosen channel that is gone (`need` is None), or a permission that is missing in it. With
    `here`, the channel's own settings mend it; else those of the bot's role, for the whole server. `forum`: Discord
    calls some permissions otherwise there."""

    channel_id: int
    need: Need | None
    here: bool = True
    forum: bool = False

    @property
    def must(self) -> bool:
        """Whether nothing can be published before it is mended."""
        return self.need is None or self.need.must


def findings(association: Association, guild: discord.Guild) -> list[Finding]:
    """Everything to mend in the channels that are chosen, each thing once."""
    found: dict[tuple[int, str], Finding] = {}
    for preference in declared.values():
        used = preference.control is Control.CHANNEL and features.is_on(association, preference.feature)
        channel_id = association.preferences[preference] if used else None
        for finding in _in_channel(guild, channel_id, preference.use) if channel_id is not None else ():
            key = (finding.channel_id, finding.need.permission if finding.need else "")
            if key not in found or finding.must:
                found[key] = finding
    return list(found.values())


def _in_channel(guild: discord.Guild, channel_id: int, use: str) -> Iterator[Finding]:
    channel = guild.get_channel(channel_id)
    if channel is None:
        yield Finding(channel_id, None)
        return
    for need in lacking(channel, needed(use, channel)):
        yield Finding(channel_id, need, _is_mended_here(channel, need), isinstance(channel, discord.ForumChannel))


def lacking(channel: discord.abc.GuildChannel, needs: tuple[Need, ...]) -> Iterable[Need]:
    """What the bot lacks in a channel. One that it can't see gives it nothing else either: that comes first."""
    found = missing(channel.permissions_for(channel.guild.me), needs)
    return [need for need in found if need.permission == _SEEING] or found


def _is_mended_here(channel: discord.abc.GuildChannel, need: Need) -> bool:
    """Whether the channel takes the permission away, so that giving it to the bot's role would not do. A bot without a
    role of its own gets it in the channel too."""
    me = channel.guild.me
    people: list[discord.Role | discord.Member] = [*me.roles, me]
    taken = [getattr(channel.overwrites_for(target), need.permission) is False for target in people]
    return any(taken) or channel.guild.self_role is None


def still_missing(association: Association) -> Sequence[str]:
    """Names of the preferences without which nothing can open."""
    unnamed = [preference.name for preference in (prefs.NAME, prefs.CONTACT) if not association.preferences[preference]]
    return unnamed + [place.preference.name for place in missing_places(association) if place.must]
