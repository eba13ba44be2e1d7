"""The one panel of the organisers' channel: every act of theirs, and whether everything is on hold."""

from __future__ import annotations

import discord

from bot.storage import features
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.ui.panels import Moved
from cogs.organisers import cards


def panel_of(association: Association, moved: Moved = ()) -> discord.ui.LayoutView:
    """The panel as it stands now; with the channels that `moved` and wait to be published."""
    off = {name for name in features.declared if not features.is_on(association, name)}
    return cards.panel(association.words, suspended=association.preferences[prefs.SUSPENDED], off=off, moved=moved)
