"""`python -m tests.soak.coffee [--quick] [--seed N]`: coffee alone, as `make soak` has it.

**A season** (`coffee_season.py`, `coffee_rounds.py`): the real bot in SimCord, forty people, thirteen rounds from the
end of March to November, with both changes of the clocks and a pause in August. People say yes and no, subscribe, rest,
stop, write or don't, can't, know each other, go, come back, want everything gone, keep apart, take no messages
(`coffee_crowd.py`, by chance, the same for the same seed). Each round has a fate of its own (`coffee_fates.py`), and
the bot is restarted now and then.

**What is looked at.** A diary (`coffee_diary.py`) keeps what people said and did, and the rules of taking part, told a
second time. After each step (`coffee_watch.py`), after people were brought together and after each end
(`coffee_judging.py`), the file, the threads, the channel and the inboxes are held against it, with plain SQL; each
pairing also against `tests/matchmaking/checker.py` (`coffee_pairing.py`).

**Kills** (`coffee_kills.py`): a round is matched and its threads open, with a real worker process, against the
stand-in for Discord, as in `every_point.py`.

**The honest bound.** In a season a death is a cancelled task, not SIGKILL, which is what the kills are for; SimCord
delivers each event at once and in order; a week without the bot is one in which nobody comes or goes. A direct message
may name whoever is erased more than 90 days later, or after its reader was: the bot knows it no more, as the notice
says of letters.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from tests.soak.lane import MEMORY

if TYPE_CHECKING:
    from tests.soak.judging import Tally

SEASONS: Final = 3
"""How many are played: that of the seed, and those of the seeds after it."""


def soak(seed: int, *, quick: bool) -> list[tuple[str, Tally]]:
    """Kills and seasons; what was found."""
    from tests.soak import coffee_kills

    killed = asyncio.run(coffee_kills.soak(seed, quick=quick))
    found = [asyncio.run(season(number, quick=quick)) for number in range(seed, seed + (1 if quick else SEASONS))]
    for other in found[1:]:
        found[0].add(other)
    return [(coffee_kills.NAME, killed), ("a season of coffee", found[0])]


async def season(seed: int, *, quick: bool) -> Tally:
    """Play a season; what was found."""
    # imported here: a worker process imports its parent's main module first, and that may be this one
    from tests.soak.coffee_fates import QUICK, SEASON
    from tests.soak.coffee_rounds import Rounds
    from tests.soak.coffee_season import Season, open_world

    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        world, workers = open_world(Path(folder))
        async with world:
            workers.env = world.env
            played = Season(world, workers, seed)
            await played.settle_in()
            await Rounds(played).play(QUICK if quick else SEASON)
            played.end()
        return played.tally


def main() -> int:
    """Read the options, play, show."""
    options = argparse.ArgumentParser(prog="python -m tests.soak.coffee", description="coffee alone")
    options.add_argument("--quick", action="store_true", help="few kills, and a season of three rounds")
    options.add_argument("--seed", type=int, default=1, help="another season, other second kills")
    options.add_argument("--season", action="store_true", help="one season and no kills")
    chosen = options.parse_args()
    from tests.soak.__main__ import show

    began = monotonic()
    if chosen.season:
        found = [("a season of coffee", asyncio.run(season(chosen.seed, quick=chosen.quick)))]
    else:
        found = soak(chosen.seed, quick=chosen.quick)
    return 1 if show(found, monotonic() - began) else 0


if __name__ == "__main__":
    sys.exit(main())
