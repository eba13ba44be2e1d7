"""People who don't exist: profiles made with a seed from the trades and zones that come with the bot.

Sentences (`sentences.toml`) are put together as members write them: an activity in their own words, for whom, where,
the name of their business, a slip of the finger now and then. Names of businesses and towns make a vocabulary of
several thousand words, as real ones do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

from bot.people import members
from bot.people.catalogue import Catalogue, Trade, Zone
from bot.people.members import Profile
from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.introductions import posts, rules
from tests.bench.transport import FIRST_MEMBER

NOW: Final = 1_767_225_600

CATALOGUE: Final = Catalogue.load(CODE_DATA / "trades.toml", CODE_DATA / "zones.toml")

_SAID: Final[dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))


def profiles(count: int, *, seed: int = 53) -> Iterator[Profile]:
    """`count` different people, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 (reproducible, not secret)
    trades, zones = list(CATALOGUE.trades.values()), list(CATALOGUE.zones.values())
    weights = [1 / (rank + 3) for rank in range(len(trades))]
    for number in range(count):
        (trade,) = chance.choices(trades, weights)
        yield _profile(chance, FIRST_MEMBER + number, trade, zones[min(int(chance.expovariate(0.08)), len(zones) - 1)])


async def fill(house: House, association: Association, count: int) -> list[Profile]:
    """Give an association `count` members who introduced themselves; who they are."""
    made = list(profiles(count))
    for start in range(0, count, 500):
        async with association.transaction() as db:
            for profile in made[start : start + 500]:
                await members.accept_notice(db, profile.member_id, NOW)
                await store(house, association, db, profile)
    return made


async def store(house: House, association: Association, db: Connection, profile: Profile) -> None:
    """What publishing an introduction writes about a person: the profile, and its entry in the search index."""
    await members.save_profile(db, profile)
    await posts.make_findable(house, association, db, profile)


def _profile(chance: Random, member_id: int, trade: Trade, zone: Zone) -> Profile:
    said = _Speech(chance, trade, zone)
    return Profile(
        member_id=member_id,
        what=said.one_of(_SAID["sentences"])[: rules.WHAT],
        trade=trade.id,
        zone=zone.id,
        question="Comment fixez-vous un acompte ?" if chance.random() < 0.3 else "",
        offers=tuple(dict.fromkeys(said.one_of(_SAID["offers"]) for _ in range(chance.randint(0, 4)))),
        seeks=tuple(dict.fromkeys(said.one_of(_SAID["seeks"]) for _ in range(chance.randint(0, 2)))),
        shown=True,
        updated_at=NOW,
    )


class _Speech:
    """One person's way of saying things."""

    def __init__(self, chance: Random, trade: Trade, zone: Zone) -> None:
        self._chance = chance
        self._own = trade.words or (trade.names["fr"],)
        self._town = chance.choice(zone.towns or (zone.names["fr"],))
        self._firm = _firm(chance)

    def one_of(self, templates: Sequence[str]) -> str:
        """A sentence or a phrase, with the person's own words in it."""
        chance = self._chance
        words = chance.sample(self._own, k=min(3, len(self._own))) * 3
        said = chance.choice(templates).format(
            a=words[0],
            b=words[1],
            c=words[2],
            who=chance.choice(_SAID["who"]),
            how=chance.choice(_SAID["how"]),
            thing=chance.choice(_SAID["things"]),
            sector=chance.choice(_SAID["sectors"]),
            town=self._town,
            firm=self._firm,
            year=chance.randint(1995, 2026),
            years=chance.randint(2, 30),
        )
        return _slip(chance, said) if chance.random() < 0.1 else said


def _firm(chance: Random) -> str:
    name = "".join(chance.choices(_SAID["syllables"], k=chance.choice((1, 2, 2)))) + chance.choice(_SAID["endings"])
    return f"{chance.choice(('Atelier', 'Studio', 'Maison', 'Cabinet'))} {name.title()}"


def _slip(chance: Random, said: str) -> str:
    """Two neighbouring letters changed places."""
    at = chance.randrange(1, len(said) - 2)
    return said if " " in said[at : at + 2] else said[:at] + said[at + 1] + said[at] + said[at + 2 :]
