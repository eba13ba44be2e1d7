"""Looking for people: by words, trade and place, and one member's introduction."""

from __future__ import annotations

from typing import Final

from bot.errors import Refusal
from bot.people import members
from bot.storage import publications
from bot.ui.actions import Rest, action
from bot.ui.forms import Field, Form, declare
from bot.ui.pager import Page, page_of
from bot.ui.press import Press
from bot.words.text import member
from cogs.introductions import cards, posts, rules

PAGE: Final = 5

FIND: Final = declare(
    Form(
        "introductions:found",
        "find-form",
        (Field("what", required=True, limit=rules.SEARCH), Field("where", limit=rules.PLACE)),
    )
)


@action("introductions:find", opens_form=True)
async def find(press: Press) -> None:
    """Ask what, and where."""
    await press.open(FIND)


@action("introductions:found")
async def found(press: Press) -> None:
    """Search with what was typed in the form."""
    where = press.fields.get("where", "")
    zone = ""
    if where:
        places = press.catalogue.match_zones(where)
        if not places:
            raise Refusal("intro-unknown-zone", where=where)
        zone = places[0].id
    await show_found(press, 0, "", zone, press.fields.get("what", ""))


@action("introductions:page")
async def page(press: Press, number: int, trade: str, zone: str, query: Rest) -> None:
    """Another page of the same search."""
    await show_found(press, number, trade, zone, query)


async def show_found(press: Press, number: int, trade: str, zone: str, query: str) -> None:
    """People who match a search, best first, on private pages; never a dead end."""
    query = query[: rules.SEARCH]
    found = await _search(press, trade, zone, query)
    elsewhere = not found and bool(zone)
    if elsewhere:
        found = await _search(press, trade, "", query)
    if not found:
        near = await press.association.search.nearest_words(press.association.read(), query)
        near = [word for word in near if len(word) <= rules.SEARCH]
        meant = press.catalogue.propose_trades(query)
        trades = [trade for trade in meant if await _search(press, trade.id, "", "")]
        await press.show(cards.nobody(press.words, query, near, trades))
        return
    page = page_of(found, number, PAGE)
    shown = await members.profiles(press.association.read(), list(page.entries))
    standing = await publications.many(press.association.read(), posts.CARD, list(shown))
    urls = {
        member_id: url
        for member_id, card in standing.items()
        if (url := press.house.publications.url(press.association, card))
    }
    people = Page([shown[member_id] for member_id in page.entries if member_id in shown], page.number, page.count)
    words = press.words
    subject = ", ".join(part for part in (query, press.catalogue.trade_label(trade, words.language)) if part)
    heading = words(
        "intro-found",
        about=subject,
        asked="yes" if subject else "no",
        where=press.catalogue.zone_label(zone, words.language),
        near="elsewhere" if elsewhere else "here" if zone else "anywhere",
    )
    await press.show(cards.found(words, press.catalogue, people, urls, heading, trade=trade, zone=zone, query=query))


async def _search(press: Press, trade: str, zone: str, query: str) -> list[int]:
    """The members who match, best first, then those whose trade the words mean, the person who asks last. Only those
    who can be seen are in the index."""
    filters = [[code] for code in (f"trade-{trade}" if trade else "", f"zone-{zone}" if zone else "") if code]
    what, where = rules.split_place(query)
    places = press.catalogue.match_zones(where) if where and not zone else []
    there = [[f"zone-{place.id}" for place in places]] if places else []
    found = await _find(press, what if places else query, [*filters, *there])
    if places and not found:
        found = await _find(press, query, filters)
    if not trade and len(found) < PAGE:  # the words alone find few
        for meant in press.catalogue.propose_trades(query):
            found += await _find(press, "", [[f"trade-{meant.id}"], *filters, *there])
    others = [member_id for member_id in dict.fromkeys(found) if member_id != press.user_id]
    return others + [press.user_id] * (press.user_id in found)


async def _find(press: Press, query: str, facets: list[list[str]]) -> list[int]:
    search = press.association.search
    found = await search.find(press.association.read(), posts.DOCUMENT, query, facets=facets)
    return [hit.ref for hit in found.hits]


async def show_one(press: Press, member_id: int) -> None:
    """One member's introduction, privately; the own one can be changed from there."""
    db = press.association.read()
    profile = await members.visible_profile(db, member_id)
    own = member_id == press.user_id
    if profile is None:
        if own:
            raise Refusal("intro-none-yet", offers=("introductions:write",))
        raise Refusal("intro-none-of", member=member(member_id))
    url = press.house.publications.url(press.association, await publications.get(db, posts.CARD, member_id))
    await press.show(cards.one(press.words, press.catalogue, profile, url, own=own))
