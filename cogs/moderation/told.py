"""What the person concerned is told: rule, act, and the word that goes with it. Never by whom, of what report, from
where or since when."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters, rounds
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State
from bot.schedule.clock import HOUR
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.pager import page_of
from bot.ui.press import Press
from cogs.moderation import act_store, case_store, measures, told_cards
from cogs.moderation.act_rules import TOLD, Appeal
from cogs.moderation.rules import Entry

ACT: Final = "moderation:act"
DECISION: Final = "moderation:decision"
"""The letters about an act and about an appeal against it; the key of both is the act's id, with "-again" where the
first letter never went, because its reader left."""
PAGE: Final = 5
"""How many acts somebody sees together, the newest first."""
LATE: Final = rounds.KEPT
"""How long ago, at most, what somebody is told was decided who could not be written to then, in seconds: as long as
letters are remembered, so that nobody is told twice."""
JOINED: Final = HOUR
"""For how long somebody has just accepted the notice, in seconds."""


async def tell(house: House, association: Association, db: Connection, entry: Entry) -> bool:
    """Write to whom an act is towards, in the caller's transaction; False when the bot can't write to them."""
    who = entry.target
    if who is None or who.id is None:
        return False
    return await house.contact.write(association, db, who.id, ACT, str(entry.id))


async def tell_decision(house: House, association: Association, db: Connection, appeal: Appeal) -> bool:
    """The same, of a decision to whoever appealed."""
    if appeal.member_id is None:
        return False
    return await house.contact.write(association, db, appeal.member_id, DECISION, str(appeal.act_id))


async def catch_up(house: House, association: Association, db: Connection, member_id: int) -> None:
    """Somebody can be written to (again): they are told what was decided meanwhile, in the caller's transaction."""
    alias, then = house.lifecycle.alias(association, member_id), house.clock.now() - LATE
    for entry in reversed(await case_store.upon(db, alias, TOLD)):
        appeal = await act_store.get(db, entry.id)
        decided = appeal.decided_at if appeal is not None else None
        for kind, at in ((ACT, entry.at), (DECISION, decided)):
            if at is not None and at > then:
                await _write(house, association, db, member_id, kind, str(entry.id))


async def _write(house: House, association: Association, db: Connection, member_id: int, kind: str, key: str) -> None:
    before = await letters.named(db, member_id, kind, key)
    if before is None:
        await house.contact.write(association, db, member_id, kind, key)
    elif before.state is State.DROPPED and before.sent_at is None:
        await house.contact.write(association, db, member_id, kind, f"{key}-again")


@action("moderation:about_me")
async def show(press: Press) -> None:
    """What was decided about the person who asks, whichever way they heard of it."""
    await turn(press, 0)


@action("moderation:about_me_page")
async def turn(press: Press, number: int) -> None:
    """Another page of it."""
    db = press.association.read()
    alias = press.house.lifecycle.alias(press.association, press.user_id)
    found = [(entry, await act_store.get(db, entry.id)) for entry in await case_store.upon(db, alias, TOLD)]
    await press.show(told_cards.about_me(press.words, page_of(found, number, PAGE)))


class Letters:
    """The letters. With closed direct messages they wait for their reader's next use of the bot; whoever is away, or
    not among us yet, gets them once they are."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(ACT, Weight.MATTER, self._act, unheld=True))
        house.contact.register(LetterKind(DECISION, Weight.MATTER, self._decision, unheld=True))
        house.lifecycle.follow(self)
        house.gates.add(self._welcome)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """What was decided holds all the same."""

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """They hear what was decided while they were away."""
        await catch_up(self._house, association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """Their letters go with them."""

    async def _welcome(self, press: Press) -> None:
        """So does whoever just accepted the notice."""
        member = press.member
        if member is None or not member.accepted or press.now() - (member.notice_at or 0) > JOINED:
            return
        alias = self._house.lifecycle.alias(press.association, press.user_id)
        if await case_store.upon(press.association.read(), alias, TOLD):
            async with press.association.transaction() as db:
                await catch_up(self._house, press.association, db, press.user_id)

    async def _act(self, association: Association, letter: Letter) -> Piece | None:
        db, entry = association.read(), await self._entry(association, letter)
        if entry is None:
            return None
        words, appeal = association.words_in(letter.language), await act_store.get(db, entry.id)
        return Piece(told_cards.letter(words, entry, appeal, association.guild_id))

    async def _decision(self, association: Association, letter: Letter) -> Piece | None:
        db, entry = association.read(), await self._entry(association, letter)
        appeal = await act_store.get(db, entry.id) if entry is not None else None
        if entry is None or appeal is None or appeal.decision is None:
            return None
        lifted = appeal.decision == "lifted"
        closed = await measures.still_closed(db, entry, self._house.clock.now()) if lifted else {}
        words = association.words_in(letter.language)
        return Piece(told_cards.decision(words, entry, appeal, closed, association.guild_id))

    async def _entry(self, association: Association, letter: Letter) -> Entry | None:
        entry = await case_store.entry(association.read(), int(letter.key.partition("-")[0]))
        alias = self._house.lifecycle.alias(association, letter.member_id)
        return entry if entry is not None and entry.target is not None and entry.target.alias == alias else None
