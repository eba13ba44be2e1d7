"""What the team sees while it prepares an act towards a member, and once it is done. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import discord

from bot.ui.actions import custom_id
from bot.ui.cards import BUTTONS_IN_A_ROW, PRIMARY, Block, Choice, button, card, row, select
from bot.ui.confirm import confirmation
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.moderation import act_rules
from cogs.moderation.act_rules import PAUSABLE, RULES, TOWARDS, Measure
from cogs.moderation.cards import person, yes
from cogs.moderation.rules import Act, Case, Entry, Someone


def prepare(
    words: Words, case: Case, measure: Measure, possible: Collection[Act], closed: Mapping[str, int]
) -> discord.ui.LayoutView:
    """One act, chosen piece by piece. `possible`: what can be done here; `closed`: what is closed to the person, and
    until when."""
    who = act_rules.target(case, measure.person)
    return card(
        words("acts-title", number=case.id, person=person(words, who)),
        in_force(words, closed) if closed else None,
        words("acts-what-they-learn"),
        *_persons(words, case, measure),
        row(select(_choosing(measure, "act"), words.plain("acts-act"), _acts(words, measure, possible))),
        *(_parting(words, case, measure, who) if measure.act == Act.PARTED else _terms(words, measure)),
        row(
            button(words.plain("acts-write"), custom_id("moderation:act_write", *measure.codes), style=PRIMARY)
            if measure.complete
            else None,
            _back(words, case.id),
        ),
    )


def only_named(words: Words, case: Case, measure: Measure) -> discord.ui.LayoutView:
    """Asked once more before an act towards somebody whom the report isn't about."""
    who = act_rules.target(case, measure.person)
    act = custom_id("moderation:act_write_named", *measure.codes)
    return confirmation(words, words("acts-only-named", person=person(words, who)), "acts-write", act)


def in_force(words: Words, closed: Mapping[str, int]) -> Safe:
    """What is closed to somebody, and until when."""
    listed = ", ".join(
        words("acts-closed-one", what=words(f"acts-feature-{name}"), until=moment(until, "d"))
        for name, until in closed.items()
    )
    return words("acts-closed", listed=Safe(listed))


def _persons(words: Words, case: Case, measure: Measure) -> list[Block]:
    """Towards whom, where there are several: numbered, since a button can't show who a mention is."""
    found = act_rules.targets(case)[:BUTTONS_IN_A_ROW]
    if len(found) < 2:
        return []
    listed = [words("acts-person", number=at, person=person(words, who)) for at, who in enumerate(found, 1)]
    shown = [button(str(at + 1), _towards(case, at), disabled=at == measure.person) for at in range(len(found))]
    return [Safe(" · ".join(listed)), row(*shown)]


def _towards(case: Case, person_: int) -> str:
    return custom_id("moderation:acts", case.id, person_)


def _choosing(measure: Measure, field: str) -> str:
    return custom_id("moderation:act_choose", field, *measure.codes)


def _acts(words: Words, measure: Measure, possible: Collection[Act]) -> list[Choice]:
    return [
        Choice(act, words.plain(f"acts-{act}"), words.plain(f"acts-{act}-about"), chosen=act == measure.act)
        for act in TOWARDS
        if act in possible
    ]


def _terms(words: Words, measure: Measure) -> list[Block]:
    """By which rule, from what, for how long."""
    if not measure.act:
        return []
    rules = [Choice(rule, words.plain(f"acts-rule-{rule}"), chosen=rule == measure.rule) for rule in RULES]
    blocks: list[Block] = [row(select(_choosing(measure, "rule"), words.plain("acts-rule"), rules))]
    if measure.act == Act.PAUSED:
        features = [
            Choice(name, words.plain(f"acts-feature-{name}"), chosen=name in measure.paused_from) for name in PAUSABLE
        ]
        most = len(PAUSABLE)
        blocks.append(row(select(_choosing(measure, "features"), words.plain("acts-features"), features, most=most)))
    if measure.lengths:
        lengths = [
            Choice(code, _length(words, seconds), chosen=code == measure.length)
            for code, seconds in measure.lengths.items()
        ]
        blocks.append(row(select(_choosing(measure, "length"), words.plain("acts-length"), lengths)))
    return blocks


def _length(words: Words, seconds: int) -> str:
    hours = seconds // 3600
    return words.plain("acts-hours", count=hours) if hours < 48 else words.plain("acts-days", count=hours // 24)


def _parting(words: Words, case: Case, measure: Measure, who: Someone) -> list[Block]:
    """From whom, one button each: the reporter first."""
    found = act_rules.to_part(case, who)[:BUTTONS_IN_A_ROW]
    shown = [
        button(
            words.plain("acts-part-reporter" if one.alias == case.reporter.alias else "acts-part-named", number=at + 1),
            custom_id("moderation:act_part", case.id, measure.person, at),
            style=PRIMARY,
        )
        for at, one in enumerate(found)
    ]
    listed = [words("acts-person", number=at, person=person(words, one)) for at, one in enumerate(found, 1)]
    return [words("acts-part-who", people=Safe(" · ".join(listed)), some=yes(bool(found))), row(*shown)]


def _back(words: Words, case_id: int) -> discord.ui.Button[discord.ui.LayoutView]:
    return button(words.plain("acts-back"), custom_id("moderation:open", case_id))


def done(words: Words, case: Case, entry: Entry, *, told: bool, waits: bool = False) -> discord.ui.LayoutView:
    """It is done, and whether the person will hear of it from the bot. `waits`: Discord hasn't taken down yet what
    stood there."""
    hears = words("acts-told" if told else "acts-not-told") if entry.act in act_rules.TOLD else None
    place = next((at for at, one in enumerate(act_rules.targets(case)) if one == entry.target), 0)
    return card(
        words("acts-done", act=entry.act.value, person=person(words, entry.target)),
        words("acts-waits") if waits else None,
        hears,
        row(button(words.plain("acts-another"), _towards(case, place)), _back(words, case.id)),
    )


def way(words: Words, case: Case) -> discord.ui.Button[discord.ui.LayoutView] | None:
    """The way from a case's card to the acts; none where there is nobody to act towards."""
    return button(words.plain("acts-open"), _towards(case, 0)) if act_rules.targets(case) else None
