"""After an answer: what was held for somebody whose direct messages are closed is shown to them, privately."""

from __future__ import annotations

import logging
from typing import Final

import discord

from bot.logs import fields
from bot.ui.press import Press

log = logging.getLogger(__name__)

_FORM: Final = discord.InteractionResponseType.modal
_ANSWERS_TO_ASKS: Final = ("kernel:later", "kernel:never")


_under_way: Final[set[tuple[int, int]]] = set()
"""Whom something is being shown to at this moment (guild, member): of two presses, one shows it."""


async def hand_over(press: Press) -> None:
    """Show what is held for the person who just acted, once their answer stands. Never in front of an open form; never
    an ask to somebody who just answered one. What can't be shown now is shown another time."""
    response = press.interaction.response
    if not press.may_store or not response.is_done() or response.type is _FORM:
        return
    whom = (press.association.guild_id, press.user_id)
    if whom in _under_way:
        return
    _under_way.add(whom)
    try:
        await _show(press)
    except discord.HTTPException as error:
        log.warning("held letters not shown", extra=fields(guild=whom[0], code=error.code))
    except Exception:  # the answer stands; this must not look as if it had failed
        log.exception("held letters not shown", extra=fields(guild=whom[0]))
    finally:
        _under_way.discard(whom)


async def _show(press: Press) -> None:
    visits, association = press.house.contact.visits, press.association
    visit = await visits.next(association, press.user_id, asks=not press.act.startswith(_ANSWERS_TO_ASKS))
    if visit is not None:
        await press.interaction.followup.send(view=visit.view, ephemeral=True)
        await visits.shown(association, visit)
