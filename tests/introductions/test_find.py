"""Finding someone: words in any form, places, pages, and never a dead end."""

from __future__ import annotations

from bot.people import members
from bot.people.members import Profile
from cogs.introductions import posts
from tests.world import World, buttons_of, message_of, text_of


async def _people(world: World, *what: tuple[str, str | None]) -> None:
    ids = [world.join(f"Membre {number}").id for number in range(len(what))]
    await world.env.settle()
    async with world.association.transaction() as db:
        for member_id, (sentence, zone) in zip(ids, what, strict=True):
            await members.accept_notice(db, member_id, world.clock.now())
            profile = Profile(member_id, sentence, None, zone, "", (), (), True, world.clock.now())
            await members.save_profile(db, profile)
            await posts.make_findable(world.bot.house, world.association, db, profile)


async def test_several_words_rank_those_who_match_more_first(world: World) -> None:
    await _people(world, ("Rédaction de blogs", "53"), ("Rédaction et relecture de thèses", "53"), ("Relecture", "53"))
    anna = world.join("Anna")
    text = text_of(await anna.slash(world.lounge, "qui-fait", quoi="relecture rédactrice"))
    assert text.index("thèses") < text.index("blogs")


async def test_a_place_in_the_words_or_as_an_option_narrows(world: World) -> None:
    await _people(world, ("Sites Webflow", "53"), ("Sites Webflow et boutiques", "35"))
    anna = world.join("Anna")
    for answer in (
        await anna.slash(world.lounge, "qui-fait", quoi="webflow à Rennes"),
        await anna.slash(world.lounge, "qui-fait", quoi="webflow", ou="35"),
    ):
        assert "boutiques" in text_of(answer)
        assert "Mayenne" not in text_of(answer)


async def test_nobody_in_a_place_shows_who_there_is_elsewhere(world: World) -> None:
    await _people(world, ("Sites Webflow", "53"))
    anna = world.join("Anna")
    text = text_of(await anna.slash(world.lounge, "qui-fait", quoi="webflow", ou="29"))
    assert "Personne pour l’instant du côté de Finistère (29)" in text
    assert "Sites Webflow" in text


async def test_nothing_found_suggests_near_words_that_work(world: World) -> None:
    await _people(world, ("Photographie de mariage", "53"), ("Maçonnerie à la chaux", "53"))
    anna = world.join("Anna")
    answer = await anna.slash(world.lounge, "qui-fait", quoi="maconage")
    buttons = buttons_of(answer)
    if "Maçonnerie" not in text_of(answer):
        near = next(label for label in buttons if label.startswith("maçon"))
        answer = await anna.click(message_of(answer), label=near)
    assert "Maçonnerie à la chaux" in text_of(answer)


async def test_a_query_that_nothing_fits_finds_nothing_but_offers_everybody(world: World) -> None:
    await _people(world, ("Photographie de mariage", "53"))
    anna = world.join("Anna")
    answer = await anna.slash(world.lounge, "qui-fait", quoi="astrophysique quantique")
    assert "Personne pour « astrophysique quantique »" in text_of(answer)
    everybody = await anna.click(message_of(answer), label="Voir tout le monde")
    assert "Photographie de mariage" in text_of(everybody)


async def test_pages_turn_in_place_and_survive_a_restart(world: World) -> None:
    await _people(world, *((f"Illustration numéro {number}", "53") for number in range(12)))
    anna = world.join("Anna")
    first = await anna.slash(world.lounge, "qui-fait", quoi="illustratrice")
    assert "Page précédente" not in buttons_of(first)
    await world.restart()
    second = await anna.click(message_of(first), label="Page suivante")
    third = await anna.click(message_of(second), label="Page suivante")
    assert "Page suivante" not in buttons_of(third)
    seen = [n for n in range(12) if any(f"numéro {n}\n" in text_of(p) + "\n" for p in (first, second, third))]
    assert text_of(third).count("numéro") == 2
    assert message_of(third).id == message_of(first).id
    assert seen


async def test_the_form_asks_what_and_where(world: World) -> None:
    await _people(world, ("Sites Webflow", "53"))
    anna = world.join("Anna")
    form = await anna.click(world.cards()[0], label="Trouver quelqu’un")
    found = await anna.submit_modal(form, {"what": "WEBFLOW", "where": "Mayenne"})
    assert "Sites Webflow" in text_of(found)
    unknown = await anna.submit_modal(
        await anna.click(world.cards()[0], label="Trouver quelqu’un"),
        {"what": "webflow", "where": "Nulle-Part-les-Bains"},
    )
    assert "Je ne reconnais pas" in text_of(unknown)


async def test_a_strange_query_is_only_text(world: World) -> None:
    anna = world.join("Anna")
    for query in ('" OR 1=1 --', "NEAR(a b)", "words:*", "💥", "le la les", "x" * 40):
        answer = await anna.slash(world.lounge, "qui-fait", quoi=query)
        assert answer.ephemeral
        assert "mal tourné" not in text_of(answer)
