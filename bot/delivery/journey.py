"""What becomes of letters, as it is stored: on their way, arrived, kept back, put off, over, forgotten."""

from __future__ import annotations

from collections.abc import Iterable

from bot.delivery.letters import Letter, State, marks
from bot.storage.database import Connection


async def send(db: Connection, letter_ids: Iterable[int], now: int, row_id: int) -> None:
    """Say that letters are on their way, with a row of the outbox and those that follow it."""
    await db.run(
        f"UPDATE letters SET state = 'sending', sent_at = :now, row_id = :row WHERE id IN ({marks(letter_ids)})",
        now=now,
        row=row_id,
    )


async def open_thread(db: Connection, letter_ids: Iterable[int], thread_id: int) -> None:
    """Note the private thread that was opened for letters, so that it goes when they go."""
    await db.run(f"UPDATE letters SET thread_id = :thread WHERE id IN ({marks(letter_ids)})", thread=thread_id)


async def close_thread(db: Connection, thread_id: int) -> None:
    """Note that a private thread is being deleted."""
    await db.run("UPDATE letters SET thread_id = NULL WHERE thread_id = :thread", thread=thread_id)


async def stand(db: Connection, letter_ids: Iterable[int], channel_id: int, message_id: int | None) -> None:
    """Note where letters stand."""
    await db.run(
        f"UPDATE letters SET channel_id = :channel, message_id = :message WHERE id IN ({marks(letter_ids)})",
        channel=channel_id,
        message=message_id,
    )


async def arrived(db: Connection, letter_ids: Iterable[int], now: int) -> None:
    """Say that letters reached their reader; one that was taken on the way stays so."""
    await db.run(
        f"""
        UPDATE letters SET sent_at = :now, state = CASE state WHEN 'taken' THEN 'taken' ELSE 'sent' END
         WHERE id IN ({marks(letter_ids)})
        """,
        now=now,
    )


async def keep_back(db: Connection, letter_ids: Iterable[int], state: State) -> None:
    """Say that letters don't go: they wait, are held, or are dropped. One that went before it was put off still
    counts. A thread that was opened for them alone has to be deleted before: after this they know of none."""
    await db.run(
        f"""
        UPDATE letters SET state = :state, channel_id = NULL, message_id = NULL, thread_id = NULL,
               sent_at = CASE WHEN state IN ('waiting', 'held') THEN sent_at END
         WHERE id IN ({marks(letter_ids)})
        """,
        state=state.value,
    )


async def end(db: Connection, letter_ids: Iterable[int], state: State) -> None:
    """Say that letters are over; when they went, and where they stand, stays known."""
    await db.run(f"UPDATE letters SET state = :state WHERE id IN ({marks(letter_ids)})", state=state.value)


async def note_over(db: Connection, letter_ids: Iterable[int]) -> None:
    """Say of letters that ended that nobody asks this any more; what they refer to stays."""
    await db.run(
        f"UPDATE letters SET reference = json_set(reference, '$.over', json('true')) WHERE id IN ({marks(letter_ids)})"
    )


async def note_told(db: Connection, letter_ids: Iterable[int]) -> None:
    """Say of letters that ended that their readers are told what somebody else does by now."""
    await db.run(
        f"UPDATE letters SET reference = json_set(reference, '$.told', json('true')) WHERE id IN ({marks(letter_ids)})"
    )


async def note_answered(db: Connection, letter_ids: Iterable[int]) -> None:
    """Say of letters that ended that their readers answered them, and read what became of it."""
    await db.run(
        f"UPDATE letters SET reference = json_set(reference, '$.answered', json('true')) "
        f"WHERE id IN ({marks(letter_ids)})"
    )


async def note_outdated(db: Connection, letter_ids: Iterable[int]) -> None:
    """Say of letters on their way that what they say may have changed since it was laid out."""
    await db.run(
        f"UPDATE letters SET reference = json_set(reference, '$.outdated', json('true')) "
        f"WHERE id IN ({marks(letter_ids)})"
    )


async def put_off(db: Connection, letter: Letter, until: int) -> None:
    """Let a letter come again after a time; that it went still counts."""
    await db.run(
        "UPDATE letters SET state = 'waiting', put_off = 1, due_at = :until, message_id = NULL WHERE id = :id",
        id=letter.id,
        until=until,
    )


async def forget(db: Connection, letter_ids: Iterable[int]) -> None:
    """Remove letters that nobody needs to know of."""
    await db.run(f"DELETE FROM letters WHERE id IN ({marks(letter_ids)})")
