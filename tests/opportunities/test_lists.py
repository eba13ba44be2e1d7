"""What is open, what a search finds, one's own missions, and what the week's round-up tells."""

from __future__ import annotations

from bot.delivery.caps import WEEK
from bot.ui.sections import Span
from cogs.opportunities import posts
from cogs.opportunities.rules import State
from tests.opportunities.stage import Stage
from tests.world import buttons_of, components_of, text_of


def offered(shown: object) -> list[str]:
    """The missions that a list offers to open."""
    found = (c["options"] for c in components_of(shown) if c.get("custom_id") == "opportunities:pick")  # type: ignore[arg-type]
    return [str(option["value"]) for option in next(found, [])]


async def test_the_list_shows_what_is_open_the_newest_first_and_one_kind(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    empty = await stage.hands.call(basile.id, "mission liste")
    assert "Rien d’ouvert" in text_of(empty)
    shared = [await stage.share(anna, kind=kind, what=f"Mission {kind}") for kind in ("mission", "overflow", "partner")]
    listed = await stage.hands.call(basile.id, "mission liste")
    assert listed.ephemeral
    assert offered(listed) == [str(mission.id) for mission in reversed(shared)]
    one = await stage.press(basile, "opportunities:list_kind", "overflow")
    assert offered(one) == [str(shared[1].id)]
    assert offered(await stage.press(basile, "opportunities:list_kind", "all")) == offered(listed)
    opened = await stage.press(basile, "opportunities:pick", str(shared[0].id))
    assert "Ça m’intéresse" in buttons_of(opened)
    assert "Effacer" not in buttons_of(opened)


async def test_six_missions_make_two_pages(stage: Stage) -> None:
    anna = await stage.member("Anna")
    for number in range(6):
        await stage.share(anna, what=f"Mission numéro {number}")
    first = await stage.press(anna, "opportunities:list:0:")
    second = await stage.press(anna, buttons_of(first)["Page suivante"])
    assert (len(offered(first)), len(offered(second))) == (5, 1)


async def test_a_search_finds_by_words_trade_and_place(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    site = await stage.share(anna, what="Refaire un site pour une librairie", trade="", place="53")
    text = await stage.share(anna, what="Relire un livret de musée", place="remote")
    stand = await stage.share(anna, what="Monter un stand de salon", place="35")

    async def found(**options: str) -> list[str]:
        return offered(await stage.hands.call(basile.id, "mission chercher", options))

    assert await found(quoi="librairies") == [str(site.id)]
    assert await found(quoi="musée") == [str(text.id)]
    assert sorted(await found(lieu="53")) == sorted([str(site.id), str(text.id)])  # what is remote fits everywhere
    assert await found(lieu="remote") == [str(text.id)]
    assert await found() == [str(stand.id), str(text.id), str(site.id)]
    elsewhere = await stage.hands.call(basile.id, "mission chercher", {"quoi": "librairie", "lieu": "35"})
    assert offered(elsewhere) == [str(site.id)]
    assert "rien pour l’instant ; ailleurs, oui" in text_of(elsewhere)
    nothing = await stage.hands.call(basile.id, "mission chercher", {"quoi": "plomberie"})
    assert {"Les missions ouvertes", "Mes alertes"} <= set(buttons_of(nothing))


async def test_only_what_is_open_is_found_or_opened(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, here = await stage.share(anna), stage.world.association
    async with here.transaction() as db:
        await posts.settle(stage.world.bot.house, here, db, mission, State.ELSEWHERE)
    assert offered(await stage.press(basile, "opportunities:list:0:")) == []
    assert "plus d’actualité" in text_of(await stage.press(basile, "opportunities:pick", str(mission.id)))
    mine = await stage.press(anna, "opportunities:mine:0")
    assert "trouvé ailleurs" in text_of(mine)
    own = await stage.press(anna, "opportunities:pick", str(mission.id))
    assert {"Rouvrir", "Effacer"} <= set(buttons_of(own))
    assert "Toujours ouverte" not in buttons_of(own)


async def test_ones_own_open_mission_offers_its_four_ends(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    own = await stage.press(anna, "opportunities:pick", str(mission.id))
    assert list(buttons_of(own))[:4] == [
        "Toujours ouverte",
        "C’est quelqu’un d’ici",
        "Trouvé ailleurs",
        "Plus d’actualité",
    ]


async def test_a_forgotten_mission_leaves_nothing(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, here = await stage.share(anna), stage.world.association
    asked = await stage.press(anna, f"opportunities:forget_ask:{mission.id}")
    await stage.press(anna, buttons_of(asked)["Effacer"])
    await stage.world.beat()
    assert stage.cards() == []
    assert stage.place.threads == []
    assert (await here.search.find(here.read(), "mission", "")).hits == ()


async def test_the_round_up_tells_the_weeks_open_missions_once(stage: Stage) -> None:
    anna = await stage.member("Anna")
    old = await stage.share(anna, what="Ancienne mission")
    await stage.world.later(WEEK)
    fresh, gone = await stage.share(anna, what="Nouvelle mission"), await stage.share(anna, what="Déjà prise")
    here, house, now = stage.world.association, stage.world.bot.house, stage.world.clock.now() + 1
    async with here.transaction() as db:
        await posts.settle(house, here, db, gone, State.FILLED)
    sections = await house.sections.of(here, here.words, Span(now - WEEK + 3600, now))
    (told,) = [section for section in sections if section.name == "missions"]
    (line,) = told.lines
    assert "Nouvelle mission" in line.text
    assert line.people == (anna.id,)
    assert old.what not in line.text
    assert fresh.open
