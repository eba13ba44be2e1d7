"""What the ritual hears in its channel: answers under the question, the digest's word, people who talk."""

from __future__ import annotations

import pytest

from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from cogs.digest import CHANNEL as DIGEST
from cogs.digest.rules import POST
from cogs.prompts.pace import HINDERED
from cogs.prompts.preferences import CHANNEL, HOST, THEMES
from tests.digest.stage import say_by_itself
from tests.introductions.test_refusals import forge_choice, press
from tests.prompts.stage import MINE, asked, lines, next_at, propose, said, switch_on, talk, turn
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of


async def test_who_answers_under_the_question_in_the_room_has_answered_it(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    for week in range(6):
        await turn(world)
        assert len(asked(world.lounge)) == week + 1
        await beats(world, HOUR)
        await anna.send(world.lounge, "Par courriel, la veille")
        await world.organiser.send(world.lounge, "Pareil")
    assert lines(world) == []


@pytest.mark.parametrize("after", [2 * DAY, HOUR])
async def test_a_word_a_day_later_or_after_another_of_ours_is_no_answer(world: World, after: int) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    if after < DAY:
        await say_by_itself(world)
    await beats(world, after)
    await anna.send(world.lounge, "Bonjour à vous")
    await turn(world)
    assert await world.association.read().value("SELECT silences FROM prompt_ritual") == 1


async def test_with_the_digest_in_one_channel_the_card_warns_and_organisers_are_told_once(world: World) -> None:
    anna = world.join("Anna")
    await come_to(world, "2026-10-04 12:00")
    await world.choose({DIGEST: world.lounge.id})
    shown = await switch_on(world)
    assert "La gazette paraît dans ce salon aussi" in text_of(shown)
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{POST}")
    for week in range(8):
        await world.env.advance_time(max(0, await next_at(world) - world.clock.now() - 3 * DAY))
        await beats(world)
        await world.introduce(world.join(f"Membre{week}"), "Je fais des sites web")
        await anna.send(world.lounge, "Bonne fin de semaine")
        await world.env.advance_time(max(0, await next_at(world) - world.clock.now() - DAY))
        await beats(world)
        await turn(world)
    assert await world.association.read().value("SELECT count(*) FROM prompt_posts") == 0
    told = [line for line in lines(world) if "Quatre fois de suite" in text_of(line)]
    assert len(told) == 1


async def _hindered(world: World, times: int) -> None:
    """So many turns in which the bot itself spoke last, in the room that is chosen."""
    for _ in range(times):
        await world.env.advance_time(max(0, await next_at(world) - world.clock.now() - DAY))
        await say_by_itself(world)
        await turn(world)


async def test_in_another_channel_it_is_counted_anew_how_often_a_word_of_ours_stood_in_the_way(world: World) -> None:
    count = "SELECT hindered FROM prompt_ritual"
    shown = await switch_on(world)
    await world.join("Anna").send(world.lounge, "Bonjour à vous")
    await _hindered(world, HINDERED)
    assert sum("Quatre fois de suite" in text_of(line) for line in lines(world)) == 1
    same = await world.organiser.select(message_of(shown), [world.lounge], custom_id="prompts:channel")
    assert await world.association.read().value(count) == HINDERED
    await world.organiser.select(message_of(same), [world.hall], custom_id="prompts:channel")
    assert await world.association.read().value(count) == 0
    await forge_choice(world, world.organiser, "organisers:setting_set:prompts-channel", str(world.lounge.id))
    await _hindered(world, HINDERED)
    assert sum("Quatre fois de suite" in text_of(line) for line in lines(world)) == 2


@pytest.mark.parametrize("what", ["silent", "lively", "off"])
async def test_what_waited_is_asked_only_into_a_room_that_is_still_silent(world: World, what: str) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await talk(world, anna, world.lounge)
    world.env.inject_error("POST", f"/channels/{world.lounge.id}/messages", status=403, code=50013, times=2)
    await turn(world)
    assert said(world.lounge) == []
    if what == "lively":
        await anna.send(world.lounge, "On parle, on parle")
    if what == "off":
        await press(world, world.organiser, "prompts:turn:off")
    for _ in range(20):
        await beats(world, 10 * MINUTE)
    assert len(said(world.lounge)) == (what == "silent")
    assert await world.association.read().value("SELECT count(*) FROM prompt_posts") == (what == "silent")


async def test_a_members_accepted_question_is_asked_whatever_the_themes_of_the_bank(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    await world.choose({THEMES: "region"})
    await propose(world, anna, theme="outils")
    await world.organiser.click(lines(world)[-1], label="Accepter")
    await talk(world, anna, world.lounge)
    await turn(world)
    assert MINE in said(world.lounge)[0]


async def test_organisers_are_asked_once_more_about_what_nobody_decided_on(world: World) -> None:
    await come_to(world, "2026-01-06 10:30")
    anna = world.join("Anna")
    await propose(world, anna)
    first = lines(world)[0].id
    await come_to(world, "2026-01-13 10:00")
    assert [line.id for line in lines(world)] == [first]
    await come_to(world, "2026-01-13 11:35")
    for _ in range(3):
        await beats(world)
    (line,) = lines(world)
    assert line.id != first
    assert "attend toujours un oui ou un non" in text_of(line)
    for _ in range(14):
        await beats(world, DAY)
    assert [one.id for one in lines(world)] == [line.id]
    await world.organiser.click(line, label="Accepter")
    await beats(world)
    assert "Retenue" in text_of(lines(world)[0])
    assert "toujours" not in text_of(lines(world)[0])


async def test_nobody_is_asked_again_without_a_channel_for_it(world: World) -> None:
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    await propose(world, world.join("Anna"))
    for _ in range(10):
        await beats(world, DAY)
    assert await world.association.read().value("SELECT reminded FROM prompt_suggestions") == 0


async def test_what_one_proposed_is_found_by_a_command(world: World) -> None:
    anna = world.join("Anna")
    done = await propose(world, anna)
    assert "/question miennes" in text_of(done)
    mine = await anna.slash(world.lounge, "question miennes")
    assert MINE in text_of(mine)
    one = await anna.select(message_of(mine), ["1"], custom_id="prompts:mine_one")
    assert "Retirer" in buttons_of(one)


async def test_a_channel_that_is_lost_again_is_told_again(world: World) -> None:
    anna = world.join("Anna")
    await switch_on(world)
    for lost in (123, 124):
        await world.choose({CHANNEL: lost})
        for _ in range(2):
            await turn(world)
        await world.choose({CHANNEL: world.lounge.id})
        await talk(world, anna, world.lounge, before=HOUR)  # lively: it is heard, and nothing is asked
        await turn(world)
    assert sum("n’a pas de salon" in text_of(line) for line in lines(world)) == 2
    assert said(world.lounge) == []


async def test_the_host_is_not_sent_to_answer_what_has_people_of_its_own(world: World) -> None:
    basile = world.join("Basile")
    await world.introduce(basile, "Je fais des photos")
    await world.introduce(world.join("Chloé"), "Je fais des sites web", question="Qui connaît un bon comptable ?")
    await switch_on(world)
    await world.choose({HOST: basile.id})
    await talk(world, basile, world.lounge)
    await turn(world)
    assert "Qui connaît un bon comptable" in said(world.lounge)[-1]
    assert not any("Veux-tu répondre en premier" in text_of(letter) for letter in inbox(basile))
