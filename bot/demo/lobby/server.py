"""The lobby's web server, on this machine alone: it shows pages, and passes on what the visitor asks for.

Other pages of the same browser could ask for things too. So an address under a foreign name is refused (a name may be
made to lead here), and so is what another page sent, whatever it is; but for one thing: the room's page, which to a
browser is another page of this machine, may lead its tab to a place, and back here.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from aiohttp import hdrs, web

from bot.demo.lobby.lobby import Lobby
from bot.demo.lobby.pages import Pages, View
from bot.demo.lobby.room import PlaceGone
from bot.demo.lobby.seats import ROLES
from bot.demo.lobby.tour import STARTS, STEPS
from bot.demo.lobby.travel import JUMPS
from bot.demo.ports import HOST, Ports

STATIC: Final = Path(__file__).with_name("static")
TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
LARGEST: Final = 4096
"""Bytes of the largest form that is read."""
OWN: Final = frozenset({"same-origin", "none"})
"""Where a browser may say that a request comes from: this page, or somebody who typed the address."""
BESIDE: Final = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
"""What a browser says of a link that is followed in the room's page: same machine, another port, a whole tab."""

Choice = TypeVar("Choice", bound=str)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = logging.getLogger(__name__)


class Server:
    """The lobby on its port. Open it with `async with`."""

    def __init__(self, lobby: Lobby, ports: Ports) -> None:
        self._lobby, self._ports = lobby, ports
        self._pages = Pages(lobby.story.language)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Server:
        await self._runner.setup()
        await web.SockSite(self._runner, self._ports.lobby_socket).start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        made = web.Application(middlewares=[self._guard, self._explain], client_max_size=LARGEST)
        made.add_routes(
            [
                web.get("/", self._home),
                web.get("/state", self._state),
                web.get("/go/{place:[0-9]{1,20}}", self._go, allow_head=False),
                web.get("/go/{place:[0-9]{1,20}}/{message:[0-9]{1,20}}", self._go, allow_head=False),
                web.get("/here", self._here, allow_head=False),
                web.get("/static/{name}", self._file),
                web.post("/seat", self._sit),
                web.post("/travel", self._travel),
                web.post("/tour", self._tour),
            ]
        )
        return made

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who is at home here; say to the browser what the page may do."""
        if self._is_own(request):
            answer = await handler(request)
        else:
            answer = self._sentence(403, "demo-refused-title", "demo-refused", url=self._ports.url)
        answer.headers.update(self._headers())
        return answer

    @web.middleware
    async def _explain(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """What goes wrong is said in a sentence."""
        try:
            return await handler(request)
        except PlaceGone:
            return self._sentence(404, "demo-gone-title", "demo-gone", open_place=self._lobby.room.place_id)
        except web.HTTPException as refused:
            return self._sentence(refused.status, "demo-nothing-title", "demo-nothing")
        except Exception:
            log.exception("a page could not be shown")
            return self._sentence(500, "demo-trouble-title", "demo-trouble")

    def _is_own(self, request: web.Request) -> bool:
        names = {f"{name}:{self._ports.lobby}" for name in (HOST, "localhost")}
        if request.headers.get(hdrs.HOST, "") not in names:
            return False
        if (site := request.headers.get("Sec-Fetch-Site")) is not None:
            return site in OWN or _leads_to_a_place(request)
        origin = request.headers.get(hdrs.ORIGIN)
        return origin is None or origin in {f"http://{name}" for name in names}

    def _headers(self) -> dict[str, str]:
        room = f"http://{HOST}:{self._ports.rooms}"  # a step of the tour is a form that leads there
        return {
            "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            f"connect-src 'self'; form-action 'self' {room}; frame-ancestors 'none'; base-uri 'none'",
            "Referrer-Policy": "same-origin",  # an origin for forms, where a browser says no more than that
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Cache-Control": "no-store",
        }

    async def _home(self, _: web.Request) -> web.Response:
        return _page(self._pages.lobby(view_of(self._lobby)))

    async def _state(self, request: web.Request) -> web.Response:
        drawn = self._pages.state(view_of(self._lobby))
        tag = f'"{hashlib.sha256(drawn.encode()).hexdigest()[:20]}"'
        same = request.headers.get(hdrs.IF_NONE_MATCH) == tag
        answer = web.Response(status=304) if same else _page(drawn)
        answer.headers[hdrs.ETAG] = tag
        return answer

    async def _go(self, request: web.Request) -> web.Response:
        """Show a place in the tab that asks; a browser that only fetches it beforehand would change what is open."""
        if request.headers.get("Sec-Purpose", "").startswith("prefetch"):
            raise web.HTTPServiceUnavailable
        place_id, message_id = request.match_info["place"], request.match_info.get("message", "0")
        return _elsewhere(await self._lobby.choose(int(place_id), int(message_id)))

    async def _here(self, _: web.Request) -> web.Response:
        """Bring a tab that shows a former room to the open one."""
        return _elsewhere(await self._lobby.here())

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = next((path for path in STATIC.iterdir() if path.name == request.match_info["name"]), None)
        if found is None:
            raise web.HTTPNotFound
        return web.Response(text=found.read_text(encoding="utf-8"), content_type=TYPES[found.suffix])

    async def _sit(self, request: web.Request) -> web.Response:
        await self._lobby.sit(await _chosen(request, "role", ROLES))
        return _elsewhere("/")

    async def _travel(self, request: web.Request) -> web.Response:
        self._lobby.depart(await _chosen(request, "to", JUMPS))
        return _elsewhere("/")

    async def _tour(self, request: web.Request) -> web.Response:
        if "step" not in await request.post():
            self._lobby.tour.hidden = await _chosen(request, "tour", ("hide", "show")) == "hide"
            return _elsewhere("/")
        step = await _chosen(request, "step", STEPS)
        if step != "monday" or step in self._lobby.tour.done:
            return _elsewhere(await self._lobby.start(step))
        self._lobby.depart("monday")  # this step leads to a day, and only then to what it brought
        return _elsewhere("/")

    def _sentence(
        self, status: int, title: str, key: str, open_place: int | None = None, **values: str
    ) -> web.Response:
        answer = _page(self._pages.sentence(title, key, open_place, **values))
        answer.set_status(status)
        return answer


def view_of(lobby: Lobby) -> View:
    """What there is to see now."""
    return View(
        association=lobby.story.server["name"],
        seats=tuple(lobby.seats),
        seat=lobby.seat,
        places=lobby.places(),
        shown=lobby.room.place_id,
        now=lobby.travel.now,
        busy=lobby.travel.busy,
        progress=lobby.travel.progress,
        steps=STARTS,
        done=lobby.tour.done,
        hidden=lobby.tour.hidden,
    )


def _leads_to_a_place(request: web.Request) -> bool:
    """Whether a link of the room's page was followed; that shows a place in its tab, or the lobby, and changes nothing
    else."""
    leads = request.path in {"/", "/here"} or request.path.startswith("/go/")
    followed = request.method == hdrs.METH_GET and leads
    return followed and all(request.headers.get(name) == said for name, said in BESIDE.items())


def _page(drawn: str) -> web.Response:
    return web.Response(text=drawn, content_type="text/html")


def _elsewhere(address: str) -> web.Response:
    return web.Response(status=303, headers={hdrs.LOCATION: address})


async def _chosen(request: web.Request, name: str, known: Sequence[Choice]) -> Choice:
    """Which of the known words a form says under a name. Raises `HTTPBadRequest`."""
    said = (await request.post()).get(name)
    for choice in known:
        if choice == said:
            return choice
    raise web.HTTPBadRequest
