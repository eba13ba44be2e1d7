"""Looking for somebody who knows somebody, told as those who look and those who are asked live it."""

from __future__ import annotations

from bot.people import members, ties
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs.help_requests import Network, network_store
from cogs.warm_intros.rules import Answer, Helped, IntroState, SearchState
from tests.pressing import Pressing
from tests.test_letters_story import inbox
from tests.warm_intros.search_stage import (
    WHO,
    WHY,
    asked,
    days,
    folk,
    has_profile,
    intros,
    letters_of,
    long_after,
    look,
    newest,
    note_door,
    people_in,
    press,
)
from tests.world import World, buttons_of, text_of


async def test_a_yes_opens_a_thread_of_two_with_words_to_copy_and_two_weeks_later_it_helped(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile)
    answer = await look(world, anna)
    said = text_of(answer)
    assert "Je cherche. Réponse au plus tard le <t:" in said
    assert WHO in said
    (letter,) = letters_of(basile)
    assert f"<@{anna.id}> cherche : **{WHO}**" in letter
    assert WHY in letter
    assert "Pourquoi toi ? Tu as noté une porte : « Une imprimerie du coin »" in letter
    for label in ("Oui, avec plaisir", "Pas maintenant", "Je préfère en parler d’abord", "Je pense à quelqu’un d’ici"):
        assert label in letter
    assert letters_of(anna) == []
    search = await newest(world)

    done = await press(world, basile, "yes", search.id)
    assert "Un fil privé vient de s’ouvrir" in text_of(done)
    (thread,) = world.threads.threads
    assert await people_in(world, thread.id) == {anna.id, basile.id}
    first = text_of(next(message for message in thread.history() if message.components))
    assert "```\nBonjour, une personne de mon réseau cherche ceci : « Une imprimerie" in first
    assert WHY in first
    assert [WHO in told for told in letters_of(anna)] == [True]
    assert (await newest(world)).state is SearchState.FOUND

    await long_after(world, 13)
    assert len(letters_of(anna)) == 1
    await days(world, 2)
    assert "Est-ce que la piste a servi ?" in letters_of(anna)[-1]
    (intro,) = await intros(world)
    thanked = await press(world, anna, "helped", intro.id)
    assert "Dire merci" in text_of(thanked)
    assert f"<@{anna.id}> te remercie" in letters_of(basile)[-1]
    db = world.association.read()
    assert [(tie.member_id, tie.matter) for tie in await ties.of(db, anna.id)] == [(basile.id, f"intro:{intro.id}")]
    assert letters_of(chloe) == []


async def test_whoever_would_rather_talk_first_promises_nothing(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await look(world, anna)
    done = await press(world, basile, "talk", (await newest(world)).id)
    assert "rien n’est promis" in text_of(done)
    (thread,) = world.threads.threads
    assert await people_in(world, thread.id) == {anna.id, basile.id}
    first = text_of(next(message for message in thread.history() if message.components))
    assert "préfère en parler d’abord. Rien n’est promis" in first
    assert "```" not in first
    assert "par les personnes qui gèrent les fils" in first
    (intro,) = await intros(world)
    assert intro.talk


async def test_a_no_moves_on_at_once_and_a_silence_after_three_working_days(world: World) -> None:
    anna, basile, chloe, denis = await folk(world, "Anna", "Basile", "Chloé", "Denis")
    for one in (basile, chloe, denis):
        await note_door(world, one)
    await look(world, anna)
    number = (await newest(world)).id
    everybody = {one.id: one for one in (basile, chloe, denis)}
    (first,) = await asked(world)
    done = await press(world, everybody[first.member_id], "no", number)
    assert text_of(done) == "Aucun souci. Cela reste entre nous."
    first, second = await asked(world)
    assert (first.answer, second.answer) == (Answer.NO, None)
    await days(world, 2)
    assert len(await asked(world)) == 2
    await days(world, 1)
    _, second, third = await asked(world)
    assert (second.answer, third.answer) == (Answer.SILENT, None)
    late, last = everybody[second.member_id], everybody[third.member_id]
    assert "Un fil privé" in text_of(await press(world, late, "yes", number))  # a late yes is a yes
    assert letters_of(last) == ["C’est pris, merci."]
    refused = await press(world, last, "yes", number)
    assert text_of(refused) == "C’est pris, merci."
    (intro,) = await intros(world)
    assert intro.introducer_id == late.id
    assert len(letters_of(anna)) == 1


async def test_later_is_a_silence_for_the_search_and_asks_once_more_in_a_week_and_never_again(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile)
    await look(world, anna)
    await basile.user.click(inbox(basile)[0], label="Plus tard")
    assert WHO not in letters_of(basile)[0]
    await days(world, 2)
    await note_door(world, chloe)
    await days(world, 1)
    assert [(one.member_id, one.answer) for one in await asked(world)] == [
        (basile.id, Answer.SILENT),
        (chloe.id, None),
    ]
    await long_after(world, 4)
    assert [WHO in said for said in letters_of(basile)] == [False, True]
    await basile.user.click(inbox(basile)[1], label="Plus tard")
    await long_after(world, 8)
    assert len(letters_of(basile)) == 2
    assert [one.member_id for one in await asked(world)] == [basile.id, chloe.id]
    assert len(letters_of(chloe)) == 1


async def test_without_a_yes_the_day_that_was_said_says_so_and_never_earlier(world: World) -> None:
    (anna,) = await folk(world, "Anna")
    async with world.association.transaction() as db:
        await network_store.add(db, Network(0, "CMA", "Conseil", "https://exemple.fr"), 0)
    await look(world, anna)
    search = await newest(world)
    assert search.answer_by - search.created_at == 16 * DAY  # twelve working days, two weekends
    await long_after(world, 15)
    assert letters_of(anna) == []
    await world.env.advance_time(search.answer_by - world.clock.now() - 1)
    await world.beat()
    assert letters_of(anna) == []
    await world.later(1)
    (letter,) = letters_of(anna)
    assert "Pas de piste cette fois" in letter
    assert "Souvent, personne n’a encore ouvert cette porte" in letter
    assert "CMA" in letter
    assert "Essayer d’autres mots" in letter
    assert (await newest(world)).state is SearchState.ENDED


async def test_ones_own_trade_and_place_are_reasons_while_the_profile_is_shown(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await has_profile(world, basile, trade="photo", zone="53")
    await has_profile(world, chloe, trade="photo", zone="53")
    async with world.association.transaction() as db:
        await members.hide_profile(db, chloe.id)
    await look(world, anna, "Un photographe en Mayenne", "Trois portraits")
    assert [(one.member_id, one.reasons) for one in await asked(world)] == [(basile.id, ("trade", "place"))]
    (letter,) = letters_of(basile)
    assert "Pourquoi toi ? C’est ton métier, et ton coin." in letter
    await press(world, basile, "no", (await newest(world)).id)
    assert letters_of(chloe) == []


async def test_two_searches_at_once_are_the_most_and_the_same_one_twice_is_one(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await look(world, anna)
    again = await look(world, anna)
    assert "Je cherche. Réponse" in text_of(again)
    await look(world, anna, "Une salle")
    refused = text_of(await look(world, anna, "Un notaire"))
    assert "Il y a déjà 2 recherches" in refused
    assert "Corriger" in refused
    hands = Pressing(world)
    shown = await hands.press(anna.id, "warm_intros:searches")
    assert text_of(shown).count("Retirer") == 2
    assert "n’est pas dans ta liste" in text_of(await hands.press(basile.id, "warm_intros:withdraw:1"))
    gone = text_of(await hands.press(anna.id, "warm_intros:withdraw:1"))
    await world.beat()
    assert f"C’est retiré : « {WHO} »" in gone
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    assert "Ce n’est plus d’actualité" in text_of(await press(world, basile, "yes", 1))
    assert "déjà terminée" in text_of(await hands.press(anna.id, "warm_intros:withdraw:1"))
    later = text_of(await look(world, anna, "Un notaire"))
    assert "la suivante attend le <t:" in later
    await days(world, 7)
    assert "Je cherche." in text_of(await look(world, anna, "Un notaire"))


async def test_what_is_refused_in_the_command_is_kept_and_a_newcomer_reads_the_notice_first(world: World) -> None:
    (anna,) = await folk(world, "Anna")
    hands = Pressing(world)
    refused = await hands.call(anna.id, "qui-connait", {"qui": "quelqu’un@exemple.fr", "pourquoi": WHY})
    assert "adresse e-mail" in text_of(refused)
    (act,) = [said for said in buttons_of(refused).values() if said.startswith("kernel:reopen")]
    form = await hands.press(anna.id, act)
    assert form.modal is not None
    assert WHY in str(form.modal)
    blank = await hands.submit(anna.id, "warm_intros:looked", {"who": "…", "why": WHY})
    assert "Il manque qui l’on cherche" in text_of(blank)
    stranger = world.join("Zoé")
    notice = text_of(await hands.call(stranger.id, "qui-connait", {"qui": "un notaire", "pourquoi": WHY}))
    assert "un notaire" in notice
    assert WHY in notice
    assert await world.association.read().value("SELECT count(*) FROM searches") == 0


async def test_nobody_answers_what_they_were_not_asked_nor_twice(world: World) -> None:
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    await note_door(world, basile)
    await look(world, anna)
    number = (await newest(world)).id
    for who in (anna, chloe):
        assert "s’adressait à quelqu’un d’autre" in text_of(await press(world, who, "yes", number))
    await press(world, basile, "no", number)
    assert "déjà noté" in text_of(await press(world, basile, "yes", number))
    assert await intros(world) == []


async def test_without_a_channel_for_threads_both_learn_whom_to_write_to(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await world.choose({prefs.THREADS_CHANNEL: None})
    await note_door(world, basile)
    await look(world, anna)
    await press(world, basile, "yes", (await newest(world)).id)
    await days(world, 1)
    assert f"écrire directement à <@{basile.id}>" in letters_of(anna)[-1]
    assert f"écrire directement à <@{anna.id}>" in letters_of(basile)[-1]


async def test_too_early_is_asked_once_more_and_not_this_time_is_the_end_of_it(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    await look(world, anna)
    await press(world, basile, "yes", (await newest(world)).id)
    (intro,) = await intros(world)
    await long_after(world, 15)
    assert "deux semaines" in text_of(await press(world, anna, "too_early", intro.id))
    assert "déjà noté" in text_of(await press(world, anna, "too_early", intro.id))
    told = len(letters_of(anna))
    await long_after(world, 15)
    assert len(letters_of(anna)) == told + 1
    assert "prochaine" in text_of(await press(world, anna, "not_helped", intro.id))
    (intro,) = await intros(world)
    assert (intro.helped, intro.state) == (Helped.NO, IntroState.OVER)
    assert await ties.of(world.association.read(), anna.id) == []
    assert "n’est plus à jour" in text_of(await press(world, basile, "helped", intro.id))


async def test_an_english_speaker_looks_and_is_answered_in_english(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    async with world.association.transaction() as db:
        for one in (anna, basile):
            await members.choose_language(db, one.id, "en")
    await note_door(world, basile)
    assert "I am looking. You will have an answer by <t:" in text_of(await look(world, anna))
    assert "Why you? You noted a door" in letters_of(basile)[0]
    done = await press(world, basile, "talk", (await newest(world)).id)
    assert "nothing is promised" in text_of(done)
    assert "there is a lead" in letters_of(anna)[0]
