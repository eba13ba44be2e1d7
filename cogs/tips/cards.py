"""What people see of a tip. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Block, Choice, button, card, line, link_button, row, select
from bot.words.i18n import Words
from bot.words.text import Safe, escape, member, moment, truncate
from cogs.tips.rules import Category, Doubt, Tip, Written

BODY_SHOWN: Final = 3000
"""Characters of a tip's text on a card, its escapes counted: beside everything else it fits one message."""
DOUBTS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What a tip shows beside its words: its category's name, whether its author is named, who helped, and the address
    of the request for help that it comes from."""

    category: str
    named: bool = True
    helpers: tuple[int, ...] = ()
    request: str | None = None


def panel(words: Words) -> discord.ui.LayoutView:
    """The one panel of the tips channel."""
    return card(
        words("tips-panel"),
        row(
            button(words.plain("offer-tips-share"), "tips:share", style=PRIMARY),
            button(words.plain("offer-tips-find"), "tips:find"),
            button(words.plain("offer-tips-mine"), custom_id("tips:mine", 0)),
        ),
    )


def public(words: Words, tip: Tip, look: Look) -> discord.ui.LayoutView:
    """A tip as everybody sees it: no number on it."""
    return card(*tip_blocks(words, tip, look), marks(words, tip))


def hidden(words: Words) -> discord.ui.LayoutView:
    """What stands in place of a tip while its author is away."""
    return card(words("tips-away"))


def tip_blocks(words: Words, tip: Tip, look: Look) -> list[Block]:
    """A tip: its title, its text, whether it may be out of date, where it belongs, who and when."""
    named = look.named and tip.author_id is not None
    who = words("tips-card-who", member=member(tip.author_id or 0)) if named else words("tips-card-somebody")
    about = [
        _belongs(words, look.category, tip.tags),
        words("tips-card-shared", who=who, when=moment(tip.updated_at, "D")),
        words("tips-card-helpers", members=Safe(", ".join(map(member, look.helpers)))) if look.helpers else "",
        words("tips-card-request", link=Safe(look.request)) if look.request else "",
    ]
    return [
        words("tips-card-title", title=tip.title),
        _body(tip.body),
        words("tips-card-doubted") if tip.doubt_at is not None else None,
        Safe("\n".join(part for part in about if part)),
    ]


def written_blocks(words: Words, written: Written, category: str) -> list[Block]:
    """A tip that is not published, as it would be."""
    return [
        words("tips-card-title", title=written.title),
        _body(written.body),
        _belongs(words, category, written.tags),
    ]


def _body(text: str) -> Safe:
    return Safe(truncate(escape(text), BODY_SHOWN))


def _belongs(words: Words, category: str, tags: Sequence[str]) -> Safe:
    parts = (category, *(f"#{tag.replace(' ', '-')}" for tag in tags))
    return words("tips-card-belongs", parts=" · ".join(parts))


def marks(words: Words, tip: Tip, *, kept: bool = False) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """What everybody can do with a tip."""
    return row(
        button(words.plain("tips-useful"), custom_id("tips:useful", tip.id)),
        button(words.plain("tips-doubt"), custom_id("tips:doubt", tip.id)),
        button(words.plain("tips-keep", kept="yes" if kept else "no"), custom_id("tips:keep", tip.id)),
    )


def one(words: Words, tip: Tip, look: Look, url: str | None, *, kept: bool) -> discord.ui.LayoutView:
    """Somebody's tip, shown privately, with the way to its card."""
    return card(*tip_blocks(words, tip, look), marks(words, tip, kept=kept), row(_open(words, url)))


def own(
    words: Words, tip: Tip, look: Look, url: str | None, *, uses: int, doubts: Sequence[Doubt]
) -> discord.ui.LayoutView:
    """One's own tip, shown privately: how often it served, what others say has changed, and what can be done."""
    stands, doubted = tip.stands, tip.doubt_at is not None
    return card(
        *tip_blocks(words, tip, look),
        line(),
        words("tips-own-uses", count=uses) if stands else words("tips-own-withdrawn"),
        *doubt_lines(words, doubts),
        row(
            button(words.plain("tips-holds"), custom_id("tips:holds", tip.id), style=PRIMARY) if doubted else None,
            button(words.plain("tips-edit" if stands else "tips-restore"), custom_id("tips:edit", tip.id)),
            button(words.plain("tips-withdraw"), custom_id("tips:withdraw_ask", tip.id)) if stands else None,
            button(words.plain("tips-forget"), custom_id("tips:forget_ask", tip.id), style=DANGER)
            if not stands
            else None,
            _open(words, url),
        ),
    )


def doubt_lines(words: Words, doubts: Sequence[Doubt]) -> list[Safe]:
    """What people say has changed, the last ones."""
    return [words("tips-doubt-line", member=member(said.member_id), what=said.what) for said in doubts[-DOUBTS_SHOWN:]]


def _open(words: Words, url: str | None) -> discord.ui.Button[discord.ui.LayoutView] | None:
    return link_button(words.plain("tips-open-card"), url) if url else None


def done(words: Words, said: Safe, url: str | None, *, mine: bool = False) -> discord.ui.LayoutView:
    """What was done, the way to the card, and to one's other tips."""
    return card(
        said,
        row(
            _open(words, url),
            button(words.plain("offer-tips-mine"), custom_id("tips:mine", 0)) if mine else None,
        ),
    )


def shared(
    words: Words,
    tip: Tip,
    url: str | None,
    categories: Sequence[Category],
    close: Sequence[Tip],
    urls: Mapping[int, str],
    *,
    key: str,
) -> discord.ui.LayoutView:
    """After sharing: where it stands, where it was filed, and the tips that already say something close."""
    listed: list[Block] = []
    for other in close:
        name = words("tips-close-one", title=other.title, yours="yes" if other.author_id == tip.author_id else "no")
        merge = button(words.plain("tips-merge"), custom_id("tips:merge", tip.id, other.id))
        listed += [name, row(merge, _open(words, urls.get(other.id)))]
    return card(
        words(key),
        row(_open(words, url), button(words.plain("offer-tips-mine"), custom_id("tips:mine", 0))),
        words("tips-filed"),
        row(category_select(words, custom_id("tips:file", tip.id), categories, tip.category)),
        *((line(), words("tips-close", count=len(close)), *listed) if listed else ()),
        row(button(words.plain("tips-both"), "tips:both")) if listed else None,
    )


def category_select(
    words: Words, act: str, categories: Sequence[Category], chosen: str
) -> discord.ui.Select[discord.ui.LayoutView]:
    """The categories, to choose one."""
    return select(
        act,
        words.plain("tips-choose-category"),
        [Choice(one.code, one.label, chosen=one.code == chosen) for one in categories],
    )
