"""What everybody can do with a tip: it served them, they keep it, they say what has changed."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import clean, says_something
from cogs.tips import checking, mark_store, posts, rules, store
from cogs.tips.actions import still_here
from cogs.tips.rules import Tip

DOUBT: Final = declare(
    Form("tips:doubted", "tips-doubt-form", (Field("what", required=True, long=True, limit=rules.DOUBT),))
)


@action("tips:useful")
async def useful(press: Press, tip_id: int) -> None:
    """Note that a tip served me, or take that back."""
    if not await notice.accepted(press, custom_id("tips:useful", tip_id)):
        return
    async with press.association.transaction() as db:
        await still_here(press, db)
        tip = await _somebody_elses(press, db, tip_id)
        noted = await mark_store.turn_use(db, tip_id, press.user_id, press.now())
    await press.answer("tips-useful-on" if noted else "tips-useful-off", title=tip.title)


@action("tips:keep")
async def keep(press: Press, tip_id: int) -> None:
    """Keep a tip for later, or no longer."""
    if not await notice.accepted(press, custom_id("tips:keep", tip_id)):
        return
    async with press.association.transaction() as db:
        await still_here(press, db)
        tip = await _visible(db, tip_id)
        kept = await mark_store.turn_keep(db, tip_id, press.user_id, press.now())
    where = press.association.command("astuce gardees")
    await press.answer("tips-kept-now", title=tip.title, kept="yes" if kept else "no", where=where)


@action("tips:doubt", opens_form=True)
async def doubt(press: Press, tip_id: int) -> None:
    """Ask what has changed; its author says themselves whether it still holds."""
    if not await notice.accepted(press, custom_id("tips:doubt", tip_id)):
        return
    tip = await _visible(press.association.read(), tip_id)
    if tip.author_id == press.user_id:
        await checking.show(press, tip)
    else:
        await press.open(DOUBT, str(tip_id))


@action("tips:doubted", reaches=True)
async def doubted(press: Press, tip_id: int) -> None:
    """The card says that it may be out of date; its author is asked once."""
    what = clean(press.fields.get("what", ""), lines=False)
    if not says_something(what):
        raise Refusal("tips-doubt-blank")
    if len(what) > rules.DOUBT:
        raise Refusal("tips-too-long", field="doubt", limit=rules.DOUBT, length=len(what))
    association, house = press.association, press.house
    async with association.transaction() as db:
        await still_here(press, db)
        tip = await _somebody_elses(press, db, tip_id)
        await store.doubt(db, tip_id, press.user_id, what, press.now())
        await house.publications.refresh(association, db, posts.CARD, tip_id)
        await checking.ask(house, association, db, tip)
    await house.outbox.send_now(association)
    await press.answer("tips-doubted", title=tip.title)


async def _visible(db: Connection, tip_id: int) -> Tip:
    """A tip that others may see. Raises `Refusal` when it was withdrawn or its author is away."""
    found = await store.visible(db, [tip_id])
    if tip_id not in found:
        raise Refusal("tips-gone")
    return found[tip_id]


async def _somebody_elses(press: Press, db: Connection, tip_id: int) -> Tip:
    tip = await _visible(db, tip_id)
    rules.check_markable(tip, press.user_id)
    return tip
