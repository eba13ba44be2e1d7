"""Commands of warm introductions: parse, call, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.ui.actions import answering, leaving, opening_form
from bot.ui.panels import Panel
from bot.ui.press import Press
from bot.words.i18n import Words
from cogs.warm_intros import (
    bilan,
    door_cards,
    doors,
    present_answers,
    presenting,
    rules,
    search_answers,
    searching,
    targets,
)
from cogs.warm_intros.following_up import FollowingUp
from cogs.warm_intros.holdings import HOLDINGS
from cogs.warm_intros.leaving import Leaving
from cogs.warm_intros.letters import Letters
from cogs.warm_intros.preferences import CHANNEL
from cogs.warm_intros.present_job import PresentJob
from cogs.warm_intros.present_leaving import PresentLeaving
from cogs.warm_intros.present_letters import PresentLetters
from cogs.warm_intros.search_job import SearchJob
from cogs.warm_intros.threads import Threads

MENU = "menu-introduce-to"
PARTS = (Letters, PresentLetters, Threads, SearchJob, PresentJob, FollowingUp, Leaving, PresentLeaving)
WITH_BUTTONS = (search_answers, present_answers, targets)
"""Rooms whose buttons and forms are all that they have: to know them is enough."""


class WarmIntros(commands.Cog):
    """Members open doors for one another."""

    i_know = app_commands.Group(name="je-connais", description="…")
    team = app_commands.Group(
        name="mises-en-relation", description="…", default_permissions=discord.Permissions(manage_guild=True)
    )

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*HOLDINGS)
        for part in PARTS:
            part(bot.house)
        bot.house.panels.register(
            Panel("warm_intros", CHANNEL, lambda here: door_cards.panel(here.words), "intros-panel-title")
        )
        self._menu = app_commands.ContextMenu(
            name=Words("fr").plain(MENU), callback=self._introduce_to, extras={"words": MENU}
        )

    async def cog_load(self) -> None:
        """Add what a class can't declare: the context menu, whose name comes from the wording."""
        self.bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it away again."""
        self.bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @i_know.command(name="ajouter")
    @opening_form
    async def add(self, press: Press) -> None:
        """Say which door one could open."""
        await doors.add(press)

    @i_know.command(name="liste")
    @answering
    @leaving
    async def mine(self, press: Press) -> None:
        """See one's own doors."""
        await doors.doors(press, 0)

    @app_commands.command(name="qui-connait")
    @answering
    async def look(
        self,
        press: Press,
        qui: app_commands.Range[str, 1, rules.WHO],
        pourquoi: app_commands.Range[str, 1, rules.WHY],
    ) -> None:
        """Look for somebody who knows somebody."""
        await searching.search(press, qui, pourquoi)

    @team.command(name="bilan")
    @answering
    async def count(self, press: Press) -> None:
        """Organisers see numbers, and nothing else."""
        await bilan.show(press)

    async def _introduce_to(self, interaction: discord.Interaction[Any], member: discord.Member | discord.User) -> None:
        await self.bot.router.run(
            interaction, lambda press: presenting.from_menu(press, member), opens_form=True, feature="warm_intros"
        )
