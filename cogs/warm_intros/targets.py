""" "C'est quelqu'un d'ici": whoever was asked for a search names a member, who is asked without reading who searches.
Whether they could be asked, and what they say short of a yes, is the same to whoever named them."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members, objections
from bot.schedule.clock import DAY
from bot.storage.database import Connection
from bot.ui import choosing_member
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.warm_intros import (
    intro_store,
    kinds,
    letter_cards,
    present_ending,
    present_job,
    presenting_cards,
    search_answers,
    search_store,
)
from cogs.warm_intros.preferences import silence
from cogs.warm_intros.presenting import BOT
from cogs.warm_intros.rules import Answer, Intro, Kind, Search

FORM: Final = choosing_member.name_form("warm_intros:target_named", "intros-name-form")


@action("warm_intros:target_whom")
async def whom(press: Press, search_id: int) -> None:
    """Ask whom they think of."""
    search = await search_answers.asked(press, press.association.read(), search_id)
    here = choosing_member.in_server(press)
    question = letter_cards.question(press.words, search)
    await press.change(presenting_cards.target_whom(press.words, search.id, question, here=here))


@action("warm_intros:target_by_name", opens_form=True)
async def by_name(press: Press, search_id: int) -> None:
    """Ask for the beginning of a name: a list of members can't be had in a direct message."""
    await search_answers.asked(press, press.association.read(), search_id)
    await press.open(FORM, str(search_id))


@action("warm_intros:target_named", reaches=True)
async def named(press: Press, search_id: int) -> None:
    """Show the members whose name begins so."""
    search = await search_answers.asked(press, press.association.read(), search_id)
    found = await choosing_member.called(press, press.fields.get("name", ""))
    await press.change(choosing_member.which(press.words, found, "warm_intros:target", search.id))


@action("warm_intros:target", reaches=True)
async def target(press: Press, search_id: int) -> None:
    """Keep whom they think of, and say by when it is known. Nobody is asked in this press."""
    chosen = choosing_member.chosen(press, bot=BOT)
    async with press.association.transaction() as db:
        search = await search_answers.asked(press, db, search_id)
        await objections.require_none(db, press.user_id)
        if chosen == press.user_id:
            raise Refusal("intros-target-yourself")
        if chosen == search.asker_id:
            raise Refusal("intros-target-asker")
        await members.require_among_us(db, chosen)
        intro = await _keep(press, db, search, chosen)
        await search_store.answer(db, search.id, press.user_id, Answer.KNOWS)
        await press.house.contact.answered(db, press.user_id, kinds.ASK, str(search.id))
    await press.change(presenting_cards.targeted(press.words, intro))


async def _keep(press: Press, db: Connection, search: Search, chosen: int) -> Intro:
    now, quiet = press.now(), press.association.quiet_hours
    until = quiet.evening(quiet.after_working_days(now, silence(press.association.preferences)))
    last = quiet.evening(search.answer_by - DAY)  # known before its asker is answered
    intro_id = await intro_store.add(
        db,
        kind=Kind.TARGET,
        search_id=search.id,
        introducer=press.user_id,
        first=search.asker_id,
        second=chosen,
        why=search.why,
        answer_by=min(until, last),
        now=now,
    )
    intro = await intro_store.get(db, intro_id)
    assert intro is not None
    await present_ending.promise_word(press.house, press.association, db, intro)
    await present_job.look(db, now)
    return intro
