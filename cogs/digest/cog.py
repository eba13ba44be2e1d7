"""The command of the digest: parse, call, show."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.ui.actions import answering
from bot.ui.press import Press
from cogs.digest import actions
from cogs.digest.coming import Coming
from cogs.digest.copies import Copies
from cogs.digest.holdings import HOLDINGS
from cogs.digest.standing import Standing
from cogs.digest.team import Team
from cogs.digest.weekly import Weekly


class Gazette(commands.Cog):
    """What happened here lately, once a week and at any time."""

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        house = bot.house
        house.register.declare(*HOLDINGS)
        Coming(house)
        Standing(house, Weekly(house, Copies(house), Team(house)))

    @app_commands.command(name="gazette")
    @answering
    async def gazette(self, press: Press) -> None:
        """Show the last seven days."""
        await actions.show(press)
