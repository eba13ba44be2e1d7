"""Who is asked, why, and when others are; nobody learns who was."""

from __future__ import annotations

import pytest

from bot.schedule.clock import DAY, HOUR
from bot.words.text import link
from cogs.help_requests import CHANNEL, store
from cogs.help_requests.preferences import AGAIN, AT_ONCE
from cogs.help_requests.rules import State
from tests.help_requests.stage import (
    QUESTION,
    TUESDAY,
    ask,
    asked,
    card_of,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    open_channel,
    people_in,
    press_letter,
    thread_of,
)
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, close_messages, come_to, inbox
from tests.world import World, buttons_of, components_of, message_of, text_of


@pytest.fixture
async def open_world(world: World) -> World:
    """A channel for helping hands, on a Tuesday morning."""
    await open_channel(world)
    await come_to(world, TUESDAY)
    return world


async def test_whoever_knows_about_it_is_asked_and_told_why(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna", where="Laval 53", offers="photo")
    basile = await helper(world, "Basile", "facturation, sites Webflow", where="Mayenne")
    chloe = await helper(world, "Chloé", "céramique", what="Je fais des bols")
    await ask(world, anna, "Facturation d’un acompte : comment faire ?", details="Mon site Webflow")
    assert await asked(world) == {basile.id}
    (letter,) = letters_of(basile)
    assert f"<@{anna.id}> demande un coup de main, pour le 9 janvier 2026" in letter
    assert "Facturation d’un acompte" in letter
    assert "tu as indiqué « facturation »" in letter
    assert "dans le même coin, Mayenne (53)" in letter
    assert list(buttons_of(last_letter(basile))) == [
        "Je m’en occupe",
        "Je connais quelqu’un",
        "Je ne peux pas",
        "Plus tard",
        "Ne plus me proposer",
    ]
    assert letters_of(chloe) == []


async def test_synonyms_and_word_forms_are_the_same_subject(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    basile = await helper(world, "Basile", "développement web")
    await ask(world, anna, "Quel dev pourrait regarder mes pages ?")
    assert await asked(world) == {basile.id}


async def test_three_at_once_and_three_others_a_working_day_later(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    helpers = [await helper(world, f"Aide{number}") for number in range(7)]
    await ask(world, anna, "Facturation : une question")
    first = await asked(world)
    assert len(first) == 3
    assert {who.id for who in helpers if letters_of(who)} == first
    await beats(world, 23 * HOUR)
    assert await asked(world) == first
    await beats(world, HOUR)
    second = await asked(world)
    assert len(second) == 6
    await beats(world, DAY)
    assert len(await asked(world)) == 7
    assert all(len(letters_of(who)) == 1 for who in helpers)
    assert letters_of(anna) == []


async def test_a_request_of_a_friday_evening_is_put_to_others_on_tuesday(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    for number in range(4):
        await helper(world, f"Aide{number}")
    await come_to(world, "2026-01-09 20:00")
    await ask(world, anna, "Facturation : une question", "20/1")
    assert len(await asked(world)) == 3
    await come_to(world, "2026-01-12 08:31")
    assert len(await asked(world)) == 3
    await come_to(world, "2026-01-13 08:31")
    assert len(await asked(world)) == 4


async def test_i_am_on_it_joins_and_the_others_read_that_it_is_taken(open_world: World) -> None:
    world = open_world
    place = world.guild.channels["coups-de-main"]
    anna = await member(world, "Anna")
    basile, chloe = await helper(world, "Basile"), await helper(world, "Chloé")
    await ask(world, anna, "Facturation : une question")
    old = buttons_of(last_letter(chloe))
    await press_letter(basile, "Je m’en occupe")
    assert "Merci, c’est noté. La suite se passe ici" in text_of(last_letter(basile))
    assert "discord.com" not in text_of(last_letter(basile))
    assert [one["url"] for one in components_of(last_letter(basile)) if one.get("url")] == [
        link(world.guild.id, thread_of(place).id)
    ]
    await beats(world)
    assert text_of(last_letter(chloe)) == "> Facturation : une question\nC’est pris, merci."
    assert basile.id in await people_in(world, thread_of(place))
    word = thread_of(place).history()[-1]
    assert text_of(word) == f"<@{basile.id}> peut aider. <@{anna.id}>, c’est par ici."
    (sent,) = [r.json for r in world.env.http_requests if r.method == "POST" and "peut aider" in str(r.json)]
    assert isinstance(sent, dict)
    assert sent["allowed_mentions"] == {"parse": [], "users": [anna.id]}
    assert "Quelqu’un s’en occupe" in text_of(card_of(place))
    assert (await newest(world)).state is State.UNDER_WAY
    late = await press(world, chloe, old["Je m’en occupe"].split("@")[0])
    assert "C’est pris, merci" in text_of(late)


async def test_a_no_is_heard_by_nobody_and_others_are_asked(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    helpers = [await helper(world, f"Aide{number}") for number in range(4)]
    await ask(world, anna, "Facturation : une question")
    said_no = next(who for who in helpers if letters_of(who))
    await press_letter(said_no, "Je ne peux pas")
    assert text_of(last_letter(said_no)) == "D’accord, merci d’avoir lu. Personne ne le saura."
    again = await press(world, said_no, f"help_requests:decline:{(await newest(world)).id}")
    assert "déjà noté" in text_of(again)
    await beats(world, DAY)
    assert len(await asked(world)) == 4
    assert len(inbox(said_no)) == 1
    assert letters_of(anna) == []


async def test_several_may_help_from_the_card(open_world: World) -> None:
    world = open_world
    place = world.guild.channels["coups-de-main"]
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await ask(world, anna)
    for who in (basile, chloe, chloe):
        joined = await who.click(card_of(place), label="Je peux aider")
        assert "La suite se passe ici" in text_of(joined)
    await beats(world)
    assert {anna.id, basile.id, chloe.id} <= await people_in(world, thread_of(place))
    assert len([message for message in thread_of(place).history() if "peut aider" in text_of(message)]) == 2
    own = await anna.click(card_of(place), label="Je peux aider")
    assert "C’est ta propre demande" in text_of(own)


async def test_who_joins_from_the_card_reads_the_notice_first(open_world: World) -> None:
    world = open_world
    place = world.guild.channels["coups-de-main"]
    anna, nora = await member(world, "Anna"), world.join("Nora")
    await ask(world, anna)
    notice = await nora.click(card_of(place), label="Je peux aider")
    joined = await nora.click(message_of(notice), label="J’ai lu, on y va")
    assert "La suite se passe ici" in text_of(joined)


async def test_nobody_is_asked_beyond_their_cap_or_while_they_rest(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    once, twice, resting = [await helper(world, name) for name in ("Une", "Deux", "Pause")]
    shown = await twice.slash(world.lounge, "coup-de-main aider")
    await twice.select(message_of(shown), ["2"], custom_id="help_requests:lend_often")
    shown = await resting.slash(world.lounge, "coup-de-main aider")
    await resting.select(message_of(shown), ["week"], custom_id="help_requests:lend_pause")
    for number in range(4):
        await ask(world, anna, f"Facturation : question {number}", "20/1")
    assert (len(inbox(once)), len(inbox(twice)), len(inbox(resting))) == (1, 2, 0)
    for _ in range(8):  # what is overdue is taken up one a minute
        await beats(world, DAY)
    assert len(inbox(resting)) == 1
    assert len(inbox(once)) <= 2


async def test_the_one_who_was_asked_less_this_week_goes_first(open_world: World) -> None:
    world = open_world
    await world.choose({AT_ONCE: "1"})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    anna = await member(world, "Anna")
    helpers = [await helper(world, f"Aide{number}") for number in range(3)]
    for who in helpers:
        shown = await who.slash(world.lounge, "coup-de-main aider")
        await who.select(message_of(shown), ["3"], custom_id="help_requests:lend_often")
    for number in range(3):
        await ask(world, anna, f"Facturation : question {number}")
    assert [len(inbox(who)) for who in helpers] == [1, 1, 1]


async def test_whoever_closed_their_messages_is_not_asked_and_holds_nobody_up(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    closed = await helper(world, "Fermé")
    close_messages(world, closed)
    await ask(world, anna, "Facturation : une question")
    assert await asked(world) == {closed.id}
    basile = await helper(world, "Basile")
    await beats(world, DAY)
    assert await asked(world) == {closed.id, basile.id}
    await ask(world, anna, "Facturation : une autre question")
    assert closed.id not in await asked(world)
    shown = await closed.slash(world.lounge, "coup-de-main liste")
    assert "Facturation : une question" in text_of(shown.followups[-1])  # it waited for their next visit


async def test_an_answer_in_the_thread_ends_the_search(open_world: World) -> None:
    world = open_world
    place = world.guild.channels["coups-de-main"]
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    for number in range(4):
        await helper(world, f"Aide{number}")
    await ask(world, anna, "Facturation : une question")
    await anna.send(thread_of(place), "Je précise : un client allemand")
    await basile.send(thread_of(place), "Demande l’acompte dès le devis")
    await beats(world, DAY)
    assert len(await asked(world)) == 3
    assert (await newest(world)).answered_at is not None


async def test_organisers_switch_the_private_asks_off(open_world: World) -> None:
    world = open_world
    await world.choose({AT_ONCE: "off"})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    await beats(world, 2 * DAY)
    assert letters_of(basile) == []
    await world.choose({AT_ONCE: "3", AGAIN: "off"})
    await ask(world, anna, "Facturation : une autre")
    assert len(letters_of(basile)) == 1


async def test_newcomers_requests_choose_first(open_world: World) -> None:
    world = open_world
    await world.choose({AT_ONCE: "1"})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    old = await member(world, "Ancienne")
    await ask(world, old, "Facturation : la mienne", "30/3")
    await come_to(world, "2026-03-17 10:00")
    new = await member(world, "Nouvelle")
    await ask(world, old, "Facturation : encore la mienne", "30/3")
    await ask(world, new, "Facturation : ma première", "30/3")
    basile = await helper(world, "Basile")  # the only one, once a week
    await beats(world, DAY)
    (letter,) = letters_of(basile)
    assert "ma première" in letter


async def test_a_request_that_is_not_published_is_not_put_to_anybody(open_world: World) -> None:
    world = open_world
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await world.choose({CHANNEL: None})
    await ask(world, anna, "Facturation : une question", "30/1")
    await beats(world, 2 * DAY)
    assert letters_of(basile) == []
    await open_channel(world)
    await beats(world)
    assert len(letters_of(basile)) == 1


async def test_the_search_goes_on_after_a_restart(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    for number in range(4):
        await helper(world, f"Aide{number}")
    await ask(world, anna, "Facturation : une question")
    await world.restart()
    await beats(world, DAY)
    assert len(await asked(world)) == 4
    assert (await store.get(world.association.read(), (await newest(world)).id)) is not None


async def test_organisers_see_one_line_for_all_that_is_looked_after(open_world: World) -> None:
    world = open_world
    anna = await member(world, "Anna")
    await ask(world, anna)
    await ask(world, anna, "Une autre question, ici")
    seen = await world.organiser.slash(world.office, "envois")
    assert text_of(seen).count("Le suivi des coups de main en attente") >= 1
    assert QUESTION not in text_of(seen)
