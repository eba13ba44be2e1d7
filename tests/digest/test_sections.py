"""What each feature adds to the digest, told as it happens: helping hands, tips, what is planned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind, Late, plan
from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.tips import mark_store, rules
from tests.digest.stage import MONDAY, beats, come_to, digests, open_digest
from tests.help_requests.stage import ask, ask_privately, member, newest, one_of_mine, open_channel
from tests.ready import a_message
from tests.tips import stage as tips
from tests.world import World, message_of, text_of


async def _gazette(world: World) -> str:
    return text_of(await world.organiser.slash(world.lounge, "gazette"))


async def test_open_requests_are_told_by_subject_and_never_private_ones(world: World) -> None:
    await open_digest(world, told="")
    await open_channel(world)
    await come_to(world, "2026-01-06 10:00")
    nora = await member(world, "Nora")
    done = await ask(world, nora, "Comment facturer un client allemand ?")
    await nora.select(
        message_of(done), ["administratif"], custom_id=f"help_requests:categorise:{(await newest(world)).id}"
    )
    mine = await one_of_mine(world, nora)
    await ask_privately(world, await member(world, "Paul"))
    assert "coup de main" not in await _gazette(world)  # it has not waited yet
    await come_to(world, MONDAY)
    said = text_of(digests(world.lounge)[-1])
    assert "**On cherche un coup de main** · Administratif : Comment facturer un client allemand ? · [voir](" in said
    assert "répondu" not in said
    assert "Mon client ne paie plus" not in said
    assert "Relire une facture" not in said
    await nora.click(message_of(mine), label=world.words("help-solve"))
    await beats(world)
    assert "coup de main" not in await _gazette(world)


async def test_up_to_three_tips_that_served_are_told_without_a_count(world: World) -> None:
    place = await tips.open_tips(world)
    await open_digest(world, told="")
    anna, bruno = await tips.member(world, "Anna"), await tips.member(world, "Bruno")
    for number in range(5):
        await tips.share(world, anna, f"Astuce numéro {number}", f"Corps {number}")
    for card in tips.tips_in(place)[:4]:
        await bruno.click(card, label=world.words("tips-useful"))
    await come_to(world, MONDAY)
    said = text_of(digests(world.lounge)[-1])
    listed = [line for line in said.splitlines() if "Astuce numéro" in line]
    assert "Des astuces qui ont servi" in said
    assert len(listed) == 3
    assert "numéro 4" not in said
    assert all(line.count("numéro") == 1 and "personne" not in line for line in listed)
    await world.erase(anna)
    await beats(world)
    assert "Astuce numéro" not in text_of(digests(world.lounge)[-1])
    await come_to(world, "2026-01-20 12:00")
    assert not await mark_store.served(world.association.read(), 0, world.clock.now())


def test_the_lot_falls_anew_each_week_and_the_same_within_one() -> None:
    weeks = [rules.draw(range(20), f"2026-{week}") for week in range(1, 9)]
    assert weeks == [rules.draw(range(20), f"2026-{week}") for week in range(1, 9)]
    assert all(one != other for one, other in pairwise(weeks))
    assert [tip for tip in weeks[0] if tip != 7] == rules.draw([tip for tip in range(20) if tip != 7], "2026-1")


@pytest.fixture
def coming() -> Iterator[str]:
    """A kind of job that everybody may hear of, in these stories only: its name."""
    with a_message("coming-test-coffee", fr="Le café de la quinzaine", en="The fortnight’s coffee"):
        yield "test:coffee"


async def test_what_is_planned_within_seven_days_is_told_if_everybody_will_see_it(world: World, coming: str) -> None:
    async def decide(association: Association, db: Connection, job: Job, _: object) -> None:
        pass

    for name in (coming, "test:secret"):
        world.bot.house.jobs.register(JobKind(name, decide, late=Late.DO, sends=True))
    now = world.clock.now()
    async with world.association.transaction() as db:
        for key, ahead in (("a", 3 * DAY), ("b", 8 * DAY)):
            await plan(db, coming, key, due_at=now + ahead)
            await plan(db, "test:secret", key, due_at=now + ahead)
    assert f"**À venir** · Le café de la quinzaine : <t:{now + 3 * DAY}:F>" in await _gazette(world)
