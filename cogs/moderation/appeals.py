"""An appeal: the person concerned says once why an act was not right, and somebody else of the team decides."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.cards import card
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import clean, says_something
from cogs.moderation import (
    act_rules,
    act_store,
    appeal_lines,
    appeal_waiting,
    case_store,
    measures,
    people,
    told,
    told_cards,
)
from cogs.moderation.act_rules import Appeal
from cogs.moderation.rules import Act, Entry, Reader, without_ids

APPEAL: Final = declare(
    Form("moderation:appealed", "appeals-form", (Field("said", required=True, long=True, limit=act_rules.APPEAL),))
)
DECISION: Final = declare(
    Form(
        "moderation:appeal_decided",
        "appeals-decision",
        (Field("word", required=True, long=True, limit=act_rules.WORD),),
    )
)


# The person concerned


@action("moderation:appeal", opens_form=True)
async def begin(press: Press, act_id: int) -> None:
    """Open the form, once."""
    if not await notice.accepted(press, custom_id("moderation:appeal", act_id)):
        return
    await _own(press, press.association.read(), act_id)
    await press.open(APPEAL, str(act_id))


@action("moderation:appealed")
async def appeal(press: Press, act_id: int) -> None:
    """Keep what they say; the team is told that an appeal waits."""
    notice.require(press, custom_id("moderation:appeal", act_id))
    said = clean(press.fields.get("said", ""))
    if not says_something(said):
        raise Refusal("appeals-unsaid")
    house, association, now = press.house, press.association, press.now()
    async with association.transaction() as db:
        entry = await _own(press, db, act_id)
        by = await people.noted(house, association, db, press.user_id)
        made = await act_store.make(db, entry.id, press.user_id, without_ids(said), now)
        await case_store.append(db, entry.case_id, Act.APPEALED, by, now, detail={"of": entry.id})
        told_ = await appeal_lines.post(house, association, db, made)
        await appeal_waiting.plan(house, association, db, entry.id, told=told_)
    await house.outbox.send_now(association, patience=0)
    await press.show(card(press.words("appeals-made")))


async def _own(press: Press, db: Connection, act_id: int) -> Entry:
    """An act towards the person who presses, against which nothing was said. Raises `Refusal` for any other."""
    alias = press.house.lifecycle.alias(press.association, press.user_id)
    entry = act_rules.check_own(await case_store.entry(db, act_id), alias)
    if await act_store.get(db, act_id) is not None:
        raise Refusal("appeals-once")
    return entry


# Whoever decides


@action("moderation:appeal_open")
async def show(press: Press, act_id: int) -> None:
    """The act and the appeal, to those who may decide."""
    reader = await people.reader_of(press)
    await press.show(told_cards.to_decide(press.words, *await _to_decide(press.association.read(), act_id, reader)))


@action("moderation:appeal_decide", opens_form=True)
async def begin_deciding(press: Press, act_id: int, decision: str) -> None:
    """Open the form for the word that goes with a decision."""
    _check(decision)
    await _to_decide(press.association.read(), act_id, await people.reader_of(press))
    await press.open(DECISION, str(act_id), decision)


@action("moderation:appeal_decided")
async def decide(press: Press, act_id: int, decision: str) -> None:
    """Keep the decision, undo the act where it was not right, tell the person concerned."""
    _check(decision)
    word = without_ids(clean(press.fields.get("word", "")))
    if not says_something(word):
        raise Refusal("acts-word-missing")
    await press.defer()
    house, association, reader = press.house, press.association, await people.reader_of(press)
    async with association.transaction() as db:
        entry, found = await _to_decide(db, act_id, reader)
        by = await people.noted(house, association, db, press.user_id)
        await act_store.decide(db, act_id, decision, word, press.now())
        detail = {"of": act_id, "decision": decision}
        await case_store.append(
            db, entry.case_id, Act.DECIDED, by, press.now(), target=entry.target, reason=word, detail=detail
        )
        if decision == "lifted":
            await measures.undo(db, entry)
        await appeal_lines.take_down(house, db, found)
        hears = await told.tell_decision(house, association, db, found)
    await house.outbox.send_now(association, patience=0)
    still = "no" if decision == "kept" else await _end_on_discord(press, entry)
    told_ = press.words("appeals-told" if hears else "acts-not-told")
    await press.show(card(press.words("appeals-done", decision=decision, still=still), told_))


async def _end_on_discord(press: Press, entry: Entry) -> str:
    """End Discord's timeout, unless another act holds; whether it may still be on against what was decided, because
    Discord didn't do it ("yes")."""
    until = int(entry.detail.get("until", 0))
    if entry.act is not Act.SILENCED or until <= press.now() or entry.target is None:
        return "no"
    try:
        await measures.silence_as_decided(press.house, press.association, entry.target)
    except Refusal:
        return "yes"
    return "no"


def _check(decision: str) -> None:
    if decision not in {"kept", "lifted"}:
        raise Refusal("kernel-stale-press")


async def _to_decide(db: Connection, act_id: int, reader: Reader) -> tuple[Entry, Appeal]:
    """An appeal that waits for somebody to decide, who may. Raises `Refusal` in other cases; who did it is told so."""
    entry, appeal_ = await case_store.entry(db, act_id), await act_store.get(db, act_id)
    case = await case_store.get(db, entry.case_id or 0) if entry is not None else None
    if entry is None or appeal_ is None or case is None:
        raise Refusal("kernel-stale-press")
    if not act_rules.may_decide(entry, case, reader):
        own = reader.organiser and entry.actor.alias == reader.alias
        raise Refusal("appeals-another" if own else "kernel-stale-press")
    if appeal_.decision is not None:
        raise Refusal("appeals-decided-already")
    return entry, appeal_
