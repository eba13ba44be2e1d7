"""The ritual as organisers set it, and a look ahead. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import discord

from bot.schedule.occurrences import Rhythm
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, channel_select, line, member_select, row, select
from bot.ui.rhythm import in_words
from bot.words.i18n import Words
from bot.words.text import channel, member, moment
from cogs.prompts import cards
from cogs.prompts.list_cards import FIRST, ways
from cogs.prompts.pace import Level, Verdict
from cogs.prompts.preferences import LIVELY
from cogs.prompts.rules import Content, Theme
from cogs.prompts.turns import ASK

Button = discord.ui.Button[discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Plan:
    """What organisers decided, and how it goes. `next_at`: the next turn (UTC seconds), None while it is off; `here`:
    whether the channel still stands; `own_host`: whether the host was chosen for this alone; `held`: everything is;
    `shared`: the digest comes there too."""

    active: bool
    rhythm: Rhythm
    next_at: int | None
    level: Level
    channel_id: int | None
    here: bool
    themes: Collection[Theme]
    lively: str
    host: int | None
    own_host: bool
    held: bool
    shared: bool = False


def plan(words: Words, plan_: Plan) -> discord.ui.LayoutView:
    """The one card from which the ritual is run."""
    return card(
        words("prompts-plan", on=_yes(plan_.active), rhythm=in_words(words, plan_.rhythm)),
        *_how_it_goes(words, plan_),
        row(*_acts(words, plan_)),
        words("prompts-plan-channel"),
        row(
            channel_select(
                "prompts:channel",
                words.plain("preference-prompts-channel"),
                (discord.ChannelType.text,),
                plan_.channel_id if plan_.here else None,
            )
        ),
        words("prompts-plan-about"),
        row(select("prompts:themes", words.plain("prompts-plan-themes"), _themes(words, plan_), most=len(Theme))),
        words("preference-prompts-lively.help"),
        row(select("prompts:lively", words.plain("preference-prompts-lively"), _hours(words, plan_.lively))),
        _host(words, plan_),
        row(
            member_select(
                "prompts:host", words.plain("preference-prompts-host"), plan_.host if plan_.own_host else None
            )
        ),
        row(
            button(words.plain("offer-prompts-list"), custom_id("prompts:list", FIRST, 0)),
            button(words.plain("prompts-plan-no-host"), "prompts:no_host") if plan_.own_host else None,
        ),
    )


def _how_it_goes(words: Words, plan_: Plan) -> list[Block]:
    """What stands in the way first; else where and when it goes on."""
    where = channel(plan_.channel_id) if plan_.channel_id is not None and plan_.here else ""
    return [
        words("prompts-plan-held") if plan_.held else None,
        words("prompts-plan-no-channel", gone=_yes(plan_.channel_id is not None)) if not where else None,
        words("prompts-plan-shared") if where and plan_.shared else None,
        words("prompts-plan-next", where=where, at=moment(plan_.next_at, "F"))
        if where and plan_.next_at is not None
        else None,
        words("prompts-plan-level", level=plan_.level.value) if plan_.level is not Level.FULL else None,
    ]


def _acts(words: Words, plan_: Plan) -> list[Button | None]:
    turn = button(words.plain("prompts-plan-turn", on=_yes(plan_.active)), custom_id("prompts:turn", "off"))
    if not plan_.active:
        ended = plan_.level is Level.STOPPED
        label = words.plain("prompts-resume") if ended else words.plain("prompts-plan-turn", on="no")
        turn = button(label, "prompts:resume" if ended else custom_id("prompts:turn", "on"), style=PRIMARY)
    others = [
        button(words.plain("prompts-plan-rhythm"), custom_id("organisers:rhythm_show", ASK)),
        button(words.plain("prompts-plan-preview"), "prompts:preview"),
        button(words.plain("prompts-plan-skip"), "prompts:skip_ask") if plan_.next_at is not None else None,
    ]
    return [*others, turn] if plan_.active else [turn, *others]


def _themes(words: Words, plan_: Plan) -> list[Choice]:
    return [Choice(theme.value, name, chosen=theme in plan_.themes) for theme, name in cards.names(words).items()]


def _hours(words: Words, chosen: str) -> list[Choice]:
    return [
        Choice(code, words.plain(f"choice-{LIVELY.name}", code=code), chosen=code == chosen) for code in LIVELY.choices
    ]


def _host(words: Words, plan_: Plan) -> Block:
    whose = "own" if plan_.own_host else "welcome" if plan_.host is not None else "nobody"
    return words("prompts-plan-host", whose=whose, member=member(plan_.host or 0))


def ahead(
    words: Words, content: Content | None, *, verdict: str, active: bool, next_at: int | None
) -> discord.ui.LayoutView:
    """What would be asked now, or why nothing would: a code of `pace.Verdict`, of `hearing.Trouble`, or `empty`. With a
    `content` all the same, that is what comes when there is room for it."""
    return card(
        words("prompts-ahead", verdict=verdict),
        words("prompts-ahead-off") if not active else None,
        words("prompts-ahead-next", at=moment(next_at, "F")) if next_at is not None else None,
        words("prompts-ahead-later") if content is not None and verdict != Verdict.ASK else None,
        *((line(), *cards.question(words, content)) if content is not None else ()),
        words("prompts-ahead-why", source=content.source.value) if content is not None else None,
        row(cards.way_there(words, content)) if content is not None else None,
        ways(words),
    )


def _yes(so: bool) -> str:
    return "yes" if so else "no"
