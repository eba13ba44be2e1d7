"""Organisers plan rounds, look ahead without seeing who, launch and call off, and look back in figures."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import avoid
from bot.schedule import due, schedules
from bot.schedule.clock import MINUTE
from bot.schedule.occurrences import Pause
from bot.storage import preferences as prefs
from bot.ui.actions import registered
from cogs.matchmaking import match_store, organising, people_store, round_store
from cogs.matchmaking.affinity import How
from cogs.matchmaking.dates import ANNOUNCE, MATCH
from cogs.matchmaking.preferences import CHANNEL, MINIMUM
from cogs.matchmaking.rules import Match, Rhythm, Round, Says
from tests.help_requests.stage import days, letters_of
from tests.introductions.test_refusals import press, press_raw
from tests.matchmaking.stage import (
    announce,
    announcement,
    bring_together,
    end_round,
    join,
    open_coffee,
    people,
    until,
)
from tests.test_letters_story import beats, come_to
from tests.world import World, buttons_of, message_of, text_of

PARIS: Final = ZoneInfo("Europe/Paris")
SEVEN: Final = ("Anna", "Bruno", "Chloé", "Driss", "Elsa", "Farid", "Gaëlle")
ACTS: Final = (
    "matchmaking:plan",
    "matchmaking:turn:on",
    "matchmaking:minimum",
    "matchmaking:preview",
    "matchmaking:launch",
    "matchmaking:announce",
    "matchmaking:pair_ask:1",
    "matchmaking:pair:1",
    "matchmaking:cancel",
    "matchmaking:call_off:1",
    "matchmaking:figures",
)
"""Every act of organisers."""
COMMANDS: Final = ("planifier", "apercu", "lancer", "annuler", "bilan")


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for coffee; nothing is planned."""
    return await open_coffee(world, planned=False)


async def from_panel(world: World, label: str = "") -> InteractionResult:
    """An organiser opens coffee from the panel, and presses one of its buttons."""
    panel = next(m for m in world.office.history() if m.components and "Prochains envois" in text_of(m))
    shown = await world.organiser.click(panel, label="Café")
    return await world.organiser.click(message_of(shown), label=label) if label else shown


async def launched(world: World) -> Round:
    """An organiser announces a round now."""
    asked = await from_panel(world, "Lancer")
    done = await world.organiser.click(message_of(asked), label="Annoncer un tour maintenant")
    found = await round_store.announced(world.association.read())
    assert found is not None
    assert f"C’est annoncé dans <#{found.channel_id}> : les binômes se formeront le <t:" in text_of(done)
    return found


async def subscribe(world: World, *who: MemberActor, rhythm: Rhythm = Rhythm.EVERY, how: How = How.BOTH) -> None:
    """These take part in every round, or by a tap only."""
    async with world.association.transaction() as db:
        for one in who:
            await people_store.choose(db, one.id, world.clock.now(), rhythm=rhythm, how=how)


async def keep_apart(world: World, author: MemberActor, *others: MemberActor, apart: bool = True) -> None:
    """Somebody would rather not be brought together with some; or no longer minds."""
    house, association = world.bot.house, world.association
    own, *aliases = (house.lifecycle.alias(association, one.id) for one in (author, *others))
    async with association.transaction() as db:
        for alias in aliases:
            if apart:
                await avoid.add(db, author.id, alias, own, world.clock.now())
            else:
                await avoid.remove(db, author.id, alias)


async def matches(world: World) -> list[Match]:
    """Every match there ever was."""
    rounds = await round_store.newest(world.association.read(), 100)
    return [one for found in rounds for one in await match_store.of_round(world.association.read(), found.id)]


# Planning


async def test_rounds_are_planned_and_set_from_the_panel(world: World, place: ChannelHandle) -> None:
    shown = await from_panel(world)
    assert "Aucun tour n’est prévu. Une fois allumé : le mardi, toutes les 2 semaines, à 9 h" in text_of(shown)
    assert place.mention in text_of(shown)
    on = await world.organiser.click(message_of(shown), label="Allumer")
    assert "Tours prévus" in text_of(on)
    (job,) = await due.upcoming(world.association.read(), [ANNOUNCE])
    assert f"annonce <t:{job.due_at}:f> · binômes <t:{job.payload['at']}:f>" in text_of(on)
    twelve = await world.organiser.select(message_of(on), ["12"], custom_id="matchmaking:minimum")
    assert world.association.preferences[MINIMUM] == 12
    rhythm = await world.organiser.click(message_of(twelve), label="Changer le rythme")
    assert "mardi" in text_of(rhythm)
    off = await press(world, world.organiser, "matchmaking:turn:off")
    assert "Aucun tour n’est prévu" in text_of(off)
    assert await due.upcoming(world.association.read(), [ANNOUNCE]) == []


async def test_without_a_channel_nothing_is_planned_or_announced(world: World) -> None:
    shown = await from_panel(world)
    assert "Le café n’a pas de salon" in text_of(shown)
    for act in ("matchmaking:turn:on", "matchmaking:announce"):
        refused = await press(world, world.organiser, act)
        assert "Il faut d’abord un salon pour le café" in text_of(refused)
        assert "Installation" in buttons_of(refused)
    assert await round_store.newest(world.association.read(), 1) == []


async def test_a_channel_that_was_deleted_is_no_place_for_coffee(world: World, place: ChannelHandle) -> None:
    world.env.backend.delete_channel(place.id)
    await world.env.settle()
    assert "Le café n’a pas de salon" in text_of(await from_panel(world))
    assert "Il faut d’abord un salon" in text_of(await press(world, world.organiser, "matchmaking:announce"))
    assert await round_store.newest(world.association.read(), 1) == []


async def test_a_channel_that_is_chosen_and_not_published_yet_hears_nothing(world: World, place: ChannelHandle) -> None:
    async with world.association.transaction() as db:
        await world.bot.house.panels.wait_to_open(db, CHANNEL, world.lounge.id)
    assert "Il faut d’abord un salon" in text_of(await press(world, world.organiser, "matchmaking:announce"))


async def test_a_missing_place_for_threads_is_warned_of(world: World, place: ChannelHandle) -> None:
    await world.choose({prefs.THREADS_CHANNEL: None})
    assert "Le salon des fils privés manque" in text_of(await from_panel(world))


# Looking ahead


async def test_the_preview_tells_numbers_and_nobody(world: World, place: ChannelHandle) -> None:
    who = await people(world, *SEVEN)
    await subscribe(world, *who)
    shown = text_of(await from_panel(world, "Aperçu"))
    assert "Aucun tour n’est annoncé" in shown
    assert "• 7 personnes\n• 3 binômes\n• uniquement de nouvelles rencontres\n• 1 personne reste sans binôme" in shown
    assert not any(f"<@{one.id}>" in shown for one in who)
    await world.choose({MINIMUM: "8"})
    round_ = await launched(world)
    shown = text_of(await from_panel(world, "Aperçu"))
    assert f"Si le tour annoncé pour le <t:{round_.match_at}:f>" in shown
    assert "7 personnes, il en faut 8" in shown
    assert await matches(world) == []


async def test_of_a_few_people_only_whether_they_are_enough_is_told(world: World, place: ChannelHandle) -> None:
    who = await people(world, *SEVEN[:4])
    await subscribe(world, *who)
    shown = text_of(await from_panel(world, "Aperçu"))
    assert "• le minimum est atteint\n-#" in shown
    await subscribe(world, who[0], rhythm=Rhythm.ONCE)
    shown = text_of(await from_panel(world, "Aperçu"))
    assert "• le minimum n’est pas atteint\n-#" in shown


async def test_an_avoid_entry_shows_in_no_preview(world: World, place: ChannelHandle) -> None:
    """Whoever is left out because the number is odd, because somebody avoids them, or because they have coffee another
    way: the card is the same to the letter."""
    who = await people(world, *SEVEN)
    await subscribe(world, *who)
    odd = text_of(await from_panel(world, "Aperçu"))
    assert "1 personne reste sans binôme (nombre impair, préférences, disponibilités)" in odd
    await keep_apart(world, who[0], *who[1:])
    assert text_of(await from_panel(world, "Aperçu")) == odd
    await subscribe(world, who[6], rhythm=Rhythm.ONCE)
    avoiding = text_of(await from_panel(world, "Aperçu"))
    assert "2 personnes restent sans binôme (nombre impair, préférences, disponibilités)" in avoiding
    await keep_apart(world, who[0], *who[1:], apart=False)
    await subscribe(world, who[0], how=How.IN_PERSON)
    await subscribe(world, *who[1:6], how=How.REMOTE)
    assert text_of(await from_panel(world, "Aperçu")) == avoiding


# Launching


async def test_a_round_is_announced_once_however_often_it_is_pressed(world: World, place: ChannelHandle) -> None:
    """SimCord begins on Thursday 1 January 2026: five days later is a Tuesday."""
    await come_to(world, "2026-01-02 10:00")
    assert "Annoncer un tour maintenant" in buttons_of(await from_panel(world, "Lancer"))
    await asyncio.gather(*(press_raw(world, world.organiser, "matchmaking:announce") for _ in range(3)))
    await world.env.settle()
    round_ = await round_store.announced(world.association.read())
    assert round_ is not None
    assert datetime.fromtimestamp(round_.match_at, PARIS) == datetime(2026, 1, 7, 9, tzinfo=PARIS)
    assert "C’est déjà fait" in text_of(await press(world, world.organiser, "matchmaking:announce"))
    assert len(await round_store.newest(world.association.read(), 5)) == 1
    assert len([m for m in place.history() if "Partant cette fois" in text_of(m)]) == 1


async def test_an_announcement_that_discord_holds_up_is_promised_and_kept(world: World, place: ChannelHandle) -> None:
    world.env.inject_error("POST", f"/channels/{place.id}/messages", status=503, times=1)
    done = await press(world, world.organiser, "matchmaking:announce")
    assert "L’annonce paraîtra dans" in text_of(done)
    await beats(world, MINUTE)
    assert len([m for m in place.history() if "Partant cette fois" in text_of(m)]) == 1


async def test_a_round_announced_for_a_weekend_moves_to_a_working_day(world: World, place: ChannelHandle) -> None:
    await come_to(world, "2026-01-05 10:00")
    assert datetime.fromtimestamp((await launched(world)).match_at, PARIS) == datetime(2026, 1, 12, 9, tzinfo=PARIS)


async def test_pairs_are_made_at_once_and_never_again_at_the_hour_that_was_set(
    world: World, place: ChannelHandle
) -> None:
    who = await people(world, *SEVEN[:4])
    await come_to(world, "2026-01-05 10:00")
    round_ = await launched(world)
    for one in who:
        await join(world, one, place)
    asked = await world.organiser.click(
        message_of(await from_panel(world, "Lancer")), label="Former les binômes maintenant"
    )
    assert f"sans attendre le <t:{round_.match_at}:f>" in text_of(asked)
    pair = buttons_of(asked)["Former les binômes maintenant"]
    await asyncio.gather(*(press_raw(world, world.organiser, pair) for _ in range(3)))
    assert "C’est parti" in text_of(await press(world, world.organiser, pair))
    await world.restart()
    await beats(world)
    assert len(await matches(world)) == 2
    assert await due.upcoming(world.association.read(), [MATCH]) == []
    late = await press(world, world.organiser, f"matchmaking:pair:{round_.id}")
    assert "n’est plus au stade de l’annonce" in text_of(late)
    await until(world, round_.match_at)
    assert len(await matches(world)) == 2


async def test_while_a_round_goes_on_nothing_is_launched_or_called_off(world: World, place: ChannelHandle) -> None:
    who = await people(world, *SEVEN[:4])
    await launched(world)
    for one in who:
        await join(world, one, place)
    await bring_together(world)
    running = await round_store.running(world.association.read())
    assert running is not None
    shown = await from_panel(world, "Lancer")
    assert f"Un tour est en cours jusqu’au <t:{running.closes_at}:D>" in text_of(shown)
    assert set(buttons_of(shown)) == {"Retour au café"}
    assert "ne s’annule plus" in text_of(await press(world, world.organiser, "matchmaking:cancel"))
    for act in ("announce", f"pair:{running.id}", f"call_off:{running.id}"):
        assert "C’est déjà fait" in text_of(await press(world, world.organiser, f"matchmaking:{act}")), act
    assert (await round_store.newest(world.association.read(), 5)) == [running]


async def test_while_everything_is_held_nothing_is_launched(world: World, place: ChannelHandle) -> None:
    await world.choose({prefs.SUSPENDED: True})
    assert "Reprendre les envois" in text_of(await press(world, world.organiser, "matchmaking:announce"))
    assert "Tout est suspendu" in text_of(await press(world, world.organiser, "matchmaking:plan"))


# Calling off


async def test_a_round_that_is_called_off_is_told_to_whoever_was_coming_and_kept_for_the_next(world: World) -> None:
    place = await open_coffee(world)
    anna, bruno = await people(world, "Anna", "Bruno")
    await announce(world)
    await join(world, anna, place)
    asked = await from_panel(world, "Annuler un tour")
    done = await world.organiser.click(message_of(asked), label="Annuler ce tour")
    assert "C’est annulé" in text_of(done)
    await days(world, 3)
    assert "Ce tour n’a pas lieu" in text_of(announcement(place))
    assert sum("Le café n’a pas lieu cette fois" in letter for letter in letters_of(anna)) == 1
    assert letters_of(bruno) == []
    await days(world, 3)
    assert await matches(world) == []
    after = await announce(world)
    turn = await round_store.turn(world.association.read(), after.id, anna.id)
    assert turn is not None
    assert turn.coming
    again = await press(world, world.organiser, f"matchmaking:call_off:{after.id - 1}")
    assert "n’est plus au stade de l’annonce" in text_of(again)


async def test_where_nothing_is_announced_there_is_nothing_to_call_off(world: World, place: ChannelHandle) -> None:
    assert "il n’y a rien à annuler" in text_of(await press(world, world.organiser, "matchmaking:cancel"))


# Looking back


async def test_figures_come_from_five_people_on_and_name_nobody(world: World, place: ChannelHandle) -> None:
    assert "Aucun tour n’a encore eu lieu" in text_of(await from_panel(world, "Bilan"))
    who = await people(world, *SEVEN[:6])
    await launched(world)
    for one in who:
        await join(world, one, place)
    first, *_ = await bring_together(world)
    assert "6 personnes · en cours jusqu’au" in text_of(await from_panel(world, "Bilan"))
    async with world.association.transaction() as db:
        await match_store.say(db, first.seats[0].id, Says.MET, world.clock.now())
    await end_round(world)
    await launched(world)
    for one in who[:4]:
        await join(world, one, place)
    await bring_together(world)
    await end_round(world)
    shown = text_of(await from_panel(world, "Bilan"))
    assert "6 personnes · se sont vues : 2 sur 6 · ont donné des nouvelles : 2 sur 6" in shown
    assert "trop peu pour un chiffre" in shown
    assert not any(f"<@{one.id}>" in shown for one in who)


# Nobody else, and both languages


async def test_nobody_else_can_use_any_act_of_the_team(world: World, place: ChannelHandle) -> None:
    ours = {act.name for act in registered() if act.handler.__module__ == organising.__name__}
    assert ours == {":".join(act.split(":")[:2]) for act in ACTS}
    anna = (await people(world, "Anna"))[0]
    round_ = await launched(world)
    before = [tuple(row) for row in await world.association.read().rows("SELECT * FROM coffee_rounds")]
    for act in ACTS:
        answer = await press(world, anna, act.replace(":1", f":{round_.id}"))
        assert "réservée à l’équipe" in text_of(answer), act
    assert [tuple(row) for row in await world.association.read().rows("SELECT * FROM coffee_rounds")] == before
    assert await due.upcoming(world.association.read(), [ANNOUNCE]) == []


async def test_whoever_has_the_role_alone_acts_from_the_panel(world: World, place: ChannelHandle) -> None:
    role = world.guild.create_role("équipe")
    paula = world.join("Paula", roles=[role])
    await world.env.settle()
    await world.choose({prefs.ORGANISERS_ROLE: role.id})
    panel = next(m for m in world.office.history() if m.components and "Prochains envois" in text_of(m))
    shown = await paula.click(panel, label="Café")
    assert "Tours prévus" in text_of(await paula.click(message_of(shown), label="Allumer"))


async def test_every_command_of_the_team_opens_what_its_button_opens(world: World, place: ChannelHandle) -> None:
    for name, said in zip(
        COMMANDS, ("Le café, côté équipe", "Aperçu", "Aucun tour n’est annoncé", "rien à annuler", "Bilan"), strict=True
    ):
        assert said in text_of(await world.organiser.slash(world.office, f"cafe-orga {name}")), name


async def test_an_english_team_reads_it_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        await open_coffee(world, planned=False)
        who = await people(world, *SEVEN[:6])
        await subscribe(world, *who)
        panel = next(m for m in world.office.history() if m.components and "What is coming" in text_of(m))
        shown = await world.organiser.click(panel, label="Coffee")
        on = await world.organiser.click(message_of(shown), label="Switch on")
        assert "**Rounds are planned**: " in text_of(on)
        assert "6 people" in text_of(await world.organiser.click(message_of(on), label="Preview"))
        asked = await press(world, world.organiser, "matchmaking:launch")
        done = await world.organiser.click(message_of(asked), label="Announce a round now")
        assert "It is announced" in text_of(done)
        asked = await press(world, world.organiser, "matchmaking:cancel")
        done = await world.organiser.click(message_of(asked), label="Call this round off")
        assert "It is called off" in text_of(done)


async def test_a_pause_added_after_the_announcement_and_too_few_people_are_said(world: World) -> None:
    await open_coffee(world)
    round_ = await announce(world)
    async with world.association.transaction() as db:
        await schedules.add_pause(db, Pause(round_.day, round_.day))
    shown = await press(world, world.organiser, "matchmaking:plan")
    assert "tombe dans une pause" in text_of(shown)
    asked = await press(world, world.organiser, f"matchmaking:pair_ask:{round_.id}")
    assert "pas assez de monde" in text_of(asked)
