"""Fixtures: a world in French with a text channel, which most stories need."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.world import World

settings.register_profile("comptoir", deadline=None)  # a busy machine is no failure; `make bench` measures time
settings.load_profile("comptoir")

ROOM = 4 * 1024**3
"""Bytes that must be free in memory for the files of a whole run."""


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A server that is set up: introductions in a text channel, French, tutoiement."""
    async with World(tmp_path) as opened:
        yield opened


@pytest.fixture
async def forum_world(tmp_path: Path) -> AsyncIterator[World]:
    """The same with introductions in a forum."""
    async with World(tmp_path, forum=True) as opened:
        yield opened


def pytest_configure() -> None:
    """Files of tests are written to memory where there is plenty: each story waits for the disk a hundred times."""
    memory = Path("/dev/shm")  # noqa: S108 (pytest makes a folder of its own in it)
    if memory.is_dir() and shutil.disk_usage(memory).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the garbage collector need not look at it again in each story."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
