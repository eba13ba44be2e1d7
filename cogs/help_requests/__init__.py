"""Help requests: a member asks for a hand, and somebody lends one; and thanks, the tie between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage import features
from bot.storage.association import Association
from bot.storage.database import Connection
from cogs.help_requests import helper_store, letters, store
from cogs.help_requests.cards import forum_tags, panel, subject
from cogs.help_requests.jobs import for_digest
from cogs.help_requests.matters import register_thanks
from cogs.help_requests.network_cards import lines as network_lines
from cogs.help_requests.network_store import everywhere as networks
from cogs.help_requests.places import CARD
from cogs.help_requests.preferences import CHANNEL
from cogs.help_requests.rules import Network, Request
from cogs.help_requests.thanking import thank_for as thank
from cogs.help_requests.thanks_cards import offer as offer_thanks

if TYPE_CHECKING:
    from bot.client import Comptoir

__all__ = [
    "CARD",
    "CHANNEL",
    "Network",
    "for_digest",
    "forum_tags",
    "is_answered",
    "may_invite",
    "network_lines",
    "networks",
    "offer_thanks",
    "open_request",
    "panel",
    "register_thanks",
    "subject",
    "thank",
]


async def may_invite(association: Association, member_id: int) -> bool:
    """Whether somebody may be invited to lend a hand: where hands are asked for, and unless they do already."""
    offer = await helper_store.get(association.read(), member_id)
    offered = association.preferences[CHANNEL] is not None and features.is_on(association, "help_requests")
    return offered and (offer is None or not offer.active)


async def open_request(db: Connection, request_id: int) -> Request | None:
    """A request for which everybody may lend a hand, or None: it is over, or private, or its asker is away."""
    request = await letters.wanted(db, request_id)
    return None if request is None or request.private else request


async def is_answered(db: Connection, request_id: int) -> bool:
    """Whether somebody takes care of a request, or it is solved."""
    request = await store.get(db, request_id)
    return request is not None and (request.answered or request.solved_at is not None)


async def setup(bot: Comptoir) -> None:
    """Load the feature."""
    from cogs.help_requests.cog import HelpRequests

    await bot.add_cog(HelpRequests(bot))
