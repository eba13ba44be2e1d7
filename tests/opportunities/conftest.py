"""What every story about missions begins with."""

from __future__ import annotations

import pytest

from tests.opportunities.stage import Stage
from tests.world import World


@pytest.fixture
async def stage(world: World) -> Stage:
    """The missions channel, a text channel, is open."""
    return await Stage.open(world)
