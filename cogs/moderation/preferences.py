"""What organisers decide about moderation."""

from __future__ import annotations

from typing import Final

from bot.storage.preferences import Control, Preference, declare

REFERENT: Final[Preference[int | None]] = declare(
    Preference("moderation-referent", Control.MEMBER, None, feature="moderation")
)
"""The member, no organiser, to whom a report goes that nobody took."""
