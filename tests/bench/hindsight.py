"""What could at most have come of a week, had all its requests been known on Monday: a linear programme.

It may choose whom to ask for what, at most `count` people a request and each within their cap, and even in which order
a person gets what they are asked. A request's chance is 1 - exp(-y), where y adds up -log(1 - yes) of all who are
asked. The programme has tangents above that curve instead of the curve, and may ask a part of a person; both can only
flatter, so its optimum is above what any choice can reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog  # type: ignore[import-untyped]  # scipy comes without types
from scipy.sparse import coo_array  # type: ignore[import-untyped]  # the same

from bot.people.routing import Request
from tests.bench.lending import TIRED, Town

Numbers = npt.NDArray[Any]

TOUCHED: Final = np.array([0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05, 1.2, 1.4, 1.6])
"""Where the tangents touch the curve."""


def most_resolved(town: Town, requests: Sequence[Request], count: int) -> float:
    """How many of some requests, made in one week, can at most be expected to be resolved."""
    request, slot, worth = _possible_asks(town, requests)
    gains, widths = _pieces()
    asks, wanted, pieces, slots = len(worth), len(requests), len(gains), int(slot.max()) + 1
    every, curve = np.arange(asks), asks + np.arange(wanted * pieces)
    rows = [request, wanted + slot, wanted + slots + request, wanted + slots + np.repeat(np.arange(wanted), pieces)]
    values = [np.ones(asks), np.ones(asks), -worth, np.ones(wanted * pieces)]
    places = (np.concatenate(rows), np.concatenate([every, every, every, curve]))
    found = linprog(
        np.concatenate([np.zeros(asks), -np.tile(gains, wanted)]),
        A_ub=coo_array((np.concatenate(values), places), shape=(2 * wanted + slots, asks + len(curve))).tocsr(),
        b_ub=np.concatenate([np.full(wanted, count), np.ones(slots), np.zeros(wanted)]),
        bounds=np.stack([np.zeros(asks + len(curve)), np.append(np.full(asks, np.inf), np.tile(widths, wanted))], 1),
        method="highs-ipm",
    )
    assert found.status == 0, found.message
    return -float(found.fun)


def _possible_asks(town: Town, requests: Sequence[Request]) -> tuple[Numbers, Numbers, Numbers]:
    """Everything that can be asked: for which request, in whose week at which turn, and what it is worth."""
    found = [
        (number, member.id, turn, -log1p(-yes * TIRED**turn))
        for number, request in enumerate(requests)
        for member in town.members
        if (yes := town.yes(request, member)) > 0
        for turn in range(member.cap)
    ]
    request, member, turn, worth = (np.array(column) for column in zip(*found, strict=True))
    _, slot = np.unique(member * (turn.max() + 1) + turn, return_inverse=True)
    return request, slot, worth


def _pieces() -> tuple[Numbers, Numbers]:
    """The lowest of the tangents, piece by piece from 0: how steep, how wide."""
    steep = np.exp(-TOUCHED)
    at_zero = 1 - steep * (1 + TOUCHED)
    crossings = np.diff(at_zero) / -np.diff(steep)
    return steep, np.append(np.diff(crossings, prepend=0), np.inf)
