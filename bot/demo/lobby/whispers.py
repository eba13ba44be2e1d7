"""Whispers: answers that Discord shows to one person alone, until their page is loaded again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.demo.stage import Stage


def forget(stage: Stage, place_id: int, person_id: int) -> None:
    """Take away what was answered to one person alone in a place."""
    _forget(stage, [place_id], person_id)


def forget_all(stage: Stage) -> None:
    """Take away what was answered to anybody alone: enough time went by for every page to have been loaded again."""
    _forget(stage, list(stage.env.backend.messages), None)


def _forget(stage: Stage, places: Iterable[int], person_id: int | None) -> None:
    backend = stage.env.backend
    for place in places:
        for message in tuple(backend.messages.get(place, {}).values()):
            if message.is_ephemeral and (person_id is None or message.visible_to(person_id)):
                backend.delete_message(place, message.id)
