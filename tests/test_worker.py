"""Heavy work in a process of its own: what comes back, what becomes of it when it fails, and that nothing is left."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from time import monotonic

import pytest

from bot.errors import Refusal
from bot.storage.database import CallInsideTransaction, Database
from bot.worker import WorkerDied, Workers, WorkerTooSlow

PID = "os:getpid"
RUN = "builtins:exec"
ALONE = """
import asyncio, pickle, sys
from bot.worker import Workers
async def main():
    workers = Workers(linger=60)
    {body}
asyncio.run(main())
"""
"""A program with a worker, for what can't be seen from within a test."""


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    """Workers whose process is kept between two calls."""
    made = Workers(linger=60)
    yield made
    await made.close()


def is_there(pid: int) -> bool:
    """Whether a process exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def until(come_true: Callable[[], bool]) -> None:
    """Wait, for some seconds at most."""
    end = monotonic() + 10
    while not come_true():
        assert monotonic() < end
        await asyncio.sleep(0.02)


def alone(body: str) -> subprocess.Popen[str]:
    """Start the program."""
    code = ALONE.format(body=body.replace("\n", "\n    "))
    command, root = [sys.executable, "-c", code], Path(__file__).parents[1]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


async def test_a_function_runs_elsewhere_and_its_result_comes_back() -> None:
    workers = Workers()
    assert await workers.run("operator:add", [1], [2]) == [1, 2]
    pid = await workers.run(PID)
    assert pid != os.getpid()
    assert not is_there(pid)
    await workers.close()


async def test_one_process_serves_whoever_asks_one_after_the_other(workers: Workers) -> None:
    first, second = await asyncio.gather(workers.run(PID), workers.run(PID))
    assert first == second
    await workers.close()
    assert not is_there(first)
    with pytest.raises(RuntimeError, match="shutdown"):
        await workers.run(PID)


async def test_a_process_that_lingers_ends_when_nobody_needs_it_any_more() -> None:
    workers = Workers(linger=0.1)
    pid = await workers.run(PID)
    await until(lambda: not is_there(pid))
    assert await workers.run(PID) != pid
    await workers.close()


async def test_an_error_comes_back_as_itself(workers: Workers, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot.worker")
    with pytest.raises(ZeroDivisionError, match="division"):
        await workers.run("operator:truediv", 1, 0)
    with pytest.raises(Refusal) as refused:
        await workers.run(RUN, "from bot.errors import Refusal; raise Refusal('coffee-full', count=3)")
    assert (refused.value.key, refused.value.values) == ("coffee-full", {"count": 3})
    with pytest.raises(ModuleNotFoundError):
        await workers.run("bot.nowhere:nothing")
    with pytest.raises(TypeError, match="cannot pickle"):
        await workers.run("threading:Lock")
    with pytest.raises(RuntimeError, match="Odd"):
        await workers.run(RUN, "class Odd(Exception): pass\nraise Odd('secret')")
    with pytest.raises(RuntimeError, match="StopIteration"):
        await workers.run("builtins:next", iter(()))
    assert {record.function for record in caplog.records} >= {"operator:truediv", RUN}  # type: ignore[attr-defined]
    assert not any("secret" in str(vars(record).values()) for record in caplog.records)


async def test_what_takes_too_long_is_killed_and_the_next_one_runs() -> None:
    workers = Workers(timeout=1, linger=60)
    pid = await workers.run(PID)
    with pytest.raises(WorkerTooSlow):
        await workers.run("time:sleep", 60)
    assert not is_there(pid)
    assert issubclass(WorkerTooSlow, TimeoutError)
    assert await workers.run("operator:add", 1, 1) == 2
    await workers.close()


async def test_a_process_that_dies_is_told_from_an_error(workers: Workers) -> None:
    with pytest.raises(WorkerDied, match="-9") as died:
        await workers.run("signal:raise_signal", signal.SIGKILL)
    assert died.value.code == -signal.SIGKILL
    with pytest.raises(WorkerDied, match="7"):
        await workers.run("os:_exit", 7)
    assert await workers.run("operator:add", 1, 1) == 2


async def test_a_process_that_died_while_nobody_needed_it_is_missed_by_nobody(workers: Workers) -> None:
    pid = await workers.run(PID)
    os.kill(pid, signal.SIGKILL)
    await asyncio.to_thread(os.waitid, os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert await workers.run(PID) != pid


async def under_way(workers: Workers, folder: Path) -> tuple[asyncio.Task[None], asyncio.Task[None]]:
    """A call that has begun, and one that waits for its turn; either takes a minute."""
    begun = folder / "begun"
    code = f"import time, pathlib; pathlib.Path({str(begun)!r}).touch(); time.sleep(60)"
    working = asyncio.create_task(workers.run(RUN, code))
    waiting = asyncio.create_task(workers.run("time:sleep", 60))
    await until(begun.exists)
    return working, waiting


async def test_whoever_is_cancelled_ends_the_work(workers: Workers, tmp_path: Path) -> None:
    pid = await workers.run(PID)
    working, waiting = await under_way(workers, tmp_path)
    for task in (waiting, working):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    await until(lambda: not is_there(pid))
    assert await workers.run("operator:add", 1, 1) == 2


async def test_to_close_ends_what_is_under_way_and_what_waits(workers: Workers, tmp_path: Path) -> None:
    working, waiting = await under_way(workers, tmp_path)
    await workers.close()
    with pytest.raises(WorkerDied):
        await working
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_nothing_runs_while_a_transaction_is_open(workers: Workers, tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "1.db")
    async with database.transaction():
        with pytest.raises(CallInsideTransaction):
            await workers.run(PID)
    await database.close()


async def test_it_ignores_ctrl_c_and_keeps_numbers_to_one_thread(workers: Workers) -> None:
    pid = await workers.run(PID)
    os.kill(pid, signal.SIGINT)
    assert await workers.run(PID) == pid
    assert await workers.run("os:getenv", "OMP_NUM_THREADS") == "1"
    assert await workers.run("os:getenv", "OPENBLAS_NUM_THREADS") == "1"
    assert "OMP_NUM_THREADS" not in os.environ


def test_numpy_is_loaded_in_the_worker_and_never_here() -> None:
    program = alone("""
print("numpy" in sys.modules, await workers.run("builtins:eval", "__import__('numpy').pi"), "numpy" in sys.modules)
try:
    await workers.run("numpy:sum", [1, 2])
except pickle.UnpicklingError as error:
    print(str(error).split(".")[0], "numpy" in sys.modules)
""")
    said, _ = program.communicate(timeout=60)
    assert said.split() == ["False", "3.141592653589793", "False", "numpy", "False"]


@pytest.mark.parametrize("errand", ['"os:getpid"', '"time:sleep", 60'])
def test_it_ends_when_its_parent_is_killed(errand: str) -> None:
    program = alone(f"""
await workers.run("os:getpid")
print(flush=True)
await workers.run({errand})
await asyncio.sleep(60)
""")
    assert program.stdout is not None
    assert program.stdout.readline() == "\n"
    program.kill()
    program.communicate(timeout=20)  # until nobody holds the program's output any more, the worker neither
