"""How somebody takes part in coffees: in which rhythm, in which way, where; and how they stop. All on the spot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import discord

from bot.delivery import wishes
from bot.errors import Refusal
from bot.people import members, objections
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id, leaving
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import clean, truncate
from cogs.matchmaking import counting, match_store, own_cards, people_store, round_store, turns
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import ZONES, Participation, Rhythm

SETTINGS: Final = "matchmaking:settings"
PLACES: Final = 300
PLACE: Final = 60
"""Characters of the form, and of one place that is said back."""
FORM: Final = declare(Form("matchmaking:places_written", "coffee-places-form", (Field("places", limit=PLACES),)))

_BETWEEN = re.compile(r"[,;\n]+")


@action("matchmaking:settings")
async def show(press: Press) -> None:
    """How it stands, and everything that can be chosen."""
    if await notice.accepted(press, SETTINGS):
        await _show(press)


async def _show(press: Press, *, beside: bool = False) -> None:
    """With `beside`, what was pressed stays as it is."""
    association, db = press.association, press.association.read()
    await objections.require_none(db, press.user_id)
    one = await people_store.get(db, press.user_id)
    next_ = await turns.next_of(association, db, press.user_id)
    view = own_cards.settings(press.words, one, next_, await places(press, db, one), press.today())
    await press.show(view, replace=not beside)


async def places(press: Press, db: Connection, one: Participation) -> list[str]:
    """The names of where somebody can meet: the zone of their introduction, and those they added."""
    profile = await members.visible_profile(db, press.user_id)
    codes = [*([profile.zone] if profile is not None and profile.zone else []), *one.zones]
    labels = [press.catalogue.zone_label(code, press.words.language) for code in dict.fromkeys(codes)]
    return [label for label in labels if label]


def is_nowhere(one: Participation, known: Sequence[str]) -> bool:
    """Whether somebody has coffee in person only, and no place is `known`: nobody can be found for them."""
    return one.how is How.IN_PERSON and not known


# Rhythm and way


@action("matchmaking:choose_rhythm")
async def choose_rhythm(press: Press) -> None:
    """The same as `take_part`, from the list."""
    await take_part(press, press.choice)


@action("matchmaking:rhythm")
async def take_part(press: Press, code: str) -> None:
    """Take part in a rhythm, from the round that is announced on."""
    if code not in own_cards.RHYTHMS:
        raise Refusal("kernel-stale-press")
    await _take_part(press, Rhythm(code), custom_id("matchmaking:rhythm", code))


@action("matchmaking:willing")
async def be_willing(press: Press) -> None:
    """ "Partant pour un café", from the confirmation of an introduction, whose other offers stay: in every round, until
    they choose otherwise."""
    await _take_part(press, Rhythm.EVERY, "matchmaking:willing", beside=True)


async def _take_part(press: Press, rhythm: Rhythm, act: str, *, beside: bool = False) -> None:
    if not await notice.accepted(press, act):
        return
    async with press.association.transaction() as db:
        one = await _participation(press, db, act)
        await people_store.choose(db, press.user_id, press.now(), rhythm=rhythm, how=one.how)
        await wishes.accept_again(db, press.user_id, counting.PURPOSE)
        if not one.subscribed:
            await _begin(press, db)
    await _show(press, beside=beside)


async def _begin(press: Press, db: Connection) -> None:
    """Whoever wasn't counted on is, at once, unless they said no to this round; a rest of long ago is over."""
    await people_store.pause(db, press.user_id, press.now())
    round_ = await round_store.announced(db)
    if round_ is not None and await round_store.turn(db, round_.id, press.user_id) is None:
        await turns.say_yes(db, round_, press.user_id, press.now())


async def _participation(press: Press, db: Connection, act: str) -> Participation:
    """How they take part, inside the transaction that changes it."""
    press.member = await members.get(db, press.user_id)
    notice.require(press, act)
    await objections.require_none(db, press.user_id)
    return await people_store.get(db, press.user_id)


@action("matchmaking:choose_how")
async def choose_how(press: Press) -> None:
    """In person, at a distance, or both."""
    if press.choice not in set(How):
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        one = await _participation(press, db, SETTINGS)
        await people_store.choose(db, press.user_id, press.now(), rhythm=one.rhythm, how=How(press.choice))
    await show(press)


# Places


@action("matchmaking:places", opens_form=True)
async def open_places(press: Press) -> None:
    """Open the form, filled with the places that were added to the introduction's."""
    if not await notice.accepted(press, SETTINGS):
        return
    one = await people_store.get(press.association.read(), press.user_id)
    labels = [press.catalogue.zone_label(code, press.words.language) for code in one.zones]
    await press.open(FORM, values={"places": ", ".join(label for label in labels if label)})


@action("matchmaking:places_written")
async def places_written(press: Press) -> None:
    """Keep them: nothing typed means none but the introduction's."""
    notice.require(press, SETTINGS)
    zones = await _read(press, press.fields.get("places", ""))
    async with press.association.transaction() as db:
        one = await _participation(press, db, SETTINGS)
        await people_store.choose(db, press.user_id, press.now(), rhythm=one.rhythm, how=one.how)
        await people_store.choose_zones(db, press.user_id, zones)
    await show(press)


async def _read(press: Press, typed: str) -> list[str]:
    """The zones that are meant. Raises `Refusal` for a place that is unknown, or that could be in several."""
    known = await members.zones_in_use(press.association.read())
    pieces = [piece for part in _BETWEEN.split(clean(typed)) if (piece := clean(part, lines=False))]
    zones = list(dict.fromkeys([_zone(press, piece, known) for piece in pieces]))
    if len(zones) > ZONES:
        raise Refusal("coffee-places-many", count=len(zones), limit=ZONES)
    return zones


def _zone(press: Press, piece: str, known: set[str]) -> str:
    found, said = press.catalogue.match_zones(piece, known=known), truncate(piece, PLACE)
    if not found:
        raise Refusal("coffee-places-unknown", typed=said)
    if len(found) > 1:
        zones = ", ".join(zone.label(press.words.language) for zone in found)
        raise Refusal("coffee-places-shared", typed=said, zones=zones)
    return found[0].id


# Stopping and staying


@action("matchmaking:stop")
@leaving
async def stop(press: Press) -> None:
    """No round counts on them any more, and nobody is told; a coffee that is under way goes on."""
    async with press.association.transaction() as db:
        one = await people_store.get(db, press.user_id)
        if one.subscribed or one.asked_at is not None:
            await people_store.choose(db, press.user_id, press.now(), rhythm=Rhythm.ONCE, how=one.how)
            await people_store.pause(db, press.user_id, press.now())
        left = await turns.leave_out(db, press.user_id)
    if one.subscribed or one.asked_at is not None or left:
        said = own_cards.stopped(press.words, one.rhythm, runs=await runs(press))
    else:
        said = own_cards.let_go(press.words, "coffee-part-nothing-to-stop")
    await answer_in_place(press, said)


@action("matchmaking:stay")
async def stay(press: Press) -> None:
    """They were asked whether they stay, and they do."""
    async with press.association.transaction() as db:
        one = await people_store.get(db, press.user_id)
        if one.asked_at is not None:
            await people_store.note_asked(db, press.user_id, None)
        next_ = await turns.next_of(press.association, db, press.user_id)
    await answer_in_place(press, own_cards.staying(press.words, next_, subscribed=one.subscribed))


async def runs(press: Press) -> bool:
    """Whether they have a coffee under way."""
    found = await match_store.open_of_member(press.association.read(), press.user_id)
    return any(press.user_id in match.people for match in found)


async def answer_in_place(press: Press, view: discord.ui.LayoutView) -> None:
    """Answer where the button was: in a letter that asks, in its place."""
    await (press.change(view) if press.interaction.guild_id is None else press.show(view))
