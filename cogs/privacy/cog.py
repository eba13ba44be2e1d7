"""Commands and events about people's own data: parse, call, show."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.ui.actions import answering
from bot.ui.press import Press
from cogs.privacy import actions, avoiding, objecting, organising, presence, resting, wishes
from cogs.privacy.inactivity import Inactivity
from cogs.privacy.jobs import Keeping
from cogs.privacy.purging import Purging


class Privacy(commands.Cog):
    """What the bot knows of a person is theirs."""

    moi = app_commands.Group(name="moi", description="…")
    rgpd = app_commands.Group(name="rgpd", description="…", default_permissions=discord.Permissions(manage_guild=True))

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot
        self._keeping = Keeping(bot.house)
        Purging(bot.house, Inactivity(bot.house))
        presence.watch(bot.house)

    @moi.command(name="mes-donnees")
    @answering
    async def data(self, press: Press) -> None:
        """See everything that is kept."""
        await actions.show_data(press)

    @moi.command(name="exporter")
    @answering
    async def export(self, press: Press) -> None:
        """Take it away as a file."""
        await actions.export(press)

    @moi.command(name="effacer")
    @answering
    async def erase(self, press: Press) -> None:
        """Erase it."""
        await actions.ask_to_erase(press)

    @moi.command(name="preferences")
    @answering
    async def preferences(self, press: Press) -> None:
        """Choose one's language, a pause, how often one is asked and for what."""
        await wishes.show(press)

    @moi.command(name="eviter")
    @answering
    async def avoid(self, press: Press) -> None:
        """Choose, in private, whom not to be brought together with."""
        await avoiding.show(press)

    @moi.command(name="pause")
    @answering
    async def rest(self, press: Press) -> None:
        """Be hidden for a while, and lose nothing."""
        await resting.ask_to_rest(press)

    @moi.command(name="reprendre")
    @answering
    async def come_back(self, press: Press) -> None:
        """Be there again."""
        await resting.come_back(press)

    @moi.command(name="opposition")
    @answering
    async def object_to_it(self, press: Press) -> None:
        """Be in no figure, and brought together with nobody."""
        await objecting.show(press)

    @rgpd.command(name="registre")
    @answering
    async def register(self, press: Press) -> None:
        """Get the register of processing."""
        await organising.show_register(press)

    @moi.command(name="confidentialite")
    @answering
    async def notice(self, press: Press) -> None:
        """Read the long text."""
        await actions.show_notice(press)

    @commands.Cog.listener()
    async def on_raw_member_remove(self, event: discord.RawMemberRemoveEvent) -> None:
        """Somebody left: hidden at once."""
        association = await self.bot.house.associations.find(event.guild_id)
        if association is None:
            return
        async with association.transaction() as db:
            await self._keeping.left(association, db, event.user.id)
        await self.bot.house.outbox.send_now(association)

    @commands.Cog.listener()
    async def on_member_join(self, member: discord.Member) -> None:
        """Somebody is here again: everything as they left it."""
        association = await self.bot.house.associations.find(member.guild.id)
        if association is None:
            return
        async with association.transaction() as db:
            await self._keeping.came_back(association, db, member.id)
        await self.bot.house.outbox.send_now(association)
