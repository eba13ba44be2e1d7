"""What stands between a person and every act: a feature that is off, a person who may not, too much at once.

The router asks every gate before a handler runs, whichever way the act came: command, button, select or form. A gate
lets an act pass, or raises the `Refusal` that says why not. Handlers still check the rights of their own act.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.ui.press import Press

Gate = Callable[["Press"], Awaitable[None]]
"""Raises `Refusal` where this press may not go on. `Press.feature` says whose act it is."""


class Gates:
    """Every gate, asked in the order in which they were added."""

    def __init__(self) -> None:
        self._gates: list[Gate] = []

    def add(self, gate: Gate) -> None:
        """Ask this gate from now on."""
        self._gates.append(gate)

    async def pass_through(self, press: Press) -> None:
        """Let a press through. Raises the first `Refusal`."""
        for gate in self._gates:
            await gate(press)
