"""Organisers see what is about to be sent, skip it, hold everything, set rhythms and pauses, settle what is parked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from simcord.results import InteractionResult

from bot.delivery.outbox import PAUSES
from bot.schedule import schedules
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.schedule.jobs import PAUSES as JOB_PAUSES
from bot.schedule.occurrences import Unit
from bot.storage import preferences as prefs
from cogs.introductions import WELCOME_CHANNEL
from cogs.introductions.jobs import RECAP
from cogs.matchmaking.dates import ANNOUNCE
from cogs.matchmaking.jobs import RHYTHM
from tests.introductions.test_refusals import forge_choice, press
from tests.world import World, buttons_of, components_of, message_of, text_of

PARIS = ZoneInfo("Europe/Paris")


def office(world: World) -> list[str]:
    """What the bot says in the organisers' channel, the panel aside."""
    return [text_of(m) for m in world.office.history() if m.components and "L’équipe\n" not in text_of(m)]


async def upcoming(world: World) -> InteractionResult:
    """An organiser opens "Prochains envois" from the panel."""
    panel = next(m for m in world.office.history() if m.components and "Prochains envois" in text_of(m))
    return await world.organiser.click(panel, label="Prochains envois")


def choices(shown: InteractionResult) -> list[str]:
    """The values of the entries that can be chosen."""
    return [
        option["value"]
        for component in components_of(shown)
        if component.get("custom_id") == "organisers:entry"
        for option in component["options"]
    ]


async def parts_of(world: World, shown: InteractionResult, part: str, value: str) -> InteractionResult:
    """Set one part of a rhythm."""
    return await world.organiser.select(message_of(shown), [value], custom_id=f"organisers:rhythm_set:{part}:{RECAP}")


async def test_what_is_scheduled_is_seen_previewed_and_skipped(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    shown = await upcoming(world)
    assert "Rappel à l’équipe, si une présentation reste sans réponse" in text_of(shown)
    entry = await world.organiser.select(message_of(shown), choices(shown), custom_id="organisers:entry")
    assert "Voici ce qui partirait maintenant" in text_of(entry)
    assert "Une présentation attend encore un mot" in text_of(entry)
    asked = await world.organiser.click(message_of(entry), label="Sauter cet envoi")
    skipped = await world.organiser.click(message_of(asked), label="Sauter cet envoi")
    assert "C’est sauté" in text_of(skipped)
    assert "Rien n’est prévu" in text_of(await upcoming(world))
    again = await press(world, world.organiser, "organisers:skip:j1")
    assert "C’est déjà réglé" in text_of(again)
    await world.later(5 * DAY)
    assert office(world) == []


async def test_one_tap_holds_everything_and_nothing_bursts_when_it_goes_on(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    held = await press(world, world.organiser, "organisers:suspend")
    assert "Tout est suspendu" in text_of(held)
    panel = next(m for m in world.office.history() if "Prochains envois" in text_of(m))
    assert "Reprendre les envois" in buttons_of(panel)
    for name in ("Bruno", "Chloé", "Driss"):
        said = await world.introduce(world.join(name), "Je fais du design")
        assert "paraîtra" in text_of(said)
    assert len(world.cards()) == 2  # the panel and Anna's
    await world.restart()
    await world.later(6 * DAY)
    assert len(world.cards()) == 2
    assert office(world) == []
    went_on = await press(world, world.organiser, "organisers:resume")
    assert "un envoi par minute" in text_of(went_on)
    await world.beat()
    assert len(world.cards()) == 3
    for minute in range(1, 4):
        await world.later(MINUTE)
        assert len(world.cards()) == min(3 + minute, 5)
    names = [text_of(card).splitlines()[0] for card in world.cards()[2:]]
    assert len(names) == len(set(names)) == 3
    assert "Une présentation attend encore un mot" in "".join(office(world))


async def test_what_is_announced_days_ahead_is_offered_no_rhythm_that_leaves_too_few(world: World) -> None:
    every = f"organisers:rhythm_set:every:{ANNOUNCE}"
    assert all(kind.recurs.shortest > kind.recurs.ahead for kind in world.bot.house.jobs if kind.recurs)
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{ANNOUNCE}")
    shown = await press(world, world.organiser, f"organisers:rhythm_show:{ANNOUNCE}")
    (offered,) = [c["options"] for c in components_of(shown) if c.get("custom_id") == every]
    assert [option["value"] for option in offered] == ["w1", "w2", "w3", "w4", "m1", "n1", "d10"]
    forged = await forge_choice(world, world.organiser, every, "d5")
    assert "au moins 7 jours" in text_of(forged)
    kept = await schedules.get(world.association.read(), ANNOUNCE)
    assert kept is not None
    assert kept.rhythm == RHYTHM
    async with world.association.transaction() as db:  # a file from elsewhere
        await schedules.put(db, ANNOUNCE, replace(RHYTHM, unit=Unit.DAYS), active=True, now=0)
    assert "au moins 7 jours" in text_of(await press(world, world.organiser, f"organisers:rhythm_turn:on:{ANNOUNCE}"))
    assert "éteint" in text_of(await press(world, world.organiser, f"organisers:rhythm_turn:off:{ANNOUNCE}"))
    assert "chaque semaine" in text_of(await forge_choice(world, world.organiser, every, "w1")).lower()


async def test_while_everything_is_held_people_can_still_take_down_and_erase(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await press(world, world.organiser, "organisers:suspend")
    await world.erase(anna)
    assert len(world.cards()) == 1


async def test_a_rhythm_is_set_lived_skipped_and_stopped(world: World) -> None:
    """SimCord begins on Thursday 1 January 2026."""
    await world.introduce(world.join("Anna"), "Je fais des sites web")
    shown = await world.organiser.click(message_of(await upcoming(world)), label="Rythmes et pauses")
    assert "Le point sur les présentations** · éteint" in text_of(shown)
    one = await world.organiser.select(message_of(shown), [RECAP], custom_id="organisers:rhythm_open")
    one = await parts_of(world, one, "every", "w2")
    one = await parts_of(world, one, "weekday", "1")
    one = await parts_of(world, one, "at", "10-30")
    one = await parts_of(world, one, "holiday", "move")
    assert "le mardi, toutes les 2 semaines, à 10 h 30" in text_of(one)
    assert "éteint" in text_of(one)
    on = await world.organiser.click(message_of(one), label="Allumer")
    assert "allumé" in text_of(on)
    (due,) = await world.association.read().rows("SELECT due_at, key FROM jobs WHERE kind = :kind", kind=RECAP)
    at = datetime.fromtimestamp(due["due_at"], UTC).astimezone(PARIS)
    assert (at.weekday(), at.hour, at.minute, due["key"]) == (1, 10, 30, "2026-01-13")
    await world.later(due["due_at"] - world.clock.now())
    assert sum("1 présentation" in line or "Une présentation attend encore" in line for line in office(world)) >= 1
    before = len(office(world))
    (again,) = await world.association.read().rows("SELECT due_at, key FROM jobs WHERE kind = :kind", kind=RECAP)
    assert again["key"] == "2026-01-27"
    shown = await upcoming(world)
    entry = await world.organiser.select(message_of(shown), [choices(shown)[-1]], custom_id="organisers:entry")
    asked = await world.organiser.click(message_of(entry), label="Sauter cet envoi")
    await world.organiser.click(message_of(asked), label="Sauter cet envoi")
    (after,) = await world.association.read().rows("SELECT key FROM jobs WHERE kind = :kind", kind=RECAP)
    assert after["key"] == "2026-02-10"
    assert len(office(world)) == before
    off = await press(world, world.organiser, f"organisers:rhythm_turn:off:{RECAP}")
    assert "éteint" in text_of(off)
    assert not await world.association.read().rows("SELECT 1 FROM jobs WHERE kind = :kind", kind=RECAP)


async def test_every_rhythm_can_be_chosen(world: World) -> None:
    shown = await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
    for code, said in (
        ("d3", "tous les 3 jours à 9 h"),
        ("m1", "le 1er de chaque mois à 9 h"),
        ("n1", "le premier lundi de chaque mois à 9 h"),
        ("w1", "chaque lundi à 9 h"),
    ):
        shown = await parts_of(world, shown, "every", code)
        assert said in text_of(shown)
    shown = await parts_of(world, await parts_of(world, shown, "every", "m1"), "day", "31")
    assert "le dernier jour de chaque mois" in text_of(shown)
    shown = await parts_of(world, await parts_of(world, shown, "every", "n1"), "nth", "-1")
    assert "le dernier lundi de chaque mois" in text_of(shown)
    stale = await press(world, world.organiser, "organisers:rhythm_turn:on:kernel:nightly")
    assert "plus à jour" in text_of(stale)


async def test_a_schedule_is_opened_from_elsewhere_and_shows_what_can_still_be_announced(world: World) -> None:
    """It is Thursday 1 January 2026: of what is announced five days ahead, Monday the 5th is too near."""
    jobs = world.bot.house.jobs
    recap = jobs.kind(RECAP)
    assert recap is not None
    assert recap.recurs is not None
    jobs.register(replace(recap, recurs=replace(recap.recurs, ahead=5)))
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
    shown = text_of(await press(world, world.organiser, f"organisers:rhythm_show:{RECAP}"))
    mondays = [int(datetime(2026, 1, day, 9, tzinfo=PARIS).timestamp()) for day in (12, 19, 26)]
    assert "Prochaines dates : " + ", ".join(f"<t:{monday}:f>" for monday in mondays) in shown
    (due,) = await world.association.read().rows("SELECT due_at, payload FROM jobs WHERE kind = :kind", kind=RECAP)
    assert due["due_at"] == mondays[0] - 5 * DAY
    assert json.loads(due["payload"]) == {"at": mondays[0]}
    assert "plus à jour" in text_of(await press(world, world.organiser, "organisers:rhythm_show:nothing"))


async def test_pauses_are_suggested_written_refused_and_taken_away(world: World) -> None:
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
    shown = await press(world, world.organiser, "organisers:rhythms")
    assert "1er août 2026 – 31 août 2026" in text_of(shown)
    shown = await world.organiser.click(message_of(shown), label="+ 1er août 2026 – 31 août 2026")
    assert "du 1er août 2026 au 31 août 2026" in text_of(shown)
    for first, last, answer in (
        ("bientôt", "31/8", "pas compris"),
        ("24/12/2026", "1/12/2026", "finit avant de commencer"),
        ("10 juillet", "3 juillet", "finit avant de commencer"),
        ("1/1/2027", "31/12/2027", "120 jours au plus"),
    ):
        form = await press(world, world.organiser, "organisers:pause_form")
        refused = await world.organiser.submit_modal(form, {"first": first, "last": last})
        assert answer in text_of(refused)
    form = await press(world, world.organiser, "organisers:pause_form")
    shown = await world.organiser.submit_modal(form, {"first": "1er janvier", "last": "20 janvier"})
    (due,) = await world.association.read().rows("SELECT key FROM jobs WHERE kind = :kind", kind=RECAP)
    assert due["key"] == "2026-01-26"
    (winter, _) = await world.association.read().rows("SELECT id FROM pauses ORDER BY first_day")
    await world.organiser.select(message_of(shown), [str(winter["id"])], custom_id="organisers:pause_remove")
    (due,) = await world.association.read().rows("SELECT key FROM jobs WHERE kind = :kind", kind=RECAP)
    assert due["key"] == "2026-01-05"


async def test_a_round_up_that_comes_late_says_so(world: World) -> None:
    await world.introduce(world.join("Anna"), "Je fais des sites web")
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
    await world.restart()
    await world.later(12 * DAY)
    await world.later(MINUTE)  # what is left over comes one a minute
    assert any("un peu en retard" in line for line in office(world))
    (due,) = await world.association.read().rows("SELECT key FROM jobs WHERE kind = :kind", kind=RECAP)
    assert due["key"] == "2026-01-19"


async def test_what_could_not_be_sent_is_told_with_its_two_answers(world: World) -> None:
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=503, times=len(PAUSES) + 1)
    await world.introduce(world.join("Anna"), "Je fais des sites web")
    for pause in PAUSES:
        await world.later(pause)
    await world.restart()
    report = next(m for m in world.office.history() if "n’a pas pu partir" in text_of(m))
    assert "Une présentation" in text_of(report)
    assert "Discord ne répondait pas" in text_of(report)
    stranger = await world.join("Bruno").click(report, label="Réessayer")
    assert "réservée à l’équipe" in text_of(stranger)
    tried = await world.organiser.click(report, label="Réessayer")
    assert "nouvel essai" in text_of(tried)
    assert len(world.cards()) == 2
    settled = next(m for m in world.office.history() if "Une présentation" in text_of(m))
    assert "l’équipe a demandé un nouvel essai" in text_of(settled)
    assert buttons_of(settled) == {}
    late = await press(world, world.organiser, "kernel:give_up:o1")
    assert "déjà" in text_of(late)


async def test_a_job_that_could_not_be_done_is_given_up(world: World) -> None:
    await world.introduce(world.join("Anna"), "Je fais des sites web")
    await world.env.advance_time(6 * DAY)
    (thread,) = world.hall.threads
    for pause in (0, *JOB_PAUSES):
        world.env.inject_error("GET", f"/channels/{thread.id}/messages", status=503, times=1)
        await world.later(pause + 1)
    world.failures.events.clear()
    report = next(m for m in world.office.history() if "n’a pas pu se faire" in text_of(m))
    shown = await upcoming(world)
    assert "Discord ne répondait pas" in text_of(shown)
    given_up = await world.organiser.click(report, label="Abandonner")
    assert "cela ne se fera pas" in text_of(given_up)
    assert not await world.association.read().rows("SELECT 1 FROM jobs WHERE state = 'parked'")


async def test_only_organisers_see_and_stop_what_is_sent(world: World) -> None:
    member = world.join("Anna")
    for act in (
        "organisers:upcoming:0",
        "organisers:suspend",
        "organisers:resume",
        "organisers:skip:j1",
        "organisers:rhythms",
        f"organisers:rhythm_turn:on:{RECAP}",
        f"organisers:rhythm_show:{RECAP}",
        "organisers:pause_suggested:2026-08-01:2026-08-31",
        "kernel:try_again:j1",
    ):
        assert "réservée à l’équipe" in text_of(await press(world, member, act)), act
    assert not world.association.preferences[prefs.SUSPENDED]


async def test_forged_presses_change_nothing(world: World) -> None:
    for act in (
        "organisers:skip:x1",
        "organisers:skip:j99999",
        "organisers:rhythm_set:every:nothing",
        f"organisers:rhythm_turn:on:{RECAP}x",
        "organisers:pause_suggested:2026-99-01:x",
    ):
        assert text_of(await press(world, world.organiser, act)), act
    assert not await world.association.read().rows("SELECT 1 FROM pauses")


async def test_newcomers_of_some_minutes_are_greeted_together_and_never_twice_in_a_row(world: World) -> None:
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    for name in ("Anna", "Bruno"):
        world.join(name)
        await world.env.settle()
        await world.later(2 * MINUTE)
    await world.later(10 * MINUTE)
    greeted = [text_of(m) for m in world.lounge.history() if m.components]
    assert len(greeted) == 1
    assert greeted[0].count("<@") == 2
    world.join("Chloé")
    await world.env.settle()
    await world.later(HOUR)
    assert len([m for m in world.lounge.history() if m.components]) == 1
    await world.organiser.send(world.lounge, "Bonjour à vous deux")
    await world.later(3 * HOUR)
    assert len([m for m in world.lounge.history() if m.components]) == 2


async def test_an_english_team_reads_it_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        await world.introduce(world.join("Anna"), "I build websites")
        panel = next(m for m in world.office.history() if "What is coming" in text_of(m))
        shown = await world.organiser.click(panel, label="What is coming")
        assert "A reminder to the team" in text_of(shown)
        on = await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
        assert "every Monday at 9:00" in text_of(on)
