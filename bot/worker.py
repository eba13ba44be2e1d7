"""Heavy work in a process of its own, started on demand and ended after use: its libraries (numpy) are never loaded
here, and nobody's press waits for it. One thread starts the process, pickles, waits and unpickles."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock, Timer
from typing import Any, Final

from bot.errand import Answer
from bot.logs import fields
from bot.process import Process, leave_interrupts, pickled
from bot.storage.database import refuse_calls_outside

TIMEOUT: Final = 120.0
"""Seconds that a function gets, once it is its turn."""

log = logging.getLogger(__name__)


class WorkerDied(RuntimeError):  # noqa: N818
    """The process ended without an answer: killed, out of memory, or crashed. `code` is its exit code; a negative one
    names the signal that ended it."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"the worker process ended without an answer (exit code {code})")
        self.code = code


class WorkerTooSlow(TimeoutError):  # noqa: N818
    """The function took longer than it may, and its process was killed."""


class Workers:
    """Runs functions in a worker process, one at a time, for `timeout` seconds each. The process is kept for `linger`
    seconds, in case that another one comes."""

    def __init__(self, *, timeout: float = TIMEOUT, linger: float = 0) -> None:
        self._timeout = timeout
        self._linger = linger
        self._thread = ThreadPoolExecutor(1, "worker", initializer=leave_interrupts)
        self._errand: _Errand | None = None
        self._kept: Process | None = None
        self._letting_go: Timer | None = None
        self._closed = False

    async def run(self, function: str, *arguments: Any) -> Any:
        """What "package.module:function" returns in a worker process. Whoever is cancelled while waiting ends it.

        Arguments and result are pickled; the result may be made only of what is imported here. Raises what the function
        raised, `WorkerDied`, `WorkerTooSlow` (a TimeoutError), and `CallInsideTransaction` while a transaction is open.
        """
        refuse_calls_outside()
        errand, began = _Errand(function, arguments), time.monotonic()
        try:
            answer = await asyncio.get_running_loop().run_in_executor(self._thread, self._do, errand)
        except asyncio.CancelledError:
            errand.cut()
            raise
        took = round(time.monotonic() - began, 3)
        if answer.error is not None:
            log.warning("a worker's function failed", extra=fields(function=function, seconds=took, why=answer.where))
            raise answer.error
        log.info("a worker's function is done", extra=fields(function=function, seconds=took))
        return answer.result

    async def close(self) -> None:
        """End what is under way, and the process that is kept; nothing is run any more."""
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)  # first, or the next one would begin
        if self._errand is not None:
            self._errand.cut()
        await asyncio.to_thread(self._thread.shutdown)
        await asyncio.to_thread(self._let_go)

    def _do(self, errand: _Errand) -> Answer:
        process = self._take_kept() or Process()
        self._errand = errand
        if self._closed:  # while the process was started
            errand.cut()
        watch = _in(self._timeout, lambda: errand.cut(late=True))
        try:
            answer = errand.hand_to(process)
        except BaseException as error:
            process.end()
            if isinstance(error, EOFError | OSError):  # nobody is at the other end of the pipe
                raise (WorkerTooSlow() if errand.is_late else WorkerDied(process.code)) from None
            raise
        finally:
            watch.cancel()
            self._errand = None
        self._keep(process)
        return answer

    def _keep(self, process: Process) -> None:
        if self._linger:
            self._kept = process
            self._letting_go = _in(self._linger, lambda: self._thread.submit(self._let_go))
        else:
            process.end()

    def _let_go(self) -> None:
        kept = self._take_kept()
        if kept is not None:
            kept.end()

    def _take_kept(self) -> Process | None:
        """The process that was kept, if it is still there; it is not kept any more."""
        if self._letting_go is not None:
            self._letting_go.cancel()
        kept, self._kept = self._kept, None
        return kept if kept is not None and kept.is_alive() else None


class _Errand:
    """A function with its arguments, and the process that is at it."""

    def __init__(self, function: str, arguments: tuple[Any, ...]) -> None:
        self.is_late = False
        self._is_cut = False
        self._asked = function, arguments
        self._process: Process | None = None
        self._lock = Lock()

    def cut(self, *, late: bool = False) -> None:
        """Kill the process that is at it, or will be."""
        with self._lock:
            self._is_cut, self.is_late = True, late
            if self._process is not None:
                self._process.kill()

    def hand_to(self, process: Process) -> Answer:
        """Wait for the answer. EOFError or OSError when the process ends before."""
        asked = pickled(self._asked)
        self._is_at(process)
        try:
            return process.ask(asked)
        finally:
            self._is_at(None)

    def _is_at(self, process: Process | None) -> None:
        with self._lock:
            self._process = process
            if self._is_cut and process is not None:
                process.kill()


def _in(seconds: float, act: Callable[[], object]) -> Timer:
    timer = Timer(seconds, act)
    timer.daemon = True
    timer.start()
    return timer
