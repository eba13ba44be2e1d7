"""Where those who meet talk, as one of them sees it."""

from __future__ import annotations

from bot.errors import Refusal
from bot.storage.association import Association
from bot.ui.press import Press
from bot.ui.private_threads import have_a_place
from bot.words.text import link
from cogs.matchmaking import match_store, talk, talk_cards
from cogs.matchmaking.own_cards import Place
from cogs.matchmaking.rules import Match


async def of(press: Press, match_id: int) -> Place:
    """Where, and with whom, as it stands now."""
    association, db = press.association, press.association.read()
    match = await match_store.get(db, match_id)
    if match is None:
        raise Refusal("kernel-stale-press")
    others = await talk.partners(db, match, press.user_id)
    return Place(
        people=talk_cards.people(press.words, others or [None]),
        url=thread_url(association, match),
        thread=have_a_place(association),
    )


def thread_url(association: Association, match: Match) -> str | None:
    """The address of a match's thread; None while there is none."""
    return link(association.guild_id, match.thread_id) if match.thread_id is not None else None
