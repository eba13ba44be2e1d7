"""The demo in a real browser: somebody who has just arrived presses, reads, writes, publishes, searches."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.demo.serve import preview, set_the_stage
from bot.demo.stage import Stage
from bot.demo.story import load

if TYPE_CHECKING:
    from playwright.async_api import Page

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

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="Chromium is not installed: no browser tests")


class Browser:
    """The Preview's page, in the hands of one person."""

    def __init__(self, page: Page, stage: Stage) -> None:
        self.page, self.stage = page, stage
        self.timeline = page.locator("#channel-timeline")

    async def press(self, label: str) -> None:
        """Press the last button of that name."""
        await self.timeline.get_by_role("button", name=label).last.click()

    async def fill(self, **values: str) -> None:
        """Fill the form that is open and send it."""
        form = self.page.locator(".modal-dialog")
        for name, value in values.items():
            await form.locator(f"[name={name}]").fill(value)
        await form.locator("button[type=submit]").click()

    async def type_command(self, command: str, *options: str, send: bool = True) -> None:
        """Type a command in the message box, then its required options."""
        box = self.page.locator("#channel-composer-input")
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

    async def sees(self, text: str) -> None:
        """Wait until the last of these words is on the page."""
        await self.timeline.get_by_text(text).last.wait_for()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """The demo, opened as the newcomer."""
    story = load("fr")
    async with (
        set_the_stage(story) as stage,
        preview(stage, story, None) as opened,
        playwright.async_playwright() as driver,
        await driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS) as chromium,
    ):
        page = await chromium.new_page(viewport={"width": 1100, "height": 800})
        page.set_default_timeout(15_000)
        await page.goto(opened.url)
        yield Browser(page, stage)
        assert stage.env.errors == []


async def test_a_newcomer_introduces_herself(browser: Browser) -> None:
    words = browser.stage.words
    await browser.press(words.plain("offer-introductions-write"))
    await browser.press(words.plain("notice-accept"))
    await browser.fill(what="Je compose des bandes-son", where="Laval", offers="écouter une maquette")
    await browser.sees("Voici ce qui sera publié")
    await browser.press(words.plain("intro-publish"))
    await browser.sees("C’est publié")

    card = browser.stage.hall.history()[-1]
    assert browser.stage.hall.threads[-1].name is not None
    assert browser.stage.hall.threads[-1].name.startswith("Camille")
    assert card.components
    await browser.sees("écouter une maquette")


async def test_she_finds_people_and_the_organiser_opens_the_set_up(browser: Browser) -> None:
    await browser.type_command("qui-fait", "webflow")
    await browser.sees("Pour « webflow »")
    await browser.type_command("moi mes-donnees")
    await browser.sees("Le bot ne sait rien de toi")
    await browser.page.get_by_label("Viewing as").select_option(label="Ondine")
    await browser.timeline.get_by_text("Le bot ne sait rien de toi").wait_for(state="detached")
    await browser.type_command("installer")
    await browser.sees("Installation ·")


async def test_lists_and_selects_work(browser: Browser) -> None:
    await browser.type_command("qui-fait", "relire", send=False)
    await browser.choose_option("ou", "sarth", "Sarthe (72)")
    await browser.page.keyboard.press("Enter")
    await browser.sees("du côté de Sarthe (72)")
    await browser.type_command("presentation voir", send=False)
    await browser.choose_option("membre", "Maë", "Maëlle")
    await browser.page.keyboard.press("Enter")
    await browser.sees("Webflow")
