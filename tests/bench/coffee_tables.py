"""What was measured of coffee, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean, median
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table

from tests.bench.coffee_fixed import ROBIN
from tests.bench.coffee_gathering import Rounds, Seasons
from tests.bench.coffee_policies import UNINFORMED
from tests.bench.coffee_seasons import LOOKS, Season
from tests.bench.figures import machine, percentile

FAIR: Final = f"""
* {" and ".join(UNINFORMED)} know nothing of what people offer and seek, so they cannot win on help or points. Greedy
works on the same scores as ours: that is the fair opponent.
"""
ROUNDS: Final = """
Medians of the seeds; a fresh process each, one thread, once warm. A calibration is a dense assignment of 1,000 (scipy):
{:.1f} ms of CPU here. Stages: scoring, pricing, solving, each by itself. Of the best: points of the best one of all,
lowest seed (of 5,000, where that isn't proved: of the bound). The bound is half the optimum of the assignment problem,
and no pairing is above it. Whoever is left out counts nothing, so a policy that leaves out many may exceed the best.
"""
FAMILIES: Final = "Lowest seed. Everybody can be matched in each; the shuffle also matches who is kept apart."
SEASONS: Final = """
Calm: 15 % skip a round, 10 % are replaced in a season. Stress: 10 % are replaced with every round, so hardly anybody is
there for long enough to say how help is spread. Repeats: of the pairs. Unmatched, helped: of the seats (below 24 people
an odd number leaves one out). Help: needs met over a season, of those who came to most rounds and seek something; means
of the seeds. Welcomed: newcomers' coffees with somebody at home here. Path: coffees from one member to another, after
so many rounds. Broken: pairs that are kept apart. Where repeats are forced (16 members), ours spreads them; greedy and
k-nearest repeat the pairs that help most, and so help more.
"""
GROUPS: Final = f"""
Points: of ours, in the first half of the rounds, by the scores of the start. A {ROBIN} never repeats either, but works
only while nobody joins, skips or leaves, and is blind to who gains from whom.
"""
PATHS: Final = " ".join(f"@{look}" for look in LOOKS)
ENOUGH: Final = 10
"""Regulars without whom it isn't said how help is spread."""


def show_rounds(found: Mapping[int, Rounds], calibration: float) -> None:
    """Rounds by size: time, memory, quality."""
    shown = _table(f"Coffee: one round · {machine()}", ("People", "Policy"), "ms", "CPU", "Calibrations", "Stages")
    _add_columns(shown, "MB", "Of the best", "Of the bound", "Unmatched", "Repeats")
    for people, rounds in found.items():
        shown.add_section()
        for name in rounds[0].cells:
            shown.add_row(f"{people:,}", _named(name), *_cell(rounds, name, calibration))
    _print(shown, ROUNDS.format(calibration))


def _cell(rounds: Rounds, name: str, calibration: float) -> list[str]:
    tried = [one for one in rounds if name in one.cells]
    cells = [one.cells[name] for one in tried]
    cpu = median(cell.cpu for cell in cells)
    stages = [_short(median(cell.stages[stage] for cell in cells)) for stage in cells[0].stages]
    return [
        _short(median(cell.milliseconds for cell in cells)),
        _short(cpu),
        f"{cpu / calibration:.2f}",
        " ".join(stages),
        f"{max(cell.memory for cell in cells):.0f}",
        f"{min(one.reached(name) for one in tried):.5f}",
        f"{min(one.of_bound(name) for one in tried):.5f}",
        f"{fmean(cell.unmatched for cell in cells):.1f}",
        f"{fmean(cell.repeats for cell in cells):.1f}",
    ]


def _short(milliseconds: float) -> str:
    return f"{milliseconds:.1f}" if milliseconds < 100 else f"{milliseconds:,.0f}"


def show_families(found: Mapping[str, Rounds]) -> None:
    """Associations that are hard to pair."""
    shown = _table("Coffee: 600 people who are hard to pair", ("Association", "Policy"))
    _add_columns(shown, "ms", "Of the best", "Of the bound", "Unmatched")
    for family, rounds in found.items():
        shown.add_section()
        for name in rounds[0].cells:
            cells = [one.cells[name] for one in rounds]
            shown.add_row(
                family,
                _named(name),
                f"{median(cell.milliseconds for cell in cells):.1f}",
                f"{min(one.reached(name) for one in rounds):.5f}",
                f"{min(one.of_bound(name) for one in rounds):.5f}",
                f"{fmean(cell.unmatched for cell in cells):.1f}",
            )
    _print(shown, FAMILIES)


def show_seasons(found: Mapping[tuple[int, str], Seasons]) -> None:
    """Seasons by size."""
    shown = _table("Coffee: 26 rounds of one association", ("Members", "Policy"), "Repeats", "Unmatched", "Helped")
    _add_columns(shown, "Help: worst p5 mean", "Never", "Welcomed", f"Path {PATHS}", "Broken", "ms")
    for (members, habits), policies in found.items():
        shown.add_section()
        for name, seasons in policies.items():
            shown.add_row(f"{members:,}, {habits}", _named(name), *_season(seasons))
    _print(shown, SEASONS)


def _season(seasons: Sequence[Season]) -> list[str]:
    helps = [one.help for one in seasons if len(one.help) >= ENOUGH]
    welcomed, of = (sum(column) for column in zip(*(one.welcomed for one in seasons), strict=True))
    return [
        f"{fmean(one.repeats for one in seasons):.4f}",
        f"{fmean(one.unmatched for one in seasons):.4f}",
        f"{fmean(one.helped for one in seasons):.3f}",
        *_spread(helps),
        f"{welcomed / of:.2f}" if of else "",
        " ".join(f"{fmean(path):.2f}" for path in zip(*(one.paths for one in seasons), strict=True)),
        f"{fmean(one.broken for one in seasons):.1f}",
        f"{fmean(one.milliseconds for one in seasons):.1f}",
    ]


def _spread(helps: Sequence[Sequence[int]]) -> tuple[str, str]:
    """How help is spread over regulars, and how many never got any; nothing where there are too few of them."""
    if not helps:
        return "", ""
    parts = [map(min, helps), (percentile(one, 0.05) for one in helps), map(fmean, helps)]
    return " ".join(f"{fmean(part):.1f}" for part in parts), f"{fmean(one.count(0) / len(one) for one in helps):.3f}"


def show_fixed(found: Mapping[str, Any]) -> None:
    """Groups that stay the same."""
    policies = list(next(iter(found.values()))["rounds"])
    shown = _table("Coffee: rounds without a repeat in a fixed group, mean (least)", ("Members",), "Possible")
    _add_columns(shown, *map(_named, policies), f"Points, of a {ROBIN}'s")
    for size, one in found.items():
        rounds = [f"{fmean(one['rounds'][name]):.1f} ({min(one['rounds'][name])})" for name in policies]
        shown.add_row(size, str(int(size) - 1), *rounds, f"{one['gained']:.2f}")
    _print(shown, GROUPS)


def _table(title: str, names: Sequence[str], *headings: str) -> Table:
    shown = Table(title=title, title_justify="left", box=box.HORIZONTALS, padding=(0, 0), pad_edge=False)
    for name in names:
        shown.add_column(name, no_wrap=True)
    _add_columns(shown, *headings)
    return shown


def _add_columns(shown: Table, *headings: str) -> None:
    for heading in headings:
        shown.add_column(heading, justify="right")


def _named(policy: str) -> str:
    return f"{policy}*" if policy in UNINFORMED else policy


def _print(shown: Table, *notes: str) -> None:
    console = Console(width=120)
    console.print(shown)
    for note in (*notes, FAIR):
        console.print(" ".join(note.split()), style="dim", highlight=False)
    console.print()
