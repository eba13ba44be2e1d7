"""`python -m bot`."""

from __future__ import annotations

from bot.cli import app

app(prog_name="python -m bot")
