"""Other networks: everybody sees the list, organisers edit it."""

from __future__ import annotations

from pathlib import Path

from cogs.help_requests import rules
from tests.help_requests.stage import again as resubmit
from tests.help_requests.stage import member
from tests.introductions.test_refusals import press
from tests.world import World, buttons_of, message_of, text_of

CMA = {"name": "La CMA", "purpose": "Comptabilité de base", "url": "https://www.cma.fr/aide"}


async def test_organisers_add_change_and_remove_networks(world: World) -> None:
    office = world.organiser
    seen = await office.slash(world.office, "coup-de-main reseaux")
    assert "La liste est encore vide" in text_of(seen)
    form = await office.click(message_of(seen), label="Ajouter")
    listed = await office.submit_modal(form, CMA)
    assert "[La CMA](https://www.cma.fr/aide) · Comptabilité de base" in text_of(listed)
    one = await office.select(message_of(listed), ["1"], custom_id="help_requests:network_one")
    form = await office.click(message_of(one), label="Modifier")
    changed = await resubmit(office, form, name="La chambre de métiers")
    assert "[La chambre de métiers]" in text_of(changed)
    one = await office.select(message_of(changed), ["1"], custom_id="help_requests:network_one")
    removed = await office.click(message_of(one), label="Retirer")
    assert "La liste est encore vide" in text_of(removed)
    assert "n’est plus dans la liste" in text_of(await press(world, office, "help_requests:network_edit:1"))


async def test_members_see_the_list_and_nothing_to_change_it(world: World) -> None:
    anna = await member(world, "Anna")
    seen = await world.organiser.slash(world.office, "coup-de-main reseaux")
    form = await world.organiser.click(message_of(seen), label="Ajouter")
    await world.organiser.submit_modal(form, CMA)
    shown = await anna.slash(world.lounge, "coup-de-main reseaux")
    assert "La CMA" in text_of(shown)
    assert buttons_of(shown) == {}
    for act in ("network_add", "network_one", "network_edit:1", "network_remove:1", "steps", "step:help-again"):
        assert "réservée à l’équipe" in text_of(await press(world, anna, f"help_requests:{act}"))


async def test_an_address_that_is_none_is_refused_and_the_rest_is_kept(world: World) -> None:
    seen = await world.organiser.slash(world.office, "coup-de-main reseaux")
    form = await world.organiser.click(message_of(seen), label="Ajouter")
    refused = await world.organiser.submit_modal(form, {**CMA, "url": "cma.fr"})
    assert "commence par https://" in text_of(refused)


async def test_the_list_ends_where_a_select_does(world: World) -> None:
    async with world.association.transaction() as db:
        from cogs.help_requests import network_store

        for number in range(rules.NETWORKS):
            network = rules.Network(0, f"Réseau {number:02}", "Des formations", "https://a.fr")
            await network_store.add(db, network, 0)
    full = await press(world, world.organiser, "help_requests:network_add")
    assert "il faut en retirer un d’abord" in text_of(full)
    first = await world.organiser.slash(world.office, "coup-de-main reseaux")
    assert "Réseau 00" in text_of(first)
    second = await world.organiser.click(message_of(first), label="Page suivante")
    assert "Réseau 08" in text_of(second)


async def test_networks_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        seen = await world.organiser.slash(world.office, "coup-de-main reseaux")
        assert "The list is still empty" in text_of(seen)
        steps = await world.organiser.click(message_of(seen), label="Set the steps")
        assert "When nobody answers" in text_of(steps)
        back = await world.organiser.click(message_of(steps), label="Back to the networks")
        assert "Other networks" in text_of(back)
