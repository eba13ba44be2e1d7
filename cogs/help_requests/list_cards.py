"""Lists of help requests, and one's own ones, as people see them privately. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, line, link_button, row, select
from bot.ui.pager import Page, turn
from bot.ui.sections import TITLE
from bot.words.i18n import Words
from bot.words.text import Safe, member, truncate
from cogs.help_requests import cards
from cogs.help_requests.rules import CATEGORIES, Request, State

OFFERS: Final = 3
"""How many offers that wait for an answer are shown at once: more would not fit Discord's limits."""


def open_requests(
    words: Words, page: Page[Request], urls: Mapping[int, str], category: str, reader: int
) -> discord.ui.LayoutView:
    """A page of what is open, by subject; "Je peux aider" stands beside each request of somebody else."""
    blocks: list[Block] = []
    said = None
    for request in page.entries:
        blocks.append(line())
        if request.category != said:
            about = cards.subject(words, request.category) or words.plain("help-category-none")
            if request.category or said:  # those without a subject need no heading where they come first
                blocks.append(words("help-list-subject", subject=about))
            said = request.category
        blocks.append(_listed(words, request, urls.get(request.id)))
        if request.asker_id != reader:
            blocks.append(row(button(words.plain("help-can-help"), custom_id("help_requests:join", request.id))))
    none = words("help-list-none", subject=cards.subject(words, category) or "none")
    every = Choice("all", words.plain("help-list-all"), chosen=not category)
    choices = [every, *(Choice(code, cards.subject(words, code), chosen=code == category) for code in CATEGORIES)]
    return card(
        words("help-list-title"),
        *(blocks or [none]),
        line(),
        row(select("help_requests:list_subject", words.plain("help-list-choose"), choices)),
        turn(words, page, lambda number: custom_id("help_requests:list_page", number, category)),
        row(button(words.plain("offer-help_requests-ask"), "help_requests:ask")),
    )


def _listed(words: Words, request: Request, url: str | None) -> Safe:
    question = words("help-list-line", question=request.question)
    shown = Safe(f"[{question}]({url})") if url else question
    about = {"member": member(request.asker_id), "day": cards.day(words, request.by_when)}
    return Safe(f"{shown}\n{words('help-list-about', **about, state=request.state.value)}")


def told(words: Words, request: Request, url: str) -> Safe:
    """A request in a line of a round-up: what it is about, and the way to its card."""
    return words(
        "section-help-line",
        subject=cards.subject(words, request.category) or "none",
        question=truncate(request.question, TITLE),
        url=Safe(url),
    )


def mine(words: Words, page: Page[Request]) -> discord.ui.LayoutView:
    """A page of one's own requests."""
    lines = [
        words(
            "help-mine-line",
            question=request.question,
            state=request.state.value,
            private="yes" if request.private else "no",
        )
        for request in page.entries
    ]
    choices = [Choice(str(request.id), request.question) for request in page.entries]
    return card(
        words("help-mine-title"),
        Safe("\n".join(lines)) if lines else words("help-mine-none"),
        row(select("help_requests:mine_one", words.plain("help-mine-choose"), choices)) if choices else None,
        turn(words, page, lambda number: custom_id("help_requests:mine_page", number)),
        row(
            button(words.plain("offer-help_requests-ask"), "help_requests:ask", style=PRIMARY),
            button(words.plain("offer-help_requests-list"), "help_requests:list"),
        ),
    )


def one(
    words: Words,
    request: Request,
    url: str | None,
    offers: Sequence[int],
    *,
    waits: bool,
    helped: Sequence[int] | None = None,
) -> discord.ui.LayoutView:
    """One of one's own requests, and what can be done with it; `waits`: it does not stand in the channel; `helped`: who
    helped, as far as it was said, or None where nobody can be chosen."""
    blocks: list[Block] = []
    solved = request.state is State.SOLVED
    for helper in offers[:OFFERS]:
        blocks += [
            line(),
            words("help-one-offers", helper=member(helper)),
            cards.offer_answers(words, request.id, helper),
        ]
    return card(
        *cards.asked(words, request),
        cards.seen(words, request) if request.private else None,
        words("help-card-state", state=request.state.value) if request.state is not State.OPEN else None,
        *blocks,
        line() if blocks else None,
        row(*_own_acts(words, request, url, waits=waits)),
        row(cards.who_helped(words, request.id, helped)) if solved and helped is not None else None,
        row(*cards.completing(words, request)) if solved else None,
    )


def _own_acts(
    words: Words, request: Request, url: str | None, *, waits: bool
) -> list[discord.ui.Button[discord.ui.LayoutView] | None]:
    settle = "solve" if request.wanted else "reopen"
    label = {"solve": "help-solve", "reopen": "help-reopen"}[settle]
    open_ = "help-open-thread" if request.private else "help-open-card"
    again = button(words.plain("help-publish-again"), custom_id("help_requests:publish_again", request.id))
    return [
        link_button(words.plain(open_), url) if url else again if waits else None,
        button(words.plain(label), custom_id(f"help_requests:{settle}", request.id), style=PRIMARY),
        button(words.plain("help-edit"), custom_id("help_requests:edit", request.id)) if request.wanted else None,
        button(words.plain("help-close"), custom_id("help_requests:close", request.id)) if request.wanted else None,
        button(words.plain("help-withdraw"), custom_id("help_requests:withdraw_ask", request.id)),
    ]
