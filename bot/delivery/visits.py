"""Letters that could not be sent are shown to their reader at their next use of the bot: nothing rings, they are here
by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.delivery import journey, letters
from bot.delivery.letter_kinds import LetterKinds
from bot.delivery.letters import State
from bot.delivery.sheets import Sheets
from bot.schedule.clock import Clock
from bot.storage.association import Association


@dataclass(frozen=True, slots=True)
class Visit:
    """Held letters for somebody who is using the bot now, and how they look."""

    letter_ids: tuple[int, ...]
    view: discord.ui.LayoutView


class Visits:
    """What to show to whoever comes by."""

    def __init__(self, clock: Clock, kinds: LetterKinds, sheets: Sheets) -> None:
        self._clock = clock
        self._kinds = kinds
        self._sheets = sheets

    async def next(self, association: Association, member_id: int, *, asks: bool = True) -> Visit | None:
        """What a member who is here can be shown: their matters together, or one ask (not without `asks`). None when
        nothing is held, or all of it has to wait."""
        db, now = association.read(), self._clock.now()
        if not await letters.any_of(db, member_id, State.HELD):
            return None
        reader = await self._kinds.reader(db, member_id, now)
        bundle = self._kinds.bundle(
            letter
            for letter in await self._kinds.speaking(db, await letters.of_member(db, member_id, State.HELD))
            if (asks or not self._kinds.asks(letter))
            and self._kinds.when(association, letter, reader, now, here=True) == now
        )
        sheets = await self._sheets.of(association, bundle)
        said = {sheet.letter.id for sheet in sheets}
        await self._settle(association, [letter.id for letter in bundle if letter.id not in said], State.DROPPED)
        return Visit(tuple(said), self._sheets.layout(association, sheets)) if sheets else None

    async def shown(self, association: Association, visit: Visit) -> None:
        """Note that it reached them."""
        await self._settle(association, visit.letter_ids, State.SENT)

    async def _settle(self, association: Association, letter_ids: Sequence[int], state: State) -> None:
        if not letter_ids:
            return
        async with association.transaction() as db:
            held = [letter.id for letter in await letters.many(db, letter_ids) if letter.state is State.HELD]
            if state is State.SENT:
                await journey.arrived(db, held, self._clock.now())
            else:
                await journey.keep_back(db, held, state)
