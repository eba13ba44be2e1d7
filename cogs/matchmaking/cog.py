"""Commands of coffee, for members and for organisers: parse, call, show."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.ui.actions import answering, leaving
from bot.ui.panels import Panel
from bot.ui.press import Press
from cogs.matchmaking import (
    again,
    jobs,
    joining,
    organising,
    own_cards,
    own_letters,
    resting,
    round_letters,
    rules,
    status,
    taking_part,
    talk_letters,
    talking,
)
from cogs.matchmaking.announcing import Announcements
from cogs.matchmaking.checks import CheckIns, Nudges
from cogs.matchmaking.holdings import holdings
from cogs.matchmaking.leaving import Leavers
from cogs.matchmaking.preferences import CHANNEL
from cogs.matchmaking.telling import Telling
from cogs.matchmaking.threads import Threads

WITH_BUTTONS = (joining, talking)
"""Rooms whose buttons are all that they have: to know them is enough."""


class Matchmaking(commands.Cog):
    """Members have coffee with somebody new; organisers say when."""

    coffee = app_commands.Group(name="cafe", description="…")
    team = app_commands.Group(
        name="cafe-orga", description="…", default_permissions=discord.Permissions(manage_guild=True)
    )

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*holdings(bot.house))
        letters = (round_letters.Letters, talk_letters.Letters, own_letters.Letters)
        for part in (Announcements, Threads, Nudges, CheckIns, *letters, Leavers, jobs.Rounds, Telling):
            part(bot.house)
        bot.house.panels.register(
            Panel("matchmaking", CHANNEL, lambda here: own_cards.panel(here.words), "coffee-panel-title")
        )

    @coffee.command(name="participer")
    @answering
    async def take_part(self, press: Press) -> None:
        """Choose how one takes part."""
        await taking_part.show(press)

    @coffee.command(name="pause")
    @app_commands.rename(day="jusqu-au", rounds="tours")
    @answering
    async def rest(
        self,
        press: Press,
        day: app_commands.Range[str, 1, resting.DAY] | None = None,
        rounds: app_commands.Range[int, 1, rules.PAUSE_ROUNDS] | None = None,
    ) -> None:
        """Rest until a day, or for some rounds."""
        await resting.pause(press, day, rounds)

    @coffee.command(name="arreter")
    @answering
    @leaving
    async def stop(self, press: Press) -> None:
        """Not take part any more."""
        await taking_part.stop(press)

    @coffee.command(name="statut")
    @answering
    async def see(self, press: Press) -> None:
        """See where one stands."""
        await status.show(press)

    @coffee.command(name="recroiser")
    @answering
    async def meet_again(self, press: Press, membre: discord.Member | discord.User | None = None) -> None:
        """Wish to meet a past partner again."""
        await again.from_command(press, membre)

    @team.command(name="planifier")
    @answering
    async def plan(self, press: Press) -> None:
        """See and set what is planned."""
        await organising.plan(press)

    @team.command(name="apercu")
    @answering
    async def preview(self, press: Press) -> None:
        """See what the next round would be."""
        await organising.preview(press)

    @team.command(name="lancer")
    @answering
    async def launch(self, press: Press) -> None:
        """Announce a round, or bring people together now."""
        await organising.launch(press)

    @team.command(name="annuler")
    @answering
    async def cancel(self, press: Press) -> None:
        """Call a round off."""
        await organising.cancel(press)

    @team.command(name="bilan")
    @answering
    async def figures(self, press: Press) -> None:
        """See the last rounds in figures."""
        await organising.figures(press)
