"""Everything that is measured of coffee, each part in a fresh process. Tables and figures are made elsewhere."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tests.bench import fresh
from tests.bench.coffee_optimum import Optimum
from tests.bench.coffee_policies import OURS, POLICIES, UNFAIR
from tests.bench.coffee_seasons import Season
from tests.bench.coffee_sizes import OPTIMUM, Cell

PATIENCE: Final = 900
"""Seconds."""
AGAIN: Final = 2
"""How often a time is taken while the machine is busy; the best one counts."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many seeds of what: rounds by people (ours, rivals), families, seasons by members, fixed groups."""

    sizes: Mapping[int, int]
    rivals: Mapping[int, int]
    families: int
    calm: Mapping[int, int]
    stress: Mapping[int, int]
    fixed: int


@dataclass(frozen=True, slots=True)
class Round:
    """One round under all policies that were tried, and the best of all."""

    best: Optimum
    cells: Mapping[str, Cell]

    def reached(self, policy: str) -> float:
        """What a policy made of the best of all; of its bound where the best isn't proved."""
        return self.cells[policy].total / (self.best.total if self.best.proved else self.best.bound)

    def of_bound(self, policy: str) -> float:
        """What a policy made of what no pairing is above."""
        return self.cells[policy].total / self.best.bound


Rounds = list[Round]
Seasons = Mapping[str, list[Season]]


class Kitchen:
    """Where the processes run. `folder` keeps their bytecode."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def calibration(self) -> float:
        """Milliseconds of CPU for the fixed piece of work."""
        return float(self._run("calibration"))

    def rounds(self, people: int, seeds: int, with_rivals: int) -> Rounds:
        """Rounds of so many people; some of them with rivals."""
        return [self._round(people, seed, seed <= with_rivals) for seed in range(1, seeds + 1)]

    def family(self, name: str, seeds: int) -> Rounds:
        """Rounds of a family that is hard to pair."""
        found = [self._run("adversarial", name, seed) for seed in range(1, seeds + 1)]
        return [Round(Optimum(**one["best"]), _cells(one["cells"])) for one in found]

    def seasons(self, members: int, habits: str, seeds: int) -> Seasons:
        """Seasons of so many members."""
        found = self._run("seasons", members, habits, *range(1, seeds + 1))
        return {name: [Season(**one) for one in seasons] for name, seasons in found.items()}

    def fixed(self, seeds: int) -> dict[str, Any]:
        """Groups that stay the same."""
        found: dict[str, Any] = self._run("fixed", *range(1, seeds + 1))
        return found

    def _round(self, people: int, seed: int, with_rivals: bool) -> Round:
        names = [name for name in POLICIES if name == OURS or (with_rivals and name != UNFAIR)]
        cells = {name: self._timed(people, seed, name) for name in names}
        return Round(Optimum(**self._run("sizes", people, seed, OPTIMUM)), cells)

    def _timed(self, people: int, seed: int, policy: str) -> Cell:
        times = AGAIN if policy == OURS and busy() else 1
        cells = [Cell(**self._run("sizes", people, seed, policy)) for _ in range(times)]
        return min(cells, key=lambda cell: cell.milliseconds)

    def _run(self, module: str, *arguments: object) -> Any:
        return fresh.run(self._folder, f"coffee_{module}", *map(str, arguments), patience=PATIENCE)


def busy() -> bool:
    """Whether others keep this machine so busy that a time says little."""
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def _cells(found: Mapping[str, Any]) -> dict[str, Cell]:
    return {name: Cell(**cell) for name, cell in found.items()}
