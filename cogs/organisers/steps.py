"""The four steps of set-up as they stand now, and where somebody who comes back goes on."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from bot.storage import preferences as prefs
from bot.storage import rotation
from bot.storage.preferences import Preference
from bot.ui.press import Press
from cogs import introductions, moderation
from cogs.organisers import advice, checking_cards, checks, opening, setup_cards
from cogs.organisers.cautions import cautions
from cogs.organisers.channels import PLACES, missing, places
from cogs.organisers.choosing import guild_of, standing
from cogs.organisers.setup_cards import STEPS, Identity, Safety

CHOSEN_HERE: Final[tuple[Preference[Any], ...]] = (
    *(place.preference for place in PLACES),
    prefs.ORGANISERS_ROLE,
    introductions.WELCOME_CHANNEL,
    introductions.HOST,
    moderation.REFERENT,
)
"""What the selects of set-up choose."""


async def resume(press: Press) -> None:
    """Set-up where it was left: at the first step that lacks something; once all is published (anew where a
    channel changed), at what makes a soft
    opening, and after that at the beginning."""
    association = press.association
    db = association.read()
    opened = await press.house.panels.is_open(db) and not await press.house.panels.moved(db)
    if not association.name or not association.contact:
        await show(press, 0)
    elif not opened:
        await show(press, 1 if checks.still_missing(association) else 3)
    elif (progress := await opening.progress(association)).under_way:
        await opening.show(press, progress)
    else:
        await show(press, 0)


def step_of(preference: Preference[Any]) -> int:
    """The step in which a preference is chosen."""
    return 2 if preference in {introductions.WELCOME_CHANNEL, introductions.HOST, moderation.REFERENT} else 1


async def show(press: Press, number: int, page: int = 0) -> None:
    """Show a step; `page` is that of its previews."""
    match STEPS[min(number, len(STEPS) - 1)]:
        case "association":
            await _association(press)
        case "channels":
            await _channels(press)
        case "welcome":
            await press.show(setup_cards.welcome(press.words, _chosen(press)))
        case _:
            await _check(press, page)


def _chosen(press: Press) -> dict[str, int | None]:
    guild = guild_of(press)
    return {preference.name: standing(guild, preference, press.association) for preference in CHOSEN_HERE}


async def _safety(press: Press) -> Safety:
    association, folder = press.association, press.house.settings.data_dir / "backups"
    copied_at = await asyncio.to_thread(rotation.newest_backup, folder, association.guild_id)
    return Safety(copied_at, association.preferences[prefs.TECHNICAL_CONTACT])


async def _association(press: Press) -> None:
    association, chosen = press.association, press.association.preferences
    language = chosen[prefs.LANGUAGE]
    identity = Identity(
        name=association.name,
        contact=association.contact,
        language=f"{language}-{chosen[prefs.VOICE] if language == 'fr' else 'tu'}",
        bilingual=chosen[prefs.BILINGUAL],
        zone=chosen[prefs.ZONE],
        zones=tuple(prefs.HOLIDAYS),
    )
    view = setup_cards.association(
        press.words,
        identity,
        await _safety(press),
        advised=advice.is_followed(association),
        opened=await press.house.panels.is_open(association.read()),
    )
    await press.show(view)


async def _channels(press: Press) -> None:
    lacking = missing(press.association)
    view = setup_cards.channels(
        press.words,
        _chosen(press),
        missing=bool(lacking),
        ready=not any(place.must for place in lacking),
        warnings=cautions(press.association, guild_of(press), press.words),
    )
    await press.show(view)


async def _check(press: Press, page: int) -> None:
    association, guild, chosen = press.association, guild_of(press), _chosen(press)
    view = checking_cards.publish(
        press.words,
        await _safety(press),
        bot=guild.me.display_name,
        missing=checks.still_missing(association),
        findings=checks.findings(association, guild),
        cautions=cautions(association, guild, press.words),
        panels=[
            (place_id, place.panel(association))
            for place in places(association)
            if place.panel is not None and (place_id := chosen[place.preference.name]) is not None
        ],
        page=page,
    )
    await press.show(view)
