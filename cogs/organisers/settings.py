"""Organisers set everything that features declare, each thing with the control that fits, and see who changed what."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from bot.errors import Refusal
from bot.storage import features, rotation
from bot.storage import preference_changes as changes
from bot.storage import preferences as prefs
from bot.storage.preferences import Control, Preference, declared
from bot.ui.actions import action, custom_id
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import Page, page_of
from bot.ui.press import Press
from bot.words.text import Safe
from cogs.organisers import cards, choosing, rules, settings_cards, team_role
from cogs.organisers import settings_values as values
from cogs.organisers.cautions import cautions

SHOWN: Final = 10
"""Settings, or changes, on a page."""
TEXT: Final = declare(
    Form("organisers:setting_text", "setting-text", (Field("value", required=True, limit=rules.CONTACT),))
)
NUMBER: Final = declare(Form("organisers:setting_number", "setting-number", (Field("value", required=True, limit=6),)))
TIME: Final = declare(Form("organisers:setting_time", "setting-time", (Field("value", required=True, limit=12),)))
FORMS: Final = {Control.TEXT: TEXT, Control.NUMBER: NUMBER, Control.TIME: TIME}


def shown() -> dict[str, list[Preference[Any]]]:
    """Every preference by its group, the association's own first. Whether a part is on is set where parts are."""
    groups: dict[str, list[Preference[Any]]] = {settings_cards.ASSOCIATION: []}
    for preference in declared.values():
        if preference.name not in _switches():
            groups.setdefault(settings_cards.group_of(preference), []).append(preference)
    return groups


@action("organisers:settings")
async def show(press: Press) -> None:
    """The first page: what holds for all, and the way to each part."""
    press.require_organiser()
    association = press.association
    folder = press.house.settings.data_dir / "backups"
    made = await asyncio.to_thread(rotation.newest_backup, folder, association.guild_id)
    technical = association.preferences[prefs.TECHNICAL_CONTACT]
    top = settings_cards.Top(association.name, association.contact, technical, made)
    await press.show(settings_cards.home(press.words, top, list(shown()), await _cautions(press)))


async def _cautions(press: Press) -> list[Safe]:
    """What is probably not meant, and which channels wait for "Publier"."""
    words, moved = press.words, await press.house.panels.moved(press.association.read())
    waiting = [cards.waiting(words, moved)] if moved else []
    return cautions(press.association, choosing.guild_of(press), words) + waiting


@action("organisers:settings_open")
async def open_group(press: Press) -> None:
    """One part, chosen from the list."""
    await show_group(press, press.choice, 0)


@action("organisers:settings_group")
async def show_group(press: Press, name: str, number: int) -> None:
    """The settings of one part."""
    press.require_organiser()
    found = shown().get(name)
    if found is None:
        raise Refusal("kernel-stale-press")
    page = page_of(found, number, SHOWN)
    chosen = {preference.name: press.association.preferences[preference] for preference in page.entries}
    await press.show(settings_cards.group(press.words, name, page, chosen, on=features.is_on(press.association, name)))


@action("organisers:setting_open")
async def open_one(press: Press) -> None:
    """One setting, chosen from the list."""
    await show_one(press, press.choice)


@action("organisers:setting")
async def show_one(press: Press, name: str) -> None:
    """One setting, with its control."""
    press.require_organiser()
    preference = _preference(name)
    await _show(press, preference)


@action("organisers:setting_set")
async def set_chosen(press: Press, name: str) -> None:
    """Take what was chosen in a list; none of them, where that may be, is no choice."""
    press.require_organiser()
    preference = _preference(name)
    value = await values.chosen(press, preference)
    if preference == prefs.ORGANISERS_ROLE and value != press.association.preferences[preference]:
        back = custom_id("organisers:setting", name)
        await team_role.ask(press, value, "organisers:setting_role", back=back)
        return
    await _keep(press, preference, value)


@action("organisers:setting_role")
async def choose_role(press: Press, role_id: int) -> None:
    """Yes, this role is the team's."""
    press.require_organiser()
    choosing.check_role(press, role_id)
    await _keep(press, prefs.ORGANISERS_ROLE, role_id)


@action("organisers:setting_turn")
async def turn(press: Press, name: str, way: str) -> None:
    """Switch something on or off; a second time changes nothing."""
    press.require_organiser()
    preference = _preference(name)
    if preference.control is not Control.SWITCH or preference == prefs.SUSPENDED:
        raise Refusal("kernel-stale-press")
    await _keep(press, preference, way == "on")


@action("organisers:setting_write", opens_form=True)
async def write(press: Press, name: str) -> None:
    """Ask for a text, a number or a time."""
    press.require_organiser()
    preference = _preference(name)
    form = FORMS.get(preference.control)
    if form is None:
        raise Refusal("kernel-stale-press")
    value = press.association.preferences[preference]
    typed = f"{value:%H:%M}" if preference.control is Control.TIME else str(value)
    await press.open(form, name, values={"value": typed})


@action("organisers:setting_text")
@action("organisers:setting_number")
@action("organisers:setting_time")
async def written(press: Press, name: str) -> None:
    """Take what was typed."""
    press.require_organiser()
    preference = _preference(name)
    await _keep(press, preference, values.written(press, preference))


@action("organisers:setting_default")
async def back_to_default(press: Press, name: str) -> None:
    """Choose nothing any more."""
    press.require_organiser()
    preference = _preference(name)
    if preference in values.needed() or preference == prefs.SUSPENDED:
        raise Refusal("kernel-stale-press")
    values.check_quiet(press, preference, preference.default)
    if preference == prefs.ORGANISERS_ROLE:
        choosing.check_role(press, None)
    await _keep(press, preference, None)


@action("organisers:settings_history")
async def show_history(press: Press, number: int) -> None:
    """Who changed what, and when."""
    press.require_organiser()
    db = press.association.read()
    pages = max(1, -(-await changes.count(db) // SHOWN))
    number = min(number, pages - 1)
    found = await changes.newest(db, SHOWN, skip=number * SHOWN)
    await press.show(settings_cards.history(press.words, Page(found, number, pages)))


async def _show(press: Press, preference: Preference[Any]) -> None:
    association, db = press.association, press.association.read()
    moves = press.house.panels.moves(preference) and association.preferences[preference] is not None
    told = preference in {prefs.ORGANISERS_CHANNEL, prefs.ORGANISERS_ROLE, prefs.THREADS_CHANNEL}
    await press.show(
        settings_cards.one(
            press.words,
            preference,
            association.preferences[preference],
            shown=_standing(press, preference),
            must=preference in values.needed(),
            last=await changes.last_of(db, preference.name),
            closed=moves and not await press.house.panels.is_open(db, preference),
            cautions=cautions(association, choosing.guild_of(press), press.words) if told else (),
        )
    )


def _standing(press: Press, preference: Preference[Any]) -> int | None:
    if preference.control not in {Control.CHANNEL, Control.ROLE, Control.MEMBER}:
        return None
    return choosing.standing(choosing.guild_of(press), preference, press.association)


async def _keep(press: Press, preference: Preference[Any], value: Any) -> None:
    await choosing.keep(press, {preference: value})
    await _show(press, preference)


def _preference(name: str) -> Preference[Any]:
    found = declared.get(name)
    if found is None or name in _switches():
        raise Refusal("kernel-stale-press")
    return found


def _switches() -> set[str]:
    """The switches of whole parts, which have a place of their own."""
    return {feature.preference.name for feature in features.declared.values()}
