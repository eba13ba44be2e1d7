"""Commands of deadlines: parse, call, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.people import members
from bot.ui.actions import answering
from bot.ui.press import Press
from bot.words.text import OPTIONS, fold
from cogs.deadlines import answering as _answers  # noqa: F401 (its actions register themselves)
from cogs.deadlines import confirming, correcting, following, organising, showing, typing_in
from cogs.deadlines import own_reports as _own  # noqa: F401 (the same)
from cogs.deadlines.book import open_book
from cogs.deadlines.confirming import Checking
from cogs.deadlines.dates import dates
from cogs.deadlines.holdings import holdings
from cogs.deadlines.leaving import Leaving
from cogs.deadlines.reminding import Reminding
from cogs.deadlines.reporting import Reports
from cogs.deadlines.staleness import Staleness
from cogs.deadlines.telling import Telling

TYPED = 100
"""Characters of a topic as it is typed, at most."""


class Deadlines(commands.Cog):
    """Administrative dates: shown, followed, put into a calendar, kept right."""

    echeances = app_commands.Group(name="echeances", description="…")
    orga = app_commands.Group(
        name="echeances-orga", description="…", default_permissions=discord.Permissions(manage_guild=True)
    )

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        bot.house.register.declare(*holdings(bot.house))
        open_book(bot.house.settings)
        for part in (Reminding, Staleness, Reports, Checking, Leaving, Telling):
            part(bot.house)

    @echeances.command(name="prochaines")
    @answering
    async def coming(self, press: Press, sujet: app_commands.Range[str, 0, TYPED] = "") -> None:
        """See the next dates."""
        await showing.page(press, 0, await showing.meant_topic(press, sujet))

    @echeances.command(name="suivre")
    @answering
    async def follow(self, press: Press) -> None:
        """Choose what to be reminded of."""
        await following.show(press)

    @echeances.command(name="agenda")
    @answering
    async def agenda(self, press: Press) -> None:
        """Get them as a file."""
        await showing.agenda(press)

    @orga.command(name="dates")
    @answering
    async def type_dates(self, press: Press) -> None:
        """Type the year's dates."""
        await typing_in.show_dates(press)

    @orga.command(name="corriger")
    @answering
    async def correct(self, press: Press) -> None:
        """Correct a date, or hide an entry."""
        await correcting.show_entries(press, 0)

    @orga.command(name="confirmer")
    @answering
    async def confirm(self, press: Press) -> None:
        """Confirm what waits to be compared with its source."""
        await confirming.show(press)

    @orga.command(name="historique")
    @answering
    async def history(self, press: Press) -> None:
        """See who changed what."""
        await organising.show_history(press, 0)

    @coming.autocomplete("sujet")
    async def complete(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Topics that fit what is typed, accents aside."""
        association = await self.bot.house.associations.of(interaction.guild_id or 0)
        db = association.read()
        member = await members.get(db, interaction.user.id)
        language = association.words_in(member.language if member else None).language
        topics = (await dates(self.bot.house, association, db)).topics
        fitting = [one for one in topics if fold(typed) in fold(one.names[language])]
        return [app_commands.Choice(name=one.names[language], value=one.id) for one in fitting][:OPTIONS]
