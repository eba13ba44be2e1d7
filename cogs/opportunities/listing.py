"""What is open, what fits a search, and one's own missions: private pages, with what can be done beside each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.storage.search import PROSE
from bot.ui.actions import Rest, action, custom_id, leaving
from bot.ui.cards import Block, button, row
from bot.ui.confirm import confirmation
from bot.ui.pager import page_of
from bot.ui.press import Press
from bot.words.text import Safe
from cogs.help_requests import offer_thanks
from cogs.opportunities import (
    cards,
    hands,
    interest_cards,
    interest_store,
    list_cards,
    meaning,
    places,
    posts,
    rules,
    store,
)
from cogs.opportunities.rules import ANYWHERE, Mission

PAGE: Final = 5
OWN: Final = 10
"""How many missions a page holds: of everybody's, and of one's own, a line each."""


@action("opportunities:list")
async def show_list(press: Press, number: int, kind: str) -> None:
    """A page of everything that is open, or of one kind, the newest first."""
    meaning.kind(kind, forged=True)
    found = await store.open_missions(press.association.read())
    page = page_of([mission for mission in found if not kind or mission.kind == kind], number, PAGE)
    urls = await _urls(press, page.entries)
    await press.show(list_cards.open_missions(press.words, press.catalogue, page, urls, kind))


@action("opportunities:list_kind")
async def list_kind(press: Press) -> None:
    """One kind, or all."""
    await show_list(press, 0, "" if press.choice == "all" else press.choice)


@action("opportunities:page")
async def page(press: Press, number: int, trade: str, place: str, query: Rest) -> None:
    """Another page of the same search."""
    await show_found(press, number, trade, place, query)


async def show_found(press: Press, number: int, trade: str, place: str, query: str) -> None:
    """Open missions that match a search, best first; what can be done from afar fits every place. Never a dead end."""
    meaning.trade(press, trade, forged=True)
    meaning.place(press, place, forged=True)
    query = rules.read_search(query)
    found = await _search(press, trade, place, query)
    elsewhere = not found and bool(place)
    if elsewhere:
        found = await _search(press, trade, "", query)
    if not found:
        near = await press.association.search.nearest_words(press.association.read(), query)
        await press.show(
            list_cards.none_found(press.words, query, [word for word in near if len(word) <= rules.SEARCH])
        )
        return
    shown = page_of(found, number, PAGE)
    urls = await _urls(press, shown.entries)
    await press.show(
        list_cards.found(
            press.words, press.catalogue, shown, urls, trade=trade, place=place, query=query, elsewhere=elsewhere
        )
    )


async def _search(press: Press, trade: str, place: str, query: str) -> list[Mission]:
    """Those that fit, best first, then those whose trade the words mean."""
    there = [] if not place else [[f"place-{place}"] if place == rules.REMOTE else [f"zone-{place}", ANYWHERE]]
    of_trade = [[f"trade-{trade}"]] if trade else []
    found = await _find(press, query, [*of_trade, *there])
    if query and not trade:
        for meant in press.catalogue.propose_trades(query):
            found += await _find(press, "", [[f"trade-{meant.id}"], *there])
    missions = await store.open_among(press.association.read(), found)
    return [missions[ref] for ref in dict.fromkeys(found) if ref in missions]


async def _find(press: Press, query: str, facets: list[list[str]]) -> list[int]:
    db = press.association.read()
    found = await press.association.search.find(db, places.DOCUMENT, query, facets=facets, share=PROSE)
    hits = [hit.ref for hit in found.hits]
    return hits if query else sorted(hits, reverse=True)


async def _urls(press: Press, missions: Sequence[Mission]) -> dict[int, str]:
    return await places.urls(press.house, press.association, [mission.id for mission in missions])


@action("opportunities:mine")
@leaving
async def mine(press: Press, number: int) -> None:
    """A page of one's own missions."""
    db = press.association.read()
    page = page_of(await store.of_author(db, press.user_id), number, OWN)
    up = {hand.mission_id: hand for hand in await interest_store.raised_by(db, press.user_id)}
    wanted = await store.open_among(db, up)
    others = [wanted[one] for one in up if one in wanted][:OWN] if page.number == 0 else []
    house, association = press.house, press.association
    waited = [one.id for one in page.entries if one.open and await hands.raised(house, association, db, one)]
    await press.show(list_cards.mine(press.words, press.catalogue, page, others, waited))


@action("opportunities:pick")
@leaving
async def pick(press: Press) -> None:
    """One mission, chosen from a list."""
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    await show_one(press, int(press.choice))


@action("opportunities:one")
@leaving
async def show_one(press: Press, mission_id: int) -> None:
    """One mission, privately; its author sees who would like it, and what can be done."""
    db = press.association.read()
    mission = await store.get(db, mission_id)
    if mission is not None and mission.author_id == press.user_id:
        await _show_own(press, mission)
        return
    wanted = await hands.wanted(db, mission_id)
    hand = await interest_store.of(db, wanted.id, press.user_id)
    url = await places.url(press.house, press.association, wanted.id)
    await press.show(cards.one(press.words, press.catalogue, wanted, url, raised=hand is not None and hand.up))


async def _show_own(press: Press, mission: Mission) -> None:
    url = await places.url(press.house, press.association, mission.id)
    waits = url is None and mission.open
    raised = await _raised(press, mission)
    await press.show(list_cards.own(press.words, press.catalogue, mission, url, raised, waits=waits))


async def _raised(press: Press, mission: Mission) -> list[Block]:
    """Who would like to do it; of whom was chosen, that it was done; once both said so, the way to thank them."""
    db = press.association.read()
    if mission.filled_by is not None and mission.confirmed:
        return [row(offer_thanks(press.words, places.topic(mission.id)))]
    if await interest_store.chosen(db, mission) is not None and mission.confirmed is None:
        return interest_cards.done(press.words, mission.id)
    if not mission.open:
        return []
    return interest_cards.raised(press.words, mission, await hands.raised(press.house, press.association, db, mission))


@action("opportunities:question")
async def question(press: Press, mission_id: int) -> None:
    """Where questions are asked: in the conversation under the card, which its author follows."""
    association = press.association
    mission = await hands.wanted(association.read(), mission_id)
    url = await places.conversation_url(press.house, association, association.read(), mission.id)
    await press.answer("mission-question-where", place="yes" if url else "no", link=Safe(url or ""))


@action("opportunities:forget_ask")
@leaving
async def ask_to_forget(press: Press, mission_id: int) -> None:
    """Ask once before a mission is forgotten."""
    db = press.association.read()
    chosen = await interest_store.chosen(db, await _own(press, db, mission_id)) is not None
    act, words = custom_id("opportunities:forget", mission_id), press.words
    asked = words("mission-forget-ask", chosen="yes" if chosen else "no")
    await press.show(confirmation(words, asked, "mission-forget", act))


@action("opportunities:forget")
@leaving
async def forget(press: Press, mission_id: int) -> None:
    """Forget one's mission: its card, its document, what people were asked and said."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        mission = await _own(press, db, mission_id)
        await posts.take_away(house, association, db, mission)
        await store.remove(db, mission.id)
    mine_ = button(press.words.plain("offer-opportunities-mine"), custom_id("opportunities:mine", 0))
    await press.answer("mission-forgotten", row(mine_))
    await house.outbox.send_now(association, patience=0)


async def _own(press: Press, db: Connection, mission_id: int) -> Mission:
    return rules.check_own(await store.get(db, mission_id), press.user_id)
