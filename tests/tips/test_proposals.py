"""A tip made of what somebody said: nothing is published before they agreed, and a no looks like silence."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import avoid
from bot.schedule.clock import DAY
from tests.introductions.test_refusals import press, submit_raw
from tests.tips.stage import beats, inbox, member, open_own, open_tips, tips_in
from tests.world import World, buttons_of, message_of, text_of

MENU = "En faire une astuce"
SAID = "Pour les relances, j’appelle le mardi matin : on me répond toujours."


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def propose(world: World, who: MemberActor, message: discord.Message) -> InteractionResult:
    """Somebody makes a tip of a message: the menu, and the form as it opens, with a title."""
    form = await who.context_menu(world.lounge, world.words("menu-make-tip"), message)
    assert form.modal is not None, text_of(form)
    values = {f["component"]["custom_id"]: f["component"].get("value") or "" for f in form.modal["components"]}
    return await who.submit_modal(form, {**values, "title": "Relancer un mardi", "tags": "relance"})


async def test_a_tip_of_ones_own_message_is_published_at_once(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    message = await anna.send(world.lounge, SAID)
    done = await propose(world, anna, message)
    assert "C’est publié" in text_of(done)
    assert SAID in text_of(tips_in(place)[0])


@pytest.mark.parametrize(("label", "named"), [("D’accord, avec mon nom", True), ("D’accord, sans mon nom", False)])
async def test_somebody_elses_words_are_published_when_they_agree_and_are_theirs(
    world: World, place: ChannelHandle, label: str, named: bool
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    message = await basile.send(world.lounge, SAID)
    asked = await propose(world, anna, message)
    assert "Rien n’est publié sans son accord" in text_of(asked)
    await beats(world)
    assert tips_in(place) == []
    (letter,) = inbox(basile)
    assert f"<@{anna.id}> aimerait faire une astuce" in text_of(letter)
    assert "Relancer un mardi" in text_of(letter)
    assert SAID in text_of(letter)
    await world.restart()
    await basile.user.click(letter, label=label)
    assert "Merci, c’est publié" in text_of(inbox(basile)[0])
    (card,) = tips_in(place)
    assert (f"<@{basile.id}>" in text_of(card)) is named
    assert str(anna.id) not in text_of(card)
    assert "Modifier" in buttons_of(await open_own(world, basile))
    await beats(world)
    (told,) = inbox(anna)
    assert "est devenue une astuce" in text_of(told)
    assert len(inbox(basile)) == 1


async def test_a_no_is_told_to_nobody_and_nothing_is_kept_after_a_week(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    await basile.user.click(inbox(basile)[0], label="Non merci")
    assert "Personne n’en saura rien" in text_of(inbox(basile)[0])
    await beats(world, 8 * DAY)
    assert inbox(anna) == []
    assert tips_in(place) == []
    assert await world.association.read().value("SELECT count(*) FROM tip_drafts") == 0


async def test_silence_for_a_week_is_a_no(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    await beats(world, 7 * DAY + 60)
    assert text_of(inbox(basile)[0]) == "Ce n’est plus d’actualité, merci."
    late = await press(world, basile, "tips:agree:1:named")
    assert "déjà réglé" in text_of(late)
    assert tips_in(place) == []
    assert inbox(anna) == []


async def test_a_question_that_could_not_arrive_yet_is_waited_for(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    world.env.inject_error(
        "POST", f"/channels/{basile.user.dm_channel.id}/messages", status=403, code=50007, times=None
    )
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    await beats(world, 8 * DAY)
    shown = await basile.slash(world.lounge, "astuce gardees")
    assert SAID in text_of(message_of(shown))
    done = await basile.click(message_of(shown), label="D’accord, avec mon nom")
    assert "Merci, c’est publié" in text_of(done)
    assert len(tips_in(place)) == 1


async def test_the_same_message_is_proposed_to_its_author_once(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    message = await basile.send(world.lounge, SAID)
    for who in (anna, chloe, anna):
        assert "La question est posée" in text_of(await propose(world, who, message))
        await beats(world)
    await beats(world, 8 * DAY)
    assert len(inbox(basile)) == 1


async def test_an_avoided_person_is_never_asked_and_nobody_can_tell(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    lifecycle, association = world.bot.house.lifecycle, world.association
    async with association.transaction() as db:
        aliases = [lifecycle.alias(association, who.id) for who in (anna, basile)]
        await avoid.add(db, basile.id, aliases[0], aliases[1], world.clock.now())
    said = text_of(await propose(world, anna, await basile.send(world.lounge, SAID)))
    assert "La question est posée" in said
    await beats(world, DAY)
    assert inbox(basile) == []
    await beats(world, 8 * DAY)
    assert inbox(anna) == []


async def test_whoever_is_not_among_us_or_is_a_bot_is_said_clearly(world: World, place: ChannelHandle) -> None:
    anna, stranger = await member(world, "Anna"), world.join("Dora")
    message = await stranger.send(world.lounge, SAID)
    refused = await anna.context_menu(world.lounge, MENU, message)
    assert "n’est pas encore parmi nous" in text_of(refused)
    panel = world.hall.history()[0]
    refused = await anna.context_menu(world.hall, MENU, panel)
    assert "vient d’un bot" in text_of(refused)
    empty = await anna.send(world.lounge, "🎉")
    assert "ne contient pas de texte" in text_of(await anna.context_menu(world.lounge, MENU, empty))
    assert await world.association.read().value("SELECT count(*) FROM tip_drafts") == 0


async def test_the_notice_comes_before_a_tip_of_a_message_and_nothing_of_it_is_kept(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = world.join("Anna"), await member(world, "Basile")
    message = await basile.send(world.lounge, SAID)
    notice = await anna.context_menu(world.lounge, MENU, message)
    again = await anna.click(message_of(notice), label="J’ai lu, on y va")
    assert "encore une fois" in text_of(again)
    assert "La question est posée" in text_of(await propose(world, anna, message))


async def test_an_author_who_left_mid_way_is_not_published(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    letter = inbox(basile)[0]
    world.guild.remove_member(basile)
    await world.env.settle()
    late = await basile.user.click(letter, label="D’accord, avec mon nom")
    assert "plus membre" in text_of(late)
    assert tips_in(place) == []


async def test_a_long_message_is_shortened_in_the_form(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    message = await anna.send(world.lounge, "mot " * 499)
    form = await anna.context_menu(world.lounge, MENU, message)
    assert form.modal is not None
    assert len(form.modal["components"][1]["component"]["value"]) <= 2000


async def test_a_proposal_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        place = await open_tips(world, forum=True)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        message = await basile.send(world.lounge, "I call on Tuesday mornings: they always answer.")
        form = await anna.context_menu(world.lounge, "En faire une astuce", message)
        asked = await anna.submit_modal(form, {"title": "Call on Tuesdays", "body": "I call on Tuesday mornings."})
        assert "Nothing is published without their agreement" in text_of(asked)
        await beats(world)
        await basile.user.click(inbox(basile)[0], label="Yes, without my name")
        assert "Shared by a member" in text_of(tips_in(place)[0])


async def test_a_tip_whose_author_is_not_named_stays_so_when_they_change_it(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    await basile.user.click(inbox(basile)[0], label="D’accord, sans mon nom")
    form = await basile.click(message_of(await open_own(world, basile)), label="Modifier")
    await basile.submit_modal(form, {"title": "Relancer le matin", "body": "Plutôt le matin.", "category": ""})
    await beats(world)
    assert "Plutôt le matin." in text_of(tips_in(place)[0])
    assert str(basile.id) not in text_of(tips_in(place)[0])


async def test_a_form_from_a_private_thread_or_a_place_that_is_gone_is_refused(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    channel = world.bot.get_channel(world.threads.id)
    assert isinstance(channel, discord.TextChannel)
    thread = await channel.create_thread(name="Entre nous", invitable=False)
    fields = {"title": "Relancer un mardi", "body": SAID, "category": "", "tags": ""}
    for where, said in ((thread.id, "fil privé y reste"), (1, "Je ne retrouve plus l’endroit")):
        refused = await submit_raw(world, anna, f"tips:quoted:{basile.id}:1:{where}", fields)
        assert said in text_of(refused)
    await beats(world)
    assert inbox(basile) == []
    assert await world.association.read().value("SELECT count(*) FROM tip_drafts") == 0


async def test_what_somebody_proposes_is_asked_while_they_are_here_and_goes_with_them(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    world.guild.remove_member(anna)
    await world.env.settle()
    await beats(world)
    assert text_of(inbox(basile)[0]) == "Ce n’est plus d’actualité, merci."
    world.guild.add_member(anna.user)
    await world.env.settle()
    await beats(world)
    assert "Relancer un mardi" in text_of(inbox(basile)[0])
    await world.erase(anna)
    await beats(world)
    assert text_of(inbox(basile)[0]) == "Ce n’est plus d’actualité, merci."


async def test_what_became_of_a_proposal_goes_with_whoever_wrote_the_words(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await propose(world, anna, await basile.send(world.lounge, SAID))
    await beats(world)
    await basile.user.click(inbox(basile)[0], label="D’accord, avec mon nom")
    await beats(world, DAY)
    assert "Relancer un mardi" in text_of(inbox(anna)[0])
    await world.erase(basile)
    await beats(world)
    assert text_of(inbox(anna)[0]) == "Ce n’est plus d’actualité, merci."
