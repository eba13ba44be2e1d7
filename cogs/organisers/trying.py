"""Trying it out: the panels as they would be posted, in a channel that only the team sees; and away again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import discord

from bot.delivery.discord_calls import outside
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.delivery.permissions import NEEDS, Need, missing
from bot.errors import Refusal
from bot.storage import meta, panels
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.panels import Standing
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import channel
from cogs.organisers import audience, checks
from cogs.organisers import checking_cards as cards
from cogs.organisers.channels import making, own_category, places, private
from cogs.organisers.choosing import guild_of, picked

KIND: Final = "organisers:trial"
TRIAL: Final = "trial"
"""The fact that says where a try stands, and whether its channel was made for it."""
NOTE: Final = "note"
"""The message above the panels of a try."""
_PREFIX: Final = "trial:"
_MADE: Final = "made"


@dataclass(frozen=True, slots=True)
class Trial:
    """A try that stands in a channel; `made`: which was made for it."""

    channel_id: int
    made: bool


async def standing(db: Connection) -> Trial | None:
    """The try that stands, or None."""
    place, _, made = (await meta.get(db, TRIAL) or "").partition(" ")
    return Trial(int(place), made == _MADE) if place else None


class Trying:
    """What the messages of a try show, and where they came to stand."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(KIND, self._render, self._sent))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        db, name = association.read(), row.reference.get("name")
        if await standing(db) is None:
            return None
        if name == NOTE:
            return Rendered(cards.trial_note(association.words, opened=await self._house.panels.is_open(db)))
        built = [place.panel for place in places(association) if place.panel and place.preference.name == name]
        return Rendered(built[0](association)) if built else None

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        if row.operation is not Operation.POST or sent.message_id is None:
            return
        if await standing(db) is None:  # it ended while this was on its way
            await _remove(self._house, db, sent.channel_id, sent.message_id)
            return
        name = f"{_PREFIX}{row.reference['name']}"
        await panels.put(db, Standing(name, sent.channel_id, sent.channel_id, sent.message_id, ""))


@action("organisers:trial")
async def show(press: Press) -> None:
    """Where the try stands, or where it could."""
    press.require_organiser()
    db = press.association.read()
    trial = await standing(db)
    place = guild_of(press).get_channel(trial.channel_id) if trial is not None else None
    opened, held = await press.house.panels.is_open(db), press.association.preferences[prefs.SUSPENDED]
    view = cards.trial(press.words, place.id if place is not None else None, opened=opened, held=held)
    await press.show(view)


@action("organisers:trial_create")
async def create(press: Press) -> None:
    """Make a channel that only the team sees, and begin there."""
    press.require_organiser()
    await press.defer()
    guild, words = guild_of(press), press.association.words
    _check_everywhere(press, guild)
    async with making(guild, press.words):
        if not await _stands(press):
            category, name = await own_category(guild, words), words.plain("setup-trial-name")
            overwrites = private(press, guild)
            async with outside():
                made = await guild.create_text_channel(name, category=category, overwrites=overwrites)
            await _begin(press, Trial(made.id, made=True))
    await show(press)


@action("organisers:trial_in")
async def choose(press: Press) -> None:
    """Begin in a channel that there is, as long as members don't see it."""
    press.require_organiser()
    await press.defer()
    place = guild_of(press).get_channel(picked(press))
    if not isinstance(place, discord.TextChannel):
        raise Refusal("setup-wrong-channel")
    _check_place(press, place)
    if not await _stands(press):
        await _begin(press, Trial(place.id, made=False))
    await show(press)


@action("organisers:trial_end")
async def end(press: Press) -> None:
    """Take everything away again: the channel that was made for it, or the messages."""
    press.require_organiser()
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        trial = await standing(db)
        await meta.drop(db, TRIAL)
        for panel in await panels.everywhere(db):
            if panel.name.startswith(_PREFIX):
                await panels.remove(db, panel.name)
                if trial is None or not trial.made:
                    await _remove(press.house, db, panel.channel_id, panel.message_id)
    await press.house.outbox.send_now(association)
    await press.show(cards.trial_over(press.words, await _left(press, trial)))


def _check_everywhere(press: Press, guild: discord.Guild) -> None:
    """In a channel that is made for it, the bot has what it has in the whole server."""
    for need in missing(guild.me.guild_permissions, NEEDS["messages"]):
        raise Refusal("setup-trial-lacks-all", permission=_name(press, need), bot=guild.me.display_name)


def _check_place(press: Press, place: discord.TextChannel) -> None:
    if audience.is_public(press.association, place.guild, place.id):
        raise Refusal("setup-trial-public", channel=channel(place.id))
    for need in checks.lacking(place, NEEDS["messages"]):
        bot = place.guild.me.display_name
        raise Refusal("setup-trial-lacks", channel=channel(place.id), permission=_name(press, need), bot=bot)


def _name(press: Press, need: Need) -> str:
    return press.words.plain(f"permission-{need.permission}")


async def _stands(press: Press) -> bool:
    """Whether a try stands in a channel that is still there."""
    trial = await standing(press.association.read())
    return trial is not None and guild_of(press).get_channel(trial.channel_id) is not None


async def _begin(press: Press, trial: Trial) -> None:
    association, house = press.association, press.house
    names = [NOTE, *(place.preference.name for place in places(association) if place.panel)]
    async with association.transaction() as db:
        await meta.put(db, TRIAL, f"{trial.channel_id} {_MADE if trial.made else ''}")
        for name in names:
            await house.outbox.put(db, KIND, Operation.POST, channel_id=trial.channel_id, reference={"name": name})
    await house.outbox.send_now(association)


async def _remove(house: House, db: Connection, channel_id: int, message_id: int) -> None:
    await house.outbox.put(db, KIND, Operation.DELETE, channel_id=channel_id, message_id=message_id)


async def _left(press: Press, trial: Trial | None) -> int | None:
    """Remove the channel that was made; its id where Discord doesn't let that happen."""
    place = guild_of(press).get_channel(trial.channel_id) if trial is not None and trial.made else None
    if place is None:
        return None
    try:
        async with making(place.guild, press.words), outside():
            await place.delete()
    except Refusal:
        return place.id
    return None
