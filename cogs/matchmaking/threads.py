"""The private thread of a coffee: opened, said what it is about, peopled; and what becomes of it.

A match has one thread, ever, with all of them in it. Where it can't be opened, or one of them can't be let in, each is
told in private with whom they have coffee; from then on nothing opens one any more, also when Discord would let us an
hour later. `Match.thread_id` says where it is from the moment at which it exists; `Match.message_id` that it had its
first message, which stays when somebody deletes the thread.
"""

from __future__ import annotations

from typing import Final

from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.delivery.rows import RETRIED_HOURLY
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.matchmaking import checks, match_store, talk, talk_cards, talk_letters
from cogs.matchmaking.rules import Match

THREAD: Final = "matchmaking:thread"
"""The kind of the rows of a private thread and of its first message; their reference holds the match's id."""
_BEFORE_PEOPLE: Final = frozenset({Operation.POST, Operation.THREAD_EDIT})
"""What is done in a thread that nobody was let into yet."""


async def open_thread(
    house: House, association: Association, db: Connection, match: Match, *, by: int | None = None
) -> None:
    """Open the thread of a match that begins, in the caller's transaction, and plan what is said in it later. `by`:
    whose press it follows from, if anybody's."""
    place = association.preferences[prefs.THREADS_CHANNEL]
    if place is None:
        await talk_letters.tell_without_thread(house, association, db, match, by=by)
    else:
        reference = {"match": match.id}
        await house.outbox.open_private_thread(
            db, THREAD, channel_id=place, member_ids=match.people, reference=reference
        )
    await checks.plan(association, db, match)


async def show(house: House, association: Association, db: Connection, match_id: int) -> None:  # noqa: ARG001
    """Let the first message of a thread say what is true now."""
    match = await match_store.get(db, match_id)
    if match is not None and match.thread_id is not None and match.message_id is not None:
        place, message, reference = match.thread_id, match.message_id, {"match": match.id}
        await house.outbox.put(db, THREAD, Operation.EDIT, channel_id=place, message_id=message, reference=reference)


async def remove(house: House, db: Connection, match: Match) -> None:
    """Delete the thread of a match, if it has one."""
    if match.thread_id is not None:
        await house.outbox.put(db, THREAD, Operation.THREAD_DELETE, channel_id=match.thread_id)
        await match_store.note_thread(db, match.id, None)


class Threads:
    """What the rows of threads say, and what follows from what became of them."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(THREAD, self._render, self._sent, self._failed, private=True))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.THREAD_DELETE:
            return Rendered()
        db = association.read()
        match = await _match(db, row)
        if match is None and row.operation is Operation.EDIT:
            return Rendered(talk_cards.past(association.words))
        if match is None or (row.operation is not Operation.EDIT and not match.open):
            return None
        if row.operation is not Operation.EDIT and await talk_letters.is_without_thread(db, match):
            return None
        if row.operation is Operation.ADD_MEMBER:
            still_in = row.member_id in match.people and await talk.present(db, [row.member_id or 0])
            return Rendered() if still_in else None
        words, shown = association.words, await talk.of(self._house, association, db, match)
        title = talk_cards.title(words, talk.day(association, match))
        return Rendered(talk_cards.first(words, self._house.catalogue, shown), title=title)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        """Note where it stands; what changed while it was on its way is shown."""
        match = await _match(db, row)
        if match is None:
            return
        if row.operation is Operation.PRIVATE_THREAD:
            await match_store.note_thread(db, match.id, sent.channel_id)
        elif row.operation is Operation.POST:
            await match_store.note_message(db, match.id, sent.message_id)
            if not match.open or len(await talk.present(db, match.people)) < len(match.seats):
                await show(self._house, association, db, match.id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        """Nobody waits in the dark for a thread that doesn't open."""
        match = await _match(db, row)
        if row.operation is Operation.EDIT:
            if match is not None and reason == "channel-gone":  # somebody deleted it
                await match_store.note_thread(db, match.id, None)
        elif match is None or not match.open:
            if row.operation in _BEFORE_PEOPLE and row.channel_id:  # gone, or called off, while it was being opened
                await self._house.outbox.put(db, THREAD, Operation.THREAD_DELETE, channel_id=row.channel_id)
        elif row.operation is not Operation.ADD_MEMBER or reason not in _NOBODY_WAITS:
            await self._give_up(association, db, match, reason)

    async def _give_up(self, association: Association, db: Connection, match: Match, reason: str) -> None:
        """A thread has all of them in it, or there is none. Others whose threads wait for the same right are told too:
        of all those, one an hour is asked for."""
        await remove(self._house, db, match)
        waiting = await match_store.never_opened(db) if reason in RETRIED_HOURLY else []
        for one in {found.id: found for found in (match, *waiting)}.values():
            await talk_letters.tell_without_thread(self._house, association, db, one)


_NOBODY_WAITS: Final = frozenset({"dropped", "member-gone"})
"""Why somebody is not let in: they are gone, or can't any more."""


def _match_id(row: Row) -> int:
    return int(row.reference.get("match", 0))


async def _match(db: Connection, row: Row) -> Match | None:
    return await match_store.get(db, _match_id(row))
