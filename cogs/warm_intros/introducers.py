"""Whom to ask for a search: who noted such a door, whose own trade it is, who is from there. The same scoring and the
same caps as for a helping hand (`bot.people.routing`).

What doesn't depend on a search is prepared once for all of a run, outside any transaction and a little at a time:
nobody waits for it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.people import members, objections, routing
from bot.people.members import Profile
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import door_store
from cogs.warm_intros.kinds import INTRODUCE
from cogs.warm_intros.rules import CATEGORIES, Door, Search, place_in
from cogs.warm_intros.search_rules import telling, without_place

AT_A_TIME: Final = 50
"""People who are prepared before others get their turn: two milliseconds or so."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to ask, and why them: codes ("door", "trade", "place"), and which door of theirs."""

    member_id: int
    reasons: tuple[str, ...]
    door_id: int | None


@dataclass(frozen=True, slots=True)
class Need:
    """A search as the routing weighs it; `placed`: its own words name the place."""

    request: routing.Request
    placed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody could be asked for; `words` leads from the stem of a word to the door that it was said of."""

    doors: Sequence[Door]
    profile: Profile | None
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody who may be brought together with others, and who of them has which word, trade, place."""

    known: Mapping[int, Known]
    by_word: Mapping[str, Collection[int]]
    by_trade: Mapping[str, Collection[int]]
    by_zone: Mapping[str, Collection[int]]


async def crowd(association: Association, db: Connection) -> Crowd:
    """Prepare everybody for the searches of a run."""
    open_to = await objections.may_be_matched(db)
    profiles = await members.profiles(db, sorted(open_to))
    doors: dict[int, list[Door]] = defaultdict(list)
    for door in await door_store.ready(db):
        doors[door.member_id].append(door)
    found: dict[int, Known] = {}
    for count, member_id in enumerate(sorted(open_to & {*profiles, *doors})):
        theirs = doors.get(member_id, ())
        found[member_id] = Known(theirs, profiles.get(member_id), _words(association, theirs))
        if count % AT_A_TIME == 0:
            await asyncio.sleep(0)
    return _by_trait(found)


def _words(association: Association, doors: Sequence[Door]) -> Mapping[str, str]:
    """What somebody's doors speak of; the kind that a door is said to be of speaks too."""
    said: dict[str, str] = {}
    for door in doors:
        said[telling(without_place(door.words) if door.zone else door.words)] = door.words
        if door.category in CATEGORIES[:-1]:
            said[association.words.plain(f"intros-category-{door.category}")] = door.words
    return {stem: said[text] for stem, text in association.search.synonyms.subjects(said).items()}


def _by_trait(known: Mapping[int, Known]) -> Crowd:
    by_word, by_trade, by_zone = (defaultdict[str, set[int]](set) for _ in range(3))
    for member_id, one in known.items():
        for stem in one.words:
            by_word[stem].add(member_id)
        for door in one.doors:
            by_zone[door.zone or ""].add(member_id)
        if one.profile is not None:
            by_trade[one.profile.trade or ""].add(member_id)
            by_zone[one.profile.zone or ""].add(member_id)
    return Crowd(known, by_word, by_trade, by_zone)


async def whom_to_ask(
    house: House,
    association: Association,
    db: Connection,
    everybody: Crowd,
    need: Need,
    asked: Collection[int],
    *,
    count: int,
) -> list[Candidate]:
    """At most `count` people who may be asked for a search now, the best first; nobody of those who were `asked`."""
    helpers = [_helper(need, member_id, everybody.known[member_id]) for member_id in _near(need, everybody)]
    fitting = [one for one in helpers if _fits(need, one)]
    left = [one.member_id for one in fitting if one.member_id not in {need.request.asker_id, *asked}]
    able = {*await reachable(house, association, db, need.request.asker_id, left)}
    lately = await house.contact.asked_lately(db, able)
    roster = routing.Roster(
        (_with_room(one, lately.get(one.member_id, 0) if one.member_id in able else None) for one in fitting),
        of=len(everybody.known),
    )
    found = routing.choose(need.request, roster, avoided=(), asked=(), count=count)
    if not found and need.placed:
        found = routing.choose(need.request, roster, avoided=(), asked=(), count=count, place_will_do=True)
    return [_candidate(need, proposal, everybody.known[proposal.member_id]) for proposal in found]


async def reachable(
    house: House, association: Association, db: Connection, asker_id: int, member_ids: Sequence[int]
) -> list[int]:
    """Of some people, those who may be asked for somebody's search now: within their caps, and not to be kept apart
    from them."""
    apart = await house.lifecycle.kept_apart(association, db, asker_id, member_ids)
    return await house.contact.may_ask(association, db, [one for one in member_ids if one not in apart], INTRODUCE)


async def still_stands(db: Connection, one: Candidate) -> bool:
    """Whether what somebody would be asked for is theirs, and they may be brought together with others, by now."""
    door = await door_store.own(db, one.door_id, one.member_id) if one.door_id is not None else None
    gone = one.door_id is not None and door is None
    return not gone and await members.is_here(db, one.member_id) and not await objections.stands(db, one.member_id)


async def as_routed(house: House, association: Association, db: Connection, search: Search) -> Need:
    """A search as the routing weighs it: where, is the place that its words end with, else where its asker is."""
    profile = await members.visible_profile(db, search.asker_id)
    where = place_in(search.who)
    zones = house.catalogue.match_zones(where, known=await members.zones_in_use(db)) if where else []
    text = without_place(search.who) if zones else search.who
    here = profile.zone if profile is not None else None
    request = routing.Request(
        id=search.id,
        asker_id=search.asker_id,
        words=frozenset(association.search.synonyms.subjects([telling(text)])),
        trades=frozenset(trade.id for trade in house.catalogue.propose_trades(text)),
        zone=zones[0].id if len(zones) == 1 else None if zones else here,
        newcomer=await members.is_new(db, search.asker_id, house.clock.now()),
        since=search.created_at,
    )
    return Need(request, placed=bool(zones))


def _near(need: Need, everybody: Crowd) -> list[int]:
    """Whoever has anything in common with a search that could be a reason."""
    request = need.request
    sets = [everybody.by_word.get(word, ()) for word in request.words]
    sets += [everybody.by_trade.get(trade, ()) for trade in request.trades]
    sets += [everybody.by_zone.get(request.zone or "", ())] if need.placed else []
    return sorted({member_id for some in sets for member_id in some})


def _helper(need: Need, member_id: int, known: Known) -> routing.Helper:
    """Somebody as the routing weighs them. Of several places, the one that is looked for counts; where a door is counts
    only for who has something to do with it."""
    shared = not need.request.words.isdisjoint(known.words)
    zones = {door.zone for door in known.doors if shared} | {known.profile.zone if known.profile else None}
    zone = need.request.zone if need.request.zone in zones else None
    trade = known.profile.trade if known.profile is not None else None
    return routing.Helper(member_id, trade, zone, known.words, cap=0, asked=0)


def _fits(need: Need, helper: routing.Helper) -> bool:
    request = need.request
    by_place = need.placed and helper.zone is not None
    return not request.words.isdisjoint(helper.words) or helper.trade in request.trades or by_place


def _with_room(helper: routing.Helper, asked: int | None) -> routing.Helper:
    """A helper with what is left of their week; None: not to be asked now."""
    cap, count = (0, 0) if asked is None else (asked + 1, asked)
    return routing.Helper(helper.member_id, helper.trade, helper.zone, helper.words, cap, count)


def _candidate(need: Need, proposal: routing.Proposal, known: Known) -> Candidate:
    said = [reason.value for reason in proposal.reasons if reason.kind == "word"]
    door = next((door.id for door in known.doors if said and door.words == said[0]), None)
    own_place = need.placed and known.profile is not None and known.profile.zone == need.request.zone
    kinds: Mapping[str, bool] = {
        "door": bool(said),
        "trade": any(reason.kind == "trade" for reason in proposal.reasons),
        "place": own_place and any(reason.kind == "place" for reason in proposal.reasons),
    }
    return Candidate(proposal.member_id, tuple(kind for kind, holds in kinds.items() if holds), door)
