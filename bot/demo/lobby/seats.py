"""Seats: who the visitor may be. One person of the story for each role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from bot.demo.story import Story

Role = Literal["newcomer", "member", "organiser"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Seat:
    """A person of the story whom the visitor may be; `name` is their key in `stage.people`."""

    role: Role
    name: str


def seats_of(story: Story) -> tuple[Seat, ...]:
    """The seats, in the order in which one tries them: newcomer, member, organiser."""
    return tuple(Seat(role, story.first(role).name) for role in ROLES)
