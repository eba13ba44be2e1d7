"""Commands of tips: parse, call, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.people import members
from bot.ui.actions import answering, leaving, opening_form
from bot.ui.panels import Panel
from bot.ui.press import Press
from bot.words.i18n import Words
from bot.words.text import OPTIONS, fold
from cogs.tips import actions, cards, categories, finding, organising, proposing, rules
from cogs.tips import marks as _marks  # noqa: F401 (its actions register themselves)
from cogs.tips.agreeing import Agreements
from cogs.tips.checking import Checks
from cogs.tips.following import Following
from cogs.tips.holdings import HOLDINGS
from cogs.tips.merging import Additions
from cogs.tips.posts import Legacy, Posts
from cogs.tips.preferences import CHANNEL
from cogs.tips.telling import Telling


class Tips(commands.Cog):
    """Members share what they know, find it again, and keep it right."""

    astuce = app_commands.Group(name="astuce", description="…")

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*HOLDINGS)
        Posts(bot.house)
        Legacy(bot.house)
        Checks(bot.house)
        Agreements(bot.house)
        Additions(bot.house)
        Following(bot.house)
        Telling(bot.house)
        bot.house.panels.register(Panel("tips", CHANNEL, lambda here: cards.panel(here.words), "tips-panel-title"))
        self._menu = app_commands.ContextMenu(
            name=Words("fr").plain("menu-make-tip"), callback=self._make_tip, extras={"words": "menu-make-tip"}
        )

    async def cog_load(self) -> None:
        """Add what a class can't declare: the context menu, whose name comes from the wording."""
        self.bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it away again."""
        self.bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @astuce.command(name="partager")
    @opening_form
    async def share(self, press: Press) -> None:
        """Share a tip."""
        await actions.share(press)

    @astuce.command(name="chercher")
    @answering
    async def search(self, press: Press, quoi: app_commands.Range[str, 1, rules.SEARCH], categorie: str = "") -> None:
        """Find tips."""
        await finding.show_found(press, 0, await finding.meant_category(press, categorie), quoi)

    @astuce.command(name="mes-astuces")
    @answering
    @leaving
    async def mine(self, press: Press) -> None:
        """One's own tips."""
        await finding.mine(press, 0)

    @astuce.command(name="gardees")
    @answering
    async def kept(self, press: Press) -> None:
        """The tips that one keeps."""
        await finding.kept(press, 0)

    @astuce.command(name="categories")
    @answering
    async def edit_categories(self, press: Press) -> None:
        """Organisers edit the list of categories."""
        await organising.show(press)

    @search.autocomplete("categorie")
    async def complete(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Categories that fit what is typed, accents aside."""
        association = await self.bot.house.associations.of(interaction.guild_id or 0)
        db = association.read()
        member = await members.get(db, interaction.user.id)
        listed = await categories.listed(db, association.words_in(member.language if member else None))
        fitting = [one for one in listed if fold(typed) in fold(one.label)]
        return [app_commands.Choice(name=one.label, value=one.code) for one in fitting][:OPTIONS]

    async def _make_tip(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await self.bot.router.run(
            interaction, lambda press: proposing.from_message(press, message), opens_form=True, feature="tips"
        )
