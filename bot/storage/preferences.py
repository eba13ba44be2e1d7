"""What organisers can set: declared once, where it is used, and shown as a panel by the organisers' feature.

A declaration gives name, type and default; label and help are the messages `preference-<name>` and `.help`, and
`choice-<name>` says what a code of its choices is called (`$code`).

Declaring loads no database: a feature's face may export what it declares, and a worker process passes by that face.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    import sqlite3

    from bot.schedule.clock import Clock
    from bot.storage.database import Connection

T = TypeVar("T")


class Control(StrEnum):
    """How a preference is edited."""

    TEXT = "text"
    CHOICE = "choice"
    SWITCH = "switch"
    CHANNEL = "channel"
    ROLE = "role"
    MEMBER = "member"
    NUMBER = "number"
    TIME = "time"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Preference(Generic[T]):
    """One thing that organisers decide. `choices` are the codes of a CHOICE, or of a LIST, whose value is those chosen
    with blanks between them; a NUMBER lies from `least` to `most`; a TIME is a wall-clock one. `forum` says whether a
    CHANNEL may be a forum, `use` what it is for (a key of `delivery.permissions.NEEDS`). `feature` is the room that it
    belongs to, which it is shown under; none: the association itself."""

    name: str
    control: Control
    default: T
    choices: tuple[str, ...] = ()
    forum: bool = False
    use: str = ""
    least: int = 0
    most: int = 0
    feature: str = ""


declared: Final[dict[str, Preference[Any]]] = {}
"""Every preference by name, in order of declaration."""


def declare(preference: Preference[T]) -> Preference[T]:
    """Make a preference known; names are unique."""
    if declared.setdefault(preference.name, preference) != preference:
        raise ValueError(f"preference {preference.name} is declared twice")
    return preference


NAME: Final[Preference[str]] = declare(Preference("association-name", Control.TEXT, ""))
CONTACT: Final[Preference[str]] = declare(Preference("association-contact", Control.TEXT, ""))
TECHNICAL_CONTACT: Final[Preference[str]] = declare(Preference("association-technical-contact", Control.TEXT, ""))
"""Whom to turn to when the bot itself fails: a name, and how they are reached. For members' data there is `CONTACT`."""
LANGUAGE: Final[Preference[str]] = declare(
    Preference("association-language", Control.CHOICE, "fr", choices=("fr", "en"))
)
VOICE: Final[Preference[str]] = declare(Preference("association-voice", Control.CHOICE, "tu", choices=("tu", "vous")))
BILINGUAL: Final[Preference[bool]] = declare(Preference("association-bilingual", Control.SWITCH, default=False))

HOLIDAYS: Final[dict[str, tuple[str, str | None]]] = {
    "Europe/Paris": ("FR", None),
    "Europe/Brussels": ("BE", None),
    "Europe/Zurich": ("CH", "GE"),
    "Europe/Luxembourg": ("LU", None),
    "America/Montreal": ("CA", "QC"),
    "America/Guadeloupe": ("FR", "GP"),
    "America/Martinique": ("FR", "MQ"),
    "America/Cayenne": ("FR", "973"),
    "America/Miquelon": ("FR", "PM"),
    "Indian/Reunion": ("FR", "RE"),
    "Indian/Mayotte": ("FR", "YT"),
    "Pacific/Noumea": ("FR", "NC"),
    "Pacific/Tahiti": ("FR", "PF"),
    "UTC": ("FR", None),
}
"""Time zones that organisers choose from, and whose public holidays each keeps (country, subdivision)."""

ZONE: Final[Preference[str]] = declare(
    Preference("association-zone", Control.CHOICE, "Europe/Paris", choices=tuple(HOLIDAYS))
)
ORGANISERS_CHANNEL: Final[Preference[int | None]] = declare(
    Preference("organisers-channel", Control.CHANNEL, None, use="reports")
)
ORGANISERS_ROLE: Final[Preference[int | None]] = declare(Preference("organisers-role", Control.ROLE, None))
THREADS_CHANNEL: Final[Preference[int | None]] = declare(
    Preference("threads-channel", Control.CHANNEL, None, use="private-threads")
)

QUIET_FROM: Final[Preference[time]] = declare(Preference("association-quiet-from", Control.TIME, time(19, 0)))
QUIET_UNTIL: Final[Preference[time]] = declare(Preference("association-quiet-until", Control.TIME, time(8, 30)))
"""Between these, and on days that nobody works, people are left alone."""

SUSPENDED: Final[Preference[bool]] = declare(Preference("association-suspended", Control.SWITCH, default=False))
"""Organisers hold everything that the bot would send; what changes or removes something that stands goes
on, and so does what no organiser may hold (`unheld`)."""


class Preferences:
    """An association's choices, held in memory: this process is the only one that writes them."""

    def __init__(self, chosen: dict[str, Any] | None = None) -> None:
        self._chosen = chosen or {}

    @classmethod
    async def load(cls, db: Connection) -> Preferences:
        """Read what was chosen; what no longer is declared, or no longer valid, counts as not chosen."""
        chosen: dict[str, Any] = {}
        for row in await db.rows("SELECT name, value, member_id FROM preferences"):
            preference = declared.get(row["name"])
            if preference is not None:
                value = parse(preference, row["value"], row["member_id"])
                if value is not None:
                    chosen[preference.name] = value
        return cls(chosen)

    def __getitem__(self, preference: Preference[T]) -> T:
        return self._chosen.get(preference.name, preference.default)  # type: ignore[no-any-return]

    def chosen(self, preference: Preference[Any]) -> bool:
        """Whether an organiser decided this, rather than left the default."""
        return preference.name in self._chosen


async def choose(db: Connection, clock: Clock, preference: Preference[T], value: T, *, by: int | None = None) -> None:
    """Store a choice, and who made it (`by`: a person, None for the bot itself) where it changes something; None goes
    back to the default. The caller reloads `Association.preferences` after the transaction."""
    before = await stored(db, preference)
    if value is None:
        await db.run("DELETE FROM preferences WHERE name = :name", name=preference.name)
        await _remember(db, clock, preference, before, preference.default, by)
        return
    text = _written(preference, value)
    person = value if preference.control is Control.MEMBER else None
    kept = parse(preference, text, person)  # type: ignore[arg-type]
    if kept is None or (preference.control is Control.LIST and kept != value):
        raise ValueError(f"{value!r} is no choice of {preference.name}")
    await db.run(
        """
        INSERT INTO preferences (name, value, member_id, changed_at) VALUES (:name, :value, :person, :now)
        ON CONFLICT (name) DO UPDATE SET value = :value, member_id = :person, changed_at = :now
        """,
        name=preference.name,
        value=text,
        person=person,  # type: ignore[arg-type]
        now=clock.now(),
    )
    await _remember(db, clock, preference, before, kept, by)


async def _remember(
    db: Connection, clock: Clock, preference: Preference[T], before: T, after: T, by: int | None
) -> None:
    """Write a change down. Whoever made it needs not have accepted the notice: the id alone is kept then."""
    if before == after:
        return
    if by is not None:
        await db.run(
            "INSERT INTO members (id, state, created_at) VALUES (:id, 'named', :now) ON CONFLICT (id) DO NOTHING",
            id=by,
            now=clock.now(),
        )
    people = preference.control is Control.MEMBER
    await db.run(
        """
        INSERT INTO preference_changes (name, at, own, by_id, before, after, before_id, after_id)
             VALUES (:name, :now, :own, :by, :before, :after, :before_id, :after_id)
        """,
        name=preference.name,
        now=clock.now(),
        own=by is None,
        by=by,
        before=None if people or before is None else _written(preference, before),
        after=None if people or after is None else _written(preference, after),
        before_id=before if people else None,  # type: ignore[arg-type]
        after_id=after if people else None,  # type: ignore[arg-type]
    )


async def stored(db: Connection, preference: Preference[T]) -> T:
    """What is chosen according to the file itself, for a transaction that must not act on what memory still says."""
    row = await db.row("SELECT value, member_id FROM preferences WHERE name = :name", name=preference.name)
    value = None if row is None else parse(preference, row["value"], row["member_id"])
    return preference.default if value is None else value


def chosen_channels(connection: sqlite3.Connection) -> dict[Preference[int | None], int]:
    """The channels that organisers chose, read from a file that is not open for use."""
    stored: dict[str, str] = dict(connection.execute("SELECT name, value FROM preferences"))
    return {
        preference: int(stored[name])
        for name, preference in declared.items()
        if preference.control is Control.CHANNEL and stored.get(name, "").isdecimal()
    }


def is_suspended(connection: sqlite3.Connection) -> bool:
    """Whether organisers hold everything, read from a file that is not open for use."""
    found = connection.execute("SELECT value FROM preferences WHERE name = ?", (SUSPENDED.name,)).fetchone()
    return found is not None and bool(parse(SUSPENDED, found[0], None))


def _written(preference: Preference[Any], value: Any) -> str:
    """A value as it is stored; a person stands in a column of their own."""
    match preference.control:
        case Control.MEMBER:
            return ""
        case Control.SWITCH:
            return str(int(value))
        case Control.TIME:
            return f"{value:%H:%M}"
        case _:
            return str(value)


def parse(preference: Preference[Any], value: str, member_id: int | None) -> Any:
    """The value that a stored one says, or None where it is not valid (any more)."""
    match preference.control:
        case Control.TEXT:
            return value
        case Control.CHOICE:
            return value if value in preference.choices else None
        case Control.LIST:
            return " ".join(code for code in value.split() if code in preference.choices)
        case Control.SWITCH:
            return value == "1"
        case Control.MEMBER:
            return member_id
        case Control.TIME:
            return time.fromisoformat(value)
        case Control.NUMBER:
            return int(value) if preference.least <= int(value) <= preference.most else None
        case _:
            return int(value)
