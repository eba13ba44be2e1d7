"""What organisers set: kept by type, back to the default when it no longer is a choice."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.people.members import accept_notice
from bot.schedule.quiet import public_holidays
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.preferences import Control, Preference, choose, declare
from cogs.introductions import HOST
from tests.storage.test_backup import Clock

EXAMPLES = {
    prefs.NAME: "Les Indés",
    prefs.CONTACT: "bonjour@indes53.fr",
    prefs.LANGUAGE: "en",
    prefs.VOICE: "vous",
    prefs.BILINGUAL: True,
    prefs.ZONE: "Indian/Reunion",
    prefs.ORGANISERS_CHANNEL: 2**63 - 1,
    prefs.ORGANISERS_ROLE: 12,
    prefs.THREADS_CHANNEL: 13,
}


async def set_to(association: Association, preference: Preference[object], value: object) -> None:
    """As the panel does."""
    async with association.transaction() as db:
        await choose(db, Clock(), preference, value)
    await association.reload()


@pytest.mark.parametrize(("preference", "value"), EXAMPLES.items(), ids=lambda part: getattr(part, "name", None))
async def test_a_choice_is_kept_and_can_be_taken_back(
    association: Association, preference: Preference[object], value: object
) -> None:
    assert association.preferences[preference] == preference.default
    assert not association.preferences.chosen(preference)
    await set_to(association, preference, value)
    assert association.preferences[preference] == value
    assert association.preferences.chosen(preference)
    await set_to(association, preference, None)
    assert association.preferences[preference] == preference.default


async def test_a_switch_can_be_switched_off(association: Association) -> None:
    await set_to(association, prefs.BILINGUAL, True)  # type: ignore[arg-type]
    await set_to(association, prefs.BILINGUAL, False)  # type: ignore[arg-type]
    assert association.preferences[prefs.BILINGUAL] is False
    assert association.preferences.chosen(prefs.BILINGUAL)


async def test_a_person_who_is_erased_is_chosen_no_longer(association: Association) -> None:
    async with association.transaction() as db:
        await accept_notice(db, 7, 0)
        await choose(db, Clock(), HOST, 7)
    await association.reload()
    assert association.preferences[HOST] == 7
    async with association.transaction() as db:
        await db.run("DELETE FROM members WHERE id = 7")
    await association.reload()
    assert association.preferences[HOST] is None


async def test_a_value_that_is_no_choice_is_refused(association: Association) -> None:
    with pytest.raises(ValueError, match="no choice"):
        await set_to(association, prefs.VOICE, "thou")  # type: ignore[arg-type]


async def test_what_is_no_longer_declared_or_valid_counts_as_not_chosen(association: Association) -> None:
    async with association.transaction() as db:
        for name, value in (("gone", "x"), ("association-voice", "thou"), ("association-zone", "Mars/Olympus")):
            await db.run("INSERT INTO preferences (name, value, changed_at) VALUES (:n, :v, 0)", n=name, v=value)
    await association.reload()
    assert association.preferences[prefs.VOICE] == "tu"
    assert association.zone == ZoneInfo("Europe/Paris")


def test_a_name_is_declared_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        declare(Preference("association-name", Control.SWITCH, default=False))
    assert declare(prefs.NAME) is prefs.NAME


@pytest.mark.parametrize("zone", prefs.HOLIDAYS)
def test_every_zone_on_offer_exists_and_keeps_holidays(zone: str) -> None:
    from datetime import date

    assert ZoneInfo(zone).key == zone
    country, part = prefs.HOLIDAYS[zone]
    assert date(2027, 1, 1) in public_holidays(country, part)
    assert date(2027, 1, 5) not in public_holidays(country, part)
