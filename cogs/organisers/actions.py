"""What organisers' buttons do in the four steps of set-up."""

from __future__ import annotations

from typing import Any, Final

from bot.delivery import waiting
from bot.errors import Refusal
from bot.storage import preferences as prefs
from bot.storage.preferences import Preference, declared
from bot.ui import panels
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from cogs.organisers import advice, checking_cards, checks, rules, steps, team_role
from cogs.organisers.channels import create_missing
from cogs.organisers.choosing import OPTIONAL, check, check_role, guild_of, keep, picked
from cogs.organisers.settings_values import needed

IDENTITY: Final = declare(
    Form(
        "organisers:identified",
        "setup-form",
        (
            Field("name", required=True, limit=rules.NAME),
            Field("contact", required=True, limit=rules.CONTACT),
            Field("technical", limit=rules.CONTACT),
        ),
    )
)


@action("organisers:setup")
async def set_up(press: Press) -> None:
    """Open set-up where it was left."""
    press.require_organiser()
    await steps.resume(press)


@action("organisers:step")
async def step(press: Press, number: int) -> None:
    """Go to a step."""
    press.require_organiser()
    await steps.show(press, number)


@action("organisers:panels")
async def turn_panels(press: Press, page: int) -> None:
    """Step 4 with other panels of those that would be posted."""
    press.require_organiser()
    await steps.show(press, 3, page)


@action("organisers:identity", opens_form=True)
async def identity(press: Press) -> None:
    """Ask for the association's name, and for whom to turn to."""
    press.require_organiser()
    association = press.association
    technical = association.preferences[prefs.TECHNICAL_CONTACT]
    values = {"name": association.name, "contact": association.contact, "technical": technical}
    await press.open(IDENTITY, values=values)


@action("organisers:identified")
async def identified(press: Press) -> None:
    """Store them."""
    press.require_organiser()
    said = rules.read_identity(press.fields)
    chosen = {prefs.NAME: said.name, prefs.CONTACT: said.contact, prefs.TECHNICAL_CONTACT: said.technical or None}
    await keep(press, chosen)
    await steps.show(press, 0)


@action("organisers:accept")
async def accept(press: Press) -> None:
    """Take the settings that are advised, and make the channels that are missing: nothing is posted by that."""
    press.require_organiser()
    await press.defer()
    await keep(press, advice.advised())
    await _create(press)
    unnamed = not press.association.name or not press.association.contact
    await steps.show(press, 0 if unnamed else 3)


@action("organisers:language")
async def language(press: Press) -> None:
    """Choose language and voice together."""
    press.require_organiser()
    code, _, voice = press.choice.partition("-")
    if code not in prefs.LANGUAGE.choices or voice not in prefs.VOICE.choices:
        raise Refusal("kernel-stale-press")
    await keep(press, {prefs.LANGUAGE: code, prefs.VOICE: voice})
    await steps.show(press, 0)


@action("organisers:zone")
async def zone(press: Press) -> None:
    """Choose the time zone."""
    press.require_organiser()
    code = press.choice
    if code not in prefs.ZONE.choices:
        raise Refusal("kernel-stale-press")
    await keep(press, {prefs.ZONE: code})
    await steps.show(press, 0)


@action("organisers:bilingual")
async def bilingual(press: Press) -> None:
    """Show commands in English too, or no longer."""
    press.require_organiser()
    await keep(press, {prefs.BILINGUAL: not press.association.preferences[prefs.BILINGUAL]})
    await steps.show(press, 0)


@action("organisers:choose")
async def choose_one(press: Press, name: str) -> None:
    """Choose a channel, a role or a person from a select."""
    press.require_organiser()
    preference = _preference(name)
    if not press.selected and preference in OPTIONAL:
        await keep(press, {preference: None})
        await steps.show(press, steps.step_of(preference))
        return
    chosen = picked(press)
    await check(press, preference, chosen)
    if preference == prefs.ORGANISERS_ROLE and chosen != press.association.preferences[preference]:
        await team_role.ask(press, chosen, "organisers:role", back="organisers:step:1")
        return
    await keep(press, {preference: chosen})
    await steps.show(press, steps.step_of(preference))


@action("organisers:role")
async def choose_role(press: Press, role_id: int) -> None:
    """Yes, this role is the team's."""
    press.require_organiser()
    check_role(press, role_id)
    await keep(press, {prefs.ORGANISERS_ROLE: role_id})
    await steps.show(press, 1)


@action("organisers:clear")
async def clear(press: Press, name: str) -> None:
    """Go back to no choice, where that may be."""
    press.require_organiser()
    preference = _preference(name)
    if preference in needed():
        raise Refusal("kernel-stale-press")
    if preference == prefs.ORGANISERS_ROLE:
        check_role(press, None)
    await keep(press, {preference: None})
    await steps.show(press, steps.step_of(preference))


@action("organisers:create")
async def create(press: Press) -> None:
    """Create the channels that are not chosen, in a category "Comptoir"."""
    press.require_organiser()
    await press.defer()
    await _create(press)
    await steps.show(press, 1)


async def _create(press: Press) -> None:
    async def chosen(preference: Preference[int | None], channel_id: int) -> None:
        await keep(press, {preference: channel_id})

    await create_missing(press, guild_of(press), chosen)


@action("organisers:publish")
async def publish(press: Press) -> None:
    """Post the panels, after the same checks that the step showed."""
    press.require_organiser()
    await press.defer()
    association = press.association
    must_mend = any(finding.must for finding in checks.findings(association, guild_of(press)))
    if checks.still_missing(association) or must_mend:
        await steps.show(press, 3)
        return
    async with association.transaction() as db:
        await press.house.panels.open(db)
        await press.house.panels.place(association, db)
        await press.house.publications.post_waiting(association, db)
    await press.house.outbox.send_now(association)
    waits = any(row.kind == panels.KIND for row in await waiting.upcoming(association.read()))
    await press.show(checking_cards.done(press.words, association.command("aide"), waits=waits))


def _preference(name: str) -> Preference[Any]:
    preference = declared.get(name)
    if preference not in steps.CHOSEN_HERE:
        raise Refusal("kernel-stale-press")
    return preference
