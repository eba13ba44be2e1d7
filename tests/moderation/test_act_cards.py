"""Every card about acts and appeals, in every language and voice, with the longest content, within Discord's limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any, Final

import discord
import pytest

from bot.people.restrictions import PROFILE
from bot.ui.cards import card, row
from bot.ui.pager import page_of
from bot.words.i18n import Words
from cogs.moderation import act_cards, act_rules, apart, told, told_cards
from cogs.moderation.act_rules import PAUSABLE, RULES, TOLD, TOWARDS, Appeal, Measure
from cogs.moderation.rules import Act, Entry, Person, Role, Someone
from tests.house.discord_rules import _message
from tests.moderation.test_act_rules import NOW, case

BIG: Final = 2**62
MANY: Final = case(
    *(Person(Role.CONCERNED, Someone(BIG + at, f"c{at}")) for at in range(10)),
    *(Person(Role.NAMED, Someone(BIG + at, f"n{at}")) for at in range(10)),
    reporter=Someone(BIG, "rita"),
)
LONG: Final = "*" * act_rules.WORD
APPEALS: Final = [
    None,
    *(Appeal(BIG, "_" * act_rules.APPEAL, NOW, BIG, said, LONG, NOW, None, None) for said in (None, "kept", "lifted")),
]
EVERY_VOICE: Final = [("fr", "tu"), ("fr", "vous"), ("en", "tu")]


def entries() -> list[Entry]:
    """Every act that is told, as long as can be."""
    who, big = Someone(BIG, "c0"), replace(MANY, id=BIG)
    detail = {"rule": RULES[3], "features": list(PAUSABLE), "until": NOW}
    return [Entry(BIG, big.id, act, NOW, Someone(BIG, "o"), who, LONG, detail) for act in Act if act in TOLD]


def team(words: Words) -> Iterator[discord.ui.LayoutView]:
    """What the team sees."""
    big, closed = replace(MANY, id=BIG), dict.fromkeys((*PAUSABLE, PROFILE), NOW)
    for act, rule in product(("", *TOWARDS), ("", RULES[0])):
        whole = Measure(BIG, 4, act, rule, 63 if act == Act.PAUSED else 0)
        for length in ("", *whole.lengths):
            yield act_cards.prepare(words, big, replace(whole, length=length), set(TOWARDS), closed)
    yield act_cards.prepare(words, case(Person(Role.CONCERNED, Someone(None, "c0"))), Measure(7, 0), set(), {})
    for act, hears, waits in product(TOWARDS, (True, False), (True, False)):
        entry = Entry(BIG, BIG, act, NOW, Someone(BIG, "o"), Someone(BIG + 9, "n9"), LONG)
        yield act_cards.done(words, big, entry, told=hears, waits=waits)
    yield card(row(act_cards.way(words, big)), *apart.offer(words, big))
    yield act_cards.only_named(words, big, Measure(BIG, 14, Act.PAUSED, "insistence", 63, "180"))
    assert APPEALS[1] is not None
    yield card(*told_cards.to_referent(words, APPEALS[1], BIG))
    for entry in entries():
        yield told_cards.waiting(words, entry, APPEALS[1])
        yield told_cards.to_decide(words, entry, APPEALS[1])


def concerned(words: Words) -> Iterator[discord.ui.LayoutView]:
    """What the person concerned sees: one letter, five together, and everything about them."""
    for appeal in APPEALS:
        for entry in entries():
            yield card(*told_cards.letter(words, entry, appeal, BIG))
            if appeal is not None and appeal.decision:
                for closed in ({}, dict.fromkeys((*PAUSABLE, PROFILE, act_rules.TIMEOUT), NOW)):
                    yield card(*told_cards.decision(words, entry, appeal, closed, BIG))
        many = [(replace(one, id=BIG + at), appeal) for at, one in enumerate(entries() * 3)]
        yield told_cards.about_me(words, page_of(many, 1, told.PAGE))
    yield told_cards.about_me(words, page_of([], 0, told.PAGE))
    assert APPEALS[1] is not None
    yield card(*told_cards.undecided(words, APPEALS[1], "x" * 200, BIG))


def _shown(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = view.to_components()  # type: ignore[no-untyped-call]
    return found


@pytest.mark.parametrize(("language", "voice"), EVERY_VOICE)
def test_every_card_can_be_sent(language: str, voice: str) -> None:
    words = Words(language, voice)
    for view in (*team(words), *concerned(words)):
        said = {"components": _shown(view), "flags": 1 << 15}
        assert list(_message(said)) == []


def test_what_is_told_names_nobody_and_no_report() -> None:
    for language, voice in EVERY_VOICE:
        for view in concerned(Words(language, voice)):
            said = json.dumps(_shown(view))
            assert "<@" not in said
            assert f"{NOW}:R" not in said
