"""Organisers keep the calendar right: typed dates, corrections, what is hidden, where members work, who confirms."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.people import members
from bot.storage import preferences as prefs
from tests.deadlines.stage import (
    beats,
    choose,
    come_to,
    correct,
    inbox,
    member,
    mornings,
    options,
    select_of,
    type_date,
)
from tests.introductions.test_refusals import press, submit_raw
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def world(world: World) -> World:
    """A Monday at the end of November."""
    await come_to(world, "2026-11-30 10:00")
    return world


async def history(world: World) -> str:
    """What organisers read of what was decided."""
    return text_of(await world.organiser.slash(world.office, "echeances-orga historique"))


async def accept_as_organiser(world: World) -> None:
    """The organiser accepted the notice too."""
    async with world.association.transaction() as db:
        await members.accept_notice(db, world.organiser.id, world.clock.now())


async def test_the_panel_of_organisers_leads_everywhere(world: World) -> None:
    panel = next(message for message in world.office.history() if message.components)
    opened = await world.organiser.click(panel, label="Échéances")
    assert opened.ephemeral
    assert "Les membres travaillent ici : France métropolitaine" in text_of(opened)
    assert "Rien n’attend l’équipe" in text_of(opened)
    labels = ["Dates de l’année", "Corriger, masquer", "À confirmer", "Signalements", "Historique"]
    assert list(buttons_of(opened)) == labels
    for label in labels:
        shown = await world.organiser.click(message_of(opened), label=label)
        opened = await world.organiser.click(message_of(shown), label="Retour")
    assert list(buttons_of(opened)) == labels


async def test_only_organisers_decide(world: World) -> None:
    anna = await member(world, "Anna")
    for act in (
        "deadlines:manage",
        "deadlines:use",
        "deadlines:dates",
        "deadlines:dates_of:2026",
        "deadlines:date_form:2026",
        "deadlines:entries:0",
        "deadlines:entry:fr-cfe-payment",
        "deadlines:hide:hide:fr-cfe-payment",
        "deadlines:correct_form:fr-cfe-payment",
        "deadlines:confirm",
        "deadlines:is_right:fr-cfe-payment",
        "deadlines:ask_to_check:be",
        "deadlines:reports:0",
        "deadlines:settle:corrected:1",
        "deadlines:release:be:1",
        "deadlines:confirm_local",
        "deadlines:history:0",
    ):
        assert "réservée à l’équipe" in text_of(await press(world, anna, act)), act


async def test_forms_of_organisers_are_theirs_too(world: World) -> None:
    anna = await member(world, "Anna")
    for act in ("deadlines:date_typed:2027:fr-income-tax:zone-1", "deadlines:corrected:fr-cfe-payment:2026-12-15"):
        assert "réservée à l’équipe" in text_of(await submit_raw(world, anna, act, {"day": "27 mai"}))


async def test_a_date_that_can_not_be_read_is_kept_to_be_corrected(world: World) -> None:
    await accept_as_organiser(world)
    refused = await type_date(world, 2027, "fr-income-tax", "zone-1", "fin mai")
    assert "Je ne comprends pas cette date" in text_of(refused)
    form = await world.organiser.click(message_of(refused), label="Corriger")
    assert form.modal is not None
    assert form.modal["components"][0]["component"]["value"] == "fin mai"
    other = await world.organiser.submit_modal(form, {"day": "27/5/2028"})
    assert "Cette date n’est pas en 2027" in text_of(other)
    form = await world.organiser.click(message_of(other), label="Corriger")
    typed = await world.organiser.submit_modal(form, {"day": "27/5"})
    assert "départements 01 à 19 : jeudi 27 mai 2027" in text_of(typed)
    form = await choose(world.organiser, typed, "deadlines:date_form", "fr-income-tax.zone-1")
    assert form.modal is not None
    assert form.modal["components"][0]["component"]["value"] == "27 mai 2027"
    gone = await world.organiser.submit_modal(form, {"day": ""})
    assert "départements 01 à 19 : à saisir" in text_of(gone)
    said = await history(world)
    assert "(départements 01 à 19, 2027) : rien → jeudi 27 mai 2027" in said
    assert "(départements 01 à 19, 2027) : jeudi 27 mai 2027 → rien" in said


async def test_a_slip_in_a_correction_is_kept_and_said(world: World) -> None:
    far = await correct(world, "fr-cfe-payment", "2026-12-15", "15/12/2027", "une faute")
    assert "plus de 92 jours de la date d’origine, le mardi 15 décembre 2026" in text_of(far)
    assert "15/12/2027" in text_of(far)  # nothing of an organiser is stored before the notice: they get it back
    odd = await correct(world, "fr-cfe-payment", "2026-12-15", "un jour")
    assert "Je ne comprends pas cette date" in text_of(odd)
    assert "Rien n’a encore été changé" in await history(world)


async def test_an_entry_is_hidden_here_and_shown_again(world: World) -> None:
    anna = await member(world, "Anna")
    listed = await world.organiser.slash(world.office, "echeances-orga corriger")
    opened = await choose(world.organiser, listed, "deadlines:entry_choose", "fr-cfe-payment")
    hidden = await world.organiser.click(message_of(opened), label="Masquer ici")
    assert "**Masquée** pour cette association" in text_of(hidden)
    assert "dernier jour pour payer" not in text_of(await anna.slash(world.lounge, "echeances prochaines", sujet="cfe"))
    await world.restart()
    shown = await world.organiser.click(message_of(hidden), label="Montrer à nouveau")
    assert "Masquée" not in text_of(shown)
    assert "dernier jour pour payer" in text_of(await anna.slash(world.lounge, "echeances prochaines", sujet="cfe"))
    said = await history(world)
    assert "CFE : dernier jour pour payer en ligne : masquée" in said
    assert "CFE : dernier jour pour payer en ligne : montrée à nouveau" in said


async def test_a_window_and_a_typed_date_say_how_they_are_changed(world: World) -> None:
    listed = await world.organiser.slash(world.office, "echeances-orga corriger")
    window = await choose(world.organiser, listed, "deadlines:entry_choose", "fr-vat-monthly")
    assert "Une fenêtre ne se corrige pas" in text_of(window)
    listed = await world.organiser.slash(world.office, "echeances-orga corriger")
    typed = await choose(world.organiser, listed, "deadlines:entry_choose", "fr-income-tax")
    assert "se saisissent dans « Dates de l’année »" in text_of(typed)
    assert "plus à jour" in text_of(
        await submit_raw(world, world.organiser, "deadlines:corrected:fr-vat-monthly:2026-12-15", {"day": "16/12"})
    )


async def test_what_is_forged_is_refused(world: World) -> None:
    gone = await press(world, world.organiser, "deadlines:entry:fr-nothing")
    assert "n’existe plus dans les fichiers" in text_of(gone)
    for act, values in (
        ("deadlines:date_typed:2027:fr-cfe-payment:zone-1", {"day": "27 mai"}),
        ("deadlines:date_typed:2027:fr-income-tax:zone-9", {"day": "27 mai"}),
    ):
        assert "n’existe plus" in text_of(await submit_raw(world, world.organiser, act, values))
    stale = ("deadlines:dates_of:1999", "deadlines:follow:7", "deadlines:ask_to_check:xx")
    await accept_as_organiser(world)
    for act in stale:
        assert "plus à jour" in text_of(await press(world, world.organiser, act)), act
    odd = await submit_raw(world, world.organiser, "deadlines:corrected:fr-cfe-payment:soon", {"day": "16/12"})
    assert "plus à jour" in text_of(odd)


# Where members work, and who confirms


async def open_belgium(world: World) -> None:
    """Organisers say that members work in France and in Belgium."""
    opened = await press(world, world.organiser, "deadlines:manage")
    select = select_of(opened, "deadlines:use")
    done = await world.organiser.select(message_of(opened), ["fr", "be"], custom_id=select)
    assert "Belgique, France métropolitaine" in text_of(done)
    assert "À confirmer sur place avant d’être montrées : 5" in text_of(done)


async def test_another_place_is_off_until_somebody_of_it_confirms(world: World) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    assert "Belgique" not in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    await open_belgium(world)
    assert "listing" not in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    waiting = await world.organiser.slash(world.office, "echeances-orga confirmer")
    assert "TVA : listing annuel des clients assujettis (Belgique, jamais confirmée)" in text_of(waiting)
    assert "c’est à quelqu’un qui y travaille de confirmer" in text_of(waiting)
    asked = await world.organiser.select(
        message_of(waiting), [basile.user], custom_id=select_of(waiting, "deadlines:ask_to_check")
    )
    assert f"<@{basile.id}> recevra la question" in text_of(asked)
    await beats(world)
    (letter,) = inbox(basile)
    assert "quelqu’un qui travaille là-bas (Belgique)" in text_of(letter)
    assert list(buttons_of(letter)) == ["Voir les dates", "Plus tard", "Ne plus me proposer"]
    await world.restart()
    pages = await basile.user.click(letter, label="Voir les dates")
    assert "À comparer avec la source · Belgique" in text_of(pages)
    act = select_of(pages, "deadlines:entry_choose")
    opened = await basile.user.select(message_of(pages), ["be-vat-client-list"], custom_id=act)
    assert "**À confirmer**" in text_of(opened)
    assert "Masquer ici" not in buttons_of(opened)
    right = await basile.user.click(message_of(opened), label="C’est juste")
    assert "est confirmée pour un peu plus d’un an" in text_of(right)
    rest = await basile.user.click(message_of(right), label="La suite")
    assert "be-vat-client-list" not in options(rest, "deadlines:entry_choose")
    shown = text_of(await anna.slash(world.lounge, "echeances prochaines", sujet="vat-client-list"))
    assert "Mercredi 31 mars 2027" in shown
    assert "seul ton espace sur le site de l’administration fait foi" in shown
    assert "à revérifier : cette date peut encore changer" in shown
    said = await history(world)
    assert f"<@{basile.id}> · TVA : listing annuel des clients assujettis : confirmée" in said
    assert "Belgique : ajoutée aux territoires" in said
    other = await press(world, basile, "deadlines:entry:fr-cfe-payment")
    assert "confiée à d’autres" in text_of(other)


async def ask(world: World, who: MemberActor) -> None:
    """Organisers ask somebody to compare Belgian dates with their sources."""
    waiting = await world.organiser.slash(world.office, "echeances-orga confirmer")
    act = select_of(waiting, "deadlines:ask_to_check")
    await world.organiser.select(message_of(waiting), [who.user], custom_id=act)


async def test_the_right_to_confirm_is_taken_back(world: World) -> None:
    basile = await member(world, "Basile")
    await open_belgium(world)
    await ask(world, basile)
    assert "À comparer" in text_of(await press(world, basile, "deadlines:checking:be"))
    waiting = await world.organiser.slash(world.office, "echeances-orga confirmer")
    assert f"<@{basile.id}> (Belgique) peut confirmer, pendant 90 jours" in text_of(waiting)
    rest = await world.organiser.click(message_of(waiting), label="Retirer")
    assert f"<@{basile.id}>" not in text_of(rest)
    assert "confiée à d’autres" in text_of(await press(world, basile, "deadlines:checking:be"))
    assert "réservée à l’équipe" in text_of(await press(world, basile, "deadlines:is_right:be-vat-client-list"))
    again = await press(world, world.organiser, f"deadlines:release:be:{basile.id}")
    assert "plus à jour" in text_of(again)


async def test_the_right_to_confirm_ends_after_ninety_days(world: World) -> None:
    basile = await member(world, "Basile")
    await open_belgium(world)
    await ask(world, basile)
    await come_to(world, "2027-02-28 09:59")
    assert "C’est juste" in text_of(await press(world, basile, "deadlines:entry:be-vat-client-list"))
    await come_to(world, "2027-02-28 10:01")
    assert "réservée à l’équipe" in text_of(await press(world, basile, "deadlines:is_right:be-vat-client-list"))
    await come_to(world, "2027-03-08 10:01")  # the weekly purge
    assert await world.association.read().value("SELECT count(*) FROM deadline_checkers") == 0


async def test_nobody_who_is_not_among_us_is_asked(world: World) -> None:
    await open_belgium(world)
    stranger = world.join("Zoé")
    waiting = await world.organiser.slash(world.office, "echeances-orga confirmer")
    act = select_of(waiting, "deadlines:ask_to_check")
    refused = await world.organiser.select(message_of(waiting), [stranger.user], custom_id=act)
    assert "n’est pas encore parmi nous" in text_of(refused)


async def test_an_organiser_who_is_erased_leaves_somebody_in_the_history(world: World) -> None:
    await correct(world, "fr-cfe-payment", "2026-12-15", "17/12", "le 15 est férié chez nous")
    assert f"<@{world.organiser.id}>" in await history(world)
    async with world.association.transaction() as db:
        await world.bot.house.lifecycle.erase(world.association, db, world.organiser.id)
    said = await history(world)
    assert "· quelqu’un · CFE" in said
    assert "férié" not in said
    assert "jeudi 17 décembre 2026" in said


async def test_in_brussels_the_calendar_is_belgian_and_waits_to_be_confirmed(world: World) -> None:
    await world.choose({prefs.ZONE: "Europe/Brussels"})
    opened = text_of(await press(world, world.organiser, "deadlines:manage"))
    assert "Les membres travaillent ici : Belgique\n" in opened
    anna = await member(world, "Anna")
    assert "Il n’y a pas encore d’échéances" in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    waiting = await world.organiser.slash(world.office, "echeances-orga confirmer")
    opened_ = await choose(world.organiser, waiting, "deadlines:entry_choose", "be-vat-monthly")
    await world.organiser.click(message_of(opened_), label="C’est juste")
    assert "Dimanche 20 décembre 2026" in text_of(await anna.slash(world.lounge, "echeances prochaines"))


async def test_without_a_channel_of_organisers_nothing_is_lost(world: World) -> None:
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    await mornings(world, "2027-12-28", "2027-12-29")
    opened = text_of(await press(world, world.organiser, "deadlines:manage"))
    assert "À revérifier, plus montrées aux membres : " in opened
    await world.choose({prefs.ORGANISERS_CHANNEL: world.office.id})
    before = len(world.office.history())
    await mornings(world, "2027-12-30", "2027-12-30")
    assert "échéances n’ont pas été revérifiées" in text_of(world.office.history()[-1])
    assert len(world.office.history()) >= before
