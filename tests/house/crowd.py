"""Everybody who has no business with the team's acts, after a lively month; and the acts and commands that they try."""

from __future__ import annotations

import inspect
import re
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from discord import app_commands
from simcord.actors import MemberActor

from bot.people import members
from bot.ui.actions import Action, parse, registered
from bot.ui.forms import declared as forms
from tests.lively import Month, leading
from tests.soak.lane import MEMORY
from tests.world import World

_AT: Final = re.compile(r"@\d+$")
_CHECKS: Final = ("require_organiser", "reader_of")
"""What a handler's room calls to know whether somebody is of the team."""
OPEN_BESIDE: Final = {
    "deadlines:checking": "to members who were asked to compare dates",
    "deadlines:is_right": "to them, too",
    "deadlines:report": "to everybody; the team answers in the same room",
    "deadlines:report_reminded": "to everybody",
    "deadlines:reported": "to everybody",
    "help_requests:networks": "a list for everybody, which the team changes",
    "moderation:appeal": "to whom an act was about",
    "moderation:appealed": "to them, too",
}
"""Acts for members that stand in a room of the team's, and to whom they are open."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who presses: by which name tests tell of them, and whether they can only press in direct messages."""

    name: str
    id: int
    dm: bool = False


@cache
def team_acts() -> tuple[Action, ...]:
    """Every act of the team's: the organisers' own, and those in a room whose code asks who somebody is, but for those
    that are open."""

    def is_theirs(action: Action) -> bool:
        room = inspect.getmodule(action.handler)
        assert room is not None
        return action.name.startswith("organisers:") or any(check in inspect.getsource(room) for check in _CHECKS)

    return tuple(action for action in registered() if is_theirs(action) and action.name not in OPEN_BESIDE)


def commands(world: World, *, team: bool) -> Iterator[app_commands.Command[Any, ..., Any]]:
    """The commands that Discord shows to organisers alone, or the others."""
    for command in world.bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            root = command.root_parent or command
            if (root.default_permissions is not None) is team:
                yield command


@asynccontextmanager
async def gathered() -> AsyncIterator[Crowd]:
    """A crowd after its month, whose presses nobody limits. Its files are in memory: thousands of presses write."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        world = World(Path(folder))
        world.env.settle_timeout = 120  # a busy machine is no fault
        async with world:
            found = Crowd(Month(world))
            await found.month.live()
            await found.gather()
            gates = world.bot.house.gates._gates
            gates[:] = [gate for gate in gates if "Limits" not in gate.__qualname__]
            yield found


class Crowd:
    """People of all kinds in the world of a lively month."""

    def __init__(self, month: Month) -> None:
        self.month, self.world, self.hands = month, month.world, month.hands

    async def gather(self) -> None:
        """They come, rest, and leave."""
        world, month = self.world, self.month
        stranger, plain, resting, gone = (world.join(name) for name in ("Stan", "Mallory", "Rose", "Luc"))
        for who in (plain, resting, gone):
            await month.arrive(who)
        shown = await month.act(resting, "privacy:rest_ask")
        await month.act(resting, leading(shown, "privacy:rest"))
        world.guild.remove_member(gone)
        await world.env.settle()
        self.stranger, self.plain = Person("a stranger", stranger.id), Person("a plain member", plain.id)
        self.resting, self.gone = Person("one who rests", resting.id), Person("one who left", gone.id, dm=True)
        self.concerned = Person("the person concerned", month.others["Basile"].id)
        self.colleague = Person("a colleague whom it is about", month.zoe.id)
        self.busy = [Person(f"{name}, who lived the month", who.id) for name, who in month.others.items()]
        self.real = real_ids(world)

    async def steady(self) -> None:
        """Make everybody again what they are here for: whoever presses at random erases themselves now and then."""
        association, house = self.world.association, self.world.bot.house
        async with association.transaction() as db:
            if await members.get(db, self.stranger.id) is not None:
                await house.lifecycle.erase(association, db, self.stranger.id)
            for who in (self.plain, self.resting, *self.busy):
                found = await members.get(db, who.id)
                if found is None:
                    await members.accept_notice(db, who.id, self.world.clock.now())
                elif who is not self.resting:
                    await house.lifecycle.resume(association, db, who.id)
            await house.lifecycle.pause(association, db, self.resting.id)
        await house.outbox.send_now(association)

    @property
    def outsiders(self) -> tuple[Person, ...]:
        """Everybody who is not of the team."""
        return self.stranger, self.plain, self.resting, self.gone, self.concerned

    def custom_ids(self, action: Action) -> list[str]:
        """Custom ids of an act: as they stand on messages, and made up for what may exist."""
        real = sorted(self.real[action.name])
        return [*real[:3], *(":".join((action.name, *said)) for said in made_up(action, self.concerned.id))]

    async def try_act(self, who: Person, custom_id: str) -> Any:
        """Press it, with what a select or form of it could carry; the answer."""
        said = f"{custom_id}@{self.world.guild.id}" if who.dm else custom_id
        form = forms.get(":".join(custom_id.split(":")[:2]))
        if form is not None:
            fields = {field.name: "Quelques mots, le 31/03"[: field.limit] for field in form.fields}
            return await self.hands.submit(who.id, said, fields, dm=who.dm)
        return await self.hands.press(who.id, said, [str(self.concerned.id)], dm=who.dm)

    async def try_command(self, who: Person, command: app_commands.Command[Any, ..., Any]) -> Any:
        """Call it, with all its options."""
        return await self.hands.call(who.id, command.qualified_name, self.options(command))

    def options(self, command: app_commands.Command[Any, ..., Any]) -> dict[str, Any]:
        """Something for each option of a command."""
        organiser: MemberActor = self.world.organiser
        made: dict[str, Any] = {"string": "3", "integer": 1, "boolean": True, "user": organiser}
        return {
            one.display_name: one.choices[0].value if one.choices else made[one.type.name] for one in command.parameters
        }


def made_up(action: Action, member_id: int) -> Iterable[tuple[str, ...]]:
    """Arguments that could be somebody's."""
    for number in ("1", "2", str(member_id)):
        yield tuple({"int": number, "str": "x", "Rest": "x"}[kind] for kind in action.parameters)
        if "int" not in action.parameters:
            return


def real_ids(world: World) -> dict[str, set[str]]:
    """The custom ids of all messages and forms that there were, by act, without the guild of direct messages."""
    found: dict[str, set[str]] = defaultdict(set)
    backend = world.env.backend
    shown: list[Any] = [message.components for place in backend.messages.values() for message in place.values()]
    shown += [one.modal for one in backend.interactions.values() if one.modal]
    for said in re.findall(r"'custom_id': '([a-z_]+:[^']*)'", repr(shown)):
        plain = _AT.sub("", said)
        try:
            found[parse(plain)[0].name].add(plain)
        except Exception:  # noqa: S112 (what an older card says is no custom id of ours)
            continue
    return found
