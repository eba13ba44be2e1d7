"""The organisers' part: what needs a human, five lines at most, the most important first; and `/gazette`."""

from __future__ import annotations

from pathlib import Path

from bot.schedule.clock import HOUR
from bot.storage import preferences as prefs
from cogs.digest.preferences import CHANNEL
from cogs.introductions import HOST, WELCOME_CHANNEL
from cogs.introductions.jobs import RECAP
from tests.digest.stage import MONDAY, come_to, digests, live, open_digest, talk, team_parts, tell
from tests.help_requests.stage import ask, open_channel
from tests.introductions.test_refusals import press
from tests.world import World, buttons_of, message_of, text_of


async def test_nothing_is_said_to_the_team_when_nothing_needs_them(world: World) -> None:
    await open_digest(world)
    await come_to(world, MONDAY)
    assert len(digests(world.lounge)) == 1
    assert team_parts(world) == []


async def test_what_needs_a_human_is_said_in_the_order_in_which_it_matters(world: World) -> None:
    await open_digest(world, told="")
    await open_channel(world)
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    gone = world.guild.create_text_channel("fils")
    await world.choose({prefs.THREADS_CHANNEL: gone.id})
    world.env.backend.delete_channel(gone.id)
    await come_to(world, "2026-01-05 09:00")
    anna, bruno = world.join("Anna"), world.join("Bruno")
    await world.introduce(anna, "Je fais du graphisme")
    await ask(world, anna)
    await come_to(world, "2026-01-13 10:00")
    await world.introduce(bruno, "Je fais de la photo")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=400, code=50035, times=1)
    await world.introduce(world.join("Carla"), "Je rédige")
    world.failures.events.clear()
    await live(world, "2026-01-19 08:30")
    said = team_parts(world)[-1]
    lines = [line for line in said.splitlines() if line.startswith("• ")]
    assert [line.split(" ")[1:4] for line in lines] == [
        ["Un", "salon", "choisi"],
        ["Un", "envoi", "n’a"],
        ["2", "présentations", "attendent"],
        ["Une", "demande", "de"],
        ["Des", "personnes", "viennent"],
    ]
    card = next(m for m in world.office.history() if m.components and said in text_of(m))
    assert {"Voir ce qui manque", "Prochains envois", "Voir"} <= set(buttons_of(card))
    listed = await world.organiser.click(card, label="Voir")
    assert "2 présentations attendent encore un mot" in text_of(listed)
    assert "réservée à l’équipe" in text_of(await press(world, bruno, "introductions:unanswered"))
    for thread in world.hall.threads:
        await talk(world, where=thread)
    assert "a reçu un mot" in text_of(await press(world, world.organiser, "introductions:unanswered"))


async def test_where_introductions_have_their_own_round_up_the_team_is_not_told_twice(world: World) -> None:
    await open_digest(world, told="")
    await press(world, world.organiser, f"organisers:rhythm_turn:on:{RECAP}")
    await come_to(world, "2026-01-08 10:00")
    await world.introduce(world.join("Anna"), "Je fais du graphisme")
    await live(world, "2026-01-12 10:00", step=HOUR)
    told = [text_of(m) for m in world.office.history() if m.components]
    assert any("attend encore un mot" in said for said in told)
    assert team_parts(world) == []


async def test_a_host_is_asked_for_when_newcomers_came_and_a_channel_when_the_digest_has_none(world: World) -> None:
    await open_digest(world, told="")
    await world.choose({CHANNEL: None, WELCOME_CHANNEL: world.lounge.id})
    await come_to(world, "2026-01-08 10:00")
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais du graphisme")
    await talk(world, where=world.hall.threads[0])  # the organiser answers
    await come_to(world, MONDAY)
    (said,) = team_parts(world)
    assert "personne n’est indiqué pour l’accueil" in said
    assert "elle n’a pas de salon" in said
    assert "attend encore un mot" not in said
    await world.choose({CHANNEL: world.lounge.id, HOST: anna.id})
    await come_to(world, "2026-01-19 08:30")
    assert len(team_parts(world)) == 1


async def test_the_gazette_is_read_at_any_time_and_page_by_page(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        await open_digest(world, told="", on=False)
        zoe = world.join("Zoé")
        quiet = await zoe.slash(world.lounge, "gazette")
        assert quiet.ephemeral
        assert "Nothing new for now" in text_of(quiet)
        assert list(buttons_of(quiet)) == ["Get it in private"]
        tell(world, *(f"thing {number}" for number in range(25)))
        shown = await zoe.slash(world.lounge, "gazette")
        assert text_of(shown).count("thing ") == 10
        first = await zoe.click(message_of(shown), label="See everything")
        assert text_of(first).count("thing ") == 10
        second = await zoe.click(message_of(first), label="Next page")
        assert "thing 10" in text_of(second)
        assert "thing 9\n" not in text_of(second)
        assert not await world.association.read().rows("SELECT 1 FROM members WHERE id = :id", id=zoe.id)
        assert "out of date" in text_of(await press(world, zoe, "digest:all:77:0"))
