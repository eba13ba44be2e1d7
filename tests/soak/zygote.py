"""Begins processes quickly: everything is imported once, and each life is a fork of this one.

`python -m tests.soak.zygote` reads one life a line (JSON) and answers one line when it is over: the exit status (minus
the signal) and what the life told. It has no thread and no event loop of its own, which a fork would not survive.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import sys
import traceback
from collections.abc import Callable, Coroutine
from typing import Any

from bot.schedule.quiet import public_holidays
from tests.soak.points import Tell
from tests.soak.process import Life, live, synonyms

Live = Callable[[Life, Tell], Coroutine[Any, Any, None]]


def serve(how: Live = live) -> None:
    """Begin one life after the other, until there is nobody to ask for one; `how` they are lived."""
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
    public_holidays("FR")  # its import is slow, and so is reading these
    synonyms()
    gc.freeze()
    for line in sys.stdin:
        answer = begin(Life(**json.loads(line)), how)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def begin(life: Life, how: Live) -> tuple[int, list[str]]:
    """One life, from its birth to its death."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_lived(life, how, writing))
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = told.read().splitlines()  # until it is dead
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), lines


def _lived(life: Life, how: Live, writing: int) -> int:
    def tell(what: str) -> None:
        os.write(writing, f"{what}\n".encode())

    try:
        asyncio.run(how(life, tell))
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    serve()
