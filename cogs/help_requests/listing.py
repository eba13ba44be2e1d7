"""What is open, and one's own requests: private pages, with what can be done beside each."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id, leaving
from bot.ui.cards import button, card, row
from bot.ui.confirm import confirmation
from bot.ui.pager import page_of
from bot.ui.press import Press
from cogs.help_requests import (
    approving,
    asking,
    asking_privately,
    jobs,
    list_cards,
    people_store,
    places,
    posts,
    rules,
    store,
)
from cogs.help_requests.asking import filled
from cogs.help_requests.rules import Request, State

PAGE: Final = 4
OWN: Final = 10
"""How many requests a page holds: of everybody's, with their buttons, and of one's own, a line each."""


@action("help_requests:list")
async def show_list(press: Press) -> None:
    """Everything that is open."""
    await list_page(press, 0, "")


@action("help_requests:list_page")
async def list_page(press: Press, number: int, category: str) -> None:
    """A page of it, or of one subject."""
    association = press.association
    found = await store.listed(association.read())
    chosen = [request for request in found if not category or request.category == category]
    page = page_of(chosen, number, PAGE)
    urls = {
        request.id: url
        for request in page.entries
        if (url := await places.url(press.house, association, association.read(), request))
    }
    await press.show(list_cards.open_requests(press.words, page, urls, category, press.user_id))


@action("help_requests:list_subject")
async def list_subject(press: Press) -> None:
    """One subject, or all."""
    await list_page(press, 0, "" if press.choice == "all" else rules.category(press.choice))


@action("help_requests:mine")
@leaving
async def show_mine(press: Press) -> None:
    """One's own requests."""
    await mine_page(press, 0)


@action("help_requests:mine_page")
@leaving
async def mine_page(press: Press, number: int) -> None:
    """A page of them."""
    found = await store.of_asker(press.association.read(), press.user_id)
    await press.show(list_cards.mine(press.words, page_of(found, number, OWN)))


@action("help_requests:mine_one")
@leaving
async def choose_mine(press: Press) -> None:
    """One of them."""
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    await show_one(press, int(press.choice))


@action("help_requests:one")
async def show_one(press: Press, request_id: int) -> None:
    """One request of one's own: where it stands, and what can be done with it."""
    house, association = press.house, press.association
    db = association.read()
    request = await _own(press, db, request_id)
    offers = await approving.waiting(house, association, db, request) if request.private else []
    url = await places.url(house, association, db, request)
    waits = url is None and not request.private and request.wanted
    here = press.interaction.guild_id is not None  # Discord lists nobody to choose from in a direct message
    helped = await people_store.who_helped(db, request.id) if here else None
    await press.show(list_cards.one(press.words, request, url, offers, waits=waits, helped=helped))


@action("help_requests:edit", opens_form=True)
async def edit(press: Press, request_id: int) -> None:
    """Open the form, filled with the request."""
    request = rules.check_wanted(await _own(press, press.association.read(), request_id))
    form = asking_privately.FORM if request.private else asking.FORM
    await press.open(form, str(request.id), values=filled(request))


@action("help_requests:publish_again", reaches=True)
async def publish_again(press: Press, request_id: int) -> None:
    """Publish what could not be published, once."""
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        request = rules.check_form(rules.check_wanted(await _own(press, db, request_id)), private=False)
        await posts.publish(press.house, association, db, request)
    await press.house.outbox.send_now(association)
    await asking.answer(press, request, stood=False)


@action("help_requests:still_open")
async def still_open(press: Press, request_id: int) -> None:
    """It still is: a sign of life."""
    async with press.association.transaction() as db:
        request = rules.check_wanted(await _own(press, db, request_id))
        await store.enter(db, request.id, request.state, press.now())
        await jobs.plan(press.house, press.association, db)
    await _answered(press, "help-still-noted")


@action("help_requests:close")
@leaving
async def close(press: Press, request_id: int) -> None:
    """It is no longer wanted."""
    await _enter(press, request_id, State.CLOSED)
    await _answered(press, "help-closed")


@action("help_requests:reopen")
async def reopen(press: Press, request_id: int) -> None:
    """It is wanted again."""
    await _enter(press, request_id, State.OPEN)
    await _answered(press, "help-reopened")


async def _enter(press: Press, request_id: int, state: State) -> None:
    house, association = press.house, press.association
    async with association.transaction() as db:
        request = await _own(press, db, request_id)
        if state is State.CLOSED:
            await posts.settle(house, association, db, rules.check_wanted(request), state, by=press.user_id)
            await jobs.plan(house, association, db)
        elif not request.wanted:
            await posts.reopen(house, association, db, request)
            await jobs.look_after(house, association, db, request.id)


@action("help_requests:withdraw_ask")
@leaving
async def ask_to_withdraw(press: Press, request_id: int) -> None:
    """Ask once before a request is forgotten."""
    await _own(press, press.association.read(), request_id)
    act, words = custom_id("help_requests:withdraw", request_id), press.words
    await press.show(confirmation(words, words("help-withdraw-ask"), "help-withdraw-yes", act))


@action("help_requests:withdraw")
@leaving
async def withdraw(press: Press, request_id: int) -> None:
    """Forget a request: its card or thread, its document, what people were asked."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        request = await _own(press, db, request_id)
        await posts.take_away(house, association, db, request)
        await store.remove(db, request.id)
        await jobs.plan(house, association, db)
    await press.answer("help-withdrawn")
    await house.outbox.send_now(association, patience=0)


async def _own(press: Press, db: Connection, request_id: int) -> Request:
    return rules.check_own(await store.get(db, request_id), press.user_id)


async def _answered(press: Press, key: str) -> None:
    """Answer where the button was: in a letter, in its place."""
    words = press.words
    said = card(words(key), row(button(words.plain("offer-help_requests-mine"), "help_requests:mine")))
    await (press.change(said) if press.interaction.guild_id is None else press.show(said))
    await press.house.outbox.send_now(press.association, patience=0)
