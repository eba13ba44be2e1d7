"""Commands as Discord accepts them, in French and in English; and every button has its handler."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from bot.ui.actions import Action, custom_id, parse, registered
from bot.ui.forms import declared as forms
from bot.words.i18n import Words
from bot.words.text import CUSTOM_ID
from tests.house.tree import commands_of, load, payload_in
from tests.house.wording import calls, literals

NAME = re.compile(r"[-_\w]{1,32}")


def siblings(entries: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Commands and options that stand side by side."""
    yield entries
    for entry in entries:
        if entry.get("options"):
            yield from siblings(entry["options"])


@pytest.mark.parametrize(("language", "bilingual"), [("fr", False), ("fr", True), ("en", True)])
def test_names_and_descriptions_are_such_as_discord_accepts(language: str, bilingual: bool) -> None:
    commands = list(payload_in(language, bilingual=bilingual))
    for level in siblings(commands):
        for entry in level:
            is_menu = entry.get("type") in {2, 3} and not entry.get("description")
            for name in (entry["name"], *entry.get("name_localizations", {}).values()):
                assert 1 <= len(name) <= 32
                assert is_menu or (NAME.fullmatch(name) and name == name.lower()), name
            if not is_menu:
                for text in (entry["description"], *entry.get("description_localizations", {}).values()):
                    assert 1 <= len(text) <= 100, text
                    assert text != "…"
    for command in commands:
        assert _size(command) <= 8000


def _size(entry: dict[str, Any]) -> int:
    """Discord counts names, descriptions and values, the longest localisation of each."""
    own = sum(
        max(
            [
                len(str(entry.get(part, ""))),
                *(len(text) for text in (entry.get(f"{part}_localizations") or {}).values()),
            ]
        )
        for part in ("name", "description", "value")
    )
    return own + sum(_size(child) for part in ("options", "choices") for child in entry.get(part, []))


def test_names_are_unique_side_by_side_in_each_language() -> None:
    for level in siblings(list(payload_in("fr", bilingual=True))):
        for names in (
            [(entry.get("type"), entry["name"]) for entry in level],
            [(entry.get("type"), entry["name_localizations"]["en-US"]) for entry in level],
        ):
            assert not [name for name, times in Counter(names).items() if times > 1]


def test_french_names_are_plain_and_english_ones_are_sent_only_where_wanted() -> None:
    for entry, _, described in commands_of():
        assert entry["name"].isascii() or not described
    assert "name_localizations" not in json.dumps(payload_in("fr", bilingual=False))
    assert payload_in("en", bilingual=False) == payload_in("en", bilingual=True)


def test_the_french_name_of_each_command_is_its_wording() -> None:
    for entry, key, _ in commands_of():
        assert entry["name"] == Words("fr").plain(key)


def test_commands_stay_within_what_discord_allows_a_server() -> None:
    kinds = Counter(entry.get("type", 1) for entry in payload_in("fr", bilingual=True))
    assert kinds[1] <= 100
    assert kinds[2] <= 5  # the library's limit; Discord's is 15
    assert all(
        len(level) <= 25 or level[0].get("type") == 1 for level in siblings(list(payload_in("fr", bilingual=True)))
    )


# Buttons and forms


def actions() -> list[Action]:
    """Every registered action."""
    load()
    return list(registered())


def test_every_action_takes_what_a_custom_id_can_carry() -> None:
    for action in actions():
        assert re.fullmatch(r"[a-z_]+:[a-z_]+", action.name)
        assert set(action.parameters) <= {"int", "str", "Rest"}, action.name
        assert "Rest" not in action.parameters[:-1], action.name
        assert inspect.iscoroutinefunction(action.handler), action.name


def test_every_action_can_be_reached() -> None:
    """Some card, offer or form makes its custom id; and the router finds it."""
    whole, made = literals()
    for action in actions():
        named = [text for text in whole if text == action.name or text.startswith(f"{action.name}:")]
        assert named or any(pattern.match(action.name) for pattern in made), f"nothing leads to {action.name}"
        arguments = {"int": "1", "str": "x", "Rest": "x:y"}
        said = ":".join((action.name, *(arguments[kind] for kind in action.parameters)))
        assert parse(said)[0] is action


def test_every_button_has_a_handler() -> None:
    """Custom ids that are plain to see where buttons and selects are made."""
    names = {action.name for action in actions()}
    for path, call in calls():
        maker = getattr(call.func, "id", "")
        at = {"button": 1, "select": 0, "channel_select": 0, "role_select": 0, "member_select": 0, "custom_id": 0}.get(
            maker
        )
        given = call.args[at] if at is not None and len(call.args) > at else None
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            assert ":".join(given.value.split(":")[:2]) in names, f"{path.name}:{call.lineno} {given.value}"


def test_every_form_has_a_handler_that_does_not_open_a_form() -> None:
    load()
    for act, form in forms.items():
        action = parse(":".join((act, *("1" for _ in _parameters(act)))))[0]
        assert not action.opens_form, "a form can't answer a form"
        assert 1 <= len(form.fields) <= 5


def _parameters(act: str) -> tuple[str, ...]:
    return next(action.parameters for action in registered() if action.name == act)


def test_a_custom_id_too_long_for_discord_is_a_mistake_of_ours() -> None:
    assert custom_id("tips:useful", 42, guild_id=123456789012345678) == "tips:useful:42@123456789012345678"
    with pytest.raises(ValueError, match="longer"):
        custom_id("tips:useful", "x" * CUSTOM_ID)
