"""Commands of help requests and thanks: parse, call, show."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.ui.actions import answering, leaving, opening_form
from bot.ui.panels import Panel
from bot.ui.press import Press
from cogs.help_requests import (
    asking,
    asking_privately,
    cards,
    lending,
    listing,
    naming,
    network_listing,
    rules,
    solving,
    thanking,
)
from cogs.help_requests.approving import Threads
from cogs.help_requests.arrivals import Arrivals
from cogs.help_requests.following import Following
from cogs.help_requests.holdings import holdings
from cogs.help_requests.jobs import Care, Unanswered
from cogs.help_requests.letters import Letters
from cogs.help_requests.posts import Posts
from cogs.help_requests.preferences import CHANNEL
from cogs.help_requests.telling import Telling

WITH_BUTTONS = (naming, solving)
"""Rooms whose buttons and forms are all that they have: to know them is enough."""


class HelpRequests(commands.Cog):
    """Members ask for a hand, lend one, say thanks."""

    lend_a_hand = app_commands.Group(name="coup-de-main", description="…")

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*holdings(bot.house))
        for part in (Letters, Posts, Arrivals, Threads, Care, Unanswered, thanking.Shown, Following, Telling):
            part(bot.house)
        bot.house.panels.register(
            Panel("help_requests", CHANNEL, lambda here: cards.panel(here.words), "help-panel-title")
        )

    @lend_a_hand.command(name="demander")
    @opening_form
    async def ask(self, press: Press, prive: bool = False) -> None:
        """Ask for a hand, before everybody or in private."""
        await (asking_privately.ask(press) if prive else asking.ask(press))

    @lend_a_hand.command(name="aider")
    @answering
    async def lend(self, press: Press) -> None:
        """Say on what, and how often, one may be asked."""
        await lending.show(press)

    @lend_a_hand.command(name="liste")
    @answering
    async def see(self, press: Press) -> None:
        """See what is open."""
        await listing.show_list(press)

    @lend_a_hand.command(name="mes-demandes")
    @answering
    @leaving
    async def mine(self, press: Press) -> None:
        """See one's own requests."""
        await listing.show_mine(press)

    @lend_a_hand.command(name="reseaux")
    @answering
    async def others(self, press: Press) -> None:
        """See other networks."""
        await network_listing.show(press, 0)

    @app_commands.command(name="merci")
    @answering
    async def thank(
        self,
        press: Press,
        membre: discord.Member | discord.User,
        raison: app_commands.Range[str, 1, rules.REASON],
    ) -> None:
        """Thank somebody, and say why."""
        await thanking.thank(press, membre, raison)
