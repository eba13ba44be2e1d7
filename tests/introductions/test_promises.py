"""What was said is kept, also when Discord hesitates, refuses, or somebody changes their mind meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.actors import MemberActor

from bot.delivery.discord_calls import Undecided
from bot.people import members
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from cogs.introductions import HOST, WELCOME_CHANNEL
from tests.world import World, buttons_of, components_of, message_of, text_of


async def _withdraw(world: World, who: MemberActor) -> str:
    asked = await who.slash(world.lounge, "presentation retirer")
    return text_of(await who.click(message_of(asked), label="Retirer"))


def _post_but_hear_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = world.bot.house.calls
    post = calls.post

    async def undecided(*args: Any) -> int:
        await post(*args)
        monkeypatch.setattr(calls, "post", post)
        raise Undecided("HTTP 504")

    monkeypatch.setattr(calls, "post", undecided)


async def test_a_card_whose_posting_was_undecided_goes_when_its_author_withdraws(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.join("Anna")
    _post_but_hear_nothing(world, monkeypatch)
    done = await world.introduce(anna, "Je fais des sites web")
    assert "dès que Discord le permettra" in text_of(done)
    assert len(world.cards()) == 2
    await _withdraw(world, anna)
    await world.later(HOUR)
    assert len(world.cards()) == 1


async def test_a_card_whose_posting_was_undecided_goes_when_its_author_is_erased(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.join("Anna")
    _post_but_hear_nothing(world, monkeypatch)
    await world.introduce(anna, "Je fais des sites web")
    await world.erase(anna)
    await world.later(HOUR)
    assert len(world.cards()) == 1


async def test_an_undecided_post_is_found_again_and_not_posted_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.join("Anna")
    _post_but_hear_nothing(world, monkeypatch)
    await world.introduce(anna, "Je fais des sites web")
    await world.env.advance_time(2 * HOUR)
    await world.beat()
    assert len(world.cards()) == 2
    assert "Voir dans le salon" in text_of(await anna.slash(world.lounge, "presentation voir"))


async def test_somebody_who_leaves_while_the_card_waits_finds_it_posted_when_back(world: World) -> None:
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=503, times=1)
    await world.introduce(anna, "Je fais des sites web")
    world.guild.remove_member(anna)
    await world.later(HOUR)
    assert len(world.cards()) == 1
    world.guild.add_member(anna.user)
    await world.env.settle()
    await world.beat()
    assert "Je fais des sites web" in text_of(world.cards()[-1])


async def test_a_card_that_was_given_up_is_posted_when_its_author_writes_again(world: World) -> None:
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=400, code=50035, times=1)
    await world.introduce(anna, "Je fais des sites web")
    assert world.failures.events
    world.failures.events.clear()
    assert len(world.cards()) == 1
    done = await world.introduce(anna, "Je fais des sites web")
    assert "C’est" in text_of(done)
    assert len(world.cards()) == 2


async def test_a_report_that_cannot_be_posted_is_not_reported_for_ever(world: World) -> None:
    anna = world.join("Anna")
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, times=None)
    await world.introduce(anna, "Je fais des sites web")
    await world.later(HOUR)
    assert await world.association.read().value("SELECT count(*) FROM outbox WHERE kind = 'kernel:report'") <= 1
    world.failures.events.clear()


@pytest.mark.parametrize("forum", [False, True])
async def test_a_leaver_is_named_nowhere_until_they_are_back(tmp_path: Any, forum: bool) -> None:
    async with World(tmp_path, forum=forum) as world:
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        world.guild.remove_member(anna)
        await world.env.settle()
        await world.beat()
        assert not [thread.name for thread in world.hall.threads if "Anna" in (thread.name or "")]
        world.guild.add_member(anna.user)
        await world.env.settle()
        await world.beat()
        assert [thread.name for thread in world.hall.threads if "Anna" in (thread.name or "")]


async def test_a_host_who_left_is_not_called(world: World) -> None:
    hugo = world.join("Hugo")
    await world.introduce(hugo, "Je fais de la photo")
    await world.choose({WELCOME_CHANNEL: world.lounge.id, HOST: hugo.id})
    world.guild.remove_member(hugo)
    await world.env.settle()
    world.join("Nora")
    await world.env.settle()
    await world.later(10 * MINUTE)
    (welcome,) = [message for message in world.lounge.history() if message.components]
    assert f"<@{hugo.id}>" not in text_of(welcome)
    await world.later(31 * DAY)
    assert world.association.preferences[HOST] is None


async def test_a_refused_deletion_is_not_called_done(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    world.env.inject_error("DELETE", f"/channels/{world.hall.id}/messages/*", status=403, code=50013, times=1)
    assert "disparaîtra du salon dès que Discord le permettra" in await _withdraw(world, anna)
    await world.later(HOUR + 1)
    assert len(world.cards()) == 1


@pytest.mark.parametrize("forum", [False, True])
async def test_ones_own_words_in_the_thread_go_with_the_card(tmp_path: Any, forum: bool) -> None:
    async with World(tmp_path, forum=forum) as world:
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        await anna.send(world.hall.threads[-1], "Mon numéro, si besoin")
        await world.erase(anna)
        assert len(world.hall.threads) == (1 if forum else 0)


async def test_a_corrected_trade_survives_a_change_of_the_sentence(world: World) -> None:
    anna = world.join("Anna")
    notice = await anna.slash(world.lounge, "presentation ecrire", metier="photo")
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    assert "photographie" in text_of(preview)
    form = await anna.click(message_of(preview), label="Modifier")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web pour les musées"})
    await anna.click(message_of(preview), label="Publier")
    again = await anna.slash(world.lounge, "presentation ecrire")
    preview = await anna.submit_modal(again, {"what": "Je fais des sites web pour les musées, surtout"})
    await anna.click(message_of(preview), label="Publier")
    profile = await members.visible_profile(world.association.read(), anna.id)
    assert profile is not None
    assert profile.trade == "photo"


async def test_a_wrong_trade_can_be_left_out(world: World) -> None:
    anna = world.join("Anna")
    notice = await anna.slash(world.lounge, "presentation ecrire")
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    select = next(c["custom_id"] for c in components_of(preview) if c.get("type") == 3)
    without = await anna.select(message_of(preview), ["t."], custom_id=select)
    await anna.click(message_of(without), label="Publier")
    profile = await members.visible_profile(world.association.read(), anna.id)
    assert profile is not None
    assert profile.trade is None


async def test_a_form_sent_after_an_erasure_stores_nothing_and_gives_the_words_back(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    form = await anna.slash(world.lounge, "presentation ecrire")
    await world.erase(anna)
    refused = await anna.submit_modal(form, {"what": "Je fais des sites web", "offers": "relire un devis"})
    assert "La notice d’abord" in text_of(refused)
    assert "relire un devis" in text_of(refused)
    assert "Je me présente" in buttons_of(refused)
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=anna.id) == 0


async def test_an_erasure_that_was_put_off_for_days_still_happens(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    world.guild.remove_member(anna)
    await world.env.settle()
    async with world.association.transaction() as db:
        await db.run("DELETE FROM jobs WHERE kind = 'privacy:purge-leaver'")  # parked for good, say
    await world.later(31 * DAY)
    assert await members.get(world.association.read(), anna.id) is None


async def test_a_business_word_finds_those_whose_trade_it_means(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web avec Webflow")
    found = await basile.slash(world.lounge, "qui-fait", quoi="quelqu’un pour mon site internet")
    assert "Webflow" in text_of(found)


async def test_nothing_is_posted_before_organisers_open(tmp_path: Any) -> None:
    async with World(tmp_path, set_up=False) as world:
        from cogs.introductions import CHANNEL

        await world.choose(
            {prefs.NAME: "Les Indés", prefs.CONTACT: "a@b.fr", CHANNEL: world.hall.id, WELCOME_CHANNEL: world.hall.id}
        )
        anna = world.join("Anna")
        await world.introduce(anna, "Je fais des sites web")
        assert world.cards() == []
