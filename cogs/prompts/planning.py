"""Organisers set the ritual: whether, when, where, about what; look ahead; skip a turn; take it up again."""

from __future__ import annotations

from typing import Any

import discord

from bot.errors import Refusal
from bot.people import members
from bot.schedule import due, schedules
from bot.storage import preferences as prefs
from bot.storage.database import Connection
from bot.storage.preferences import Preference, Preferences, choose, declared
from bot.ui.actions import action, custom_id
from bot.ui.confirm import confirmation
from bot.ui.press import Press
from bot.words.text import moment
from cogs.prompts import asking, list_cards, plan_cards, post_store, preferences, subjects, turns
from cogs.prompts.hearing import Trouble, listen
from cogs.prompts.pace import Level, Verdict
from cogs.prompts.plan_cards import Plan
from cogs.prompts.preferences import CHANNEL, HOST, LIVELY, THEMES
from cogs.prompts.rules import Content, Theme
from cogs.prompts.turns import ASK


@action("prompts:plan")
async def plan(press: Press) -> None:
    """The one card from which the ritual is run."""
    press.require_organiser()
    await press.show(plan_cards.plan(press.words, await _plan(press)))


async def _plan(press: Press) -> Plan:
    association, db = press.association, press.association.read()
    chosen, known = association.preferences, await schedules.get(db, ASK)
    coming = await asking.next_turn(db)
    _, state = await post_store.ritual(db)
    return Plan(
        active=known is not None and known.active,
        rhythm=known.rhythm if known is not None else asking.RHYTHM,
        next_at=coming.due_at if coming is not None else None,
        level=state.level,
        channel_id=chosen[CHANNEL],
        here=_place(press, chosen[CHANNEL]) is not None,
        themes=preferences.themes(chosen),
        lively=chosen[LIVELY],
        host=preferences.host(chosen),
        own_host=chosen[HOST] is not None,
        held=chosen[prefs.SUSPENDED],
        shared=chosen[CHANNEL] is not None and chosen[CHANNEL] == _digest_channel(chosen),
    )


def _digest_channel(chosen: Preferences) -> int | None:
    """Where the digest comes, if there is such a feature: it is known here by its preference alone."""
    preference = declared.get("digest-channel")
    return None if preference is None else chosen[preference]


def _place(press: Press, channel_id: int | None) -> discord.TextChannel | None:
    """A text channel of this server, or None."""
    guild = press.house.client.get_guild(press.association.guild_id)
    found = guild.get_channel(channel_id) if guild is not None and channel_id is not None else None
    return found if isinstance(found, discord.TextChannel) else None


@action("prompts:turn")
async def turn(press: Press, way: str) -> None:
    """Switch the ritual on, where there is a channel for it, or off."""
    press.require_organiser()
    await _switch(press, on=way == "on")
    await plan(press)


async def _switch(press: Press, *, on: bool) -> None:
    """What ended by itself begins at half the rhythm."""
    if on and _place(press, press.association.preferences[CHANNEL]) is None:
        raise Refusal("prompts-no-channel", offers=("prompts:plan",))
    async with press.association.transaction() as db:
        number, state = await post_store.ritual(db)
        await post_store.note_turn(db, number, state.resumed() if on else state)
        await asking.switch(press.association, db, now=press.now(), on=on)


@action("prompts:channel")
async def choose_channel(press: Press) -> None:
    """Say where: a text channel, since a forum holds posts and no conversation."""
    press.require_organiser()
    channel_id = int(press.choice) if press.choice.isdecimal() else 0
    if _place(press, channel_id) is None:
        raise Refusal("prompts-text-only")
    if channel_id == press.association.preferences[prefs.ORGANISERS_CHANNEL]:
        raise Refusal("setup-team-channel")
    moves = channel_id != press.association.preferences[CHANNEL]
    async with press.association.transaction() as db:
        await _keep(press, db, CHANNEL, channel_id)
        if moves:
            await asking.move(db)
    await plan(press)


@action("prompts:themes")
async def choose_themes(press: Press) -> None:
    """Say about what; all of them is no choice."""
    press.require_organiser()
    if not press.selected or not set(press.selected) <= set(Theme):
        raise Refusal("kernel-stale-press")
    every = len(set(press.selected)) == len(Theme)
    await _choose(press, THEMES, None if every else " ".join(press.selected))


@action("prompts:lively")
async def choose_hours(press: Press) -> None:
    """Say how long after a word the room is left alone."""
    press.require_organiser()
    if press.choice not in LIVELY.choices:
        raise Refusal("kernel-stale-press")
    await _choose(press, LIVELY, press.choice)


@action("prompts:host")
async def choose_host(press: Press) -> None:
    """Say who is invited to answer first; somebody who may be written to."""
    press.require_organiser()
    person = int(press.choice) if press.choice.isdecimal() else 0
    await members.require_among_us(press.association.read(), person)
    await _choose(press, HOST, person)


@action("prompts:no_host")
async def no_host(press: Press) -> None:
    """Whoever welcomes newcomers, again."""
    press.require_organiser()
    await _choose(press, HOST, None)


async def _choose(press: Press, preference: Preference[Any], value: Any) -> None:
    async with press.association.transaction() as db:
        await _keep(press, db, preference, value)
    await plan(press)


async def _keep(press: Press, db: Connection, preference: Preference[Any], value: Any) -> None:
    press.association.expect_changes()
    await choose(db, press.house.clock, preference, value, by=press.user_id)


@action("prompts:resume")
async def resume(press: Press) -> None:
    """Take it up again, every other time until somebody answers; again changes nothing."""
    press.require_organiser()
    await _switch(press, on=True)
    await press.show(list_cards.done(press.words, press.words("prompts-resumed")))


@action("prompts:skip_ask")
async def ask_to_skip(press: Press) -> None:
    """Ask once before the next turn is left out."""
    press.require_organiser()
    coming = await asking.next_turn(press.association.read())
    if coming is None:
        raise Refusal("prompts-nothing-planned", offers=("prompts:plan",))
    question = press.words("prompts-skip-ask", at=moment(coming.due_at, "F"))
    await press.show(confirmation(press.words, question, "prompts-plan-skip", custom_id("prompts:skip", coming.id)))


@action("prompts:skip")
async def skip(press: Press, job_id: int) -> None:
    """Leave it out; the one after it takes place."""
    press.require_organiser()
    association = press.association
    async with association.transaction() as db:
        job = await due.one(db, job_id)
        if job is None or job.kind != ASK or not await press.house.jobs.pass_over(association, db, job):
            raise Refusal("parked-gone")
        coming = await asking.next_turn(db)
    at = moment(coming.due_at, "F") if coming is not None else ""
    await press.show(list_cards.done(press.words, press.words("prompts-skipped", more="yes" if at else "no", at=at)))


@action("prompts:preview")
async def preview(press: Press) -> None:
    """What would be asked now and why, or why nothing would."""
    press.require_organiser()
    await press.defer()
    verdict, content = await _ahead(press)
    plan_ = await _plan(press)
    await press.show(
        plan_cards.ahead(press.words, content, verdict=verdict, active=plan_.active, next_at=plan_.next_at)
    )


async def _ahead(press: Press) -> tuple[str, Content | None]:
    """The verdict, and what would be asked at the next turn if it came now, or else as soon as the room allows."""
    association, db = press.association, press.association.read()
    heard = await listen(press.house, association)
    if isinstance(heard, Trouble):
        return heard.value, None
    coming, (_, state) = await asking.next_turn(db), await post_store.ritual(db)
    if coming is None and state.level is Level.STOPPED:
        return state.level.value, None
    day = coming.key if coming else press.today().isoformat()
    outlook = await turns.look(press.house, association, db, heard, day)
    verdict = outlook.turn.verdict
    if verdict is Verdict.STOPPED:
        return verdict.value, None
    subject = outlook.subject or await turns.subject(press.house, association, db, heard, day)
    if subject is None:
        return "empty", None
    return verdict.value, await subjects.content(press.house, association, subject)
