"""Comparing dates with their sources: organisers do, or somebody who works there and was asked."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import member
from cogs.deadlines import checking_cards, choice_store, letter_cards
from cogs.deadlines.correcting import entry_for
from cogs.deadlines.dates import Dates, dates
from cogs.deadlines.organising import note

CHECK: Final = "deadlines:check"
"""The kind of letter that asks somebody; its key is the jurisdiction and the day."""
PURPOSE: Final = "deadlines-check"


@action("deadlines:confirm")
async def show(press: Press) -> None:
    """Everything that waits to be compared with its source."""
    press.require_organiser()
    db = press.association.read()
    here, asked = await dates(press.house, press.association, db), await choice_store.checkers(db, press.now())
    places = here.book.jurisdictions
    await press.show(checking_cards.confirm(press.words, here.unconfirmed, here.stale, asked, places))


@action("deadlines:confirm_local")
async def show_local(press: Press) -> None:
    """The same, from a message that leads there already: Discord refuses two buttons that do the same."""
    await show(press)


@action("deadlines:checking")
async def show_own(press: Press, jurisdiction: str) -> None:
    """The same, to somebody who was asked, of where they work."""
    db = press.association.read()
    here = await dates(press.house, press.association, db)
    if (
        jurisdiction not in await choice_store.checks(db, press.user_id, press.now())
        or jurisdiction not in here.book.jurisdictions
    ):
        raise Refusal("deadlines-not-asked")
    await press.show(_of_place(press, here, jurisdiction))


def _of_place(press: Press, here: Dates, jurisdiction: str) -> discord.ui.LayoutView:
    off = [entry for entry in here.unconfirmed if entry.jurisdiction.id == jurisdiction]
    stale = [entry for entry in here.stale if entry.jurisdiction.id == jurisdiction]
    place = here.book.jurisdictions[jurisdiction].names[press.words.language]
    return checking_cards.checking(press.words, off, stale, place)


@action("deadlines:is_right")
async def is_right(press: Press, code: str) -> None:
    """An entry was compared with its source, and is right: members are shown it."""
    async with press.association.transaction() as db:
        here = await dates(press.house, press.association, db)
        entry = await entry_for(press, db, here, code)
        before = await choice_store.confirm(db, code, here.today)
        if before != here.today.isoformat():
            await note(press, db, "confirmed", code, before=before, after=here.today.isoformat())
    words = press.words
    title = entry.titles[words.language]
    view = checking_cards.confirmed(words, title, entry.jurisdiction.id, organiser=press.is_organiser)
    await press.show(view)


@action("deadlines:ask_to_check")
async def ask(press: Press, jurisdiction: str) -> None:
    """Ask a member who works there. Whether they wish to be asked is theirs: the answer is the same."""
    press.require_organiser()
    house, association = press.house, press.association
    chosen = int(press.choice) if press.choice.isdecimal() else 0
    async with association.transaction() as db:
        here = await dates(house, association, db)
        if jurisdiction not in here.book.jurisdictions:
            raise Refusal("kernel-stale-press")
        await members.require_among_us(db, chosen)
        await choice_store.ask_to_check(db, chosen, jurisdiction, press.now())
        await house.contact.write(association, db, chosen, CHECK, f"{jurisdiction}:{here.today.isoformat()}")
    await press.answer("deadlines-confirm-asked", member=member(chosen))
    await house.outbox.send_now(association, patience=0)


@action("deadlines:release")
async def release(press: Press, jurisdiction: str, member_id: int) -> None:
    """Take the right to confirm back. They are not told: what they still see says that it is with others."""
    press.require_organiser()
    async with press.association.transaction() as db:
        if not await choice_store.release(db, member_id, jurisdiction):
            raise Refusal("kernel-stale-press")
    await show(press)


class Checking:
    """The letter that asks somebody to compare dates with their sources."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(CHECK, Weight.ASK, self._render, purpose=PURPOSE))

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing once all of the place was confirmed."""
        jurisdiction, db = letter.key.partition(":")[0], association.read()
        here = await dates(self._house, association, db)
        waits = [one for one in (*here.unconfirmed, *here.stale) if one.jurisdiction.id == jurisdiction]
        if not waits or jurisdiction not in await choice_store.checks(db, letter.member_id, self._house.clock.now()):
            return None
        words = association.words_in(letter.language)
        place = waits[0].jurisdiction.names[words.language]
        return Piece(letter_cards.check(words, place, jurisdiction, association.guild_id))
