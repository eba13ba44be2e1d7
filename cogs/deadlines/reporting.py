"""A date that looks wrong: a member says so, organisers see what and never who, and settle it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.errors import Refusal
from bot.people import members
from bot.schedule import jobs
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.cards import button
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import clean, fold, says_something
from cogs.deadlines import cards, letter_cards, report_cards, report_store
from cogs.deadlines.answering import own
from cogs.deadlines.dates import dates
from cogs.deadlines.entries import Entry, Outcome, Report
from cogs.deadlines.report_cards import REPORTS

LINE: Final = "deadlines:report"
"""The kind of the line to organisers."""
SETTLED: Final = "deadlines:settled"
"""The kind of letter to whoever reported it; its key is the report's id."""
WHICH: Final = 150
WHAT: Final = 600
"""Characters of a report, at most."""
PART: Final = 4
"""Characters of a title from which on it may be meant."""
AT_ONCE: Final = 5
"""Reports of one member that wait, at most."""
AGAIN: Final = "deadlines:report_again"
"""The kind of job that tells organisers once more of what they did not settle; its key is the report's id."""
PATIENCE: Final = 5
"""After how many working days."""

FORM: Final = declare(
    Form(
        "deadlines:reported",
        "deadlines-report-form",
        (Field("which", required=True, limit=WHICH), Field("what", required=True, long=True, limit=WHAT)),
    )
)


@action("deadlines:report", opens_form=True)
async def report(press: Press, entry: str) -> None:
    """Ask which date, and what is wrong; `entry` is empty when that isn't known yet."""
    await _open(press, f"deadlines:report:{entry}", entry)


@action("deadlines:report_reminded", opens_form=True)
async def report_reminded(press: Press, reminder_id: int) -> None:
    """The same, from a reminder."""
    db = press.association.read()
    written = await own(press, db, reminder_id)
    here = await dates(press.house, press.association, db)
    deadline, words = here.named(written.deadline, written.day), press.words
    which = f"{deadline.title(words.language)}, {cards.days(words, deadline.day)}" if deadline is not None else ""
    entry = deadline.entry.id if deadline is not None else ""
    await _open(press, f"deadlines:report_reminded:{reminder_id}", entry, which)


async def _open(press: Press, act: str, entry: str, which: str = "") -> None:
    if not await notice.accepted(press, act):
        return
    if _is_full(await report_store.of_member(press.association.read(), press.user_id)):
        raise Refusal("deadlines-report-full", offers=("deadlines:mine",), most=AT_ONCE)
    if entry and not which:
        here = await dates(press.house, press.association, press.association.read())
        known = here.book.entries.get(entry)
        which = known.titles[press.words.language] if known is not None else ""
    await press.open(FORM, entry, values={"which": which})


@action("deadlines:reported", reaches=True)
async def reported(press: Press, entry: str) -> None:
    """Keep it, and tell organisers."""
    which, what = _read(press, "which"), _read(press, "what")
    association, words = press.association, press.words
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, f"deadlines:report:{entry}")
        full = _is_full(await report_store.of_member(db, press.user_id))
        number = 0 if full else await _keep(press, db, entry, which, what)
    if full:  # no "Corriger": it would be refused again
        await press.show(report_cards.full(words, AT_ONCE, f"{which}\n{what}"), replace=False)
        return
    kept = association.preferences[prefs.ORGANISERS_CHANNEL] is None
    said = words("deadlines-reported-kept" if kept else "deadlines-reported")
    undo = button(words.plain("deadlines-report-withdraw"), custom_id("deadlines:withdraw", number))
    await press.show(cards.noted(words, said, undo), replace=False)
    await press.house.outbox.send_now(association, patience=0)


async def _keep(press: Press, db: Connection, entry: str, which: str, what: str) -> int:
    """Keep a report, and tell organisers, once more after some days; its id."""
    association, house, now = press.association, press.house, press.now()
    here = await dates(house, association, db)
    meant = entry if entry in here.book.entries else _meant(which, here.in_use)
    number = await report_store.add(db, press.user_id, meant, which, what, now)
    await _tell(house, association, db, number)
    later = here.quiet.after_working_days(now, PATIENCE)
    await jobs.plan(db, AGAIN, str(number), due_at=later)
    return number


async def _tell(house: House, association: Association, db: Connection, number: int, *, again: bool = False) -> None:
    place = association.preferences[prefs.ORGANISERS_CHANNEL]
    if place is not None:
        reference = {"report": number, "again": again}
        await house.outbox.put(db, LINE, Operation.POST, channel_id=place, reference=reference)


def _read(press: Press, field: str) -> str:
    said = clean(press.fields.get(field, ""), lines=field == "what")
    if not says_something(said):
        raise Refusal("deadlines-report-blank", field=field)
    return said[: WHICH if field == "which" else WHAT]


def _is_full(theirs: Iterable[Report]) -> bool:
    return sum(one.settled_at is None for one in theirs) >= AT_ONCE


def _meant(which: str, entries: Iterable[Entry]) -> str:
    """The entry whose title somebody wrote, or so much of it that no other is meant; empty when there is none."""
    said, titles = fold(which), {e.id: [fold(title) for title in e.titles.values()] for e in entries}
    whole = [code for code, known in titles.items() if any(title in said for title in known)]
    part = [code for code, known in titles.items() if any(said in title for title in known)]
    return whole[0] if whole else part[0] if len(part) == 1 and len(said) >= PART else ""


@action("deadlines:reports")
async def show_reports(press: Press, number: int) -> None:
    """A page of what nobody took care of."""
    press.require_organiser()
    db = press.association.read()
    here = await dates(press.house, press.association, db)
    page = page_of(await report_store.waiting(db), number, REPORTS)
    await press.show(report_cards.reports(press.words, page, here.book.entries))


@action("deadlines:settle")
async def settle(press: Press, outcome: str, report_id: int) -> None:
    """It is taken care of; whoever reported it is told what came of it."""
    press.require_organiser()
    if outcome not in {Outcome.CORRECTED, Outcome.UNCHANGED}:
        raise Refusal("kernel-stale-press")
    house, association = press.house, press.association
    async with association.transaction() as db:
        found = await report_store.get(db, report_id)
        if found is None or not await report_store.settle(db, report_id, Outcome(outcome), press.now()):
            raise Refusal("deadlines-report-over")
        await jobs.cancel(db, AGAIN, str(report_id))
        if found.channel_id is not None and found.message_id is not None:
            await house.outbox.put(db, LINE, Operation.EDIT, channel_id=found.channel_id, message_id=found.message_id)
        await house.contact.write(association, db, found.member_id, SETTLED, str(report_id))
    message = press.interaction.message
    if message is not None and message.flags.ephemeral:
        await show_reports(press, 0)
    else:
        await press.answer("deadlines-settled")
    await house.outbox.send_now(association, patience=0)


async def take_down(house: House, db: Connection, channel_id: int | None, message_id: int | None) -> None:
    """Delete a report's line, if it stands somewhere."""
    if channel_id is not None and message_id is not None:
        await house.outbox.put(db, LINE, Operation.DELETE, channel_id=channel_id, message_id=message_id)


class Reports:
    """The line to organisers, and the word to whoever wrote; both go with their author's data."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(LINE, self._render, self._sent))
        house.contact.register(LetterKind(SETTLED, Weight.MATTER, self._render_letter))
        house.jobs.register(JobKind(AGAIN, self._again, late=Late.DO))

    async def _again(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Nobody settled it: its line is posted anew."""
        found = await report_store.get(db, int(job.key))
        if found is not None and found.settled_at is None:
            await _tell(self._house, association, db, found.id, again=True)

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        db, words = association.read(), association.words
        found = await self._report(db, row)
        if found is None or (row.operation is Operation.POST and found.settled_at is not None):
            return None
        here = await dates(self._house, association, db)
        entry = here.book.entries.get(found.entry)
        coming = next(iter(here.days_of(entry)), None) if entry is not None else None
        again = bool(row.reference.get("again"))
        return Rendered(report_cards.report_line(words, found, entry, coming, again=again))

    async def _report(self, db: Connection, row: Row) -> Report | None:
        number = row.reference.get("report")
        if number is not None:
            return await report_store.get(db, int(number))
        return await report_store.at(db, row.message_id or 0)

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        if row.operation is not Operation.POST:
            return
        number = int(row.reference["report"])
        found = await report_store.get(db, number)
        if found is None:  # erased while it was on its way
            await take_down(self._house, db, sent.channel_id, sent.message_id)
            return
        if found.message_id != sent.message_id:  # one line a report
            await take_down(self._house, db, found.channel_id, found.message_id)
        await report_store.stands(db, number, sent.channel_id, sent.message_id)
        if found.settled_at is not None:
            await self._house.outbox.put(
                db, LINE, Operation.EDIT, channel_id=sent.channel_id, message_id=sent.message_id
            )

    async def _render_letter(self, association: Association, letter: Letter) -> Piece | None:
        found = await report_store.get(association.read(), int(letter.key))
        if found is None:
            return None
        return Piece(letter_cards.settled(association.words_in(letter.language), found))
