"""What introductions do when time comes: see that a human answers each of them."""

from __future__ import annotations

from bot.delivery.activity import answered
from bot.delivery.outbox import Operation
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.introductions import store
from cogs.introductions.posts import NOTE, UNANSWERED


class Unanswered:
    """An introduction without an answer from a person gives organisers one line, once. A welcome by the bot is no
    answer."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(UNANSWERED, self.decide, gather=self.gather, late=Late.SKIP, grace=7 * DAY))

    async def gather(self, association: Association, job: Job) -> bool:
        """Whether somebody else wrote in the card's thread, or replied to the card."""
        standing = await store.by_message(association.read(), int(job.key))
        if standing is None or standing.message_id is None or standing.channel_id is None:
            return True
        client = self._house.client

        def by_author(member_id: int) -> bool:
            return member_id == standing.member_id

        looked = [await answered(client, standing.thread_id, not_by=by_author)] if standing.thread_id else []
        if not standing.forum:
            looked.append(await answered(client, standing.channel_id, to=standing.message_id, not_by=by_author))
        return any(looked) or all(found is None for found in looked)  # what can't be seen is nobody's fault

    async def decide(self, association: Association, db: Connection, job: Job, has_answer: bool) -> None:
        """Write the line, unless the introduction was answered or withdrawn."""
        standing = await store.by_message(db, int(job.key))
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if has_answer or standing is None or place is None:
            return
        await self._house.outbox.put(
            db,
            NOTE,
            Operation.POST,
            channel_id=place,
            reference={"place": standing.place, "message": standing.message_id},
        )
