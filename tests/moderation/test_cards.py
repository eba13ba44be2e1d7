"""What people see of reports, in every language and voice, with the longest content, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import discord
import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter
from bot.delivery.letters import State as Went
from bot.ui.letters import layout
from bot.ui.pager import Page
from bot.words.i18n import Words
from cogs.moderation import cards, letter_cards, rules, team_cards
from cogs.moderation.opening import PAGE
from cogs.moderation.reporting import PAGE as OWN
from cogs.moderation.rules import Act, Case, Entry, Person, Role, Someone, State
from tests.house.discord_rules import _message
from tests.moderation.test_rules import a_case

EVERY_VOICE: Final = [("fr", "tu"), ("fr", "vous"), ("en", "tu")]
BIG: Final = 2**62
LONG: Final = ("*_~|`<>[#@everyone\n" * 200)[: rules.SAID]


def many(role: Role, count: int, first: int = BIG) -> list[Person]:
    """So many people."""
    return [Person(role, Someone(first + number, f"{role}{number}")) for number in range(count)]


FULL: Final = replace(
    a_case(
        *many(Role.CONCERNED, rules.PEOPLE),
        *many(Role.NAMED, rules.PEOPLE, BIG + 100),
        *many(Role.READER, rules.READERS, BIG + 200),
        *many(Role.NAMESAKE, 30, BIG + 300),
        *many(Role.HANDLER, 1),
        said=LONG,
        readers="chosen",
    ),
    id=BIG,
    urgent=True,
    sort="advertising",
    channel_id=BIG,
    message_id=BIG,
    opened_at=BIG,
    closed_at=BIG,
)
EMPTY: Final = a_case(said="")


def in_every_state(case: Case) -> Iterator[Case]:
    """It as a draft, waiting, taken and closed."""
    for state in State:
        yield replace(case, state=state)


ENTRIES: Final = [
    Entry(BIG, BIG, act, BIG, Someone(BIG, "a"), Someone(BIG, "b"), LONG[: rules.NOTE]) for act in Act
] + [Entry(1, None, Act.REFERRED, 1, Someone(None, ""), Someone(None, "b"), "")]


def every_message(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Each card with the most, and the least, that it can hold."""
    ways = [cards.Way(referent, BIG, seen) for referent in (BIG, None) for seen in (True, False)]
    for case in (FULL, EMPTY):
        yield from (cards.draft(words, case, way, BIG) for way in ways)
        yield from (cards.sent(words, case, told=told, contact="x" * 100) for told in ("yes", "referent", "no"))
    for case in (*in_every_state(FULL), *in_every_state(EMPTY)):
        if case.state is not State.DRAFT:
            yield cards.waiting_line(words, case)
            yield team_cards.cases(words, Page([case] * PAGE, 1, 3), organiser=True)
            for mine in (True, False):
                yield team_cards.case(words, case, ENTRIES[:4], mine=mine, guild_id=BIG)
        own = [replace(case, id=case.id - n) for n in range(OWN)]
        yield cards.mine(words, Page(own, 1, 3), {one.id: BIG for one in own})
        yield cards.entrust(words, case)
    yield cards.mine(words, Page([], 0, 1), {})
    yield team_cards.cases(words, Page([], 0, 1), organiser=False)
    for first in range(0, len(ENTRIES), PAGE):
        yield team_cards.log(words, FULL, Page(ENTRIES[first : first + PAGE], 1, 3))
        yield team_cards.looks(words, Page(ENTRIES[first : first + PAGE], 1, 3))
    shown: list[Case | Entry] = [replace(FULL, state=State.OPEN), *ENTRIES[: PAGE - 1]]
    yield team_cards.history(words, Someone(BIG, "x"), Page(shown, 1, 3))
    yield team_cards.history(words, Someone(BIG, "x"), Page([], 0, 1))
    yield team_cards.choose_somebody(words)
    yield layout(BIG, words, list(every_letter(words)))


def every_letter(words: Words) -> Iterator[Sheet]:
    """Every letter about a case."""
    found: list[Any] = [letter_cards.progress(words, FULL, what, BIG) for what in ("taken", "closed", "untaken")]
    apart = replace(FULL, readers="all", referred_at=None)
    found += [letter_cards.progress(words, one, "untaken", BIG, another=1) for one in (FULL, apart)]
    found += [letter_cards.taken_over(words, FULL, BIG), letter_cards.named_referent(words, "x" * 100, BIG)]
    found += [letter_cards.waiting(words, FULL, chosen=chosen, guild_id=BIG) for chosen in (True, False)]
    for blocks in found:
        letter = Letter(
            1, BIG, "moderation:progress", "1", {}, None, Went.SENT, 0, 0, None, None, None, None, None, False, None
        )
        yield Sheet(letter, Piece(blocks))


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
def test_every_message_keeps_within_discords_limits(language: str, voice: str) -> None:
    views: list[Any] = list(every_message(Words(language, voice)))
    for view in views:
        assert list(_message({"components": view.to_components(), "flags": 1 << 15})) == []


def text(view: discord.ui.LayoutView) -> str:
    """All text of a message."""
    return "\n".join(str(item.content) for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))


def test_however_long_a_report_who_will_read_it_stands_below_whole() -> None:
    for language, voice in EVERY_VOICE:
        words = Words(language, voice)
        shown = text(cards.draft(words, FULL, cards.Way(BIG, BIG, seen=True), BIG))
        assert shown.endswith(words("moderation-draft-kept"))


def test_the_teams_line_and_list_hold_nothing_of_a_case_but_number_urgency_and_age() -> None:
    words = Words("fr")
    for case in in_every_state(replace(FULL, id=7, opened_at=5)):
        if case.state is State.DRAFT:
            continue
        bare = replace(case, people=(), said="", sort="other", reporter=Someone(None, ""), channel_id=None)
        assert text(cards.waiting_line(words, case)) == text(cards.waiting_line(words, bare))
        listed = [team_cards.cases(words, Page([one], 0, 1), organiser=True) for one in (case, bare)]
        assert text(listed[0]) == text(listed[1])


def test_a_letter_says_nothing_that_a_glance_at_a_telephone_gives_away() -> None:
    for language, voice in EVERY_VOICE:
        for sheet in every_letter(Words(language, voice)):
            said = "".join(block for block in sheet.piece.blocks if isinstance(block, str))
            assert not any(str(person.who.id) in said for person in FULL.people if person.who.id != FULL.id)
            assert "everyone" not in said


def test_what_was_said_is_shown_escaped_and_set_apart() -> None:
    shown = text(team_cards.case(Words("fr"), replace(EMPTY, said="# Titre\n@everyone"), [], mine=False, guild_id=1))
    assert "> \\# Titre\n> @\u200beveryone" in shown
