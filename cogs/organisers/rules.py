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
    """Who runs this place, and where one writes to them."""

    name: str
    contact: str


def read_identity(fields: Mapping[str, str]) -> Identity:
    """Check the form. Raises `Refusal`: the notice that every member reads is made of these two."""
    name = clean(fields.get("name", ""), lines=False)
    contact = clean(fields.get("contact", ""), lines=False)
    if not says_something(name):
        raise Refusal("setup-name-blank")
    if not _REACHABLE.search(contact):
        raise Refusal("setup-contact-unreachable")
    if len(name) > NAME or len(contact) > CONTACT:
        raise Refusal("setup-too-long")
    return Identity(name, contact)
