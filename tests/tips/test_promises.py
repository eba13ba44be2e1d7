"""A tip is never lost: it waits where Discord refuses, is published once, goes and comes with its author."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.builders import ChannelHandle

from bot.people import lifecycle
from bot.schedule.clock import DAY, HOUR
from cogs.tips import CHANNEL, mark_store, proposal_store, store
from cogs.tips.rules import Credit, Written
from tests.tips.stage import BODY, TITLE, beats, inbox, member, open_own, open_tips, share, tips_in
from tests.world import World, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def test_without_a_channel_a_tip_is_found_and_appears_once_there_is_one(world: World) -> None:
    anna = await member(world, "Anna")
    done = await share(world, anna)
    assert "quand l’équipe aura choisi un salon" in text_of(done)
    found = await anna.slash(world.lounge, "astuce chercher", quoi="acompte")
    assert TITLE in text_of(found)
    place = await open_tips(world)
    async with world.association.transaction() as db:
        await world.bot.house.publications.post_waiting(world.association, db)
    await beats(world)
    assert [TITLE in text_of(card) for card in tips_in(place)] == [True]


@pytest.mark.parametrize("forum", [False, True])
async def test_an_error_of_discord_is_retried_and_the_tip_appears_once(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna = await member(world, "Anna")
        path = f"/channels/{place.id}/{'threads' if forum else 'messages'}"
        world.env.inject_error("POST", path, status=503, times=1)
        done = await share(world, anna)
        assert "dès que Discord le permettra" in text_of(done)
        await world.restart()
        await beats(world, 2 * HOUR)
        assert len(tips_in(place)) == 1
        await beats(world, DAY)
        (news,) = inbox(anna)
        assert "est en ligne" in text_of(news)


async def test_a_tip_that_was_given_up_is_published_when_its_author_edits_it(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna")
    world.env.inject_error("POST", f"/channels/{place.id}/messages", status=400, code=50035, times=1)
    await share(world, anna)
    assert world.failures.events
    world.failures.events.clear()
    await beats(world, HOUR)
    (news,) = inbox(anna)
    assert "n’a pas pu paraître" in text_of(news)
    mine = await anna.user.click(news, label="Mes astuces")
    assert TITLE in text_of(mine)
    form = await anna.click(message_of(await open_own(world, anna)), label="Modifier")
    done = await anna.submit_modal(form, {"title": TITLE, "body": BODY})
    assert "C’est" in text_of(done)
    assert len(tips_in(place)) == 1


@pytest.mark.parametrize("forum", [False, True])
async def test_a_card_deleted_by_hand_comes_back_when_its_author_edits(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await share(world, anna)
        if forum:
            world.env.backend.delete_channel(place.threads[-1].id)
        else:
            world.env.backend.delete_message(place.id, tips_in(place)[0].id)
        assert TITLE in text_of(await basile.slash(world.lounge, "astuce chercher", quoi="acompte"))
        form = await anna.click(message_of(await open_own(world, anna)), label="Modifier")
        await anna.submit_modal(form, {"title": TITLE, "body": "Quarante pour cent"})
        await beats(world)
        assert ["Quarante pour cent" in text_of(card) for card in tips_in(place)] == [True]


async def test_a_deleted_channel_makes_tips_wait_for_another_one(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    world.env.backend.delete_channel(place.id)
    await world.env.settle()
    await share(world, anna)
    await beats(world)
    assert "abord" not in text_of(await open_own(world, anna))
    other = world.guild.create_text_channel("astuces-bis")
    await world.choose({CHANNEL: other.id})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
        await world.bot.house.panels.place(world.association, db)
        await world.bot.house.publications.post_waiting(world.association, db)
    await beats(world)
    assert [TITLE in text_of(card) for card in tips_in(other)] == [True]


@pytest.mark.parametrize("forum", [False, True])
async def test_what_an_absent_person_shared_is_hidden_until_they_are_back(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await share(world, anna)
        card = tips_in(place)[0]
        await basile.click(card, label="Garder")
        world.guild.remove_member(anna)
        await world.env.settle()
        await beats(world)
        shown = tips_in(place)[0]
        assert "en même temps que la personne" in text_of(shown)
        assert TITLE not in [thread.name for thread in place.threads]
        assert "Rien pour" in text_of(await basile.slash(world.lounge, "astuce chercher", quoi="acompte"))
        assert "Aucune astuce gardée" in text_of(await basile.slash(world.lounge, "astuce gardees"))
        world.guild.add_member(anna.user)
        await world.env.settle()
        await beats(world)
        assert tips_in(place)[0].id == card.id
        assert BODY in text_of(tips_in(place)[0])
        assert TITLE in text_of(await basile.slash(world.lounge, "astuce chercher", quoi="acompte"))
        assert TITLE in text_of(await basile.slash(world.lounge, "astuce gardees"))


@pytest.mark.parametrize("forum", [False, True])
async def test_erasing_takes_ones_tips_away_and_ones_name_from_those_of_others(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await share(world, anna)
        await share(world, basile, "Choisir une mutuelle", "Comparer les délais.")
        async with world.association.transaction() as db:
            (tip,) = await store.of_author(db, basile.id)
            await mark_store.credit(db, tip.id, Credit(anna.id, True))
            await store.doubt(db, tip.id, anna.id, "Un mot d’Anna", 1)
            await world.bot.house.publications.refresh(world.association, db, "tips:card", tip.id)
        await beats(world)
        assert f"<@{anna.id}>" in text_of(tips_in(place)[1])
        await world.erase(anna)
        await beats(world)
        (card,) = tips_in(place)
        assert str(anna.id) not in text_of(card)
        assert "Un mot d’Anna" not in text_of(await open_own(world, basile))
        exported = await lifecycle.export(world.association.read(), anna.id)
        assert exported == {"members": []}


async def test_erasing_takes_away_what_others_wanted_to_make_of_ones_words(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    async with world.association.transaction() as db:
        await proposal_store.propose(db, anna.id, basile.id, Written(TITLE, BODY, "autre", ()), 1)
    await world.erase(basile)
    assert await world.association.read().value("SELECT count(*) FROM tip_drafts") == 0


async def test_a_member_sees_and_exports_what_they_shared_and_marked(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await share(world, basile, "Choisir une mutuelle", "Comparer les délais.")
    for label in ("M’a servi", "Garder"):
        await anna.click(tips_in(place)[1], label=label)
    seen = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    for line in (
        f"« {TITLE} », {BODY}",
        "Une astuce qui a servi, le <t:",
        "Une astuce gardée de côté, le <t:",
    ):
        assert line in seen
    exported = await lifecycle.export(world.association.read(), anna.id)
    assert exported["tips"][0]["body"] == BODY
    assert {"tip_uses", "tip_kept"} <= set(exported)


async def test_a_tip_shared_while_everything_is_suspended_waits(world: World, place: ChannelHandle) -> None:
    from bot.storage import preferences as prefs

    anna = await member(world, "Anna")
    await world.choose({prefs.SUSPENDED: True})
    done = await share(world, anna)
    assert "dès que Discord le permettra" in text_of(done)
    assert tips_in(place) == []
    await world.choose({prefs.SUSPENDED: False})
    await beats(world, HOUR)
    assert len(tips_in(place)) == 1
