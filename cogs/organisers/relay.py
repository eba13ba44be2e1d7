"""The rota of those who welcome newcomers, for whoever is on it: their turns, passing one on, days away."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.errors import Refusal
from bot.ui.actions import action, custom_id, leaving
from bot.ui.cards import card
from bot.ui.confirm import confirmation
from bot.ui.forms import Field, Form, declare
from bot.ui.notice import accepted
from bot.ui.press import Press
from bot.words.text import Safe
from cogs.organisers import relay_cards as cards
from cogs.organisers import relay_rules as rules
from cogs.organisers import relay_store as store
from cogs.organisers import relay_team
from cogs.organisers import relay_turns as turns
from cogs.organisers.relay_rules import WEEK, Host, Standing

AWAY: Final = declare(
    Form(
        "relay:away_written",
        "relay-form",
        (Field("first", required=True, limit=30), Field("last", limit=30)),
    )
)
FORESEEN: Final = 2 * rules.AT_MOST
"""Weeks that are looked ahead for somebody's next turn."""


@action("relay:show")
async def show(press: Press) -> None:
    """The whole to organisers, their own turns to those on it. Raises `Refusal` for anybody else."""
    if press.is_organiser:
        await relay_team.show(press)
    else:
        await show_mine(press)


@action("relay:mine")
async def show_mine(press: Press) -> None:
    """The turns of the person who asks."""
    await _show_mine(press)


@action("relay:yes")
async def agree(press: Press) -> None:
    """Yes: on the rota from now on. Only to whoever was asked."""
    if not await accepted(press, "relay:yes"):
        return
    async with press.association.transaction() as db:
        if await store.host(db, press.user_id) is None:
            raise Refusal("relay-asked-no-more")
        await store.put(db, press.user_id, Standing.AGREED, press.now())
        await turns.plan_ahead(press.house, press.association, db)
    await press.change(card(press.words("relay-agreed", relais=press.association.command("relais"))))


@action("relay:no")
async def decline(press: Press) -> None:
    """No: nobody is told, and it looks like no answer."""
    async with press.association.transaction() as db:
        found = await store.host(db, press.user_id)
        if found is not None and found.standing is Standing.AGREED:
            raise Refusal("relay-on-it", offers=("relay:show",))
        if found is not None:
            await store.put(db, press.user_id, Standing.DECLINED, press.now())
    await press.change(card(press.words("relay-declined")))


@action("relay:pass_ask")
async def ask_to_pass(press: Press, week: str, member_id: int) -> None:
    """Ask once before somebody's turn is passed on."""
    monday = await _turn(press, week, member_id)
    question = press.words("relay-pass-ask", day=cards.day(press.words, monday))
    act = custom_id("relay:pass", week, member_id)
    await press.show(confirmation(press.words, question, "relay-pass-yes", act))


@action("relay:pass")
async def pass_on(press: Press, week: str, member_id: int) -> None:
    """Pass somebody's turn on: by whoever has it, or an organiser. The next one is told in private, not from whom."""
    monday = await _turn(press, week, member_id)
    async with press.association.transaction() as db:
        await _turn(press, week, member_id)  # two presses at once are one: the second finds another's turn
        host = await turns.pass_on(press.house, press.association, db, monday)
    await press.house.outbox.send_now(press.association)
    await press.show(cards.passed_on(press.words, host))


@action("relay:away", opens_form=True)
async def away(press: Press) -> None:
    """Ask from when to when."""
    await _host(press)
    await press.open(AWAY)


@action("relay:away_written")
async def away_written(press: Press) -> None:
    """Note days away; the weeks that they touch go to others, those that were given included."""
    await _host(press)
    today = press.today()
    first, last = rules.read_absence(press.fields.get("first", ""), press.fields.get("last", ""), today)
    association = press.association
    async with association.transaction() as db:
        known = [one for one in await store.absences(db, today) if one.member_id == press.user_id]
        if len(known) >= rules.ABSENCES:
            raise Refusal("relay-absences-full", most=rules.ABSENCES)
        await store.add_absence(db, press.user_id, first, last)
        left_open = await turns.reconsider(press.house, association, db)
    await press.house.outbox.send_now(association)
    await _show_mine(press, press.words("relay-away-noted", open="yes" if left_open else "no"))


@action("relay:here")
@leaving
async def here(press: Press) -> None:
    """Take back days away; a week that went to somebody else meanwhile stays theirs."""
    await _host(press)
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await store.remove_absence(db, press.user_id, int(press.choice))
    await _show_mine(press)


@action("relay:leave_ask")
@leaving
async def ask_to_leave(press: Press) -> None:
    """Ask once."""
    await _host(press)
    question = press.words("relay-leave-ask")
    await press.show(confirmation(press.words, question, "relay-leave", "relay:leave"))


@action("relay:leave")
@leaving
async def leave(press: Press) -> None:
    """Off the rota, in silence; the weeks that were theirs go to others."""
    async with press.association.transaction() as db:
        await store.remove(db, press.user_id)
        await turns.reconsider(press.house, press.association, db)
    await press.house.outbox.send_now(press.association)
    await press.show(card(press.words("relay-left")))


async def _show_mine(press: Press, said: Safe | None = None) -> None:
    await _host(press)
    db, today = press.association.read(), press.today()
    hosts, absences = await store.hosts(db), await store.absences(db, today)
    monday = rules.monday_of(today)
    given = [found for week in (monday, monday + WEEK) if (found := await store.turn(db, week)) is not None]
    begin = given[-1].monday + WEEK if given else monday + WEEK
    foreseen = rules.forecast(
        hosts,
        absences,
        await turns.who_can(db, hosts, press.now()),
        after=await turns.stands_at(db, hosts, begin),
        monday=begin,
        weeks=FORESEEN,
    )
    own = [absence for absence in absences if absence.member_id == press.user_id]
    theirs = [turn for turn in given if turn.member_id == press.user_id]
    coming = next((week for week, host in foreseen if host == press.user_id), None)
    await press.show(cards.mine(press.words, theirs, coming, own, said))


async def _host(press: Press) -> Host:
    """The person who acts, on the rota. Raises `Refusal` for anybody else."""
    found = await store.host(press.association.read(), press.user_id)
    if found is None or found.standing is not Standing.AGREED:
        raise Refusal("relay-not-yours")
    return found


async def _turn(press: Press, week: str, member_id: int) -> date:
    """A week of somebody's that the person who acts may pass on. Raises `Refusal` for any other."""
    try:
        monday = date.fromisoformat(week)
    except ValueError:
        raise Refusal("kernel-stale-press") from None
    found = await store.turn(press.association.read(), monday)
    past = monday < rules.monday_of(press.today())
    theirs = found is not None and found.member_id == member_id
    if not theirs or past or not (press.is_organiser or member_id == press.user_id):
        raise Refusal("relay-not-your-turn")
    return monday
