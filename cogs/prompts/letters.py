"""What is written to one person about questions: to the host, and to whoever proposed one."""

from __future__ import annotations

from typing import Final

from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from bot.words.text import link
from cogs.prompts import letter_cards, post_store, subjects, suggestion_store, turns
from cogs.prompts.preferences import host
from cogs.prompts.rules import Post, Source, State, Suggestion

HOST: Final = "prompts:host"
ACCEPTED: Final = "prompts:accepted"
DECLINED: Final = "prompts:declined"
ASKED: Final = "prompts:asked"
PURPOSE: Final = "prompts-host"
"""What an ask is for: to answer a question first."""
FIRST: Final = 2 * DAY
"""How long it makes sense to be the first to answer, in seconds."""
_TO_HOST: Final = frozenset({Source.SUGGESTION, Source.BANK})
"""What is real has people of its own."""


async def invite(house: House, association: Association, db: Connection, post: Post) -> None:
    """A question stands: whoever hosts is asked to begin, unless it has a conversation of its own;
    whoever proposed it learns that it is asked."""
    chosen = host(association.preferences)
    if post.source in _TO_HOST and chosen is not None and chosen != post.author_id:
        await house.contact.write(association, db, chosen, HOST, str(post.id))
    if post.source is Source.SUGGESTION and post.author_id is not None:
        await house.contact.write(association, db, post.author_id, ASKED, str(post.id))


async def tell(house: House, association: Association, db: Connection, suggestion: Suggestion) -> None:
    """Tell whoever proposed a question what became of it."""
    if suggestion.author_id is not None:
        kind = ACCEPTED if suggestion.state is State.ACCEPTED else DECLINED
        await house.contact.write(association, db, suggestion.author_id, kind, str(suggestion.id))


def url(association: Association, post: Post) -> str:
    """Where people answer a question: its thread, or itself while it has none."""
    if post.thread_id is not None:
        return link(association.guild_id, post.thread_id)
    return link(association.guild_id, post.channel_id, post.message_id)


class Letters:
    """The letters of this feature: each says what is true when it is read."""

    def __init__(self, house: House) -> None:
        self._house = house
        for kind in (
            LetterKind(HOST, Weight.ASK, self._host, purpose=PURPOSE),
            LetterKind(ACCEPTED, Weight.MATTER, self._decided),
            LetterKind(DECLINED, Weight.MATTER, self._decided),
            LetterKind(ASKED, Weight.MATTER, self._asked),
        ):
            house.contact.register(kind)

    async def _host(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing to somebody who hosts no more, nor when others had the time to answer."""
        post = await post_store.get(association.read(), int(letter.key))
        if post is None or post.message_id is None or host(association.preferences) != letter.member_id:
            return None
        content = await subjects.content(self._house, association, post.subject)
        if content is None or self._house.clock.now() - post.at > FIRST:
            return None
        return Piece(letter_cards.invitation(association.words_in(letter.language), content, url(association, post)))

    async def _decided(self, association: Association, letter: Letter) -> Piece | None:
        suggestion = await suggestion_store.get(association.read(), int(letter.key))
        if suggestion is None or suggestion.state not in {State.ACCEPTED, State.DECLINED}:
            return None
        words = association.words_in(letter.language)
        on = await turns.is_on(association.read())
        return Piece(letter_cards.decided(words, association.guild_id, suggestion, on=on))

    async def _asked(self, association: Association, letter: Letter) -> Piece | None:
        post = await post_store.get(association.read(), int(letter.key))
        if post is None or post.message_id is None or post.author_id != letter.member_id:
            return None
        suggestion = await suggestion_store.get(association.read(), int(post.ref))
        if suggestion is None:
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.asked(words, association.guild_id, suggestion, url(association, post)))
