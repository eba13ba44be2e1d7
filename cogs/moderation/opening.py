"""Opening a case: who may is asked each time, that somebody did is written down, and why where somebody else takes
care of it already.

Whoever may not open a case reads the same sentence, whether it is about them, for others, or was never there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.errors import Refusal
from bot.schedule.clock import HOUR
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import clean, says_something
from cogs.moderation import act_cards, case_store, people, rules, team_cards
from cogs.moderation.rules import Act, Case, Entry, Reader, State, may_open

WHY: Final = declare(
    Form("moderation:opened", "moderation-why-form", (Field("why", required=True, long=True, limit=rules.NOTE),))
)
OPEN_FOR: Final = HOUR
"""How long a reason that was given holds, in seconds."""
PAGE: Final = 8
"""Cases, or acts, on a page."""


@action("moderation:cases")
async def show_cases(press: Press) -> None:
    """The first page of them."""
    await turn_cases(press, 0)


@action("moderation:cases_page")
async def turn_cases(press: Press, number: int) -> None:
    """Every case by number, urgency, age and state, which the team's channel says too. The referent sees those that
    went to them."""
    reader = await people.reader_of(press)
    if not (reader.organiser or reader.referent):
        raise Refusal("kernel-organisers-only")
    found = await case_store.in_states(press.association.read(), State.OPEN, State.TAKEN, State.CLOSED)
    theirs = [case for case in found if reader.organiser or may_open(case, reader)]
    theirs.sort(key=lambda case: (list(State).index(case.state), not case.urgent, case.opened_at or 0))
    await press.show(team_cards.cases(press.words, page_of(theirs, number, PAGE), organiser=reader.organiser))


@action("moderation:open", opens_form=True)
async def open_case(press: Press, case_id: int) -> None:
    """Read a case; one that somebody else takes care of, or that is closed, for a reason that is kept."""
    reader = await reader_for(press, case_id)
    case = await openable(press.association.read(), case_id, reader)
    if not await notice.accepted(press, custom_id("moderation:open", case_id)):
        return
    if not await is_open_to(press, case, reader):
        await press.open(WHY, str(case_id))
        return
    if case.waits:
        await _note_opening(press, case, reader)
    await show(press, case_id, reader)


async def is_open_to(press: Press, case: Case, reader: Reader) -> bool:
    """Whether no reason is needed: it waits for somebody, they handle it, or they gave one a moment ago."""
    if case.waits or (case.state is State.TAKEN and case.handler is not None and case.handler.alias == reader.alias):
        return True
    done = await case_store.entries(press.association.read(), case.id)
    return any(
        one.act is Act.OPENED and one.reason and one.actor.alias == reader.alias and press.now() - one.at < OPEN_FOR
        for one in done
    )


async def _note_opening(press: Press, case: Case, reader: Reader) -> None:
    """Write down that somebody read what waits, once."""
    async with press.association.transaction() as db:
        done = await case_store.entries(db, case.id)
        if not any(one.act is Act.OPENED and one.actor.alias == reader.alias for one in done):
            who = await people.noted(press.house, press.association, db, reader.id)
            await case_store.append(db, case.id, Act.OPENED, who, press.now())


@action("moderation:opened")
async def opened(press: Press, case_id: int) -> None:
    """Keep the reason, then show it."""
    reader = await reader_for(press, case_id)
    why = written(press, "why")
    await openable(press.association.read(), case_id, reader)
    notice.require(press, custom_id("moderation:open", case_id))
    async with press.association.transaction() as db:
        await openable(db, case_id, reader)
        who = await people.noted(press.house, press.association, db, reader.id)
        await case_store.append(db, case_id, Act.OPENED, who, press.now(), reason=why)
    await show(press, case_id, reader)


@action("moderation:log")
async def show_log(press: Press, case_id: int, number: int) -> None:
    """All that was done in a case, a page at a time."""
    reader = await reader_for(press, case_id)
    case = await openable(press.association.read(), case_id, reader)
    if not await is_open_to(press, case, reader):
        raise Refusal("moderation-say-why", offers=(custom_id("moderation:open", case_id),))
    done = await case_store.entries(press.association.read(), case_id)
    await press.show(team_cards.log(press.words, case, page_of(done, number, PAGE)))


async def show(press: Press, case_id: int, reader: Reader) -> None:
    """A case as it stands, to somebody who may read it."""
    db = press.association.read()
    case = await openable(db, case_id, reader)
    done: Sequence[Entry] = await case_store.entries(db, case_id)
    mine = case.handler is not None and case.handler.alias == reader.alias
    act = act_cards.way(press.words, case)
    view = team_cards.case(press.words, case, done, mine=mine, guild_id=press.association.guild_id, act=act)
    await press.show(view)


async def reader_for(press: Press, case_id: int) -> Reader:
    """Who presses. That they are called as a word of the case is remembered: another name, later, opens nothing."""
    reader = await people.reader_of(press)
    case = await case_store.get(press.association.read(), case_id)
    if case is not None and case.state is not State.DRAFT and (reader.organiser or reader.referent):
        await people.recognise(press, case, reader)
    return reader


async def openable(db: Connection, case_id: int, reader: Reader) -> Case:
    """A case that this person may read now. Raises one and the same `Refusal` for anything else."""
    case = await case_store.get(db, case_id)
    if case is None or not may_open(case, reader):
        raise Refusal("moderation-not-for-you")
    return case


def written(press: Press, field: str, *, must: bool = True) -> str:
    """What was typed into a field, without ids of people. Raises `Refusal` where it says nothing and must."""
    said = rules.without_ids(clean(press.fields.get(field, ""))[: rules.NOTE])
    if must and not says_something(said):
        raise Refusal("moderation-blank")
    return said
