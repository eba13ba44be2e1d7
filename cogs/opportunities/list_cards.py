"""Missions in lists, and one's own ones, as people see them privately. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import discord

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Block, Choice, button, card, line, row, select
from bot.ui.pager import Page, turn
from bot.ui.sections import TITLE
from bot.words.i18n import Words
from bot.words.text import CUSTOM_ID, Safe, escape, member, truncate
from cogs.opportunities import cards
from cogs.opportunities.rules import Kind, Mission


def open_missions(
    words: Words, catalogue: Catalogue, page: Page[Mission], urls: Mapping[int, str], kind: str
) -> discord.ui.LayoutView:
    """A page of what is open, of one kind or of all."""
    choices = [
        Choice("all", words.plain("mission-list-all"), chosen=not kind),
        *(Choice(one.value, cards.kind_name(words, one), chosen=one.value == kind) for one in Kind),
    ]
    return card(
        words("mission-list-title"),
        *(_entries(words, catalogue, page, urls) or [words("mission-list-none")]),
        _pick(words, page.entries),
        row(select("opportunities:list_kind", words.plain("mission-list-choose"), choices)),
        turn(words, page, lambda number: custom_id("opportunities:list", number, kind)),
        row(button(words.plain("offer-opportunities-share"), "opportunities:share")),
    )


def found(
    words: Words,
    catalogue: Catalogue,
    page: Page[Mission],
    urls: Mapping[int, str],
    *,
    trade: str,
    place: str,
    query: str,
    elsewhere: bool,
) -> discord.ui.LayoutView:
    """A page of what a search found; `elsewhere`: nothing in the place that was asked for."""
    where = cards.place_name(words, catalogue, place)
    fits, has = "elsewhere" if elsewhere else "here", "yes" if query else "no"
    heading = words("mission-found", query=query, has_query=has, where=where, fits=fits)
    kept = "" if elsewhere else place
    return card(
        heading,
        *_entries(words, catalogue, page, urls),
        _pick(words, page.entries),
        turn(words, page, lambda number: _page_id(number, trade, kept, query)),
    )


def _page_id(number: int, trade: str, place: str, query: str) -> str:
    """The custom id of a page; a query gives way where an association's codes are very long."""
    room = CUSTOM_ID - len(custom_id("opportunities:page", number, trade, place, ""))
    return custom_id("opportunities:page", number, trade, place, query[:room])


def none_found(words: Words, query: str, near: Sequence[str]) -> discord.ui.LayoutView:
    """Nothing fits: the nearest words, everything, and the way to hear of what comes."""
    nearest = [button(word, custom_id("opportunities:page", 0, "", "", word)) for word in dict.fromkeys(near)]
    return card(
        words("mission-none-found", query=query, has_query="yes" if query else "no"),
        row(*nearest[:3]),
        row(
            button(words.plain("offer-opportunities-list"), custom_id("opportunities:list", 0, "")),
            button(words.plain("offer-opportunities-alerts"), "opportunities:alerts"),
        ),
    )


def _entries(words: Words, catalogue: Catalogue, page: Page[Mission], urls: Mapping[int, str]) -> list[Block]:
    blocks: list[Block] = []
    for mission in page.entries:
        what = escape(truncate(mission.title, TITLE))
        url = urls.get(mission.id)
        shown = Safe(f"[{what}]({url})") if url else what
        about = words(
            "mission-list-about",
            subject=cards.subject(words, catalogue, mission),
            when=mission.when_text,
            member=member(mission.author_id),
        )
        blocks += [line(), Safe(f"{shown}\n{about}")]
    return blocks


def _pick(words: Words, missions: Iterable[Mission]) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    choices = [Choice(str(mission.id), mission.title) for mission in missions]
    return row(select("opportunities:pick", words.plain("mission-pick"), choices)) if choices else None


def mine(
    words: Words,
    catalogue: Catalogue,
    page: Page[Mission],
    up: Sequence[Mission] = (),
    waited: Collection[int] = (),
) -> discord.ui.LayoutView:
    """A page of one's own missions, with whether somebody `waited` for an answer to a raised hand (ids); beside the
    first, those of others for which one's hand is `up`."""

    def lines(missions: Sequence[Mission], *, own: bool) -> Safe:
        states = [_state(mission, waited) if own else "open" for mission in missions]
        told = zip(missions, states, strict=True)
        return Safe("\n".join(_line(words, catalogue, mission, state) for mission, state in told))

    return card(
        words("mission-mine-title"),
        lines(page.entries, own=True) if page.entries else words("mission-mine-none"),
        words("mission-mine-up") if up else None,
        lines(up, own=False) if up else None,
        _pick(words, (*page.entries, *up)),
        turn(words, page, lambda number: custom_id("opportunities:mine", number)),
        row(
            button(words.plain("offer-opportunities-share"), "opportunities:share", style=PRIMARY),
            button(words.plain("offer-opportunities-list"), custom_id("opportunities:list", 0, "")),
        ),
    )


def _state(mission: Mission, waited: Collection[int]) -> str:
    if mission.open and mission.id in waited:
        return "waits"
    return "removed" if mission.removed else mission.state.value


def _line(words: Words, catalogue: Catalogue, mission: Mission, state: str) -> Safe:
    return words(
        "mission-mine-line",
        what=truncate(mission.title, TITLE),
        subject=cards.subject(words, catalogue, mission),
        state=state,
    )


def own(
    words: Words,
    catalogue: Catalogue,
    mission: Mission,
    url: str | None,
    raised: Sequence[Block],
    *,
    waits: bool,
) -> discord.ui.LayoutView:
    """One of one's own missions: who would like it, and what can be done with it; `waits`: it does not stand in the
    channel."""
    return card(
        *cards.about(words, catalogue, mission),
        cards.state(words, mission, own=True),
        *raised,
        line(),
        words("mission-mine-stands") if mission.open else None,
        row(*(closing(words, mission.id) if mission.open else [])),
        row(
            cards.open_(words, url),
            button(words.plain("mission-publish-again"), custom_id("opportunities:publish_again", mission.id))
            if waits
            else None,
            button(words.plain("mission-edit"), custom_id("opportunities:edit", mission.id)) if mission.open else None,
            None
            if mission.open or mission.removed
            else button(words.plain("mission-reopen"), custom_id("opportunities:still_open", mission.id)),
            button(words.plain("mission-forget"), custom_id("opportunities:forget_ask", mission.id), style=DANGER),
        ),
    )


def closing(
    words: Words, mission_id: int, *, guild_id: int | None = None
) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    """How a mission may stand, a button each; the first is that nothing changed."""
    return [
        button(
            words.plain(f"mission-{name.replace('_', '-')}"),
            custom_id(f"opportunities:{name}", mission_id, guild_id=guild_id),
        )
        for name in ("still_open", "filled", "elsewhere", "withdraw")
    ]


def told(words: Words, catalogue: Catalogue, mission: Mission, url: str) -> Safe:
    """A mission in a line of a round-up, with the way to its card."""
    return words(
        "section-missions-line",
        subject=cards.subject(words, catalogue, mission),
        what=truncate(mission.title, TITLE),
        url=Safe(url),
    )
