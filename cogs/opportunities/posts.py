"""What stands of a mission for everybody to see: its card, its thread, its document while it is open."""

from __future__ import annotations

from typing import Final

from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.publications import Publication, PublicationKind, Shown
from bot.words.i18n import Words
from cogs.opportunities import cards, letters, rules, standing, store
from cogs.opportunities.places import CARD, DOCUMENT
from cogs.opportunities.preferences import CHANNEL
from cogs.opportunities.rules import ANYWHERE, Mission, State

FOLLOWED: Final = "opportunities:followed"
"""The kind of the row that brings an author into the conversation under their card."""


async def publish(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """Post a mission's card, or show it as it is now; whoever searches finds it."""
    title = rules.title(cards.kind_name(association.words, mission.kind), mission.title)
    await make_findable(house, association, db, mission)
    await house.publications.publish(association, db, CARD, mission.id, mission.author_id, title)


async def settle(
    house: House,
    association: Association,
    db: Connection,
    mission: Mission,
    state: State,
    *,
    filled_by: int | None = None,
    by: int = 0,
) -> None:
    """Nobody is looked for any more, in the caller's transaction: the card says so, nobody finds it, and whoever was
    asked about it, or would have liked it, is let go. `by`: who said so."""
    await store.settle(db, mission.id, state, house.clock.now(), filled_by)
    settled = await store.get(db, mission.id)
    assert settled is not None
    await letters.let_go(house, association, db, settled, by=by)
    await association.search.remove(db, DOCUMENT, mission.id)
    await house.publications.refresh(association, db, CARD, mission.id)


async def renew(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """It is open, for as long as a new one is. A card that isn't there any more is posted again."""
    await store.renew(db, mission.id, house.clock.now())
    renewed = await store.get(db, mission.id)
    assert renewed is not None
    if mission.open:
        await house.publications.refresh(association, db, CARD, mission.id)
    else:
        await publish(house, association, db, renewed)


async def take_away(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """Nothing of it stands any more: neither its card and thread nor its document, nor what people were asked; whoever
    raised a hand learns that it is over."""
    await standing.forget(house, association, db, mission)
    await house.publications.take_down(association, db, CARD, mission.id)
    await association.search.remove(db, DOCUMENT, mission.id)


async def make_findable(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """Put a mission into the search: its words, and what its kind, trade and place are called."""
    text = "\n".join((mission.what, mission.when_text, _called(house, association.words, mission)))
    facets = (
        f"sort-{mission.kind.value}",
        f"trade-{mission.trade or ''}",
        f"zone-{mission.zone}" if mission.zone else ANYWHERE,
        f"place-{mission.place}",
    )
    await association.search.put(db, DOCUMENT, mission.id, text, facets=facets, member_id=mission.author_id)


def _called(house: House, words: Words, mission: Mission) -> str:
    return cards.subject(words, house.catalogue, mission)


class Posts:
    """The card, and what follows once it stands."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.publications.register(
            PublicationKind(
                CARD,
                CHANNEL,
                self._render,
                words="mission",
                again="opportunities:mine:0",
                opened=self._opened,
                removed=self._removed,
            )
        )
        house.outbox.register(Kind(FOLLOWED, self._follow, private=True))

    async def _render(self, association: Association, publication: Publication) -> Shown | None:
        db, words = association.read(), association.words
        mission = await store.get(db, publication.ref)
        if mission is None:
            return None
        author = await members.get(db, mission.author_id)
        if author is None or author.state != "present":
            return Shown(cards.hidden(words), words.plain("mission-away-title"), hidden=True)
        shown = cards.public(words, self._house.catalogue, mission)
        # one that is over is edited where it stands, never posted; an open one has its conversation open
        return Shown(
            shown,
            publication.title,
            cards.tags(words, mission),
            hidden=not mission.open and publication.message_id is None,
            archived=not mission.open,
        )

    async def _opened(self, association: Association, db: Connection, publication: Publication) -> None:  # noqa: ARG002
        """Its author follows the conversation: questions come there."""
        reference = {"mission": publication.ref}
        await self._house.outbox.put(
            db,
            FOLLOWED,
            Operation.ADD_MEMBER,
            channel_id=publication.thread_id,
            reference=reference,
            member_id=publication.member_id,
        )

    async def _follow(self, association: Association, row: Row) -> Rendered | None:
        mission = await store.wanted(association.read(), int(row.reference["mission"]))
        return None if mission is None else Rendered()

    async def _removed(self, association: Association, db: Connection, publication: Publication) -> None:
        """The team takes the card down: nobody is looked for any more, for good; its author keeps their words."""
        mission = await store.get(db, publication.ref)
        await store.note_removed(db, publication.ref)
        if mission is not None and mission.open:
            await settle(self._house, association, db, mission, State.WITHDRAWN)
