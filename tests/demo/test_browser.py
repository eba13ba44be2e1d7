"""The demo in a real browser: the guided tour as people live it, what only a page can show, the lobby for everybody."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import pytest_asyncio

from bot.demo import visits
from bot.demo.serve import open_the_lobby, set_the_stage
from bot.demo.stage import Stage
from bot.demo.story import Story, load
from bot.demo.visits import visitor
from bot.demo.visits.replay import Stuck, follow
from bot.demo.visits.script import read
from bot.demo.visits.visitor import Visitor
from tests.demo.ports import any_ports

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page

pytest.importorskip("playwright.async_api", reason="playwright is not installed: no browser tests")
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not any(map(shutil.which, visitor.CHROMIUM)), reason="Chromium is not installed"),
]

TOUR: Final = Path(visits.__file__).with_name("tour.toml")
WIDE: Final = (1280, 800)
NARROW: Final = (390, 844)
IN_FRENCH: Final = pytest.mark.parametrize("demo", [("fr", WIDE)], indirect=True, ids=["fr"])
IN_ENGLISH: Final = pytest.mark.parametrize("demo", [("en", NARROW)], indirect=True, ids=["en"])
STOPS: Final = 80
"""How often Tab is pressed at most: so many things the lobby has."""
FOCUSED: Final = """() => {
    const it = document.activeElement, ring = getComputedStyle(it);
    return { id: it.id, ringed: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2 };
}"""

FITS: Final = "() => document.documentElement.scrollWidth <= innerWidth"
"""Whether the page needs no scrolling sideways."""
LAST_DAY: Final = 17
"""The story is told up to this day here: enough for every step of the tour, in a third of the time."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A told story, its lobby, and a browser of some size to see it in."""

    stage: Stage
    story: Story
    url: str
    context: BrowserContext

    @asynccontextmanager
    async def visit(self) -> AsyncIterator[Visitor]:
        """Somebody who looks at the lobby; nothing goes wrong meanwhile, and nothing leaves this machine."""
        try:
            somebody = Visitor(await self.context.new_page(), self.story.places)
            await somebody.arrive(self.url)
            yield somebody
            assert somebody.mishaps == []
            assert self.stage.env.errors == []
        finally:
            for page in self.context.pages:
                await page.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for all tests."""
    async with visitor.browser() as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(request: pytest.FixtureRequest, chromium: Browser) -> AsyncIterator[Demo]:
    """The demo in a language, told once for its tests; one after the other, for SimCord has one world at a time."""
    language, (width, height) = request.param
    story = load(language, last=LAST_DAY)
    context = await chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    with any_ports() as ports:
        async with set_the_stage(story) as stage, open_the_lobby(stage, story, ports):
            yield Demo(stage, story, ports.url, context)
    await context.close()


async def violations(page: Page, state: str) -> list[str]:
    """What keeps somebody from using the page as it is, in daylight and in the dark, wide and narrow."""
    from axe_playwright_python.async_playwright import Axe

    found = []
    for dark, (width, height) in ((False, WIDE), (True, NARROW)):
        await page.set_viewport_size({"width": width, "height": height})
        await page.emulate_media(color_scheme="dark" if dark else "light")
        assert await page.evaluate(FITS), f"{state} scrolls sideways"
        result = await Axe().run(page)
        found += [
            f"{state}, {width} wide: {one['id']}: {[node['target'] for node in one['nodes']]}"
            for one in result.response["violations"]
            if one["impact"] != "minor"
        ]
    return found


@IN_FRENCH
async def test_the_lobby_is_for_everybody(demo: Demo) -> None:
    """As one arrives, with lists unfolded and the tour put away, and where there is nothing."""
    async with demo.visit() as somebody:
        page = somebody.lobby
        found = await violations(page, "the lobby")
        await page.locator("#tour-hide").click()
        await page.locator("#tour-show").wait_for()
        await page.locator("summary").first.click()
        found += await violations(page, "the lobby unfolded")
        await page.locator("#tour-show").click()
        await page.locator("#tour-hide").wait_for()
        await page.goto(f"{demo.url}nothing")
        found += await violations(page, "a sentence")
        somebody.mishaps.clear()  # the browser complains of what isn't there
    assert found == []


@IN_FRENCH
async def test_a_keyboard_is_enough_for_the_lobby(demo: Demo) -> None:
    async with demo.visit() as somebody:
        page, keys = somebody.lobby, somebody.lobby.keyboard

        async def tab_to(wanted: str) -> None:
            for _ in range(STOPS):
                await keys.press("Tab")
                stop = await page.evaluate(FOCUSED)
                assert stop["ringed"], f"nobody sees that {stop} has the focus"
                if stop["id"] == wanted:
                    return
            raise AssertionError(f"Tab never comes to {wanted}")

        await keys.press("Tab")
        assert await page.evaluate("() => document.activeElement.className") == "skip"
        hall = demo.stage.places["hall"]
        await tab_to(f"open-{hall.id}")
        await keys.press("Enter")
        await tab_to(f"place-{hall.threads[0].id}")  # the oldest thread: none is out of reach
        async with page.context.expect_page() as coming:
            await keys.press("Enter")
        room = await coming.value
        await room.locator("#channel-name", has_text=hall.threads[0].name).wait_for()
        await page.bring_to_front()
        await page.locator("body").click(position={"x": 1, "y": 1})
        await tab_to("seat-member")
        await keys.press("Space")
        await page.locator("#seat-member[aria-pressed=true]").wait_for()
        assert (await page.evaluate(FOCUSED))["id"] == "seat-member"
        before = await page.locator("#clock time").get_attribute("datetime")
        await tab_to("travel-hour")
        await keys.press("Enter")
        await page.wait_for_function(visitor.ARRIVED, arg=before)
        assert (await page.evaluate(FOCUSED))["id"] == "travel-hour"


@IN_FRENCH
async def test_each_select_of_the_set_up_shows_its_own_choice(demo: Demo) -> None:
    words = demo.stage.words
    async with demo.visit() as somebody:
        await somebody.sit("organiser")
        await somebody.open("lounge")
        room = somebody.room
        shown = room.timeline.locator(".preview-select .select-value")
        await room.type_command("installer")
        await room.press(words.plain("setup-again"))
        await room.button(words.plain("setup-next-channels")).wait_for()
        before = await shown.all_inner_texts()
        assert before[0] == words.plain("setup-language-fr-tu")
        await room.press(words.plain("setup-next-channels"))
        await room.button(words.plain("setup-next-welcome")).wait_for()
        after = " ".join(await shown.all_inner_texts())
        assert "fr-tu" not in after
        assert before[0] not in after
        for name in ("hall", "office", "threads"):
            assert demo.story.places[name] in after


@IN_FRENCH
async def test_a_list_opens_while_a_command_is_typed(demo: Demo) -> None:
    async with demo.visit() as somebody:
        await somebody.sit("newcomer")
        await somebody.open("hall")
        room = somebody.room
        await room.type_command("qui-fait", "relire", send=False)
        await room.choose_option("ou", "sarth", "Sarthe (72)")
        await room.send()
        await room.sees("du côté de Sarthe (72)")


@IN_FRENCH
async def test_the_room_s_tab_leads_to_threads_back_to_the_lobby_and_to_where_another_lobby_went(demo: Demo) -> None:
    async with demo.visit() as somebody:
        await somebody.open("hall")
        room, name = somebody.room.page, somebody.room.page.locator("#channel-name")
        await somebody.room.timeline.locator(".thread-summary[role=link]").last.focus()
        async with room.expect_event("domcontentloaded"):
            await room.keyboard.press("Enter")
        await name.filter(has_text="·").wait_for()
        async with somebody.lobby.expect_event("domcontentloaded"):
            await room.get_by_role("link", name="Tous les salons").click()
        assert len(somebody.lobby.context.pages) == 2
        other = Visitor(await somebody.lobby.context.new_page(), demo.story.places)
        await other.arrive(demo.url)
        await other.open("tips")
        await name.filter(has_text=demo.story.places["tips"]).wait_for()


@IN_FRENCH
async def test_a_step_that_leads_nowhere_is_named(demo: Demo, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('steps = [{ seat = "member" }, { see = "Zanzibar" }]', encoding="utf-8")
    async with demo.visit() as somebody:
        somebody.lobby.set_default_timeout(300)
        with pytest.raises(Stuck, match=r"^mine\.toml, step 2 \(see = 'Zanzibar'\) leads nowhere: "):
            await follow(somebody, read(path, "fr"))


@IN_FRENCH
async def test_the_tour_in_french_at_a_desk(demo: Demo) -> None:
    async with demo.visit() as somebody:
        await follow(somebody, read(TOUR, "fr"))


@IN_ENGLISH
async def test_the_tour_in_english_on_a_phone(demo: Demo) -> None:
    async with demo.visit() as somebody:
        await follow(somebody, read(TOUR, "en"))
