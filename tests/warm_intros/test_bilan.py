"""Numbers for the team: from five people on, and never anybody in them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.schedule.clock import DAY
from cogs.matchmaking import FIGURES_FROM
from cogs.warm_intros import bilan, bilan_cards, intro_store, search_store
from cogs.warm_intros.bilan_cards import FIGURES, Figures
from cogs.warm_intros.rules import Helped, Kind, SearchState
from tests.pressing import Pressing
from tests.warm_intros.search_stage import folk
from tests.world import World, text_of

PEOPLE = ("Anna", "Basile", "Chloé", "Denis", "Elsa", "Farid")


async def _searches(world: World, asker: int, introducer: int, *, helped: bool = True, at_ago: int = 30 * DAY) -> None:
    """Somebody searched, found, and was helped, a while ago (seconds)."""
    now = world.clock.now() - at_ago
    async with world.association.transaction() as db:
        number = await search_store.add(db, asker, "Une imprimerie", "Des carnets", now=now, answer_by=now)
        intro = await intro_store.add(
            db,
            kind=Kind.TWO,
            search_id=number,
            introducer=introducer,
            first=asker,
            why="Des carnets",
            answer_by=now,
            now=now,
        )
        await search_store.close(db, number, SearchState.FOUND, now)
        await intro_store.open_thread(db, intro, now, None)
        if helped:
            await intro_store.note_helped(db, intro, Helped.YES)
            await intro_store.close(db, intro, now)


async def test_there_is_a_number_from_five_people_on_and_not_before(world: World) -> None:
    everybody = [one.id for one in await folk(world, *PEOPLE)]
    hands = Pressing(world)
    for asker in everybody[:4] * 2:
        await _searches(world, asker, everybody[5])
    few = text_of(await hands.call(world.organiser.id, "mises-en-relation bilan"))
    assert few.count("trop peu pour un chiffre") == 3
    await _searches(world, everybody[4], everybody[5], helped=False)
    shown = text_of(await hands.press(world.organiser.id, "warm_intros:bilan"))
    assert "Recherches : au moins **5**" in shown
    assert "tout le monde a dit oui : au moins **5**" in shown
    assert "Pistes qui ont aidé, au dire de qui cherchait : trop peu" in shown
    await world.choose({FIGURES_FROM: 6})
    assert text_of(await hands.press(world.organiser.id, "warm_intros:bilan")).count("trop peu pour un chiffre") == 3
    assert not any(str(one) in shown for one in everybody)
    assert "imprimerie" not in shown


async def test_nobody_else_sees_them_and_whoever_objects_is_not_in_them(world: World) -> None:
    everybody = [one.id for one in await folk(world, *PEOPLE)]
    for asker in everybody[:5]:
        await _searches(world, asker, everybody[5])
    hands = Pressing(world)
    assert "Recherches : au moins **5**" in text_of(await hands.press(world.organiser.id, "warm_intros:bilan"))
    assert "Recherches" not in text_of(await hands.press(everybody[0], "warm_intros:bilan"))
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.object(world.association, db, everybody[0])
    assert "**" not in text_of(await hands.press(world.organiser.id, "warm_intros:bilan")).split("\n", 1)[1]


def test_people_are_counted_and_not_times() -> None:
    assert bilan.count([1, 1, 2, 2, 3, 3, 4, 4], set()) is None
    assert bilan.count([1, 2, 3, 4, 5, 5], set()) == 5
    assert bilan.count([1, 2, 3, 4, 5] * 2, set()) == 10
    assert bilan.count([1, 2, 3, 4, 5], set(), 6) is None
    assert bilan.count([1, 2, 3, 4, 5, 5], {5}) is None
    assert FIGURES == 5


async def test_what_is_of_this_month_is_not_counted_yet(world: World) -> None:
    everybody = [one.id for one in await folk(world, *PEOPLE)]
    for asker in everybody[:5]:
        await _searches(world, asker, everybody[5], at_ago=0)
    shown = text_of(await Pressing(world).press(world.organiser.id, "warm_intros:bilan"))
    assert shown.count("trop peu pour un chiffre") == 3


def test_a_year_ends_where_the_month_began() -> None:
    paris = ZoneInfo("Europe/Paris")
    since, until = bilan.last_year(1767690000, paris)  # the 6th of January 2026
    assert [datetime.fromtimestamp(at, paris).isoformat()[:16] for at in (since, until)] == [
        "2025-01-01T00:00",
        "2026-01-01T00:00",
    ]


async def test_the_card_in_english(world: World) -> None:
    card = bilan_cards.bilan(world.association.words_in("en"), Figures(5, None, None))
    said = [item.content for item in card.walk_children() if hasattr(item, "content")]
    assert "Searches: at least **5**\nMeetings that everybody said yes to: too few for a figure" in "\n".join(said)
