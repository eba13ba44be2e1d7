"""Commands of questions: parse, call, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.ui.actions import answering, leaving, opening_form
from bot.ui.press import Press
from bot.words.text import OPTION_LABEL, OPTIONS, fold, truncate
from cogs.prompts import deciding as _deciding  # noqa: F401 (its actions register themselves)
from cogs.prompts import list_cards, listing, planning, questions, suggesting, writing
from cogs.prompts.asking import Asking
from cogs.prompts.letters import Letters
from cogs.prompts.posts import Posts
from cogs.prompts.rules import LENGTH
from cogs.prompts.suggesting import Suggestions
from cogs.prompts.telling import Telling

Sought = app_commands.Range[str, 1, LENGTH]


class Prompts(commands.Cog):
    """Organisers run the ritual, members propose questions."""

    team = app_commands.Group(
        name="questions", description="…", default_permissions=discord.Permissions(manage_guild=True)
    )
    question = app_commands.Group(name="question", description="…")

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        for part in (Letters, Posts, Asking, Suggestions, Telling):
            part(bot.house)

    @question.command(name="proposer")
    @opening_form
    async def suggest(self, press: Press) -> None:
        """Propose a question."""
        await suggesting.suggest(press)

    @question.command(name="miennes")
    @answering
    @leaving
    async def mine(self, press: Press) -> None:
        """See what one proposed."""
        await suggesting.mine(press)

    @team.command(name="ajouter")
    @opening_form
    async def add(self, press: Press) -> None:
        """Add a question of one's own."""
        await writing.add(press)

    @team.command(name="modifier")
    @opening_form
    async def edit(self, press: Press, question: Sought) -> None:
        """Ask one in other words."""
        press.require_organiser()
        await writing.seek_to_edit(press, question)

    @team.command(name="retirer")
    @answering
    async def remove(self, press: Press, question: Sought) -> None:
        """Ask one no more."""
        press.require_organiser()
        await writing.seek_to_remove(press, question)

    @team.command(name="liste")
    @answering
    async def see(self, press: Press) -> None:
        """Look through the bank."""
        await listing.show(press, list_cards.FIRST, 0)

    @team.command(name="apercu")
    @answering
    async def look_ahead(self, press: Press) -> None:
        """See what would be asked now."""
        await planning.preview(press)

    @team.command(name="planifier")
    @answering
    async def plan(self, press: Press) -> None:
        """Set the ritual."""
        await planning.plan(press)

    @team.command(name="passer")
    @answering
    async def skip(self, press: Press) -> None:
        """Leave the next turn out."""
        await planning.ask_to_skip(press)

    @edit.autocomplete("question")
    @remove.autocomplete("question")
    async def complete(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """Questions that hold what is typed, accents aside."""
        association = await self.bot.house.associations.of(interaction.guild_id or 0)
        known = await questions.all_of(self.bot.house.settings, association, association.read())
        fitting = [one for one in known if not one.removed and fold(typed) in fold(one.text)]
        return [app_commands.Choice(name=truncate(one.text, OPTION_LABEL), value=one.ref) for one in fitting][:OPTIONS]
