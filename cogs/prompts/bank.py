"""The bank of questions: a file that an association can edit, read and checked question by question."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz import fuzz, process

from bot.words.i18n import VOICES
from bot.words.text import fold
from cogs.prompts.rules import LENGTH, Prompt, Theme

ALIKE: Final = 85
"""From this likeness on (0 to 100), whatever the order of the words, two questions are the same one."""

_CODE: Final = re.compile(r"[a-z0-9-]{1,24}")
_WORD: Final = re.compile(r"[a-z0-9]+")
_FIELDS: Final = ({"id", "theme", "text"}, {"id", "theme", *VOICES})
_LITTLE: Final = {
    "fr": frozenset(
        """au aux avec avez ce ces cette dans de des du elle en est et il ils l la le les mais n ne ou par pas pour qu
        quand que quel quelle quelles quels qui quoi sa se ses son sur ta te tes toi ton tu un une votre vos vous
        y""".split()
    ),
    "en": frozenset(
        """and are at by did do does for from has have how in is it many of our that the their they this to was we were
        what when where which who why with you your""".split()
    ),
}
"""Words of grammar that only one of the languages has, without accents."""


class Fault(StrEnum):
    """Why a text is no question for the bank."""

    LENGTH = "length"
    NO_QUESTION = "no-question"
    LANGUAGE = "language"


_MEND: Final = {
    Fault.LENGTH: f"a question has 1 to {LENGTH} characters",
    Fault.NO_QUESTION: "it needs a question mark",
    Fault.LANGUAGE: "it has to be in the language of the bank",
}


def faults(text: str, language: str) -> tuple[Fault, ...]:
    """What is wrong with a question for readers of `language`; nothing when it is good."""
    found = {
        Fault.LENGTH: not 0 < len(text) <= LENGTH,
        Fault.NO_QUESTION: "?" not in text,
        Fault.LANGUAGE: not _reads_as(text, language),
    }
    return tuple(fault for fault, is_so in found.items() if is_so)


def _reads_as(text: str, language: str) -> bool:
    """Whether a text holds at least as many little words of this language as of any other."""
    words = _WORD.findall(fold(text))
    count = {code: sum(word in little for word in words) for code, little in _LITTLE.items()}
    return count.pop(language) >= max(count.values())


def alike(text: str, others: Iterable[str]) -> str | None:
    """The one of some questions that says the same as `text`; None when there is none."""
    texts = list(others)
    found = process.extractOne(
        _key(text), [_key(other) for other in texts], scorer=fuzz.token_set_ratio, score_cutoff=ALIKE
    )
    return texts[found[2]] if found else None


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def load(path: Path, language: str) -> tuple[Prompt, ...]:
    """The questions of a file. ValueError that names the file and, for each question, what is to be mended."""
    wrong: list[str] = []
    prompts: dict[str, Prompt] = {}
    for place, entry in enumerate(_entries(path), start=1):
        try:
            prompt = _read(entry, language)
            _check_new(prompt, prompts)
        except ValueError as error:
            code = f" ({entry['id']})" if "id" in entry else ""
            wrong.append(f"prompt {place}{code}: {error}")
        else:
            prompts[prompt.id] = prompt
    if wrong:
        raise ValueError(f"{path}: {'; '.join(wrong)}")
    return tuple(prompts.values())


def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("prompt")
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries) or not entries:
        raise ValueError(f"{path}: there is no [[prompt]] in it")
    return entries


def _read(entry: dict[str, Any], language: str) -> Prompt:
    """One question, whatever the others are. ValueError that says what is to be mended."""
    if entry.keys() not in _FIELDS or not all(isinstance(value, str) for value in entry.values()):
        raise ValueError("it has id, theme and text, or tu and vous for text, all between quotes")
    if not _CODE.fullmatch(entry["id"]):
        raise ValueError("an id is 1 to 24 of a-z, 0-9 and -")
    if entry["theme"] not in set(Theme):
        raise ValueError(f"a theme is one of {', '.join(Theme)}")
    said: dict[str, str] = {voice: entry[voice] if voice in entry else entry["text"] for voice in VOICES}
    found = {fault: None for text in said.values() for fault in faults(text, language)}
    if found:
        raise ValueError(", ".join(_MEND[fault] for fault in found))
    return Prompt(entry["id"], Theme(entry["theme"]), **said)


def _check_new(prompt: Prompt, prompts: dict[str, Prompt]) -> None:
    """Refuse a question that stands in the bank already, under its own id or in other words."""
    if prompt.id in prompts:
        raise ValueError("this id stands twice")
    for voice in VOICES:
        if twin := alike(prompt.said(voice), (other.said(voice) for other in prompts.values())):
            raise ValueError(f"too much like “{twin}”")
