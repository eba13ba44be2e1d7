"""Telling the team: what is kept and shown, to whom, and what nobody else ever sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from simcord.actors import MemberActor

from bot.storage import preferences as prefs
from bot.ui.actions import reaches_others
from cogs.moderation import REFERENT
from cogs.moderation.rules import State
from tests.introductions.test_refusals import press
from tests.moderation.stage import (
    MONDAY,
    NOT_FOR_YOU,
    WHAT,
    beats,
    case,
    choose,
    come_to,
    letters,
    lines,
    member,
    on_a_monday,
    report,
    reports,
    second_organiser,
    shown,
    write,
)
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna, on a Monday morning; the team has accepted the notice."""
    return await on_a_monday(world, "Anna")


@pytest.fixture
async def bruno(world: World) -> MemberActor:
    """Bruno, whom reports are about, and who accepted nothing."""
    who = world.join("Bruno")
    await world.env.settle()
    return who


async def test_a_report_is_taken_and_handled_and_its_reporter_hears_so_and_not_how(
    world: World, anna: MemberActor, bruno: MemberActor
) -> None:
    draft = await write(world, anna, bruno)
    said = text_of(draft)
    assert draft.ephemeral
    assert "sauf les personnes en cause, verra ton nom" in said
    assert "seules les personnes que tu choisis verront ton nom." in said
    assert f"<@{bruno.id}>. Ces personnes ne pourront jamais ouvrir" in said
    assert "Personne hors de l’équipe ne le recevra" in said
    sent = await anna.click(message_of(draft), label="Envoyer")
    assert "Signalement n° 1. Tu sauras quand quelqu’un s’en occupe" in text_of(sent)
    await beats(world)
    (line,) = lines(world)
    assert text_of(line).startswith("**Un signalement attend quelqu’un** · n° 1 · <t:")
    posted = json.dumps([r.json for r in world.env.http_requests if f"/channels/{world.office.id}" in r.path])
    assert not any(told in posted for told in (str(anna.id), str(bruno.id), "soirs"))
    await world.restart()
    opened = await world.organiser.click(line, label="Ouvrir")
    assert opened.ephemeral
    assert f"Dit par <@{anna.id}>" in text_of(opened)
    assert f"En cause : <@{bruno.id}>" in text_of(opened)
    assert f"> {WHAT}" in text_of(opened)
    taken = await world.organiser.click(message_of(opened), label="Je m’en occupe")
    assert "Tu t’en occupes." in text_of(taken)
    await beats(world)
    assert text_of(lines(world)[0]).startswith("Signalement n° 1 : quelqu’un s’en occupe.")
    form = await world.organiser.click(message_of(taken), label="Noter")
    noted = await world.organiser.submit_modal(form, {"note": f"Appelé <@{bruno.id}> ce midi"})
    assert "« Appelé @… ce midi »" in text_of(noted)
    form = await world.organiser.click(message_of(noted), label="C’est réglé")
    closed = await world.organiser.submit_modal(form, {"word": "Il a compris"})
    assert "Qui l’a envoyé le saura, sans savoir comment" in text_of(closed)
    await beats(world)
    assert text_of(lines(world)[0]) == "Signalement n° 1 : réglé."
    first, *_ = letters(anna)
    assert "quelqu’un s’en occupe" in first
    await come_to(world, "2026-03-03 10:00")
    told = letters(anna)[-1]
    assert "**Signalement n° 1** : l’équipe l’a traité" in told
    assert "compris" not in "".join(letters(anna))
    own = await press(world, anna, "moderation:mine:0")
    assert "réglé" in text_of(own)
    assert letters(bruno) == []


async def test_who_is_concerned_or_was_not_chosen_reads_the_same_refusal_as_for_a_report_that_never_was(
    world: World, anna: MemberActor, bruno: MemberActor
) -> None:
    remi, sami = await second_organiser(world), await second_organiser(world, "Sami")
    await report(world, anna, remi, what=f"Avec <@{sami.id}>, il insiste")
    stored = await case(world)
    assert str(sami.id) not in stored.said
    never = await press(world, world.organiser, "moderation:open:99")
    assert NOT_FOR_YOU in text_of(never)
    for who in (remi, sami, bruno, anna):
        for act in ("open:1", "take:1", "log:1:0", "note:1", "close:1", "release:1"):
            refused = await press(world, who, f"moderation:{act}")
            assert shown(refused) == shown(never), act
    listed = await press(world, remi, "moderation:cases")
    assert "**n° 1** · <t:" in text_of(listed)
    assert str(anna.id) not in shown(listed)
    looked = await remi.slash(world.office, "equipe historique", membre=remi, raison="Voir ce qui se dit de moi")
    assert "Rien à montrer ici" in text_of(looked)
    for act in ("moderation:cases", "moderation:history", "moderation:looks:0"):
        assert "réservée à l’équipe" in text_of(await press(world, bruno, act))
    assert (await case(world)).state is State.OPEN


async def test_only_those_who_are_chosen_open_it_and_they_hear_of_it_in_private(
    world: World, anna: MemberActor, bruno: MemberActor
) -> None:
    remi = await second_organiser(world)
    draft = await write(world, anna, bruno)
    refused = await choose(anna, draft, "moderation:readers", bruno)
    assert "ne fait pas partie de l’équipe" in text_of(refused)
    chosen = await choose(anna, draft, "moderation:readers", remi)
    assert f"<@{remi.id}>. Seules les personnes que tu choisis verront ton nom." in text_of(chosen)
    conflict = await choose(anna, chosen, "moderation:people", remi)
    assert "à la fois en cause et parmi qui le lirait" in text_of(conflict)
    await anna.click(message_of(chosen), label="Envoyer")
    await beats(world)
    (letter,) = letters(remi)
    assert "n° 1" in letter
    assert "compte sur toi pour le lire" in letter
    assert str(anna.id) not in letter
    assert NOT_FOR_YOU in text_of(await press(world, world.organiser, "moderation:open:1"))
    opened = await remi.user.click(remi.user.dm_channel.history()[0], label="Ouvrir")
    assert f"> {WHAT}" in text_of(opened)
    taken = await remi.user.click(message_of(opened), label="Je m’en occupe")
    assert "Tu t’en occupes" in text_of(taken)
    looked = await world.organiser.slash(world.office, "equipe historique", membre=bruno, raison="Une plainte reçue")
    assert "Rien à montrer ici" in text_of(looked)
    looked = await remi.slash(world.office, "equipe historique", membre=bruno, raison="Une plainte reçue")
    assert "**n° 1**" in text_of(looked)
    assert str(anna.id) not in shown(looked)
    looks = await press(world, world.organiser, "moderation:looks:0")
    assert text_of(looks).count("« Une plainte reçue »") == 2
    assert str(bruno.id) not in shown(looks)


async def test_whoever_is_called_as_a_word_of_it_does_not_read_it_under_any_name_unless_chosen(
    world: World, anna: MemberActor
) -> None:
    """Nobody is pointed at, but the words name an organiser."""
    draft = await write(world, anna, what="Ondine m’a encore parlé sur ce ton")
    assert f"**Un mot du texte ressemble à leur nom** : <@{world.organiser.id}>." in text_of(draft)
    await anna.click(message_of(draft), label="Envoyer")
    await beats(world)
    sami = await second_organiser(world, "Samir")
    await report(world, anna, what="Samir insiste")
    late = await second_organiser(world, "Zoé")
    await report(world, anna, what="Zora insiste")
    for who, number in ((world.organiser, 1), (sami, 2)):
        assert NOT_FOR_YOU in text_of(await press(world, who, f"moderation:open:{number}"))
    named = world.env.backend.guilds[world.guild.id].members
    for who, number in ((world.organiser, 1), (sami, 2)):
        named[who.id].nick = "Personne"
        assert NOT_FOR_YOU in text_of(await press(world, who, f"moderation:open:{number}"))
    named[late.id].nick = "Zora"
    assert NOT_FOR_YOU in text_of(await press(world, late, "moderation:open:3"))
    named[late.id].nick = "Zoé"
    assert NOT_FOR_YOU in text_of(await press(world, late, "moderation:open:3"))
    await come_to(world, "2026-03-03 10:01")
    assert "tu peux aussi choisir à qui le confier" in letters(anna)[0]
    asked = await press(world, anna, "moderation:choose_readers:1")
    chosen = await choose(anna, asked, "moderation:entrust", world.organiser)
    assert "les personnes choisies peuvent le lire" in text_of(chosen)
    assert "Dit par" in text_of(await press(world, world.organiser, "moderation:open:1"))
    assert NOT_FOR_YOU in text_of(await press(world, sami, "moderation:open:2"))


async def test_the_bot_is_nobody_to_be_reported_and_everybody_who_is_mentioned_is_kept_out(
    world: World, anna: MemberActor
) -> None:
    team = [await second_organiser(world, f"Orga {letter}") for letter in "abcdefghijkl"]
    await report(world, anna, what=" ".join(f"<@{who.id}>" for who in team))
    for who in team:
        assert NOT_FOR_YOU in text_of(await press(world, who, "moderation:open:1"))
    assert world.bot.user is not None
    form = await press(world, anna, f"moderation:member:{world.bot.user.id}")
    draft = await anna.submit_modal(form, {"what": "Il écrit trop"})
    assert "personne n’est désigné" in text_of(draft)


async def test_what_somebody_else_handles_opens_and_changes_hands_for_a_reason_that_stays(
    world: World, anna: MemberActor, bruno: MemberActor
) -> None:
    remi, sami = await second_organiser(world), await second_organiser(world, "Sami")
    ondine = world.organiser
    await report(world, anna, bruno)
    await press(world, remi, "moderation:take:1")
    assert "il faut la redire" in text_of(await press(world, ondine, "moderation:log:1:0"))
    stale = await press(world, ondine, "moderation:take:1")
    assert f"<@{remi.id}> s’en occupe." in text_of(stale)
    form = await ondine.click(message_of(stale), label="Ouvrir")
    opened = await ondine.submit_modal(form, {"why": "Rémi est en vacances"})
    assert f"<@{remi.id}> s’en occupe." in text_of(opened)
    log = await ondine.click(message_of(opened), label="Journal")
    assert "« Rémi est en vacances »" in text_of(log)
    assert "d’abord s’en occuper" in text_of(await press(world, ondine, "moderation:note:1"))
    opened = await ondine.click(message_of(log), label="Retour au signalement")
    taken = await ondine.click(message_of(opened), label="Prendre le relais")
    assert "Tu t’en occupes" in text_of(taken)
    await beats(world)
    assert "quelqu’un d’autre de l’équipe a pris le relais" in letters(remi)[-1]
    assert "d’abord s’en occuper" in text_of(await press(world, remi, "moderation:note:1"))
    since = (await case(world)).taken_at or 0
    form = await press(world, sami, f"moderation:take_over:1:{since}")
    opened = await sami.submit_modal(form, {"why": "Ondine me le demande"})
    await come_to(world, "2026-03-02 10:20")
    await press(world, ondine, "moderation:release:1")
    again = await sami.click(message_of(opened), label="Prendre le relais")
    assert "Il attend de nouveau quelqu’un" in text_of(again)
    await press(world, remi, "moderation:take:1")
    late = await sami.click(message_of(opened), label="Prendre le relais")
    assert f"<@{remi.id}> s’en occupe." in text_of(late)  # who just took it, which the reason was not about


async def test_a_reporter_is_not_told_that_somebody_takes_care_of_what_was_handed_back(
    world: World, anna: MemberActor, bruno: MemberActor
) -> None:
    await report(world, anna, bruno)
    await press(world, world.organiser, "moderation:take:1")
    await beats(world)
    assert "quelqu’un s’en occupe" in letters(anna)[0]
    await press(world, world.organiser, "moderation:release:1")
    await beats(world)
    assert "quelqu’un s’en occupe" not in letters(anna)[0]
    await press(world, world.organiser, "moderation:take:1")
    await press(world, world.organiser, "moderation:release:1")
    await come_to(world, "2026-03-03 09:00")
    assert len(letters(anna)) == 1
    await press(world, world.organiser, "moderation:take:1")
    await press(world, world.organiser, "moderation:close:1")
    await come_to(world, "2026-03-03 09:10")
    assert "quelqu’un s’en occupe" in letters(anna)[-1]


async def test_before_the_notice_nothing_is_kept_and_a_report_can_be_thrown_away(
    world: World, bruno: MemberActor
) -> None:
    await come_to(world, MONDAY)
    clara = world.join("Clara")
    await world.env.settle()
    message = await bruno.send(world.lounge, "Un message déplacé")
    notice = await clara.context_menu(world.lounge, "Prévenir l’équipe", message)
    assert await world.association.read().value("SELECT count(*) FROM cases") == 0
    form = await clara.click(message_of(notice), label=world.words("notice-accept"))
    blank = await clara.submit_modal(form, {"what": "…"})
    assert "une phrase suffit" in text_of(blank)
    form = await clara.click(message_of(blank), label="Corriger")
    draft = await clara.submit_modal(form, {"what": "Ce message me vise"})
    assert f"<@{bruno.id}>" in text_of(draft)
    assert "Voir le message" in text_of(draft)
    dropped = await clara.click(message_of(draft), label="Ne rien envoyer")
    assert "rien n’est gardé" in text_of(dropped)
    assert await world.association.read().value("SELECT count(*) FROM cases") == 0
    assert "plus gardé" in text_of(await press(world, clara, "moderation:send:1"))
    assert buttons_of(dropped) == {}


async def test_the_form_says_to_whom_it_goes_and_a_team_without_a_channel_lets_nobody_wait(
    world: World, anna: MemberActor, bruno: MemberActor
) -> None:
    flora = await member(world, "Flora")
    await world.choose({REFERENT: flora.id, prefs.ORGANISERS_CHANNEL: None})
    await beats(world)
    draft = await write(world, anna, bruno)
    assert f"il ira tout de suite à <@{flora.id}>" in text_of(draft)
    about_flora = await choose(anna, draft, "moderation:people", flora)
    assert f"<@{flora.id}>" not in text_of(about_flora).split("Si personne ne le prend")[1]
    back = await choose(anna, about_flora, "moderation:people", bruno)
    sent = await anna.click(message_of(back), label="Envoyer")
    assert "va tout de suite à la personne référente" in text_of(sent)
    assert reaches_others("moderation:send:1")
    assert "Si cela ne peut pas attendre : bonjour@indes53.fr" in text_of(sent)
    await beats(world)
    (letter,) = reports(flora)
    assert "Personne de l’équipe ne l’a pris" in letter
    await world.choose({prefs.ORGANISERS_CHANNEL: world.office.id})
    await beats(world)
    assert "n° 1" in "".join(text_of(message) for message in world.office.history() if message.components)


async def test_without_the_list_of_members_those_of_the_team_whom_it_knows_are_compared(tmp_path: Path) -> None:
    async with World(tmp_path, members_intent=False) as world:
        anna = await on_a_monday(world, "Anna")
        await report(world, anna)
        await press(world, world.organiser, "moderation:take:1")
        draft = await write(world, anna, what="Ondine m’a parlé")
        assert f"ressemble à leur nom** : <@{world.organiser.id}>" in text_of(draft)
