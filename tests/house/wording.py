"""The wording as Fluent's own parser sees it, and the keys that the code speaks of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from bot.words.i18n import files

ROOT = Path(__file__).parents[2]
CODE = [path for folder in ("bot", "cogs") for path in sorted((ROOT / folder).rglob("*.py"))]

TEMPLATES = sorted((ROOT / "bot").rglob("templates/*.html"))
SAID = re.compile(r"""["'][a-z]+-[\w-]*["'](?: ~ [\w."'-]+)*""")
"""A key in a template, perhaps put together: "demo-step-" ~ step.name."""


@dataclass
class Entry:
    """One message or one attribute: its text, its variables, the voices it distinguishes."""

    text: str
    variables: set[str] = field(default_factory=set)
    voices: list[set[str]] = field(default_factory=list)


class _Reader(Visitor):
    def __init__(self) -> None:
        self.entry = Entry("")

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        """Words."""
        self.entry.text += node.value

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        """A variable."""
        if node.id.name != "voice":
            self.entry.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        """A choice, maybe between tu and vous."""
        if isinstance(node.selector, ftl.VariableReference) and node.selector.id.name == "voice":
            self.entry.voices.append({str(getattr(variant.key, "name", "")) for variant in node.variants})
        self.generic_visit(node)


@cache
def wording(language: str) -> dict[str, Entry]:
    """Every message and attribute (`message.attribute`) of a language."""
    found: dict[str, Entry] = {}
    for path in files(language):
        for message in parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(message, ftl.Junk), (path, message.content)
            if not isinstance(message, ftl.Message):
                continue
            parts = [(message.id.name, message.value)]
            parts += [(f"{message.id.name}.{attribute.id.name}", attribute.value) for attribute in message.attributes]
            for name, pattern in parts:
                if pattern is not None:
                    reader = _Reader()
                    reader.visit(pattern)
                    assert name not in found, f"{name} stands twice"
                    found[name] = reader.entry
    return found


@cache
def literals() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The strings of the code, and a pattern for each string that is put together at run time."""
    whole: set[str] = set()
    made: set[str] = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                made.add("".join(_part(value) for value in node.values))
    for said in (said for path in TEMPLATES for said in SAID.findall(path.read_text(encoding="utf-8"))):
        first, *more = said.split(" ~ ")
        if more:
            made.add("".join(re.escape(part[1:-1]) if part[0] in "\"'" else r"[\w.:-]+" for part in (first, *more)))
        whole.add(first[1:-1])
    return frozenset(whole), tuple(re.compile(pattern) for pattern in made if re.match(r"[a-z]+\\-", pattern))


def _part(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else r"[\w.:-]+"


def named_in_code(key: str) -> bool:
    """Whether the code says this key, or could put it together."""
    whole, made = literals()
    return key in whole or any(pattern.fullmatch(key) for pattern in made)


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call in the code."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node
