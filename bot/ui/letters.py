"""Letters as people see them, and the two answers that every ask offers: "Plus tard" and "Ne plus me proposer"."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.delivery import letters
from bot.delivery.letter_kinds import Sheet
from bot.delivery.letters import Letter, State
from bot.errors import Refusal
from bot.storage.database import Connection
from bot.ui.actions import action, custom_id
from bot.ui.cards import Block, button, card, each_act_once, line, row
from bot.ui.press import Press
from bot.words.i18n import Words
from bot.words.text import Safe


def layout(guild_id: int, words: Words, sheets: Sequence[Sheet]) -> discord.ui.LayoutView:
    """A message of one or more letters, in the order in which they were written; without any, that they are erased."""
    if not sheets:
        return card(words("letters-erased"))
    blocks: list[Block] = []
    said: set[str] = set()
    for sheet in sheets:
        blocks += [line()] if blocks else []
        blocks += [_said_once(block, said) for block in sheet.piece.blocks]
        blocks += [_answers(guild_id, words, sheet.letter) if sheet.asks else None]
    return card(*each_act_once(blocks))


def _said_once(block: Block, said: set[str]) -> Block:
    """Small print that stands in the message already is not said again."""
    if not isinstance(block, str) or not block.startswith("-# "):
        return block
    if block in said:
        return None
    said.add(block)
    return block


def _answers(guild_id: int, words: Words, letter: Letter) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    return row(
        button(words.plain("letters-later"), custom_id("kernel:later", letter.id, guild_id=guild_id)),
        button(words.plain("letters-never"), custom_id("kernel:never", letter.id, guild_id=guild_id)),
    )


@action("kernel:later")
async def later(press: Press, letter_id: int) -> None:
    """It comes again in a week, once; the second time, silence was the answer. What comes again doesn't stay here: by
    then, whom it names may be gone, and nobody knows of this message any more."""
    said = await _said(press, letter_id)
    async with press.association.transaction() as db:
        letter = await _asked(press, db, letter_id)
        again = await press.house.contact.put_off(press.association, db, letter)
    await press.change(card(*() if again else said, press.words("letters-put-off", again="yes" if again else "no")))


@action("kernel:never")
async def never(press: Press, letter_id: int) -> None:
    """Never ask them this again; it can be undone where preferences are."""
    said = await _said(press, letter_id)
    async with press.association.transaction() as db:
        letter = await _asked(press, db, letter_id)
        purpose = await press.house.contact.refuse(press.association, db, letter)
    where = press.association.command("moi preferences")
    await press.change(card(*said, press.words("letters-refused", purpose=name_of(press.words, purpose), where=where)))


def name_of(words: Words, purpose: str) -> str:
    """What a purpose is called; one that no feature has any more is shown by its code."""
    key = f"purpose-{purpose}"
    return words.plain(key) if words.has(key) else purpose


async def _said(press: Press, letter_id: int) -> list[Safe]:
    """What the letter said, without its buttons, so that its reader still sees what they answered."""
    letter = await letters.get(press.association.read(), letter_id)
    if letter is None or letter.member_id != press.user_id or not press.house.contact.asks(letter):
        return []
    piece = await press.house.contact.words_of(press.association, letter)
    return [Safe(block) for block in piece.blocks if isinstance(block, str)] if piece else []


async def _asked(press: Press, db: Connection, letter_id: int) -> Letter:
    """The ask that waits for this person's answer. Raises `Refusal` for any other."""
    letter = await letters.get(db, letter_id)
    if letter is not None and letter.member_id != press.user_id:
        raise Refusal("letters-somebody-elses")
    if letter is not None and letter.state is State.TAKEN:
        raise Refusal(letter.ending)
    if letter is None or letter.state is not State.SENT or not press.house.contact.asks(letter):
        raise Refusal("letters-answered")
    return letter
