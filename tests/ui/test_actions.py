"""Custom ids come from outside: whatever they say, they name a handler or are refused."""

from __future__ import annotations

import asyncio
import random
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.ui.actions import Action, _selected, _split_guild, custom_id, parse, registered
from bot.words.text import CUSTOM_ID
from tests.house.tree import load

HOSTILE = [*string.printable, "é", "𝟙", "١", "²", "\u202e", "\0", "🦄", ":", "::", "@", "-1", "0x1", "9" * 19, "9" * 20]


@pytest.fixture(scope="module", autouse=True)
def loaded() -> list[Action]:
    """Every handler of every feature."""
    load()
    return list(registered())


def real(action: Action) -> str:
    """A custom id as our cards make it."""
    examples: dict[str, str | int] = {"int": 42, "str": "dev-web", "Rest": "tips:useful:42"}
    return custom_id(action.name, *(examples[kind] for kind in action.parameters))


def accepted(said: str) -> bool:
    """Parse; anything but a handler or a refusal fails the test."""
    try:
        found, arguments = parse(said)
    except Refusal:
        return False
    assert len(arguments) == len(found.parameters)
    for kind, value in zip(found.parameters, arguments, strict=True):
        assert isinstance(value, int if kind == "int" else str)
        assert kind != "int" or 0 <= int(value) < 2**63
    return True


def test_what_our_cards_say_is_understood(loaded: list[Action]) -> None:
    assert len(loaded) > 20
    assert all(accepted(real(action)) for action in loaded)


def test_five_thousand_forged_custom_ids_are_refused_or_understood(loaded: list[Action]) -> None:
    chance = random.Random(53)  # noqa: S311 (to be repeated)
    for _ in range(5000):
        said = list(real(chance.choice(loaded)))
        for _ in range(chance.randint(0, 4)):
            at = chance.randint(0, len(said))
            match chance.randint(0, 3):
                case 0:
                    del said[at:]
                case 1:
                    said.insert(at, chance.choice(HOSTILE))
                case 2:
                    del said[at : at + 1]
                case _:
                    said[at : at + 1] = [chance.choice(HOSTILE)]
        forged = "".join(said)[:CUSTOM_ID]
        accepted(forged)
        accepted(_split_guild(forged)[0])


@given(st.text(st.characters(), max_size=CUSTOM_ID))
@example("")
@example(":")
@example("kernel:accept")
@example("kernel:reopen:" + "9" * 80)
@example("kernel:reopen:-1")
@example("kernel:reopen:١")
@example("kernel:reopen:1:2")
@example("kernel:reopen:")
@example("KERNEL:REOPEN:1")
def test_no_text_breaks_the_parser(said: str) -> None:
    accepted(said)
    text, guild_id = _split_guild(said)
    assert said == text if guild_id is None else guild_id > 0


def test_a_forged_press_is_told_where_to_start_again() -> None:
    with pytest.raises(Refusal, match="kernel-stale-press"):
        parse("tips:forged:1")


def test_numbers_beyond_sixty_four_bits_are_refused() -> None:
    assert accepted(f"kernel:reopen:{2**63 - 1}")
    assert not accepted(f"kernel:reopen:{2**63}")


@pytest.mark.parametrize("value", ["9" * 19, "9" * 90, "x" * 101, "\0", "\ud800", "\u202e"])
def test_a_choice_that_no_select_of_ours_offers_is_refused(value: str) -> None:
    with pytest.raises(Refusal, match="kernel-stale-press"):
        _selected(["1", value])
    assert _selected(["", "dev-web", str(2**63 - 1)]) == ("", "dev-web", str(2**63 - 1))


def test_handlers_never_share_a_name() -> None:
    names = [action.name for action in registered()]
    assert len(names) == len(set(names))


def test_nothing_is_left_running_by_loading_the_features() -> None:
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
