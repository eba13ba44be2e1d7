"""The demo as it is served: the lobby in the browser, two lines in the terminal, a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import tempfile
import threading
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from bot.demo.lobby import Lobby
from bot.demo.lobby.server import Server
from bot.demo.ports import Ports, Taken, take
from bot.demo.stage import Stage
from bot.demo.story import Story, tell
from bot.words.i18n import Words

NO_BROWSER: Final = "COMPTOIR_NO_BROWSER"
"""Set in the environment, it leaves the browser closed."""
BEAT: Final = 1.0
"""Seconds between two beats of the bot's heart while somebody looks at the page."""
COLUMNS: Final = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
ENDS: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""What ends it: Ctrl-C, another program, a terminal that is closed (which not every system tells)."""
Visit = Callable[[str], Awaitable[int]]
"""What is done with the lobby at an address, instead of waiting for Ctrl-C; the process's exit code."""

log = logging.getLogger(__name__)


async def run(story: Story, port: int, visit: Visit | None = None) -> int:
    """Serve until Ctrl-C, or until a visit is over; the process's exit code."""
    words = Words(story.language, "vous")
    try:
        with take(port) as ports:
            code = await _until_asked(_serve(story, words, ports, visit))
    except Taken as taken:
        typer.echo(words.plain("demo-busy", port=str(taken.port), other=str(taken.other)), err=True)
        return 1
    with contextlib.suppress(OSError):  # the terminal may be gone
        typer.echo(words.plain("demo-bye"))
    return code


@asynccontextmanager
async def set_the_stage(story: Story, *, quietly: bool = True) -> AsyncIterator[Stage]:
    """The story, told, on a stage of its own; its data vanish at the end."""
    with tempfile.TemporaryDirectory(prefix="comptoir-demo-") as folder:
        async with Stage(Path(folder), story) as stage:
            with Progress(*COLUMNS, console=Console(quiet=quietly), transient=True) as bar:
                setting = Words(story.language, "vous").plain("demo-setting")
                task = bar.add_task(setting, total=1.0)
                await tell(stage, story, lambda done: bar.update(task, completed=done))
            yield stage


@asynccontextmanager
async def open_the_lobby(stage: Stage, story: Story, ports: Ports) -> AsyncIterator[Lobby]:
    """The lobby of a told story on its ports; the bot's heart beats meanwhile."""
    async with Lobby(stage, story, ports) as lobby, Server(lobby, ports):
        heart = asyncio.create_task(_live(lobby))
        try:
            yield lobby
        finally:
            heart.cancel()
            await asyncio.wait({heart})


async def _until_asked(coming: Coroutine[None, None, int]) -> int:
    """Work until it is done or somebody asks for the end; the exit code."""
    work, asked = asyncio.create_task(coming), asyncio.create_task(_stop_asked().wait())
    try:
        await asyncio.wait({work, asked}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        asked.cancel()
        work.cancel()
        await asyncio.wait({work, asked})
    return 0 if work.cancelled() else work.result()


async def _serve(story: Story, words: Words, ports: Ports, visit: Visit | None) -> int:
    async with set_the_stage(story, quietly=False) as stage, open_the_lobby(stage, story, ports):
        if visit is not None:
            return await visit(ports.url)
        typer.echo(words.plain("demo-address", url=ports.url))
        typer.echo(words.plain("demo-stop"))
        _open_browser(ports.url)
        await asyncio.Event().wait()
    return 0


async def _live(lobby: Lobby) -> None:
    """Let the bot's heart beat, whatever becomes of one beat: a machine too busy to finish it in time, for one, may
    finish the next."""
    while True:
        await asyncio.sleep(BEAT)
        try:
            await lobby.beat()
        except TimeoutError:
            continue
        except Exception:
            log.exception("a beat of the heart went wrong")


def _stop_asked() -> asyncio.Event:
    """An event that each of what ends the demo sets, however often: a second Ctrl-C doesn't cut the end short. The loop
    takes the handlers away as it closes."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in ENDS:
        if (number := getattr(signal, name, None)) is not None:
            loop.add_signal_handler(number, stop.set)
    return stop


def _open_browser(url: str) -> None:
    """Open the address, where a browser has a screen to open on; a browser in the terminal would cover what it says."""
    screen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if screen and not os.environ.get(NO_BROWSER):
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
