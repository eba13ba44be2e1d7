"""Commands of missions: parse, call, show."""

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
from cogs.opportunities import (
    agreeing,
    alerts,
    cards,
    closing,
    interest,
    listing,
    meaning,
    naming,
    previewing,
    rules,
    sharing,
)
from cogs.opportunities.choosing import Threads
from cogs.opportunities.holdings import holdings
from cogs.opportunities.jobs import Alerting, Ending
from cogs.opportunities.leaving import Leaving
from cogs.opportunities.letters import Letters
from cogs.opportunities.posts import Posts
from cogs.opportunities.preferences import CHANNEL
from cogs.opportunities.proposals import Proposals
from cogs.opportunities.rules import ANYWHERE, REMOTE, Kind
from cogs.opportunities.standing import Standing
from cogs.opportunities.telling import Telling

WITH_BUTTONS = (agreeing, closing, interest, naming, previewing)
"""Rooms whose buttons and forms are all that they have: to know them is enough."""
PARTS = (Posts, Letters, Proposals, Threads, Standing, Leaving, Telling, Ending, Alerting)
"""What the room does beside its commands and buttons."""


class Opportunities(commands.Cog):
    """Members share missions, and say which ones they would like."""

    mission = app_commands.Group(name="mission", description="…")

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*holdings(bot.house))
        for part in PARTS:
            part(bot.house)
        bot.house.panels.register(
            Panel("opportunities", CHANNEL, lambda here: cards.panel(here.words), "mission-panel-title")
        )

    @mission.command(name="partager")
    @opening_form
    async def share(self, press: Press, type: str = "", metier: str = "", lieu: str = "") -> None:  # noqa: A002
        """Share a mission; without a kind, that is asked first."""
        kind, trade, place = meaning.kind(type), meaning.trade(press, metier), meaning.place(press, lieu)
        await (sharing.share_as(press, kind, trade, place) if kind or trade or place else sharing.share(press))

    @mission.command(name="liste")
    @answering
    async def see(self, press: Press) -> None:
        """See what is open."""
        await listing.show_list(press, 0, "")

    @mission.command(name="mes-missions")
    @answering
    @leaving
    async def mine(self, press: Press) -> None:
        """See one's own missions."""
        await listing.mine(press, 0)

    @mission.command(name="chercher")
    @answering
    async def search(
        self, press: Press, quoi: app_commands.Range[str, 1, rules.SEARCH] = "", metier: str = "", lieu: str = ""
    ) -> None:
        """Find missions."""
        await listing.show_found(press, 0, meaning.trade(press, metier), meaning.place(press, lieu), quoi)

    @mission.command(name="alertes")
    @answering
    @leaving
    async def alerts(self, press: Press) -> None:
        """Say which missions to be told about."""
        await alerts.show(press)

    @share.autocomplete("type")
    async def kinds(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """The kinds that fit what is typed, accents aside."""
        words = await self._words(interaction)
        named = [(cards.kind_name(words, kind), kind.value) for kind in Kind]
        return [app_commands.Choice(name=name, value=code) for name, code in named if fold(typed) in fold(name)]

    @share.autocomplete("metier")
    @search.autocomplete("metier")
    async def trades(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Trades that fit what is typed, accents aside."""
        language = (await self._words(interaction)).language
        found = self.bot.house.catalogue.complete_trades(typed, language, OPTIONS)
        return [app_commands.Choice(name=trade.names[language], value=trade.id) for trade in found]

    @share.autocomplete("lieu")
    @search.autocomplete("lieu")
    async def places(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """From afar, anywhere, and zones that fit what is typed: number, name or town, accents aside."""
        words, catalogue = await self._words(interaction), self.bot.house.catalogue
        codes = [REMOTE, ANYWHERE, *(zone.id for zone in catalogue.complete_zones(typed, OPTIONS))]
        named = [(cards.place_name(words, catalogue, code), code) for code in codes]
        fitting = [one for one in named if one[1] not in {REMOTE, ANYWHERE} or fold(typed) in fold(one[0])]
        return [app_commands.Choice(name=name, value=code) for name, code in fitting[:OPTIONS]]

    async def _words(self, interaction: discord.Interaction[Any]) -> Words:
        association = await self.bot.house.associations.of(interaction.guild_id or 0)
        member = await members.get(association.read(), interaction.user.id)
        return association.words_in(member.language if member else None)
