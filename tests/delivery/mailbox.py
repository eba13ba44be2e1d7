"""The operations of the outbox in memory, for histories too long for a socket: who got what, when, and which private
threads stand. It notes the layouts that it is given; what they look like is tested elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

import discord

from bot.delivery.letter_kinds import Sheet
from bot.delivery.outside import Undecided, Undeliverable
from bot.schedule.clock import Clock
from bot.words.i18n import Words


class Shown(discord.ui.LayoutView):
    """A message of letters that remembers what it says."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        super().__init__()
        self.said: Final = [sheet.letter for sheet in sheets]
        self.mark: Final[discord.ui.Container[Shown]] = discord.ui.Container()
        self.add_item(self.mark)


def show(guild_id: int, words: Words, sheets: Sequence[Sheet]) -> Shown:
    """How a message of letters looks here."""
    return Shown(sheets)


@dataclass(frozen=True)
class Arrival:
    """A letter that its reader saw; `here` when they were using the bot."""

    at: int
    member_id: int
    kind: str
    key: str
    message: int
    here: bool = False


@dataclass
class Mailbox:
    """What Discord did. `closed` are people without direct messages, `trouble` the answers that get lost next: after
    what was asked was done, or before."""

    clock: Clock
    closed: set[int] = field(default_factory=set)
    trouble: list[bool] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    threads: dict[int, str] = field(default_factory=dict)
    opened: int = 0
    _messages: dict[int, dict[int, Shown]] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(1))

    async def open_dm(self, user_id: int) -> int:
        """Somebody's direct conversation has their own id."""
        return user_id

    async def post(self, place: int, view: Shown, nonce: int, mentions: object) -> int:  # noqa: ARG002
        """Post a message."""
        if place in self.closed:
            raise Undeliverable("dm-closed")
        self._standing(place)
        lost = self._is_lost()
        number = next(self._numbers)
        self._messages.setdefault(place, {})[number] = view
        if place not in self.threads:
            self._arrive(place, number, view)
        self._answer(lost)
        return number

    async def find_message(self, place: int, marker: int, *, since: int) -> int | None:  # noqa: ARG002
        """A message by its mark."""
        self._standing(place)
        found = self._messages.get(place, {})
        return next((number for number, view in found.items() if view.mark.id == marker), None)

    async def private_thread(self, place: int, title: str) -> int:  # noqa: ARG002
        """Open a thread."""
        lost = self._is_lost()
        number = -next(self._numbers)
        self.threads[number] = title
        self.opened += 1
        self._answer(lost)
        return number

    async def find_private_thread(self, guild: int, place: int, mark: str, *, since: int) -> int | None:  # noqa: ARG002
        """A thread by its mark."""
        return next((number for number, title in self.threads.items() if title.endswith(mark)), None)

    async def edit_thread(self, place: int, *, title: str, **_: Any) -> None:
        """Name a thread."""
        self._standing(place)
        self.threads[place] = title

    async def add_member(self, place: int, user_id: int) -> None:
        """Show a thread to somebody, who sees then what stands in it."""
        self._standing(place)
        for number, view in self._messages.get(place, {}).items():
            self._arrive(user_id, number, view)

    async def edit(self, place: int, message: int, view: Shown, mentions: object) -> None:
        """Change a message."""

    async def delete(self, place: int, message: int) -> None:
        """Delete a message."""
        self._messages.get(place, {}).pop(message, None)

    async def delete_thread(self, place: int) -> None:
        """Delete a thread."""
        self.threads.pop(place, None)

    def show_here(self, member_id: int, view: Shown) -> None:
        """Somebody sees what was held for them."""
        self._arrive(member_id, next(self._numbers), view, here=True)

    def times_seen(self) -> Counter[tuple[int, str]]:
        """How often each letter was seen in another message."""
        return Counter(
            (member, key) for member, key, _ in {(one.member_id, one.key, one.message) for one in self.arrivals}
        )

    def _arrive(self, member_id: int, message: int, view: Shown, *, here: bool = False) -> None:
        now = self.clock.now()
        self.arrivals += [Arrival(now, member_id, one.kind, one.key, message, here) for one in view.said]

    def _standing(self, place: int) -> None:
        if place < 0 and place not in self.threads:
            raise Undeliverable("channel-gone")

    def _is_lost(self) -> bool:
        """Whether the answer to this call gets lost; when nothing is done either, it ends here."""
        if not self.trouble:
            return False
        if not self.trouble.pop():
            raise Undecided("nothing was done")
        return True

    @staticmethod
    def _answer(lost: bool) -> None:
        if lost:
            raise Undecided("all was done")
