"""What organisers' buttons do: the four steps of set-up."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import discord

from bot.delivery.discord_calls import Undecided, Undeliverable
from bot.errors import Refusal
from bot.people import members
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Control, Preference, choose, declared
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import Safe, channel, member
from cogs.introductions import HOST, WELCOME_CHANNEL
from cogs.organisers import cards, checks, rules
from cogs.organisers.channels import PLACES, create_missing, missing

IDENTITY: Final = declare(
    Form(
        "organisers:identified",
        "setup-form",
        (Field("name", required=True, limit=rules.NAME), Field("contact", required=True, limit=rules.CONTACT)),
    )
)
CHOSEN_HERE: Final[tuple[Preference[Any], ...]] = (
    *(place.preference for place in PLACES),
    prefs.ORGANISERS_ROLE,
    WELCOME_CHANNEL,
    HOST,
)
OPTIONAL: Final = frozenset(place.preference for place in PLACES if not place.must)
"""Channels that an association can do without: such a choice can be taken back."""
_creating: Final[dict[int, asyncio.Lock]] = {}


@action("organisers:setup")
async def set_up(press: Press) -> None:
    """Open set-up where it was left: at the first step that lacks something; at the beginning once all is published."""
    press.require_organiser()
    association = press.association
    unnamed = not association.name or not association.contact
    opened = await press.house.panels.is_open(association.read())
    step_ = 0 if unnamed or opened else 1 if checks.still_missing(association) else 3
    await _show(press, step_)


@action("organisers:step")
async def step(press: Press, number: int) -> None:
    """Go to a step."""
    press.require_organiser()
    await _show(press, min(number, len(cards.STEPS) - 1))


@action("organisers:panels")
async def turn_panels(press: Press, page: int) -> None:
    """Step 4 with other panels of those that would be posted."""
    press.require_organiser()
    await _show(press, 3, page)


@action("organisers:identity", opens_form=True)
async def identity(press: Press) -> None:
    """Ask for the association's name and contact."""
    press.require_organiser()
    await press.open(IDENTITY, values={"name": press.association.name, "contact": press.association.contact})


@action("organisers:identified")
async def identified(press: Press) -> None:
    """Store them."""
    press.require_organiser()
    said = rules.read_identity(press.fields)
    await _choose(press, {prefs.NAME: said.name, prefs.CONTACT: said.contact})
    await _show(press, 0)


@action("organisers:language")
async def language(press: Press) -> None:
    """Choose language and voice together."""
    press.require_organiser()
    code, _, voice = press.choice.partition("-")
    if code not in prefs.LANGUAGE.choices or voice not in prefs.VOICE.choices:
        raise Refusal("kernel-stale-press")
    await _choose(press, {prefs.LANGUAGE: code, prefs.VOICE: voice})
    await _show(press, 0)


@action("organisers:zone")
async def zone(press: Press) -> None:
    """Choose the time zone."""
    press.require_organiser()
    code = press.choice
    if code not in prefs.ZONE.choices:
        raise Refusal("kernel-stale-press")
    await _choose(press, {prefs.ZONE: code})
    await _show(press, 0)


@action("organisers:bilingual")
async def bilingual(press: Press) -> None:
    """Show commands in English too, or no longer."""
    press.require_organiser()
    await _choose(press, {prefs.BILINGUAL: not press.association.preferences[prefs.BILINGUAL]})
    await _show(press, 0)


@action("organisers:choose")
async def choose_one(press: Press, name: str) -> None:
    """Choose a channel, a role or a person from a select."""
    press.require_organiser()
    preference = _preference(name)
    if not press.selected and preference in OPTIONAL:
        await _choose(press, {preference: None})
        await _show(press, _step_of(preference))
        return
    try:
        chosen = int(press.choice)
    except ValueError:
        raise Refusal("kernel-stale-press") from None
    await _check_choice(press, preference, chosen)
    await _choose(press, {preference: chosen})
    await _show(press, _step_of(preference))


@action("organisers:clear")
async def clear(press: Press, name: str) -> None:
    """Go back to no choice."""
    press.require_organiser()
    preference = _preference(name)
    await _choose(press, {preference: None})
    await _show(press, _step_of(preference))


@action("organisers:create")
async def create(press: Press) -> None:
    """Create the channels that are not chosen, in a category "Comptoir"."""
    press.require_organiser()
    await press.defer()
    guild = _guild(press)

    async def keep(preference: Preference[int | None], channel_id: int) -> None:
        await _choose(press, {preference: channel_id})

    async with _creating.setdefault(guild.id, asyncio.Lock()):
        await press.association.reload()
        if not guild.me.guild_permissions.manage_channels:
            raise Refusal("setup-cannot-create")
        try:
            await create_missing(press, guild, keep)
        except Undeliverable:
            raise Refusal("setup-cannot-create") from None
        except Undecided:
            raise Refusal("setup-discord-slow") from None
    await _show(press, 1)


@action("organisers:publish")
async def publish(press: Press) -> None:
    """Post the panels, after the same checks that the step showed."""
    press.require_organiser()
    await press.defer()
    association, guild = press.association, _guild(press)
    must_mend = any(finding.need is None or finding.need.must for finding in checks.findings(association, guild))
    if checks.still_missing(association) or must_mend:
        await _show(press, 3)
        return
    async with association.transaction() as db:
        await press.house.panels.open(db)
        await press.house.panels.place(association, db)
        await press.house.publications.post_waiting(association, db)
    await press.house.outbox.send_now(association)
    await press.show(cards.done(press.words, association.command("aide")))


async def _show(press: Press, number: int, page: int = 0) -> None:
    association, words = press.association, press.words
    chosen = {preference.name: _standing(_guild(press), preference, association) for preference in CHOSEN_HERE}
    match cards.STEPS[number]:
        case "association":
            language_ = association.preferences[prefs.LANGUAGE]
            voice = association.preferences[prefs.VOICE] if language_ == "fr" else "tu"
            view = cards.association(
                words,
                name=association.name,
                contact=association.contact,
                language=f"{language_}-{voice}",
                bilingual=association.preferences[prefs.BILINGUAL],
                zone=association.preferences[prefs.ZONE],
                zones=tuple(prefs.HOLIDAYS),
            )
        case "channels":
            view = cards.channels(
                words,
                chosen,
                missing=bool(missing(association)),
                ready=not any(place.must for place in missing(association)),
                warnings=_warnings(press),
            )
        case "welcome":
            view = cards.welcome(words, chosen)
        case _:
            found = checks.findings(association, _guild(press))
            view = cards.publish(
                words,
                missing=checks.still_missing(association),
                to_mend=[
                    (
                        finding.channel_id,
                        finding.need.permission if finding.need else None,
                        finding.need is None or finding.need.must,
                    )
                    for finding in found
                ],
                panels=[
                    (chosen[place.preference.name] or 0, place.panel(association))
                    for place in PLACES
                    if place.panel is not None and chosen[place.preference.name] is not None
                ],
                page=page,
            )
    await press.show(view)


def _standing(guild: discord.Guild, preference: Preference[Any], association: Association) -> int | None:
    """What is chosen and still there: a select can't show a channel or role that is gone."""
    chosen: int | None = association.preferences[preference]
    if chosen is None or preference.control is Control.MEMBER:
        return chosen
    found = guild.get_role(chosen) if preference.control is Control.ROLE else guild.get_channel(chosen)
    return chosen if found is not None else None


def _warnings(press: Press) -> list[Safe]:
    guild, chosen, words = _guild(press), press.association.preferences, press.words
    found = []
    organisers, threads = chosen[prefs.ORGANISERS_CHANNEL], chosen[prefs.THREADS_CHANNEL]
    if checks.visible_to_all(guild, organisers):
        found.append(words("setup-organisers-visible", channel=channel(organisers or 0)))
    if threads is not None and not checks.visible_to_all(guild, threads):
        found.append(words("setup-threads-hidden", channel=channel(threads)))
    return found


async def _check_choice(press: Press, preference: Preference[Any], chosen: int) -> None:
    guild = _guild(press)
    match preference.control:
        case Control.CHANNEL:
            place = guild.get_channel(chosen)
            kinds = (discord.TextChannel, discord.ForumChannel) if preference.forum else (discord.TextChannel,)
            if not isinstance(place, kinds):
                raise Refusal("setup-wrong-channel")
            if preference in OPTIONAL and chosen == press.association.preferences[prefs.ORGANISERS_CHANNEL]:
                raise Refusal("setup-team-channel")
        case Control.ROLE:
            role = guild.get_role(chosen)
            if role is None or role.is_default():
                raise Refusal("setup-wrong-role")
        case Control.MEMBER:
            found = await members.get(press.association.read(), chosen)
            if found is None or not found.accepted:
                raise Refusal("kernel-not-among-us", member=member(chosen))
        case _:
            raise Refusal("kernel-stale-press")


async def _choose(press: Press, chosen: dict[Preference[Any], Any]) -> None:
    association = press.association
    async with association.transaction() as db:
        for preference, value in chosen.items():
            await choose(db, press.house.clock, preference, value)
        if any(press.house.panels.moves(preference) for preference in chosen):
            await press.house.panels.wait_to_open(db)
    await association.reload()
    press.house.client.dispatch("preferences_changed", association)


def _preference(name: str) -> Preference[Any]:
    preference = declared.get(name)
    if preference not in CHOSEN_HERE:
        raise Refusal("kernel-stale-press")
    return preference


def _step_of(preference: Preference[Any]) -> int:
    return 2 if preference in {WELCOME_CHANNEL, HOST} else 1


def _guild(press: Press) -> discord.Guild:
    guild = press.house.client.get_guild(press.association.guild_id)
    if guild is None:
        raise Refusal("kernel-no-association")
    return guild
