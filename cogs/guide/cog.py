"""`/aide`, and the same as a button."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.client import Comptoir
from bot.people import members
from bot.ui.actions import action, answering
from bot.ui.press import Press
from cogs.guide import cards


class Guide(commands.Cog):
    """What this place is and what one can do here."""

    def __init__(self, bot: Comptoir) -> None:
        self.bot = bot

    @app_commands.command(name="aide")
    @answering
    async def help(self, press: Press) -> None:
        """Show the guide."""
        await show_guide(press)


@action("guide:show")
async def show_guide(press: Press) -> None:
    """One screen, made for the person who asks."""
    association = press.association
    names = {
        "ecrire": "presentation ecrire",
        "voir": "presentation voir",
        "qui": "qui-fait",
        "demander": "coup-de-main demander",
        "liste": "coup-de-main liste",
        "partager": "astuce partager",
        "chercher": "astuce chercher",
        "merci": "merci",
        "connait": "qui-connait",
        "portes": "je-connais ajouter",
        "missions": "mission liste",
        "mission": "mission partager",
        "cafe": "cafe participer",
        "gazette": "gazette",
        "echeances": "echeances prochaines",
        "question": "question proposer",
        "preferences": "moi preferences",
        "eviter": "moi eviter",
        "aider": "coup-de-main aider",
        "moi": "moi mes-donnees",
        "installer": "installer",
        "envois": "envois",
        "orga": "cafe-orga planifier",
        "reglages": "reglages",
        "relais": "relais",
        "historique": "equipe historique",
        "registre": "rgpd registre",
    }
    commands_ = {key: association.command(name) for key, name in names.items()}
    introduced = await members.visible_profile(association.read(), press.user_id) is not None
    await press.show(
        cards.guide(
            press.words,
            association.name,
            introduced=introduced,
            organiser=press.is_organiser,
            commands=commands_,
            off=[name for name in cards.FEATURES if not press.house.features.is_on(association, name)],
        )
    )
