"""What those who meet read, in their thread and each for themselves. Pure: records in, cards and letters out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import discord

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, card, gap, row
from bot.words.i18n import Words
from bot.words.text import Safe, channel, member
from cogs.matchmaking.affinity import Reason
from cogs.matchmaking.own_cards import RHYTHMS
from cogs.matchmaking.rules import Match

OPENERS: Final = 14
"""How many openers each family has; one of each is drawn for a coffee."""


@dataclass(frozen=True, slots=True)
class Who:
    """One of those who meet, as the others see them: `what` is the line of a visible introduction, else empty.
    `member_id` is None for somebody who isn't among us any more."""

    member_id: int | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A coffee as it is shown: who meets, and why these."""

    match: Match
    people: tuple[Who, ...]
    reasons: tuple[Reason, ...]


# The thread: it speaks to two or three people at once


def title(words: Words, day: date) -> str:
    """The thread's name: the day, and nobody's name."""
    return words.plain("coffee-thread-title", day=day.day, month=words.plain(f"month-{day.month}"))


def first(words: Words, catalogue: Catalogue, talk: Talk) -> discord.ui.LayoutView:
    """The first message: who each one is, why these, what to begin with. Of a coffee that was called off, only that."""
    if talk.match.state == "called-off":
        return card(words("coffee-talk-off"))
    return card(
        words("coffee-talk", count=len(talk.people)),
        gap(),
        _lines(words("coffee-talk-who"), [_who(words, one) for one in talk.people]),
        *_why(words, catalogue, talk),
        gap(),
        words("coffee-talk-read"),
        row(*_first_buttons(words, talk.match)) if talk.match.open else None,
    )


def past(words: Words) -> discord.ui.LayoutView:
    """What stands in a thread's first message once its coffee is long past, and nothing of it is known any more."""
    return card(words("coffee-thread-past"))


def _first_buttons(
    words: Words, match: Match, guild_id: int | None = None
) -> list[discord.ui.Button[discord.ui.LayoutView] | None]:
    """Who wished to meet again know each other, and said so."""
    known = button(words.plain("coffee-known"), _act("known", match.id, guild_id)) if match.round_id else None
    return [known, button(words.plain("coffee-cannot"), _act("cannot", match.id, guild_id))]


def _who(words: Words, one: Who) -> Safe:
    if one.member_id is None:
        return words("coffee-who-gone")
    if not one.what:
        return member(one.member_id)
    return words("coffee-who", member=member(one.member_id), what=one.what)


def _why(words: Words, catalogue: Catalogue, talk: Talk) -> list[Block]:
    """Why these, where there is something to say, and three openers."""
    told = [said for reason in talk.reasons if (said := _reason(words, catalogue, reason))]
    openers = [words(key) for key in drawn(talk.match.id)]
    why: list[Block] = [gap(), _lines(words("coffee-talk-why"), told)] if told else []
    return [*why, gap(), _lines(words("coffee-talk-openers"), openers)]


def _reason(words: Words, catalogue: Catalogue, reason: Reason) -> Safe | None:
    """One reason; None for a trade or a zone that the list no longer has."""
    language = words.language
    match reason.kind:
        case "need":
            giver, taker = member(reason.giver), member(reason.taker)
            return words("coffee-reason-need", giver=giver, taker=taker, what=reason.value)
        case "new":
            return words("coffee-reason-new")
        case "place":
            label = catalogue.zone_label(reason.value, language)
        case "trade":
            label = catalogue.trade_label(reason.value, language)
        case _:
            found = (family.names[language] for family in catalogue.families if family.id == reason.value)
            label = next(found, "")
    return words(f"coffee-reason-{reason.kind}", what=label) if label else None


def drawn(match_id: int) -> tuple[str, str, str]:
    """The three openers of a match, one of each family. Two matches have the same three only 14 x 14 x 14 matches
    apart, and of any fourteen in a row no two begin with the same one."""
    turns = (match_id, match_id + match_id // OPENERS, match_id + match_id // OPENERS**2)
    craft, place, light = (turn % OPENERS + 1 for turn in turns)
    return f"coffee-opener-craft-{craft}", f"coffee-opener-place-{place}", f"coffee-opener-light-{light}"


def nudge(words: Words, starter: int | None) -> discord.ui.LayoutView:
    """The one line after two working days of silence; `starter` may say the first word."""
    said = words("coffee-nudge") if starter is None else words("coffee-nudge-starter", member=member(starter))
    return card(said)


def check_in(words: Words, match_id: int) -> discord.ui.LayoutView:
    """In the middle of a round: did you meet?"""
    return card(words("coffee-check-in"), row(*_answers(words, match_id)))


def _answers(
    words: Words, match_id: int, guild_id: int | None = None
) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    return [
        button(words.plain("coffee-met"), _act("met", match_id, guild_id), style=PRIMARY),
        button(words.plain("coffee-planned"), _act("planned", match_id, guild_id)),
        button(words.plain("coffee-we-cannot"), _act("cannot", match_id, guild_id)),
    ]


# Letters: each speaks to one person


def no_thread(words: Words, catalogue: Catalogue, talk: Talk, reader: int, guild_id: int) -> list[Block]:
    """With whom they have coffee, when no thread could be opened; the same as it would have said."""
    others = [one for one in talk.people if one.member_id not in {None, reader}]
    return [
        words("coffee-no-thread", others=people(words, [one.member_id for one in others])),
        _lines(words("coffee-talk-who"), [_who(words, one) for one in others]),
        *_why(words, catalogue, talk),
        row(*_first_buttons(words, talk.match, guild_id)),
    ]


def check(words: Words, match: Match, others: Sequence[int], guild_id: int) -> list[Block]:
    """Did they meet? To somebody who has no thread to say it in."""
    return [words("coffee-check", others=people(words, others)), row(*_answers(words, match.id, guild_id))]


def partner_out(words: Words, *, going_on: Sequence[int], then: Block) -> list[Block]:
    """Their coffee changes: nobody is named, no reason given, and it looks the same whatever happened. `going_on`: with
    whom a coffee of three goes on. `then`: what comes now."""
    if going_on:
        return [words("coffee-out-of-three", others=people(words, going_on))]
    return [words("coffee-out-of-two"), then]


def found(words: Words, others: Sequence[int], thread_id: int | None) -> Safe:
    """Somebody else was free."""
    place = channel(thread_id) if thread_id else ""
    return words("coffee-then-found", others=people(words, others), there="yes" if place else "no", place=place)


def looking(words: Words, *, in_time: bool) -> Safe:
    """Nobody is free so far; `in_time`: somebody may be before the round ends."""
    return words("coffee-then-looking" if in_time else "coffee-then-first")


def asked_another(words: Words, match: Match, guild_id: int) -> list[Block]:
    """They may meet somebody else, and keep this coffee until then; nobody is named, and no reason given."""
    keep = button(words.plain("coffee-keep"), _act("keep", match.id, guild_id))
    return [words("coffee-asked-another"), row(keep)]


def back_on(words: Words, others: Sequence[int], thread_id: int | None) -> list[Block]:
    """A coffee that was called off takes place after all."""
    place = channel(thread_id) if thread_id else ""
    return [words("coffee-back-on", others=people(words, others), there="yes" if place else "no", place=place)]


# Private answers to a press


def after_met(words: Words, *, offer: bool) -> discord.ui.LayoutView:
    """They met; `offer`: they may take part from now on without a tap."""
    if not offer:
        return card(words("coffee-met-noted"))
    rhythms = [
        button(words.plain(f"coffee-part-{rhythm.value}"), custom_id("matchmaking:rhythm", rhythm.value))
        for rhythm in RHYTHMS
    ]
    not_now = button(words.plain("coffee-not-now"), "kernel:dismiss")
    return card(words("coffee-met-noted"), words("coffee-met-offer"), row(*rhythms, not_now))


def after_known(words: Words, match_id: int, *, offer: bool) -> discord.ui.LayoutView:
    """They know each other; `offer`: there is still time to meet somebody else."""
    undo = button(words.plain("coffee-known-undo"), custom_id("matchmaking:unknown", match_id))
    if not offer:
        return card(words("coffee-known-noted"), row(undo))
    another = button(words.plain("coffee-another"), custom_id("matchmaking:another", match_id), style=PRIMARY)
    keep = button(words.plain("coffee-keep-it"), custom_id("matchmaking:keep", match_id))
    return card(words("coffee-known-noted"), words("coffee-known-offer"), row(another, keep, undo))


def after_another(words: Words, match_id: int, others: Sequence[int]) -> discord.ui.LayoutView:
    """Somebody else was looked for; `others` are whom they meet now, if anybody was free."""
    if others:
        return card(words("coffee-another-found", others=people(words, others)))
    keep = button(words.plain("coffee-keep"), custom_id("matchmaking:keep", match_id))
    return card(words("coffee-another-nobody"), row(keep))


def after_cannot(words: Words, match_id: int, others: Sequence[int]) -> discord.ui.LayoutView:
    """They can't: `others` are told, without a reason; none when nobody waits for them."""
    if not others:
        return card(words("coffee-cannot-noted"))
    back = button(words.plain("coffee-can-after-all"), custom_id("matchmaking:planned", match_id))
    return card(words("coffee-cannot-told", others=people(words, others)), row(back))


# Small things


def people(words: Words, member_ids: Sequence[int | None]) -> Safe:
    """One or two people; whoever is gone (None) has no name."""
    shown = [words("coffee-somebody") if one is None else member(one) for one in member_ids]
    return words("coffee-and", first=shown[0], second=shown[1]) if len(shown) > 1 else shown[0] if shown else Safe("")


def _lines(heading: Safe, lines: Sequence[Safe]) -> Safe:
    return Safe("\n".join([heading, *(f"• {said}" for said in lines)]))


def _act(name: str, match_id: int, guild_id: int | None) -> str:
    return custom_id(f"matchmaking:{name}", match_id, guild_id=guild_id)
