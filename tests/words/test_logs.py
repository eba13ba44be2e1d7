"""The log holds ids and errors, never a token and never what a member wrote."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.errors import StartRefused
from bot.logs import fields, set_up, without_tokens

SECRET = "Marie cherche un avocat"  # noqa: S105 (what a member wrote)
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"  # noqa: S105 (shaped like one, made up)
WEBHOOK = "https://discord.com/api/webhooks/1234567890/abcDEF-ghi_jkl"
INTERACTION = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmFiY2RlZg"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What a set-up log writes; the loggers are put back afterwards."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    stream = io.StringIO()
    set_up("INFO", stream=stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    for library in ("discord", "apscheduler", "aiosqlite", "asyncio"):
        logging.getLogger(library).setLevel(logging.NOTSET)


def last(stream: io.StringIO) -> dict[str, Any]:
    """The last line, which is JSON."""
    return dict(json.loads(stream.getvalue().splitlines()[-1]))


def failing(error: Exception) -> None:
    """Somewhere deep in the bot."""
    raise error


@pytest.mark.parametrize("secret", [TOKEN, INTERACTION, "1234567890/abcDEF-ghi_jkl"])
def test_tokens_are_struck_out(secret: str) -> None:
    text = f"before {TOKEN} {WEBHOOK} {INTERACTION} after"
    assert secret not in without_tokens(text)
    assert without_tokens(text).startswith("before ")
    assert without_tokens(text).endswith(" after")


def test_a_token_in_any_field_is_struck_out(lines: io.StringIO) -> None:
    logging.getLogger("bot.x").warning("said %s", TOKEN, extra=fields(address=WEBHOOK, guild=12))
    assert TOKEN not in lines.getvalue()
    assert "abcDEF" not in lines.getvalue()
    assert last(lines)["guild"] == 12
    assert last(lines)["level"] == "warning"


def test_an_error_is_logged_without_its_message(lines: io.StringIO) -> None:
    try:
        failing(ValueError(SECRET))
    except ValueError:
        logging.getLogger("bot.x").exception("handler failed")
    assert SECRET not in lines.getvalue()
    assert last(lines)["error"].startswith("ValueError at ")
    assert "test_logs.py" in last(lines)["error"]


def test_an_error_keeps_its_code(lines: io.StringIO) -> None:
    try:
        failing(StartRefused(SECRET, code=3))
    except StartRefused:
        logging.getLogger("bot.x").exception("handler failed")
    assert "StartRefused 3" in last(lines)["error"]


async def test_an_error_that_nobody_awaited_tells_no_secret(lines: io.StringIO) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": ValueError(SECRET), "future": ValueError(SECRET)}
    )
    assert "never retrieved" in lines.getvalue()
    assert SECRET not in lines.getvalue()


def test_a_broken_character_does_not_break_the_log(lines: io.StringIO) -> None:
    logging.getLogger("bot.x").info("said", extra=fields(said="\ud800"))
    assert last(lines)["event"] == "said"


def test_the_library_stays_quiet(lines: io.StringIO) -> None:
    """Its DEBUG prints tokens."""
    set_up("DEBUG", stream=lines)
    logging.getLogger("discord.http").debug("payload %s", SECRET)
    assert lines.getvalue() == ""
