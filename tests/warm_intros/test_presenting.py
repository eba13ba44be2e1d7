"""Presenting two people, told as all three live it."""

from __future__ import annotations

import json

import pytest

from bot.delivery import wishes
from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from cogs.warm_intros import present_rules
from cogs.warm_intros.preferences import FEATURE
from cogs.warm_intros.rules import IntroState, Says
from tests.pressing import Pressing
from tests.warm_intros.present_stage import REASON, again, newest, present, says
from tests.warm_intros.search_stage import days, folk, keep_apart, letters_of, people_in
from tests.warm_intros.stage import open_room
from tests.world import World, buttons_of, components_of, message_of, text_of


async def test_two_yeses_open_a_thread_for_three_and_before_that_nobody_reads_who_the_other_is(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    form = await Pressing(world).choose_on(ines.id, "Présenter à…", anna)
    assert form.modal is not None
    assert form.modal["title"] == "Présenter deux personnes"
    assert str(anna.id) in json.dumps(form.modal)
    answer = await ines.submit_modal(form, {"one": [anna], "whom": [basile], "why": REASON})
    assert "Si les deux disent oui, un fil à trois s’ouvre d’ici le <t:" in text_of(answer)
    await world.beat()
    for who, other in ((anna, basile), (basile, anna)):
        (letter,) = letters_of(who)
        assert f"<@{ines.id}> aimerait te présenter quelqu’un d’ici" in letter
        assert REASON in letter
        assert "sinon, personne n’en saura rien" in letter
        assert str(other.id) not in letter
        assert other.name.lower() not in letter.lower()
    intro = await newest(world)

    noted = await says(world, anna, intro, yes=True)
    assert "Si c’est oui aussi de l’autre côté" in text_of(noted)
    assert world.threads.threads == []
    assert text_of(await says(world, basile, intro, yes=True)) == text_of(noted)
    (thread,) = world.threads.threads
    assert await people_in(world, thread.id) == {ines.id, anna.id, basile.id}
    first = text_of(next(message for message in thread.history() if message.components))
    assert REASON in first
    await days(world, 12)
    assert letters_of(ines) == []  # they are in the thread: there is nothing to tell
    await world.later(61 * DAY)
    await world.later(HOUR)
    assert (await again(world, intro.id)).state is IntroState.OVER


async def test_from_the_panel_the_notice_comes_first_and_what_was_refused_is_kept(world: World) -> None:
    place = await open_room(world)
    anna, basile = await folk(world, "Anna", "Basile")
    ines = world.join("Inès")
    await world.env.settle()
    (panel,) = (message for message in place.history() if message.components)
    notice = await ines.click(panel, label="Présenter deux personnes")
    form = await ines.click(message_of(notice), label=world.words("notice-accept"))
    refused = await ines.submit_modal(form, {"one": [anna], "whom": [basile], "why": "Écris à b@exemple.fr"})
    assert "ressemble à une adresse e-mail" in text_of(refused)
    kept = await ines.click(message_of(refused), label="Corriger")
    assert all(text in json.dumps(kept.modal) for text in (str(anna.id), str(basile.id), "b@exemple.fr"))
    done = await ines.submit_modal(kept, {"one": [anna], "whom": [basile], "why": REASON})
    assert "C’est noté, merci" in text_of(done)
    fresh = await Pressing(world).press(ines.id, "warm_intros:present")
    assert "exemple.fr" not in json.dumps(fresh.modal)


async def test_who_cannot_be_presented_is_said_at_once(world: World) -> None:
    ines, anna, basile, zoe = await folk(world, "Inès", "Anna", "Basile", "Zoé")
    stranger = world.join("Victor")
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await world.env.settle()
    assert "Pour faire connaissance toi-même" in text_of(await present(world, ines, ines, basile))
    assert "deux fois la même personne" in text_of(await present(world, ines, basile, basile))
    assert "pas encore parmi nous" in text_of(await present(world, ines, anna, stranger))
    association, house = world.association, world.bot.house
    async with association.transaction() as db:
        await house.lifecycle.leave(association, db, zoe.id)
    assert "pas encore parmi nous" in text_of(await present(world, ines, zoe, anna))
    assert "Il manque quelques mots" in text_of(await present(world, ines, anna, basile, "…"))
    assert "300 au plus" in text_of(await present(world, ines, anna, basile, "x" * 301))
    hands = Pressing(world)
    assert "Un bot n’a personne" in text_of(await hands.choose_on(ines.id, "Présenter à…", robot))
    assert "Pour faire connaissance toi-même" in text_of(await hands.choose_on(ines.id, "Présenter à…", ines))
    forged = await hands.submit(ines.id, "warm_intros:presented", {"one": "x", "whom": "", "why": REASON})
    assert "n’est plus" in text_of(forged)
    form = await hands.choose_on(ines.id, "Présenter à…", anna)
    refused = await ines.submit_modal(form, {"one": [anna], "whom": [robot], "why": REASON})
    assert "Un bot n’a personne" in text_of(refused)
    assert letters_of(anna) == letters_of(basile) == []
    assert await association.read().value("SELECT count(*) FROM intros") == 0


async def test_a_reason_that_says_who_the_other_is_is_refused(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    form = await Pressing(world).press(ines.id, "warm_intros:present")
    for reason in ("Basile a la même passion", "elle aussi, comme anna, photographie"):
        refused = await ines.submit_modal(form, {"one": [anna], "whom": [basile], "why": reason})
        assert "ressemble au nom de l’une des deux" in text_of(refused)
        form = await ines.click(message_of(refused), label="Corriger")
    assert letters_of(anna) == letters_of(basile) == []


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Vous aimez Laval", "Anna | Laval", None),
        ("Vous aimez la photographie", "Anna Photographie", None),
        ("L’atelier de Hélène", "hélène.b", "helene"),
        ("Les deux", "Les Ateliers", None),
        ("Al et vous", "Al", None),
        ("Une envie de vélo", "Luc le vélo", None),
        ("Luc et vous", "Luc le vélo", "luc"),
    ],
)
def test_parts_of_names_are_found_and_places_and_trades_are_none(text: str, name: str, found: str | None) -> None:
    assert present_rules.named_in(text, [name], {"laval", "photographie"}) == found


async def test_the_same_two_again_are_one_introduction_and_two_introducers_ask_once_each(world: World) -> None:
    ines, oscar, anna, basile = await folk(world, "Inès", "Oscar", "Anna", "Basile")
    first = await present(world, ines, anna, basile)
    assert text_of(await present(world, ines, basile, anna, "Autre raison")) == text_of(first)
    assert await world.association.read().value("SELECT count(*) FROM intros") == 1
    await present(world, oscar, basile, anna)
    assert len(letters_of(anna)) == len(letters_of(basile)) == 1  # one ask a week
    crossing = await newest(world)
    await days(world, 4)
    assert len(letters_of(anna)) == 1
    await days(world, 4)
    assert len(letters_of(anna)) == 1  # three working days would not be left
    await days(world, 3)
    assert (await again(world, crossing.id)).state is IntroState.OVER


async def test_whoever_was_asked_something_of_late_is_asked_once_they_may_be_and_so_is_the_other(world: World) -> None:
    ines, oscar, anna, basile, chloe = await folk(world, "Inès", "Oscar", "Anna", "Basile", "Chloé")
    async with world.association.transaction() as db:
        await wishes.allow_asks(db, anna.id, 1)
    await present(world, oscar, anna, chloe)
    await days(world, 4)
    await present(world, ines, anna, basile)
    assert (len(letters_of(anna)), len(letters_of(basile))) == (1, 0)
    await days(world, 3)
    assert (len(letters_of(anna)), len(letters_of(basile))) == (2, 1)
    intro = await newest(world)
    for who in (anna, basile):
        await says(world, who, intro, yes=True)
    assert len(world.threads.threads) == 1


async def test_on_second_thoughts_nobody_is_presented(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    answer = await present(world, ines, anna, basile)
    intro = await newest(world)
    undo = buttons_of(answer)["Finalement, non"]
    hands = Pressing(world)
    assert "n’est plus" in text_of(await hands.press(anna.id, undo))  # not hers to take back
    assert "C’est retiré" in text_of(await hands.press(ines.id, undo))
    await world.beat()
    assert letters_of(anna) == letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    assert "plus d’actualité" in text_of(await says(world, anna, intro, yes=True))
    assert "C’est déjà terminé" in text_of(await hands.press(ines.id, undo))
    await days(world, 12)
    assert letters_of(ines) == []


async def test_nobody_else_answers_and_nobody_answers_twice(world: World) -> None:
    ines, anna, basile, chloe = await folk(world, "Inès", "Anna", "Basile", "Chloé")
    await present(world, ines, anna, basile)
    intro = await newest(world)
    for who in (chloe, ines):
        assert "s’adressait à quelqu’un d’autre" in text_of(await says(world, who, intro, yes=True))
    assert "Cela reste entre nous" in text_of(await says(world, anna, intro, yes=False))
    assert "C’est déjà noté" in text_of(await says(world, anna, intro, yes=True))
    await days(world, 9)
    assert "plus d’actualité" in text_of(await says(world, basile, intro, yes=True))  # its day came
    over = await again(world, intro.id)
    assert (over.state, over.first_says, over.second_says) == (IntroState.OVER, Says.NO, Says.SILENT)


async def test_a_no_spares_whoever_was_not_asked_yet(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    async with world.association.transaction() as db:
        await wishes.note_closed(db, basile.id, world.clock.now())
    await present(world, ines, anna, basile)
    intro = await newest(world)
    await says(world, anna, intro, yes=False)
    seen = await Pressing(world).call(basile.id, "je-connais liste")
    assert seen.followups == []
    assert "s’adressait à quelqu’un d’autre" in text_of(await says(world, basile, intro, yes=True))


async def test_closed_direct_messages_are_read_at_the_next_use_and_can_be_answered(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    for who in (basile, ines):
        async with world.association.transaction() as db:
            await wishes.note_closed(db, who.id, world.clock.now())
    await present(world, ines, anna, basile)
    hands, intro = Pressing(world), await newest(world)
    assert (await hands.call(ines.id, "je-connais liste")).followups == []  # the word is for its day
    seen = await hands.call(basile.id, "je-connais liste")
    assert "aimerait te présenter quelqu’un d’ici" in text_of(seen)
    await says(world, anna, intro, yes=False)
    noted = await hands.press(basile.id, buttons_of(seen)["Oui, avec plaisir"])
    assert "C’est noté, merci" in text_of(noted)
    await days(world, 9)
    told = await hands.call(ines.id, "je-connais liste")
    assert "ne s’est pas faite cette fois" in text_of(told)


async def test_a_restart_a_suspension_and_a_part_switched_off_lose_nothing(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await world.choose({prefs.SUSPENDED: True})
    await present(world, ines, anna, basile)
    intro = await newest(world)
    assert letters_of(anna) == letters_of(basile) == []
    await world.choose({prefs.SUSPENDED: False})
    await world.restart()
    await world.later(HOUR)
    assert len(letters_of(anna)) == len(letters_of(basile)) == 1
    await world.choose({FEATURE.preference: False})
    assert "est éteinte ici" in text_of(await says(world, anna, intro, yes=True))
    await world.choose({FEATURE.preference: True})
    await world.restart()
    for who in (anna, basile):
        await says(world, who, intro, yes=True)
    assert len(world.threads.threads) == 1


async def test_switched_off_over_its_day_the_word_comes_when_it_is_on_again(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await present(world, ines, anna, basile)
    await world.choose({FEATURE.preference: False})
    await world.later(12 * DAY)
    assert letters_of(ines) == []
    await world.choose({FEATURE.preference: True})
    await world.beat()
    await days(world, 1)
    assert any("ne s’est pas faite cette fois" in letter for letter in letters_of(ines))
    assert (await newest(world)).state is IntroState.OVER


async def test_without_a_channel_for_threads_the_three_read_whom_to_write_to(world: World) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await present(world, ines, anna, basile)
    intro = await newest(world)
    for who in (anna, basile):
        await says(world, who, intro, yes=True)
    await days(world, 1)
    assert f"<@{basile.id}>" in letters_of(anna)[-1]
    assert f"<@{anna.id}>" in letters_of(basile)[-1]


async def test_kept_apart_or_objecting_between_two_yeses_opens_nothing_and_reads_the_same(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    await present(world, ines, anna, basile)
    intro = await newest(world)
    noted = await says(world, anna, intro, yes=True)
    await keep_apart(world, anna, basile)
    assert text_of(await says(world, basile, intro, yes=True)) == text_of(noted)
    assert world.threads.threads == []
    await days(world, 9)
    assert "ne s’est pas faite cette fois" in letters_of(ines)[-1]


async def test_the_whole_in_english(world: World) -> None:
    ines, anna, basile = await folk(world, "Inès", "Anna", "Basile")
    async with world.association.transaction() as db:
        await db.run("UPDATE members SET language = 'en'")
    form = await Pressing(world).press(ines.id, "warm_intros:present")
    assert form.modal is not None
    assert form.modal["title"] == "Introduce two people"
    answer = await present(world, ines, anna, basile, "Two ways of photographing farmers")
    assert "If both say yes, a thread for the three of you opens by <t:" in text_of(answer)
    assert f"<@{ines.id}> would like to introduce you to somebody here" in letters_of(anna)[0]
    intro = await newest(world)
    assert "If it is yes on the other side too" in text_of(await says(world, anna, intro, yes=True))
    assert "This stays between us" in text_of(await says(world, basile, intro, yes=False))
    await days(world, 9)
    assert "didn’t come about this time" in letters_of(ines)[-1]
    assert [part["label"] for part in components_of(answer) if part.get("type") == 2] == [
        "Introduce others",
        "On second thoughts, no",
    ]
