"""What people see of a mission. Pure: records in, cards out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, Choice, button, card, line, link_button, row, select
from bot.words.i18n import Words
from bot.words.text import OPTIONS, Safe, escape, member
from cogs.opportunities.rules import ANYWHERE, REMOTE, Kind, Mission, Sketch, State

Button = discord.ui.Button[discord.ui.LayoutView]

TAG_FILLED: Final = "mission-tag-filled"
"""The forum tag of a mission that found somebody."""


def panel(words: Words) -> discord.ui.LayoutView:
    """The one panel of the channel."""
    return card(
        words("mission-panel"),
        row(
            button(words.plain("offer-opportunities-share"), "opportunities:share", style=PRIMARY),
            button(words.plain("offer-opportunities-list"), custom_id("opportunities:list", 0, "")),
            button(words.plain("offer-opportunities-alerts"), "opportunities:alerts"),
        ),
    )


def forum_tags(words: Words) -> list[str]:
    """The tags of a new forum: the kinds of missions, and that one found somebody."""
    return [*(kind_name(words, kind) for kind in Kind), words.plain(TAG_FILLED)]


def tags(words: Words, mission: Mission) -> list[str]:
    """The forum tags of a mission."""
    found = mission.state in {State.FILLED, State.ELSEWHERE}
    return [kind_name(words, mission.kind), *([words.plain(TAG_FILLED)] if found else [])]


def kind_name(words: Words, kind: Kind) -> str:
    """What a kind of mission is called."""
    return words.plain(f"mission-kind-{kind.value}")


def place_name(words: Words, catalogue: Catalogue, place: str) -> str:
    """What a place is called; empty for none, and for one that the list no longer has."""
    if place in {REMOTE, ANYWHERE}:
        return words.plain(f"mission-place-{place}")
    return catalogue.zone_label(place, words.language)


def subject(words: Words, catalogue: Catalogue, mission: Mission | Sketch) -> str:
    """What a mission is, for what trade, where, in a line of text."""
    return subject_of(words, catalogue, mission.kind, mission.trade, mission.place)


def subject_of(words: Words, catalogue: Catalogue, kind: str | None, trade: str | None, place: str) -> str:
    """The same of a kind, a trade and a place; each may be missing."""
    parts = (
        kind_name(words, Kind(kind)) if kind else "",
        catalogue.trade_label(trade, words.language),
        place_name(words, catalogue, place),
    )
    return " · ".join(part for part in parts if part)


def about(words: Words, catalogue: Catalogue, mission: Mission | Sketch) -> list[Block]:
    """A mission: what it is, then when, for what budget, whom one would talk to."""
    about_ = [
        words("mission-card-when", when=mission.when_text),
        words("mission-card-budget", budget=mission.budget or words.plain("mission-budget-open")),
        words("mission-card-contact", contact=mission.contact.value),
        words("mission-card-commission") if mission.commission else "",
    ]
    return [
        words("mission-card-subject", subject=subject(words, catalogue, mission)),
        escape(mission.what),
        Safe("\n".join(part for part in about_ if part)),
    ]


def public(words: Words, catalogue: Catalogue, mission: Mission) -> discord.ui.LayoutView:
    """A mission as everybody sees it: no number on it, nobody who would like it."""
    return card(
        *about(words, catalogue, mission),
        words("mission-card-who", member=member(mission.author_id)),
        state(words, mission),
        row(*_answers(words, mission)) if mission.open else None,
    )


def state(words: Words, mission: Mission, *, own: bool = False) -> Safe | None:
    """How it stands, unless somebody is looked for; others are thanked for having a look."""
    if mission.open:
        return None
    if mission.removed:
        return words("mission-removed")
    return words("mission-card-state", state=mission.state.value, own="yes" if own else "no")


def _answers(words: Words, mission: Mission) -> list[Button]:
    return [
        button(words.plain("mission-interested"), custom_id("opportunities:interested", mission.id), style=PRIMARY),
        button(words.plain("mission-know"), custom_id("opportunities:know", mission.id)),
        button(words.plain("mission-question"), custom_id("opportunities:question", mission.id)),
    ]


def hidden(words: Words) -> discord.ui.LayoutView:
    """What stands in place of a mission while its author is away."""
    return card(words("mission-away"))


def one(
    words: Words, catalogue: Catalogue, mission: Mission, url: str | None, *, raised: bool = False
) -> discord.ui.LayoutView:
    """Somebody's mission, shown privately, with the way to its card; `raised`: their hand is up."""
    interested, *others = _answers(words, mission)
    back = button(words.plain("mission-hand-down"), custom_id("opportunities:take_back", mission.id))
    return card(
        *about(words, catalogue, mission),
        words("mission-card-who", member=member(mission.author_id)),
        words("mission-hand-small") if raised else None,
        row(back if raised else interested, *others),
        row(open_(words, url)),
    )


def open_(words: Words, url: str | None) -> Button | None:
    """The way to a card that stands."""
    return link_button(words.plain("mission-open-card"), url) if url else None


# Sharing


def step(words: Words) -> discord.ui.LayoutView:
    """The one step before the form: what is shared."""
    return card(words("mission-step"), row(_kinds(words, "opportunities:choose_kind", None)))


def _kinds(words: Words, act: str, chosen: Kind | None) -> discord.ui.Select[discord.ui.LayoutView]:
    choices = [
        Choice(kind.value, kind_name(words, kind), words.plain(f"mission-kind-{kind.value}.about"), kind is chosen)
        for kind in Kind
    ]
    return select(act, words.plain("mission-choose-kind"), choices)


def preview(
    words: Words,
    catalogue: Catalogue,
    sketch: Sketch,
    draft_id: int,
    *,
    trades: Sequence[Choice],
    places: Sequence[Choice],
) -> discord.ui.LayoutView:
    """What will be published, what is still to be said, what can be corrected, and the ways on."""

    def act(name: str) -> str:
        return custom_id(f"opportunities:{name}", draft_id)

    asked = set(sketch.missing)
    chosen = catalogue.trade_label(sketch.trade, words.language)
    return card(
        words("mission-preview", missing="yes" if asked else "no", again="yes" if sketch.mission_id else "no"),
        words("mission-preview-client"),
        line(),
        *about(words, catalogue, sketch),
        line(),
        row(_kinds(words, act("set_kind"), sketch.kind)) if "kind" in asked else None,
        row(select(act("set_place"), words.plain("mission-choose-place"), places)),
        row(select(act("set_trade"), words.plain("mission-choose-trade", chosen=chosen or "none"), trades)),
        row(
            button(words.plain("mission-publish"), act("publish"), style=PRIMARY) if not asked else None,
            button(words.plain("mission-edit"), act("edit_draft")),
            button(words.plain("mission-another-place"), act("other_place")),
            button(words.plain("kernel-not-now"), act("later")),
        ),
    )


def place_choices(words: Words, catalogue: Catalogue, zones: Sequence[str], chosen: str) -> list[Choice]:
    """The places to choose from: from afar, anywhere, then zones."""
    codes = list(dict.fromkeys([REMOTE, ANYWHERE, *([chosen] if chosen else []), *zones]))
    named = [(code, place_name(words, catalogue, code)) for code in codes]
    return [Choice(code, name, chosen=code == chosen) for code, name in named if name][:OPTIONS]


def published(words: Words, key: str, url: str | None) -> discord.ui.LayoutView:
    """After publishing: where it stands, and the way to one's own."""
    return card(
        words(key), row(open_(words, url), button(words.plain("offer-opportunities-mine"), "opportunities:mine:0"))
    )
