"""The README's pictures, taken from the demo: `make screenshots`."""

from __future__ import annotations

import asyncio
import io
import os
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser as BrowserInstance
from playwright.async_api import Page, async_playwright

from bot.demo.serve import preview, set_the_stage
from bot.demo.stage import Stage
from bot.demo.story import Story, load
from tests.demo.test_browser import CHROMIUM, OPTIONS, Browser

FOLDER = Path(os.environ.get("SHOTS", Path(__file__).parent.parent / "data" / "pictures"))


async def take() -> None:
    """Open the demo in French, walk to each place, take a picture of it."""
    story = load("fr")
    async with set_the_stage(story) as stage, async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        await introductions(stage, story, chromium)
        await room(stage, story, chromium, "help", stage.words.plain("help-can-help"))
        await room(stage, story, chromium, "thread", stage.words.plain("coffee-known"))
        await room(stage, story, chromium, "digest", stage.words.plain("digest-all"))
        await chromium.close()


async def room(stage: Stage, story: Story, chromium: BrowserInstance, name: str, button: str) -> None:
    """The end of a channel."""
    async with preview(stage, story, None, name) as opened:
        page = await chromium.new_page(viewport={"width": 1000, "height": 760})
        await page.goto(opened.url)
        browser = Browser(page, stage)
        await browser.timeline.get_by_role("button", name=button).first.wait_for()
        await page.get_by_role("button", name="Messages", exact=True).click()
        await page.wait_for_timeout(500)
        await browser.timeline.evaluate("it => it.scrollTop = it.scrollHeight")
        await shoot(page, name)
        await page.close()


async def introductions(stage: Stage, story: Story, chromium: BrowserInstance) -> None:
    """The panel with the first card under it, and a search."""
    async with preview(stage, story, None) as opened:
        page = await chromium.new_page(viewport={"width": 1000, "height": 760})
        await page.goto(opened.url)
        browser, words = Browser(page, stage), stage.words.plain
        await browser.timeline.get_by_role("button", name=words("intro-me-too")).first.wait_for()
        await page.get_by_role("button", name="Messages", exact=True).click()
        await page.wait_for_timeout(500)
        first = browser.timeline.get_by_role("button", name=words("offer-introductions-find"))
        await first.first.scroll_into_view_if_needed()
        await browser.timeline.evaluate("it => it.scrollTop = 0")
        await shoot(page, "introductions")
        await browser.type_command("qui-fait", "relire")
        await browser.sees(words("intro-open-card"))
        await page.wait_for_timeout(500)
        await browser.timeline.evaluate("it => it.scrollTop = it.scrollHeight")
        await shoot(page, "search")
        await page.close()


async def shoot(page: Page, name: str) -> None:
    """A picture of the page as it stands, in few colours: a small file."""
    await page.wait_for_timeout(500)
    taken = Image.open(io.BytesIO(await page.screenshot()))
    taken.convert("RGB").quantize(96).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    asyncio.run(take())
