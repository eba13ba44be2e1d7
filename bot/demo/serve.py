"""The demo as it is served: SimCord's Preview in the browser, a few lines in the terminal, a clean end."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from simcord.preview import Preview

from bot.demo import coffee, ritual
from bot.demo.stage import Stage
from bot.demo.story import Story, live_on, load, tell, terminal
from bot.demo.team import TEAM

NO_BROWSER: Final = "COMPTOIR_NO_BROWSER"
"""Set in the environment, it leaves the browser closed."""
LOCALES: Final = {"fr": "fr", "en": "en-US"}
HOST: Final = "127.0.0.1"
BEAT: Final = 1.0
"""Seconds between two beats of the bot's heart while somebody looks at the page."""
COLUMNS: Final = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())


ROOMS: Final = ("introductions", "tips", "help", "coffee", "thread", "digest", "questions", "team")
"""The channels that the page can show, one at a time; `thread` is the private one of two who meet over coffee."""


async def run(seed: int, language: str, port: int, room: str = ROOMS[0], jump: str = "") -> int:
    """After a `jump` in time, serve until Ctrl-C, SIGTERM, or "End preview session" in the browser; the process's exit
    code."""
    said = terminal(language)
    if not _free(port):
        typer.echo(said["busy"].format(port=port, other=_another(port)), err=True)
        return 1
    asked = asyncio.create_task(_stop_asked().wait())
    work = asyncio.create_task(_serve(load(language, seed), said, port, room, jump))
    try:
        await asyncio.wait({work, asked}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        asked.cancel()
        work.cancel()
        await asyncio.wait({work, asked})
    if not work.cancelled():
        work.result()
    typer.echo(said["bye"])
    return 0


@asynccontextmanager
async def set_the_stage(story: Story, *, quietly: bool = True) -> AsyncIterator[Stage]:
    """The story, told, on a stage of its own; its data vanish at the end."""
    with tempfile.TemporaryDirectory(prefix="comptoir-demo-") as folder:
        async with Stage(Path(folder), story) as stage:
            with Progress(*COLUMNS, console=Console(quiet=quietly), transient=True) as bar:
                task = bar.add_task(terminal(story.language)["setting"], total=story.introductions)
                await tell(stage, story, lambda done: bar.update(task, completed=done))
            yield stage


def preview(stage: Stage, story: Story, port: int | None, room: str = ROOMS[0]) -> Preview:
    """SimCord's Preview of a channel, as a newcomer, a member or the organiser sees it; the team's, as an organiser;
    a private thread, as those who meet there."""
    thread = coffee.thread_of(stage, story.first("member").name)
    places = {
        "introductions": stage.hall,
        "tips": stage.tips,
        "help": stage.helping,
        "coffee": stage.coffee,
        "thread": thread,
        "digest": stage.digest,
        "questions": stage.questions,
        "team": stage.office,
    }
    viewers = [stage.people[story.first(role).name] for role in ("newcomer", "member", "organiser")]
    if room == "team":
        viewers = [stage.organiser, stage.people[TEAM["second"]]]
    if room == "thread":
        viewers = [stage.people[name] for name in coffee.people_in(stage, thread)]
    return stage.env.preview(
        places[room],
        viewers=viewers,
        layout="channel",
        locale=LOCALES[story.language],
        timezone="Europe/Paris",
        port=port,
    )


async def _serve(story: Story, said: Mapping[str, str], port: int, room: str, jump: str) -> None:
    async with set_the_stage(story, quietly=False) as stage:
        if jump:
            await ritual.jump(stage, jump, lambda: live_on(stage, story))
        await _show(stage, story, said, port, room)


async def _show(stage: Stage, story: Story, said: Mapping[str, str], port: int, room: str) -> None:
    async with preview(stage, story, port, room) as opened:
        people = {role: story.first(role).name for role in ("newcomer", "organiser")}
        typer.echo(said["address"].format(url=opened.url))
        typer.echo(said["secret"])
        typer.echo(
            said["try" if room == ROOMS[0] else f"try_{room}"].format(
                **people, **TEAM, write=stage.words.plain("intro-me-too")
            )
        )
        typer.echo("\n" + said["links"])
        typer.echo(said["stop"])
        _open_browser(opened.url)
        heart = asyncio.create_task(_live(stage))
        try:
            await opened.wait_closed()
        finally:
            heart.cancel()


async def _live(stage: Stage) -> None:
    """Let the bot's heart beat: what a visitor's press made due happens, though the story's clock stands still."""
    while True:
        await asyncio.sleep(BEAT)
        await stage.beat()


def _stop_asked() -> asyncio.Event:
    """An event that Ctrl-C and SIGTERM set, however often: a second one doesn't cut the end short. The loop takes the
    handlers away as it closes."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


def _free(port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError:
            return False
    return True


def _another(port: int) -> int:
    """A free port: one of the next ones, else whichever the system gives."""
    near = next((other for other in range(port + 1, min(port + 20, 65_536)) if _free(other)), None)
    if near is not None:
        return near
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def _open_browser(url: str) -> None:
    """Open the address, where a browser has a screen to open on; a browser in the terminal would cover what it says."""
    screen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if screen and not os.environ.get(NO_BROWSER):
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
