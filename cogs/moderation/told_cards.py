"""What the person concerned reads, and what whoever decides on an appeal does. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Block, button, card, line, row
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.moderation.act_cards import in_force
from cogs.moderation.act_rules import Appeal
from cogs.moderation.cards import person, quoted
from cogs.moderation.rules import Entry


def letter(words: Words, entry: Entry, appeal: Appeal | None, guild_id: int) -> list[Block]:
    """The act, the rule, the word, and the way to appeal."""
    return [words("acts-letter"), *act(words, entry), _appealed(words, appeal), _ways(words, entry, appeal, guild_id)]


def decision(words: Words, entry: Entry, appeal: Appeal, closed: Mapping[str, int], guild_id: int) -> list[Block]:
    """What somebody else of the team decided, and what it leads to. `closed`: what other decisions close all the same,
    and until when."""
    decided = words(
        "appeals-decided", decision=appeal.decision or "", act=entry.act.value, closed="yes" if closed else "no"
    )
    again = custom_id("moderation:about_me", guild_id=guild_id)
    return [
        decided,
        in_force(words, closed) if closed else None,
        quoted(words, appeal.word),
        row(button(words.plain("offer-moderation-about_me"), again)),
    ]


def undecided(words: Words, appeal: Appeal, contact: str, guild_id: int) -> list[Block]:
    """To whoever appealed: nobody decided so far."""
    again = custom_id("moderation:about_me", guild_id=guild_id)
    return [
        words("appeals-undecided", number=appeal.act_id, contact=contact),
        row(button(words.plain("offer-moderation-about_me"), again)),
    ]


def about_me(words: Words, page: Page[tuple[Entry, Appeal | None]]) -> discord.ui.LayoutView:
    """Everything that was decided about the one who reads, a page at a time."""
    blocks: list[Block] = []
    for entry, appeal in page.entries:
        blocks += [line(), *act(words, entry), _appealed(words, appeal), _ways(words, entry, appeal)]
    ways = turn(words, page, lambda number: custom_id("moderation:about_me_page", number))
    return card(words("acts-about-me", some="yes" if page.entries else "no"), *blocks, ways)


def act(words: Words, entry: Entry) -> list[Safe]:
    """What was decided, by which rule, and the word. Nothing that points to anybody else."""
    detail = entry.detail
    features = ", ".join(words(f"acts-feature-{name}") for name in detail.get("features", ()))
    said = words(
        "acts-towards-you",
        act=entry.act.value,
        rule=words(f"acts-rule-{detail.get('rule', 'other')}"),
        features=Safe(features),
        until=moment(int(detail.get("until", 0)), "f"),
    )
    return [said, quoted(words, entry.reason)]


def _appealed(words: Words, appeal: Appeal | None) -> Block:
    return None if appeal is None else words("appeals-state", state=appeal.decision or "waiting")


def _ways(words: Words, entry: Entry, appeal: Appeal | None, guild_id: int | None = None) -> Block:
    if appeal is not None:
        return None
    return row(button(words.plain("appeals-make"), custom_id("moderation:appeal", entry.id, guild_id=guild_id)))


# Whoever decides


def waiting(words: Words, entry: Entry, appeal: Appeal) -> discord.ui.LayoutView:
    """The line in the organisers' channel: that an appeal waits, and since when."""
    opens = button(words.plain("appeals-open"), custom_id("moderation:appeal_open", entry.id), style=PRIMARY)
    return card(words("appeals-line", number=entry.id, since=moment(appeal.at, "R")), row(opens))


def to_referent(words: Words, appeal: Appeal, guild_id: int) -> list[Block]:
    """To the referent: an appeal that the team did not decide on."""
    opens = custom_id("moderation:appeal_open", appeal.act_id, guild_id=guild_id)
    return [
        words("appeals-waits", number=appeal.act_id),
        row(button(words.plain("appeals-open"), opens, style=PRIMARY)),
    ]


def to_decide(words: Words, entry: Entry, appeal: Appeal) -> discord.ui.LayoutView:
    """The act and what is said against it: enough to decide, and nothing of the report."""
    keep = custom_id("moderation:appeal_decide", entry.id, "kept")
    lift = custom_id("moderation:appeal_decide", entry.id, "lifted")
    return card(
        words("appeals-title", number=entry.id, person=person(words, entry.target)),
        words("appeals-act"),
        *act(words, entry),
        words("appeals-said"),
        quoted(words, appeal.said),
        row(
            button(words.plain("appeals-keep"), keep, style=PRIMARY),
            button(words.plain("appeals-lift"), lift, style=DANGER),
        ),
    )
