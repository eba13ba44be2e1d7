"""What organisers see of coffee. Pure: what is planned, how a round would turn out, what can be launched, figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.schedule.occurrences import Rhythm
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, row, select
from bot.ui.confirm import confirmation
from bot.ui.rhythm import in_words
from bot.words.i18n import Words
from bot.words.text import Safe, channel, moment
from cogs.matchmaking.figures import Figures, Outlook, Share, Sizes
from cogs.matchmaking.rules import AHEAD, FIGURES, Round, State

Button = discord.ui.Button[discord.ui.LayoutView]

TOOK_PLACE: Final = frozenset({State.RUNNING, State.CLOSED})


@dataclass(frozen=True, slots=True)
class Coming:
    """When a round that is planned is announced, and when people are brought together (UTC seconds)."""

    announced_at: int
    match_at: int


@dataclass(frozen=True, slots=True)
class Rounds:
    """The round that is announced, and the one that people were brought together for and that isn't over. `in_a_pause`:
    the announced one falls into a pause that was added since."""

    announced: Round | None
    running: Round | None
    in_a_pause: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What organisers decided: whether rounds are planned (`active`), how often, the `minimum` of people of those that
    can be chosen, where; and whether everything is `held`."""

    active: bool
    rhythm: Rhythm
    coming: Sequence[Coming]
    minimum: str
    minimums: Sequence[str]
    channel_id: int | None
    has_threads: bool
    held: bool


def plan(words: Words, plan_: Plan, rounds: Rounds, rhythm_act: str) -> discord.ui.LayoutView:
    """What is planned, and every act of organisers. `rhythm_act` opens the schedule's own card."""
    return card(
        words("coffee-plan", on=_yes(plan_.active), rhythm=in_words(words, plan_.rhythm), ahead=AHEAD),
        *_rounds(words, rounds),
        _dates(words, plan_.coming),
        words("coffee-plan-channel", channel=channel(plan_.channel_id)) if plan_.channel_id is not None else None,
        *_warnings(words, plan_),
        words("coffee-plan-pauses"),
        row(*_settings(words, plan_, rhythm_act)),
        words("preference-coffee-minimum.help"),
        row(_minimum(words, plan_)),
        row(
            button(words.plain("coffee-plan-preview"), "matchmaking:preview"),
            button(words.plain("coffee-plan-launch"), "matchmaking:launch"),
            button(words.plain("coffee-plan-cancel"), "matchmaking:cancel") if rounds.announced else None,
            button(words.plain("coffee-plan-figures"), "matchmaking:figures"),
        ),
    )


def _dates(words: Words, coming: Sequence[Coming]) -> str:
    lines = [
        words("coffee-plan-date", announced=moment(one.announced_at, "f"), matched=moment(one.match_at, "f"))
        for one in coming
    ]
    return "\n".join(lines) or words("coffee-plan-no-date")


def _rounds(words: Words, rounds: Rounds) -> list[Block]:
    announced, running = rounds.announced, rounds.running
    at = announced.match_at if announced else 0
    return [
        words("coffee-plan-running", until=_end(running)) if running else None,
        words("coffee-plan-announced", at=moment(at, "f"), left=moment(at, "R")) if announced else None,
        words("coffee-plan-in-pause") if rounds.in_a_pause else None,
    ]


def _warnings(words: Words, plan_: Plan) -> list[Block]:
    return [
        words("coffee-plan-no-channel") if plan_.channel_id is None else None,
        words("coffee-plan-no-threads") if not plan_.has_threads else None,
        words("coffee-plan-held") if plan_.held else None,
    ]


def _settings(words: Words, plan_: Plan, rhythm_act: str) -> list[Button | None]:
    ready = plan_.channel_id is not None and plan_.has_threads
    turn = (
        button(words.plain("coffee-plan-off"), custom_id("matchmaking:turn", "off"))
        if plan_.active
        else button(words.plain("coffee-plan-on"), custom_id("matchmaking:turn", "on"), style=PRIMARY)
    )
    others = [
        button(words.plain("coffee-plan-rhythm"), rhythm_act),
        button(words.plain("offer-organisers-rhythms"), "organisers:rhythms"),
        None if ready else button(words.plain("offer-organisers-setup"), "organisers:setup"),
    ]
    return [*others, turn] if plan_.active else [turn, *others]


def _minimum(words: Words, plan_: Plan) -> discord.ui.Select[discord.ui.LayoutView]:
    return select(
        "matchmaking:minimum",
        words.plain("preference-coffee-minimum"),
        [
            Choice(code, words.plain("coffee-minimum-choice", count=int(code)), chosen=code == plan_.minimum)
            for code in plan_.minimums
        ],
    )


# Looking ahead


def preview(
    words: Words, outlook: Outlook, minimum: int, announced: Round | None, least: int = FIGURES
) -> discord.ui.LayoutView:
    """How the round that is announced would turn out, or one of those who take part regularly; of fewer than `least`
    people in no numbers. Whatever the reason, whoever would be without a partner is counted in the same words."""
    when = moment(announced.match_at, "f") if announced else ""
    return card(
        words("coffee-preview", announced=_yes(announced is not None), when=when),
        "\n".join(_outlook(words, outlook, minimum)),
        words("coffee-preview-changes", least=least),
        row(button(words.plain("coffee-plan-launch"), "matchmaking:launch"), _back(words)),
    )


def _outlook(words: Words, outlook: Outlook, minimum: int) -> list[Safe]:
    if outlook.people is None:
        return [words("coffee-preview-enough", enough=_yes(outlook.enough))]
    if not outlook.enough:
        return [words("coffee-preview-short", people=outlook.people, minimum=minimum)]
    people = words("coffee-preview-people", people=outlook.people)
    return [people, *(_sizes(words, outlook.sizes) if outlook.sizes else [])]


def _sizes(words: Words, sizes: Sizes) -> list[Safe]:
    return [
        words("coffee-preview-sizes", pairs=sizes.pairs, trios=sizes.trios),
        words("coffee-preview-repeats", repeats=sizes.repeats),
        words("coffee-preview-out", out=sizes.out),
    ]


# Launching and calling off


def launch(words: Words, rounds: Rounds, would_match_at: int) -> discord.ui.LayoutView:
    """What can be launched as things stand: a round announced now would match at `would_match_at`."""
    if rounds.running is not None:
        announced = _yes(rounds.announced is not None)
        said = words("coffee-launch-running", until=_end(rounds.running), announced=announced)
        return card(said, row(_back(words)))
    if rounds.announced is not None:
        said = words("coffee-launch-announced", when=moment(rounds.announced.match_at, "f"))
        act = custom_id("matchmaking:pair_ask", rounds.announced.id)
        return card(said, row(button(words.plain("coffee-launch-pair"), act, style=PRIMARY), _back(words)))
    said = words("coffee-launch-none", when=moment(would_match_at, "f"))
    announce = button(words.plain("coffee-launch-announce"), "matchmaking:announce", style=PRIMARY)
    return card(said, row(announce, _back(words)))


def launched(words: Words, round_: Round, place: int) -> discord.ui.LayoutView:
    """A round is announced, or will be as soon as Discord lets it."""
    posted = _yes(round_.message_id is not None)
    said = words("coffee-launched", posted=posted, channel=channel(place), when=moment(round_.match_at, "f"))
    return done(words, said)


def ask_to_pair(words: Words, round_: Round, *, quiet: bool, enough: bool) -> discord.ui.LayoutView:
    """Ask once before people are brought together at another time than they were told; without `enough` people the
    round would not take place."""
    question = words("coffee-launch-pair-ask", when=moment(round_.match_at, "f"), quiet=_yes(quiet))
    short = "" if enough else words("coffee-launch-short")
    asked = Safe(f"{question}\n{short}" if short else question)
    return confirmation(words, asked, "coffee-launch-pair", custom_id("matchmaking:pair", round_.id))


def ask_to_cancel(words: Words, rounds: Rounds) -> discord.ui.LayoutView:
    """Ask once before the round that is announced is called off; or why there is nothing to call off."""
    if rounds.announced is not None:
        question = words("coffee-cancel-ask", when=moment(rounds.announced.match_at, "f"))
        act = custom_id("matchmaking:call_off", rounds.announced.id)
        return confirmation(words, question, "coffee-cancel-yes", act)
    if rounds.running is not None:
        return card(words("coffee-cancel-running", until=_end(rounds.running)), row(_back(words)))
    return card(words("coffee-cancel-nothing"), row(_back(words)))


def done(words: Words, said: Safe) -> discord.ui.LayoutView:
    """After an act: what it did, and the way back."""
    return card(said, row(_back(words)))


# Looking back


def figures(words: Words, counted: Sequence[tuple[Round, Figures]], least: int = FIGURES) -> discord.ui.LayoutView:
    """The last rounds, the newest first; `least`: of how few people nothing is said."""
    return card(
        words("coffee-figures"),
        "\n".join(_round(words, round_, found) for round_, found in counted) or words("coffee-figures-nothing"),
        words("coffee-figures-note", least=least),
        row(_back(words)),
    )


def _round(words: Words, round_: Round, found: Figures) -> Safe:
    few = round_.state in TOOK_PLACE and found.took_part is None
    return words(
        "coffee-figures-round",
        day=moment(round_.matched_at or round_.match_at, "D"),
        state="few" if few else round_.state.value,
        took=found.took_part or 0,
        met=_share(words, found.met),
        answered=_share(words, found.answered),
        until=_end(round_),
    )


def _share(words: Words, share: Share | None) -> str:
    if share is None:
        return ""
    percent = "none" if share.percent is None else share.percent
    return words("coffee-figures-share", part=share.part, whole=share.whole, percent=percent)


def _end(round_: Round) -> Safe:
    return moment(round_.closes_at or 0, "D")


def _back(words: Words) -> Button:
    return button(words.plain("coffee-plan-back"), "matchmaking:plan")


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
