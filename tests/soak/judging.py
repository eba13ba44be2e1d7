"""What should be on Discord and in the files after all that, against what is: lost, twice, half done."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.delivery.outbox import Operation
from tests.delivery import shapes
from tests.delivery.shapes import BOT_ID
from tests.delivery.standin import DM, PRIVATE_THREAD
from tests.soak.weather import MARKED, Discord


@dataclass(frozen=True, slots=True)
class Expected:
    """One message: where it stands (for a post or a thread, the forum or channel above it; for a direct message, its
    person), and what it says. `people` are in its thread."""

    operation: Operation
    place: int
    text: str
    people: frozenset[int] = frozenset()

    @property
    def seen_as(self) -> tuple[int, str]:
        """How it is recognised on Discord."""
        return self.place, self.text


@dataclass(slots=True)
class Tally:
    """What was found."""

    points: int = 0
    scenarios: int = 0
    kills: int = 0
    starts: int = 0
    troubles: int = 0
    expected: int = 0
    passed_over: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another one in."""
        for name in ("scenarios", "kills", "starts", "troubles", "expected", "passed_over"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("lost", "twice", "half"):
            getattr(self, name).extend(getattr(other, name))

    @property
    def faults(self) -> list[str]:
        """Everything that should not be."""
        return [f"{name}: {what}" for name in ("lost", "twice", "half") for what in getattr(self, name)]


def on_discord(discord: Discord, expected: Iterable[Expected], tally: Tally) -> None:
    """Look at every channel: what is expected stands there once, whole, and nothing else does."""
    wanted = {each.seen_as: each for each in expected}
    seen = Counter(_seen(discord))
    tally.expected += len(wanted)
    tally.lost += [f"{text!r} in {place}" for place, text in wanted if not seen[place, text]]
    tally.twice += [f"{text!r} in {place}" for (place, text), n in seen.items() if n > 1 or (place, text) not in wanted]
    tally.half += _half(discord, wanted)
    tally.half += [f"{name!r} was shown half done" for name in discord.seen_half_done]


def _seen(discord: Discord) -> Iterator[tuple[int, str]]:
    """Messages by their channel or person, threads by what is above them."""
    for number, channel in discord.channels.items():
        if "parent_id" in channel:
            yield int(channel["parent_id"]), channel["name"]
            continue
        place = int(channel["recipients"][0]["id"]) if channel["type"] == DM else number
        for text in discord.texts(number):
            yield place, text


def _half(discord: Discord, wanted: dict[tuple[int, str], Expected]) -> Iterator[str]:
    for number, thread in discord.channels.items():
        if "parent_id" not in thread:
            continue
        name = thread["name"]
        if MARKED.search(name):
            yield f"{name!r} kept its mark"
        if discord.texts(number) != [name]:
            yield f"{name!r} holds {discord.texts(number)}"
        each = wanted.get((int(thread["parent_id"]), name))
        if each is None or each.operation is not Operation.PRIVATE_THREAD:
            continue
        if discord.members[number] != {BOT_ID, *each.people}:
            yield f"{name!r} has {sorted(discord.members[number])} in it"
        if thread["type"] != PRIVATE_THREAD or thread["thread_metadata"]["invitable"]:
            yield f"{name!r} is not private"


@dataclass(frozen=True, slots=True)
class Did:
    """A decision that a file holds."""

    kind: str
    key: str
    at: int
    late: bool


class File:
    """An association's file after everything ended."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            self.check = db.execute("PRAGMA quick_check").fetchone()[0]
            self.orphans = db.execute("PRAGMA foreign_key_check").fetchall()
            self.outbox = db.execute("SELECT * FROM outbox ORDER BY id").fetchall()
            self.jobs = db.execute("SELECT * FROM jobs ORDER BY id").fetchall()
            self.done_dates = dict(db.execute("SELECT name, done_date FROM schedules").fetchall())
            notes = db.execute("SELECT name, value FROM meta WHERE name LIKE '% #%'").fetchall()
        self._notes = [(row["name"].split(" #")[0], json.loads(row["value"])) for row in notes]

    def did(self) -> list[Did]:
        """What was decided."""
        words = ((name.split(" "), values) for name, values in self._notes)
        return [Did(name[1], name[2], values["at"], bool(values["late"])) for name, values in words if name[0] == "did"]

    def judge(self, discord: Discord, tally: Tally) -> None:
        """Nothing is under way, everything was recorded once and stands where the file says, in the order decided."""
        if self.check != "ok" or self.orphans:
            tally.half.append(f"{self.name}: {self.check}, {len(self.orphans)} orphans")
        recorded = Counter(name for name, _ in self._notes)
        tally.twice += [f"{self.name}: {name} is recorded {n} times" for name, n in recorded.items() if n > 1]
        for row in self.outbox:
            what = f"{self.name}: row {row['id']} ({row['operation']})"
            if row["state"] != "sent":
                tally.half.append(f"{what} is {row['state']} ({row['reason']})")
            elif not recorded[f"sent {row['id']}"]:
                tally.lost.append(f"{what} was sent, and its feature was not told")
            elif not _stands(discord, row):
                tally.half.append(f"{what} does not stand where the file says")
        tally.half += self._order()

    def _order(self) -> Iterator[str]:
        newest: dict[int, int] = {}
        for row in self.outbox:
            if row["operation"] == "post" and row["state"] == "sent" and row["after_id"] is None:
                number = row["sent_message_id"] or 0
                if number < newest.get(row["channel_id"], 0):
                    yield f"{self.name}: row {row['id']} overtook an earlier one of its channel"
                newest[row["channel_id"]] = number


def _stands(discord: Discord, row: sqlite3.Row) -> bool:
    place = discord.channels.get(row["sent_channel_id"])
    if place is None or row["sent_message_id"] is None:
        return place is not None
    message = discord.messages[row["sent_channel_id"]].get(row["sent_message_id"])
    return message is not None and shapes.text(message) == json.loads(row["reference"])["text"]
