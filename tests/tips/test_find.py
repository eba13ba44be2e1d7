"""Finding a tip: words in any form, categories, pages, what served first, and never a dead end."""

from __future__ import annotations

import pytest
from simcord.builders import ChannelHandle

from bot.people import members
from cogs.tips import find_tips, mark_store, posts, store
from cogs.tips.rules import Written
from tests.tips.stage import member, open_tips
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def tips(world: World, *said: tuple[str, str, str]) -> list[int]:
    """Tips (title, text, category) of one author, without their cards."""
    author, now, made = world.join("Autrice").id, world.clock.now(), []
    await world.env.settle()
    async with world.association.transaction() as db:
        await members.accept_notice(db, author, now)
        for title, body, category in said:
            tip_id = await store.add(db, author, Written(title, body, category, ()), None, now)
            tip = await store.get(db, tip_id)
            assert tip is not None
            await posts.make_findable(world.association, db, tip)
            made.append(tip_id)
    return made


async def test_those_that_match_more_come_first_then_those_that_served(world: World, place: ChannelHandle) -> None:
    first, _, _ = await tips(
        world,
        ("Relancer une facture", "Par téléphone", "administratif"),
        ("Relances amiables", "Une facture se relance trois fois", "administratif"),
        ("Facture perdue", "La renvoyer", "administratif"),
    )
    anna = await member(world, "Anna")
    both = text_of(await anna.slash(world.lounge, "astuce chercher", quoi="relancer facture"))
    assert both.index("Relances amiables") < both.index("Relancer une facture")
    async with world.association.transaction() as db:
        await mark_store.turn_use(db, first, anna.id, 1)
    both = text_of(await anna.slash(world.lounge, "astuce chercher", quoi="relancer facture"))
    assert both.index("Relances amiables") > both.index("Relancer une facture")
    assert "Facture perdue" not in both  # one common word of two is no answer


async def test_a_category_narrows_and_an_empty_one_shows_what_there_is_elsewhere(
    world: World, place: ChannelHandle
) -> None:
    await tips(world, ("Acompte", "Trente pour cent", "tarifs"), ("Acompte et devis", "Sur le devis", "administratif"))
    anna = await member(world, "Anna")
    narrow = text_of(await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="tarifs"))
    assert "Acompte et devis" not in narrow
    assert "dans « tarifs »" in narrow
    elsewhere = text_of(await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="outils"))
    assert "Rien dans « outils »" in elsewhere
    assert "Acompte et devis" in elsewhere
    typed = text_of(await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="admin"))
    assert "Acompte et devis" in typed
    unknown = text_of(await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="jardin"))
    assert "Je ne connais pas la catégorie « jardin »" in unknown


async def test_categories_are_completed_without_accents(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    offered = await anna.autocomplete(world.lounge, "astuce chercher", "categorie", "indep")
    assert offered == [{"name": "vie d’indépendant", "value": "independance"}]


async def test_the_form_asks_what_and_where(world: World, place: ChannelHandle) -> None:
    await tips(world, ("Acompte", "Trente pour cent", "tarifs"))
    anna = await member(world, "Anna")
    form = await anna.click(place.history()[0], label="Chercher")
    found = await anna.submit_modal(form, {"what": "ACOMPTES", "category": "tarif"})
    assert "Trente pour cent" in text_of(found)
    form = await anna.click(place.history()[0], label="Chercher")
    refused = await anna.submit_modal(form, {"what": "acompte", "category": "jardin"})
    assert "Je ne connais pas la catégorie" in text_of(refused)
    assert "Corriger" in buttons_of(refused)


async def test_a_question_that_nothing_answers_finds_nothing_but_offers_ways_on(
    world: World, place: ChannelHandle
) -> None:
    await tips(world, ("Photographier ses produits", "Près d’une fenêtre", "outils"))
    anna = await member(world, "Anna")
    nothing = await anna.slash(world.lounge, "astuce chercher", quoi="astrophysique quantique")
    assert "Rien pour « astrophysique quantique »" in text_of(nothing)
    everything = await anna.click(message_of(nothing), label="Tout voir")
    assert "Photographier ses produits" in text_of(everything)
    nothing = await anna.slash(world.lounge, "astuce chercher", quoi="astrophysique quantique")
    looked = await anna.select(message_of(nothing), ["outils"], custom_id="tips:look_through")
    assert "Dans « outils »" in text_of(looked)


async def test_pages_turn_in_place_and_survive_a_restart(world: World, place: ChannelHandle) -> None:
    await tips(world, *((f"Devis numéro {number}", "Relire deux fois", "tarifs") for number in range(12)))
    anna = await member(world, "Anna")
    first = await anna.slash(world.lounge, "astuce chercher", quoi="devis", categorie="tarifs")
    await world.restart()
    second = await anna.click(message_of(first), label="Page suivante")
    third = await anna.click(message_of(second), label="Page suivante")
    assert "Page suivante" not in buttons_of(third)
    assert message_of(third).id == message_of(first).id
    assert text_of(third).count("Devis numéro") == 4  # two, each in the list and in the select


async def test_a_strange_query_is_only_text(world: World, place: ChannelHandle) -> None:
    await tips(world, ("Acompte", "Trente pour cent", "tarifs"))
    anna = await member(world, "Anna")
    for query in ('" OR 1=1 --', "NEAR(a b)", "words:*", "💥", "le la les", "x" * 60, "*_~|`<@1> @everyone"):
        answer = await anna.slash(world.lounge, "astuce chercher", quoi=query)
        assert answer.ephemeral
        assert "mal tourné" not in text_of(answer)
        assert "@everyone" not in text_of(answer)


async def test_only_what_clearly_answers_a_question_is_given_to_other_features(
    world: World, place: ChannelHandle
) -> None:
    first, _ = await tips(
        world,
        ("Relancer une facture impayée", "Appeler le mardi", "administratif"),
        ("Facture perdue", "La renvoyer", "administratif"),
    )
    house, association = world.bot.house, world.association
    found = await find_tips(house, association, "Comment faire pour relancer une facture impayée ?")
    assert [tip.id for tip in found] == [first]
    assert found[0].title == "Relancer une facture impayée"
    assert await find_tips(house, association, "Une facture de plombier pour ma salle de bain") == []
    assert await find_tips(house, association, "") == []
