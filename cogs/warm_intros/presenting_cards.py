"""What is read by those who bring two people together, and by those who are brought together. Whoever is asked never
reads who the other is. Pure."""

from __future__ import annotations

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, row
from bot.ui.choosing_member import by_name, selector
from bot.words.i18n import Words
from bot.words.text import Safe, member, moment
from cogs.warm_intros.rules import Intro


def presented(words: Words, intro: Intro) -> discord.ui.LayoutView:
    """The answer to whoever presents two people, the same whether or not anybody can be asked."""
    return card(
        words("intros-presented", by=moment(intro.answer_by, "D")),
        words("intros-presented-why", why=intro.why),
        row(
            button(words.plain("intros-present-another"), "warm_intros:present"),
            button(words.plain("intros-present-undo"), custom_id("warm_intros:present_undo", intro.id)),
        ),
    )


def ask(words: Words, intro: Intro, guild_id: int) -> list[Block]:
    """To each of two: somebody would like to introduce the other, who is not named."""
    return [
        words("intros-present-ask", introducer=member(intro.introducer_id)),
        words("intros-present-ask-why", why=intro.why),
        words("intros-present-ask-free", by=moment(intro.answer_by, "D")),
        _answers(words, intro, guild_id),
    ]


def ask_target(words: Words, intro: Intro, who: str, why: str, guild_id: int) -> list[Block]:
    """To somebody who may be the one looked for: by whom they are thought of, for what and why, not for whom. An empty
    `why` can't be told."""
    introducer = member(intro.introducer_id)
    return [
        words("intros-target-ask", introducer=introducer, who=who),
        words("intros-target-ask-why", why=why) if why else None,
        words("intros-target-ask-free", introducer=introducer, by=moment(intro.answer_by, "D")),
        _answers(words, intro, guild_id),
    ]


def _answers(words: Words, intro: Intro, guild_id: int) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    return row(
        button(words.plain("intros-meet"), custom_id("warm_intros:meet", intro.id, guild_id=guild_id), style=PRIMARY),
        button(words.plain("intros-rather-not"), custom_id("warm_intros:rather_not", intro.id, guild_id=guild_id)),
    )


def target_whom(words: Words, search_id: int, question: list[Block], *, here: bool) -> discord.ui.LayoutView:
    """Whom do they think of, under the question itself? In a direct message Discord lists nobody to choose from: there
    a name is looked for."""
    return card(
        *question,
        words("intros-target-whom"),
        selector(words, "warm_intros:target", search_id) if here else None,
        row(
            None if here else by_name(words, "warm_intros:target_by_name", search_id),
            button(words.plain("intros-ask-yes"), custom_id("warm_intros:yes", search_id)),
            button(words.plain("intros-ask-no"), custom_id("warm_intros:no", search_id)),
            button(words.plain("intros-ask-talk"), custom_id("warm_intros:talk", search_id)),
            button(words.plain("intros-target-back"), custom_id("warm_intros:question", search_id)),
        ),
    )


def not_this_time(words: Words, about: str) -> Safe:
    """To whoever thought of it, on the day: the same in every case. `about` is empty where its words are gone."""
    return words("intros-not-this-time", about="yes" if about else "no", said=about)


def targeted(words: Words, intro: Intro) -> discord.ui.LayoutView:
    """The answer to whoever thought of somebody, the same whether or not they can be asked."""
    return card(words("intros-target-thought", by=moment(intro.answer_by, "D")))
