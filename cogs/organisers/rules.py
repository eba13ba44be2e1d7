"""What set-up asks for, and what it refuses. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.errors import Refusal
from bot.words.text import clean, says_something

NAME: Final = 80
CONTACT: Final = 120

_REACHABLE: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|https?://\S+\.\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who runs this place, and where one writes to them; whom to turn to when the bot itself fails, if somebody is
    named."""

    name: str
    contact: str
    technical: str = ""


def read_identity(fields: Mapping[str, str]) -> Identity:
    """Check the form. Raises `Refusal`: the notice that every member reads is made of name and contact."""
    return Identity(
        read_name(fields.get("name", "")),
        read_contact(fields.get("contact", "")),
        read_technical(fields.get("technical", "")),
    )


def read_name(typed: str) -> str:
    """The association's name. Raises `Refusal`."""
    name = clean(typed, lines=False)
    if not says_something(name):
        raise Refusal("setup-name-blank")
    if len(name) > NAME:
        raise Refusal("setup-too-long")
    return name


def read_contact(typed: str) -> str:
    """Where people write about their data. Raises `Refusal`."""
    contact = clean(typed, lines=False)
    if not _REACHABLE.search(contact):
        raise Refusal("setup-contact-unreachable")
    if len(contact) > CONTACT:
        raise Refusal("setup-too-long")
    return contact


def read_technical(typed: str) -> str:
    """Whom to turn to when the bot itself fails; nothing typed: nobody. Raises `Refusal`: a person has a name."""
    technical = clean(typed, lines=False)
    if technical and not says_something(technical):
        raise Refusal("setup-technical-blank")
    if len(technical) > CONTACT:
        raise Refusal("setup-too-long")
    return technical
