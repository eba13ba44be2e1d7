"""What a row of the outbox can do on Discord, and what sorts of operations there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final


class Operation(StrEnum):
    """What a row does on Discord. The last three find what an undecided creation may have left there, and delete it."""

    POST = "post"
    EDIT = "edit"
    DELETE = "delete"
    FORUM_POST = "forum-post"
    THREAD = "thread"
    PRIVATE_THREAD = "private-thread"
    ADD_MEMBER = "add-member"
    DM = "dm"
    THREAD_EDIT = "thread-edit"
    THREAD_DELETE = "thread-delete"
    PIN = "pin"
    UNPOST = "unpost"
    FORUM_UNPOST = "forum-unpost"
    UNTHREAD = "unthread"


UNDOINGS: Final[Mapping[Operation, Operation]] = {
    Operation.POST: Operation.UNPOST,
    Operation.FORUM_POST: Operation.FORUM_UNPOST,
    Operation.PRIVATE_THREAD: Operation.UNTHREAD,
}
"""What is created where others see it, and how it is undone when it may have come through unheard."""

UNDOING: Final = frozenset(UNDOINGS.values())

LOOKED_FOR: Final = frozenset({Operation.FORUM_POST, Operation.PRIVATE_THREAD}) | UNDOING
"""What Discord can't recognise when it is asked again: we look for ourselves, once the last attempt has landed."""

REMOVING: Final = UNDOING | {Operation.DELETE, Operation.THREAD_DELETE}
"""What takes away what stands."""

CHANGING: Final = REMOVING | {Operation.EDIT, Operation.THREAD_EDIT}
"""What changes or takes away what stands already: it goes on while organisers hold everything else."""


def in_sql(operations: Iterable[Operation]) -> str:
    """Operations as a list in a query."""
    return ", ".join(f"'{operation.value}'" for operation in sorted(operations))
