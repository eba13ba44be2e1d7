"""What organisers see of everything that can be set. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.storage.preference_changes import Change
from bot.storage.preferences import Control, Preference, declared
from bot.ui.actions import custom_id
from bot.ui.cards import (
    PRIMARY,
    Choice,
    button,
    card,
    channel_select,
    member_select,
    role_select,
    row,
    select,
)
from bot.ui.pager import Page, turn
from bot.words.i18n import Words
from bot.words.text import Safe, channel, escape, member, moment, role, truncate
from cogs.organisers.sending_cards import switch

ASSOCIATION: Final = "association"
"""The group of what no feature declares."""
TEXT: Final = (discord.ChannelType.text,)
TEXT_OR_FORUM: Final = (discord.ChannelType.text, discord.ChannelType.forum)
SHOWN: Final = 80
"""Characters of a text that a line shows."""


@dataclass(frozen=True, slots=True)
class Top:
    """What the first page says: whose settings, when the last backup was made (UTC seconds), whom to call."""

    name: str
    contact: str
    technical: str
    backup_at: int | None


def home(words: Words, top: Top, groups: Sequence[str], cautions: Sequence[Safe] = ()) -> discord.ui.LayoutView:
    """The first page. `cautions`: what is probably not meant."""
    backup = moment(top.backup_at, "f") if top.backup_at is not None else Safe("")
    return card(
        words("settings-title"),
        "\n".join(cautions),
        words("settings-association", name=top.name or "…", contact=top.contact or "…"),
        words("settings-backup", known="yes" if backup else "no", at=backup),
        words("settings-technical", known="yes" if top.technical else "no", contact=top.technical),
        row(
            select(
                "organisers:settings_open",
                words.plain("settings-choose-group"),
                [Choice(group, words.plain(f"settings-group-{group}")) for group in groups],
            )
        ),
        row(
            button(words.plain("offer-organisers-parts"), "organisers:parts"),
            button(words.plain("offer-organisers-rhythms"), "organisers:rhythms"),
            button(words.plain("offer-organisers-relay"), "organisers:relay"),
        ),
        row(
            button(words.plain("settings-history"), custom_id("organisers:settings_history", 0)),
            button(words.plain("offer-organisers-setup"), "organisers:setup"),
        ),
    )


def group(
    words: Words, name: str, page: Page[Preference[Any]], chosen: Mapping[str, Any], *, on: bool
) -> discord.ui.LayoutView:
    """The settings of one part, each with its value. `on`: whether the part is switched on."""
    return card(
        words("settings-group", what=words.plain(f"settings-group-{name}"), on="yes" if on else "no"),
        "\n".join(_line(words, preference, chosen[preference.name]) for preference in page.entries),
        row(
            select(
                "organisers:setting_open",
                words.plain("settings-choose"),
                [Choice(entry.name, words.plain(f"preference-{entry.name}")) for entry in page.entries],
            )
        ),
        turn(words, page, lambda number: custom_id("organisers:settings_group", name, number)),
        row(
            None if name == ASSOCIATION else button(words.plain("offer-organisers-parts"), "organisers:parts"),
            button(words.plain("settings-back"), "organisers:settings"),
        ),
    )


def _line(words: Words, preference: Preference[Any], value: Any) -> Safe:
    own = value != preference.default
    return words(
        "settings-line",
        what=words.plain(f"preference-{preference.name}"),
        value=said(words, preference, value),
        own="yes" if own else "no",
    )


def one(
    words: Words,
    preference: Preference[Any],
    value: Any,
    *,
    shown: int | None,
    must: bool,
    last: Change | None,
    closed: bool,
    cautions: Sequence[Safe] = (),
) -> discord.ui.LayoutView:
    """One setting: its value, its default, what it changes, who changed it last, and the control. `shown`: the channel
    or role that is chosen and still there; with `must` it can't be taken back. `closed`: what it moves is not published
    yet. `cautions`: what is probably not meant."""
    name = preference.name
    return card(
        words(f"preference-{name}.help"),
        words(
            "settings-value", value=said(words, preference, value), default=said(words, preference, preference.default)
        ),
        _change(words, last) if last is not None else None,
        words("settings-publish-again") if closed else None,
        "\n".join(cautions),
        _control(words, preference, value, shown=shown, must=must),
        row(
            button(words.plain("offer-organisers-setup"), "organisers:setup", style=PRIMARY) if closed else None,
            None
            if must or value == preference.default or _is_switched(preference)
            else button(words.plain("settings-default"), custom_id("organisers:setting_default", name)),
            button(words.plain("setup-back"), custom_id("organisers:settings_group", group_of(preference), 0)),
        ),
    )


def group_of(preference: Preference[Any]) -> str:
    """The group that a preference is shown in."""
    return preference.feature or ASSOCIATION


def _is_switched(preference: Preference[Any]) -> bool:
    return preference.control is Control.SWITCH


def _control(
    words: Words, preference: Preference[Any], value: Any, *, shown: int | None, must: bool
) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    name, hint = preference.name, words.plain(f"preference-{preference.name}")
    act = custom_id("organisers:setting_set", name)
    match preference.control:
        case Control.CHOICE | Control.LIST:
            codes = str(value).split()
            most = len(preference.choices) if preference.control is Control.LIST else 1
            choices = [
                Choice(code, choice(words, preference, code), chosen=code in codes) for code in preference.choices
            ]
            return row(select(act, hint, choices, most=most))
        case Control.CHANNEL:
            return row(channel_select(act, hint, TEXT_OR_FORUM if preference.forum else TEXT, shown, must=must))
        case Control.ROLE:
            return row(role_select(act, hint, shown))
        case Control.MEMBER:
            return row(member_select(act, hint, shown))
        case Control.SWITCH if name == "association-suspended":
            return row(switch(words, suspended=value))
        case Control.SWITCH:
            turned = words.plain("settings-turn", on="yes" if value else "no")
            return row(button(turned, custom_id("organisers:setting_turn", name, "off" if value else "on")))
        case _:
            return row(button(words.plain("settings-write"), custom_id("organisers:setting_write", name)))


def history(words: Words, page: Page[Change]) -> discord.ui.LayoutView:
    """Who changed what, the newest first."""
    return card(
        words("settings-history-title"),
        "\n".join(_entry(words, change) for change in page.entries) or words("settings-history-none"),
        turn(words, page, lambda number: custom_id("organisers:settings_history", number)),
        row(button(words.plain("settings-back"), "organisers:settings")),
    )


def _entry(words: Words, change: Change) -> Safe:
    key = f"preference-{change.name}"
    what = words.plain(key) if words.has(key) else change.name
    preference = declared.get(change.name)
    before, after = (
        said(words, preference, value) if preference is not None else Safe("…")
        for value in (change.before, change.after)
    )
    return words("settings-changed", what=what, before=before, after=after, at=moment(change.at, "f"), **_by(change))


def _change(words: Words, change: Change) -> Safe:
    return words("settings-last", at=moment(change.at, "f"), **_by(change))


def _by(change: Change) -> dict[str, Safe]:
    if change.own:
        return {"by": Safe("own"), "who": Safe("")}
    if change.by_id is None:
        return {"by": Safe("gone"), "who": Safe("")}
    return {"by": Safe("known"), "who": member(change.by_id)}


def said(words: Words, preference: Preference[Any], value: Any) -> Safe:
    """A value as people read it in a message."""
    if value in (None, ""):
        return words("settings-none", sort=preference.control.value)
    match preference.control:
        case Control.CHANNEL:
            return channel(value)
        case Control.ROLE:
            return role(value)
        case Control.MEMBER:
            return member(value)
        case Control.SWITCH:
            return words("settings-switched", on="yes" if value else "no")
        case Control.CHOICE | Control.LIST:
            return escape(", ".join(choice(words, preference, code) for code in value.split()))
        case Control.TIME:
            return words("clock-time", hour=value.hour, minute=f"{value.minute:02}")
        case Control.NUMBER:
            return Safe(str(value))
        case _:
            return escape(truncate(value, SHOWN))


def choice(words: Words, preference: Preference[Any], code: str) -> str:
    """What a code is called; one that speaks for itself has no other name."""
    key = f"choice-{preference.name}"
    return words.plain(key, code=code) if words.has(key) else code.replace("_", " ")
