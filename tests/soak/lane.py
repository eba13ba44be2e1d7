"""Where lives are lived, one after the other: a zygote, a stand-in for Discord that outlives them, a clock, files."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Final

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.soak.instants import SharedClock
from tests.soak.process import Life
from tests.soak.weather import Discord

ROOT: Final = Path(__file__).parents[2]
_SHARED_MEMORY: Final = Path("/dev/shm")  # noqa: S108 (folders of our own are made in it)
MEMORY: Final = _SHARED_MEMORY if _SHARED_MEMORY.is_dir() else None
"""Where thousands of short lives can write without wearing a disk: SIGKILL spares what the kernel holds already."""
KILLED: Final = -9


@dataclass(frozen=True, slots=True)
class End:
    """How a life ended: when, at which point (empty: in order), and how many points it had passed."""

    born: int
    died: int
    point: str
    passed: int

    @property
    def killed(self) -> bool:
        """Whether it was killed."""
        return bool(self.point)


class Lane:
    """Runs one scenario at a time; several lanes run side by side."""

    def __init__(self, folder: Path, api: str, zygote: asyncio.subprocess.Process) -> None:
        self.clock = SharedClock(folder / "clock")
        self.folder = folder / "data"
        self.discord = Discord(self.clock)
        self._api = api
        self._zygote = zygote
        self._errors = folder / "errors"
        self._read = 0

    def reset(self, at: int, files: Mapping[int, Path], fate: Random | None = None) -> None:
        """Another world: these files, an empty Discord, this instant."""
        self.clock.set(at)
        self.discord = Discord(self.clock, fate)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for guild_id, path in files.items():
            shutil.copyfile(path, self.folder / f"{guild_id}.db")

    async def live(self, until: int, *, die_at: int = 0, since: int = 0) -> End:
        """One life, from now until then or until it is killed."""
        life = Life(str(self.folder), self._api, str(self.clock.path), until, die_at, since)
        born = self.clock.now()
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        self._zygote.stdin.write(json.dumps(asdict(life)).encode() + b"\n")
        status, told = json.loads(await self._zygote.stdout.readline())
        last = told[-1] if told else ""
        if status == KILLED and last.startswith("killed "):
            return End(born, self.clock.now(), last.removeprefix("killed "), die_at)
        if status != 0:
            raise RuntimeError(f"a life ended with {status}: {told} {self.errors()}")
        return End(born, self.clock.now(), "", int(last.split()[1]))

    def errors(self) -> list[str]:
        """What lives logged as errors since the last look."""
        text = self._errors.read_text(encoding="utf-8")
        new, self._read = text[self._read :], len(text)
        return new.splitlines()


@asynccontextmanager
async def lane(folder: Path, lives: str = "tests.soak.zygote") -> AsyncIterator[Lane]:
    """A lane in an empty folder. `lives`: the module of its zygote."""
    folder.mkdir(parents=True, exist_ok=True)

    async def answer(request: web.Request) -> web.StreamResponse:
        return await made.discord.answer(request)

    application = web.Application()
    application.router.add_route("*", "/api/{path:.*}", answer)
    with (folder / "errors").open("wb") as errors:
        zygote = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            lives,
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    assert zygote.stdin is not None
    try:
        async with TestServer(application) as server:
            made = Lane(folder, str(server.make_url("/api")), zygote)
            yield made
    finally:
        zygote.stdin.close()  # it ends by itself
        await zygote.wait()
