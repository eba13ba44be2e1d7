"""Members accept the notice before anything is kept, and their profile is seen only while they want it and are here."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from bot.people import members
from bot.people.members import NOTICE_VERSION, Profile
from bot.storage.association import Association
from tests.people.conftest import Clock

ANNA = 111111111111111111
PROFILE = Profile(
    ANNA, "Je dessine", "illustration", "53", "Comment fixer un prix ?", ("un œil",), ("un bureau", "un café"), True, 10
)


async def present(association: Association, member_id: int = ANNA) -> None:
    """Somebody accepts the notice."""
    async with association.transaction() as db:
        await members.accept_notice(db, member_id, 5)


async def saved(association: Association, profile: Profile) -> None:
    """A profile is written."""
    async with association.transaction() as db:
        await members.save_profile(db, profile)


async def test_nobody_is_known_before_accepting_the_notice(association: Association) -> None:
    assert await members.get(association.read(), ANNA) is None
    async with association.transaction() as db:
        await members.name(db, ANNA, 1)
    assert await members.get(association.read(), ANNA) is None


async def test_accepting_keeps_version_and_date(association: Association) -> None:
    await present(association)
    anna = await members.get(association.read(), ANNA)
    assert anna is not None
    assert (anna.state, anna.notice_version, anna.notice_at) == ("present", NOTICE_VERSION, 5)
    assert anna.accepted


async def test_somebody_who_was_only_named_becomes_a_member_by_accepting(association: Association) -> None:
    async with association.transaction() as db:
        await members.name(db, ANNA, 1)
        await members.accept_notice(db, ANNA, 2)
        await members.name(db, ANNA, 3)
    anna = await members.get(association.read(), ANNA)
    assert anna is not None
    assert anna.accepted


async def test_a_changed_notice_has_to_be_accepted_again(
    association: Association, monkeypatch: pytest.MonkeyPatch
) -> None:
    await present(association)
    monkeypatch.setattr(members, "NOTICE_VERSION", NOTICE_VERSION + 1)
    anna = await members.get(association.read(), ANNA)
    assert anna is not None
    assert not anna.accepted
    await present(association)
    anna = await members.get(association.read(), ANNA)
    assert anna is not None
    assert anna.accepted


async def test_a_profile_is_kept_as_written_and_replaced_as_a_whole(association: Association) -> None:
    await present(association)
    await saved(association, PROFILE)
    assert await members.profile(association.read(), ANNA) == PROFILE
    shorter = replace(PROFILE, what="Je peins", trade=None, offers=(), seeks=("un café",))
    await saved(association, shorter)
    assert await members.profile(association.read(), ANNA) == shorter
    assert await association.read().value("SELECT count(*) FROM tags") == 1


async def test_nothing_is_kept_of_somebody_unknown(association: Association) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await saved(association, PROFILE)


async def test_a_hidden_profile_is_seen_by_nobody_and_nothing_is_lost(association: Association) -> None:
    await present(association)
    await saved(association, PROFILE)
    async with association.transaction() as db:
        await members.hide_profile(db, ANNA)
    assert await members.visible_profile(association.read(), ANNA) is None
    assert await members.profile(association.read(), ANNA) == replace(PROFILE, shown=False)


async def test_a_profile_hides_while_its_author_is_away(association: Association) -> None:
    await present(association)
    await saved(association, PROFILE)
    async with association.transaction() as db:
        assert await members.mark_left(db, ANNA, 20)
        assert not await members.mark_left(db, ANNA, 30)
    assert await members.visible_profile(association.read(), ANNA) is None
    assert await members.away_ids(association.read()) == [ANNA]
    anna = await members.get(association.read(), ANNA)
    assert anna is not None
    assert anna.left_at == 20
    assert not anna.accepted
    async with association.transaction() as db:
        assert await members.mark_back(db, ANNA)
        assert not await members.mark_back(db, ANNA)
    assert await members.visible_profile(association.read(), ANNA) == PROFILE
    assert await members.present_ids(association.read()) == [ANNA]


async def test_only_members_can_leave(association: Association) -> None:
    async with association.transaction() as db:
        await members.name(db, ANNA, 1)
        assert not await members.mark_left(db, ANNA, 2)
        assert not await members.mark_left(db, 999, 2)


async def test_profiles_are_read_together_without_those_who_hide(association: Association) -> None:
    for member_id in (1, 2, 3):
        await present(association, member_id)
        await saved(association, replace(PROFILE, member_id=member_id))
    async with association.transaction() as db:
        await members.hide_profile(db, 2)
    assert set(await members.profiles(association.read(), [1, 2, 3, 4])) == {1, 3}
    assert await members.profiles(association.read(), []) == {}


async def test_a_member_chooses_their_language_and_takes_it_back(association: Association, clock: Clock) -> None:
    await present(association)
    for language in ("en", None):
        async with association.transaction() as db:
            await members.choose_language(db, ANNA, language)
        anna = await members.get(association.read(), ANNA)
        assert anna is not None
        assert anna.language == language
    assert association.words_in("en").language == "en"
    assert association.words_in(None).language == "fr"
