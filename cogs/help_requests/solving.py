""" "C'est réglé": one tap, silent. Who helped, what worked, a tip: optional, and the asker's alone."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from cogs.help_requests import cards, jobs, letters, people_store, posts, rules, store, thanking
from cogs.help_requests.rules import Request, State
from cogs.tips import SolvedRequest, draft_from_request

FORM: Final = declare(
    Form("help_requests:worked", "help-worked-form", (Field("worked", required=True, limit=rules.WORKED),))
)


@action("help_requests:solve")
async def solve(press: Press, request_id: int) -> None:
    """It is solved, says its asker or an organiser; a second time nothing changes."""
    association = press.association
    async with association.transaction() as db:
        request = await _request(press, db, request_id)
        if request.state is not State.SOLVED:
            await posts.settle(press.house, association, db, request, State.SOLVED, by=press.user_id)
            if press.user_id != request.asker_id:
                await thanking.tell_asker(press.house, association, db, request)
            await jobs.plan(press.house, association, db)
    helpers = await people_store.who_helped(association.read(), request.id)
    if press.user_id != request.asker_id:
        await press.answer("help-solved-for")
    elif press.interaction.guild_id is None:  # Discord lists nobody to choose from in a direct message
        mine = association.command("coup-de-main mes-demandes")
        await press.change(card(press.words("help-solved-in-dm", mine=mine)))
    else:
        await press.show(cards.solved(press.words, "help-solved", request, helpers))
    await press.house.outbox.send_now(association, patience=0)


async def _request(press: Press, db: Connection, request_id: int) -> Request:
    """A request that this person may settle: their own, or, for organisers, any that everybody sees."""
    request = await store.get(db, request_id)
    if request is not None and press.is_organiser and not request.private:
        return request
    return rules.check_own(request, press.user_id)


@action("help_requests:who_helped")
async def who_helped(press: Press, request_id: int) -> None:
    """Keep who helped, and nobody else; each is thanked once, and the two are tied."""
    association = press.association
    async with association.transaction() as db:
        request = await _solved(press, db, request_id)
        helpers = [int(chosen) for chosen in press.selected if chosen.isdecimal()][: cards.MOST]
        for helper in helpers:
            await _check_helper(press, db, helper)
        for dropped in await people_store.helped(db, request.id, helpers, press.now()):
            await thanking.take_back(press.house, association, db, request, dropped)
        for helper in helpers:
            await thanking.thank_for(press.house, association, db, press.user_id, helper, letters.topic(request.id))
    noted = "help-who-helped-noted" if helpers else "help-who-helped-nobody"
    await press.show(cards.solved(press.words, noted, request, helpers))
    await press.house.outbox.send_now(association, patience=0)


async def _check_helper(press: Press, db: Connection, helper: int) -> None:
    if helper == press.user_id:
        raise Refusal("help-who-helped-not-you")
    await members.require_among_us(db, helper)


@action("help_requests:what_worked", opens_form=True)
async def what_worked(press: Press, request_id: int) -> None:
    """Ask for it, in a line."""
    request = await _solved(press, press.association.read(), request_id)
    await press.open(FORM, str(request_id), values={"worked": request.worked})


@action("help_requests:worked", reaches=True)
async def worked(press: Press, request_id: int) -> None:
    """Show it on the request."""
    said, association = rules.read_worked(press.fields.get("worked", "")), press.association
    async with association.transaction() as db:
        await _solved(press, db, request_id)
        await store.note_worked(db, request_id, said)
        await posts.show(press.house, association, db, request_id)
    request = await _solved(press, association.read(), request_id)
    helpers = await people_store.who_helped(association.read(), request_id)
    await press.show(cards.solved(press.words, "help-worked-noted", request, helpers))
    await press.house.outbox.send_now(association, patience=0)


@action("help_requests:make_tip", opens_form=True)
async def make_tip(press: Press, request_id: int) -> None:
    """Open the form of a tip, filled with the problem and what worked. Whoever joined took part in what it says, named
    by its asker or not."""
    db = press.association.read()
    request = await _solved(press, db, request_id)
    if request.private:
        raise Refusal("help-no-tip")
    people = (*await people_store.who_helped(db, request.id), *await people_store.helpers(db, request.id))
    solved = SolvedRequest(
        request_id=request.id,
        title=request.question,
        problem="\n".join(part for part in (request.question, request.details) if part),
        worked=request.worked,
        category=request.category,
        helpers=tuple(dict.fromkeys(people)),
    )
    await draft_from_request(press, solved)


async def _solved(press: Press, db: Connection, request_id: int) -> Request:
    """The asker's own request, once it is solved."""
    request = rules.check_own(await store.get(db, request_id), press.user_id)
    if request.state is not State.SOLVED:
        raise Refusal("help-no-tip")
    return request
