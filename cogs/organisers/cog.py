"""`/installer`, `/reglages`, `/relais`, `/envois`, and the organisers' panel."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.storage import preferences as prefs
from bot.ui.actions import answering
from bot.ui.panels import Panel
from bot.ui.press import Press
from cogs.organisers import (  # noqa: F401 (their actions register themselves)
    actions,
    opening,
    parts,
    relay,
    relay_letters,
    rhythms,
    sending,
    settings,
)
from cogs.organisers.holdings import HOLDINGS
from cogs.organisers.panel import panel_of
from cogs.organisers.relay_jobs import Relay
from cogs.organisers.telling import Telling
from cogs.organisers.trying import Trying


class Organisers(commands.Cog):
    """Set-up, and the panel from which organisers act."""

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        Telling(bot.house)
        Trying(bot.house)
        relay_letters.Letters(bot.house)
        Relay(bot.house)
        bot.house.register.declare(*HOLDINGS)
        bot.house.panels.register(
            Panel("organisers", prefs.ORGANISERS_CHANNEL, panel_of, "organisers-panel-title", waiting=panel_of)
        )

    @app_commands.command(name="installer")
    @app_commands.default_permissions(manage_guild=True)
    @answering
    async def install(self, press: Press) -> None:
        """Open set-up."""
        await actions.set_up(press)

    @app_commands.command(name="reglages")
    @app_commands.default_permissions(manage_guild=True)
    @answering
    async def settings(self, press: Press) -> None:
        """See and change everything that can be set."""
        await settings.show(press)

    @app_commands.command(name="relais")
    @answering
    async def relay(self, press: Press) -> None:
        """See the rota: all of it, or one's own turns."""
        await relay.show(press)

    @app_commands.command(name="envois")
    @app_commands.default_permissions(manage_guild=True)
    @answering
    async def outgoing(self, press: Press) -> None:
        """See what is about to be sent, skip it, or hold everything."""
        await sending.upcoming(press, 0)
