"""The calendar file, read back by another library than the one that wrote it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import ics
import pytest

from cogs.deadlines.calendar_file import DOMAIN, Edition, Wording, identifier, written
from cogs.deadlines.coming import Choices, coming
from cogs.deadlines.entries import Deadline
from cogs.deadlines.rules import Day
from tests.deadlines.shelf import SHIPPED
from tests.house.wording import ROOT

NOW = int(datetime(2026, 11, 30, 9, 12, tzinfo=UTC).timestamp())
CFE = date(2026, 12, 15)
GUILD = 2**60
EDITION = Edition(GUILD, NOW, {})
FRENCH = Wording(
    language="fr",
    name="Échéances ; Les Indés, 53",
    disclaimer="Rappel d’entraide, pas un conseil ; une erreur ?\nSignaler une date.",
    unsure="Cette date peut encore bouger.",
)
ENGLISH = Wording("en", "Deadlines", "A reminder among peers, not advice.", "This date may still move.")
TYPED = Choices(typed={"fr-income-tax": [Day.on(date(2027, 5, 27), "zone-1"), Day.on(date(2027, 6, 3), "zone-2")]})
PLACE = identifier(next(iter(coming(SHIPPED, CFE, CFE, TYPED))), GUILD).removeprefix("fr-cfe-payment.2026-12-15")


def a_year(choices: Choices = TYPED) -> list[Deadline]:
    """What comes in a year."""
    return coming(SHIPPED, date(2026, 11, 30), date(2027, 11, 29), choices)


def read(deadlines: list[Deadline], wording: Wording = FRENCH, now: int = NOW) -> dict[str, ics.Event]:
    """The events of a file, by their identifier."""
    calendar = ics.Calendar(written(deadlines, wording, Edition(GUILD, now, {})).decode("utf-8"))
    return {event.uid: event for event in calendar.events}


def test_every_deadline_is_an_event_of_whole_days() -> None:
    deadlines = a_year()
    events = read(deadlines)
    assert len(events) == len(deadlines) > 30
    for deadline in deadlines:
        event = events[identifier(deadline, GUILD)]
        assert event.all_day
        assert (event.begin.date(), event.end.date()) == (deadline.day.first, deadline.day.last + timedelta(days=1))
        assert (event.name, event.url) == (deadline.title("fr"), deadline.entry.source)
        assert event.categories == {deadline.entry.topic.names["fr"]}
        assert event.created == datetime.fromtimestamp(NOW, UTC)
        assert event.transparent


def test_alarms_ring_in_the_morning_so_many_days_before() -> None:
    event = read(a_year())[f"fr-cfe-payment.2026-12-15{PLACE}"]
    rings = sorted(f"{event.begin.datetime + alarm.trigger:%m-%d %H:%M}" for alarm in event.alarms)
    assert rings == ["12-01 09:00", "12-12 09:00"]
    assert {alarm.display_text for alarm in event.alarms} == {event.name}
    for deadline in a_year():
        assert len(read([deadline]).popitem()[1].alarms) == len(deadline.entry.reminders)


def test_every_event_says_that_it_is_no_advice() -> None:
    for uid, event in read(a_year()).items():
        assert FRENCH.disclaimer in event.description, uid
        assert event.url in event.description
        assert (FRENCH.unsure in event.description) is uid.startswith("fr-e-invoicing")


def test_the_file_speaks_the_language_of_its_reader() -> None:
    events = read(a_year(), ENGLISH)
    event = events[f"fr-income-tax.2027-zone-1{PLACE}"]
    assert event.name == "Income tax return online (départements 01 to 19)"
    assert ENGLISH.disclaimer in event.description
    assert "SUMMARY;LANGUAGE=en:" in written(a_year(), ENGLISH, EDITION).decode()
    assert "SUMMARY;LANGUAGE=fr:" in written(a_year(), FRENCH, EDITION).decode()


def test_identifiers_stay_when_a_file_is_made_again_or_a_date_corrected() -> None:
    earlier = read(a_year())
    corrected = replace(TYPED, corrections={("fr-cfe-payment", CFE): date(2026, 12, 17)})
    later = read(a_year(corrected), now=NOW + 86400)
    assert set(earlier) == set(later)
    uid = f"fr-cfe-payment.2026-12-15{PLACE}"
    assert (earlier[uid].begin.date(), later[uid].begin.date()) == (CFE, date(2026, 12, 17))
    assert later[uid].created > earlier[uid].created
    anew = replace(TYPED, typed={"fr-income-tax": [Day.on(date(2027, 5, 28), "zone-1")]})
    assert f"fr-income-tax.2027-zone-1{PLACE}" in read(a_year(anew))


def test_two_associations_never_share_an_identifier() -> None:
    one, other = ({identifier(deadline, guild) for deadline in a_year()} for guild in (GUILD, GUILD + 1))
    assert not one & other
    assert all(uid.endswith(f"@{DOMAIN}") and str(GUILD) not in uid for uid in one)


def test_each_change_of_a_date_is_counted() -> None:
    changes = {("fr-cfe-payment", "2026-12-15"): 2, ("fr-income-tax", "zone-1.2027"): 1}
    corrected = replace(TYPED, corrections={("fr-cfe-payment", CFE): date(2026, 12, 17)})
    calendar = icalendar.Calendar.from_ical(written(a_year(corrected), FRENCH, Edition(GUILD, NOW, changes)))
    counts = {str(event["uid"]).removesuffix(PLACE): int(str(event["sequence"])) for event in calendar.walk("VEVENT")}
    assert {uid: count for uid, count in counts.items() if count} == {
        "fr-cfe-payment.2026-12-15": 2,
        "fr-income-tax.2027-zone-1": 1,
    }


def test_the_same_deadlines_make_the_same_file() -> None:
    assert written(a_year(), FRENCH, EDITION) == written(a_year(), FRENCH, EDITION)


def test_lines_are_as_long_as_the_standard_allows() -> None:
    file = written(a_year(), FRENCH, EDITION)
    assert file.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert file.endswith(b"END:VCALENDAR\r\n")
    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


@pytest.mark.parametrize("name", ["NAME", "X-WR-CALNAME"])
def test_the_calendar_has_its_name(name: str) -> None:
    assert f"{name}:Échéances \\; Les Indés\\, 53\r\n" in written(a_year(), FRENCH, EDITION).decode()


def test_a_file_without_deadlines_can_be_read_too() -> None:
    assert read([]) == {}


def test_the_library_is_loaded_for_those_who_ask_only() -> None:
    script = "import sys, cogs.deadlines.cog; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
