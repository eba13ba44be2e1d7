"""That an appeal waits, told in the organisers' channel and among what the team may do this week; and what becomes of
appeals when somebody is erased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.schedule import jobs
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import BROKEN, Need, Span
from bot.words.i18n import Words
from cogs.moderation import act_store, case_store, told_cards
from cogs.moderation.act_rules import Appeal

LINE: Final = "moderation:appeal-line"
"""The kind of the line in the organisers' channel; its reference is the id of the act that the appeal is against."""
WAITS: Final = "moderation:appeal-waits"
"""The kind of job that looks at an appeal that waits, and of the letter to the referent; the key of both is the id of
the act."""
NAMED: Final = 3
"""How many appeals a round-up for the team names, the oldest first."""


async def post(house: House, association: Association, db: Connection, appeal: Appeal) -> bool:
    """Tell the team's channel that an appeal waits, in place of a line that stands already; False without a channel."""
    place = association.preferences[prefs.ORGANISERS_CHANNEL]
    if place is None:
        return False
    await take_down(house, db, appeal)
    await act_store.stands_at(db, appeal.act_id, place, None)
    await house.outbox.put(db, LINE, Operation.POST, channel_id=place, reference={"act": appeal.act_id})
    return True


async def take_down(house: House, db: Connection, appeal: Appeal) -> None:
    """Its line doesn't stand any more."""
    place, message = appeal.line_channel_id, appeal.line_message_id
    if place is not None and message is not None:
        await house.outbox.put(db, LINE, Operation.DELETE, channel_id=place, message_id=message)
        await act_store.stands_at(db, appeal.act_id, None, None)


class AppealLines:
    """The line, what follows when it can't stand anywhere, and when people go."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(LINE, self._render, self._sent, self._failed, unheld=True))
        house.sections.watch_needs(self._needs)
        house.lifecycle.follow(self)

    async def follow(self, association: Association) -> None:
        """Another channel may be the team's: what waits is said there."""
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        waiting = await act_store.waiting(association.read())
        if place is None or all(appeal.line_channel_id == place for appeal in waiting):
            return
        async with association.transaction() as db:
            for appeal in await act_store.waiting(db):
                if appeal.line_channel_id != place:
                    await post(self._house, association, db, appeal)
        await self._house.outbox.send_now(association)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        db, act_id = association.read(), int(row.reference["act"])
        entry, appeal = await case_store.entry(db, act_id), await act_store.get(db, act_id)
        if entry is None or appeal is None or appeal.decision is not None:
            return None
        return Rendered(told_cards.waiting(association.words, entry, appeal))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        """Note where it stands, one an appeal; that of an appeal that is over by now goes again."""
        if row.operation is not Operation.POST or sent.message_id is None:
            return
        appeal = await act_store.get(db, int(row.reference["act"]))
        if appeal is None or appeal.decision is not None:
            place, message = sent.channel_id, sent.message_id
            await self._house.outbox.put(db, LINE, Operation.DELETE, channel_id=place, message_id=message)
            return
        if appeal.line_message_id != sent.message_id:
            await take_down(self._house, db, appeal)
        await act_store.stands_at(db, appeal.act_id, sent.channel_id, sent.message_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        """The team's channel is gone, or closed to us: the referent doesn't wait until the team could have looked."""
        if row.operation is Operation.POST and reason != "dropped":
            due, key = self._house.clock.now(), str(row.reference["act"])
            await jobs.plan(db, WAITS, key, due_at=due, payload={"unsaid": True})

    async def _needs(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        return [
            Need(
                BROKEN,
                words("need-appeal", number=appeal.act_id),
                button(words.plain("appeals-open"), custom_id("moderation:appeal_open", appeal.act_id)),
            )
            for appeal in (await act_store.waiting(association.read()))[:NAMED]
        ]

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """An appeal is decided on all the same: its author may be back."""

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Nothing was hidden."""

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """What they said goes."""
        for appeal in await act_store.of_member(db, member_id):
            await take_down(self._house, db, appeal)
        await act_store.forget_words_of(db, member_id)
