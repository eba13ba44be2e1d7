"""Command names and descriptions as Discord is told them, from the wording: French names for everybody, English ones
beside them where the association reads English.

`command-<path>` is a command's name, `.description` its description; `command-<path>--<option>` the same for an
option. Code declares only the French name, which is what Discord sends back; a context menu names its message in
`extras["words"]`.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

import discord
from discord import app_commands

from bot.storage import features
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.words.i18n import Words

ENGLISH: Final = (discord.Locale.american_english.value, discord.Locale.british_english.value)
_SUBCOMMANDS: Final = {1, 2}


def payload(tree: app_commands.CommandTree[Any], association: Association) -> list[dict[str, Any]]:
    """The commands of an association, as `PUT /applications/.../guilds/.../commands` takes them: those of the features
    that are on there."""
    language = association.preferences[prefs.LANGUAGE]
    both = association.preferences[prefs.BILINGUAL] or language == "en"
    made = []
    for command in tree.get_commands():
        if not features.is_on(association, features.room(command)):
            continue
        entry = command.to_dict(tree)
        if isinstance(command, app_commands.ContextMenu):
            _localize(entry, command.extras["words"], language, both=both, described=False)
        else:
            _describe(entry, f"command-{command.name}", language, both=both)
        made.append(entry)
    return made


def fingerprint(application_id: int, commands: list[dict[str, Any]]) -> str:
    """What decides on a sync: the commands and the application they belong to."""
    return hashlib.sha256(json.dumps([application_id, commands], sort_keys=True).encode()).hexdigest()


def _describe(entry: dict[str, Any], key: str, language: str, *, both: bool) -> None:
    _localize(entry, key, language, both=both, described=True)
    for option in entry.get("options", []):
        joint = "-" if option["type"] in _SUBCOMMANDS else "--"
        _describe(option, f"{key}{joint}{option['name']}", language, both=both)


def _localize(entry: dict[str, Any], key: str, language: str, *, both: bool, described: bool) -> None:
    english = Words("en")
    if both:
        entry["name_localizations"] = dict.fromkeys(ENGLISH, english.plain(key))
    if described:
        entry["description"] = Words(language).plain(f"{key}.description")
        if both:
            entry["description_localizations"] = {
                **dict.fromkeys(ENGLISH, english.plain(f"{key}.description")),
                discord.Locale.french.value: Words("fr").plain(f"{key}.description"),
            }
