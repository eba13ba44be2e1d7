"""What people see of the bot, as they press it: the message of an answer, its selects, its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import discord
from simcord.results import InteractionResult, ResponseMessage


def message_of(answer: InteractionResult) -> ResponseMessage:
    """The message of an answer: the last follow-up, else the answer itself."""
    found = answer.followups[-1] if answer.followups else answer.response
    assert isinstance(found, ResponseMessage), f"no message in {answer!r}"
    return found


@dataclass(frozen=True, slots=True)
class Choices:
    """A select that somebody sees."""

    custom_id: str
    values: frozenset[str]
    chosen: frozenset[str]


def select_of(shown: ResponseMessage, act: str) -> Choices:
    """The select of a message that leads to an act."""
    parts = parts_of(shown)
    found = next((part for part in parts if str(part.get("custom_id", "")).startswith(f"{act}:")), None)
    assert found is not None, f"no select for {act} in {parts}"
    return Choices(
        found["custom_id"],
        frozenset(option["value"] for option in found["options"]),
        frozenset(option["value"] for option in found["options"] if option.get("default")),
    )


def number_in(card: discord.Message, act: str) -> str:
    """The number that a card's button for an act carries: what the card is about."""
    acts = [str(part.get("custom_id", "")) for part in parts_of(card)]
    return next(found for found in acts if found.startswith(f"{act}:")).removeprefix(f"{act}:")


def act_in(shown: discord.Message, act: str) -> str:
    """The whole custom id of a message's first button for an act; empty when there is none."""
    found = (str(part.get("custom_id", "")) for part in parts_of(shown))
    return next((one for one in found if one == act or one.startswith(f"{act}:")), "")


def text_of(message: discord.Message) -> str:
    """What a card says."""
    return "\n".join(str(part["content"]) for part in parts_of(message) if part.get("content"))


def bare(text: str) -> str:
    """Only its letters and figures: spaces and signs are typeset where they are shown."""
    return "".join(filter(str.isalnum, text))


def parts_of(shown: ResponseMessage | discord.Message) -> list[dict[str, Any]]:
    """Every component of a message, the outer ones first."""
    message = shown.message if isinstance(shown, ResponseMessage) else shown
    waiting: list[dict[str, Any]] = [dict(part.to_dict()) for part in message.components]
    found: list[dict[str, Any]] = []
    while waiting:
        part = waiting.pop(0)
        found.append(part)
        waiting.extend(part.get("components") or [])
    return found
