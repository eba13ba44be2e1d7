"""What the pairing knows of people: what they say of themselves, what they confirmed, with whom they had coffee."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from bot.people import avoid, members, ties
from bot.people.members import Profile
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.slices import slices
from bot.ui.house import House
from cogs.matchmaking import match_store, people_store, round_store
from cogs.matchmaking.affinity import Met, Pair, Person
from cogs.matchmaking.match_store import Past
from cogs.matchmaking.rules import Participation

CONNECTED: Final = 5
"""With so many ties somebody is as well connected as it counts."""
NEEDS: Final = 2
"""How many needs one coffee can meet, at most."""


async def known(
    house: House, association: Association, db: Connection, member_ids: Collection[int]
) -> dict[int, Person]:
    """These members as the pairing knows them, by id."""
    past = await match_store.past(db, member_ids)
    profiles: dict[int, Profile] = {}
    async for some in slices(sorted({*member_ids, *(one.other_id for one in past)})):
        profiles |= await members.profiles(db, some)
    facts = _Facts(
        subjects=await _subjects(association, profiles),
        profiles=profiles,
        taking_part=await people_store.many(db, member_ids),
        new=await members.accepted_since(db, house.clock.now() - members.NEWCOMER),
        ties=await ties.counts(db, member_ids),
        odd=await round_store.odd_rounds(db, member_ids),
        last=await round_store.last_rounds(db, member_ids),
        past=past,
    )
    found: dict[int, Person] = {}
    async for some in slices(member_ids):
        found |= {member_id: facts.person(house, member_id) for member_id in some}
    return found


Subjects = tuple[Mapping[str, str], Mapping[str, str]]
"""What somebody offers and seeks: from a form in which synonyms are one to how they said it."""


async def _subjects(association: Association, profiles: Mapping[int, Profile]) -> dict[int, Subjects]:
    subjects = association.search.synonyms.subjects
    found: dict[int, Subjects] = {}
    async for some in slices(profiles.values()):
        found |= {profile.member_id: (subjects(profile.offers), subjects(profile.seeks)) for profile in some}
    return found


class _Facts:
    """Everything that was looked up, at once for all."""

    def __init__(
        self,
        *,
        subjects: Mapping[int, Subjects],
        profiles: Mapping[int, Profile],
        taking_part: Mapping[int, Participation],
        new: Collection[int],
        ties: Mapping[int, int],
        odd: Mapping[int, Collection[int]],
        last: Mapping[int, int],
        past: Iterable[Past],
    ) -> None:
        self._subjects, self._profiles, self._taking_part = subjects, profiles, taking_part
        self._new, self._ties, self._odd, self._last = new, ties, odd, last
        self._past: dict[int, list[Past]] = {}
        for one in past:
            self._past.setdefault(one.member_id, []).append(one)

    def person(self, house: House, member_id: int) -> Person:
        """One of them."""
        profile = self._profiles.get(member_id)
        taking_part = self._taking_part.get(member_id, Participation(member_id))
        offers, seeks = self._subjects.get(member_id, ({}, {}))
        zone = profile.zone if profile is not None else None
        trade = house.catalogue.trades.get(profile.trade or "") if profile is not None else None
        past, odd = self._past.get(member_id, ()), self._odd.get(member_id, ())
        return Person(
            id=member_id,
            offers=offers,
            seeks=seeks,
            trade=trade.id if trade is not None else None,
            family=trade.family if trade is not None else None,
            zone=zone,
            zones=frozenset({*taking_part.zones, *([zone] if zone else [])}),
            how=taking_part.how,
            newcomer=not past or member_id in self._new,
            isolation=1 - min(1.0, self._ties.get(member_id, 0) / CONNECTED),
            helped=float(sum(self._met_needs(seeks, one) for one in past)),
            partners=frozenset(one.other_id for one in past),
            near_last=self._was_near(zone, past),
            first=taking_part.goes_first,
            byes=len(odd),
            odd_last=self._last.get(member_id) in odd,
        )

    def _met_needs(self, seeks: Mapping[str, str], one: Past) -> int:
        offers, _ = self._subjects.get(one.other_id, ({}, {}))
        return min(NEEDS, len(seeks.keys() & offers.keys())) * one.times

    def _was_near(self, zone: str | None, past: Collection[Past]) -> bool | None:
        if not past or zone is None:
            return None
        other = self._profiles.get(max(past, key=lambda one: one.last).other_id)
        return other is not None and other.zone == zone


async def past(db: Connection, member_ids: Collection[int]) -> dict[Pair, Met]:
    """Who of these members had coffee with whom of them: how often, how many rounds ago the last time."""
    rounds = await round_store.times(db)
    found: dict[Pair, Met] = {}
    async for some in slices(await match_store.past_among(db, member_ids)):
        found |= {
            (one.member_id, one.other_id): Met(one.times, max(1, len(rounds) - bisect_left(rounds, one.last)))
            for one in some
        }
    return found


async def apart(house: House, association: Association, db: Connection, member_ids: Iterable[int]) -> set[Pair]:
    """Of these members, every two whom an avoid entry keeps apart, whoever wrote it."""
    return await avoid.pairs(db, member_ids, lambda one: house.lifecycle.alias(association, one))
