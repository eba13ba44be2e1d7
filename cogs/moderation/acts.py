"""The acts of a case towards a member: chosen piece by piece, said in a word, done. Each press checks anew that whoever
acts may open this case and takes care of it."""

from __future__ import annotations

from typing import Final

from bot.delivery import waiting
from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import clean, says_something
from cogs.moderation import act_cards, act_rules, act_store, case_store, measures, people, told
from cogs.moderation.act_rules import Measure, checked
from cogs.moderation.handling import handled
from cogs.moderation.names import is_named
from cogs.moderation.rules import Act, Case, Entry, Reader, Someone, without_ids

FORM: Final = declare(
    Form("moderation:act_written", "acts-form", (Field("word", required=True, long=True, limit=act_rules.WORD),))
)
TAKES_DOWN: Final = frozenset({Act.REMOVED, Act.HIDDEN})
"""The acts by which something goes that stands on Discord."""


@action("moderation:acts")
async def begin(press: Press, case_id: int, person: int) -> None:
    """What can be done towards somebody."""
    await _show(press, Measure(case_id, person))


@action("moderation:act_choose")
async def choose(
    press: Press, field: str, case_id: int, person: int, act: str, rule: str, features: int, length: str
) -> None:
    """One more piece is chosen."""
    measure = checked(Measure(case_id, person, act, rule, features, length))
    await _show(press, measure.chose(field, press.selected))


async def _show(press: Press, measure: Measure) -> None:
    db = press.association.read()
    reader = await people.reader_of(press)
    case = await handled(db, measure.case_id, reader)
    who = act_rules.target(case, measure.person)
    possible = await _possible(press, db, case, who, reader)
    closed = await act_store.closed(db, case.id, who.alias, press.now())  # not what another case led to
    await press.show(act_cards.prepare(press.words, case, measure, possible, closed))


async def _possible(press: Press, db: Connection, case: Case, who: Someone, reader: Reader) -> set[Act]:
    """What can be done, and by whom: Discord's timeout is the organisers' to ask for."""
    found = await measures.possible(press.house, press.association, db, case, who)
    return found if reader.organiser else found - {Act.SILENCED}


@action("moderation:act_write", opens_form=True)
async def write(press: Press, case_id: int, person: int, act: str, rule: str, features: int, length: str) -> None:
    """Open the form for what the person concerned is told; whom the report only speaks of is asked about first."""
    measure = _complete(Measure(case_id, person, act, rule, features, length))
    case = await handled(press.association.read(), case_id, await people.reader_of(press))
    if act_rules.is_only_named(case, measure):
        await press.show(act_cards.only_named(press.words, case, measure))
    else:
        await press.open(FORM, *(str(code) for code in measure.codes))


@action("moderation:act_write_named", opens_form=True)
async def write_all_the_same(
    press: Press, case_id: int, person: int, act: str, rule: str, features: int, length: str
) -> None:
    """The same, once that was asked."""
    measure = _complete(Measure(case_id, person, act, rule, features, length))
    await handled(press.association.read(), case_id, await people.reader_of(press))
    await press.open(FORM, *(str(code) for code in measure.codes))


@action("moderation:act_written")
async def written(press: Press, case_id: int, person: int, act: str, rule: str, features: int, length: str) -> None:
    """Do it."""
    measure = _complete(Measure(case_id, person, act, rule, features, length))
    word = _word(press)
    await press.defer()
    reader, db = await people.reader_of(press), press.association.read()
    case = await handled(db, case_id, reader)
    await _check_possible(press, db, measure, case, reader)
    await _check_reporter_unnamed(press, case, word)
    if act == Act.SILENCED:
        await _silence(press, measure, case, reader, word)
    before = await waiting.newest(db)
    try:
        entry, hears = await _record(press, measure, reader, word)
    except Exception:
        if act == Act.SILENCED:
            await _take_back(press, act_rules.target(case, person))
        raise
    await press.house.outbox.send_now(press.association)
    waits = entry.act in TAKES_DOWN and await waiting.unfinished(db, before)
    await press.show(act_cards.done(press.words, case, entry, told=hears, waits=waits))


async def _check_possible(press: Press, db: Connection, measure: Measure, case: Case, reader: Reader) -> None:
    possible = await _possible(press, db, case, act_rules.target(case, measure.person), reader)
    if measure.act not in possible:
        raise Refusal("acts-card-gone" if measure.act == Act.REMOVED else "acts-not-here")


async def _check_reporter_unnamed(press: Press, case: Case, word: str) -> None:
    """Raise `Refusal` for a word that says who reported it: the person concerned must never learn that."""
    reporter = case.reporter.id
    found = await people.reader(press.house, press.association, reporter) if reporter is not None else None
    if found is not None and is_named(word, found.names):
        raise Refusal("acts-names-reporter")


def _complete(measure: Measure) -> Measure:
    if not checked(measure).complete:
        raise Refusal("kernel-stale-press")
    return measure


def _word(press: Press) -> str:
    """What the person concerned is told. Nobody is named in it by an id or a mention."""
    word = without_ids(clean(press.fields.get("word", "")))
    if not says_something(word):
        raise Refusal("acts-word-missing")
    return word


async def _silence(press: Press, measure: Measure, case: Case, reader: Reader, word: str) -> None:
    """Ask Discord first: what it refuses was never decided. One that holds for longer is not made shorter."""
    who, until = act_rules.target(case, measure.person), measure.detail(press.now())["until"]
    db = press.association.read()
    before = await case_store.entries(db, case.id)
    if act_rules.is_again(before, measure, Someone(reader.id, reader.alias), who, word, press.now()):
        raise Refusal("acts-again")
    longest = max(until, await act_store.silenced_until(db, who.alias, press.now()) or 0)
    await measures.silence(press.house, press.association, who.id, longest)


async def _take_back(press: Press, who: Someone) -> None:
    """It could not be written down: Discord's timeout is again what was decided before. Raises `Refusal` when whoever
    acts must look at it themselves."""
    try:
        await measures.silence_as_decided(press.house, press.association, who)
    except Refusal as refused:
        raise Refusal("acts-silence-undecided") from refused


async def _record(press: Press, measure: Measure, reader: Reader, word: str) -> tuple[Entry, bool]:
    """Write it down and do it; whether the person will hear of it."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        case = await handled(db, measure.case_id, reader)
        by = await people.noted(house, association, db, press.user_id)
        entry = await measures.carry_out(house, association, db, case, measure, by, word)
        return entry, await told.tell(house, association, db, entry)


@action("moderation:act_part")
async def part(press: Press, case_id: int, person: int, other: int) -> None:
    """Two people of a case are no longer brought together; neither is told."""
    house, association, reader = press.house, press.association, await people.reader_of(press)
    async with association.transaction() as db:
        case = await handled(db, case_id, reader)
        who = act_rules.target(case, person)
        found = act_rules.to_part(case, who)
        if other >= len(found):
            raise Refusal("kernel-stale-press")
        by = await people.noted(house, association, db, press.user_id)
        entry = await measures.part(db, case, by, who, found[other], press.now())
    await press.show(act_cards.done(press.words, case, entry, told=False))
