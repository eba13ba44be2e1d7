"""The room's tab in a browser: SimCord's Preview, in the hands of one person."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

PATIENCE: Final = 30_000
"""Milliseconds for something to appear on a busy machine."""
AGAIN: Final = 6_000
"""Milliseconds after which something is pressed once more."""
_IDLE: Final = """() => {
    const page = window.simcordPreview;
    return page?.ready && !page.pendingAction && (page.awaitingRevision ?? 0) <= page.publishedRevision;
}"""
"""Whether the page takes a press: while an earlier one is under way it drops them."""
_LAST: Final = "() => window.simcordPreview.activity.filter(done => done.dispatched).at(-1)?.requestId ?? null"
"""The page's last act that reached the bot."""
_TAKEN: Final = f"before => ({_LAST})() !== before"
_TO_THE_TOP: Final = """(found, timeline) => {
    const message = found.closest('article, [data-message-id], .message') ?? found;
    timeline.scrollTop += message.getBoundingClientRect().top - timeline.getBoundingClientRect().top - 8;
}"""


class RoomTab:
    """What is open beside the lobby. What doesn't come in time raises Playwright's `TimeoutError`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.conversation = page.locator("#channel-layout")
        self.timeline = page.locator("#channel-timeline")
        self.form = page.locator(".modal-dialog")

    def button(self, label: str) -> Locator:
        """The last button of that name."""
        return self.timeline.get_by_role("button", name=label, exact=True).last

    def text(self, text: str) -> Locator:
        """The last of these words."""
        return self.timeline.get_by_text(text).last

    async def idle(self) -> None:
        """Wait until the page takes a press."""
        await self.page.wait_for_function(_IDLE, timeout=PATIENCE, polling=100)

    async def press(self, label: str) -> None:
        """Press the last button of that name, and wait for what comes of it."""
        await self._act(lambda: self.button(label).click(timeout=AGAIN))

    async def fill(self, **values: str) -> None:
        """Fill the form that is open and send it."""
        await self.form.wait_for()
        await self.idle()
        for name, value in values.items():
            await self.form.locator(f"[name={name}]").fill(value)
        await self._act(lambda: self.form.locator("button[type=submit]").click(timeout=AGAIN))

    async def _act(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something until the page took it: it drops what is pressed while it is drawn anew, and refuses while the
        bot is busy."""
        from playwright.async_api import TimeoutError as TooLate

        await self.idle()
        before = await self.page.evaluate(_LAST)
        for _ in range(PATIENCE // AGAIN):
            if not await self.page.evaluate(_TAKEN, before):
                with contextlib.suppress(TooLate):
                    await act()
                    await self.page.wait_for_function(_TAKEN, arg=before, timeout=AGAIN, polling=50)
            await self.idle()
            if await self.page.evaluate(_TAKEN, before):
                return
        raise AssertionError("the page doesn't take it")

    async def type_command(self, command: str, *options: str, send: bool = True) -> None:
        """Type a command in the message box, then its required options."""
        box = self.page.locator("#channel-composer-input")
        await self.idle()
        await box.click()
        await box.press_sequentially(f"/{command}")
        await self.page.locator(".command-entry-description").first.wait_for()
        await self.page.keyboard.press("Enter")
        for option in options:
            await self.page.keyboard.type(option)
        if send:
            await self.send()

    async def send(self) -> None:
        """Send the command that is typed."""
        await self._act(lambda: self.page.locator("#send-message").click(timeout=AGAIN))

    async def choose_option(self, name: str, typed: str, choice: str) -> None:
        """Add an optional option to the command being typed, and choose from the list that opens."""
        offered = self.page.locator(".command-suggestion")
        await self.page.get_by_text(re.compile(r"^\+\d")).click()
        await offered.filter(has_text=name).click()
        await self.page.keyboard.type(typed)
        await offered.first.filter(has_text=choice).wait_for()
        await self.page.keyboard.press("Enter")

    async def sees(self, text: str) -> None:
        """Wait until the last of these words is there."""
        await self.text(text).wait_for()

    async def look(self, text: str) -> None:
        """Move the message that has these words last to the top, as far as that goes."""
        found = self.text(text)
        await found.wait_for()
        timeline = await self.timeline.element_handle()
        await found.evaluate(_TO_THE_TOP, timeline)
