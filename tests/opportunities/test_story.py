"""A mission is shared, asked about, changed, found, and over; in a text channel and in a forum."""

from __future__ import annotations

from pathlib import Path

from cogs.opportunities import posts, store
from cogs.opportunities.rules import LIFE, State
from tests.opportunities.stage import FIELDS, WHAT, Stage, leading
from tests.world import World, buttons_of, components_of, message_of, text_of


async def test_somebody_new_shares_a_mission_from_the_panel(stage: Stage) -> None:
    world, place = stage.world, stage.place
    anna = world.join("Anna")
    panel = place.history()[0]
    assert list(buttons_of(panel)) == ["Partager une mission", "Les missions ouvertes", "Mes alertes"]
    notice = await anna.click(panel, label="Partager une mission")
    step = await anna.click(message_of(notice), label="J’ai lu, on y va")
    form = await anna.select(message_of(step), ["overflow"], custom_id="opportunities:choose_kind")
    assert form.modal is not None
    preview = await anna.submit_modal(form, {**FIELDS, "contact": ["first"], "commission": ["yes"]})
    assert "Encore un point" in text_of(preview)
    assert "Publier" not in buttons_of(preview)
    where = next(c["custom_id"] for c in components_of(preview) if "set_place" in c.get("custom_id", ""))
    ready = await anna.select(message_of(preview), ["remote"], custom_id=where)
    assert WHAT in text_of(ready)
    done = await anna.click(message_of(ready), label="Publier")
    assert "C’est publié" in text_of(done)
    (card,) = stage.cards()
    said = text_of(card)
    assert "Débordement · " in said
    assert "à distance" in said
    assert "Budget** : à définir" in said
    assert "de première main" in said
    assert "Commission** : oui" in said
    assert f"<@{anna.id}>" in said
    assert list(buttons_of(card)) == ["Ça m’intéresse", "Je connais quelqu’un", "Poser une question"]
    (thread,) = place.threads
    assert str(thread.name).startswith("Débordement · Refaire le site")
    assert anna.id in stage.world.env.backend.channels[thread.id].thread_members


async def test_the_command_takes_what_is_known_already(stage: Stage) -> None:
    anna = await stage.member("Anna")
    form = await anna.slash(stage.world.lounge, "mission partager", type="partner", metier="redaction", lieu="Laval")
    assert form.modal is not None
    preview = await anna.submit_modal(form, {**FIELDS, "contact": ["me"], "commission": ["no"]})
    assert "Avant de publier" in text_of(preview)
    assert "Recherche de partenaire · " in text_of(preview)
    assert "Mayenne (53)" in text_of(preview)
    assert "Commission" not in text_of(preview)


async def test_a_forum_gets_a_post_with_the_kind_as_its_tag(world: World) -> None:
    stage = await Stage.open(world, forum=True)
    anna = await stage.member("Anna")
    mission = await stage.share(anna, kind="subcontract")
    (card,) = stage.cards()
    post = world.env.backend.channels[card.channel.id]
    names = {int(tag["id"]): tag["name"] for tag in world.env.backend.channels[stage.place.id].available_tags}
    assert [names[tag] for tag in post.applied_tags] == ["Sous-traitance"]
    async with world.association.transaction() as db:
        await posts.settle(world.bot.house, world.association, db, mission, State.ELSEWHERE)
    await world.beat()
    names = {int(tag["id"]): tag["name"] for tag in world.env.backend.channels[stage.place.id].available_tags}
    assert [names[tag] for tag in post.applied_tags] == ["Sous-traitance", "C’est trouvé"]
    assert post.thread_metadata is not None
    assert post.thread_metadata.archived


async def test_a_question_leads_to_the_conversation_under_the_card(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    (card,) = stage.cards()
    told = await basile.click(card, label="Poser une question")
    assert told.ephemeral
    assert str(stage.place.threads[0].id) in text_of(told)
    assert stage.place.threads[0].history() == []  # nobody spoke for them
    async with stage.world.association.transaction() as db:
        await posts.settle(stage.world.bot.house, stage.world.association, db, mission, State.FILLED)
    assert "plus d’actualité" in text_of(await stage.press(basile, f"opportunities:question:{mission.id}"))


async def test_what_is_changed_changes_where_it_stands(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    opened = await anna.slash(stage.world.lounge, "mission mes-missions")
    own = await anna.select(message_of(opened), [str(mission.id)], custom_id="opportunities:pick")
    form = await anna.click(message_of(own), label="Modifier")
    preview = await anna.submit_modal(form, {**FIELDS, "what": "Tout le site", "contact": ["me"], "commission": ["no"]})
    assert "son fil reste" in text_of(preview)
    done = await anna.click(message_of(preview), label="Publier")
    assert "C’est à jour" in text_of(done)
    (card,) = stage.cards()
    assert "Tout le site" in text_of(card)
    assert "Mayenne (53)" in text_of(card)
    assert len(stage.place.threads) == 1
    assert (await stage.get(mission.id)).created_at == mission.created_at


async def test_what_is_over_says_so_and_can_be_opened_again(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, house, here = await stage.share(anna), stage.world.bot.house, stage.world.association
    for state, said in {
        State.FILLED: "C’est trouvé, ici",
        State.ELSEWHERE: "C’est trouvé, ailleurs",
        State.WITHDRAWN: "plus d’actualité",
        State.EXPIRED: "plus d’actualité",
    }.items():
        async with here.transaction() as db:
            await posts.settle(house, here, db, await stage.get(mission.id), state)
        await stage.world.beat()
        (card,) = stage.cards()
        assert said in text_of(card)
        assert not buttons_of(card)
        assert (await here.search.find(here.read(), "mission", "librairie")).hits == ()
        await stage.world.env.advance_time(60)
        async with here.transaction() as db:
            await posts.renew(house, here, db, await stage.get(mission.id))
        await stage.world.beat()
        (card,) = stage.cards()
        assert "Ça m’intéresse" in buttons_of(card)
        assert [hit.ref for hit in (await here.search.find(here.read(), "mission", "librairie")).hits] == [mission.id]
        again = await stage.get(mission.id)
        assert (again.closed_at, again.expires_at) == (None, stage.world.clock.now() + LIFE)


async def test_a_press_counts_once_and_a_used_draft_is_gone(stage: Stage) -> None:
    anna = await stage.member("Anna")
    publish = leading(await stage.sketch(anna), "opportunities:publish")
    await stage.press(anna, publish)
    again = await stage.press(anna, publish)
    assert len(await store.of_author(stage.world.association.read(), anna.id)) == 1
    assert "brouillon" in text_of(again) or "n’est plus" in text_of(again)
    await stage.world.beat()
    assert len(stage.cards()) == 1


async def test_a_restart_changes_nothing(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    publish = leading(await stage.sketch(anna), "opportunities:publish")
    await stage.world.restart()
    stage = Stage(stage.world, stage.place)
    await stage.press(anna, publish)
    await stage.world.beat()
    told = await basile.click(stage.cards()[0], label="Poser une question")
    assert str(stage.place.threads[0].id) in text_of(told)


async def test_a_whole_mission_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        stage = await Stage.open(world)
        anna = await stage.member("Anna")
        step = await anna.click(stage.place.history()[0], label="Share a mission")
        form = await anna.select(message_of(step), ["partner"], custom_id="opportunities:choose_kind")
        preview = await anna.submit_modal(
            form, {**FIELDS, "budget": "to be agreed", "contact": ["second"], "commission": ["no"]}
        )
        assert "One more thing" in text_of(preview)
        where = next(c["custom_id"] for c in components_of(preview) if "set_place" in c.get("custom_id", ""))
        ready = await anna.select(message_of(preview), ["anywhere"], custom_id=where)
        done = await anna.click(message_of(ready), label="Publish")
        assert "It is published" in text_of(done)
        (card,) = stage.cards()
        assert "Looking for a partner" in text_of(card)
        assert "second hand" in text_of(card)
        assert list(buttons_of(card)) == ["I’m interested", "I know somebody", "Ask a question"]
        mine = await anna.slash(world.lounge, "mission mes-missions")
        mission = (await store.of_author(world.association.read(), anna.id))[0]
        own = await anna.select(message_of(mine), [str(mission.id)], custom_id="opportunities:pick")
        assert "How does it stand?" in text_of(own)
        asked = await anna.click(message_of(own), label="Erase")
        gone = await anna.click(message_of(asked), label="Erase")
        assert "It is erased" in text_of(gone)
        assert stage.cards() == []
