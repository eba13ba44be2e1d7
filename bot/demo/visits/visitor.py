"""Somebody who visits the demo in a browser: the lobby in one tab, the room in another."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from bot.demo.visits.script import CannotVisit
from bot.demo.visits.tab import PATIENCE, RoomTab

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request

CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome")
"""The names under which a machine may have it."""
OPTIONS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_LOCAL: Final = re.compile(r"(http://(127\.0\.0\.1|localhost)[:/]|blob:|data:|about:)")
FORGIVEN: Final = ("/favicon.ico", "/api/state")
"""What SimCord's page asks for in vain: an icon that it hasn't, and news of a room that one has just left."""
ARRIVED: Final = """before => {
    const time = document.querySelector("#clock time"), passing = document.querySelector("progress");
    return time && time.dateTime !== before && !passing;
}"""
"""Whether the association's clock stands still again, later than before."""


class NoBrowser(CannotVisit):
    """There is nothing to browse with; says what is missing."""


def chromium() -> str:
    """Where Chromium is. Raises `NoBrowser` without it, or without what drives it."""
    if find_spec("playwright") is None:
        raise NoBrowser(
            "A script needs Playwright, which comes with the developers' tools: make test installs them into .venv, "
            "then .venv/bin/python -m bot demo --script …"
        )
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        raise NoBrowser("A script needs Chromium: on Debian or Ubuntu, sudo apt install chromium.")
    return found


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window, as long as one needs it. Raises `NoBrowser`."""
    found = chromium()
    from playwright.async_api import Error, async_playwright

    async with async_playwright() as playwright:
        try:
            opened = await playwright.chromium.launch(executable_path=found, args=OPTIONS)
        except Error as error:
            raise NoBrowser(f"Chromium ({found}) doesn't start: {error.message.splitlines()[0]}") from error
        try:
            yield opened
        finally:
            await opened.close()


class Visitor:
    """Who looks at the lobby, and at one room at a time beside it. What doesn't come in time raises Playwright's
    `TimeoutError`."""

    def __init__(self, lobby: Page, names: Mapping[str, str]) -> None:
        self.lobby, self.front, self._names = lobby, lobby, names
        self.mishaps: list[str] = []
        """What a page complained of, and what it asked of other machines."""
        self._room: RoomTab | None = None
        self._watch(lobby.context)

    @property
    def room(self) -> RoomTab:
        """The room that is open."""
        assert self._room is not None, "no room is open yet: a place of the lobby opens one"
        return self._room

    def place(self, name: str) -> Locator:
        """The link to a place, by the story's name for it; `dm` and `thread` are the first of their kind."""
        if name in {"dm", "thread"}:
            return self.lobby.locator(f".place[data-kind={'dm' if name == 'dm' else 'private'}]").first
        shown = self.lobby.locator(".name", has_text=re.compile(rf"^\s*# {re.escape(self._names[name])}\s*$"))
        return self.lobby.locator(".place", has=shown).first

    def step(self, name: str) -> Locator:
        """A step of the tour."""
        return self.lobby.locator(f"#tour [data-step={name}]")

    async def arrive(self, url: str) -> None:
        """Open the lobby."""
        await self.lobby.goto(url)
        await self.lobby.locator("h1").wait_for()

    async def sit(self, role: str) -> None:
        """Take somebody's seat."""
        await self._turn_to_lobby()
        seat = self.lobby.locator(f"button[name=role][value={role}]")
        await seat.click()
        await seat.and_(self.lobby.locator("[aria-pressed=true]")).wait_for()

    async def open(self, place: str) -> None:
        """Open a place in the room's tab."""
        await self._turn_to_lobby()
        await self._follow(self.place(place))

    async def go(self, step: str) -> None:
        """Go where a step of the tour begins."""
        await self._turn_to_lobby()
        await self._follow(self.step(step).locator("button, a").first)

    async def travel(self, to: str) -> None:
        """Let time pass, and wait until it did."""
        await self._turn_to_lobby()
        before = await self.lobby.locator("#clock time").get_attribute("datetime")
        await self.lobby.locator(f"button[name=to][value={to}]").click()
        await self.lobby.wait_for_function(ARRIVED, arg=before, timeout=2 * PATIENCE)

    async def sees_done(self, step: str) -> None:
        """Wait until the lobby marks a step of the tour as done."""
        await self._turn_to_lobby()
        await self.lobby.locator(f"#tour [data-step={step}][data-done=true]").wait_for()

    async def turn_to_room(self) -> RoomTab:
        """Look at the room that is open."""
        self.front = self.room.page
        await self.front.bring_to_front()
        return self.room

    async def sees(self, text: str) -> None:
        """Wait until these words are on the page in front."""
        if self.front is self.lobby:
            await self.lobby.get_by_text(text).first.wait_for()
        else:
            await self.room.sees(text)

    async def _turn_to_lobby(self) -> None:
        self.front = self.lobby
        await self.lobby.bring_to_front()

    async def _follow(self, link: Locator) -> None:
        """Press what opens the room's tab, and wait until it shows: the first time a tab comes, later it loads anew."""
        if self._room is None or self._room.page.is_closed():
            async with self.lobby.context.expect_page() as coming:
                await link.click()
            self._room = RoomTab(await coming.value)
        else:
            async with self._room.page.expect_event("domcontentloaded"):
                await link.click()
        self.front = self._room.page
        await self.front.bring_to_front()
        await self._room.idle()

    def _watch(self, context: BrowserContext) -> None:
        context.set_default_timeout(PATIENCE)
        context.on("request", self._watch_request)
        context.on("console", self._watch_console)
        context.on("weberror", lambda error: self.mishaps.append(f"error: {error.error.message}"))

    def _watch_request(self, request: Request) -> None:
        if not _LOCAL.match(request.url):
            self.mishaps.append(f"request: {request.url}")

    def _watch_console(self, message: ConsoleMessage) -> None:
        asked = message.location["url"]
        if message.type == "error" and not asked.endswith(FORGIVEN):
            self.mishaps.append(f"console: {message.text} ({asked})")
