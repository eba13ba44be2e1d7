"""`python -m bot`: what somebody who runs Comptoir types. Each command imports only what it needs.

Exit codes: 0 done; 1 it did not work this time, or there was nothing to do; 2 something must be mended first, and
trying again won't help.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sqlite3
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from bot import logs
from bot.errors import StartRefused
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.client import Comptoir
    from bot.doctor import Finding

log = logging.getLogger(__name__)
out = Console(soft_wrap=True, markup=False, highlight=False, emoji=False)
err = Console(stderr=True, soft_wrap=True, markup=False, highlight=False, emoji=False)

MEND_FIRST: Final = 2
OPENING: Final = 5.0
"""Seconds that files being opened get to be open when the process is told to stop."""
COLOURS: Final = {"ok": "green", "warn": "yellow", "fail": "bold red"}

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


class Lang(StrEnum):
    """Languages of the demo."""

    FR = "fr"
    EN = "en"


@app.callback()
def comptoir() -> None:
    """Comptoir, the informal network of a freelancer association, on Discord."""
    os.umask(0o077)  # members' data: files are for this user alone


@app.command()
def run() -> None:
    """Start the bot; Ctrl-C or SIGTERM ends it in good order."""
    with _told():
        settings = _settings()
        logs.set_up(settings.log_level)
        asyncio.run(serve(settings))


@app.command()
def demo(
    seed: Annotated[int, typer.Option(help="Another number, another order of events.")] = 1,
    lang: Annotated[Lang, typer.Option(help="The association's language.")] = Lang.FR,
    port: Annotated[
        int,
        typer.Option(min=1, max=65_534, help="Where the browser finds it, on this machine; it takes the next, too."),
    ] = 8765,
    script: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Live the visit that this file tells, then end.")
    ] = None,
    pictures: Annotated[Path | None, typer.Option(file_okay=False, help="A folder for that visit's pictures.")] = None,
) -> None:
    """Try Comptoir in the browser, with a simulated association."""
    from bot.demo import run as tell

    if pictures is not None and script is None:
        raise typer.BadParameter("pictures are taken on a visit: say which with --script.", param_hint="--pictures")
    raise typer.Exit(asyncio.run(tell(seed=seed, language=lang.value, port=port, script=script, pictures=pictures)))


@app.command()
def doctor(
    offline: Annotated[bool, typer.Option("--offline", help="Ask Discord nothing.")] = False,
) -> None:
    """Check token, files, clock, intents and permissions, and say what to do about each."""
    from bot import doctor as examination

    with _told():
        settings = _settings()
        logs.set_up("ERROR")
        found = examination.offline(settings, int(time.time()))
        if found[0].level is not examination.Level.FAIL and not offline:
            found += asyncio.run(examination.online(settings, time.time))
    for finding in found:
        _show(finding)
    levels = [finding.level for finding in found]
    out.print(f"\n{levels.count(examination.Level.FAIL)} to mend, {levels.count(examination.Level.WARN)} to look at.")
    raise typer.Exit(1 if examination.Level.FAIL in levels else 0)


@app.command()
def backup(
    guild: Annotated[int | None, typer.Argument(help="One association: the id of its server. Else all.")] = None,
) -> None:
    """Copy each association's file into DATA_DIR/backups while the bot runs, and print where."""
    with _told():
        folder = _settings().data_dir
        files = sorted(
            path for path in folder.glob("*.db") if path.stem.isdecimal() and guild in {None, int(path.stem)}
        )
        if not files:
            what = "no association's file yet" if guild is None else f"no file {guild}.db"
            raise StartRefused(f"There is nothing to back up: {what} in {folder}.", 1)
        if asyncio.run(_back_up(files, folder / "backups")):
            raise typer.Exit(1)


async def _back_up(files: list[Path], folder: Path) -> int:
    """Copy the files one by one, whatever becomes of each; how many could not be copied."""
    from bot.storage.backup import back_up

    failed = 0
    for path in files:
        try:
            out.print(str(await back_up(path, folder, int(time.time()))))
        except (sqlite3.Error, OSError) as error:
            failed += 1
            err.print(f"{path} was not copied: {error}. python -m bot doctor says more.")
    return failed


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A backup, such as DATA_DIR/backups/123-20270131T040000Z.db.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Put a backup in place of an association's file, which is kept aside. Stop the bot first."""
    with _told():
        asyncio.run(_restore(file, _settings().data_dir, ask=not yes))


async def _restore(file: Path, folder: Path, *, ask: bool) -> None:
    from bot.storage import backup as backups
    from bot.storage.association import lock
    from bot.storage.faults import DatabaseUnusable

    if not file.is_file():
        raise StartRefused(f"There is no file {file}.")
    async with lock(folder):
        try:
            made = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(backups.taken_at(file)))
            if ask:
                typer.confirm(f"Bring the association back to {made}? What happened since is put aside.", abort=True)
            done = backups.restore(file, folder)
        except DatabaseUnusable as unusable:
            raise StartRefused(f"{file.name} was not restored, nothing has changed: {unusable}") from unusable
    out.print(f"{done.path} is back as of {made}.")
    if done.aside is not None:
        out.print(f"The file from before is {done.aside}; delete it once all is well.")
    if done.erased:
        out.print(f"Erased again, because they had asked for it since: {done.erased} member(s).")


async def serve(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT, then close in order. Raises `StartRefused`, which says what to do."""
    _allow_files()
    from bot import doctor as examination
    from bot.storage.association import lock

    for finding in (examination.token(settings), *examination.data_directory(settings.data_dir)):
        _refuse(finding)
        if finding.level == "warn":
            log.warning("%s %s", finding.found, finding.todo)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with lock(settings.data_dir):
        client = _build(settings)
        try:
            await _until(stop, client, settings)
        finally:
            await client.close()
    log.info("stopped")


def _allow_files() -> None:
    """Each association that is awake holds five files open: take as many as the system lets this user have."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _build(settings: Settings) -> Comptoir:
    from bot import doctor as examination
    from bot.app import build

    for finding in examination.features_content(settings):
        _refuse(finding)
    try:
        return build(settings)
    except (ValueError, KeyError, TypeError, AttributeError):
        for finding in examination.content(settings):
            _refuse(finding)
        raise


def _refuse(finding: Finding) -> None:
    if finding.level == "fail":
        raise StartRefused(f"{finding.found} {finding.todo}")


async def _until(stop: asyncio.Event, client: Comptoir, settings: Settings) -> None:
    """Log in, check what Discord grants, stay connected until `stop`."""
    import aiohttp
    import discord

    from bot import doctor as examination

    if not settings.members_intent:
        log.warning("without the members intent: %s", examination.MEMBERS_LOST)
    try:
        await _unless(stop, client.login(settings.discord_token.get_secret_value()), patience=OPENING)
        if stop.is_set():
            return
        _refuse(
            examination.members_intent(client, settings)
        )  # asked over REST: a refused identify counts, of 1,000 a day
        await _unless(stop, client.connect())
    except (
        discord.LoginFailure,
        discord.HTTPException,
        discord.ConnectionClosed,
        discord.PrivilegedIntentsRequired,
        aiohttp.ClientError,
        TimeoutError,
    ) as error:
        raise _why(error) from error


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, None], *, patience: float = 0) -> None:
    """Do `work` until it is done or `stop` is set; then it gets `patience` seconds more, and is cut."""
    task = asyncio.create_task(work)
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            await asyncio.wait({task}, timeout=patience)
    finally:
        stopped.cancel()
        task.cancel()
        await asyncio.wait({task, stopped})
    if not task.cancelled() and not stop.is_set():
        task.result()


def _why(error: Exception) -> StartRefused:
    """What ended the connection, as a sentence that says what to do."""
    import discord

    from bot import doctor as examination

    closed = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or closed == 4004:
        return StartRefused(f"Discord refuses this token. {examination.TOKEN_REFUSED}")
    if isinstance(error, discord.PrivilegedIntentsRequired) or closed in {4013, 4014}:
        return StartRefused(f"Discord won't let the bot see members join and leave. {examination.INTENT_REFUSED}")
    if closed is not None:
        return StartRefused(f"Discord closed the connection for good (code {closed}). Is this the newest Comptoir?")
    status = f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__
    return StartRefused(f"Discord can't be reached ({status}). Check this machine's network and try again.", 1)


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        wrong = ", ".join(str(problem["loc"][0]).upper() for problem in error.errors())
        raise StartRefused(f"These settings can't be understood: {wrong}. .env.example shows what they take.") from None


@contextmanager
def _told() -> Iterator[None]:
    """A refusal becomes its sentence on standard error, and its exit code."""
    try:
        yield
    except StartRefused as refused:
        _stop(str(refused), refused.code)
    except OSError as error:  # a full disk, a folder of somebody else's
        _stop(f"The system refused: {error}. python -m bot doctor may say more.", 1)


def _stop(message: str, code: int) -> NoReturn:
    err.print(logs.without_tokens(message))
    raise typer.Exit(code)


def _show(finding: Finding) -> None:
    line = Text(f"{finding.level:<5}", style=COLOURS[finding.level])
    line.append(f" {finding.subject}: {finding.found}", style="default")
    out.print(line)
    if finding.todo:
        out.print(f"        {finding.todo}")
