"""What the private thread of an introduction says first. Pure."""

from __future__ import annotations

import discord

from bot.ui.cards import card
from bot.words.i18n import Words
from bot.words.text import Safe, member
from cogs.warm_intros.rules import Intro, Kind


def thread(words: Words, intro: Intro, who: str) -> discord.ui.LayoutView:
    """Who meets whom, whom is looked for and why, and between two, words to copy for the person whose door it is."""
    introducer, first, read = member(intro.introducer_id), member(intro.first_id), words("intros-thread-read")
    if intro.kind is not Kind.TWO:
        second = member(intro.second_id) if intro.second_id is not None else ""
        told = {"introducer": introducer, "first": first, "second": second, "both": "yes" if second else "no"}
        return card(words(f"intros-thread-{intro.kind.value}", **told, who=who, why=intro.why), read)
    opening = words(
        "intros-thread-two",
        introducer=introducer,
        asker=first,
        talk="yes" if intro.talk else "no",
        who=who,
        why=intro.why,
    )
    if intro.talk:
        return card(opening, read)
    draft = words("intros-thread-draft", introducer=introducer)
    return card(opening, draft, _draft(words, who), words("intros-thread-free"), read)


def _draft(words: Words, who: str) -> Safe:
    """A block to copy: markup stands in it as it was typed, so it needs no escaping but must not end the block."""
    draft = words.plain("intros-draft", who=who)
    return Safe("```\n" + draft.replace("`", "’") + "\n```")


def away(words: Words) -> discord.ui.LayoutView:
    """The same while one of those in it is away."""
    return card(words("intros-thread-away"))
