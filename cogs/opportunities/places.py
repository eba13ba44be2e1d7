"""Where missions stand on Discord."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import link

CARD: Final = "opportunities:card"
"""The kind of a mission's publication; its ref is the mission's id."""
THREAD: Final = "opportunities:thread"
"""The kind of the private thread of an author and whom they chose; its ref is the raised hand's id."""
DOCUMENT: Final = "mission"
"""The kind of a mission's document in the search."""


async def url(house: House, association: Association, mission_id: int) -> str | None:
    """The address of a mission's card, while it stands."""
    return (await urls(house, association, [mission_id])).get(mission_id)


async def urls(house: House, association: Association, mission_ids: Iterable[int]) -> dict[int, str]:
    """The addresses of the cards of some missions; those that don't stand are left out."""
    standing = await publications.many(association.read(), CARD, list(mission_ids))
    found = {ref: house.publications.url(association, card) for ref, card in standing.items()}
    return {ref: address for ref, address in found.items() if address is not None}


async def conversation_url(house: House, association: Association, db: Connection, mission_id: int) -> str | None:
    """Where questions are asked: the thread under the card, or the card while it has none."""
    standing = await house.publications.get(db, CARD, mission_id)
    if standing is not None and standing.thread_id:
        return link(association.guild_id, standing.thread_id)
    return house.publications.url(association, standing)


def topic(mission_id: int) -> str:
    """What several people are asked together about a mission."""
    return f"mission:{mission_id}"
