"""How letters travel: in a direct message, else in a private thread, else shown at their reader's next use of the bot.

A letter on its way is `sending` and has one row in the outbox (or those of one thread), which says what became of it
exactly once. Rows hold the letters' ids; what they say, and whether they may still go at this hour, is decided when
they are sent. A private thread is known to its letters (`Letter.thread_id`) from the moment at which it exists until
its deletion is decided, so none outlives its reader's data.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final

from bot.delivery import journey, letters, wishes
from bot.delivery.caps import Weight
from bot.delivery.letter_kinds import Fallback, LetterKinds
from bot.delivery.letters import Letter, State
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.delivery.sheets import Sheets, title
from bot.people import members
from bot.schedule.clock import Clock
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection

LETTERS: Final = "kernel:letters"
"""The kind of the rows that carry letters, and of the jobs that decide on them."""
UNHELD: Final = "kernel:unheld-letters"
"""The same of letters that go while everything is suspended."""
_BEGINS: Final = frozenset({Operation.DM, Operation.PRIVATE_THREAD})
"""What letters set out with."""
_IN_THREAD: Final = frozenset({Operation.POST, Operation.THREAD_EDIT, Operation.ADD_MEMBER})
"""What happens in a private thread that nobody was added to yet."""

Replan = Callable[[Association, Connection, int], Awaitable[None]]


class Courier:
    """Carries letters, and says what became of them. `replan` looks at what a member's other letters wait for."""

    def __init__(self, outbox: Outbox, clock: Clock, kinds: LetterKinds, sheets: Sheets, replan: Replan) -> None:
        self._outbox = outbox
        self._clock = clock
        self._kinds = kinds
        self._sheets = sheets
        self._replan = replan
        self._unsaid: dict[int, frozenset[int]] = {}
        for name in (LETTERS, UNHELD):
            outbox.register(
                Kind(
                    name,
                    self._render,
                    self._sent,
                    self._failed,
                    self._revived,
                    private=True,
                    unheld=name == UNHELD,
                )
            )

    # On their way

    async def carry(self, association: Association, db: Connection, bundle: Sequence[Letter]) -> None:
        """Send letters to their one reader, in one message."""
        await self.remove_threads(db, bundle)  # where an ask stood before it was put off
        reader, now = await wishes.of(db, bundle[0].member_id), self._clock.now()
        replies = all(self._kinds[letter.kind].weight is Weight.REPLY for letter in bundle)
        if reader.shut(now) and not replies:
            await self._fall_back(association, db, bundle)
            return
        member_id, reference = bundle[0].member_id, {"letters": _ids(bundle)}
        carrier = await self._outbox.put(db, self._row(bundle), Operation.DM, member_id=member_id, reference=reference)
        await journey.send(db, _ids(bundle), now, carrier)

    async def _fall_back(self, association: Association, db: Connection, bundle: Sequence[Letter]) -> None:
        """Direct messages are closed: a private thread for what says so, the reader's next use for the rest."""
        place = association.preferences[prefs.THREADS_CHANNEL]
        threaded = [letter for letter in bundle if self.opens_thread(association, letter.kind)]
        await self.hold(association, db, [letter for letter in bundle if letter not in threaded])
        if threaded and place is not None:
            carrier = await self._outbox.open_private_thread(
                db,
                self._row(threaded),
                channel_id=place,
                member_ids=[threaded[0].member_id],
                reference={"letters": _ids(threaded)},
            )
            await journey.send(db, _ids(threaded), self._clock.now(), carrier)

    def _row(self, bundle: Iterable[Letter]) -> str:
        """The kind of the rows that carry letters: whether they go while everything is suspended."""
        return UNHELD if all(self._kinds.unheld(letter) for letter in bundle) else LETTERS

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
        await self.remove_threads(db, kept)
        await journey.keep_back(db, _ids(kept), state)
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

    async def blank(self, db: Connection, bundle: Iterable[Letter]) -> None:
        """Let the messages of somebody who is erased say nothing of what they said. The rows know no letter and no
        person: by then there are none."""
        standing = {
            (letter.channel_id, letter.message_id): letter.language
            for letter in bundle
            if letter.message_id is not None and letter.channel_id != letter.thread_id
        }
        for (place, message), language in standing.items():
            await self._outbox.put(
                db,
                LETTERS,
                Operation.EDIT,
                channel_id=place,
                message_id=message,
                reference={"erased": True, "language": language},
            )

    async def remove_threads(self, db: Connection, bundle: Iterable[Letter]) -> None:
        """Delete the private threads that letters opened; a direct conversation stays as it is."""
        for thread_id in sorted({letter.thread_id for letter in bundle if letter.thread_id is not None}):
            await self._remove_thread(db, thread_id)

    async def _remove_thread(self, db: Connection, thread_id: int) -> None:
        await journey.close_thread(db, thread_id)
        await self._outbox.put(db, LETTERS, Operation.THREAD_DELETE, channel_id=thread_id)

    # As they are sent

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        db = association.read()
        match row.operation:
            case Operation.THREAD_DELETE:
                return Rendered()
            case Operation.THREAD_EDIT:
                named = await _named(db, row)
                return Rendered(title=title(association, named[0])) if named else None
            case Operation.EDIT if row.reference.get("erased"):
                return self._sheets.blank(association, row.reference["language"])
            case Operation.EDIT:
                stands = await letters.of_message(db, row.channel_id, row.message_id or 0)
                return self._sheets.rendered(association, await self._sheets.standing(association, stands))
        bundle = await self._under_way(db, row)
        if not bundle or not await self._may_go(association, db, row, bundle):
            return None
        if row.operation is Operation.ADD_MEMBER:
            return Rendered()
        sheets = await self._sheets.of(association, bundle)
        self._unsaid[row.token] = frozenset(_ids(bundle)) - {sheet.letter.id for sheet in sheets}
        return self._sheets.rendered(association, sheets)

    async def _may_go(self, association: Association, db: Connection, row: Row, bundle: Sequence[Letter]) -> bool:
        """Whether letters may still go now: their reader may have left, or quiet hours begun, while the row waited.
        What Discord may have done already is carried through."""
        member = await members.get(db, bundle[0].member_id)
        if not all(self._kinds.reaches(letter.kind, member) for letter in bundle):
            return False
        begins = row.operation in _BEGINS and row.attempts <= 1
        return not begins or await self._in_time(association, db, bundle)

    async def _in_time(self, association: Association, db: Connection, bundle: Sequence[Letter]) -> bool:
        now = self._clock.now()
        if len(await self._kinds.speaking(db, bundle)) < len(bundle):  # its feature was switched off meanwhile
            return False
        reader = await self._kinds.reader(db, bundle[0].member_id, now, without=_ids(bundle))
        return all(self._kinds.when(association, letter, reader, now) == now for letter in bundle)

    async def _under_way(self, db: Connection, row: Row, state: State = State.SENDING) -> list[Letter]:
        """The letters that a row carries. One that set out again with a later row is that one's."""
        named = [letter for letter in await _named(db, row) if letter.kind in self._kinds]
        return [letter for letter in named if letter.state is state and (letter.row_id or 0) <= row.id]

    # What became of them

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.operation is Operation.PRIVATE_THREAD:
            await journey.open_thread(db, _ids(await _named(db, row)), sent.channel_id)
        unsaid = self._unsaid.pop(row.token, frozenset())
        said = [letter for letter in await _named(db, row) if letter.id not in unsaid]
        bundle = [letter for letter in said if letter.state in {State.SENDING, State.TAKEN}]
        if row.operation in {Operation.DM, Operation.POST}:
            await journey.stand(db, _ids(bundle), sent.channel_id, sent.message_id)
        if row.operation is Operation.ADD_MEMBER:
            bundle = [letter for letter in bundle if letter.message_id is not None]
        if bundle and row.operation in {Operation.DM, Operation.ADD_MEMBER}:
            await self._arrived(association, db, row, bundle)

    async def _arrived(self, association: Association, db: Connection, row: Row, bundle: Sequence[Letter]) -> None:
        await journey.arrived(db, _ids(bundle), self._clock.now())
        await journey.keep_back(db, _ids(await self._under_way(db, row)), State.DROPPED)  # those with nothing to say
        if row.operation is Operation.DM:
            await wishes.note_open(db, bundle[0].member_id)
        for letter in await letters.many(db, _ids(bundle)):
            if letter.state is State.TAKEN or letter.outdated:
                await self.edit(db, letter)
        await self._replan(association, db, bundle[0].member_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        self._unsaid.pop(row.token, None)
        if row.operation in _IN_THREAD and row.channel_id:
            await self._remove_thread(db, row.channel_id)
        named = await _named(db, row)
        if not named:
            return
        taken = [letter for letter in named if letter.state is State.TAKEN]
        await journey.keep_back(db, _ids(taken), State.TAKEN)
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
                await journey.keep_back(db, _ids(bundle), State.WAITING)
            case "dropped" | "skipped" | "member-gone":
                await self.drop(association, db, bundle)
            case "dm-closed" if row.operation is Operation.DM:
                await wishes.note_closed(db, bundle[0].member_id, self._clock.now())
                await self._fall_back(association, db, bundle)
            case _:
                await self.hold(association, db, bundle)

    async def _revived(self, association: Association, db: Connection, row: Row) -> None:
        """Organisers want to try again what is held since: it sets out with the same row if it may go at this hour,
        which also finds what may have arrived. Otherwise it waits for its hour, and this row has nothing to say."""
        held = await self._under_way(db, row, State.HELD)
        if not held:
            return
        if row.operation in _BEGINS and await self._in_time(association, db, held):
            await journey.send(db, _ids(held), self._clock.now(), row.id)
        else:
            await journey.keep_back(db, _ids(held), State.WAITING)
            await self._replan(association, db, held[0].member_id)


async def _named(db: Connection, row: Row) -> list[Letter]:
    """The letters that a row names; a row that edits or deletes names none."""
    return await letters.many(db, row.reference.get("letters", ()))


def _ids(bundle: Iterable[Letter]) -> list[int]:
    return [letter.id for letter in bundle]
