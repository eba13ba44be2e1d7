"""What the bot says: Fluent messages of `data/locales`, French first, with the association's voice (tu or vous).

A `Words` speaks one language in one voice: `words("intro-published", link=...)`. Strings given as values are escaped
for display in a message, unless they are `Safe`; `words.plain(...)` is for places where Discord shows no markdown
(button labels, form fields, thread names). A missing key or variable is an error: tests read every message.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from fluent.runtime import FluentBundle, FluentResource

from bot.settings import CODE_DATA
from bot.words.text import Safe, escape

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[str, ...]] = get_args(Language)
SOURCE: Final = "fr"
VOICES: Final = ("tu", "vous")


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
        text, errors = self._bundle.format_pattern(pattern, {"voice": self.voice, **values})
        if errors:
            raise WordsError(f"message {key} in {self.language}: {errors}")
        return str(text)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in files(language):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def files(language: str) -> list[Path]:
    """The wording files of a language, one a feature."""
    return sorted((CODE_DATA / "locales" / language).glob("*.ftl"))
