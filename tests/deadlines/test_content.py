"""Copies that an association edits: a broken one is said before anything starts, and by `doctor`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import content
from bot.cli import app
from bot.doctor import Level, features_content
from bot.settings import CODE_DATA, Settings
from tests.deadlines.shelf import HEAD, entry
from tests.world import World, text_of


def own_copy(folder: Path, name: str, text: str) -> Path:
    """A file of an association's own."""
    path = folder / "content" / "deadlines" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def finding(folder: Path) -> tuple[Level, str]:
    """What doctor says of deadlines."""
    found = features_content(Settings(data_dir=folder, _env_file=None))
    (one,) = [each for each in found if each.subject == "deadlines"]
    return one.level, one.found


def test_doctor_says_what_is_in_use(tmp_path: Path) -> None:
    assert finding(tmp_path) == (Level.OK, "They can be read (as shipped).")
    own = own_copy(tmp_path, "fr.toml", (CODE_DATA / "deadlines" / "fr.toml").read_text(encoding="utf-8"))
    assert finding(tmp_path) == (Level.OK, f"They can be read (your copy, {own}).")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("fr.toml", "[jurisdiction", "fr.toml"),
        ("fr.toml", HEAD + entry(rule='{ kind = "weekly" }'), "xx-one: a rule is one of"),
        ("lu.toml", HEAD.replace('"xx"', '"fr"') + entry(), "another file is about fr too"),
        ("lu.toml", HEAD + entry(id='"fr-cfe-payment"'), "fr-cfe-payment: this id stands twice"),
        ("lu.toml", HEAD.replace("country", 'zones = ["Europe/Ys"]\ncountry') + entry(), "'Europe/Ys' is no time zone"),
        ("lu.toml", HEAD + entry(expected='"04-31"', level='"typed"'), "every year"),
        ("lu.toml", HEAD + entry(expected='"04-10"'), "expected goes with"),
        ("lu.toml", HEAD + entry(source=f'"https://{"x" * 300}"'), "300 characters at most"),
    ],
)
def test_a_broken_copy_is_named_at_the_start_and_by_doctor(
    tmp_path: Path, name: str, text: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = own_copy(tmp_path, name, text)
    level, found = finding(tmp_path)
    assert (level, reason in found, name in found) == (Level.FAIL, True, True)
    monkeypatch.chdir(tmp_path)
    environment = {"DATA_DIR": str(tmp_path), "DISCORD_TOKEN": "a.b.c"}
    told = CliRunner().invoke(app, ["run"], env=environment)
    assert (told.exit_code, reason in told.stderr) == (2, True)
    assert "Mend the file, or take it away" in told.stderr
    assert str(own) in told.stderr


async def test_an_edited_copy_is_what_members_see(tmp_path: Path) -> None:
    own_copy(tmp_path, "fr.toml", HEAD.replace("country", 'zones = ["Europe/Paris"]\ncountry') + entry())
    async with World(tmp_path) as world:
        shown = text_of(await world.join("Anna").slash(world.lounge, "echeances prochaines"))
        assert "Mercredi 30 septembre 2026" in shown
        assert "CFE" not in shown
    shutil.rmtree(tmp_path / "content")


def test_a_subject_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        content.declare(content.Content("deadlines", lambda _: (), list))
