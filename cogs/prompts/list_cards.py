"""The bank, what was asked lately and what members proposed, as organisers see them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Choice, button, card, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, moment, truncate
from cogs.prompts import cards
from cogs.prompts.rules import Question, Source, State, Suggestion, Theme

OWN: Final = "own"
ASKED: Final = "asked"
PROPOSED: Final = "proposed"
FIRST: Final = "first"
"""Stands for the view that has something to look at: what waits for a word, else their own, else the bank."""
VIEWS: Final = (OWN, PROPOSED, ASKED, *(theme.value for theme in Theme))
"""What the list can show: organisers' own questions, members' that wait, what was asked, then the bank by theme."""
SHOWN: Final = 120
"""Characters of a question in a list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was asked: when (UTC seconds), where it came from, its words while they are there, its address
    while it stands."""

    at: int
    source: Source
    text: str
    url: str | None


def found(words: Words, questions: Sequence[Question], *, more: bool) -> discord.ui.LayoutView:
    """The questions that hold what was typed, or the first of them: one is to be chosen."""
    return card(
        words("prompts-list-found", more="yes" if more else "no"),
        Safe("\n".join(_line(words, one) for one in questions)),
        _pick(words, questions),
        row(button(words.plain("offer-prompts-list"), custom_id("prompts:list", FIRST, 0))),
    )


def bank(words: Words, view: str, page: Page[Question]) -> discord.ui.LayoutView:
    """A page of questions, of their own or of a theme."""
    lines = [_line(words, one) for one in page.entries]
    return _list(words, view, page, lines, _pick(words, page.entries))


def _line(words: Words, question: Question) -> Safe:
    return words("prompts-list-line", text=truncate(question.text, SHOWN), state=_state(question))


def _pick(words: Words, questions: Sequence[Question]) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    choices = [Choice(one.ref, one.text) for one in questions]
    return row(select("prompts:pick", words.plain("prompts-list-pick"), choices)) if choices else None


def _state(question: Question) -> str:
    return "removed" if question.removed else "own" if question.own else "shipped"


def asked(words: Words, page: Page[Asked]) -> discord.ui.LayoutView:
    """A page of what was asked, the newest first."""
    return _list(words, ASKED, page, [_asked(words, one) for one in page.entries], None)


def _asked(words: Words, one: Asked) -> Safe:
    text = words("prompts-list-quoted", text=truncate(one.text, SHOWN)) if one.text else words("prompts-list-gone")
    shown = Safe(f"[{text}]({one.url})") if one.url else text
    return words("prompts-list-asked", at=moment(one.at, "D"), source=one.source.value, text=shown)


def proposed(words: Words, page: Page[Suggestion]) -> discord.ui.LayoutView:
    """A page of what members proposed: what waits for a word, then what was accepted and is still to be asked."""
    lines = [words("prompts-list-line", text=truncate(one.text, SHOWN), state=one.state.value) for one in page.entries]
    choices = [Choice(str(one.id), one.text) for one in page.entries if one.state is State.WAITING]
    pick = row(select("prompts:pick_proposed", words.plain("prompts-list-pick"), choices)) if choices else None
    return _list(words, PROPOSED, page, lines, pick)


def _list(
    words: Words,
    view: str,
    page: Page[Any],
    lines: Sequence[Safe],
    pick: discord.ui.ActionRow[discord.ui.LayoutView] | None,
) -> discord.ui.LayoutView:
    choices = [Choice(code, words.plain(f"prompts-view-{code}"), chosen=code == view) for code in VIEWS]
    return card(
        words("prompts-list", view=words.plain(f"prompts-view-{view}")),
        Safe("\n".join(lines)) if lines else words("prompts-list-none", view=view),
        row(select("prompts:list_view", words.plain("prompts-list-view"), choices)),
        pick,
        turn(words, page, lambda number: custom_id("prompts:list", view, number)),
        row(
            button(words.plain("prompts-add"), "prompts:add", style=PRIMARY),
            button(words.plain("prompts-plan-open"), "prompts:plan"),
        ),
    )


def one(words: Words, question: Question, done: str = "") -> discord.ui.LayoutView:
    """One question, with what can be done with it, after what was `done` (a message) if something was."""
    about = cards.names(words)[question.theme]
    return card(
        words(done) if done else None,
        words("prompts-one", text=question.text, theme=about, state=_state(question)),
        row(
            *(_changes(words, question)),
            button(words.plain("prompts-list-back"), custom_id("prompts:list", question.theme.value, 0)),
        ),
    )


def _changes(words: Words, question: Question) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    restore = button(words.plain("prompts-restore"), custom_id("prompts:restore", question.ref))
    if question.removed:
        return [restore]
    return [
        button(words.plain("prompts-edit"), custom_id("prompts:edit", question.ref)),
        button(words.plain("prompts-remove"), custom_id("prompts:remove", question.ref), style=DANGER),
    ]


def suggestion(words: Words, found: Suggestion) -> discord.ui.LayoutView:
    """A member's question that waits for a word."""
    return card(
        *cards.suggested(words, found),
        row(
            *cards.decisions(words, found),
            button(words.plain("prompts-list-back"), custom_id("prompts:list", PROPOSED, 0)),
        ),
    )


def done(words: Words, said: Safe) -> discord.ui.LayoutView:
    """What was done, and the ways on."""
    return card(said, ways(words))


def ways(words: Words) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """To everything else that organisers do with questions."""
    return row(
        button(words.plain("offer-prompts-list"), custom_id("prompts:list", FIRST, 0)),
        button(words.plain("prompts-plan-open"), "prompts:plan"),
    )
