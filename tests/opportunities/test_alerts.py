"""Who is told of which mission, and why: at most ten people a mission and day, one letter a week, those told least
lately first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor

from bot.delivery import letters as delivered
from bot.delivery import wishes
from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from cogs.opportunities import alert_rules, alert_store, interest_store, letters, store
from cogs.opportunities.alert_rules import MOST, REST, TOGETHER, Alert, Fitting, What
from cogs.opportunities.jobs import ALERTING
from cogs.opportunities.rules import ANYWHERE, REMOTE, Kind
from tests.opportunities.hands import act, close_to, days, keep_apart, leave, letters_of, name, raise_hand
from tests.opportunities.stage import WHAT, Stage
from tests.opportunities.test_cards import MISSION
from tests.test_letters_story import close_messages, inbox
from tests.world import buttons_of, components_of, text_of

# Rules

TODAY, NOW = 100 * DAY, 100 * DAY + 3600
PEOPLE = st.integers(1, 40)
AT = st.integers(0, NOW - 1)
FITTING = st.builds(Fitting, st.integers(1, 10**6), st.frozensets(PEOPLE), st.dictionaries(PEOPLE, AT, max_size=20))
MISSIONS = st.lists(FITTING, max_size=6, unique_by=lambda one: one.mission_id)
LAST = st.dictionaries(PEOPLE, AT)


@given(MISSIONS, LAST)
def test_of_a_mission_at_most_ten_hear_in_a_day_and_nobody_twice(missions: list[Fitting], last: dict[int, int]) -> None:
    letters = alert_rules.choose(missions, last, today=TODAY, now=NOW)
    for mission in missions:
        told = [one for one, missions_ in letters.items() if mission.mission_id in missions_]
        before = sum(at >= TODAY for at in mission.told.values())
        assert len(told) <= max(0, MOST - before)
        assert set(told) <= mission.people - set(mission.told)
    for member_id, found in letters.items():
        assert 1 <= len(found) <= TOGETHER
        assert len(set(found)) == len(found)
        assert last.get(member_id) is None or last[member_id] <= NOW - REST


@given(st.frozensets(PEOPLE), LAST, st.integers(1, 10**6))
def test_those_told_least_lately_come_first(people: frozenset[int], last: dict[int, int], number: int) -> None:
    mission = Fitting(number, people, {})
    told = set(alert_rules.choose([mission], last, today=TODAY, now=NOW))
    able = {one for one in people if last.get(one) is None or last[one] <= NOW - REST}
    assert len(told) == min(MOST, len(able))
    for one in told:
        assert all(last.get(one, -1) <= last.get(other, -1) for other in able - told)


@given(MISSIONS, LAST)
def test_the_choice_is_the_same_each_time(missions: list[Fitting], last: dict[int, int]) -> None:
    first = alert_rules.choose(missions, last, today=TODAY, now=NOW)
    again = alert_rules.choose(missions, dict(reversed(last.items())), today=TODAY, now=NOW)
    assert first == again


def test_two_missions_of_a_day_are_spread_over_those_whom_they_fit() -> None:
    people = frozenset(range(1, 21))
    letters = alert_rules.choose([Fitting(1, people, {}), Fitting(2, people, {})], {}, today=TODAY, now=NOW)
    assert len(letters) == 20
    assert all(len(found) == 1 for found in letters.values())


SHARED = replace(MISSION, kind=Kind.MISSION, trade="graphisme", zone="53", remote=False)


@pytest.mark.parametrize(
    ("chosen", "fits", "reasons"),
    [
        ({}, True, None),
        ({"kinds": {"mission"}}, True, ("mission",)),
        ({"kinds": {"partner"}}, False, ()),
        ({"trades": {"graphisme", "photo"}}, True, ("graphisme",)),
        ({"trades": {"photo"}}, False, ()),
        ({"zones": {"53"}, "trades": {"graphisme"}}, True, ("graphisme", "53")),
        ({"zones": {"72"}, "trades": {"graphisme"}}, False, ("graphisme",)),
        ({"zones": {REMOTE}}, False, ()),
    ],
)
def test_choices_of_one_sort_are_an_or_and_the_sorts_an_and(
    chosen: dict[str, set[str]], fits: bool, reasons: tuple[str, ...] | None
) -> None:
    alert = Alert(1, active=True, **{sort: frozenset(codes) for sort, codes in chosen.items()})
    assert alert.fits(SHARED) is fits
    assert alert.reasons(SHARED) == reasons


def test_what_is_done_from_afar_or_anywhere_fits_every_place_and_no_trade_fits_no_choice_of_trades() -> None:
    there = Alert(1, active=True, zones=frozenset({"53"}))
    for far, place in ((replace(SHARED, zone=None, remote=True), REMOTE), (replace(SHARED, zone=None), ANYWHERE)):
        assert there.fits(far)
        assert (there.reasons(far), there.far(far)) == (("53",), place)  # what they chose, and why it fits all the same
        assert Alert(1, active=True, kinds=frozenset({"mission"})).far(far) == ""
    chosen = Alert(1, active=True, zones=frozenset({"53", REMOTE}))
    remote = replace(SHARED, zone=None, remote=True)
    assert (chosen.reasons(remote), chosen.far(remote)) == ((REMOTE,), "")
    assert not Alert(1, active=True, trades=frozenset({"photo"})).fits(replace(SHARED, trade=None))


# Choosing


async def alert_of(stage: Stage, who: MemberActor) -> Alert:
    """What somebody follows."""
    found = await alert_store.get(stage.world.association.read(), who.id)
    assert found is not None
    return found


async def follow(stage: Stage, who: MemberActor, *zones: str, kinds: tuple[str, ...] = ()) -> None:
    """Somebody wants to hear of missions."""
    await stage.press(who, "opportunities:alerts_on")
    if zones:
        async with stage.world.association.transaction() as db:
            await alert_store.choose(db, who.id, What.ZONE, [], zones, 0)
    if kinds:
        await stage.press(who, "opportunities:alert_kinds", *kinds)


def chosen_in(shown: object, act_: str) -> list[str]:
    """What is chosen in a select."""
    found = next(one for one in components_of(shown) if one.get("custom_id") == act_)  # type: ignore[arg-type]
    return [option["value"] for option in found["options"] if option.get("default")]


async def test_kinds_trades_and_places_are_chosen_in_lists_and_kept(stage: Stage) -> None:
    basile = await stage.member("Basile", zone="53")
    shown = await basile.slash(stage.world.lounge, "mission alertes")
    assert "Les alertes sont éteintes" in text_of(shown)
    assert "toutes les missions" in text_of(shown)
    await stage.press(basile, "opportunities:alert_kinds", "mission", "overflow")
    shown = await stage.press(basile, "opportunities:alert_zones", "53", REMOTE)
    assert set(chosen_in(shown, "opportunities:alert_zones")) == {"53", REMOTE}
    shown = await stage.press(basile, "opportunities:alert_trade", "t.photo")
    assert "Une fois par semaine au plus" in text_of(shown)  # whoever chooses wants to hear of it
    for said in ("Mission", "Débordement", "Mayenne (53)", "à distance"):
        assert said in text_of(shown)
    found = await alert_of(stage, basile)
    assert (found.kinds, found.trades) == (frozenset({"mission", "overflow"}), frozenset({"photo"}))
    assert found.zones == {"53", REMOTE}
    await stage.press(basile, "opportunities:alert_trade", "t.photo")  # once more takes it away
    await stage.press(basile, "opportunities:alert_zones", REMOTE)
    await stage.hands.submit(basile.id, "opportunities:alert_placed", {"place": "Le Mans"})
    found = await alert_of(stage, basile)
    assert found.trades == frozenset()
    assert found.zones == {"72", REMOTE}
    off = await stage.press(basile, "opportunities:alerts_off")
    assert "Les alertes sont éteintes" in text_of(off)
    assert (await alert_of(stage, basile)).zones == {"72", REMOTE}  # what was chosen stays


async def test_families_of_trades_open_and_what_no_list_offers_is_refused(stage: Stage) -> None:
    basile = await stage.member("Basile")
    families = await stage.press(basile, "opportunities:alert_trade", "f.")
    assert "f.graphisme" in str(components_of(families))
    assert "t.illustration" in str(components_of(await stage.press(basile, "opportunities:alert_trade", "f.graphisme")))
    for act_, value in (("kinds", "x"), ("zones", "x"), ("trade", "t.x")):
        await stage.press(basile, f"opportunities:alert_{act_}", value)
    unknown = await stage.hands.submit(basile.id, "opportunities:alert_placed", {"place": "Atlantide"})
    assert "Un département ou une ville proche" in text_of(unknown)
    anywhere = await stage.hands.submit(basile.id, "opportunities:alert_placed", {"place": "peu importe où"})
    assert "il suffit de n’en choisir aucun" in text_of(anywhere)
    assert await alert_store.get(stage.world.association.read(), basile.id) is None


async def test_whoever_is_new_reads_the_notice_first_and_nothing_is_kept(stage: Stage) -> None:
    new = stage.world.join("Nina")
    assert "J’ai lu, on y va" in buttons_of(await stage.press(new, "opportunities:alerts"))
    await stage.press(new, "opportunities:alerts_on")
    assert await alert_store.get(stage.world.association.read(), new.id) is None


# Being told


async def test_whom_a_mission_fits_is_told_with_the_reason_and_can_raise_a_hand(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    await follow(stage, basile, "53", kinds=("mission",))
    await follow(stage, carla, "72")
    await follow(stage, anna)
    await stage.share(anna)
    await days(stage)
    (letter,) = letters_of(basile)
    assert "Une mission pourrait te plaire" in letter
    assert WHAT in letter
    assert "Tu suis : Mayenne (53), Mission." in letter
    assert letters_of(carla) == letters_of(anna) == []  # not there; her own
    form = await basile.user.click(inbox(basile)[0], label="Ça m’intéresse")
    await basile.user.submit_modal(form, {"word": "Volontiers"})
    await stage.world.beat()
    assert "Ta main est levée" in letters_of(basile)[0]
    assert "Volontiers" in letters_of(anna)[0]


async def test_one_letter_a_week_holds_what_came_meanwhile(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    await follow(stage, basile)
    await stage.share(anna)
    await days(stage)
    assert "Tu suis toutes les missions" in letters_of(basile)[0]
    for what in ("Une affiche", "Un livret", "Trois portraits", "Un dépliant"):
        await stage.share(anna, what=what)
    await days(stage, 6)
    assert len(letters_of(basile)) == 1
    await days(stage, 2)
    _, second = letters_of(basile)
    assert "Des missions pourraient te plaire" in second
    assert second.count("Voir cette mission") == TOGETHER
    assert WHAT not in second  # of each once
    assert "Une affiche" not in second  # the newest first
    opened = await basile.user.click(
        inbox(basile)[1], custom_id=next(one for one in buttons_of(inbox(basile)[1]).values() if ":one:" in one)
    )
    assert "Ça m’intéresse" in buttons_of(opened)


async def test_ten_hear_of_it_in_a_day_and_the_others_the_next(stage: Stage) -> None:
    anna = await stage.member("Anna")
    followers = [await stage.member(f"Membre{number}") for number in range(13)]
    for who in followers:
        await follow(stage, who)
    mission = await stage.share(anna)
    db = stage.world.association.read()
    for count in (10, 13, 13):
        await days(stage)
        assert len(await alert_store.told_of(db, mission.id)) == count


async def test_it_stays_silent_where_it_should(stage: Stage) -> None:
    names = ("Anna", "Basile", "Carla", "Denis", "Elsa", "Fanny", "Gilles")
    anna, apart, off, refuses, away, raised, named = [await stage.member(one) for one in names]
    world = stage.world
    for who in (apart, off, refuses, away, raised, named):
        await follow(stage, who)
    await keep_apart(stage, apart, anna)
    await stage.press(off, "opportunities:alerts_off")
    async with world.association.transaction() as db:
        await wishes.refuse(db, refuses.id, "mission")
    await leave(stage, away)
    mission = await stage.share(anna)
    await raise_hand(stage, raised, mission)
    await name(stage, anna, mission, named.id)
    await days(stage, 3)
    for who in (apart, off, refuses, away, raised):
        assert letters_of(who) == [], who.name
    assert len(letters_of(named)) == 1
    assert "cela se change avec" in text_of(await stage.press(refuses, "opportunities:alerts"))


async def test_while_everything_is_suspended_nobody_is_told(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    await follow(stage, basile)
    await stage.share(anna)
    await stage.world.choose({prefs.SUSPENDED: "1"})
    await days(stage, 2)
    assert letters_of(basile) == []
    await stage.world.choose({prefs.SUSPENDED: "0"})
    await days(stage, 2)
    assert len(letters_of(basile)) == 1


async def test_what_is_over_before_the_letter_goes_is_not_told(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    for who in (basile, carla):
        await follow(stage, who)
    close_messages(stage.world, carla)
    mission = await stage.share(anna)
    await days(stage)
    assert len(letters_of(basile)) == 1
    await act(stage, anna, "elsewhere", mission.id)
    assert letters_of(basile) == ["Ce n’est plus d’actualité, merci."]
    shown = await act(stage, carla, "list", 0)  # her letter waited for her next visit
    assert WHAT not in text_of(shown)


async def test_whoever_switches_alerts_off_is_told_nothing_that_still_waits(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    await follow(stage, basile)
    await stage.share(anna)
    await in_the_evening(stage)
    await stage.press(basile, "opportunities:alerts_off")
    await stage.world.later(14 * HOUR)
    assert letters_of(basile) == []


async def in_the_evening(stage: Stage) -> None:
    """The daily look falls into quiet hours: alerts are written, and wait for the morning."""
    await stage.world.env.advance_time(11 * HOUR)
    await run_now(stage, ALERTING)
    assert await delivered.ahead(stage.world.association.read(), await everybody(stage), [letters.ALERT])


async def run_now(stage: Stage, kind: str) -> None:
    """A daily look takes place now."""
    async with stage.world.association.transaction() as db:
        await db.run("UPDATE jobs SET due_at = :now WHERE kind = :kind", now=stage.world.clock.now(), kind=kind)
    await stage.world.beat()


async def everybody(stage: Stage) -> list[int]:
    """Everybody who is known."""
    return [row["id"] for row in await stage.world.association.read().rows("SELECT id FROM members")]


async def test_what_is_over_before_its_alert_went_costs_nobody_a_week(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    await follow(stage, basile)
    mission = await stage.share(anna)
    await in_the_evening(stage)
    await act(stage, anna, "elsewhere", mission.id)
    assert await alert_store.told_of(stage.world.association.read(), mission.id) == {}
    await stage.share(anna, what="Une deuxième")
    await run_now(stage, ALERTING)
    await stage.world.later(14 * HOUR)
    (letter,) = letters_of(basile)
    assert "Une deuxième" in letter


async def test_an_alert_that_was_put_off_counts_when_it_comes_again(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    async with stage.world.association.transaction() as db:
        await wishes.allow_asks(db, basile.id, 3)
    await follow(stage, basile)
    await stage.share(anna)
    await days(stage)
    await basile.user.click(inbox(basile)[0], label="Plus tard")
    await stage.world.later(5 * DAY)
    await stage.share(anna, what="Une deuxième")
    await days(stage, 4)
    told = await delivered.sent_since(stage.world.association.read(), [basile.id], stage.world.clock.now() - 6 * DAY)
    assert [kind for _, kind, _ in told] == [letters.ALERT]  # the old one came again: the new one waits its week


async def test_of_a_mission_that_ends_or_whose_author_cannot_choose_nobody_is_told(stage: Stage) -> None:
    anna, denis, basile, carla = [await stage.member(one) for one in ("Anna", "Denis", "Basile", "Carla")]
    ending, paused = await stage.share(anna), await stage.share(denis, what="Une affiche")
    async with stage.world.association.transaction() as db:
        await store.note_asked(db, ending.id, stage.world.clock.now(), 0)
    await close_to(stage, denis)
    for who in (basile, carla):
        await follow(stage, who)
    await name(stage, anna, paused, carla.id)
    await days(stage, 2)
    assert letters_of(basile) == letters_of(carla) == []
    db = stage.world.association.read()
    assert await alert_store.told_of(db, paused.id) == {}
    assert await interest_store.named(db, paused.id, carla.id) is None  # she can be, once the pause is over
