"""Two associations with a clock that tests set, and jobs that note what they do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.schedule.jobs import Jobs
from bot.settings import CODE_DATA
from bot.storage.association import Association, Associations
from bot.storage.database import Connection
from bot.storage.search import Synonyms


class Clock:
    """A clock that tests set."""

    at = 1800000000

    def now(self) -> int:
        """The instant it was set to."""
        return self.at


class Reported:
    """What organisers would be told."""

    def __init__(self) -> None:
        self.lines: list[tuple[int, str, dict[str, str | int]]] = []

    async def __call__(self, association: Association, db: Connection, key: str, **values: str | int) -> None:
        """Note it, in the transaction that decided it."""
        assert db is not None
        self.lines.append((association.guild_id, key, values))


@pytest.fixture
def clock() -> Clock:
    """The clock."""
    return Clock()


@pytest.fixture
def reported() -> Reported:
    """What organisers would be told."""
    return Reported()


@pytest.fixture
async def associations(tmp_path: Path) -> AsyncIterator[Associations]:
    """Two associations, 1 and 2."""
    opened = Associations(tmp_path, Synonyms.load(CODE_DATA / "synonyms.toml"))
    for guild_id in (1, 2):
        await opened.of(guild_id)
    yield opened
    await opened.close()


@pytest.fixture
async def association(associations: Associations) -> Association:
    """The first one."""
    return await associations.of(1)


@pytest.fixture
def jobs(associations: Associations, clock: Clock, reported: Reported) -> Jobs:
    """What runs jobs that are due."""
    return Jobs(associations, clock, reported)
