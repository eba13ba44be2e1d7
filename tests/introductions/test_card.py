"""The card on Discord: edited, taken down, deleted by hand, in a channel that goes, without a permission, while its
author is away."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor

from bot.people import members
from bot.schedule.clock import DAY, HOUR
from cogs.introductions import CHANNEL
from tests.world import PINNED_POSTS, World, message_of, text_of


async def _withdraw(world: World, who: MemberActor) -> str:
    asked = await who.slash(world.lounge, "presentation retirer")
    return text_of(await who.click(message_of(asked), label=world.words("intro-withdraw-yes")))


@pytest.mark.parametrize("forum", [False, True])
async def test_withdrawing_deletes_card_and_thread_and_leaves_the_search(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, forum=forum) as world:
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web", offers="relire un devis")
        assert "C’est retiré" in await _withdraw(world, anna)
        assert len(world.cards()) == 1
        assert [thread.name for thread in world.hall.threads] == (["Bienvenue, commence ici"] if forum else [])
        assert "Personne pour" in text_of(await anna.slash(world.lounge, "qui-fait", quoi="sites"))
        assert "Pas de présentation" in text_of(
            await world.organiser.slash(world.lounge, "presentation voir", membre=anna)
        )


@pytest.mark.parametrize("forum", [False, True])
async def test_withdrawing_keeps_what_others_wrote_under_a_neutral_name(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, forum=forum) as world:
        anna, basile = world.join("Anna"), world.join("Basile")
        await world.introduce(anna, "Je fais des sites web")
        thread = world.hall.threads[-1]
        await basile.send(thread, "Bienvenue Anna")
        await _withdraw(world, anna)
        assert thread.name == "Présentation retirée"
        metadata = world.env.backend.channels[thread.id].thread_metadata
        assert metadata is not None
        assert metadata.archived
        assert [message.content for message in thread.history() if message.content] == ["Bienvenue Anna"]
        assert len(world.cards()) == (2 if forum else 1)  # in a forum the thread's first message is now Basile's


async def test_writing_again_after_withdrawing_brings_everything_back(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web", offers="relire un devis")
    await _withdraw(world, anna)
    form = await anna.slash(world.lounge, "presentation ecrire")
    assert form.modal is not None
    assert form.modal["components"][2]["component"]["value"] == "relire un devis"
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    await anna.click(message_of(preview), label="Publier")
    assert len(world.cards()) == 2
    assert "Je fais des sites web" in text_of(await anna.slash(world.lounge, "qui-fait", quoi="sites"))


async def test_withdrawing_twice_is_said(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    asked = await anna.slash(world.lounge, "presentation retirer")
    await _withdraw(world, anna)
    again = await anna.slash(world.lounge, "presentation retirer")
    assert "Il n’y a pas encore de présentation" in text_of(again)
    late = await anna.click(message_of(asked), label="Retirer")
    assert "Il n’y a pas encore de présentation" in text_of(late)


async def test_an_edit_finds_an_archived_post_and_archives_it_again(forum_world: World) -> None:
    world, anna = forum_world, forum_world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    thread = world.hall.threads[-1]
    metadata = world.env.backend.channels[thread.id].thread_metadata
    assert metadata is not None
    metadata.archived = True
    done = await world.introduce(anna, "Je fais des sites web accessibles")
    assert "C’est à jour" in text_of(done)
    assert "accessibles" in text_of(thread.history()[0])
    assert len(world.hall.threads) == 2


@pytest.mark.parametrize("forum", [False, True])
async def test_a_card_deleted_by_hand_comes_back_when_its_author_writes(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, forum=forum) as world:
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        if forum:
            world.env.backend.delete_channel(world.hall.threads[-1].id)
        else:
            world.env.backend.delete_message(world.hall.id, world.cards()[-1].id)
        seen = await anna.slash(world.lounge, "presentation voir")
        assert "Je fais des sites web" in text_of(seen)
        await world.introduce(anna, "Je fais des sites web et des logos")
        await world.beat()
        assert "et des logos" in text_of(world.cards()[-1])
        assert len(world.cards()) == 2


@pytest.mark.parametrize("forum", [False, True])
async def test_a_card_deleted_by_hand_stays_away_when_its_author_leaves_and_comes_back(
    tmp_path: Path, forum: bool
) -> None:
    async with World(tmp_path, forum=forum) as world:
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        if forum:
            world.env.backend.delete_channel(world.hall.threads[-1].id)
        else:
            world.env.backend.delete_message(world.hall.id, world.cards()[-1].id)
        for _ in range(2):  # the first time it is found to be gone
            world.guild.remove_member(anna)
            await world.env.settle()
            world.guild.add_member(anna.user)
            await world.env.settle()
            await world.later(DAY)
        async with world.association.transaction() as db:
            await world.bot.house.publications.post_waiting(world.association, db)
        await world.beat()
        assert len(world.cards()) == 1
        await world.introduce(anna, "Je fais des sites web et des logos")
        await world.beat()
        assert "et des logos" in text_of(world.cards()[-1])
        assert len(world.cards()) == 2


async def test_what_its_author_changed_comes_back_although_they_left_before_it_was_found_to_be_gone(
    world: World,
) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    card = world.cards()[-1].id
    world.env.backend.delete_message(world.hall.id, card)
    world.env.inject_error("PATCH", f"/channels/{world.hall.id}/messages/{card}", status=503, times=1)
    await world.introduce(anna, "Je fais des sites web et des logos")
    world.guild.remove_member(anna)
    await world.env.settle()
    world.guild.add_member(anna.user)
    await world.env.settle()
    await world.later(DAY)
    assert "et des logos" in text_of(world.cards()[-1])
    assert len(world.cards()) == 2


async def test_a_thread_deleted_by_hand_does_not_keep_its_author_from_changing_the_card(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    world.env.backend.delete_channel(world.hall.threads[0].id)
    done = await world.introduce(anna, "Je fais de la photo")
    assert "C’est à jour" in text_of(done)
    assert "Je fais de la photo" in text_of(world.cards()[-1])
    await _withdraw(world, anna)
    assert len(world.cards()) == 1


async def test_the_profile_of_somebody_who_left_is_not_shown(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    world.guild.remove_member(anna)
    await world.env.settle()
    answer = await basile.slash(world.lounge, "presentation voir", membre=anna.user)
    assert "Pas de présentation de" in text_of(answer)


async def test_a_deleted_channel_is_told_once_and_cards_wait_for_another(world: World) -> None:
    anna = world.join("Anna")
    world.env.backend.delete_channel(world.hall.id)
    await world.env.settle()
    done = await world.introduce(anna, "Je fais des sites web")
    assert "quand l’équipe aura choisi un salon" in text_of(done) or "dès que Discord" in text_of(done)
    await world.beat()
    told = [text_of(message) for message in world.office.history() if message.components]
    assert len([line for line in told if "n’existe plus" in line]) == 1
    other = world.guild.create_text_channel("présentations-bis")
    await world.choose({CHANNEL: other.id})
    setup = await world.organiser.slash(world.office, "installer")
    await world.organiser.click(message_of(setup), label="Publier")
    texts = [text_of(message) for message in other.history() if message.components]
    assert any("Je fais des sites web" in text for text in texts)


async def test_without_the_permission_to_post_it_waits_is_told_once_and_appears(world: World) -> None:
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=403, code=50013, times=2)
    done = await world.introduce(anna, "Je fais des sites web")
    assert "dès que Discord le permettra" in text_of(done)
    await world.beat()
    await world.later(HOUR + 1)
    told = [text_of(message) for message in world.office.history() if message.components]
    assert len([line for line in told if "Il me manque une permission" in line]) == 1
    assert len(world.cards()) == 1
    await world.later(HOUR + 1)
    assert "Je fais des sites web" in text_of(world.cards()[-1])
    assert len(world.hall.threads) == 1


async def test_an_error_of_discord_is_retried_and_the_card_appears_once(world: World) -> None:
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=503, times=1)
    done = await world.introduce(anna, "Je fais des sites web")
    assert "dès que Discord le permettra" in text_of(done)
    await world.restart()
    await world.later(60)
    assert len(world.cards()) == 2
    seen = await anna.slash(world.lounge, "presentation voir")
    assert "Voir dans le salon" in text_of(seen)


async def test_leaving_hides_at_once_and_coming_back_restores(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    card = world.cards()[-1].id
    world.guild.remove_member(anna)
    await world.env.settle()
    assert "Cette présentation n’est pas visible pour le moment" in text_of(world.cards()[-1])
    assert "Personne pour" in text_of(await basile.slash(world.lounge, "qui-fait", quoi="sites"))
    world.guild.add_member(anna.user)
    await world.env.settle()
    assert world.cards()[-1].id == card
    assert "Je fais des sites web" in text_of(world.cards()[-1])
    assert "Je fais des sites web" in text_of(await basile.slash(world.lounge, "qui-fait", quoi="sites"))
    await world.later(40 * DAY)
    assert await members.get(world.association.read(), anna.id) is not None


async def test_somebody_who_left_is_erased_after_thirty_days(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    world.guild.remove_member(anna)
    await world.env.settle()
    await world.later(29 * DAY)
    assert await members.get(world.association.read(), anna.id) is not None
    await world.later(2 * DAY)
    assert await members.get(world.association.read(), anna.id) is None
    assert len(world.cards()) == 1


async def test_a_leave_while_the_bot_was_offline_is_found_at_start(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    del world.env.backend.guilds[world.guild.id].members[anna.id]  # no event: the bot was away
    await world.restart()
    assert "n’est pas visible pour le moment" in text_of(world.cards()[-1])


async def test_a_panel_deleted_by_hand_is_put_back_within_the_hour(world: World) -> None:
    panel = world.cards()[0]
    world.env.backend.delete_message(world.hall.id, panel.id)
    await world.later(HOUR + 60)
    assert "Qui est là" in text_of(world.cards()[-1])
    assert len(world.cards()) == 1


async def test_the_panel_is_pinned(world: World) -> None:
    assert [message.id for message in world.hall.pinned_messages()] == [world.cards()[0].id]


async def test_the_panel_of_a_forum_is_a_pinned_post_and_stays_one_when_it_archives(forum_world: World) -> None:
    world = forum_world
    (panel,) = world.hall.threads
    assert panel.id in PINNED_POSTS
    metadata = world.env.backend.channels[panel.id].thread_metadata
    assert metadata is not None
    metadata.archived = True
    await world.later(3 * HOUR)
    assert [thread.id for thread in world.hall.threads] == [panel.id]


async def test_a_welcome_names_newcomer_and_host_only_when_switched_on(world: World) -> None:
    from cogs.introductions import HOST, WELCOME_CHANNEL
    from cogs.introductions.welcome import TOGETHER

    world.join("Aline")
    await world.env.settle()
    assert not [m for m in world.lounge.history() if m.components]
    host = world.join("Hugo")
    await world.introduce(host, "Je fais de la photo")
    await world.choose({WELCOME_CHANNEL: world.lounge.id, HOST: host.id})
    newcomer = world.join("Nora")
    await world.env.settle()
    assert not [m for m in world.lounge.history() if m.components]
    await world.later(TOGETHER)
    (welcome,) = [m for m in world.lounge.history() if m.components]
    assert f"<@{newcomer.id}>" in text_of(welcome)
    assert f"<@{host.id}>" in text_of(welcome)
    sent = [
        r.json
        for r in world.env.http_requests
        if r.path == f"/channels/{world.lounge.id}/messages" and r.method == "POST"
    ]
    assert sent[-1] is not None
    assert {str(person) for person in sent[-1]["allowed_mentions"]["users"]} == {str(newcomer.id), str(host.id)}
    assert await world.association.read().value("SELECT count(*) FROM members WHERE state = 'named'") == 0
    assert not world.env.backend.dm_channels


async def test_a_newcomer_who_leaves_before_the_welcome_is_not_kept(world: World) -> None:
    from cogs.introductions import WELCOME_CHANNEL
    from cogs.introductions.welcome import TOGETHER

    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    world.env.inject_error("POST", f"/channels/{world.lounge.id}/messages", status=503, times=1)
    nora = world.join("Nora")
    await world.later(TOGETHER)
    assert await world.association.read().value("SELECT count(*) FROM members WHERE state = 'named'") == 1
    world.guild.remove_member(nora)
    await world.env.settle()
    await world.later(60)
    assert not [message for message in world.lounge.history() if message.components]
    assert await world.association.read().value("SELECT count(*) FROM members WHERE state = 'named'") == 0


def test_unused_permissions_are_not_asked_for() -> None:
    from bot.delivery.permissions import everything

    asked = everything()
    assert not asked.administrator
    assert not asked.mention_everyone
    assert not asked.manage_messages
    assert asked <= discord.Permissions.all()
