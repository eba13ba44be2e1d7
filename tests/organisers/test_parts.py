"""A part is switched off and on again: what answers meanwhile, what comes back, what is erased, who is told."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.delivery.outbox import Kind, Operation, Rendered
from bot.schedule.clock import DAY, HOUR
from bot.storage import features
from bot.storage.features import declared
from bot.storage.preferences import choose
from bot.ui.cards import card
from bot.words.i18n import Words
from cogs.organisers import part_cards as cards
from cogs.organisers.part_cards import Part
from tests.help_requests import stage as help_stage
from tests.introductions.test_refusals import press
from tests.pressing import Pressing
from tests.tips import stage as tips_stage
from tests.world import World, buttons_of, message_of, text_of


async def open_part(world: World, name: str) -> InteractionResult:
    """An organiser opens a part, from the list of all."""
    shown = await press(world, world.organiser, "organisers:parts")
    return await world.organiser.select(message_of(shown), [name], custom_id="organisers:part_open")


async def switch(world: World, name: str) -> InteractionResult:
    """An organiser switches a part off, or on again."""
    shown = await open_part(world, name)
    label = next(label for label in buttons_of(shown) if label in {"Éteindre cette partie", "Rallumer cette partie"})
    done = await world.organiser.click(message_of(shown), label=label)
    await world.beat()
    return done


def commands(world: World) -> set[str]:
    """What Discord was told last."""
    return {str(one["name"]) for one in world.env.backend.commands.get(world.guild.id, {}).values()}


def said_in(world: World, place: ChannelHandle) -> int:
    """How many messages of the bot stand in the channels."""
    return sum(bool(m.components) for where in (world.lounge, world.office, place) for m in where.history())


async def test_a_part_that_is_off_is_silent_and_kind_and_comes_back_after_weeks_and_a_restart(world: World) -> None:
    place = await tips_stage.open_tips(world)
    anna, bruno = await tips_stage.member(world, "Anna"), await tips_stage.member(world, "Bruno")
    await tips_stage.share(world, anna)
    (card,) = tips_stage.tips_in(place)
    assert "C’est éteint" in text_of(await switch(world, "tips"))
    assert not commands(world) & {"astuce", "En faire une astuce"}
    assert {"presentation", "coup-de-main", "aide"} <= commands(world)
    assert [message.id for message in place.history() if message.components] == [card.id]
    refused = await bruno.click(card, label=world.words("tips-useful"))
    assert "La partie « Astuces » est éteinte ici en ce moment" in text_of(refused)
    assert "reste à toi" in text_of(refused)
    assert list(buttons_of(refused)) == ["Mes astuces"]
    assert "Ce qui est allumé" in buttons_of(await press(world, world.organiser, "tips:share"))
    mine = await anna.click(message_of(await press(world, anna, "tips:share")), label="Mes astuces")
    own = await anna.select(message_of(mine), tips_stage.listed(mine)[:1], custom_id="tips:pick")
    assert set(buttons_of(own)) == {world.words("tips-withdraw")}  # nothing that would change or publish it
    await world.restart()
    before = said_in(world, place) + len(tips_stage.inbox(anna))
    for _ in range(5):
        await world.later(7 * DAY)
    assert "C’est rallumé" in text_of(await switch(world, "tips"))
    await world.later(HOUR)
    assert said_in(world, place) + len(tips_stage.inbox(anna)) == before + 1  # its panel
    assert {"astuce", "En faire une astuce"} <= commands(world)
    assert world.words("tips-useful-on", title=tips_stage.TITLE) in text_of(
        await bruno.click(card, label=world.words("tips-useful"))
    )


async def test_whoever_waits_for_something_is_told_and_what_waited_goes_on_without_a_burst(world: World) -> None:
    await help_stage.open_channel(world)
    await tips_stage.come_to(world, help_stage.TUESDAY)
    anna, bruno = await help_stage.member(world, "Anna"), await help_stage.helper(world, "Bruno")
    await help_stage.ask(world, anna)
    await switch(world, "help_requests")
    await world.later(2 * HOUR)
    assert [text_of(letter) for letter in tips_stage.inbox(anna)][-1:] == [
        world.words("feature-off-letter", what="Coups de main")
    ]
    assert "coup-de-main" not in text_of(await anna.slash(world.lounge, "aide"))
    assert "astuce partager" in text_of(await anna.slash(world.lounge, "aide"))
    told = len(tips_stage.inbox(anna)) + len(tips_stage.inbox(bruno))
    for _ in range(4):
        await world.later(7 * DAY)
    assert len(tips_stage.inbox(anna)) + len(tips_stage.inbox(bruno)) == told
    await switch(world, "help_requests")
    await tips_stage.beats(world, HOUR)
    assert len(tips_stage.inbox(anna)) + len(tips_stage.inbox(bruno)) <= told + 2  # a question each at most, not a heap


async def test_what_a_part_keeps_is_erased_once_it_is_off_and_after_two_questions(world: World) -> None:
    place = await tips_stage.open_tips(world)
    anna, bruno = await tips_stage.member(world, "Anna"), await tips_stage.member(world, "Bruno")
    for title in ("Demander un acompte", "Relancer avec le sourire"):
        await tips_stage.share(world, anna, title)
    await bruno.click(tips_stage.tips_in(place)[0], label=world.words("tips-useful"))
    assert "une fois qu’elle est éteinte" in text_of(await press(world, world.organiser, "organisers:part_erase:tips"))
    assert len(tips_stage.tips_in(place)) == 2
    await switch(world, "tips")
    shown = await open_part(world, "tips")
    assert "2 enregistrements et 2 cartes publiées" in text_of(shown)
    first = await world.organiser.click(message_of(shown), label="Effacer ce qu’elle garde")
    second = await world.organiser.click(message_of(first), label="Oui, effacer")
    gone = await world.organiser.click(message_of(second), label="Effacer pour de bon")
    assert "2 enregistrements, 2 messages retirés" in text_of(gone)
    await world.later(HOUR)
    assert not any(message.components for message in place.history())
    db = world.association.read()
    for table in ("tips", "tip_uses", "tip_tags", "publications", "documents"):
        assert await db.value(f"SELECT count(*) FROM {table}") == 0, table
    assert [text_of(letter) for letter in tips_stage.inbox(anna)] == [
        world.words("feature-erased-letter", what="Astuces")
    ]
    assert tips_stage.inbox(bruno) == []
    await switch(world, "tips")
    assert "pas encore partagé d’astuce" in text_of(await anna.slash(world.lounge, "astuce mes-astuces"))


async def test_nobody_but_organisers_can_switch_or_erase_a_part(world: World) -> None:
    anna = world.join("Anna")
    for act in ("parts", "part_off:tips", "part_on:tips", "part_erase_ask:tips", "part_erase:tips"):
        assert "réservée à l’équipe" in text_of(await press(world, anna, f"organisers:{act}")), act
    assert await features.off(world.association.read()) == frozenset()


@pytest.mark.parametrize("words", [Words("fr"), Words("fr", "vous"), Words("en")], ids=["tu", "vous", "english"])
def test_every_card_about_parts_says_what_it_must_in_every_language(words: Words) -> None:
    shown = [Part("tips", None), Part("matchmaking", 1_800_000_000)]
    for view in (
        cards.parts(words, shown),
        cards.part(words, shown[0], records=0, cards=0, done="part-turned-on"),
        cards.part(words, shown[1], records=2, cards=1, done="part-turned-off"),
        cards.ask_to_erase(words, "tips", 3),
        cards.ask_again(words, "tips"),
        cards.erased(words, 3, 1),
    ):
        assert view.content_length() <= 4000
        assert view.total_children_count <= 40


async def test_with_everything_off_the_rest_goes_on_and_leads_nowhere_that_is_closed(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    await world.choose({feature.preference: False for feature in declared.values()})
    await world.beat()
    assert commands(world) >= {"moi", "aide", "installer", "envois"}
    assert not commands(world) & {"presentation", "qui-fait", "merci", "cafe", "gazette", "echeances", "question"}
    shown = await anna.slash(world.lounge, "aide")
    assert set(buttons_of(shown)) == {world.words("offer-privacy-data"), world.words("offer-moderation-report")}
    (panel,) = [message for message in world.office.history() if message.components]
    assert not {act.split(":")[0] for act in buttons_of(panel).values()} & set(declared)
    assert "n’est prévu" in text_of(await press(world, world.organiser, "organisers:upcoming:0"))
    (card,) = world.cards()
    assert "Je fais des sites web" in text_of(card)  # what stands stays, its panel is gone
    withdrawn = await press(world, anna, "introductions:withdraw")
    assert "C’est retiré" in text_of(withdrawn)
    await world.beat()
    assert world.cards() == []
    await world.choose({feature.preference: True for feature in declared.values()})
    await world.beat()
    assert [world.words("intro-panel").splitlines()[0] in text_of(one) for one in world.cards()] == [True]


async def test_a_command_or_a_menu_that_discord_still_shows_says_that_its_part_is_off(world: World) -> None:
    anna = await tips_stage.member(world, "Anna")
    (panel,) = world.cards()
    await world.choose({declared["tips"].preference: False})
    for told in (
        await Pressing(world).call(anna.id, "astuce chercher", {"quoi": "acompte"}),
        await Pressing(world).choose_on(anna.id, world.words("menu-make-tip"), panel),
    ):
        assert "La partie « Astuces » est éteinte" in text_of(told)


async def test_an_act_that_leads_into_a_part_that_is_off_says_so(world: World) -> None:
    await help_stage.open_channel(world)
    anna = await help_stage.member(world, "Anna")
    await help_stage.ask(world, anna)
    await world.choose({declared["tips"].preference: False})
    number = (await help_stage.newest(world)).id
    await press(world, anna, f"help_requests:solve:{number}")
    assert "La partie « Astuces » est éteinte" in text_of(await press(world, anna, f"help_requests:make_tip:{number}"))


async def test_a_switch_that_a_crash_cut_short_is_followed_at_the_next_start(world: World) -> None:
    async with world.association.transaction() as db:
        await choose(db, world.clock, declared["introductions"].preference, False)
    assert len(world.cards()) == 1
    await world.restart()
    await world.beat()
    assert world.cards() == []
    assert "presentation" not in commands(world)
    assert await world.bot.house.features.off_since(world.association.read(), "introductions") == world.clock.now()


async def test_whoever_counts_on_a_part_hears_that_it_is_off_and_nobody_twice_a_day(world: World) -> None:
    anna = await tips_stage.member(world, "Anna")
    now = world.clock.now()
    async with world.association.transaction() as db:
        await db.run("INSERT INTO deadline_topics (member_id, topic, at) VALUES (:id, 'x', :now)", id=anna.id, now=now)
        await db.run("INSERT INTO digest_subscribers (member_id, created_at) VALUES (:id, :now)", id=anna.id, now=now)
        await db.run(
            "INSERT INTO coffee_rounds (id, day, match_at, state, announced_at) "
            "VALUES (1, '2026-01-08', :soon, 'announced', :now)",
            soon=now + 7 * DAY,
            now=now,
        )
        await db.run(
            "INSERT INTO coffee_turns (round_id, member_id, coming, at) VALUES (1, :id, 1, :now)", id=anna.id, now=now
        )
        await db.run(
            "INSERT INTO prompt_suggestions (author_id, text, state, created_at) VALUES (:id, 'x', 'waiting', :now)",
            id=anna.id,
            now=now,
        )
    for on in (False, True, False):
        await world.choose({feature.preference: on for feature in declared.values()})
    db = world.association.read()
    told = await db.rows(
        "SELECT json_extract(reference, '$.feature') AS name FROM letters WHERE kind = 'kernel:part-off'"
    )
    assert sorted(row["name"] for row in told) == ["deadlines", "digest", "matchmaking", "prompts"]


@pytest.mark.parametrize(("away", "posted"), [(HOUR, 1), (3 * DAY, 0)])
async def test_what_was_to_be_posted_still_is_after_an_hour_and_not_after_days(
    world: World, away: int, posted: int
) -> None:
    given_up: list[str] = []

    async def failed(*told: Any) -> None:
        given_up.append(told[-1])

    async def render(*_: Any) -> Rendered:
        return Rendered(card("Bonjour"))

    house = world.bot.house
    house.outbox.register(Kind("tips:word", render, failed=failed))
    await world.choose({declared["tips"].preference: False})
    async with world.association.transaction() as db:
        await house.outbox.put(db, "tips:word", Operation.POST, channel_id=world.lounge.id)
    await world.later(away)
    assert world.lounge.history() == []
    await world.choose({declared["tips"].preference: True})
    await world.beat()
    assert len(world.lounge.history()) == posted
    assert given_up == ["skipped"] * (1 - posted)
