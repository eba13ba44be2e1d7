"""What stories about moderation share: people who are here, a team of several, reports that are written and opened."""

from __future__ import annotations

from typing import Any, Final

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from cogs.moderation import case_store
from cogs.moderation.rules import Case
from tests.deadlines.stage import beats, close_messages, come_to, inbox, letters, member
from tests.world import Answer, World, buttons_of, components_of, message_of, text_of

__all__ = ["beats", "close_messages", "come_to", "inbox", "letters", "member"]

MONDAY: Final = "2026-03-02 10:00"
NOT_FOR_YOU: Final = "ne s’ouvre qu’aux personnes choisies"
WHAT: Final = "Il m’écrit tous les soirs, malgré mes refus."


async def second_organiser(world: World, name: str = "Rémi") -> MemberActor:
    """Somebody else of the team, who accepted the notice."""
    manage = discord.Permissions(manage_guild=True, administrator=True)
    who = world.join(name, roles=[world.guild.create_role(f"orga {name}", permissions=manage)])
    await world.env.settle()
    await accept(world, who)
    return who


async def accept(world: World, *people: MemberActor) -> None:
    """They accepted the notice."""
    from bot.people import members

    async with world.association.transaction() as db:
        for who in people:
            await members.accept_notice(db, who.id, world.clock.now())


async def on_a_monday(world: World, name: str) -> MemberActor:
    """Somebody, on a Monday morning; the organiser accepted the notice."""
    await come_to(world, MONDAY)
    await accept(world, world.organiser)
    return await member(world, name)


async def write(
    world: World, who: MemberActor, about: MemberActor | None = None, what: str = WHAT
) -> InteractionResult:
    """Somebody writes a report, from the menu on a person or from the guide; what they see before sending."""
    if about is None:
        shown = await who.slash(world.lounge, "aide")
        form = await who.click(message_of(shown), label="Prévenir l’équipe")
    else:
        form = await who.context_menu(world.lounge, "Prévenir l’équipe", about)
    return await who.submit_modal(form, {"what": what})


async def report(
    world: World,
    who: MemberActor,
    about: MemberActor | None = None,
    *,
    readers: tuple[MemberActor, ...] = (),
    urgent: bool = False,
    what: str = WHAT,
) -> InteractionResult:
    """The same, and it is sent."""
    draft = await write(world, who, about, what)
    if readers:
        draft = await choose(who, draft, "moderation:readers", *readers)
    if urgent:
        draft = await choose(who, draft, "moderation:urgency", "yes")
    done = await who.click(message_of(draft), label="Envoyer")
    await beats(world)
    return done


async def choose(who: MemberActor, answer: Answer, act: str, *values: Any) -> InteractionResult:
    """Somebody chooses in the select that begins with an act."""
    custom_id = next(
        str(c["custom_id"]) for c in components_of(answer) if str(c.get("custom_id", "")).startswith(f"{act}:")
    )
    return await who.select(message_of(answer), list(values), custom_id=custom_id)


def reports(who: MemberActor) -> list[str]:
    """What a referent was written about what waits, without the letter that they are the referent."""
    return [letter for letter in letters(who) if "Personne référente" not in letter or "attend" in letter]


def lines(world: World) -> list[discord.Message]:
    """What stands in the team's channel, without the panel."""
    return [message for message in world.office.history() if message.components][1:]


async def case(world: World, number: int = 1) -> Case:
    """A case as it is stored."""
    found = await case_store.get(world.association.read(), number)
    assert found is not None
    return found


def shown(answer: Answer) -> str:
    """All that somebody sees, custom ids included."""
    return text_of(answer) + "\n" + "\n".join(buttons_of(answer).values())
