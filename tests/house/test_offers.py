"""A refusal offers what can be done instead, as buttons: each has its words."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

from bot.ui.actions import registered
from bot.words.i18n import LANGUAGES, Words
from tests.house.tree import load
from tests.house.wording import ROOT, calls


def offered() -> Iterator[tuple[Path, str]]:
    """Every act that code offers instead of what it refuses, as far as code says it plainly."""
    for path, call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        found = call.args[1:] if name == "require" and len(call.args) == 2 else []
        for keyword in call.keywords:
            if keyword.arg == "offers" and isinstance(keyword.value, ast.Tuple):
                found = keyword.value.elts
        for value in found:
            act = _act(path, value)
            if ":" in act:
                yield path, ":".join(act.split(":")[:2])


def _act(path: Path, value: ast.expr) -> str:
    """The beginning of a custom id: a text, the start of one, the first argument of `custom_id`, a constant."""
    if isinstance(value, ast.JoinedStr):
        value = value.values[0]
    if isinstance(value, ast.Call) and value.args:
        return _act(path, value.args[0])
    if isinstance(value, ast.Name) and value.id.isupper():
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        return str(getattr(module, value.id, ""))
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def test_every_act_that_a_refusal_offers_is_known_and_has_its_words() -> None:
    load()
    found = list(offered())
    names = {action.name for action in registered()}
    assert len(found) > 40
    for path, act in found:
        assert act in names, f"{path.name}: nothing is called {act}"
        for language in LANGUAGES:
            assert Words(language).has(f"offer-{act.replace(':', '-')}"), f"{path.name}: {act} in {language}"
