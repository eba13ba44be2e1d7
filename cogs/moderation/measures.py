"""Doing what the team decided towards a member, and undoing it: one function each, in the caller's transaction. What
Discord does itself (its timeout) is asked of it outside of any."""

from __future__ import annotations

from typing import Any

from bot.delivery.discord_calls import Undecided, Undeliverable
from bot.errors import Refusal
from bot.people import avoid, restrictions
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.publications import Publication
from cogs import introductions
from cogs.moderation import act_rules, act_store, case_store
from cogs.moderation.act_rules import Measure
from cogs.moderation.rules import Act, Case, Entry, Someone


async def possible(house: House, association: Association, db: Connection, case: Case, who: Someone) -> set[Act]:
    """What can be done towards somebody as things stand."""
    found = {Act.PAUSED, Act.HIDDEN, Act.PARTED}
    if who.id is None:  # erased: what is closed to them still is when they come back
        return found - {Act.PARTED}
    if await card_of(house, db, case, who) is not None:
        found.add(Act.REMOVED)
    if may_silence(house, association):
        found.add(Act.SILENCED)
    return found | {Act.WARNED}


async def card_of(house: House, db: Connection, case: Case, who: Someone) -> Publication | None:
    """The bot's card that a case is about, while it stands and is somebody's own."""
    found = await house.publications.at(db, case.message_id) if case.message_id is not None else None
    return found if found is not None and found.member_id == who.id else None


def may_silence(house: House, association: Association) -> bool:
    """Whether the bot may use Discord's timeout at all."""
    guild = house.client.get_guild(association.guild_id)
    return guild is not None and guild.me.guild_permissions.moderate_members


async def carry_out(
    house: House, association: Association, db: Connection, case: Case, measure: Measure, by: Someone, word: str
) -> Entry:
    """Write an act down, and do it. Raises `Refusal` when it can't be done, or just was."""
    who, act, now = act_rules.target(case, measure.person), Act(measure.act), house.clock.now()
    if act_rules.is_again(await case_store.entries(db, case.id), measure, by, who, word, now):
        raise Refusal("acts-again")
    detail: dict[str, Any] = measure.detail(now)
    act_id = await case_store.append(db, case.id, act, by, now, target=who, reason=word, detail=detail)
    if act is Act.REMOVED:
        await _remove(house, association, db, case, who)
    elif act is Act.HIDDEN:
        await _close(house, association, db, who, act_id, [restrictions.PROFILE], detail["until"])
        if who.id is not None:
            await introductions.withdraw(house, association, db, who.id)
    elif act is Act.PAUSED:
        await _close(house, association, db, who, act_id, measure.paused_from, detail["until"])
    return await _written(db, act_id)


async def _remove(house: House, association: Association, db: Connection, case: Case, who: Someone) -> None:
    publication = await card_of(house, db, case, who)
    if publication is None:
        raise Refusal("acts-card-gone")
    await house.publications.remove(association, db, publication)


async def _close(
    house: House,
    association: Association,
    db: Connection,
    who: Someone,
    act_id: int,
    features: list[str] | tuple[str, ...],
    until: int,
) -> None:
    """Close features to somebody; what they were to be asked of them isn't any more."""
    for feature in features:
        await house.restrictions.impose(
            association, db, feature, alias=who.alias, member_id=who.id, until=until, act_id=act_id
        )
    if who.id is not None:
        await house.contact.reconsider(association, db, who.id)


async def part(db: Connection, case: Case, by: Someone, who: Someone, other: Someone, now: int) -> Entry:
    """Two people of a case are no longer brought together. Whether one of them had said so before stays theirs, and
    neither finds it on their list."""
    if other.id is None or who.id is None:
        raise Refusal("kernel-stale-press")
    detail = {"other": other.alias}
    before = await case_store.entries(db, case.id)
    if any((entry.act, entry.target, entry.detail) == (Act.PARTED, who, detail) for entry in before):
        raise Refusal("acts-again")
    act_id = await case_store.append(db, case.id, Act.PARTED, by, now, target=who, detail=detail)
    await avoid.part(db, act_id, other.id, who.alias)
    return await _written(db, act_id)


async def _written(db: Connection, act_id: int) -> Entry:
    entry = await case_store.entry(db, act_id)
    assert entry is not None
    return entry


async def undo(db: Connection, entry: Entry) -> None:
    """An act was not right: what it closed is open again. A card that was taken down is its author's to publish again,
    and a warning stands as one that was taken back."""
    await restrictions.lift(db, entry.id)


async def still_closed(db: Connection, entry: Entry, now: int) -> dict[str, int]:
    """Of what a lifted act closed, what others close all the same, and until when (UTC seconds)."""
    if entry.target is None:
        return {}
    if entry.act is Act.SILENCED:
        until = await act_store.silenced_until(db, entry.target.alias, now)
        return {} if until is None else {act_rules.TIMEOUT: until}
    own = (restrictions.PROFILE,) if entry.act is Act.HIDDEN else entry.detail.get("features", ())
    closed = await restrictions.of(db, entry.target.alias, now)
    return {name: until for name, until in closed.items() if name in own}


async def silence_as_decided(house: House, association: Association, who: Someone) -> None:
    """Let Discord's timeout be what the acts that hold say, or end it. Raises `Refusal` when Discord doesn't do it."""
    until = await act_store.silenced_until(association.read(), who.alias, house.clock.now())
    await silence(house, association, who.id, until)


async def silence(house: House, association: Association, member_id: int | None, until: int | None) -> None:
    """Ask Discord for its timeout until an instant (UTC seconds), or to end it. Raises `Refusal` when it doesn't."""
    if member_id is None:
        raise Refusal("acts-member-gone")
    why = association.words.plain("acts-audit")
    try:
        await house.calls.silence(association.guild_id, member_id, until, why)
    except Undeliverable as refused:
        raise Refusal("acts-member-gone" if refused.reason == "member-gone" else "acts-silence-refused") from refused
    except Undecided as undecided:
        raise Refusal("acts-silence-undecided") from undecided
