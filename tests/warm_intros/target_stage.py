"""What stories share in which whoever was asked names somebody who is here."""

from __future__ import annotations

from simcord.actors import MemberActor
from simcord.results import InteractionResult

from tests.pressing import Pressing
from tests.warm_intros.search_stage import newest
from tests.world import World


async def names(world: World, introducer: MemberActor, somebody: MemberActor, search_id: int = 0) -> InteractionResult:
    """Whoever was asked for a search, the newest if none is said, names somebody; if they may be asked, they are."""
    number = search_id or (await newest(world)).id
    act = f"warm_intros:target:{number}@{world.guild.id}"
    answer = await Pressing(world).press(introducer.id, act, [str(somebody.id)], dm=True)
    await world.beat()
    return answer
