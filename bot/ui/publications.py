"""What members publish in a feature's channel: posted, edited in place, taken down, hidden while its author is away.

A feature declares a `PublicationKind` and says "publish"; where the card stands, that it waits for a channel, that a
deleted one is posted anew, its thread, its forum tags, what its author is told when it took its time, and what happens
when they go, come back or are erased, is the same for all and lives here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.delivery import waiting
from bot.delivery.activity import answered
from bot.delivery.contact import Contact, Letter, LetterKind, Piece, Weight
from bot.delivery.outbox import Kind, Operation, Outbox, Rendered, Row, Sent
from bot.people.lifecycle import Lifecycle
from bot.schedule.clock import MINUTE, Clock
from bot.storage import features, panels
from bot.storage import publications as store
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.preferences import Preference
from bot.storage.publications import Publication
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, button, link_button, row
from bot.ui.panels import Panels
from bot.words.text import link

__all__ = ["Publication", "PublicationKind", "Publications", "Shown"]

TAKEN_DOWN: Final = "kernel:taken-down"
_POSTS: Final = frozenset({Operation.POST, Operation.FORUM_POST})
_ANEW: Final = {"anew": True}
"""The reference of an edit whose card is posted again when it is gone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a publication says now. `title` is its thread's or post's, `tags` its forum tags by name. A `hidden` one
    stands for something that isn't to be seen for a while: it is edited where it stands, never posted. `archived` sets
    the thread's state on an edit; None leaves it."""

    view: discord.ui.LayoutView
    title: str
    tags: Sequence[str] = ()
    hidden: bool = False
    archived: bool | None = None


async def _nothing(association: Association, db: Connection, publication: Publication) -> None:
    pass


@dataclass(frozen=True, slots=True)
class PublicationKind:
    """What a feature publishes. `render` says what stands there now (None: nothing any more); `posted` is told, in the
    transaction that records it, that Discord has it, `opened` that its conversation is there: the post, or the thread
    under the message. `removed` is told, in the transaction, that the team takes a card down: what the feature keeps of
    it is no longer found either. `words` begins the messages `-appeared`, `-given-up`, `-open-card`
    and `-taken-down-title`; `again` is the act (`introductions:write`) by which an author tries once more, called
    `-change`."""

    name: str
    channel: Preference[int | None]
    render: Callable[[Association, Publication], Awaitable[Shown | None]]
    words: str
    again: str = ""
    posted: Callable[[Association, Connection, Publication], Awaitable[None]] = _nothing
    opened: Callable[[Association, Connection, Publication], Awaitable[None]] = _nothing
    removed: Callable[[Association, Connection, Publication], Awaitable[None]] = _nothing


Watcher = Callable[[Association, Connection, int], Awaitable[None]]
"""Hears, in the transaction, whose card is taken down: what is shown of it elsewhere goes too."""


class Publications:
    """Publishes, and keeps what stands in step."""

    def __init__(
        self,
        client: discord.Client,
        clock: Clock,
        outbox: Outbox,
        panels: Panels,
        lifecycle: Lifecycle,
        contact: Contact,
    ) -> None:
        self._client = client
        self._clock = clock
        self._outbox = outbox
        self._panels = panels
        self._lifecycle = lifecycle
        self._contact = contact
        self._kinds: dict[str, PublicationKind] = {}
        self._watchers: list[Watcher] = []
        outbox.register(Kind(TAKEN_DOWN, render=self._render_taken_down))
        lifecycle.follow(self)

    def register(self, kind: PublicationKind) -> None:
        """Make a kind known."""
        self._kinds[kind.name] = kind
        self._outbox.register(Kind(kind.name, self._render, self._sent, self._failed))
        self._contact.register(LetterKind(_letter(kind.name, "appeared"), Weight.MATTER, self._appeared))
        self._contact.register(LetterKind(_letter(kind.name, "given-up"), Weight.MATTER, self._given_up))

    def publishes(self, kind: str) -> bool:
        """Whether rows of a kind are members' cards."""
        return kind in self._kinds

    def watch_withdrawals(self, watcher: Watcher) -> None:
        """Tell `watcher` from now on."""
        self._watchers.append(watcher)

    # What features say

    async def get(self, db: Connection, kind: str, ref: int) -> Publication | None:
        """Where something stands, or None."""
        return await store.get(db, kind, ref)

    async def at(self, db: Connection, message_id: int) -> Publication | None:
        """What this message is the card of, or None."""
        return await store.at(db, message_id)

    def url(self, association: Association, publication: Publication | None) -> str | None:
        """The address of a card that Discord has, else None."""
        if publication is None or publication.message_id is None or publication.place is None:
            return None
        return link(association.guild_id, publication.place, publication.message_id)

    async def publish(
        self, association: Association, db: Connection, kind: str, ref: int, member_id: int, title: str
    ) -> None:
        """Post it, or edit it quietly where it stands, in the caller's transaction; without a channel it waits."""
        before = await store.get(db, kind, ref)
        await store.write(db, kind, ref, member_id, title)
        if before is not None and before.message_id is not None:
            await self._edit(db, before, thread=before.forum or before.title != title, anew=True)
        elif not await self._is_on_its_way(db, kind, ref, member_id):
            await self._post(association, db, kind, ref, member_id)

    async def refresh(self, association: Association, db: Connection, kind: str, ref: int) -> None:  # noqa: ARG002
        """Show it as it is now, where it stands; one that somebody deleted there stays deleted."""
        standing = await store.get(db, kind, ref)
        if standing is not None and standing.message_id is not None:
            await self._edit(db, standing, thread=True)

    async def take_down(self, association: Association, db: Connection, kind: str, ref: int) -> None:
        """Delete the card; a thread in which people wrote stays, renamed neutrally and archived."""
        standing = await store.get(db, kind, ref)
        if standing is None:
            return
        await self._outbox.take_back(db, kind, standing.member_id, {"ref": ref})
        await store.remove(db, kind, ref)
        for watcher in self._watchers:
            await watcher(association, db, standing.member_id)
        if standing.message_id is not None:
            author = self._lifecycle.alias(association, standing.member_id)
            await self._delete(db, kind, standing.place, standing.message_id, standing.thread_id, author)

    async def remove(self, association: Association, db: Connection, publication: Publication) -> None:
        """The team takes somebody's card down."""
        kind = self._kinds.get(publication.kind)
        if kind is not None:
            await kind.removed(association, db, publication)
        await self.take_down(association, db, publication.kind, publication.ref)

    async def messages_in(self, db: Connection, channel_id: int) -> set[int]:
        """The messages of a channel that are members' cards or panels: what the bot did not decide on by itself."""
        standing = {panel.message_id for panel in await panels.everywhere(db) if panel.channel_id == channel_id}
        return standing | await store.messages_in(db, channel_id)

    async def post_waiting(self, association: Association, db: Connection) -> None:
        """Post what was published before its channel was chosen, or while its feature was off, or whose channel was
        deleted."""
        for publication in await store.waiting(db):
            kind = self._kinds.get(publication.kind)
            shown = await kind.render(association, publication) if kind is not None else None
            on_its_way = await self._is_on_its_way(db, publication.kind, publication.ref, publication.member_id)
            if shown is not None and not shown.hidden and not on_its_way:
                await self._post(association, db, publication.kind, publication.ref, publication.member_id)

    async def take_all_down(self, association: Association, db: Connection, feature: str) -> int:
        """Delete every card of a feature whose records are erased; how many there were."""
        found = await store.of_feature(db, feature)
        for publication in found:
            await self.take_down(association, db, publication.kind, publication.ref)
        return len(found)

    async def outcome(self, association: Association, kind: str, ref: int) -> tuple[str, str | None]:
        """After `send_now`, for the answer to its author: `published` with its address, `will-appear`, or
        `no-channel-yet`. Who reads it here needs no letter."""
        standing = await store.get(association.read(), kind, ref)
        url = self.url(association, standing)
        if standing is None or url is None:
            return ("no-channel-yet" if standing is None or standing.channel_id is None else "will-appear"), None
        async with association.transaction() as db:
            key = str(standing.message_id)
            await self._contact.take_back(association, db, standing.member_id, _letter(kind, "appeared"), key)
        return "published", url

    async def has_answer(self, publication: Publication) -> bool:
        """Whether a person other than the author answered a card, as far as that can be seen. Asks Discord."""
        if publication.message_id is None or publication.channel_id is None:
            return True

        def by_author(member_id: int) -> bool:
            return member_id == publication.member_id

        client, thread, message = self._client, publication.thread_id, publication.message_id
        looked = [await answered(client, thread, not_by=by_author)] if thread else []
        if not publication.forum:
            looked.append(await answered(client, publication.channel_id, to=message, not_by=by_author))
        return any(looked) or all(found is None for found in looked)  # what can't be seen is nobody's fault

    # Rows

    async def _post(self, association: Association, db: Connection, kind: str, ref: int, member_id: int) -> None:
        channel = self._kinds[kind].channel
        place, resting = association.preferences[channel], features.owner(kind) in await features.off(db)
        if place is None or resting or not await self._panels.is_open(db, channel):
            await store.stand(db, kind, ref, None)
            return
        forum = isinstance(self._client.get_channel(place), discord.ForumChannel)
        await store.stand(db, kind, ref, place, forum=forum)
        operation = Operation.FORUM_POST if forum else Operation.POST
        reference = {"ref": ref}
        posted = await self._outbox.put(db, kind, operation, channel_id=place, reference=reference, member_id=member_id)
        if not forum:
            await self._outbox.put(db, kind, Operation.THREAD, reference=reference, member_id=member_id, after=posted)

    async def _is_on_its_way(self, db: Connection, kind: str, ref: int, member_id: int) -> bool:
        """Whether a row will post it; one that was parked is tried again."""
        reference = {"ref": ref}
        parked = await waiting.parked_for(db, kind, member_id, reference)
        if parked is not None:
            await waiting.revive(db, parked, self._clock.now())
        return parked is not None or await waiting.waits_for(db, kind, member_id, reference)

    async def _edit(self, db: Connection, standing: Publication, *, thread: bool, anew: bool = False) -> None:
        """Show it as it is now; with `thread`, the thread's name, tags and state too; with `anew`, it is posted again
        when somebody deleted it. An edit that waits keeps what its author wanted."""
        message = standing.message_id
        assert message is not None
        reference = _ANEW if anew or await waiting.waits_to_change(db, standing.kind, message, _ANEW) else None
        await self._outbox.put(
            db, standing.kind, Operation.EDIT, channel_id=standing.place, message_id=message, reference=reference
        )
        if thread and standing.thread_id is not None:
            await self._outbox.put(
                db, standing.kind, Operation.THREAD_EDIT, channel_id=standing.thread_id, message_id=message
            )

    async def _delete(
        self, db: Connection, kind: str, place: int | None, message_id: int, thread_id: int | None, author: str
    ) -> None:
        """Delete a card and its thread; `author` is an alias, by which the author's own messages are no answers."""
        reference = {"kind": kind, "author": author}
        await self._outbox.put(
            db, TAKEN_DOWN, Operation.DELETE, channel_id=place, message_id=message_id, reference=reference
        )
        if thread_id is not None:
            for operation in (Operation.THREAD_DELETE, Operation.THREAD_EDIT):
                await self._outbox.put(db, TAKEN_DOWN, operation, channel_id=thread_id, reference=reference)

    async def _of(self, db: Connection, row: Row) -> Publication | None:
        """What a row is about: an edit knows its message, a post its ref."""
        if row.message_id is not None:
            return await store.at(db, row.message_id)
        return await store.get(db, row.kind, int(row.reference["ref"])) if "ref" in row.reference else None

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        publication = await self._of(association.read(), row)
        if publication is not None and row.operation in _POSTS and publication.message_id is not None:
            return None  # it stands already
        shown = await self._kinds[row.kind].render(association, publication) if publication is not None else None
        if shown is None or (shown.hidden and row.operation not in {Operation.EDIT, Operation.THREAD_EDIT}):
            return None
        return Rendered(shown.view, title=shown.title, tags=shown.tags, archived=shown.archived)

    async def _render_taken_down(self, association: Association, row: Row) -> Rendered | None:
        """A thread goes only when it is certain that nobody but the author wrote in it."""

        def by_author(member_id: int) -> bool:
            return self._lifecycle.alias(association, member_id) == str(row.reference["author"])

        deletes = row.operation is Operation.THREAD_DELETE
        if deletes and await answered(self._client, row.channel_id, not_by=by_author) is not False:
            return None
        kind = self._kinds.get(row.reference["kind"])
        title = association.words.plain(f"{kind.words}-taken-down-title") if kind is not None else ""
        return Rendered(title=title, archived=True)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.operation is Operation.THREAD:
            await self._thread_opened(association, db, row, sent)
        elif row.operation in _POSTS and row.member_id is not None and sent.message_id is not None:
            await self._posted(association, db, row, sent, row.member_id, sent.message_id)

    async def _posted(
        self, association: Association, db: Connection, row: Row, sent: Sent, member_id: int, message_id: int
    ) -> None:
        forum, ref = row.operation is Operation.FORUM_POST, int(row.reference["ref"])
        thread_id = sent.channel_id if forum else None
        if not await store.posted(db, row.kind, ref, row.channel_id, message_id, thread_id, forum=forum):
            author = self._lifecycle.alias(association, member_id)
            await self._delete(db, row.kind, sent.channel_id, message_id, thread_id, author)
            return
        publication = await store.get(db, row.kind, ref)
        assert publication is not None
        await self._kinds[row.kind].posted(association, db, publication)
        if forum:
            await self._kinds[row.kind].opened(association, db, publication)
        # whoever published it is mostly still there, and sees it in their answer: `outcome` takes this back
        name = _letter(row.kind, "appeared")
        await self._contact.write(association, db, member_id, name, str(message_id), after=MINUTE)

    async def _thread_opened(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        """The thread under a card; when the card went meanwhile, the thread goes too."""
        if await store.at(db, sent.message_id or 0) is not None:
            await store.has_thread(db, sent.message_id or 0, sent.channel_id)
            publication = await store.at(db, sent.message_id or 0)
            assert publication is not None
            await self._kinds[row.kind].opened(association, db, publication)
        elif row.member_id is not None:
            author = self._lifecycle.alias(association, row.member_id)
            await self._delete(db, row.kind, row.channel_id, sent.message_id or 0, sent.channel_id, author)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        """A card that somebody deleted is posted anew when its author changes it, and only then; one that could not be
        posted waits for its author, or for a channel. A parked one keeps its place: it may be tried again."""
        edited, posted = row.operation is Operation.EDIT, row.operation in _POSTS
        if posted and row.member_id is not None and reason in {"parked", "skipped"}:
            reference, name = {"ref": row.reference["ref"]}, _letter(row.kind, "given-up")
            await self._contact.write(
                association, db, row.member_id, name, str(row.id), reference=reference, after=MINUTE
            )
        lost = {"message-gone", "channel-gone"} if edited else {"channel-gone", "dropped", "skipped"}
        standing = await self._of(db, row) if (edited or posted) and reason in lost else None
        if standing is None or (posted and standing.message_id is not None):
            return
        if not standing.member_id:  # nobody's: once it is gone it stays away
            await store.stand(db, standing.kind, standing.ref, None)
            return
        stands_elsewhere = edited and (reason == "message-gone" or standing.forum)
        if stands_elsewhere and not row.reference.get("anew") and self._has_channel(standing):
            await store.stand(db, standing.kind, standing.ref, standing.channel_id, forum=standing.forum)
            return
        await store.stand(db, standing.kind, standing.ref, None)
        shown = await self._kinds[row.kind].render(association, standing) if stands_elsewhere else None
        if shown is not None and not shown.hidden:
            await self._post(association, db, standing.kind, standing.ref, standing.member_id)

    def _has_channel(self, standing: Publication) -> bool:
        """Whether the card's channel is there still: then the card alone was deleted, and whoever did it meant it."""
        return standing.channel_id is not None and self._client.get_channel(standing.channel_id) is not None

    # What the author is told

    async def _appeared(self, association: Association, letter: Letter) -> Piece | None:
        publication = await store.at(association.read(), int(letter.key))
        url = self.url(association, publication)
        if publication is None or url is None:
            return None
        words, prefix = association.words_in(letter.language), self._kinds[publication.kind].words
        return Piece([words(f"{prefix}-appeared"), row(link_button(words.plain(f"{prefix}-open-card"), url))])

    async def _given_up(self, association: Association, letter: Letter) -> Piece | None:
        feature = letter.kind.split(":")[0]
        kind = next(kind for kind in self._kinds.values() if kind.name.split(":")[0] == feature)
        publication = await store.get(association.read(), kind.name, int(letter.reference["ref"]))
        if publication is None or publication.message_id is not None:
            return None
        shown = await kind.render(association, publication)
        if shown is None or shown.hidden:
            return None
        words = association.words_in(letter.language)
        again = custom_id(kind.again, guild_id=association.guild_id) if kind.again else ""
        offer = button(words.plain(f"{kind.words}-change"), again, style=PRIMARY) if again else None
        return Piece([words(f"{kind.words}-given-up"), row(offer)])

    # People who go and come back

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """The cards say that their author is away."""
        for publication in await store.of_member(db, member_id):
            await self.refresh(association, db, publication.kind, publication.ref)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """The cards as they were, also those that a feature posts by itself; what waited to be posted is, what somebody
        deleted isn't."""
        for standing in await store.of_member(db, member_id):
            kind, ref = standing.kind, standing.ref
            if standing.message_id is not None:
                await self._edit(db, standing, thread=True)
                continue
            on_its_way = await self._is_on_its_way(db, kind, ref, member_id)
            if kind in self._kinds and not on_its_way and standing.channel_id is None:
                await self._post(association, db, kind, ref, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """The cards go with their author."""
        for publication in await store.of_member(db, member_id):
            await self.take_down(association, db, publication.kind, publication.ref)


def _letter(kind: str, what: str) -> str:
    return f"{kind.split(':')[0]}:{what}"
