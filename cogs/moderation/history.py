"""Somebody's history, for a reason that is kept: the cases about them that the reader may open, and what was done
towards them in these. What the reader may not open isn't there, and nothing says so."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.ui import notice
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import clean, says_something
from cogs.moderation import case_store, people, rules, team_cards
from cogs.moderation.opening import OPEN_FOR, PAGE, open_case, written
from cogs.moderation.rules import Act, Case, Entry, Reader, may_open

WHY: Final = declare(
    Form("moderation:looked", "moderation-look-form", (Field("why", required=True, long=True, limit=rules.NOTE),))
)


@action("moderation:history")
async def choose(press: Press) -> None:
    """Ask whose."""
    press.require_organiser()
    await press.show(team_cards.choose_somebody(press.words))


@action("moderation:history_of", opens_form=True)
async def ask_why(press: Press) -> None:
    """Ask for what reason."""
    press.require_organiser()
    if await notice.accepted(press, "moderation:history"):
        await press.open(WHY, str(_chosen(press)))


@action("moderation:looked")
async def looked(press: Press, member_id: int) -> None:
    """Keep the reason, then show it."""
    await look(press, member_id, written(press, "why"))


async def look(press: Press, member_id: int, reason: str) -> None:
    """Somebody's history, for a reason that the team can read afterwards. Raises `Refusal` for anybody else than
    organisers, and without a reason."""
    press.require_organiser()
    why = rules.without_ids(clean(reason))[: rules.NOTE]
    if not says_something(why):
        raise Refusal("moderation-blank")
    if not await notice.accepted(press, "moderation:history", typed=why):
        return
    async with press.association.transaction() as db:
        actor = await people.noted(press.house, press.association, db, press.user_id)
        target = await people.noted(press.house, press.association, db, member_id)
        await case_store.append(db, None, Act.LOOKED, actor, press.now(), target=target, reason=why)
    await _show(press, member_id, 0)


@action("moderation:history_page")
async def turn(press: Press, member_id: int, number: int) -> None:
    """Another page, while the reason holds."""
    press.require_organiser()
    own = people.someone(press.house, press.association, press.user_id).alias
    target = people.someone(press.house, press.association, member_id).alias
    looks = await case_store.looks(press.association.read())
    given = (one for one in looks if one.actor.alias == own and one.target is not None and one.target.alias == target)
    if not any(press.now() - one.at < OPEN_FOR for one in given):
        raise Refusal("moderation-say-why", offers=("moderation:history",))
    await _show(press, member_id, number)


async def _show(press: Press, member_id: int, number: int) -> None:
    reader = await people.reader_of(press)
    who = people.someone(press.house, press.association, member_id)
    found = await _known(press, who.alias, reader)
    await press.show(team_cards.history(press.words, who, page_of(found, number, PAGE)))


async def _known(press: Press, alias: str, reader: Reader) -> list[Case | Entry]:
    """The cases about somebody, the newest first, each with what was done towards them in it."""
    db, found = press.association.read(), list[Case | Entry]()
    done = await case_store.upon(db, alias, rules.TELLING)
    for case in await case_store.about(db, alias):
        if may_open(case, reader):
            found += [case, *(one for one in done if one.case_id == case.id)]
    return found


@action("moderation:open_chosen", opens_form=True)
async def open_chosen(press: Press) -> None:
    """Open a case from a list."""
    await open_case(press, _chosen(press))


def _chosen(press: Press) -> int:
    chosen = rules.read_id(press.choice)
    if chosen is None:
        raise Refusal("kernel-stale-press")
    return chosen


@action("moderation:looks")
async def show_looks(press: Press, number: int) -> None:
    """Who looked, when and why, for the whole team to see."""
    press.require_organiser()
    found = await case_store.looks(press.association.read())
    await press.show(team_cards.looks(press.words, page_of(found, number, PAGE)))
