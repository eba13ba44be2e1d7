"""One association with a clock that tests set."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.people.lifecycle import Lifecycle
from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.backup import Ledger
from bot.storage.search import Synonyms


class Clock:
    """A clock that tests set."""

    at = 1800000000

    def now(self) -> int:
        """The instant it was set to."""
        return self.at


@pytest.fixture
def clock() -> Clock:
    """The clock."""
    return Clock()


@pytest.fixture
async def association(tmp_path: Path) -> AsyncIterator[Association]:
    """A new association."""
    opened = await Association.open(tmp_path / "1.db", 1, Synonyms.load(CODE_DATA / "synonyms.toml"))
    yield opened
    await opened.close()


@pytest.fixture
def lifecycle(clock: Clock, tmp_path: Path) -> Lifecycle:
    """Leaving, coming back, erasure."""
    return Lifecycle(clock, Ledger(tmp_path))
