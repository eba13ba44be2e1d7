"""The demo's story: always the same for a seed, told in both languages through the bot's own commands."""

from __future__ import annotations

import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import pytest_asyncio

from bot.demo import ritual
from bot.demo.serve import set_the_stage
from bot.demo.stage import Stage
from bot.demo.story import FIELDS, LANGUAGES, live_on, load, terminal
from bot.demo.team import TEAM
from bot.settings import CODE_DATA
from bot.storage import preferences as prefs
from cogs import introductions, moderation
from cogs.introductions import rules


def told(stage: Stage) -> list[tuple[str, str]]:
    """The introductions channel as it reads: when each card came, its text, and what people answered under it."""
    channels = [stage.hall, *stage.hall.threads]
    return [
        (message.created_at.isoformat(), message.content or _text(message))
        for channel in channels
        for message in channel.history()
    ]


def _text(message: discord.Message) -> str:
    found = [part for top in message.components for part in getattr(top, "children", ())]
    return "\n".join(part.content for part in found if isinstance(part, discord.TextDisplay))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def french() -> AsyncIterator[Stage]:
    """The French story, told once for all who look at it, and soon enough. The English one is told in
    `test_serve.py`."""
    started = time.process_time()  # a busy machine is no failure
    async with set_the_stage(load("fr", 1)) as stage:
        assert time.process_time() - started < 15
        yield stage
        assert stage.env.errors == []


def check_that_it_lives(stage: Stage) -> None:
    """A dozen people introduced themselves over some days, and were answered."""
    cards = [message for message in stage.hall.history() if message.components]
    assert len(cards) >= 1 + 12  # the panel, and them
    assert sum(len(thread.history()) for thread in stage.hall.threads) >= 6
    assert len({message.created_at.date() for message in cards}) >= 5
    check_that_the_team_has_something_to_do(stage)
    assert stage.env.errors == []


def check_that_the_team_has_something_to_do(stage: Stage) -> None:
    """Set-up is done, somebody welcomes by the rota, somebody outside the team is named, a report waits."""
    chosen = stage.association.preferences
    hosts = [stage.organiser, *(stage.people[name] for name in TEAM["hosts"])]
    assert chosen[introductions.HOST] in {host.id for host in hosts}
    assert chosen[prefs.ORGANISERS_ROLE] == stage.team.id
    assert chosen[moderation.REFERENT] == stage.people[TEAM["referent"]].id
    waiting = stage.words("moderation-line", number=1, urgent="no", since="", state="open").split(" · ")[0]
    assert waiting in _text(stage.office.history()[-1])


async def test_the_same_seed_tells_the_same_story_and_leaves_nothing_behind(french: Stage) -> None:
    check_that_it_lives(french)
    story = load("fr", 1)
    assert story == load("fr", 1)
    assert story.events != load("fr", 2).events
    async with set_the_stage(story) as stage:
        assert told(stage) == told(french)
        folder = stage.bot.house.settings.data_dir
        assert list(folder.glob("*.db"))
    assert not folder.exists()
    assert not list(stage.bot.house.associations)


async def test_newcomers_have_not_introduced_themselves() -> None:
    story = load("fr")
    newcomers = [person for person in story.people if person.role == "newcomer"]
    assert len(newcomers) == 2
    assert all(not person.fields for person in newcomers)


def test_both_languages_say_the_same_things() -> None:
    french, english = load("fr"), load("en")
    assert [(p.name, p.trade, set(p.fields)) for p in french.people] == [
        (p.name, p.trade, set(p.fields)) for p in english.people
    ]
    assert terminal("fr").keys() == terminal("en").keys()
    for said in (text for language in LANGUAGES for key, text in terminal(language).items() if key.startswith("try")):
        assert "{" not in said.format(newcomer="Camille", organiser="Ondine", write="…", **TEAM)


def test_what_people_write_fits_the_form() -> None:
    trades = (CODE_DATA / "trades.toml").read_text(encoding="utf-8")
    for language in LANGUAGES:
        for person in load(language).people:
            if person.fields:
                assert set(person.fields) <= set(FIELDS)
                assert rules.read(person.fields).what
                assert f'id = "{person.trade}"' in trades


async def test_a_stage_that_fails_to_open_closes_what_it_had_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(_: Stage) -> None:
        raise RuntimeError("no server")

    monkeypatch.setattr(Stage, "_build", fails)
    with tempfile.TemporaryDirectory() as folder, pytest.raises(RuntimeError, match="no server"):
        async with Stage(Path(folder), load("fr")):
            raise AssertionError("never reached")


@pytest.mark.asyncio(loop_scope="module")
async def test_the_demo_jumps_to_next_monday_and_on_and_shows_the_digest_and_questions(french: Stage) -> None:
    async def people() -> None:
        await live_on(french, load("fr"))

    before = _asked(french)
    assert len(before) >= 4
    await ritual.jump(french, "monday", people)
    digest = _text(french.digest.history()[-1])
    assert "9 mars 2026" in digest
    assert "Où trouver une table de coupe" in digest
    await ritual.jump(french, "monday", people)
    assert "On cherche un coup de main" in _asked(french)[-1]
    await ritual.jump(french, "monday", people)
    assert len(_asked(french)) == len(before) + 2  # people answered, so that the rhythm holds


def _asked(stage: Stage) -> list[str]:
    return [_text(message) for message in stage.questions.history() if message.components]
