"""Both languages say the same things, every key is used and every key used exists, and the tone is kept."""

from __future__ import annotations

import ast
import hashlib
import re
from functools import cache
from itertools import product

import pytest

from bot.people.members import NOTICE_VERSION
from bot.storage.preferences import declared as preferences
from bot.ui.actions import parse
from bot.ui.forms import declared
from bot.words.i18n import LANGUAGES, VOICES, Words, WordsError
from bot.words.text import Safe
from tests.house.tree import commands_of, load
from tests.house.wording import calls, named_in_code, wording

FRENCH, ENGLISH = wording("fr"), wording("en")

NOTICES = {1: "815e", 2: "815e"}
"""The beginning of the hash of each notice that people were asked to accept. When the wording of the notice changes,
decide: did its meaning change? Then raise NOTICE_VERSION and everybody is asked again; if not, put the new hash in
place of the old one."""


def test_both_languages_have_the_same_messages_and_attributes() -> None:
    assert set(FRENCH) == set(ENGLISH)


def test_both_languages_use_the_same_variables() -> None:
    assert [key for key in FRENCH if FRENCH[key].variables != ENGLISH[key].variables] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_distinguishes_voices_has_a_word_for_both(language: str) -> None:
    for key, entry in wording(language).items():
        assert all(voices == set(VOICES) for voices in entry.voices), key


def test_every_message_can_be_said_in_every_voice() -> None:
    for language, voice in product(LANGUAGES, VOICES):
        words = Words(language, voice)
        for key, entry in wording(language).items():
            said = words.plain(key, **dict.fromkeys(entry.variables, "x"))
            assert said.strip(), (language, key)
            assert "{" not in said, (language, key)


def test_a_missing_message_or_variable_is_an_error() -> None:
    words = Words("fr")
    with pytest.raises(WordsError):
        words.plain("no-such-message")
    with pytest.raises(WordsError):
        words.plain("kernel-apology")
    with pytest.raises(WordsError):
        words.plain("kernel-apology.description", reference="x")
    assert not words.has("kernel-apology.description")


def test_values_are_escaped_in_messages_and_not_in_labels() -> None:
    words = Words("fr")
    assert "\\*x\\*" in words("kernel-apology", reference="*x*")
    assert "\\" not in words("kernel-apology", reference=Safe("*x*"))
    assert "\\" not in words.plain("kernel-apology", reference="*x*")


# Keys and code


@cache
def _command_keys() -> frozenset[str]:
    """The keys that `bot.ui.commands` makes of the command tree."""
    return frozenset(
        key for _, key, described in commands_of() for key in ((key, f"{key}.description") if described else (key,))
    )


def test_every_message_is_used() -> None:
    unused = [
        key
        for key in FRENCH
        if not named_in_code(key) and key not in _command_keys() and key.split(".")[0] not in _field_keys()
    ]
    assert unused == []


@cache
def _field_keys() -> frozenset[str]:
    """The keys that `bot.ui.forms` makes of the fields."""
    load()
    fields = [(f"{form.words}-{field.name}", field.options) for form in declared.values() for field in form.fields]
    return frozenset({key for key, _ in fields} | {f"{key}-{code}" for key, codes in fields for code in codes})


def test_every_hint_and_example_belongs_to_a_field() -> None:
    fields = _field_keys()
    assert {key.split(".")[0] for key in FRENCH if key.endswith((".hint", ".example"))} <= fields
    assert fields | {form.words for form in declared.values()} <= set(FRENCH)


SAID_BY = {"words", "plain", "Refusal", "answer", "send_file", "t"}


def test_every_key_that_is_said_exists() -> None:
    """Literal keys at the places where words are said."""
    missing = []
    for path, call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        first = call.args[0] if call.args else None
        if name not in SAID_BY or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
            continue
        if first.value not in FRENCH:
            missing.append(f"{path.name}:{call.lineno} {first.value}")
    assert missing == []


def test_the_variables_that_are_given_are_those_that_are_said() -> None:
    """For calls whose key and names are plain to see; the rest is met by the stories."""
    wrong = []
    for path, call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if (
            name not in {"words", "plain", "Refusal", "answer"}
            or not call.args
            or not isinstance(call.args[0], ast.Constant)
        ):
            continue
        given = {keyword.arg for keyword in call.keywords if keyword.arg} - {"offers"}
        if None in {keyword.arg for keyword in call.keywords} or call.args[0].value not in FRENCH:
            continue
        everywhere = {"aide", "installer"} if name == "Refusal" else set()  # `Press.refuse` gives these by itself
        if given != FRENCH[call.args[0].value].variables - everywhere:
            wrong.append(f"{path.name}:{call.lineno} {call.args[0].value} {given}")
    assert wrong == []


def test_every_offer_has_a_label_and_a_handler() -> None:
    load()
    offers = [
        element.value
        for _, call in calls()
        for keyword in call.keywords
        if keyword.arg == "offers" and isinstance(keyword.value, ast.Tuple)
        for element in keyword.value.elts
        if isinstance(element, ast.Constant)
    ]
    assert offers
    for offer in offers:
        assert f"offer-{str(offer).replace(':', '-')}" in FRENCH
        parse(str(offer))


def test_every_preference_that_is_shown_has_a_name() -> None:
    assert all(f"preference-{name}" in FRENCH for name in preferences)


def test_everything_that_can_be_scheduled_or_sent_has_a_name() -> None:
    house = load().house
    names = {kind.name for kind in house.jobs} | set(house.outbox.kinds)
    assert [name for name in sorted(names) if f"due-{name.replace(':', '-')}" not in FRENCH] == []


# Tone


def test_french_needs_no_midpoint_and_raises_no_voice() -> None:
    for key, entry in FRENCH.items():
        assert not re.search(r"\w·\w", entry.text), key
        assert "!" not in entry.text, key
        assert "(e)" not in entry.text, key
        assert "…" in entry.text or "..." not in entry.text, key
        assert "'" not in entry.text.replace("`", ""), f"{key}: a typographic apostrophe, please"


def _notice(language: str, voice: str) -> str:
    words = Words(language, voice)
    values = {"association": "Les Indés de la Mayenne", "contact": "bonjour@indes53.fr", "full": "/moi confidentialite"}
    return f"{words.plain('notice-title')} {words.plain('notice', **values)}"


@pytest.mark.parametrize(("language", "voice"), list(product(LANGUAGES, VOICES)))
def test_the_notice_is_short(language: str, voice: str) -> None:
    said = re.findall(r"[^\W_][\w’'@./-]*", _notice(language, voice))
    assert len(said) <= 60, len(said)


def test_a_changed_notice_asks_for_a_decision() -> None:
    said = "\n".join(_notice(language, voice) for language, voice in product(LANGUAGES, VOICES))
    mark = hashlib.sha256(" ".join(said.split()).encode()).hexdigest()
    assert mark.startswith(NOTICES[NOTICE_VERSION]), f"the notice changed; its hash begins with {mark[:4]}"
