"""What others were written that names somebody, or quotes them: it says what is true once they go, or come back."""

from __future__ import annotations

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import letters, people_store, store, thanks_store


async def show(house: House, association: Association, db: Connection, member_id: int) -> None:
    """Show it again, in the caller's transaction; what it says is decided when the edits are sent."""
    await _asks(house, db, member_id)
    await _offers(house, association, db, member_id)
    for thanks_id in await thanks_store.by(db, member_id):
        for key in (str(thanks_id), f"{thanks_id}:why"):
            await house.contact.show_again(db, letters.THANKED, key)


async def _asks(house: House, db: Connection, member_id: int) -> None:
    """Their questions that stand with somebody who said "Ne plus me proposer" (the other questions end elsewhere), and
    what was asked in their name."""
    for request in await store.of_asker(db, member_id):
        await house.contact.show_refused(db, letters.topic(request.id))
    for asked in await people_store.named_by(db, member_id):
        about = await store.get(db, asked.request_id)
        key = letters.opening(about) if about is not None else ""
        await house.contact.show_again(db, letters.ASK, key, to=asked.member_id)


async def _offers(house: House, association: Association, db: Connection, member_id: int) -> None:
    alias = house.lifecycle.alias(association, member_id)
    for request_id in await people_store.takes_part_in(db, member_id):
        await house.contact.show_again(db, letters.OFFER, f"{request_id}:{alias}")
        await house.contact.show_again(db, letters.NO_THREAD, str(request_id))
