"""What a digest says now: of one that was decided, and of the last seven days."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.ui.sections import Section, Span
from bot.words.i18n import Words
from cogs.digest import rules, store
from cogs.digest.rules import Digest


def local_day(association: Association, instant: int) -> date:
    """The day where the association is."""
    return datetime.fromtimestamp(instant, UTC).astimezone(association.zone).date()


def day_of(association: Association, digest: Digest) -> date:
    """The local day on which a digest was made."""
    return local_day(association, digest.until)


async def next_span(association: Association, now: int) -> Span:
    """What a digest that is made now tells of."""
    return Span(rules.since(await store.told_until(association.read()), now), now)


def running(now: int) -> Span:
    """The last seven days, this second included."""
    return Span(now - rules.WEEK, now + 1)


async def of(house: House, association: Association, words: Words, digest: Digest) -> list[Section]:
    """What is true now of what a digest tells. It may lose lines as people go, and get them back; it never shows
    anybody whom it did not show when it was decided."""
    named = await store.named(association.read(), digest.id)
    found = await house.sections.of(association, words, Span(digest.since, digest.until))
    kept = [
        Section(section.name, tuple(told for told in section.lines if named.issuperset(told.people)))
        for section in found
    ]
    return [section for section in kept if section.lines]


async def note_people(db: Connection, digest_id: int, sections: list[Section], now: int) -> None:
    """Keep whose name or words a digest shows, or would with more room."""
    people = {person for section in sections for told in section.lines for person in told.people}
    await store.name(db, digest_id, sorted(people), now)
