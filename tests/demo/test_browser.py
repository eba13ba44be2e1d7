"""The demo in a real browser: somebody who has just arrived presses, reads, writes, publishes, searches."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
import pytest_asyncio

from bot.demo.serve import preview, set_the_stage
from bot.demo.stage import Stage
from bot.demo.story import load

if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import Locator, Page

playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed: no browser tests")
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

PATIENCE = 60_000
"""Milliseconds for something to appear on a busy machine."""
AGAIN = 10_000
"""Milliseconds after which something is pressed once more."""
IDLE = """() => {
    const page = window.simcordPreview;
    return page.ready && !page.pendingAction && (page.awaitingRevision ?? 0) <= page.publishedRevision;
}"""
"""Whether the page takes a press: while an earlier one is under way it drops them."""

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="Chromium is not installed: no browser tests"),
]


class Browser:
    """The Preview's page, in the hands of one person."""

    def __init__(self, page: Page, stage: Stage) -> None:
        self.page, self.stage = page, stage
        self.timeline = page.locator("#channel-timeline")
        self.form = page.locator(".modal-dialog")

    def button(self, label: str) -> Locator:
        """The last button of that name."""
        return self.timeline.get_by_role("button", name=label).last

    def text(self, text: str) -> Locator:
        """The last of these words."""
        return self.timeline.get_by_text(text).last

    async def idle(self) -> None:
        """Wait until the page takes a press."""
        for _ in range(PATIENCE // 100):
            if await self.page.evaluate(IDLE):
                return
            await self.page.wait_for_timeout(100)
        raise AssertionError("the page stays busy")

    async def press(self, label: str, then: Locator) -> None:
        """Press the last button of that name until what it leads to is there."""
        await self._until(self.button(label), then, "visible")

    async def _until(self, pressed: Locator, thing: Locator, state: Literal["visible", "hidden"]) -> None:
        for _ in range(PATIENCE // AGAIN):
            await self.idle()
            with contextlib.suppress(playwright.TimeoutError):  # drawn anew while it was pressed, or slow: look, retry
                await pressed.click(timeout=AGAIN)
            with contextlib.suppress(playwright.TimeoutError):
                return await thing.wait_for(state=state, timeout=AGAIN)
        return await thing.wait_for(state=state)

    async def fill(self, **values: str) -> None:
        """Fill the form that is open and send it."""
        form = self.form
        await self.idle()
        for name, value in values.items():
            await form.locator(f"[name={name}]").fill(value)
        await self._until(form.locator("button[type=submit]"), form, "hidden")

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
            await self.page.keyboard.press("Enter")

    async def choose_option(self, name: str, typed: str, choice: str) -> None:
        """Add an optional option to the command being typed, and choose from the list that opens."""
        offered = self.page.locator(".command-suggestion")
        await self.page.get_by_text(re.compile(r"^\+\d")).click()
        await offered.filter(has_text=name).click()
        await self.page.keyboard.type(typed)
        await offered.filter(has_text=choice).wait_for()
        await self.page.keyboard.press("Enter")

    async def become(self, name: str) -> None:
        """Look at the server as somebody else."""
        await self.idle()
        await self.page.get_by_label("Viewing as").select_option(label=name)
        await self.page.wait_for_timeout(500)
        await self.idle()

    async def sees(self, text: str) -> None:
        """Wait until the last of these words is on the page."""
        await self.text(text).wait_for()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opened() -> AsyncIterator[tuple[Stage, str, Chromium]]:
    """The demo, told once for all tests, where to see it, and a browser to see it in."""
    story = load("fr")
    async with (
        set_the_stage(story) as stage,
        preview(stage, story, None) as served,
        playwright.async_playwright() as driver,
        await driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS) as chromium,
    ):
        yield stage, served.url, chromium


@pytest_asyncio.fixture(loop_scope="module")
async def browser(opened: tuple[Stage, str, Chromium]) -> AsyncIterator[Browser]:
    """The demo's page, opened as the newcomer."""
    stage, url, chromium = opened
    page = await chromium.new_page(viewport={"width": 1100, "height": 800})
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    there = Browser(page, stage)
    await there.become("Camille")
    yield there
    await page.close()
    assert stage.env.errors == []


async def test_she_finds_people_and_nobody_else_reads_her_answers(browser: Browser) -> None:
    await browser.type_command("qui-fait", "webflow")
    await browser.sees("Pour « webflow »")
    await browser.type_command("moi mes-donnees")
    await browser.sees("Le bot ne sait rien de toi")
    await browser.become("Ondine")
    await browser.timeline.get_by_text("Le bot ne sait rien de toi").wait_for(state="detached")


async def test_each_select_of_the_set_up_shows_its_own_choice(browser: Browser) -> None:
    words = browser.stage.words
    shown = browser.timeline.locator(".preview-select .select-value")
    await browser.become("Ondine")
    await browser.type_command("installer")
    channels = browser.button(words.plain("setup-next-channels"))
    await channels.wait_for()
    before = await shown.all_inner_texts()
    assert before[0] == words.plain("setup-language-fr-tu")
    await browser.press(words.plain("setup-next-channels"), browser.button(words.plain("setup-next-welcome")))
    after = " ".join(await shown.all_inner_texts())
    assert "fr-tu" not in after
    assert before[0] not in after
    for name in ("présentations", "équipe", "fils-privés"):
        assert name in after


async def test_lists_and_selects_work(browser: Browser) -> None:
    await browser.type_command("qui-fait", "relire", send=False)
    await browser.choose_option("ou", "sarth", "Sarthe (72)")
    await browser.page.keyboard.press("Enter")
    await browser.sees("du côté de Sarthe (72)")
    await browser.type_command("presentation voir", send=False)
    await browser.choose_option("membre", "Maë", "Maëlle")
    await browser.page.keyboard.press("Enter")
    await browser.sees("Webflow")


async def test_a_newcomer_introduces_herself(browser: Browser) -> None:
    words = browser.stage.words
    await browser.press(words.plain("intro-me-too"), browser.button(words.plain("notice-accept")))
    await browser.press(words.plain("notice-accept"), browser.form.locator("[name=what]"))
    await browser.fill(what="Je compose des bandes-son", where="Laval", offers="écouter une maquette")
    await browser.sees("Voici ce qui sera publié")
    await browser.press(words.plain("intro-publish"), browser.text("C’est publié"))

    card = browser.stage.hall.history()[-1]
    assert browser.stage.hall.threads[-1].name is not None
    assert browser.stage.hall.threads[-1].name.startswith("Camille")
    assert card.components
    await browser.sees("écouter une maquette")
