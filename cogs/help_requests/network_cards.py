"""Other networks, and the steps that lead there, as people see them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import discord

from bot.storage.preferences import Preference
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Choice, button, card, link_button, row, select
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe
from cogs.help_requests.rules import Network

NAMED: Final = 8
"""How many networks a letter names; the command shows all."""


def lines(words: Words, found: Sequence[Network]) -> Safe:
    """Networks, a line each, for somebody to whom nobody here could help; empty when there is none."""
    return Safe("\n".join(words("help-network-line", **_said(network)) for network in found[:NAMED]))


def networks(words: Words, page: Page[Network], *, organiser: bool) -> discord.ui.LayoutView:
    """A page of the list; `organiser`: with what changes it."""
    choices = [Choice(str(network.id), network.name, network.purpose) for network in page.entries]
    return card(
        words("help-networks-title"),
        lines(words, page.entries) or words("help-networks-none"),
        turn(words, page, lambda number: custom_id("help_requests:networks", number)),
        row(select("help_requests:network_one", words.plain("help-networks-choose"), choices))
        if organiser and choices
        else None,
        row(
            button(words.plain("help-networks-add"), "help_requests:network_add", style=PRIMARY),
            button(words.plain("help-steps"), "help_requests:steps"),
        )
        if organiser
        else None,
    )


def one(words: Words, network: Network) -> discord.ui.LayoutView:
    """One network, to an organiser."""
    return card(
        words("help-network-line", **_said(network)),
        row(
            button(words.plain("help-networks-edit"), custom_id("help_requests:network_edit", network.id)),
            button(
                words.plain("help-networks-remove"), custom_id("help_requests:network_remove", network.id), style=DANGER
            ),
            link_button(words.plain("help-networks-open"), network.url),
        ),
    )


def steps(words: Words, declared: Iterable[Preference[str]], chosen: Mapping[str, str]) -> discord.ui.LayoutView:
    """What becomes of a request that nobody answers, a list a step."""
    rows = [
        row(
            select(
                custom_id("help_requests:step", step.name),
                words.plain(f"preference-{step.name}"),
                [
                    Choice(code, words.plain(f"choice-{step.name}", code=code), chosen=code == chosen[step.name])
                    for code in step.choices
                ],
            )
        )
        for step in declared
    ]
    back = button(words.plain("help-steps-back"), custom_id("help_requests:networks", 0))
    return card(words("help-steps-title"), *rows, row(back))


def _said(network: Network) -> dict[str, str]:
    return {"name": network.name, "url": Safe(network.url), "purpose": network.purpose}
