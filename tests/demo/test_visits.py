"""A visit's script is read in both languages, and what is wrong with it is said with its file, step and word."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo import run, visits
from bot.demo.lobby.tour import STEPS
from bot.demo.story import load
from bot.demo.visits import prepare, visitor
from bot.demo.visits.script import Act, BadScript, CannotVisit, read

SCRIPTS = sorted(Path(visits.__file__).parent.glob("*.toml"))


def script(folder: Path, text: str) -> Path:
    """A file with a script."""
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_our_scripts_are_the_same_visit_in_both_languages(path: Path) -> None:
    french, english = (read(path, language) for language in ("fr", "en"))
    assert [step.name for step in french.steps] == [step.name for step in english.steps]
    assert [set(step.fields) for step in french.steps] == [set(step.fields) for step in english.steps]


def test_the_tour_tries_each_step_and_sees_it_done() -> None:
    steps = read(Path(visits.__file__).with_name("tour.toml"), "fr").steps
    assert tuple(step.about for step in steps if step.name == "done") == STEPS


def test_words_are_a_key_or_both_languages_or_need_no_translation(tmp_path: Path) -> None:
    path = script(
        tmp_path,
        'steps = [{ press = "intro-publish" }, { see = { fr = "Laval", en = "Laval!" } }, { see = "53" },'
        ' { command = "qui-fait un devis" }, { command = "moi effacer" }, { fill = { what = "intro-publish" } }]',
    )
    assert read(path, "en").steps == (
        Act("press", "Publish"),
        Act("see", "Laval!"),
        Act("see", "53"),
        Act("command", "qui-fait", ("un devis",)),
        Act("command", "moi effacer"),
        Act("fill", "", fields={"what": "intro-publish"}),
    )
    assert read(path, "fr").steps[0] == Act("press", "Publier")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "mine.toml: 'steps' is missing, a list of tables with one act each."),
        ("steps = []", "mine.toml: 'steps' is missing, a list of tables with one act each."),
        ("steps = 3", "mine.toml: 'steps' is missing, a list of tables with one act each."),
        ("steps = [", "mine.toml is no TOML: "),
        ('stages = [{ open = "hall" }]', "mine.toml: 'stages' means nothing here;"),
        ('window = [10, 800]\nsteps = [{ open = "hall" }]', "mine.toml: 'window' is [width, height] in pixels"),
        ('steps = ["open"]', "mine.toml, step 1: a step is a table with exactly one act, here none."),
        ('steps = [{ open = "hall", see = "53" }]', "mine.toml, step 1: a step is a table with exactly one act, here "),
        ('steps = [{ open = "hall" }, { dance = "x" }]', "mine.toml, step 2: 'dance' is no act; there are 'seat', "),
        ('steps = [{ seat = "boss" }]', "mine.toml, step 1: 'seat' can't be 'boss'; it is one of 'newcomer', "),
        ('steps = [{ open = "cellar" }]', "mine.toml, step 1: 'open' can't be 'cellar'; it is one of 'lounge', "),
        ("steps = [{ open = [] }]", "mine.toml, step 1: 'open' can't be []; it is one of"),
        ('steps = [{ travel = "easter" }]', "mine.toml, step 1: 'travel' can't be 'easter'; it is one of 'hour', "),
        ('steps = [{ go = "home" }]', "mine.toml, step 1: 'go' can't be 'home'; it is one of 'introduce', "),
        ('steps = [{ done = "all" }]', "mine.toml, step 1: 'done' can't be 'all'; it is one of 'introduce', "),
        ('steps = [{ picture = "../x" }]', "mine.toml, step 1: 'picture' can't be '../x'; a picture's name is small "),
        ('steps = [{ press = "intro-nothing" }]', "mine.toml, step 1: 'press' names no wording: there is no 'intro-n"),
        ('steps = [{ see = "intro-none-of" }]', "mine.toml, step 1: 'see' can't use 'intro-none-of', which needs val"),
        ('steps = [{ see = { fr = "Bonjour" } }]', "mine.toml, step 1: 'see' needs words in every language: { fr = "),
        ('steps = [{ see = "" }]', "mine.toml, step 1: 'see' needs words or a wording key, here ''."),
        ("steps = [{ look = 3 }]", "mine.toml, step 1: 'look' needs words or a wording key, here 3."),
        ('steps = [{ fill = "Laval" }]', "mine.toml, step 1: 'fill' is a table: each field of the form with what is "),
        (
            "steps = [{ fill = { where = 53 } }]",
            "mine.toml, step 1: 'fill.where' needs words or a wording key",
        ),
        ('steps = [{ command = "/moi" }]', "mine.toml, step 1: there is no command '//moi'; write its French name w"),
    ],
)
def test_what_is_wrong_is_said_with_file_step_and_word(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadScript) as refused:
        read(script(tmp_path, text), "fr")
    assert str(refused.value).startswith(said)


def test_a_script_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadScript, match=r"^nowhere\.toml can't be read: No such file or directory\.$"):
        read(tmp_path / "nowhere.toml", "fr")


async def test_a_bad_script_ends_with_one_sentence_before_the_story_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def tell(*_: object) -> None:
        raise AssertionError("too late")

    monkeypatch.setattr("bot.demo.serve.tell", tell)
    path = script(tmp_path, 'steps = [{ seat = "boss" }]')
    assert await run(script=path) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("mine.toml, step 1: ")
    assert said.err.count("\n") == 1


def test_without_chromium_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("playwright", reason="playwright is not installed")
    monkeypatch.setattr(visitor, "CHROMIUM", ("no-such-browser",))
    with pytest.raises(CannotVisit, match=r"^A script needs Chromium: on Debian .*, sudo apt install chromium\.$"):
        prepare(script(tmp_path, 'steps = [{ open = "hall" }]'), None, load("fr"))
