"""What stands on Discord: a member's card is posted, edited in place, taken down, hidden while its author is away."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery import waiting
from bot.delivery.activity import answered
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.people import members
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import link
from cogs.introductions import cards, store
from cogs.introductions.letters import News
from cogs.introductions.preferences import CHANNEL

CARD: Final = "introductions:card"
TAKEN_DOWN: Final = "introductions:taken-down"
NOTE: Final = "introductions:unanswered-note"
UNANSWERED: Final = "introductions:unanswered"
DOCUMENT: Final = "member"


def url_of(association: Association, standing: store.Introduction | None) -> str | None:
    """The address of a card that Discord has, else None."""
    if standing is None or standing.message_id is None or standing.place is None:
        return None
    return link(association.guild_id, standing.place, standing.message_id)


async def make_findable(house: House, association: Association, db: Connection, profile: members.Profile) -> None:
    """Put a profile into the search: what they do and offer, not what they seek."""
    trade = house.catalogue.trades.get(profile.trade or "")
    text = "\n".join((profile.what, *profile.offers, *(trade.names.values() if trade else ())))
    facets = [f"trade-{profile.trade}", f"zone-{profile.zone}"]
    await association.search.put(db, DOCUMENT, profile.member_id, text, facets=facets, member_id=profile.member_id)


async def publish(house: House, association: Association, db: Connection, member_id: int, title: str) -> None:
    """Post a member's card, or edit it quietly where it stands."""
    before = await store.get(db, member_id)
    await store.write(db, member_id, title)
    if before is not None and before.message_id is not None:
        await _edit(house, db, before, rename=before.title != title)
    elif not await waiting.waits_for(db, CARD, member_id):
        await _post(house, association, db, member_id)


async def post_waiting(house: House, association: Association, db: Connection) -> None:
    """Post the cards that were written before a channel was chosen, or whose channel was deleted."""
    for member_id in await store.waiting(db):
        await _post(house, association, db, member_id)


async def _post(house: House, association: Association, db: Connection, member_id: int) -> None:
    place = association.preferences[CHANNEL]
    if place is None or not await house.panels.is_open(db):
        await store.stand(db, member_id, None)
        return
    forum = isinstance(house.client.get_channel(place), discord.ForumChannel)
    await store.stand(db, member_id, place, forum=forum)
    operation = Operation.FORUM_POST if forum else Operation.POST
    posted = await house.outbox.put(db, CARD, operation, channel_id=place, member_id=member_id)
    if not forum:
        await house.outbox.put(db, CARD, Operation.THREAD, member_id=member_id, after=posted)


async def _edit(house: House, db: Connection, standing: store.Introduction, *, rename: bool) -> None:
    """Show the card as it is now; with `rename`, its thread too."""
    await house.outbox.put(db, CARD, Operation.EDIT, channel_id=standing.place, message_id=standing.message_id)
    if rename and standing.thread_id is not None:
        await house.outbox.put(
            db, CARD, Operation.THREAD_EDIT, channel_id=standing.thread_id, message_id=standing.message_id
        )


async def take_down(house: House, association: Association, db: Connection, member_id: int) -> None:
    """Delete a member's card; a thread in which people wrote stays, renamed neutrally and archived."""
    standing = await store.get(db, member_id)
    await house.outbox.take_back(db, CARD, member_id)
    if standing is None:
        return
    await store.remove(db, member_id)
    if standing.message_id is not None:
        await jobs.cancel(db, UNANSWERED, str(standing.message_id))
        author = house.lifecycle.alias(association, member_id)
        await _delete(house, db, standing.place, standing.message_id, standing.thread_id, author)


async def _delete(
    house: House, db: Connection, place: int | None, message_id: int, thread_id: int | None, author: str
) -> None:
    """Delete a card and its thread; `author` is an alias, by which the author's own messages are no answers."""
    await house.outbox.put(db, TAKEN_DOWN, Operation.DELETE, channel_id=place, message_id=message_id)
    if thread_id is not None:
        reference = {"author": author}
        await house.outbox.put(db, TAKEN_DOWN, Operation.THREAD_DELETE, channel_id=thread_id, reference=reference)
        await house.outbox.put(db, TAKEN_DOWN, Operation.THREAD_EDIT, channel_id=thread_id)


class Posts:
    """The outbox's kinds of this feature, and what follows when people go and come back."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._news = News(house)
        house.outbox.register(Kind(CARD, self._render, self._sent, self._failed))
        house.outbox.register(Kind(TAKEN_DOWN, self._render_taken_down))
        house.outbox.register(Kind(NOTE, self._render_note))
        house.lifecycle.follow(self)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        db = association.read()
        standing = await (
            store.by_message(db, row.message_id) if row.message_id is not None else store.get(db, row.member_id or 0)
        )
        if standing is None:
            return None
        profile = await members.visible_profile(db, standing.member_id)
        words = association.words
        if profile is not None:
            return Rendered(cards.public(words, self._house.catalogue, profile), title=standing.title)
        if row.operation in {Operation.EDIT, Operation.THREAD_EDIT}:
            return Rendered(cards.hidden(words), title=words.plain("intro-away-title"))
        return None

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:
        if row.member_id is None:  # an edit: nothing new to record
            return
        made_thread = row.operation in {Operation.FORUM_POST, Operation.THREAD}
        thread_id = sent.channel_id if made_thread else None
        message_id = sent.message_id if row.operation is not Operation.THREAD else None
        if not await store.posted(db, row.member_id, message_id, thread_id):
            author = self._house.lifecycle.alias(association, row.member_id)
            await _delete(self._house, db, sent.channel_id, sent.message_id or 0, thread_id, author)
        elif message_id is not None:
            due = association.quiet_hours.after_working_days(self._house.clock.now(), 1)
            await jobs.plan(db, UNANSWERED, str(message_id), due_at=due, member_id=row.member_id)
            await self._news.appeared(association, db, row.member_id, message_id)

    async def _failed(self, association: Association, db: Connection, row: Row, reason: str) -> None:
        """A card that somebody deleted is posted anew when its author changes it; one that could not be posted waits
        for its author, or for a channel."""
        edited = row.operation is Operation.EDIT
        posted = row.operation in {Operation.POST, Operation.FORUM_POST}
        if posted and row.member_id is not None and reason in {"parked", "skipped"}:
            await self._news.given_up(association, db, row.member_id, row.id)
        lost = (
            {"message-gone", "channel-gone"} if edited else {"channel-gone", "parked", "dropped"} if posted else set()
        )
        if reason not in lost:
            return
        standing = await (store.by_message(db, row.message_id or 0) if edited else store.get(db, row.member_id or 0))
        if standing is None:
            return
        await store.stand(db, standing.member_id, None)
        stands_elsewhere = edited and (reason == "message-gone" or standing.forum)
        if stands_elsewhere and await members.visible_profile(db, standing.member_id) is not None:
            await _post(self._house, association, db, standing.member_id)

    async def _render_taken_down(self, association: Association, row: Row) -> Rendered | None:
        """A thread goes only when it is certain that nobody but the author wrote in it."""
        author = row.reference.get("author")

        def by_author(member_id: int) -> bool:
            return self._house.lifecycle.alias(association, member_id) == author

        deletes = row.operation is Operation.THREAD_DELETE
        if deletes and await answered(self._house.client, row.channel_id, not_by=by_author) is not False:
            return None
        return Rendered(title=association.words.plain("intro-withdrawn-title"), archived=True)

    async def _render_note(self, association: Association, row: Row) -> Rendered | None:
        url = link(association.guild_id, row.reference["place"], row.reference["message"])
        return Rendered(cards.unanswered(association.words, url))

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Out of the search; the card says that its author is away."""
        await association.search.remove(db, DOCUMENT, member_id)
        standing = await store.get(db, member_id)
        if standing is not None and standing.message_id is not None:
            await jobs.cancel(db, UNANSWERED, str(standing.message_id))
            await _edit(self._house, db, standing, rename=True)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """In the search again; the card as it was."""
        profile = await members.visible_profile(db, member_id)
        if profile is None:
            return
        await make_findable(self._house, association, db, profile)
        standing = await store.get(db, member_id)
        if standing is not None and standing.message_id is not None:
            await _edit(self._house, db, standing, rename=True)
        elif standing is not None:
            await publish(self._house, association, db, member_id, standing.title)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """The card goes with its author."""
        await take_down(self._house, association, db, member_id)
