"""Reading the files that people edit, and telling which entries can still be relied on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.settings import CODE_DATA, Settings
from cogs.deadlines.book import Book, files
from cogs.deadlines.entries import TRUSTED, Level
from cogs.deadlines.rules import Fixed
from tests.deadlines.shelf import HEAD, SHIPPED, entry, file

CHECKED = date(2026, 11, 23)


def test_an_entry_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    found = Book.load([file(tmp_path, entry(note='{ fr = "Attention" }', opt_in="true"))]).entries["xx-one"]
    assert (found.titles, found.notes) == ({"fr": "Une date", "en": "A date"}, {"fr": "Attention", "en": "Attention"})
    assert (found.rule, found.level, found.reminders) == (Fixed(9, 30), Level.COMPUTED, (7, 2))
    assert (found.topic.id, [one.id for one in found.audience]) == ("tax", ["all"])
    assert (found.checked, found.opt_in, found.jurisdiction.off) == (CHECKED, True, False)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": '"XX one"'}, "an id is"),
        ({"topic": '"vat"'}, "no topic"),
        ({"audience": '["you"]'}, "no audience"),
        ({"audience": '[["all"]]'}, "no audience"),
        ({"audience": "[]"}, "audience"),
        ({"fr": '" "'}, "text"),
        ({"fr": f'"{"x" * 101}"'}, "text"),
        ({"rule": '{ kind = "weekly" }'}, "a rule is one of"),
        ({"rule": '{ kind = "fixed", month = 2, day = 30 }'}, "every year"),
        ({"rule": '{ kind = "fixed", month = 2, date = 3 }'}, "can't be made of month, date"),
        ({"rule": '{ kind = "fixed-dates", days = 3 }'}, "can't be made of days"),
        ({"rule": '"fixed"'}, "rule can't be"),
        ({"rule": None}, "rule is missing"),
        ({"reminders": "[-7]"}, "reminders"),
        ({"reminders": "[true]"}, "reminders"),
        ({"level": '"sure"'}, "sure"),
        ({"level": '"typed"'}, "typed-yearly"),
        ({"level": '"window"'}, "rule window"),
        ({"source": '"urssaf"'}, "source"),
        ({"checked": None}, "checked is missing"),
        ({"checked": '"2026-11-23"'}, "checked can't be"),
        ({"valid_from": "2027-01-01", "valid_until": "2026-01-01"}, "valid_until"),
        ({"remindres": "[7]"}, "unknown: remindres"),
        ({"note": '{ fr = "a", de = "b" }'}, "xx-one"),
        ({"key": '[{ id = "a", fr = "a" }]'}, "keys go with"),
        ({"rule": '{ kind = "typed-yearly" }', "level": '"typed"'}, "can't be made|no key"),
        (
            {
                "rule": '{ kind = "typed-yearly" }',
                "level": '"typed"',
                "key": '[{ id = "a", fr = "a" }, { id = "a", fr = "b" }]',
            },
            "twice",
        ),
        ({"rule": '{ kind = "typed-yearly", keys = ["a"] }', "key": '[{ id = "a", fr = "a" }]'}, "typed"),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_entry(
    tmp_path: Path, changes: dict[str, str | None], reason: str
) -> None:
    path = file(tmp_path, entry(id='"xx-right"'), entry(**changes))
    with pytest.raises(ValueError, match=reason) as caught:
        Book.load([path])
    assert str(path) in str(caught.value)
    assert str(changes.get("id", "xx-one")).strip('"') in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[jurisdiction", "xx.toml"),
        ("", "jurisdiction is missing"),
        (HEAD, "entry is missing"),
        (HEAD.replace('"FR"', '"Nowhere"') + entry(), "no holidays are known of Nowhere"),
        (HEAD.replace('fr = "Impôt"', "") + entry(), "topic tax: fr is missing"),
        (HEAD.replace("[[topic]]", "[topic]") + entry(), "topic can't be"),
        ('entry = ["x"]' + HEAD, "not a table"),
        (HEAD + '[[topic]]\nid = "tax"\nfr = "Impôt"\n' + entry(), "topic tax: this id stands twice"),
        ("typo = 1" + HEAD + entry(), "unknown: typo"),
    ],
)
def test_a_file_that_makes_no_sense_is_named(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        Book.load([file(tmp_path, head=text)])
    assert "xx.toml" in str(caught.value)


def test_ids_and_jurisdictions_stand_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"xx\.toml: xx-one: this id stands twice"):
        Book.load([file(tmp_path, entry(), entry())])
    with pytest.raises(ValueError, match=r"yy\.toml: another file is about xx"):
        Book.load([file(tmp_path, entry()), file(tmp_path, entry(id='"yy-one"'), name="yy.toml")])


def test_a_copy_of_the_association_wins_and_a_new_file_counts(tmp_path: Path) -> None:
    own = tmp_path / "content" / "deadlines"
    own.mkdir(parents=True)
    file(own, entry(), head=HEAD.replace('"xx"', '"fr"'), name="fr.toml")
    file(own, entry(id='"lu-one"'), head=HEAD.replace('"xx"', '"lu"'), name="lu.toml")
    found = files(Settings(data_dir=tmp_path, _env_file=None))
    shipped = CODE_DATA / "deadlines"
    assert found == [shipped / "be.toml", shipped / "ch.toml", own / "fr.toml", own / "lu.toml", shipped / "qc.toml"]
    book = Book.load(found)
    assert [entry.id for entry in book.entries.values() if entry.jurisdiction.id in ("fr", "lu")] == [
        "xx-one",
        "lu-one",
    ]


# What can be relied on


def test_an_entry_unchecked_for_long_goes_to_organisers_instead_of_members(tmp_path: Path) -> None:
    book = Book.load([file(tmp_path, entry())])
    last = CHECKED + timedelta(days=TRUSTED - 1)
    assert ([e.id for e in book.current(last, {})], book.stale(last, {})) == (["xx-one"], [])
    after = last + timedelta(days=1)
    assert (book.current(after, {}), [e.id for e in book.stale(after, {})]) == ([], ["xx-one"])


def test_an_association_that_checked_by_itself_is_believed_as_long(tmp_path: Path) -> None:
    book = Book.load([file(tmp_path, entry())])
    own = {"xx-one": date(2028, 1, 10)}
    assert len(book.current(date(2028, 6, 1), own)) == 1
    assert len(book.stale(own["xx-one"] + timedelta(days=TRUSTED), own)) == 1


def test_what_is_over_concerns_nobody(tmp_path: Path) -> None:
    once = entry(id='"xx-once"', rule='{ kind = "once", on = 2027-09-01 }')
    book = Book.load([file(tmp_path, entry(valid_until="2027-09-01"), once)])
    assert len(book.current(date(2027, 9, 1), {})) == 2
    for day in (date(2027, 9, 2), date(2029, 1, 1)):
        assert book.current(day, {}) == book.stale(day, {}) == []


def test_what_is_off_waits_for_somebody_of_the_place() -> None:
    today = date(2026, 12, 1)
    confirmed = {"be-vat-quarterly": today}
    assert not any(entry.jurisdiction.off for entry in SHIPPED.current(today, {}))
    assert len(SHIPPED.unconfirmed(today, {})) == 11
    assert [e.id for e in SHIPPED.current(today, confirmed) if e.jurisdiction.id == "be"] == ["be-vat-quarterly"]
    assert "be-vat-quarterly" not in [entry.id for entry in SHIPPED.unconfirmed(today, confirmed)]
    long_after = today + timedelta(days=TRUSTED)
    assert "be-vat-quarterly" in [entry.id for entry in SHIPPED.stale(long_after, confirmed)]


def test_dates_that_organisers_type_never_grow_old() -> None:
    late = date(2040, 1, 1)
    assert [entry.id for entry in SHIPPED.current(late, {})] == ["fr-income-tax"]
    assert "fr-income-tax" not in [entry.id for entry in SHIPPED.stale(late, {})]
