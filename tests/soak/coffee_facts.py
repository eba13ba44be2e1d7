"""What stands in an association's file and on its server at a moment, read with plain SQL and from the simulation."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from discord.utils import snowflake_time

from tests.world import World

FREE: Final = frozenset({"odd", "nobody", "waiting"})


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a match; `member_id` is None for somebody who was erased."""

    id: int
    member_id: int | None
    says: str | None
    knows: bool


@dataclass(frozen=True, slots=True)
class Coffee:
    """A match. `round_id` is None for two who wished to meet again."""

    id: int
    round_id: int | None
    state: str
    opened_at: int
    thread_id: int | None
    asked_id: int | None
    seats: tuple[Seat, ...]

    @property
    def seated(self) -> set[int]:
        """Everybody who has or had a seat in it and is known."""
        return {seat.member_id for seat in self.seats if seat.member_id is not None}

    @property
    def staying(self) -> set[int]:
        """Who is in it and did not say that they can't."""
        return {seat.member_id for seat in self.seats if seat.member_id is not None and seat.says != "cannot"}

    @property
    def happened(self) -> bool:
        """Whether it counts as a past meeting."""
        return self.state != "called-off" or any(seat.says == "met" or seat.knows for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows, as they are. Outcomes are by round and member."""

    rounds: dict[int, sqlite3.Row]
    outcomes: dict[tuple[int, int], str | None]
    coming: dict[tuple[int, int], bool]
    coffees: dict[int, Coffee]
    taking_part: dict[int, sqlite3.Row]
    present: frozenset[int]
    ties: frozenset[tuple[int, int, str]]
    letters: list[sqlite3.Row]
    jobs: list[sqlite3.Row]
    outbox: list[sqlite3.Row]

    @property
    def announced(self) -> sqlite3.Row | None:
        """The round that is announced, if there is one."""
        return self._in("announced")

    @property
    def running(self) -> sqlite3.Row | None:
        """The round that runs, if there is one."""
        return self._in("running")

    def _in(self, state: str) -> sqlite3.Row | None:
        return next((row for row in reversed(self.rounds.values()) if row["state"] == state), None)

    def of_round(self, round_id: int) -> list[Coffee]:
        """The matches of a round."""
        return [coffee for coffee in self.coffees.values() if coffee.round_id == round_id]

    def open_for(self, member_id: int, round_id: int) -> list[Coffee]:
        """The coffees of a round that go on for somebody."""
        found = self.of_round(round_id)
        return [coffee for coffee in found if coffee.state == "open" and member_id in coffee.staying]

    def is_open(self, match_id: int) -> bool:
        """Whether a match goes on."""
        return match_id in self.coffees and self.coffees[match_id].state == "open"

    def free(self, round_id: int) -> set[int]:
        """Who is here and waits for somebody in a round."""
        return {
            member_id
            for (number, member_id), outcome in self.outcomes.items()
            if number == round_id and outcome in FREE and self.coming[number, member_id] and member_id in self.present
        }

    def met(self) -> dict[tuple[int, int], list[int]]:
        """When each two people were brought together, of those times that count; the smaller id first."""
        found: dict[tuple[int, int], list[int]] = {}
        for coffee in self.coffees.values():
            for a, b in combinations(coffee.seats if coffee.happened else (), 2):
                if a.member_id is not None and b.member_id is not None and _both_came(a, b):
                    pair = min(a.member_id, b.member_id), max(a.member_id, b.member_id)
                    found.setdefault(pair, []).append(coffee.opened_at)
        return found

    def waiting_alone(self, round_id: int) -> set[int]:
        """Who waits for somebody in a round and has no coffee that goes on."""
        return {member_id for member_id in self.free(round_id) if not self.open_for(member_id, round_id)}

    def letter(self, member_id: int, kind: str, key: str) -> sqlite3.Row | None:
        """A letter, by whom it is for, its kind and the beginning of its key."""
        return next(
            (
                row
                for row in self.letters
                if row["member_id"] == member_id and row["kind"] == kind and str(row["key"]).startswith(key)
            ),
            None,
        )


def _both_came(a: Seat, b: Seat) -> bool:
    """Nobody had coffee with whoever couldn't; but two who know each other do."""
    return a.knows or b.knows or "cannot" not in {a.says, b.says}


def path_of(world: World) -> Path:
    """Where the association's file is."""
    return world.settings.data_dir / f"{world.guild.id}.db"


def look(path: Path) -> Facts:
    """Read the file as it is committed now."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row

        def rows(query: str) -> list[sqlite3.Row]:
            return db.execute(query).fetchall()

        turns = rows("SELECT * FROM coffee_turns")
        return Facts(
            rounds={row["id"]: row for row in rows("SELECT * FROM coffee_rounds ORDER BY id")},
            outcomes={(row["round_id"], row["member_id"]): row["outcome"] for row in turns},
            coming={(row["round_id"], row["member_id"]): bool(row["coming"]) for row in turns},
            coffees=dict(_coffees(db)),
            taking_part={row["member_id"]: row for row in rows("SELECT * FROM coffee_members")},
            present=frozenset(row["id"] for row in rows("SELECT id FROM members WHERE state = 'present'")),
            ties=frozenset((row["one_id"], row["other_id"], row["matter"]) for row in rows("SELECT * FROM ties")),
            letters=rows("SELECT * FROM letters ORDER BY id"),
            jobs=rows("SELECT * FROM jobs ORDER BY due_at"),
            outbox=rows("SELECT * FROM outbox ORDER BY id"),
        )


def _coffees(db: sqlite3.Connection) -> Iterator[tuple[int, Coffee]]:
    seats: dict[int, list[Seat]] = {}
    for row in db.execute("SELECT * FROM coffee_seats ORDER BY id"):
        seats.setdefault(row["match_id"], []).append(Seat(row["id"], row["member_id"], row["says"], bool(row["knows"])))
    for row in db.execute("SELECT * FROM coffee_matches ORDER BY id"):
        values = {name: row[name] for name in ("id", "round_id", "state", "opened_at", "thread_id", "asked_id")}
        yield row["id"], Coffee(**values, seats=tuple(seats.get(row["id"], ())))


def traces(path: Path, member_id: int) -> list[str]:
    """Every place (table and column) in a file where a member's number stands."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            f"{table}.{column}"
            for table in tables
            for _, column, *_ in db.execute(f"SELECT * FROM pragma_table_info('{table}')").fetchall()
            if _holds(db, table, column, member_id)
        ]


def _holds(db: sqlite3.Connection, table: str, column: str, member_id: int) -> bool:
    query = f'SELECT 1 FROM "{table}" WHERE instr(CAST("{column}" AS TEXT), ?) LIMIT 1'
    try:
        return db.execute(query, (str(member_id),)).fetchone() is not None
    except sqlite3.OperationalError:  # what full-text search keeps for itself can't be asked this way
        return False


# The server


@dataclass(frozen=True, slots=True)
class Thread:
    """A private thread: its name, who is in it but the bot, the buttons of each message that the bot wrote in it."""

    id: int
    name: str
    people: frozenset[int]
    said: list[list[str]] = field(default_factory=list)


def threads(world: World) -> dict[int, Thread]:
    """Every private thread."""
    found = [_thread(world, channel) for channel in world.env.backend.channels.values()]
    return {thread.id: thread for thread in found if thread is not None}


def _thread(world: World, channel: Any) -> Thread | None:
    if not channel.is_thread or channel.parent_id != world.threads.id:
        return None
    bot = world.env.backend.bot_user.id
    said = [buttons(message.components) for message in _messages(world, channel.id) if message.author_id == bot]
    return Thread(channel.id, channel.name or "", frozenset(channel.thread_members) - {bot}, said)


def spoken(world: World, channel_id: int) -> list[list[str]]:
    """What the bot said in a channel: the buttons of each message."""
    bot = world.env.backend.bot_user.id
    return [buttons(message.components) for message in _messages(world, channel_id) if message.author_id == bot]


def spoken_words(world: World, channel_id: int) -> list[str]:
    """What the bot said in a channel: the text of each message, as it is laid out."""
    bot = world.env.backend.bot_user.id
    return [str(message.components) for message in _messages(world, channel_id) if message.author_id == bot]


def named_in(world: World, member_id: int, known_since: Callable[[int], int]) -> list[int]:
    """The messages of the bot that everybody in their place can read and that hold a member's number; what it wrote to
    that member aside, and direct messages from before the bot knows of any to their reader (UTC seconds)."""
    backend = world.env.backend
    return [
        message.id
        for channel in backend.channels.values()
        if member_id not in channel.recipient_ids
        for message in _messages(world, channel.id)
        if message.author_id == backend.bot_user.id and str(member_id) in str(message.components)
        if all(snowflake_time(message.id).timestamp() >= known_since(reader) for reader in channel.recipient_ids)
    ]


def _messages(world: World, channel_id: int) -> list[Any]:
    """What everybody sees there: private answers are left out."""
    found = world.env.backend.messages.get(channel_id, {})
    return [found[number] for number in sorted(found) if found[number].visible_to(None)]


def buttons(components: list[dict[str, Any]]) -> list[str]:
    """What the buttons and selects of a message do."""
    found = []
    for component in components:
        found += [str(component["custom_id"])] if component.get("custom_id") else []
        found += buttons(component.get("components") or [])
    return found
