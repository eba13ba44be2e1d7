"""Doors: what a member could open for others, in private. Nobody else is shown one, nor told whether there is any."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members, objections
from bot.people.catalogue import Zone
from bot.storage.database import Connection
from bot.ui import drafts, notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.confirm import confirmation
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import Safe
from bot.words.third_parties import check_names_nobody
from cogs.warm_intros import door_cards, door_store, rules
from cogs.warm_intros.rules import Door, Written

ADD: Final = "warm_intros:add"
FIELDS: Final = (Field("words", required=True, limit=rules.DOOR), Field("where", limit=rules.PLACE))
FORM: Final = declare(Form("warm_intros:added", "intros-door-form", FIELDS))
EDIT: Final = declare(Form("warm_intros:edited", "intros-door-form", FIELDS))


@action(ADD, opens_form=True)
async def add(press: Press) -> None:
    """Open the form, with what was refused in it if something was; the notice comes first."""
    if await notice.accepted(press, ADD):
        left = await drafts.newest(press.association.read(), press.user_id, FORM.act, press.now())
        await press.open(FORM, values={name: str(text) for name, text in left.payload.items()} if left else {})


@action("warm_intros:added")
async def added(press: Press) -> None:
    """Keep a door; of which kind it is, and where, can be said now or never."""
    said = _read(press)
    notice.require(press, ADD)
    zones = await _zones(press, said)
    async with press.association.transaction() as db:
        await _still_here(press, db)
        rules.check_room(len(await door_store.of_member(db, press.user_id)))
        door_id = await door_store.add(db, press.user_id, said.words, _only(zones), press.now())
        await drafts.discard(db, press.user_id, press.act)
    await _show(press, door_id, "intros-door-kept", zones, said.where)


@action("warm_intros:edit", opens_form=True)
async def edit(press: Press, door_id: int) -> None:
    """Open the form with one's door in it."""
    door = await _own(press, press.association.read(), door_id)
    where = press.catalogue.zone_label(door.zone, press.words.language)
    await press.open(EDIT, str(door_id), values={"words": door.words, "where": where})


@action("warm_intros:edited")
async def edited(press: Press, door_id: int) -> None:
    """Put these words, and this place, in place of a door's."""
    said = _read(press)
    zones = await _zones(press, said)
    async with press.association.transaction() as db:
        await _still_here(press, db)
        await _own(press, db, door_id)
        await door_store.rewrite(db, door_id, said.words, _only(zones), press.now())
        await drafts.discard(db, press.user_id, press.act)
    await _show(press, door_id, "intros-door-changed", zones, said.where)


@action("warm_intros:file")
async def file_under(press: Press, door_id: int) -> None:
    """Say of which kind one's door is."""
    if press.choice not in rules.CATEGORIES:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await _own(press, db, door_id)
        await door_store.file_under(db, door_id, press.choice)
    await _show(press, door_id, "intros-door-changed")


@action("warm_intros:place")
async def place(press: Press, door_id: int) -> None:
    """Say where one's door is, of the places that were offered."""
    if press.choice not in press.catalogue.zones:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await _own(press, db, door_id)
        await door_store.place(db, door_id, press.choice)
    await _show(press, door_id, "intros-door-changed")


@action("warm_intros:doors")
@leaving
async def doors(press: Press, number: int) -> None:
    """One's own doors."""
    await _list(press, number)


@action("warm_intros:pick")
@leaving
async def pick(press: Press) -> None:
    """Look at one of them."""
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    await _show(press, int(press.choice), "intros-door-one")


@action("warm_intros:remove_ask")
@leaving
async def ask_to_remove(press: Press, door_id: int) -> None:
    """Ask once before a door is forgotten."""
    door = await _own(press, press.association.read(), door_id)
    question = press.words("intros-door-remove-ask", words=door.words)
    await press.show(
        confirmation(press.words, question, "intros-door-remove", custom_id("warm_intros:remove", door_id))
    )


@action("warm_intros:remove")
@leaving
async def remove(press: Press, door_id: int) -> None:
    """Forget a door: nobody is asked through it any more."""
    async with press.association.transaction() as db:
        door = await _own(press, db, door_id)
        await door_store.remove(db, door_id)
    await _list(press, 0, done=press.words("intros-door-removed", words=door.words))


async def _list(press: Press, number: int, *, done: Safe | None = None) -> None:
    own = await door_store.of_member(press.association.read(), press.user_id)
    page = page_of(own, number, door_cards.PAGE)
    await press.show(door_cards.doors(press.words, press.catalogue, page, done=done))


async def _show(press: Press, door_id: int, key: str, zones: list[Zone] | None = None, where: str = "") -> None:
    door = await _own(press, press.association.read(), door_id)
    near = press.catalogue.near_zones(where) if where and not zones else []
    several = zones if zones and len(zones) > 1 else near
    unknown = where if where and not zones else ""
    rests = await objections.stands(press.association.read(), press.user_id)
    await press.show(
        door_cards.kept(press.words, press.catalogue, door, key=key, zones=several, unknown=unknown, rests=rests)
    )


def _read(press: Press) -> Written:
    said = rules.read(press.fields)
    for text in (said.words, said.where):
        check_names_nobody(text, press.catalogue.known_names)
    return said


async def _zones(press: Press, said: Written) -> list[Zone]:
    """The places that are meant: as it was typed, else as the words end with one ("un imprimeur à Laval")."""
    where = said.where or rules.place_in(said.words)
    if not where:
        return []
    return press.catalogue.match_zones(where, known=await members.zones_in_use(press.association.read()))


def _only(zones: list[Zone]) -> str | None:
    return zones[0].id if len(zones) == 1 else None


async def _own(press: Press, db: Connection, door_id: int) -> Door:
    """One's own door. Raises `Refusal` for anything else, in the same words: nobody learns whether there is one."""
    door = await door_store.own(db, door_id, press.user_id)
    if door is None:
        raise Refusal("intros-door-gone", offers=rules.MINE)
    return door


async def _still_here(press: Press, db: Connection) -> None:
    """Look again inside the transaction: they may have left or erased themselves this instant."""
    press.member = await members.get(db, press.user_id)
    notice.require(press, ADD)
