"""What a search says, and what it speaks of. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.words.text import clean, fold, moment, says_something
from cogs.warm_intros.rules import SEARCHES, WHO, WHY, Search, SearchState, place_in

SEAT: Final = 7 * DAY
"""For how long a search that was withdrawn counts among those that one has, in seconds."""
_WORD: Final = re.compile(r"[^\W_]+")
_ANYBODY: Final = frozenset(
    """personne personnes gens contact contacts connaissance connaissances quelqu quelques relation relations
    someone somebody anyone anybody person people acquaintance acquaintances""".split()
)
"""Words for people of whatever kind, without accents: two texts that share one have nothing in common by it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom somebody looks for, and why, cleaned."""

    who: str
    why: str


def read(fields: Mapping[str, str]) -> Wanted:
    """Check and clean a search. Raises `Refusal` that says what to mend."""
    who, why = clean(fields.get("who", ""), lines=False), clean(fields.get("why", ""), lines=False)
    for name, text, limit in (("who", who, WHO), ("why", why, WHY)):
        if not says_something(text):
            raise Refusal("intros-search-blank", field=name)
        if len(text) > limit:
            raise Refusal("intros-search-too-long", field=name, limit=limit, length=len(text))
    return Wanted(who, why)


def same(searches: Sequence[Search], wanted: Wanted) -> Search | None:
    """The search that goes on and says the same already: it was sent twice."""
    return next((one for one in searches if one.open and (one.who, one.why) == (wanted.who, wanted.why)), None)


def check_room(searches: Sequence[Search], now: int) -> None:
    """Raise `Refusal` for somebody who has as many searches open as one can. What was withdrawn keeps its seat for a
    while, whether or not anybody was asked: else people could be asked one after the other, as fast as one types."""
    taken = [one for one in searches if one.open or _withdrawn_since(one, now - SEAT)]
    if len(taken) >= SEARCHES:
        withdrawn = [one.closed_at for one in taken if one.closed_at is not None]
        free = moment(min(withdrawn) + SEAT, "D") if withdrawn else ""
        waits = "yes" if withdrawn else "no"
        raise Refusal("intros-searches-full", limit=SEARCHES, waits=waits, free=free, offers=("warm_intros:searches",))


def _withdrawn_since(search: Search, then: int) -> bool:
    return search.state is SearchState.WITHDRAWN and search.closed_at is not None and search.closed_at > then


def without_place(text: str) -> str:
    """Words without the place that they end with: "un imprimeur à Laval" and "un avocat à Laval" have none in
    common."""
    where = place_in(text)
    return text[: -len(where)].rsplit(maxsplit=1)[0] if where else text


def telling(text: str) -> str:
    """What of a text can be told from another: words for anybody are left out."""
    return _WORD.sub(lambda word: "" if fold(word[0]) in _ANYBODY else word[0], text)
