"""What the bot writes to one person about tips, and what they see when they look closer. Pure."""

from __future__ import annotations

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, link_button, row
from bot.words.i18n import Words
from bot.words.text import member
from cogs.tips import cards
from cogs.tips.rules import Proposal, Tip, Written


def check(words: Words, guild_id: int, tip: Tip, url: str | None) -> list[Block]:
    """To its author: does this tip still hold? What others say has changed is a tap away: so the question looks
    the same when nothing of it may be told."""
    return [
        words("tips-check", title=tip.title, doubted="no" if tip.doubt_at is None else "yes"),
        words("tips-check-where", link=url) if url else None,
        row(
            button(words.plain("tips-correct"), custom_id("tips:edit", tip.id, guild_id=guild_id), style=PRIMARY),
            button(words.plain("tips-holds"), custom_id("tips:holds", tip.id, guild_id=guild_id)),
            button(words.plain("tips-withdraw"), custom_id("tips:withdraw", tip.id, guild_id=guild_id)),
            button(words.plain("tips-look"), custom_id("tips:look_at_own", tip.id, guild_id=guild_id)),
        ),
    ]


def agreement(words: Words, guild_id: int, proposal: Proposal, written: Written, category: str) -> list[Block]:
    """To whoever's words it is made of: may this be published?"""
    return [
        words(f"tips-agreement-{proposal.kind}", member=member(proposal.writer_id)),
        *cards.written_blocks(words, written, category),
        row(
            button(
                words.plain("tips-agree-named"),
                custom_id("tips:agree", proposal.id, "named", guild_id=guild_id),
                style=PRIMARY,
            ),
            button(
                words.plain("tips-agree-unnamed"), custom_id("tips:agree", proposal.id, "unnamed", guild_id=guild_id)
            ),
            button(words.plain("tips-disagree"), custom_id("tips:disagree", proposal.id, guild_id=guild_id)),
        ),
    ]


def became(words: Words, tip: Tip, url: str | None) -> list[Block]:
    """To whoever proposed it: it is published."""
    return [
        words("tips-became", title=tip.title),
        row(link_button(words.plain("tips-open-card"), url)) if url else None,
    ]


def not_agreed(words: Words, url: str | None) -> list[Block]:
    """To whoever wrote a tip of their solved request: it was not published; nobody is named."""
    return [
        words("tips-not-agreed"),
        row(link_button(words.plain("tips-open-request"), url)) if url else None,
    ]


def addition(words: Words, guild_id: int, theirs: Tip, offered: Tip) -> list[Block]:
    """To the author of a tip: somebody wrote something close, and offers it to them."""
    return [
        words("tips-addition", member=member(offered.author_id or 0), title=theirs.title),
        row(
            button(words.plain("tips-addition-look"), custom_id("tips:look", theirs.id, offered.id, guild_id=guild_id))
        ),
    ]


def offered(words: Words, theirs: Tip, other: Tip, category: str) -> discord.ui.LayoutView:
    """What is offered, whole, and the form in which it can be taken over."""
    return card(
        words("tips-addition-offered", member=member(other.author_id or 0)),
        *cards.written_blocks(words, Written(other.title, other.body, other.category, other.tags), category),
        row(
            button(words.plain("tips-addition-take"), custom_id("tips:take", theirs.id, other.id), style=PRIMARY),
            button(words.plain("kernel-not-now"), "kernel:dismiss"),
        ),
    )
