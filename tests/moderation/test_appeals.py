"""An appeal is made once, decided on by somebody else of the team, and undoes what was not right."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from simcord.actors import MemberActor

from bot.people import restrictions
from bot.storage import preferences as prefs
from cogs.moderation import REFERENT, act_store, case_store, checkup
from cogs.moderation.rules import Act
from tests.introductions.test_refusals import press, submit_raw
from tests.moderation.acting import WORD, act, taken, upon
from tests.moderation.stage import (
    beats,
    come_to,
    inbox,
    letters,
    lines,
    member,
    on_a_monday,
    reports,
    second_organiser,
)
from tests.moderation.test_acts import let_bot
from tests.world import World, message_of, text_of

SAID = "Je n’ai relancé personne : c’était pour un devis."


@pytest.fixture
async def carl(world: World) -> MemberActor:
    """Carl, on a Monday morning; the organiser accepted the notice."""
    return await on_a_monday(world, "Carl")


async def _paused(world: World, carl: MemberActor, *features: str) -> int:
    """Carl is paused by the organiser; the act."""
    case = await taken(world, await member(world, "Rita"), carl)
    await act(world, case, Act.PAUSED, *(features or ("tips",)), length="90")
    return (await upon(world, carl))[0].id


async def _appeal(world: World, carl: MemberActor) -> None:
    form = await carl.user.click(inbox(carl)[-1], label="Faire un recours")
    made = await carl.user.submit_modal(form, {"said": SAID})
    assert "va trancher" in text_of(made)
    await beats(world)


async def _closed_to(world: World, who: MemberActor) -> set[str]:
    alias = world.bot.house.lifecycle.alias(world.association, who.id)
    return set(await restrictions.of(world.association.read(), alias, world.clock.now()))


async def test_somebody_else_of_the_team_lifts_an_act_that_was_not_right(world: World, carl: MemberActor) -> None:
    number, other = await _paused(world, carl, "tips", "matchmaking"), await second_organiser(world)
    await _appeal(world, carl)
    (line,) = lines(world)
    assert "Un recours attend quelqu’un" in text_of(line)
    assert SAID not in text_of(line)
    assert str(carl.id) not in text_of(line)
    own = await world.organiser.click(line, label="Ouvrir le recours")
    assert "ta décision" in text_of(own)
    shown = await other.click(line, label="Ouvrir le recours")
    assert SAID in text_of(shown)
    assert WORD in text_of(shown)
    assert "Elle insiste" not in text_of(shown)  # nothing of the report
    form = await other.click(message_of(shown), label="Lever la décision")
    done = await other.submit_modal(form, {"word": "C’est vrai, pardon."})
    assert "la décision est levée" in text_of(done)
    await world.later()
    await beats(world)
    assert lines(world) == []
    assert await _closed_to(world, carl) == set()
    assert "C’est vrai, pardon." in letters(carl)[-1]
    assert "Rémi" not in letters(carl)[-1]
    decided = await act_store.get(world.association.read(), number)
    assert decided is not None
    assert decided.decision == "lifted"
    done_ = [entry.act for entry in await case_store.entries(world.association.read(), 1)]
    assert done_ == [Act.PAUSED, Act.APPEALED, Act.DECIDED]


async def test_an_appeal_is_made_once_and_decided_once(world: World, carl: MemberActor) -> None:
    number, other = await _paused(world, carl), await second_organiser(world)
    await _appeal(world, carl)
    assert "déjà été fait" in text_of(await press(world, carl, f"moderation:appeal:{number}"))
    again = await submit_raw(world, carl, f"moderation:appealed:{number}", {"said": "Encore."})
    assert "déjà été fait" in text_of(again)
    kept = await submit_raw(world, other, f"moderation:appeal_decided:{number}:kept", {"word": "Elle tient."})
    assert "la décision tient" in text_of(kept)
    twice = await submit_raw(world, other, f"moderation:appeal_decided:{number}:lifted", {"word": "Ou non."})
    assert "déjà tranché" in text_of(twice)
    assert await _closed_to(world, carl) == {"tips"}
    await world.later()
    assert "la décision tient" in letters(carl)[-1]


async def test_nobody_appeals_or_decides_in_anothers_place(world: World, carl: MemberActor) -> None:
    number, nora, other = await _paused(world, carl), await member(world, "Nora"), await second_organiser(world)
    for who in (nora, other):
        await submit_raw(world, who, f"moderation:appealed:{number}", {"said": SAID})
    assert await act_store.waiting(world.association.read()) == []
    await _appeal(world, carl)
    for who in (carl, nora, world.organiser):
        shown = await press(world, who, f"moderation:appeal_open:{number}")
        assert "Ce qu’elle en dit" not in text_of(shown)
        await submit_raw(world, who, f"moderation:appeal_decided:{number}:lifted", {"word": "Oui."})
    await submit_raw(world, other, f"moderation:appeal_decided:{number}:maybe", {"word": "Oui."})
    await submit_raw(world, other, f"moderation:appeal_decided:{number}:lifted", {"word": " "})
    assert len(await act_store.waiting(world.association.read())) == 1
    assert await _closed_to(world, carl) == {"tips"}


async def test_lifting_a_timeout_ends_it_on_discord_or_says_that_it_stands(world: World, carl: MemberActor) -> None:
    await let_bot(world, moderate_members=True)
    case, other = await taken(world, await member(world, "Rita"), carl), await second_organiser(world)
    for word, silent in (("Une fois.", False), ("Deux fois.", True)):
        await act(world, case, Act.SILENCED, length="168", word=word)
        number = (await upon(world, carl))[0].id
        await submit_raw(world, carl, f"moderation:appealed:{number}", {"said": SAID})
        if silent:
            await let_bot(world, moderate_members=False)
        done = await submit_raw(world, other, f"moderation:appeal_decided:{number}:lifted", {"word": "Pardon."})
        assert ("Discord n’a pas levé" in text_of(done)) is silent
        assert (world.env.backend.get_member(world.guild.id, carl.id).timed_out_until is not None) is silent


async def test_an_appeal_goes_with_whoever_erases_themselves_and_the_act_stays(world: World, carl: MemberActor) -> None:
    await _paused(world, carl)
    await _appeal(world, carl)
    await world.erase(carl)
    await beats(world)
    assert lines(world) == []
    assert await act_store.waiting(world.association.read()) == []
    assert await _closed_to(world, carl) == {"tips"}
    rows = await world.association.read().rows("SELECT said FROM appeals")
    assert SAID not in str([tuple(row) for row in rows])


async def test_an_appeal_that_nobody_of_the_team_can_decide_on_goes_to_the_referent(
    world: World, carl: MemberActor
) -> None:
    hugo = await member(world, "Hugo")
    await world.choose({REFERENT: hugo.id})
    number = await _paused(world, carl)
    await _appeal(world, carl)
    assert reports(hugo) == []
    await come_to(world, "2026-03-05 10:30")
    assert "attend que quelqu’un d’autre" in reports(hugo)[-1]
    shown = await hugo.user.click(inbox(hugo)[-1], label="Ouvrir le recours")
    form = await hugo.user.click(message_of(shown), label="Lever la décision")
    await hugo.user.submit_modal(form, {"word": "Rien ne le montre."})
    assert await _closed_to(world, carl) == set()
    assert [act.act for act in await upon(world, carl)] == [Act.PAUSED]
    assert number


async def test_whoever_appeals_hears_that_nobody_could_decide_and_the_team_is_told_every_day(
    world: World, carl: MemberActor
) -> None:
    await _paused(world, carl)
    await _appeal(world, carl)
    before = len(letters(carl))
    await come_to(world, "2026-03-04 10:30")
    assert len(letters(carl)) == before
    first = lines(world)[0]
    await come_to(world, "2026-03-05 10:30")
    (letter,) = letters(carl)[before:]
    assert "personne d’autre que qui a décidé n’a pu trancher" in letter
    (line,) = lines(world)
    assert line.id != first.id
    hugo = await member(world, "Hugo")
    await world.choose({REFERENT: hugo.id})  # named afterwards: it goes there too
    await come_to(world, "2026-03-06 10:31")
    assert "attend que quelqu’un d’autre" in reports(hugo)[-1]
    await come_to(world, "2026-03-10 10:32")
    assert len(reports(hugo)) == 1
    assert len(letters(carl)) == before + 1
    assert len(lines(world)) == 1


async def test_the_line_of_an_appeal_follows_the_teams_channel_and_a_lost_one_keeps_nobody_waiting(
    world: World, carl: MemberActor
) -> None:
    hugo = await member(world, "Hugo")
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    await _paused(world, carl)
    await _appeal(world, carl)
    with closing(sqlite3.connect(world.settings.data_dir / f"{world.guild.id}.db")) as connection:
        (trouble,) = checkup.look(connection, world.clock.now())
    assert trouble.found.startswith("An appeal waits, but no channel")
    await world.choose({prefs.ORGANISERS_CHANNEL: world.lounge.id})
    assert "Un recours attend" in text_of(world.lounge.history()[-1])
    await world.choose({prefs.ORGANISERS_CHANNEL: world.office.id})
    await beats(world)
    assert len(lines(world)) == 1
    assert "Un recours attend" not in "".join(text_of(message) for message in world.lounge.history())
    await world.choose({REFERENT: hugo.id, prefs.SUSPENDED: True})  # which keeps no appeal back
    world.env.inject_error("POST", f"/channels/{world.office.id}/messages", status=404, code=10003, times=None)
    await act(world, 1, Act.WARNED)
    number = (await upon(world, carl))[0].id
    await submit_raw(world, carl, f"moderation:appealed:{number}", {"said": SAID})
    await beats(world)
    assert [f"n° {number}" in letter for letter in reports(hugo)] == [True]


async def test_lifting_an_act_ends_nothing_that_another_act_decided(world: World, carl: MemberActor) -> None:
    await let_bot(world, moderate_members=True)
    rita, other = await member(world, "Rita"), await second_organiser(world)
    first, second = await taken(world, rita, carl), await taken(world, rita, carl)
    await act(world, first, Act.SILENCED, length="168")
    await act(world, second, Act.SILENCED, length="24", word="Et encore.")
    await act(world, first, Act.PAUSED, "tips", "matchmaking", length="90")
    await act(world, second, Act.PAUSED, "tips", length="90", word="Et encore.")
    pause, longest = (entry for entry in await upon(world, carl) if entry.case_id == first)
    until = longest.detail["until"]
    assert _silent_until(world, carl) == until  # a shorter one takes nothing from it
    for number in (longest.id, pause.id):
        await submit_raw(world, carl, f"moderation:appealed:{number}", {"said": SAID})
        await submit_raw(world, other, f"moderation:appeal_decided:{number}:lifted", {"word": "Pardon."})
    assert world.clock.now() < _silent_until(world, carl) < until
    assert await _closed_to(world, carl) == {"tips"}
    await come_to(world, "2026-03-03 09:00")
    said = "".join(letters(carl)[-1:])
    assert said.count("Une autre décision de l’équipe tient encore") == 2
    assert "En ce moment : l’exclusion temporaire de Discord, jusqu’au" in said
    assert "En ce moment : les astuces, jusqu’au" in said
    assert "Tout est ouvert" not in said


def _silent_until(world: World, who: MemberActor) -> int:
    until = world.env.backend.get_member(world.guild.id, who.id).timed_out_until
    return int(datetime.fromisoformat(str(until)).timestamp())
