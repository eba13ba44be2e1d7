"""What somebody says who brings two others together. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from bot.errors import Refusal
from bot.words.name_lists import GIVEN
from bot.words.text import clean, key, says_something
from cogs.warm_intros.rules import WHY

SHORT: Final = 3
"""Letters from which on a part of a name counts as one."""
_IN_NAMES: Final = frozenset("les des une del von van der den ben the and pour chez avec dans sur par".split())
"""What stands in names and isn't one."""


def why(fields: Mapping[str, str]) -> str:
    """Check and clean the reason. Raises `Refusal` that says what to mend."""
    said = clean(fields.get("why", ""), lines=False)
    if not says_something(said):
        raise Refusal("intros-present-blank")
    if len(said) > WHY:
        raise Refusal("intros-present-too-long", limit=WHY, length=len(said))
    return said


def check_people(introducer: int, one: int, other: int) -> None:
    """Raise `Refusal` unless these are two, and others than oneself."""
    if introducer in {one, other}:
        raise Refusal("intros-present-yourself")
    if one == other:
        raise Refusal("intros-present-same")


def named_in(text: str, names: Iterable[str], known: Collection[str]) -> str | None:
    """A part of somebody's name that a text holds, or None: both read it before either sees the other. `known` are
    names that are no person's (`Catalogue.known_names`)."""
    said = set(key(text).split())
    for name in names:
        for part in _telling(name):
            if len(part) >= SHORT and part in said and part not in _IN_NAMES and part not in known:
                return part
    return None


def _telling(name: str) -> list[str]:
    """The parts of a name that say who it is: of "Luc le vélo", "luc"."""
    words = name.split()
    if len(words) > 1 and any(word[0].isupper() for word in words):
        words = [word for word in words if word[0].isupper() or key(word) in GIVEN]
    return [part for word in words for part in key(word).split()]
