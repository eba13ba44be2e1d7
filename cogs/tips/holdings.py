"""What tips keep about people."""

from __future__ import annotations

from typing import Final

from bot.people.register import YEAR, Basis, Holding, Purpose, Until

TIPS: Final = Purpose("tips", Basis.INTEREST)
HOLDINGS: Final = (
    Holding("tips", ("author_id",), TIPS, details=("tip_tags",)),
    Holding("tip_uses", ("member_id",), TIPS),
    Holding("tip_kept", ("member_id",), TIPS),
    Holding("tip_doubts", ("member_id",), TIPS, Until.WRITTEN, keeps=YEAR, since="at"),
    Holding("tip_credits", ("member_id",), TIPS, Until.STANDING),
    Holding("tip_drafts", ("writer_id",), TIPS, Until.DONE),
    Holding("tip_agreements", ("member_id",), TIPS, Until.DONE),
)
