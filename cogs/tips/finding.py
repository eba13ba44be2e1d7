"""Looking for tips: by words and category, one of them, one's own, those one keeps, those that are close to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.errors import Refusal
from bot.storage.association import Association
from bot.storage.search import PROSE, Hit
from bot.ui.actions import Rest, action, leaving
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.pager import Page, page_of
from bot.ui.press import Press
from cogs.tips import cards, categories, list_cards, mark_store, posts, rules, store
from cogs.tips.rules import Doubt, Tip

PAGE: Final = 5
CLOSE: Final = 3
"""How many close tips are shown."""

FIND: Final = declare(
    Form(
        "tips:found",
        "tips-find-form",
        (Field("what", required=True, limit=rules.SEARCH), Field("category", limit=rules.CATEGORY)),
    )
)


@dataclass(frozen=True, slots=True)
class FoundTip:
    """A tip that fits what somebody asks, for other features to show; `url` is its card, where it stands."""

    id: int
    title: str
    url: str | None


@action("tips:find", opens_form=True)
async def find(press: Press) -> None:
    """Ask what is looked for."""
    await press.open(FIND)


@action("tips:found")
async def found(press: Press) -> None:
    """Search with what was typed in the form."""
    category = await meant_category(press, press.fields.get("category", ""))
    await show_found(press, 0, category, press.fields.get("what", ""))


async def meant_category(press: Press, typed: str) -> str:
    """The category chosen from the list, or meant by what was typed instead; none where nothing was. Raises `Refusal`
    for what means none."""
    if not typed:
        return ""
    listed = await categories.listed(press.association.read(), press.words)
    meant = rules.category_meant(typed, listed)
    if meant is None:
        raise Refusal("tips-unknown-category", category=typed)
    return meant


@action("tips:page")
async def page(press: Press, number: int, category: str, query: Rest) -> None:
    """Another page of the same search."""
    await show_found(press, number, category, query)


@action("tips:look_through")
async def look_through(press: Press) -> None:
    """Everything in a category."""
    await show_found(press, 0, press.choice, "")


async def show_found(press: Press, number: int, category: str, query: str) -> None:
    """Tips that match a search, best first, on private pages; never a dead end."""
    association, words, query = press.association, press.words, query[: rules.SEARCH].strip()
    db = association.read()
    listed = await categories.listed(db, words)
    if category and category not in {one.code for one in listed}:
        raise Refusal("kernel-stale-press")
    hits = await _search(association, query, category)
    elsewhere = not hits and bool(category)
    if elsewhere:
        hits = await _search(association, query)
    if not hits:
        near = await association.search.nearest_words(db, query)
        await press.show(list_cards.none_found(words, query, [w for w in near if len(w) <= rules.SEARCH], listed))
        return
    shown = await _page(association, [hit.ref for hit in hits], number)
    heading = words(
        "tips-found",
        query=query,
        asked="yes" if query else "no",
        category=categories.label_of(listed, category),
        where="elsewhere" if elsewhere else "here" if category else "everywhere",
    )
    labels = categories.labels_for(listed, (tip.category for tip in shown.entries))
    urls = await posts.urls_of(press.house, association, [tip.id for tip in shown.entries])
    await press.show(
        list_cards.found(words, shown, labels, urls, heading, category="" if elsewhere else category, query=query)
    )


async def _page(association: Association, tip_ids: Sequence[int], number: int) -> Page[Tip]:
    tips = await store.visible(association.read(), tip_ids)
    return page_of([tips[tip_id] for tip_id in tip_ids if tip_id in tips], number, PAGE)


async def _search(association: Association, query: str, category: str = "", *, strong: bool = False) -> list[Hit]:
    """The tips that fit, those that match more first, then those that served more people; with `strong`, only those
    that are worth showing to somebody who didn't look for them. Only those whose author is here are in the index."""
    db = association.read()
    facets = [[f"category-{category}"]] if category else []
    results = await association.search.find(db, posts.DOCUMENT, query, facets=facets, share=PROSE)
    hits = [hit for hit in results.hits if not strong or rules.strong(hit.matched, results.concepts)]
    return rules.ranked(hits, await mark_store.uses(db, [hit.ref for hit in hits]))


async def find_tips(house: House, association: Association, text: str, *, limit: int = CLOSE) -> list[FoundTip]:
    """The tips that clearly answer a whole question, best first; none while tips are off."""
    if not house.features.is_on(association, "tips"):
        return []
    hits = (await _search(association, text, strong=True))[:limit]
    tips = await store.visible(association.read(), [hit.ref for hit in hits])
    urls = await posts.urls_of(house, association, tips)
    return [FoundTip(hit.ref, tips[hit.ref].title, urls.get(hit.ref)) for hit in hits if hit.ref in tips]


async def close_to(press: Press, tip: Tip) -> list[Tip]:
    """The tips that already say something close to one that was just shared. Whoever searches finds them all, so one
    that was missing here would tell of an avoid entry: it is the offer to merge that reaches nobody who is avoided."""
    association = press.association
    hits = await _search(association, " ".join((tip.title, *tip.tags)), strong=True)
    tips = await store.visible(association.read(), [hit.ref for hit in hits if hit.ref != tip.id])
    return [tips[hit.ref] for hit in hits if hit.ref in tips][:CLOSE]


@action("tips:pick")
@leaving
async def pick(press: Press) -> None:
    """One tip, chosen from a list."""
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    await show_one(press, int(press.choice))


async def show_one(press: Press, tip_id: int) -> None:
    """One tip, privately; its author sees how often it served, and can change it."""
    house, association, words = press.house, press.association, press.words
    db = association.read()
    tip = await store.get(db, tip_id)
    own = tip is not None and tip.author_id == press.user_id
    if tip is None or (not own and tip_id not in await store.visible(db, [tip_id])):
        raise Refusal("tips-gone")
    look, url = await posts.look(house, association, tip, words), await posts.url_of(house, association, tip_id)
    if own:
        uses = (await mark_store.uses(db, [tip_id])).get(tip_id, 0)
        doubts = await tellable(house, association, tip)
        await press.show(cards.own(words, tip, look, url, uses=uses, doubts=doubts))
    else:
        await press.show(cards.one(words, tip, look, url, kept=await mark_store.keeps(db, tip_id, press.user_id)))


async def tellable(house: House, association: Association, tip: Tip) -> list[Doubt]:
    """What others say has changed, for its author; not what comes from somebody who is to be kept apart from them."""
    db = association.read()
    doubts = await store.doubts(db, tip.id)
    apart = await house.lifecycle.kept_apart(association, db, tip.author_id or 0, [said.member_id for said in doubts])
    return [said for said in doubts if said.member_id not in apart]


@action("tips:look_at_own")
async def look_at_own(press: Press, tip_id: int) -> None:
    """One's own tip, from the letter that asks about it."""
    await show_one(press, tip_id)


@action("tips:mine")
@leaving
async def mine(press: Press, number: int) -> None:
    """One's own tips, withdrawn ones too."""
    db = press.association.read()
    tips = await store.of_author(db, press.user_id)
    if not tips:
        await press.show(list_cards.nothing(press.words, "tips-mine-none"))
        return
    shown = page_of(tips, number, PAGE)
    uses = await mark_store.uses(db, [tip.id for tip in shown.entries])
    await press.show(list_cards.mine(press.words, shown, *await _beside(press, shown), uses))


@action("tips:kept")
async def kept(press: Press, number: int) -> None:
    """The tips that one keeps."""
    tips = await store.kept_by(press.association.read(), press.user_id)
    if not tips:
        await press.show(list_cards.nothing(press.words, "tips-kept-none"))
        return
    shown = page_of(tips, number, PAGE)
    await press.show(list_cards.kept(press.words, shown, *await _beside(press, shown)))


async def _beside(press: Press, shown: Page[Tip]) -> tuple[dict[str, str], dict[int, str]]:
    """The names of the categories of a page, and the addresses of its cards."""
    listed = await categories.listed(press.association.read(), press.words)
    labels = categories.labels_for(listed, (tip.category for tip in shown.entries))
    return labels, await posts.urls_of(press.house, press.association, [tip.id for tip in shown.entries])
