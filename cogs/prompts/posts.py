"""A question on Discord: posted with its thread, its host invited, shown anew when those go whose words it shows."""

from __future__ import annotations

from typing import Final

from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.schedule.clock import HOUR, MINUTE
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.prompts import cards, hearing, letters, post_store, subjects, turns
from cogs.prompts.hearing import Trouble
from cogs.prompts.pace import Verdict
from cogs.prompts.preferences import CHANNEL
from cogs.prompts.rules import Content, Post, Subject

QUESTION: Final = "prompts:question"
GRACE: Final = 4 * HOUR
"""How much later than its hour a question may still appear, in seconds: after that the room is another one."""
WAITED: Final = 10 * MINUTE
"""How long a question may wait before the bot listens again, in seconds."""
_UNSAID: Final = frozenset({"channel-gone", "dropped", "skipped"})
"""What became of a post that never stood."""


async def ask(house: House, db: Connection, subject: Subject, content: Content, place: int, *, planned_at: int) -> None:
    """Write a question and its thread; what has a conversation of its own leads there instead. It was `planned_at`."""
    post_id = await post_store.add(db, subject, house.clock.now(), place, content.thread_id)
    if content.author_id is not None:
        await post_store.note_author(db, post_id, content.author_id)
    reference = {"post": post_id, "at": planned_at}
    posted = await house.outbox.put(db, QUESTION, Operation.POST, channel_id=place, reference=reference)
    if content.thread_id is None:
        await house.outbox.put(db, QUESTION, Operation.THREAD, reference=reference, after=posted)


async def show_again(house: House, db: Connection, post: Post) -> None:
    """Show a question that stands as it is now, and its thread's name."""
    if post.message_id is None:
        return
    reference = {"post": post.id}
    await house.outbox.put(
        db, QUESTION, Operation.EDIT, channel_id=post.channel_id, message_id=post.message_id, reference=reference
    )
    if post.own_thread:
        await house.outbox.put(db, QUESTION, Operation.THREAD_EDIT, channel_id=post.thread_id, reference=reference)


async def content_of(house: House, association: Association, post: Post) -> Content | None:
    """What a question says now; None when there is nothing to say any more."""
    return await subjects.content(house, association, post.subject)


class Posts:
    """What is sent, and what follows when people go and come back."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(QUESTION, self._render, self._sent, self._failed))
        house.lifecycle.follow(self)
        house.publications.watch_withdrawals(self.gone)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        post = await post_store.get(association.read(), row.reference["post"])
        content = await content_of(self._house, association, post) if post is not None else None
        words = association.words
        if row.operation in {Operation.EDIT, Operation.THREAD_EDIT}:
            view = cards.post(words, content) if content is not None else cards.over(words)
            return Rendered(view, title=cards.title(words, content))
        if post is None or content is None:
            return None
        if row.operation is Operation.POST and not await self._still_fits(association, post, row):
            return None
        return Rendered(cards.post(words, content), title=cards.title(words, content))

    async def _still_fits(self, association: Association, post: Post, row: Row) -> bool:
        """Whether it is still the hour for it, and the channel; after a while, also whether the ritual is still on and
        the room still silent. A thread follows its question whenever that is."""
        now, planned_at = self._house.clock.now(), row.reference["at"]
        if now - planned_at > GRACE or association.preferences[CHANNEL] != post.channel_id:
            return False
        if post.message_id is not None:
            return False
        return now - post.at <= WAITED or await self._is_silent(association, row, planned_at)

    async def _is_silent(self, association: Association, row: Row, planned_at: int) -> bool:
        """Listen again. What was tried before may stand there already, and is no other word of ours."""
        if not await turns.is_on(association.read()):
            return False
        heard = await hearing.listen(self._house, association)
        if isinstance(heard, Trouble):
            return False
        own_last = heard.own_posted_last and row.attempt_at is None
        found = turns.room(self._house, association, heard, own_last=own_last, planned_at=planned_at)
        return found is Verdict.ASK

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.operation is Operation.POST and sent.message_id is not None:
            await self._posted(association, db, row.reference["post"], sent.channel_id, sent.message_id)
        elif row.operation is Operation.THREAD:
            await post_store.has_thread(db, row.reference["post"], sent.channel_id)

    async def _posted(
        self, association: Association, db: Connection, post_id: int, channel_id: int, message_id: int
    ) -> None:
        post = await post_store.get(db, post_id)
        if post is None:  # whose words it shows was erased at this instant
            await self._house.outbox.put(
                db, QUESTION, Operation.DELETE, channel_id=channel_id, message_id=message_id, reference={}
            )
            return
        await post_store.posted(db, post_id, message_id)
        await letters.invite(self._house, association, db, post)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:  # noqa: ARG002
        """One that never stood was not asked: the rhythm doesn't suffer from it, and it may be asked another time."""
        if row.operation is Operation.POST and reason in _UNSAID:
            await self._take_back(db, row.reference["post"])

    async def _take_back(self, db: Connection, post_id: int) -> None:
        turn, state = await post_store.ritual(db)
        await post_store.remove(db, post_id)
        await post_store.note_turn(db, turn, state.unasked())

    # People who go and come back

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Without their name, and without what only they could show, in the channel and in the host's letter; decided
        when the edits are sent."""
        for post in await post_store.of_author(db, member_id):
            await show_again(self._house, db, post)
            await self._house.contact.show_again(db, letters.HOST, str(post.id))

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """As it was."""
        await self.gone(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """What they asked is gone with them, be it on its way; what others answered stays in its thread."""
        await self.gone(association, db, member_id)
        for post in await post_store.of_author(db, member_id):
            if post.message_id is None:
                await self._take_back(db, post.id)
