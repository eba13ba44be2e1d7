"""How a round is announced, and what people read of it. Pure."""

from __future__ import annotations

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, row
from bot.words.i18n import Words
from bot.words.text import moment
from cogs.matchmaking.rules import Outcome, Round, State


def announcement(words: Words, round_: Round, next_at: int | None) -> discord.ui.LayoutView:
    """The announcement of a round, as it is now; `next_at` is when people are next brought together."""
    match round_.state:
        case State.ANNOUNCED:
            said, buttons = words("coffee-announced", when=moment(round_.match_at)), _first_buttons(words, round_)
        case State.RUNNING:
            said, buttons = words("coffee-running"), _late_buttons(words, round_)
        case State.CLOSED:
            said, buttons = words("coffee-closed", **_next(next_at)), _own_buttons(words)
        case _:
            key = "coffee-too-few" if round_.state is State.TOO_FEW else "coffee-called-off"
            said, buttons = words(key, **_next(next_at)), _own_buttons(words)
    return card(words("coffee-title"), said, row(*buttons))


def _first_buttons(words: Words, round_: Round) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    return [
        button(words.plain("coffee-in"), custom_id("matchmaking:in", round_.id), style=PRIMARY),
        button(words.plain("coffee-out"), custom_id("matchmaking:out", round_.id)),
        *_own_buttons(words),
    ]


def _late_buttons(words: Words, round_: Round) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    return [button(words.plain("coffee-in-late"), custom_id("matchmaking:in", round_.id)), *_own_buttons(words)]


def _own_buttons(words: Words) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    return [button(words.plain("coffee-status"), "matchmaking:status")]


def _next(next_at: int | None) -> dict[str, str]:
    return {"again": "no" if next_at is None else "yes", "when": moment(next_at or 0, "D")}


def left_out(words: Words, outcome: Outcome, *, nowhere: bool) -> list[Block]:
    """To somebody without a partner: the odd number is named when it is the only cause, else always the same words.
    `nowhere`: they have coffee in person only, and didn't say where."""
    return [
        words("coffee-odd" if outcome is Outcome.ODD else "coffee-nobody"),
        words("coffee-nobody-yet"),
        words("coffee-join-where") if nowhere else None,
    ]


def not_this_time(words: Words, round_: Round, next_at: int | None) -> list[Block]:
    """To somebody who was coming to a round that doesn't take place."""
    key = "coffee-letter-too-few" if round_.state is State.TOO_FEW else "coffee-letter-called-off"
    return [words(key, **_next(next_at))]


def waited(words: Words, next_at: int | None) -> list[Block]:
    """To somebody for whom nobody was free until the round ended."""
    return [words("coffee-waited", **_next(next_at))]
