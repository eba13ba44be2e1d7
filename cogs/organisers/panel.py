"""The one panel of the organisers' channel: every act of theirs, and whether everything is on hold."""

from __future__ import annotations

import discord

from bot.storage import preferences as prefs
from bot.storage.association import Association
from cogs.organisers import cards


def panel_of(association: Association) -> discord.ui.LayoutView:
    """The panel as it stands now."""
    return cards.panel(association.words, suspended=association.preferences[prefs.SUSPENDED])
