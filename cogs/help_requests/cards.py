"""What people see of help requests. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, line, link_button, row, select
from bot.words.i18n import Words
from bot.words.text import Safe, escape, member
from cogs.help_requests.rules import CATEGORIES, Request, State

TAGS: Final = {
    State.OPEN: "help-tag-open",
    State.UNDER_WAY: "help-tag-under-way",
    State.SOLVED: "help-tag-solved",
    State.ASIDE: "help-tag-aside",
    State.CLOSED: "help-tag-aside",
}
"""The forum tag of each state."""
MOST: Final = 10
"""How many people can be said to have helped with one request."""


def panel(words: Words) -> discord.ui.LayoutView:
    """The one panel of the channel."""
    return card(
        words("help-panel"),
        row(
            button(words.plain("offer-help_requests-ask"), "help_requests:ask", style=PRIMARY),
            button(words.plain("offer-help_requests-ask_privately"), "help_requests:ask_privately"),
            button(words.plain("offer-help_requests-lend"), "help_requests:lend"),
        ),
    )


def day(words: Words, when: date) -> str:
    """A day as people write it."""
    return words.plain("day-written", day=when.day, month=words.plain(f"month-{when.month}"), year=str(when.year))


def subject(words: Words, category: str) -> str:
    """A category's name; empty for none."""
    return words.plain(f"help-category-{category}") if category in CATEGORIES else ""


def forum_tags(words: Words) -> list[str]:
    """The tags of a new forum: the states in which a request can be."""
    return list(dict.fromkeys(words.plain(key) for key in TAGS.values()))


def tags(words: Words, request: Request) -> list[str]:
    """The forum tag that says how a request stands."""
    return [words.plain(TAGS[request.state])]


def public(words: Words, request: Request, tip: str | None) -> discord.ui.LayoutView:
    """A request as everybody sees it; `tip` is the address of the tip that came of it."""
    return card(
        *asked(words, request),
        words("help-card-state", state=request.state.value) if request.state is not State.OPEN else None,
        words("help-card-worked", worked=request.worked) if request.worked else None,
        row(*_acts(words, request), link_button(words.plain("help-open-tip"), tip) if tip else None),
    )


def _acts(words: Words, request: Request) -> list[discord.ui.Button[discord.ui.LayoutView] | None]:
    can_help = button(words.plain("help-can-help"), custom_id("help_requests:join", request.id), style=PRIMARY)
    solve = button(words.plain("help-solve"), custom_id("help_requests:solve", request.id))
    reopen = button(words.plain("help-reopen"), custom_id("help_requests:reopen", request.id))
    return [can_help, solve] if request.wanted else [reopen] if request.state is not State.SOLVED else []


def asked(words: Words, request: Request) -> list[Block]:
    """A request itself: the question, whose, by when, about what, the details."""
    about = {"member": member(request.asker_id), "day": day(words, request.by_when)}
    return [
        words("help-card-question", question=request.question),
        words("help-card-about", **about, subject=subject(words, request.category) or "none"),
        escape(request.details),
    ]


def hidden(words: Words) -> discord.ui.LayoutView:
    """What stands in place of a request while its asker is away."""
    return card(words("help-away"))


def private_thread(words: Words, request: Request) -> discord.ui.LayoutView:
    """The first message of a private request's thread."""
    solve = button(words.plain("help-solve"), custom_id("help_requests:solve", request.id))
    return card(
        *asked(words, request),
        words("help-card-state", state=request.state.value) if not request.wanted else None,
        row(solve) if request.wanted else None,
    )


def joined(words: Words, helper: int, asker: int) -> discord.ui.LayoutView:
    """The word in a request's thread: somebody can help."""
    return card(words("help-thread-joined", helper=member(helper), asker=member(asker)))


def helps(words: Words, key: str, url: str | None) -> discord.ui.LayoutView:
    """To whoever lends a hand: where people talk about it, once they can."""
    said = words(key, place="yes" if url else "no")
    return card(said, row(link_button(words.plain("help-open-conversation"), url)) if url else None)


def published(
    words: Words, key: str, request: Request, url: str | None, meanwhile: Sequence[tuple[str, str | None]]
) -> discord.ui.LayoutView:
    """After asking: where it stands, what may help meanwhile (titles and addresses), the subject to choose."""
    return card(
        words(key),
        row(
            link_button(words.plain("help-open-card"), url) if url else None,
            button(words.plain("help-edit"), custom_id("help_requests:edit", request.id)),
        ),
        *((line(), words("help-meanwhile"), found(words, meanwhile)) if meanwhile else ()),
        row(categories(words, custom_id("help_requests:categorise", request.id), request.category)),
    )


def found(words: Words, titles: Sequence[tuple[str, str | None]]) -> Safe:
    """Titles, a line each, with their addresses where they have one."""
    shown = (Safe(f"[{escape(title)}]({url})") if url else escape(title) for title, url in titles)
    return Safe("\n".join(words("help-meanwhile-line", title=title) for title in shown))


def categories(words: Words, act: str, chosen: str) -> discord.ui.Select[discord.ui.LayoutView]:
    """The list of subjects."""
    choices = [Choice(code, subject(words, code), chosen=code == chosen) for code in CATEGORIES]
    return select(act, words.plain("help-choose-category"), choices)


def private_preview(words: Words, request: Request, draft_id: int) -> discord.ui.LayoutView:
    """Before a private request is sent: who will read what."""
    return card(
        words("help-private-preview"),
        seen(words, request),
        words("help-private-rest"),
        *asked(words, request),
        row(categories(words, custom_id("help_requests:private_category", draft_id), request.category)),
        words("help-private-warning"),
        row(
            button(words.plain("help-private-send"), custom_id("help_requests:send", draft_id), style=PRIMARY),
            button(words.plain("help-private-edit"), custom_id("help_requests:private_edit", draft_id)),
            button(words.plain("kernel-not-now"), custom_id("help_requests:later", draft_id)),
        ),
    )


def seen(words: Words, request: Request) -> Safe:
    """All that people who are asked for a private request are told of it."""
    about = subject(words, request.category) or words.plain("help-category-none")
    return words("help-private-seen", subject=about, line=request.line)


def offer_answers(
    words: Words, request_id: int, helper: int, guild_id: int | None = None
) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """The two answers to somebody who offers to help with a private request."""
    accept = custom_id("help_requests:accept", request_id, helper, guild_id=guild_id)
    refuse = custom_id("help_requests:not_this_time", request_id, helper, guild_id=guild_id)
    return row(
        button(words.plain("help-offer-accept"), accept, style=PRIMARY),
        button(words.plain("help-offer-refuse"), refuse),
    )


def completing(words: Words, request: Request) -> list[discord.ui.Item[discord.ui.LayoutView] | None]:
    """What may be added to a solved request; a private one never becomes a tip."""
    tip = button(words.plain("help-make-tip"), custom_id("help_requests:make_tip", request.id))
    return [
        button(words.plain("help-what-worked"), custom_id("help_requests:what_worked", request.id)),
        None if request.private else tip,
    ]


def solved(words: Words, key: str, request: Request, helpers: Sequence[int]) -> discord.ui.LayoutView:
    """After "C'est réglé", to the asker: what may be added."""
    return card(
        words(key),
        row(who_helped(words, request.id, helpers)),
        row(*completing(words, request)),
    )


def who_helped(words: Words, request_id: int, helpers: Sequence[int]) -> discord.ui.UserSelect[discord.ui.LayoutView]:
    """The list to say who helped. Only those of whom it was said are in it already: a list that is left as it is sends
    nothing."""
    known = [discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.user) for one in helpers[:MOST]]
    return discord.ui.UserSelect(
        custom_id=custom_id("help_requests:who_helped", request_id),
        placeholder=words.plain("help-who-helped"),
        min_values=0,
        max_values=MOST,
        default_values=known,
    )


def unanswered(words: Words, url: str) -> discord.ui.LayoutView:
    """The line to organisers: a request waits; nothing of who was asked."""
    return card(words("help-unanswered"), row(link_button(words.plain("help-open-card"), url)))
