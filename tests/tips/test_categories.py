"""Organisers edit the list of categories; tips stay where they can be found."""

from __future__ import annotations

import pytest
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.introductions.test_refusals import press, submit_raw
from tests.tips.stage import BODY, TITLE, member, open_tips, share, tips_in
from tests.world import World, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def add(world: World, label: str) -> InteractionResult:
    """An organiser adds a category."""
    shown = await world.organiser.slash(world.office, "astuce categories")
    form = await world.organiser.click(message_of(shown), label="Ajouter")
    return await world.organiser.submit_modal(form, {"label": label})


async def pick(world: World, code: str) -> InteractionResult:
    """An organiser opens a category."""
    shown = await world.organiser.slash(world.office, "astuce categories")
    return await world.organiser.select(message_of(shown), [code], custom_id="tips:category_pick")


async def test_the_first_list_is_the_wordings(world: World, place: ChannelHandle) -> None:
    shown = text_of(await world.organiser.slash(world.office, "astuce categories"))
    for label in ("administratif", "prospection", "tarifs", "outils", "vie d’indépendant", "autre"):
        assert label in shown
    assert "Revenir à la liste de départ" not in shown


async def test_a_category_is_added_used_renamed_and_keeps_its_tips(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    listed = await add(world, "Santé & mutuelle")
    assert "Santé & mutuelle" in text_of(listed)
    await share(world, anna, category="sante")
    assert "Santé & mutuelle" in text_of(tips_in(place)[0])
    form = await world.organiser.click(message_of(await pick(world, "sante-mutuelle")), label="Renommer")
    renamed = await world.organiser.submit_modal(form, {"label": "Santé"})
    assert "Santé & mutuelle" not in text_of(renamed)
    found = await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="Santé")
    assert "dans « Santé »" in text_of(found)
    assert TITLE in text_of(found)


async def test_the_tips_of_a_removed_category_are_filed_and_found_elsewhere(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await share(world, anna, category="tarifs")
    asked = await world.organiser.click(message_of(await pick(world, "tarifs")), label="Retirer")
    assert "rangées dans « autre »" in text_of(asked)
    gone = await world.organiser.click(message_of(asked), label="Retirer")
    assert "tarifs" not in text_of(gone)
    found = await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="autre")
    assert "dans « autre »" in text_of(found)
    assert TITLE in text_of(found)
    listed = await world.organiser.slash(world.office, "astuce categories")
    back = await world.organiser.click(message_of(listed), label="Revenir à la liste de départ")
    assert "tarifs" in text_of(back)


async def test_what_fits_nowhere_always_has_its_place(world: World, place: ChannelHandle) -> None:
    shown = await pick(world, "autre")
    assert "pas la retirer" in text_of(shown)
    await add(world, "Santé")
    forged = await press(world, world.organiser, "tips:category_remove:autre")
    assert "Cette catégorie reste" in text_of(forged)


async def test_names_that_say_nothing_repeat_or_are_too_many_are_refused(world: World, place: ChannelHandle) -> None:
    assert "Il manque un nom" in text_of(await add(world, "🎉"))
    assert "existe déjà" in text_of(await add(world, "TARIFS"))
    forged = await submit_raw(world, world.organiser, "tips:category_added", {"label": "x" * 21})
    assert "21 signes ; 20 au plus" in text_of(forged)
    for number in range(6):
        await add(world, f"Encore {number}")
    assert "12 catégories au plus" in text_of(await add(world, "De trop"))


async def test_members_can_not_edit_the_list(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    assert "réservée à l’équipe" in text_of(await anna.slash(world.lounge, "astuce categories"))
    for act in (
        "tips:categories",
        "tips:category_add",
        "tips:category_rename:tarifs",
        "tips:category_remove_ask:tarifs",
        "tips:category_remove:tarifs",
        "tips:categories_first",
        "tips:category_pick",
    ):
        assert "réservée à l’équipe" in text_of(await press(world, anna, act)), act
    for act in ("tips:category_added", "tips:category_renamed:tarifs"):
        assert "réservée à l’équipe" in text_of(await submit_raw(world, anna, act, {"label": "Pirate"})), act


async def test_a_forum_tag_is_made_for_a_category_of_ones_own(world: World) -> None:
    forum = await open_tips(world, forum=True)
    anna = await member(world, "Anna")
    await add(world, "Santé")
    await share(world, anna, TITLE, BODY, category="santé")
    assert "Santé" in [tag["name"] for tag in world.env.backend.channels[forum.id].available_tags]
