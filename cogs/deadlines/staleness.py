"""Dates that members can't rely on any more. Organisers are told of entries that nobody has compared with their source
for long, then once a month at most; whoever follows what isn't shown any more is told that no reminder comes."""

from __future__ import annotations

from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.schedule import jobs
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import meta
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.deadlines import checking_cards, letter_cards, losses, store
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.entries import Entry

STALE: Final = "deadlines:stale"
"""The kind of the line to organisers."""
UNSURE: Final = "deadlines:unsure"
"""The kind of the letter to followers (see `losses` for its key), and of the job that writes it to some of them."""
AGAIN: Final = 30 * DAY
"""After how long organisers are told again, in seconds."""
SLIP: Final = HOUR
"""How long organisers have to change their mind before followers are told, in seconds."""
AT_ONCE: Final = 10
"""Letters that one transaction writes: others act in between."""
_TOLD: Final = "deadlines-stale-told"
_TOLD_OF: Final = "deadlines-unsure"


async def tell(house: House, association: Association, db: Connection, here: Dates) -> None:
    """Say what has to be checked, to those who haven't been told yet."""
    await _tell_organisers(house, association, db, here)
    for topic, since in here.unsure_since.items():
        key = losses.stale(topic, since)
        if await meta.note_once(db, f"{_TOLD_OF}-{key}"):
            await _plan(db, key, topic, house.clock.now())


async def _tell_organisers(house: House, association: Association, db: Connection, here: Dates) -> None:
    place, now = association.preferences[prefs.ORGANISERS_CHANNEL], house.clock.now()
    if not here.stale:
        await meta.drop(db, _TOLD)
        return
    told = await meta.get(db, _TOLD)
    if place is not None and (told is None or now - int(told) >= AGAIN):
        await meta.put(db, _TOLD, str(now))
        await house.outbox.put(db, STALE, Operation.POST, channel_id=place)


async def entry_hidden(house: House, db: Connection, here: Dates, entry: Entry) -> None:
    """Tell followers that organisers hide an entry; `here` is as it was before."""
    if here.shows(entry):
        for topic in entry.topics:
            await _plan(db, losses.hidden(entry, here.today), topic.id, house.clock.now() + SLIP)


async def place_closed(house: House, db: Connection, here: Dates, jurisdiction: str) -> None:
    """Tell followers, once each, that nothing of a jurisdiction is shown any more; `here` is as it was before."""
    entries = [entry for entry in here.in_use if entry.jurisdiction.id == jurisdiction and here.shows(entry)]
    for topic in {topic.id for entry in entries for topic in entry.topics}:
        await _plan(db, losses.closed(jurisdiction, here.today), topic, house.clock.now() + SLIP)


async def _plan(db: Connection, letter: str, topic: str, due_at: int, after: int = 0) -> None:
    payload = {"letter": letter, "topic": topic, "after": after}
    await jobs.plan(db, UNSURE, f"{letter}/{topic}", due_at=due_at, payload=payload)


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
        letter, topic = str(job.payload["letter"]), str(job.payload["topic"])
        if not losses.topics(await dates(self._house, association, db), letter):
            return
        followers = await store.followers(db, topic, after=int(job.payload["after"]), most=AT_ONCE)
        for member_id in followers:
            await self._house.contact.write(association, db, member_id, UNSURE, letter)
        if len(followers) == AT_ONCE:
            await _plan(db, letter, topic, self._house.clock.now(), followers[-1])

    async def _render_letter(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing once it was checked or is shown again, or is followed no longer."""
        db, words = association.read(), association.words_in(letter.language)
        here = await dates(self._house, association, db)
        if not losses.topics(here, letter.key) & await store.topics_of(db, letter.member_id):
            return None
        return Piece(letter_cards.lost(words, losses.said(here, words, letter.key), association.guild_id))
