"""A worker process as its parent sees it: handed one errand at a time, and killed when it is no longer wanted.

Pickling is C code that lets no other thread run until it is through, megabytes later. Here it writes and reads through
Python, which gives way every 64 KB, so the event loop goes on.
"""

from __future__ import annotations

import io
import logging
import multiprocessing
import pickle
import signal
import sys
from multiprocessing import resource_tracker
from typing import Any, Final

from bot.errand import Answer, serve
from bot.logs import fields

_SPAWN: Final = multiprocessing.get_context("spawn")

log = logging.getLogger(__name__)


class Process:
    """A worker process, and our end of the pipe to it. It ends with us, whatever becomes of us."""

    def __init__(self) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(theirs,), name="worker", daemon=True)
        with theirs:
            self._process.start()

    @property
    def code(self) -> int | None:
        """The exit code, once it has ended."""
        return self._process.exitcode

    def is_alive(self) -> bool:
        """Whether it is still there."""
        return self._process.is_alive()

    def ask(self, asked: bytes) -> Answer:
        """Hand it an errand (see `pickled`) and wait for the answer. EOFError or OSError when it ends before."""
        self._pipe.send_bytes(asked)
        answer = _Loading(_Source(self._pipe.recv_bytes())).load()
        assert isinstance(answer, Answer)
        return answer

    def kill(self) -> None:
        """End it now, whatever it does."""
        self._process.kill()

    def end(self) -> None:
        """Kill it and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def leave_interrupts() -> None:
    """Let other threads take Ctrl-C. A process begins with those signals blocked that the thread which starts it
    blocks, so no worker is ever hit by one, not even before it can say that it ignores it."""
    resource_tracker.ensure_running()  # its start would unblock them
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def pickled(what: object) -> bytes:
    """Something as bytes, giving way to other threads meanwhile."""
    pieces = _Pieces()
    pickle.Pickler(pieces).dump(what)
    return b"".join(pieces)


class _Pieces(list[bytes]):
    """A file that pickle writes into, 64 KB at a time."""

    def write(self, piece: bytes) -> None:
        self.append(piece)


class _Source:
    """A file that pickle reads from, likewise."""

    def __init__(self, data: bytes) -> None:
        self._stream = io.BytesIO(data)

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

    def readline(self) -> bytes:
        return self._stream.readline()


class _Loading(pickle.Unpickler):
    """Takes an answer apart without importing anything: else a worker's libraries would come here with it."""

    def find_class(self, module: str, name: str) -> Any:
        if module not in sys.modules:
            log.error("a worker's answer is made of what is not imported here", extra=fields(of=f"{module}.{name}"))
            raise pickle.UnpicklingError(f"{module}.{name} is not imported here")
        return super().find_class(module, name)
