"""Somebody leaves or is erased: what others were written about them says so no more, wherever it stands."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs.matchmaking import match_store, matching, round_store
from cogs.matchmaking.rules import Match
from tests.help_requests.stage import letters_of, press_letter
from tests.help_requests.test_people_go import come_back
from tests.introductions.test_refusals import press
from tests.matchmaking.running import TUESDAY, act, gone, join_late, on_tuesday, running
from tests.matchmaking.stage import member
from tests.test_letters_story import beats, come_to
from tests.world import World, message_of

WHAT = "Je répare des vélos volants"
OVER = "Ce n’est plus d’actualité, merci."


async def told(world: World, *more: str) -> tuple[Match, list[MemberActor]]:
    """Anna, Bruno and perhaps others have coffee; no thread says so."""
    await world.choose({prefs.THREADS_CHANNEL: None})
    who = [await member(world, "Anna"), await member(world, "Bruno", WHAT), *[await member(world, one) for one in more]]
    await come_to(world, TUESDAY)
    (match,) = await running(world, who)
    return match, who


def is_named(reader: MemberActor, who: MemberActor) -> bool:
    """Whether anything that somebody reads in private tells of somebody."""
    read = "\n".join(letters_of(reader))
    return f"<@{who.id}>" in read or WHAT in read


async def test_a_letter_keeps_nothing_of_an_erased_partner(world: World) -> None:
    _, (anna, bruno) = await told(world)
    assert WHAT in letters_of(anna)[0]
    await world.erase(bruno)
    await beats(world, DAY)
    assert letters_of(anna)[0] == OVER
    assert "Ton café n’aura pas lieu cette fois" in letters_of(anna)[1]
    assert not is_named(anna, bruno)


async def test_whoever_objects_leaves_their_coffee_and_is_brought_together_with_nobody(world: World) -> None:
    match, (anna, bruno) = await told(world)
    asked = await bruno.slash(world.lounge, "moi opposition")
    await bruno.click(message_of(asked), label="M’opposer")
    await beats(world, DAY)
    assert "Ton café n’aura pas lieu cette fois" in letters_of(anna)[-1]
    round_ = await round_store.get(world.association.read(), match.round_id or 0)
    assert round_ is not None
    assert bruno.id not in await matching.coming(world.association, world.association.read(), round_)
    assert "opposition" not in "\n".join(letters_of(anna))


async def test_long_after_a_coffee_its_letters_keep_nothing_of_somebody_erased(world: World) -> None:
    match, (anna, bruno) = await told(world)
    await beats(world, 6 * DAY)
    assert "Alors, ce café avec" in letters_of(anna)[-1]
    await act(world, bruno, "met", match)
    await beats(world, 13 * DAY)
    await world.erase(bruno)
    await beats(world, DAY)
    assert letters_of(anna)[:2] == [OVER, OVER]
    assert not is_named(anna, bruno)


async def test_of_three_a_letter_goes_on_without_whoever_left_and_names_them_when_they_are_back(world: World) -> None:
    match, (anna, bruno, chloe) = await told(world, "Chloé")
    await act(world, chloe, "met", match)  # who left stays in it
    await gone(world, bruno)
    assert not is_named(anna, bruno)
    assert f"<@{chloe.id}> : Je fais des sites web" in letters_of(anna)[0]
    await come_back(world, bruno)
    await beats(world)
    assert is_named(anna, bruno)


async def test_a_word_about_another_coffee_names_nobody_who_is_erased(world: World) -> None:
    match, (anna, bruno) = await told(world)
    david = await member(world, "David")
    await running_alone(world, david)
    await act(world, bruno, "cannot", match)
    await beats(world, DAY)
    assert any(f"un autre café s’ouvre, avec <@{david.id}>" in letter for letter in letters_of(anna))
    await world.erase(david)
    await beats(world, DAY)
    assert not is_named(anna, david)


async def running_alone(world: World, who: MemberActor) -> None:
    """Somebody waits in the round that runs."""
    assert await join_late(world, who) is None


@pytest.mark.parametrize("answer", [None, "Ne plus me proposer", "Avec plaisir"])
async def test_a_wish_to_meet_again_goes_with_whoever_wished_it(world: World, answer: str | None) -> None:
    anna, bruno = await on_tuesday(world, "Anna", "Bruno")
    async with world.association.transaction() as db:
        made = await match_store.add(db, None, [anna.id, bruno.id], world.clock.now() - 200 * DAY)
        await match_store.enter(db, made, "closed")
    await press(world, anna, f"matchmaking:again_ask:{bruno.id}")
    await beats(world)
    assert is_named(bruno, anna)
    if answer is not None:
        await press_letter(bruno, answer)
    await world.erase(anna)
    await beats(world, DAY)
    assert letters_of(bruno)[0] == OVER
    assert not is_named(bruno, anna)
