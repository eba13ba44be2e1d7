"""What the bot hears before it asks: when a person last wrote, who had the last word, whether the last question was
answered. Of messages it learns who wrote and when, never what (`bot.delivery.activity`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Final

from discord.utils import snowflake_time

from bot.delivery.activity import Word, answered, first_words, last_words
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.ui.house import House
from cogs import help_requests, introductions, tips
from cogs.prompts import post_store
from cogs.prompts.preferences import CHANNEL
from cogs.prompts.rules import Post, Source
from cogs.prompts.subjects import NEW

WATCHED: Final = 4
LOOKED_AT: Final = 8
"""The last questions whose threads are listened to, and how many newcomers' cards: each costs a call to Discord."""


class Trouble(StrEnum):
    """Why nothing can be heard: no channel is chosen, it is gone, or the bot may not read it."""

    NO_CHANNEL = "no-channel"
    GONE = "gone"
    DEAF = "deaf"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard `at` a time in `place` and in the threads of the questions asked there (`pace.may_post`).
    `answered`: whether a person answered the last question (None: that can't be known, or there was none),
    `spoken_since`: whether anybody wrote after it. `unanswered`: the introductions (message ids) whose question waits
    for a word."""

    place: int
    at: int
    last_human_at: int | None
    own_posted_last: bool
    answered: bool | None
    spoken_since: bool
    unanswered: frozenset[int]


async def listen(house: House, association: Association) -> Heard | Trouble:
    """Listen to the room. Asks Discord."""
    place = association.preferences[CHANNEL]
    if place is None:
        return Trouble.NO_CHANNEL
    db, at = association.read(), house.clock.now()
    not_counting = await house.publications.messages_in(db, place)
    words = await last_words(house.client, place, not_counting=not_counting)
    if words is None:
        return Trouble.GONE if house.client.get_channel(place) is None else Trouble.DEAF
    asked = await post_store.newest(db, WATCHED)
    threads = {post.id: await _in_thread(house, post) for post in asked}
    said_there = [
        word.at for post in asked if post.channel_id == place for word in threads[post.id] or () if not word.bot
    ]
    human = max([*said_there, *(word.at for word in words if not word.bot)], default=None)
    own = max((word.at for word in words if word.author_id == _own_id(house)), default=None)
    return Heard(
        place=place,
        at=at,
        last_human_at=human,
        own_posted_last=own is not None and (human is None or human < own),
        answered=await _answered(house, association, asked[0], threads[asked[0].id]) if asked else None,
        spoken_since=human is not None and any(post.at <= human for post in asked[:1]),
        unanswered=await _unanswered(house, association),
    )


def _own_id(house: House) -> int:
    return house.client.user.id if house.client.user is not None else 0


async def _in_thread(house: House, post: Post) -> list[Word] | None:
    """Who wrote where people answer a question, since it was asked; None when that can't be known."""
    words = await last_words(house.client, post.thread_id) if post.thread_id is not None else []
    return None if words is None else [word for word in words if word.at >= post.at]


async def _answered(house: House, association: Association, post: Post, words: list[Word] | None) -> bool | None:
    """Whether somebody else than whose words it shows answered: in its thread, in reply to it, right under it, or by a
    button."""
    if any(not word.bot and word.author_id != post.author_id for word in words or ()):
        return True
    if await _acted(association, post):
        return True
    reply = await answered(
        house.client, post.channel_id, to=post.message_id, not_by=lambda member_id: member_id == post.author_id
    )
    if reply or await _answered_under(house, association, post):
        return True
    return None if reply is None and (words is None or post.thread_id is None) else False


async def _answered_under(house: House, association: Association, post: Post) -> bool:
    """Whether somebody wrote right under it, before we said anything else there, within a day."""
    not_counting = await house.publications.messages_in(association.read(), post.channel_id)
    words = await first_words(house.client, post.channel_id, after=post.message_id or 0, not_counting=not_counting)
    asked_at = snowflake_time(post.message_id or 0).timestamp()
    until_ours = takewhile(lambda word: word.author_id != _own_id(house) and word.at - asked_at <= DAY, words or ())
    return any(not word.bot and word.author_id != post.author_id for word in until_ours)


async def _acted(association: Association, post: Post) -> bool:
    db = association.read()
    match post.source:
        case Source.REQUEST:
            return await help_requests.is_answered(db, int(post.ref))
        case Source.TIP:
            return await tips.answered_since(db, int(post.ref), post.at)
        case _:
            return False


async def _unanswered(house: House, association: Association) -> frozenset[int]:
    """The newcomers' questions that nobody answered."""
    found = set()
    asked = await introductions.open_questions(association, house.clock.now() - NEW)
    for one in asked[-LOOKED_AT:]:
        card = await house.publications.at(association.read(), one.message_id)
        if card is not None and not await house.publications.has_answer(card):
            found.add(one.message_id)
    return frozenset(found)
