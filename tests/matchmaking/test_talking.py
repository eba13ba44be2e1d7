"""The buttons of a coffee: what somebody presses, what they read, and what nobody else learns."""

from __future__ import annotations

from pathlib import Path

from bot.people import ties
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs.matchmaking import people_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.rules import Outcome, Rhythm, Says, State
from tests.help_requests.stage import last_letter, letters_of, people_in, press_letter
from tests.introductions.test_refusals import press
from tests.matchmaking.running import (
    act,
    cards_in,
    click,
    join_late,
    newest,
    now_of,
    on_tuesday,
    outcome,
    running,
    says,
    the_round,
    tied,
)
from tests.matchmaking.stage import thread_of
from tests.test_letters_story import beats
from tests.world import World, buttons_of, message_of, text_of


async def test_both_say_that_they_met_and_are_tied(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await beats(world, 6 * DAY)
    said = await click(world, anna, match, "coffee-met", which=-1)
    assert "Chouette, c’est noté." in text_of(said)
    assert not await tied(world, anna, basile)
    for _ in range(2):  # a second press changes nothing
        await click(world, basile, match, "coffee-met", which=-1)
    assert await tied(world, anna, basile)
    assert [tie.matter for tie in await ties.of(world.association.read(), anna.id)] == [f"coffee:{match.id}"]
    changed = await click(world, basile, match, "coffee-planned", which=-1)
    assert "bon café" in text_of(changed)
    assert not await tied(world, anna, basile)


async def test_of_three_those_are_tied_who_both_say_so(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile, chloe])
    for who in (anna, chloe):
        await act(world, who, "met", match)
    assert await tied(world, anna, chloe)
    assert not await tied(world, anna, basile)


async def test_whoever_came_by_a_tap_is_offered_a_rhythm_after_their_first_coffee(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    async with world.association.transaction() as db:
        await people_store.choose(db, basile.id, world.clock.now(), rhythm=Rhythm.EVERY, how=How.BOTH)
    said = await act(world, anna, "met", match)
    assert buttons_of(said) == {
        "À chaque tour": "matchmaking:rhythm:every",
        "Un tour sur deux": "matchmaking:rhythm:second",
        "Une fois par mois": "matchmaking:rhythm:monthly",
        "Pas pour l’instant": "kernel:dismiss",
    }
    assert buttons_of(await act(world, basile, "met", match)) == {}
    await anna.click(message_of(said), label="Un tour sur deux")
    assert (await people_store.get(world.association.read(), anna.id)).rhythm is Rhythm.SECOND


async def test_whoever_cannot_is_not_judged_and_may_come_back_while_nobody_else_was_found(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    said = await click(world, anna, match, "coffee-cannot")
    assert f"C’est noté. Un mot part à <@{basile.id}>, sans dire pourquoi." in text_of(said)
    assert (await outcome(world, anna), await outcome(world, basile)) == (Outcome.OUT, Outcome.WAITING)
    (card,) = cards_in(world, match)  # nothing is posted in the thread
    assert text_of(card) == "Ce café n’aura pas lieu cette fois."
    (letter,) = letters_of(basile)
    assert "Ton café n’aura pas lieu cette fois. Cela arrive, et tu n’y es pour rien." in letter
    assert "Si quelqu’un se libère d’ici la fin de ce tour" in letter
    assert "<@" not in letter
    assert "plus rien à y changer" in text_of(await act(world, basile, "planned", match))
    again = await act(world, anna, "cannot", match)  # a second time changes nothing
    assert len(letters_of(basile)) == 1
    back = await anna.click(message_of(again), label="Finalement, je peux")
    assert "bon café" in text_of(back)
    await beats(world, DAY)
    assert (await outcome(world, anna), await outcome(world, basile)) == (Outcome.MATCHED, Outcome.MATCHED)
    assert (await now_of(world, match)).open
    assert "Un café, à deux" in text_of(cards_in(world, match)[0])
    assert (
        f"Finalement, ton café avec <@{anna.id}> a bien lieu, par ici : <#{match.thread_id}>" in letters_of(basile)[1]
    )


async def test_who_changes_their_mind_before_the_other_read_of_it_troubles_nobody(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    await world.env.advance_time(12 * 3600)  # in the evening
    await act(world, anna, "cannot", match)
    await act(world, anna, "met", match)
    await beats(world, DAY)
    assert letters_of(basile) == []
    assert await says(world, match, anna) is Says.MET


async def test_whoever_cannot_does_not_come_back_once_the_other_has_coffee_with_somebody_else(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await act(world, anna, "cannot", match)
    for name in ("planned", "met"):
        assert "ce café ne peut plus reprendre" in text_of(await act(world, anna, name, match))
    assert await says(world, match, anna) is Says.CANNOT


async def test_two_who_know_each_other_meet_others_when_somebody_is_free(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    said = await click(world, anna, match, "coffee-known")
    assert "ce café compte comme une rencontre" in text_of(said)
    assert (await now_of(world, match)).open
    found = await anna.click(message_of(said), label="Oui, quelqu’un d’autre")
    assert f"avec <@{chloe.id}>" in text_of(found)
    await beats(world)
    other = await newest(world, anna)
    assert await people_in(world, thread_of(world, other)) == {anna.id, chloe.id}
    old = await now_of(world, match)
    assert (old.state, old.took_place) == ("called-off", True)
    (letter,) = letters_of(basile)
    assert letter.startswith("Ton café n’aura pas lieu cette fois.")  # no reason, and nobody's name
    assert "<@" not in letter
    assert "Si quelqu’un se libère" in letter
    assert await outcome(world, basile) is Outcome.WAITING
    assert "un peu tard" in text_of(await act(world, anna, "another", match))


async def test_when_nobody_is_free_two_who_know_each_other_keep_their_coffee(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    said = await act(world, anna, "another", match)
    assert "ce café reste tel quel" in text_of(said)
    assert (await now_of(world, match)).open
    (letter,) = letters_of(basile)
    assert letter.startswith("Un café avec quelqu’un d’autre est peut-être possible pendant ce tour")
    assert "ce café reste tel quel" in letter
    assert "<@" not in letter
    assert "connaiss" not in letter
    assert "D’accord" in text_of(await press_letter(basile, "On garde ce café"))
    assert (await outcome(world, anna), await outcome(world, basile)) == (Outcome.WAITING, Outcome.MATCHED)
    await act(world, anna, "another", match)  # whoever keeps it isn't asked twice
    assert await outcome(world, basile) is Outcome.MATCHED
    await act(world, basile, "planned", match)
    assert await outcome(world, anna) is Outcome.MATCHED


async def test_whoever_joins_late_meets_one_of_two_who_know_each_other(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile])
    await act(world, anna, "another", match)
    found = await join_late(world, chloe)
    assert found is not None
    stays = basile if anna.id in found.people else anna
    assert set(found.people) <= {anna.id, basile.id, chloe.id}
    assert (await now_of(world, match)).state == "called-off"
    assert await outcome(world, stays) is Outcome.WAITING
    await beats(world, DAY)
    assert any("Ton café n’aura pas lieu cette fois" in letter for letter in letters_of(stays))


async def test_of_three_only_whoever_asks_meets_somebody_else(world: World) -> None:
    anna, basile, chloe, david = await on_tuesday(world, "Anna", "Basile", "Chloé", "David")
    (match,) = await running(world, [anna, basile, chloe], alone=[david])
    await act(world, anna, "another", match)
    assert (await newest(world, anna)).people == [anna.id, david.id]
    still = await now_of(world, match)
    assert (still.open, still.people) == (True, [basile.id, chloe.id])
    assert f"Ton café à trois continue à deux, avec <@{chloe.id}>" in letters_of(basile)[0]


async def test_it_is_too_late_for_somebody_else_near_the_end_of_a_round(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await beats(world, 9 * DAY)
    said = await act(world, anna, "known", match)
    assert list(buttons_of(said)) == ["On ne se connaît pas"]
    assert "un peu tard" in text_of(await act(world, anna, "another", match))


async def test_after_the_end_of_a_round_a_coffee_still_counts_and_nobody_is_looked_for(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await beats(world, 13 * DAY)
    assert (await the_round(world)).state is State.CLOSED
    told = [len(letters_of(who)) for who in (anna, basile, chloe)]
    assert text_of(await act(world, basile, "cannot", match)) == "C’est noté."
    for who in (anna, basile):
        assert "Chouette" in text_of(await act(world, who, "met", match))
    assert await tied(world, anna, basile)
    assert [len(letters_of(who)) for who in (anna, basile, chloe)] == told


async def test_only_those_who_meet_press_its_buttons(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile])
    before = await now_of(world, match)
    for name in ("met", "planned", "cannot", "known", "another", "keep"):
        for who in (chloe, world.organiser):
            assert "pour les personnes de ce café" in text_of(await act(world, who, name, match))
    assert "pour les personnes de ce café" in text_of(await press(world, anna, "matchmaking:met:999"))
    assert await now_of(world, match) == before


async def test_a_new_notice_comes_before_what_is_stored(world: World) -> None:
    anna, basile = await on_tuesday(world, "Anna", "Basile")
    (match,) = await running(world, [anna, basile])
    async with world.association.transaction() as db:
        await db.run("UPDATE members SET notice_version = 0 WHERE id = :id", id=anna.id)
    shown = await act(world, anna, "planned", match)
    assert await says(world, match, anna) is None
    done = await anna.click(message_of(shown), label=world.words("notice-accept"))
    assert "bon café" in text_of(done)
    assert await says(world, match, anna) is Says.PLANNED


async def test_everything_goes_on_after_a_restart(world: World) -> None:
    anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
    (match,) = await running(world, [anna, basile], alone=[chloe])
    await world.restart()
    await click(world, anna, match, "coffee-cannot")
    await world.restart()
    await beats(world)
    other = await newest(world, basile)
    assert await people_in(world, thread_of(world, other)) == {basile.id, chloe.id}
    await world.restart()
    assert "bon café" in text_of(await act(world, chloe, "planned", other))
    assert len(world.threads.threads) == 2


async def test_a_coffee_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en", voice="vous") as world:
        anna, basile, chloe = await on_tuesday(world, "Anna", "Basile", "Chloé")
        (match,) = await running(world, [anna, basile])
        assert thread_of(world, match).name == "A coffee, 6 January"
        assert "Coffee for two" in text_of(cards_in(world, match)[0])
        said = await click(world, anna, match, "coffee-known")
        assert "Meet somebody else during this round?" in text_of(said)
        assert "this coffee stays as it is" in text_of(
            await anna.click(message_of(said), label="No, we keep this coffee")
        )
        await beats(world, 2 * DAY)
        await beats(world, 4 * DAY)
        await click(world, basile, match, "coffee-we-cannot", which=-1)
        assert "Your coffee will not take place this time." in letters_of(anna)[0]
        await world.choose({prefs.THREADS_CHANNEL: None})
        found = await join_late(world, chloe)
        assert found is not None
        assert f"write to <@{anna.id}> directly" in text_of(last_letter(chloe))
        done = await press_letter(chloe, "We know each other")
        assert "Noted: this coffee counts as a meeting" in text_of(done)
