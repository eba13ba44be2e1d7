"""A solved request for help becomes a tip: those who helped agree first, named or not, and both show the way to each
other."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.schedule.clock import DAY, HOUR
from cogs.help_requests import CHANNEL as HELP
from cogs.tips import posts, store, tip_of_request
from tests.introductions.test_refusals import press
from tests.tips.stage import beats, inbox, member, open_own, open_tips, tips_in
from tests.world import World, buttons_of, message_of, text_of

REQUEST = 42
QUESTION = "Comment relancer un client qui ne répond plus ?"
WORKED = "Un appel le mardi matin"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def solve(world: World, asker: MemberActor, *helpers: MemberActor) -> None:
    """A request of somebody's was solved with the help of others."""
    async with world.association.transaction() as db:
        await db.run(
            """
            INSERT INTO help_requests (id, asker_id, question, by_when, private, state, created_at, updated_at, worked)
                 VALUES (:id, :asker, :question, '2026-01-31', 0, 'solved', 1, 1, :worked)
            """,
            id=REQUEST,
            asker=asker.id,
            question=QUESTION,
            worked=WORKED,
        )
        for helper in helpers:
            await db.run(
                "INSERT INTO help_helpers (request_id, member_id, at, helped) VALUES (:request, :member, 1, 1)",
                request=REQUEST,
                member=helper.id,
            )


async def make_tip(world: World, asker: MemberActor) -> InteractionResult:
    """Its asker makes a tip of it: the button, and the form as it opens."""
    form = await press(world, asker, f"help_requests:make_tip:{REQUEST}")
    assert form.modal is not None, text_of(form)
    values = {f["component"]["custom_id"]: f["component"].get("value") or "" for f in form.modal["components"]}
    assert values["title"] == QUESTION
    assert QUESTION in values["body"]
    assert WORKED in values["body"]
    assert values["body"].endswith("Les limites\u202f:")
    return await asker.submit_modal(form, {**values, "body": values["body"] + " pas le lundi."})


async def test_without_helpers_it_is_published_at_once(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await solve(world, anna)
    done = await make_tip(world, anna)
    assert "C’est publié" in text_of(done)
    assert "pas le lundi" in text_of(tips_in(place)[0])
    house, association = world.bot.house, world.association
    (tip,) = await store.of_author(association.read(), anna.id)
    url = await tip_of_request(association.read(), association, house, REQUEST)
    assert url == await posts.url_of(house, association, tip.id)
    assert url is not None
    again = await press(world, anna, f"help_requests:make_tip:{REQUEST}")
    assert "déjà devenu une astuce" in text_of(again)
    asked = await anna.click(message_of(await open_own(world, anna)), label="Retirer")
    await anna.click(message_of(asked), label="Retirer")
    assert await tip_of_request(association.read(), association, house, REQUEST) is None


@pytest.mark.parametrize("forum", [False, True])
async def test_the_request_and_its_tip_show_the_way_to_each_other(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna = await member(world, "Anna")
        await solve(world, anna)
        requests = world.guild.create_text_channel("coups-de-main")
        await world.env.settle()
        await world.choose({HELP: requests.id})
        house, association = world.bot.house, world.association
        async with association.transaction() as db:
            await house.panels.open(db)
            await house.publications.publish(association, db, posts.REQUEST_CARD, REQUEST, anna.id, QUESTION)
        await beats(world)
        path = f"/channels/{place.id}/{'threads' if forum else 'messages'}"
        world.env.inject_error("POST", path, status=503, times=1)
        await make_tip(world, anna)
        await beats(world, HOUR)
        card = next(message for message in requests.history() if message.components)
        (tip,) = await store.of_author(association.read(), anna.id)
        url = await posts.url_of(house, association, tip.id)
        assert url is not None
        shown = str([component.to_dict() for component in card.components])
        assert url in shown
        assert f"/{card.channel.id}/{card.id}" in text_of(tips_in(place)[0])
        async with association.transaction() as db:
            await posts.withdraw(house, association, db, tip)
        await beats(world)
        card = next(message for message in requests.history() if message.components)
        assert url not in str([component.to_dict() for component in card.components])


async def test_helpers_agree_first_and_are_named_as_they_choose(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await solve(world, anna, basile, chloe)
    asked = await make_tip(world, anna)
    assert "aux 2 personnes qui ont aidé" in text_of(asked)
    waits = await press(world, anna, f"help_requests:make_tip:{REQUEST}")
    assert "attend déjà l’accord" in text_of(waits)
    await beats(world)
    for helper in (basile, chloe):
        assert "pas le lundi" in text_of(inbox(helper)[0])
    await basile.user.click(inbox(basile)[0], label="D’accord, avec mon nom")
    assert "si les autres personnes concernées" in text_of(inbox(basile)[0])
    assert tips_in(place) == []
    await world.restart()
    await chloe.user.click(inbox(chloe)[0], label="D’accord, sans mon nom")
    assert "c’est publié" in text_of(inbox(chloe)[0])
    said = text_of(tips_in(place)[0])
    assert f"Partagée par <@{anna.id}>" in said
    assert f"Avec l’aide de <@{basile.id}>" in said
    assert str(chloe.id) not in said
    await beats(world, DAY)
    (news,) = inbox(anna)
    assert "est en ligne" in text_of(news)


@pytest.mark.parametrize("answers", [True, False])
async def test_a_missing_agreement_is_told_to_the_asker_alike_for_a_no_and_for_silence(
    world: World, place: ChannelHandle, answers: bool
) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await solve(world, anna, basile, chloe)
    await make_tip(world, anna)
    await beats(world)
    await basile.user.click(inbox(basile)[0], label="D’accord, avec mon nom")
    if answers:
        await chloe.user.click(inbox(chloe)[0], label="Non merci")
    await beats(world, 6 * DAY)
    assert inbox(anna) == []
    await beats(world, 2 * DAY)
    (news,) = inbox(anna)
    assert "il manquait un accord, ou une réponse" in text_of(news)
    assert str(chloe.id) not in text_of(news)
    assert tips_in(place) == []
    late = await press(world, chloe, buttons_of(inbox(chloe)[0]).get("Non merci", "tips:disagree:1").split("@")[0])
    assert "déjà réglé" in text_of(late)


async def test_a_helper_who_was_erased_meanwhile_never_said_yes(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await solve(world, anna, basile, chloe)
    await make_tip(world, anna)
    await beats(world)
    await world.erase(chloe)
    await basile.user.click(inbox(basile)[0], label="D’accord, avec mon nom")
    assert tips_in(place) == []


async def test_an_asker_who_left_mid_way_publishes_nothing(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await solve(world, anna, basile)
    await make_tip(world, anna)
    await beats(world)
    agree = buttons_of(inbox(basile)[0])["D’accord, avec mon nom"]
    world.guild.remove_member(anna)
    await world.env.settle()
    await beats(world)
    assert buttons_of(inbox(basile)[0]) == {}
    await press(world, basile, agree)
    assert tips_in(place) == []


async def test_a_form_that_was_never_sent_leaves_nothing(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await solve(world, anna, basile)
    for _ in range(3):
        await press(world, anna, f"help_requests:make_tip:{REQUEST}")
    count = "SELECT count(*) FROM tip_drafts"
    assert await world.association.read().value(count) == 1
    await beats(world, 8 * DAY)
    assert await world.association.read().value(count) == 0
    assert inbox(anna) == []
    assert inbox(basile) == []


async def test_a_tip_that_says_something_else_names_nobody_who_agreed_to_what_it_said(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await solve(world, anna, basile)
    await make_tip(world, anna)
    await beats(world)
    await basile.user.click(inbox(basile)[0], label="D’accord, avec mon nom")
    for change, named in (({"tags": "relance"}, True), ({"body": "Basile dit : fraudez le fisc"}, False)):
        form = await anna.click(message_of(await open_own(world, anna)), label="Modifier")
        assert form.modal is not None
        values = {f["component"]["custom_id"]: f["component"].get("value") or "" for f in form.modal["components"]}
        done = await anna.submit_modal(form, {**values, **change})
        assert ("leurs noms n’y sont plus" in text_of(done)) is not named
        await beats(world)
        assert (f"Avec l’aide de <@{basile.id}>" in text_of(tips_in(place)[0])) is named
