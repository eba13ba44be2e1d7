"""Which missions somebody wants to be told about: kinds, trades, places, on or off."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.delivery import wishes
from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, leaving
from bot.ui.cards import Choice
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.ui.trades import trade_choices
from bot.words.text import OPTIONS
from cogs.opportunities import alert_cards, alert_store, letters, meaning
from cogs.opportunities.alert_rules import CHOICES, Alert, What
from cogs.opportunities.rules import ANYWHERE, REMOTE, SEARCH, Kind

ALERTS: Final = "opportunities:alerts"

FORM: Final = declare(
    Form("opportunities:alert_placed", "mission-place-form", (Field("place", required=True, limit=SEARCH),))
)


@action(ALERTS)
@leaving
async def show(press: Press) -> None:
    """What one follows, and all that can be chosen; the notice comes first."""
    if await notice.accepted(press, ALERTS):
        await _show(press)


async def _show(press: Press, family: str | None = None) -> None:
    db = press.association.read()
    alert = await alert_store.get(db, press.user_id)
    refused = letters.PURPOSE in (await wishes.of(db, press.user_id)).refused
    unheard = press.association.command("moi preferences") if refused else None
    trades, zones = await _trades(press, db, alert, family), await _zones(press, db, alert)
    await press.show(alert_cards.following(press.words, press.catalogue, alert, trades, zones, unheard=unheard))


@action("opportunities:alerts_on")
async def start(press: Press) -> None:
    """Switch them on."""
    await _switch(press, on=True)


@action("opportunities:alerts_off")
@leaving
async def stop(press: Press) -> None:
    """Switch them off; what was chosen stays."""
    await _switch(press, on=False)


async def _switch(press: Press, *, on: bool) -> None:
    async with press.association.transaction() as db:
        await _still_here(press, db)
        await alert_store.switch(db, press.user_id, press.now(), on=on)
    await _show(press)


@action("opportunities:alert_kinds")
async def choose_kinds(press: Press) -> None:
    """Follow the kinds that are chosen, and no others."""
    if not set(press.selected) <= set(Kind):
        raise Refusal("kernel-stale-press")
    await _choose(press, What.KIND, tuple(Kind), press.selected)


@action("opportunities:alert_zones")
async def choose_zones(press: Press) -> None:
    """Follow the places that are chosen, and no others of those on offer."""
    db = press.association.read()
    offered = [REMOTE, *await _zones(press, db, await alert_store.get(db, press.user_id))]
    for code in press.selected:
        if code not in press.catalogue.zones and code != REMOTE:
            raise Refusal("kernel-stale-press")
    await _choose(press, What.ZONE, offered, press.selected)


@action("opportunities:alert_trade")
async def choose_trade(press: Press) -> None:
    """Follow one trade more, or one less; `f.` opens the families, `f.<family>` one of them."""
    sort, _, code = press.choice.partition(".")
    if sort == "f":
        await _show(press, code)
        return
    trade = meaning.trade(press, code, forged=True)
    alert = await alert_store.get(press.association.read(), press.user_id)
    followed = alert.trades if alert is not None else frozenset()
    if trade and trade not in followed and len(followed) >= CHOICES:
        raise Refusal("mission-alerts-full", most=CHOICES)
    await _choose(press, What.TRADE, [trade], [trade] if trade and trade not in followed else [])


@action("opportunities:alert_place", opens_form=True)
async def ask_place(press: Press) -> None:
    """Ask for a place that is not on offer."""
    if await notice.accepted(press, ALERTS):
        await press.open(FORM)


@action("opportunities:alert_placed")
async def add_place(press: Press) -> None:
    """Follow one place more: the one that is typed."""
    place = meaning.place(press, press.fields.get("place", ""), unknown="mission-unknown-zone")
    if place == ANYWHERE:
        raise Refusal("mission-alerts-anywhere")
    alert = await alert_store.get(press.association.read(), press.user_id)
    if alert is not None and place not in alert.zones and len(alert.zones) >= CHOICES:
        raise Refusal("mission-alerts-full", most=CHOICES)
    await _choose(press, What.ZONE, [], [place] if place else [])


async def _choose(press: Press, what: What, offered: Collection[str], chosen: Collection[str]) -> None:
    async with press.association.transaction() as db:
        await _still_here(press, db)
        await alert_store.choose(db, press.user_id, what, offered, chosen, press.now())
    await _show(press)


async def _still_here(press: Press, db: Connection) -> None:
    press.member = await members.get(db, press.user_id)
    notice.require(press, ALERTS)


async def _trades(press: Press, db: Connection, alert: Alert | None, family: str | None) -> list[Choice]:
    """What is followed first, then one's own trade and those near it, then the way to all."""
    own = await members.profile(db, press.user_id)
    codes = [*sorted(alert.trades if alert is not None else ()), own.trade if own is not None else None]
    near = [press.catalogue.trades[code] for code in codes if code in press.catalogue.trades]
    found = trade_choices(press.words, press.catalogue, near, None, family)
    followed = {f"t.{code}" for code in codes[:-1]}
    off = press.words.plain("mission-alerts-less")
    return [Choice(one.value, one.label, off if one.value in followed else one.description) for one in found]


async def _zones(press: Press, db: Connection, alert: Alert | None) -> list[str]:
    """The places on offer: those that are followed, one's own, those where members are."""
    own = await members.profile(db, press.user_id)
    followed = sorted(alert.zones - {REMOTE}) if alert is not None else []
    mine = [own.zone] if own is not None and own.zone else []
    known = (*followed, *mine, *sorted(await members.zones_in_use(db)))
    return [code for code in dict.fromkeys(known) if code in press.catalogue.zones][: OPTIONS - 1]
