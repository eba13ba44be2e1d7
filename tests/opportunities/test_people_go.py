"""What becomes of a mission when its author pauses, leaves, comes back or is erased, when the channel goes, when the
team takes the card down, and when its time is over."""

from __future__ import annotations

from bot.people.register import YEAR
from bot.schedule.clock import DAY
from bot.storage import publications
from cogs.opportunities import CARD, posts, store
from cogs.opportunities.rules import ASKED_BEFORE, LIFE, State
from tests.opportunities.stage import Stage
from tests.world import buttons_of, text_of


async def found(stage: Stage) -> list[int]:
    """What a search finds."""
    here = stage.world.association
    return [hit.ref for hit in (await here.search.find(here.read(), "mission", "librairie")).hits]


async def test_whoever_pauses_hides_their_missions_and_brings_them_back(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, world = await stage.share(anna), stage.world
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.leave(world.association, db, anna.id)
    await world.beat()
    (card,) = stage.cards()
    assert mission.what not in text_of(card)
    assert not buttons_of(card)
    assert await found(stage) == []
    assert "revient quand" in text_of(await stage.press(basile, f"opportunities:question:{mission.id}"))
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.come_back(world.association, db, anna.id)
    await world.beat()
    assert mission.what in text_of(stage.cards()[0])
    assert await found(stage) == [mission.id]


async def test_whoever_is_erased_leaves_no_card_no_thread_no_document(stage: Stage) -> None:
    anna = await stage.member("Anna")
    await stage.share(anna)
    await stage.world.erase(anna)
    await stage.world.beat()
    assert stage.cards() == []
    assert stage.place.threads == []
    assert await found(stage) == []
    assert await store.open_missions(stage.world.association.read()) == []


async def test_whoever_is_erased_between_the_form_and_its_publication_publishes_nothing(stage: Stage) -> None:
    anna = await stage.member("Anna")
    publish = buttons_of(await stage.sketch(anna))["Publier"]
    await stage.world.erase(anna)
    await stage.press(anna, publish)
    await stage.world.beat()
    assert stage.cards() == []


async def test_what_the_team_takes_down_is_withdrawn_and_stays_its_authors(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, world = await stage.share(anna), stage.world
    async with world.association.transaction() as db:
        standing = await publications.get(db, CARD, mission.id)
        assert standing is not None
        await world.bot.house.publications.remove(world.association, db, standing)
    await world.beat()
    assert stage.cards() == []
    assert (await stage.get(mission.id)).state is State.WITHDRAWN
    assert await found(stage) == []
    assert "retirée par l’équipe" in text_of(await stage.press(anna, "opportunities:mine:0"))
    own = await stage.press(anna, f"opportunities:one:{mission.id}")
    assert "Rouvrir" not in buttons_of(own)
    assert mission.what in text_of(own)
    refused = await stage.press(anna, f"opportunities:still_open:{mission.id}")
    assert "elle ne peut pas être rouverte" in text_of(refused)
    await world.beat()
    assert stage.cards() == []


async def test_a_mission_without_a_channel_waits_and_is_found_already(stage: Stage) -> None:
    anna, world = await stage.member("Anna"), stage.world
    world.env.backend.delete_channel(stage.place.id)
    await world.env.settle()
    await world.beat()
    mission = await stage.share(anna)
    assert await found(stage) == [mission.id]
    own = await stage.press(anna, f"opportunities:one:{mission.id}")
    assert "Publier à nouveau" in buttons_of(own)
    stage = await Stage.open(world)
    async with world.association.transaction() as db:
        await world.bot.house.publications.post_waiting(world.association, db)
    await world.beat()
    assert mission.what in text_of(stage.cards()[0])


async def test_a_card_that_somebody_deleted_is_posted_again_when_its_author_wants_it(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, world = await stage.share(anna), stage.world
    (card,) = stage.cards()
    world.env.backend.delete_message(card.channel.id, card.id)
    await world.env.settle()
    async with world.association.transaction() as db:
        await posts.settle(world.bot.house, world.association, db, mission, State.EXPIRED)
    await world.beat()
    assert stage.cards() == []  # one that is over is never posted
    async with world.association.transaction() as db:
        await posts.renew(world.bot.house, world.association, db, await stage.get(mission.id))
    await world.beat()
    assert mission.what in text_of(stage.cards()[0])


async def test_a_mission_ends_after_three_weeks_without_a_word(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, world = await stage.share(anna), stage.world
    for seconds, state in ((LIFE - ASKED_BEFORE, State.OPEN), (ASKED_BEFORE, State.OPEN), (3 * DAY, State.EXPIRED)):
        await world.later(seconds)
        assert (await stage.get(mission.id)).state is state
    assert "plus d’actualité" in text_of(stage.cards()[0])
    assert await found(stage) == []


async def test_a_mission_that_is_over_is_kept_for_a_year(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, world = await stage.share(anna), stage.world
    async with world.association.transaction() as db:
        await posts.settle(world.bot.house, world.association, db, mission, State.ELSEWHERE)
    closed = world.clock.now()
    for at, kept in ((closed + YEAR - 1, True), (closed + YEAR, False)):
        async with world.association.transaction() as db:
            await world.bot.house.register.purge(world.association, db, at)
        assert (await store.get(world.association.read(), mission.id) is not None) is kept
    await world.beat()
    assert stage.cards() == []
