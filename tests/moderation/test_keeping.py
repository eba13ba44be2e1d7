"""What becomes of a case when somebody in it goes, and when its time is over."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from simcord.actors import MemberActor

from bot.people.lifecycle import export
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from bot.ui.sections import Span
from cogs.moderation import case_store, checkup
from cogs.moderation.rules import KEPT, Act, Role, Someone, State
from tests.introductions.test_refusals import press
from tests.moderation.stage import (
    NOT_FOR_YOU,
    accept,
    beats,
    case,
    come_to,
    letters,
    lines,
    member,
    on_a_monday,
    report,
    second_organiser,
    shown,
    write,
)
from tests.world import World, text_of


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna, on a Monday morning; the team has accepted the notice."""
    return await on_a_monday(world, "Anna")


async def test_a_case_survives_whoever_erases_themselves_without_saying_who_they_were(
    world: World, anna: MemberActor
) -> None:
    remi = await second_organiser(world)
    await report(world, anna, remi)
    await write(world, anna, what="Un brouillon")
    await world.erase(anna)
    await world.erase(remi)
    await beats(world)
    found = await case(world)
    assert found.reporter.id is None
    assert [who.id for who in found.of(Role.CONCERNED)] == [None]
    assert await case_store.get(world.association.read(), 2) is None
    opened = await press(world, world.organiser, "moderation:open:1")
    assert "Dit par une personne qui n’est plus là" in text_of(opened)
    assert not any(str(who.id) in shown(opened) for who in (anna, remi))
    await accept(world, remi, anna)
    for who in (remi, anna):
        assert NOT_FOR_YOU in text_of(await press(world, who, "moderation:open:1"))
    assert "Aucun" in text_of(await press(world, anna, "moderation:mine:0"))
    looked = await world.organiser.slash(world.office, "equipe historique", membre=remi, raison="Son retour")
    assert "**n° 1**" in text_of(looked)


async def test_what_its_handler_leaves_waits_again(world: World, anna: MemberActor) -> None:
    remi = await second_organiser(world)
    bruno = await member(world, "Bruno")
    await report(world, anna, bruno, readers=(remi, world.organiser))
    await press(world, remi, "moderation:take:1")
    await beats(world)
    assert "quelqu’un s’en occupe" in text_of(lines(world)[0])
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.leave(world.association, db, remi.id)
    await beats(world)
    assert (await case(world)).waits
    assert "attend quelqu’un" in text_of(lines(world)[-1])
    assert len(lines(world)) == 1
    await press(world, world.organiser, "moderation:take:1")
    released = await press(world, world.organiser, "moderation:release:1")
    assert "attend de nouveau quelqu’un" in text_of(released)
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.leave(world.association, db, world.organiser.id)
    await beats(world)
    await come_to(world, "2026-03-03 10:00")
    assert "tu peux l’ouvrir à toute l’équipe" in letters(anna)[-1]  # of those whom she chose, nobody is left


async def test_who_is_no_longer_of_the_team_handles_nothing(world: World, anna: MemberActor) -> None:
    remi = await second_organiser(world)
    await report(world, anna, readers=(remi,))
    await report(world, anna, readers=(world.organiser,))
    await press(world, remi, "moderation:take:1")
    await press(world, world.organiser, "moderation:take:2")
    await world.later()
    assert (await case(world)).state is State.TAKEN
    unanswered = f"/guilds/{world.guild.id}/members/{world.organiser.id}"  # of whom Discord doesn't tell
    world.env.inject_error("GET", unanswered, status=503, code=0, times=None)
    world.env.backend.guilds[world.guild.id].members[remi.id].role_ids.clear()
    assert NOT_FOR_YOU in text_of(await press(world, remi, "moderation:note:1"))
    await world.later()
    assert (await case(world)).waits
    assert (await case(world, 2)).state is State.TAKEN


async def test_an_export_has_ones_own_report_and_nothing_of_who_reported_one(world: World, anna: MemberActor) -> None:
    bruno = await member(world, "Bruno")
    await report(world, anna, bruno, readers=(world.organiser,))
    await press(world, world.organiser, "moderation:take:1")
    async with world.association.transaction() as db:
        ondine = Someone(world.organiser.id, "o")
        target = (await case(world)).of(Role.CONCERNED)[0]
        await case_store.append(db, 1, Act.WARNED, ondine, world.clock.now(), target=target, reason="Restons courtois")
        await case_store.append(db, 1, Act.PARTED, ondine, world.clock.now(), target=target)
    db = world.association.read()
    (own,) = (await export(db, anna.id))["cases"]
    assert own["said"].startswith("Il m’écrit")
    about = await export(db, bruno.id)
    assert "cases" not in about
    assert "case_people" not in about
    (warned,) = about["case_acts"]
    assert warned.keys() == {"id", "act", "at", "actor_id", "target_id", "reason", "detail"}
    assert (warned["actor_id"], warned["target_id"], warned["reason"]) == (None, bruno.id, "Restons courtois")
    organisers = await export(db, world.organiser.id)
    assert {row["role"] for row in organisers["case_people"]} == {"reader", "handler"}
    assert not any(str(who.id) in str(organisers["case_acts"]) for who in (anna, bruno))


async def test_closed_cases_go_after_twelve_months_and_drafts_after_a_day(world: World, anna: MemberActor) -> None:
    await report(world, anna)
    await write(world, anna, what="Un brouillon")
    await press(world, world.organiser, "moderation:take:1")
    async with world.association.transaction() as db:
        now = world.clock.now()
        await case_store.write(db, 1, state=State.CLOSED, closed_at=now)
        await case_store.append(db, None, Act.LOOKED, Someone(world.organiser.id, "o"), now, reason="Pour voir")
    await world.later(2 * DAY)
    db = world.association.read()
    assert [one.id for one in await case_store.of_reporter(db, anna.id)] == [1]
    register, association = world.bot.house.register, world.association
    async with association.transaction() as db:
        assert "cases" not in await register.purge(association, db, now + KEPT - 1)
        assert len(await case_store.looks(db)) == 1
        assert (await register.purge(association, db, now + KEPT))["cases"] == 2
        assert await case_store.looks(db) == []
        assert await case_store.entries(db, 1) == []


async def test_the_audit_is_append_only(world: World, anna: MemberActor) -> None:
    await report(world, anna)
    await press(world, world.organiser, "moderation:take:1")
    for change in ("reason = 'x'", "act = 'noted'", "at = 1", "actor_alias = 'x'", "case_id = NULL"):
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            async with world.association.transaction() as db:
                await db.run(f"UPDATE case_acts SET {change}")


async def test_the_teams_round_up_counts_and_doctor_finds_what_nobody_would_hear_of(
    world: World, anna: MemberActor
) -> None:
    house, association = world.bot.house, world.association
    await report(world, anna)
    await report(world, anna, urgent=True)
    await press(world, world.organiser, "moderation:take:1")
    now = world.clock.now()
    told = await house.sections.needs(association, association.words, Span(now, now + 8 * DAY))
    said = [str(need.text) for need in told]
    assert said[0] == "Un signalement attend quelqu’un."
    assert "Un signalement pris depuis plus d’une semaine n’est pas réglé." in said
    path = world.settings.data_dir / f"{world.guild.id}.db"
    with closing(sqlite3.connect(path)) as connection:
        assert list(checkup.look(connection, now)) == []
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    async with association.transaction() as db:
        await db.run("DELETE FROM jobs WHERE kind = 'moderation:refer'")
        await case_store.write(db, 1, state=State.CLOSED, closed_at=now - KEPT - 10 * DAY)
    with closing(sqlite3.connect(path)) as connection:
        found = [trouble.found for trouble in checkup.look(connection, now)]
    assert [text.split(",")[0] for text in found] == [
        "A report waits",
        "A report waits",
        "Closed cases are kept for longer than twelve months.",
    ]
