"""What is coming, in private pages and as a file; in both languages, with tu and vous."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import ics
import pytest
from simcord.actors import MemberActor

from bot.storage import preferences as prefs
from bot.ui.pager import page_of
from bot.words.i18n import Words
from bot.words.text import COMPONENTS, MESSAGE_TEXT
from cogs.deadlines import cards, letter_cards
from cogs.deadlines.coming import Choices, coming, topics, within
from cogs.deadlines.rules import Day
from tests.deadlines.shelf import SHIPPED
from tests.deadlines.stage import come_to, follow, member, options, select_of
from tests.house.discord_rules import _message
from tests.introductions.test_refusals import press
from tests.world import Answer, World, buttons_of, message_of, text_of

NO_ADVICE = "seul ton espace Urssaf ou impots.gouv.fr fait foi. Une erreur ? « Signaler une date »."


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Somebody new, who accepted nothing yet."""
    await come_to(world, "2026-11-30 10:00")
    return world.join("Anna")


async def calendar(answer: Answer) -> ics.Calendar:
    """The file that was delivered, read by another library than the one that wrote it."""
    (file,) = message_of(answer).attachments
    assert file.filename in {"echeances.ics", "deadlines.ics"}
    return ics.Calendar((await file.read()).decode("utf-8"))


async def test_the_next_dates_come_in_private_pages_with_all_that_must_be_said(world: World, anna: MemberActor) -> None:
    shown = await anna.slash(world.lounge, "echeances prochaines")
    assert shown.ephemeral
    first = text_of(shown)
    assert NO_ADVICE in first
    assert first.index("Lundi 30 novembre 2026") < first.index("Mardi 15 décembre 2026") < first.index("Entre le 15 et")
    assert "[CFE : dernier jour pour payer en ligne](https://www.impots.gouv.fr/)" in first
    assert "· ta date exacte est dans ton espace en ligne" in first
    assert list(buttons_of(shown))[-3:] == ["Suivre des sujets", "Pour mon agenda", "Signaler une date"]
    seen = [first]
    while "Page suivante" in buttons_of(shown):
        shown = await anna.click(message_of(shown), label="Page suivante")
        seen.append(text_of(shown))
    assert all(NO_ADVICE in page for page in seen)
    later = next(page for page in seen if "Facture électronique : début" in page)
    assert "Mercredi 1er septembre 2027" in later
    assert "à revérifier : cette date peut encore changer" in later
    assert "Dimanche 31 janvier 2027" in "".join(seen)  # the nominal date, though it is a Sunday
    assert "prélèvement du 5" not in "".join(seen)  # only for those who ask for it


async def test_one_topic_is_found_by_its_list_by_typing_and_by_what_is_meant(world: World, anna: MemberActor) -> None:
    typed = await anna.autocomplete(world.lounge, "echeances prochaines", "sujet", "regime")
    assert [choice["value"] for choice in typed] == ["vat-simplified", "results"]
    shown = await anna.slash(world.lounge, "echeances prochaines", sujet="contributions-5th")
    assert "Prochaines échéances · Cotisations hors micro, le 5 du mois" in text_of(shown)
    assert "Samedi 5 décembre 2026" in text_of(shown)
    meant = await anna.slash(world.lounge, "echeances prochaines", sujet="Résultats")
    assert "Mardi 4 mai 2027" in text_of(meant)
    unknown = await anna.slash(world.lounge, "echeances prochaines", sujet="douane")
    assert "Je ne connais pas le sujet « douane »" in text_of(unknown)
    select = select_of(shown, "deadlines:coming_topic")
    assert "cfe" in options(shown, "deadlines:coming_topic")
    cfe = await anna.select(message_of(shown), ["cfe"], custom_id=select)
    assert "Prochaines échéances · CFE" in text_of(cfe)
    every = await anna.select(message_of(cfe), ["all"], custom_id=select)
    assert "### Prochaines échéances\n" in text_of(every)
    assert "plus à jour" in text_of(await press(world, anna, "deadlines:coming_page:0:customs"))


async def test_the_file_holds_ones_topics_or_everything_and_is_read_by_another_library(
    world: World, anna: MemberActor
) -> None:
    everything = await anna.slash(world.lounge, "echeances agenda")
    assert everything.ephemeral
    assert "importe-le dans ton agenda" in text_of(everything)
    assert NO_ADVICE in text_of(everything)
    events = {event.uid: event for event in (await calendar(everything)).events}
    assert len(events) > 30
    assert [e.begin.date() for uid, e in events.items() if uid.startswith("fr-cfe-payment.")] == [date(2026, 12, 15)]
    basile = await member(world, "Basile")
    await follow(world, basile, "cfe", "contributions-5th")
    mine = await basile.slash(world.lounge, "echeances agenda")
    assert "Voici tes sujets" in text_of(mine)
    own = {event.uid: event for event in (await calendar(mine)).events}
    assert {uid.split(".")[0] for uid in own} == {
        "fr-cfe-payment",
        "fr-cfe-direct-debit",
        "fr-cfe-first-declaration",
        "fr-contributions-5th",
    }
    assert all("Rappel d’entraide, pas un conseil" in event.description for event in own.values())
    assert all("/echeances prochaines" in event.description for event in own.values())
    whole = await basile.click(message_of(mine), label="Toutes les dates")
    assert set(events) == {event.uid for event in (await calendar(whole)).events}
    again = await basile.click(message_of(whole), label="Seulement mes sujets")
    await come_to(world, "2026-12-01 10:00")
    assert set(own) == {event.uid for event in (await calendar(again)).events}


async def test_where_nothing_is_known_that_is_said(world: World, anna: MemberActor) -> None:
    await world.choose({prefs.ZONE: "America/Guadeloupe"})
    shown = await anna.slash(world.lounge, "echeances prochaines")
    assert "Il n’y a pas encore d’échéances pour ici" in text_of(shown)
    assert "Il n’y a pas encore" in text_of(await anna.slash(world.lounge, "echeances agenda"))
    basile = await member(world, "Basile")
    assert "Il n’y a pas encore" in text_of(await basile.slash(world.lounge, "echeances suivre"))


async def test_the_whole_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        await come_to(world, "2026-11-30 10:00")
        anna = world.join("Anna")
        shown = await anna.slash(world.lounge, "echeances prochaines", sujet="cfe")
        assert "**Tuesday 15 December 2026**\n[CFE: last day to pay online](https://" in text_of(shown)
        assert "not advice" in text_of(shown)
        notice = await anna.click(message_of(shown), label="Follow topics")
        following = await anna.click(message_of(notice), label=world.words("notice-accept"))
        chosen = await anna.select(message_of(following), ["cfe"], custom_id="deadlines:follow:0")
        assert "The next ones:" in text_of(chosen)
        file = await anna.click(message_of(chosen), label="For my calendar")
        (event, *_) = sorted((await calendar(file)).events)
        assert event.name.startswith("CFE: read the notice online")
        await come_to(world, "2026-12-01 09:01")
        (letter,) = anna.user.dm_channel.history()
        assert list(buttons_of(letter))[:2] == ["Done", "Stop this topic"]


async def test_whoever_says_vous_is_read_vous(tmp_path: Path) -> None:
    async with World(tmp_path, voice="vous") as world:
        await come_to(world, "2026-11-30 10:00")
        anna = await member(world, "Anna")
        shown = text_of(await anna.slash(world.lounge, "echeances prochaines", sujet="vat-monthly"))
        assert "votre date exacte est dans votre espace en ligne" in shown
        assert "seul votre espace Urssaf" in shown
        assert "Vous ne suivez aucun sujet" in text_of(await anna.slash(world.lounge, "echeances suivre"))


# Every card, against Discord's limits

CHOICES = Choices(
    jurisdictions=("fr", "be", "ch", "qc"),
    typed={
        "fr-income-tax": [Day.on(date(2027, 5, 27), "zone-1")],
        "ch-income-tax": [Day.on(date(2027, 3, 31), "canton")],
    },
    corrections={("fr-cfe-payment", date(2026, 12, 15)): date(2026, 12, 17)},
    confirmed={code: date(2026, 12, 1) for code, entry in SHIPPED.entries.items() if entry.jurisdiction.off},
)
TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(("language", "voice"), list(product(("fr", "en"), ("tu", "vous"))))
def test_every_page_fits_discord(language: str, voice: str) -> None:
    words, offered = Words(language, voice), topics(SHIPPED, TODAY, CHOICES)
    for topic in (None, *(label.id for label in offered)):
        found = coming(SHIPPED, TODAY, date(2027, 12, 1), CHOICES, topics=within(SHIPPED, topic) if topic else None)
        pages = page_of(found, 0, cards.PAGE).count
        unknown = [(entry, entry.keys) for entry in SHIPPED.entries.values() if entry.keys]
        for number in range(pages):
            page = page_of(found, number, cards.PAGE)
            view = cards.coming(words, page, offered, topic or "", "other", unknown)
            body = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
            assert list(_message(body)) == [], (topic, number)


@pytest.mark.parametrize(("language", "voice"), list(product(("fr", "en"), ("tu", "vous"))))
def test_five_reminders_share_a_message(language: str, voice: str) -> None:
    words = Words(language, voice)
    longest = sorted(coming(SHIPPED, TODAY, date(2027, 12, 1), CHOICES), key=lambda one: -len(cards.title(words, one)))[
        :5
    ]
    pieces = [letter_cards.reminder(words, one, 2**53, "other", 2**60) for one in longest]
    blocks = [block for piece in pieces for block in piece if block is not None]
    assert sum(len(block) for block in blocks if isinstance(block, str)) <= MESSAGE_TEXT
    parts = sum(1 if isinstance(block, str) else 4 for block in blocks)  # a row has three buttons
    assert parts + 5 <= COMPONENTS  # the lines between them, and the container
