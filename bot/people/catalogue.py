"""Trades and zones: two lists that an association can edit, and how what people type is matched to them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bot.words.text import key

_SHORTER = re.compile(r"^(?:le|la|les|l) | (?:sur|sous|en|les|de|d|du) .*$")
"""What people leave out of a town's name: "du Mans", "Château-Gontier" for Château-Gontier-sur-Mayenne."""
_CODE = re.compile(r"[a-z0-9-]{1,24}")
_EVERYDAY = frozenset(
    """aigle aire alpes angles arcs bain bar blanc bois bons bouches bourg cendre champs chapelle chasse chaumes chaux
    colle cote cotes couronne creche diamant etoile fort garde hauts hopital lion marin mont montagne moule palais pas
    passage pavillons peage penne plaisance plan pont ponts port portes possession queue riche rive roche ruelle sable
    sables salon souterraine tampon territoire teste tour trans tremblay union val vallons ville villette""".split()
)
"""Short names that are everyday words: "sculpture sur bois" speaks of no town."""
_PLACE_WORDS = frozenset("a au aux d dans de des du en et l la le les pres chez vers departement region ville".split())


@dataclass(frozen=True, slots=True)
class Trade:
    """An activity. `names` by language; `words` are what people write when they do it."""

    id: str
    family: str
    names: dict[str, str] = field(hash=False)
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A group of trades."""

    id: str
    names: dict[str, str] = field(hash=False)
    trades: tuple[Trade, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """A place as coarse as we keep it: a département, or what the association chose."""

    id: str
    names: dict[str, str] = field(hash=False)
    region: str
    towns: tuple[str, ...]

    def label(self, language: str) -> str:
        """The zone's name, with its number where it is a département."""
        name = self.names[language]
        return f"{name} ({self.id.upper()})" if self.id[0].isdigit() else name


class Catalogue:
    """The trades and zones of this bot."""

    def __init__(self, families: Iterable[Family], zones: Iterable[Zone]) -> None:
        self.families = tuple(families)
        self.trades = {trade.id: trade for family in self.families for trade in family.trades}
        self.zones = {zone.id: zone for zone in zones}
        self._trade_words = {
            key(word): trade
            for trade in self.trades.values()
            for word in (trade.names["fr"], trade.names["en"], *trade.words)
        }
        self._longest = max((len(word.split()) for word in self._trade_words), default=1)
        self._places: dict[str, list[Zone]] = {}
        for zone in self.zones.values():
            for name in {key(name) for name in (zone.id, *zone.names.values(), *zone.towns)}:
                self._places.setdefault(name, []).append(zone)
        self._short_places: dict[str, list[Zone]] = {}
        for name, zones_ in self._places.items():
            short = _SHORTER.sub("", name)
            if short != name and short not in self._places and short not in _EVERYDAY:
                known_ = self._short_places.setdefault(short, [])
                known_ += [zone for zone in zones_ if zone not in known_]

    @cached_property
    def known_names(self) -> frozenset[str]:
        """What is no person's name, as `key` writes it: places, also without what people leave out,
        regions, and trades."""
        regions = (key(zone.region) for zone in self.zones.values())
        return frozenset({*self._places, *self._short_places, *self._trade_words, *regions})

    @classmethod
    def load(cls, trades: Path, zones: Path) -> Catalogue:
        """Read both files; a missing name or a code that stands twice is an error that names the file."""
        families = []
        for entry in tomllib.loads(trades.read_text(encoding="utf-8"))["family"]:
            of_family = tuple(
                Trade(trade["id"], entry["id"], _names(trade), tuple(trade.get("words", ())))
                for trade in entry["trade"]
            )
            families.append(Family(entry["id"], _names(entry), of_family))
        found = [
            Zone(zone["id"], _names(zone), zone.get("region", ""), tuple(zone.get("towns", ())))
            for zone in tomllib.loads(zones.read_text(encoding="utf-8"))["zone"]
        ]
        for path, codes in (
            (trades, [trade.id for family in families for trade in family.trades]),
            (zones, [zone.id for zone in found]),
        ):
            odd = [code for code in codes if not _CODE.fullmatch(code)]
            if odd:
                raise ValueError(f"{path}: a code is 1 to 24 of a-z, 0-9 and -, not {odd[0]!r}")
            twice = {code for code in codes if codes.count(code) > 1}
            if twice:
                raise ValueError(f"{path}: these codes stand twice: {', '.join(sorted(twice))}")
        return cls(families, found)

    def trade_label(self, code: str | None, language: str) -> str:
        """A trade's name, empty for a code that the list no longer has."""
        trade = self.trades.get(code or "")
        return trade.names[language] if trade else ""

    def zone_label(self, code: str | None, language: str) -> str:
        """A zone's name, empty for a code that the list no longer has."""
        zone = self.zones.get(code or "")
        return zone.label(language) if zone else ""

    def propose_trades(self, text: str) -> list[Trade]:
        """The trades that a sentence speaks of: longer phrases win over the words in them, then the first mentioned."""
        words = key(text).split()
        found: list[Trade] = []
        taken: set[int] = set()
        for length in range(min(self._longest, len(words)), 0, -1):
            for at in range(len(words) - length + 1):
                span = set(range(at, at + length))
                trade = self._trade_of(words[at : at + length])
                if trade and not span & taken:
                    taken |= span
                    found.append(trade)
        return list(dict.fromkeys(found))

    def _trade_of(self, words: list[str]) -> Trade | None:
        text = " ".join(words)
        singular = " ".join(word.removesuffix("s").removesuffix("x") if len(word) > 3 else word for word in words)
        return self._trade_words.get(text) or self._trade_words.get(singular)

    def match_zones(self, text: str, *, known: Collection[str] = ()) -> list[Zone]:
        """The zones that a place name means: one when it is clear, several when the name is shared, none when unknown.

        Of several, those in `known` (zones the association's members use) win.
        """
        words = key(text).split()
        names = (" ".join(words), " ".join(word for word in words if word not in _PLACE_WORDS))
        whole = [self._places.get(name) or self._short_places.get(name) for name in names]
        found = whole[0] or whole[1] or self._first_inside(words)
        near = [zone for zone in found if zone.id in known]
        return near or found

    def _first_inside(self, words: list[str]) -> list[Zone]:
        for length in range(min(5, len(words)), 0, -1):
            for at in range(len(words) - length + 1):
                part = words[at : at + length]
                if length > 1 or (part[0] not in _PLACE_WORDS and len(part[0]) > 1):
                    name = " ".join(part)
                    found = self._places.get(name) or (self._short_places.get(name) if length > 1 else None)
                    if found:
                        return found
        return []

    def near_zones(self, text: str, *, limit: int = 8) -> list[Zone]:
        """The zones whose names or towns look most like a text that matches none."""
        from rapidfuzz import fuzz, process

        near = process.extract(key(text), self._places.keys(), scorer=fuzz.ratio, score_cutoff=55, limit=limit)
        return list({zone.id: zone for name, _, _ in near for zone in self._places[name]}.values())[:limit]

    def complete_trades(self, typed: str, language: str, limit: int) -> list[Trade]:
        """Trades for an autocomplete: names or words that begin with or hold what was typed, accents aside."""
        wanted = key(typed)
        scored = []
        for position, trade in enumerate(self.trades.values()):
            name = key(trade.names[language])
            words = [key(word) for word in trade.words]
            score = _closeness(wanted, name, words)
            if score is not None:
                scored.append((score, position, trade))
        return [trade for _, _, trade in sorted(scored, key=lambda entry: entry[:2])[:limit]]

    def complete_zones(self, typed: str, limit: int) -> list[Zone]:
        """Zones for an autocomplete: number, name or town, accents aside."""
        wanted = key(typed)
        scored = []
        for position, zone in enumerate(self.zones.values()):
            name = key(zone.names["fr"])
            towns = [key(town) for town in zone.towns]
            score = 0 if wanted and zone.id.lower() == wanted else _closeness(wanted, name, towns)
            if score is not None:
                scored.append((score, position, zone))
        return [zone for _, _, zone in sorted(scored, key=lambda entry: entry[:2])[:limit]]


def _closeness(wanted: str, name: str, others: list[str]) -> int | None:
    if name.startswith(wanted):
        return 1
    if any(other.startswith(wanted) for other in others):
        return 2
    return 3 if wanted in name else None


def _names(entry: dict[str, str]) -> dict[str, str]:
    return {"fr": entry["fr"], "en": entry.get("en") or entry["fr"]}
