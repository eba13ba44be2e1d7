"""What people see of introductions. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import discord

from bot.people.catalogue import Catalogue, Trade, Zone
from bot.people.members import Profile
from bot.ui.actions import custom_id
from bot.ui.cards import BUTTONS_IN_A_ROW, PRIMARY, Block, Choice, button, card, line, link_button, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, escape, member, moment, truncate

SUMMARY: Final = 140
"""Characters of a sentence in a list of people."""


def panel(words: Words) -> discord.ui.LayoutView:
    """The one panel of the introductions channel."""
    return card(
        words("intro-panel"),
        row(
            button(words.plain("offer-introductions-write"), "introductions:write", style=PRIMARY),
            button(words.plain("offer-introductions-find"), "introductions:find"),
            button(words.plain("offer-privacy-data"), "privacy:data"),
        ),
    )


def public(words: Words, catalogue: Catalogue, profile: Profile) -> discord.ui.LayoutView:
    """A member's introduction as everybody sees it."""
    return card(
        *introduction(words, catalogue, profile),
        row(button(words.plain("intro-me-too"), "introductions:write")),
    )


def hidden(words: Words) -> discord.ui.LayoutView:
    """What stands in place of a card while its author is away."""
    return card(words("intro-away"))


def introduction(words: Words, catalogue: Catalogue, profile: Profile) -> list[Block]:
    """An introduction: who and what, then what is offered and sought, then the question that opens the conversation."""
    about = _about(words, catalogue, profile)
    who = [
        words("intro-card-name", member=member(profile.member_id)),
        words("intro-card-about", about=about) if about else "",
        escape(profile.what),
    ]
    wishes = [
        words("intro-card-offers", things=", ".join(profile.offers)) if profile.offers else "",
        words("intro-card-seeks", things=", ".join(profile.seeks)) if profile.seeks else "",
    ]
    question = words("intro-card-question", question=profile.question) if profile.question else ""
    return [_lines(who), _lines(wishes), *((line(), question) if question else ())]


def _about(words: Words, catalogue: Catalogue, profile: Profile) -> str:
    known = (catalogue.trade_label(profile.trade, words.language), catalogue.zone_label(profile.zone, words.language))
    return " · ".join(part for part in known if part)


def _lines(parts: Sequence[str]) -> Safe:
    return Safe("\n".join(part for part in parts if part))


def one(words: Words, catalogue: Catalogue, profile: Profile, url: str | None, *, own: bool) -> discord.ui.LayoutView:
    """One introduction, shown privately, with the way to its card; its author can change it from here."""
    return card(
        *introduction(words, catalogue, profile),
        row(
            link_button(words.plain("intro-open-card"), url) if url else None,
            button(words.plain("intro-change"), "introductions:write") if own else None,
            button(words.plain("intro-withdraw"), "introductions:withdraw_ask") if own else None,
        ),
    )


def preview(
    words: Words,
    catalogue: Catalogue,
    profile: Profile,
    draft_id: int,
    *,
    trades: Sequence[Choice],
    zones: Sequence[Zone],
    where_unknown: str,
    again: bool,
) -> discord.ui.LayoutView:
    """What will be published, with the trade to correct, the zone when it is unclear, and the three ways on."""
    return card(
        words("intro-preview", again="yes" if again else "no"),
        line(),
        *introduction(words, catalogue, profile),
        line(),
        words("intro-check-trade", chosen="yes" if profile.trade else "no"),
        row(select(custom_id("introductions:trade", draft_id), words.plain("intro-choose-trade"), trades)),
        words("intro-where-unknown", where=where_unknown)
        if where_unknown
        else words("intro-check-zone")
        if zones
        else None,
        row(
            select(
                custom_id("introductions:zone", draft_id),
                words.plain("intro-choose-zone"),
                [Choice(zone.id, zone.label(words.language), zone.region, zone.id == profile.zone) for zone in zones],
            )
        )
        if zones
        else None,
        row(
            button(words.plain("intro-publish"), custom_id("introductions:publish", draft_id), style=PRIMARY),
            button(words.plain("intro-edit"), custom_id("introductions:edit", draft_id)),
            button(words.plain("kernel-not-now"), custom_id("introductions:later", draft_id)),
        ),
    )


def published(words: Words, url: str | None, *, key: str, lend: bool, coffee: bool) -> discord.ui.LayoutView:
    """After publishing: where it stands, and the next sensible acts; with `lend`, that one may be asked for a hand,
    with `coffee`, that one is up for coffee."""
    return card(
        words(key),
        words("help-lend-weekly-means") if lend else None,
        row(
            link_button(words.plain("intro-open-card"), url) if url else None,
            button(words.plain("offer-introductions-find"), "introductions:find"),
        ),
        row(
            button(words.plain("help-lend-weekly"), "help_requests:lend_weekly") if lend else None,
            button(words.plain("coffee-willing"), "matchmaking:willing") if coffee else None,
        ),
    )


def found(
    words: Words,
    catalogue: Catalogue,
    page: Page[Profile],
    urls: Mapping[int, str],
    heading: Safe,
    *,
    trade: str,
    zone: str,
    query: str,
) -> discord.ui.LayoutView:
    """A page of people."""
    blocks: list[Block] = []
    for profile in page.entries:
        blocks += [line(), _found_one(words, catalogue, profile, urls.get(profile.member_id))]
    return card(
        heading,
        *blocks,
        turn(words, page, lambda number: custom_id("introductions:page", number, trade, zone, query)),
    )


def _found_one(words: Words, catalogue: Catalogue, profile: Profile, url: str | None) -> Safe:
    name = words("intro-found-name", member=member(profile.member_id))
    about = _about(words, catalogue, profile)
    offers = truncate(", ".join(profile.offers), SUMMARY)
    parts = [
        Safe(f"{name} · [{words.plain('intro-open-card')}]({url})") if url else name,
        words("intro-card-about", about=about) if about else "",
        escape(truncate(profile.what, SUMMARY)),
        words("intro-card-offers", things=offers) if offers else "",
    ]
    return _lines(parts)


def nobody(words: Words, query: str, near: Sequence[str], trades: Sequence[Trade]) -> discord.ui.LayoutView:
    """Nothing found: the nearest words and trades, and everybody."""
    buttons = [
        *(
            button(trade.names[words.language], custom_id("introductions:page", 0, trade.id, "", ""))
            for trade in trades
        ),
        *(button(word, custom_id("introductions:page", 0, "", "", word)) for word in dict.fromkeys(near)),
    ][: BUTTONS_IN_A_ROW - 1]
    return card(
        words("intro-nobody", query=query, near="yes" if buttons else "no"),
        row(*buttons, button(words.plain("intro-browse"), custom_id("introductions:page", 0, "", "", ""))),
    )


def welcome(
    words: Words, newcomers: Sequence[int], host: int | None, introductions: Safe | None
) -> discord.ui.LayoutView:
    """The short public welcome, when organisers switched it on, to all who joined in the last minutes."""
    return card(
        words(
            "intro-welcome",
            members=Safe(", ".join(member(newcomer) for newcomer in newcomers)),
            many="yes" if len(newcomers) > 1 else "no",
            place="yes" if introductions else "no",
            channel=introductions or Safe(""),
        ),
        words("intro-welcome-host", host=member(host)) if host else None,
    )


def newcomer(words: Words, catalogue: Catalogue, profile: Profile, url: str) -> Safe:
    """A newcomer in a line of a round-up, with the way to their card."""
    about = _about(words, catalogue, profile)
    return words(
        "section-newcomers-line",
        member=member(profile.member_id),
        known="yes" if about else "no",
        about=about,
        url=Safe(url),
    )


def unanswered(words: Words, url: str) -> discord.ui.LayoutView:
    """The line to organisers: an introduction waits for a human."""
    return card(words("intro-unanswered"), row(link_button(words.plain("intro-open-card"), url)))


def recap(words: Words, places: Sequence[str], late: int | None) -> discord.ui.LayoutView:
    """The round-up for organisers: introductions that wait for a human; `late` is when it should have come."""
    return card(
        words("intro-recap", count=len(places)),
        Safe("\n".join(f"• {place}" for place in places)),
        words("late-note", at=moment(late, "f")) if late else None,
    )
