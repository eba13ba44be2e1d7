"""The visitor isn't left alone: somebody welcomes whom they are, and lends them a hand (`welcome.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import discord
from simcord.builders import ChannelHandle

from bot.demo.shown import text_of
from bot.demo.story.acts import willing

if TYPE_CHECKING:
    from bot.demo.stage import Stage

_TOLD: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


async def answer(stage: Stage, visitors: Collection[str]) -> None:
    """Somebody answers what these people published, their introduction and their requests, where nobody else did."""
    for _, thread in _unanswered(stage, "hall", visitors):
        await _say(stage, "hall", thread)
    for card, thread in _unanswered(stage, "help", visitors):
        helper = stage.people[_TOLD["help"]["by"]]
        await willing(helper.click(card, label=stage.words.plain("help-can-help")))
        await _say(stage, "help", thread)


def _unanswered(stage: Stage, key: str, names: Collection[str]) -> Iterator[tuple[discord.Message, ChannelHandle]]:
    """The cards of a channel that are one of these people's, with the thread in which nobody else wrote."""
    cards = {card.id: card for card in stage.places[key].history()}
    for thread in list(stage.places[key].threads):
        for person in (stage.people[name].id for name in names):
            card = cards.get(thread.id)
            if card is None or f"<@{person}>" not in text_of(card):
                continue
            if all(said.author.bot or said.author.id == person for said in thread.history()):
                yield card, thread


async def _say(stage: Stage, key: str, thread: ChannelHandle) -> None:
    said = _TOLD[key]
    await willing(stage.people[said["by"]].send(thread, said[stage.story.language]))
