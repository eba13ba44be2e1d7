"""`python -m bot doctor`: what is well, what to look at, what to mend, and how.

It runs beside a working bot: it takes no lock, opens files read-only, and speaks to Discord over REST alone (a second
gateway connection would cost one of the thousand a day). A check is a small function that returns findings; the token
is never part of one.
"""

from __future__ import annotations

from bot.doctor.advice import INTENT_REFUSED, MEMBERS_LOST, NO_TOKEN, PORTAL, TOKEN_REFUSED
from bot.doctor.finding import Finding, Level, worst
from bot.doctor.machine import content, data_directory, features_content, offline, token
from bot.doctor.remote import members_intent, online, sees_members

__all__ = [
    "INTENT_REFUSED",
    "MEMBERS_LOST",
    "NO_TOKEN",
    "PORTAL",
    "TOKEN_REFUSED",
    "Finding",
    "Level",
    "content",
    "data_directory",
    "features_content",
    "members_intent",
    "offline",
    "online",
    "sees_members",
    "token",
    "worst",
]
