"""What features declare about their letters, and when a letter of a kind may go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

import discord

from bot.delivery import letters, wishes
from bot.delivery.caps import WEEK, Past, Weight, Wishes, earliest
from bot.delivery.letters import Letter
from bot.people import restrictions
from bot.people.members import Member
from bot.schedule.clock import DAY
from bot.storage import features
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.words.i18n import Words

TOGETHER: Final = 5
"""How many matters share a message: more would not fit Discord's limits. The rest follows the next day."""
REMEMBERED: Final = WEEK + DAY
"""How far back the caps look, in seconds: a week, and whatever a local day adds to it."""


class Fallback(StrEnum):
    """Where a letter goes when direct messages are closed: to the reader's next use of the bot, or at once into a
    private thread."""

    NEXT_USE = "next-use"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Piece:
    """What a letter says: a paragraph or two (escaped), and a row of at most three buttons, so that several fit one
    message. Its buttons carry the guild's id (`custom_id(..., guild_id=association.guild_id)`), which they need in a
    direct message and may have anywhere."""

    blocks: Sequence[str | discord.ui.Item[discord.ui.LayoutView] | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece as it is laid out; with `asks`, "Plus tard" and "Ne plus me proposer" stand under it."""

    letter: Letter
    piece: Piece
    asks: bool = False


class Show(Protocol):
    """Lays out a message of one or more letters."""

    def __call__(self, guild_id: int, words: Words, sheets: Sequence[Sheet]) -> discord.ui.LayoutView:
        """The message, in its reader's words; without a sheet, that what it said is erased."""
        ...


Render = Callable[[Association, Letter], Awaitable[Piece | None]]
About = Callable[[Association, Letter], Awaitable[str]]
Closed = Callable[[Association, Connection, Letter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of letter. `render` says what is true when it is shown (`association.words_in(letter.language)`), or None
    when there is nothing to say any more. An ask has a `purpose`, named by the message `purpose-<purpose>`, which
    people can refuse. A matter that is not `counted` is something its reader subscribed to: it keeps quiet hours and
    pauses and goes with their matters, but takes the place of none that comes later that day. `closed` is told, in the
    transaction, of a letter that will not reach its reader by itself: it is held until they use the bot, or dropped
    (`letter.state`). `declined` is told, in the transaction, that its reader said "Plus tard" (it waits again) or "Ne
    plus me proposer" (it is dropped). `once`: its answer is worth something for some days alone, so that put off, it
    doesn't come again. `unheld`: it goes while everything is suspended, too, and organisers don't skip it.
    `before_notice`: it also goes to members who have not accepted the notice as it stands now, but one before. `about`:
    what an ask was about, in a few words, for its reader to recognise once somebody else does it; empty where that may
    not be said."""

    name: str
    weight: Weight
    render: Render
    purpose: str = ""
    urgent: bool = False
    fallback: Fallback = Fallback.NEXT_USE
    counted: bool = True
    closed: Closed | None = None
    declined: Closed | None = None
    once: bool = False
    unheld: bool = False
    before_notice: bool = False
    about: About | None = None

    @property
    def feature(self) -> str:
        """The feature that writes it."""
        return self.name.partition(":")[0]

    def __post_init__(self) -> None:
        if (self.weight is Weight.ASK) != bool(self.purpose):
            raise ValueError(f"{self.name}: asks have a purpose, and only asks")


@dataclass(frozen=True, slots=True)
class Reader:
    """What decides for one person: what they wish, and what went to them of late."""

    wishes: Wishes
    past: Past


class LetterKinds:
    """Every kind of letter, by name."""

    def __init__(self) -> None:
        self._kinds: dict[str, LetterKind] = {}

    def register(self, kind: LetterKind) -> None:
        """Make a kind known."""
        self._kinds[kind.name] = kind

    def __getitem__(self, name: str) -> LetterKind:
        return self._kinds[name]

    def __contains__(self, name: str) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[LetterKind]:
        return iter(self._kinds.values())

    def of(self, *weights: Weight) -> list[str]:
        """The names of the kinds of these weights."""
        return [kind.name for kind in self if kind.weight in weights]

    async def reader(self, db: Connection, member_id: int, now: int, *, without: Collection[int] = ()) -> Reader:
        """What decides for a member. `without`: letters that are not counted, because it is they who ask."""
        went = await letters.sent_since(db, [member_id], now - REMEMBERED, without=without)
        return Reader(await wishes.of(db, member_id), self.past((kind, at) for _, kind, at in went))

    def past(self, went: Iterable[tuple[str, int]]) -> Past:
        """What went, by weight."""
        known = [(self._kinds[name], at) for name, at in went if name in self._kinds]
        sent = [(kind.weight, at) for kind, at in known if kind.counted]
        return Past(
            matters=tuple(at for weight, at in sent if weight is Weight.MATTER),
            asks=tuple(at for weight, at in sent if weight is Weight.ASK),
        )

    def when(
        self, association: Association, letter: Letter, reader: Reader, now: int, *, here: bool = False
    ) -> int | None:
        """The first instant from `now` on at which a letter may reach its reader; None when it may not at all."""
        kind = self._kinds[letter.kind]
        return earliest(
            kind.weight,
            max(now, letter.due_at),
            quiet=association.quiet_hours,
            past=reader.past,
            wishes=reader.wishes,
            urgent=kind.urgent,
            purpose=kind.purpose,
            here=here,
        )

    def first(
        self, association: Association, waiting: Iterable[Letter], reader: Reader, now: int
    ) -> tuple[int | None, list[Letter]]:
        """When the first message of what waits for a reader may go, and the letters in it."""
        times = [(self.when(association, letter, reader, now), letter) for letter in waiting]
        at = min((when for when, _ in times if when is not None), default=None)
        return at, self.bundle(letter for when, letter in times if when == at)

    def unwelcome(self, kind: str, wanted: Wishes, now: int) -> bool:
        """Whether a reader doesn't want to be asked this, or anything for now, or its feature is closed to them."""
        found = self._kinds.get(kind)
        if found is None or found.weight is not Weight.ASK:
            return False
        return wanted.paused(now) or found.purpose in wanted.refused or wanted.barred(found.feature, now)

    async def barred(self, db: Connection, purpose: str, now: int) -> set[int]:
        """The members to whom the team closed what an ask for `purpose` is about."""
        features = {kind.feature for kind in self if kind.purpose == purpose}
        return {one for feature in features for one in await restrictions.restricted(db, feature, now)}

    async def speaking(self, db: Connection, found: Iterable[Letter]) -> list[Letter]:
        """Of these letters, those of a kind that is known and of a feature that is on: the others wait."""
        off = await features.off(db)
        return [letter for letter in found if letter.kind in self and features.owner(letter.kind) not in off]

    def bundle(self, ready: Iterable[Letter]) -> list[Letter]:
        """Of letters that may go, those that go in one message: matters together, or one ask."""
        asks: list[Letter] = []
        others: list[Letter] = []
        for letter in ready:
            (asks if self.asks(letter) else others).append(letter)
        return others[:TOGETHER] or asks[:1]

    def matters(self, letter: Letter) -> bool:
        """Whether a letter tells of something of its reader's own, which is as true later as it was then."""
        kind = self._kinds.get(letter.kind)
        return kind is not None and kind.weight is not Weight.ASK and kind.counted

    def reaches(self, kind: str, reader: Member | None) -> bool:
        """Whether letters of a kind may go to somebody: they are here, and accepted what has to be accepted for it."""
        if reader is None or reader.state != "present":
            return False
        return reader.agreed or (kind in self._kinds and self._kinds[kind].before_notice)

    def unheld(self, letter: Letter) -> bool:
        """Whether a letter goes while everything is suspended."""
        return letter.kind in self._kinds and self._kinds[letter.kind].unheld

    def asks(self, letter: Letter) -> bool:
        """Whether a letter wants something of its reader."""
        return letter.kind in self._kinds and self._kinds[letter.kind].weight is Weight.ASK
