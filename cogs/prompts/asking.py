"""The ritual: when its hour comes, listen to the room, then ask something or leave it alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.schedule import due, schedules
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job, JobKind, Late
from bot.schedule.occurrences import OnHoliday, Rhythm, Unit
from bot.schedule.schedules import Recurring
from bot.storage import meta
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.prompts import cards, post_store, posts, preferences, subjects, turns
from cogs.prompts.hearing import Heard, Trouble, listen
from cogs.prompts.pace import Level, Verdict
from cogs.prompts.preferences import CHANNEL
from cogs.prompts.rules import YEAR, Content, Post
from cogs.prompts.turns import ASK, Outlook

STOPPED: Final = "prompts:stopped"
TIDY: Final = "prompts:tidy"
RHYTHM: Final = Rhythm(Unit.WEEKS, time(10, 0), weekday=1, on_holiday=OnHoliday.MOVE)
RECURS: Final = Recurring(RHYTHM)
SILENT: Final = 14 * DAY
"""A room in which nobody wrote for that long is the wrong one, in seconds."""
_TOLD: Final = {
    Trouble.NO_CHANNEL: "report-prompts-no-channel",
    Trouble.GONE: "report-prompts-no-channel",
    Trouble.DEAF: "report-prompts-deaf",
}
_EMPTY: Final = "report-prompts-empty"
_HINDERED: Final = "report-prompts-hindered"


async def next_turn(db: Connection) -> Job | None:
    """The turn that comes next, while the ritual is switched on."""
    return next((job for job in await due.upcoming(db, [ASK]) if job.state == "due"), None)


async def switch(association: Association, db: Connection, *, now: int, on: bool) -> None:
    """Switch the ritual on or off, at the rhythm that organisers set."""
    known = await schedules.get(db, ASK)
    await schedules.put(db, ASK, known.rhythm if known is not None else RHYTHM, active=on, now=now)
    await schedules.replan(association, db, ASK, RECURS, now)


async def move(db: Connection) -> None:
    """Another channel was chosen: no word of ours stood in the way there yet."""
    number, state = await post_store.ritual(db)
    await post_store.note_turn(db, number, replace(state, hindered=0))
    await meta.drop(db, _HINDERED)


class Asking:
    """Takes each turn of the ritual."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(STOPPED, self._render_stopped))
        house.jobs.register(
            JobKind(
                ASK,
                self.decide,
                gather=self.gather,
                late=Late.SKIP,
                grace=posts.GRACE,
                sends=True,
                preview=self.preview,
                recurs=RECURS,
                last=True,
            )
        )
        house.jobs.register(JobKind(TIDY, self._tidy, every=HOUR))

    async def gather(self, association: Association, job: Job) -> Heard | Trouble:  # noqa: ARG002 (a Gather's shape)
        """What is heard in the room."""
        return await listen(self._house, association)

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """What would be asked now, if anything would."""
        heard = await self.gather(association, job)
        if isinstance(heard, Trouble):
            return None
        outlook = await turns.look(self._house, association, association.read(), heard, job.key)
        content = await self._content(association, outlook)
        return None if content is None else cards.post(association.words, content)

    async def decide(self, association: Association, db: Connection, job: Job, heard: Heard | Trouble) -> None:
        """Take the turn: what was learnt, the question, a word to organisers when it was the last one."""
        if isinstance(heard, Trouble):
            await self._tell_once(association, db, _TOLD[heard])
            return
        for told in set(_TOLD.values()):
            await meta.drop(db, told)
        if heard.place != association.preferences[CHANNEL]:  # chosen anew at this instant: nobody listened there
            return
        outlook = await turns.look(self._house, association, db, heard, job.key, planned_at=job.planned_at)
        subject, content = outlook.subject, await self._content(association, outlook)
        if outlook.turn.verdict is Verdict.ASK and (subject is None or content is None):
            await self._tell_once(association, db, _EMPTY)
            return
        await post_store.note_turn(db, outlook.number, outlook.turn.after)
        if outlook.turn.stops:
            await switch(association, db, now=self._house.clock.now(), on=False)
            await self._tell_stopped(association, db, heard)
        if outlook.turn.hindered:
            await self._tell_once(association, db, _HINDERED)
        if subject is not None and content is not None:
            await posts.ask(self._house, db, subject, content, heard.place, planned_at=job.planned_at)
            for told in (_EMPTY, _HINDERED):
                await meta.drop(db, told)

    async def _content(self, association: Association, outlook: Outlook) -> Content | None:
        subject = outlook.subject
        return None if subject is None else await subjects.content(self._house, association, subject)

    async def _tell_once(self, association: Association, db: Connection, report: str) -> None:
        """Tell organisers why nothing is asked, once until that is over."""
        if await meta.note_once(db, report):
            await self._house.reports(association, db, report)

    async def _tell_stopped(self, association: Association, db: Connection, heard: Heard) -> None:
        place = association.preferences[prefs.ORGANISERS_CHANNEL]
        if place is not None:
            reference = {"advice": self._advice(association, heard)}
            await self._house.outbox.put(db, STOPPED, Operation.POST, channel_id=place, reference=reference)

    def _advice(self, association: Association, heard: Heard) -> str:
        """The one thing that is most likely to help: another room, somebody who answers first, fewer questions."""
        now = self._house.clock.now()
        if heard.last_human_at is None or now - heard.last_human_at > SILENT:
            return "place"
        return "rhythm" if preferences.host(association.preferences) is not None else "host"

    async def _render_stopped(self, association: Association, row: Row) -> Rendered | None:
        """Nothing when organisers took it up again meanwhile."""
        _, state = await post_store.ritual(association.read())
        if state.level is not Level.STOPPED:
            return None
        return Rendered(cards.stopped(association.words, row.reference["advice"]))

    async def _tidy(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """What is settled, or was taken away by whoever wrote it, is shown no more; what is old is forgotten."""
        now = self._house.clock.now()
        for post in await post_store.shown(db):
            if await self._is_over(association, post):
                await posts.show_again(self._house, db, post)
                await post_store.forget_author(db, post.id)
        await post_store.sweep(db, now - YEAR)

    async def _is_over(self, association: Association, post: Post) -> bool:
        return await posts.content_of(self._house, association, post) is None
