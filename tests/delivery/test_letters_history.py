"""Whatever happens to two people's letters, in whatever order: what reached them kept to the rules."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery import letters, waiting, wishes
from bot.delivery.caps import WEEK
from bot.delivery.contact import Contact, Fallback, Letter, LetterKind, Piece, Weight
from bot.delivery.courier import LETTERS
from bot.delivery.discord_calls import Calls
from bot.delivery.letters import State
from bot.delivery.outbox import Outbox
from bot.people import members
from bot.people.lifecycle import Lifecycle
from bot.schedule import due
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.jobs import Jobs
from bot.settings import CODE_DATA
from bot.storage import preferences as prefs
from bot.storage.association import Association, Associations
from bot.storage.backup import Ledger
from bot.storage.database import Connection
from bot.storage.preferences import choose
from bot.storage.search import Synonyms
from tests.delivery.desk import ANNA, BRUNO, PARIS, at
from tests.delivery.mailbox import Mailbox, Shown, show
from tests.delivery.standin import GUILD_ID, Clock

MATTERS: Final = ("matter", "case")
ASKS: Final = ("ask", "coffee", "plea")
TOPICS: Final = ("one", "two")
PLACE: Final = 500000000000000001
FRIDAY: Final = at("2027-01-15 10:00")

Story = list[tuple[str, tuple[Any, ...]]]

people = st.sampled_from((ANNA, BRUNO))
spans = st.sampled_from((MINUTE, HOUR, 14 * HOUR, DAY, DAY, 3 * DAY, 7 * DAY, 7 * DAY, 30 * DAY, 100 * DAY))
calm = {
    "write": st.tuples(people, st.sampled_from((*MATTERS, *ASKS, *ASKS, "reply")), st.sampled_from((None, *TOPICS))),
    "later": st.tuples(spans),
    "wait": st.tuples(spans),
    "pause": st.tuples(people, st.sampled_from((None, HOUR, 3 * DAY, 10 * DAY))),
    "taken": st.tuples(st.sampled_from(TOPICS)),
    **dict.fromkeys(("close", "open", "refuse", "put_off", "visit", "skip"), st.tuples(people)),
    **dict.fromkeys(("beat", "decide", "deliver", "drop_row"), st.just(())),
}
"""Everything that may happen while Discord answers, and to whom."""
troubled = {**calm, "trouble": st.tuples(st.booleans()), "restart": st.just(()), "try_again": st.just(())}
"""The same with answers that get lost."""


def stories(steps: dict[str, Any]) -> Any:
    """Lists of steps; what moves a life on comes oftener."""
    names = st.sampled_from([*steps, *["write"] * 5, *["later"] * 7, "put_off", "close"])
    return st.lists(names.flatmap(lambda name: st.tuples(st.just(name), steps[name])), min_size=15, max_size=50)


class Life:
    """Two people, a feature that writes to them, and what happens; each step is a method."""

    def __init__(self, association: Association) -> None:
        self.association = association
        self.clock = Clock()
        self.clock.at = FRIDAY
        self.mailbox = Mailbox(self.clock)
        self.put_offs: Counter[tuple[int, str]] = Counter()
        self.unwelcome: list[str] = []
        self.written = 0
        self.restart()

    def restart(self) -> None:
        """Another process on the same file."""
        folder = self.association.database.path.parent
        self.outbox = Outbox(cast("Calls", self.mailbox), self.clock, self._report)
        self.jobs = Jobs(Associations(folder / "none", _synonyms()), self.clock, self._report)
        self.lifecycle = Lifecycle(self.clock, Ledger(folder))
        self.contact = Contact(self.outbox, self.jobs, self.clock, self.lifecycle, show=show)
        for kind in (
            LetterKind("reply", Weight.REPLY, _say),
            LetterKind("matter", Weight.MATTER, _say),
            LetterKind("case", Weight.MATTER, _say, fallback=Fallback.THREAD),
            LetterKind("ask", Weight.ASK, _say, purpose="help"),
            LetterKind("coffee", Weight.ASK, _say, purpose="coffee"),
            LetterKind("plea", Weight.ASK, _say, purpose="help", fallback=Fallback.THREAD),
        ):
            self.contact.register(kind)

    async def begin(self) -> None:
        """They accept the notice; organisers choose where threads stand."""
        async with self.association.transaction() as db:
            for member_id in (ANNA, BRUNO):
                await members.accept_notice(db, member_id, self.clock.at)
            await choose(db, self.clock, prefs.THREADS_CHANNEL, PLACE)
        await self.association.reload()
        await self.jobs.settle_in(self.association)

    async def live(self, story: Story) -> None:
        """One step after the other."""
        for name, values in story:
            done = getattr(self, name)(*values)
            if done is not None:
                await done

    # What is decided

    async def write(self, member_id: int, kind: str, topic: str | None) -> None:
        self.written += 1
        async with self.association.transaction() as db:
            await self.contact.write(self.association, db, member_id, kind, f"{kind} {self.written}", topic=topic)

    async def beat(self) -> None:
        await self.decide()
        await self.deliver()
        await self.decide()
        await self.deliver()

    async def decide(self) -> None:
        await self.jobs.run_in(self.association)

    async def deliver(self) -> None:
        arrived = len(self.mailbox.arrivals)
        await self.outbox.deliver(self.association)
        for one in self.mailbox.arrivals[arrived:]:
            wanted = await wishes.of(self.association.read(), one.member_id)
            if one.kind in ASKS and (wanted.paused(one.at) or _purpose(one.kind) in wanted.refused):
                self.unwelcome.append(one.key)

    async def later(self, seconds: int) -> None:
        self.wait(seconds)
        await self.beat()
        self.wait(MINUTE)  # what is left over comes one a minute
        await self.beat()

    def wait(self, seconds: int) -> None:
        self.clock.at += seconds

    # What people do

    def close(self, member_id: int) -> None:
        self.mailbox.closed.add(member_id)

    def open(self, member_id: int) -> None:
        self.mailbox.closed.discard(member_id)

    async def pause(self, member_id: int, seconds: int | None) -> None:
        async with self.association.transaction() as db:
            await wishes.pause(db, member_id, None if seconds is None else self.clock.at + seconds)
            await self.contact.reconsider(self.association, db, member_id)

    async def refuse(self, member_id: int) -> None:
        async with self.association.transaction() as db:
            letter = await self._asked(db, member_id)
            if letter is not None:
                await self.contact.refuse(self.association, db, letter)

    async def put_off(self, member_id: int) -> None:
        async with self.association.transaction() as db:
            letter = await self._asked(db, member_id)
            if letter is not None and await self.contact.put_off(self.association, db, letter):
                self.put_offs[member_id, letter.key] += 1

    async def _asked(self, db: Connection, member_id: int) -> Letter | None:
        """The newest ask under whose buttons they can answer."""
        sent = await letters.of_member(db, member_id, State.SENT)
        return next((letter for letter in reversed(sent) if self.contact.asks(letter)), None)

    async def taken(self, topic: str) -> None:
        async with self.association.transaction() as db:
            await self.contact.taken(self.association, db, topic, by=BRUNO)

    async def visit(self, member_id: int) -> None:
        visit = await self.contact.visits.next(self.association, member_id)
        if visit is not None:
            self.mailbox.show_here(member_id, cast("Shown", visit.view))
            await self.contact.visits.shown(self.association, visit)

    # What organisers do, and what goes wrong

    async def skip(self, member_id: int) -> None:
        for job in await due.upcoming(self.association.read(), [LETTERS]):
            if job.member_id == member_id:
                async with self.association.transaction() as db:
                    await self.jobs.pass_over(self.association, db, job)

    async def drop_row(self) -> None:
        for found in (await waiting.upcoming(self.association.read()))[:1]:
            async with self.association.transaction() as db:
                row = await waiting.one(db, found.id)
                assert row is not None
                await self.outbox.skip(self.association, db, row)

    async def try_again(self) -> None:
        for found in await waiting.upcoming(self.association.read()):
            async with self.association.transaction() as db:
                await self.outbox.revive(self.association, db, found.id)

    def trouble(self, done: bool) -> None:
        self.mailbox.trouble.append(done)

    async def erase(self) -> None:
        """Both want to be forgotten, and time passes."""
        self.mailbox.trouble.clear()
        for member_id in (ANNA, BRUNO):
            async with self.association.transaction() as db:
                await self.lifecycle.erase(self.association, db, member_id)
        for _ in range(3):
            await self.beat()
            self.wait(HOUR)

    async def _report(self, association: Association, db: Connection, key: str, **values: str | int) -> None:
        pass


def check_caps(life: Life) -> None:
    """No day with two messages of matters, no week with two asks, nothing at a bad hour or against a wish."""
    quiet = life.association.quiet_hours
    assert life.unwelcome == []
    for member_id in (ANNA, BRUNO):
        got = [one for one in life.mailbox.arrivals if one.member_id == member_id]
        assert all(quiet.over_at(one.at) == one.at for one in got if one.kind != "reply" and not one.here)
        asked = [one.at for one in got if one.kind in ASKS]
        assert all(later - first >= WEEK for first, later in pairwise(asked))
        told: dict[Any, int] = {}
        for one in got:
            if one.kind in MATTERS:
                first = told.setdefault(datetime.fromtimestamp(one.at, PARIS).date(), one.message)
                assert one.here or one.message == first


def check_once(life: Life) -> None:
    """Nothing came twice, unless its reader said "Plus tard"."""
    assert all(times <= 1 + life.put_offs[letter] for letter, times in life.mailbox.times_seen().items())
    assert all(times <= 1 for times in life.put_offs.values())


async def _say(_: Association, letter: Letter) -> Piece:
    return Piece((letter.key,))


def _purpose(kind: str) -> str:
    return "coffee" if kind == "coffee" else "help"


@cache
def _synonyms() -> Synonyms:
    return Synonyms.load(CODE_DATA / "synonyms.toml")


@cache
def _template() -> Path:
    """An empty file with all its tables."""

    async def make(path: Path) -> None:
        await (await Association.open(path, GUILD_ID, _synonyms())).close()

    made = Path(tempfile.mkdtemp()) / f"{GUILD_ID}.db"
    asyncio.run(make(made))
    return made


@asynccontextmanager
async def life() -> AsyncIterator[Life]:
    """A new life."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{GUILD_ID}.db"
        shutil.copy(_template(), path)
        association = await Association.open(path, GUILD_ID, _synonyms())
        try:
            lived = Life(association)
            await lived.begin()
            yield lived
        finally:
            await association.close()


def tell(story: Story, *checks: Callable[[Life], None]) -> None:
    """Live a story, check what came of it, and erase everybody."""

    async def told() -> None:
        async with life() as lived:
            await lived.live(story)
            await lived.beat()
            for check in checks:
                check(lived)
            await lived.erase()
            assert lived.mailbox.threads == {}
            assert await lived.association.read().value("SELECT count(*) FROM letters") == 0

    _template()
    asyncio.run(told())


@settings(max_examples=20, deadline=None)
@given(stories(calm))
def test_no_history_writes_too_often_at_a_bad_hour_twice_or_leaves_a_thread_behind(
    story: Story,
) -> None:
    tell(story, check_caps, check_once)


@settings(max_examples=20, deadline=None)
@given(stories(troubled))
def test_no_history_with_lost_answers_sends_twice_or_leaves_a_thread_behind(story: Story) -> None:
    tell(story, check_once)
