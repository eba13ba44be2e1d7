"""Meeting a past partner again: both say yes, or nothing happens, and whoever asks can't tell why."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.delivery import wishes
from bot.people import avoid, lifecycle, members
from bot.schedule.clock import DAY
from cogs.matchmaking import match_store, people_store
from cogs.matchmaking.rules import AGAIN_AFTER, Match
from tests.help_requests.stage import last_letter, letters_of, people_in, press_letter
from tests.introductions.test_refusals import press
from tests.matchmaking.stage import member, open_coffee, people, thread_of
from tests.test_letters_story import beats, close_messages, come_to
from tests.world import World, buttons_of, message_of, text_of

SENT = "C’est parti. Si la réponse est oui, un fil privé s’ouvrira. Sinon, rien ne se passe."
TUESDAY = "2026-01-06 10:00"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, on a Tuesday morning."""
    opened = await open_coffee(world)
    await come_to(world, TUESDAY)
    return opened


async def had_coffee(world: World, *who: MemberActor, days: int = 200) -> None:
    """They had coffee so many days ago."""
    async with world.association.transaction() as db:
        made = await match_store.add(db, None, [one.id for one in who], world.clock.now() - days * DAY)
        await match_store.enter(db, made, "closed")


async def two(world: World) -> tuple[MemberActor, MemberActor]:
    """Two who had coffee long ago."""
    anna, bruno = await people(world, "Anna", "Bruno")
    await had_coffee(world, anna, bruno)
    return anna, bruno


async def ask(world: World, who: MemberActor, other: MemberActor) -> InteractionResult:
    """Somebody would like to meet somebody again."""
    answer: InteractionResult = await who.slash(world.lounge, "cafe recroiser", membre=other)
    return answer


async def newest(world: World, who: MemberActor) -> Match:
    """The last match of somebody."""
    return (await match_store.of_member(world.association.read(), who.id, 1))[0]


async def test_both_say_yes_and_a_thread_opens_at_once(world: World, place: ChannelHandle) -> None:
    anna, bruno = await two(world)
    assert SENT in text_of(await ask(world, anna, bruno))
    await beats(world)
    letter = letters_of(bruno)[0]
    assert f"<@{anna.id}> aimerait te recroiser autour d’un café. Le dernier : juin 2025." in letter
    assert "> Ça fait un moment : on reprend un café" in letter
    assert list(buttons_of(last_letter(bruno))) == [
        "Avec plaisir",
        "Pas cette fois",
        "Plus tard",
        "Ne plus me proposer",
    ]
    await press_letter(bruno, "Avec plaisir")
    match = await newest(world, anna)
    assert match.round_id is None
    assert match.open
    link = f"https://discord.com/channels/{world.guild.id}/{match.thread_id}"
    assert f"L’envie est partagée : le fil privé avec <@{anna.id}> est ici : {link}" in letters_of(bruno)[0]
    assert await people_in(world, thread_of(world, match)) == {anna.id, bruno.id}
    assert "déjà noté" in text_of(await press(world, bruno, "matchmaking:again_yes:1"))


async def test_crossing_wishes_open_the_thread_without_a_letter_more(world: World, place: ChannelHandle) -> None:
    anna, bruno = await two(world)
    await come_to(world, "2026-01-06 20:00")  # Bruno's letter waits for the morning
    await ask(world, anna, bruno)
    crossed = await ask(world, bruno, anna)
    assert f"le fil privé avec <@{anna.id}> est ici" in text_of(crossed)
    assert set((await newest(world, anna)).people) == {anna.id, bruno.id}
    await come_to(world, "2026-01-07 10:00")
    assert letters_of(bruno) == letters_of(anna) == []


async def test_a_no_is_never_heard_of(world: World, place: ChannelHandle) -> None:
    anna, bruno = await two(world)
    await ask(world, anna, bruno)
    await beats(world)
    await press_letter(bruno, "Pas cette fois")
    assert "Personne ne le saura" in letters_of(bruno)[0]
    await beats(world, 2 * DAY)
    assert letters_of(anna) == []
    assert SENT in text_of(await ask(world, anna, bruno))
    await beats(world, 8 * DAY)
    assert len(letters_of(bruno)) == 1  # asked within six months
    later = AGAIN_AFTER + DAY
    await come_to(world, (date(2026, 1, 14) + timedelta(seconds=later)).isoformat() + " 10:00")
    await had_coffee(world, anna, bruno, days=190)  # the one before is over a year old, and forgotten
    assert SENT in text_of(await ask(world, anna, bruno))
    await beats(world, 4 * DAY)
    assert len(letters_of(bruno)) == 2


# Whoever asks can't tell


async def keep_apart(world: World, author: MemberActor, other: MemberActor) -> None:
    """Somebody doesn't want to be brought together with somebody."""
    house, association = world.bot.house, world.association
    alias, own_alias = (house.lifecycle.alias(association, one.id) for one in (other, author))
    async with association.transaction() as db:
        await avoid.add(db, author.id, alias, own_alias, world.clock.now())


async def _avoids(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    await keep_apart(world, bruno, anna)


async def _is_avoided(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    await keep_apart(world, anna, bruno)


async def _takes_no_messages(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    close_messages(world, bruno)


async def _wants_quiet(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    async with world.association.transaction() as db:
        await wishes.pause(db, bruno.id, world.clock.now() + 30 * DAY)


async def _never_again(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    async with world.association.transaction() as db:
        await wishes.refuse(db, bruno.id, "coffee-again")


async def _rests_from_coffee(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    async with world.association.transaction() as db:
        await people_store.pause(db, bruno.id, world.clock.now(), rounds=3)


async def _was_asked_this_week(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    chloe = await member(world, "Chloé")
    await had_coffee(world, chloe, bruno)
    await ask(world, chloe, bruno)
    await beats(world)


async def _left(world: World, anna: MemberActor, bruno: MemberActor) -> None:
    world.guild.remove_member(bruno)
    await world.env.settle()


REASONS = (
    _avoids,
    _is_avoided,
    _takes_no_messages,
    _wants_quiet,
    _never_again,
    _rests_from_coffee,
    _was_asked_this_week,
    _left,
)


@pytest.mark.parametrize("hinder", REASONS, ids=lambda one: one.__name__.strip("_"))
async def test_whatever_hinders_it_looks_as_if_it_had_gone(
    world: World, place: ChannelHandle, hinder: Callable[[World, MemberActor, MemberActor], Awaitable[None]]
) -> None:
    anna, bruno = await two(world)
    await hinder(world, anna, bruno)
    before = len(letters_of(bruno))
    asking = f"matchmaking:again_ask:{bruno.id}"
    assert text_of(await press(world, anna, asking)) == SENT
    await beats(world, 3 * DAY)
    assert len(letters_of(bruno)) == before
    assert text_of(await press(world, anna, asking)) == SENT
    exported = await lifecycle.export(world.association.read(), anna.id)
    (kept,) = exported["coffee_invitations"]
    assert set(kept) == {"id", "asker_id", "other_id", "at"}
    assert letters_of(anna) == []


async def test_the_list_proposes_whoever_avoids_and_not_whom_one_avoids(world: World, place: ChannelHandle) -> None:
    anna, bruno, chloe, driss, emma = await people(world, "Anna", "Bruno", "Chloé", "Driss", "Emma")
    for number, one in enumerate((bruno, chloe, driss)):
        await had_coffee(world, anna, one, days=300 - number)
    await had_coffee(world, anna, emma, days=30)
    await keep_apart(world, bruno, anna)
    await keep_apart(world, anna, chloe)
    shown = await anna.slash(world.lounge, "cafe recroiser")
    proposed = text_of(shown)
    assert proposed.split("\n")[-2:] == ["Driss", "Bruno"]
    sent = await anna.select(message_of(shown), [str(driss.id)], custom_id="matchmaking:again_choose")
    assert SENT in text_of(sent)
    await beats(world)
    assert len(letters_of(driss)) == 1
    status = await anna.slash(world.lounge, "cafe statut")
    again = await anna.click(message_of(status), label="Se recroiser")
    assert text_of(again) == proposed


async def test_when_all_past_partners_are_gone_nobody_is_proposed(world: World, place: ChannelHandle) -> None:
    anna, bruno = await two(world)
    assert "Se recroiser" in buttons_of(await anna.slash(world.lounge, "cafe statut"))
    await _left(world, anna, bruno)
    assert "Se recroiser" not in buttons_of(await anna.slash(world.lounge, "cafe statut"))
    assert "avec quelqu’un qui est encore ici" in text_of(await anna.slash(world.lounge, "cafe recroiser"))


async def test_a_wish_that_never_went_is_in_the_data_of_whoever_wished_alone(
    world: World, place: ChannelHandle
) -> None:
    anna, bruno = await two(world)
    chloe = await member(world, "Chloé")
    await had_coffee(world, chloe, bruno)
    await keep_apart(world, bruno, anna)
    for who in (anna, chloe):
        await ask(world, who, bruno)
    assert "se recroiser" not in text_of(await bruno.slash(world.lounge, "moi mes-donnees"))
    await beats(world)
    db = world.association.read()
    told = (await lifecycle.export(db, bruno.id))["coffee_invitations"]
    assert [row["asker_id"] for row in told] == [chloe.id]  # her letter went
    assert [row["other_id"] for row in (await lifecycle.export(db, anna.id))["coffee_invitations"]] == [bruno.id]
    await press(world, bruno, f"matchmaking:again_no:{told[0]['id']}")
    await beats(world, 120 * DAY)  # the letter is forgotten
    assert len((await lifecycle.export(db, bruno.id))["coffee_invitations"]) == 1


async def test_what_cannot_be_asked_is_explained(world: World, place: ChannelHandle) -> None:
    anna, bruno, chloe = await people(world, "Anna", "Bruno", "Chloé")
    assert "il faut un café d’il y a six mois ou plus" in text_of(await anna.slash(world.lounge, "cafe recroiser"))
    await had_coffee(world, anna, bruno, days=100)
    assert "on peut se recroiser à partir du 29 mars 2026" in text_of(await ask(world, anna, bruno))
    assert "Pas encore de café ensemble ici" in text_of(await ask(world, anna, chloe))
    assert "Un café en solo" in text_of(await ask(world, anna, anna))
    for forged in ("matchmaking:again_choose", "matchmaking:again_yes:99", "matchmaking:again_no:99"):
        assert re.search("plus à jour|plus d’actualité", text_of(await press(world, anna, forged)))
    assert await world.association.read().value("SELECT count(*) FROM coffee_invitations") == 0


async def test_only_the_person_who_was_asked_can_answer(world: World, place: ChannelHandle) -> None:
    anna, bruno = await two(world)
    chloe = await member(world, "Chloé")
    await ask(world, anna, bruno)
    for act in ("again_yes", "again_no"):
        for who in (anna, chloe):
            assert "plus d’actualité" in text_of(await press(world, who, f"matchmaking:{act}:1"))
    invitation = await people_store.invitation(world.association.read(), 1)
    assert invitation is not None
    assert invitation.answer is None


@pytest.mark.parametrize("hinder", [_is_avoided, _avoids], ids=["is-avoided", "avoids"])
async def test_a_yes_after_the_two_were_kept_apart_opens_nothing(
    world: World, place: ChannelHandle, hinder: Callable[[World, MemberActor, MemberActor], Awaitable[None]]
) -> None:
    anna, bruno = await two(world)
    await ask(world, anna, bruno)
    await beats(world)
    await hinder(world, anna, bruno)
    late = await press_letter(bruno, "Avec plaisir")
    assert "Ce n’est plus d’actualité" in text_of(late)
    assert not (await newest(world, anna)).open


async def test_an_asker_who_leaves_or_is_erased_waits_for_nobody(world: World, place: ChannelHandle) -> None:
    anna, bruno = await two(world)
    chloe = await member(world, "Chloé")
    await had_coffee(world, chloe, bruno)
    await come_to(world, "2026-01-06 20:00")
    await ask(world, anna, bruno)
    await ask(world, chloe, bruno)
    await world.erase(anna)
    world.guild.remove_member(chloe)
    await world.env.settle()
    await come_to(world, "2026-01-20 10:00")
    assert letters_of(bruno) == []
    assert await members.get(world.association.read(), anna.id) is None
