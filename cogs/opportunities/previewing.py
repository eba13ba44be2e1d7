"""What would be published, before it is: what is missing is asked, what was guessed can be corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import drafts
from bot.ui.actions import action
from bot.ui.drafts import Draft
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.ui.trades import trade_choices
from cogs.opportunities import cards, form, meaning, rules, store
from cogs.opportunities.rules import Sketch

PREVIEW: Final = "opportunities:preview"

PLACE: Final = declare(
    Form("opportunities:placed", "mission-place-form", (Field("place", required=True, limit=rules.SEARCH),))
)


async def show_preview(press: Press, *, family: str | None = None) -> None:
    """What would be published, and what is still to be said. Raises `Refusal` when nothing waits."""
    db = press.association.read()
    draft = await _newest(press)
    sketch, words = form.sketch(draft.payload), press.words
    proposed = press.catalogue.propose_trades(sketch.what)
    zones = sorted(await members.zones_in_use(db))
    own = await members.profile(db, press.user_id)
    near = [own.zone] if own is not None and own.zone else []
    await press.show(
        cards.preview(
            words,
            press.catalogue,
            sketch,
            draft.id,
            trades=trade_choices(words, press.catalogue, proposed, sketch.trade, family),
            places=cards.place_choices(words, press.catalogue, [*near, *zones], sketch.place),
        )
    )


async def _newest(press: Press) -> Draft:
    """What waits. Where it was to change a mission that is over or gone meanwhile, it makes a new one."""
    async with press.association.transaction() as db:
        draft = await drafts.newest(db, press.user_id, PREVIEW, press.now())
        if draft is None:
            raise Refusal("kernel-draft-gone")
        if await stale(db, form.sketch(draft.payload)):
            draft = replace(draft, payload={**draft.payload, "mission": 0})
            await drafts.change(db, draft, draft.payload)
    return draft


async def stale(db: Connection, sketch: Sketch) -> bool:
    """Whether what waits was to change a mission that is over, or gone."""
    mission = await store.get(db, sketch.mission_id) if sketch.mission_id else None
    return bool(sketch.mission_id) and (mission is None or not mission.open)


@action("opportunities:set_kind")
async def set_kind(press: Press, draft_id: int) -> None:
    """Say what is shared."""
    await say(press, draft_id, kind=meaning.kind(press.choice, forged=True))


@action("opportunities:set_place")
async def set_place(press: Press, draft_id: int) -> None:
    """Say where."""
    await say(press, draft_id, place=meaning.place(press, press.choice, forged=True))


@action("opportunities:other_place", opens_form=True)
async def ask_place(press: Press, draft_id: int) -> None:
    """Ask for a place that is not on offer."""
    await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
    await press.open(PLACE, str(draft_id))


@action("opportunities:placed")
async def place_typed(press: Press, draft_id: int) -> None:
    """The place that is typed."""
    place = meaning.place(press, press.fields.get("place", ""), unknown="mission-unknown-zone")
    await say(press, draft_id, **({"place": place} if place else {}))


@action("opportunities:set_trade")
async def set_trade(press: Press, draft_id: int) -> None:
    """Correct the trade; `f.` opens the families, `f.<family>` one of them."""
    sort, _, code = press.choice.partition(".")
    if sort == "f":
        await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
        await show_preview(press, family=code)
        return
    await say(press, draft_id, trade=meaning.trade(press, code, forged=True))


async def say(press: Press, draft_id: int, **said: str) -> None:
    """Say some points of what waits, and show it."""
    async with press.association.transaction() as db:
        draft = await drafts.load(db, draft_id, press.user_id, press.now())
        await drafts.change(db, draft, {**draft.payload, **said})
    await show_preview(press)
