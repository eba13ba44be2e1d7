"""Coffee in the demo: organisers plan rounds, people say yes, meet, and say that they did."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from simcord.builders import ChannelHandle

from bot.schedule import due
from bot.schedule.clock import HOUR, MINUTE

if TYPE_CHECKING:
    from bot.demo.stage import Stage

ROUNDS: Final = 2
"""How many rounds take place; one more is announced."""
_MENTION: Final = re.compile(r"<@(\d+)>")


async def tell(
    stage: Stage, people: Sequence[str], said: Mapping[str, Sequence[str]], meanwhile: Callable[[], Awaitable[None]]
) -> None:
    """Two rounds from end to end, and a third that is announced; `meanwhile`, other things happen now and then."""
    await _plan(stage)
    await _come(stage, people)
    for number in range(ROUNDS):
        await meanwhile()
        opened = await _meet(stage, said)
        await _until(stage, "matchmaking:check-in")
        await meanwhile()
        if number + 1 < ROUNDS:
            await _say_they_met(stage, opened)
        await _come(stage, people if number + 1 < ROUNDS else ())


async def _plan(stage: Stage) -> None:
    """The organiser switches rounds on."""
    from bot.demo.stage import message_of

    card = await stage.organiser.slash(stage.lounge, "cafe-orga planifier")
    await stage.organiser.click(message_of(card), custom_id="matchmaking:turn:on")


async def _come(stage: Stage, people: Sequence[str]) -> None:
    """A round is announced, and these people say yes."""
    await _until(stage, "matchmaking:announce")
    for name in people:
        await stage.people[name].click(stage.coffee.history()[-1], label=stage.words.plain("coffee-in"))


async def _meet(stage: Stage, said: Mapping[str, Sequence[str]]) -> list[ChannelHandle]:
    """People are brought together, and say hello; their threads."""
    before = {thread.id for thread in stage.threads.threads}
    await _until(stage, "matchmaking:match")
    opened = [thread for thread in stage.threads.threads if thread.id not in before]
    await stage.until(stage.clock.now() + 2 * HOUR)
    for number, thread in enumerate(opened):
        first, second, *_ = people_in(stage, thread)
        await stage.people[first].send(thread, said["hello"][number % len(said["hello"])])
        await stage.people[second].send(thread, said["answer"][number % len(said["answer"])])
    return opened


async def _say_they_met(stage: Stage, opened: Sequence[ChannelHandle]) -> None:
    """Most had their coffee, one still plans it."""
    from bot.demo.stage import message_of

    for number, thread in enumerate(opened):
        question, planned = thread.history()[-1], number == len(opened) - 1
        label = stage.words.plain("coffee-planned" if planned else "coffee-met")
        for name in people_in(stage, thread)[: 1 + number % 2]:
            answer = await stage.people[name].click(question, label=label)
            if not planned and name[0] < "M":  # some take part each time from now on
                await stage.people[name].click(message_of(answer), custom_id="matchmaking:rhythm:every")


async def _until(stage: Stage, kind: str) -> None:
    """Let time pass until the next thing of a kind was done."""
    planned = await due.upcoming(stage.association.read(), [kind])
    await stage.until(planned[0].due_at)
    await stage.until(stage.clock.now() + MINUTE)


def thread_of(stage: Stage, name: str) -> ChannelHandle:
    """The newest thread in which somebody meets somebody."""
    return next(thread for thread in reversed(stage.threads.threads) if name in people_in(stage, thread))


def people_in(stage: Stage, thread: ChannelHandle) -> list[str]:
    """The names of those who meet in a thread, as its first message says them."""
    named = {person.id: name for name, person in stage.people.items()}
    text = str([part.to_dict() for part in thread.history()[0].components])
    return [named[int(found)] for found in dict.fromkeys(_MENTION.findall(text))]
