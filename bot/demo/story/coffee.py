"""Coffee in the demo: people say yes, meet, and say that they did. Read from `coffee.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import discord
from simcord.builders import ChannelHandle

from bot.demo.shown import message_of, parts_of
from bot.demo.story.acts import willing
from bot.schedule.clock import DAY

if TYPE_CHECKING:
    from bot.demo.stage import Stage

_TOLD: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
ROUNDS: Final[Sequence[Sequence[str]]] = _TOLD["rounds"]
"""Who says yes to each announcement, beside those who take part each time."""
REGULARS: Final = frozenset(_TOLD["regulars"])
"""Who takes part each time once they met somebody."""
OTHER_THREADS: Final = ("intros-thread-title", "mission-thread-title", "help-thread-title")
"""What private threads are called that are not for coffee."""
_MET: Final = "matchmaking:met:"
_EVERY: Final = "matchmaking:rhythm:every"
_MENTION: Final = re.compile(r"<@(\d+)>")


async def come(stage: Stage, names: Sequence[str]) -> None:
    """A round was announced, and these people say yes."""
    for name in names:
        await willing(stage.people[name].click(_announcement(stage), label=stage.words.plain("coffee-in")))


async def say_hello(stage: Stage, names: Container[str]) -> None:
    """People were brought together: in each new thread one of these proposes a day."""
    for thread in threads(stage):
        if not _people_wrote(thread):
            for name in [name for name in people_in(stage, thread) if name in names][:1]:
                await willing(stage.people[name].send(thread, _talk(stage, thread)["hello"]))


async def answer_hello(stage: Stage, names: Container[str]) -> None:
    """The other one says yes, if they are one of these."""
    for thread in threads(stage):
        if _people_wrote(thread) == 1:
            wrote = {said.author.id for said in thread.history()}
            for name in people_in(stage, thread):
                if name in names and stage.people[name].id not in wrote:
                    await willing(stage.people[name].send(thread, _talk(stage, thread)["answer"]))
                    break


async def say_they_met(stage: Stage, names: Container[str]) -> None:
    """The bot asked today: most of these had their coffee, one pair still plans it."""
    asked = [thread for thread in threads(stage) if _is_asked(stage, thread) and _spoke(thread)]
    for number, thread in enumerate(asked):
        here, planned = [name for name in people_in(stage, thread) if name in names], number == len(asked) - 1
        for name in here[:1] if planned else here:
            await willing(_say_how_it_went(stage, thread, name, planned=planned))
        if here and not planned:
            await willing(stage.people[here[-1]].send(thread, _talk(stage, thread)["after"]))


async def _say_how_it_went(stage: Stage, thread: ChannelHandle, name: str, *, planned: bool) -> None:
    question = next(said for said in reversed(thread.history()) if _is_in(said, _MET))
    label = stage.words.plain("coffee-planned" if planned else "coffee-met")
    answer = await stage.people[name].click(question, label=label)
    if name in REGULARS and _is_in(message_of(answer).message, _EVERY):
        await stage.people[name].click(message_of(answer), custom_id=_EVERY)


async def live_on(stage: Stage, names: Container[str]) -> None:
    """What people do about coffee of an evening: these of them who are not in the visitor's hands."""
    if _is_of_today(stage, _announcement(stage)) and _is_in(_announcement(stage), "matchmaking:in"):
        await come(stage, [name for name in ROUNDS[-1] if name in names])
    await say_hello(stage, names)
    await answer_hello(stage, names)
    await say_they_met(stage, names)


def threads(stage: Stage) -> list[ChannelHandle]:
    """The private threads in which people have coffee; other things open such threads too."""
    others = {stage.words.plain(key) for key in OTHER_THREADS}
    return [thread for thread in stage.places["threads"].threads if thread.name not in others]


def _announcement(stage: Stage) -> discord.Message:
    return next(card for card in reversed(stage.places["coffee"].history()) if card.author.bot)


def _people_wrote(thread: ChannelHandle) -> int:
    """How many messages of people a thread holds."""
    return sum(not said.author.bot for said in thread.history())


def _spoke(thread: ChannelHandle) -> bool:
    """Whether at least two people wrote in a thread: somebody whom the visitor left waiting didn't meet them."""
    return len({said.author.id for said in thread.history() if not said.author.bot}) > 1


def _is_asked(stage: Stage, thread: ChannelHandle) -> bool:
    last = thread.history()[-1]
    return _is_in(last, _MET) and _is_of_today(stage, last)


def _is_of_today(stage: Stage, said: discord.Message) -> bool:
    return stage.clock.now() - said.created_at.timestamp() < DAY


def _is_in(card: discord.Message, act: str) -> bool:
    return any(str(part.get("custom_id", "")).startswith(act) for part in parts_of(card))


def _talk(stage: Stage, thread: ChannelHandle) -> Mapping[str, str]:
    talks, number = _TOLD["talk"], [other.id for other in threads(stage)].index(thread.id)
    said: Mapping[str, str] = talks[number % len(talks)][stage.story.language]
    return said


def people_in(stage: Stage, thread: ChannelHandle) -> list[str]:
    """The names of those who meet in a thread, as its first message says them."""
    named = {person.id: name for name, person in stage.people.items()}
    text = str([part.to_dict() for part in thread.history()[0].components])
    return [named[int(found)] for found in dict.fromkeys(_MENTION.findall(text))]
