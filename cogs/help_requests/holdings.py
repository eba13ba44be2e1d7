"""What requests for a hand and thanks keep about people, and what goes when its time is over."""

from __future__ import annotations

from typing import Final

from bot.people.register import YEAR, Basis, Holding, Purpose, Until
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import places, posts, store, thanks_store

HELP: Final = Purpose("help", Basis.INTEREST)


def holdings(house: House) -> tuple[Holding, ...]:
    """What is kept. A request takes its card and everybody who had a part in it along."""

    async def forget_requests(association: Association, db: Connection, now: int) -> int:
        over = await store.ended_before(db, now - YEAR)
        for request in over:
            await posts.take_away(house, association, db, request)
            await store.remove(db, request.id)
        return len(over)

    async def forget_thanks(association: Association, db: Connection, now: int) -> int:
        over = await thanks_store.given_before(db, now - YEAR)
        for thanks_id in over:
            await house.publications.take_down(association, db, places.THANKS, thanks_id)
            await thanks_store.forget(db, thanks_id)
        return len(over)

    return (
        Holding("help_requests", ("asker_id",), HELP, Until.CLOSED, keeps=YEAR, purge=forget_requests),
        Holding("help_helpers", ("member_id",), HELP, Until.CLOSED, keeps=YEAR, along="help_requests"),
        Holding("help_asked", ("member_id", "named_by"), HELP, Until.CLOSED, keeps=YEAR, along="help_requests"),
        Holding("helpers", ("member_id",), HELP),
        Holding("helper_subjects", ("member_id",), HELP),
        Holding("thanks", ("giver_id", "receiver_id"), HELP, Until.WRITTEN, keeps=YEAR, purge=forget_thanks),
    )
