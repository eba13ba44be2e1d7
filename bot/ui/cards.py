"""Layout helpers: every message of the bot is a card, a Components V2 container, made here.

Nothing here touches the database. A card is stopped as soon as it is made: views are rendering only, the router
answers presses (`bot.ui.actions`), so no view is kept in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.words.text import (
    BUTTON_LABEL,
    CUSTOM_ID,
    MESSAGE_TEXT,
    OPTION_LABEL,
    OPTIONS,
    PLACEHOLDER,
    truncate,
)

ACCENT: Final = 0xC8643C
"""The one colour: terracotta, readable on Discord's light and dark grounds."""
BUTTONS_IN_A_ROW: Final = 5
TITLE: Final = "### "
"""How a title begins."""

PRIMARY: Final = discord.ButtonStyle.primary
QUIET: Final = discord.ButtonStyle.secondary
DANGER: Final = discord.ButtonStyle.danger

Block = str | discord.ui.Item[discord.ui.LayoutView] | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a select."""

    value: str
    label: str
    description: str = ""
    chosen: bool = False


def card(*blocks: Block) -> discord.ui.LayoutView:
    """A message: paragraphs of text (already escaped), rows of buttons, selects, lines. None and empty text vanish."""
    view = discord.ui.LayoutView(timeout=None)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(accent_colour=ACCENT)
    room = MESSAGE_TEXT
    for block in _titled(blocks):
        if isinstance(block, str):
            if room > 0:
                text = truncate(block, room)
                room -= len(text)
                container.add_item(discord.ui.TextDisplay(text))
        elif block is not None:
            container.add_item(block)
    view.add_item(container)
    view.stop()
    return view


def _titled(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with each title and the paragraph under it as one text: that leaves a little air between the two."""
    kept: list[Block] = []
    for block in blocks:
        over = kept[-1] if kept else None
        if isinstance(block, str) and block and isinstance(over, str) and _is_title(over):
            kept[-1] = f"{over}\n{block}"
        elif block is not None and block != "":
            kept.append(block)
    return kept


def _is_title(text: str) -> bool:
    return text.startswith(TITLE) and "\n" not in text


def gap() -> discord.ui.Separator[discord.ui.LayoutView]:
    """Air between parts of a card, where a line would be too much."""
    return discord.ui.Separator(visible=False)


def line() -> discord.ui.Separator[discord.ui.LayoutView]:
    """A thin line between parts of a card."""
    return discord.ui.Separator()


def button(
    label: str, custom_id: str, *, style: discord.ButtonStyle = QUIET, disabled: bool = False
) -> discord.ui.Button[discord.ui.LayoutView]:
    """A button whose `custom_id` says all (see `bot.ui.actions.custom_id`)."""
    if len(custom_id) > CUSTOM_ID:
        raise ValueError(f"custom_id longer than {CUSTOM_ID}: {custom_id[:30]}")
    return discord.ui.Button(label=truncate(label, BUTTON_LABEL), custom_id=custom_id, style=style, disabled=disabled)


def link_button(label: str, url: str) -> discord.ui.Button[discord.ui.LayoutView]:
    """A button that opens an address."""
    return discord.ui.Button(label=truncate(label, BUTTON_LABEL), url=url)


def row(*items: discord.ui.Item[discord.ui.LayoutView] | None) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    """Up to five buttons, or one select; None when nothing is left to show."""
    shown = [item for item in items if item is not None]
    if not shown:
        return None
    made: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
    for item in shown:
        made.add_item(item)
    return made


def each_act_once(blocks: Iterable[Block]) -> list[Block]:
    """Blocks of one message without the buttons that do what an earlier one does: Discord refuses two of them. A row
    that has none left vanishes."""
    kept: list[Block] = []
    acts: set[str] = set()
    for block in blocks:
        if isinstance(block, discord.ui.ActionRow):
            for item in list(block.children):
                act = getattr(item, "custom_id", None)
                if act is not None and act in acts:
                    block.remove_item(item)
                elif act is not None:
                    acts.add(act)
            if not block.children:
                continue
        kept.append(block)
    return kept


def without_acts(view: discord.ui.LayoutView, hidden: Callable[[str], bool]) -> discord.ui.LayoutView:
    """A card without the buttons of acts (by custom id) that are `hidden`; a row that has none left vanishes."""
    for row_ in [item for item in view.walk_children() if isinstance(item, discord.ui.ActionRow)]:
        for item in list(row_.children):
            if isinstance(item, discord.ui.Button) and item.custom_id is not None and hidden(item.custom_id):
                row_.remove_item(item)
        if not row_.children and isinstance(row_.parent, discord.ui.Container):
            row_.parent.remove_item(row_)
    return view


def select(
    custom_id: str, placeholder: str, choices: Iterable[Choice], *, most: int = 1
) -> discord.ui.Select[discord.ui.LayoutView]:
    """A list to choose one entry from, or up to `most`; entries beyond Discord's 25 are left out."""
    options = [
        discord.SelectOption(
            label=truncate(choice.label, OPTION_LABEL),
            value=choice.value,
            description=truncate(choice.description, OPTION_LABEL) or None,
            default=choice.chosen,
        )
        for choice in list(choices)[:OPTIONS]
    ]
    return discord.ui.Select(
        custom_id=custom_id,
        placeholder=truncate(placeholder, PLACEHOLDER),
        options=options,
        max_values=max(1, min(most, len(options))),
    )


def channel_select(
    custom_id: str, placeholder: str, types: Sequence[discord.ChannelType], chosen: int | None, *, must: bool = True
) -> discord.ui.ChannelSelect[discord.ui.LayoutView]:
    """A list of the server's channels of some types; one that isn't a `must` can be emptied."""
    return discord.ui.ChannelSelect(
        custom_id=custom_id,
        min_values=int(must),
        placeholder=truncate(placeholder, PLACEHOLDER),
        channel_types=list(types),
        default_values=[discord.SelectDefaultValue(id=chosen, type=discord.SelectDefaultValueType.channel)]
        if chosen
        else [],
    )


def role_select(custom_id: str, placeholder: str, chosen: int | None) -> discord.ui.RoleSelect[discord.ui.LayoutView]:
    """A list of the server's roles."""
    return discord.ui.RoleSelect(
        custom_id=custom_id,
        placeholder=truncate(placeholder, PLACEHOLDER),
        default_values=[discord.SelectDefaultValue(id=chosen, type=discord.SelectDefaultValueType.role)]
        if chosen
        else [],
    )


def member_select(custom_id: str, placeholder: str, chosen: int | None) -> discord.ui.UserSelect[discord.ui.LayoutView]:
    """A list of the server's members."""
    return discord.ui.UserSelect(
        custom_id=custom_id,
        placeholder=truncate(placeholder, PLACEHOLDER),
        default_values=[discord.SelectDefaultValue(id=chosen, type=discord.SelectDefaultValueType.user)]
        if chosen
        else [],
    )
