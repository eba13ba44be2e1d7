"""The form of a mission: what it asks, and how a mission, a draft and what was typed turn into one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.ui.forms import Field, Form, declare
from bot.words.i18n import LANGUAGES, Words
from bot.words.text import fold
from cogs.opportunities import rules
from cogs.opportunities.rules import Contact, Kind, Mission, Sketch, Written

FORM: Final = declare(
    Form(
        "opportunities:written",
        "mission-form",
        (
            Field("what", required=True, long=True, limit=rules.WHAT),
            Field("when", required=True, limit=rules.WHEN),
            Field("budget", limit=rules.BUDGET),
            Field("contact", required=True, options=tuple(Contact)),
            Field("commission", required=True, options=rules.YES_NO),
        ),
    )
)


def payload(said: Written, *, kind: str, trade: str, place: str, mission_id: int) -> dict[str, Any]:
    """What was typed, and the codes that came with it, as a draft keeps them."""
    return {
        "kind": kind,
        "trade": trade,
        "place": place,
        "mission": mission_id,
        "what": said.what,
        "when": said.when_text,
        "budget": "" if _is_open(said.budget) else said.budget,
        "contact": said.contact.value,
        "commission": said.commission,
    }


def sketch(kept: Mapping[str, Any]) -> Sketch:
    """A draft as it is shown."""
    return Sketch(
        kind=Kind(kept["kind"]) if kept["kind"] else None,
        trade=kept["trade"] or None,
        place=kept["place"],
        what=kept["what"],
        when_text=kept["when"],
        budget=kept["budget"],
        contact=Contact(kept["contact"]),
        commission=kept["commission"],
        mission_id=kept["mission"],
    )


def prefilled(words: Words) -> dict[str, str]:
    """What the form of a new mission holds."""
    return {"budget": words.plain("mission-budget-open"), "commission": "no"}


def as_fields(words: Words, mission: Mission | Sketch) -> dict[str, str]:
    """A mission as its form shows it."""
    return {
        "what": mission.what,
        "when": mission.when_text,
        "budget": mission.budget or words.plain("mission-budget-open"),
        "contact": mission.contact.value,
        "commission": "yes" if mission.commission else "no",
    }


def _is_open(budget: str) -> bool:
    """Whether a budget is to be agreed on, in whichever language the form said so."""
    return fold(budget) in {fold(Words(language).plain("mission-budget-open")) for language in LANGUAGES}
