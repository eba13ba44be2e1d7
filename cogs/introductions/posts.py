"""What stands on Discord: a member's card, and the line to organisers when nobody answered it."""

from __future__ import annotations

from typing import Final

from bot.delivery.outbox import Kind, Rendered, Row
from bot.people import members
from bot.schedule import jobs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.publications import Publication, PublicationKind, Shown
from bot.words.text import link
from cogs.introductions import cards, store
from cogs.introductions.preferences import CHANNEL

CARD: Final = "introductions:card"
"""The kind of an introduction's publication; its ref is the member's id."""
NOTE: Final = "introductions:unanswered-note"
UNANSWERED: Final = "introductions:unanswered"
DOCUMENT: Final = "member"


async def make_findable(house: House, association: Association, db: Connection, profile: members.Profile) -> None:
    """Put a profile into the search: what they do and offer, not what they seek."""
    trade = house.catalogue.trades.get(profile.trade or "")
    text = "\n".join((profile.what, *profile.offers, *(trade.names.values() if trade else ())))
    facets = [f"trade-{profile.trade}", f"zone-{profile.zone}"]
    await association.search.put(db, DOCUMENT, profile.member_id, text, facets=facets, member_id=profile.member_id)


async def expect_no_answer(house: House, db: Connection, member_id: int) -> None:
    """Organisers need not look after a member's card."""
    standing = await house.publications.get(db, CARD, member_id)
    if standing is not None and standing.message_id is not None:
        await jobs.cancel(db, UNANSWERED, str(standing.message_id))


async def withdraw(house: House, association: Association, db: Connection, member_id: int) -> bool:
    """Take somebody's introduction down and out of search and matching, also while they are away; nothing is lost.
    False when there is none to be seen."""
    profile = await members.profile(db, member_id)
    if profile is None or not profile.shown:
        return False
    await members.hide_profile(db, member_id)
    await association.search.remove(db, DOCUMENT, member_id)
    await expect_no_answer(house, db, member_id)
    await house.publications.take_down(association, db, CARD, member_id)
    return True


class Posts:
    """The card, and what follows when people go and come back."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.publications.register(
            PublicationKind(
                CARD,
                CHANNEL,
                self._render,
                words="intro",
                again="introductions:write",
                posted=self._posted,
                removed=self._removed,
            )
        )
        house.outbox.register(Kind(NOTE, self._render_note))
        house.lifecycle.follow(self)

    async def _render(self, association: Association, publication: Publication) -> Shown | None:
        profile = await members.visible_profile(association.read(), publication.member_id)
        words = association.words
        if profile is None:
            return Shown(cards.hidden(words), words.plain("intro-away-title"), hidden=True)
        return Shown(cards.public(words, self._house.catalogue, profile), publication.title)

    async def _removed(self, association: Association, db: Connection, publication: Publication) -> None:
        """As if its author had withdrawn it."""
        await withdraw(self._house, association, db, publication.member_id)

    async def _posted(self, association: Association, db: Connection, publication: Publication) -> None:
        """See that a human answers within a working day."""
        await store.note_introduced(db, publication.member_id, self._house.clock.now())
        due = association.quiet_hours.after_working_days(self._house.clock.now(), 1)
        await jobs.plan(db, UNANSWERED, str(publication.message_id), due_at=due, member_id=publication.member_id)

    async def _render_note(self, association: Association, row: Row) -> Rendered | None:
        url = link(association.guild_id, row.reference["place"], row.reference["message"])
        return Rendered(cards.unanswered(association.words, url))

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """Out of the search."""
        await association.search.remove(db, DOCUMENT, member_id)
        await expect_no_answer(self._house, db, member_id)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """In the search again."""
        profile = await members.visible_profile(db, member_id)
        if profile is not None:
            await make_findable(self._house, association, db, profile)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Nothing of their own: the card goes with its author, the document too."""
