"""A scripted visit is lived in a browser, and leaves its pictures."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final

import typer
from PIL import Image

from bot.demo.story import Story
from bot.demo.visits.script import Act, CannotVisit, Script, read
from bot.demo.visits.visitor import Visitor, browser, chromium

COLOURS: Final = 128
"""How many colours a picture keeps: small files that look the same."""
SETTLED: Final = 400
"""Milliseconds that a page gets to come to rest before a picture."""


class Stuck(CannotVisit):
    """A step that couldn't be taken; says which, and what was expected."""


def prepare(path: Path, folder: Path | None, story: Story) -> Callable[[str], Awaitable[int]]:
    """What lives a script's visit to a story's lobby, once there is one, and leaves its pictures in `folder`. Raises
    `CannotVisit` where that can be told beforehand."""
    script = read(path, story.language)
    chromium()

    async def visit(url: str) -> int:
        try:
            await replay(url, script, folder, story.places)
        except CannotVisit as error:
            typer.echo(str(error), err=True)
            return 1
        taken = sum(act.name == "picture" for act in script.steps) if folder else 0
        typer.echo(f"{script.name}: every step was taken; pictures: {taken}.")
        return 0

    return visit


async def replay(url: str, script: Script, folder: Path | None, names: Mapping[str, str]) -> None:
    """Live a script's visit of the lobby at `url`, whose channels have these names. Raises `CannotVisit`."""
    from playwright.async_api import Error

    async with browser() as opened:
        try:
            width, height = script.window
            page = await opened.new_page(
                viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
            )
            visitor = Visitor(page, names)
            await visitor.arrive(url)
            await follow(visitor, script, folder)
        except Error as error:
            raise Stuck(f"{script.name} can't be lived: {error.message.splitlines()[0]}") from error


async def follow(visitor: Visitor, script: Script, folder: Path | None = None) -> None:
    """Take the steps of a script, one after another. Raises `Stuck`."""
    from playwright.async_api import Error

    for number, act in enumerate(script.steps, start=1):
        try:
            await _take(visitor, act, folder)
        except (Error, AssertionError) as error:
            what = f"{act.name} = {act.about or dict(act.fields)!r}"
            raise Stuck(f"{script.name}, step {number} ({what}) leads nowhere: {str(error).splitlines()[0]}") from error


async def _take(visitor: Visitor, act: Act, folder: Path | None) -> None:
    match act.name:
        case "seat":
            await visitor.sit(act.about)
        case "go":
            await visitor.go(act.about)
        case "open":
            await visitor.open(act.about)
        case "travel":
            await visitor.travel(act.about)
        case "done":
            await visitor.sees_done(act.about)
        case "see":
            await visitor.sees(act.about)
        case "picture":
            if folder is not None:
                await _picture(visitor, folder / f"{act.about}.png")
        case _:
            await _in_the_room(visitor, act)


async def _in_the_room(visitor: Visitor, act: Act) -> None:
    room = await visitor.turn_to_room()
    match act.name:
        case "press":
            await room.press(act.about)
        case "fill":
            await room.fill(**act.fields)
        case "command":
            await room.type_command(act.about, *act.typed)
        case "look":
            await room.look(act.about)


async def _picture(visitor: Visitor, path: Path) -> None:
    """What is in front, in few colours: a small file. Of the room, what people say, without the tools around it."""
    await visitor.front.wait_for_timeout(SETTLED)
    seen = visitor.lobby if visitor.front is visitor.lobby else visitor.room.conversation
    taken = Image.open(io.BytesIO(await seen.screenshot()))
    path.parent.mkdir(parents=True, exist_ok=True)
    taken.convert("RGB").quantize(COLOURS).save(path, optimize=True)
