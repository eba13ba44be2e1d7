"""`python -m tests.soak.forged [--quick] [--seed N]`: a hundred thousand forged presses (`tests.house.fuzz`)."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from time import monotonic
from typing import Final

from tests.house.crowd import gathered
from tests.house.fuzz import Fuzz

WORLDS: Final = 20
CASES: Final = 5000
"""Cases in each world: what is forged gets poorer as more of what people made is gone."""


async def forge(seed: int) -> Fuzz:
    """One world's cases; what was found."""
    async with gathered() as crowd:
        fuzz = Fuzz(crowd)
        await fuzz.run(seed, CASES)
    return fuzz


def soak(seed: int, *, quick: bool) -> int:
    """Send them, print one line and what is wrong; how many faults."""
    began, counts, faults = monotonic(), Counter[str](), list[str]()
    for number in range(1 if quick else WORLDS):
        found = asyncio.run(forge(seed * WORLDS + number))
        counts += found.counts
        faults += [f"seed {seed * WORLDS + number}, {fault}" for fault in found.faults]
    effects = counts.pop("with effect")
    sys.stdout.write(
        f"forged presses: {counts.total()} by {len(counts)} people, {effects} with effect, {len(faults)} faults, "
        f"{monotonic() - began:.0f} s\n"
    )
    sys.stdout.writelines(f"{fault}\n" for fault in faults[:40])
    return len(faults)


def main() -> int:
    """Read the options, send, show."""
    options = argparse.ArgumentParser(prog="python -m tests.soak.forged", description=__doc__)
    options.add_argument("--quick", action="store_true", help="one world's cases")
    options.add_argument("--seed", type=int, default=1, help="other cases")
    chosen = options.parse_args()
    return 1 if soak(chosen.seed, quick=chosen.quick) else 0


if __name__ == "__main__":
    sys.exit(main())
