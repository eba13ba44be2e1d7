"""A simulated association in the browser: the real bot, a story, nothing kept. Only `bot.cli` starts it.

serve, ports    the process: two ports held, a progress bar, the browser, Ctrl-C
stage           a simulated Discord server with the real bot in it, whose time we move
corrections     where SimCord differs from Discord, and what is done about it
shown           reading the bot's answers, to press what is on them
story/          who is there, what they say (*.toml), what they do, when: to change it, begin at story/__init__.py
lobby/          the page around SimCord's: seats, places, what is new, the open room, travel, tour, web server
visits/         scripted visits in a real browser (*.toml), for pictures and tests
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import typer

from bot.words.i18n import Words

__all__ = ["run"]

EXTRA: Final = ("simcord", "jinja2")
"""What comes with the extra `demo`, never with the running bot."""


async def run(
    *, seed: int = 1, language: str = "fr", port: int = 8765, script: Path | None = None, pictures: Path | None = None
) -> int:
    """Tell the story of `seed` and serve its lobby on `port`, and rooms on the next one, until Ctrl-C, or until a visit
    that follows `script` is over, whose screenshots go to the folder `pictures`; the process's exit code."""
    if any(find_spec(name) is None for name in EXTRA):
        typer.echo(Words(language, "vous").plain("demo-missing"), err=True)
        return 1
    from bot.demo import serve
    from bot.demo.story import load

    story = load(language, seed)
    if script is None:
        return await serve.run(story, port)
    from bot.demo.visits import CannotVisit, prepare

    try:
        visit = prepare(script, pictures, story)
    except CannotVisit as error:
        typer.echo(str(error), err=True)
        return 1
    return await serve.run(story, port, visit)
