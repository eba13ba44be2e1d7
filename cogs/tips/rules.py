"""What a tip may hold, who may do what with it, which tips a search means. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, Protocol, TypeVar

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.words.text import clean, fold, says_something

TITLE: Final = 90
BODY: Final = 2000
CATEGORY: Final = 40
LIST: Final = 120
DOUBT: Final = 300
SEARCH: Final = 60
LABEL: Final = 20
"""Characters of each field; a label is also a forum tag, and Discord allows those twenty."""
TAGS: Final = 4
"""Beside its category: a post carries five forum tags."""
DEFAULTS: Final = ("administratif", "prospection", "tarifs", "outils", "independance", "autre")
"""The codes of the categories until organisers make a list of their own."""
OTHER: Final = "autre"
"""The category of what fits nowhere; it always exists."""
CATEGORIES: Final = 12
YEAR: Final = 365 * DAY
"""After this long without a word of its author, a tip is asked about, in seconds."""
QUIET: Final = 30 * DAY
"""How long an author who was asked about a tip is not asked about it again, in seconds."""
SILENCE: Final = 7 * DAY
"""How long an agreement is waited for, in seconds; after that it is a no."""

_BETWEEN_TAGS = re.compile(r"[,;\n•·|#]+")
_LEAD = re.compile(r"^[\s\-–*.]+|[\s.]+$")


@dataclass(frozen=True, slots=True)
class Category:
    """A category as it is called here; its code stays when organisers call it otherwise."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody typed in the form, cleaned; `category` is a code."""

    title: str
    body: str
    category: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip. `author_id`: None once its author left it without their name. `doubt_at`: since when it is perhaps no
    longer right; `asked_at`: when its author was last asked about it; `checked_at`: when they last wrote it or said
    that it holds. Times are UTC seconds."""

    id: int
    author_id: int | None
    title: str
    body: str
    category: str
    state: str
    request_id: int | None
    doubt_at: int | None
    asked_at: int | None
    checked_at: int
    created_at: int
    updated_at: int
    tags: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether its author has not withdrawn it."""
        return self.state == "standing"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What somebody says has changed."""

    member_id: int
    what: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose words a tip is made of, or who helped; `shown` says whether they want to be named."""

    member_id: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """What somebody said to a tip made of their words; None: nothing yet."""

    member_id: int
    agreed: bool | None
    shown: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tip that waits for the agreement of `asked` people. Of a `message` they are its author, of a solved `request`
    those who helped. `written` is None until the form came in."""

    id: int
    writer_id: int
    kind: str
    written: Written | None
    asked: int
    request_id: int | None
    asked_at: int
    agreements: tuple[Agreement, ...]

    @property
    def agreed(self) -> bool:
        """Whether everybody said yes; somebody who was erased meanwhile said nothing."""
        return sum(agreement.agreed is True for agreement in self.agreements) == self.asked

    def pending(self, member_id: int) -> bool:
        """Whether this person is still to answer."""
        return any(one.member_id == member_id and one.agreed is None for one in self.agreements)


class Matched(Protocol):
    """A document that a search found: its reference, and how many of the query's concepts it matches."""

    @property
    def ref(self) -> int:
        """The tip's id."""
        ...

    @property
    def matched(self) -> int:
        """How many concepts."""
        ...


H = TypeVar("H", bound=Matched)


def read(fields: Mapping[str, str], categories: Sequence[Category]) -> Written:
    """Check and clean a form. Raises `Refusal` that says what to mend."""
    title = clean(fields.get("title", ""), lines=False)
    body = clean(fields.get("body", ""))
    if not says_something(title):
        raise Refusal("tips-title-blank")
    if not says_something(body):
        raise Refusal("tips-body-blank")
    for name, text, limit in (("title", title, TITLE), ("body", body, BODY), ("tags", fields.get("tags", ""), LIST)):
        if len(text) > limit:
            raise Refusal("tips-too-long", field=name, limit=limit, length=len(text))
    category = category_meant(fields.get("category", ""), categories) or OTHER
    return Written(title, body, category, _tags_beside(category, fields.get("tags", ""), categories))


def _tags_beside(category: str, typed: str, categories: Sequence[Category]) -> tuple[str, ...]:
    said = {fold(one.label) for one in categories if one.code == category}
    found = tuple(tag for tag in tags(typed) if fold(tag) not in said)
    if len(found) > TAGS:
        raise Refusal("tips-too-many-tags", limit=TAGS, count=len(found))
    for tag in found:
        if len(tag) > LABEL:
            raise Refusal("tips-tag-too-long", tag=tag, limit=LABEL)
    return found


def tags(text: str) -> tuple[str, ...]:
    """Tags typed with commas, semicolons, hashes or lines: each once, whatever its case."""
    found: dict[str, str] = {}
    for piece in _BETWEEN_TAGS.split(clean(text)):
        label = _LEAD.sub("", clean(piece, lines=False))
        if says_something(label):
            found.setdefault(fold(label), label)
    return tuple(found.values())


def category_meant(typed: str, categories: Sequence[Category]) -> str | None:
    """The code of the category that was chosen, or meant by a word or its beginning ("admin"); None for any other."""
    if any(one.code == typed for one in categories):
        return typed
    meant = fold(clean(typed, lines=False))
    for means in (str.__eq__, str.startswith, _begins_a_word, _is_begun_by):
        found = [one.code for one in categories if len(meant) > 1 and means(fold(one.label), meant)]
        if found:
            return found[0]
    return None


def _begins_a_word(label: str, typed: str) -> bool:
    return any(word.startswith(typed) for word in re.split(r"\W+", label) if len(word) > 2)


def _is_begun_by(label: str, typed: str) -> bool:
    return typed.startswith(label.removesuffix("s"))


def code_for(label: str, taken: Iterable[str]) -> str:
    """The code of a new category: its name without accents, and a number where that is taken."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(label)).strip("-")[:LABEL].strip("-") or "categorie"
    used = set(taken)
    return next(code for code in (slug, *(f"{slug}-{n}" for n in range(2, CATEGORIES + 3))) if code not in used)


def merged(older: Tip, newer: Tip) -> Written:
    """Two tips of one author as one: the older's title and place, both texts. Raises `Refusal` when that is too
    long."""
    body = added(older.body, newer.body)
    if len(body) > BODY:
        raise Refusal("tips-merge-too-long", limit=BODY, length=len(body))
    return Written(older.title, body, older.category, tuple(dict.fromkeys((*older.tags, *newer.tags)))[:TAGS])


def added(body: str, more: str) -> str:
    """A text with what was added to it, said once."""
    return body if more in body else f"{body}\n\n{more}"


def check_markable(tip: Tip, by: int) -> None:
    """Raise `Refusal` for the author: what one shared oneself needs no such mark."""
    if tip.author_id == by:
        raise Refusal("tips-own-tip")


def may_be_asked(tip: Tip, now: int) -> bool:
    """Whether the author was left in peace about this tip for a while."""
    return tip.asked_at is None or now - tip.asked_at >= QUIET


def strong(matched: int, concepts: int) -> bool:
    """Whether what a search found is worth showing to somebody who didn't look for it: one word of several is not."""
    return concepts > 0 and matched >= min(2, concepts)


def ranked(hits: Iterable[H], uses: Mapping[int, int]) -> list[H]:
    """Those that match more first, then those that served more people."""
    return sorted(hits, key=lambda hit: (-hit.matched, -uses.get(hit.ref, 0)))


def draw(tip_ids: Iterable[int], seed: str) -> list[int]:
    """Tips in an order that is drawn by lot: the same for the same seed, whichever others are there."""
    return sorted(tip_ids, key=lambda tip_id: blake2b(f"{seed} {tip_id}".encode(), digest_size=8).digest())
