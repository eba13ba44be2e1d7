"""Every card in every language and voice, with the longest content there can be, within Discord's limits."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any, Final

import pytest

from bot.delivery.letter_kinds import Piece, Sheet
from bot.delivery.letters import Letter
from bot.delivery.letters import State as Went
from bot.ui import letters as layout
from bot.ui.pager import page_of
from bot.words.i18n import LANGUAGES, VOICES, Words
from bot.words.text import Safe, link
from cogs.prompts import asking, cards, letter_cards, list_cards, own_cards, plan_cards, writing
from cogs.prompts.hearing import Trouble
from cogs.prompts.listing import PAGE
from cogs.prompts.pace import Level, Verdict
from cogs.prompts.plan_cards import Plan
from cogs.prompts.rules import LENGTH, WAITING, WORD, Content, Question, Source, State, Suggestion, Theme
from cogs.prompts.suggesting import THEME
from tests.house.discord_rules import _message

HOSTILE: Final = "*_~|`<>[#@everyone "
BIG: Final = 2**62
URL: Final = link(BIG, BIG, BIG)
LETTER: Final = Letter(BIG, BIG, "x", "x", {}, None, Went.SENT, 0, 0, 0, None, None, None, None, False, None)


def fill(limit: int) -> str:
    """Text that is escaped at every turn."""
    return (HOSTILE * limit)[:limit]


def contents() -> list[Content]:
    """What a question may be about, each at its longest."""
    longest = {Source.NEWCOMER: 300, Source.REQUEST: 200, Source.TIP: 90}
    return [
        Content(source, str(BIG), fill(longest.get(source, LENGTH)), BIG, BIG, url, BIG, "administratif")
        for source in Source
        for url in (URL if source in longest else None,)
    ]


def suggestions() -> list[Suggestion]:
    """A question that a member proposed, however it stands."""
    return [
        Suggestion(
            BIG, author, fill(LENGTH), Theme.PROSPECTION, named, state, 1, 1, fill(WORD), fill(LENGTH)[1:], BIG, BIG
        )
        for state, named, author in product(State, (True, False), (BIG, None))
    ]


def plans() -> list[Plan]:
    """The ritual, however it is set."""
    return [
        Plan(on, asking.RHYTHM, BIG if on else None, level, place, here, tuple(Theme), "12", BIG, own, held)
        for on, level, (place, here), own, held in product(
            (True, False), Level, ((BIG, True), (BIG, False), (None, False)), (True, False), (True, False)
        )
    ]


def every_card(words: Words) -> list[Any]:
    """All of them."""
    questions = [
        Question(f"own_{BIG}", theme, fill(LENGTH), own, not own) for theme, own in product(Theme, (True, False))
    ]
    asked = [list_cards.Asked(BIG, source, text, URL) for source, text in product(Source, (fill(300), ""))]
    verdicts = [*(one.value for one in Verdict), *(one.value for one in Trouble), "empty"]
    found = suggestions()
    return [
        *(cards.post(words, content) for content in contents()),
        cards.over(words),
        *(cards.proposed(words, one, again=again) for one, again in product(found, (True, False))),
        *(cards.stopped(words, advice) for advice in ("place", "host", "rhythm")),
        *(
            own_cards.one(words, one, key, on=one.named, where=Safe("`/question miennes`"), missed=fill(THEME))
            for one in found
            for key in ("prompts-suggested", "prompts-named")
        ),
        *(
            own_cards.one(words, found[0], key, on=False, where=Safe(""))
            for key in ("prompts-filed", "prompts-mine-one")
        ),
        own_cards.mine(words, found[: 4 * WAITING]),
        own_cards.mine(words, []),
        own_cards.done(words, words("prompts-withdrawn", text=fill(LENGTH))),
        *(list_cards.bank(words, view, page_of(questions, 0, PAGE)) for view in list_cards.VIEWS),
        list_cards.found(words, questions[: writing.MEANT], more=True),
        list_cards.asked(words, page_of(asked, 0, PAGE)),
        list_cards.proposed(words, page_of(found, 1, PAGE)),
        *(list_cards.one(words, question, "prompts-added") for question in questions),
        list_cards.suggestion(words, found[0]),
        list_cards.done(words, words("prompts-resumed")),
        *(plan_cards.plan(words, replace(plan, shared=shared)) for plan, shared in product(plans(), (True, False))),
        *(
            plan_cards.ahead(words, content, verdict=verdict, active=bool(content), next_at=BIG if content else None)
            for verdict, content in product(verdicts, (*contents(), None))
        ),
        *(_letter(words, piece) for one in found for piece in (letter_cards.decided(words, BIG, one, on=one.named),)),
        _letter(words, letter_cards.asked(words, BIG, found[0], URL)),
        _letter(words, letter_cards.invitation(words, contents()[0], URL)),
    ]


def _letter(words: Words, blocks: Any) -> Any:
    return layout.layout(BIG, words, [Sheet(LETTER, Piece(blocks), asks=True)])


@pytest.mark.parametrize(("language", "voice"), list(product(LANGUAGES, VOICES)))
def test_every_card_keeps_within_the_limits(language: str, voice: str) -> None:
    for view in every_card(Words(language, voice)):
        payload = {"flags": 1 << 15, "components": view.to_components()}
        assert list(_message(payload)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_threads_name_is_short_and_one_line(language: str) -> None:
    for content in (*contents(), None):
        name = cards.title(Words(language), content)
        assert 0 < len(name) <= cards.THREAD
        assert "\n" not in name
