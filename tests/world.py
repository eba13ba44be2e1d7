"""A simulated Discord server with the real bot in it: the stage of every story."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import discord
import simcord
from simcord import actors
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.results import InteractionResult, ResponseMessage

from bot.app import build
from bot.client import Comptoir
from bot.schedule.clock import DAY, HOUR
from bot.settings import Settings
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Preference, choose
from bot.words.i18n import typeset
from bot.worker import Workers
from cogs.introductions import CHANNEL
from tests import ready
from tests.house import discord_rules

RECORD = os.environ.get("COMPTOIR_RECORD")
"""A folder where the requests of all stories are written, for `.ci/run` to check against Discord's specification."""

Answer = InteractionResult | ResponseMessage | discord.Message


class Failures(logging.Handler):
    """What the bot logged as an error: a story that didn't expect one fails. Clear `events` to say that it was
    expected."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.events: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the event and what caused it."""
        self.events.append(
            f"{record.getMessage()} {getattr(record, 'reason', '')}"
            + (f": {record.exc_info[1]!r}" if record.exc_info else "")
        )


PINNED_POSTS: set[int] = set()
"""Forum posts that were pinned: SimCord doesn't know that they can be."""


def _let_posts_be_pinned() -> None:
    from simcord.http import router

    dispatch = router.dispatch

    def dispatch_without_flags(backend: Any, method: str, path: str, **request: Any) -> Any:
        body = request.get("json")
        if method == "PATCH" and path.count("/") == 2 and isinstance(body, dict) and "flags" in body:
            PINNED_POSTS.add(int(path.split("/")[2]))
            request["json"] = {key: value for key, value in body.items() if key != "flags"}
        return dispatch(backend, method, path, **request)

    router.dispatch = dispatch_without_flags


def _find_buttons_as_they_are_typed() -> None:
    find = actors._find_component

    def find_typed(rows: list[dict[str, Any]], *, label: str | None, **wanted: Any) -> dict[str, Any]:
        return find(rows, label=None if label is None else typeset(label), **wanted)

    actors._find_component = find_typed


_let_posts_be_pinned()
_find_buttons_as_they_are_typed()
ready.prepare()


class SharedWorkers(Workers):
    """One worker process for all stories of a run: it stays when a bot closes, and ends with the interpreter."""

    async def close(self) -> None:
        """Stay for the next story."""


WORKERS = SharedWorkers(linger=HOUR)


class SimulatedClock:
    """The bot's clock follows the simulation's."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> int:
        """The simulated instant; SimCord starts on 2026-01-01."""
        return int(self.env.now().timestamp()) if self.env else 1767225600


class World:
    """One server, its organiser, its channels, and the bot. Open it with `async with World(folder) as world`."""

    def __init__(
        self,
        folder: Path,
        *,
        forum: bool = False,
        language: str = "fr",
        voice: str = "tu",
        set_up: bool = True,
        members_intent: bool = True,
    ) -> None:
        self.settings = Settings(data_dir=folder, members_intent=members_intent, _env_file=None)
        self.clock = SimulatedClock()
        self.bot: Comptoir = build(self.settings, self.clock, heartbeat=False, workers=WORKERS, ticks=self.clock.now)
        self.env = simcord.Env(self.bot)
        self.failures = Failures()
        self._forum, self._language, self._voice, self._set_up = forum, language, voice, set_up

    async def __aenter__(self) -> World:
        logging.getLogger("bot").addHandler(self.failures)
        await self.env.start()
        self.clock.env = self.env
        self.guild: GuildHandle = self.env.create_guild("Les Indés de la Mayenne")
        await self.env.settle()
        create = self.guild.create_forum_channel if self._forum else self.guild.create_text_channel
        self.hall: ChannelHandle = create("présentations")
        self.office: ChannelHandle = self.guild.create_text_channel("équipe")
        self.threads: ChannelHandle = self.guild.create_text_channel("fils-privés")
        self.lounge: ChannelHandle = self.guild.create_text_channel("général")
        manage = discord.Permissions(manage_guild=True, administrator=True)
        self.organiser = self.join("Ondine", roles=[self.guild.create_role("orga", permissions=manage)])
        await self.env.settle()
        if self._set_up:
            await self.choose(
                {
                    prefs.NAME: "Les Indés de la Mayenne",
                    prefs.CONTACT: "bonjour@indes53.fr",
                    prefs.LANGUAGE: self._language,
                    prefs.VOICE: self._voice,
                    prefs.ORGANISERS_CHANNEL: self.office.id,
                    prefs.THREADS_CHANNEL: self.threads.id,
                    CHANNEL: self.hall.id,
                }
            )
            async with self.association.transaction() as db:
                await self.bot.house.panels.open(db)
                await self.bot.house.panels.place(self.association, db)
            await self.beat()
        return self

    async def __aexit__(self, *error: Any) -> None:
        if error[0] is None:
            await self.env.settle()
        await self.bot.house.associations.close()
        logging.getLogger("bot").removeHandler(self.failures)
        if RECORD:
            self._record(Path(RECORD))
        await self.env.shutdown()
        if error[0] is None:
            assert not self.failures.events, self.failures.events
            refused = list(discord_rules.violations(self.env))
            assert not refused, refused
            self.env._raise_errors_since(self.env._errors_acknowledged)  # a story that looks at them expected them

    def _record(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"requests-{os.getpid()}.jsonl").open("a") as lines:
            for request in self.env.http_requests:
                entry = {
                    "method": request.method,
                    "path": request.path,
                    "query": {k: str(v) for k, v in (request.params or {}).items()},
                    "body": request.json,
                }
                lines.write(json.dumps(entry, default=str) + "\n")

    @property
    def association(self) -> Association:
        """The server's association."""
        return next(found for found in self.bot.house.associations if found.guild_id == self.guild.id)

    async def choose(self, chosen: Mapping[Preference[Any], Any]) -> None:
        """Set preferences as organisers would, without the panel."""
        async with self.association.transaction() as db:
            for preference, value in chosen.items():
                await choose(db, self.clock, preference, value)
                await self.bot.house.panels.wait_to_open(db, preference, value)
        await self.association.reload()
        self._dispatch("preferences_changed", self.association)
        await self.env.settle()

    def _dispatch(self, event: str, *args: Any) -> None:
        with self.env._bot_scope():
            self.bot.dispatch(event, *args)

    async def beat(self) -> None:
        """What the heartbeat does."""
        with self.env._bot_scope():
            await self.bot.beat()
        await self.env.settle()

    async def later(self, seconds: int = DAY) -> None:
        """Let time pass, then let the heart beat."""
        await self.env.advance_time(seconds)
        await self.beat()

    async def restart(self) -> None:
        """Stop the bot and start another one on the same data."""
        await self.env.settle()
        await self.bot.house.associations.close()
        self.bot = build(self.settings, self.clock, heartbeat=False, workers=WORKERS, ticks=self.clock.now)
        await self.env.restart_bot(self.bot)
        await self.env.settle()

    def join(self, name: str, **options: Any) -> MemberActor:
        """Somebody joins the server."""
        return self.guild.add_member(self.env.create_user(name.lower(), global_name=name), **options)

    async def introduce(self, who: MemberActor, what: str, **fields: str) -> InteractionResult:
        """Somebody introduces themselves from the command to the published card."""
        shown = await who.slash(self.lounge, "presentation ecrire")
        if shown.modal is None:
            shown = await who.click(message_of(shown), label=self.words("notice-accept"))
        preview = await who.submit_modal(shown, {"what": what, **fields})
        return await who.click(message_of(preview), label=self.words("intro-publish"))

    async def erase(self, who: MemberActor) -> InteractionResult:
        """Somebody erases themselves: the command, and its one question."""
        asked = await who.slash(self.lounge, "moi effacer")
        return await who.click(message_of(asked), label=self.words("privacy-erase-yes"))

    def words(self, key: str, **values: Any) -> str:
        """A message as the association says it, with plain spaces (like `text_of`)."""
        return self.association.words.plain(key, **values).replace("\u202f", " ")

    def cards(self) -> list[discord.Message]:
        """The bot's messages in the introductions channel, or the first messages of its posts."""
        if self._forum:
            return [message for thread in self.hall.threads for message in thread.history()[:1]]
        return [message for message in self.hall.history() if message.components]


def message_of(answer: Answer) -> ResponseMessage | discord.Message:
    """The message of an answer: the last follow-up, the answer itself, or the message as it is."""
    if isinstance(answer, InteractionResult):
        found = answer.followups[-1] if answer.followups else answer.response
        assert found is not None, f"no message in {answer!r}"
        return found
    return answer


def text_of(answer: Answer) -> str:
    """All text of an answer, buttons and options included, a line each; narrow spaces before signs are made plain."""
    return "\n".join(_texts(_raw(message_of(answer)))).replace("\u202f", " ")


def buttons_of(answer: Answer) -> dict[str, str]:
    """The buttons of an answer: label and custom id."""
    return {
        component["label"].replace("\u202f", " "): component["custom_id"]
        for component in _walk(_raw(message_of(answer)))
        if component.get("type") == 2 and component.get("custom_id")
    }


def components_of(answer: Answer) -> list[dict[str, Any]]:
    """All components of an answer, nested ones included."""
    return list(_walk(_raw(message_of(answer))))


def _raw(message: ResponseMessage | discord.Message) -> list[dict[str, Any]]:
    shown = message.message if isinstance(message, ResponseMessage) else message
    return [component.to_dict() for component in shown.components]  # type: ignore[misc]


def _texts(components: list[dict[str, Any]]) -> Iterator[str]:
    for component in _walk(components):
        for key in ("content", "label", "placeholder"):
            if component.get(key):
                yield str(component[key])
        for option in component.get("options") or []:
            yield str(option["label"])


def _walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or [])
