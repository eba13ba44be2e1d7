"""Forms: declared once by the feature, opened filled or empty, read back when they come in.

A form is known by the act that receives it (`introductions:written`). Its custom id is stateless, so a form that was
open on somebody's screen during a restart still arrives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.words.i18n import Words
from bot.words.text import FIELD_TEXT, FORM_HINT, FORM_LABEL, FORM_TITLE, clean, truncate


@dataclass(frozen=True, slots=True)
class Field:
    """One field. Its words are `<form words>-<name>`, with `.hint` and `.example` where there are such.

    A text, unless it has `options` (codes to choose one from, called `<form words>-<name>-<code>`) or is a `person` of
    the server (its value is their id; `bot.ui.choosing_member.chosen` reads it). In a direct message Discord lists
    nobody to choose from.
    """

    name: str
    required: bool = False
    long: bool = False
    limit: int = FIELD_TEXT
    options: tuple[str, ...] = ()
    person: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the act that receives it, the message that is its title, its fields (five at most)."""

    act: str
    words: str
    fields: tuple[Field, ...]


declared: Final[dict[str, Form]] = {}
"""Every form by the act that receives it."""


def declare(form: Form) -> Form:
    """Make a form known, so that a refused one can be reopened filled."""
    declared[form.act] = form
    return form


def modal(form: Form, custom_id: str, words: Words, values: Mapping[str, str]) -> discord.ui.Modal:
    """The form as Discord shows it, filled with `values`."""
    made = discord.ui.Modal(title=truncate(words.plain(form.words), FORM_TITLE), custom_id=custom_id, timeout=None)
    for field in form.fields:
        key = f"{form.words}-{field.name}"
        made.add_item(
            discord.ui.Label(
                text=truncate(words.plain(key), FORM_LABEL),
                description=_optional(words, f"{key}.hint"),
                component=_component(field, key, words, values.get(field.name, "")),
            )
        )
    made.stop()
    return made


def _component(field: Field, key: str, words: Words, value: str) -> discord.ui.Item[discord.ui.Modal]:
    example = _optional(words, f"{key}.example")
    if field.person:
        people = [discord.SelectDefaultValue.from_user(discord.Object(int(value)))] if value.isdecimal() else []
        return discord.ui.UserSelect(
            custom_id=field.name, placeholder=example, required=field.required, default_values=people
        )
    if field.options:
        codes = [
            discord.SelectOption(label=words.plain(f"{key}-{code}"), value=code, default=code == value)
            for code in field.options
        ]
        return discord.ui.Select(custom_id=field.name, placeholder=example, required=field.required, options=codes)
    return discord.ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
        required=field.required,
        max_length=field.limit,
        default=truncate(value, field.limit) or None,
        placeholder=example,
    )


def _optional(words: Words, key: str) -> str | None:
    return truncate(words.plain(key), FORM_HINT) if words.has(key) else None


def submitted(components: Any) -> Mapping[str, str]:
    """What was typed or chosen, cleaned, by field name, from the components of a submitted form."""
    return dict(_typed(components))


def _typed(components: Any) -> Iterator[tuple[str, str]]:
    for component in components or ():
        if "custom_id" in component and isinstance(component.get("value"), str):
            yield component["custom_id"], clean(component["value"])
        if "custom_id" in component and isinstance(component.get("values"), list):
            yield component["custom_id"], clean(",".join(str(one) for one in component["values"]), lines=False)
        if "component" in component:
            yield from _typed([component["component"]])
        yield from _typed(component.get("components"))
