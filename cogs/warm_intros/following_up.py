"""Two weeks after a thread was opened, one question to whoever searched: did it help? A yes is a thanks, and a tie."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members, ties
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.house import House
from bot.ui.press import Press
from cogs.help_requests import offer_thanks, register_thanks, thank
from cogs.warm_intros import intro_store, kinds, letter_cards
from cogs.warm_intros.rules import LATER, Helped, Intro

FORGET: Final = 60 * DAY
"""How long after it was opened an introduction is over, should its asker never say whether it helped, in seconds."""


async def ask(house: House, association: Association, db: Connection) -> None:
    """Ask each asker whose time has come; what was left unanswered for long is over."""
    now = house.clock.now()
    for intro in await intro_store.to_ask(db, now):
        key = f"{intro.id}:{2 if intro.helped is Helped.LATER else 1}"
        await intro_store.ask_at(db, intro.id, None)
        await house.contact.write(association, db, intro.first_id, kinds.HELPED, key)
    for intro in await intro_store.long_open(db, now - FORGET):
        await intro_store.close(db, intro.id, now)


@action("warm_intros:helped", reaches=True)
async def helped(press: Press, intro_id: int) -> None:
    """It did: whoever opened the door hears of it, and those who met are tied. Why can be said, or not."""
    house, association, asker = press.house, press.association, press.user_id
    async with association.transaction() as db:
        intro = await _asked(press, db, intro_id)
        await _keep(press, db, intro, Helped.YES)
        matter = f"intro:{intro.id}"
        await thank(house, association, db, asker, intro.introducer_id, matter)
        if intro.second_id is not None:
            await ties.confirm(db, asker, intro.second_id, matter, press.now())
        here = await members.is_here(db, intro.introducer_id)
    await press.change(letter_cards.thanks(press.words, offer_thanks(press.words, matter) if here else None))
    await house.outbox.send_now(association, patience=0)


@action("warm_intros:not_helped")
async def not_helped(press: Press, intro_id: int) -> None:
    """Not this time: a kind word, and nothing else."""
    async with press.association.transaction() as db:
        intro = await _asked(press, db, intro_id)
        await _keep(press, db, intro, Helped.NO)
    await press.change(card(press.words("intros-helped-not")))


@action("warm_intros:too_early")
async def too_early(press: Press, intro_id: int) -> None:
    """It can't be said yet: asked once more, two weeks later."""
    async with press.association.transaction() as db:
        intro = await _asked(press, db, intro_id)
        again = intro.helped is None
        if again:
            at = press.association.quiet_hours.over_at(press.now() + LATER)
            await intro_store.note_helped(db, intro.id, Helped.LATER)
            await intro_store.ask_at(db, intro.id, at)
        else:
            await intro_store.close(db, intro.id, press.now())
    await press.change(card(press.words("intros-helped-early", again="yes" if again else "no")))


async def _asked(press: Press, db: Connection, intro_id: int) -> Intro:
    """The introduction of whose use this person may speak. Raises `Refusal` for any other."""
    intro = await intro_store.get(db, intro_id)
    if intro is None or intro.first_id != press.user_id or intro.search_id is None or intro.opened_at is None:
        raise Refusal("kernel-stale-press")
    waits = intro.helped is None or (intro.helped is Helped.LATER and intro.ask_at is None)
    if not waits:
        raise Refusal("letters-answered")
    return intro


async def _keep(press: Press, db: Connection, intro: Intro, said: Helped) -> None:
    await intro_store.note_helped(db, intro.id, said)
    await intro_store.close(db, intro.id, press.now())


async def whom_to_thank(db: Connection, number: int, giver: int) -> int | None:
    """Whoever introduced somebody who searched."""
    intro = await intro_store.get(db, number)
    theirs = intro is not None and intro.opened_at is not None and intro.search_id is not None
    return intro.introducer_id if theirs and intro is not None and intro.first_id == giver else None


class FollowingUp:
    """Thanks can be said for introductions."""

    def __init__(self, house: House) -> None:  # noqa: ARG002 (the shape of a part)
        register_thanks("intro", whom_to_thank)
