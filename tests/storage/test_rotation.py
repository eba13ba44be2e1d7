"""Which backups stay, and how long the ledger of erasures remembers for them."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.clock import DAY, HOUR
from bot.storage import files
from bot.storage.backup import Ledger
from bot.storage.files import STAMP
from bot.storage.rotation import backups, forget_asides, oldest_backup, rotate, shorten_ledger, to_keep

GUILD = 424242424242424242
ANNA, BRUNO = 111111111111111111, 222222222222222222
WEEK = 7 * DAY
MONDAY = 1_799_625_600  # 2027-01-11, midnight
NIGHT = 4 * HOUR

moments = st.integers(0, 400 * DAY).map(lambda seconds: MONDAY + seconds)


def copy(folder: Path, at: int, what: str = ".db", guild_id: int = GUILD) -> Path:
    """A copy of that time, as far as its name goes."""
    path = folder / f"{guild_id}-{datetime.fromtimestamp(at, UTC):{STAMP}}{what}"
    path.write_bytes(b"")
    return path


def days_of(times: set[int]) -> list[str]:
    """Times as the days they are on, newest first."""
    return [f"{datetime.fromtimestamp(at, UTC):%a %d %b}" for at in sorted(times, reverse=True)]


# Which ones


def test_seven_days_then_the_last_of_each_of_four_weeks_stay() -> None:
    assert days_of(to_keep(MONDAY + NIGHT + day * DAY for day in range(60))) == [
        *("Thu 11 Mar", "Wed 10 Mar", "Tue 09 Mar", "Mon 08 Mar", "Sun 07 Mar", "Sat 06 Mar", "Fri 05 Mar"),
        *("Thu 04 Mar", "Sun 28 Feb", "Sun 21 Feb", "Sun 14 Feb"),
    ]


def test_of_several_copies_of_a_day_the_newest_stays() -> None:
    assert to_keep([MONDAY, MONDAY + HOUR, MONDAY + DAY - 1, MONDAY + DAY]) == {MONDAY + DAY - 1, MONDAY + DAY}


def test_copies_made_rarely_stay_longer() -> None:
    monthly = [MONDAY + month * 30 * DAY for month in range(15)]
    assert to_keep(monthly) == set(monthly[-11:])
    assert to_keep([]) == set()


@given(st.lists(st.booleans(), max_size=150), st.integers(1, 120), st.integers(0, DAY - 1))
def test_months_of_nights_leave_eleven_copies_that_reach_back_three_to_five_weeks(
    before: list[bool], in_a_row: int, hour: int
) -> None:
    """Each night a copy and a rotation; on some of those `before`, the machine was off."""
    stand: set[int] = set()
    for night, made in enumerate([*before, *[True] * in_a_row]):
        now = MONDAY + night * DAY + hour
        if made:
            stand = to_keep({*stand, now})
            assert max(stand) == now
            assert len(stand) <= 11
            assert to_keep(stand) == stand
        if night >= len(before) + 5 * 7:
            assert len(stand) == 11
            assert 3 * WEEK <= now - min(stand) <= 5 * WEEK


@given(st.sets(moments, min_size=1))
def test_the_newest_of_each_of_seven_days_and_of_four_weeks_is_always_among_them(times: set[int]) -> None:
    kept = to_keep(times)
    days = sorted({at // DAY for at in times}, reverse=True)[:7]
    weeks = sorted({(at - MONDAY) // WEEK for at in times}, reverse=True)[:4]
    assert {max(at for at in times if at // DAY == day) for day in days} <= kept
    assert {max(at for at in times if (at - MONDAY) // WEEK == week) for week in weeks} <= kept
    assert kept <= times
    assert len(kept) <= 11
    assert to_keep(kept) == kept


# Files


def test_the_others_are_deleted_and_nothing_else_is_touched(tmp_path: Path) -> None:
    nights = [copy(tmp_path, MONDAY + day * DAY) for day in range(60)]
    left_alone = [
        copy(tmp_path, MONDAY, guild_id=GUILD + 1),
        copy(tmp_path, MONDAY, guild_id=int(f"{GUILD}"[:-1])),
        copy(tmp_path, MONDAY, "-mine.db"),
        copy(tmp_path, MONDAY, ".db.gz"),
        tmp_path / f"{GUILD}.db",
        tmp_path / f"{GUILD}-20271331T000000Z.db",
        tmp_path / "notes.txt",
    ]
    for path in left_alone:
        path.write_bytes(b"")
    gone = rotate(tmp_path, GUILD)
    assert len(gone) == 49
    assert sorted(tmp_path.iterdir()) == sorted([*left_alone, *(set(nights) - set(gone))])
    assert nights[-1].exists()
    assert rotate(tmp_path, GUILD) == []


def test_a_folder_that_is_not_there_yet_needs_no_rotation(tmp_path: Path) -> None:
    assert rotate(tmp_path / "backups", GUILD) == []
    assert oldest_backup(tmp_path / "backups") is None


def test_a_copy_made_before_a_migration_stays_thirty_days_at_least(tmp_path: Path) -> None:
    before = copy(tmp_path, MONDAY + HOUR, "-before-0002.db")
    for day in range(30):
        copy(tmp_path, MONDAY + 2 * HOUR + day * DAY)
        rotate(tmp_path, GUILD)
        assert before.exists(), day
    copy(tmp_path, MONDAY + 2 * HOUR + 30 * DAY)
    assert before in rotate(tmp_path, GUILD)


def test_a_copy_made_before_a_migration_counts_as_one_of_its_time(tmp_path: Path) -> None:
    before = copy(tmp_path, MONDAY + HOUR, "-before-0002.db")
    early = copy(tmp_path, MONDAY)
    assert rotate(tmp_path, GUILD) == [early]
    copy(tmp_path, MONDAY + 90 * DAY)
    assert rotate(tmp_path, GUILD) == []
    assert before.exists()


def test_a_copy_that_was_never_finished_goes_a_day_later(tmp_path: Path) -> None:
    half, other = copy(tmp_path, MONDAY, ".part"), copy(tmp_path, MONDAY, ".part", GUILD + 1)
    copy(tmp_path, MONDAY + DAY)
    assert rotate(tmp_path, GUILD) == []  # it may still be written
    copy(tmp_path, MONDAY + DAY + 1)
    assert half in rotate(tmp_path, GUILD)
    assert other.exists()


def test_the_oldest_backup_is_that_of_any_association(tmp_path: Path) -> None:
    copy(tmp_path, MONDAY + DAY)
    copy(tmp_path, MONDAY, "-before-0002.db", GUILD + 1)
    copy(tmp_path, MONDAY - DAY, ".part")
    (tmp_path / "old.db").write_bytes(b"")
    assert oldest_backup(tmp_path) == MONDAY
    assert list(backups(tmp_path, GUILD).values()) == [MONDAY + DAY]


def test_a_file_from_before_a_restore_goes_thirty_days_later(tmp_path: Path) -> None:
    for name in ("1.before-restore", "1.before-restore-2", "1.before-restore-2-wal", "1.db"):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (MONDAY, MONDAY))
    os.utime(tmp_path / "1.before-restore-2", (MONDAY + DAY, MONDAY + DAY))
    assert forget_asides(tmp_path, MONDAY + 30 * DAY) == []
    gone = [path.name for path in forget_asides(tmp_path, MONDAY + 31 * DAY)]
    assert gone == ["1.before-restore", "1.before-restore-2-wal"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.before-restore-2", "1.db"]


# The ledger


def remembered(folder: Path, *member_ids: int) -> list[int]:
    """Which of these erasures the ledger still holds."""
    return Ledger(folder).erased_since(GUILD, list(member_ids), 0)


def test_old_lines_are_dropped_and_the_others_stay(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger.shorten(MONDAY) == 0
    ledger.record(GUILD, ANNA, MONDAY - 1)
    ledger.record(GUILD, BRUNO, MONDAY)
    with (tmp_path / "erasures").open("ab") as file:
        file.write(b"18000\xff\n")  # the power went: what can't be read is not for us to judge
    assert ledger.shorten(MONDAY) == 1
    assert remembered(tmp_path, ANNA, BRUNO) == [BRUNO]
    assert (tmp_path / "erasures").read_bytes().endswith(b"\n18000\xff\n")
    assert (tmp_path / "erasures").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.glob("*.part")] == []
    ledger.record(GUILD, ANNA, MONDAY + 1)
    assert remembered(tmp_path, ANNA, BRUNO) == [ANNA, BRUNO]


def test_a_ledger_without_old_lines_is_not_written_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.record(GUILD, ANNA, MONDAY)
    before = (tmp_path / "erasures").stat()
    assert ledger.shorten(MONDAY) == 0
    assert (tmp_path / "erasures").stat().st_ino == before.st_ino


@pytest.mark.parametrize("fails", ["sync", "replace"])
def test_a_shortening_that_fails_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    ledger = Ledger(tmp_path)
    ledger.record(GUILD, ANNA, MONDAY - 1)
    ledger.record(GUILD, BRUNO, MONDAY)
    with monkeypatch.context() as trouble:
        trouble.setattr(*((files, "sync", full) if fails == "sync" else (Path, "replace", full)))
        with pytest.raises(OSError, match="No space"):
            ledger.shorten(MONDAY)
    assert remembered(tmp_path, ANNA, BRUNO) == [ANNA, BRUNO]
    assert ledger.shorten(MONDAY) == 1


def test_an_erasure_written_down_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """Several write, each with a ledger object of its own, while old lines are dropped again and again."""
    members = range(1, 201)
    done = threading.Event()

    def erase(some: range) -> None:
        for member_id in some:
            Ledger(tmp_path).record(GUILD, member_id, MONDAY)
            Ledger(tmp_path).record(GUILD, member_id, MONDAY - 1)

    def shorten() -> None:
        while not done.is_set():
            Ledger(tmp_path).shorten(MONDAY)

    Ledger(tmp_path).record(GUILD, ANNA, MONDAY - 1)  # makes the key
    writing = [threading.Thread(target=erase, args=(members[first::4],)) for first in range(4)]
    shortening = threading.Thread(target=shorten)
    for thread in (shortening, *writing):
        thread.start()
    for thread in writing:
        thread.join()
    done.set()
    shortening.join()
    Ledger(tmp_path).shorten(MONDAY)
    assert Ledger(tmp_path).erased_since(GUILD, list(members), MONDAY) == list(members)
    assert remembered(tmp_path, ANNA) == []
    assert len((tmp_path / "erasures").read_text().split("\n\n")) <= len(members) + 1


@pytest.mark.parametrize(
    ("oldest", "age", "stays"),
    [
        (None, 60 * DAY, True),
        (None, 60 * DAY + 1, False),
        (10 * DAY, 60 * DAY, True),
        (10 * DAY, 60 * DAY + 1, False),
        (90 * DAY, 90 * DAY, True),
        (90 * DAY, 90 * DAY + 1, False),
    ],
)
def test_the_ledger_remembers_as_long_as_the_oldest_backup_and_sixty_days(
    tmp_path: Path, oldest: int | None, age: int, stays: bool
) -> None:
    if oldest is not None:
        (tmp_path / "backups").mkdir()
        copy(tmp_path / "backups", MONDAY - oldest, guild_id=GUILD + 1)
        copy(tmp_path / "backups", MONDAY)
    Ledger(tmp_path).record(GUILD, ANNA, MONDAY - age)
    assert shorten_ledger(tmp_path, MONDAY) == (0 if stays else 1)
    assert remembered(tmp_path, ANNA) == ([ANNA] if stays else [])
