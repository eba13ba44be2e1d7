"""Before every act of a member: it is noted on which day they were last here, and who rests is asked whether they are
back."""

from __future__ import annotations

import logging
import sqlite3
from typing import Final

from bot.errors import Refusal
from bot.logs import fields
from bot.people import presence
from bot.ui.house import House
from bot.ui.press import Press

log = logging.getLogger(__name__)

OPEN_AT_REST: Final = frozenset({"kernel", "privacy", "guide", "moderation"})
"""What somebody who rests can use: their own data, help, a word to the team."""
TEAM_AT_REST: Final = OPEN_AT_REST | {"organisers"}
"""And an organiser: there may be no other who can suspend everything."""


def watch(house: House) -> None:
    """Ask at every press from now on."""
    house.gates.add(note_seen)
    house.gates.add(refuse_at_rest)


async def note_seen(press: Press) -> None:
    """Once a day and member. That it can't be noted (a full disk) is no reason to refuse anything."""
    today = presence.day_of(press.now())
    if press.member is None or press.member.seen_on == today.isoformat():
        return
    try:
        async with press.association.transaction() as db:
            await presence.note(db, press.user_id, today)
    except sqlite3.Error:
        log.warning("not noted as seen", extra=fields(guild=press.association.guild_id))


async def refuse_at_rest(press: Press) -> None:
    """Raise `Refusal` for somebody who rests, with one tap to be back."""
    open_to_them = TEAM_AT_REST if press.is_organiser else OPEN_AT_REST
    if press.member is not None and press.member.resting and press.feature not in open_to_them:
        raise Refusal("privacy-at-rest", offers=("privacy:return",))
