"""What organisers see. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from bot.ui.pager import page_of, turn
from bot.words.i18n import Words
from bot.words.text import Safe, channel
from cogs.organisers.sending_cards import as_preview, switch

STEPS: Final = ("association", "channels", "welcome", "publish")
TEXT: Final = (discord.ChannelType.text,)
TEXT_OR_FORUM: Final = (discord.ChannelType.text, discord.ChannelType.forum)
LANGUAGES: Final = ("fr-tu", "fr-vous", "en-tu")
SHOWN_FINDINGS: Final = 12
PREVIEWS: Final = 3
"""Panels on a page of step 4: with more, a message would hold more than Discord's 40 components."""


def panel(words: Words, *, suspended: bool) -> discord.ui.LayoutView:
    """The one panel of the organisers' channel."""
    return card(
        words("organisers-panel"),
        words("sending-suspended") if suspended else None,
        row(
            button(words.plain("offer-organisers-upcoming"), custom_id("organisers:upcoming", 0), style=PRIMARY),
            button(words.plain("offer-organisers-setup"), "organisers:setup"),
            switch(words, suspended=suspended),
            button(words.plain("offer-matchmaking-plan"), "matchmaking:plan"),
            button(words.plain("offer-guide-show"), "guide:show"),
        ),
        row(
            button(words.plain("offer-prompts-plan"), "prompts:plan"),
            button(words.plain("offer-deadlines-manage"), "deadlines:manage"),
        ),
    )


def association(
    words: Words, *, name: str, contact: str, language: str, bilingual: bool, zone: str, zones: Sequence[str]
) -> discord.ui.LayoutView:
    """Step 1: who runs this place, how it speaks, which time it keeps."""
    return card(
        words("setup-title"),
        words("setup-promise"),
        words("setup-association", name=name or "…", contact=contact or "…"),
        row(button(words.plain("setup-identity"), "organisers:identity", style=QUIET if name and contact else PRIMARY)),
        words("setup-label", label=words.plain("preference-association-language")),
        row(
            select(
                "organisers:language",
                words.plain("preference-association-language"),
                [Choice(code, words.plain(f"setup-language-{code}"), chosen=code == language) for code in LANGUAGES],
            )
        ),
        words("setup-label", label=words.plain("preference-association-zone")),
        row(
            select(
                "organisers:zone",
                words.plain("preference-association-zone"),
                [Choice(code, code.replace("_", " "), chosen=code == zone) for code in zones],
            )
        ),
        words("setup-bilingual", on="yes" if bilingual else "no") if language.startswith("fr") else None,
        row(button(words.plain("setup-bilingual-turn", on="yes" if bilingual else "no"), "organisers:bilingual"))
        if language.startswith("fr")
        else None,
        row(*_onward(words, 0, ready=bool(name and contact))),
    )


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
        ("organisers-channel", TEXT, True),
        ("threads-channel", TEXT, True),
        ("digest-channel", TEXT, False),
        ("prompts-channel", TEXT, False),
    ):
        selects.append(words(f"preference-{name}.help"))
        selects.append(
            row(
                channel_select(
                    custom_id("organisers:choose", name),
                    words.plain(f"preference-{name}"),
                    types,
                    chosen[name],
                    must=must,
                )
            )
        )
    return card(
        words("setup-channels"),
        *selects,
        words("preference-organisers-role.help"),
        row(
            role_select(
                custom_id("organisers:choose", "organisers-role"),
                words.plain("preference-organisers-role"),
                chosen["organisers-role"],
            )
        ),
        "\n".join(warnings),
        row(
            button(words.plain("setup-create"), "organisers:create", style=PRIMARY) if missing else None,
            *_onward(words, 1, ready=ready),
        ),
    )


def welcome(words: Words, chosen: Mapping[str, int | None]) -> discord.ui.LayoutView:
    """Step 3: the public welcome, off unless a channel is chosen."""
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
        row(
            member_select(
                "organisers:choose:welcome-host", words.plain("preference-welcome-host"), chosen["welcome-host"]
            )
        ),
        row(
            button(words.plain("setup-welcome-off"), "organisers:clear:welcome-channel") if on else None,
            button(words.plain("setup-host-off"), "organisers:clear:welcome-host") if chosen["welcome-host"] else None,
            *_onward(words, 2, ready=True),
        ),
    )


def publish(
    words: Words,
    *,
    missing: Sequence[str],
    to_mend: Sequence[tuple[int, str | None, bool]],
    panels: Sequence[tuple[int, discord.ui.LayoutView]],
    page: int = 0,
) -> discord.ui.LayoutView:
    """Step 4: what is missing, then exactly what would be posted and where, then the one button that posts."""
    previews = page_of(panels, page, PREVIEWS)
    blocking = bool(missing) or any(must for _, _, must in to_mend)
    view = card(
        words("setup-check", blocking="yes" if blocking else "no"),
        "\n".join(words("setup-missing", what=words.plain(f"preference-{name}")) for name in missing),
        "\n".join(_to_mend(words, *entry) for entry in to_mend[:SHOWN_FINDINGS]),
        row(
            button(words.plain("setup-publish"), "organisers:publish", style=PRIMARY, disabled=blocking),
            button(words.plain("setup-check-again"), "organisers:step:3"),
            button(words.plain("setup-back"), "organisers:step:2"),
        ),
        words("setup-preview", where=Safe(", ".join(channel(place) for place, _ in panels))) if panels else None,
        turn(words, previews, lambda number: custom_id("organisers:panels", number)),
    )
    for _, shown in previews.entries:
        view.add_item(as_preview(shown))
    view.stop()
    return view


def _to_mend(words: Words, place: int, permission: str | None, must: bool) -> Safe:
    if permission is None:
        return words("setup-channel-gone")
    return words(
        "setup-permission",
        channel=channel(place),
        permission=words.plain(f"permission-{permission}"),
        why=words.plain(f"permission-{permission}.why"),
        must="yes" if must else "no",
    )


def done(words: Words, aide: Safe) -> discord.ui.LayoutView:
    """After publishing."""
    rhythms = button(words.plain("offer-organisers-rhythms"), "organisers:rhythms")
    return card(words("setup-done", aide=aide), row(rhythms, button(words.plain("setup-again"), "organisers:setup")))


def _onward(words: Words, step: int, *, ready: bool) -> list[discord.ui.Button[discord.ui.LayoutView]]:
    buttons = []
    if step > 0:
        buttons.append(button(words.plain("setup-back"), custom_id("organisers:step", step - 1)))
    onward = button(
        words.plain(f"setup-next-{STEPS[step + 1]}"),
        custom_id("organisers:step", step + 1),
        style=PRIMARY if ready else QUIET,
    )
    buttons.append(onward)
    return buttons
