"""May this person be written to now? The one place that decides, for every feature.

A feature declares its kinds of letters and writes letters in its own transaction. Replies and urgent matters leave at
once. Everything else waits for the first instant that the rules (`bot.delivery.caps`) allow: one job a member looks
then at what may go. Their matters go together in one message, an ask goes alone. Only members who accepted the notice
and are here are ever written to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from bot.delivery import journey, letters, wishes
from bot.delivery.caps import WEEK, Past, Weight, earliest
from bot.delivery.courier import Courier
from bot.delivery.letter_kinds import REMEMBERED, Fallback, LetterKind, LetterKinds, Piece, Reader, Show
from bot.delivery.letters import Letter, State
from bot.delivery.outbox import Outbox
from bot.delivery.rounds import Rounds, cancel
from bot.delivery.sheets import Sheets
from bot.delivery.visits import Visits
from bot.people import members
from bot.people.lifecycle import Lifecycle
from bot.schedule.clock import Clock
from bot.schedule.jobs import Jobs
from bot.storage.association import Association
from bot.storage.database import Connection

__all__ = ["Contact", "Fallback", "Letter", "LetterKind", "Piece", "Weight"]


class Contact:
    """Writes to people, or doesn't."""

    def __init__(self, outbox: Outbox, jobs_: Jobs, clock: Clock, lifecycle: Lifecycle, show: Show) -> None:
        self._clock = clock
        self._kinds = LetterKinds()
        self._sheets = Sheets(self._kinds, show)
        self._courier = Courier(outbox, clock, self._kinds, self._sheets, self.reconsider)
        self._rounds = Rounds(jobs_, clock, self._kinds, self._courier)
        self.visits = Visits(clock, self._kinds, self._sheets)
        lifecycle.follow(self)

    def register(self, kind: LetterKind) -> None:
        """Make a kind of letter known."""
        self._kinds.register(kind)

    @property
    def purposes(self) -> list[str]:
        """Everything that people may be asked for."""
        return sorted({kind.purpose for kind in self._kinds} - {""})

    # Writing

    async def write(
        self,
        association: Association,
        db: Connection,
        member_id: int,
        kind: str,
        key: str,
        *,
        reference: Mapping[str, Any] | None = None,
        topic: str | None = None,
        after: int = 0,
    ) -> bool:
        """Write a letter in the caller's transaction, who delivers the outbox afterwards. False when this person can't
        or won't be written to. The same kind and key twice is one letter. Letters of one `topic` ask several people the
        same; see `taken`. `after` (seconds) gives the caller time to take it back."""
        now = self._clock.now()
        member = await members.get(db, member_id)
        if not self._kinds.reaches(kind, member):
            return False
        reader = await self._kinds.reader(db, member_id, now)
        if self._kinds.unwelcome(kind, reader.wishes, now):
            return False
        new = await letters.write(
            db, member_id, kind, key, reference=reference or {}, topic=topic, now=now, due_at=now + after
        )
        letter = await letters.named(db, member_id, kind, key)
        assert letter is not None
        if new:
            await self._set_out(association, db, letter, reader)
        return new or letter.state not in {State.TAKEN, State.DROPPED}

    async def _set_out(self, association: Association, db: Connection, letter: Letter, reader: Reader) -> None:
        if not await self._kinds.speaking(db, [letter]):
            return  # its feature is off: it waits
        kind, now = self._kinds[letter.kind], self._clock.now()
        at_once = kind.weight is Weight.REPLY or (kind.urgent and kind.weight is Weight.MATTER)
        if at_once and letter.due_at <= now:
            await self._courier.carry(association, db, [letter])
        elif reader.wishes.shut(now) and not self._courier.opens_thread(association, letter.kind):
            await self._courier.hold(association, db, [letter])
        else:
            await self.reconsider(association, db, letter.member_id)

    async def may_ask(
        self, association: Association, db: Connection, member_ids: Iterable[int], purpose: str
    ) -> list[int]:
        """Of these members, in their order, those whom an ask for `purpose` would reach at once, or as soon as quiet
        hours end."""
        asked, now = list(member_ids), self._clock.now()
        barred = await self._kinds.barred(db, purpose, now)
        wanted = await wishes.of_many(db, [one for one in asked if one not in barred], purpose)
        lately = await self._asked_lately(db, wanted)
        quiet = association.quiet_hours
        soon, threads = quiet.over_at(now), self._opens_thread(association, purpose)

        def reaches(member_id: int) -> bool:
            of_theirs, past = wanted[member_id], Past(asks=lately.get(member_id, ()))
            at = earliest(Weight.ASK, now, quiet=quiet, past=past, wishes=of_theirs, purpose=purpose)
            return at == soon and (threads or not of_theirs.shut(now))

        return [member_id for member_id in asked if member_id in wanted and reaches(member_id)]

    async def asked_lately(self, db: Connection, member_ids: Iterable[int]) -> dict[int, int]:
        """How often each of some people was asked something in the last week, by whatever feature; what is still to
        come counts too. Who wasn't is left out."""
        return {one: len(times) for one, times in (await self._asked_lately(db, list(member_ids))).items()}

    async def _asked_lately(self, db: Connection, member_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
        """When they were: what is still to come takes its place now."""
        now, went = self._clock.now(), defaultdict[int, list[tuple[str, int]]](list)
        for member_id, kind, at in await letters.sent_since(db, member_ids, now - WEEK):
            went[member_id].append((kind, at))
        ahead = Counter(await letters.ahead(db, member_ids, self._kinds.of(Weight.ASK)))
        found = {one: (*self._kinds.past(went[one]).asks, *[now] * ahead[one]) for one in {*went, *ahead}}
        return {one: times for one, times in found.items() if times}

    def _opens_thread(self, association: Association, purpose: str) -> bool:
        return any(
            kind.purpose == purpose and self._courier.opens_thread(association, kind.name) for kind in self._kinds
        )

    async def taken(self, association: Association, db: Connection, topic: str, *, by: int, over: bool = False) -> None:
        """Somebody accepted what several were asked: what has not gone yet won't, and what the others got says "C’est
        pris, merci." Nobody is told who. The letter of `by` is changed by the press that accepts (`Press.change`). With
        `over`, nobody accepted, it just isn't asked any more: "Ce n’est plus d’actualité, merci." """
        found = await letters.of_topic(db, topic)
        unsent = [letter for letter in found if letter.state in {State.WAITING, State.HELD}]
        await self._courier.remove_threads(db, unsent)
        await journey.keep_back(db, [letter.id for letter in unsent], State.DROPPED)
        went = [letter for letter in found if letter.state in {State.SENDING, State.SENT}]
        await journey.end(db, [letter.id for letter in went], State.TAKEN)
        others = [letter for letter in went if letter.member_id != by]
        if over:
            others += await letters.told(db, topic)  # they may quote what is taken back
            await journey.note_over(db, {letter.id for letter in (*went, *others)})
        else:
            await journey.note_told(db, [letter.id for letter in others])
        for letter in others:
            await self._courier.edit(db, letter)
        for member_id in {letter.member_id for letter in unsent}:
            await self.reconsider(association, db, member_id)

    async def take_back(self, association: Association, db: Connection, member_id: int, kind: str, key: str) -> None:
        """Forget a letter that has not gone: its reader knows already, or it isn't true any more. One that went and was
        put off doesn't come again; that it went still counts."""
        letter = await letters.named(db, member_id, kind, key)
        if letter is None or letter.state not in {State.WAITING, State.HELD}:
            return
        await self._courier.remove_threads(db, [letter])
        if letter.put_off:
            await journey.keep_back(db, [letter.id], State.DROPPED)
        else:
            await journey.forget(db, [letter.id])
        await self.reconsider(association, db, member_id)

    async def show_again(self, db: Connection, kind: str, key: str, *, to: int | None = None) -> None:
        """What letters of this kind and key tell of others changed: those that went, or the one that went `to`
        somebody, say what is true now."""
        for letter in await letters.set_out(db, kind, key):
            if to in {None, letter.member_id}:
                await self.reword(db, letter)

    async def show_refused(self, db: Connection, topic: str) -> None:
        """The same of what several people were asked together, as far as they said "Ne plus me proposer"."""
        for letter in await letters.refused(db, topic):
            await self.reword(db, letter)

    async def reword(self, db: Connection, letter: Letter) -> None:
        """Let a letter that went say what is true now, because somebody whom it may name left, is back, or is erased.
        Where nothing is left to say, or its reader said "Ne plus me proposer", that it is over stands in its place."""
        if letter.state is State.SENDING:
            await journey.note_outdated(db, [letter.id])
        elif letter.state is State.DROPPED and letter.message_id is not None:
            await journey.end(db, [letter.id], State.TAKEN)
            await journey.note_over(db, [letter.id])
        await self._courier.edit(db, letter)

    # What a reader says

    async def answered(self, db: Connection, member_id: int, kind: str, key: str) -> None:
        """The reader of what several people are asked answered it, for their feature: what others say later changes
        nothing of what they read then."""
        letter = await letters.named(db, member_id, kind, key)
        if letter is not None and letter.state in {State.SENDING, State.SENT}:
            await journey.end(db, [letter.id], State.DROPPED)
            await journey.note_answered(db, [letter.id])

    async def put_off(self, association: Association, db: Connection, letter: Letter) -> bool:
        """ "Plus tard": an ask comes again after a week, once. False when it was put off before, or is asked once only:
        then it is over."""
        again = not (letter.put_off or self._kinds[letter.kind].once)
        if again:
            await journey.put_off(db, letter, self._clock.now() + WEEK)
        else:
            await journey.end(db, [letter.id], State.DROPPED)
        await self._declined(association, db, letter)
        await self.reconsider(association, db, letter.member_id)
        return again

    async def refuse(self, association: Association, db: Connection, letter: Letter) -> str:
        """ "Ne plus me proposer": this purpose is over for this person; the purpose."""
        purpose = self._kinds[letter.kind].purpose
        await wishes.refuse(db, letter.member_id, purpose)
        await journey.end(db, [letter.id], State.DROPPED)
        await self._declined(association, db, letter)
        await self.reconsider(association, db, letter.member_id)
        return purpose

    async def _declined(self, association: Association, db: Connection, letter: Letter) -> None:
        tell, now_ = self._kinds[letter.kind].declined, await letters.get(db, letter.id)
        if tell is not None and now_ is not None:
            await tell(association, db, now_)

    def asks(self, letter: Letter) -> bool:
        """Whether a letter wants something of its reader."""
        return self._kinds.asks(letter)

    async def words_of(self, association: Association, letter: Letter) -> Piece | None:
        """What a letter says now."""
        found = await self._sheets.of(association, [letter])
        return found[0].piece if found else None

    async def reconsider(self, association: Association, db: Connection, member_id: int) -> None:
        """Look at what waits for a member anew: something went, or they changed what they want. Asks they don't want
        any more are dropped."""
        await self._rounds.plan(association, db, member_id)

    # Features that are switched off and on

    async def wake(self, association: Association, db: Connection, feature: str, *, late: bool) -> None:
        """A feature is on again: what waited goes when it may. With `late` it was off for so long that nobody is asked
        any more what they were to be asked then; a matter of theirs they still learn."""
        found = await letters.of_feature(db, feature, State.WAITING, State.HELD)
        past = [letter for letter in found if late and not self._kinds.matters(letter)]
        await self._courier.drop(association, db, past)
        for member_id in sorted({letter.member_id for letter in found}):
            await self.reconsider(association, db, member_id)

    async def forget(self, association: Association, db: Connection, feature: str) -> None:
        """A feature's records are erased: so is what it wrote to people, with the private threads that were opened for
        it. What went of late still counts, and says that it is over."""
        found, then = await letters.of_feature(db, feature, *State), self._clock.now() - REMEMBERED
        await self._courier.remove_threads(db, found)
        recent = [letter for letter in found if letter.sent_at is not None and letter.sent_at > then]
        for letter in recent:
            await self.reword(db, letter)
        await journey.forget(db, {letter.id for letter in found} - {letter.id for letter in recent})
        for member_id in sorted({letter.member_id for letter in found}):
            await self.reconsider(association, db, member_id)

    # People who go

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Nothing is written to somebody who left."""
        await self._courier.drop(association, db, await letters.of_member(db, member_id, State.WAITING, State.HELD))
        await cancel(db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """What was to be told then is over."""

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Private threads that letters opened go with their reader; so does what waited. What stands in their direct
        conversation says only that it was about something that is erased."""
        found = await letters.of_member(db, member_id, *State)
        await self._courier.blank(db, found)
        await self._courier.remove_threads(db, found)
        await journey.forget(db, [letter.id for letter in found])  # nobody rewords what is blank
