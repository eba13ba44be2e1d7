"""`.env.example` and `Settings` say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.settings import Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_every_setting_stands_in_the_example() -> None:
    assert [name.lower() for name in dotenv_values(EXAMPLE)] == list(Settings.model_fields)


def test_the_example_as_it_is_gives_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)


def test_every_setting_of_the_example_is_explained() -> None:
    for paragraph in EXAMPLE.read_text(encoding="utf-8").split("\n\n"):
        *comments, last = paragraph.strip().splitlines()
        assert comments
        assert all(line.startswith("# ") for line in comments), paragraph
        assert "=" in last or last.startswith("# ")


def test_a_setting_that_is_left_empty_keeps_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", "")
    assert Settings(_env_file=None).data_dir == Path("data/associations")
