"""What a worker process does: one errand after another, for as long as its parent lives.

Small on purpose: the process imports this file, and what an errand names with the packages that lead to it, which are
to weigh nothing. What goes either way is pickled bytes; `bot.worker` is the other end.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any, Final

from bot.logs import JsonLines

ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""What numerical libraries read when they are loaded: the machine's other processors are for the bot."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an errand: its result, or the error that it raised and `where` (type and places, no text)."""

    result: Any = None
    error: Exception | None = None
    where: str = ""


def serve(pipe: Connection) -> None:
    """Do what comes through the pipe, until its other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is the parent's business
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))


def _end_with_parent() -> None:
    """Whatever is under way: nobody is left to take its answer."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _answer(asked: bytes) -> bytes:
    try:
        function, arguments = pickle.loads(asked)  # noqa: S301 (from our own parent)
        module, _, name = function.partition(":")
        return pickle.dumps(Answer(getattr(import_module(module), name)(*arguments)))
    except Exception as error:
        return _failed(error, JsonLines().formatException(sys.exc_info()))


def _failed(error: Exception, where: str) -> bytes:
    """An error that can't travel is told by its name: half an answer would say nothing at all."""
    try:
        told = pickle.dumps(Answer(error=error, where=where))
        pickle.loads(told)  # noqa: S301 (just made)
    except Exception:
        told = pickle.dumps(Answer(error=RuntimeError(type(error).__qualname__), where=where))
    return told
