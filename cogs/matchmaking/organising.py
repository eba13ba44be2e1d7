"""Organisers plan rounds, look ahead, launch one, call one off, and see what became of the last ones."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import objections
from bot.schedule import due, jobs
from bot.storage import preferences as prefs
from bot.storage.database import Connection
from bot.storage.preferences import choose
from bot.ui.actions import action, custom_id
from bot.ui.press import Press
from cogs.matchmaking import announcing, dates, match_store, matching, planned, round_store
from cogs.matchmaking import team_cards as cards
from cogs.matchmaking.dates import ANNOUNCE
from cogs.matchmaking.figures import Outlook, of_round, outlook, without
from cogs.matchmaking.preferences import CHANNEL, FIGURES_FROM, MINIMUM
from cogs.matchmaking.rules import Round, State

LOOKED_BACK: Final = 6
"""How many of the last rounds are shown."""


@action("matchmaking:plan")
async def plan(press: Press) -> None:
    """What is planned, and every act of organisers."""
    press.require_organiser()
    db = press.association.read()
    plan_ = await planned.plan(press.house, press.association, db)
    rhythm_act = custom_id("organisers:rhythm_show", ANNOUNCE)
    await press.show(cards.plan(press.words, plan_, await planned.rounds(db), rhythm_act))


@action("matchmaking:turn")
async def turn(press: Press, way: str) -> None:
    """Plan rounds, or no more of them; one that is announced goes on."""
    press.require_organiser()
    on = way == "on"
    if on and planned.place(press.house, press.association) is None:
        raise Refusal("coffee-no-place", offers=("organisers:setup",))
    async with press.association.transaction() as db:
        await planned.turn(press.house, press.association, db, on=on)
    await plan(press)


@action("matchmaking:minimum")
async def set_minimum(press: Press) -> None:
    """From how many people on a round takes place."""
    press.require_organiser()
    if press.choice not in MINIMUM.choices:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        press.association.expect_changes()
        await choose(db, press.house.clock, MINIMUM, int(press.choice), by=press.user_id)
    await plan(press)


@action("matchmaking:preview")
async def preview(press: Press) -> None:
    """How a round would turn out, in numbers: the one that is announced, or one of today's subscribers."""
    press.require_organiser()
    await press.defer()
    announced = await round_store.announced(press.association.read())
    found = await _outlook(press, announced or await _one_today(press))
    await press.show(cards.preview(press.words, found, _minimum(press), announced, _figures_from(press)))


@action("matchmaking:launch")
async def launch(press: Press) -> None:
    """What can be launched as things stand."""
    press.require_organiser()
    db = press.association.read()
    _, match_at = await planned.next_day(press.house, press.association, db)
    await press.show(cards.launch(press.words, await planned.rounds(db), match_at))


@action("matchmaking:announce")
async def announce(press: Press) -> None:
    """Announce a round now, for some days ahead; of two presses one does."""
    press.require_organiser()
    _refuse_while_held(press)
    await press.defer()
    association = press.association
    place = planned.place(press.house, association)
    async with association.transaction() as db:
        if place is None or not await press.house.panels.is_open(db, CHANNEL):
            raise Refusal("coffee-no-place", offers=("organisers:setup",))
        if await round_store.announced(db) or await round_store.running(db):
            raise Refusal("coffee-already")
        day, match_at = await planned.next_day(press.house, association, db)
        made = await announcing.announce(press.house, association, db, day, match_at)
    await press.house.outbox.send_now(association)
    shown = await round_store.get(association.read(), made.id)
    await press.show(cards.launched(press.words, shown or made, place))


@action("matchmaking:pair_ask")
async def ask_to_pair(press: Press, round_id: int) -> None:
    """Ask once before people are brought together at another time than they were told."""
    press.require_organiser()
    association, db = press.association, press.association.read()
    round_ = await _announced(db, round_id)
    quiet = association.quiet_hours.over_at(press.now()) != press.now()
    enough = len(await matching.coming(association, db, round_)) >= association.preferences[MINIMUM]
    await press.show(cards.ask_to_pair(press.words, round_, quiet=quiet, enough=enough))


@action("matchmaking:pair")
async def pair(press: Press, round_id: int) -> None:
    """Bring people together now: the job that would do it later is due at once. It is one row, and its round is
    announced once only, so neither a second press nor the hour that was set does it again."""
    press.require_organiser()
    _refuse_while_held(press)
    now = press.now()
    async with press.association.transaction() as db:
        round_ = await _announced(db, round_id)
        if await round_store.running(db):
            raise Refusal("coffee-already")
        if not await _is_under_way(db, round_, now):
            await round_store.move(db, round_.id, now)
            await jobs.plan(db, dates.MATCH, str(round_.id), due_at=now)
    await press.show(cards.done(press.words, press.words("coffee-pairing")))


@action("matchmaking:cancel")
async def cancel(press: Press) -> None:
    """Ask once before the round that is announced is called off."""
    press.require_organiser()
    await press.show(cards.ask_to_cancel(press.words, await planned.rounds(press.association.read())))


@action("matchmaking:call_off")
async def call_off(press: Press, round_id: int) -> None:
    """Call the round off, as long as nobody was brought together: whoever was coming is told."""
    press.require_organiser()
    association = press.association
    async with association.transaction() as db:
        round_ = await _announced(db, round_id)
        await matching.call_off(press.house, association, db, round_, State.CALLED_OFF)
    await press.house.outbox.send_now(association)
    await press.show(cards.done(press.words, press.words("coffee-cancelled")))


@action("matchmaking:figures")
async def figures(press: Press) -> None:
    """What became of the last rounds."""
    press.require_organiser()
    db = press.association.read()
    last = [one for one in await round_store.newest(db, LOOKED_BACK + 1) if one.state is not State.ANNOUNCED]
    least = _figures_from(press)
    objecting, counted = await objections.everybody(db), []
    for one in last[:LOOKED_BACK]:
        matches = without(await match_store.of_round(db, one.id), objecting)
        counted.append((one, of_round(one, matches, least)))
    await press.show(cards.figures(press.words, counted, least))


def _minimum(press: Press) -> int:
    return press.association.preferences[MINIMUM]


def _figures_from(press: Press) -> int:
    return press.association.preferences[FIGURES_FROM]


async def _announced(db: Connection, round_id: int) -> Round:
    """A round that is announced. Raises `Refusal` once people were brought together, or it was called off."""
    found = await round_store.get(db, round_id)
    if found is None or found.state is not State.ANNOUNCED:
        raise Refusal("coffee-no-longer-announced")
    return found


async def _is_under_way(db: Connection, round_: Round, now: int) -> bool:
    """Whether people are being brought together already."""
    waiting = await due.upcoming(db, [dates.MATCH])
    return any(job.key == str(round_.id) and job.state == "due" and job.due_at <= now for job in waiting)


def _refuse_while_held(press: Press) -> None:
    if press.association.preferences[prefs.SUSPENDED]:
        raise Refusal("coffee-held")


async def _one_today(press: Press) -> Round:
    """The round that would be made now, as if it were announced: its id is the one that the next round will have."""
    newest = await round_store.newest(press.association.read(), 1)
    next_id, now = (newest[0].id if newest else 0) + 1, press.now()
    return Round(next_id, press.today(), now, State.ANNOUNCED, now, None, None, None, None)


async def _outlook(press: Press, round_: Round) -> Outlook:
    """How a round would turn out; of so few that no number is shown, nobody is paired for that."""
    association, minimum, least = press.association, _minimum(press), _figures_from(press)
    coming = await matching.coming(association, association.read(), round_)
    if len(coming) < least:
        return outlook(len(coming), minimum, None, least)
    prepared = await matching.prepare(press.house, association, round_)
    return outlook(len(prepared.members), minimum, prepared.pairing, least)
