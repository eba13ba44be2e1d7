"""The rota of those who welcome: asked first, told in time, passed on without a reason, skipped when away or gone."""

from __future__ import annotations

from datetime import date

import pytest
from simcord.actors import MemberActor

from bot.people.members import accept_notice
from bot.schedule.clock import DAY
from bot.storage import features
from bot.storage import preferences as prefs
from bot.ui.actions import leaves
from bot.ui.sections import Span
from bot.words.i18n import Words
from cogs.introductions import HOST, WELCOME_CHANNEL
from cogs.organisers import relay_cards, relay_store, relay_turns
from cogs.organisers.relay_rules import Absence, Host, Standing, Turn
from tests.help_requests.stage import TUESDAY, letters_of, member, press_letter
from tests.introductions.test_refusals import forge_choice, press, submit_raw
from tests.test_letters_story import beats, close_messages, come_to
from tests.world import World, message_of, text_of

FRIDAY, NEXT_FRIDAY = "2026-01-09 09:05", "2026-01-16 09:05"
MONDAY, NEXT_MONDAY = "2026-01-12 09:00", "2026-01-19 09:00"


async def ask(world: World, who: MemberActor) -> None:
    """An organiser proposes the rota to somebody."""
    shown = await world.organiser.slash(world.office, "relais")
    person = await world.organiser.select(message_of(shown), [who], custom_id="organisers:relay_person")
    await world.organiser.click(message_of(person), label="Lui demander")
    await beats(world)


async def rota(world: World, *names: str) -> list[MemberActor]:
    """On a Tuesday, these people were asked and said yes."""
    await come_to(world, TUESDAY)
    people = [world.join(name) for name in names]
    async with world.association.transaction() as db:
        for who in people:
            await accept_notice(db, who.id, world.clock.now())
            await relay_store.put(db, who.id, Standing.AGREED, world.clock.now())
        await relay_turns.plan_ahead(world.bot.house, world.association, db)
    return people


async def at(world: World, when: str) -> None:
    """It is that hour."""
    await come_to(world, when)
    await beats(world)


def host(world: World) -> int | None:
    """Who welcomes, as everybody sees."""
    return world.association.preferences[HOST]


async def test_the_week_goes_round_and_each_host_hears_of_theirs_the_working_day_before(world: World) -> None:
    (basile,) = await rota(world, "Basile")
    anna = await member(world, "Anna")
    await ask(world, anna)
    assert "Cela te dirait" in letters_of(anna)[0]
    assert "Un mot privé te préviendra" in text_of(await press_letter(anna, "Oui, volontiers"))
    await press(world, world.organiser, f"organisers:relay_move:{anna.id}:sooner")
    assert host(world) is None  # it begins on Monday
    assert "Le relais commence lundi" in text_of(await world.organiser.slash(world.office, "relais"))
    await world.choose({WELCOME_CHANNEL: world.lounge.id})
    await at(world, FRIDAY)
    told = "La semaine du 12 janvier 2026, c’est toi qui accueilles : le mot d’accueil te nommera."
    assert told in letters_of(anna)[-1]
    assert letters_of(basile) == []
    await world.restart()
    await at(world, MONDAY)
    assert host(world) == anna.id
    shown = text_of(await world.organiser.slash(world.office, "relais"))
    assert f"Cette semaine : <@{anna.id}>" in shown
    assert f"Semaine du 19 janvier 2026 : <@{basile.id}>" in shown
    await at(world, NEXT_FRIDAY)
    await at(world, NEXT_MONDAY)
    assert host(world) == basile.id
    assert (len(letters_of(anna)), len(letters_of(basile))) == (2, 1)
    history = text_of(await press(world, world.organiser, "organisers:settings_history:0"))
    assert f"<@{anna.id}> → <@{basile.id}> · Comptoir" in history


async def test_a_host_passes_their_week_on_and_the_next_one_learns_it_in_private(world: World) -> None:
    anna, basile = await rota(world, "Anna", "Basile")
    await at(world, FRIDAY)
    await at(world, MONDAY)
    asked = await press_letter(anna, "Passer la main (12 janvier 2026)")
    done = await anna.user.click(message_of(asked), label="Passer la main")
    assert f"C’est <@{basile.id}> qui prend la semaine" in text_of(done)
    await beats(world)
    assert host(world) == basile.id
    assert "Cette semaine, c’est toi qui accueilles" in letters_of(basile)[-1]
    assert str(anna.id) not in letters_of(basile)[-1]
    for who in (anna, world.organiser):  # a second press, of hers or of the team's, passes nobody else's turn on
        late = await press(world, who, f"relay:pass:2026-01-12:{anna.id}")
        assert "n’est pas, ou plus, à passer" in text_of(late)
    assert host(world) == basile.id
    nobody = await press(world, basile, f"relay:pass:2026-01-12:{basile.id}")
    assert "Personne d’autre n’est libre" in text_of(nobody)
    assert host(world) is None
    span = Span(world.clock.now() - DAY, world.clock.now())
    needs = await world.bot.house.sections.needs(world.association, world.association.words, span)
    assert "Personne du relais n’est libre pour accueillir cette semaine." in [need.text for need in needs]


async def test_whoever_is_away_is_skipped_and_a_week_that_was_theirs_goes_to_the_next(world: World) -> None:
    anna, basile = await rota(world, "Anna", "Basile")
    form = await press(world, anna, "relay:away")
    refused = await anna.submit_modal(form, {"first": "bientôt", "last": ""})
    assert "Je n’ai pas compris l’un des deux jours" in text_of(refused)
    await at(world, FRIDAY)
    form = await press(world, anna, "relay:away")
    noted = await anna.submit_modal(form, {"first": "14/1", "last": "16/1"})
    assert "la main passe à la personne suivante qui est libre" in text_of(noted)
    assert "du 14 janvier 2026 au 16 janvier 2026" in text_of(noted)
    await beats(world)
    assert "La semaine du 12 janvier 2026, c’est toi" in letters_of(basile)[-1]
    assert letters_of(anna) == ["Ce n’est plus d’actualité, merci."]
    await at(world, MONDAY)
    assert host(world) == basile.id
    (absence,) = await relay_store.absences(world.association.read(), date(2026, 1, 12))
    here = await forge_choice(world, anna, "relay:here", str(absence.id))
    assert "Absences prévues" not in text_of(here)
    assert "celle du 19 janvier 2026" in text_of(here)


async def test_no_and_no_answer_look_alike_and_are_forgotten_together(world: World) -> None:
    await come_to(world, TUESDAY)
    anna, basile, nora = (world.join(name) for name in ("Anna", "Basile", "Nora"))
    async with world.association.transaction() as db:
        for who in (anna, basile):
            await accept_notice(db, who.id, world.clock.now())
    refused = await press(world, world.organiser, f"organisers:relay_invite:{nora.id}")
    assert "pas encore parmi nous" in text_of(refused)
    await ask(world, anna)
    await ask(world, basile)
    said = await press_letter(anna, "Non merci")
    assert "cela reste entre nous" in text_of(said)
    shown = text_of(await world.organiser.slash(world.office, "relais"))
    assert f"sans réponse pour le moment : <@{anna.id}>, <@{basile.id}>" in shown
    await at(world, "2026-01-26 09:00")
    assert await relay_store.hosts(world.association.read()) == []
    assert letters_of(basile)[-1] == "Ce n’est plus d’actualité, merci."
    late = await press(world, basile, "relay:yes")
    assert "Ce n’est plus demandé" in text_of(late)
    assert host(world) is None


async def test_a_host_with_closed_messages_hears_of_their_week_in_a_private_thread(world: World) -> None:
    (anna,) = await rota(world, "Anna")
    close_messages(world, anna)
    await at(world, FRIDAY)
    (thread,) = world.threads.threads
    told = text_of(thread.history()[-1])
    assert "La semaine du 12 janvier 2026" in told
    assert "le mot d’accueil" not in told  # there is none: no channel is chosen for it
    form = await press(world, anna, "relay:away")
    noted = await anna.submit_modal(form, {"first": "14/1", "last": "16/1"})
    assert "Personne d’autre n’est libre" in text_of(noted)


@pytest.mark.parametrize("way", ["leaves", "rests", "is erased", "is taken off", "goes"])
async def test_when_a_host_goes_the_next_one_takes_the_week_and_is_told(world: World, way: str) -> None:
    anna, basile = await rota(world, "Anna", "Basile")
    await at(world, FRIDAY)
    await at(world, MONDAY)
    match way:
        case "leaves":
            world.guild.remove_member(anna)
        case "rests":
            async with world.association.transaction() as db:
                await world.bot.house.lifecycle.pause(world.association, db, anna.id)
        case "is erased":
            await world.erase(anna)
        case "is taken off":
            asked = await press(world, world.organiser, f"organisers:relay_remove_ask:{anna.id}")
            await world.organiser.click(message_of(asked), label="Retirer du relais")
        case _:
            asked = await press(world, anna, "relay:leave_ask")
            await anna.click(message_of(asked), label="Quitter le relais")
    await beats(world)
    assert host(world) == basile.id
    assert "Cette semaine, c’est toi qui accueilles" in letters_of(basile)[-1]
    if way == "is taken off":
        await at(world, "2026-01-13 09:00")
        assert "L’équipe a revu le relais" in letters_of(anna)[-1]
    if way == "is erased":
        rows = await world.association.read().rows("SELECT * FROM relay_turns WHERE member_id = :id", id=anna.id)
        assert rows == []


async def test_organisers_join_order_and_hand_over_and_nobody_else_may(world: World) -> None:
    anna, basile = await rota(world, "Anna", "Basile")
    notice = await press(world, world.organiser, "organisers:relay_join")
    await world.organiser.click(message_of(notice), label="J’ai lu, on y va")
    await press(world, world.organiser, f"organisers:relay_move:{basile.id}:sooner")
    order = [found.member_id for found in await relay_store.hosts(world.association.read())]
    assert order == [basile.id, anna.id, world.organiser.id]
    await at(world, FRIDAY)
    await at(world, MONDAY)
    assert host(world) == basile.id
    await press(world, world.organiser, f"relay:pass:2026-01-12:{basile.id}")
    assert host(world) == anna.id
    await world.choose({HOST: world.organiser.id})
    assert "un choix de l’équipe" in text_of(await world.organiser.slash(world.office, "relais"))
    stranger = world.join("Dara")
    for act in ("show", "mine", "away", "leave_ask", "pass:2026-01-12:1"):
        answer = text_of(await press(world, stranger, f"relay:{act}"))
        assert "à tour de rôle" in answer or "n’est pas, ou plus, à passer" in answer
    for act in (
        "relay",
        f"relay_invite:{stranger.id}",
        "relay_join",
        f"relay_move:{anna.id}:later",
        f"relay_remove:{anna.id}",
    ):
        assert "réservée à l’équipe" in text_of(await press(world, basile, f"organisers:{act}"))
    forged = await submit_raw(world, stranger, "relay:away_written", {"first": "12/1", "last": ""})
    assert "à tour de rôle" in text_of(forged)
    assert [found.member_id for found in await relay_store.hosts(world.association.read())] == order


def test_leaving_the_rota_and_being_back_stay_open_whatever_the_team_closed() -> None:
    assert all(leaves(act) for act in ("relay:leave_ask", "relay:leave", "relay:here"))


async def test_while_everything_is_on_hold_the_week_changes_and_nothing_is_said(world: World) -> None:
    (anna,) = await rota(world, "Anna")
    await world.choose({prefs.SUSPENDED: True})
    await at(world, FRIDAY)
    await at(world, MONDAY)
    assert host(world) == anna.id
    assert letters_of(anna) == []


async def test_after_two_silent_weeks_one_person_takes_the_week_that_it_is(world: World) -> None:
    anna, basile = await rota(world, "Anna", "Basile")
    await at(world, "2026-01-21 10:00")
    assert host(world) == anna.id
    assert "Cette semaine, c’est toi qui accueilles" in letters_of(anna)[-1]
    await world.choose({features.declared[name].preference: False for name in ("introductions", "prompts")})
    await at(world, "2026-01-26 09:00")
    assert host(world) == anna.id  # nothing speaks of a host any more
    assert letters_of(basile) == []


@pytest.mark.parametrize("words", [Words("fr", "vous"), Words("en")], ids=["vous", "english"])
def test_every_card_of_the_rota_speaks_every_language(words: Words) -> None:
    monday = date(2026, 1, 12)
    people = [Host(1, 1, Standing.AGREED), Host(2, 2, Standing.AGREED), Host(3, 3, Standing.ASKED)]
    absences = [Absence(1, 1, monday, monday)]
    for now, begun in ((1, True), (None, True), (None, False)):
        full = relay_cards.Rota(people, absences, monday, now, begun, [(monday, 1), (monday, None)], by_hand=2)
        relay_cards.team(words, full, me=1)
        relay_cards.team(words, relay_cards.Rota([], [], monday, now, begun, []), me=1)
    for found in (None, *people):
        relay_cards.person(words, found, 9, first=False, last=False)
    turn = Turn(monday, 1, 1)
    for turns, coming in (([turn], None), ([], monday), ([], None)):
        relay_cards.mine(words, turns, coming, absences, words("relay-away-noted", open="yes"))
    for now_, named in ((True, True), (False, True), (True, False), (False, False)):
        relay_cards.your_turn(words, 5, turn, now=now_, named=named)
        relay_cards.asked(words, 5, "Les Indés", named=named)
    for who in (1, None):
        relay_cards.passed_on(words, who)
