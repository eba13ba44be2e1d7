"""The component router: every button, select and form of every message, old or new, lands here and finds its handler.

Stateless: the custom id says all, `feature:act:arguments`, and in a direct message also `@guild`. It carries ids,
never rights: handlers load the record and check the right each time. One error path: a `Refusal` becomes a private
sentence, and so do a busy, full or damaged file; anything else an apology with a reference that is in the log. What
takes longer than 1.5 s is deferred by itself.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Concatenate, Final, NewType, ParamSpec

import discord

from bot.errors import Refusal
from bot.logs import fields
from bot.people import members
from bot.storage import faults
from bot.storage.database import refuse_calls_outside
from bot.ui import drafts
from bot.ui.forms import declared as forms
from bot.ui.forms import submitted
from bot.ui.house import House
from bot.ui.press import EXPIRED, Press
from bot.ui.visits import hand_over
from bot.words.text import CUSTOM_ID

log = logging.getLogger(__name__)
P = ParamSpec("P")

Rest = NewType("Rest", str)
"""The last argument of a handler when it is free text: it takes whatever is left, colons included."""

DEFER_AFTER: Final = 1.5
"""Seconds after which an unanswered press is deferred; Discord gives up after 3."""

FINISH_WITHIN: Final = 10
"""Seconds that handlers in flight get when the process ends."""

_ACT = re.compile(r"([a-z_]+:[a-z_]+)(?::(.*))?", re.DOTALL)
_CODE = re.compile(r"[a-z0-9_-]{0,40}")
_AT = re.compile(r"(.*)@(\d{15,20})", re.DOTALL)
_BIGGEST = 2**63 - 1
VALUE: Final = 100
"""Characters of a select's value, at most; Discord allows no more."""

Handler = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Action:
    """A registered handler. `opens_form`: it answers with a form, which can't come after a deferral. `reaches`: it
    publishes something or writes to somebody, of which one person may do less at once."""

    name: str
    handler: Handler
    opens_form: bool
    parameters: tuple[str, ...]
    reaches: bool = False


_actions: Final[dict[str, Action]] = {}
_leaving: Final[set[Callable[..., Any]]] = set()


def action(
    name: str, *, opens_form: bool = False, reaches: bool = False
) -> Callable[[Callable[Concatenate[Press, P], Awaitable[None]]], Callable[Concatenate[Press, P], Awaitable[None]]]:
    """Register a handler for `feature:act`. Its parameters after the press are parsed from the custom id by their
    annotations: `int`, `str` (a code: a-z, 0-9, - and _) or `Rest`."""

    def register(
        handler: Callable[Concatenate[Press, P], Awaitable[None]],
    ) -> Callable[Concatenate[Press, P], Awaitable[None]]:
        parameters = list(inspect.signature(handler).parameters.values())[1:]
        _actions[name] = Action(name, handler, opens_form, tuple(str(p.annotation) for p in parameters), reaches)
        return handler

    return register


def leaving(handler: Callable[P, Awaitable[None]]) -> Callable[P, Awaitable[None]]:
    """Mark a handler by which somebody only takes back or leaves something of their own (`Press.leaves`): whatever the
    team closed to them, this stays open."""
    _leaving.add(handler)
    return handler


def custom_id(act: str, *arguments: str | int, guild_id: int | None = None) -> str:
    """The custom id of `feature:act` with its arguments; with `guild_id`, for a message in a direct conversation."""
    made = ":".join((act, *(str(argument) for argument in arguments)))
    made = f"{made}@{guild_id}" if guild_id else made
    if len(made) > CUSTOM_ID:
        raise ValueError(f"custom id of {act} is longer than {CUSTOM_ID}")
    return made


def parse(said: str) -> tuple[Action, list[str | int]]:
    """The handler and arguments that a custom id names. Raises `Refusal` for anything forged, truncated or out of
    date."""
    match = _ACT.fullmatch(said)
    found = _actions.get(match[1]) if match else None
    if match is None or found is None:
        raise Refusal("kernel-stale-press")
    wanted = found.parameters
    given = match[2].split(":", len(wanted) - 1) if match[2] is not None and wanted else []
    if len(given) != len(wanted) or (match[2] is not None and not wanted):
        raise Refusal("kernel-stale-press")
    return found, [_argument(kind, value) for kind, value in zip(wanted, given, strict=True)]


def _argument(kind: str, value: str) -> str | int:
    if kind == "Rest":
        return value
    if kind == "int":
        if value.isascii() and value.isdecimal() and int(value) <= _BIGGEST:
            return int(value)
    elif _CODE.fullmatch(value):
        return value
    raise Refusal("kernel-stale-press")


def leaves(said: str) -> bool:
    """Whether a custom id names an act by which somebody only takes back or leaves something of their own."""
    found = _actions.get(":".join(said.split(":")[:2]))
    return found is not None and found.handler in _leaving


def _selected(values: Iterable[Any]) -> tuple[str, ...]:
    """What was chosen in a select. Raises `Refusal` for what no select of ours can offer: text that is too long or no
    text at all, a number beyond sixty-four bits."""
    chosen = tuple(str(value) for value in values)
    for value in chosen:
        short = len(value) <= VALUE and value.isprintable()
        if not short or (value.isdecimal() and int(value) > _BIGGEST):
            raise Refusal("kernel-stale-press")
    return chosen


def reaches_others(said: str) -> bool:
    """Whether a custom id names an act that publishes something or writes to somebody."""
    found = _actions.get(":".join(said.split(":")[:2]))
    return found is not None and found.reaches


def registered() -> Iterable[Action]:
    """Every handler, for tests that look at the whole."""
    return _actions.values()


class Router:
    """Takes interactions in, finds the association and the person, runs the handler, answers errors."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._running: set[asyncio.Task[Any]] = set()

    async def finish(self) -> None:
        """Wait for the handlers in flight, for as long as Discord would take their answers."""
        current = asyncio.current_task()
        running = {task for task in self._running if task is not current}
        if running:
            await asyncio.wait(running, timeout=FINISH_WITHIN)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a component or a submitted form; commands go through `answering`."""
        if interaction.type not in {discord.InteractionType.component, discord.InteractionType.modal_submit}:
            return
        data: Any = interaction.data or {}
        said, guild_id = _split_guild(str(data.get("custom_id", "")), interaction.guild_id)

        async def handle(press: Press) -> None:
            found, arguments = parse(said)
            press.act = said
            press.selected = _selected(data.get("values") or ())
            press.fields = submitted(data.get("components"))
            press.feature = said.partition(":")[0]
            press.leaves = found.handler in _leaving
            await self._house.gates.pass_through(press)
            await found.handler(press, *arguments)

        try:
            opens_form = parse(said)[0].opens_form
        except Refusal:
            opens_form = False
        await self.run(interaction, handle, guild_id=guild_id, opens_form=opens_form)

    async def run(
        self,
        interaction: discord.Interaction[Any],
        handle: Callable[[Press], Awaitable[None]],
        *,
        guild_id: int | None = None,
        opens_form: bool = False,
        feature: str = "",
    ) -> None:
        """Run a handler with a press, within the time Discord gives, and answer whatever it raises. `feature` says
        whose context menu it is: the gates are asked here, as for commands and buttons elsewhere."""
        press = Press(interaction, self._house)
        watch = None if opens_form else asyncio.create_task(_defer_late(press))
        task = asyncio.current_task()
        assert task is not None
        self._running.add(task)
        try:
            await self._locate(press, guild_id)
            if feature:
                press.feature = feature
                await self._house.gates.pass_through(press)
            await handle(press)
        except Refusal as refusal:
            await self._refuse(press, refusal)
        except Exception as error:
            await self._apologise(press, error)
        else:
            await hand_over(press)
        finally:
            self._running.discard(task)
            if watch is not None and not press.overdue:  # a deferral on its way is not cut short
                watch.cancel()

    async def _locate(self, press: Press, guild_id: int | None) -> None:
        """Find the association and the person. In a server, a custom id of another server is refused; in a direct
        message, the person must still be a member, and known: whoever erased themselves may find old letters there."""
        here = press.interaction.guild_id
        home = here or guild_id
        if home is None or self._house.client.get_guild(home) is None:
            raise Refusal("kernel-no-association")
        press.association = await self._house.associations.of(home)
        if here is None and not await _is_member(self._house.client, home, press.user_id):
            raise Refusal("kernel-no-longer-member")
        press.member = await members.get(press.association.read(), press.user_id)
        if here is None and (press.member is None or press.member.state == "named"):
            raise Refusal("letters-gone")
        if press.member is not None and press.member.away:
            await self._welcome_back(press)

    async def _welcome_back(self, press: Press) -> None:
        """Somebody acts who had left, and whose return no event told."""
        async with press.association.transaction() as db:
            await self._house.lifecycle.come_back(press.association, db, press.user_id)
            press.member = await members.get(db, press.user_id)

    async def _refuse(self, press: Press, refusal: Refusal) -> None:
        """Say no; what was typed in a refused form is kept, with "Corriger". Of somebody who hasn't accepted the
        notice nothing is stored: they get their own words back to copy."""
        try:
            typed, offers = "", refusal.offers
            if press.fields and press.may_store:
                async with press.association.transaction() as db:
                    draft = await drafts.save(db, press.user_id, press.act, dict(press.fields), self._house.clock.now())
                offers = (custom_id("kernel:reopen", draft), *offers)
            else:
                typed, again = _given_back(press, "kernel:retry")
                offers = offers or again
            await press.refuse(refusal, offers, typed=typed)
        except discord.HTTPException as error:
            _log_unanswered(error, press)
        except Exception as error:
            await self._apologise(press, error)

    async def _apologise(self, press: Press, error: Exception) -> None:
        """Something failed, on our side: it is in the log, and whoever typed something gets it back to copy."""
        if isinstance(error, discord.HTTPException) and error.code in EXPIRED:
            _log_unanswered(error, press)
            return
        reference = secrets.token_hex(3).upper()
        log.error(
            "handler failed",
            exc_info=error,
            extra=fields(reference=reference, guild=press.interaction.guild_id, act=":".join(press.act.split(":")[:2])),
        )
        typed, again = _given_back(press, "kernel:again")
        try:
            said = faults.refusal(error) or Refusal("kernel-apology", reference=reference)
            await press.refuse(said, again, typed=typed)
        except discord.HTTPException as second:
            _log_unanswered(second, press)


def _given_back(press: Press, act: str) -> tuple[str, tuple[str, ...]]:
    """What was typed in a form and can't be stored, and the offer to open that form again."""
    if not press.fields:
        return "", ()
    return "\n".join(text for text in press.fields.values() if text), (f"{act}:{press.act}",)


def answering(handler: Callable[Concatenate[Any, Press, P], Awaitable[None]]) -> Any:
    """Make a method of a cog that takes a `Press` the callback of a command: same association, member, errors, time."""
    return _callback(handler, opens_form=False)


def opening_form(handler: Callable[Concatenate[Any, Press, P], Awaitable[None]]) -> Any:
    """Like `answering`, for a command that answers with a form and so is never deferred."""
    return _callback(handler, opens_form=True)


def _callback(handler: Callable[Concatenate[Any, Press, P], Awaitable[None]], *, opens_form: bool) -> Any:
    @functools.wraps(handler)
    async def callback(cog: Any, interaction: discord.Interaction[Any], /, *args: P.args, **options: P.kwargs) -> None:
        async def handle(press: Press) -> None:
            press.feature = handler.__module__.split(".")[1]
            press.leaves = handler in _leaving
            await press.house.gates.pass_through(press)
            await handler(cog, press, *args, **options)

        router: Router = cog.bot.router
        await router.run(interaction, handle, opens_form=opens_form)

    # discord.py reads a command's options from its signature, and would look the annotations' names up in this file
    callback.__signature__ = inspect.signature(handler, eval_str=True)  # type: ignore[attr-defined]
    return callback


@action("kernel:reopen", opens_form=True)
async def reopen(press: Press, draft_id: int) -> None:
    """Open a refused form again, filled with what was typed."""
    draft = await drafts.load(press.association.read(), draft_id, press.user_id, press.now())
    name = ":".join(draft.act.split(":")[:2])
    form = forms.get(name)
    if form is None:
        raise Refusal("kernel-stale-press")
    await press.open(form, *draft.act.split(":")[2:], values={key: str(value) for key, value in draft.payload.items()})


@action("kernel:again", opens_form=True)
@action("kernel:retry", opens_form=True)
async def retry(press: Press, act: Rest) -> None:
    """Open a form again, empty, where nothing typed in it could be stored or may be."""
    form = forms.get(":".join(act.split(":")[:2]))
    if form is None:
        raise Refusal("kernel-stale-press")
    await press.open(form, *act.split(":")[2:])


@action("kernel:dismiss")
async def dismiss(press: Press) -> None:
    """Leave it: nothing happened."""
    await press.answer("kernel-dismissed")


def _split_guild(said: str, here: int | None = None) -> tuple[str, int | None]:
    """A custom id and the guild that it names. A letter's buttons name theirs wherever it is shown; in a server, any
    other than that server's is left in, and then means nothing."""
    match = _AT.fullmatch(said)
    return (match[1], int(match[2])) if match and here in {None, int(match[2])} else (said, None)


async def _is_member(client: discord.Client, guild_id: int, user_id: int) -> bool:
    refuse_calls_outside()
    guild = client.get_guild(guild_id)
    try:
        return guild is not None and await guild.fetch_member(user_id) is not None
    except discord.NotFound:
        return False


async def _defer_late(press: Press) -> None:
    await asyncio.sleep(DEFER_AFTER)
    press.overdue = True
    try:
        await press.defer()
    except discord.HTTPException as error:
        _log_unanswered(error, press)


def _log_unanswered(error: discord.HTTPException, press: Press) -> None:
    log.warning("no answer could be given", extra=fields(code=error.code, guild=press.interaction.guild_id))
