"""A simulated association in the browser: the real bot, a story, nothing kept. Only `bot.cli` starts it."""

from __future__ import annotations

import typer

from bot.demo.story import terminal

__all__ = ["run"]


async def run(
    *, seed: int = 1, language: str = "fr", port: int = 8765, room: str = "introductions", jump: str = ""
) -> int:
    """Tell the story of `seed`, let time pass as `jump` says, open it in the browser, serve it until Ctrl-C; the
    process's exit code."""
    try:
        from bot.demo import serve  # SimCord comes with the extra `demo`, never with the running bot
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("simcord"):
            raise
        typer.echo(terminal(language)["missing"], err=True)
        return 1
    return await serve.run(seed, language, port, room, jump)
