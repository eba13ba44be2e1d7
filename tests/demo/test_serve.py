"""The demo as a process: what it says, and how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from bot.demo import run, serve
from bot.demo.ports import free_after, take
from tests.demo.ports import any_ports

RUN = """
import asyncio, sys
from bot.demo.serve import run
from bot.demo.story import load
language, last, port = sys.argv[1:]
sys.exit(asyncio.run(run(load(language, last=int(last)), int(port))))
"""
ROOT = Path(__file__).parents[2]
FIRST_DAY, WHOLE = 0, 94
"""The last day of the story that is told: the opening alone, or all of it."""


@pytest.fixture
def port() -> int:
    """A port that nobody uses, nor the next."""
    with any_ports() as found:
        return found.lobby


def start(folder: Path, language: str, last: int, port: int) -> subprocess.Popen[str]:
    """The demo in a process of its own, whose temporary files go to `folder`."""
    environment = {**os.environ, "COMPTOIR_NO_BROWSER": "1", "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", RUN, language, str(last), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )


def end(process: subprocess.Popen[str], how: signal.Signals) -> str:
    """End it; what it still said."""
    process.send_signal(how)
    rest, _ = process.communicate(timeout=30)
    assert process.returncode == 0, rest
    assert "Traceback" not in rest
    return rest


def test_the_lobby_is_served_until_ctrl_c_and_leaves_nothing_behind(tmp_path: Path, port: int) -> None:
    process = start(tmp_path, "en", FIRST_DAY, port)
    assert process.stdout is not None
    said: list[str] = []
    while "Ctrl-C" not in " ".join(said) and (line := process.stdout.readline()):
        said.append(line)
    said = [line for line in said if line.strip()]
    assert f"http://127.0.0.1:{port}/\n" in said[-2]
    assert len(said) <= 3
    page = urlopen(f"http://127.0.0.1:{port}/").read().decode()
    place = re.search(r"/go/\d+", page)
    assert place is not None
    assert urlopen(f"http://127.0.0.1:{port}{place[0]}").url.startswith(f"http://127.0.0.1:{port + 1}/#")
    assert "See you soon" in end(process, signal.SIGINT)
    assert list(tmp_path.iterdir()) == []
    take(port).__exit__()


def test_it_can_be_ended_with_its_terminal_while_the_story_is_made(tmp_path: Path, port: int) -> None:
    process = start(tmp_path, "fr", WHOLE, port)
    while not list(tmp_path.glob("comptoir-demo-*/*.db")):
        assert process.poll() is None
        time.sleep(0.02)
    assert "À bientôt" in end(process, signal.SIGHUP)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("which", [0, 1])
async def test_a_busy_port_is_said_in_a_sentence_before_the_story_is_told(
    capsys: pytest.CaptureFixture[str], which: int
) -> None:
    """Another demo has both from its first moment on, though nobody opened a room yet."""
    with any_ports() as taken:
        assert await run(port=taken.lobby - 1 + 2 * which) == 1  # it wants the next one, too
    said = capsys.readouterr().err
    assert f"Le port {taken.lobby + which} est déjà pris" in said
    other = re.search(r"make demo PORT=(\d+)", said)
    assert other is not None
    take(int(other[1])).__exit__()
    assert len(said.strip().splitlines()) == 1


def test_a_free_pair_is_found_from_the_last_port_on_too() -> None:
    assert 1024 <= free_after(65_534) < 65_534


async def test_the_heart_beats_on_whatever_becomes_of_one_beat(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    beats: list[Exception | None] = [ValueError("strange"), TimeoutError(), None]
    enough = asyncio.Event()

    class Heart:
        async def beat(self) -> None:
            if (wrong := beats.pop(0)) is not None:
                raise wrong
            enough.set()
            await asyncio.Event().wait()

    monkeypatch.setattr(serve, "BEAT", 0)
    lobby: Any = Heart()
    heart = asyncio.create_task(serve._live(lobby))
    await asyncio.wait_for(enough.wait(), 5)
    heart.cancel()
    assert "a beat of the heart went wrong" in caplog.text
