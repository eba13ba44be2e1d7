"""`python -m tests.soak.quarter [--quick] [--seed N]`: two quarters of questions, digests and dates."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from bot.schedule.clock import DAY
from tests.soak.lane import MEMORY
from tests.soak.quarter_calendar import AUTUMN, QUICK, SPRING, Season
from tests.soak.quarter_digests import Digests
from tests.soak.quarter_letters import Letters
from tests.soak.quarter_questions import Questions
from tests.soak.quarter_story import Story
from tests.soak.quarter_traces import Traces
from tests.soak.quarter_weeks import Weeks
from tests.world import World


@dataclass(slots=True)
class Lived:
    """What was found in a quarter, or in several."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return ", ".join(f"{count} {name}" for name, count in self.counts.items())


async def live(season: Season, seed: int) -> Lived:
    """Live a quarter; what was found."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        world = World(Path(folder))
        world.env.settle_timeout = 120  # a busy machine is no fault
        async with world:
            story = Story(world, season, seed)
            await story.open()
            questions, digests, letters, traces = Questions(story), Digests(story), Letters(story), Traces(story)
            story.judges += [questions, digests, letters, traces]
            weeks = Weeks(story)
            await weeks.arrive()
            for number in range(season.weeks):
                await weeks.live(number)
                letters.week()
                await traces.week()
            await story.until(story.now + 2 * DAY)
            await traces.end()
            story.close()
            for event in world.failures.events:
                story.fault(f"an error was logged: {event}")
            world.failures.events.clear()
            return _found(story, questions, digests, letters)


def _found(story: Story, questions: Questions, digests: Digests, letters: Letters) -> Lived:
    told = sum(one.bot and one.offers("prompts:resume") for one in story.watch.said)
    if told != questions.stops:
        story.fault(f"organisers were told {told} times that questions ended, not {questions.stops}")
    written = [one for those in letters.written.values() for one in those]
    counts = Counter(
        {
            "weeks": story.season.weeks,
            "people": len(story.diary.people),
            "restarts": story.diary.restarts,
            "questions": len(questions.asked),
            "turns without": len(questions.verdicts) - len(questions.asked),
            "digests": sum(way in {"post", "replace"} for way in digests.ways),
            "weeks with nothing to tell": digests.ways.count("empty"),
            "letters": len(written),
            "reminders": sum(len(one.reminders) for one in written),
            "of them foretold": letters.came,
        }
    )
    return Lived(counts, list(story.faults))


def soak(seed: int, *, quick: bool) -> int:
    """Live them, print one line and what is wrong; how many faults."""
    began, all_of = monotonic(), Lived()
    for season in QUICK if quick else (SPRING, AUTUMN):
        found = asyncio.run(live(season, seed))
        all_of.counts += found.counts
        all_of.faults += found.faults
    sys.stdout.write(f"quarters: {all_of}, {len(all_of.faults)} faults, {monotonic() - began:.0f} s\n")
    sys.stdout.writelines(f"{fault}\n" for fault in all_of.faults[:40])
    return len(all_of.faults)


def main() -> int:
    """Read the options, live, show."""
    options = argparse.ArgumentParser(prog="python -m tests.soak.quarter", description=__doc__)
    options.add_argument("--quick", action="store_true", help="three weeks of each")
    options.add_argument("--seed", type=int, default=1, help="other quarters")
    chosen = options.parse_args()
    return 1 if soak(chosen.seed, quick=chosen.quick) else 0


if __name__ == "__main__":
    sys.exit(main())
