"""What organisers see of coffee, in every language and voice, within Discord's limits; the same words for everybody
who is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any, Final

import discord
import pytest

from bot.schedule.occurrences import Rhythm, Unit
from bot.words.i18n import Words
from cogs.matchmaking import team_cards as cards
from cogs.matchmaking.figures import Figures, Outlook, Share, Sizes
from cogs.matchmaking.rules import Round, State
from cogs.matchmaking.team_cards import Coming, Plan, Rounds
from tests.house.discord_rules import _message

BIG: Final = 2**62
AT: Final = 1_800_000_000
ROUND: Final = Round(BIG, date(2027, 1, 15), AT, State.ANNOUNCED, AT, None, None, BIG, BIG)
RUNNING: Final = replace(ROUND, state=State.RUNNING, matched_at=AT, closes_at=AT)
CLOSED: Final = replace(RUNNING, state=State.CLOSED)
EVERY: Final = Rhythm(Unit.MONTH_WEEKDAY, time(9, 30), weekday=2, nth=-1)
PLAN: Final = Plan(True, EVERY, [Coming(AT, AT)] * 3, "8", ("4", "6", "8", "10", "12"), BIG, True, False)
BARE: Final = Plan(False, EVERY, [], "12", ("4", "6", "8", "10", "12"), None, False, True)
RHYTHM: Final = "organisers:rhythm_show:matchmaking:announce"
NOTHING: Final = Rounds(None, None)
EVERYTHING: Final = [Rounds(one, other) for one in (None, ROUND) for other in (None, RUNNING)]


def every_card(words: Words) -> Iterator[Any]:
    """Each card with the most, and the least, that it can hold."""
    for rounds in EVERYTHING:
        yield from (cards.plan(words, plan, rounds, RHYTHM) for plan in (PLAN, BARE))
        yield cards.launch(words, rounds, AT)
        yield cards.ask_to_cancel(words, rounds)
    for outlook in (Outlook(True), Outlook(False, 7), Outlook(True, 2000, Sizes(998, 1, 7, 1))):
        yield from (cards.preview(words, outlook, 8, announced) for announced in (None, ROUND))
    yield from (cards.ask_to_pair(words, ROUND, quiet=quiet, enough=not quiet) for quiet in (True, False))
    yield cards.done(words, words("coffee-cancelled"))
    yield from (cards.launched(words, one, BIG) for one in (ROUND, replace(ROUND, message_id=None)))
    yield cards.figures(words, [])
    yield cards.figures(words, [(CLOSED, Figures(2000, Share(1999, 2000), Share(2000, 2000)))] * 6)


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
def test_every_card_of_the_team_keeps_within_discords_limits(language: str, voice: str) -> None:
    for view in every_card(Words(language, voice)):
        assert list(_message({"components": view.to_components(), "flags": 1 << 15})) == []


def text(view: discord.ui.LayoutView) -> str:
    """All words of a card."""
    said = "\n".join(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))
    return said.replace("\u202f", " ")


def labels(view: discord.ui.LayoutView) -> list[Any]:
    """The labels of a card's buttons."""
    return [item.label for item in view.walk_children() if isinstance(item, discord.ui.Button)]


def test_what_is_missing_is_warned_of_and_leads_to_set_up() -> None:
    shown = cards.plan(Words("fr"), BARE, NOTHING, RHYTHM)
    assert "Le café n’a pas de salon" in text(shown)
    assert "Le salon des fils privés manque" in text(shown)
    assert "Tout est suspendu" in text(shown)
    assert "Installation" in labels(shown)
    whole = cards.plan(Words("fr"), PLAN, NOTHING, RHYTHM)
    assert "⚠" not in text(whole)
    assert "Installation" not in labels(whole)


def test_a_round_can_be_called_off_only_while_it_is_announced() -> None:
    for rounds in EVERYTHING:
        offered = "Annuler un tour" in labels(cards.plan(Words("fr"), PLAN, rounds, RHYTHM))
        assert offered is (rounds.announced is not None)


@pytest.mark.parametrize("sizes", [Sizes(2, 0, 0, 1), Sizes(1, 1, 0, 1), Sizes(0, 0, 0, 1)])
def test_whoever_is_left_out_is_counted_in_the_same_words_whatever_the_reason(sizes: Sizes) -> None:
    shown = text(cards.preview(Words("fr"), Outlook(True, 8, sizes), 8, ROUND))
    assert "• 1 personne reste sans binôme (nombre impair, préférences, disponibilités)\n" in shown


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (Figures(12, Share(8, 12), Share(10, 12)), "12 personnes · se sont vues : 8 sur 12 · ont donné des nouvelles"),
        (Figures(40, Share(30, 40), Share(36, 40)), "se sont vues : 75 % · ont donné des nouvelles : 90 %"),
        (Figures(), "trop peu pour un chiffre"),
    ],
)
def test_a_round_is_told_in_shares_or_not_at_all(figures: Figures, said: str) -> None:
    assert said in text(cards.figures(Words("fr"), [(CLOSED, figures)]))


@pytest.mark.parametrize(
    ("state", "said"), [(State.TOO_FEW, "faute de monde"), (State.CALLED_OFF, "annulé par l’équipe")]
)
def test_a_round_that_did_not_take_place_says_why(state: State, said: str) -> None:
    assert said in text(cards.figures(Words("fr"), [(replace(ROUND, state=state), Figures())]))
