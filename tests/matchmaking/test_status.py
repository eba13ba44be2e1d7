"""Where somebody stands: the next round, their last coffees, why they sat out."""

from __future__ import annotations

from datetime import date

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import members
from bot.schedule.clock import DAY
from cogs.matchmaking import match_store, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Outcome, Rhythm, Says, State
from tests.introductions.test_refusals import press
from tests.matchmaking.stage import announce, announcement, end_round, join, member, open_coffee, people, run_round
from tests.world import World, buttons_of, message_of, text_of

ALONE = "Pas de binôme pour toi cette fois ; tu passes en premier la prochaine."
ODD = "Nous étions en nombre impair : pas de binôme pour toi cette fois ; tu passes en premier la prochaine."


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, and a schedule."""
    return await open_coffee(world)


async def status(world: World, who: MemberActor) -> InteractionResult:
    """Somebody asks where they stand."""
    answer: InteractionResult = await who.slash(world.lounge, "cafe statut")
    return answer


async def past_round(world: World, who: MemberActor, outcome: Outcome, *, day: date = date(2025, 12, 9)) -> int:
    """A round that is over, and what became of somebody in it."""
    now = world.clock.now()
    async with world.association.transaction() as db:
        round_id = await round_store.add(db, day, now - 20 * DAY, now - 25 * DAY)
        await round_store.start(db, round_id, now - 20 * DAY, now - 8 * DAY)
        await round_store.enter(db, round_id, State.CLOSED)
        await round_store.count_in(db, round_id, who.id, now - 25 * DAY)
        await round_store.settle(db, round_id, who.id, outcome)
    return round_id


async def test_somebody_of_whom_nothing_is_known_sees_what_there_is(world: World, place: ChannelHandle) -> None:
    nora = world.join("Nora")
    shown = await status(world, nora)
    assert "**Prochain café** · <t:" in text_of(shown)
    assert "**Mes réglages** · un clic à chaque fois, en personne ou à distance" in text_of(shown)
    assert "Pas encore de café ici." in text_of(shown)
    assert list(buttons_of(shown)) == ["Mes réglages"]
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=nora.id) == 0


async def test_where_no_round_is_planned_the_date_is_still_to_come(world: World) -> None:
    await open_coffee(world, planned=False)
    nora = world.join("Nora")
    assert "la date s’annoncera dans le salon" in text_of(await status(world, nora))


async def test_the_next_round_says_whether_it_counts_on_somebody(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    round_ = await announce(world)
    out = await status(world, anna)
    assert f"<t:{round_.match_at}:F>, sans toi pour l’instant." in text_of(out)
    await anna.click(message_of(out), label="Partant cette fois")
    counted = await status(world, anna)
    assert f"<t:{round_.match_at}:F>, tu en es." in text_of(counted)
    passed = await anna.click(message_of(counted), label="Je passe mon tour")
    assert "ce tour se fera sans toi" in text_of(passed)


async def test_a_place_that_is_kept_is_said(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await run_round(world, place, [anna])
    assert "; ta place est gardée." in text_of(await status(world, anna))


@pytest.mark.parametrize(("outcome", "said"), [(Outcome.ODD, ODD), (Outcome.NOBODY, ALONE)])
async def test_why_somebody_sat_out_is_said_in_the_words_of_the_letter(
    world: World, place: ChannelHandle, outcome: Outcome, said: str
) -> None:
    anna = await member(world, "Anna")
    await past_round(world, anna, outcome)
    async with world.association.transaction() as db:
        await people_store.promise_first(db, anna.id, world.clock.now())
    lines = text_of(await status(world, anna)).split("\n")
    assert f"**Tour du 9 décembre 2025** · {said}" in lines
    assert sum("en premier" in line for line in lines) == 1


async def test_whoever_waits_reads_so_and_can_stop(world: World, place: ChannelHandle) -> None:
    await run_round(world, place, await people(world, "Anna", "Bruno", "Chloé", "Driss"))
    emma, farid = await people(world, "Emma", "Farid")
    joining = await status(world, farid)
    assert "Me joindre en route" in buttons_of(joining)
    await emma.click(announcement(place), label="Me joindre en route")
    waiting = await status(world, emma)
    assert "Dès que quelqu’un se libère, un fil privé s’ouvre ; sinon, tu passes en premier" in text_of(waiting)
    assert "Ne plus attendre" in buttons_of(waiting)
    await end_round(world)
    over = await status(world, emma)
    assert "Personne n’était libre d’ici la fin de ce tour. Tu passes en premier au prochain, <t:" in text_of(over)
    assert "Ne plus attendre" not in buttons_of(over)


async def test_whoever_has_coffee_and_waits_for_somebody_else_is_promised_nothing(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    match = (await run_round(world, place, who))[0]
    anna = next(one for one in who if one.id in match.people)
    await press(world, anna, f"matchmaking:another:{match.id}")
    for _ in range(2):
        shown = await status(world, anna)
        assert "Dès que quelqu’un se libère" not in text_of(shown)
        assert "Personne n’était libre" not in text_of(shown)
        assert "Ne plus attendre" not in buttons_of(shown)
        assert "Me joindre en route" not in buttons_of(shown)
        if await round_store.running(world.association.read()) is not None:
            await end_round(world)


async def test_whoever_wants_to_meet_in_person_and_said_nowhere_reads_what_helps(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna", zone=None)
    asked = "Pour un café en personne, il manque un endroit"
    for how, missing in ((How.BOTH, False), (How.IN_PERSON, True)):
        async with world.association.transaction() as db:
            await people_store.choose(db, anna.id, world.clock.now(), rhythm=Rhythm.EVERY, how=how)
        assert (asked in text_of(await status(world, anna))) == missing
        assert (asked in text_of(await press(world, anna, "matchmaking:settings"))) == missing
    async with world.association.transaction() as db:
        await people_store.choose_zones(db, anna.id, ["72"])
    assert asked not in text_of(await status(world, anna))


async def test_whoever_stopped_during_a_pause_is_not_paused_any_more(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    for act in ("rhythm:every", "pause_for:month", "stop"):
        await press(world, anna, f"matchmaking:{act}")
    assert "En pause" not in text_of(await status(world, anna))


async def test_a_promise_without_sitting_out_is_said_too(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await past_round(world, anna, Outcome.MATCHED)
    async with world.association.transaction() as db:
        await people_store.promise_first(db, anna.id, world.clock.now())
    assert "Tu passes en premier la prochaine fois." in text_of(await status(world, anna))


async def test_the_last_coffees_say_with_whom_and_what_one_said_oneself(world: World, place: ChannelHandle) -> None:
    anna, bruno, chloe, driss = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    now, ids = world.clock.now(), []
    async with world.association.transaction() as db:
        for number, others in enumerate([[bruno], [chloe], [bruno, driss], [driss], [bruno], [chloe]]):
            made = await match_store.add(db, None, [anna.id, *(one.id for one in others)], now - (60 - number) * DAY)
            ids.append(made)
        for match_id, says in zip(ids[1:4], (Says.MET, Says.PLANNED, Says.CANNOT), strict=True):
            match = await match_store.get(db, match_id)
            assert match is not None
            await match_store.say(db, match.seat_of(anna.id).id, says, now)
            for other in (bruno, chloe, driss):
                if other.id in match.people and says is not Says.MET:
                    await match_store.say(db, match.seat_of(other.id).id, Says.MET, now)
        known = await match_store.get(db, ids[4])
        assert known is not None
        await match_store.know(db, known.seat_of(anna.id).id, now)
        await match_store.enter(db, ids[5], "called-off")
        await match_store.note_thread(db, ids[1], 123456789012345678)
        await members.mark_left(db, driss.id, now)
    lines = [line for line in text_of(await status(world, anna)).split("\n") if line.startswith("•")]
    link = f"https://discord.com/channels/{world.guild.id}/123456789012345678"
    assert lines == [
        f"• 7 novembre 2025 · avec <@{chloe.id}> · n’a pas pu se faire",
        f"• 6 novembre 2025 · avec <@{bruno.id}> · on se connaissait déjà",
        "• 5 novembre 2025 · avec quelqu’un · je ne pouvais pas",
        f"• 4 novembre 2025 · avec <@{bruno.id}> et quelqu’un · c’est prévu",
        f"• 3 novembre 2025 · avec <@{chloe.id}> · on s’est parlé · {link}",
    ]


async def test_an_erased_partner_is_somebody(world: World, place: ChannelHandle) -> None:
    anna, bruno = await people(world, "Anna", "Bruno")
    async with world.association.transaction() as db:
        await match_store.add(db, None, [anna.id, bruno.id], world.clock.now())
    await world.erase(bruno)
    shown = await status(world, anna)
    assert "· avec quelqu’un" in text_of(shown)
    assert str(bruno.id) not in text_of(shown)


async def test_ones_own_data_names_what_is_kept_of_coffee(world: World, place: ChannelHandle) -> None:
    anna, bruno = await people(world, "Anna", "Bruno")
    await announce(world)
    await join(world, anna, place)
    shown = await anna.slash(world.lounge, "cafe participer")
    await anna.select(message_of(shown), ["monthly"], custom_id="matchmaking:choose_rhythm")
    async with world.association.transaction() as db:
        await match_store.add(db, None, [anna.id, bruno.id], world.clock.now())
        await people_store.choose_zones(db, anna.id, ["72"])
        await people_store.invite(db, anna.id, bruno.id, world.clock.now())
    own = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    for said in (
        "Le café : une fois par mois, en personne ou à distance",
        "Un lieu pour le café : Sarthe (72).",
        "Ce qui a été dit d’un tour de café, le <t:",
        "Une envie de se recroiser, dite le <t:",
    ):
        assert said in own
    assert "Une place dans un café" in own
    assert "coffee_" not in own
