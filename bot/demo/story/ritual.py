"""The weekly rituals in the demo: what people answer to the question, and say of the digest (`ritual.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import discord
from simcord.builders import ChannelHandle

from bot.demo.shown import bare, parts_of, text_of
from bot.demo.story.acts import willing
from bot.settings import CODE_DATA

if TYPE_CHECKING:
    from bot.demo.stage import Stage

_TOLD: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SPEAKERS: Final = frozenset(
    said["by"] for said in (*_TOLD["elsewhere"], *_TOLD["answer"], *_TOLD["digest"], _TOLD["beside"])
)
"""Everybody who says something, in some week."""
ANYTHING: Final = "*"
"""What an answer is about that fits every question."""


async def answer(stage: Stage) -> None:
    """Somebody answers the last question if nobody did yet; where it leads elsewhere, they go there and say so."""
    cards = [card for card in stage.places["questions"].history() if card.author.bot and card.components]
    if not cards:
        return
    last = cards[-1]
    thread = _thread(stage.places["questions"], last.id)
    if thread is not None and _is_silent(thread):
        await _answer(stage, last, thread, len(cards))
    elif thread is None and last.id == stage.places["questions"].history()[-1].id:
        said = _TOLD["elsewhere"][len(cards) % len(_TOLD["elsewhere"])]
        places = list(_led_to(stage, last))
        if places:  # else what was spoken of is settled
            await _say(stage, said, stage.places["questions"])
        for place in places:
            there = said[f"{stage.story.language}_there"]
            await willing(stage.people[said["by"]].send(place, there))


def _led_to(stage: Stage, card: discord.Message) -> Iterator[ChannelHandle]:
    """The thread under the introduction or the request to which a question leads."""
    for link in (part["url"] for part in parts_of(card) if part.get("url")):
        number = int(link.rsplit("/", 1)[1])
        yield from (found for key in ("hall", "help") if (found := _thread(stage.places[key], number)))


def _thread(place: ChannelHandle, number: int) -> ChannelHandle | None:
    """A thread has the number of the message under which it began."""
    return next((thread for thread in place.threads if thread.id == number), None)


async def _answer(stage: Stage, card: discord.Message, thread: ChannelHandle, place: int) -> None:
    about = _about(stage, card)
    fits_all = [one for one in _TOLD["answer"] if one["about"] == ANYTHING]
    said = [one for one in _TOLD["answer"] if one["about"] == about] or [fits_all[place % len(fits_all)]]
    for one in said:
        await _say(stage, one, thread)


def _about(stage: Stage, card: discord.Message) -> str | None:
    """The question's code in the bank; None for one that isn't of it."""
    bank = CODE_DATA / "prompts" / f"{stage.story.language}.toml"
    said = bare(text_of(card))
    for prompt in tomllib.loads(bank.read_text(encoding="utf-8"))["prompt"]:
        if bare(prompt.get("text") or prompt["tu"]) in said:
            return str(prompt["id"])
    return None


def _is_silent(thread: ChannelHandle) -> bool:
    return all(said.author.bot for said in thread.history())


async def speak_in_the_room(stage: Stage) -> None:
    """Nobody answers the question, but somebody says a word in its channel."""
    await _say(stage, _TOLD["beside"], stage.places["questions"])


async def thank_for_the_digest(stage: Stage, number: int) -> None:
    """Somebody says a word about the digest, so that the next one doesn't take its place."""
    await _say(stage, _TOLD["digest"][number], stage.places["digest"])


async def _say(stage: Stage, said: Mapping[str, str], place: ChannelHandle) -> None:
    await willing(stage.people[said["by"]].send(place, said[stage.story.language]))
