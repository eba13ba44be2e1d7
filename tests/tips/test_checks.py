"""Does a tip still hold? Its author is asked, once, quietly, and answers where they read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.people import avoid
from bot.schedule.clock import DAY, HOUR
from cogs.tips import store
from tests.introductions.test_refusals import press
from tests.tips.stage import BODY, TITLE, beats, come_to, inbox, member, open_own, open_tips, share, tips_in
from tests.world import World, buttons_of, message_of, text_of

DOUBTED = "Peut-être plus à jour"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def doubt(world: World, place: ChannelHandle, who: MemberActor, what: str = "Le taux a changé") -> str:
    """Somebody says what has changed."""
    form = await who.click(tips_in(place)[0], label="Plus à jour ?")
    return text_of(await who.submit_modal(form, {"what": what}))


async def close_messages(world: World, who: MemberActor) -> None:
    """Somebody takes no direct messages."""
    path = f"/channels/{who.user.dm_channel.id}/messages"
    world.env.inject_error("POST", path, status=403, code=50007, times=None)


@pytest.mark.parametrize("forum", [False, True])
async def test_a_doubt_is_on_the_card_and_its_author_is_asked_once(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
        await share(world, anna)
        assert "la question est posée" in await doubt(world, place, basile)
        await doubt(world, place, chloe, "Et le formulaire aussi")
        await beats(world)
        card = tips_in(place)[0]
        assert DOUBTED in text_of(card)
        assert "Le taux a changé" not in text_of(card)
        (letter,) = inbox(anna)
        assert "n’est peut-être plus à jour" in text_of(letter)
        assert "Le taux a changé" not in text_of(letter)
        answers = ["Corriger", "Toujours bon", "Retirer", "Voir", "Plus tard", "Ne plus me proposer"]
        assert list(buttons_of(letter)) == answers
        await world.restart()
        own = text_of(await anna.user.click(inbox(anna)[0], label="Voir"))
        assert f"<@{basile.id}> : Le taux a changé" in own
        assert f"<@{chloe.id}> : Et le formulaire aussi" in own


async def test_still_right_is_said_in_the_letter_and_the_card_is_as_before(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    before = text_of(tips_in(place)[0])
    await doubt(world, place, basile)
    await beats(world)
    await world.restart()
    await anna.user.click(inbox(anna)[0], label="Toujours bon")
    assert "est toujours bonne" in text_of(inbox(anna)[0])
    assert buttons_of(inbox(anna)[0]) == {}
    assert text_of(tips_in(place)[0]) == before
    await doubt(world, place, basile, "Si, je t’assure")
    await beats(world, 8 * DAY)
    assert len(inbox(anna)) == 1  # left in peace for a while; the card and her own pages say it
    assert "Si, je t’assure" in text_of(await open_own(world, anna))


async def test_a_tip_is_corrected_from_the_letter(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await doubt(world, place, basile)
    await beats(world)
    form = await anna.user.click(inbox(anna)[0], label="Corriger")
    done = await anna.user.submit_modal(form, {"title": TITLE, "body": "Depuis janvier, 40 %."})
    assert "C’est à jour" in text_of(done)
    card = text_of(tips_in(place)[0])
    assert "Depuis janvier, 40 %." in card
    assert DOUBTED not in card
    assert buttons_of(inbox(anna)[0]).keys() <= {"Voir dans le salon", "Mes astuces"}


async def test_a_tip_is_withdrawn_from_the_letter(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await doubt(world, place, basile)
    await beats(world)
    await anna.user.click(inbox(anna)[0], label="Retirer")
    assert "est retirée" in text_of(inbox(anna)[0])
    assert tips_in(place) == []
    mine = await anna.user.click(inbox(anna)[0], label="Mes astuces")
    assert "Retirée" in text_of(mine)


async def test_with_closed_messages_the_question_waits_for_their_next_use(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await close_messages(world, anna)
    await doubt(world, place, basile)
    await beats(world)
    assert inbox(anna) == []
    answer = await anna.slash(world.lounge, "astuce gardees")
    (shown,) = answer.followups
    assert "n’est peut-être plus à jour" in text_of(shown)
    held = await anna.click(shown, label="Toujours bon")
    assert "est toujours bonne" in text_of(held)
    assert DOUBTED not in text_of(tips_in(place)[0])


async def test_what_was_settled_meanwhile_is_not_asked(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await come_to(world, "2026-01-06 20:00")
    await doubt(world, place, basile)
    await beats(world)
    own = await anna.click(tips_in(place)[0], label="Plus à jour ?")
    assert "n’est peut-être plus à jour" in text_of(own)
    await anna.click(message_of(own), label="Toujours bon")
    await come_to(world, "2026-01-07 12:00")
    assert inbox(anna) == []


async def test_whoever_asked_not_to_be_asked_is_not_and_the_card_still_says_it(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await doubt(world, place, basile)
    await beats(world)
    never = await anna.user.click(inbox(anna)[0], label="Ne plus me proposer")
    assert "dire si une de mes astuces est toujours bonne" in text_of(never)
    await share(world, anna, "Un autre conseil", "Tout autre chose")
    form = await basile.click(tips_in(place)[1], label="Plus à jour ?")
    await basile.submit_modal(form, {"what": "Cela aussi"})
    await beats(world, 8 * DAY)
    assert len(inbox(anna)) == 1
    assert DOUBTED in text_of(tips_in(place)[1])


async def test_the_words_of_somebody_avoided_do_not_reach_the_author(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    lifecycle, association = world.bot.house.lifecycle, world.association
    async with association.transaction() as db:
        aliases = [lifecycle.alias(association, who.id) for who in (basile, anna)]
        await avoid.add(db, anna.id, aliases[0], aliases[1], world.clock.now())
    said = await doubt(world, place, basile, "Un mot de trop")
    assert "la question est posée" in said
    await beats(world)
    own = await anna.user.click(inbox(anna)[0], label="Voir")
    for told in (inbox(anna)[0], own, await open_own(world, anna)):
        assert DOUBTED in text_of(told) or "n’est peut-être plus à jour" in text_of(told)
        assert str(basile.id) not in text_of(told)
        assert "Un mot de trop" not in text_of(told)


async def test_a_letter_looks_the_same_whether_its_reader_may_know_who_doubts(
    world: World, place: ChannelHandle
) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    lifecycle, association = world.bot.house.lifecycle, world.association
    async with association.transaction() as db:
        aliases = [lifecycle.alias(association, who.id) for who in (anna, basile)]
        await avoid.add(db, basile.id, aliases[0], aliases[1], world.clock.now())
    await share(world, anna)
    await doubt(world, place, basile)
    await beats(world)
    apart = text_of(inbox(anna)[0])
    await anna.user.click(inbox(anna)[0], label="Toujours bon")
    await come_to(world, "2026-02-10 10:00")
    await doubt(world, place, chloe)
    await beats(world)
    assert len(inbox(anna)) == 2
    assert text_of(inbox(anna)[1]) == apart


async def test_only_its_author_reads_a_tip_from_the_letter(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    await doubt(world, place, basile)
    await beats(world)
    theirs = text_of(await press(world, basile, "tips:look_at_own:1"))
    assert "Le taux a changé" not in theirs


async def age(world: World, years: float) -> None:
    """Every tip was written that long ago."""
    then = world.clock.now() - int(years * 365 * DAY)
    async with world.association.transaction() as db:
        await db.run("UPDATE tips SET checked_at = :then, updated_at = :then, created_at = :then", then=then)


async def test_tips_untouched_for_a_year_are_asked_about_one_a_week(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    for number in range(3):
        await share(world, anna, f"Conseil numéro {number}", f"Texte numéro {number}")
    await age(world, 0.9)
    await beats(world, DAY)
    assert inbox(anna) == []
    await age(world, 1.1)
    for _ in range(5):
        await beats(world, DAY)
    assert len(inbox(anna)) == 1
    assert "a plus d’un an" in text_of(inbox(anna)[0])
    for _ in range(9):
        await beats(world, DAY)
    assert len(inbox(anna)) == 2
    assert len({text_of(letter) for letter in inbox(anna)}) == 2
    await anna.user.click(inbox(anna)[0], label="Toujours bon")
    tips = await store.of_author(world.association.read(), anna.id)
    assert sum(world.clock.now() - tip.checked_at < HOUR for tip in tips) == 1


async def test_nobody_is_asked_about_tips_while_they_are_away(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await share(world, anna)
    await age(world, 2)
    world.guild.remove_member(anna)
    await world.env.settle()
    await beats(world, 2 * DAY)
    assert inbox(anna) == []


async def test_ones_own_tip_is_settled_at_once_without_a_letter(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await share(world, anna, TITLE, BODY)
    own = await anna.click(tips_in(place)[0], label="Plus à jour ?")
    assert {"Corriger", "Toujours bon", "Retirer"} <= set(buttons_of(own))
    form = await anna.click(message_of(own), label="Corriger")
    assert form.modal is not None
