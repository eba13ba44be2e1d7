"""What is written to one person about a mission that they shared, or for which they raised a hand: who would like it,
how it stands, "it is you", one kind word. Whom it may suit: `proposals`."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.delivery import letters as delivered
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State as Went
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.i18n import Words
from cogs.help_requests import offer_thanks
from cogs.opportunities import alert_store, hands, interest_cards, interest_store, letter_cards, places, rules, store
from cogs.opportunities.rules import Interest, Mission, State

RAISED: Final = "opportunities:raised"
STILL: Final = "opportunities:still"
ENDED: Final = "opportunities:ended"
CHOSEN: Final = "opportunities:chosen"
DECLINED: Final = "opportunities:declined"
LET_GO: Final = "opportunities:let-go"
NO_THREAD: Final = "opportunities:no-thread"
CONFIRM: Final = "opportunities:confirm"
CONFIRMED: Final = "opportunities:confirmed"
NAMED: Final = "opportunities:named"
ALERT: Final = "opportunities:alert"
PURPOSE: Final = "mission"
OWN: Final = "mission-own"
"""What an ask is for: a mission that may be something for its reader, or whether they did one with somebody."""


def hand_key(hand: Interest) -> str:
    """The key of what is said of a raised hand; a new one after a mission was opened again is told anew."""
    return f"{hand.id}:{hand.at}"


def question_key(mission: Mission) -> str:
    """The key of the question how a mission stands; one that goes on is asked about anew."""
    return f"{mission.id}:{mission.asked_at}"


def end_key(mission: Mission) -> str:
    """The key of what is said at the end of a mission."""
    return f"{mission.id}:{mission.expires_at}"


def closing_key(mission: Mission) -> str:
    """The key of what is said of one closing of a mission."""
    return f"{mission.id}:{mission.closed_at}"


def ends_after(association: Association, asked: int) -> int:
    """When a mission ends, at the earliest, whose author reads at an instant that they are asked."""
    return association.quiet_hours.after_working_days(asked, rules.PATIENCE)


async def let_go(house: House, association: Association, db: Connection, mission: Mission, *, by: int = 0) -> None:
    """Nobody is looked for any more: whoever raised a hand and does not do it gets one kind word, once; what people
    were asked about it is over. Of two who are to be kept apart, the one who is said to do it is any other."""
    for hand in await interest_store.of_mission(db, mission.id):
        does_it = hand.member_id == mission.filled_by
        if hand.up and not (does_it and await hands.meet(house, association, db, mission.author_id, hand.member_id)):
            await interest_store.note_told(db, hand.id, "thanked")
            reference = {"mission": mission.id}
            await house.contact.write(association, db, hand.member_id, LET_GO, hand_key(hand), reference=reference)
        await house.contact.show_again(db, RAISED, hand_key(hand))
        await house.contact.show_again(db, LET_GO, hand_key(hand))
    await house.contact.taken(association, db, places.topic(mission.id), by=by, over=True)
    await show_alerts(house, association, db, mission.id)
    await house.contact.show_again(db, STILL, question_key(mission))
    await house.contact.show_again(db, ENDED, end_key(mission))


async def raise_again(house: House, association: Association, db: Connection, mission: Mission) -> None:
    """A mission is open again: whoever has not heard yet that they were let go, or chosen, still holds a hand up; the
    others read that it is open, and raise one anew if they like."""
    for hand in await interest_store.of_mission(db, mission.id):
        kind = {"thanked": LET_GO, "chosen": CHOSEN}.get(hand.told or "", "")
        letter = await delivered.named(db, hand.member_id, kind, hand_key(hand))
        if letter is not None and letter.state in {Went.WAITING, Went.HELD}:
            await house.contact.take_back(association, db, hand.member_id, kind, hand_key(hand))
            await interest_store.note_told(db, hand.id, None)
        for kind in (RAISED, LET_GO, CHOSEN):
            await house.contact.show_again(db, kind, hand_key(hand))


async def show_alerts(house: House, association: Association, db: Connection, mission_id: int) -> None:
    """Alerts that tell of a mission say what is true now; of one that is over, whoever has not read of it yet isn't
    told, and it doesn't count."""
    over = await store.wanted(db, mission_id) is None
    for member_id, at in (await alert_store.told_of(db, mission_id)).items():
        letter = await delivered.named(db, member_id, ALERT, str(at))
        if over and letter is not None and letter.state in {Went.WAITING, Went.HELD} and not letter.put_off:
            await alert_store.forget_told(db, mission_id, member_id)
            if not await alert_store.told_together(db, member_id, at):
                await house.contact.take_back(association, db, member_id, ALERT, str(at))
        await house.contact.show_again(db, ALERT, str(at), to=member_id)


async def show_asked(house: House, db: Connection, mission_id: int, member_id: int) -> None:
    """What one person was asked about a mission says what is true now: they raised a hand, or took it back."""
    await house.contact.show_again(db, NAMED, str(mission_id), to=member_id)
    told = await alert_store.told_of(db, mission_id)
    if member_id in told:
        await house.contact.show_again(db, ALERT, str(told[member_id]), to=member_id)


class Letters:
    """The letters of this feature: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(RAISED, Weight.MATTER, self._raised),
            LetterKind(STILL, Weight.MATTER, self._still),
            LetterKind(ENDED, Weight.MATTER, self._ended),
            LetterKind(CHOSEN, Weight.MATTER, self._chosen),
            LetterKind(DECLINED, Weight.MATTER, self._declined),
            LetterKind(LET_GO, Weight.MATTER, self._let_go),
            LetterKind(NO_THREAD, Weight.MATTER, self._no_thread),
            LetterKind(CONFIRM, Weight.ASK, self._confirm, purpose=OWN),
            LetterKind(CONFIRMED, Weight.MATTER, self._confirmed),
        ):
            house.contact.register(kind)

    async def _raised(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        hand, mission = await self._hand(db, letter)
        if hand is None or mission is None or not mission.open or not hand.up:
            return None
        if not await hands.meet(self._house, association, db, mission.author_id, hand.member_id):
            return None
        return Piece(letter_cards.raised(words_for(association, letter), mission, hand, association.guild_id))

    async def _still(self, association: Association, letter: Letter) -> Piece | None:
        """It ends three working days after its author reads the question, at the earliest. Once they answered, that is
        what stands there."""
        db = association.read()
        mission = await store.get(db, _number(letter))
        if mission is None or mission.state is State.EXPIRED or not await members.is_here(db, mission.author_id):
            return None
        words = words_for(association, letter)
        if mission.open and letter.key == question_key(mission):
            asked = letter.sent_at or self._house.clock.now()
            until = max(mission.expires_at, ends_after(association, asked))
            return Piece(letter_cards.still(words, mission, _day(words, association, until), association.guild_id))
        if letter.message_id is None:
            return None
        return Piece(letter_cards.answered(words, mission, _day(words, association, mission.expires_at)))

    async def _ended(self, association: Association, letter: Letter) -> Piece | None:
        mission = await store.get(association.read(), _number(letter))
        if mission is None or mission.state is not State.EXPIRED or letter.key != end_key(mission):
            return None
        return Piece(letter_cards.ended(words_for(association, letter), mission, association.guild_id))

    async def _chosen(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        hand, mission = await self._hand(db, letter)
        if hand is None or mission is None:
            return None
        words = words_for(association, letter)
        if not await hands.meet(self._house, association, db, mission.author_id, hand.member_id):
            return None
        if hand.told == "declined":
            return Piece(letter_cards.declined_by_them(words, mission))
        if mission.filled_by != hand.member_id:
            return self._open_again(association, letter, mission)
        url = await self._house.private_threads.url(association, db, places.THREAD, hand.id)
        return Piece(letter_cards.chosen(words, mission, url, association.guild_id))

    def _open_again(self, association: Association, letter: Letter, mission: Mission) -> Piece | None:
        """Where a letter told that it was over, or that it was them, and it is open again: that it is."""
        if not mission.open or letter.message_id is None:
            return None
        return Piece(letter_cards.open_again(words_for(association, letter), mission, association.guild_id))

    async def _declined(self, association: Association, letter: Letter) -> Piece | None:
        mission = await store.get(association.read(), _number(letter))
        if mission is None:
            return None
        return Piece(letter_cards.declined(words_for(association, letter), mission, association.guild_id))

    async def _let_go(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing to whoever does it, nor where the mission was opened again before they heard of it; nor of two who
        are to be kept apart anything else than of any other two."""
        db, words, reader = association.read(), words_for(association, letter), letter.member_id
        mission = await store.get(db, int(letter.reference["mission"]))
        if mission is None or not await members.is_here(db, mission.author_id):
            return Piece(letter_cards.let_go_of_what_is_gone(words))
        if mission.open:
            return self._open_again(association, letter, mission)
        does_it = mission.filled_by == reader
        if does_it and await hands.meet(self._house, association, db, mission.author_id, reader):
            return None
        return Piece(letter_cards.let_go(words, mission, somebody=does_it))

    async def _no_thread(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        hand, mission = await self._hand(db, letter)
        if hand is None or mission is None or mission.filled_by != hand.member_id:
            return None
        there = await self._house.private_threads.thread_of(db, places.THREAD, hand.id)
        if there is not None or not await hands.meet(self._house, association, db, mission.author_id, hand.member_id):
            return None
        return Piece(letter_cards.no_thread(words_for(association, letter), hand))

    async def _confirm(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        mission = await store.get(db, _number(letter))
        if mission is None or mission.filled_by != letter.member_id or mission.confirmed is not None:
            return None
        if not await hands.meet(self._house, association, db, mission.author_id, letter.member_id):
            return None
        return Piece(letter_cards.confirm(words_for(association, letter), mission, association.guild_id))

    async def _confirmed(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        mission = await store.get(db, _number(letter))
        if mission is None or mission.filled_by is None or not mission.confirmed:
            return None
        if not await hands.meet(self._house, association, db, mission.author_id, mission.filled_by):
            return None
        words = words_for(association, letter)
        matter = places.topic(mission.id)
        thanks = offer_thanks(words, matter, guild_id=association.guild_id)
        return Piece(letter_cards.confirmed(words, mission, mission.filled_by, thanks))

    async def _hand(self, db: Connection, letter: Letter) -> tuple[Interest | None, Mission | None]:
        """The raised hand that a letter is about, unless it was taken back or raised anew, and its mission."""
        hand = await interest_store.get(db, _number(letter))
        if hand is None or letter.key != hand_key(hand):
            return None, None
        return hand, await store.get(db, hand.mission_id)


def _number(letter: Letter) -> int:
    return int(letter.key.partition(":")[0])


def _day(words: Words, association: Association, instant: int) -> str:
    return interest_cards.day(words, datetime.fromtimestamp(instant, association.zone).date())


def words_for(association: Association, letter: Letter) -> Words:
    """The words of a letter's reader."""
    return association.words_in(letter.language)
