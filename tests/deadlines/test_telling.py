"""What deadlines tell in a round-up, and what of them waits for organisers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from bot.ui.sections import LINE, Need, Span
from bot.words.i18n import Words
from cogs.deadlines import choice_store, telling
from cogs.deadlines.coming import coming
from tests.deadlines.shelf import SHIPPED
from tests.deadlines.stage import come_to, member, type_date
from tests.deadlines.test_reporting import report
from tests.deadlines.test_showing import CHOICES
from tests.introductions.test_refusals import press
from tests.world import World


def span(world: World) -> Span:
    """The week that ends now."""
    return Span(world.clock.now() - 7 * DAY, world.clock.now())


async def told(world: World) -> list[str]:
    """The lines of the section; none when it vanishes."""
    sections = await world.bot.house.sections.of(world.association, world.association.words, span(world))
    found = [line.text for section in sections if section.name == "deadlines" for line in section.lines]
    return [text.replace("\u202f", " ") for text in found]


async def needs(world: World) -> list[Need]:
    """What of the calendar waits for organisers."""
    found = await world.bot.house.sections.needs(world.association, world.association.words, span(world))
    return [need for need in found if str(need.button.custom_id).startswith("deadlines:")]


async def test_all_of_the_next_two_weeks_is_told_and_of_a_window_that_runs_its_end(world: World) -> None:
    await come_to(world, "2026-11-30 08:30")
    lines = await told(world)
    assert len(lines) == 2
    assert lines[0].startswith("lundi 30 novembre 2026 · [CFE : lire l’avis en ligne")
    note = world.words("section-deadlines-note")
    assert "pas un conseil" in note  # stays, whatever is cut away
    assert "« Signaler une date », dans /echeances prochaines" in note.replace("\u202f", " ")
    await come_to(world, "2026-12-14 08:30")
    window = "entre le 15 et le 24 décembre 2026"
    assert await beginnings(world) == ["mardi 15 décembre 2026", window, window]
    await come_to(world, "2027-01-18 08:30")
    window = "jusqu’au 24 janvier 2027"
    assert await beginnings(world) == [window, window, "dimanche 31 janvier 2027", "dimanche 31 janvier 2027"]


async def test_the_two_weeks_begin_on_the_day_of_the_round_up(world: World) -> None:
    await come_to(world, "2026-12-16 10:00")
    late = Span(world.clock.now() - 9 * DAY, world.clock.now() - 2 * DAY)  # Monday's, read on Wednesday
    (section,) = [
        one
        for one in await world.bot.house.sections.of(world.association, world.association.words, late)
        if one.name == "deadlines"
    ]
    assert section.lines[0].text.startswith("mardi 15 décembre 2026")
    assert not (await beginnings(world))[0].startswith("mardi 15")


async def beginnings(world: World) -> list[str]:
    """When each line says that it is due."""
    return [line.split(" ·")[0] for line in await told(world)]


async def test_without_dates_the_section_vanishes(world: World) -> None:
    await come_to(world, "2026-12-01 08:30")
    assert len(await told(world)) > 0
    await world.choose({prefs.ZONE: "America/Guadeloupe"})
    assert await told(world) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_cut(language: str) -> None:
    words = Words(language)
    for deadline in coming(SHIPPED, date(2026, 12, 1), date(2027, 12, 1), CHOICES):
        line = telling._line(words, deadline, deadline.day.first)
        assert len(line) <= LINE
        assert deadline.entry.source in line or len(deadline.entry.source) > 150


async def test_dates_to_type_are_asked_for_in_their_season_alone(world: World) -> None:
    await come_to(world, "2027-04-09 10:00")
    assert await needs(world) == []
    await come_to(world, "2027-04-10 10:00")
    (need,) = await needs(world)
    assert need.text.replace("\u202f", " ") == "Déclaration de revenus en ligne : les dates de l’année sont à saisir."
    assert need.button.custom_id == "deadlines:dates"
    for zone in ("zone-1", "zone-2", "zone-3"):
        await type_date(world, 2027, "fr-income-tax", zone, "27 mai")
    assert await needs(world) == []
    await come_to(world, "2028-07-20 10:00")  # nobody typed any; nobody needs them any more
    assert [need.button.custom_id for need in await needs(world)] == ["deadlines:confirm"]


async def test_what_is_reported_stale_or_unconfirmed_waits_with_its_way(world: World) -> None:
    await come_to(world, "2026-11-30 10:00")
    anna = await member(world, "Anna")
    await report(world, anna)
    async with world.association.transaction() as db:
        await choice_store.use(db, "be", active=True)
    first, second = await needs(world)
    assert (first.text, first.button.custom_id) == ("Une date administrative est signalée.", "deadlines:reports:0")
    assert second.text == "5 échéances attendent d’être confirmées sur place."
    await come_to(world, "2027-12-28 10:00")
    kinds = [need.text.split(":")[0].rstrip() for need in await needs(world)]
    assert kinds == [
        "Une date administrative est signalée.",
        "12 échéances sont à revérifier",
        "5 échéances attendent d’être confirmées sur place.",
    ]
    acts = [str(need.button.custom_id) for need in await needs(world)]
    assert len(acts) == len(set(acts))  # they may stand in one message
    for act in acts:
        assert (await press(world, world.organiser, act)).ephemeral
