"""Where SimCord differs from Discord in a way that a visitor would notice, and what is done about it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

import simcord
import simcord.components
import simcord.preview._markdown
import simcord.preview._messages
from simcord.enums import SELECT_TYPES, AppCommandType, ChannelType, MessageType

from bot.schedule import housekeeping
from bot.words.text import link

FIRST_NUMBER: Final = 2**30
"""Selects have numbers from here on, far above those that the others get."""
_COMMAND: Final = re.compile(r"</([^:\n]{1,100}):\d+>")


def quiet_new_threads(env: simcord.Env) -> None:
    """Discord tells of a new thread only under an older message, and ours start at once; of a private one it never
    tells. SimCord always tells."""
    announce = env.backend.create_system_message

    def announce_others(place: int, kind: int, author: int, **options: Any) -> Any:
        quiet = kind == MessageType.THREAD_CREATED and (
            options.get("referenced_message_id")
            or env.backend.get_channel(options["target_channel_id"]).type == ChannelType.PRIVATE_THREAD
        )
        return None if quiet else announce(place, MessageType(kind), author, **options)

    env.backend.create_system_message = announce_others  # type: ignore[method-assign,assignment]


def own_commands_suffice(env: simcord.Env) -> None:
    """Keep the page from warning that our commands aren't global: each has an entry of a type that nobody sees."""
    env.backend.commands[None] = {
        (command.name, int(AppCommandType.CHAT_INPUT)): {"name": command.name, "type": 0}
        for command in env.bot.tree.get_commands()  # type: ignore[attr-defined]
    }


@contextlib.contextmanager
def nights_without_copies() -> Iterator[None]:
    """Nobody restores a demo: its file isn't copied every night, which would take a tenth of the story's time."""
    back_up = housekeeping.back_up  # type: ignore[attr-defined]

    async def leave_it(path: Path, folder: Path, at: int) -> Path:  # noqa: ARG001 (its shape)
        return path

    housekeeping.back_up = leave_it  # type: ignore[attr-defined]
    try:
        yield
    finally:
        housekeeping.back_up = back_up  # type: ignore[attr-defined]


@contextlib.contextmanager
def selects_that_are_told_apart() -> Iterator[None]:
    """The page remembers what a select shows by the select's number, which says only where it stands: the next step's
    select would show the last step's choice, and one that comes back what was chosen in it before. Here each select
    that is shown has a number of its own."""
    number_all, numbers = simcord.components._assign_ids, count(FIRST_NUMBER)

    def number_selects_first(components: list[dict[str, Any]], explicit_ids: set[int]) -> None:
        for part in simcord.components.walk_components(components):
            if part.get("type") in SELECT_TYPES and not part.get("id"):
                part["id"] = next(numbers)
                explicit_ids.add(part["id"])
        number_all(components, explicit_ids)

    simcord.components._assign_ids = number_selects_first
    try:
        yield
    finally:
        simcord.components._assign_ids = number_all


@contextlib.contextmanager
def names_in_letters() -> Iterator[None]:
    """In direct messages Discord names whoever is on a server with the reader. SimCord names there only the two who
    write to each other, and shows anybody else as a number."""
    named = simcord.preview._messages._user_allowed

    def named_or_met(preview: Any, page: Any, user_id: int) -> bool:
        backend = preview.env.backend
        met = backend.get_channel(page.channel_id).guild_id is None and any(
            {user_id, page.viewer.id} <= guild.members.keys() for guild in backend.guilds.values()
        )
        return met or named(preview, page, user_id)

    simcord.preview._messages._user_allowed = named_or_met
    try:
        yield
    finally:
        simcord.preview._messages._user_allowed = named


@contextlib.contextmanager
def mentions_that_read_well(guild_id: int) -> Iterator[None]:
    """On Discord the mention of a channel leads there; SimCord only names it. And a command that can't be run where it
    is mentioned, as in direct messages, has its name all the same; SimCord shows what was written for it."""
    show = simcord.preview._markdown._inline

    def show_better(children: Iterable[Any]) -> list[dict[str, Any]]:
        shown: list[dict[str, Any]] = []
        for token in show(children):
            if token["type"] == "text":
                token["content"] = _COMMAND.sub(r"/\1", token["content"])
            if token["type"] == "mention" and token["kind"] == "channel":
                there = link(guild_id, int(token["id"]))
                shown += [{"type": "link_open", "href": there}, token, {"type": "link_close"}]
            else:
                shown.append(token)
        return shown

    simcord.preview._markdown._inline = show_better
    try:
        yield
    finally:
        simcord.preview._markdown._inline = show
