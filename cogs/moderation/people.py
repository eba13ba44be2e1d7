"""Who is who in a case: somebody as it knows them, who is of the team, who is the referent."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable
from bot.delivery.outside import outside, towards_somebody
from bot.people import members
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.press import Press
from cogs.moderation import case_store
from cogs.moderation.names import is_named
from cogs.moderation.preferences import REFERENT
from cogs.moderation.rules import Case, Reader, Role, Someone, is_namesake, may_be_told

_ASKED_AT_ONCE: Final = 100
"""People of whom Discord tells in one answer."""


def someone(house: House, association: Association, member_id: int) -> Someone:
    """A person as a case keeps them."""
    return Someone(member_id, house.lifecycle.alias(association, member_id))


async def noted(house: House, association: Association, db: Connection, member_id: int) -> Someone:
    """The same, with a row to refer to: of somebody who accepted nothing, the id alone is kept."""
    await members.name(db, member_id, house.clock.now())
    return someone(house, association, member_id)


async def reader_of(press: Press) -> Reader:
    """Who presses, with the rights that they have at this moment; in a direct message Discord is asked for them."""
    user = press.interaction.user
    if press.interaction.guild_id is None:
        found = await reader(press.house, press.association, user.id)
        if found is not None:
            return found
    return _reader(press.house, press.association, user, organiser=press.is_organiser)


async def reader(house: House, association: Association, member_id: int) -> Reader | None:
    """Somebody as Discord says at this moment; None when they are not on the server, or a bot. Raises `Undecided`."""
    guild = house.client.get_guild(association.guild_id)
    if guild is None:
        raise Undecided("guild unavailable")
    try:
        async with towards_somebody():
            found = await guild.fetch_member(member_id)
    except Undeliverable:
        return None
    return None if found.bot else _of_guild(house, association, found)


def _of_guild(house: House, association: Association, found: discord.Member) -> Reader:
    role = association.preferences[prefs.ORGANISERS_ROLE]
    organiser = found.guild_permissions.manage_guild or any(own.id == role for own in found.roles)
    return _reader(house, association, found, organiser=organiser)


def _reader(house: House, association: Association, user: discord.User | discord.Member, *, organiser: bool) -> Reader:
    names = (user.display_name, user.global_name or "", user.name)
    referent = not organiser and association.preferences[REFERENT] == user.id
    return Reader(user.id, house.lifecycle.alias(association, user.id), organiser, referent, names)


async def referent(house: House, association: Association) -> Reader | None:
    """The member to whom goes what nobody took: chosen in set-up, here, among us, and not of the team."""
    chosen = association.preferences[REFERENT]
    if chosen is None:
        return None
    known = await members.get(association.read(), chosen)
    if known is None or not known.accepted:
        return None
    found = await reader(house, association, chosen)
    return found if found is not None and found.referent else None


async def namesakes(house: House, association: Association, said: str) -> list[Reader]:
    """Those of the team, or the referent, who are called as a word of a text at this moment."""
    return [one for one in await _team(house, association) if is_named(said, one.names)]


async def _team(house: House, association: Association) -> list[Reader]:
    """The team and the referent, as far as Discord says: all of them where the bot may see its members, else those whom
    it knows. Whoever is missing is compared when they open a case."""
    guild = house.client.get_guild(association.guild_id)
    if guild is None:
        return []
    try:
        async with outside():
            if house.settings.members_intent:
                here = [one async for one in guild.fetch_members(limit=None)]
            else:
                known = [guild.owner_id or 0, *await case_store.known_team(association.read())][:_ASKED_AT_ONCE]
                here = await guild.query_members(user_ids=known, limit=_ASKED_AT_ONCE)
    except (Undecided, Undeliverable, discord.HTTPException, discord.ClientException):
        return []
    found = [_of_guild(house, association, one) for one in here if not one.bot]
    return [one for one in found if one.organiser or one.referent]


async def recognise(press: Press, case: Case, reader: Reader) -> None:
    """Remember that somebody is called as a word of a report, from the first time that it is closed to them for that:
    another name opens nothing."""
    if not is_namesake(case, reader) or case.has(reader.alias, Role.NAMESAKE, Role.READER):
        return
    async with press.association.transaction() as db:
        who = await noted(press.house, press.association, db, reader.id)
        await case_store.put(db, case.id, Role.NAMESAKE, who)


async def goes_to(house: House, association: Association, case: Case) -> Reader | None:
    """The referent, where this case may go to them."""
    found = await referent(house, association)
    return found if found is not None and may_be_told(case, found) else None
