"""What stories about acts share: a case that somebody takes care of, and acts chosen as no click could be quicker."""

from __future__ import annotations

from typing import Final

from simcord.actors import MemberActor
from simcord.results import InteractionResult

from cogs.moderation import act_rules, case_store, people
from cogs.moderation.act_rules import PAUSABLE
from cogs.moderation.rules import Act, Entry, Role, State
from tests.introductions.test_refusals import submit_raw
from tests.moderation.stage import beats
from tests.world import World

WORD: Final = "On ne relance pas quelqu’un qui a dit non."


async def taken(
    world: World,
    reporter: MemberActor,
    about: MemberActor,
    *,
    by: MemberActor | None = None,
    named: MemberActor | None = None,
    message_id: int | None = None,
) -> int:
    """A report about somebody, which somebody of the team takes care of; its number."""
    house, association, now = world.bot.house, world.association, world.clock.now()
    channel_id = None if message_id is None else world.hall.id
    async with association.transaction() as db:
        told = await people.noted(house, association, db, reporter.id)
        number = await case_store.begin(db, told, now, channel_id=channel_id, message_id=message_id)
        roles = {Role.CONCERNED: about, Role.HANDLER: by or world.organiser, Role.NAMED: named}
        for role, who in roles.items():
            if who is not None:
                await case_store.put(db, number, role, await people.noted(house, association, db, who.id))
        await case_store.write(db, number, state=State.TAKEN.value, said="Elle insiste.", opened_at=now, taken_at=now)
    return number


async def act(
    world: World,
    case_id: int,
    which: Act,
    *features: str,
    by: MemberActor | None = None,
    length: str = "",
    word: str = WORD,
    person: int = 0,
) -> InteractionResult:
    """Somebody of the team sends the form of an act."""
    bits = sum(1 << PAUSABLE.index(name) for name in features)
    custom_id = f"moderation:act_written:{case_id}:{person}:{which.value}:insistence:{bits}:{length}"
    done = await submit_raw(world, by or world.organiser, custom_id, {"word": word})
    await beats(world)
    return done


async def upon(world: World, who: MemberActor) -> list[Entry]:
    """What was done towards somebody, the newest first."""
    alias = world.bot.house.lifecycle.alias(world.association, who.id)
    return await case_store.upon(world.association.read(), alias, act_rules.TOWARDS)
