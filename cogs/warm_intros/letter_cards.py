"""What one person reads of a search in private. Pure: records in, blocks of a letter out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, link_button, row
from bot.words.i18n import Words
from bot.words.text import Safe, member
from cogs.warm_intros.rules import Door, Intro, Search

_ANSWERS: Final = ("yes", "no", "talk", "target_whom")
_HELPED: Final = ("helped", "not_helped", "too_early")


def ask(words: Words, search: Search, because: Safe | None, guild_id: int) -> list[Block]:
    """To somebody who may be able to introduce them: who asks, for whom, why, and why this reader."""
    acts = {name: custom_id(f"warm_intros:{name}", search.id, guild_id=guild_id) for name in _ANSWERS}
    return [
        *question(words, search),
        words("intros-ask-so", asker=member(search.asker_id)),
        because,
        words("intros-ask-free", asker=member(search.asker_id)),
        row(
            button(words.plain("intros-ask-yes"), acts["yes"], style=PRIMARY),
            button(words.plain("intros-ask-no"), acts["no"]),
            button(words.plain("intros-ask-talk"), acts["talk"]),
            button(words.plain("intros-ask-target"), acts["target_whom"]),
        ),
    ]


def question(words: Words, search: Search) -> list[Block]:
    """Who looks for whom, and why."""
    return [
        words("intros-ask", asker=member(search.asker_id), who=search.who),
        words("intros-ask-why", why=search.why),
    ]


def because(words: Words, reasons: Sequence[str], door: Door | None) -> Safe | None:
    """Why somebody was chosen, in words that are theirs; None when nothing of it holds any more."""
    others = [code for code in ("trade", "place") if code in reasons]
    if door is not None:
        said = words("intros-because-door", door=door.words)
    elif others:
        said = words(f"intros-because-{others.pop(0)}")
    else:
        return None
    if others:
        after = "other" if door is None else "door"
        said = words("intros-because-also", first=said, second=others[0], after=after)
    return words("intros-because", reasons=said)


def nothing(words: Words, search: Search, networks: Safe, guild_id: int) -> list[Block]:
    """To its asker, on the day that was said: no lead this time, where else to go, other words."""
    return [
        words("intros-nothing", who=search.who, networks="yes" if networks else "no"),
        networks or None,
        row(button(words.plain("intros-other-words"), custom_id("warm_intros:look", guild_id=guild_id), style=PRIMARY)),
    ]


def found(words: Words, who: str, url: str) -> list[Block]:
    """To whoever searched: a thread is open."""
    return [words("intros-found", who=who), row(link_button(words.plain("intros-open-thread"), url))]


def no_thread(words: Words, who: str, people: Sequence[int]) -> list[Block]:
    """To one of those for whom no thread could be opened: whom they can write to."""
    others = Safe(", ".join(member(one) for one in people))
    return [words("intros-no-thread", about="yes" if who else "no", who=who, people=others)]


def helped(words: Words, intro: Intro, who: str, guild_id: int) -> list[Block]:
    """To whoever searched, two weeks later."""
    acts = {name: custom_id(f"warm_intros:{name}", intro.id, guild_id=guild_id) for name in _HELPED}
    return [
        words("intros-helped", who=who, others="one" if intro.second_id is None else "two"),
        row(
            button(words.plain("intros-helped-yes"), acts["helped"], style=PRIMARY),
            button(words.plain("intros-helped-no"), acts["not_helped"]),
            button(words.plain("intros-helped-later"), acts["too_early"]),
        ),
    ]


def thanks(words: Words, way: discord.ui.Item[discord.ui.LayoutView] | None) -> discord.ui.LayoutView:
    """It helped: whoever opened the door knows, and a word of why can follow; without a `way` they are gone."""
    return card(words("intros-helped-thanks", told="yes" if way else "no"), row(way))
