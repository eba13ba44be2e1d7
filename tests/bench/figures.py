"""Figures as they are printed: what was measured, the median of several runs, the aim beside it."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what, how much of which unit (one value a run), and the most or the least that it should be."""

    what: str
    runs: tuple[float, ...]
    unit: str = "ms"
    aim: float | None = None
    least: float | None = None

    @property
    def value(self) -> float:
        """The median of the runs."""
        return median(self.runs)

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        if self.least is not None:
            return self.value >= self.least
        return None if self.aim is None else self.value <= self.aim

    @property
    def aimed_at(self) -> str:
        """The aim as it is printed; empty where there is none."""
        if self.least is not None:
            return f"≥ {self.least:g} {self.unit}"
        return "" if self.aim is None else f"≤ {self.aim:g} {self.unit}"


def percentile(times: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of `times` lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def machine() -> str:
    """The processor, its cores, how busy they are, Python and SQLite."""
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{_processor()}, {os.cpu_count()} cores (load {os.getloadavg()[0]:.1f}), {versions}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith(("model name", "Model"))]
    return named[0] if named else platform.processor() or platform.machine()


def show(figures: Sequence[Figure]) -> None:
    """Print the table."""
    table = Table(title=f"Comptoir: medians of several runs · {machine()}", title_justify="left")
    table.add_column("What", no_wrap=True)
    for heading in ("Median", "Lowest run", "Highest run", "Aim", "Met"):
        table.add_column(heading, justify="right", no_wrap=True)
    for figure in figures:
        met = "" if figure.met is None else "yes" if figure.met else "NO"
        values = f"{figure.value:.2f} {figure.unit}", f"{min(figure.runs):.2f}", f"{max(figure.runs):.2f}"
        table.add_row(figure.what, *values, figure.aimed_at, met)
    Console(width=120).print(table)
