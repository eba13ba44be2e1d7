"""What one person reads of a help request in private. Pure: records in, blocks of a letter out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, link_button, row
from bot.words.i18n import Words
from bot.words.text import Safe, member
from cogs.help_requests import cards, network_cards
from cogs.help_requests.rules import Network, Request

REASONS: Final = 2
"""How many reasons somebody is told, beside the place: more would sound like a file on them."""


def ask(
    words: Words,
    request: Request,
    url: str | None,
    because: Safe | None,
    guild_id: int,
) -> list[Block]:
    """To somebody who may be able to help. Of a private request, its category and its one line, and nothing else."""
    return [
        *(_private(words, request) if request.private else _public(words, request, url)),
        because,
        row(
            button(words.plain("help-ask-take"), _act("take", request, guild_id), style=PRIMARY),
            button(words.plain("help-ask-knows"), _act("knows", request, guild_id)),
            button(words.plain("help-ask-decline"), _act("decline", request, guild_id)),
        ),
    ]


def _public(words: Words, request: Request, url: str | None) -> list[Block]:
    about = words("help-ask-public", asker=member(request.asker_id), day=cards.day(words, request.by_when))
    return [about, words("help-ask-question", question=request.question, url=Safe(url) if url else "none")]


def _private(words: Words, request: Request) -> list[Block]:
    return [words("help-ask-private"), cards.seen(words, request)]


def why(words: Words, catalogue: Catalogue, reasons: Sequence[tuple[str, str]]) -> Safe | None:
    """Why somebody was chosen, in words that are theirs."""
    known = [(kind, what) for kind, value in reasons if (what := _label(words, catalogue, kind, value))]
    told = _told(words, [one for one in known if one[0] != "place"][:REASONS])
    told += _told(words, [one for one in known if one[0] == "place"])
    if not told:
        return None
    sentence = told[0]
    for number, more in enumerate(told[1:], 2):
        last = number == len(told)
        sentence = words("help-reason-and", first=sentence, second=more) if last else Safe(f"{sentence}, {more}")
    return words("help-ask-because", reasons=sentence)


def _label(words: Words, catalogue: Catalogue, kind: str, value: str) -> str:
    """What a reason is about; empty for a trade or a zone that the list no longer has."""
    labels = {"trade": catalogue.trade_label, "place": catalogue.zone_label}
    return labels[kind](value, words.language) if kind in labels else value


def _told(words: Words, known: Sequence[tuple[str, str]]) -> list[Safe]:
    """Reasons as sentences: two of one kind share theirs."""
    kinds: dict[str, list[str]] = {}
    for kind, what in known:
        kinds.setdefault(kind, []).append(what)
    return [
        words(f"help-reason-{kind}", what=whats[0], two="yes" if whats[1:] else "no", second=" ".join(whats[1:2]))
        for kind, whats in kinds.items()
    ]


def named(words: Words, namer: int | None) -> Safe:
    """Who thought of somebody; whoever left since is not named."""
    if namer is None:
        return words("help-ask-named-by-somebody")
    return words("help-ask-named", member=member(namer))


def still(words: Words, request: Request, guild_id: int) -> list[Block]:
    """To its asker: how does it stand?"""
    return [
        words("help-still", question=request.question),
        row(
            button(words.plain("help-still-open"), _act("still_open", request, guild_id), style=PRIMARY),
            button(words.plain("help-solve"), _act("solve", request, guild_id)),
            button(words.plain("help-close"), _act("close", request, guild_id)),
        ),
    ]


def offer(words: Words, request: Request, helper: int, guild_id: int) -> list[Block]:
    """To the asker of a private request: somebody offers to help."""
    return [
        words("help-offer", helper=member(helper), question=request.question),
        cards.offer_answers(words, request.id, helper, guild_id),
    ]


def dry(words: Words, request: Request, networks: Sequence[Network]) -> list[Block]:
    """To its asker: nobody could help so far, and where else to go."""
    lines = network_cards.lines(words, networks)
    return [words("help-dry", question=request.question, some="yes" if lines else "no"), lines]


def no_thread(words: Words, helpers: Sequence[int]) -> list[Block]:
    """To the asker of a private request: its thread could not be opened."""
    return [words("help-no-thread", helpers=Safe(", ".join(member(helper) for helper in helpers)))]


def thanked(words: Words, giver: int, reason: str, question: str, url: str | None) -> list[Block]:
    """To whoever is thanked: by whom, and why; where it stands, when it was said before others."""
    said = words(
        "thanks-letter",
        giver=member(giver),
        why="yes" if reason else "no" if question else "plain",
        reason=reason,
        question=question,
    )
    return [said, row(link_button(words.plain("help-open-thread"), url)) if url else None]


def _act(name: str, request: Request, guild_id: int) -> str:
    return custom_id(f"help_requests:{name}", request.id, guild_id=guild_id)
