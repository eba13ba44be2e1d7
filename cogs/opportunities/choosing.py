"""The author sees who raised a hand, and chooses one: a private thread of the two opens, the others get a kind word."""

from __future__ import annotations

from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action, leaving
from bot.ui.house import House
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.ui.private_threads import NO_CHANNEL, PrivateThreadKind, Shown, have_a_place
from bot.words.text import member
from cogs.opportunities import filling, hands, interest_cards, interest_store, letters, rules, store
from cogs.opportunities.places import THREAD
from cogs.opportunities.rules import Interest, Mission


@action("opportunities:hands")
@leaving
async def show_hands(press: Press, mission_id: int, number: int) -> None:
    """A page of everybody who raised a hand."""
    db = press.association.read()
    mission = rules.check_own_open(await store.get(db, mission_id), press.user_id)
    found = await hands.raised(press.house, press.association, db, mission)
    await press.show(interest_cards.hands(press.words, mission, page_of(found, number, interest_cards.PAGE)))


@action("opportunities:choose")
async def choose(press: Press, mission_id: int, interest_id: int) -> None:
    """Ask once: what follows can't be unsaid."""
    mission, hand = await own_hand(press, press.association.read(), mission_id, interest_id)
    await press.show(interest_cards.choose(press.words, mission, hand, thread=have_a_place(press.association)))


@action("opportunities:chosen", reaches=True)
async def chosen(press: Press, mission_id: int, interest_id: int) -> None:
    """It is them: they learn it, and a private thread of the two opens."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission, hand = await own_hand(press, db, mission_id, interest_id)
        await filling.choose(house, association, db, mission, hand)
        await house.private_threads.open(association, db, THREAD, hand.id)
    thread = "yes" if have_a_place(press.association) else "no"
    said = press.words("mission-chosen-noted", member=member(hand.member_id), thread=thread)
    await press.show(interest_cards.noted(press.words, said, mission.id))
    await house.outbox.send_now(association, patience=0)


async def own_hand(press: Press, db: Connection, mission_id: int, interest_id: int) -> tuple[Mission, Interest]:
    """The author's own open mission, and somebody whose hand is up for it. Raises `Refusal` for any other."""
    mission = rules.check_own_open(await store.get(db, mission_id), press.user_id)
    for hand in await hands.raised(press.house, press.association, db, mission):
        if hand.id == interest_id:
            return mission, hand
    raise Refusal("mission-hand-gone")


class Threads:
    """The private thread of an author and whom they chose."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.private_threads.register(
            PrivateThreadKind(THREAD, self._show, self._people, self._failed, opened=self._opened)
        )

    async def _show(self, association: Association, ref: int) -> Shown | None:
        db, words = association.read(), association.words
        hand, mission = await _pair(db, ref)
        if hand is None or mission is None:
            return None
        title = words.plain("mission-thread-title")
        if not await members.are_here(db, (mission.author_id, hand.member_id)):
            return Shown(interest_cards.thread_hidden(words), title, hidden=True)
        return Shown(interest_cards.thread(words, self._house.catalogue, mission, hand), title)

    async def _people(self, db: Connection, ref: int) -> list[int]:
        hand, mission = await _pair(db, ref)
        if hand is None or mission is None or mission.filled_by != hand.member_id:
            return []
        people = [mission.author_id, hand.member_id]
        return people if await members.are_here(db, people) else []

    async def _opened(self, association: Association, db: Connection, ref: int, thread: int | None) -> None:  # noqa: ARG002
        """Whoever was chosen finds the way in what they were written, too."""
        hand, _ = await _pair(db, ref)
        if hand is not None:
            await self._house.contact.show_again(db, letters.CHOSEN, letters.hand_key(hand))

    async def _failed(self, association: Association, db: Connection, ref: int, reason: str) -> None:
        """The author is told when there will be no thread, unless they knew: there is no place for one."""
        hand, mission = await _pair(db, ref)
        if hand is not None and mission is not None and reason != NO_CHANNEL:
            key = letters.hand_key(hand)
            await self._house.contact.write(association, db, mission.author_id, letters.NO_THREAD, key)


async def _pair(db: Connection, interest_id: int) -> tuple[Interest | None, Mission | None]:
    hand = await interest_store.get(db, interest_id)
    return hand, await store.get(db, hand.mission_id) if hand is not None else None
