"""The story: three months of an association's life, lived through the bot's own commands, buttons and forms.

Who is there: `people`. What they share, ask and say: `exchanges`, done by `acts`. Coffee for two: `coffee`. What they
answer to the question of the week, and say of the digest: `ritual`; to the visitor: `welcome`. What organisers do:
`opening`, `team`. When it all happens: `timeline`. Words stand in the TOML file of the same name, in both languages.
"""

from __future__ import annotations

from bot.demo.story.people import Person, Story, load
from bot.demo.story.timeline import live_on, tell

__all__ = ["Person", "Story", "live_on", "load", "tell"]
