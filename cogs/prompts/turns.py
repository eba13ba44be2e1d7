"""What a turn of the ritual comes to: whether something is asked, and what. The same for the turn itself and for a
look ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.delivery import waiting
from bot.schedule import schedules
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.prompts import pace, post_store, preferences, rules, subjects
from cogs.prompts.hearing import Heard
from cogs.prompts.pace import Turn, Verdict
from cogs.prompts.rules import YEAR, Subject

ASK: Final = "prompts:ask"
"""The kind of the schedule's job."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A turn by its number, and what would be asked; None also where there is nothing left to ask."""

    number: int
    turn: Turn
    subject: Subject | None


async def is_on(db: Connection) -> bool:
    """Whether the ritual is switched on."""
    schedule = await schedules.get(db, ASK)
    return schedule is not None and schedule.active


def room(house: House, association: Association, heard: Heard, *, own_last: bool, planned_at: int | None) -> Verdict:
    """Whether the room bears a question now that was `planned_at`, if it was; `own_last`: the last word is ours."""
    now, quiet = house.clock.now(), association.quiet_hours
    return pace.may_post(
        now,
        heard.last_human_at,
        own_posted_last=own_last,
        lively_hours=preferences.lively_hours(association.preferences),
        paused=association.preferences[prefs.SUSPENDED],
        # organisers chose the hour; only what comes late keeps quiet hours
        quiet=planned_at is not None and quiet.over_at(planned_at) == planned_at and quiet.over_at(now) != now,
    )


async def look(
    house: House, association: Association, db: Connection, heard: Heard, day: str, *, planned_at: int | None = None
) -> Outlook:
    """The turn that is named by a local date (ISO), as it would turn out now; it was `planned_at`, if it was. With its
    end the ritual is switched off: a turn that comes all the same was switched on again."""
    last, before = await post_store.ritual(db)
    number, own_last = last + 1, heard.own_posted_last or await waiting.speaks(db, heard.place, since=heard.at)
    verdict = room(house, association, heard, own_last=own_last, planned_at=planned_at)
    turn = pace.take_turn(before.resumed(), number, verdict, answered=heard.answered, spoken_since=heard.spoken_since)
    asks = turn.verdict is Verdict.ASK
    return Outlook(number, turn, await subject(house, association, db, heard, day) if asks else None)


async def subject(house: House, association: Association, db: Connection, heard: Heard, day: str) -> Subject | None:
    """What a turn, named by its local date, would ask about if the room were ready; None where nothing is left."""
    now = house.clock.now()
    return rules.choose(
        await subjects.there_are(house, association, db, heard.unanswered),
        await post_store.history(db, now - YEAR),
        preferences.themes(association.preferences),
        now=now,
        seed=f"{association.guild_id} {day}",
    )
