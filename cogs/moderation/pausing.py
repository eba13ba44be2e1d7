"""What is closed to somebody stays closed, whichever way they come; what takes back what is theirs is open."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import Refusal
from bot.people import restrictions
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import moment


class Pauses:
    """Stands between somebody and a feature that the team closed to them."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.gates.add(self._gate)

    async def _gate(self, press: Press) -> None:
        """Raise `Refusal` that says until when, and the way to what was decided."""
        db, alias = press.association.read(), self._house.lifecycle.alias(press.association, press.user_id)
        closed = await restrictions.of(db, alias, press.now())
        if closed and press.member is not None:
            await self._recognise(press, alias, closed)
        until = closed.get(press.feature)
        if until is not None and not press.leaves:
            raise Refusal("restricted-feature", offers=("moderation:about_me",), until=moment(until, "f"))

    async def _recognise(self, press: Press, alias: str, closed: Mapping[str, int]) -> None:
        """Whoever erased themselves and is back is who they were."""
        if closed.items() - (await restrictions.of_member(press.association.read(), press.user_id)).items():
            async with press.association.transaction() as db:
                await restrictions.recognise(db, alias, press.user_id)
