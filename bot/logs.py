"""Structured logs: one JSON object a line, ids and errors only, never what a member wrote and never a token."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Mapping
from typing import Any

_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}|aW50ZXJhY3Rpb246[\w+/=-]+|(?<=/webhooks/)\d+/[\w-]+")
_PLAIN = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


def without_tokens(text: str) -> str:
    """Replace whatever looks like a bot token, an interaction token or a webhook address."""
    return _TOKEN.sub("[token]", text)


class JsonLines(logging.Formatter):
    """Formats a record as one line: time, level, logger, event, the record's extra fields, error."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage().split("\n", 1)[0],  # asyncio prints errors, text and all, on further lines
        }
        line |= {name: value for name, value in record.__dict__.items() if name not in _PLAIN}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return without_tokens(json.dumps(line, ensure_ascii=False, default=str).encode(errors="replace").decode())

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the name is logging's)
        """Type and places of an error without its message: a message may carry what a member wrote."""
        kind, error, trace = ei
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{code.co_filename.rsplit('/site-packages/')[-1]}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        status = getattr(error, "code", None) or getattr(error, "sqlite_errorname", None)
        return f"{kind.__name__}{f' {status}' if status else ''} at " + " < ".join(reversed(places[-8:]))


def set_up(level: str, *, stream: Any = None) -> None:
    """Send every log line to `stream` (standard error) as JSON. Discord's library stays at WARNING: its DEBUG prints
    tokens."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for library in ("discord", "apscheduler", "aiosqlite", "asyncio"):
        logging.getLogger(library).setLevel(max(logging.WARNING, logging.getLogger().level))


def fields(**values: Any) -> Mapping[str, Any]:
    """Extra fields for a log call: `log.info("posted", extra=fields(guild=1))`."""
    return values
