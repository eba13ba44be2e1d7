"""What introductions keep about people."""

from __future__ import annotations

from typing import Final

from bot.people.register import MONTH, Basis, Holding, Purpose, Until

DIRECTORY: Final = Purpose("directory", Basis.CONSENT)
HOLDINGS: Final = (
    Holding("profiles", ("member_id",), DIRECTORY),
    Holding("tags", ("member_id",), DIRECTORY),
    Holding("newcomers", ("member_id",), DIRECTORY, Until.WRITTEN, keeps=MONTH, since="joined_at"),
)
