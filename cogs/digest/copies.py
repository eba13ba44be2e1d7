"""A copy of each digest in private, for whoever asked for it.

It is a matter of theirs, not a reply: it comes weeks after they subscribed, so it keeps quiet hours and pauses and goes
in one message with whatever else is to be told them that morning. But it is news, not their own business: it does not
count, so that nothing that concerns them waits a day for it. It asks for nothing. Where direct messages are closed it
waits for their next visit, for a week at most: then the next one takes its place.
"""

from __future__ import annotations

from typing import Final

from bot.delivery import wishes
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State
from bot.people import members
from bot.schedule import schedules
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from cogs.digest import cards, rules, store, telling
from cogs.digest.preferences import CHANNEL

COPY: Final = "digest:copy"


class Copies:
    """Writes copies, and says what they say."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(COPY, Weight.MATTER, self._render, counted=False))
        house.features.watch_who_waits("digest", self._subscribers)

    async def write(self, association: Association, db: Connection, digest_id: int) -> None:
        """A copy for everybody who subscribed, in place of the last one where that has not gone."""
        last = await store.before(db, digest_id)
        for member_id in await store.subscribers(db):
            if last is not None:
                await self._house.contact.take_back(association, db, member_id, COPY, str(last.id))
            await self._house.contact.write(association, db, member_id, COPY, str(digest_id))

    async def _subscribers(self, association: Association, db: Connection) -> list[int]:  # noqa: ARG002 (one shape)
        """Who gets a copy."""
        return await store.subscribers(db)

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        digest = await store.get(association.read(), int(letter.key))
        arrived = letter.state is State.SENT
        if digest is None or (not arrived and self._house.clock.now() - digest.until > rules.WEEK):
            return None
        words = association.words_in(letter.language)
        sections = await telling.of(self._house, association, words, digest)
        if not arrived and not self._house.sections.are_enough(sections):
            return None
        day, held = telling.day_of(association, digest), letter.state is State.HELD
        return Piece(cards.copy(words, digest.id, day, sections, association.guild_id, held=held))


@action("digest:subscribe")
async def subscribe(press: Press) -> None:
    """Get a copy in private from now on."""
    if not await notice.accepted(press, "digest:subscribe"):
        return
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)  # they may have left or erased themselves this instant
        notice.require(press, "digest:subscribe")
        new = await store.subscribe(db, press.user_id, press.now())
        closed = (await wishes.of(db, press.user_id)).shut(press.now())
        schedule = await schedules.get(db, rules.POST)
    appears = schedule is not None and schedule.active and association.preferences[CHANNEL] is not None
    said = press.words(
        "digest-subscribed",
        new="yes" if new else "no",
        closed="yes" if closed else "no",
        appears="yes" if appears else "no",
    )
    await press.show(cards.answered(press.words, said, subscribed=True))


@action("digest:unsubscribe")
async def unsubscribe(press: Press) -> None:
    """Get none any more, neither one that still waits."""
    association = press.association
    async with association.transaction() as db:
        await store.unsubscribe(db, press.user_id)
        last = await store.newest(db)
        if last is not None:
            await press.house.contact.take_back(association, db, press.user_id, COPY, str(last.id))
    said = press.words("digest-unsubscribed", gazette=association.command("gazette"))
    await press.show(cards.answered(press.words, said, subscribed=False))
