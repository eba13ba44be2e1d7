"""What a reporter sees of their report, and the team's channel of all. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, QUIET, Block, Choice, button, card, line, link_button, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import PLACEHOLDER, Safe, link, member, moment, truncate
from cogs.moderation.rules import PEOPLE, READERS, SORTS, Case, Role, Someone, State

SHOWN: Final = 700
"""Characters of a report that are shown before it is sent: who will read it must stand below, whole."""
LISTED: Final = 300
"""The same in the list of one's own."""

# The team's channel


def waiting_line(words: Words, case: Case) -> discord.ui.LayoutView:
    """That a report waits, or no longer does: its number, whether it is urgent, since when."""
    said = words("moderation-line", number=case.id, urgent=yes(case.urgent), since=since(case), state=case.state.value)
    if case.state is State.CLOSED:
        return card(said)
    style = PRIMARY if case.waits else QUIET
    return card(
        said,
        row(
            button(words.plain("moderation-open"), custom_id("moderation:open", case.id), style=style),
            button(words.plain("offer-moderation-cases"), "moderation:cases"),
        ),
    )


# The reporter


@dataclass(frozen=True, slots=True)
class Way:
    """Where a report goes: to whom when nobody takes it, and when (UTC seconds). `seen`: somebody hears that it waits,
    in the team's channel or in private."""

    referent: int | None
    refer_at: int
    seen: bool


def draft(words: Words, case: Case, way: Way, guild_id: int) -> discord.ui.LayoutView:
    """A report before it is sent: what it says, and who will and who will never read it."""
    about = case.of(Role.CONCERNED)
    url = context(case, guild_id)
    return card(
        words("moderation-draft-title"),
        quoted(words, truncate(case.said, SHOWN)),
        row(select(custom_id("moderation:sort", case.id), words.plain("moderation-sort"), _sorts(words, case))),
        row(select(custom_id("moderation:urgency", case.id), words.plain("moderation-urgency"), _urgency(words, case))),
        words("moderation-draft-about", some=yes(bool(about)), people=people(words, about)),
        row(_people_select(custom_id("moderation:people", case.id), words.plain("moderation-people"), about, PEOPLE)),
        _readers(words, case, way),
        _alike(words, case),
        row(
            _people_select(
                custom_id("moderation:readers", case.id),
                words.plain("moderation-readers"),
                case.of(Role.READER),
                READERS,
            )
        ),
        _way(words, case, way),
        words("moderation-draft-kept"),
        row(
            button(words.plain("moderation-send"), custom_id("moderation:send", case.id), style=PRIMARY),
            button(words.plain("moderation-reword"), custom_id("moderation:write", case.id)),
            button(words.plain("moderation-drop"), custom_id("moderation:drop", case.id)),
            link_button(words.plain("moderation-context"), url) if url else None,
        ),
    )


def _readers(words: Words, case: Case, way: Way) -> Safe:
    """Who will read it, and whose name they see."""
    chosen = case.of(Role.READER)
    apart = way.referent is not None and way.referent not in {who.id for who in chosen}
    return words(
        "moderation-draft-readers",
        chosen=yes(case.readers == "chosen"),
        people=people(words, chosen),
        to="referent" if apart else "nobody",
        referent=member(way.referent or 0),
    )


def _alike(words: Words, case: Case) -> Safe | None:
    """Who of the team can't open it for being called as one of its words, unless they are chosen."""
    alike = [who for who in case.of(Role.NAMESAKE) if not case.has_chosen(who.alias) and not case.is_about(who.alias)]
    return words("moderation-draft-alike", people=people(words, alike)) if alike else None


def _way(words: Words, case: Case, way: Way) -> Safe:
    """To whom it goes when nobody takes it."""
    return words(
        "moderation-draft-way",
        seen=yes(way.seen),
        to="referent" if way.referent is not None else "nobody",
        referent=member(way.referent or 0),
        urgent=yes(case.urgent),
        at=moment(way.refer_at, "f"),
    )


def _sorts(words: Words, case: Case) -> list[Choice]:
    return [Choice(sort, words.plain(f"moderation-sort-{sort}"), chosen=sort == case.sort) for sort in SORTS]


def _urgency(words: Words, case: Case) -> list[Choice]:
    return [
        Choice("no", words.plain("moderation-urgency-no"), chosen=not case.urgent),
        Choice("yes", words.plain("moderation-urgency-yes"), chosen=case.urgent),
    ]


def _people_select(
    act: str, placeholder: str, chosen: Sequence[Someone], most: int
) -> discord.ui.UserSelect[discord.ui.LayoutView]:
    """Several people, or nobody."""
    known = [who.id for who in chosen if who.id is not None]
    return discord.ui.UserSelect(
        custom_id=act,
        placeholder=truncate(placeholder, PLACEHOLDER),
        min_values=0,
        max_values=most,
        default_values=[discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.user) for one in known],
    )


def sent(words: Words, case: Case, *, told: str, contact: str, parts: Iterable[Block] = ()) -> discord.ui.LayoutView:
    """It is with the team. `told`: whether somebody hears so at once ("yes"), the referent instead ("referent"), or
    nobody yet ("no")."""
    return card(
        words("moderation-sent", number=case.id, urgent=yes(case.urgent), told=told, contact=contact),
        *parts,
        row(
            button(words.plain("moderation-mine"), custom_id("moderation:mine", 0)),
        ),
    )


def mine(words: Words, page: Page[Case], others: Mapping[int, int | None]) -> discord.ui.LayoutView:
    """What somebody reported themselves, and how far it is. `others`: the referent to whom they may confide it, by
    case."""
    blocks: list[Block] = []
    for case in page.entries:
        blocks += [line(), _own(words, case), quoted(words, truncate(case.said, LISTED))]
        blocks.append(_go_on(words, case, others.get(case.id)))
    return card(
        words("moderation-mine-title"),
        *(blocks or [words("moderation-mine-none")]),
        turn(words, page, lambda number: custom_id("moderation:mine", number)),
        row(button(words.plain("offer-moderation-report"), "moderation:report")),
    )


def _own(words: Words, case: Case) -> Safe:
    return words("moderation-mine-line", number=case.id, state=case.state.value, since=since(case))


def _go_on(words: Words, case: Case, another: int | None) -> Block:
    if case.waits:
        return row(*while_it_waits(words, case, another))
    if case.state is not State.DRAFT:
        return None
    return row(
        button(words.plain("moderation-go-on"), custom_id("moderation:draft", case.id), style=PRIMARY),
        button(words.plain("moderation-drop"), custom_id("moderation:drop", case.id), style=DANGER),
    )


def while_it_waits(
    words: Words, case: Case, another: int | None, guild_id: int | None = None
) -> list[discord.ui.Button[discord.ui.LayoutView] | None]:
    """Whom its reporter may let read what nobody took: the whole team, somebody of it, the referent of now (`another`
    than the one of whom they read, or None)."""
    act, label = "moderation:choose_readers", "moderation-choose"
    if case.readers == "chosen":
        act, label = "moderation:widen", "moderation-widen"
    return [
        button(words.plain(label), custom_id(act, case.id, guild_id=guild_id)),
        button(words.plain("moderation-confide"), custom_id("moderation:confide", case.id, another, guild_id=guild_id))
        if another is not None
        else None,
    ]


def entrust(words: Words, case: Case) -> discord.ui.LayoutView:
    """Whom of the team a report is for that nobody took."""
    return card(
        words("moderation-entrust", number=case.id),
        row(
            _people_select(
                custom_id("moderation:entrust", case.id),
                words.plain("moderation-choose"),
                case.of(Role.READER),
                READERS,
            )
        ),
    )


# What all cards of a case share


def yes(whether: bool) -> str:
    """A truth as Fluent selects by it."""
    return "yes" if whether else "no"


def since(case: Case) -> Safe:
    """How long ago a case was sent, or begun."""
    return moment(case.opened_at or case.began_at, "R")


def person(words: Words, who: Someone | None) -> Safe:
    """Somebody in a case, as long as they are known."""
    return member(who.id) if who is not None and who.id is not None else words("moderation-somebody")


def people(words: Words, many: Iterable[Someone]) -> Safe:
    """Several of them."""
    return Safe(", ".join(person(words, who) for who in many))


def quoted(words: Words, said: str) -> Safe:
    """What somebody wrote, set apart."""
    return Safe("\n".join(words("moderation-quote", text=text) for text in said.splitlines()))


def context(case: Case, guild_id: int) -> str | None:
    """The address of the message that a case is about."""
    return None if case.channel_id is None else link(guild_id, case.channel_id, case.message_id)
