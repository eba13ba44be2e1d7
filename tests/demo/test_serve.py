"""The demo as a process: what it says, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = """
import asyncio, sys
from bot.demo import run
sys.exit(asyncio.run(run(language=sys.argv[1], port=int(sys.argv[2]))))
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def start(folder: Path, language: str, port: int) -> subprocess.Popen[str]:
    """The demo in a process of its own, whose temporary files go to `folder`."""
    environment = {**os.environ, "COMPTOIR_NO_BROWSER": "1", "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", RUN, language, str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )


def test_ctrl_c_ends_it_cleanly(tmp_path: Path, port: int) -> None:
    process = start(tmp_path, "en", port)
    assert process.stdout is not None
    said = ""
    while "Ctrl-C" not in said and (line := process.stdout.readline()):
        said += line
    assert f"http://127.0.0.1:{port}/#" in said
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0, said + rest
    assert "See you soon" in rest
    assert "Traceback" not in rest
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", [0.7, 2.0])
def test_it_can_be_ended_while_the_story_is_made(tmp_path: Path, port: int, after: float) -> None:
    process = start(tmp_path, "fr", port)
    time.sleep(after)
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=20)
    assert process.returncode in {0, -signal.SIGTERM}, rest  # the latter before Python has loaded our code
    assert "Traceback" not in rest
    assert list(tmp_path.iterdir()) == []


def test_a_busy_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start(tmp_path, "fr", taken.getsockname()[1])
        said, _ = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "est déjà pris" in said
    other = re.search(r"make demo PORT=(\d+)", said)
    assert other is not None
    with socket.socket() as offered:
        offered.bind(("127.0.0.1", int(other[1])))
    assert len(said.strip().splitlines()) == 1
