"""What newcomers ask in their introductions, for whoever would like to make it heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import discord

from bot.people import members
from bot.people.members import Profile
from bot.storage import features, publications
from bot.storage.association import Association
from bot.storage.publications import Publication
from bot.words.text import link
from cogs.introductions import store
from cogs.introductions.posts import CARD

_ANY_TIME: Final = 2**62


@dataclass(frozen=True, slots=True)
class NewcomersQuestion:
    """What somebody asks in their introduction: the card (`message_id`, `url`), the thread under it, and since when it
    stands (UTC seconds)."""

    member_id: int
    message_id: int
    question: str
    url: str
    thread_id: int | None
    at: int


async def open_questions(association: Association, since: int) -> list[NewcomersQuestion]:
    """What those ask who introduced themselves after an instant, the newest last; whether somebody answered is for
    `Publications.has_answer` to say. Nothing while introductions are off."""
    if not features.is_on(association, "introductions"):
        return []
    db = association.read()
    new = await store.introduced(db, since, _ANY_TIME)
    profiles, standing = await members.profiles(db, new), await publications.many(db, CARD, new)
    found = [_asked(association, profiles.get(member_id), standing.get(member_id)) for member_id in new]
    return [one for one in found if one is not None]


async def question_of(association: Association, message_id: int) -> NewcomersQuestion | None:
    """What the introduction of this card asks, as others may see it now; or None."""
    standing = await publications.at(association.read(), message_id)
    if standing is None or standing.kind != CARD:
        return None
    return _asked(association, await members.visible_profile(association.read(), standing.member_id), standing)


def _asked(association: Association, profile: Profile | None, standing: Publication | None) -> NewcomersQuestion | None:
    if profile is None or not profile.question or standing is None:
        return None
    place, message_id = standing.place, standing.message_id
    if place is None or message_id is None:
        return None
    at = int(discord.utils.snowflake_time(message_id).timestamp())
    url = link(association.guild_id, place, message_id)
    return NewcomersQuestion(profile.member_id, message_id, profile.question, url, standing.thread_id, at)
