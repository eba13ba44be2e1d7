"""Somebody follows the quarterly declaration and the CFE through a year's end, and what can happen on the way."""

from __future__ import annotations

from datetime import date, timedelta

import discord
import pytest
from simcord.actors import MemberActor

from bot.people import members
from bot.schedule.clock import HOUR, MINUTE
from bot.storage import preferences as prefs
from cogs.deadlines import store
from cogs.deadlines.reminding import AT_ONCE
from tests.deadlines.stage import (
    beats,
    choose,
    close_messages,
    come_to,
    correct,
    follow,
    inbox,
    letters,
    lines_to_team,
    member,
    mornings,
    type_date,
)
from tests.introductions.test_refusals import press
from tests.world import World, buttons_of, components_of, message_of, text_of

CFE, QUARTER, FIRST = "CFE : dernier jour pour payer", "du trimestre précédent", "déclaration initiale"
NO_ADVICE = "Rappel d’entraide, pas un conseil. Les dates peuvent changer et ta situation peut différer"


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna follows both, from the last Monday of November."""
    await come_to(world, "2026-11-30 10:00")
    who = await member(world, "Anna")
    await follow(world, who, "cfe", "micro-quarterly")
    return who


async def test_following_begins_with_the_notice_and_keeps_what_is_chosen(world: World) -> None:
    await come_to(world, "2026-11-30 10:00")
    anna = world.join("Anna")
    notice = await anna.slash(world.lounge, "echeances suivre")
    assert notice.ephemeral
    assert await world.association.read().value("SELECT count(*) FROM deadline_topics") == 0
    shown = await anna.click(message_of(notice), label="J’ai lu, on y va")
    assert "Tu ne suis aucun sujet" in text_of(shown)
    chosen = await anna.select(message_of(shown), ["cfe"], custom_id="deadlines:follow:0")
    assert "**Mardi 15 décembre 2026** · [CFE : dernier jour pour payer en ligne](https://" in text_of(chosen)
    assert NO_ADVICE in text_of(chosen)
    both = await anna.select(message_of(chosen), ["cfe", "vat-monthly"], custom_id="deadlines:follow:0")
    assert text_of(both).count("TVA : déclaration CA3") == 1  # the next one of each, not of the first alone
    assert "Jeudi 31 décembre 2026" in text_of(both)
    again = await anna.slash(world.lounge, "echeances suivre")
    assert "Mardi 15 décembre 2026" in text_of(again)
    stopped = await anna.click(message_of(again), label="Tout arrêter")
    assert "plus aucun rappel" in text_of(stopped)
    assert "Tu ne suis aucun sujet" in text_of(await anna.slash(world.lounge, "echeances suivre"))


async def test_through_a_years_end_each_reminder_comes_once_on_its_working_morning(
    world: World, anna: MemberActor
) -> None:
    seen: list[tuple[str, str]] = []
    for day in (
        ("2026-12-01", "2026-12-01"),
        ("2026-12-02", "2026-12-10"),
        ("2026-12-11", "2026-12-11"),
        ("2026-12-14", "2026-12-23"),
        ("2026-12-24", "2026-12-24"),
        ("2026-12-28", "2027-01-14"),
        ("2027-01-15", "2027-01-15"),
        ("2027-01-18", "2027-01-27"),
        ("2027-01-28", "2027-01-28"),
        ("2027-01-29", "2027-02-03"),
    ):
        before = len(inbox(anna))
        await mornings(world, *day)
        seen += [(day[0], text) for text in letters(anna)[before:]]
    assert [day for day, _ in seen] == ["2026-12-01", "2026-12-11", "2026-12-24", "2027-01-15", "2027-01-28"]
    first, second, third, fourth, fifth = [text for _, text in seen]
    assert CFE in first  # 14 days before; and 30 days before the 31st
    assert FIRST in first
    assert first.count(NO_ADVICE) == 1  # once, though there are two reminders
    assert CFE in second  # three days before is a Saturday: the Friday
    assert FIRST not in second
    assert FIRST in third
    assert "Jeudi 31 décembre 2026" in third
    assert QUARTER in fourth  # 17 January is a Sunday
    assert "Dimanche 31 janvier 2027" in fourth
    assert QUARTER in fifth


async def test_done_stops_this_deadline_and_no_other_and_can_be_taken_back(world: World, anna: MemberActor) -> None:
    await mornings(world, "2026-12-01", "2026-12-01")
    (letter,) = inbox(anna)
    acts = buttons_of(letter)
    assert list(acts) == ["Fait", "Arrêter ce sujet", "Signaler une date"]  # the same labels twice
    done = next(c for c in _acts(letter) if c.startswith("deadlines:done"))
    answer = await anna.user.click(letter, custom_id=done)
    assert "plus de rappel pour « CFE : dernier jour pour payer en ligne »" in text_of(answer)
    await beats(world)
    (letter,) = inbox(anna)
    assert "« CFE : dernier jour pour payer en ligne » : c’est fait" in text_of(letter)
    assert FIRST in text_of(letter)  # what stands beside it stays
    assert len([c for c in _acts(letter) if c.startswith("deadlines:done")]) == 1
    await mornings(world, "2026-12-02", "2026-12-16")
    assert len(inbox(anna)) == 1
    await world.restart()
    undone = await anna.user.click(letter, label="Pas encore")
    assert "continuent" in text_of(undone)
    await beats(world)
    assert "c’est fait" not in text_of(inbox(anna)[0])
    await mornings(world, "2026-12-17", "2026-12-24")
    assert len(inbox(anna)) == 2  # the other one's own reminder


async def test_a_topic_is_stopped_from_its_reminder_and_followed_again(world: World, anna: MemberActor) -> None:
    await mornings(world, "2026-12-01", "2026-12-01")
    stop = next(c for c in _acts(inbox(anna)[0]) if c.startswith("deadlines:stop_topic"))
    answer = await anna.user.click(inbox(anna)[0], custom_id=stop)
    assert "plus de rappel sur « CFE »" in text_of(answer)
    await beats(world)
    assert "en ligne » : plus de rappel, le sujet « CFE » est arrêté" in text_of(inbox(anna)[0])
    await mornings(world, "2026-12-10", "2026-12-12")
    assert len(inbox(anna)) == 1
    followed = await anna.slash(world.lounge, "echeances suivre")
    assert "Dimanche 31 janvier 2027" in text_of(followed)  # the other topic goes on
    await anna.user.click(inbox(anna)[0], custom_id=_acts(inbox(anna)[0])[0])
    await mornings(world, "2026-12-13", "2026-12-14")
    assert CFE in letters(anna)[1]  # tomorrow


async def test_a_week_of_downtime_ends_in_one_word_about_what_is_not_past(world: World, anna: MemberActor) -> None:
    await follow(world, anna, "cfe", "micro-quarterly", "vat-monthly")
    await mornings(world, "2026-12-01", "2026-12-08")
    before = len(inbox(anna))
    await come_to(world, "2026-12-16 03:00")  # a night; CFE's second reminder and its day passed meanwhile
    assert len(inbox(anna)) == before
    await mornings(world, "2026-12-16", "2026-12-20")
    (letter,) = letters(anna)[before:]
    assert "Entre le 15 et le 24 décembre 2026" in letter  # the window is still open
    assert "CFE" not in letter
    await world.restart()
    await mornings(world, "2026-12-21", "2026-12-21")
    assert len(inbox(anna)) == before + 1


async def test_dates_that_organisers_type_are_reminded_of_like_the_others(world: World, anna: MemberActor) -> None:
    await come_to(world, "2027-04-12 10:00")
    await follow(world, anna, "income-tax.zone-2")
    shown = await anna.slash(world.lounge, "echeances prochaines", sujet="income-tax")
    assert "Dates à venir, dès que l’équipe les aura saisies : Déclaration de revenus en ligne." in text_of(shown)
    typed = await type_date(world, 2027, "fr-income-tax", "zone-2", "3 juin")
    assert "départements 20 à 54 : jeudi 3 juin 2027" in text_of(typed)
    shown = await anna.slash(world.lounge, "echeances prochaines", sujet="income-tax")
    assert "**Jeudi 3 juin 2027**" in text_of(shown)
    assert "Déclaration de revenus en ligne (départements 20 à 54)" in text_of(shown)
    assert "date saisie par l’équipe" in text_of(shown)
    assert "Déclaration de revenus en ligne (départements 01 à 19, départements 55 à 976)" in text_of(shown)
    before = len(inbox(anna))
    await mornings(world, "2027-05-19", "2027-05-21")
    (letter,) = letters(anna)[before:]
    assert "Jeudi 3 juin 2027" in letter
    # typed anew, after the first reminder: the new date is said at once, and its last reminder comes in time
    await type_date(world, 2027, "fr-income-tax", "zone-2", "2027-06-01")
    await mornings(world, "2027-05-22", "2027-06-04")
    assert ["Mardi 1er juin 2027" in letter for letter in letters(anna)[before + 1 :]] == [True, True]


async def test_whoever_follows_their_zone_gets_its_two_reminders_and_no_other(world: World, anna: MemberActor) -> None:
    await come_to(world, "2027-04-12 10:00")
    await follow(world, anna, "income-tax.zone-2")
    for zone, day in (("zone-1", "20 mai"), ("zone-2", "27 mai"), ("zone-3", "3 juin")):
        await type_date(world, 2027, "fr-income-tax", zone, day)
    before = len(inbox(anna))
    await mornings(world, "2027-05-06", "2027-06-04")
    assert ["Jeudi 27 mai 2027" in letter for letter in letters(anna)[before:]] == [True, True]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2027-03-22", "2027-04-02", ["2027-03-24", "2027-03-26"]),
        ("2027-10-21", "2027-11-03", ["2027-10-22", "2027-10-29"]),
    ],
)
async def test_across_a_clock_change_each_reminder_comes_once_at_nine(
    world: World, first: str, last: str, expected: list[str]
) -> None:
    who = await _monthly(world, first)
    came: list[str] = []
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        for at in ("07:59", "08:59", "09:01", "10:01"):
            before = len(inbox(who))
            await come_to(world, f"{day} {at}")
            came += [f"{day} {at}"] * (len(inbox(who)) - before)
        day += timedelta(days=1)
    assert came == [f"{when} 09:01" for when in expected]


async def _monthly(world: World, first: str) -> MemberActor:
    """Somebody follows the monthly declaration from the night before a day."""
    await come_to(world, f"{first} 00:01")
    who = await member(world, "Anna")
    await follow(world, who, "micro-monthly")
    return who


async def test_a_corrected_date_is_said_anew_and_remembered_with_who_did_it(world: World, anna: MemberActor) -> None:
    await mornings(world, "2026-12-01", "2026-12-02")
    assert "Mardi 15 décembre 2026" in letters(anna)[0]
    done = await correct(world, "fr-cfe-payment", "2026-12-15", "10/12", "Avancée cette année")
    assert "jeudi 10 décembre 2026 (corrigée)" in text_of(done)
    await mornings(world, "2026-12-03", "2026-12-11")
    later = [text for text in letters(anna)[1:] if CFE in text]
    assert len(later) == 2  # at once, and three days before
    assert all("Jeudi 10 décembre 2026" in text and "date corrigée par l’équipe" in text for text in later)
    history = text_of(await world.organiser.slash(world.office, "echeances-orga historique"))
    assert f"<@{world.organiser.id}>" in history
    assert "mardi 15 décembre 2026 → jeudi 10 décembre 2026 (Avancée cette année)" in history
    await correct(world, "fr-cfe-payment", "2026-12-15", "")  # a day that is past by now is no dead end
    assert "jeudi 10 décembre 2026 → mardi 15 décembre 2026" in text_of(
        await world.organiser.slash(world.office, "echeances-orga historique")
    )


async def test_whoever_takes_no_direct_messages_is_shown_what_is_still_of_use(world: World, anna: MemberActor) -> None:
    close_messages(world, anna)
    await mornings(world, "2026-12-01", "2026-12-11")
    assert inbox(anna) == []
    answer = await anna.slash(world.lounge, "echeances prochaines")
    (shown,) = answer.followups
    assert text_of(shown).count(CFE) == 1  # the second reminder stands for the first
    assert FIRST in text_of(shown)
    noted = await anna.click(shown, custom_id=buttons_of(shown)["Fait"])
    assert "plus de rappel" in text_of(noted)
    assert "Tes messages privés semblent fermés" in text_of(await anna.slash(world.lounge, "echeances suivre"))


async def test_a_pause_keeps_reminders_until_its_end_if_they_are_of_use_then(world: World, anna: MemberActor) -> None:
    wishes = await anna.slash(world.lounge, "moi preferences")
    await anna.select(message_of(wishes), ["month"], custom_id="privacy:pause")
    assert "Pause en cours" in text_of(await anna.slash(world.lounge, "echeances suivre"))
    await mornings(world, "2026-12-01", "2026-12-25")
    assert inbox(anna) == []
    await mornings(world, "2026-12-26", "2026-12-31")
    (letter,) = letters(anna)
    assert FIRST in letter  # due tomorrow; the payment of the CFE is past
    assert CFE not in letter


async def test_nothing_leaves_while_organisers_hold_everything(world: World, anna: MemberActor) -> None:
    await world.choose({prefs.SUSPENDED: True})
    await mornings(world, "2026-12-01", "2026-12-12")
    assert inbox(anna) == []
    assert "Mardi 15 décembre 2026" in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    await world.choose({prefs.SUSPENDED: False})
    await mornings(world, "2026-12-13", "2026-12-14")
    (letter,) = letters(anna)
    assert letter.count(CFE) == 1


async def test_whoever_left_is_told_nothing_and_whoever_comes_back_hears_of_what_is_ahead(
    world: World, anna: MemberActor
) -> None:
    world.guild.remove_member(anna)
    await mornings(world, "2026-12-01", "2026-12-12")
    world.guild.add_member(anna.user)
    await mornings(world, "2026-12-13", "2026-12-14")
    assert CFE in letters(anna)[0]


async def test_many_followers_are_reminded_once_each_in_several_transactions(world: World, anna: MemberActor) -> None:
    crowd = range(10**17, 10**17 + 2 * AT_ONCE + 20)
    async with world.association.transaction() as db:
        for one in crowd:
            await members.accept_notice(db, one, world.clock.now())
            await store.follow(db, one, "cfe", world.clock.now())
    commits = world.association.database.commits
    await world.env.advance_time(23 * HOUR + MINUTE)
    for _ in range(3):
        await world.bot.house.jobs.run_in(world.association)
    counts = await world.association.read().rows(
        "SELECT member_id, deadline, count(*) AS times FROM deadline_reminders GROUP BY member_id, deadline"
    )
    assert {row["member_id"] for row in counts} == {anna.id, *crowd}
    assert {(row["deadline"], row["times"]) for row in counts} == {
        ("fr-cfe-payment.2026-12-15", 1),
        ("fr-cfe-first-declaration.2026-12-31", 1),
    }
    assert await world.association.read().value("SELECT count(*) FROM letters") == 2 * (len(crowd) + 1)
    assert world.association.database.commits - commits > len(counts) // AT_ONCE
    async with world.association.transaction() as db:  # nobody of them is on this server
        await db.run("DELETE FROM outbox WHERE kind = 'kernel:letters'")


async def test_what_somebody_follows_is_theirs_to_see_and_to_erase(world: World, anna: MemberActor) -> None:
    await mornings(world, "2026-12-01", "2026-12-01")
    await anna.user.click(inbox(anna)[0], custom_id=_acts(inbox(anna)[0])[0])
    seen = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    assert "Un sujet d’échéances suivi" in seen
    assert "Une échéance marquée « Fait »" in seen
    assert "Un rappel d’échéance envoyé" in seen
    await world.erase(anna)
    for table in ("deadline_topics", "deadline_done", "deadline_reminders"):
        assert await world.association.read().value(f"SELECT count(*) FROM {table}") == 0
    assert _acts(inbox(anna)[0]) == []
    await mornings(world, "2026-12-02", "2026-12-12")
    assert len(inbox(anna)) == 1


async def test_a_reminder_is_for_its_reader_alone(world: World, anna: MemberActor) -> None:
    await mornings(world, "2026-12-01", "2026-12-01")
    basile = await member(world, "Basile")
    act = _acts(inbox(anna)[0])[0].partition("@")[0]
    answer = await press(world, basile, act)
    assert "celui de quelqu’un d’autre" in text_of(answer)


async def test_topics_that_nobody_checks_are_not_shown_and_their_followers_are_told_why(
    world: World, anna: MemberActor
) -> None:
    before = len(lines_to_team(world))
    await mornings(world, "2027-12-27", "2027-12-27")
    assert "Mercredi 15 décembre" not in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    told = len(inbox(anna))
    await mornings(world, "2027-12-28", "2027-12-31")  # 400 days after the check that the files hold
    (letter,) = letters(anna)[told:]
    assert letter.count("n’ont pas été revérifiées depuis plus d’un an") == 2
    (line,) = lines_to_team(world)[before:]
    assert "échéances n’ont pas été revérifiées" in text_of(line)
    assert "personne n’a revérifié" in text_of(await anna.slash(world.lounge, "echeances suivre"))
    assert "Aucune date connue" in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    await mornings(world, "2028-01-01", "2028-01-26")
    assert len(lines_to_team(world)) == before + 1
    opened = await world.organiser.click(line, label="À confirmer")
    shown = await choose(world.organiser, opened, "deadlines:entry_choose", "fr-micro-quarterly")
    assert "**À revérifier**" in text_of(shown)
    await world.organiser.click(message_of(shown), label="C’est juste")
    assert "Lundi 31 janvier 2028" in text_of(await anna.slash(world.lounge, "echeances prochaines"))
    await mornings(world, "2028-01-27", "2028-01-31")
    assert len(lines_to_team(world)) == before + 2  # a month later, for what is left
    assert QUARTER in letters(anna)[-1]


def _acts(letter: discord.Message) -> list[str]:
    return [str(c["custom_id"]) for c in components_of(letter) if c.get("type") == 2]
