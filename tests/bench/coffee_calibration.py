"""A fixed piece of work, so that times of different machines can be compared: a dense assignment of 1,000 (scipy).

`python -m tests.bench.coffee_calibration` prints one JSON line: its milliseconds of CPU, the median of some runs.
"""

from __future__ import annotations

import json
from statistics import median
from time import process_time
from typing import Final

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # scipy comes without types

SIZE: Final = 1_000
RUNS: Final = 5


def milliseconds() -> float:
    """How long this machine takes, once warm; of CPU, so that it says little whether others work too."""
    weights = np.random.default_rng(1).integers(0, 752, (SIZE, SIZE)).astype(float)
    return median([_once(weights + weights.T) for _ in range(RUNS + 1)][1:])


def _once(weights: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    began = process_time()
    linear_sum_assignment(weights, maximize=True)
    return (process_time() - began) * 1000


if __name__ == "__main__":
    print(json.dumps(milliseconds()))  # noqa: T201 (its answer)
