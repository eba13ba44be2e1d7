"""What organisers see of recurring schedules and pauses. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

import discord

from bot.delivery.reports import name_of
from bot.schedule.occurrences import OnHoliday, Pause, Rhythm, Unit, days_between
from bot.schedule.schedules import StoredPause
from bot.ui.actions import custom_id
from bot.ui.cards import DANGER, PRIMARY, Choice, button, card, row, select
from bot.ui.rhythm import in_words
from bot.words.i18n import Words
from bot.words.text import Safe, moment

EVERY: Final = {
    **{f"w{n}": (Unit.WEEKS, n) for n in (1, 2, 3, 4)},
    "m1": (Unit.MONTH_DAY, 1),
    "n1": (Unit.MONTH_WEEKDAY, 1),
    **{f"d{n}": (Unit.DAYS, n) for n in (1, 2, 3, 5, 10)},
}
"""What a rhythm can be, by the code in the select."""
DAYS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 21, 22, 24, 25, 26, 28, 30, 31)
"""Days of a month to choose from (a select holds 25); 31 is the last one."""
NTH: Final = (1, 2, 3, 4, -1)
HOURS: Final = tuple(time(half // 2, half % 2 * 30) for half in range(14, 39))
"""From 7:00 to 19:00, each half hour."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A schedule with its next instants (UTC seconds). `shortest`: days from one date to the next, at least."""

    name: str
    rhythm: Rhythm
    active: bool
    coming: Sequence[int]
    shortest: int = 1


def rhythms(
    words: Words, schedules: Sequence[Shown], pauses: Sequence[StoredPause], suggested: Sequence[Pause]
) -> discord.ui.LayoutView:
    """All schedules, and the pauses that they keep."""
    return card(
        words("rhythms-title"),
        "\n".join(_line(words, shown) for shown in schedules),
        row(
            select(
                "organisers:rhythm_open",
                words.plain("rhythms-choose"),
                [Choice(shown.name, name_of(words, shown.name), in_words(words, shown.rhythm)) for shown in schedules],
            )
        )
        if schedules
        else None,
        words("pauses-title"),
        "\n".join(words("pauses-line", **_days(words, stored.pause)) for stored in pauses) or words("pauses-none"),
        row(
            select(
                "organisers:pause_remove",
                words.plain("pauses-remove"),
                [
                    Choice(str(stored.id), words.plain("pauses-option", **_days(words, stored.pause)))
                    for stored in pauses
                ],
            )
        )
        if pauses
        else None,
        row(
            *(
                button(
                    words.plain("pauses-suggest", **_days(words, pause)),
                    custom_id("organisers:pause_suggested", pause.first.isoformat(), pause.last.isoformat()),
                )
                for pause in suggested
            )
        ),
        row(
            button(words.plain("pauses-add"), "organisers:pause_form"),
            button(words.plain("sending-back"), custom_id("organisers:upcoming", 0)),
        ),
    )


def _line(words: Words, shown: Shown) -> Safe:
    if not shown.active:
        return words("rhythms-off", what=name_of(words, shown.name))
    next_ = moment(shown.coming[0], "f") if shown.coming else words("rhythms-never")
    return words("rhythms-on", what=name_of(words, shown.name), rhythm=in_words(words, shown.rhythm), next=next_)


def _days(words: Words, pause: Pause) -> dict[str, str]:
    return {"first": _day(words, pause.first), "last": _day(words, pause.last)}


def _day(words: Words, day: date) -> str:
    return words.plain("day-written", day=day.day, month=words.plain(f"month-{day.month}"), year=str(day.year))


def one(words: Words, shown: Shown) -> discord.ui.LayoutView:
    """One schedule, with a control for each part of its rhythm."""
    rhythm, name = shown.rhythm, shown.name
    coming = ", ".join(moment(at, "f") for at in shown.coming)
    return card(
        words("rhythm-title", what=name_of(words, name), on="yes" if shown.active else "no"),
        words("rhythm-said", rhythm=in_words(words, rhythm)),
        words("rhythm-coming", dates=Safe(coming), on="yes" if shown.active else "no") if coming else None,
        row(select(_id("every", name), words.plain("rhythm-every"), _choices_every(words, shown))),
        _day_select(words, rhythm, name),
        row(select(_id("nth", name), words.plain("rhythm-nth"), _choices_nth(words, rhythm)))
        if rhythm.unit is Unit.MONTH_WEEKDAY
        else None,
        row(select(_id("at", name), words.plain("rhythm-at"), _choices_at(rhythm))),
        row(select(_id("holiday", name), words.plain("rhythm-holiday"), _choices_holiday(words, rhythm))),
        row(
            button(words.plain("rhythm-stop"), custom_id("organisers:rhythm_turn", "off", name), style=DANGER)
            if shown.active
            else button(words.plain("rhythm-start"), custom_id("organisers:rhythm_turn", "on", name), style=PRIMARY),
            button(words.plain("setup-back"), "organisers:rhythms"),
        ),
    )


def _id(part: str, name: str) -> str:
    return custom_id("organisers:rhythm_set", part, name)


def _choices_every(words: Words, shown: Shown) -> list[Choice]:
    now = (shown.rhythm.unit, shown.rhythm.every)
    return [
        Choice(code, words.plain(f"rhythm-every-{unit.value}", every=every), chosen=(unit, every) == now)
        for code, (unit, every) in EVERY.items()
        if days_between(unit, every) >= shown.shortest
    ]


def _day_select(words: Words, rhythm: Rhythm, name: str) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    if rhythm.unit in {Unit.WEEKS, Unit.MONTH_WEEKDAY}:
        choices = [Choice(str(n), words.plain(f"weekday-{n}"), chosen=n == rhythm.weekday) for n in range(7)]
        return row(select(_id("weekday", name), words.plain("rhythm-weekday"), choices))
    if rhythm.unit is Unit.MONTH_DAY:
        choices = [
            Choice(str(n), words.plain("rhythm-day-choice", day="last" if n == 31 else n), chosen=n == rhythm.day)
            for n in DAYS
        ]
        return row(select(_id("day", name), words.plain("rhythm-day"), choices))
    return None


def _choices_nth(words: Words, rhythm: Rhythm) -> list[Choice]:
    return [
        Choice(str(n), words.plain("rhythm-nth-choice", nth="last" if n < 0 else n), chosen=n == rhythm.nth)
        for n in NTH
    ]


def _choices_at(rhythm: Rhythm) -> list[Choice]:
    return [Choice(f"{at:%H-%M}", f"{at:%H:%M}", chosen=at == rhythm.at) for at in HOURS]


def _choices_holiday(words: Words, rhythm: Rhythm) -> list[Choice]:
    return [
        Choice(way.value, words.plain(f"rhythm-holiday-{way.value}"), chosen=way is rhythm.on_holiday)
        for way in OnHoliday
    ]
