"""Sharing a mission: one step, one form, a preview that asks what is missing; then it is published, or changed."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.storage.database import Connection
from bot.ui import drafts, notice
from bot.ui.actions import action, custom_id
from bot.ui.cards import PRIMARY, button, row
from bot.ui.press import Press
from bot.words.third_parties import check_names_nobody
from cogs.opportunities import cards, form, meaning, places, posts, previewing, rules, store
from cogs.opportunities.rules import Mission, Sketch

SHARE: Final = "opportunities:share"


@action(SHARE)
async def share(press: Press) -> None:
    """Ask what is shared, unless something waits already; the notice comes first."""
    if not await notice.accepted(press, SHARE):
        return
    left = await drafts.newest(press.association.read(), press.user_id, previewing.PREVIEW, press.now())
    if left is not None:
        await previewing.show_preview(press)
        return
    await press.show(cards.step(press.words))


@action("opportunities:choose_kind", opens_form=True)
async def choose_kind(press: Press) -> None:
    """Open the form, once it is known what is shared."""
    await share_as(press, meaning.kind(press.choice, forged=True), "", "")


@action("opportunities:share_as", opens_form=True)
async def share_as(press: Press, kind: str, trade: str, place: str) -> None:
    """Open the form with what was chosen in the command; the notice comes first."""
    _check_codes(press, kind, trade, place)
    act = custom_id("opportunities:share_as", kind, trade, place)
    chosen = cards.subject_of(press.words, press.catalogue, kind, trade, place)
    if not await notice.accepted(press, act, typed=chosen):
        return
    left = await drafts.newest(press.association.read(), press.user_id, previewing.PREVIEW, press.now())
    if left is None:
        await press.open(form.FORM, kind, trade, place, "0", values=form.prefilled(press.words))
        return
    said = {"kind": kind, "trade": trade, "place": place}  # what waits is not lost: it takes what was chosen
    await previewing.say(press, left.id, **{name: code for name, code in said.items() if code})


@action("opportunities:edit", opens_form=True)
async def edit(press: Press, mission_id: int) -> None:
    """Open the form with one's mission in it."""
    mission = await _own_open(press, press.association.read(), mission_id)
    place = [mission.kind.value, mission.trade or "", mission.place, str(mission.id)]
    await press.open(form.FORM, *place, values=form.as_fields(press.words, mission))


@action("opportunities:written")
async def written(press: Press, kind: str, trade: str, place: str, mission_id: int) -> None:
    """Read the form, keep it, show what would be published."""
    said = rules.read(press.fields)
    notice.require(press, SHARE)
    _check_codes(press, kind, trade, place)
    if mission_id and not rules.check_own(await store.get(press.association.read(), mission_id), press.user_id).open:
        mission_id = 0  # it is over meanwhile: what was typed makes a new one
    for text in (said.what, said.when_text, said.budget):
        check_names_nobody(text, press.catalogue.known_names)
        rules.check_names_no_client(text)
    proposed = press.catalogue.propose_trades(said.what)
    likely = proposed[0].id if proposed and not mission_id else ""
    payload = form.payload(said, kind=kind, trade=trade or likely, place=place, mission_id=mission_id)
    async with press.association.transaction() as db:
        await _still_here(press, db)
        await drafts.save(db, press.user_id, previewing.PREVIEW, payload, press.now())
    await previewing.show_preview(press)


@action("opportunities:edit_draft", opens_form=True)
async def edit_draft(press: Press, draft_id: int) -> None:
    """Back to the form, filled."""
    draft = await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
    sketch, points = form.sketch(draft.payload), draft.payload
    place = [str(points[name]) for name in ("kind", "trade", "place", "mission")]
    await press.open(form.FORM, *place, values=form.as_fields(press.words, sketch))


@action("opportunities:later")
async def later(press: Press, draft_id: int) -> None:
    """Leave it for now: what was typed stays for a day."""
    await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
    away = button(press.words.plain("mission-discard"), custom_id("opportunities:discard", draft_id))
    await press.answer("mission-later", row(away))


@action("opportunities:discard")
async def discard(press: Press, draft_id: int) -> None:
    """Throw it away."""
    async with press.association.transaction() as db:
        await drafts.load(db, draft_id, press.user_id, press.now())
        await drafts.discard(db, press.user_id, previewing.PREVIEW)
    again = button(press.words.plain("offer-opportunities-share"), SHARE, style=PRIMARY)
    await press.answer("mission-discarded", row(again))


@action("opportunities:publish", reaches=True)
async def publish(press: Press, draft_id: int) -> None:
    """Keep the mission and publish it, or put other words in its place."""
    await press.defer()
    house, association = press.house, press.association
    async with association.transaction() as db:
        await _still_here(press, db)
        sketch = form.sketch((await drafts.load(db, draft_id, press.user_id, press.now())).payload)
        if sketch.missing:
            raise Refusal("kernel-stale-press")
        if await previewing.stale(db, sketch):
            raise Refusal("mission-draft-anew", offers=(SHARE,))
        mission = await _keep(press, db, sketch)
        before = await house.publications.get(db, places.CARD, mission.id)
        await posts.publish(house, association, db, mission)
        await drafts.discard(db, press.user_id, previewing.PREVIEW)
    await house.outbox.send_now(association)
    await show_published(press, mission.id, stood=before is not None and before.message_id is not None)


async def _keep(press: Press, db: Connection, sketch: Sketch) -> Mission:
    mission_id = sketch.mission_id
    if mission_id:
        await _own_open(press, db, mission_id)
        await store.change(db, mission_id, sketch, press.now())
    else:
        mission_id = await store.add(db, press.user_id, sketch, press.now())
    mission = await store.get(db, mission_id)
    assert mission is not None
    return mission


async def show_published(press: Press, mission_id: int, *, stood: bool) -> None:
    """Say where one's mission stands."""
    outcome, url = await press.house.publications.outcome(press.association, places.CARD, mission_id)
    key = "mission-updated" if url and stood else f"mission-{outcome}"
    await press.show(cards.published(press.words, key, url))


@action("opportunities:publish_again", reaches=True)
async def publish_again(press: Press, mission_id: int) -> None:
    """Publish what could not be published, once."""
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        mission = await _own_open(press, db, mission_id)
        await posts.publish(press.house, association, db, mission)
    await press.house.outbox.send_now(association)
    await show_published(press, mission_id, stood=False)


async def _own_open(press: Press, db: Connection, mission_id: int) -> Mission:
    return rules.check_own_open(await store.get(db, mission_id), press.user_id)


async def _still_here(press: Press, db: Connection) -> None:
    """Look again inside the transaction: they may have left or erased themselves this instant."""
    press.member = await members.get(db, press.user_id)
    notice.require(press, SHARE)


def _check_codes(press: Press, kind: str, trade: str, place: str) -> None:
    """Raise `Refusal` for a code that no form of ours holds."""
    meaning.kind(kind, forged=True)
    meaning.trade(press, trade, forged=True)
    meaning.place(press, place, forged=True)
