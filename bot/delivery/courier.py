"""How letters travel: in a direct message, else in a private thread, else shown at their reader's next use of the bot.

A letter on its way is `sending` and has one row in the outbox, which says what became of it exactly once. Rows hold the
letters' ids; what they say, and whether they may still go at this hour, is decided when they are sent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final

import discord

from bot.delivery import letters, wishes
from bot.delivery.caps import Weight
from bot.delivery.letter_kinds import Fallback, LetterKinds, Piece, Sheet, Show
from bot.delivery.letters import Letter, State
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.people import members
from bot.schedule.clock import Clock
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection

LETTERS: Final = "kernel:letters"
"""The kind of the rows that carry letters, and of the jobs that decide on them."""
_IN_THREAD: Final = frozenset({Operation.POST, Operation.THREAD_EDIT, Operation.ADD_MEMBER})
"""What happens in a private thread that nobody was added to yet."""

Replan = Callable[[Association, Connection, int], Awaitable[None]]


class Courier:
    """Carries letters, and says what became of them. `replan` looks at what a member's other letters wait for."""

    def __init__(self, outbox: Outbox, clock: Clock, kinds: LetterKinds, show: Show, replan: Replan) -> None:
        self._outbox = outbox
        self._clock = clock
        self._kinds = kinds
        self._show = show
        self._replan = replan
        self._unsaid: dict[int, frozenset[int]] = {}
        outbox.register(Kind(LETTERS, self._render, self._sent, self._failed))

    # On their way

    async def carry(self, association: Association, db: Connection, bundle: Sequence[Letter]) -> None:
        """Send letters to their one reader, in one message."""
        for letter in bundle:
            await self.remove_thread(db, letter)  # where an ask stood before it was put off
        reader = await wishes.of(db, bundle[0].member_id)
        replies = all(self._kinds[letter.kind].weight is Weight.REPLY for letter in bundle)
        if reader.shut(self._clock.now()) and not replies:
            await self._fall_back(association, db, bundle)
            return
        await letters.send(db, _ids(bundle), self._clock.now())
        reference = {"letters": _ids(bundle)}
        await self._outbox.put(db, LETTERS, Operation.DM, member_id=bundle[0].member_id, reference=reference)

    async def _fall_back(self, association: Association, db: Connection, bundle: Sequence[Letter]) -> None:
        """Direct messages are closed: a private thread for what says so, the reader's next use for the rest."""
        place = association.preferences[prefs.THREADS_CHANNEL]
        threaded = [letter for letter in bundle if self.opens_thread(association, letter.kind)]
        await self.hold(association, db, [letter for letter in bundle if letter not in threaded])
        if threaded and place is not None:
            await letters.send(db, _ids(threaded), self._clock.now())
            await self._outbox.open_private_thread(
                db,
                LETTERS,
                channel_id=place,
                member_ids=[threaded[0].member_id],
                reference={"letters": _ids(threaded)},
            )

    def opens_thread(self, association: Association, kind: str) -> bool:
        """Whether letters of a kind reach somebody whose direct messages are closed."""
        return (
            self._kinds[kind].fallback is Fallback.THREAD and association.preferences[prefs.THREADS_CHANNEL] is not None
        )

    async def hold(self, association: Association, db: Connection, bundle: Iterable[Letter]) -> None:
        """Keep letters for their reader's next use of the bot."""
        await self._keep_back(association, db, bundle, State.HELD)

    async def drop(self, association: Association, db: Connection, bundle: Iterable[Letter]) -> None:
        """Give letters up that did not go."""
        await self._keep_back(association, db, bundle, State.DROPPED)

    async def _keep_back(
        self, association: Association, db: Connection, bundle: Iterable[Letter], state: State
    ) -> None:
        kept = list(bundle)
        await letters.keep_back(db, _ids(kept), state)
        for letter in await letters.many(db, _ids(kept)):
            closed = self._kinds[letter.kind].closed if letter.kind in self._kinds else None
            if closed is not None:
                await closed(association, db, letter)

    async def edit(self, db: Connection, letter: Letter) -> None:
        """Show a letter's message as it is now."""
        if letter.channel_id is not None and letter.message_id is not None:
            await self._outbox.put(
                db, LETTERS, Operation.EDIT, channel_id=letter.channel_id, message_id=letter.message_id
            )

    async def remove_thread(self, db: Connection, letter: Letter) -> None:
        """Delete the private thread that a letter may have opened; a direct conversation stays as it is."""
        threaded = letter.kind in self._kinds and self._kinds[letter.kind].fallback is Fallback.THREAD
        if threaded and letter.channel_id is not None:
            await self._outbox.put(db, LETTERS, Operation.THREAD_DELETE, channel_id=letter.channel_id)

    # What they say

    async def sheets(self, association: Association, bundle: Iterable[Letter]) -> list[Sheet]:
        """What letters say now; those with nothing to say any more are left out."""
        found = []
        for letter in bundle:
            kind = self._kinds[letter.kind]
            if letter.state is State.TAKEN:
                taken = Piece((association.words_in(letter.language)("letters-taken"),))
                found.append(Sheet(letter, taken))
            elif (piece := await kind.render(association, letter)) is not None:
                found.append(Sheet(letter, piece, asks=kind.weight is Weight.ASK))
        return found

    def layout(self, association: Association, sheets: Sequence[Sheet]) -> discord.ui.LayoutView:
        """A message of letters to one reader."""
        words = association.words_in(sheets[0].letter.language)
        return self._show(association.guild_id, words, sheets)

    def _rendered(self, association: Association, sheets: Sequence[Sheet]) -> Rendered | None:
        if not sheets:
            return None
        return Rendered(self.layout(association, sheets), title=_title(association, sheets[0].letter))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        db = association.read()
        match row.operation:
            case Operation.THREAD_DELETE:
                return Rendered()
            case Operation.THREAD_EDIT:
                named = await _named(db, row)
                return Rendered(title=_title(association, named[0])) if named else None
            case Operation.EDIT:
                stands = await letters.of_message(db, row.channel_id, row.message_id or 0)
                return self._rendered(association, await self.sheets(association, stands))
        bundle = await self._under_way(db, row)
        if not bundle or not await self._may_go(association, db, row, bundle):
            return None
        if row.operation is Operation.ADD_MEMBER:
            return Rendered()
        sheets = await self.sheets(association, bundle)
        self._unsaid[row.token] = frozenset(_ids(bundle)) - {sheet.letter.id for sheet in sheets}
        return self._rendered(association, sheets)

    async def _may_go(self, association: Association, db: Connection, row: Row, bundle: Sequence[Letter]) -> bool:
        """Whether letters may still go now: their reader may have left, or quiet hours begun, while the row waited.
        What Discord may have done already is carried through."""
        member = await members.get(db, bundle[0].member_id)
        if member is None or not member.accepted:
            return False
        begins = row.operation in {Operation.DM, Operation.PRIVATE_THREAD} and row.attempt_at is None
        return not begins or await self._in_time(association, db, bundle)

    async def _in_time(self, association: Association, db: Connection, bundle: Sequence[Letter]) -> bool:
        now = self._clock.now()
        reader = await self._kinds.reader(db, bundle[0].member_id, now, without=_ids(bundle))
        return all(self._kinds.when(association, letter, reader, now) == now for letter in bundle)

    async def _under_way(self, db: Connection, row: Row) -> list[Letter]:
        return [
            letter for letter in await _named(db, row) if letter.state is State.SENDING and letter.kind in self._kinds
        ]

    # What became of them

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        unsaid = self._unsaid.pop(row.token, frozenset())
        said = [letter for letter in await _named(db, row) if letter.id not in unsaid]
        bundle = [letter for letter in said if letter.state in {State.SENDING, State.TAKEN}]
        if row.operation in {Operation.DM, Operation.POST}:
            await letters.stand(db, _ids(bundle), sent.channel_id, sent.message_id)
        if row.operation is Operation.ADD_MEMBER:
            bundle = [letter for letter in bundle if letter.message_id is not None]
        if bundle and row.operation in {Operation.DM, Operation.ADD_MEMBER}:
            await self._arrived(association, db, row, bundle)

    async def _arrived(self, association: Association, db: Connection, row: Row, bundle: Sequence[Letter]) -> None:
        await letters.arrived(db, _ids(bundle), self._clock.now())
        await letters.keep_back(db, _ids(await self._under_way(db, row)), State.DROPPED)  # those with nothing to say
        if row.operation is Operation.DM:
            await wishes.note_open(db, bundle[0].member_id)
        for letter in await letters.many(db, _ids(bundle)):
            if letter.state is State.TAKEN:
                await self.edit(db, letter)
        await self._replan(association, db, bundle[0].member_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        self._unsaid.pop(row.token, None)
        if row.operation in _IN_THREAD:
            await self._outbox.put(db, LETTERS, Operation.THREAD_DELETE, channel_id=row.channel_id)
        named = await _named(db, row)
        if not named:
            return
        taken = [letter for letter in named if letter.state is State.TAKEN]
        await letters.keep_back(db, _ids(taken), State.TAKEN)
        await self._return(association, db, row, reason, await self._under_way(db, row))
        await self._replan(association, db, named[0].member_id)

    async def _return(
        self, association: Association, db: Connection, row: Row, reason: str, bundle: Sequence[Letter]
    ) -> None:
        """Decide on letters that did not go."""
        if not bundle:
            return
        match reason:
            case "dropped" if not await self._in_time(association, db, bundle):
                await letters.keep_back(db, _ids(bundle), State.WAITING)
            case "dropped" | "skipped" | "member-gone":
                await self.drop(association, db, bundle)
            case "dm-closed" if row.operation is Operation.DM:
                await wishes.note_closed(db, bundle[0].member_id, self._clock.now())
                await self._fall_back(association, db, bundle)
            case _:
                await self.hold(association, db, bundle)


async def _named(db: Connection, row: Row) -> list[Letter]:
    """The letters that a row carries; a row that edits or deletes carries none."""
    return await letters.many(db, row.reference.get("letters", ()))


def _title(association: Association, letter: Letter) -> str:
    """The name of a letter's private thread; it says nothing of what is in it."""
    return association.words_in(letter.language).plain("letters-thread")


def _ids(bundle: Iterable[Letter]) -> list[int]:
    return [letter.id for letter in bundle]
