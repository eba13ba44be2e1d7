"""The lobby: who the visitor is, where they may go, what is new, how time passes, and the page that shows it."""

from __future__ import annotations

from bot.demo.lobby.lobby import Lobby

__all__ = ["Lobby"]
