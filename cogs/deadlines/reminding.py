"""The daily look: whoever follows a topic is reminded of what falls due, each reminder once.

What was missed (a week of downtime, a date that organisers typed or corrected late) comes as one reminder, the newest,
and only while the deadline is not past. It leaves in quiet hours' order like every matter of theirs.
"""

from __future__ import annotations

from datetime import time
from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State as Went
from bot.schedule import jobs
from bot.schedule.jobs import Job, JobKind, Late
from bot.schedule.occurrences import Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.i18n import Words
from cogs.deadlines import due, letter_cards, staleness, store
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.due import Reminder
from cogs.deadlines.entries import Deadline
from cogs.deadlines.following import REMINDER
from cogs.deadlines.store import Written

LOOK: Final = "deadlines:look"
MORE: Final = "deadlines:more"
AT: Final = time(9, 0)
"""When it is looked, where the association is: outside quiet hours, and early enough for something to be done."""
AT_ONCE: Final = 10
"""Reminders that one transaction writes: others act in between."""


class Reminding:
    """Writes reminders, and says what they say when they are read."""

    def __init__(self, house: House) -> None:
        self._house = house
        daily = Recurring(Rhythm(Unit.DAYS, AT), always=True)
        house.jobs.register(JobKind(LOOK, self.look, late=Late.DO, recurs=daily))
        house.jobs.register(JobKind(MORE, self.remind, late=Late.DO))
        house.contact.register(LetterKind(REMINDER, Weight.MATTER, self._render))

    # The look

    async def look(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Remind members, tell organisers what nobody checks. It rests while organisers hold everything; what is due
        then is due afterwards."""
        if not association.preferences[prefs.SUSPENDED]:
            here = await dates(self._house, association, db)
            await staleness.tell(self._house, association, db, here)
            await self.remind(association, db, job, None)

    async def remind(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Write some reminders, and the rest in the next transaction."""
        if association.preferences[prefs.SUSPENDED]:
            return
        here, room = await dates(self._house, association, db), AT_ONCE
        found = here.coming(await store.followed(db))
        for one in due.newest(found, due.looked_at(here.today, here.quiet)):
            room -= await self._write(association, db, one, since=one.follows_before(here.quiet), most=room)
            if not room:
                await jobs.plan(db, MORE, "", due_at=self._house.clock.now())
                return

    async def _write(self, association: Association, db: Connection, one: Reminder, *, since: int, most: int) -> int:
        """Write one reminder to those who should get it, as many as there is room for; to how many."""
        deadline, now = one.deadline, self._house.clock.now()
        topic, ref, day = deadline.topic.id, deadline.ref, deadline.day.first
        readers = await store.to_remind(db, topic, ref, day, one.days_before, since=since, most=most)
        for member_id in readers:
            number = await store.write_reminder(db, member_id, topic, ref, day, one.days_before, now)
            await self._house.contact.write(association, db, member_id, REMINDER, str(number))
        return len(readers)

    # What letters say

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        written = await store.reminder(db, int(letter.key))
        if written is None:
            return None
        here, words = await dates(self._house, association, db), association.words_in(letter.language)
        deadline = here.named(written.deadline, written.day)
        answered = await self._answered(association, words, here, written, deadline)
        if letter.state is not Went.SENT:  # it is about to go, if there is still something to say
            if answered or deadline is None or not _holds(here, written, deadline):
                return None
        elif answered:
            return answered
        elif deadline is None or not here.shows(deadline.entry):
            return Piece(letter_cards.gone(words))
        return Piece(letter_cards.reminder(words, deadline, written.id, here.where, association.guild_id))

    async def _answered(
        self, association: Association, words: Words, here: Dates, written: Written, deadline: Deadline | None
    ) -> Piece | None:
        """What stands in place of a reminder that its reader answered."""
        db, member_id = association.read(), written.member_id
        topic = here.topic_name(written.topic, words.language)
        title = deadline.title(words.language) if deadline is not None else topic
        if written.topic not in await store.topics_of(db, member_id):
            return Piece(letter_cards.stopped(words, title, topic, written.id, association.guild_id))
        if await store.is_done(db, member_id, written.deadline):
            return Piece(letter_cards.done(words, title, written.id, association.guild_id))
        return None


def _holds(here: Dates, written: Written, deadline: Deadline) -> bool:
    """Whether a reminder is still the one to send: of this date, not past, and not followed by a nearer one."""
    if not here.shows(deadline.entry) or deadline.day.first != written.day or deadline.day.last < here.today:
        return False
    newest = next(due.newest([deadline], due.looked_at(here.today, here.quiet)), None)
    return newest is not None and newest.days_before == written.days_before
