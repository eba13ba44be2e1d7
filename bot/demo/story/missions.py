"""Missions in the demo: shared, asked about, wanted, filled. Read from `missions.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import discord

from bot.demo.shown import act_in, bare, message_of, number_in, text_of
from bot.demo.story.acts import willing
from bot.schedule.clock import DAY

if TYPE_CHECKING:
    from bot.demo.stage import Stage

_TOLD: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
MISSIONS: Final[Sequence[Mapping[str, Any]]] = _TOLD["mission"]
"""Who shared what, and what came of it, in both languages."""
ALERTS: Final[Sequence[Mapping[str, Any]]] = _TOLD["alert"]
"""Who follows what."""
FRESH: Final = 2 * DAY
"""Up to what age a visitor's mission finds a hand, in seconds."""


async def share(stage: Stage, told: Mapping[str, Any]) -> None:
    """Somebody shares a mission, from the command to its card."""
    author, said = stage.people[told["by"]], told[stage.story.language]
    chosen = {"type": told["kind"], "metier": told["trade"], "lieu": told["place"]}
    form = await author.slash(stage.places["lounge"], "mission partager", **chosen)
    budget = stage.words.plain("mission-budget-open")
    fields = {"what": said["what"], "when": said["when"], "budget": budget}
    preview = await author.submit_modal(form, {**fields, "contact": [told["contact"]], "commission": ["no"]})
    await author.click(message_of(preview), label=stage.words.plain("mission-publish"))


async def raise_hand(stage: Stage, told: Mapping[str, Any], hand: Mapping[str, Any]) -> None:
    """Somebody would like to do it, and says a word to its author."""
    person = stage.people[hand["by"]]
    form = await person.click(_card(stage, told), label=stage.words.plain("mission-interested"))
    await person.submit_modal(form, {"word": hand[stage.story.language]})


async def ask_about(stage: Stage, told: Mapping[str, Any]) -> None:
    """Somebody asks a question in the thread under its card."""
    question, number = told["question"], _card(stage, told).id
    thread = next(thread for thread in stage.places["missions"].threads if thread.id == number)
    await stage.people[question["by"]].send(thread, question[stage.story.language])


async def fill(stage: Stage, told: Mapping[str, Any]) -> None:
    """It was done with somebody who had raised a hand, and its author says thank you."""
    author, shown = stage.people[told["by"]], await _own(stage, told)
    shown = await author.click(message_of(shown), custom_id=act_in(message_of(shown).message, "opportunities:filled"))
    shown = await author.click(message_of(shown), custom_id=act_in(message_of(shown).message, "opportunities:with"))
    thank = act_in(message_of(shown).message, "help_requests:thank_matter")
    form = await author.click(message_of(shown), custom_id=thank)
    preview = await author.submit_modal(form, {"reason": told[stage.story.language]["thanks"]})
    await author.click(message_of(preview), label=stage.words.plain("thanks-send"))


async def end_elsewhere(stage: Stage, told: Mapping[str, Any]) -> None:
    """It was done by somebody else: all is well."""
    shown = await _own(stage, told)
    act = act_in(message_of(shown).message, "opportunities:elsewhere")
    await stage.people[told["by"]].click(message_of(shown), custom_id=act)


async def follow(stage: Stage, told: Mapping[str, Any]) -> None:
    """Somebody would like to hear of missions that fit."""
    reader = stage.people[told["by"]]
    shown = await reader.slash(stage.places["lounge"], "mission alertes")
    if "trade" in told:
        shown = await reader.select(message_of(shown), [f"t.{told['trade']}"], custom_id="opportunities:alert_trade")
    if "kinds" in told:
        shown = await reader.select(message_of(shown), told["kinds"], custom_id="opportunities:alert_kinds")
    if act_in(message_of(shown).message, "opportunities:alerts_on"):
        await reader.click(message_of(shown), custom_id="opportunities:alerts_on")


async def live_on(stage: Stage, visitors: Collection[str]) -> None:
    """Of an evening: somebody raises a hand for what these people shared lately."""
    said, since = _TOLD["visitor"], stage.clock.now() - FRESH
    person, people = stage.people[said["by"]], [f"<@{stage.people[name].id}>" for name in visitors]
    for card in stage.places["missions"].history():
        act = act_in(card, "opportunities:interested") if card.created_at.timestamp() >= since else ""
        if act and any(one in text_of(card) for one in people):
            await willing(_raise(stage, person, card, act))


async def _raise(stage: Stage, person: Any, card: discord.Message, act: str) -> None:
    """A hand that is up already is shown instead of the form."""
    shown = await person.click(card, custom_id=act)
    if shown.modal is not None:
        await person.submit_modal(shown, {"word": _TOLD["visitor"][stage.story.language]})


async def _own(stage: Stage, told: Mapping[str, Any]) -> Any:
    """One of somebody's own missions, as they see it."""
    author, number = stage.people[told["by"]], number_in(_card(stage, told), "opportunities:interested")
    shown = await author.slash(stage.places["lounge"], "mission mes-missions")
    return await author.select(message_of(shown), [number], custom_id="opportunities:pick")


def _card(stage: Stage, told: Mapping[str, Any]) -> discord.Message:
    """The card of a mission in its channel."""
    said = bare(told[stage.story.language]["what"])
    return next(card for card in stage.places["missions"].history() if said in bare(text_of(card)))
