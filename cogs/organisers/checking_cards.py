"""The last step of set-up: what is missing and how to mend it, what would be posted, a try that members don't see.
Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, button, card, channel_select, row
from bot.ui.pager import page_of, turn
from bot.words.i18n import Words
from bot.words.text import COMPONENTS, Safe, channel
from cogs.organisers.checks import Finding
from cogs.organisers.sending_cards import as_preview
from cogs.organisers.setup_cards import TEXT, Safety, safe, softly

OWN: Final = 17
"""Components of a message of step 4 beside the panels that it shows."""
SHOWN: Final = 8
"""Findings that one message shows: with more, the panels under them would not fit any more."""

Panels = Sequence[tuple[int, discord.ui.LayoutView]]
"""Panels, each with the channel in which it would stand."""


def publish(
    words: Words,
    safety: Safety,
    *,
    bot: str,
    missing: Sequence[str],
    findings: Sequence[Finding],
    cautions: Sequence[Safe] = (),
    panels: Panels,
    page: int = 0,
) -> discord.ui.LayoutView:
    """Step 4: what is missing, then exactly what would be posted and where, then the one button that posts. `bot` is
    what the bot is called in the server; `cautions` say what is probably not meant, and stand in no way."""
    previews = page_of(_pages(panels), page, 1)
    blocking = bool(missing) or any(finding.must for finding in findings)
    view = card(
        words("setup-check", blocking="yes" if blocking else "no", warned="yes" if cautions else "no"),
        "\n".join(cautions),
        words("setup-promise"),
        "\n".join(_missing(words, name) for name in missing),
        "\n".join(_to_mend(words, bot, findings)),
        safe(words, safety),
        row(
            button(words.plain("setup-publish"), "organisers:publish", style=PRIMARY, disabled=blocking),
            button(words.plain("setup-try"), "organisers:trial"),
            button(words.plain("setup-check-again"), "organisers:step:3"),
            button(words.plain("setup-back"), "organisers:step:2"),
        ),
        words("setup-preview", where=Safe(", ".join(channel(place) for place, _ in panels))) if panels else None,
        turn(words, previews, lambda number: custom_id("organisers:panels", number)),
    )
    for _, shown in previews.entries[0] if panels else ():
        view.add_item(as_preview(shown))
    view.stop()
    return view


def _pages(panels: Panels) -> list[list[tuple[int, discord.ui.LayoutView]]]:
    """As many panels on each page as one message holds."""
    pages: list[list[tuple[int, discord.ui.LayoutView]]] = []
    room = 0
    for place, shown in panels:
        size = sum(1 for _ in shown.walk_children())
        if size > room:
            pages.append([])
            room = COMPONENTS - OWN
        pages[-1].append((place, shown))
        room -= size
    return pages


def _missing(words: Words, name: str) -> Safe:
    """What nothing can open without, and the step that asks for it."""
    return words("setup-missing", what=words.plain(f"preference-{name}"), step=2 if name.endswith("-channel") else 1)


def _to_mend(words: Words, bot: str, findings: Sequence[Finding]) -> list[Safe]:
    """What lacks, each with its reason, and under what is mended in one place the way to do it."""
    shown = findings[:SHOWN]
    lines = [words("setup-channel-gone") for finding in shown if finding.need is None]
    by_role = [finding for finding in shown if finding.need and not finding.here]
    for permission in dict.fromkeys(_permission(words, finding) for finding in by_role):
        same = [finding for finding in by_role if _permission(words, finding) == permission]
        lines.append(_lacks(words, same))
    if by_role:
        lines.append(words("setup-mend-role", bot=bot, permissions=_names(words, by_role)))
    for place in dict.fromkeys(finding.channel_id for finding in shown if finding.need and finding.here):
        here = [finding for finding in shown if finding.need and finding.here and finding.channel_id == place]
        lines += [_lacks(words, [finding]) for finding in here]
        lines.append(words("setup-mend-channel", channel=channel(place), bot=bot, permissions=_names(words, here)))
    if len(findings) > SHOWN:
        lines.append(words("setup-mend-more", count=len(findings) - SHOWN))
    return lines


def _lacks(words: Words, findings: Sequence[Finding]) -> Safe:
    """One permission that lacks, in these channels."""
    need = findings[0].need
    assert need is not None
    return words(
        "setup-permission",
        channel=Safe(", ".join(channel(finding.channel_id) for finding in findings)),
        permission=_permission(words, findings[0]),
        why=words.plain(f"permission-{need.permission}.why"),
        must="yes" if any(finding.must for finding in findings) else "no",
    )


def _permission(words: Words, finding: Finding) -> str:
    """What Discord calls it where it is to be mended: the role's settings know no forums."""
    assert finding.need is not None
    key = f"permission-{finding.need.permission}"
    forum = f"{key}.forum"
    return words.plain(forum if finding.forum and finding.here and words.has(forum) else key)


def _names(words: Words, findings: Iterable[Finding]) -> str:
    names = dict.fromkeys(_permission(words, finding) for finding in findings)
    return ", ".join(words.plain("setup-quoted", name=name) for name in names)


def trial(words: Words, standing: int | None, *, opened: bool, held: bool) -> discord.ui.LayoutView:
    """A try: where it would be, or stands. `opened`: what is published from it appears at once; `held`: nothing leaves
    at the moment."""
    if standing is None:
        return card(
            words("setup-trial"),
            row(button(words.plain("setup-trial-create"), "organisers:trial_create", style=PRIMARY), _back(words)),
            words("setup-trial-choose"),
            row(channel_select("organisers:trial_in", words.plain("setup-trial-channel"), TEXT, None)),
        )
    return card(
        words("setup-trial-stands", channel=channel(standing), opened="yes" if opened else "no"),
        words("sending-suspended") if held else None,
        row(button(words.plain("setup-trial-end"), "organisers:trial_end"), _back(words)),
    )


def trial_over(words: Words, left: int | None) -> discord.ui.LayoutView:
    """The try is over; `left` is the channel that was made for it and could not be removed."""
    over = words("setup-trial-over")
    return card(over if left is None else words("setup-trial-left", channel=channel(left)), row(_back(words)))


def trial_note(words: Words, *, opened: bool) -> discord.ui.LayoutView:
    """What stands above the panels of a try."""
    return card(words("setup-trial-note", opened="yes" if opened else "no"))


def _back(words: Words) -> discord.ui.Button[discord.ui.LayoutView]:
    return button(words.plain("setup-back"), "organisers:step:3")


def done(words: Words, aide: Safe, *, waits: bool) -> discord.ui.LayoutView:
    """After publishing; with `waits`, something of it is yet to appear. Opening softly comes next."""
    return card(
        words("setup-done", aide=aide, waits="yes" if waits else "no"),
        row(
            softly(words, first=True),
            button(words.plain("offer-organisers-rhythms"), "organisers:rhythms"),
            button(words.plain("setup-again"), "organisers:step:0"),
        ),
    )
