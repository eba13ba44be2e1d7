"""What organisers see. Pure."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

import discord

from bot.storage.features import owner
from bot.storage.preferences import Preference
from bot.ui.cards import PRIMARY, QUIET, button, card, row
from bot.words.i18n import Words
from bot.words.text import Safe, role
from cogs.organisers.sending_cards import switch

ROWS: Final = (
    ("organisers:upcoming:0", "organisers:rhythms", "organisers:suspend"),
    ("introductions:unanswered", "organisers:relay", "moderation:cases", "moderation:history", "warm_intros:bilan"),
    ("matchmaking:plan", "prompts:plan", "deadlines:manage", "tips:categories", "help_requests:networks:0"),
    ("organisers:settings", "organisers:parts", "organisers:setup", "privacy:register", "guide:show"),
)
"""Every act of organisers that begins somewhere: what leaves, who needs somebody, what goes on among members, what is
set. Each fits one line of Discord's."""


def panel(
    words: Words, *, suspended: bool, off: Container[str] = (), moved: Sequence[Preference[int | None]] = ()
) -> discord.ui.LayoutView:
    """The one panel of the organisers' channel, without the acts of features that are `off`; with a word about the
    channels that `moved` and wait to be published."""
    return card(
        words("organisers-panel"),
        waiting(words, moved) if moved else None,
        words("sending-suspended") if suspended else None,
        *(row(*(_act(words, act, suspended) for act in acts if owner(act) not in off)) for acts in ROWS),
    )


def waiting(words: Words, moved: Sequence[Preference[int | None]]) -> Safe:
    """Which channels changed, so that all that is to appear there waits."""
    what = ", ".join(words.plain(f"preference-{preference.name}") for preference in moved)
    return words("organisers-moved", what=what)


def team_role(words: Words, role_id: int, holders: int | None, act: str, back: str) -> discord.ui.LayoutView:
    """Before a role is the team's: how many people have it (None: that is not known)."""
    count = holders if holders is not None else "unknown"
    return card(
        words("setup-role-ask", role=role(role_id), count=count),
        row(button(words.plain("setup-role-yes"), act, style=PRIMARY), button(words.plain("setup-back"), back)),
    )


def _act(words: Words, act: str, suspended: bool) -> discord.ui.Button[discord.ui.LayoutView]:
    if act == "organisers:suspend":
        return switch(words, suspended=suspended)
    feature, name = act.split(":")[:2]
    first = act == ROWS[0][0]
    return button(words.plain(f"offer-{feature}-{name}"), act, style=PRIMARY if first else QUIET)
