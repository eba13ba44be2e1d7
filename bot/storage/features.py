"""The parts of the bot that an association can switch off. One that is off offers no commands, answers no act, runs no
job and says nothing new; what changes or removes what stands goes on, and what it keeps stays until organisers erase
it.

A feature that can be off says so where it declares its preferences; any other is always on. Its name is that of its
room, and what its acts ("tips:useful"), jobs, messages and letters ("tips:check") begin with: so whatever belongs to it
is known by its name, and a row that was written before it was switched off needs no mark.

Declaring loads no database: see `bot.storage.preferences`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.storage.preferences import Control, Preference
from bot.storage.preferences import declare as declare_preference

if TYPE_CHECKING:
    import sqlite3

    from bot.storage.association import Association
    from bot.storage.database import Connection

_PREFIX: Final = "feature-"
_OFF: Final = f"name >= '{_PREFIX}' AND name < 'feature.' AND value = '0'"  # the next character after the dash


@dataclass(frozen=True, slots=True)
class Feature:
    """A part that can be off. What it keeps, and organisers may erase: its `tables`, its `documents` of the search (by
    kind), the ties that it confirmed (by what their matter begins with). `own` is the act that shows a member what is
    theirs, and that answers even while it is off."""

    name: str
    tables: tuple[str, ...]
    documents: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    own: str = ""

    @property
    def preference(self) -> Preference[bool]:
        """The switch of which organisers decide."""
        return Preference(f"{_PREFIX}{self.name}", Control.SWITCH, default=True, feature=self.name)


declared: Final[dict[str, Feature]] = {}
"""Every feature that can be off, by name, in order of declaration."""


def declare(feature: Feature) -> Feature:
    """Make a feature known, and its switch."""
    declare_preference(feature.preference)
    declared[feature.name] = feature
    return feature


def owner(kind: str) -> str:
    """The feature that an act, or a kind of job, message or letter, belongs to."""
    return kind.partition(":")[0]


def room(told: object) -> str:
    """The feature whose code something is: a command, a handler, a source of sections."""
    names = str(getattr(told, "module", None) or getattr(told, "__module__", "")).split(".")
    return names[1] if names[0] == "cogs" and len(names) > 1 else ""


def is_on(association: Association, name: str) -> bool:
    """Whether a feature is on, according to what is held in memory."""
    found = declared.get(name)
    return found is None or association.preferences[found.preference]


async def off(db: Connection) -> frozenset[str]:
    """The features that are off according to the file itself, for a transaction that must not act on what memory still
    says."""
    return frozenset(
        row["name"].removeprefix(_PREFIX) for row in await db.rows(f"SELECT name FROM preferences WHERE {_OFF}")
    )


async def is_off(db: Connection, name: str) -> bool:
    """Whether one of them is; of what is always on the file is not asked."""
    return name in declared and name in await off(db)


def off_in(connection: sqlite3.Connection) -> frozenset[str]:
    """The same of a file that is not open for use."""
    return frozenset(
        name.removeprefix(_PREFIX) for (name,) in connection.execute(f"SELECT name FROM preferences WHERE {_OFF}")
    )


def on_sql(kind: str) -> str:
    """A condition for a query: the feature of the kind in this column is on."""
    return f"""
        NOT EXISTS (SELECT 1 FROM preferences AS switch WHERE switch.value = '0'
                       AND switch.name = '{_PREFIX}' || substr({kind}, 1, instr({kind}, ':') - 1))
    """
