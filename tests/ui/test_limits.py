"""Too much at once, or too soon: refused as a friend would, with when to try again; nobody else notices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.clock import DAY, HOUR
from bot.ui.limits import PRESS, REACH, WRITE, Buckets, Rate
from tests.pressing import Pressing
from tests.tips.stage import BODY, TITLE
from tests.world import World, buttons_of, text_of

ANNA, BASILE = (1, 111), (1, 222)
STEPS = st.lists(st.integers(min_value=0, max_value=30), max_size=60)
RATES = st.builds(Rate, burst=st.integers(1, 8), every=st.integers(1, 40))


def allowed(bucket: Buckets, instants: Sequence[int]) -> list[int]:
    """When somebody who tries at these instants is let through."""
    return [at for at in instants if not bucket.take(ANNA, at)]


@given(RATES, STEPS)
def test_in_no_stretch_of_time_does_anybody_get_more_than_the_rate_gives(rate: Rate, steps: list[int]) -> None:
    instants = [sum(steps[: place + 1]) for place in range(len(steps))]
    let = allowed(Buckets(rate), instants)
    for first in range(len(let)):
        for last in range(first, len(let)):
            assert last - first + 1 <= rate.burst + (let[last] - let[first]) / rate.every


@given(RATES, STEPS)
def test_whoever_waits_as_long_as_they_were_told_gets_through(rate: Rate, steps: list[int]) -> None:
    bucket, now = Buckets(rate), 0.0
    for step in steps:
        now += step
        wait = bucket.take(ANNA, now)
        assert 0 <= wait <= rate.every
        if wait:
            now += wait
            assert not bucket.take(ANNA, now)


def test_others_and_other_associations_have_buckets_of_their_own() -> None:
    bucket = Buckets(Rate(burst=1, every=60))
    assert not bucket.take(ANNA, 0)
    assert bucket.take(ANNA, 0) == 60
    assert not bucket.take(BASILE, 0)
    assert not bucket.take((2, ANNA[1]), 0)


def test_a_clock_set_back_makes_nobody_wait_longer_than_an_empty_bucket_does() -> None:
    bucket = Buckets(Rate(burst=2, every=10))
    assert len(allowed(bucket, [HOUR] * 3)) == 2
    assert bucket.take(ANNA, 0) == 10
    assert not bucket.take(ANNA, 10)


def test_the_memory_is_bounded_and_whoever_acted_longest_ago_is_forgotten_first() -> None:
    bucket = Buckets(Rate(burst=1, every=60), most=3)
    for person in (1, 2, 3, 4):
        assert not bucket.take((1, person), 0)
    assert len(bucket) == 3
    assert bucket.take((1, 4), 0)
    assert not bucket.take((1, 1), 0)


async def test_a_hundred_presses_in_a_minute_are_too_many_and_nobody_else_notices(world: World) -> None:
    anna, basile, hands = world.join("Anna"), world.join("Basile"), Pressing(world)
    await world.env.settle()
    guide = text_of(await hands.press(basile.id, "guide:show"))
    answers = [text_of(await hands.press(anna.id, "guide:show")) for _ in range(100)]
    assert answers[: PRESS.burst] == [guide] * PRESS.burst
    assert {re.sub(r"\d+", "…", answer) for answer in answers[PRESS.burst :]} == {
        "Doucement, cela fait beaucoup d’un coup. Tu peux recommencer <t:…:R> ; rien de ce qui était écrit n’est perdu."
    }
    assert int(re.findall(r"<t:(\d+)", answers[-1])[0]) == world.clock.now() + PRESS.every
    assert text_of(await hands.press(basile.id, "guide:show")) == guide
    await world.env.advance_time(PRESS.every)
    assert text_of(await hands.press(anna.id, "guide:show")) == guide
    assert text_of(await hands.press(anna.id, "guide:show")) != guide


async def test_organisers_are_not_limited(world: World) -> None:
    hands = Pressing(world)
    answers = {text_of(await hands.press(world.organiser.id, "organisers:setup")) for _ in range(PRESS.burst + 10)}
    assert len(answers) == 1


async def test_what_reaches_others_has_a_smaller_measure_and_what_was_typed_is_kept(world: World) -> None:
    anna, hands = world.join("Anna"), Pressing(world)
    await world.introduce(anna, "Je fais des sites web")
    tips = [{"title": f"{TITLE} {number}", "body": BODY} for number in range(REACH.burst + 1)]
    answers = [await hands.submit(anna.id, "tips:written", tip) for tip in tips]
    refused = [answer for answer in answers if "Doucement" in text_of(answer)]
    assert refused == answers[-2:]  # her introduction counted, too
    again = await hands.press(anna.id, buttons_of(answers[-1])["Corriger"])
    assert again.modal is not None
    assert tips[-1]["title"] in str(again.modal)
    await world.env.advance_time(2 * REACH.every)
    assert "Doucement" not in text_of(await hands.submit(anna.id, "tips:written", tips[-1]))


async def test_what_is_written_has_a_measure_wherever_it_goes(world: World) -> None:
    anna, hands = world.join("Anna"), Pressing(world)
    await world.introduce(anna, "Je fais des sites web")
    for number in range(WRITE.burst):  # the preview of her introduction was the first
        answer = await hands.submit(anna.id, "introductions:written::", {"what": f"Je fais {number} sites"})
        assert ("Doucement" in text_of(answer)) == (number == WRITE.burst - 1)


async def test_a_link_in_a_tip_waits_for_the_second_day_and_in_an_introduction_for_none(world: World) -> None:
    anna, hands = world.join("Anna"), Pressing(world)
    await world.introduce(anna, "Je fais des sites web : https://anna.example")
    tip = {"title": TITLE, "body": f"{BODY} Tout est là : www.exemple.fr/devis"}
    refused = await hands.submit(anna.id, "tips:written", tip)
    assert f"le lendemain de l’arrivée : <t:{world.clock.now() + DAY}:F>" in text_of(refused)
    assert "Corriger" in buttons_of(refused)
    asked = await hands.submit(anna.id, "help_requests:asked:1", {"question": "Qui connaît https://exemple.fr ?"})
    assert "lendemain" not in text_of(asked)
    assert "lendemain" not in text_of(await hands.submit(anna.id, "tips:written", {"title": TITLE, "body": BODY}))
    assert "lendemain" not in text_of(await hands.submit(world.organiser.id, "tips:written", tip))
    await world.env.advance_time(DAY)
    assert "lendemain" not in text_of(await hands.submit(anna.id, "tips:written", {**tip, "title": "Un autre titre"}))
