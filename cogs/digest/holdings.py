"""What the round-up keeps about people."""

from __future__ import annotations

from typing import Final

from bot.people.register import SERVICE, Basis, Holding, Purpose, Until

DIGEST: Final = Purpose("digest", Basis.CONSENT)
HOLDINGS: Final = (
    Holding("digest_subscribers", ("member_id",), DIGEST),
    Holding("digest_names", ("member_id",), SERVICE, Until.STANDING),
)
