"""What becomes of somebody's coffees when they leave, come back, or want everything gone: of their matches, of the
threads that stand, and of what others were written about them."""

from __future__ import annotations

from bot.delivery import letters
from bot.delivery.letters import Letter
from bot.delivery.letters import State as Went
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import match_store, own_letters, people_store, rematching, talk_letters, threads, turns


class Leavers:
    """What becomes of somebody's coffees when they leave, come back, or want everything gone."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)
        house.restrictions.watch("matchmaking", self.closed)
        house.lifecycle.watch_objections(self.closed)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """As if they had said that they can't; what stands doesn't name them any more."""
        await self._leave(association, db, member_id)
        await self._show(association, db, member_id)

    async def closed(self, association: Association, db: Connection, member_id: int) -> None:
        """The same for somebody to whom the team closed coffee for a time, or who objects to being brought together
        with others; how they take part stays as it is."""
        await self._leave(association, db, member_id)
        await turns.leave_out(db, member_id)

    async def _leave(self, association: Association, db: Connection, member_id: int) -> None:
        for match in await match_store.open_of_member(db, member_id):
            if not rematching.met(match):
                await rematching.leave(self._house, association, db, match, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """What stands names them again; what they are no longer in goes on without them."""
        await self._show(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """The same; a thread that nobody else is in goes with them."""
        await self.gone(association, db, member_id)
        for match in await match_store.standing_of(db, member_id):
            if all(seat.member_id in {None, member_id} for seat in match.seats):
                await threads.remove(self._house, db, match)

    async def _show(self, association: Association, db: Connection, member_id: int) -> None:
        for match in await match_store.standing_of(db, member_id):
            await threads.show(self._house, association, db, match.id)
        for letter in [*await _of_coffees(db, member_id), *await _of_wishes(db, member_id)]:
            await self._house.contact.reword(db, letter)


_WENT = (Went.SENDING, Went.SENT, Went.DROPPED)
"""The states of letters that may stand somewhere, or soon will."""


async def _of_coffees(db: Connection, member_id: int) -> list[Letter]:
    """What the others were written about coffees with somebody, and about those that led to them."""
    about: dict[int, set[int]] = {}
    for match in await match_store.of_member(db, member_id):
        for other in [one for seat in match.seats if (one := seat.member_id) is not None and one != member_id]:
            same_round = await match_store.of_member_in(db, match.round_id or 0, other)
            about.setdefault(other, set()).update({match.id, *(found.id for found in same_round)})
    return [
        letter
        for reader, match_ids in about.items()
        for letter in await letters.of_member(db, reader, *_WENT)
        if letter.kind in talk_letters.NAMING and talk_letters.match_id(letter) in match_ids
    ]


async def _of_wishes(db: Connection, member_id: int) -> list[Letter]:
    """What others were written of somebody's wishes to meet again."""
    wished = await people_store.wishes_of(db, member_id)
    found = [await letters.named(db, one.other_id, own_letters.AGAIN, str(one.id)) for one in wished]
    return [letter for letter in found if letter is not None and letter.state in _WENT]
