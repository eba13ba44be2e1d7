"""Somebody who writes letters: the real contact, outbox and jobs on a real file, against a stand-in for Discord."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import discord

from bot.delivery import letters, waiting, wishes
from bot.delivery.contact import Contact, Fallback, Letter, LetterKind, Piece, Weight
from bot.delivery.discord_calls import Calls
from bot.delivery.outbox import Outbox, Row
from bot.people import members
from bot.people.lifecycle import Lifecycle
from bot.schedule.jobs import Jobs
from bot.settings import CODE_DATA
from bot.storage import preferences as prefs
from bot.storage.association import Association, Associations
from bot.storage.backup import Ledger
from bot.storage.database import Connection
from bot.storage.preferences import choose
from bot.storage.search import Synonyms
from bot.ui.letters import layout
from tests.delivery.standin import Clock, StandIn

ANNA: Final = 700000000000000001
BRUNO: Final = 700000000000000002
CLARA: Final = 700000000000000003
PARIS: Final = ZoneInfo("Europe/Paris")


def at(local: str) -> int:
    """A local time as an instant."""
    return int(datetime.fromisoformat(local).replace(tzinfo=PARIS).timestamp())


class Desk:
    """Writes letters of every sort, and sees what arrives."""

    def __init__(self, association: Association, client: discord.Client, server: StandIn, clock: Clock) -> None:
        self.association = association
        self.client = client
        self.server = server
        self.clock = clock
        self.closed: list[tuple[str, str]] = []
        self.declined: list[tuple[str, str]] = []
        self.reported: list[str] = []
        self.folder: Path = association.database.path.parent
        self.restart()

    def restart(self) -> None:
        """Another process on the same file."""
        self.calls = Calls(self.client)
        self.outbox = Outbox(self.calls, self.clock, self._report)
        empty = Associations(self.folder / "none", Synonyms.load(CODE_DATA / "synonyms.toml"))
        self.jobs = Jobs(empty, self.clock, self._report)
        self.lifecycle = Lifecycle(self.clock, Ledger(self.folder))
        self.contact = Contact(self.outbox, self.jobs, self.clock, self.lifecycle, show=layout)
        for kind in (
            LetterKind("test:reply", Weight.REPLY, self._render),
            LetterKind("test:matter", Weight.MATTER, self._render, closed=self._closed),
            LetterKind("test:urgent", Weight.MATTER, self._render, urgent=True),
            LetterKind(
                "test:ask", Weight.ASK, self._render, purpose="help", closed=self._closed, declined=self._declined
            ),
            LetterKind("test:once", Weight.ASK, self._render, purpose="help", once=True),
            LetterKind("test:other-ask", Weight.ASK, self._render, purpose="coffee"),
            LetterKind("test:case", Weight.MATTER, self._render, fallback=Fallback.THREAD),
            LetterKind("test:plea", Weight.ASK, self._render, purpose="plea", fallback=Fallback.THREAD),
            LetterKind("test:alarm", Weight.MATTER, self._render, unheld=True),
        ):
            self.contact.register(kind)

    async def accept(self, *member_ids: int) -> None:
        """People accept the notice."""
        async with self.association.transaction() as db:
            for member_id in member_ids:
                await members.accept_notice(db, member_id, self.clock.at)

    async def write(self, member_id: int, kind: str, said: str | None, **options: Any) -> bool:
        """Write a letter, and send what goes at once."""
        key = options.pop("key", said or "nothing")
        async with self.association.transaction() as db:
            took = await self.contact.write(
                self.association, db, member_id, f"test:{kind}", key, reference={"text": said}, **options
            )
        await self.outbox.deliver(self.association)
        return took

    async def change(self, act: Callable[[Connection], Any]) -> Any:
        """Do something in a transaction, then send what it decided."""
        async with self.association.transaction() as db:
            done = await act(db)
        await self.outbox.deliver(self.association)
        return done

    async def beat(self, when: str = "", *, later: int = 0) -> None:
        """Time passes, or it is `when`; what is due happens."""
        self.clock.at = at(when) if when else self.clock.at + later
        await self.jobs.run_in(self.association)
        await self.outbox.deliver(self.association)
        await self.jobs.run_in(self.association)
        await self.outbox.deliver(self.association)

    def messages(self, member_id: int) -> list[str]:
        """What stands in somebody's direct conversation."""
        place = self.server._dms.get(member_id)
        return [] if place is None else self.server.texts(place)

    def raw(self, member_id: int) -> list[dict[str, Any]]:
        """The same as Discord has it."""
        return [message for _, message in sorted(self.server.messages[self.server._dms[member_id]].items())]

    async def visit(self, member_id: int, *, asks: bool = True) -> str:
        """Somebody uses the bot: what they are shown of what was held for them."""
        visit = await self.contact.visits.next(self.association, member_id, asks=asks)
        if visit is None:
            return ""
        await self.contact.visits.shown(self.association, visit)
        return as_json(visit.view.to_components())  # type: ignore[no-untyped-call]

    async def put_off(self, key: str) -> bool:
        """The reader of a letter says "Plus tard"."""
        letter = await self.letter(key)
        return bool(await self.change(lambda db: self.contact.put_off(self.association, db, letter)))

    async def parked(self, row_id: int) -> Row:
        """A row that was parked."""
        row = await waiting.one(self.association.read(), row_id)
        assert row is not None
        return row

    async def letter(self, key: str) -> Letter:
        """A letter by its key."""
        found = await self.association.read().value("SELECT id FROM letters WHERE key = :key", key=key)
        letter = await letters.get(self.association.read(), found)
        assert letter is not None
        return letter

    async def states(self) -> dict[str, str]:
        """How every letter stands, by its key."""
        rows = await self.association.read().rows("SELECT key, state FROM letters ORDER BY id")
        return {row["key"]: row["state"] for row in rows}

    async def pause(self, member_id: int, until: int | None) -> None:
        """Somebody wants to be left alone."""

        async def act(db: Connection) -> None:
            await wishes.pause(db, member_id, until)
            await self.contact.reconsider(self.association, db, member_id)

        await self.change(act)

    async def choose_threads(self) -> int:
        """Organisers choose where private threads stand."""
        place = self.server.channel()
        async with self.association.transaction() as db:
            await choose(db, self.clock, prefs.THREADS_CHANNEL, place)
        await self.association.reload()
        return place

    async def _render(self, _: Association, letter: Letter) -> Piece | None:
        said = letter.reference["text"]
        return None if said is None else Piece((said,))

    async def _closed(self, _: Association, db: Connection, letter: Letter) -> None:
        assert db is not None
        self.closed.append((letter.key, letter.state.value))

    async def _declined(self, _: Association, db: Connection, letter: Letter) -> None:
        assert db is not None
        self.declined.append((letter.key, letter.state.value))

    async def _report(self, association: Association, db: Connection, key: str, **values: str | int) -> None:  # noqa: ARG002
        self.reported.append(key)


def buttons(message: dict[str, Any]) -> list[str]:
    """The custom ids of a message's buttons."""
    found: list[str] = []

    def walk(components: Sequence[dict[str, Any]]) -> None:
        for component in components:
            found.extend([component["custom_id"]] if component.get("custom_id") else [])
            walk(component.get("components") or [])

    walk(message["components"])
    return found


def as_json(value: Any) -> str:
    """For looking for something anywhere in a record."""
    return json.dumps(value, default=str, ensure_ascii=False)
