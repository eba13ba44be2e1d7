"""Coffee: how well and how fast people are paired, beside four other ways. The protocol is `matching.md`, section 5.

`python -m tests.bench.coffee [--quick | --full]`: about four minutes on one core; quick takes half a minute, full half
an hour. All pairings are verified as they come.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Mapping
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.bench.coffee_adversarial import FAMILIES
from tests.bench.coffee_gathering import Kitchen, Plan, Rounds, Seasons
from tests.bench.coffee_policies import OURS, UNFAIR
from tests.bench.coffee_tables import show_families, show_fixed, show_rounds, show_seasons
from tests.bench.figures import Figure, percentile, show

USUAL: Final = Plan(
    sizes={30: 5, 60: 5, 200: 5, 1_000: 5, 2_000: 2, 5_000: 1},
    rivals={30: 3, 60: 3, 200: 3, 1_000: 3, 2_000: 1, 5_000: 1},
    families=1,
    calm={16: 5, 24: 5, 30: 5, 60: 5, 200: 5, 1_000: 1},
    stress={30: 5, 200: 3},
    fixed=5,
)
QUICK: Final = Plan(
    sizes={30: 1, 200: 1, 1_000: 1},
    rivals={30: 1, 200: 1, 1_000: 1},
    families=1,
    calm={16: 1, 30: 2, 200: 1},
    stress={30: 1},
    fixed=1,
)
FULL: Final = Plan(
    sizes={30: 5, 60: 5, 200: 5, 1_000: 5, 2_000: 5, 5_000: 5},
    rivals={30: 5, 60: 5, 200: 5, 1_000: 5, 2_000: 5, 5_000: 2},
    families=5,
    calm={16: 10, 24: 10, 30: 10, 60: 10, 200: 5, 1_000: 3},
    stress={16: 5, 24: 5, 30: 5, 60: 5, 200: 5, 1_000: 1},
    fixed=10,
)
AIMS: Final = {200: 50, 1_000: 250, 5_000: 3_000}
"""People, milliseconds."""
EXACT: Final = 400
NEAR: Final = 0.05
"""How far from the optimum more people may be, in percent."""
MEMORY: Final = 300
FEW: Final = 30
"""From so many members on nobody need meet again in a season."""
SPREAD: Final = 200
"""From so many members on help can be spread."""


async def measure(plan: Plan = USUAL) -> list[Figure]:
    """Print all tables; the figures that have an aim."""
    return await asyncio.to_thread(_measure, plan)


def _measure(plan: Plan) -> list[Figure]:
    with TemporaryDirectory() as folder:
        kitchen = Kitchen(folder)
        before = kitchen.calibration()
        rounds = {people: kitchen.rounds(people, seeds, plan.rivals[people]) for people, seeds in plan.sizes.items()}
        calibration = min(before, kitchen.calibration())
        show_rounds(rounds, calibration)
        show_families({name: kitchen.family(name, plan.families) for name in FAMILIES})
        asked = [(members, "calm", seeds) for members, seeds in plan.calm.items()]
        asked += [(members, "stress", seeds) for members, seeds in plan.stress.items()]
        seasons = {(members, habits): kitchen.seasons(members, habits, seeds) for members, habits, seeds in asked}
        show_seasons(seasons)
        fixed = kitchen.fixed(plan.fixed)
        show_fixed(fixed)
    return [*_of_rounds(rounds, calibration), *_of_seasons(seasons), _of_fixed(fixed)]


def _of_rounds(found: Mapping[int, Rounds], calibration: float) -> Iterable[Figure]:
    for people, rounds in found.items():
        if people not in AIMS:
            continue
        times = tuple(one.cells[OURS].milliseconds for one in rounds)
        short = tuple(100 * (1 - one.reached(OURS)) for one in rounds)
        yield Figure(f"coffee, {people:,} people: who meets whom", times, aim=AIMS[people])
        cpu = tuple(one.cells[OURS].cpu for one in rounds)
        yield Figure("… CPU", cpu)
        yield Figure("… in calibrations (a dense assignment of 1,000)", tuple(one / calibration for one in cpu), "")
        yield Figure("… short of the best of all", short, "%", aim=0 if people <= EXACT else NEAR)
        memory = tuple(one.cells[OURS].memory for one in rounds)
        yield Figure("… memory, Python included", memory, "MB", aim=MEMORY if people == max(AIMS) else None)


def _of_seasons(found: Mapping[tuple[int, str], Seasons]) -> Iterable[Figure]:
    calm = {members: seasons for (members, habits), seasons in found.items() if habits == "calm"}
    repeats = sum(one.pairs for members, seasons in calm.items() if members >= FEW for one in seasons[OURS])
    yield Figure(f"coffee, 26 rounds of {FEW} to {max(calm):,}: pairs again", (float(repeats),), "", aim=0)
    for members, seasons in calm.items():
        if members >= SPREAD:
            worst, unfair = (sum(percentile(one.help, 0.05) for one in seasons[name]) for name in (OURS, UNFAIR))
            mean, most = (fmean(fmean(one.help) for one in seasons[name]) for name in (OURS, UNFAIR))
            yield Figure(f"… of {members:,}: worst 5 % of help, to unfair", (worst / max(unfair, 0.1),), "x", least=1.4)
            yield Figure("… what that costs of the mean", (100 * (1 - mean / most),), "%", aim=3)


def _of_fixed(found: Mapping[str, Any]) -> Figure:
    short = sum(int(size) - 1 - rounds for size, one in found.items() for rounds in one["rounds"][OURS])
    return Figure("coffee, fixed groups of 6 to 30: rounds short of n-1", (float(short),), "", aim=0)


if __name__ == "__main__":
    plans = {"--quick": QUICK, "--full": FULL}
    show(asyncio.run(measure(plans[sys.argv[1]] if len(sys.argv) > 1 else USUAL)))
