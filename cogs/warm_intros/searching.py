"""Looking for somebody who knows somebody. The answer is the same at once and in form, whoever there is: whom to ask is
found later, by the job."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members, objections
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import drafts, notice
from bot.ui.actions import action, leaving
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.third_parties import Kind as Way
from bot.words.third_parties import check_names_nobody, what_betrays
from cogs.warm_intros import (
    intro_store,
    kinds,
    pace,
    present_rules,
    search_cards,
    search_job,
    search_rules,
    search_store,
    threads,
)
from cogs.warm_intros.preferences import silence
from cogs.warm_intros.rules import WHO, WHY, Search, SearchState
from cogs.warm_intros.search_rules import Wanted

LOOK: Final = "warm_intros:look"
FORM: Final = declare(
    Form(
        "warm_intros:looked",
        "intros-search-form",
        (Field("who", required=True, limit=WHO), Field("why", required=True, long=True, limit=WHY)),
    )
)
RECENT: Final = 3
"""How many searches that are over are listed."""
_WAYS_TO_SOMEBODY: Final[frozenset[Way]] = frozenset({"email", "phone"})


async def search(press: Press, who: str, why: str) -> None:
    """ "/qui-connait": as if it had been typed in the form, which "Corriger" opens with it."""
    if not await notice.accepted(press, LOOK, typed=f"{who}\n{why}"):
        return
    press.act, press.fields = FORM.act, {"who": who, "why": why}
    await looked(press)


@action(LOOK, opens_form=True)
async def look(press: Press) -> None:
    """Open the form, with what was refused in it if something was; the notice comes first."""
    if await notice.accepted(press, LOOK):
        left = await drafts.newest(press.association.read(), press.user_id, FORM.act, press.now())
        await press.open(FORM, values={name: str(text) for name, text in left.payload.items()} if left else {})


@action("warm_intros:looked", reaches=True)
async def looked(press: Press) -> None:
    """Keep the search, and say by when it is answered."""
    said = _read(press)
    notice.require(press, LOOK)
    async with press.association.transaction() as db:
        press.member = await members.get(db, press.user_id)  # they may have left or erased themselves this instant
        notice.require(press, LOOK)
        await objections.require_none(db, press.user_id)
        kept = await _keep(press, db, said)
        await drafts.discard(db, press.user_id, FORM.act)
    await press.show(search_cards.looking(press.words, kept))


def _read(press: Press) -> Wanted:
    """What was typed. Whoever is looked for is nobody in particular; why may name a place of work, but holds no way to
    anybody."""
    said = search_rules.read(press.fields)
    check_names_nobody(said.who, press.catalogue.known_names)
    betrayal = what_betrays(said.why, press.catalogue.known_names, kinds=_WAYS_TO_SOMEBODY)
    if betrayal is not None:
        raise Refusal(f"intros-why-{betrayal.kind}", found=betrayal.found)
    return said


async def _keep(press: Press, db: Connection, said: Wanted) -> Search:
    own, now = await search_store.of_asker(db, press.user_id), press.now()
    before = search_rules.same(own, said)
    if before is not None:
        return before
    search_rules.check_room(own, now)
    by = pace.answer_by(press.association.quiet_hours, now, silence(press.association.preferences))
    signed = present_rules.named_in(said.why, _own_names(press), press.catalogue.known_names) is not None
    search_id = await search_store.add(db, press.user_id, said.who, said.why, now=now, answer_by=by, signed=signed)
    await search_job.look(db, now)
    return await _own(press, db, search_id)


def _own_names(press: Press) -> list[str]:
    """What whoever presses is called, as Discord says with it."""
    user = press.interaction.user
    names = (user.name, user.global_name, getattr(user, "nick", None))
    return [name for name in names if name]


async def _own(press: Press, db: Connection, search_id: int) -> Search:
    found = await search_store.get(db, search_id)
    if found is None or found.asker_id != press.user_id:
        raise Refusal("intros-search-gone", offers=("warm_intros:searches",))
    return found


@action("warm_intros:searches")
@leaving
async def searches(press: Press) -> None:
    """One's own searches."""
    await _list(press)


@action("warm_intros:withdraw")
@leaving
async def withdraw(press: Press, search_id: int) -> None:
    """Look no more: whoever was asked reads that it is over."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        own = await _own(press, db, search_id)
        if not own.open:
            raise Refusal("intros-search-over", offers=("warm_intros:searches",))
        await search_job.end(house, association, db, own, SearchState.WITHDRAWN)
    await _list(press, withdrawn=own)
    await house.outbox.send_now(association, patience=0)


async def _list(press: Press, *, withdrawn: Search | None = None) -> None:
    db, house, association = press.association.read(), press.house, press.association
    own = await search_store.of_asker(db, press.user_id)
    shown = [one for one in own if one.open] + [one for one in own if not one.open and not _took_back(one)][:RECENT]
    urls = {one.id: url for one in shown if (url := await _url(house, association, db, one))}
    await press.show(search_cards.searches(press.words, shown, urls, withdrawn=withdrawn))


def _took_back(search_: Search) -> bool:
    return search_.state is SearchState.WITHDRAWN


async def _url(house: House, association: Association, db: Connection, search_: Search) -> str | None:
    """The thread that came of a search."""
    opened = [one for one in await intro_store.of_search(db, search_.id) if one.opened_at is not None]
    return await house.private_threads.url(association, db, kinds.THREAD, opened[0].id) if opened else None


# What becomes of a search, for the rooms that ask


async def found(
    house: House, association: Association, db: Connection, search_: Search, intro_id: int, *, by: int
) -> None:
    """Somebody is introduced: in the caller's transaction, nobody else is asked and the thread opens. `by`: whose press
    it is; it changes their letter itself."""
    now = house.clock.now()
    await search_store.close(db, search_.id, SearchState.FOUND, now)
    await house.contact.taken(association, db, kinds.topic(search_.id), by=by)
    await threads.open_for(house, association, db, intro_id)
    await intro_store.close_asked(db, search_.id, now)
