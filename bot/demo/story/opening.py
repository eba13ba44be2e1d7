"""How the organiser opens the association in the demo: `/installer` from end to end, then the rhythms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.demo.shown import message_of

if TYPE_CHECKING:
    from bot.demo.stage import Stage

ROUND_UP: Final = "introductions:recap"
COFFEE: Final = "matchmaking:announce"
RITUALS: Final = ("digest:post", "prompts:ask")
"""The schedules that the organiser switches on: at the opening, and once there are enough people."""
EVERY_FOUR_WEEKS: Final = "w4"
CHANNELS: Final = {
    "hall": "introductions-channel",
    "office": "organisers-channel",
    "threads": "threads-channel",
    "tips": "tips-channel",
    "help": "help-channel",
    "intros": "intros-channel",
    "coffee": "coffee-channel",
    "digest": "digest-channel",
    "questions": "prompts-channel",
}
"""The setting for which a channel is chosen in set-up."""
MISSIONS: Final = "opportunities-channel"
"""The one that is chosen in the settings: set-up doesn't ask for it."""


async def set_up(stage: Stage) -> None:
    """The organiser walks through `/installer`, from the association's name to the panels."""
    organiser = stage.organiser
    shown = await organiser.slash(stage.places["lounge"], "installer")
    shown = await organiser.click(message_of(shown), custom_id="organisers:identity")
    name, contact = stage.story.first("organiser").name, stage.story.server["contact"]
    fields = {"name": stage.story.server["name"], "contact": contact, "technical": f"{name}, {contact}"}
    shown = await organiser.submit_modal(shown, fields)
    if stage.story.language == "en":
        shown = await organiser.select(message_of(shown), ["en-tu"], custom_id="organisers:language")
    shown = await organiser.click(message_of(shown), custom_id="organisers:step:1")
    for key, preference in CHANNELS.items():
        chosen = f"organisers:choose:{preference}"
        shown = await organiser.select(message_of(shown), [stage.places[key]], custom_id=chosen)
    shown = await organiser.select(message_of(shown), [stage.team], custom_id="organisers:choose:organisers-role")
    shown = await organiser.click(message_of(shown), custom_id=f"organisers:role:{stage.team.id}")
    await _choose_for_missions(stage)
    shown = await organiser.click(message_of(shown), custom_id="organisers:step:2")
    shown = await organiser.click(message_of(shown), custom_id="organisers:step:3")
    await organiser.click(message_of(shown), custom_id="organisers:publish")
    await _switch_on(stage, ROUND_UP)


async def _choose_for_missions(stage: Stage) -> None:
    """In the settings, before all is published."""
    organiser = stage.organiser
    shown = await organiser.slash(stage.places["lounge"], "reglages")
    shown = await organiser.select(message_of(shown), ["opportunities"], custom_id="organisers:settings_open")
    shown = await organiser.select(message_of(shown), [MISSIONS], custom_id="organisers:setting_open")
    await organiser.select(
        message_of(shown), [stage.places["missions"]], custom_id=f"organisers:setting_set:{MISSIONS}"
    )


async def begin_rituals(stage: Stage) -> None:
    """The digest and the question of the week, and coffee every four weeks."""
    for name in RITUALS:
        await _switch_on(stage, name)
    await _switch_on(stage, COFFEE, every=EVERY_FOUR_WEEKS)


async def _switch_on(stage: Stage, name: str, *, every: str = "") -> None:
    """Under "Rythmes et pauses" in "Prochains envois"."""
    organiser = stage.organiser
    shown = await organiser.slash(stage.places["lounge"], "envois")
    shown = await organiser.click(message_of(shown), custom_id="organisers:rhythms")
    shown = await organiser.select(message_of(shown), [name], custom_id="organisers:rhythm_open")
    if every:
        shown = await organiser.select(message_of(shown), [every], custom_id=f"organisers:rhythm_set:every:{name}")
    await organiser.click(message_of(shown), custom_id=f"organisers:rhythm_turn:on:{name}")
