"""What every feature relies on, told as stories: late answers, direct messages, two associations, damaged files,
invitations."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from simcord.results import InteractionResult

from bot.people import members
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from bot.storage.database import CallInsideTransaction
from bot.storage.preferences import choose
from bot.ui.actions import DEFER_AFTER
from tests.introductions.test_refusals import press, press_raw
from tests.world import World, buttons_of, message_of, text_of


async def test_a_slow_answer_is_deferred_in_time(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = members.visible_profile

    async def slow(*args: Any) -> Any:
        await asyncio.sleep(DEFER_AFTER + 1)
        return await quick(*args)

    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    monkeypatch.setattr(members, "visible_profile", slow)
    answer = await anna.slash(world.lounge, "presentation voir")
    await world.env.advance_time(DEFER_AFTER + 2)
    callbacks = [r.json for r in world.env.http_requests if r.path.endswith("/callback") and isinstance(r.json, dict)]
    assert callbacks[-1]["type"] == 5
    assert answer.ephemeral
    assert "Je fais des sites web" in text_of(answer)


async def test_a_call_to_discord_inside_a_transaction_is_refused(world: World) -> None:
    with pytest.raises(CallInsideTransaction):
        async with world.association.transaction():
            await world.bot.http.get_guild(world.guild.id)


async def test_a_button_in_a_direct_message_opens_its_association(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    answer = await _press_in_dm(world, anna.user, f"introductions:withdraw_ask@{world.guild.id}")
    assert "Retirer ta présentation" in text_of(answer)
    lost = await _press_in_dm(world, anna.user, "introductions:withdraw_ask")
    assert "pas connu de Comptoir" in text_of(lost) or "not know this server" in text_of(lost)
    world.guild.remove_member(anna)
    await world.env.settle()
    gone = await _press_in_dm(world, anna.user, f"introductions:withdraw_ask@{world.guild.id}")
    assert "plus membre" in text_of(gone)


async def test_an_old_button_of_somebody_who_is_erased_says_that_it_is_gone(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await world.erase(anna)
    for act in ("help_requests:still_open:1", "introductions:withdraw_ask"):
        assert "Ce n’est plus là" in text_of(await _press_in_dm(world, anna.user, f"{act}@{world.guild.id}"))


async def test_associations_share_nothing(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    other = world.env.create_guild("Les Indés du Finistère")
    square = other.create_text_channel("place")
    await world.env.settle()
    yann = other.add_member(world.env.create_user("yann"))
    answer = await yann.slash(square, "qui-fait", quoi="sites")
    assert "Personne pour" in text_of(answer)
    also_anna = other.add_member(anna.user)
    assert "ne sait rien" in text_of(await also_anna.slash(square, "moi mes-donnees"))
    assert {path.stem for path in world.settings.data_dir.glob("*.db")} == {str(world.guild.id), str(other.id)}


async def test_a_damaged_file_stops_only_its_own_association(world: World) -> None:
    other = world.env.create_guild("Les Indés du Finistère")
    square = other.create_text_channel("place")
    await world.env.settle()
    anna, yann = world.join("Anna"), other.add_member(world.env.create_user("yann"))
    await world.introduce(anna, "Je fais des sites web")
    await world.bot.house.associations.close()
    path = world.settings.data_dir / f"{other.id}.db"
    raw = bytearray(path.read_bytes())
    raw[4096:12288] = b"\xff" * 8192
    path.write_bytes(raw)
    await world.restart()
    answer = await yann.slash(square, "aide")
    assert "Comptoir ne peut pas lire" in text_of(answer) or "Comptoir cannot read" in text_of(answer)
    assert "Je fais des sites web" in text_of(await anna.slash(world.lounge, "presentation voir"))
    assert any("can't be used" in event for event in world.failures.events)
    world.failures.events.clear()


async def test_commands_are_told_anew_when_the_bot_is_invited_again(world: World) -> None:
    before = _synced(world)
    world.bot.dispatch("guild_remove", world.bot.get_guild(world.guild.id))
    await world.env.settle()
    world._dispatch("guild_join", world.bot.get_guild(world.guild.id))
    await world.env.settle()
    assert _synced(world) == before + 1


async def test_without_the_members_intent_leavers_are_found_once_a_day(tmp_path: Path) -> None:
    async with World(tmp_path, members_intent=False) as world:
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        world.guild.remove_member(anna)
        await world.env.settle()
        assert "Je fais des sites web" in text_of(world.cards()[-1])
        await world.later(DAY + 60)
        assert "n’est pas visible pour le moment" in text_of(world.cards()[-1])
        world.guild.add_member(anna.user)
        await world.env.settle()
        assert "Je fais des sites web" in text_of(await anna.slash(world.lounge, "presentation voir"))
        await world.beat()
        assert "Je fais des sites web" in text_of(world.cards()[-1])


async def test_a_press_of_another_server_is_refused(world: World) -> None:
    anna = world.join("Anna")
    assert "plus à jour" in text_of(await press(world, anna, "introductions:write@999999999999999999"))


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_command_can_be_told_to_discord(world: World, language: str, voice: str) -> None:
    async with world.association.transaction() as db:
        await choose(db, world.clock, prefs.LANGUAGE, language)
        await choose(db, world.clock, prefs.VOICE, voice)
        await choose(db, world.clock, prefs.BILINGUAL, True)
    await world.association.reload()
    await world.bot.sync(world.association)
    assert {"presentation", "qui-fait", "moi", "aide", "installer"} <= {
        command.name for command in world.bot.tree.get_commands()
    }


async def test_closing_waits_for_a_handler_in_flight(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    started, finish = asyncio.Event(), asyncio.Event()
    quick = members.visible_profile

    async def slow(*args: Any) -> Any:
        started.set()
        await finish.wait()
        return await quick(*args)

    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    monkeypatch.setattr(members, "visible_profile", slow)
    handler = asyncio.create_task(press(world, anna, "introductions:withdraw_ask"))
    await started.wait()
    closing = asyncio.create_task(world.bot.router.finish())
    await asyncio.sleep(0)
    assert not closing.done()
    finish.set()
    await closing
    assert "Retirer" in text_of(await handler)


async def test_buttons_work_where_discord_refuses_our_commands(world: World) -> None:
    world.env.inject_error("PUT", "/applications/*/commands", status=403, code=50001)
    await world.choose({prefs.LANGUAGE: "en"})
    assert any("refused our commands" in event for event in world.failures.events)
    world.failures.events.clear()
    anna = world.join("Anna")
    assert "Introduce myself" in buttons_of(world.cards()[0])
    assert await anna.click(world.cards()[0], label="Find someone")


async def test_a_command_that_discord_shows_out_of_date_is_explained(world: World) -> None:
    anna = world.join("Anna")
    command = world.bot.tree.remove_command("aide")
    assert command is not None
    answer = await anna.slash(world.lounge, "aide")
    assert "Cette commande a changé" in text_of(answer)
    assert len(world.env.errors) == 1


async def test_two_members_press_at_once_and_both_are_published(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    publish = []
    for who, what in ((anna, "Je fais des sites web"), (basile, "Je fais de la photo")):
        notice = await who.click(world.cards()[0], label="Je me présente")
        form = await who.click(message_of(notice), label="J’ai lu, on y va")
        preview = await who.submit_modal(form, {"what": what})
        publish.append((who, buttons_of(preview)["Publier"]))
    for who, button in publish:
        await press_raw(world, who, button)
    await world.env.settle()
    texts = [text_of(card) for card in world.cards()[1:]]
    assert len(texts) == 2
    assert any("sites web" in text for text in texts)
    assert any("photo" in text for text in texts)
    assert len(world.hall.threads) == 2


def _synced(world: World) -> int:
    return len([request for request in world.env.http_requests if request.path.endswith("/commands")])


async def _press_in_dm(world: World, user: Any, custom_id: str) -> InteractionResult:
    from simcord import interactions

    backend = world.env.backend
    channel = backend.get_dm_channel(user.id)
    record, payload = interactions.base_payload(
        backend,
        type=3,
        channel_id=channel.id,
        guild_id=None,
        user_id=user.id,
        data={"custom_id": custom_id, "component_type": 2},
    )
    backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()
    return InteractionResult(world.env, record)
