"""A date that looks wrong: organisers see what, never who, and settle it."""

from __future__ import annotations

import json

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.storage import preferences as prefs
from tests.deadlines.stage import beats, come_to, follow, inbox, letters, lines_to_team, member, mornings
from tests.introductions.test_refusals import press
from tests.world import World, buttons_of, components_of, message_of, text_of

WRONG = "C’est le 16 cette année :\nhttps://www.impots.gouv.fr/"


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna, on a Monday at the end of November."""
    await come_to(world, "2026-11-30 10:00")
    return await member(world, "Anna")


async def report(
    world: World, who: MemberActor, which: str = "CFE : dernier jour pour payer en ligne", what: str = WRONG
) -> InteractionResult:
    """Somebody reports a date from the list."""
    shown = await who.slash(world.lounge, "echeances prochaines")
    form = await who.click(message_of(shown), label="Signaler une date")
    done = await who.submit_modal(form, {"which": which, "what": what})
    await beats(world)
    return done


async def settle(world: World, line: discord.Message, outcome: str = "C’est corrigé") -> InteractionResult:
    """An organiser takes care of it."""
    done = await world.organiser.click(line, label=outcome)
    await beats(world)
    return done


async def test_organisers_see_what_and_not_who_and_whoever_wrote_hears_of_it(world: World, anna: MemberActor) -> None:
    done = await report(world, anna)
    assert done.ephemeral
    assert "transmis à l’équipe, sans nom" in text_of(done)
    line = lines_to_team(world)[-1]
    said = text_of(line)
    assert "**Une date à vérifier** · CFE : dernier jour pour payer en ligne" in said
    assert "> C’est le 16 cette année :\n> https://www.impots.gouv.fr/" in said
    assert "Montrée aujourd’hui : mardi 15 décembre 2026" in said
    posts = [r.json for r in world.env.http_requests if r.path.endswith(f"/channels/{world.office.id}/messages")]
    assert str(anna.id) not in json.dumps(posts) + said
    opened = await world.organiser.click(line, label="Voir cette échéance")
    assert opened.ephemeral
    assert "Prochaines dates : mardi 15 décembre 2026" in text_of(opened)
    await world.restart()
    assert "le saura" in text_of(await settle(world, line))
    line = lines_to_team(world)[-1]
    assert "CFE : dernier jour pour payer en ligne : c’est corrigé" in text_of(line)
    assert buttons_of(line) == {}
    (letter,) = letters(anna)
    assert "l’équipe a regardé, et corrigé ce qui devait l’être. Merci" in letter
    again = await press(world, world.organiser, "deadlines:settle:corrected:1")
    assert "déjà réglé" in text_of(again)


@pytest.mark.parametrize(
    ("which", "button"),
    [
        ("CFE : dernier jour pour payer", "Voir cette échéance"),  # as in the form's own example
        ("cfe", "Chercher l’échéance"),  # three of them
        ("la date de mon impôt", "Chercher l’échéance"),
    ],
)
async def test_a_part_of_a_title_names_the_entry_when_it_means_no_other(
    world: World, anna: MemberActor, which: str, button: str
) -> None:
    await report(world, anna, which)
    assert button in buttons_of(lines_to_team(world)[-1])


async def test_a_reminder_brings_the_form_filled_and_the_words_name_the_entry(world: World, anna: MemberActor) -> None:
    await follow(world, anna, "cfe")
    await mornings(world, "2026-12-11", "2026-12-11")
    act = next(c["custom_id"] for c in components_of(inbox(anna)[0]) if c.get("label") == "Signaler une date")
    form = await anna.user.click(inbox(anna)[0], custom_id=act)
    assert form.modal is not None
    which = form.modal["components"][0]["component"]["value"]
    assert which == "CFE : dernier jour pour payer en ligne, mardi 15 décembre 2026"
    await world.restart()
    done = await anna.user.submit_modal(form, {"which": which, "what": "Le 16"})
    assert "sans nom" in text_of(done)
    await beats(world)
    assert "Voir cette échéance" in buttons_of(lines_to_team(world)[-1])
    await report(world, anna, "la TVA des douanes", "Elle manque")
    assert list(buttons_of(lines_to_team(world)[-1])) == ["Chercher l’échéance", "C’est corrigé", "Rien à changer"]


async def test_a_report_that_says_nothing_is_kept_to_be_completed(world: World, anna: MemberActor) -> None:
    refused = await report(world, anna, what="…")
    assert "Il manque ce qui ne va pas" in text_of(refused)
    form = await anna.click(message_of(refused), label="Corriger")
    assert form.modal is not None
    assert form.modal["components"][0]["component"]["value"].startswith("CFE")
    blank = await anna.submit_modal(form, {"which": "!", "what": WRONG})
    assert "Il manque de quelle date il s’agit" in text_of(blank)
    assert await world.association.read().value("SELECT count(*) FROM deadline_reports") == 0


async def test_the_notice_comes_before_the_form(world: World, anna: MemberActor) -> None:
    basile = world.join("Basile")
    shown = await basile.slash(world.lounge, "echeances prochaines")
    notice = await basile.click(message_of(shown), label="Signaler une date")
    assert notice.modal is None
    form = await basile.click(message_of(notice), label="J’ai lu, on y va")
    assert form.modal is not None
    assert "sans nom" in text_of(await basile.submit_modal(form, {"which": "La CFE", "what": WRONG}))


async def test_without_a_channel_reports_wait_among_the_organisers_deadlines(world: World, anna: MemberActor) -> None:
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    assert "n’a pas encore de salon" in text_of(await report(world, anna))
    opened = await press(world, world.organiser, "deadlines:manage")
    assert "Dates signalées : 1" in text_of(opened)
    listed = await world.organiser.click(message_of(opened), label="Signalements")
    assert "> C’est le 16 cette année" in text_of(listed)
    rest = await world.organiser.click(message_of(listed), label="Rien à changer")
    assert "Aucune date signalée n’attend" in text_of(rest)
    await beats(world)
    assert "l’équipe a regardé, et n’a rien trouvé à changer. Merci" in letters(anna)[0]


async def test_a_page_of_reports_has_each_button_once(world: World, anna: MemberActor) -> None:
    for _ in range(5):
        await report(world, anna)
    listed = await press(world, world.organiser, "deadlines:reports:0")
    assert text_of(listed).count("Rien à changer") == 3
    assert text_of(listed).count("Voir cette échéance") == 1
    onward = await world.organiser.click(message_of(listed), label="Page suivante")
    assert text_of(onward).count("Rien à changer") == 2


async def test_a_deleted_channel_of_organisers_loses_no_report(world: World, anna: MemberActor) -> None:
    world.env.backend.delete_channel(world.office.id)
    await world.env.settle()
    assert "sans nom" in text_of(await report(world, anna))
    world.failures.events.clear()
    listed = await press(world, world.organiser, "deadlines:reports:0")
    assert "> C’est le 16 cette année" in text_of(listed)


async def test_the_words_of_whoever_is_erased_go_from_the_organisers_channel(world: World, anna: MemberActor) -> None:
    await report(world, anna)
    assert "C’est le 16" in text_of(lines_to_team(world)[-1])
    seen = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    assert "Une date signalée" in seen
    assert "CFE" in seen
    await world.erase(anna)
    await beats(world)
    assert all("C’est le 16" not in text_of(line) for line in lines_to_team(world))
    assert await world.association.read().value("SELECT count(*) FROM deadline_reports") == 0


async def test_a_report_that_is_erased_before_it_is_posted_never_is(world: World, anna: MemberActor) -> None:
    world.env.inject_error("POST", f"/channels/{world.office.id}/messages", status=503, times=5)
    await report(world, anna)
    await world.erase(anna)
    world.env.backend.faults.clear()
    await world.later(120)
    await world.later(120)
    assert all("Une date à vérifier" not in text_of(line) for line in lines_to_team(world))
    world.failures.events.clear()


async def test_what_is_settled_is_forgotten_after_a_while(world: World, anna: MemberActor) -> None:
    await report(world, anna)
    await settle(world, lines_to_team(world)[-1])
    await mornings(world, "2027-03-05", "2027-03-06")
    assert await world.association.read().value("SELECT count(*) FROM deadline_reports") == 0


async def test_the_line_comes_once_more_after_five_working_days_in_place_of_the_first(
    world: World, anna: MemberActor
) -> None:
    await report(world, anna)
    first = lines_to_team(world)[-1]
    await mornings(world, "2026-12-01", "2026-12-06")
    assert lines_to_team(world)[-1].id == first.id
    await come_to(world, "2026-12-07 10:01")
    line = lines_to_team(world)[-1]
    assert line.id != first.id
    assert "**Toujours en attente**, depuis le" in text_of(line)
    assert "C’est le 16 cette année" in text_of(line)
    assert sum("C’est le 16" in text_of(one) for one in lines_to_team(world)) == 1
    await mornings(world, "2026-12-08", "2027-01-15")
    assert lines_to_team(world)[-1].id == line.id  # once
    await settle(world, line, "Rien à changer")
    assert "rien à changer" in text_of(lines_to_team(world)[-1])
    assert "n’a rien trouvé à changer" in letters(anna)[-1]


async def test_what_is_settled_in_time_is_not_said_again(world: World, anna: MemberActor) -> None:
    await report(world, anna)
    await settle(world, lines_to_team(world)[-1])
    count = len(lines_to_team(world))
    await mornings(world, "2026-12-01", "2026-12-10")
    assert len(lines_to_team(world)) == count


async def test_whoever_reported_can_withdraw_it_and_nobody_else(world: World, anna: MemberActor) -> None:
    done = await report(world, anna)
    basile = await member(world, "Basile")
    assert "déjà réglé" in text_of(await press(world, basile, "deadlines:withdraw:1"))
    line = lines_to_team(world)[-1]
    mine = await anna.click(message_of(await anna.slash(world.lounge, "echeances suivre")), label="Mes signalements")
    assert "• CFE : dernier jour pour payer en ligne, le" in text_of(mine)
    gone = await anna.click(message_of(done), label="Retirer mon signalement")
    assert "Aucun signalement n’attend" in text_of(gone)
    await beats(world)
    assert line.id not in {one.id for one in lines_to_team(world)}
    assert "retiré" in text_of(await press(world, world.organiser, "deadlines:settle:unchanged:1"))
    assert "Mes signalements" not in buttons_of(await anna.slash(world.lounge, "echeances suivre"))
    await mornings(world, "2026-12-01", "2026-12-08")
    assert letters(anna) == []


async def test_a_sixth_report_leads_to_those_that_wait(world: World, anna: MemberActor) -> None:
    shown = await anna.slash(world.lounge, "echeances prochaines")
    open_before = await anna.click(message_of(shown), label="Signaler une date")
    for _ in range(5):
        await report(world, anna)
    refused = await anna.click(message_of(shown), label="Signaler une date")
    assert refused.modal is None
    assert "5 signalements attendent déjà" in text_of(refused)
    assert list(buttons_of(refused)) == ["Mes signalements"]
    late = await anna.submit_modal(open_before, {"which": "La TVA", "what": "Elle manque"})
    assert list(buttons_of(late)) == ["Mes signalements"]  # no "Corriger": it would be refused again
    assert "Elle manque" in text_of(late)
    mine = await anna.click(message_of(late), label="Mes signalements")
    rest = await anna.select(message_of(mine), ["1"], custom_id="deadlines:withdraw_chosen")
    assert text_of(rest).count("• CFE") == 4
    assert "sans nom" in text_of(await report(world, anna))
