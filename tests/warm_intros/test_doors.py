"""Doors: noted in one line, private, changed and removed by button; nobody outside is ever named."""

from __future__ import annotations

import json

from bot.people import lifecycle
from cogs.warm_intros import door_store, rules
from cogs.warm_intros.preferences import FEATURE
from tests.pressing import Pressing
from tests.warm_intros.stage import PRINTER, doors_of, open_door, open_room, people
from tests.world import World, buttons_of, components_of, message_of, text_of

BETRAYING = (
    "Écrire à anne.durand@exemple.fr",
    "Mon cousin au 06 12 34 56 78",
    "Voir @anne.d sur Instagram",
    "https://exemple.fr/anne",
    "Anne Durand, avocate",
)


async def test_a_door_is_noted_from_the_panel_filed_placed_changed_and_removed(world: World) -> None:
    place = await open_room(world)
    (panel,) = (message for message in place.history() if message.components)
    assert list(buttons_of(panel)) == ["Je cherche quelqu’un", "Je peux ouvrir une porte", "Présenter deux personnes"]
    anna = world.join("Anna")
    await world.env.settle()
    notice = await anna.click(panel, label="Je peux ouvrir une porte")
    assert await doors_of(world, anna.id) == []
    form = await anna.click(message_of(notice), label=world.words("notice-accept"))
    kept = await anna.submit_modal(form, {"words": PRINTER, "where": "Laval"})
    assert "C’est noté, merci" in text_of(kept)
    assert "Aucun autre membre ne le voit, pas même l’équipe" in text_of(kept)
    (door,) = await doors_of(world, anna.id)
    assert (door.words, door.category) == (PRINTER, None)
    filed = await anna.select(message_of(kept), ["artisans"], custom_id=f"warm_intros:file:{door.id}")
    assert "Artisanat, fournisseurs" in text_of(filed)
    form = await anna.click(message_of(filed), label="Modifier")
    changed = await anna.submit_modal(form, {"words": "Une imprimerie de quartier", "where": "Mayenne"})
    assert "Artisanat, fournisseurs · Mayenne (53)" in text_of(changed)
    listed = await anna.click(message_of(changed), label="Mes portes")
    assert "Une imprimerie de quartier" in text_of(listed)
    one = await anna.select(message_of(listed), [str(door.id)], custom_id="warm_intros:pick")
    asked = await anna.click(message_of(one), label="Retirer")
    gone = await anna.click(message_of(asked), label="Retirer")
    assert "C’est retiré : « Une imprimerie de quartier »" in text_of(gone)
    assert "Pas encore de porte" in text_of(gone)
    assert await doors_of(world, anna.id) == []
    assert [message.id for message in place.history() if message.components] == [panel.id]


async def test_the_commands_do_the_same_in_english(world: World) -> None:
    (anna,) = await people(world, "Anna")
    async with world.association.transaction() as db:
        await db.run("UPDATE members SET language = 'en' WHERE id = :id", id=anna)
    hands = Pressing(world)
    form = await hands.call(anna, "je-connais ajouter")
    assert form.modal is not None
    assert form.modal["title"] == "A door I can open"
    kept = await open_door(world, anna, "A printing house", "Mayenne")
    assert "No other member sees it, not even the team" in text_of(kept)
    listed = await hands.call(anna, "je-connais liste")
    assert "The doors you can open" in text_of(listed)
    assert "A printing house" in text_of(listed)


async def test_whoever_could_be_known_by_it_is_never_noted_and_what_was_typed_is_kept(world: World) -> None:
    (anna,) = await people(world, "Anna")
    hands = Pressing(world)
    for words in BETRAYING:
        refused = await open_door(world, anna, words, "Laval")
        assert await doors_of(world, anna) == [], words
        form = await hands.press(anna, buttons_of(refused)["Corriger"])
        assert form.modal is not None
        assert words in json.dumps(form.modal, ensure_ascii=False)
    kept = await open_door(world, anna, "Un cabinet d’avocats", "Laval")
    assert "C’est noté" in text_of(kept)
    fresh = await hands.call(anna, "je-connais ajouter")
    assert BETRAYING[-1] not in json.dumps(fresh.modal, ensure_ascii=False)


async def test_a_place_in_the_words_is_understood_and_one_that_is_unclear_is_asked_for(world: World) -> None:
    (anna,) = await people(world, "Anna")
    hands = Pressing(world)
    await open_door(world, anna, "Quelqu’un à la chambre d’agriculture en Sarthe")
    assert (await doors_of(world, anna))[0].zone == "72"
    await open_door(world, anna, "Une avocate en droit du travail")
    assert (await doors_of(world, anna))[0].zone is None
    unclear = await open_door(world, anna, "Une salle pour des ateliers", "Saint-Denis")
    assert "Plusieurs lieux portent ce nom" in text_of(unclear)
    (door, *_) = await doors_of(world, anna)
    assert door.zone is None
    chosen = await hands.press(anna, f"warm_intros:place:{door.id}", ["93"])
    assert "Seine-Saint-Denis (93)" in text_of(chosen)
    unknown = await open_door(world, anna, "Un potier", "Lavalle")
    assert "Je ne connais pas « Lavalle »" in text_of(unknown)
    assert any(part.get("placeholder") == "Choisir le lieu (facultatif)" for part in components_of(unknown))


async def test_what_is_empty_or_too_much_is_refused_kindly(world: World) -> None:
    (anna,) = await people(world, "Anna")
    assert "Il manque quelques mots" in text_of(await open_door(world, anna, " … "))
    assert "120 au plus" in text_of(await open_door(world, anna, "x" * 121))
    async with world.association.transaction() as db:
        for number in range(rules.DOORS):
            await door_store.add(db, anna, f"Un métier, le {number}", None, 0)
    full = await open_door(world, anna)
    assert "30 portes, c’est déjà une maison" in text_of(full)
    assert {"Corriger", "Mes portes"} <= set(buttons_of(full))


async def test_the_same_words_twice_are_one_door(world: World) -> None:
    (anna,) = await people(world, "Anna")
    for _ in range(2):
        await open_door(world, anna)
    assert len(await doors_of(world, anna)) == 1


async def test_nobody_reaches_the_door_of_another_nor_learns_that_there_is_one(world: World) -> None:
    anna, basile = await people(world, "Anna", "Basile")
    await open_door(world, anna)
    (door,) = await doors_of(world, anna)
    hands = Pressing(world)
    for which in (door.id, 999):
        tries = (
            await hands.press(basile, f"warm_intros:edit:{which}"),
            await hands.submit(basile, f"warm_intros:edited:{which}", {"words": "À moi"}),
            await hands.press(basile, f"warm_intros:file:{which}", ["lieux"]),
            await hands.press(basile, f"warm_intros:place:{which}", ["53"]),
            await hands.press(basile, "warm_intros:pick", [str(which)]),
            await hands.press(basile, f"warm_intros:remove_ask:{which}"),
            await hands.press(basile, f"warm_intros:remove:{which}"),
        )
        assert {text_of(one).split("\n")[0] for one in tries} == {"Cette porte n’est pas dans ta liste."}
    assert await doors_of(world, anna) == [door]
    for values in (["nulle-part"], ["x" * 99]):
        assert "n’est plus" in text_of(await hands.press(anna, f"warm_intros:file:{door.id}", values))


async def test_doors_are_in_ones_own_export_alone_and_in_no_index(world: World) -> None:
    anna, basile = await people(world, "Anna", "Basile")
    await open_door(world, anna)
    db = world.association.read()
    assert PRINTER in json.dumps(await lifecycle.export(db, anna), ensure_ascii=False)
    assert PRINTER not in json.dumps(await lifecycle.export(db, basile), ensure_ascii=False)
    assert await db.value("SELECT count(*) FROM documents") == 0
    data = text_of(await Pressing(world).call(anna, "moi mes-donnees"))
    assert f"que personne d’autre ne voit : « {PRINTER} »" in data


async def test_the_doors_of_whoever_rests_or_left_stay_shut_until_they_are_back(world: World) -> None:
    (anna,) = await people(world, "Anna")
    await open_door(world, anna)
    house, association = world.bot.house, world.association
    for go, come in (
        (house.lifecycle.pause, house.lifecycle.resume),
        (house.lifecycle.leave, house.lifecycle.come_back),
    ):
        async with association.transaction() as db:
            await go(association, db, anna)
            assert await door_store.ready(db) == []
            await come(association, db, anna)
            assert [door.words for door in await door_store.ready(db)] == [PRINTER]
    async with association.transaction() as db:
        await house.lifecycle.erase(association, db, anna)
        assert await db.value("SELECT count(*) FROM doors") == 0


async def test_where_the_room_is_off_ones_doors_can_still_be_seen_and_removed(world: World) -> None:
    (anna,) = await people(world, "Anna")
    await open_door(world, anna)
    (door,) = await doors_of(world, anna)
    await world.choose({FEATURE.preference: False})
    hands = Pressing(world)
    refused = await open_door(world, anna, "Un autre métier")
    assert "est éteinte ici" in text_of(refused)
    assert PRINTER in text_of(await hands.press(anna, buttons_of(refused)["Mes portes"]))
    assert "C’est retiré" in text_of(await hands.press(anna, f"warm_intros:remove:{door.id}"))


async def test_whoever_wants_to_be_brought_together_with_nobody_reads_that_their_doors_wait(world: World) -> None:
    (anna,) = await people(world, "Anna")
    assert "elle attend" not in text_of(await open_door(world, anna))
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.object(world.association, db, anna)
    assert "Pour l’instant elle attend" in text_of(await open_door(world, anna, "Un autre métier"))
