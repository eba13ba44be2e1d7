"""The lobby's pages and its server, in an association where nothing happened yet."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.demo.lobby import Lobby
from bot.demo.lobby.pages import Pages, View, marked
from bot.demo.lobby.places import Place
from bot.demo.lobby.seats import Seat
from bot.demo.lobby.server import BESIDE, STATIC, Server
from bot.demo.lobby.tour import STARTS, STEPS
from bot.demo.ports import HOST, Ports
from bot.demo.stage import Stage
from bot.demo.story import load
from bot.words.i18n import LANGUAGES
from tests.demo.ports import any_ports

SEATS = (Seat("newcomer", "Camille"), Seat("member", "Maëlle"), Seat("organiser", "Ondine"))


def place(number: int, kind: str = "thread", unread: int = 0, *children: Place) -> Place:
    """A place of which only this matters."""
    return Place(number, kind, f"<salon {number}>", unread, number, children)  # type: ignore[arg-type]


VIEW = View(
    association="Les Indés & co",
    seats=SEATS,
    seat=SEATS[0],
    places=(place(1, "channel", 3, *(place(number) for number in range(10, 16))), place(2, "dm")),
    shown=None,
    now=datetime(2026, 4, 1, 9, 5, tzinfo=UTC),
    busy=False,
    progress=1.0,
    steps=STARTS,
    done=frozenset({"find"}),
    hidden=False,
)


def shown(page: str) -> str:
    """The words of a page."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


def unfolded(page: str) -> list[int]:
    """The places that are listed at once."""
    return [int(found) for found in re.findall(r'data-place="(\d+)"', re.sub(r"(?s)<details.*?</details>", "", page))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("busy", [False, True])
def test_every_page_can_be_drawn(language: str, busy: bool) -> None:
    pages = Pages(language)
    page = pages.lobby(replace(VIEW, busy=busy, progress=0.4))
    assert f'<html lang="{language}">' in page
    assert "Les Indés &amp; co" in page
    assert "&lt;salon 1&gt;" in page
    assert ('value="0.40"' in page) is busy
    assert ('http-equiv="refresh"' in page) is busy  # without script, the page asks again while time goes by
    assert ('name="to"' in page) is not busy
    assert pages.state(replace(VIEW, busy=busy, progress=0.4)) in page


def test_what_is_new_is_said_in_words_too() -> None:
    assert '<span class="new" role="img" aria-label="3 nouveaux messages">3</span>' in Pages("fr").state(VIEW)
    one = replace(VIEW, places=(place(1, "channel", 1),))
    assert 'aria-label="1 new message"' in Pages("en").state(one)


def test_times_are_said_as_people_say_them() -> None:
    assert "mercredi 1er avril 2026, 9 h 05" in shown(Pages("fr").state(VIEW))
    assert "Wednesday 1 April 2026, 9:05" in shown(Pages("en").state(VIEW))


def test_the_newest_threads_are_listed_and_the_others_unfold() -> None:
    pages = Pages("fr")
    page = pages.state(VIEW)
    assert unfolded(page) == [2, 1, 10, 11, 12]
    assert "3 autres" in shown(page)
    assert re.findall(r'data-place="(\d+)"', page) == ["2", "1", "10", "11", "12", "13", "14", "15"]


def test_an_unread_thread_and_the_open_one_never_hide() -> None:
    places = (place(1, "channel", 0, *(place(number, unread=number // 15) for number in range(10, 16))),)
    page = Pages("fr").state(replace(VIEW, places=places, shown=13))
    assert unfolded(page) == [1, 10, 11, 12, 13, 15]
    assert "1 autre" in shown(page)


def test_a_forum_leads_nowhere_but_its_posts_do() -> None:
    page = Pages("fr").state(replace(VIEW, places=(place(1, "forum", 0, place(2)),)))
    assert unfolded(page) == [2]
    assert "# <salon 1>" in shown(page)


def test_the_tour_says_what_is_done_and_can_be_put_away() -> None:
    pages = Pages("fr")
    page = pages.state(VIEW)
    assert re.findall(r'data-step="(\w+)" data-done="true"', page) == ["find"]
    assert re.findall(r'data-step="(\w+)"', page) == list(STEPS)
    assert "Vous deviendrez Ondine." in shown(page)
    assert "Vous deviendrez Camille." not in shown(page)
    assert 'value="monday">Avancer' in page
    assert 'value="monday">Voir la gazette' in pages.state(replace(VIEW, done=frozenset({"monday"})))
    assert "data-step" not in pages.state(replace(VIEW, hidden=True))
    assert "Vous avez fait le tour." in shown(pages.state(replace(VIEW, done=frozenset(STEPS))))


def test_what_is_typed_looks_like_it() -> None:
    assert marked("Écrivez `/qui-fait <x>` ici") == "Écrivez <code>/qui-fait &lt;x&gt;</code> ici"


def test_nothing_is_loaded_from_elsewhere() -> None:
    written = [path.read_text(encoding="utf-8") for path in (*STATIC.glob("*.css"), *STATIC.glob("*.js"))]
    written += [Pages("fr").lobby(VIEW), Pages("fr").sentence("demo-gone-title", "demo-gone")]
    assert not [text for text in written if re.search(r"https?://|@import|url\(|<style|\sstyle=|\son\w+=", text)]
    assert len((STATIC / "lobby.js").read_text(encoding="utf-8").splitlines()) < 80


@pytest.fixture(scope="module")
def ports() -> Iterator[Ports]:
    """Where it is served."""
    with any_ports() as found:
        yield found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def lobby(tmp_path_factory: pytest.TempPathFactory, ports: Ports) -> AsyncIterator[Lobby]:
    """An association whose people have just joined."""
    story = load("fr")
    async with Stage(Path(tmp_path_factory.mktemp("demo")), story) as stage:
        for seat in SEATS[:2]:
            stage.join(seat.name)
        async with Lobby(stage, story, ports) as made:
            yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def url(lobby: Lobby, ports: Ports) -> AsyncIterator[str]:
    """Its address."""
    async with Server(lobby, ports):
        yield ports.url


async def ask(
    url: str, method: str = "GET", headers: Mapping[str, str] | None = None, form: Mapping[str, str] | None = None
) -> aiohttp.ClientResponse:
    """What the server answers, read whole."""
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, url, data=form, headers=headers, allow_redirects=False) as answer,
    ):
        await answer.read()
        return answer


on_the_module_loop = pytest.mark.asyncio(loop_scope="module")


@on_the_module_loop
async def test_a_browser_is_told_to_load_nothing_else_and_to_keep_nothing(url: str) -> None:
    for path in ("", "state", "static/lobby.css", "go/5", "nowhere"):
        headers = (await ask(url + path)).headers
        policy = headers["Content-Security-Policy"]
        for rule in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
            assert rule in policy
        assert "unsafe" not in policy
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


@on_the_module_loop
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "indes53.example"},
        {"Host": "indes53.example:8765"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://indes53.example"},
        {"Origin": "null"},
    ],
)
async def test_who_comes_from_elsewhere_is_refused_in_a_sentence(
    lobby: Lobby, url: str, headers: dict[str, str]
) -> None:
    for method, path in (("GET", ""), ("GET", "state"), ("POST", "seat")):
        answer = await ask(url + path, method, headers, {"role": "member"} if method == "POST" else None)
        assert answer.status == 403
        assert "qui tape son adresse" in shown(await answer.text())
        assert "Camille" not in await answer.text()
    assert lobby.seat == SEATS[0]


@on_the_module_loop
async def test_a_typed_address_and_the_page_itself_are_let_in(url: str) -> None:
    assert (await ask(url, headers={"Sec-Fetch-Site": "none"})).status == 200
    assert (await ask(url.replace(HOST, "localhost"))).status == 200
    for itself in (
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": url.rstrip("/")},
    ):  # older browsers only say the latter
        assert (await ask(url + "seat", "POST", itself, {"role": "newcomer"})).status == 303


@on_the_module_loop
async def test_a_place_is_one_step_away_and_a_place_that_is_gone_leads_back(lobby: Lobby, url: str) -> None:
    hall = lobby.stage.places["hall"].id
    answer = await ask(f"{url}go/{hall}")
    assert answer.status == 303
    assert answer.headers["Location"] == await lobby.choose(hall)
    assert f'data-place="{hall}" data-kind="channel" href="/go/{hall}"' in await (await ask(url)).text()
    assert re.search(rf'data-place="{hall}"[^>]* aria-current="true"', await (await ask(url)).text())
    for place_id in (5, lobby.stage.places["office"].id, 10**19):
        gone = await ask(f"{url}go/{place_id}")
        assert gone.status == 404
        assert "Ce salon n’existe plus" in shown(await gone.text())
        assert 'href="/"' in await gone.text()
        assert f'href="/go/{hall}"' in await gone.text()  # what is open beside the lobby stays so


@on_the_module_loop
async def test_a_link_in_the_room_leads_its_tab_to_a_place_and_may_do_nothing_else(lobby: Lobby, url: str) -> None:
    assert BESIDE["Sec-Fetch-Site"] == "same-site"  # the room is on another port of this machine
    hall = lobby.stage.places["hall"].id
    for path in (f"go/{hall}", f"go/{hall}/5"):
        answer = await ask(url + path, headers=BESIDE)
        assert (answer.status, answer.headers["Location"]) == (303, await lobby.choose(hall))
    for name, said in {"Mode": "no-cors", "Dest": "iframe", "Site": "cross-site"}.items():
        assert (await ask(f"{url}go/{hall}", headers=BESIDE | {f"Sec-Fetch-{name}": said})).status == 403
    assert (await ask(url, headers=BESIDE)).status == 200
    assert (await ask(url + "state", headers=BESIDE)).status == 403
    assert (await ask(url + "seat", "POST", BESIDE, {"role": "member"})).status == 403


@on_the_module_loop
async def test_a_browser_that_looks_ahead_changes_nothing(lobby: Lobby, url: str) -> None:
    hall, lounge = lobby.stage.places["hall"].id, lobby.stage.places["lounge"].id
    await lobby.choose(lounge)
    assert (await ask(f"{url}go/{hall}", headers={"Sec-Purpose": "prefetch;prerender"})).status == 503
    assert (await ask(f"{url}go/{hall}", "HEAD")).status == 405
    assert lobby.room.place_id == lounge


@on_the_module_loop
async def test_a_tab_that_shows_a_former_room_is_brought_to_the_open_one(lobby: Lobby, url: str) -> None:
    address = await lobby.choose(lobby.stage.places["lounge"].id)
    answer = await ask(url + "here", headers=BESIDE)
    assert (answer.status, answer.headers["Location"]) == (303, address)
    await lobby.room.leave()
    assert (await ask(url + "here", headers=BESIDE)).status == 404


@on_the_module_loop
async def test_the_room_s_page_knows_where_its_links_lead(lobby: Lobby, url: str) -> None:
    lounge = lobby.stage.places["lounge"].id
    room = (await lobby.choose(lounge)).partition("#")[0]
    page, script = await ask(room), await ask(room + "room.js")
    assert f'<script src="/room.js" data-lobby="{url}" data-place="{lounge}"' in await page.text()
    assert 'data-back="‹ Tous les salons"></script></body>' in await page.text()
    assert "script-src 'self';" in page.headers["Content-Security-Policy"]
    assert (script.content_type, await script.text()) == (
        "application/javascript",
        (STATIC / "room.js").read_text(encoding="utf-8"),
    )


@on_the_module_loop
async def test_one_changes_seats_and_the_page_says_so(lobby: Lobby, url: str) -> None:
    answer = await ask(url + "seat", "POST", form={"role": "organiser"})
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert lobby.seat == SEATS[2]
    assert re.search(r'value="organiser" aria-pressed="true"', await (await ask(url)).text())
    await ask(url + "seat", "POST", form={"role": "newcomer"})


@on_the_module_loop
async def test_the_state_is_sent_only_when_it_changed(lobby: Lobby, url: str) -> None:
    first = await ask(url + "state")
    again = await ask(url + "state", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status, again.status) == (200, 304)
    assert await first.text() in await (await ask(url)).text()
    lobby.tour.hidden = True
    assert (await ask(url + "state", headers={"If-None-Match": first.headers["ETag"]})).status == 200
    lobby.tour.hidden = False


@on_the_module_loop
async def test_time_passes_when_asked_and_the_page_is_not_kept_waiting(lobby: Lobby, url: str) -> None:
    before = lobby.travel.now
    answer = await ask(url + "travel", "POST", form={"to": "hour"})
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert lobby._journey is not None
    await lobby._journey
    assert (lobby.travel.now - before).total_seconds() >= 3600


@on_the_module_loop
async def test_the_tour_is_put_away_and_a_step_leads_where_it_begins(lobby: Lobby, url: str) -> None:
    await ask(url + "tour", "POST", form={"tour": "hide"})
    assert lobby.tour.hidden
    await ask(url + "tour", "POST", form={"tour": "show"})
    assert not lobby.tour.hidden
    answer = await ask(url + "tour", "POST", form={"step": "organise"})
    assert (answer.status, answer.headers["Location"]) == (303, await lobby.choose(lobby.stage.places["office"].id))
    assert lobby.seat == SEATS[2]
    await ask(url + "seat", "POST", form={"role": "newcomer"})


@on_the_module_loop
@pytest.mark.parametrize(
    ("path", "form"), [("seat", {"role": "bot"}), ("travel", {}), ("tour", {"step": "fly"}), ("tour", {"tour": "x"})]
)
async def test_what_nobody_can_ask_for_changes_nothing(url: str, path: str, form: dict[str, str]) -> None:
    before = (await ask(url + "state")).headers["ETag"]
    answer = await ask(url + path, "POST", form=form)
    assert answer.status == 400
    assert 'href="/"' in await answer.text()
    assert (await ask(url + "state")).headers["ETag"] == before


@on_the_module_loop
async def test_unknown_addresses_and_large_forms_get_a_sentence(url: str) -> None:
    for path in ("nowhere", "go/hall", "static/..%2fserver.py", "static/lobby.py"):
        answer = await ask(url + path)
        assert answer.status == 404
        assert "Cette page n’existe pas" in shown(await answer.text())
    assert (await ask(url + "seat")).status == 405
    assert (await ask(url + "seat", "POST", form={"role": "x" * 10_000})).status == 413
