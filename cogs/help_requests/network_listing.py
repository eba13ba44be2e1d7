"""Other networks: a list for when help runs dry here, which organisers edit; and the steps that lead there."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.storage.preferences import choose
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import page_of
from bot.ui.press import Press
from cogs.help_requests import network_cards, network_store, rules
from cogs.help_requests.preferences import STEPS
from cogs.help_requests.rules import Network

PAGE: Final = 8

FORM: Final = declare(
    Form(
        "help_requests:network_written",
        "help-network-form",
        (
            Field("name", required=True, limit=rules.NETWORK),
            Field("purpose", required=True, limit=rules.PURPOSE),
            Field("url", required=True, limit=rules.URL),
        ),
    )
)


@action("help_requests:networks")
async def show(press: Press, number: int) -> None:
    """A page of the list; organisers can change it from there."""
    found = await network_store.everywhere(press.association.read())
    page = page_of(found, number, PAGE)
    await press.show(network_cards.networks(press.words, page, organiser=press.is_organiser))


@action("help_requests:network_add", opens_form=True)
async def add(press: Press) -> None:
    """Open the form, empty."""
    press.require_organiser()
    _check_room(len(await network_store.everywhere(press.association.read())))
    await press.open(FORM, "0")


@action("help_requests:network_one")
async def choose_one(press: Press) -> None:
    """One network, to change or to remove."""
    press.require_organiser()
    network = await _network(press, int(press.choice) if press.choice.isdecimal() else 0)
    await press.show(network_cards.one(press.words, network))


@action("help_requests:network_edit", opens_form=True)
async def edit(press: Press, network_id: int) -> None:
    """Open the form, filled."""
    press.require_organiser()
    network = await _network(press, network_id)
    values = {"name": network.name, "purpose": network.purpose, "url": network.url}
    await press.open(FORM, str(network_id), values=values)


@action("help_requests:network_written")
async def written(press: Press, network_id: int) -> None:
    """List it, or put other words in its place."""
    press.require_organiser()
    network = rules.read_network(press.fields, network_id)
    async with press.association.transaction() as db:
        if not network_id:
            _check_room(len(await network_store.everywhere(db)))
            await network_store.add(db, network, press.now())
        elif not await network_store.change(db, network, press.now()):
            raise Refusal("help-network-gone")
    await show(press, 0)


@action("help_requests:network_remove")
async def remove(press: Press, network_id: int) -> None:
    """List it no more."""
    press.require_organiser()
    async with press.association.transaction() as db:
        await network_store.remove(db, network_id)
    await show(press, 0)


@action("help_requests:steps")
async def show_steps(press: Press) -> None:
    """The steps of a request that nobody answers, as they are set."""
    press.require_organiser()
    chosen = {name: press.association.preferences[step] for name, step in STEPS.items()}
    await press.show(network_cards.steps(press.words, STEPS.values(), chosen))


@action("help_requests:step")
async def choose_step(press: Press, name: str) -> None:
    """Set one of them."""
    press.require_organiser()
    step = STEPS.get(name)
    if step is None or press.choice not in step.choices:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        press.association.expect_changes()
        await choose(db, press.house.clock, step, press.choice, by=press.user_id)
    await show_steps(press)


def _check_room(count: int) -> None:
    if count >= rules.NETWORKS:
        raise Refusal("help-networks-full", limit=rules.NETWORKS)


async def _network(press: Press, network_id: int) -> Network:
    network = await network_store.get(press.association.read(), network_id)
    if network is None:
        raise Refusal("help-network-gone")
    return network
