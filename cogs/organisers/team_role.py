"""The role that makes organisers: chosen once it is said how many people have it, and so that nobody shuts themselves
out."""

from __future__ import annotations

from bot.delivery.discord_calls import Undecided, Undeliverable, outside
from bot.ui.actions import custom_id
from bot.ui.press import Press
from cogs.organisers import cards, choosing


async def ask(press: Press, role_id: int, act: str, *, back: str) -> None:
    """Ask once before a role is the team's: `act` takes its id, `back` leads away. Raises `Refusal` for a role that
    doesn't fit."""
    choosing.check_role(press, role_id)
    await press.defer()
    holders = await _holders(press, role_id)
    await press.show(cards.team_role(press.words, role_id, holders, custom_id(act, role_id), back))


async def _holders(press: Press, role_id: int) -> int | None:
    """How many people have a role; None where Discord doesn't tell."""
    if not press.house.settings.members_intent:
        return None
    try:
        async with outside():
            everybody = [member async for member in choosing.guild_of(press).fetch_members(limit=None)]
    except (Undecided, Undeliverable):
        return None
    return sum(not person.bot and any(held.id == role_id for held in person.roles) for person in everybody)
