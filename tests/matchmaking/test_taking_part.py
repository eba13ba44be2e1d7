"""Taking part: a rhythm, a way, places, pauses, stopping and staying. Everything changes on the spot."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.delivery import letters, wishes
from bot.schedule.clock import DAY
from cogs import matchmaking
from cogs.matchmaking import counting, match_store, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.own_letters import PAUSE_OVER, STAY
from cogs.matchmaking.rules import Participation, Rhythm
from tests.help_requests.stage import last_letter, letters_of, press_letter
from tests.introductions.test_refusals import press, submit_raw
from tests.matchmaking.stage import announce, announcement, bring_together, join, member, open_coffee, people, run_round
from tests.test_letters_story import beats, come_to
from tests.world import World, buttons_of, message_of, text_of

RHYTHM = "matchmaking:choose_rhythm"
WAY = "matchmaking:choose_how"


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee, and a schedule."""
    return await open_coffee(world)


async def of(world: World, who: MemberActor) -> Participation:
    """How somebody takes part, as it is stored."""
    return await people_store.get(world.association.read(), who.id)


async def subscribe(world: World, who: MemberActor, rhythm: Rhythm = Rhythm.EVERY) -> None:
    """Somebody takes part in a rhythm, told by the store."""
    async with world.association.transaction() as db:
        await people_store.choose(db, who.id, world.clock.now(), rhythm=rhythm, how=How.BOTH)


async def test_a_rhythm_and_a_way_are_choices_that_count_at_once(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    assert await matchmaking.may_join(world.association, anna.id)
    shown = await anna.slash(world.lounge, "cafe participer")
    assert "Rien n’est prévu d’avance : à chaque annonce, un clic suffit" in text_of(shown)
    assert "Arrêter" not in buttons_of(shown)
    every = await anna.select(message_of(shown), ["every"], custom_id=RHYTHM)
    assert "Tu en es à chaque tour" in text_of(every)
    assert not await matchmaking.may_join(world.association, anna.id)
    assert "**Où** · Mayenne (53)" in text_of(every)
    remote = await anna.select(message_of(every), ["remote"], custom_id=WAY)
    assert "**Comment** · à distance" in text_of(remote)
    assert "**Où**" not in text_of(remote)
    second = await anna.select(message_of(remote), ["second"], custom_id=RHYTHM)
    assert "Tu en es un tour sur deux" in text_of(second)
    assert await of(world, anna) == Participation(anna.id, rhythm=Rhythm.SECOND, how=How.REMOTE)
    for forged in ("matchmaking:rhythm:once", "matchmaking:rhythm:x", RHYTHM, WAY, "matchmaking:pause_for:x"):
        assert "plus à jour" in text_of(await press(world, anna, forged))


async def test_nothing_is_kept_before_the_notice_is_accepted(world: World, place: ChannelHandle) -> None:
    nora = world.join("Nora")
    notice = await nora.slash(world.lounge, "cafe participer")
    refused = await submit_raw(world, nora, "matchmaking:places_written", {"places": "Laval"})
    assert "La notice d’abord : rien n’a été enregistré" in text_of(refused)
    assert "Laval" in text_of(refused)
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=nora.id) == 0
    shown = await nora.click(message_of(notice), label="J’ai lu, on y va")
    assert "### Participer au café" in text_of(shown)
    assert await world.association.read().value("SELECT count(*) FROM coffee_members") == 0


async def test_a_rhythm_counts_somebody_in_for_the_round_that_is_announced(world: World, place: ChannelHandle) -> None:
    anna, bruno = await people(world, "Anna", "Bruno")
    round_ = await announce(world)
    monthly = await press(world, anna, "matchmaking:rhythm:monthly")
    assert f"**Prochain café** · <t:{round_.match_at}:F>, tu en es." in text_of(monthly)
    await join(world, bruno, place)
    await bruno.click(announcement(place), label="Je passe mon tour")
    every = await press(world, bruno, "matchmaking:rhythm:every")
    assert f"<t:{round_.match_at}:F>, sans toi pour l’instant." in text_of(every)  # a no is a no
    coming = {turn.member_id: turn.coming for turn in await round_store.turns(world.association.read(), round_.id)}
    assert coming == {anna.id: True, bruno.id: False}


async def test_places_are_read_as_people_write_them(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna", zone=None)
    shown = await anna.slash(world.lounge, "cafe participer")
    asked = await anna.select(message_of(shown), ["in-person"], custom_id=WAY)
    assert "Pour un café en personne, il manque un endroit" in text_of(asked)
    form = await anna.click(message_of(asked), label="Choisir des lieux")
    done = await anna.submit_modal(form, {"places": "au Mans, 53 ; Mayenne"})
    assert "**Où** · Sarthe (72), Mayenne (53)" in text_of(done)
    assert (await of(world, anna)).zones == ("72", "53")
    again = await anna.click(message_of(done), label="Choisir des lieux")
    assert again.modal is not None
    assert again.modal["components"][0]["component"]["value"] == "Sarthe (72), Mayenne (53)"
    none = await anna.submit_modal(again, {"places": ""})
    assert "il manque un endroit" in text_of(none)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mayenne, Zzzzz", "« Zzzzz » n’est pas dans la liste"),
        ("Laval", "« Laval » peut être dans plusieurs départements : Mayenne (53), Québec"),
        ("01, 02, 03, 04, 05, 06, 07", "7 lieux, c’est beaucoup ; 6 au plus"),
    ],
)
async def test_a_place_that_is_not_clear_is_refused_and_kept(
    world: World, place: ChannelHandle, typed: str, said: str
) -> None:
    anna = await member(world, "Anna", zone=None)
    refused = await submit_raw(world, anna, "matchmaking:places_written", {"places": typed})
    assert said in text_of(refused)
    again = await anna.click(message_of(refused), label="Corriger")
    assert again.modal is not None
    assert again.modal["components"][0]["component"]["value"] == typed


# Pauses


async def test_a_pause_is_for_some_rounds_or_until_a_day(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    card = await anna.slash(world.lounge, "cafe pause")
    assert list(buttons_of(card)) == ["Un tour", "Deux tours", "Un mois", "Jusqu’à un jour"]
    two = await anna.click(message_of(card), label="Deux tours")
    assert "pas de café aux 2 prochains tours. La pause finit toute seule, et le bot le dira" in text_of(two)
    assert (await of(world, anna)).paused_rounds == 2
    settings = await anna.click(message_of(two), label="Mes réglages")
    assert "**En pause** · les 2 prochains tours" in text_of(settings)
    back = await anna.click(message_of(settings), label="Finir la pause")
    assert "En pause" not in text_of(back)
    month = await anna.click(message_of(await press(world, anna, "matchmaking:pause_ask")), label="Un mois")
    assert "pas de café avant le 31 janvier 2026" in text_of(month)
    form = await press(world, anna, "matchmaking:pause_day")
    until = await anna.submit_modal(form, {"day": "3 août"})
    assert "pas de café avant le 3 août 2026" in text_of(until)
    assert (await of(world, anna)).paused_until == date(2026, 8, 3)
    typed = await anna.slash(world.lounge, "cafe pause", **{"jusqu-au": "12/1"})
    assert "avant le 12 janvier 2026" in text_of(typed)
    rounds = await anna.slash(world.lounge, "cafe pause", tours=1)
    assert "pas de café au prochain tour" in text_of(rounds)
    assert await of(world, anna) == Participation(anna.id, rhythm=Rhythm.EVERY, paused_rounds=1)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"jusqu-au": "un de ces jours"}, "« un de ces jours » ne se lit pas comme un jour"),
        ({"jusqu-au": "aujourd’hui"}, "Ce jour n’est pas à venir"),
        ({"jusqu-au": "2/1/2020"}, "Ce jour n’est pas à venir"),
        ({"jusqu-au": "3/8/2031"}, "C’est dans plus d’un an"),
        ({"jusqu-au": "demain", "tours": 2}, "l’un des deux suffit"),
    ],
)
async def test_a_pause_that_makes_no_sense_is_explained(
    world: World, place: ChannelHandle, options: dict[str, str | int], said: str
) -> None:
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    refused = await anna.slash(world.lounge, "cafe pause", **options)
    assert said in text_of(refused)
    assert not (await of(world, anna)).paused_on(date(2026, 1, 1))
    assert set(buttons_of(refused)) <= {"Choisir un jour", "Faire une pause"}


async def test_a_day_typed_in_the_form_is_kept_when_it_is_refused(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    refused = await submit_raw(world, anna, "matchmaking:pause_until", {"day": "hier"})
    assert "« hier » ne se lit pas comme un jour" in text_of(refused)
    assert (await anna.click(message_of(refused), label="Corriger")).modal is not None
    for forged in ("matchmaking:pause_for:0", "matchmaking:pause_for:13"):
        assert "Entre 1 et 12 tours" in text_of(await press(world, anna, forged))


async def test_whoever_is_not_counted_on_has_nothing_to_rest_from_or_stop(world: World, place: ChannelHandle) -> None:
    nora = world.join("Nora")
    assert "Rien à mettre en pause" in text_of(await nora.slash(world.lounge, "cafe pause"))
    assert "Rien à mettre en pause" in text_of(await nora.slash(world.lounge, "cafe pause", tours=2))
    assert "Rien à arrêter" in text_of(await nora.slash(world.lounge, "cafe arreter"))
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=nora.id) == 0


async def test_a_pause_takes_back_a_yes_and_its_end_counts_again(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    round_ = await announce(world)
    await join(world, anna, place)
    rest = await anna.slash(world.lounge, "cafe pause", tours=1)
    assert f"<t:{round_.match_at}:F>, sans toi pour l’instant" in text_of(rest)
    back = await anna.click(message_of(rest), label="Finir la pause")
    assert f"<t:{round_.match_at}:F>, tu en es" in text_of(back)
    later = (round_.day - timedelta(days=1)).isoformat()
    rest = await anna.slash(world.lounge, "cafe pause", **{"jusqu-au": later})
    assert "tu en es" in text_of(rest)  # it ends before


async def test_the_end_of_a_pause_is_told_and_can_be_put_off(world: World, place: ChannelHandle) -> None:
    await come_to(world, "2026-01-05 10:00")
    anna, bruno, chloe, driss = await people(world, "Anna", "Bruno", "Chloé", "Driss")
    await subscribe(world, anna)
    first = await announce(world)
    await anna.slash(world.lounge, "cafe pause", tours=1)
    for one in (bruno, chloe, driss, *await people(world, "Emma")):
        await join(world, one, place)
    matches = await bring_together(world)
    assert anna.id not in {one for match in matches for one in match.people}
    assert letters_of(anna) == []
    second = await announce(world)
    await beats(world)
    assert second.id > first.id
    day = f"{second.day.day} {world.words(f'month-{second.day.month}')} {second.day.year}"
    assert f"Ta pause café est finie : tu es de la partie pour le {day}." in letters_of(anna)[-1]
    fine = await press_letter(anna, "C’est bon")
    assert f"C’est noté pour <t:{second.match_at}:F>" in text_of(fine)
    choices = await press_letter(anna, "Prolonger")
    form = await anna.user.click(message_of(choices), label="Jusqu’à un jour")
    assert form.modal is not None
    refused = await anna.user.submit_modal(form, {"day": "un jour"})
    assert "« un jour » ne se lit pas comme un jour" in text_of(refused)
    longer = await anna.user.click(message_of(choices), label="Un mois")
    assert "sans toi pour l’instant" in text_of(longer)
    assert anna.id not in {turn.member_id for turn in await round_store.turns(world.association.read(), second.id)}


async def test_the_end_of_a_pause_is_not_told_to_whoever_rests_again(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    round_ = await announce(world)
    async with world.association.transaction() as db:
        await people_store.pause(db, anna.id, world.clock.now(), rounds=2)
        await world.bot.house.contact.write(world.association, db, anna.id, PAUSE_OVER, str(round_.id))
    await beats(world, 3 * DAY)
    assert letters_of(anna) == []


async def test_whoever_objects_is_asked_nothing_and_counted_on_by_no_round(world: World, place: ChannelHandle) -> None:
    await come_to(world, "2026-01-05 10:00")
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    async with world.association.transaction() as db:
        await people_store.pause(db, anna.id, world.clock.now(), until=date(2026, 1, 6))
    await press(world, anna, "privacy:object")
    round_ = await announce(world)
    assert not await counting.counts_on(world.association, world.association.read(), round_, anna.id)
    assert "sans toi pour l’instant" in text_of(await anna.slash(world.lounge, "cafe statut"))
    async with world.association.transaction() as db:  # what was written before they objected
        await world.bot.house.contact.write(world.association, db, anna.id, PAUSE_OVER, str(round_.id))
        await people_store.note_asked(db, anna.id, world.clock.now())
        await world.bot.house.contact.write(world.association, db, anna.id, STAY, str(round_.id))
    await beats(world, 3 * DAY)
    assert letters_of(anna) == []
    await press(world, anna, "privacy:object_no_more")
    assert (await of(world, anna)).paused_until == date(2026, 1, 6)  # its end is told with the next round


# Stopping and staying


async def test_stopping_is_at_once_and_one_tap_undoes_it(world: World, place: ChannelHandle) -> None:
    anna, bruno = await people(world, "Anna", "Bruno")
    await subscribe(world, anna, Rhythm.SECOND)
    round_ = await announce(world)
    await join(world, anna, place)
    async with world.association.transaction() as db:
        await match_store.add(db, None, [anna.id, bruno.id], world.clock.now())
    stopped = await anna.slash(world.lounge, "cafe arreter")
    assert "plus rien n’est prévu" in text_of(stopped)
    assert "Le café en cours reste tel quel" in text_of(stopped)
    assert not (await of(world, anna)).subscribed
    assert await round_store.turns(world.association.read(), round_.id) == []
    back = await anna.click(message_of(stopped), label="Reprendre")
    assert "Tu en es un tour sur deux" in text_of(back)
    assert "tu en es" in text_of(back)
    assert letters_of(anna) == []


async def ask_to_stay(world: World, who: MemberActor) -> None:
    """The round's end asks somebody whether they stay."""
    async with world.association.transaction() as db:
        assert await world.bot.house.contact.write(world.association, db, who.id, STAY, "1")
        await people_store.note_asked(db, who.id, world.clock.now())
    await beats(world)


async def test_whoever_gave_no_news_twice_says_that_they_stay(world: World, place: ChannelHandle) -> None:
    await come_to(world, "2026-01-05 10:00")
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    await announce(world)
    await ask_to_stay(world, anna)
    letter = letters_of(anna)[0]
    assert "Cela arrive, et ce n’est pas grave" in letter
    assert "Sans réponse, le prochain tour se fera sans toi" in letter
    assert list(buttons_of(last_letter(anna))) == ["Je reste", "J’arrête", "Plus tard", "Ne plus me proposer"]
    assert "les tours se font sans toi tant que" in text_of(await anna.slash(world.lounge, "cafe statut"))
    await press_letter(anna, "Je reste")
    assert "Merci, c’est noté. Tu en es de nouveau." in letters_of(anna)[0]
    assert "tu en es" in letters_of(anna)[0]
    assert await of(world, anna) == Participation(anna.id, rhythm=Rhythm.EVERY)


async def test_or_that_they_stop(world: World, place: ChannelHandle) -> None:
    await come_to(world, "2026-01-05 10:00")
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    await ask_to_stay(world, anna)
    await press_letter(anna, "J’arrête")
    assert "plus rien n’est prévu" in letters_of(anna)[0]
    one = await of(world, anna)
    assert (one.subscribed, one.asked_at) == (False, None)


async def test_the_question_is_not_put_to_whoever_answered_by_acting(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await subscribe(world, anna)
    async with world.association.transaction() as db:
        await world.bot.house.contact.write(world.association, db, anna.id, STAY, "1")
        await people_store.note_asked(db, anna.id, world.clock.now())
    await press(world, anna, "matchmaking:rhythm:monthly")
    await come_to(world, "2026-01-06 10:00")
    assert letters_of(anna) == []
    letter = await letters.named(world.association.read(), anna.id, STAY, "1")
    assert letter is None or letter.state is letters.State.DROPPED
    assert not (await wishes.of(world.association.read(), anna.id)).refused


async def test_taking_part_whole_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        place = await open_coffee(world)
        anna, *others = await people(world, "Anna", "Bruno", "Chloé", "Driss")
        shown = await anna.slash(world.lounge, "cafe participer")
        every = await anna.select(message_of(shown), ["every"], custom_id=RHYTHM)
        assert "You’re counted in for every round" in text_of(every)
        form = await anna.click(message_of(every), label="Choose places")
        refused = await anna.submit_modal(form, {"places": "Zzzzz"})
        assert "“Zzzzz” isn’t in the list of places" in text_of(refused)
        matches = await run_round(world, place, others)
        assert anna.id in {one for match in matches for one in match.people}
        status = await anna.slash(world.lounge, "cafe statut")
        assert "### Where I stand with coffee" in text_of(status)
        assert "**My last coffees**" in text_of(status)
        rest = await anna.slash(world.lounge, "cafe pause", tours=2)
        assert "no coffee in the next 2 rounds" in text_of(rest)
        nobody = await anna.slash(world.lounge, "cafe recroiser")
        assert "it takes a coffee of six months ago or more" in text_of(nobody)
        stopped = await anna.slash(world.lounge, "cafe arreter")
        assert "The coffee under way stays as it is" in text_of(stopped)
        assert "Start again" in buttons_of(stopped)
