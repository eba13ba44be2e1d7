"""What letters say at the moment at which they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import discord

from bot.delivery.letter_kinds import LetterKinds, Piece, Sheet, Show
from bot.delivery.letters import OVER, TAKEN, Letter, State
from bot.delivery.outbox import Rendered
from bot.storage.association import Association
from bot.words.text import Safe


class Sheets:
    """Lays letters out, in the words of their one reader."""

    def __init__(self, kinds: LetterKinds, show: Show) -> None:
        self._kinds = kinds
        self._show = show

    async def of(self, association: Association, bundle: Iterable[Letter]) -> list[Sheet]:
        """What letters say now; those with nothing to say any more, or whose feature is gone, are left out."""
        found = [await self._one(association, letter) for letter in bundle]
        return [sheet for sheet in found if sheet is not None]

    async def _one(self, association: Association, letter: Letter) -> Sheet | None:
        if letter.state is State.TAKEN:
            return Sheet(letter, Piece((await self._ending(association, letter),)))
        if letter.kind not in self._kinds:
            return None
        piece = await self._kinds[letter.kind].render(association, letter)
        return None if piece is None else Sheet(letter, piece, asks=self._kinds.asks(letter))

    async def _ending(self, association: Association, letter: Letter) -> Safe:
        """That somebody else does it, and what; or that nobody asks any more."""
        words = association.words_in(letter.language)
        about = self._kinds[letter.kind].about if letter.kind in self._kinds else None
        what = await about(association, letter) if about is not None and letter.ending == TAKEN else ""
        return words("letters-taken-what", what=what) if what else words(letter.ending)

    async def standing(self, association: Association, bundle: Sequence[Letter]) -> list[Sheet]:
        """The same of letters that share a message; when none of them has anything to say, that it is over."""
        return await self.of(association, bundle) or [
            Sheet(letter, Piece((association.words_in(letter.language)(OVER),))) for letter in bundle[:1]
        ]

    def layout(self, association: Association, sheets: Sequence[Sheet]) -> discord.ui.LayoutView:
        """A message of letters."""
        words = association.words_in(sheets[0].letter.language)
        return self._show(association.guild_id, words, sheets)

    def blank(self, association: Association, language: str | None) -> Rendered:
        """What stands in place of letters that are erased with their reader."""
        return Rendered(self._show(association.guild_id, association.words_in(language), ()))

    def rendered(self, association: Association, sheets: Sequence[Sheet]) -> Rendered | None:
        """The same, for the outbox; None when nothing is said."""
        if not sheets:
            return None
        return Rendered(self.layout(association, sheets), title=title(association, sheets[0].letter))


def title(association: Association, letter: Letter) -> str:
    """The name of a letter's private thread; it says nothing of what is in it."""
    return association.words_in(letter.language).plain("letters-thread")
