"""Sentences that the doctor and the start of the bot share: what to do about a token or an intent."""

from __future__ import annotations

from typing import Final

PORTAL: Final = "https://discord.com/developers/applications"
MEMBERS_LOST: Final = "nobody is welcomed, and who left is found out once a day only"
NO_TOKEN: Final = (
    f"Copy the bot's token from {PORTAL} (your application, Bot, Reset Token) into the environment or into .env,"
    " as DISCORD_TOKEN=…"
)
TOKEN_REFUSED: Final = (
    f"It was reset, or its bot was deleted. Make a new one: {PORTAL} (your application, Bot, Reset Token)."
)
INTENT_REFUSED: Final = (
    f'Switch on "Server Members Intent": {PORTAL} (your application, Bot, Privileged Gateway Intents).'
    f" Or set MEMBERS_INTENT=false; then {MEMBERS_LOST}."
)
