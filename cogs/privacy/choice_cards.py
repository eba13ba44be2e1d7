"""What people see when they rest, object, or erase. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import discord

from bot.people.members import Member
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Block, button, card, row
from bot.ui.confirm import confirmation
from bot.words.i18n import Words
from bot.words.text import Safe, moment


def day(on: date) -> Safe:
    """A date, shown by Discord in the reader's language; noon, so that it is that day in every zone near."""
    return moment(int(datetime.combine(on, time(12), UTC).timestamp()), "D")


def rest_ask(words: Words) -> discord.ui.LayoutView:
    """What a pause means, before it begins."""
    return card(
        words("privacy-rest-ask"),
        row(
            button(words.plain("privacy-rest"), "privacy:rest", style=PRIMARY),
            button(words.plain("kernel-not-now"), "kernel:dismiss"),
        ),
    )


def rests(words: Words, last: date) -> discord.ui.LayoutView:
    """It began; `last`: until when everything is kept if nothing is heard."""
    return card(words("privacy-rests", last=day(last)), row(_return(words)))


def at_rest(words: Words, member: Member) -> discord.ui.LayoutView:
    """It goes on."""
    return card(words("privacy-rests-since", since=moment(member.paused_at or 0, "D")), row(_return(words)))


def _return(words: Words) -> discord.ui.Button[discord.ui.LayoutView]:
    return button(words.plain("offer-privacy-return"), "privacy:return", style=PRIMARY)


def is_back(words: Words) -> discord.ui.LayoutView:
    """It is over."""
    return card(
        words("privacy-is-back"),
        row(button(words.plain("privacy-to-preferences"), "privacy:preferences")),
    )


def objection(words: Words, *, stands: bool) -> discord.ui.LayoutView:
    """How it stands, and the one tap that turns it."""
    turn = (
        button(words.plain("offer-privacy-object_no_more"), "privacy:object_no_more")
        if stands
        else button(words.plain("privacy-object"), "privacy:object", style=PRIMARY)
    )
    return card(words("privacy-objection", stands="yes" if stands else "no"), row(turn))


def erase_ask(words: Words, tips: int) -> discord.ui.LayoutView:
    """Asked once; whoever shared tips may leave them without their name."""
    if not tips:
        return confirmation(words, words("privacy-erase-ask"), "privacy-erase-yes", "privacy:erase")
    return card(
        words("privacy-erase-ask"),
        words("privacy-erase-tips", count=tips),
        row(
            button(words.plain("privacy-erase-yes"), "privacy:erase", style=DANGER),
            button(words.plain("privacy-erase-but-tips"), "privacy:erase_but_tips", style=DANGER),
            button(words.plain("kernel-not-now"), "kernel:dismiss"),
        ),
    )


def erased(words: Words, *, waits: bool, left: bool) -> discord.ui.LayoutView:
    """The receipt: what was done, and nothing about whom."""
    return card(words("privacy-erased", card="waits" if waits else "gone", tips="left" if left else "gone"))


def inactive(words: Words, last: date, guild_id: int) -> list[Block]:
    """To somebody of whom nothing was heard for long: what comes, and how to stay."""
    return [
        words("privacy-inactive", last=day(last)),
        row(
            button(words.plain("privacy-stay"), custom_id("privacy:stay", guild_id=guild_id), style=PRIMARY),
            button(words.plain("data-erase"), custom_id("privacy:erase_ask", guild_id=guild_id)),
        ),
    ]
