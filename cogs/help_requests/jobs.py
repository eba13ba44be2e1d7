"""What happens when a request waits: others are asked, its asker is asked, it is set aside, organisers are told.

One job an association looks after all that everybody sees. Private requests have another one, which comes every hour
whether or not there are any: nothing in "Prochains envois" tells of them, but the letters that then leave.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Rendered, Row
from bot.people import routing
from bot.schedule import jobs
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import features, publications
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.help_requests import cards, letters, pace, people_store, places, posts, rounds, store
from cogs.help_requests.pace import Times
from cogs.help_requests.posts import UNANSWERED
from cogs.help_requests.preferences import pace as chosen
from cogs.help_requests.rules import Request, State

CARE: Final = "help_requests:care"
TIDY: Final = "help_requests:tidy"
PRIVATE_CARE: Final = "help_requests:private-care"
LOOKED_AT: Final = 100
"""At how many threads one run looks for an answer: each costs a question to Discord."""


async def look_after(house: House, association: Association, db: Connection, request_id: int) -> None:
    """A request is new, or open again: what is due for it will be seen to."""
    request = await store.get(db, request_id)
    organisers = (await _times(association, db, request)).organisers if request is not None else None
    if request is not None and organisers is not None:
        key = str(request.id)
        await jobs.plan(db, UNANSWERED, key, due_at=organisers, member_id=request.asker_id, keep=True)
    await plan(house, association, db)


async def plan(house: House, association: Association, db: Connection, *, keep: bool = False) -> None:
    """Look again when the next step of what everybody sees is due, on the next working day at the latest."""
    now = house.clock.now()
    waiting = [request for request in await store.wanted(db) if not request.private]
    if not waiting:
        await jobs.cancel(db, CARE, "")
        return
    begun = [request for request in waiting if await _has_begun(db, request)]
    steps = [(await _times(association, db, request)).after(now) for request in begun]
    due_at = min([*steps, association.quiet_hours.after_working_days(now, 1)])
    await jobs.plan(db, CARE, "", due_at=due_at, keep=keep)


async def _begun(db: Connection) -> list[Request]:
    """The requests for which help is welcome and that people could see by now."""
    return [request for request in await store.wanted(db) if await _has_begun(db, request)]


async def _has_begun(db: Connection, request: Request) -> bool:
    """Whether people could see a request yet: one that waits for a channel waits for nobody."""
    if request.private or request.round:
        return True
    standing = await publications.get(db, places.CARD, request.id)
    return standing is not None and standing.message_id is not None


async def for_digest(association: Association, db: Connection, now: int) -> list[Request]:
    """Requests that nobody answered for so long that the digest speaks of them, by subject; never a private one."""
    if not features.is_on(association, "help_requests"):
        return []
    listed = [request for request in await store.listed(db) if await _has_begun(db, request)]
    found = [(request, await _times(association, db, request)) for request in listed]
    return [request for request, times in found if times.digest is not None and times.digest <= now]


async def for_team(house: House, association: Association) -> list[Request]:
    """Requests that wait for so long that organisers hear of them, and that nobody answered yet. Asks Discord."""
    db, found = association.read(), []
    for request in (await store.listed(db))[:LOOKED_AT]:
        at = (await _times(association, db, request)).organisers
        overdue = at is not None and at <= house.clock.now() and await _has_begun(db, request)
        if overdue and not await _is_answered(house, db, request.id):
            found.append(request)
    return found


async def _times(association: Association, db: Connection, request: Request) -> Times:
    last = await people_store.last_asked(db, request.id)
    return pace.times(request, last, association.quiet_hours, chosen(association.preferences))


async def _is_answered(house: House, db: Connection, request_id: int) -> bool:
    """Whether a human answered a card that stands. Asks Discord."""
    standing = await house.publications.get(db, places.CARD, request_id)
    return standing is not None and standing.message_id is not None and await house.publications.has_answer(standing)


class Care:
    """Looks after every request for which help is welcome."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(CARE, self.decide, gather=self.gather, late=Late.DO, sends=True))
        house.jobs.register(JobKind(TIDY, self._tidy, every=DAY))
        house.jobs.register(JobKind(PRIVATE_CARE, self._decide_privately, every=HOUR))

    async def gather(self, association: Association, job: Job) -> set[int]:  # noqa: ARG002 (the shape of a Gather)
        """The requests, of those for which something is due, that a human answered."""
        db, found = association.read(), set()
        for request in (await self._due(association, db))[:LOOKED_AT]:
            if await _is_answered(self._house, db, request.id):
                found.add(request.id)
        return found

    async def _due(self, association: Association, db: Connection) -> list[Request]:
        now = self._house.clock.now()
        found = []
        for request in await store.wanted(db):
            times = await _times(association, db, request)
            steps = (times.others, times.first_question, times.dry)
            if not request.private and not request.answered and any(at is not None and at <= now for at in steps):
                found.append(request)
        return found

    async def decide(self, association: Association, db: Connection, job: Job, answered: Collection[int]) -> None:  # noqa: ARG002
        """Take each step that is due for what everybody sees."""
        for request_id in answered:
            await store.note_answered(db, request_id, self._house.clock.now())
        await self._take_steps(association, db, private=False)
        await plan(self._house, association, db)

    async def _decide_privately(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Take each step that is due for private requests; none while everything rests."""
        if not association.preferences[prefs.SUSPENDED]:
            await self._take_steps(association, db, private=True)

    async def _take_steps(self, association: Association, db: Connection, *, private: bool) -> None:
        now = self._house.clock.now()
        waiting = {request.id: request for request in await _begun(db) if request.private is private}
        times = {request.id: await _times(association, db, request) for request in waiting.values()}
        aside = {request_id for request_id, steps in times.items() if steps.aside <= now}
        for request_id in aside:
            await posts.settle(self._house, association, db, waiting.pop(request_id), State.ASIDE)
        reached = await self._ask_others(association, db, waiting.values(), times)
        for request in waiting.values():
            await self._ask_asker(association, db, request, times[request.id], reached.get(request.id))

    async def _ask_others(
        self, association: Association, db: Connection, waiting: Iterable[Request], times: dict[int, Times]
    ) -> dict[int, int]:
        """Ask the next people for each request that waited long enough, newcomers' first; how many for each."""
        now, house = self._house.clock.now(), self._house
        due = {}
        for request in waiting:
            others = times[request.id].others
            if others is not None and others <= now and await self._has_place(db, request):
                due[request.id] = request
        routed = [await rounds.as_routed(house, association, db, request) for request in due.values()]
        in_order = routing.order_requests(routed)
        return {one.id: await rounds.ask(house, association, db, due[one.id]) for one in in_order}

    async def _has_place(self, db: Connection, request: Request) -> bool:
        """Whether who says yes finds a conversation; a private request gets its own then."""
        standing = await self._house.publications.get(db, places.CARD, request.id)
        return request.private or (standing is not None and standing.message_id is not None)

    async def _ask_asker(
        self, association: Association, db: Connection, request: Request, times: Times, reached: int | None
    ) -> None:
        """Ask how it stands, once at each time; tell of other networks when nobody is left to ask."""
        now, contact = self._house.clock.now(), self._house.contact
        first = times.first_question is not None and times.first_question <= now
        which = 2 if times.second_question <= now else 1 if first else 0
        if which:
            key = letters.still_key(request, which)
            await contact.write(association, db, request.asker_id, letters.STILL, key)
        nobody_left = times.others is None or (times.others <= now and not reached)
        if times.dry is not None and times.dry <= now and nobody_left:
            await contact.write(association, db, request.asker_id, letters.DRY, letters.opening(request))

    async def _tidy(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Somebody skipped a look: the next one still comes."""
        await plan(self._house, association, db, keep=True)


class Unanswered:
    """A request that nobody answered for a week gives organisers one line, once, never with who was asked. A private
    one gives none."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(UNANSWERED, self._render))
        house.jobs.register(
            JobKind(
                UNANSWERED,
                self.decide,
                gather=self.gather,
                late=Late.SKIP,
                grace=7 * DAY,
                sends=True,
                preview=self.preview,
            )
        )

    async def gather(self, association: Association, job: Job) -> bool:
        """Whether a human answered."""
        return await _is_answered(self._house, association.read(), int(job.key))

    async def preview(self, association: Association, job: Job) -> discord.ui.LayoutView | None:
        """The line, if it were due now."""
        url = await self._url(association, int(job.key))
        return None if url is None or await self.gather(association, job) else cards.unanswered(association.words, url)

    async def decide(self, association: Association, db: Connection, job: Job, has_answer: bool) -> None:
        """Write the line, unless the request was answered or is over; later, when it came to be seen later."""
        request, place = await letters.wanted(db, int(job.key)), association.preferences[prefs.ORGANISERS_CHANNEL]
        if request is None or place is None or request.private or request.answered:
            return
        now = self._house.clock.now()
        later = await self._later(association, db, request, now)
        if later is not None:
            await jobs.plan(db, UNANSWERED, job.key, due_at=later, member_id=request.asker_id)
            return
        if has_answer:
            await store.note_answered(db, request.id, now)
            return
        reference = {"request": request.id}
        await self._house.outbox.put(db, UNANSWERED, Operation.POST, channel_id=place, reference=reference)

    async def _later(self, association: Association, db: Connection, request: Request, now: int) -> int | None:
        """When a request will have waited long enough before everybody; None when it has."""
        at = (await _times(association, db, request)).organisers
        if at is None or not await _has_begun(db, request):
            return now + DAY
        return at if at > now else None

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        url = await self._url(association, int(row.reference["request"]))
        return None if url is None else Rendered(cards.unanswered(association.words, url))

    async def _url(self, association: Association, request_id: int) -> str | None:
        request = await letters.wanted(association.read(), request_id)
        if request is None or request.private:
            return None
        return await places.url(self._house, association, association.read(), request)
