"""What stories about bringing two others together share."""

from __future__ import annotations

import re
from typing import Any, Final

from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.people import lifecycle
from cogs.warm_intros import intro_store
from cogs.warm_intros.rules import Intro
from tests.pressing import Pressing
from tests.warm_intros.search_stage import press
from tests.world import World

REASON: Final = "Deux façons de photographier les paysans, et l’envie d’une exposition"


async def present(
    world: World, introducer: MemberActor, one: MemberActor, other: MemberActor, why: str = REASON
) -> InteractionResult:
    """Somebody presents two others; whoever may be asked is."""
    fields = {"one": str(one.id), "whom": str(other.id), "why": why}
    answer = await Pressing(world).submit(introducer.id, "warm_intros:presented", fields)
    await world.beat()
    return answer


async def newest(world: World) -> Intro:
    """The introduction that was made last."""
    number = await world.association.read().value("SELECT max(id) FROM intros")
    return await again(world, number)


async def again(world: World, intro_id: int) -> Intro:
    """The same introduction as it is now."""
    found = await intro_store.get(world.association.read(), intro_id)
    assert found is not None
    return found


async def says(world: World, who: MemberActor, intro: Intro, *, yes: bool) -> InteractionResult:
    """Somebody answers their letter."""
    return await press(world, who, "meet" if yes else "rather_not", intro.id)


async def exported(world: World, who: MemberActor) -> str:
    """One's own export, without what tells one person, one row and one instant from another."""
    rows: dict[str, list[dict[str, Any]]] = await lifecycle.export(world.association.read(), who.id)
    return re.sub(r"\d+", "…", str(rows))
