"""One's data in sentences, and as files: nothing is missing, nothing runs, nothing leads to others' ids."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import discord
import pytest

from bot.people.members import Member
from bot.words.i18n import LANGUAGES, VOICES, Words
from cogs.privacy import data_cards, exporting, telling
from tests.house.tree import load

HOUSE = load().house
ME, OTHER = 5, 7
AT = 1_800_000_000
THANKS = {"giver_id": ME, "receiver_id": OTHER, "reason": "la *relecture*", "at": AT}


def _told(words: Words, rows: dict[str, list[dict[str, Any]]]) -> list[telling.Told]:
    return telling.told(words, HOUSE.catalogue, HOUSE.register, ME, rows)


def test_a_sentence_says_who_else_is_in_it_and_as_what_one_is() -> None:
    (given,) = _told(Words("fr"), {"thanks": [THANKS]})
    assert given.sentences == [f"Un merci à <@{OTHER}>, le <t:{AT}:D> · «\u202fla \\*relecture\\*\u202f»"]
    (got,) = _told(Words("fr"), {"thanks": [{**THANKS, "giver_id": None, "receiver_id": ME, "reason": ""}]})
    assert got.sentences == [f"Un merci de quelqu’un, le <t:{AT}:D>"]


def test_what_belongs_to_a_thing_is_told_with_it() -> None:
    tip = {"author_id": ME, "title": "Un titre", "body": "Un texte", "state": "standing", "created_at": AT}
    (found,) = _told(Words("fr"), {"tips": [tip], "tip_tags": [{"tip_id": 1, "label": "devis"}]})
    assert [("devis" in sentence, "Un titre" in sentence) for sentence in found.sentences] == [
        (False, True),
        (True, False),
    ]


def test_letters_of_a_kind_that_are_over_are_told_together() -> None:
    sent = {"kind": "prompts:asked", "state": "sent", "due_at": AT, "member_id": ME}
    waits = {**sent, "state": "waiting", "sent_at": None}
    letters = [{**sent, "sent_at": AT + number} for number in (1, 3, 2)] + [waits, waits]
    (found,) = _told(Words("fr"), {"letters": letters})
    assert found.sentences[0].startswith("3 mots du bot")
    assert f"<t:{AT + 3}:D>" in found.sentences[0]
    assert len(found.sentences) == 3


def test_what_looks_like_a_date_and_is_none_is_told_as_it_was_typed() -> None:
    (found,) = _told(Words("fr"), {"thanks": [{**THANKS, "reason": "2026-13-45"}]})
    assert "2026-13-45" in found.sentences[0]


def test_codes_are_told_by_their_names() -> None:
    rows = {
        "deadline_topics": [{"member_id": ME, "topic": "income-tax.zone-1", "at": AT}],
        "deadline_done": [{"member_id": ME, "deadline": "fr-vat-monthly.2026-01-15", "at": AT}],
        "publications": [{"member_id": ME, "kind": "help_requests:card", "title": ""}],
    }
    for language in LANGUAGES:
        said = " ".join(sentence for told in _told(Words(language), rows) for sentence in told.sentences)
        for code in ("income-tax", "fr-vat-monthly", "none"):
            assert code not in said


def test_an_act_of_the_team_says_what_it_was_and_whether_one_did_or_met_it() -> None:
    act = {"actor_id": None, "target_id": ME, "act": "warned", "at": AT, "reason": "Un mot"}
    (met,) = _told(Words("fr"), {"case_acts": [act]})
    assert met.sentences == [
        f"Décidé par l’équipe à ton sujet, le <t:{AT}:D>\u202f: règle rappelée · «\u202fUn mot\u202f»"
    ]
    (did,) = _told(Words("fr"), {"case_acts": [{**act, "actor_id": ME, "target_id": None, "reason": None}]})
    assert did.sentences == [f"Noté de ta part dans un signalement, le <t:{AT}:D>\u202f: règle rappelée"]


def test_a_table_without_a_sentence_is_named_rather_than_left_out() -> None:
    holding = next(iter(HOUSE.register))
    said = telling.sentence(Words("fr"), HOUSE.catalogue, holding, "no-such-table", ME, {"id": ME})
    assert "no-such-table" in said


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_row_can_be_told(language: str, voice: str) -> None:
    """Each table with nothing but its columns, as the emptiest row there may be."""
    words = Words(language, voice)
    for holding in HOUSE.register:
        for table in (holding.table, *holding.details):
            for value in (None, AT):
                row = _Anything(value, **dict.fromkeys(holding.columns, ME))
                assert telling.sentence(words, HOUSE.catalogue, holding, table, ME, row).strip()


class _Anything(dict[str, Any]):
    """A row that has every column that a sentence may ask for."""

    NAMES = (
        "at name kind state label title body what when question trade zone updated_at created_at due_at expires_at "
        "sent_at asks_a_week paused_until dm_closed_at purpose joined_at shown asked_at line details worked answer "
        "reason rhythm how coming says said_at text word topic deadline which jurisdiction subject why began_at said "
        "opened_at closed_at until decided_at first_day last_day monday notice_at notice_version seen_on paused_at "
        "role urgent sort act feature decision side words category who code"
    )

    def __init__(self, value: Any, **columns: Any) -> None:
        super().__init__({**dict.fromkeys(self.NAMES.split(), value), "kind": "", "name": "", "side": None, **columns})


def test_pages_are_never_too_long_and_lose_nothing() -> None:
    words, member = Words("fr"), Member(ME, "present", 1, AT, None, None)
    found = _told(words, {"thanks": [{**THANKS, "reason": f"raison {number} {'x' * 280}"} for number in range(60)]})
    pages = [data_cards.data(words, member, found, number) for number in range(40)]
    assert all(view.content_length() <= 4000 for view in pages)
    shown = "\n".join(
        item.content for view in pages for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)
    )
    assert all(f"raison {number} " in shown for number in range(60))


def test_the_export_holds_it_all_and_runs_in_no_spreadsheet() -> None:
    tables = {"thanks": [{**THANKS, "reason": '=HYPERLINK("x")'}], "ties": []}
    content = exporting.archive(Words("fr"), "Les Indés", AT, HOUSE.register, tables)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert set(file.namelist()) == {"LISEZ-MOI.txt", "comptoir.json", "thanks.csv"}
        found = json.loads(file.read("comptoir.json"))
        (line,) = csv.DictReader(io.StringIO(file.read("thanks.csv").decode("utf-8-sig")))
    assert found["tables"]["thanks"][0]["reason"] == '=HYPERLINK("x")'
    assert found["purposes"]["thanks"]["kept"] == "12 mois après avoir été noté"
    assert line["reason"] == '\'=HYPERLINK("x")'
    assert line["giver_id"] == str(ME)
