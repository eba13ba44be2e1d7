"""Real SQLite files, closed whatever happens: an open one would keep the process alive."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.database import Database
from bot.storage.search import Synonyms


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    """The synonyms that come with the code."""
    return Synonyms.load(CODE_DATA / "synonyms.toml")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A new file with the newest schema."""
    opened = await Database.open(tmp_path / "1.db")
    yield opened
    await opened.close()


@pytest.fixture
async def association(tmp_path: Path, synonyms: Synonyms) -> AsyncIterator[Association]:
    """A new association."""
    opened = await Association.open(tmp_path / "1.db", 1, synonyms)
    yield opened
    await opened.close()
