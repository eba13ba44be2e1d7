"""The first three steps of set-up: the association, its channels, how it welcomes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import (
    PRIMARY,
    QUIET,
    Block,
    Choice,
    button,
    card,
    channel_select,
    member_select,
    role_select,
    row,
    select,
)
from bot.words.i18n import Words
from bot.words.text import Safe, moment

STEPS: Final = ("association", "channels", "welcome", "publish")
TEXT: Final = (discord.ChannelType.text,)
TEXT_OR_FORUM: Final = (discord.ChannelType.text, discord.ChannelType.forum)
LANGUAGES: Final = ("fr-tu", "fr-vous", "en-tu")

Button = discord.ui.Button[discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Safety:
    """What holds when something goes wrong: when the last copy was made (UTC seconds, None: not yet), and whom to turn
    to (empty: nobody is named)."""

    copied_at: int | None
    technical: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who runs this place, how it speaks, which time it keeps. `language` is one of `LANGUAGES`."""

    name: str
    contact: str
    language: str
    bilingual: bool
    zone: str
    zones: Sequence[str]

    @property
    def known(self) -> bool:
        """Whether members can be told who keeps their data."""
        return bool(self.name and self.contact)


def association(
    words: Words, identity: Identity, safety: Safety, *, advised: bool, opened: bool
) -> discord.ui.LayoutView:
    """Step 1. `advised`: the settings that are advised hold already; `opened`: all was published."""
    return card(
        words("setup-title"),
        words("setup-promise"),
        words("setup-association", name=identity.name or "…", contact=identity.contact or "…"),
        safe(words, safety),
        row(button(words.plain("setup-identity"), "organisers:identity", style=_weight(first=not identity.known))),
        words("setup-advice", followed="yes" if advised else "no"),
        row(_accept(words, first=identity.known)) if not advised else None,
        *_language(words, identity),
        row(*_onward(words, 0, ready=identity.known and advised), softly(words) if opened else None),
    )


def safe(words: Words, safety: Safety) -> Safe:
    """When the last copy was made, and whom to turn to."""
    copied, named = safety.copied_at is not None, bool(safety.technical)
    return words(
        "setup-safety",
        copied="yes" if copied else "no",
        at=moment(safety.copied_at or 0, "f"),
        named="yes" if named else "no",
        technical=safety.technical,
    )


def softly(words: Words, *, first: bool = False) -> Button:
    """The way to a soft opening."""
    return button(words.plain("offer-organisers-softly"), "organisers:softly", style=_weight(first=first))


def _accept(words: Words, *, first: bool) -> Button:
    return button(words.plain("setup-accept"), "organisers:accept", style=_weight(first=first))


def _weight(*, first: bool) -> discord.ButtonStyle:
    return PRIMARY if first else QUIET


def _language(words: Words, identity: Identity) -> list[Block]:
    french, turn = identity.language.startswith("fr"), "yes" if identity.bilingual else "no"
    languages = [
        Choice(code, words.plain(f"setup-language-{code}"), chosen=code == identity.language) for code in LANGUAGES
    ]
    zones = [Choice(code, code.replace("_", " "), chosen=code == identity.zone) for code in identity.zones]
    label, zone = words.plain("preference-association-language"), words.plain("preference-association-zone")
    return [
        words("setup-label", label=label),
        row(select("organisers:language", label, languages)),
        words("setup-label", label=zone),
        row(select("organisers:zone", zone, zones)),
        words("setup-bilingual", on=turn) if french else None,
        row(button(words.plain("setup-bilingual-turn", on=turn), "organisers:bilingual")) if french else None,
    ]


def channels(
    words: Words, chosen: Mapping[str, int | None], *, missing: bool, ready: bool, warnings: Sequence[Safe]
) -> discord.ui.LayoutView:
    """Step 2: the channels, chosen or created, and the organisers' role. It is `ready` when those that nothing can do
    without are there."""
    selects: list[Block] = []
    for name, types, must in (
        ("introductions-channel", TEXT_OR_FORUM, True),
        ("tips-channel", TEXT_OR_FORUM, False),
        ("help-channel", TEXT_OR_FORUM, False),
        ("coffee-channel", TEXT, False),
        ("intros-channel", TEXT, False),
        ("organisers-channel", TEXT, True),
        ("threads-channel", TEXT, True),
        ("digest-channel", TEXT, False),
        ("prompts-channel", TEXT, False),
    ):
        label, act = words.plain(f"preference-{name}"), custom_id("organisers:choose", name)
        selects.append(words(f"preference-{name}.help"))
        selects.append(row(channel_select(act, label, types, chosen[name], must=must)))
    role = words.plain("preference-organisers-role")
    return card(
        words("setup-channels"),
        *selects,
        words("preference-organisers-role.help"),
        row(role_select(custom_id("organisers:choose", "organisers-role"), role, chosen["organisers-role"])),
        "\n".join(warnings),
        row(
            button(words.plain("setup-create"), "organisers:create", style=PRIMARY) if missing else None,
            *_onward(words, 1, ready=ready),
        ),
    )


def welcome(words: Words, chosen: Mapping[str, int | None]) -> discord.ui.LayoutView:
    """Step 3: the public welcome, off unless a channel is chosen; and who is turned to when the team doesn't act."""
    on = chosen["welcome-channel"] is not None
    return card(
        words("setup-welcome", on="yes" if on else "no"),
        row(
            channel_select(
                "organisers:choose:welcome-channel",
                words.plain("preference-welcome-channel"),
                TEXT,
                chosen["welcome-channel"],
            )
        ),
        words("preference-welcome-host.help"),
        _person(words, chosen, "welcome-host"),
        words("preference-moderation-referent.help"),
        words("setup-referent"),
        _person(words, chosen, "moderation-referent"),
        row(
            _clear(words, "setup-welcome-off", "welcome-channel") if on else None,
            _clear(words, "setup-host-off", "welcome-host") if chosen["welcome-host"] else None,
            _clear(words, "setup-referent-off", "moderation-referent") if chosen["moderation-referent"] else None,
        ),
        row(*_onward(words, 2, ready=True)),
    )


def _person(words: Words, chosen: Mapping[str, int | None], name: str) -> Block:
    act = custom_id("organisers:choose", name)
    return row(member_select(act, words.plain(f"preference-{name}"), chosen[name]))


def _clear(words: Words, label: str, name: str) -> Button:
    return button(words.plain(label), custom_id("organisers:clear", name))


def _onward(words: Words, step: int, *, ready: bool) -> list[Button]:
    next_ = words.plain(f"setup-next-{STEPS[step + 1]}")
    onward = button(next_, custom_id("organisers:step", step + 1), style=_weight(first=ready))
    back = [button(words.plain("setup-back"), custom_id("organisers:step", step - 1))] if step > 0 else []
    return [*back, onward]
