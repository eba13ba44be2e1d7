"""What stories about deadlines share: people who follow topics, mornings that come, letters, organisers at work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.people import members
from tests.world import Answer, World, components_of, message_of, text_of

PARIS: Final = ZoneInfo("Europe/Paris")
MORNING: Final = "09:01"
"""After the daily look."""


async def come_to(world: World, local: str) -> None:
    """It is that time in Paris; the heart beats until nothing is left to do."""
    await _go_to(world, datetime.fromisoformat(local))
    await beats(world)


async def _go_to(world: World, local: datetime) -> None:
    at = local.replace(tzinfo=PARIS).astimezone(UTC)
    await world.env.advance_time((at - world.env.now()).total_seconds())


async def beats(world: World) -> None:
    """A few heartbeats."""
    for _ in range(3):
        await world.beat()


async def mornings(world: World, first: str, last: str) -> None:
    """Every morning from a day to another comes, and the heart beats."""
    day = datetime.fromisoformat(f"{first} {MORNING}")
    while day <= datetime.fromisoformat(f"{last} {MORNING}"):
        await _go_to(world, day)
        await world.beat()
        day += timedelta(days=1)


async def member(world: World, name: str) -> MemberActor:
    """Somebody who is here and accepted the notice."""
    who = world.join(name)
    await world.env.settle()
    async with world.association.transaction() as db:
        await members.accept_notice(db, who.id, world.clock.now())
    return who


async def follow(world: World, who: MemberActor, *topics: str) -> InteractionResult:
    """Somebody follows these topics, and no other."""
    shown = await who.slash(world.lounge, "echeances suivre")
    return await who.select(message_of(shown), list(topics), custom_id="deadlines:follow:0")


def inbox(who: MemberActor) -> list[discord.Message]:
    """Somebody's direct messages."""
    return who.user.dm_channel.history()


def letters(who: MemberActor) -> list[str]:
    """What the bot wrote to somebody."""
    return [text_of(message) for message in inbox(who)]


def close_messages(world: World, who: MemberActor) -> None:
    """Somebody takes no direct messages."""
    world.env.inject_error("POST", f"/channels/{who.user.dm_channel.id}/messages", status=403, code=50007, times=None)


def select_of(answer: Answer, act: str) -> str:
    """The custom id of the select that begins with an act."""
    found = [c["custom_id"] for c in components_of(answer) if str(c.get("custom_id", "")).startswith(act)]
    assert len(found) == 1, found
    return str(found[0])


def options(answer: Answer, act: str) -> list[str]:
    """What a select offers."""
    custom_id = select_of(answer, act)
    entries: list[dict[str, Any]] = next(c["options"] for c in components_of(answer) if c.get("custom_id") == custom_id)
    return [str(option["value"]) for option in entries]


async def choose(who: MemberActor, answer: Answer, act: str, value: str) -> InteractionResult:
    """Somebody chooses from the select that begins with an act."""
    return await who.select(message_of(answer), [value], custom_id=select_of(answer, act))


async def type_date(world: World, year: int, entry: str, key: str, day: str) -> InteractionResult:
    """An organiser types a date of a year."""
    shown = await world.organiser.slash(world.office, "echeances-orga dates")
    if f"deadlines:date_form:{year}" not in {c.get("custom_id") for c in components_of(shown)}:
        shown = await world.organiser.click(message_of(shown), custom_id=f"deadlines:dates_of:{year}")
    form = await choose(world.organiser, shown, "deadlines:date_form", f"{entry}.{key}")
    return await world.organiser.submit_modal(form, {"day": day})


async def correct(world: World, entry: str, named: str, day: str, why: str = "") -> InteractionResult:
    """An organiser corrects a date of an entry."""
    listed = await world.organiser.slash(world.office, "echeances-orga corriger")
    opened = await choose(world.organiser, listed, "deadlines:entry_choose", entry)
    form = await choose(world.organiser, opened, "deadlines:correct_form", named)
    return await world.organiser.submit_modal(form, {"day": day, "why": why})


def lines_to_team(world: World) -> list[discord.Message]:
    """What stands in the organisers' channel, without the panel."""
    return [message for message in world.office.history() if message.components][1:]
