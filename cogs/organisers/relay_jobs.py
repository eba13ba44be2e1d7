"""What the rota does when time comes, and when people go: Monday's change, the word before it, leavers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import features
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import TO_CHOOSE, Need, Span
from bot.words.i18n import Words
from cogs.organisers import relay_rules as rules
from cogs.organisers import relay_store as store
from cogs.organisers import relay_turns as turns
from cogs.organisers.relay_letters import end_ask

_WELCOMING: Final = frozenset({"introductions", "prompts"})
"""The features that speak of the host: with both of them off, there is nothing to take turns in."""
UNANSWERED: Final = 14 * DAY
"""How long an ask for the rota waits for its answer, in seconds."""


class Relay:
    """Keeps the rota going round."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(turns.CHANGE, self.change, late=Late.DO))
        house.jobs.register(JobKind(turns.REMIND, self.remind, late=Late.SKIP, grace=3 * DAY, sends=True))
        house.lifecycle.follow(self)
        house.sections.watch_needs(self._nobody)

    async def change(self, association: Association, db: Connection, job: Job, _: Any) -> None:  # noqa: ARG002
        """A week begins: the next one welcomes. Whoever didn't answer is asked no more."""
        for asked in await store.forget_unanswered(db, self._house.clock.now() - UNANSWERED):
            await end_ask(self._house, association, db, asked)
        if turns.agreed(await store.hosts(db)) and not await features.off(db) >= _WELCOMING:
            await turns.take_up(self._house, association, db)
        await turns.plan_ahead(self._house, association, db)

    async def remind(self, association: Association, db: Connection, job: Job, _: Any) -> None:
        """Decide on the next week, which tells whoever has it."""
        monday = date.fromisoformat(job.key)
        if turns.today(self._house, association) < monday and not await features.off(db) >= _WELCOMING:
            await turns.settle(self._house, association, db, monday)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Somebody left: their weeks go to others. Their place stays for when they are back."""
        await turns.reconsider(self._house, association, db)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """They are on the rota again when their place comes up."""

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Whoever is erased is on it no longer."""
        if await store.remove(db, member_id):
            await turns.reconsider(self._house, association, db)

    async def _nobody(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """There is a rota, and nobody on it can welcome this week."""
        db, monday = association.read(), rules.monday_of(turns.today(self._house, association))
        begun = await store.last_turn(db, monday)
        if begun is None or await store.turn(db, monday) is not None:
            return ()
        return [Need(TO_CHOOSE, words("need-relay"), button(words.plain("need-see"), "organisers:relay"))]
