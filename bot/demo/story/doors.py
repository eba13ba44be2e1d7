"""Warm introductions in the demo: doors that people note, searches, two who are presented. Read from `doors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.demo.shown import act_in, message_of
from bot.demo.story.acts import willing
from bot.schedule.clock import DAY

if TYPE_CHECKING:
    from bot.demo.stage import Stage

_TOLD: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
DOORS: Final[Sequence[Mapping[str, Any]]] = _TOLD["door"]
"""Who could open which door, in both languages, and since which day."""
SEARCHES: Final[Sequence[Mapping[str, Any]]] = _TOLD["search"]
"""Who looked for whom, and who said yes."""
PRESENTATION: Final[Mapping[str, Any]] = _TOLD["presentation"]
"""Who presented which two."""
GLADLY: Final[Mapping[str, Any]] = _TOLD["gladly"]
"""Who may be asked something twice a week."""
PATIENCE: Final = 4 * DAY
"""Up to what age somebody still answers a letter that asked them, in seconds."""


async def note(stage: Stage, door: Mapping[str, Any]) -> None:
    """Somebody notes, for themselves, which door they could open."""
    person = stage.people[door["by"]]
    form = await person.click(stage.places["intros"].history()[0], custom_id="warm_intros:add")
    await person.submit_modal(form, {"words": door[stage.story.language], "where": door["where"]})


async def allow_asks(stage: Stage, told: Mapping[str, Any]) -> None:
    """Somebody says that they may be asked something twice a week."""
    person = stage.people[told["by"]]
    shown = await person.slash(stage.places["lounge"], "moi preferences")
    await person.select(message_of(shown), ["2"], custom_id="privacy:asks")


async def search(stage: Stage, told: Mapping[str, Any]) -> None:
    """Somebody looks for somebody who knows somebody."""
    said = told[stage.story.language]
    await stage.people[told["by"]].slash(stage.places["lounge"], "qui-connait", qui=said["who"], pourquoi=said["why"])


async def say_yes(stage: Stage, told: Mapping[str, Any]) -> None:
    """Whoever was asked says yes; the two say a word in their thread."""
    await _press_in_letter(stage, told["by_whom"], "warm_intros:yes")
    thread, said = stage.places["threads"].threads[-1], told[stage.story.language]
    await stage.people[told["by"]].send(thread, said["hello"])
    await stage.people[told["by_whom"]].send(thread, said["answer"])


async def say_it_helped(stage: Stage, told: Mapping[str, Any]) -> None:
    """Two weeks later: it did, and why is said to whoever opened the door."""
    asker = stage.people[told["by"]].user
    shown = await _press_in_letter(stage, told["by"], "warm_intros:helped")
    way = act_in(message_of(shown).message, "help_requests:thank_matter")
    form = await asker.click(message_of(shown), custom_id=way)
    preview = await asker.submit_modal(form, {"reason": told[stage.story.language]["helped"]})
    await asker.click(message_of(preview), label=stage.words.plain("thanks-send"))


async def present(stage: Stage, told: Mapping[str, Any]) -> None:
    """Somebody would like two others to meet."""
    person, said = stage.people[told["by"]], told[stage.story.language]
    form = await person.click(stage.places["intros"].history()[0], custom_id="warm_intros:present")
    one, other = (stage.people[told[name]] for name in ("one", "other"))
    await person.submit_modal(form, {"one": [one], "whom": [other], "why": said["why"]})


async def agree_to_meet(stage: Stage, told: Mapping[str, Any]) -> None:
    """Both say yes, and a word in the thread of the three."""
    said = told[stage.story.language]
    for name in (told["one"], told["other"]):
        await _press_in_letter(stage, name, "warm_intros:meet")
    thread = stage.places["threads"].threads[-1]
    await stage.people[told["other"]].send(thread, said["hello"])
    await stage.people[told["one"]].send(thread, said["answer"])


async def live_on(stage: Stage, names: Container[str]) -> None:
    """Of an evening: those of these people who are asked for a search, or to be presented, say yes."""
    for name in [name for name in stage.people if name in names]:
        for letter, act in list(_asked(stage, name)):
            threads = len(stage.places["threads"].threads)
            await willing(stage.people[name].user.click(letter, custom_id=act))
            opened = stage.places["threads"].threads[threads:]
            if opened and act.startswith("warm_intros:yes"):
                await willing(stage.people[name].send(opened[-1], _TOLD["visitor"][stage.story.language]))


def _asked(stage: Stage, name: str) -> Iterator[tuple[discord.Message, str]]:
    """The letters that wait for somebody's answer, and what a yes is."""
    since = stage.clock.now() - PATIENCE
    for letter in _letters(stage, name):
        if letter.created_at.timestamp() >= since:
            found = (act_in(letter, f"warm_intros:{act}") for act in ("yes", "meet"))
            yield from ((letter, act) for act in found if act)


def _letters(stage: Stage, name: str) -> list[discord.Message]:
    """What the bot wrote to somebody; nothing while they never wrote to each other."""
    person = stage.people[name].user
    if person.id not in stage.env.backend.dm_channels:
        return []
    return list(person.dm_channel.history())


async def _press_in_letter(stage: Stage, name: str, act: str) -> Any:
    """Press in the newest letter that has such a button."""
    found = next(where for letter in reversed(_letters(stage, name)) if (where := (letter, act_in(letter, act)))[1])
    return await stage.people[name].user.click(found[0], custom_id=found[1])
