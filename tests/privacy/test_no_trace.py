"""A lively month, then Zoé erases herself: no row, no word, no number of hers is left, in the file, in backups once
they were rotated, in logs, in what the bot said on the server."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.logs import JsonLines
from bot.people.lifecycle import person_columns
from bot.schedule.clock import DAY
from tests.lively import SECRET, Month
from tests.world import World

NOT_LIVED = {
    ("newcomers", "member_id"): "gone once somebody introduced themselves",
    ("outbox", "member_id"): "gone once it was sent",
    ("contact_refusals", "member_id"): "a code of what she won't be asked again, and no word",
    ("help_asked", "named_by"): "whoever knows somebody has to be asked first, which chance decides",
    ("coffee_invitations", "asker_id"): "half a year after a coffee",
    ("coffee_invitations", "other_id"): "half a year after a coffee",
}
"""Where a person can be named that no month reaches; `tests/people/test_lifecycle.py` erases those too."""
REPORTS = 3
"""Of the month: one by her, one about her, one that she takes care of."""
PRIVATE = 64
"""Discord's mark of an answer that one person sees."""
ROTATED = (*[7 * DAY] * 5, *[DAY] * 8)
"""Nights after which no copy is left that is older than them, in seconds between them."""


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """All that the bot logs meanwhile, down to DEBUG, as it is written."""
    lines, house = io.StringIO(), logging.getLogger("bot")
    handler, before = logging.StreamHandler(lines), house.level
    handler.setFormatter(JsonLines())
    house.addHandler(handler)
    house.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        house.removeHandler(handler)
        house.setLevel(before)


def traces(member_id: int) -> list[bytes]:
    """What is left of somebody when something is: words, stems, their number as text and as SQLite writes it."""
    return [SECRET.encode(), SECRET[:-1].encode(), str(member_id).encode(), member_id.to_bytes(8, "big")]


def found(world: World, member_id: int) -> list[str]:
    """The files that hold something of somebody."""
    files = [path for path in world.settings.data_dir.rglob("*") if path.is_file()]
    assert [path for path in files if path.parent.name == "backups"], "no copy was made"
    return [str(path) for path in files if any(trace in path.read_bytes() for trace in traces(member_id))]


def said(world: World, member_id: int) -> list[str]:
    """What stands in the bot's name, on the server and in letters to others, and still says something of somebody.
    Private answers and letters to this person aside: what was sent to them is theirs."""
    backend = world.env.backend
    standing = [
        str(message.components) + (message.content or "")
        for channel_id, messages in backend.messages.items()
        for message in messages.values()
        if channel_id != backend.dm_channels.get(member_id) and message.author_id == backend.bot_user.id
        if not message.type and not message.flags & PRIVATE
    ]
    return [text for text in standing if SECRET in text or str(member_id) in text]


async def unlived(world: World, member_id: int) -> set[tuple[str, str]]:
    """Where a person can be named and this one is not (table, column)."""
    db = world.association.read()
    return {
        (table, column)
        for table, column in await person_columns(db)
        if not await db.value(f"SELECT count(*) FROM {table} WHERE {column} = :id", id=member_id)
    }


async def test_a_lively_month_leaves_no_trace_of_whoever_erases_herself(world: World) -> None:
    with logged() as lines:
        month = Month(world)
        await month.live()
        zoe = month.zoe.id
        assert await unlived(world, zoe) <= set(NOT_LIVED)
        assert found(world, zoe)
        assert said(world, zoe)
        await month.erase_herself()
        for seconds in ROTATED:
            await world.later(seconds)
        db = world.association.read()
        assert await db.value("SELECT count(*) FROM members") >= len(month.others)
        assert await db.value("SELECT count(*) FROM cases") == REPORTS  # sealed: a hash stands for her
        assert found(world, zoe) == []
        assert said(world, zoe) == []
    text = lines.getvalue()
    assert '"level": "info"' in text
    assert [line for line in text.splitlines() if SECRET in line or str(zoe) in line] == []
