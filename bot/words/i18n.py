"""What the bot says: Fluent messages of `data/locales`, French first, with the association's voice (tu or vous).

A `Words` speaks one language in one voice: `words("intro-published", link=...)`. Strings given as values are escaped
for display in a message, unless they are `Safe`; `words.plain(...)` is for places where Discord shows no markdown
(button labels, form fields, thread names). A missing key or variable is an error: tests read every message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import TextElement
from fluent.syntax.visitor import Visitor

from bot.settings import CODE_DATA
from bot.words.text import Safe, escape

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[str, ...]] = get_args(Language)
SOURCE: Final = "fr"
VOICES: Final = ("tu", "vous")
LONG: Final = 500
"""Characters of a value from which on it doesn't pass through Fluent, which refuses long ones."""


class WordsError(LookupError):
    """A message or one of its variables is missing: a mistake of ours, never of the person who reads."""


class Words:
    """One language in one voice."""

    __slots__ = ("_bundle", "language", "voice")

    def __init__(self, language: str, voice: str = "tu") -> None:
        self.language = language if language in LANGUAGES else SOURCE
        self.voice = voice
        self._bundle = _bundle(self.language)

    def __call__(self, key: str, /, **values: str | int) -> Safe:
        """The message `key` as markdown; `key` may name an attribute (`command-aide.description`)."""
        shown = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
        return Safe(self._format(key, shown))

    def plain(self, key: str, /, **values: str | int) -> str:
        """The message `key` where Discord shows no markdown; nothing is escaped."""
        return self._format(key, values)

    def has(self, key: str) -> bool:
        """Whether there is a message `key`."""
        name, _, attribute = key.partition(".")
        return self._bundle.has_message(name) and (
            not attribute or attribute in self._bundle.get_message(name).attributes
        )

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        name, _, attribute = key.partition(".")
        if not self.has(key):
            raise WordsError(f"no message {key} in {self.language}")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise WordsError(f"message {key} in {self.language} has no value")
        long = {_stand_in(name): text for name, text in values.items() if isinstance(text, str) and len(text) > LONG}
        short = {name: _stand_in(name) if _stand_in(name) in long else value for name, value in values.items()}
        said, errors = self._bundle.format_pattern(pattern, {"voice": self.voice, **short})
        if errors:
            raise WordsError(f"message {key} in {self.language}: {errors}")
        whole = str(said)
        for stand_in, text in long.items():
            whole = whole.replace(stand_in, text)
        return whole


def _stand_in(name: str) -> str:
    """What stands for a long value while its message is put together; nobody can type it (`bot.words.text.clean`)."""
    return f"\ue000{name}\ue001"


_SIGNS: Final = re.compile(r" (?=[?!;:»])|(?<=«) ")


def typeset(text: str) -> str:
    """French words of ours as they are shown."""
    return _SIGNS.sub("\u202f", text)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in files(language):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        if language == "fr":
            _Typesetting().visit(resource)
        bundle.add_resource(resource)
    return bundle


class _Typesetting(Visitor):
    """French signs stay on the line of their word: the plain spaces of our files are narrow and unbreakable as shown,
    like those of what members write (`bot.words.text.escape`)."""

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 (the library's name)
        """The words of a message, and of its variants."""
        node.value = typeset(node.value)


def files(language: str) -> list[Path]:
    """The wording files of a language, one a feature."""
    return sorted((CODE_DATA / "locales" / language).glob("*.ftl"))
