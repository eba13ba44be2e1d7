"""The lobby's pages: what the visitor may see, as HTML. Nothing here acts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup, escape

from bot.demo.lobby.places import Place
from bot.demo.lobby.seats import Seat
from bot.demo.lobby.tour import Step
from bot.demo.lobby.travel import JUMPS
from bot.words.i18n import Words

TEMPLATES: Final = Path(__file__).with_name("templates")
FEW: Final = 3
"""How many threads of a channel are listed; the others unfold."""
_TYPED: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see at one moment: `now` is the association's own time, `shown` the place in the room's tab,
    `progress` (0 to 1) how far a journey has come while the lobby is `busy` with one."""

    association: str
    seats: tuple[Seat, ...]
    seat: Seat
    places: tuple[Place, ...]
    shown: int | None
    now: datetime
    busy: bool
    progress: float
    steps: tuple[Step, ...]
    done: frozenset[str]
    hidden: bool

    @property
    def channels(self) -> list[Place]:
        """The association's places, in its order."""
        return [place for place in self.places if place.kind != "dm"]

    @property
    def letters(self) -> list[Place]:
        """The person's direct messages."""
        return [place for place in self.places if place.kind == "dm"]

    def near(self, place: Place) -> list[Place]:
        """The threads of a place that are listed at once: the newest few, the unread ones, the one that is open."""
        few = place.children[:FEW]
        return [one for one in place.children if one in few or one.unread or one.id == self.shown]

    def others(self, place: Place) -> list[Place]:
        """The threads of a place that unfold."""
        near = self.near(place)
        return [one for one in place.children if one not in near]

    @property
    def over(self) -> bool:
        """Whether every step of the tour is done."""
        return self.done >= {step.name for step in self.steps}


class Pages:
    """Draws pages in one language. The visitor is a stranger: vous."""

    def __init__(self, language: str) -> None:
        self.words = Words(language, "vous")
        self._bot = Words(language)  # what stands on the bot's own buttons

    def lobby(self, view: View) -> str:
        """The whole page."""
        return self._draw("lobby.html", view, title=f"{view.association} · Comptoir")

    def state(self, view: View) -> str:
        """The part of it that changes."""
        return self._draw("live.html", view)

    def sentence(self, title: str, key: str, open_place: int | None = None, **values: str) -> str:
        """A page that says one thing, `key` under `title`, and leads back: to the lobby, and to the open place."""
        title, said = self.words.plain(title), self.words.plain(key, **values)
        return self._templates.get_template("sentence.html").render(title=title, sentence=said, place=open_place)

    def _draw(self, name: str, view: View, **more: str) -> str:
        write, ask = self._bot.plain("intro-me-too"), self._bot.plain("offer-help_requests-ask")
        names = {seat.role: seat.name for seat in view.seats}
        now = self._moment(view.now)
        return self._templates.get_template(name).render(
            view=view, now=now, names=names, write=write, ask=ask, jumps=JUMPS, **more
        )

    def _moment(self, now: datetime) -> str:
        """A time as people say it, with its weekday."""
        plain = self.words.plain
        date = plain("day-written", day=now.day, month=plain(f"month-{now.month}"), year=str(now.year))
        weekday = plain(f"weekday-{now.weekday()}")
        return plain("demo-now", weekday=weekday, date=date, hour=str(now.hour), minute=f"{now.minute:02}")

    @cached_property
    def _templates(self) -> jinja2.Environment:
        made = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.globals.update(t=self.words.plain, marked=marked, language=self.words.language)
        return made


def marked(text: str) -> Markup:
    """A sentence in which what is typed, between backticks, looks like it."""
    parts: Iterable[str] = _TYPED.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )
