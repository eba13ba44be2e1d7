"""A question a week, where people talk: told as a room lives it, over weeks of simulated time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.schedule.clock import DAY, HOUR, MINUTE
from cogs.digest import CHANNEL as DIGEST
from cogs.prompts.hearing import Heard, listen
from cogs.prompts.preferences import HOST, LIVELY, THEMES
from tests.introductions.test_refusals import press
from tests.organisers.test_sending import choices
from tests.prompts.stage import (
    answer,
    asked,
    hours,
    lines,
    next_at,
    said,
    switch_on,
    talk,
    threads,
    turn,
)
from tests.test_letters_story import PARIS, beats, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of


def local(at: datetime) -> str:
    """An instant as the association's clocks show it."""
    return f"{at.astimezone(PARIS):%a %d/%m %H:%M}"


async def test_nothing_is_asked_before_organisers_switch_it_on(world: World) -> None:
    anna = world.join("Anna")
    await anna.send(world.lounge, "Bonjour")
    await beats(world, 20 * DAY)
    refused = await press(world, world.organiser, "prompts:turn:on")
    assert "Il faut d’abord un salon textuel" in text_of(refused)
    assert said(world.lounge) == []


async def test_a_question_comes_on_tuesday_at_ten_with_its_thread(world: World) -> None:
    anna = world.join("Anna")
    shown = await switch_on(world)
    assert "allumée" in text_of(shown)
    assert "chaque mardi à 10 h" in text_of(shown)
    await talk(world, anna, world.lounge)
    await turn(world)
    (question,) = asked(world.lounge)
    assert local(question.created_at) == "Tue 06/01 10:00"
    assert "Deux lignes suffisent, dans le fil." in text_of(question)
    assert buttons_of(question) == {"Proposer une question": "prompts:suggest"}
    (thread,) = world.lounge.threads
    assert thread.id == question.id
    assert thread.name is not None
    assert len(thread.name) <= 60
    assert thread.name.rstrip("…") in text_of(question)


async def test_where_people_talk_nothing_is_asked(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge, before=hours(11))
    await turn(world)
    assert said(world.lounge) == []
    await talk(world, anna, world.lounge, before=hours(13))
    await turn(world)
    assert len(said(world.lounge)) == 1


async def test_organisers_say_how_long_a_room_is_lively(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await world.choose({LIVELY: "6"})
    await talk(world, anna, world.lounge, before=hours(7))
    await turn(world)
    assert len(said(world.lounge)) == 1


async def test_never_right_after_its_own_word_but_a_members_card_is_none(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world, world.hall)
    await world.introduce(anna, "Je fais des sites web")
    await anna.send(world.hall, "Et voilà")
    await world.introduce(world.join("Basile"), "Je fais des photos")
    await turn(world)
    before = len(asked(world.hall))
    assert "Deux lignes suffisent" in said(world.hall)[-1]
    await turn(world)
    assert len(asked(world.hall)) == before


@pytest.mark.parametrize("first", ["2026-03-16 12:00", "2026-10-12 12:00"])
async def test_around_each_clock_change_it_is_ten_each_tuesday_once(world: World, first: str) -> None:
    anna = world.join("Anna")
    await come_to(world, first)
    await switch_on(world)
    for week in range(4):
        await talk(world, anna, world.lounge, before=2 * DAY)
        await turn(world)
        assert len(asked(world.lounge)) == week + 1
        await answer(anna, world.lounge)
        for hour in range(3):  # nothing comes twice in the hour that comes twice
            await beats(world, hour * HOUR)
    when = [local(question.created_at) for question in asked(world.lounge)]
    assert {moment[:3] + moment[-5:] for moment in when} == {"Tue10:00"}
    assert len({text_of(question) for question in asked(world.lounge)}) == 4


async def test_a_holiday_moves_it_to_the_next_working_day_and_a_pause_leaves_it_out(world: World) -> None:
    anna = world.join("Anna")
    await come_to(world, "2026-07-08 12:00")
    await switch_on(world)
    await press(world, world.organiser, "organisers:pause_suggested:2026-07-20:2026-08-31")
    await talk(world, anna, world.lounge)
    await turn(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    assert [local(question.created_at) for question in asked(world.lounge)] == ["Wed 15/07 10:00", "Tue 01/09 10:00"]


async def test_after_a_week_of_downtime_there_is_no_burst(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await world.env.advance_time(8 * DAY)
    await world.restart()
    for _ in range(6):
        await beats(world, MINUTE)
    assert said(world.lounge) == []
    await turn(world)
    (question,) = asked(world.lounge)
    assert local(question.created_at) == "Tue 13/01 10:00"


@pytest.mark.parametrize(("late", "count"), [(hours(3), 1), (hours(5), 0)])
async def test_some_hours_late_it_is_still_asked_then_it_waits_a_week(world: World, late: int, count: int) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await turn(world, after=late)
    assert len(asked(world.lounge)) == count
    assert await next_at(world) == 1768294800  # Tuesday 13 January, 10:00


async def test_late_into_quiet_hours_it_keeps_quiet(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    shown = await press(world, world.organiser, "organisers:rhythm_show:prompts:ask")
    await world.organiser.select(message_of(shown), ["18-00"], custom_id="organisers:rhythm_set:at:prompts:ask")
    await talk(world, anna, world.lounge)
    await turn(world, after=2 * HOUR)
    assert said(world.lounge) == []


async def test_two_silences_halve_the_rhythm_four_end_it_and_organisers_are_told_once(world: World) -> None:
    """People talk past it: each week somebody writes in the room, and nobody answers."""
    anna = world.join("Anna")
    await switch_on(world)
    counts = []
    for _ in range(10):
        await talk(world, anna, world.lounge)
        await turn(world)
        counts.append(len(asked(world.lounge)))
    assert counts == [1, 2, 2, 3, 3, 4, 4, 4, 4, 4]
    (line,) = lines(world)
    assert "La question fait une pause" in text_of(line)
    assert "choisir une personne que j’inviterai" in text_of(line)
    assert set(buttons_of(line)) == {"Reprendre", "Réglages de la question"}
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Rien : elle s’est arrêtée" in text_of(ahead)
    shown = await world.organiser.slash(world.office, "questions planifier")
    assert "La question du moment · éteinte" in text_of(shown)
    assert "Reprendre" in buttons_of(shown)


async def test_organisers_take_it_up_again_and_answers_restore_it_step_by_step(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    for _ in range(8):
        await talk(world, anna, world.lounge)
        await turn(world)
    resumed = await world.organiser.click(lines(world)[0], label="Reprendre")
    assert "une fois sur deux d’abord" in text_of(resumed)
    before = len(asked(world.lounge))
    counts = []
    for _ in range(5):
        await talk(world, anna, world.lounge)
        await turn(world)
        counts.append(len(asked(world.lounge)) - before)
        if counts[-1] == 2 and len(counts) == 3:
            await answer(anna, world.lounge)
    assert counts == [1, 1, 2, 3, 4]
    shown = await world.organiser.slash(world.office, "questions planifier")
    assert "une fois sur deux" in text_of(shown)
    await answer(anna, world.lounge)
    await turn(world)
    shown = await world.organiser.slash(world.office, "questions planifier")
    assert "faute de réponses :" not in text_of(shown)


async def test_a_dead_room_hears_one_question_and_organisers_one_word(world: World) -> None:
    await switch_on(world)
    for _ in range(8):
        await turn(world)
    assert len(asked(world.lounge)) == 1
    (line,) = lines(world)
    assert "dans un salon où l’on se parle déjà" in text_of(line)


async def test_an_answer_in_the_channel_counts_when_it_replies_to_the_question(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    await anna.send(world.lounge, "Un message la veille", reply_to=asked(world.lounge)[0])
    await world.env.advance_time(await next_at(world) - world.clock.now() - HOUR)
    heard = await _heard(world)
    assert (heard.answered, heard.own_posted_last) == (True, False)


async def test_who_writes_in_a_thread_has_spoken_in_the_room(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    assert (await _heard(world)).own_posted_last
    await answer(anna, world.lounge)
    heard = await _heard(world)
    assert not heard.own_posted_last
    assert heard.last_human_at == world.clock.now()
    assert heard.answered


async def _heard(world: World) -> Heard:
    with world.env._bot_scope():
        heard = await listen(world.bot.house, world.association)
    assert isinstance(heard, Heard)
    return heard


async def test_a_restart_between_listening_and_deciding_asks_once(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await world.env.advance_time(await next_at(world) - world.clock.now())
    await _heard(world)
    await world.restart()
    await beats(world, MINUTE)
    await world.restart()
    await beats(world, MINUTE)
    assert len(asked(world.lounge)) == 1
    assert len(threads(world.lounge)) == 1


async def test_of_two_things_planned_for_one_minute_in_one_channel_the_question_holds_back(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await world.choose({DIGEST: world.lounge.id})
    await press(world, world.organiser, "organisers:rhythm_turn:on:digest:post")
    await switch_on(world)
    for part, value in (("weekday", "0"), ("at", "08-30")):
        shown = await press(world, world.organiser, "organisers:rhythm_show:prompts:ask")
        act = f"organisers:rhythm_set:{part}:prompts:ask"
        await world.organiser.select(message_of(shown), [value], custom_id=act)
    await anna.send(world.lounge, "Bonne année")
    await turn(world)
    (post,) = asked(world.lounge)
    assert "La gazette du" in text_of(post)


async def test_suspended_means_silent_and_nothing_is_made_up_for(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await press(world, world.organiser, "organisers:suspend")
    await talk(world, anna, world.lounge)
    await turn(world)
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Rien : tout est suspendu." in text_of(ahead)
    await beats(world, DAY)
    await press(world, world.organiser, "organisers:resume")
    await beats(world, MINUTE)
    assert said(world.lounge) == []


async def test_a_deleted_channel_is_told_once_and_another_one_takes_over(world: World) -> None:
    anna = world.join("Anna")
    place = world.guild.create_text_channel("papotage")
    await world.env.settle()
    await switch_on(world, place)
    await talk(world, anna, place)
    await turn(world)
    assert len(asked(place)) == 1
    world.env.backend.delete_channel(place.id)
    await world.env.settle()
    for _ in range(3):
        await turn(world)
    told = [text_of(line) for line in lines(world)]
    assert len(told) == 1
    assert "n’a pas de salon, ou il n’existe plus" in told[0]
    shown = await world.organiser.slash(world.office, "questions planifier")
    assert "Le salon choisi n’existe plus." in text_of(shown)
    await world.organiser.select(message_of(shown), [world.lounge], custom_id="prompts:channel")
    await talk(world, anna, world.lounge)
    await turn(world)
    assert len(asked(world.lounge)) == 1


async def test_a_room_that_it_may_not_read_is_left_alone_and_organisers_are_told_once(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    world.env.inject_error("GET", f"/channels/{world.lounge.id}/messages", status=403, code=50013, times=None)
    for _ in range(3):
        await turn(world)
    assert said(world.lounge) == []
    (line,) = lines(world)
    assert "Je ne peux pas lire le salon de la question" in text_of(line)


async def test_what_could_not_be_posted_in_its_hours_is_not_asked_later_and_counts_as_no_silence(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    world.env.inject_error("POST", f"/channels/{world.lounge.id}/messages", status=403, code=50013, times=None)
    await turn(world)
    for _ in range(10):
        await beats(world, HOUR)
    assert said(world.lounge) == []
    assert await world.association.read().value("SELECT count(*) FROM prompt_posts") == 0
    (line,) = lines(world)
    assert "Il me manque une permission" in text_of(line)
    world.env.backend.faults.clear()
    await talk(world, anna, world.lounge)
    await turn(world)
    assert len(asked(world.lounge)) == 1


async def test_the_themes_take_turns_and_organisers_are_told_once_when_none_is_left(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await world.choose({THEMES: "victoires"})
    async with world.association.transaction() as db:
        for number in range(1, 10):
            code = f"vic-{number:02}"
            await db.run(
                "INSERT INTO prompt_questions (code, theme, changed_at) VALUES (:code, 'victoires', 0)", code=code
            )
        await db.run("DELETE FROM prompt_questions WHERE code = 'vic-03'")
    for _ in range(4):
        await talk(world, anna, world.lounge)
        await turn(world)
        await answer(anna, world.lounge)
    assert len(asked(world.lounge)) == 2
    assert sum("Il n’y a plus de question à poser" in text_of(line) for line in lines(world)) == 1
    await beats(world, DAY)
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "tout ce qui pouvait l’être a été posé" in text_of(ahead)


async def test_the_host_is_invited_privately_and_named_nowhere(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(basile, "Je fais des photos")
    await switch_on(world)
    await world.choose({HOST: basile.id})
    await talk(world, anna, world.lounge)
    await turn(world)
    (letter,) = inbox(basile)
    assert "Veux-tu répondre en premier ?" in text_of(letter)
    assert {"Plus tard", "Ne plus me proposer"} <= set(buttons_of(letter))
    assert str(basile.id) not in text_of(asked(world.lounge)[0])
    await basile.user.click(letter, label="Ne plus me proposer")
    await answer(anna, world.lounge)
    await talk(world, anna, world.lounge)
    await turn(world)
    assert len(asked(world.lounge)) == 2
    assert len(inbox(basile)) == 1


async def test_who_welcomes_newcomers_is_the_host_where_nobody_else_is(world: World) -> None:
    from cogs.introductions import HOST as WELCOMES

    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(basile, "Je fais des photos")
    await switch_on(world)
    await world.choose({WELCOMES: basile.id})
    await talk(world, anna, world.lounge)
    await turn(world)
    assert "La question vient d’être posée" in text_of(inbox(basile)[0])


async def test_what_comes_next_stands_in_the_list_of_what_will_be_sent(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await beats(world, DAY)
    shown = await world.organiser.slash(world.office, "envois")
    assert "La question du moment" in text_of(shown)
    entry = await world.organiser.select(message_of(shown), choices(shown), custom_id="organisers:entry")
    assert "Deux lignes suffisent" in text_of(entry)
    skipped = await world.organiser.slash(world.office, "questions passer")
    act = buttons_of(skipped)["Sauter la prochaine"]
    done = await world.organiser.click(message_of(skipped), label="Sauter la prochaine")
    assert "C’est sauté." in text_of(done)
    assert await next_at(world) == 1768294800
    assert "déjà réglé" in text_of(await press(world, world.organiser, act))


def test_the_first_turn_is_a_tuesday() -> None:
    assert datetime.fromtimestamp(1768294800, UTC).astimezone(PARIS).strftime("%a %H:%M") == "Tue 10:00"
