"""Organisers' own list of categories: add, rename, remove, go back to the first one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id
from bot.ui.cards import DANGER, PRIMARY, Choice, button, card, row, select
from bot.ui.confirm import confirmation
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.i18n import Words
from bot.words.text import Safe, clean, escape, fold, says_something
from cogs.tips import categories, posts, rules, store
from cogs.tips.rules import OTHER, Category

NAME: Final = (Field("label", required=True, limit=rules.LABEL),)
ADD: Final = declare(Form("tips:category_added", "tips-category-form", NAME))
RENAME: Final = declare(Form("tips:category_renamed", "tips-category-form", NAME))


@action("tips:categories")
async def show(press: Press) -> None:
    """The list, and what can be done with it."""
    press.require_organiser()
    listed, own = await _listed(press, press.association.read())
    await press.show(_list(press.words, listed, own=own))


@action("tips:category_pick")
async def pick(press: Press) -> None:
    """One category, chosen from the list."""
    press.require_organiser()
    listed, _ = await _listed(press, press.association.read())
    await press.show(_one(press.words, _known(listed, press.choice)))


@action("tips:category_add", opens_form=True)
async def add(press: Press) -> None:
    """Ask what a new one is called."""
    press.require_organiser()
    await press.open(ADD)


@action("tips:category_added")
async def added(press: Press) -> None:
    """Put a new category before what fits nowhere."""
    press.require_organiser()
    async with press.association.transaction() as db:
        listed, _ = await _listed(press, db)
        if len(listed) >= rules.CATEGORIES:
            raise Refusal("tips-categories-full", most=rules.CATEGORIES)
        label = _label(press, listed)
        new = Category(rules.code_for(label, [one.code for one in listed]), label)
        last = [one for one in listed if one.code == OTHER]
        await store.list_categories(db, [*(one for one in listed if one.code != OTHER), new, *last])
    await show(press)


@action("tips:category_rename", opens_form=True)
async def rename(press: Press, code: str) -> None:
    """Ask how a category is to be called."""
    press.require_organiser()
    listed, _ = await _listed(press, press.association.read())
    await press.open(RENAME, code, values={"label": _known(listed, code).label})


@action("tips:category_renamed")
async def renamed(press: Press, code: str) -> None:
    """Call it otherwise: its tips stay in it, and take the new name when they are next changed."""
    press.require_organiser()
    async with press.association.transaction() as db:
        listed, _ = await _listed(press, db)
        _known(listed, code)
        label = _label(press, [one for one in listed if one.code != code])
        await store.list_categories(db, [Category(code, label) if one.code == code else one for one in listed])
    await show(press)


@action("tips:category_remove_ask")
async def ask_to_remove(press: Press, code: str) -> None:
    """Ask once before taking a category away."""
    press.require_organiser()
    listed, _ = await _listed(press, press.association.read())
    question = press.words(
        "tips-category-remove-ask", label=_known(listed, code).label, other=categories.label_of(listed, OTHER)
    )
    act = custom_id("tips:category_remove", code)
    await press.show(confirmation(press.words, question, "tips-category-remove", act))


@action("tips:category_remove")
async def remove(press: Press, code: str) -> None:
    """Take a category away; its tips are filed with what fits nowhere, and found there."""
    press.require_organiser()
    association = press.association
    async with association.transaction() as db:
        listed, _ = await _listed(press, db)
        if _known(listed, code).code == OTHER:
            raise Refusal("tips-category-stays")
        moved = await store.in_category(db, code)
        await store.empty_category(db, code, OTHER)
        await store.list_categories(db, [one for one in listed if one.code != code])
        for tip in moved:
            await _file_anew(press, db, tip.id)
    await show(press)


async def _file_anew(press: Press, db: Connection, tip_id: int) -> None:
    tip = await store.get(db, tip_id)
    if tip is not None:
        await posts.make_findable(press.association, db, tip)


@action("tips:categories_first")
async def go_back(press: Press) -> None:
    """Go back to the first list. Tips of a category that it lacks are filed with what fits nowhere."""
    press.require_organiser()
    async with press.association.transaction() as db:
        listed, _ = await _listed(press, db)
        for one in listed:
            if one.code not in rules.DEFAULTS:
                moved = await store.in_category(db, one.code)
                await store.empty_category(db, one.code, OTHER)
                for tip in moved:
                    await _file_anew(press, db, tip.id)
        await store.list_categories(db, [])
    await show(press)


async def _listed(press: Press, db: Connection) -> tuple[list[Category], bool]:
    """The categories as the association calls them, and whether that is a list of its own."""
    own = await store.categories(db)
    return own or categories.defaults(press.association.words), bool(own)


def _known(listed: Sequence[Category], code: str) -> Category:
    """The category of this code. Raises `Refusal` for one that is gone."""
    found = next((one for one in listed if one.code == code), None)
    if found is None:
        raise Refusal("kernel-stale-press")
    return found


def _label(press: Press, others: Sequence[Category]) -> str:
    """The name that was typed. Raises `Refusal` for one that says nothing, is too long, or stands for another."""
    label = clean(press.fields.get("label", ""), lines=False)
    if not says_something(label):
        raise Refusal("tips-category-blank")
    if len(label) > rules.LABEL:
        raise Refusal("tips-too-long", field="category", limit=rules.LABEL, length=len(label))
    if fold(label) in {fold(one.label) for one in others}:
        raise Refusal("tips-category-twice", label=label)
    return label


def _list(words: Words, listed: Sequence[Category], *, own: bool) -> discord.ui.LayoutView:
    names = Safe("\n".join(f"- {escape(one.label)}" for one in listed))
    return card(
        words("tips-categories"),
        names,
        row(select("tips:category_pick", words.plain("tips-category-pick"), [Choice(c.code, c.label) for c in listed])),
        row(
            button(words.plain("tips-category-add"), "tips:category_add", style=PRIMARY),
            button(words.plain("tips-categories-first"), "tips:categories_first") if own else None,
        ),
    )


def _one(words: Words, category: Category) -> discord.ui.LayoutView:
    stays = category.code == OTHER
    return card(
        words("tips-category-one", label=category.label, stays="yes" if stays else "no"),
        row(
            button(words.plain("tips-category-rename"), custom_id("tips:category_rename", category.code)),
            button(
                words.plain("tips-category-remove"), custom_id("tips:category_remove_ask", category.code), style=DANGER
            )
            if not stays
            else None,
            button(words.plain("tips-category-back"), "tips:categories"),
        ),
    )
