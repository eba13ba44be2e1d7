"""The bank of questions as one association has it: the file, and what its organisers changed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bot import content
from bot.content import Content
from bot.settings import Settings
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.words.i18n import LANGUAGES
from cogs.prompts import bank, question_store
from cogs.prompts.question_store import Change
from cogs.prompts.rules import Prompt, Question

_MARK: Final = "own_"
"""Begins the ref of a question of their own; no code of a file holds this line."""
_banks: Final[dict[Path, Mapping[str, tuple[Prompt, ...]]]] = {}
"""What was read, by data directory: a file that changes is taken up at the next start."""


def files(settings: Settings) -> list[Path]:
    """The banks in use, a language each, in the order of the languages."""
    return [settings.content(f"prompts/{language}.toml") for language in LANGUAGES]


def read(paths: Sequence[Path]) -> None:
    """Read them all. ValueError that names what is wrong."""
    for path, language in zip(paths, LANGUAGES, strict=True):
        bank.load(path, language)


content.declare(Content("prompts", files, read))


def shipped(settings: Settings, language: str) -> tuple[Prompt, ...]:
    """The questions of the file in use. ValueError when it is wrong, which the start of the bot says first."""
    if settings.data_dir not in _banks:
        paths = zip(files(settings), LANGUAGES, strict=True)
        _banks[settings.data_dir] = {code: bank.load(path, code) for path, code in paths}
    return _banks[settings.data_dir][language]


async def all_of(settings: Settings, association: Association, db: Connection) -> list[Question]:
    """Every question of the file, as it is asked here or not, then organisers' own."""
    words = association.words
    changes = await question_store.changes(db)
    changed = {change.code: change for change in changes if change.code is not None}
    prompts = shipped(settings, words.language)
    return [_as_it_is_here(prompt, changed.get(prompt.id), words.voice) for prompt in prompts] + [
        Question(f"{_MARK}{change.id}", change.theme, change.text, own=True)
        for change in changes
        if change.code is None and change.text is not None
    ]


def _as_it_is_here(prompt: Prompt, change: Change | None, voice: str) -> Question:
    said = prompt.said(voice)
    if change is None:
        return Question(prompt.id, prompt.theme, said)
    if change.text is None:
        return Question(prompt.id, prompt.theme, said, removed=True)
    return Question(prompt.id, change.theme, change.text, own=True)


async def find(settings: Settings, association: Association, db: Connection, ref: str) -> Question | None:
    """The question of this ref, or None."""
    return next((one for one in await all_of(settings, association, db) if one.ref == ref), None)


def own_id(ref: str) -> int | None:
    """The number of a question of their own; None for one of the file."""
    number = ref.removeprefix(_MARK)
    return int(number) if number != ref and number.isdecimal() else None


def own_ref(question_id: int) -> str:
    """The ref of a question of their own."""
    return f"{_MARK}{question_id}"
