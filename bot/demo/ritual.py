"""The weekly rituals in the demo: organisers switch the digest and the question on, and people answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from bot.schedule.clock import HOUR, MINUTE

if TYPE_CHECKING:
    from bot.demo.stage import Stage

RITUALS: Final = ("digest:post", "prompts:ask")
"""The schedules that organisers switch on, each in a channel of its own."""
PARIS: Final = ZoneInfo("Europe/Paris")
MORNING: Final = 35 * MINUTE
"""When everything that a morning holds was said: so long after eight, in seconds."""


async def plan(stage: Stage) -> None:
    """The organiser switches both on, under "Rythmes et pauses"."""
    from bot.demo.stage import message_of

    for name in RITUALS:
        shown = await stage.organiser.slash(stage.lounge, "envois")
        shown = await stage.organiser.click(message_of(shown), custom_id="organisers:rhythms")
        shown = await stage.organiser.select(message_of(shown), [name], custom_id="organisers:rhythm_open")
        await stage.organiser.click(message_of(shown), custom_id=f"organisers:rhythm_turn:on:{name}")


async def answer(stage: Stage, people: Sequence[str], said: Mapping[str, Any]) -> None:
    """Somebody answers each question that nobody answered yet, and says a word where the bot spoke last."""
    for number, thread in enumerate(stage.questions.threads):
        if not any(not message.author.bot for message in thread.history()):
            name, words = people[number % len(people)], said["answers"][number % len(said["answers"])]
            await stage.people[name].send(thread, words)
    last = stage.questions.history()[-1]
    if last.author.bot and last.id not in {thread.id for thread in stage.questions.threads}:
        await stage.people[people[1]].send(stage.questions, said["word"])


async def jump(stage: Stage, to: str, live_on: Callable[[], Awaitable[None]]) -> None:
    """Let time pass until a morning, just after the bot spoke: `tomorrow`, next `monday`, or in a `month`. People
    `live_on` meanwhile, every evening."""
    now = datetime.fromtimestamp(stage.clock.now(), UTC).astimezone(PARIS)
    days = {"tomorrow": 1, "monday": 7 - now.weekday(), "month": 30}[to]
    morning = (now + timedelta(days=days)).replace(hour=8, minute=0, second=0, microsecond=0)
    for evening in range(days):
        await stage.until(int((now.replace(hour=18, minute=0) + timedelta(days=evening)).timestamp()))
        await live_on()
    await stage.until(int(morning.timestamp()) + MORNING)
    if to == "month":
        await stage.until(stage.clock.now() + 3 * HOUR)
