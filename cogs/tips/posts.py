"""Tips as others find them: the card on Discord, the search, the link with the request for help that one came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.people import members
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.publications import Publication, PublicationKind, Shown
from bot.words.i18n import Words
from cogs.tips import cards, categories, mark_store, proposal_store, store
from cogs.tips.preferences import CHANNEL
from cogs.tips.rules import Credit, Tip, Written

CARD: Final = "tips:card"
"""The kind of a tip's publication; its ref is the tip's id."""
REQUEST_CARD: Final = "help_requests:card"
"""The kind under which requests for help stand."""
DOCUMENT: Final = "tip"


async def share(
    house: House,
    association: Association,
    db: Connection,
    author_id: int,
    written: Written,
    *,
    request_id: int | None = None,
    thanked: Iterable[Credit] = (),
) -> int:
    """Store a tip and publish it, in the caller's transaction; its id. The same words twice are one tip."""
    known = await store.same(db, author_id, written)
    if known is not None:
        return known
    tip_id = await store.add(db, author_id, written, request_id, house.clock.now())
    for credit in thanked:
        await mark_store.credit(db, tip_id, credit)
    await show(house, association, db, tip_id)
    return tip_id


async def show(house: House, association: Association, db: Connection, tip_id: int) -> None:
    """Bring the card and the search in step with a tip that was written or changed."""
    tip = await store.get(db, tip_id)
    if tip is not None:
        await make_findable(association, db, tip)
        if tip.author_id is None:
            await house.publications.refresh(association, db, CARD, tip.id)
        else:
            await house.publications.publish(association, db, CARD, tip.id, tip.author_id, tip.title)


async def withdraw(house: House, association: Association, db: Connection, tip: Tip) -> None:
    """Take a tip down and out of the search; its author keeps it."""
    await store.withdraw(db, tip.id)
    await association.search.remove(db, DOCUMENT, tip.id)
    await house.publications.take_down(association, db, CARD, tip.id)
    await _tell_request(house, association, db, tip)


async def _tell_request(house: House, association: Association, db: Connection, tip: Tip) -> None:
    """The card of the request that a tip came from shows the way to it, as long as it stands."""
    if tip.request_id is not None:
        await house.publications.refresh(association, db, REQUEST_CARD, tip.request_id)


async def make_findable(association: Association, db: Connection, tip: Tip) -> None:
    """Put a tip into the search: its words, its tags, its category's name."""
    listed = await categories.listed(db, association.words)
    text = "\n".join((tip.title, tip.body, *tip.tags, categories.label_of(listed, tip.category)))
    await association.search.put(
        db, DOCUMENT, tip.id, text, facets=[f"category-{tip.category}"], member_id=tip.author_id
    )


async def look(house: House, association: Association, tip: Tip, words: Words) -> cards.Look:
    """What a tip shows beside its words."""
    db = association.read()
    thanked = await mark_store.credits_of(db, tip.id)
    return cards.Look(
        category=categories.label_of(await categories.listed(db, words), tip.category),
        named=all(credit.shown for credit in thanked if credit.member_id == tip.author_id),
        helpers=tuple(credit.member_id for credit in thanked if credit.shown and credit.member_id != tip.author_id),
        request=await request_url(house, association, tip.request_id),
    )


async def request_url(house: House, association: Association, request_id: int | None) -> str | None:
    """The address of a request's card, while it stands."""
    if request_id is None:
        return None
    standing = await house.publications.get(association.read(), REQUEST_CARD, request_id)
    return house.publications.url(association, standing)


async def url_of(house: House, association: Association, tip_id: int) -> str | None:
    """The address of a tip's card, while it stands."""
    return (await urls_of(house, association, [tip_id])).get(tip_id)


async def urls_of(house: House, association: Association, tip_ids: Iterable[int]) -> dict[int, str]:
    """The addresses of the cards of some tips; those that don't stand are left out."""
    standing = await publications.many(association.read(), CARD, list(tip_ids))
    urls = {tip_id: house.publications.url(association, found) for tip_id, found in standing.items()}
    return {tip_id: url for tip_id, url in urls.items() if url is not None}


class Legacy:
    """Tips stay without their author's name when they say so as they erase themselves; withdrawn ones don't, nor those
    whose card isn't on Discord: nobody could see them, nor take them down."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.bequeath(self)

    async def count(self, db: Connection, member_id: int) -> int:
        """How many of somebody's tips others can see."""
        return len(await store.leavable(db, member_id))

    async def leave(self, association: Association, db: Connection, member_id: int) -> None:
        """The card and the search lead to them as before; nothing of them leads to their author."""
        for tip_id in await store.leavable(db, member_id):
            await store.bequeath(db, member_id, tip_id)
            await show(self._house, association, db, tip_id)
            tip = await store.get(db, tip_id)
            if tip is not None:
                await _tell_request(self._house, association, db, tip)


class Posts:
    """The card, and what follows when people go and come back."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.publications.register(
            PublicationKind(
                CARD,
                CHANNEL,
                self._render,
                words="tips",
                again="tips:mine:0",
                posted=self._posted,
                removed=self._removed,
            )
        )
        house.lifecycle.follow(self)

    async def _render(self, association: Association, publication: Publication) -> Shown | None:
        db, words = association.read(), association.words
        tip = await store.get(db, publication.ref)
        if tip is None or not tip.stands:
            return None
        author = await members.get(db, tip.author_id or 0)
        if tip.author_id is not None and (author is None or author.state != "present"):
            return Shown(cards.hidden(words), words.plain("tips-away-title"), hidden=True)
        shown = await look(self._house, association, tip, words)
        return Shown(cards.public(words, tip, shown), tip.title, tags=(shown.category, *tip.tags))

    async def _posted(self, association: Association, db: Connection, publication: Publication) -> None:
        """Now that it has an address, the request that it came from can show it."""
        tip = await store.get(db, publication.ref)
        if tip is not None:
            await _tell_request(self._house, association, db, tip)

    async def _removed(self, association: Association, db: Connection, publication: Publication) -> None:
        """As if its author had withdrawn it: they keep their words."""
        tip = await store.get(db, publication.ref)
        if tip is not None and tip.stands:
            await withdraw(self._house, association, db, tip)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Out of the search, and no longer named on others' tips."""
        for tip in await store.of_author(db, member_id):
            await association.search.remove(db, DOCUMENT, tip.id)
            await _tell_request(self._house, association, db, tip)
        await self._rename(association, db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """In the search again, and named where they were."""
        for tip in await store.of_author(db, member_id):
            if tip.stands:
                await make_findable(association, db, tip)
                await _tell_request(self._house, association, db, tip)
        await self._rename(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Their own tips go with them, and those that others wanted to make of their words; the rest names them no
        more."""
        await proposal_store.forget_words_of(db, member_id)
        for tip in await store.of_author(db, member_id):
            await _tell_request(self._house, association, db, tip)
        await self._rename(association, db, member_id)

    async def _rename(self, association: Association, db: Connection, member_id: int) -> None:
        """The cards that named a member, or will again, are shown as they are now."""
        for tip_id in await mark_store.thanking(db, member_id):
            await self._house.publications.refresh(association, db, CARD, tip_id)
