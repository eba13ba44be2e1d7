"""Opening softly: what makes a place worth coming to, and the text that invites a first group. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import discord

from bot.ui.cards import PRIMARY, QUIET, Block, button, card, row
from bot.words.i18n import Words
from bot.words.text import Safe

TIPS: Final = 3
REQUESTS: Final = 2
"""How many the team writes before it invites."""
FIRST_GROUP: Final = 10
"""From how many introductions on the first group is there, and more people can be invited."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a soft opening is. `tips` and `requests` are None where the association has no place for them."""

    tips: int | None
    requests: int | None
    introduced: int

    @property
    def under_way(self) -> bool:
        """Whether the team has something to write yet."""
        return self.lacks_tips or self.lacks_requests

    @property
    def lacks_tips(self) -> bool:
        """Whether another tip of the team's would help."""
        return self.tips is not None and self.tips < TIPS

    @property
    def lacks_requests(self) -> bool:
        """Whether another request of the team's would help."""
        return self.requests is not None and self.requests < REQUESTS


def softly(words: Words, progress: Progress) -> discord.ui.LayoutView:
    """What to do, in order, and how far it is; the first button is what comes next."""
    tips, requests, coming = progress.tips, progress.requests, not progress.under_way
    return card(
        words("softly"),
        None if tips is None else words("softly-tips", **_so_far(tips, TIPS)),
        None if requests is None else words("softly-requests", **_so_far(requests, REQUESTS)),
        words("softly-group", count=progress.introduced, there=_yes(progress.introduced >= FIRST_GROUP)),
        row(
            _act(words, "tips-share", "tips:share", first=progress.lacks_tips) if tips is not None else None,
            _act(words, "help_requests-ask", "help_requests:ask", first=not progress.lacks_tips and not coming)
            if requests is not None
            else None,
            _act(words, "organisers-invitation", "organisers:invitation", first=coming),
        ),
        row(
            button(words.plain("offer-organisers-rhythms"), "organisers:rhythms"),
            button(words.plain("setup-again"), "organisers:step:0"),
        ),
    )


def _act(words: Words, offer: str, act: str, *, first: bool) -> discord.ui.Button[discord.ui.LayoutView]:
    return button(words.plain(f"offer-{offer}"), act, style=PRIMARY if first else QUIET)


def _so_far(count: int, wanted: int) -> dict[str, str | int]:
    return {"done": _yes(count >= wanted), "count": min(count, wanted), "wanted": wanted}


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def invitation(words: Words, association: str, contact: str) -> discord.ui.LayoutView:
    """The text that invites, to copy; and where the link that it speaks of comes from."""
    text = words.plain("softly-letter", association=association, contact=contact).replace("`", "’")
    copy: Block = Safe(f"```\n{text}\n```")
    return card(
        words("softly-invitation"),
        copy,
        words("softly-link"),
        row(button(words.plain("softly-back"), "organisers:softly")),
    )
