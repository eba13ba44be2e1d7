"""Commands, context menus and events of moderation: parse, call, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.storage.association import Association
from bot.ui.actions import answering
from bot.ui.press import Press
from bot.words.i18n import Words
from cogs.moderation import acts, apart, appeals, drafting, history, reporting, rules, told, widening
from cogs.moderation.appeal_lines import AppealLines
from cogs.moderation.appeal_waiting import Waiting
from cogs.moderation.escalation import Escalation
from cogs.moderation.holdings import HOLDINGS
from cogs.moderation.keeping import Keeping
from cogs.moderation.lines import Lines
from cogs.moderation.pausing import Pauses
from cogs.moderation.progress import Progress
from cogs.moderation.referring import Referents
from cogs.moderation.telling import Telling
from cogs.moderation.telling_readers import Letters

MENU = "menu-tell-the-team"
"""The message that names both context menus."""
WITH_BUTTONS = (acts, apart, appeals, reporting, widening)
"""Rooms whose buttons are all that they have: to know them is enough."""


class Moderation(commands.Cog):
    """Members tell the team what goes wrong, and the team sees to it."""

    equipe = app_commands.Group(
        name="equipe", description="…", default_permissions=discord.Permissions(manage_guild=True)
    )

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*HOLDINGS)
        self._lines, self._appeals, self._referents = Lines(bot.house), AppealLines(bot.house), Referents(bot.house)
        for part in (Escalation, Keeping, Progress, Letters, Telling, told.Letters, Waiting, Pauses):
            part(bot.house)
        name = Words("fr").plain(MENU)
        self._menus = (
            app_commands.ContextMenu(name=name, callback=self._of_message, extras={"words": MENU}),
            app_commands.ContextMenu(name=name, callback=self._of_member, extras={"words": MENU}),
        )

    async def cog_load(self) -> None:
        """Add what a class can't declare: the context menus, whose name comes from the wording."""
        for menu in self._menus:
            self.bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        """Take them away again."""
        for menu in self._menus:
            self.bot.tree.remove_command(menu.name, type=menu.type)

    @equipe.command(name="historique")
    @answering
    async def history(
        self,
        press: Press,
        membre: discord.Member | discord.User,
        raison: app_commands.Range[str, 1, rules.NOTE],
    ) -> None:
        """See what is known of somebody, for a reason that is kept."""
        await history.look(press, membre.id, raison)

    async def _of_message(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await self.bot.router.run(
            interaction, lambda press: drafting.of_message(press, message), opens_form=True, feature="moderation"
        )

    async def _of_member(self, interaction: discord.Interaction[Any], member: discord.Member | discord.User) -> None:
        await self.bot.router.run(
            interaction, lambda press: drafting.of_member(press, member.id), opens_form=True, feature="moderation"
        )

    @commands.Cog.listener()
    async def on_preferences_changed(self, association: Association) -> None:
        """Another channel may be the team's, somebody else the referent."""
        await self._lines.follow(association)
        await self._appeals.follow(association)
        await self._referents.follow(association)
