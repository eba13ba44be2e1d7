"""The host of the room's page: SimCord's, with a script of ours by which links to Discord lead to places of the demo,
one leads back to the lobby, and what only serves those who test a bot is out of the way.

SimCord opens every link in a tab of its own, outside: there, another tab would show the room and this one would be out
of date, and nobody at discord.com knows the place. The page loads the script from here, as its policy asks.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any, ClassVar, Final

from simcord.preview import Preview
from simcord.preview._server import PreviewServer

SCRIPT: Final = Path(__file__).with_name("static") / "room.js"


class Host(PreviewServer):
    """Serves the page of one place. `lobby` is the address under which places are asked for."""

    _STATIC_FILES: ClassVar[dict[str, str]] = PreviewServer._STATIC_FILES | {"/room.js": str(SCRIPT)}

    def __init__(self, preview: Preview, lobby: str, place_id: int, back: str) -> None:
        """`back` is what the link to the lobby says."""
        super().__init__(preview, preview._server._requested_port)
        self._script = (
            f'<script src="/room.js" data-lobby="{lobby}" data-place="{place_id}" data-back="{escape(back)}"></script>'
        )

    async def _static(self, request: Any) -> Any:
        """A tab is loaded anew for each place: its fonts, ten megabytes, needn't be."""
        answer = await super()._static(request)
        if request.path.startswith("/fonts/"):
            del answer.headers["Pragma"]
            answer.headers["Cache-Control"] = "private, max-age=86400"
        return answer

    async def _index(self, request: Any) -> Any:
        page = await super()._index(request)
        page.text = page.text.replace("</body>", f"{self._script}</body>")
        return page
