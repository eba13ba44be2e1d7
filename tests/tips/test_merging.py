"""Tips that are close to one another: shown after sharing, merged or left, as their authors like."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import avoid
from bot.schedule.clock import DAY
from cogs.tips import store
from tests.introductions.test_refusals import press
from tests.tips.stage import beats, inbox, member, open_tips, share, tips_in
from tests.world import World, buttons_of, message_of, text_of

FIRST, SECOND = "Relancer une facture impayée", "Facture impayée : bien relancer"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def share_two(world: World, one: MemberActor, other: MemberActor) -> InteractionResult:
    """Two tips that say nearly the same; the answer to the second."""
    await share(world, one, FIRST, "Un appel le mardi.", tags="relance")
    return await share(world, other, SECOND, "Puis une lettre.", tags="facture")


async def test_a_close_tip_is_shown_privately_and_both_can_stay(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    done = await share_two(world, anna, basile)
    assert "Une astuce proche existe déjà" in text_of(done)
    assert FIRST in text_of(done)
    both = await basile.click(message_of(done), label="Laisser les deux")
    assert "les deux restent" in text_of(both)
    assert len(tips_in(place)) == 2
    far = await share(world, basile, "Choisir une mutuelle", "Comparer les délais.")
    assert "proche" not in text_of(far)


async def test_ones_own_two_tips_become_one_and_nothing_is_lost(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna, FIRST, "Un appel le mardi.", tags="relance")
    thread = place.threads[-1]
    await basile.send(thread, "Merci")
    done = await share(world, anna, SECOND, "Puis une lettre.", tags="facture")
    await basile.click(tips_in(place)[1], label="M’a servi")
    await basile.click(tips_in(place)[1], label="Garder")
    merge = buttons_of(done)["Fusionner"]
    merged = await anna.click(message_of(done), label="Fusionner")
    assert "n’en font plus qu’une" in text_of(merged)
    (card,) = tips_in(place)
    assert "Un appel le mardi.\n\nPuis une lettre." in text_of(card)
    assert "relance" in text_of(card)
    assert "facture" in text_of(card)
    assert place.threads[-1].id == thread.id
    assert "A servi à une personne" in text_of(await anna.slash(world.lounge, "astuce mes-astuces"))
    assert FIRST in text_of(await basile.slash(world.lounge, "astuce gardees"))
    again = await press(world, anna, merge)
    assert "a été retirée" in text_of(again)


async def test_two_texts_that_are_too_long_together_stay_two(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await share(world, anna, FIRST, "mot " * 300)
    done = await share(world, anna, SECOND, "dit " * 300)
    refused = await anna.click(message_of(done), label="Fusionner")
    assert "au plus" in text_of(refused)
    assert len(tips_in(place)) == 2


async def test_somebody_elses_tip_is_offered_what_one_wrote(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    done = await share_two(world, anna, basile)
    offered = await basile.click(message_of(done), label="Fusionner")
    assert "C’est proposé" in text_of(offered)
    assert [FIRST in text_of(card) for card in tips_in(place)] == [True]
    await beats(world)
    (letter,) = inbox(anna)
    assert f"<@{basile.id}> a écrit une astuce proche" in text_of(letter)
    await world.restart()
    seen = await anna.user.click(letter, label="Lire")
    assert "Puis une lettre." in text_of(seen)
    form = await anna.user.click(message_of(seen), label="Reprendre dans la mienne")
    assert form.modal is not None
    body = form.modal["components"][1]["component"]["value"]
    assert body == "Un appel le mardi.\n\nPuis une lettre."
    await anna.user.submit_modal(form, {"title": FIRST, "body": body})
    assert "Puis une lettre." in text_of(tips_in(place)[0])
    assert "Retirée" in text_of(await basile.slash(world.lounge, "astuce mes-astuces"))


async def test_what_was_not_offered_can_not_be_read(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna, FIRST, "Un appel le mardi.")
    await share(world, basile, "Un secret", "Retiré depuis.")
    async with world.association.transaction() as db:
        (theirs,) = await store.of_author(db, basile.id)
        (mine,) = await store.of_author(db, anna.id)
        await store.withdraw(db, theirs.id)
    for forged in (f"tips:look:{mine.id}:{theirs.id}", f"tips:take:{mine.id}:{theirs.id}"):
        assert "a été retirée" in text_of(await press(world, anna, forged))


async def test_what_is_offered_goes_with_whoever_wrote_it(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    done = await share_two(world, anna, basile)
    await basile.click(message_of(done), label="Fusionner")
    await beats(world)
    stale = buttons_of(inbox(anna)[0])["Lire"].split("@")[0]
    await world.erase(basile)
    await beats(world)
    assert text_of(inbox(anna)[0]) == "Ce n’est plus d’actualité, merci."
    assert "a été retirée" in text_of(await press(world, anna, stale))


async def test_two_people_who_are_kept_apart_are_not_brought_together(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    lifecycle, association = world.bot.house.lifecycle, world.association
    async with association.transaction() as db:
        aliases = [lifecycle.alias(association, who.id) for who in (basile, anna)]
        await avoid.add(db, anna.id, aliases[0], aliases[1], world.clock.now())
    done = await share_two(world, anna, basile)
    assert FIRST in text_of(done)  # as for anybody else: what is missing would tell
    assert str(anna.id) not in text_of(done)
    offered = await basile.click(message_of(done), label="Fusionner")
    assert "C’est proposé" in text_of(offered)
    await beats(world, DAY)
    assert inbox(anna) == []
