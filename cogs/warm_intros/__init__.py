"""Warm introductions: members say in private which doors they could open; whoever looks for somebody asks a friend of a
friend, and a no costs nobody anything.

Where to read: doors (`doors`, `door_*`) · a search (`searching` begins it, `search_job` looks after it with `pace` and
`introducers`, `search_answers` takes what people say) · a third who is here, or two presented (`targets`, `presenting`
begin, `present_job` asks, `present_answers` takes what they say, `present_ending` ends) · what came of it (`threads`,
`following_up`, `bilan`). `standing` says who may be brought together by now, `kinds` what letters and jobs are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs.warm_intros.door_cards import panel
from cogs.warm_intros.preferences import CHANNEL

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = ["CHANNEL", "panel"]


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.warm_intros.cog import WarmIntros

    await bot.add_cog(WarmIntros(bot))
