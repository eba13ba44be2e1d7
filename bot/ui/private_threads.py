"""Private threads in which a feature brings people together: opened, said what they are about, peopled.

A feature declares a `PrivateThreadKind` and says "open"; that nobody sees a thread half done, that latecomers come in,
that one which somebody deleted is opened again, that its words are hidden while its owner is away, is the same for all
and lives here. So does who may be let in: whoever is kept apart by now from somebody in it isn't, at opening, at being
brought, at coming back, and nobody is told why.

Where a thread stands is kept as where cards stand (`bot.storage.publications`, so that `house.publications` shows it
again with `refresh` and takes it away with `take_down`, also when its owner is erased): its message from when it was
said, its thread from when it has its name and people may come in.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.delivery.rows import RETRIED_HOURLY
from bot.people.lifecycle import Lifecycle
from bot.storage import preferences as prefs
from bot.storage import publications as store
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.publications import Shown
from bot.words.text import link

__all__ = ["NO_CHANNEL", "PrivateThreadKind", "PrivateThreads", "Shown", "have_a_place"]

NO_CHANNEL: Final = "no-channel"
"""Why a thread doesn't open where organisers chose no channel for them."""


def have_a_place(association: Association) -> bool:
    """Whether organisers chose a channel for private threads."""
    return association.preferences[prefs.THREADS_CHANNEL] is not None


async def _told_nothing(association: Association, db: Connection, ref: int, thread_id: int | None) -> None:
    pass


async def _wanted(db: Connection, ref: int) -> bool:  # noqa: ARG001
    return True


async def _nothing_more(association: Association, db: Connection, ref: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class PrivateThreadKind:
    """A feature's private threads, each known by `ref`, the feature's own id.

    `show` says what its first message says and its name (None: nothing any more; a hidden one is edited, never
    posted). `people` are those who belong in it and are here, its owner first; nobody, once it is not to be opened any
    more. `failed` is told, in the transaction that settles it, that it doesn't open, and why (`NO_CHANNEL`, a reason of
    the outbox); for a lost permission, each hour, and it may open yet. `opened` is told in the same way where it is
    once people may come in, and None when it is gone. `wanted` says whether one that somebody deleted is opened again
    when the next person is to come in. `whole`: it is for all who belong in it together, or for nobody. `apart` is
    told, in the transaction, instead of `failed`, that it doesn't open because of who is kept apart from whom by now.
    """

    name: str
    show: Callable[[Association, int], Awaitable[Shown | None]]
    people: Callable[[Connection, int], Awaitable[Sequence[int]]]
    failed: Callable[[Association, Connection, int, str], Awaitable[None]]
    opened: Callable[[Association, Connection, int, int | None], Awaitable[None]] = _told_nothing
    wanted: Callable[[Connection, int], Awaitable[bool]] = _wanted
    whole: bool = False
    apart: Callable[[Association, Connection, int], Awaitable[None]] = _nothing_more


class PrivateThreads:
    """Opens them, and brings people in."""

    def __init__(self, outbox: Outbox, lifecycle: Lifecycle) -> None:
        self._outbox = outbox
        self._lifecycle = lifecycle
        self._kinds: dict[str, PrivateThreadKind] = {}

    def register(self, kind: PrivateThreadKind) -> None:
        """Make a kind known."""
        self._kinds[kind.name] = kind
        self._outbox.register(Kind(kind.name, self._render, self._sent, self._failed, self._revived, private=True))

    async def open(self, association: Association, db: Connection, kind: str, ref: int) -> None:
        """Open one with all who belong in it by then, in the caller's transaction; nothing changes where it stands, or
        is being opened."""
        people = await self._may_meet(association, db, self._kinds[kind], ref)
        if not people or await store.get(db, kind, ref) is not None:
            return
        place = association.preferences[prefs.THREADS_CHANNEL]
        if place is None:
            await self._kinds[kind].failed(association, db, ref, NO_CHANNEL)
            return
        await store.write(db, kind, ref, people[0], "")
        await self._outbox.open_private_thread(db, kind, channel_id=place, member_ids=(), reference={"ref": ref})

    async def bring(self, association: Association, db: Connection, kind: str, ref: int, member_id: int) -> None:
        """Bring one more person in, in the caller's transaction, once they belong in it; it is opened for the first
        one. Those who come while it is being opened are let in then."""
        standing = await store.get(db, kind, ref)
        if standing is None:
            await self.open(association, db, kind, ref)
        elif standing.thread_id is not None:
            await self._add(db, kind, {"ref": ref}, standing.thread_id, member_id)

    async def thread_of(self, db: Connection, kind: str, ref: int) -> int | None:
        """The thread, once people may come in; None while there is none."""
        standing = await store.get(db, kind, ref)
        return None if standing is None else standing.thread_id

    async def url(self, association: Association, db: Connection, kind: str, ref: int) -> str | None:
        """Its address, or None while there is none."""
        thread = await self.thread_of(db, kind, ref)
        return None if thread is None else link(association.guild_id, thread)

    async def _add(self, db: Connection, kind: str, reference: Mapping[str, Any], thread: int, member_id: int) -> None:
        await self._outbox.put(
            db, kind, Operation.ADD_MEMBER, channel_id=thread, reference=reference, member_id=member_id
        )

    # Who may meet

    async def _may_meet(
        self, association: Association, db: Connection, kind: PrivateThreadKind, ref: int
    ) -> Sequence[int]:
        """Of those who belong in one that opens, who is let in, in their order: nobody who is kept apart by now from
        somebody before them; nobody at all where one would be alone by that, or it is for all or none."""
        belong = await kind.people(db, ref)
        found: list[int] = []
        for one in belong:
            if not await self._lifecycle.kept_apart(association, db, one, found):
                found.append(one)
        all_or_none = kind.whole and len(found) < len(belong)
        return () if all_or_none or len(found) < min(2, len(belong)) else found

    async def _may_come(self, association: Association, db: Connection, kind: PrivateThreadKind, row: Row) -> bool:
        """Whether somebody may be let in now: into one that opens with those before them; later, with all others."""
        ref, one = _ref(row) or 0, row.member_id or 0
        if row.reference.get("opens"):
            return one in await self._may_meet(association, db, kind, ref)
        belong = await kind.people(db, ref)
        return one in belong and not await self._lifecycle.kept_apart(association, db, one, belong)

    async def _apart(self, association: Association, db: Connection, kind: PrivateThreadKind, ref: int) -> bool:
        """Whether one is not to open because of who is kept apart by now."""
        return bool(await kind.people(db, ref)) and not await self._may_meet(association, db, kind, ref)

    # Rows

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.THREAD_DELETE:
            return Rendered()
        db, kind = association.read(), self._kinds[row.kind]
        standing = await store.at(db, row.message_id) if row.message_id is not None else None
        ref = standing.ref if standing is not None else _ref(row)
        if ref is None or await store.get(db, kind.name, ref) is None:
            return None
        if row.operation is Operation.ADD_MEMBER and not await self._may_come(association, db, kind, row):
            return None
        if row.operation is Operation.PRIVATE_THREAD and await self._apart(association, db, kind, ref):
            return None
        shown = await kind.show(association, ref)
        if shown is None or (shown.hidden and standing is None):
            return None
        return Rendered(shown.view, title=shown.title, archived=shown.archived if _ref(row) is None else None)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        """Note where it stands; once it has its words and its name, those who belong in it come in."""
        ref, kind = _ref(row), self._kinds[row.kind]
        if ref is None or row.operation is Operation.ADD_MEMBER:
            return
        people, standing = await self._may_meet(association, db, kind, ref), await store.get(db, kind.name, ref)
        if standing is None or not people:
            await self._abandon(db, row, sent.channel_id, ref)  # called off, erased, or kept apart, in the meantime
            if standing is not None and await self._apart(association, db, kind, ref):
                await kind.apart(association, db, ref)
        elif row.operation is Operation.POST:
            await store.posted(db, kind.name, ref, row.channel_id, sent.message_id or 0, None, forum=False)
        elif row.operation is Operation.THREAD_EDIT:
            await store.has_thread(db, row.message_id or 0, sent.channel_id)
            await kind.opened(association, db, ref, sent.channel_id)
            for member_id in people:
                await self._add(db, kind.name, {"ref": ref, "opens": True}, sent.channel_id, member_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        ref, kind = _ref(row), self._kinds[row.kind]
        if row.operation is Operation.ADD_MEMBER and ref is not None:
            if reason == "channel-gone":
                await self._open_again(association, db, kind, ref, row.channel_id)
        elif ref is not None:
            standing = await store.get(db, kind.name, ref)
            if reason not in RETRIED_HOURLY:
                await self._abandon(db, row, row.channel_id, ref)
            if standing is not None and await self._apart(association, db, kind, ref):
                await kind.apart(association, db, ref)
            elif standing is not None:
                await kind.failed(association, db, ref, reason)
        elif reason == "channel-gone" and row.operation in {Operation.EDIT, Operation.THREAD_EDIT}:
            await self._forget(association, db, kind, row.message_id)

    async def _revived(self, association: Association, db: Connection, row: Row) -> None:
        """Organisers try again to open one that was given up."""
        ref = _ref(row)
        people = await self._may_meet(association, db, self._kinds[row.kind], ref) if ref is not None else ()
        if ref is not None and people and row.operation is Operation.PRIVATE_THREAD:
            await store.write(db, row.kind, ref, people[0], "")

    async def _abandon(self, db: Connection, row: Row, thread: int, ref: int) -> None:
        """What was made of it so far goes: nobody was let in yet."""
        await store.remove(db, row.kind, ref)
        if thread and row.operation is not Operation.PRIVATE_THREAD:
            await self._outbox.put(db, row.kind, Operation.THREAD_DELETE, channel_id=thread)

    async def _open_again(
        self, association: Association, db: Connection, kind: PrivateThreadKind, ref: int, gone: int
    ) -> None:
        """Somebody deleted it: those who were in it find a new one."""
        if await self.thread_of(db, kind.name, ref) != gone:
            return
        await store.remove(db, kind.name, ref)
        await kind.opened(association, db, ref, None)
        if await kind.wanted(db, ref):
            await self.open(association, db, kind.name, ref)

    async def _forget(
        self, association: Association, db: Connection, kind: PrivateThreadKind, message: int | None
    ) -> None:
        """Somebody deleted it: it is opened again only for somebody who is to come in."""
        standing = await store.at(db, message or 0)
        if standing is not None:
            await store.remove(db, kind.name, standing.ref)
            await kind.opened(association, db, standing.ref, None)


def _ref(row: Row) -> int | None:
    """What a row that opens is about; an edit knows its message alone."""
    ref = row.reference.get("ref")
    return None if ref is None else int(ref)
