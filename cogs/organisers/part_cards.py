"""What organisers see of the parts that can be switched off. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Choice, button, card, row, select
from bot.ui.confirm import confirmation
from bot.words.i18n import Words
from bot.words.text import moment


@dataclass(frozen=True, slots=True)
class Part:
    """A part by the name of its feature; `since` when it is off (UTC seconds), None while it is on."""

    name: str
    since: int | None

    @property
    def on(self) -> str:
        """Whether it is on, as the wording asks."""
        return "yes" if self.since is None else "no"


def name_of(words: Words, name: str) -> str:
    """What a part is called."""
    return words.plain(f"preference-feature-{name}")


def parts(words: Words, shown: Sequence[Part]) -> discord.ui.LayoutView:
    """All parts, and which are on; each can be opened."""
    return card(
        words("parts-title"),
        words("parts-intro"),
        "\n".join(
            words("parts-line", what=name_of(words, one.name), on=one.on, since=moment(one.since or 0, "D"))
            for one in shown
        ),
        row(
            select(
                "organisers:part_open",
                words.plain("parts-choose"),
                [Choice(one.name, name_of(words, one.name), words.plain("parts-state", on=one.on)) for one in shown],
            )
        ),
        row(button(words.plain("settings-back"), "organisers:settings")),
    )


def part(words: Words, shown: Part, *, records: int, cards: int, done: str = "") -> discord.ui.LayoutView:
    """One part: what it does, what switching it means, what it keeps. `done` is the message about what just
    happened."""
    name = shown.name
    title = words("part-title", what=name_of(words, name), on=shown.on)
    told = words(f"preference-feature-{name}.help")
    back = button(words.plain("parts-back"), "organisers:parts")
    if shown.since is None:
        off = button(words.plain("part-turn-off"), custom_id("organisers:part_off", name), style=DANGER)
        return card(title, words(done) if done else None, told, words("part-if-off"), row(off, back))
    on = button(words.plain("part-turn-on"), custom_id("organisers:part_on", name), style=PRIMARY)
    erase = button(words.plain("part-erase"), custom_id("organisers:part_erase_ask", name), style=DANGER)
    kept = words("part-kept", records=records, cards=cards)
    return card(title, words(done) if done else None, told, kept, row(on, erase if records or cards else None, back))


def ask_to_erase(words: Words, name: str, records: int) -> discord.ui.LayoutView:
    """Ask a first time: what would go, and what stays."""
    question = words("part-erase-ask", what=name_of(words, name), records=records)
    return confirmation(words, question, "part-erase-ask-yes", custom_id("organisers:part_erase_sure", name))


def ask_again(words: Words, name: str) -> discord.ui.LayoutView:
    """Ask a second time: nothing brings it back."""
    question = words("part-erase-sure", what=name_of(words, name))
    return confirmation(words, question, "part-erase-sure-yes", custom_id("organisers:part_erase", name))


def erased(words: Words, records: int, cards: int) -> discord.ui.LayoutView:
    """The receipt: how much went, and nothing of what it was."""
    return card(
        words("part-erased", records=records, cards=cards),
        row(button(words.plain("parts-back"), "organisers:parts")),
    )
