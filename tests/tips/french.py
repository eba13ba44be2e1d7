"""Made-up tips and what people would type to find them: the measure of the tips' search.

The texts are in `tips.toml` and `queries.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip as somebody shares it."""

    title: str
    category: str
    body: str
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is indexed of it."""
        return " ".join((self.title, self.body, *self.tags))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


def _meant(queries: Mapping[str, list[int]]) -> dict[str, frozenset[int]]:
    return {query: frozenset(refs) for query, refs in queries.items()}


TIPS: Final = {
    int(ref): Tip(tip["title"], tip["category"], tip["body"], tuple(tip["tags"]))
    for ref, tip in _read("tips.toml").items()
}
_ASKED: Final = _read("queries.toml")

QUERIES: Final = _meant(_ASKED["tuned"])
"""What is typed, and the tips that answer."""
NOTHING: Final[tuple[str, ...]] = tuple(_ASKED["nothing"]["tuned"])
"""What no tip answers, though a freelancer might ask."""

AFTERWARDS: Final = _meant(_ASKED["afterwards"])
NOTHING_AFTERWARDS: Final[tuple[str, ...]] = tuple(_ASKED["nothing"]["afterwards"])
"""Both written when the tuning was done, and never tuned on."""
