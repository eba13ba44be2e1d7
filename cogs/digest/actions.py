"""`/gazette`, and everything that a digest tells, page by page."""

from __future__ import annotations

from bot.errors import Refusal
from bot.ui.actions import action
from bot.ui.press import Press
from cogs.digest import cards, store, telling


@action("digest:show")
async def show(press: Press) -> None:
    """The last seven days, privately."""
    sections = await press.house.sections.of(press.association, press.words, telling.running(press.now()))
    await press.show(cards.running(press.words, sections, subscribed=await _subscribes(press)))


@action("digest:all")
async def everything(press: Press, digest_id: int, number: int) -> None:
    """A page of everything that a digest tells; of the last seven days, when no digest is said."""
    association, words = press.association, press.words
    if digest_id == cards.RUNNING:
        heading = words("digest-running")
        sections = await press.house.sections.of(association, words, telling.running(press.now()))
    else:
        digest = await store.get(association.read(), digest_id)
        if digest is None:
            raise Refusal("kernel-stale-press")
        heading = cards.title(words, telling.day_of(association, digest))
        sections = await telling.of(press.house, association, words, digest)
    subscribed = await _subscribes(press)
    await press.show(cards.everything(words, heading, sections, number, digest_id, subscribed=subscribed))


async def _subscribes(press: Press) -> bool:
    return await store.subscribes(press.association.read(), press.user_id)
