"""What organisers gave as the value of a setting: chosen in a list, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.errors import Refusal
from bot.storage import preferences as prefs
from bot.storage.preferences import Control, Preference
from bot.ui.press import Press
from bot.words.text import clean, says_something
from cogs.organisers import choosing, rules, settings_rules
from cogs.organisers.channels import PLACES


def needed() -> Sequence[Preference[Any]]:
    """What nothing can open without: it can be changed, not taken back."""
    return (prefs.NAME, prefs.CONTACT, *(place.preference for place in PLACES if place.must))


async def chosen(press: Press, preference: Preference[Any]) -> Any:
    """What a list gave. Raises `Refusal` for what was not in it."""
    match preference.control:
        case Control.CHOICE if press.choice in preference.choices:
            return press.choice
        case Control.LIST if press.selected and set(press.selected) <= set(preference.choices):
            every = len(set(press.selected)) == len(preference.choices)
            return None if every else " ".join(press.selected)
        case Control.CHANNEL if not press.selected and preference not in needed():
            return None
        case Control.CHANNEL | Control.ROLE | Control.MEMBER:
            picked = choosing.picked(press)
            await choosing.check(press, preference, picked)
            return picked
    raise Refusal("kernel-stale-press")


def written(press: Press, preference: Preference[Any]) -> Any:
    """What was typed in a form. Raises `Refusal` for what can't be."""
    typed = press.fields.get("value", "")
    match preference.control:
        case Control.NUMBER:
            return settings_rules.read_number(typed, preference.least, preference.most)
        case Control.TIME:
            at = settings_rules.read_time(typed)
            check_quiet(press, preference, at)
            return at
        case Control.TEXT:
            return _read_text(preference, typed)
    raise Refusal("kernel-stale-press")


def _read_text(preference: Preference[Any], typed: str) -> str:
    """Name and contact keep to what set-up asks of them."""
    text = clean(typed, lines=False)
    if preference == prefs.NAME:
        return rules.read_name(text)
    if preference == prefs.CONTACT:
        return rules.read_contact(text)
    if not says_something(text):
        raise Refusal("settings-blank")
    return text


def check_quiet(press: Press, preference: Preference[Any], at: Any) -> None:
    """Raise `Refusal` where a change of quiet hours would leave nobody any time to be written to."""
    now = press.association.preferences
    if preference in (prefs.QUIET_FROM, prefs.QUIET_UNTIL):
        both = {prefs.QUIET_FROM: now[prefs.QUIET_FROM], prefs.QUIET_UNTIL: now[prefs.QUIET_UNTIL]}
        both[preference] = at
        settings_rules.check_quiet(both[prefs.QUIET_FROM], both[prefs.QUIET_UNTIL])
