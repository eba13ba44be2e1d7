"""A visit that is written down: what somebody does in the demo, one act after another, in both languages.

A script is a TOML file: `steps`, a list of tables with one act each, and perhaps `window`, its width and height. What
is pressed, seen or typed is said as a wording key (`"intro-publish"`), as words of both languages
(`{ fr = "…", en = "…" }`), or as words that need no translation (`"Laval"`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.demo.lobby.seats import ROLES
from bot.demo.lobby.tour import STEPS
from bot.demo.lobby.travel import JUMPS
from bot.demo.story import people
from bot.words import i18n
from bot.words.i18n import Words, WordsError

PLACES: Final = (*people.PLACES, "dm", "thread")
"""Where one can go, by the story's names; `dm` is what the bot wrote to oneself, `thread` one's private thread."""
WINDOW: Final = (1280, 800)
"""Width and height of the browser's window where a script says nothing, in pixels."""
_KEY: Final = re.compile(r"[a-z]+(-[a-z0-9_]+)+(\.[a-z_]+)?")
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")


class CannotVisit(Exception):  # noqa: N818
    """A visit that can't be made; says why, to a person."""


class BadScript(CannotVisit):
    """A script that can't be followed; says where and why."""


class _Bad(Exception):  # noqa: N818
    """What is wrong with one act, not yet where."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act, in one language: what it is about, what is typed after a command's name, what fills a form."""

    name: str
    about: str
    typed: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """A visit in one language. `name` is its file's name."""

    name: str
    steps: tuple[Act, ...]
    window: tuple[int, int] = WINDOW


def read(path: Path, language: str) -> Script:
    """The script of a file as it goes in a language; both are checked. Raises `BadScript`."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadScript(f"{path.name} can't be read: {getattr(error, 'strerror', None) or error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadScript(f"{path.name} is no TOML: {error}.") from error
    for word in told.keys() - {"steps", "window"}:
        raise BadScript(f"{path.name}: '{word}' means nothing here; a script has 'steps' and perhaps 'window'.")
    steps = {spoken: _steps(path.name, told, spoken) for spoken in i18n.LANGUAGES}
    return Script(path.name, steps[language], _window(path.name, told))


def _window(file: str, told: Mapping[str, Any]) -> tuple[int, int]:
    match told.get("window", list(WINDOW)):
        case [int() as width, int() as height] if 200 <= width <= 4000 and 200 <= height <= 4000:
            return width, height
    raise BadScript(f"{file}: 'window' is [width, height] in pixels, each from 200 to 4000.")


def _steps(file: str, told: Mapping[str, Any], language: str) -> tuple[Act, ...]:
    written = told.get("steps")
    if not isinstance(written, list) or not written:
        raise BadScript(f"{file}: 'steps' is missing, a list of tables with one act each.")
    read_steps = []
    for number, entry in enumerate(written, start=1):
        try:
            read_steps.append(_step(entry, language))
        except _Bad as bad:
            raise BadScript(f"{file}, step {number}: {bad}") from bad
    return tuple(read_steps)


def _step(entry: Any, language: str) -> Act:
    if not isinstance(entry, dict) or len(entry) != 1:
        acts = ", ".join(f"'{word}'" for word in entry) if isinstance(entry, dict) and entry else "none"
        raise _Bad(f"a step is a table with exactly one act, here {acts}.")
    ((act, said),) = entry.items()
    if act not in _ACTS:
        raise _Bad(f"'{act}' is no act; there are {_listed(_ACTS)}.")
    return _ACTS[act](act, said, language)


def _one_of(known: tuple[str, ...]) -> Callable[[str, Any, str], Act]:
    """An act about one of a few things."""

    def reading(act: str, said: Any, _: str) -> Act:
        if said not in known:
            raise _Bad(f"'{act}' can't be {said!r}; it is one of {_listed(known)}.")
        return Act(act, str(said))

    return reading


def _words(act: str, said: Any, language: str) -> Act:
    return Act(act, _text(act, said, language))


def _named(act: str, said: Any, _: str) -> Act:
    if not isinstance(said, str) or not _NAME.fullmatch(said):
        raise _Bad(f"'{act}' can't be {said!r}; a picture's name is small letters, digits and hyphens.")
    return Act(act, said)


def _fill(act: str, said: Any, language: str) -> Act:
    if not isinstance(said, dict) or not said:
        raise _Bad(f"'{act}' is a table: each field of the form with what is typed in it, here {said!r}.")
    return Act(act, "", fields={name: _text(f"{act}.{name}", value, language) for name, value in said.items()})


def _command(act: str, said: Any, language: str) -> Act:
    """A command goes by its French name, whatever the language: so SimCord's page shows it."""
    typed = _text(act, said, language).split()
    for length in range(len(typed), 0, -1):
        if Words(language).has(f"command-{'-'.join(typed[:length])}"):
            rest = " ".join(typed[length:])
            return Act(act, " ".join(typed[:length]), (rest,) if rest else ())
    raise _Bad(f"there is no command '/{' '.join(typed)}'; write its French name without the slash.")


def _text(act: str, said: Any, language: str) -> str:
    if isinstance(said, dict):
        if said.keys() != set(i18n.LANGUAGES) or not all(isinstance(text, str) and text for text in said.values()):
            raise _Bad(f'\'{act}\' needs words in every language: {{ fr = "…", en = "…" }}, here {said!r}.')
        return str(said[language])
    if not isinstance(said, str) or not said:
        raise _Bad(f"'{act}' needs words or a wording key, here {said!r}.")
    return _wording(act, said, language) if act in {"press", "see", "look"} and _KEY.fullmatch(said) else said


def _wording(act: str, key: str, language: str) -> str:
    words = Words(language, "vous" if key.startswith("demo-") else "tu")
    if not words.has(key):
        raise _Bad(f"'{act}' names no wording: there is no '{key}' in data/locales.")
    try:
        return words.plain(key)
    except WordsError as error:
        raise _Bad(f"'{act}' can't use '{key}', which needs values: write out what is there.") from error


def _listed(words: Any) -> str:
    return ", ".join(f"'{word}'" for word in words)


_ACTS: Final[Mapping[str, Callable[[str, Any, str], Act]]] = {
    "seat": _one_of(ROLES),
    "go": _one_of(STEPS),
    "open": _one_of(PLACES),
    "travel": _one_of(JUMPS),
    "done": _one_of(STEPS),
    "press": _words,
    "see": _words,
    "look": _words,
    "fill": _fill,
    "command": _command,
    "picture": _named,
}
"""In the lobby: take a seat, take a step of the tour, open a place, let time pass, see a step marked as done. In the
room: press a button, see words, look at them from the top, fill and send a form, type a command. In either: take a
picture."""
