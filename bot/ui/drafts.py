"""Drafts: what somebody typed and that waits for them (a refused form, a preview), for a day. Nothing typed is lost."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.errors import Refusal
from bot.schedule.clock import DAY
from bot.storage.database import Connection

LIFE: Final = DAY


@dataclass(frozen=True, slots=True)
class Draft:
    """What waits: whose it is, the act it belongs to (with its arguments), and what was typed."""

    id: int
    member_id: int
    act: str
    payload: Mapping[str, Any]


async def save(db: Connection, member_id: int, act: str, payload: Mapping[str, Any], now: int) -> int:
    """Keep what was typed for a day; the draft's id. A member has one draft an act: the newest."""
    await discard(db, member_id, act)
    return await db.insert(
        "INSERT INTO drafts (id, member_id, act, payload, expires_at) VALUES (:id, :member, :act, :payload, :expires)",
        id=secrets.randbits(53),
        member=member_id,
        act=act,
        payload=json.dumps(payload),
        expires=now + LIFE,
    )


async def load(db: Connection, draft_id: int, member_id: int, now: int) -> Draft:
    """The member's own draft. Raises `Refusal` when it was used, replaced or is over."""
    row = await db.row(
        "SELECT id, member_id, act, payload FROM drafts WHERE id = :id AND member_id = :member AND expires_at > :now",
        id=draft_id,
        member=member_id,
        now=now,
    )
    if row is None:
        raise Refusal("kernel-draft-gone")
    return Draft(row["id"], row["member_id"], row["act"], json.loads(row["payload"]))


async def newest(db: Connection, member_id: int, act: str, now: int) -> Draft | None:
    """What the member left unfinished for an act, or None."""
    row = await db.row(
        "SELECT id FROM drafts WHERE member_id = :member AND act = :act AND expires_at > :now",
        member=member_id,
        act=act,
        now=now,
    )
    return None if row is None else await load(db, row["id"], member_id, now)


async def change(db: Connection, draft: Draft, payload: Mapping[str, Any]) -> None:
    """Replace what a draft holds."""
    await db.run(
        "UPDATE drafts SET payload = :payload WHERE id = :id",
        id=draft.id,
        payload=json.dumps(payload),
    )


async def discard(db: Connection, member_id: int, act: str) -> None:
    """Throw the member's draft of an act away."""
    await db.run("DELETE FROM drafts WHERE member_id = :member AND act = :act", member=member_id, act=act)


async def sweep(db: Connection, now: int) -> None:
    """Throw away what is over."""
    await db.run("DELETE FROM drafts WHERE expires_at <= :now", now=now)
