"""The referent: whoever is named hears so and may say no; the team hears when there is none any more."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State
from bot.errors import Refusal
from bot.people import members
from bot.schedule.clock import DAY
from bot.storage import preference_changes
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import choose
from bot.ui.actions import action, leaving
from bot.ui.house import House
from bot.ui.press import Press
from cogs.moderation import letter_cards, people
from cogs.moderation.preferences import REFERENT

NAMED: Final = "moderation:referent"
OVER: Final = "moderation:referent-over"
"""The kinds of letter: they are the referent, they were; the key is when that was decided (UTC seconds)."""
REMEMBERED: Final = 50
"""Changes among which the one before is looked for."""


@action("moderation:decline")
@leaving
async def decline(press: Press) -> None:
    """Be it no longer; the team hears so."""
    house, association = press.house, press.association
    if association.preferences[REFERENT] != press.user_id:
        raise Refusal("moderation-not-referent")
    async with association.transaction() as db:
        association.expect_changes()
        await choose(db, house.clock, REFERENT, None, by=press.user_id)
        await house.reports(association, db, "report-moderation-referent")
    house.client.dispatch("preferences_changed", association)
    await press.answer("moderation-declined")
    await house.outbox.send_now(association, patience=0)


async def is_lost(house: House, association: Association) -> bool:
    """Whether nobody is the referent any more whom the team had chosen. Raises `Undecided`."""
    if association.preferences[REFERENT] is not None:
        return await people.referent(house, association) is None
    change = await preference_changes.last_of(association.read(), REFERENT.name)
    return change is not None and change.before is not None and change.by_id == change.before


async def miss(house: House, association: Association, db: Connection, member_id: int) -> None:
    """Somebody goes: when they were the referent, the team hears that there is none, in the caller's transaction."""
    known = await members.get(db, member_id)
    if association.preferences[REFERENT] == member_id and known is not None and known.accepted:
        await house.reports(association, db, "report-moderation-referent")


class Referents:
    """Tells whoever becomes the referent, and whoever was."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(NAMED, Weight.MATTER, self._named, counted=False))
        house.contact.register(LetterKind(OVER, Weight.MATTER, self._over))

    async def follow(self, association: Association) -> None:
        """The team may have chosen another one."""
        change = await preference_changes.last_of(association.read(), REFERENT.name)
        if change is None or self._house.clock.now() - change.at > DAY:
            return
        async with association.transaction() as db:
            if change.after is not None:
                await self._house.contact.write(association, db, change.after, NAMED, str(change.at))
            if change.before is not None and change.before != change.by_id:
                await self._end(association, db, change.before, str(change.at))
        await self._house.outbox.send_now(association, patience=0)

    async def _end(self, association: Association, db: Connection, member_id: int, key: str) -> None:
        """Whoever never heard that they were it doesn't hear that they are not."""
        changes = await preference_changes.newest(db, REMEMBERED)
        begun = [str(one.at) for one in changes if one.name == REFERENT.name and one.after == member_id]
        told = [await letters.named(db, member_id, NAMED, since) for since in begun]
        if told and told[0] is not None and told[0].state in {State.WAITING, State.HELD}:
            await self._house.contact.take_back(association, db, member_id, NAMED, begun[0])
        else:
            await self._house.contact.write(association, db, member_id, OVER, key)

    async def _named(self, association: Association, letter: Letter) -> Piece | None:
        if association.preferences[REFERENT] != letter.member_id:
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.named_referent(words, association.name, association.guild_id))

    async def _over(self, association: Association, letter: Letter) -> Piece | None:
        if association.preferences[REFERENT] == letter.member_id:
            return None
        return Piece([association.words_in(letter.language)("moderation-letter-referent-over")])
