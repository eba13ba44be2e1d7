"""Thanks for what another feature brought about: offered by it, said as any other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.people import ties
from bot.storage.database import Connection
from cogs.help_requests import Network, matters, network_lines, networks, offer_thanks, register_thanks, thank
from tests.help_requests.stage import TUESDAY, last_letter, letters_of, member
from tests.introductions.test_refusals import press, submit_raw
from tests.test_letters_story import beats, come_to
from tests.world import World, buttons_of, message_of, text_of

MATTER = "walk:42"


@pytest.fixture
def walked() -> Iterator[dict[int, int]]:
    """Who may thank whom for walk 42."""
    people: dict[int, int] = {}

    async def whom(db: Connection, number: int, giver: int) -> int | None:
        return people.get(giver) if number == 42 else None

    register_thanks("walk", whom)
    yield people
    del matters._of_others["walk"]


async def test_a_thanks_is_said_with_its_reason_and_ties_the_two(world: World, walked: dict[int, int]) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    walked[anna.id] = basile.id
    await come_to(world, TUESDAY)
    act = offer_thanks(world.association.words, MATTER).custom_id or ""
    form = await press(world, anna, act)
    preview = await anna.submit_modal(form, {"reason": "Sans toi, pas de rendez-vous"})
    assert list(buttons_of(preview)) == ["L’envoyer en privé", "Pas maintenant"]
    sent = await anna.click(message_of(preview), label="L’envoyer en privé")
    assert "C’est dit, en privé" in text_of(sent)
    await beats(world)
    assert f"<@{anna.id}> te remercie : « Sans toi, pas de rendez-vous »" in text_of(last_letter(basile)).replace(
        "\u202f", " "
    )
    (tie,) = await ties.of(world.association.read(), anna.id)
    assert (tie.member_id, tie.matter) == (basile.id, MATTER)
    assert "C’est déjà dit" in text_of(await press(world, anna, act))


async def test_a_thanks_without_a_reason_comes_once_and_a_reason_follows(world: World, walked: dict[int, int]) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    walked[anna.id] = basile.id
    await come_to(world, TUESDAY)
    for _ in range(2):
        async with world.association.transaction() as db:
            await thank(world.bot.house, world.association, db, anna.id, basile.id, MATTER)
        await beats(world)
    (letter,) = [said for said in letters_of(basile) if "remercie" in said]
    assert letter == f"<@{anna.id}> te remercie, et tient à le dire."
    assert len(await ties.of(world.association.read(), basile.id)) == 1
    form = await press(world, anna, "help_requests:thank_matter:walk:42")
    assert form.modal is not None


async def test_nobody_is_thanked_for_what_they_took_no_part_in(world: World, walked: dict[int, int]) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    walked[basile.id] = anna.id
    for matter in ("walk:42", "walk:43", "help:1", "else:42"):
        assert "plus à jour" in text_of(await press(world, anna, f"help_requests:thank_matter:{matter}"))
        forged = await submit_raw(world, anna, f"help_requests:thanked_matter:{matter}", {"reason": "Sans toi, rien"})
        assert "plus à jour" in text_of(forged)
    assert await ties.of(world.association.read(), anna.id) == []


async def test_other_networks_are_listed_a_line_each(world: World) -> None:
    assert network_lines(world.association.words, await networks(world.association.read())) == ""
    found = [Network(number, f"Réseau {number}", "aide", "https://exemple.fr") for number in range(12)]
    assert network_lines(world.association.words, found).count("\n") == 7
