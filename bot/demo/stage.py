"""A simulated Discord server with the real bot in it. Nothing behind the bot's back: people type and press."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final

import discord
import simcord
import simcord.components
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.enums import SELECT_TYPES, AppCommandType, MessageType
from simcord.results import InteractionResult, ResponseMessage

from bot.app import build
from bot.client import Comptoir
from bot.delivery import waiting
from bot.demo.story import OPENING, Asked, Shared, Story
from bot.demo.team import TEAM
from bot.schedule import due
from bot.schedule.clock import DAY
from bot.settings import Settings
from bot.storage.association import Association
from bot.words.i18n import Words

BEFORE_OPENING: Final = OPENING - 3 * DAY
"""When the server is made."""
ROUND_UP: Final = "introductions:recap"
"""The schedule that organisers switch on, to have one."""
FIRST_NUMBER: Final = 2**30
"""Selects have numbers from here on, far above those that the others get."""


class StageClock:
    """The bot's clock follows the simulation's."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> int:
        """The simulated instant."""
        return int(self.env.now().timestamp()) if self.env else BEFORE_OPENING


class Stage:
    """The server, its channels, its people and the bot. Open it with `async with`; leaving closes everything."""

    def __init__(self, folder: Path, story: Story) -> None:
        self.clock = StageClock()
        settings = Settings(data_dir=folder, discord_token="", _env_file=None)
        self.bot: Comptoir = build(settings, self.clock, heartbeat=False)
        self.env = simcord.Env(self.bot)
        self.env.backend.bot_user.name = "Comptoir"
        _quiet_new_threads(self.env)
        self.people: dict[str, MemberActor] = {}
        self._story, self._server = story, story.server
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Stage:
        self._closing.push_async_callback(self.bot.house.associations.close)
        self._closing.enter_context(_selects_that_are_told_apart())
        try:
            await self.env.start()
            self._closing.push_async_callback(self.env.shutdown)
            self.clock.env = self.env
            await self.until(BEFORE_OPENING)
            _own_commands_suffice(self.env)
            await self._build()
        except BaseException:
            await self._closing.aclose()
            raise
        return self

    async def __aexit__(self, *error: object) -> None:
        with contextlib.suppress(simcord.SetupError, TimeoutError):
            await self.env.settle()  # what is in flight ends before its bot does
        await self._closing.aclose()

    async def _build(self) -> None:
        name = self._story.first("organiser").name
        owner = self.env.create_user(name.lower(), global_name=name)
        self.guild = self.env.create_guild(self._server["name"], owner=owner, preferred_locale=self._story.language)
        self.people[name] = self.organiser = MemberActor(self.env, self.guild, owner)
        await self.env.settle()
        closed, seen = (discord.PermissionOverwrite(view_channel=allowed) for allowed in (False, True))
        self.team = self.guild.create_role(self._server["office"])
        bot = self.guild.me
        assert bot is not None
        self.lounge: ChannelHandle = self.guild.create_text_channel(self._server["lounge"])
        self.hall: ChannelHandle = self.guild.create_text_channel(self._server["hall"])
        self.office: ChannelHandle = self.guild.create_text_channel(
            self._server["office"], overwrites={self.guild.default_role: closed, bot: seen, self.team: seen}
        )
        self.threads: ChannelHandle = self.guild.create_text_channel(self._server["threads"])
        self.tips: ChannelHandle = self.guild.create_text_channel(self._server["tips"])
        self.helping: ChannelHandle = self.guild.create_text_channel(self._server["help"])
        self.coffee: ChannelHandle = self.guild.create_text_channel(self._server["coffee"])
        self.digest: ChannelHandle = self.guild.create_text_channel(self._server["digest"])
        self.questions: ChannelHandle = self.guild.create_text_channel(self._server["questions"])
        await self.env.settle()

    @property
    def association(self) -> Association:
        """What the bot keeps of this server."""
        return next(found for found in self.bot.house.associations if found.guild_id == self.guild.id)

    @property
    def words(self) -> Words:
        """The association's words: what is written on the buttons that people press."""
        return self.association.words

    def join(self, name: str) -> None:
        """Somebody joins the server."""
        roles = [self.team] if name == TEAM["second"] else []
        self.people[name] = self.guild.add_member(self.env.create_user(name.lower(), global_name=name), roles=roles)

    async def set_up(self) -> None:
        """The organiser walks through `/installer`, from the association's name to the panels."""
        organiser = self.organiser
        shown = await organiser.slash(self.lounge, "installer")
        shown = await organiser.click(message_of(shown), custom_id="organisers:identity")
        name, contact = self._story.first("organiser").name, self._server["contact"]
        fields = {"name": self._server["name"], "contact": contact, "technical": f"{name}, {contact}"}
        shown = await organiser.submit_modal(shown, fields)
        if self._story.language == "en":
            shown = await organiser.select(message_of(shown), ["en-tu"], custom_id="organisers:language")
        shown = await organiser.click(message_of(shown), custom_id="organisers:step:1")
        for preference, place in (
            ("introductions-channel", self.hall),
            ("organisers-channel", self.office),
            ("threads-channel", self.threads),
            ("tips-channel", self.tips),
            ("help-channel", self.helping),
            ("coffee-channel", self.coffee),
            ("digest-channel", self.digest),
            ("prompts-channel", self.questions),
        ):
            shown = await organiser.select(message_of(shown), [place], custom_id=f"organisers:choose:{preference}")
        shown = await organiser.select(message_of(shown), [self.team], custom_id="organisers:choose:organisers-role")
        shown = await organiser.click(message_of(shown), custom_id=f"organisers:role:{self.team.id}")
        shown = await organiser.click(message_of(shown), custom_id="organisers:step:2")
        shown = await organiser.click(message_of(shown), custom_id="organisers:step:3")
        await organiser.click(message_of(shown), custom_id="organisers:publish")
        shown = await organiser.slash(self.lounge, "envois")
        shown = await organiser.click(message_of(shown), custom_id="organisers:rhythms")
        shown = await organiser.select(message_of(shown), [ROUND_UP], custom_id="organisers:rhythm_open")
        await organiser.click(message_of(shown), custom_id=f"organisers:rhythm_turn:on:{ROUND_UP}")

    async def introduce(self, name: str, fields: Mapping[str, str], trade: str, *, from_hall: bool) -> None:
        """Somebody introduces themselves, from the command or the panel's button to the published card."""
        person = self.people[name]
        if from_hall:
            shown = await person.click(self.hall.history()[0], custom_id="introductions:write")
        else:
            shown = await person.slash(self.lounge, "presentation ecrire")
        shown = await person.click(message_of(shown), label=self.words.plain("notice-accept"))
        preview = await person.submit_modal(shown, dict(fields))
        preview = await self._correct_trade(person, preview, trade)
        await person.click(message_of(preview), label=self.words.plain("intro-publish"))

    async def _correct_trade(self, person: MemberActor, preview: InteractionResult, trade: str) -> InteractionResult:
        """Choose the trade in the preview's select where the bot proposed another one."""
        family = self.bot.house.catalogue.trades[trade].family
        while f"t.{trade}" not in (choices := select_of(message_of(preview), "introductions:trade")).chosen:
            wanted = next(value for value in (f"t.{trade}", f"f.{family}", "f.") if value in choices.values)
            preview = await person.select(message_of(preview), [wanted], custom_id=choices.custom_id)
        return preview

    async def answer(self, by: str, to: str, says: str) -> None:
        """Somebody writes in the thread under an introduction."""
        thread = next(thread for thread in self.hall.threads if (thread.name or "").startswith(f"{to} "))
        await self.people[by].send(thread, says)

    async def share(self, tip: Shared) -> None:
        """Somebody shares a tip, and others say that it was of use."""
        form = await self.people[tip.by].slash(self.lounge, "astuce partager")
        await self.people[tip.by].submit_modal(form, dict(tip.fields))
        card = self.tips.history()[-1]
        for name in tip.useful:
            await self.people[name].click(card, label=self.words.plain("tips-useful"))

    async def ask(self, request: Asked) -> None:
        """Somebody asks for a hand; when one is lent, it is solved, and perhaps a tip comes of it."""
        asker, said = self.people[request.by], request.fields
        wanted = datetime.fromtimestamp(self.clock.now() + request.weeks * 7 * DAY, UTC)
        form = await asker.slash(self.lounge, "coup-de-main demander")
        fields = {"question": said["question"], "details": said["details"], "by_when": f"{wanted:%d/%m/%Y}"}
        await asker.submit_modal(form, fields)
        if not request.helper:
            return
        helper, card = self.people[request.helper], self.helping.history()[-1]
        await helper.click(card, label=self.words.plain("help-can-help"))
        await helper.send(self.helping.threads[-1], said["says"])
        if request.tip:
            await self._solve(asker, helper, card, said)

    async def _solve(
        self, asker: MemberActor, helper: MemberActor, card: discord.Message, said: Mapping[str, str]
    ) -> None:
        """It is solved: who helped, what worked, and a tip of it, once the helper agreed."""
        acts = [str(part.get("custom_id", "")) for part in _parts(card)]
        number = next(act for act in acts if act.startswith("help_requests:solve:")).split(":")[2]
        shown = await asker.click(card, custom_id=f"help_requests:solve:{number}")
        shown = await asker.select(message_of(shown), [helper], custom_id=f"help_requests:who_helped:{number}")
        form = await asker.click(message_of(shown), custom_id=f"help_requests:what_worked:{number}")
        shown = await asker.submit_modal(form, {"worked": said["worked"]})
        form = await asker.click(message_of(shown), custom_id=f"help_requests:make_tip:{number}")
        await asker.submit_modal(form, {"title": said["tip"], "body": f"{said['details']}\n{said['worked']}."})
        await self.until(self.clock.now() + DAY)
        letter = helper.user.dm_channel.history()[-1]
        await helper.user.click(letter, label=self.words.plain("tips-agree-named"))

    async def until(self, instant: int) -> None:
        """Let time pass up to an instant; the bot's heart beats whenever something is to be said on the way."""
        while True:
            step = min(instant, max(await self._next_word(instant), self.clock.now() + 1))
            await self.env.advance_time(max(0, step - self.clock.now()))
            await self.beat()
            await self.env.settle()
            if step >= instant:
                return

    async def beat(self) -> None:
        """What the bot's heartbeat does."""
        with self.env._bot_scope():
            await self.bot.beat()

    async def _next_word(self, otherwise: int) -> int:
        """When the bot has something to say next; housekeeping needn't be lived minute by minute."""
        for association in self.bot.house.associations:
            jobs = await due.upcoming(association.read(), self.bot.house.jobs.sending)
            rows = await waiting.upcoming(association.read())
            return min((*(job.due_at for job in jobs), *(row.due_at for row in rows)), default=otherwise)
        return otherwise


def _quiet_new_threads(env: simcord.Env) -> None:
    """Discord tells of a new thread only under an older message, and ours start at once; SimCord always tells."""
    announce = env.backend.create_system_message

    def announce_others(place: int, kind: int, author: int, **options: Any) -> Any:
        young = kind == MessageType.THREAD_CREATED and options.get("referenced_message_id")
        return None if young else announce(place, MessageType(kind), author, **options)

    env.backend.create_system_message = announce_others  # type: ignore[method-assign,assignment]


def _own_commands_suffice(env: simcord.Env) -> None:
    """Keep the page from warning that our commands aren't global: each has an entry of a type that nobody sees."""
    env.backend.commands[None] = {
        (command.name, int(AppCommandType.CHAT_INPUT)): {"name": command.name, "type": 0}
        for command in env.bot.tree.get_commands()  # type: ignore[attr-defined]
    }


@contextlib.contextmanager
def _selects_that_are_told_apart() -> Iterator[None]:
    """The page remembers what a select shows by the select's number, which says only where it stands: the next step's
    select would show the last step's choice, and one that comes back what was chosen in it before. Here each select
    that is shown has a number of its own."""
    number_all, numbers = simcord.components._assign_ids, count(FIRST_NUMBER)

    def number_selects_first(components: list[dict[str, Any]], explicit_ids: set[int]) -> None:
        for part in simcord.components.walk_components(components):
            if part.get("type") in SELECT_TYPES and not part.get("id"):
                part["id"] = next(numbers)
                explicit_ids.add(part["id"])
        number_all(components, explicit_ids)

    simcord.components._assign_ids = number_selects_first
    try:
        yield
    finally:
        simcord.components._assign_ids = number_all


def message_of(answer: InteractionResult) -> ResponseMessage:
    """The message of an answer: the last follow-up, else the answer itself."""
    found = answer.followups[-1] if answer.followups else answer.response
    assert isinstance(found, ResponseMessage), f"no message in {answer!r}"
    return found


@dataclass(frozen=True, slots=True)
class Choices:
    """A select that somebody sees."""

    custom_id: str
    values: frozenset[str]
    chosen: frozenset[str]


def select_of(shown: ResponseMessage, act: str) -> Choices:
    """The select of a message that leads to an act."""
    parts = _parts(shown)
    found = next((part for part in parts if str(part.get("custom_id", "")).startswith(f"{act}:")), None)
    assert found is not None, f"no select for {act} in {parts}"
    return Choices(
        found["custom_id"],
        frozenset(option["value"] for option in found["options"]),
        frozenset(option["value"] for option in found["options"] if option.get("default")),
    )


def _parts(shown: ResponseMessage | discord.Message) -> list[dict[str, Any]]:
    message = shown.message if isinstance(shown, ResponseMessage) else shown
    waiting: list[dict[str, Any]] = [dict(part.to_dict()) for part in message.components]
    found: list[dict[str, Any]] = []
    while waiting:
        part = waiting.pop(0)
        found.append(part)
        waiting.extend(part.get("components") or [])
    return found
