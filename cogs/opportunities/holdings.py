"""What missions keep about people, and what goes when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.people.register import YEAR, Basis, Holding, Purpose, Until
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.i18n import Words
from cogs.opportunities import cards, posts, store
from cogs.opportunities.rules import Contact, Kind

MISSIONS: Final = Purpose("missions", Basis.INTEREST)


def holdings(house: House) -> tuple[Holding, ...]:
    """What is kept. A mission takes its card and everybody who had to do with it along."""

    async def forget_missions(association: Association, db: Connection, now: int) -> int:
        over = await store.closed_before(db, now - YEAR)
        for mission in over:
            await posts.take_away(house, association, db, mission)
            await store.remove(db, mission.id)
        return len(over)

    name = _called(house)
    return (
        Holding(
            "missions",
            ("author_id", "filled_by"),
            MISSIONS,
            Until.CLOSED,
            keeps=YEAR,
            purge=forget_missions,
            coded=("kind", "trade", "zone", "contact"),
            name=name,
        ),
        Holding("mission_interest", ("member_id",), MISSIONS, Until.CLOSED, keeps=YEAR, along="missions"),
        Holding("mission_named", ("member_id", "named_by"), MISSIONS, Until.CLOSED, keeps=YEAR, along="missions"),
        Holding("mission_told", ("member_id",), MISSIONS, Until.CLOSED, keeps=YEAR, along="missions"),
        Holding("mission_alerts", ("member_id",), MISSIONS),
        Holding("mission_alert_choices", ("member_id",), MISSIONS, coded=("code",), name=name),
    )


def _called(house: House) -> Callable[[str, str], str]:
    """What a code of ours is called: a kind's, a contact's, a trade's, a place's."""

    def name(code: str, language: str) -> str:
        words, catalogue = Words(language), house.catalogue
        if code in set(Kind):
            return cards.kind_name(words, Kind(code))
        if code in set(Contact):
            return words.plain(f"mission-form-contact-{code}")
        return catalogue.trade_label(code, language) or cards.place_name(words, catalogue, code) or code

    return name
