"""Entries that nobody has compared with their source for long: organisers are told, then once a month at most; whoever
follows such a topic is told that no reminder comes."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.schedule import jobs
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import meta
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.deadlines import checking_cards, letter_cards, store
from cogs.deadlines.standing import Dates, dates

STALE: Final = "deadlines:stale"
"""The kind of the line to organisers."""
UNSURE: Final = "deadlines:unsure"
"""The kind of the letter to followers, and of the job that writes it to some of them; its key names the topic, and
since when."""
AGAIN: Final = 30 * DAY
"""After how long organisers are told again, in seconds."""
AT_ONCE: Final = 100
"""Letters that one transaction writes."""
_TOLD: Final = "deadlines-stale-told"
_TOLD_OF: Final = "deadlines-unsure"


async def tell(house: House, association: Association, db: Connection, here: Dates) -> None:
    """Say what has to be checked, to those who haven't been told yet."""
    await _tell_organisers(house, association, db, here)
    for topic, since in here.unsure_since.items():
        if await meta.note_once(db, f"{_TOLD_OF}-{_key(topic, since)}"):
            await jobs.plan(db, UNSURE, _key(topic, since), due_at=house.clock.now(), payload={"after": 0})


async def _tell_organisers(house: House, association: Association, db: Connection, here: Dates) -> None:
    place, now = association.preferences[prefs.ORGANISERS_CHANNEL], house.clock.now()
    if not here.stale:
        await meta.drop(db, _TOLD)
        return
    told = await meta.get(db, _TOLD)
    if place is not None and (told is None or now - int(told) >= AGAIN):
        await meta.put(db, _TOLD, str(now))
        await house.outbox.put(db, STALE, Operation.POST, channel_id=place)


def _key(topic: str, since: date) -> str:
    return f"{topic}:{since.isoformat()}"


class Staleness:
    """The line to organisers, and the letter to followers: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(STALE, self._render))
        house.contact.register(LetterKind(UNSURE, Weight.MATTER, self._render_letter))
        house.jobs.register(JobKind(UNSURE, self._write, late=Late.DO))

    async def _render(self, association: Association, row: Row) -> Rendered | None:  # noqa: ARG002
        stale = (await dates(self._house, association, association.read())).stale
        return Rendered(checking_cards.stale(association.words, len(stale))) if stale else None

    async def _write(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Write to some followers, and to the rest in the next transaction."""
        topic, after = job.key.partition(":")[0], int(job.payload["after"])
        followers = [one for one in await store.followers(db, topic) if one > after][:AT_ONCE]
        for member_id in followers:
            await self._house.contact.write(association, db, member_id, UNSURE, job.key)
        if len(followers) == AT_ONCE:
            await jobs.plan(db, UNSURE, job.key, due_at=self._house.clock.now(), payload={"after": followers[-1]})

    async def _render_letter(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing once it was checked, or is followed no longer."""
        topic, db = letter.key.partition(":")[0], association.read()
        here = await dates(self._house, association, db)
        since = here.unsure_since.get(topic)
        if (
            since is None
            or _key(topic, since) != letter.key
            or topic not in await store.topics_of(db, letter.member_id)
        ):
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.unsure(words, here.topic_name(topic, words.language), association.guild_id))
