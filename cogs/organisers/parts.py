"""Organisers switch parts of the bot off and on, and erase what one that is off keeps."""

from __future__ import annotations

import logging

from bot.errors import Refusal
from bot.logs import fields
from bot.storage import belongings, publications
from bot.storage.features import Feature, declared
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.organisers import choosing
from cogs.organisers import part_cards as cards
from cogs.organisers.part_cards import Part

log = logging.getLogger(__name__)


@action("organisers:parts")
async def show_all(press: Press) -> None:
    """All parts, and which are on."""
    press.require_organiser()
    await press.show(cards.parts(press.words, [await _part(press, name) for name in declared]))


@action("organisers:part_open")
async def open_one(press: Press) -> None:
    """One part, chosen from the list."""
    press.require_organiser()
    await _show(press, _feature(press.choice))


@action("organisers:part_off")
async def switch_off(press: Press, name: str) -> None:
    """Switch a part off."""
    press.require_organiser()
    await _turn(press, _feature(name), on=False)


@action("organisers:part_on")
async def switch_on(press: Press, name: str) -> None:
    """Switch a part on again."""
    press.require_organiser()
    await _turn(press, _feature(name), on=True)


@action("organisers:part_erase_ask")
async def ask_to_erase(press: Press, name: str) -> None:
    """Ask a first time before what a part keeps is erased."""
    press.require_organiser()
    feature = _off(press, name)
    records = await belongings.count(press.association.read(), feature)
    await press.show(cards.ask_to_erase(press.words, feature.name, records))


@action("organisers:part_erase_sure")
async def ask_again(press: Press, name: str) -> None:
    """Ask a second time."""
    press.require_organiser()
    await press.show(cards.ask_again(press.words, _off(press, name).name))


@action("organisers:part_erase")
async def erase(press: Press, name: str) -> None:
    """Erase what a part keeps; the cards on Discord go one after the other."""
    press.require_organiser()
    await press.defer()
    association, feature = press.association, _off(press, name)
    async with association.transaction() as db:
        gone = await press.house.features.erase(association, db, feature)
    log.info("a part was erased", extra=fields(guild=association.guild_id, part=name, records=gone.records))
    await press.show(cards.erased(press.words, gone.records, gone.cards))
    await press.house.outbox.send_now(association, patience=0)


async def _turn(press: Press, feature: Feature, *, on: bool) -> None:
    if press.house.features.is_on(press.association, feature.name) != on:
        await choosing.keep(press, {feature.preference: on})
    await _show(press, feature, done="part-turned-on" if on else "part-turned-off")


async def _show(press: Press, feature: Feature, *, done: str = "") -> None:
    db = press.association.read()
    records = await belongings.count(db, feature)
    standing = len(await publications.of_feature(db, feature.name))
    shown = await _part(press, feature.name)
    await press.show(cards.part(press.words, shown, records=records, cards=standing, done=done))


async def _part(press: Press, name: str) -> Part:
    features, association = press.house.features, press.association
    if features.is_on(association, name):
        return Part(name, None)
    return Part(name, await features.off_since(association.read(), name) or press.now())


def _feature(name: str) -> Feature:
    feature = declared.get(name)
    if feature is None:
        raise Refusal("kernel-stale-press")
    return feature


def _off(press: Press, name: str) -> Feature:
    feature = _feature(name)
    if press.house.features.is_on(press.association, name):
        raise Refusal("parts-erase-while-on")
    return feature
