"""What the buttons, selects and forms of introductions do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.delivery import waiting
from bot.errors import Refusal
from bot.people import members, restrictions
from bot.people.catalogue import Trade, Zone
from bot.people.members import Profile
from bot.ui import drafts, notice
from bot.ui.actions import action, leaving
from bot.ui.confirm import confirmation
from bot.ui.drafts import Draft
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.ui.trades import trade_choices
from cogs import help_requests, matchmaking
from cogs.introductions import cards, posts, rules

PREVIEW: Final = "introductions:preview"

FORM: Final = declare(
    Form(
        "introductions:written",
        "intro-form",
        (
            Field("what", required=True, long=True, limit=rules.WHAT),
            Field("where", limit=rules.WHERE),
            Field("offers", long=True, limit=rules.LIST),
            Field("seeks", long=True, limit=rules.LIST),
            Field("question", long=True, limit=rules.QUESTION),
        ),
    )
)


@action("introductions:write", opens_form=True)
async def write(press: Press) -> None:
    """Open the form, filled with what the member left unfinished or wrote before; the notice comes first."""
    await write_as(press, "", "")


@action("introductions:write_as", opens_form=True)
async def write_as(press: Press, trade: str, zone: str) -> None:
    """Open the form with a trade and a zone already chosen in the command."""
    words = press.words
    chosen = [press.catalogue.trade_label(trade, words.language), press.catalogue.zone_label(zone, words.language)]
    act = f"introductions:write_as:{trade}:{zone}" if trade or zone else "introductions:write"
    if not await notice.accepted(press, act, typed=", ".join(part for part in chosen if part)):
        return
    db = press.association.read()
    left = await drafts.newest(db, press.user_id, PREVIEW, press.now())
    profile = await members.profile(db, press.user_id)
    values = dict(left.payload) if left else _as_fields(press, profile) if profile else {}
    await press.open(FORM, trade, zone, values=_texts(values))


@action("introductions:written")
async def written(press: Press, trade: str, zone: str) -> None:
    """Read the form, propose a trade and a zone, show the preview."""
    said = rules.read(press.fields)
    notice.require(press, "introductions:write")
    if (trade and trade not in press.catalogue.trades) or (zone and zone not in press.catalogue.zones):
        raise Refusal("kernel-stale-press")
    db = press.association.read()
    left = await drafts.newest(db, press.user_id, PREVIEW, press.now())
    payload = {
        **press.fields,
        "trade": trade or await _trade_of(press, said, left),
        "trade_chosen": bool(trade) or bool(left and left.payload.get("trade_chosen")),
        "zone": zone or await _zone_of(press, said, left),
    }
    async with press.association.transaction() as writing:
        await drafts.save(writing, press.user_id, PREVIEW, payload, press.now())
    await _preview(press)


async def _trade_of(press: Press, said: rules.Written, left: Draft | None) -> str | None:
    """What the member chose before stays; else what the words propose."""
    if left is not None and left.payload.get("trade_chosen"):
        return str(left.payload["trade"]) if left.payload["trade"] else None
    proposed = _proposed(press, said)
    before = await members.profile(press.association.read(), press.user_id)
    if before is not None:
        guessed = _proposed(press, before)
        if before.trade != (guessed[0].id if guessed else None):
            return before.trade
    return proposed[0].id if proposed else None


async def _zone_of(press: Press, said: rules.Written, left: Draft | None) -> str | None:
    """The place that was chosen stays while its words are the same; else what the words mean."""
    if left is not None and left.payload.get("zone") and left.payload.get("where") == press.fields.get("where"):
        return str(left.payload["zone"])
    places = await _places(press, said.where)
    return places[0].id if places else None


@action("introductions:trade")
async def choose_trade(press: Press, draft_id: int) -> None:
    """Correct the trade; `f.` opens the families, `f.<family>` one of them."""
    kind, _, code = press.choice.partition(".")
    if kind == "f":
        await _load(press, draft_id)
        await _preview(press, family=code)
        return
    if code and code not in press.catalogue.trades:
        raise Refusal("kernel-stale-press")
    await _change(press, draft_id, {"trade": code or None, "trade_chosen": True})
    await _preview(press)


@action("introductions:zone")
async def choose_zone(press: Press, draft_id: int) -> None:
    """Say which of the places that share a name is meant."""
    code = press.choice
    zone = press.catalogue.zones.get(code)
    if zone is None:
        raise Refusal("kernel-stale-press")
    await _change(press, draft_id, {"zone": code})
    await _preview(press)


@action("introductions:edit", opens_form=True)
async def edit(press: Press, draft_id: int) -> None:
    """Back to the form, filled."""
    draft = await _load(press, draft_id)
    await press.open(FORM, "", "", values=_texts(draft.payload))


@action("introductions:later")
async def later(press: Press, draft_id: int) -> None:
    """Leave it for now: what was typed stays for a day."""
    await _load(press, draft_id)
    await press.answer("intro-later")


@action("introductions:publish", reaches=True)
async def publish(press: Press, draft_id: int) -> None:
    """Store the profile, post or edit its card, say where it stands."""
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)  # they may have left or erased themselves this instant
        notice.require(press, "introductions:write")
        alias = press.house.lifecycle.alias(association, press.user_id)
        await restrictions.require(db, alias, restrictions.PROFILE, press.now())
        draft = await drafts.load(db, draft_id, press.user_id, press.now())
        profile = _profile(press, draft.payload)
        before = await press.house.publications.get(db, posts.CARD, press.user_id)
        title = rules.title(
            press.interaction.user.display_name,
            press.catalogue.trade_label(profile.trade, association.words.language),
        )
        await members.save_profile(db, profile)
        await posts.make_findable(press.house, association, db, profile)
        await press.house.publications.publish(association, db, posts.CARD, press.user_id, press.user_id, title)
        await drafts.discard(db, press.user_id, PREVIEW)
    await press.house.outbox.send_now(association)
    outcome, url = await press.house.publications.outcome(association, posts.CARD, press.user_id)
    done = "updated" if url and before is not None else outcome
    lend = await help_requests.may_invite(association, press.user_id)
    coffee = await matchmaking.may_join(association, press.user_id)
    await press.show(cards.published(press.words, url, key=f"intro-{done}", lend=lend, coffee=coffee))


@action("introductions:withdraw_ask")
@leaving
async def ask_to_withdraw(press: Press) -> None:
    """Ask once before taking an introduction down."""
    if await members.visible_profile(press.association.read(), press.user_id) is None:
        raise Refusal("intro-none-yet", offers=("introductions:write",))
    words = press.words
    await press.show(confirmation(words, words("intro-withdraw-ask"), "intro-withdraw-yes", "introductions:withdraw"))


@action("introductions:withdraw")
@leaving
async def withdraw(press: Press) -> None:
    """Take the card down, and the profile out of search and matching; writing again brings it back."""
    await press.defer()
    association = press.association
    async with association.transaction() as db:
        before = await waiting.newest(db)
        if not await posts.withdraw(press.house, association, db, press.user_id):
            raise Refusal("intro-none-yet", offers=("introductions:write",))
    await press.house.outbox.send_now(association)
    waits = await waiting.unfinished(association.read(), before)
    await press.answer("intro-withdrawn", card="waits" if waits else "gone")


async def _preview(press: Press, *, family: str | None = None) -> None:
    db = press.association.read()
    draft = await drafts.newest(db, press.user_id, PREVIEW, press.now())
    if draft is None:
        raise Refusal("kernel-draft-gone")
    profile = _profile(press, draft.payload)
    proposed = _proposed(press, profile)
    where = str(draft.payload.get("where", ""))
    places = await _places(press, where)
    unknown = where if where and not places and profile.zone is None else ""
    zones = press.catalogue.near_zones(where) if unknown else places if len(places) > 1 else []
    await press.show(
        cards.preview(
            press.words,
            press.catalogue,
            profile,
            draft.id,
            trades=trade_choices(press.words, press.catalogue, proposed, profile.trade, family),
            zones=zones,
            where_unknown=unknown,
            again=await members.visible_profile(db, press.user_id) is not None,
        )
    )


def _proposed(press: Press, wrote: rules.Written | Profile) -> list[Trade]:
    """The trades that what somebody does and offers speaks of."""
    return press.catalogue.propose_trades(" ".join((wrote.what, *wrote.offers)))


async def _places(press: Press, where: str) -> list[Zone]:
    if not where:
        return []
    return press.catalogue.match_zones(where, known=await members.zones_in_use(press.association.read()))


async def _load(press: Press, draft_id: int) -> Draft:
    return await drafts.load(press.association.read(), draft_id, press.user_id, press.now())


async def _change(press: Press, draft_id: int, changes: Mapping[str, Any]) -> None:
    async with press.association.transaction() as db:
        draft = await drafts.load(db, draft_id, press.user_id, press.now())
        await drafts.change(db, draft, {**draft.payload, **changes})


def _profile(press: Press, payload: Mapping[str, Any]) -> Profile:
    said = rules.read(_texts(payload))
    return Profile(
        member_id=press.user_id,
        what=said.what,
        trade=payload.get("trade"),
        zone=payload.get("zone"),
        question=said.question,
        offers=said.offers,
        seeks=said.seeks,
        shown=True,
        updated_at=press.now(),
    )


def _as_fields(press: Press, profile: Profile) -> dict[str, str]:
    return {
        "what": profile.what,
        "where": press.catalogue.zone_label(profile.zone, press.words.language),
        "offers": ", ".join(profile.offers),
        "seeks": ", ".join(profile.seeks),
        "question": profile.question,
    }


def _texts(payload: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in payload.items() if isinstance(value, str)}
