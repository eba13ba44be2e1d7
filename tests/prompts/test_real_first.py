"""Something real goes before something general: a newcomer's question, a request, a tip; and goes when it is gone."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.schedule.clock import DAY, HOUR
from cogs import tips
from tests.help_requests.stage import ask, days, open_channel
from tests.introductions.test_refusals import press
from tests.prompts.stage import MINE, asked, propose, said, switch_on, talk, turn
from tests.test_letters_story import beats, come_to
from tests.world import World, components_of, message_of, text_of

QUESTION = "Un bureau partagé à Laval, c’est comment ?"


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Somebody who talks in the room, where the ritual is on."""
    who = world.join("Anna")
    await switch_on(world)
    return who


async def newcomer(world: World, name: str = "Basile", question: str = QUESTION) -> MemberActor:
    """Somebody who asks something in their introduction."""
    who = world.join(name)
    await world.introduce(who, "Je fais des photos", question=question)
    return who


async def share(world: World, who: MemberActor) -> None:
    """Somebody shares a tip where tips stand."""
    place = world.guild.create_text_channel("astuces")
    await world.env.settle()
    await world.choose({tips.CHANNEL: place.id})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
        await world.bot.house.panels.place(world.association, db)
    form = await who.slash(world.lounge, "astuce partager")
    await who.submit_modal(form, {"title": "Demander un acompte", "body": "Dès la signature du devis."})
    await beats(world)


async def test_a_newcomers_question_comes_first_as_a_subject(world: World, anna: MemberActor) -> None:
    basile = await newcomer(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    (question,) = said(world.lounge)
    assert "Une question arrivée avec une présentation" in question
    assert QUESTION in question
    assert "personne" not in question
    assert str(basile.id) not in question
    (card,) = [button for button in _links(world) if button]
    assert card.endswith(str(world.cards()[-1].id))
    assert world.lounge.threads == []  # the conversation has its place already: under the introduction


async def test_one_that_somebody_answered_is_no_longer_the_first(world: World, anna: MemberActor) -> None:
    await newcomer(world)
    await anna.send(world.hall.threads[-1], "Très bien, viens voir")
    await talk(world, anna, world.lounge)
    await turn(world)
    assert "La question du moment" in said(world.lounge)[0]


async def test_an_answer_to_the_newcomer_is_an_answer_to_the_question(world: World, anna: MemberActor) -> None:
    basile = await newcomer(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    await basile.send(world.hall.threads[-1], "Je précise : pour deux jours par semaine")
    for _ in range(3):
        await talk(world, anna, world.lounge)
        await turn(world)
    shown = await world.organiser.slash(world.office, "questions planifier")
    assert "une fois sur deux, faute de réponses" in text_of(shown)
    await anna.send(world.hall.threads[-1], "Très bien, viens voir")


async def test_what_a_newcomer_takes_down_is_shown_nowhere_any_more(world: World, anna: MemberActor) -> None:
    basile = await newcomer(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    asked_ = await basile.slash(world.lounge, "presentation retirer")
    await basile.click(message_of(asked_), label="Retirer")
    await beats(world)
    (question,) = said(world.lounge)
    assert QUESTION not in question
    assert "réglé, ou n’est plus là" in question


async def test_a_newcomers_question_is_hidden_while_they_are_away_and_gone_with_them(
    world: World, anna: MemberActor
) -> None:
    basile = await newcomer(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    world.guild.remove_member(basile)
    await beats(world)
    assert QUESTION not in said(world.lounge)[0]
    back = world.guild.add_member(basile.user)
    await beats(world)
    assert QUESTION in said(world.lounge)[0]
    await world.erase(back)
    await beats(world)
    assert QUESTION not in said(world.lounge)[0]
    assert await world.association.read().value("SELECT count(*) FROM prompt_authors") == 0


async def test_an_open_request_comes_next_by_its_subject(world: World, anna: MemberActor) -> None:
    place = await open_channel(world)
    chloe = world.join("Chloé")
    await world.introduce(chloe, "Je traduis")
    await ask(world, chloe, by_when="30/3")
    await days(world, 6)
    await talk(world, anna, world.lounge)
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Voir la demande" in [part.get("label") for part in components_of(ahead)]
    await turn(world)
    (question,) = said(world.lounge)
    assert "On cherche un coup de main" in question
    assert "Comment facturer un acompte" in question
    assert str(chloe.id) not in question
    assert await world.association.read().value("SELECT thread_id FROM prompt_posts") == place.threads[-1].id
    card = [message for message in place.history() if message.components][-1]
    await chloe.click(card, label="C’est réglé")
    await beats(world, HOUR)
    assert "Ce dont on parlait ici est réglé" in said(world.lounge)[0]


async def test_a_tip_to_confirm_comes_with_its_buttons_and_a_press_is_an_answer(
    world: World, anna: MemberActor
) -> None:
    driss = world.join("Driss")
    await world.introduce(driss, "Je répare des vélos")
    await world.introduce(anna, "Je fais des sites")
    await share(world, driss)
    async with world.association.transaction() as db:
        await db.run("UPDATE tips SET doubt_at = :now, asked_at = :now", now=world.clock.now())
    await days(world, 8)
    await talk(world, anna, world.lounge)
    await turn(world)
    (question,) = asked(world.lounge)
    assert "Cette astuce tient-elle toujours ?" in text_of(question)
    useful = await anna.click(question, label="M’a servi")
    assert "a servi" in text_of(useful)
    for _ in range(2):
        await talk(world, anna, world.lounge)
        await turn(world)
    assert await world.association.read().value("SELECT silences FROM prompt_ritual") == 1


async def test_the_order_is_newcomer_request_tip_suggestion_bank_and_nothing_comes_twice(
    world: World, anna: MemberActor
) -> None:
    await press(world, world.organiser, "prompts:turn:off")
    await come_to(world, "2026-01-05 10:00")
    await open_channel(world)
    chloe, driss = world.join("Chloé"), world.join("Driss")
    for who in (chloe, driss, anna):
        await world.introduce(who, "Je traduis des modes d’emploi")
    await share(world, driss)
    async with world.association.transaction() as db:
        await db.run("UPDATE tips SET doubt_at = :now, asked_at = :now", now=world.clock.now() - 8 * DAY)
    await ask(world, chloe, by_when="30/3")
    await propose(world, anna)
    line = next(message for message in world.office.history() if MINE in text_of(message))
    await world.organiser.click(line, label="Accepter")
    await days(world, 5)
    await newcomer(world)
    await press(world, world.organiser, "prompts:turn:on")
    seen = []
    for _ in range(5):
        await talk(world, anna, world.lounge)
        await turn(world)
        seen.append(said(world.lounge)[-1])
        await anna.send(world.lounge, "Une réponse", reply_to=asked(world.lounge)[-1])
    assert [text.split("\n")[0].removeprefix("-# ") for text in seen] == [
        "Une question arrivée avec une présentation",
        "On cherche un coup de main",
        "Cette astuce tient-elle toujours ?",
        "La question du moment",
        "La question du moment",
    ]
    assert MINE in seen[3]
    assert len(set(seen)) == 5


def _links(world: World) -> list[str]:
    """The addresses of the buttons under the newest question."""
    message = asked(world.lounge)[-1]
    return [
        str(item.url)
        for container in message.components
        for child in container.children  # type: ignore[union-attr]
        for item in getattr(child, "children", ())
        if getattr(item, "url", None)
    ]
