"""Commands and events of introductions: parse, call, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.errors import Refusal
from bot.people import members
from bot.ui.actions import answering, leaving, opening_form
from bot.ui.panels import Panel
from bot.ui.press import Press
from bot.words.i18n import Words
from bot.words.text import OPTIONS
from cogs.introductions import actions, cards, finding, rules
from cogs.introductions.holdings import HOLDINGS
from cogs.introductions.jobs import Recap, Unanswered
from cogs.introductions.posts import Posts
from cogs.introductions.preferences import CHANNEL
from cogs.introductions.telling import Telling
from cogs.introductions.welcome import Welcome


class Introductions(commands.Cog):
    """Members say who they are, are found by others, change their mind."""

    presentation = app_commands.Group(name="presentation", description="…")

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*HOLDINGS)
        Posts(bot.house)
        Unanswered(bot.house)
        Recap(bot.house)
        Telling(bot.house)
        self._welcome = Welcome(bot.house)
        bot.house.panels.register(
            Panel("introductions", CHANNEL, lambda here: cards.panel(here.words), "intro-panel-title")
        )
        self._menu = app_commands.ContextMenu(
            name=Words("fr").plain("menu-view-introduction"),
            callback=self._view_of,
            extras={"words": "menu-view-introduction"},
        )

    async def cog_load(self) -> None:
        """Add what a class can't declare: the context menu, whose name comes from the wording."""
        self.bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it away again."""
        self.bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @presentation.command(name="ecrire")
    @opening_form
    async def write(self, press: Press, metier: str = "", ou: str = "") -> None:
        """Introduce oneself, or change it."""
        await actions.write_as(press, _trade(press, metier), _zone(press, ou))

    @presentation.command(name="voir")
    @answering
    async def view(self, press: Press, membre: discord.Member | discord.User | None = None) -> None:
        """See an introduction."""
        await finding.show_one(press, membre.id if membre else press.user_id)

    @presentation.command(name="retirer")
    @answering
    @leaving
    async def withdraw(self, press: Press) -> None:
        """Take one's introduction down."""
        await actions.ask_to_withdraw(press)

    @app_commands.command(name="qui-fait")
    @answering
    async def who_does(
        self, press: Press, quoi: app_commands.Range[str, 1, rules.SEARCH], metier: str = "", ou: str = ""
    ) -> None:
        """Find members by what they do or offer."""
        await finding.show_found(press, 0, _trade(press, metier), _zone(press, ou), quoi.strip())

    @write.autocomplete("metier")
    @who_does.autocomplete("metier")
    async def trades(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Trades that fit what is typed, accents aside."""
        language = await self._language(interaction)
        found = self.bot.house.catalogue.complete_trades(typed, language, OPTIONS)
        return [app_commands.Choice(name=trade.names[language], value=trade.id) for trade in found]

    @write.autocomplete("ou")
    @who_does.autocomplete("ou")
    async def zones(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Zones that fit what is typed: number, name or town, accents aside."""
        language = await self._language(interaction)
        found = self.bot.house.catalogue.complete_zones(typed, OPTIONS)
        return [app_commands.Choice(name=zone.label(language), value=zone.id) for zone in found]

    async def _language(self, interaction: discord.Interaction[Any]) -> str:
        association = await self.bot.house.associations.of(interaction.guild_id or 0)
        member = await members.get(association.read(), interaction.user.id)
        return association.words_in(member.language if member else None).language

    async def _view_of(self, interaction: discord.Interaction[Any], member: discord.Member | discord.User) -> None:
        await self.bot.router.run(
            interaction, lambda press: finding.show_one(press, member.id), feature="introductions"
        )

    @commands.Cog.listener()
    async def on_member_join(self, member: discord.Member) -> None:
        """Somebody joined."""
        association = await self.bot.house.associations.find(member.guild.id)
        if association is not None and not member.bot:
            async with association.transaction() as db:
                await self._welcome.joined(association, db, member.id)

    @commands.Cog.listener()
    async def on_raw_member_remove(self, event: discord.RawMemberRemoveEvent) -> None:
        """Somebody left."""
        association = await self.bot.house.associations.find(event.guild_id)
        if association is not None:
            async with association.transaction() as db:
                await self._welcome.left(db, event.user.id)


def _trade(press: Press, typed: str) -> str:
    """The trade chosen from the list, or meant by what was typed instead."""
    if not typed or typed in press.catalogue.trades:
        return typed
    meant = press.catalogue.propose_trades(typed)
    if not meant:
        raise Refusal("intro-unknown-trade", trade=typed)
    return meant[0].id


def _zone(press: Press, typed: str) -> str:
    """The zone chosen from the list, or meant by what was typed instead."""
    if not typed or typed in press.catalogue.zones:
        return typed
    meant = press.catalogue.match_zones(typed)
    if not meant:
        raise Refusal("intro-unknown-zone", where=typed)
    return meant[0].id
