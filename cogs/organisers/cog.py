"""`/installer`, `/envois`, and the organisers' panel."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.storage import preferences as prefs
from bot.ui.actions import answering
from bot.ui.panels import Panel
from bot.ui.press import Press
from cogs.organisers import actions, rhythms, sending  # noqa: F401 (their actions register themselves)
from cogs.organisers.panel import panel_of
from cogs.organisers.telling import Telling


class Organisers(commands.Cog):
    """Set-up, and the panel from which organisers act."""

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        Telling(bot.house)
        bot.house.panels.register(Panel("organisers", prefs.ORGANISERS_CHANNEL, panel_of, "organisers-panel-title"))

    @app_commands.command(name="installer")
    @app_commands.default_permissions(manage_guild=True)
    @answering
    async def install(self, press: Press) -> None:
        """Open set-up."""
        await actions.set_up(press)

    @app_commands.command(name="envois")
    @app_commands.default_permissions(manage_guild=True)
    @answering
    async def outgoing(self, press: Press) -> None:
        """See what is about to be sent, skip it, or hold everything."""
        await sending.upcoming(press, 0)
