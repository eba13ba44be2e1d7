"""What people type in the forms about questions, checked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.errors import Refusal
from bot.words.text import clean, fold, says_something
from cogs.prompts import bank
from cogs.prompts.bank import Fault
from cogs.prompts.rules import LENGTH, WORD, Theme


def read_question(typed: str, others: Iterable[str], language: str | None = None) -> str:
    """A question, as it may be asked here beside `others`; in `language`, where one is said. Raises `Refusal` that says
    what to mend."""
    text = clean(typed, lines=False)
    if not says_something(text):
        raise Refusal("prompts-blank")
    for fault in bank.faults(text, language or "fr"):
        if fault is not Fault.LANGUAGE or language is not None:
            raise Refusal("prompts-fault", fault=fault.value, limit=LENGTH, length=len(text))
    if twin := bank.alike(text, others):
        raise Refusal("prompts-alike", twin=twin)
    return text


def theme_meant(typed: str, names: Mapping[Theme, str]) -> Theme | None:
    """The theme that was typed, by its name, its code, or the beginning of a word of one ("prosp"); None for anything
    else."""
    meant = fold(clean(typed, lines=False))
    called = {theme: (fold(name), theme.value, *fold(name).split()) for theme, name in names.items()}
    for means in (str.__eq__, str.startswith):
        for theme, said in called.items():
            if len(meant) > 1 and any(means(word, meant) for word in said):
                return theme
    return None


def read_theme(typed: str, names: Mapping[Theme, str]) -> Theme | None:
    """The theme that was typed, None for none. Raises `Refusal` for one that isn't there."""
    theme = theme_meant(typed, names)
    if theme is None and typed.strip():
        raise Refusal("prompts-theme-unknown", themes=", ".join(names.values()))
    return theme


def read_word(typed: str) -> str:
    """What organisers say to whoever proposed a question. Raises `Refusal` when nothing is said."""
    text = clean(typed, lines=False)
    if not says_something(text):
        raise Refusal("prompts-word-blank")
    if len(text) > WORD:
        raise Refusal("prompts-word-long", limit=WORD, length=len(text))
    return text
