"""One interaction as handlers see it: who, in which association, and how to answer.

Answers are private. A press in a private message of ours changes that message in place; any other gets a new one.
Whatever the state of the interaction (fresh, deferred, answered), `show` does the right thing.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import discord
from discord.ui.select import BaseSelect

from bot.errors import Refusal
from bot.people.members import Member
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import refuse_calls_outside
from bot.ui.cards import PRIMARY, Block, button, card, row
from bot.ui.forms import Form, modal
from bot.ui.house import House
from bot.words.i18n import Words
from bot.words.text import CUSTOM_ID

if TYPE_CHECKING:
    from bot.people.catalogue import Catalogue

EXPIRED: Final = frozenset({10062, 10015, 40060})
"""Discord's codes for an interaction that can't be answered any more."""


class Press:
    """A button, a select, a form or a command, on its way to its handler."""

    def __init__(self, interaction: discord.Interaction[Any], house: House) -> None:
        self.interaction = interaction
        self.house = house
        self.act = ""
        self.feature = "kernel"
        self.leaves = False
        self.selected: tuple[str, ...] = ()
        self.fields: Mapping[str, str] = {}
        self.member: Member | None = None
        self.overdue = False
        self._association: Association | None = None
        self._answering = asyncio.Lock()  # discord.py knows of a deferral only once Discord confirmed it

    @property
    def association(self) -> Association:
        """The association it happens in."""
        assert self._association is not None
        return self._association

    @association.setter
    def association(self, found: Association) -> None:
        self._association = found

    @property
    def user_id(self) -> int:
        """Who acts."""
        return self.interaction.user.id

    @property
    def catalogue(self) -> Catalogue:
        """Trades and zones."""
        return self.house.catalogue

    @property
    def words(self) -> Words:
        """The words for the person who acts: their language when they chose one, else the association's."""
        if self._association is None:
            return Words("en" if self.interaction.locale.value.startswith("en") else "fr")
        return self._association.words_in(self.member.language if self.member else None)

    @property
    def choice(self) -> str:
        """What was chosen in a select of one entry; empty when a forged press chose nothing."""
        return self.selected[0] if self.selected else ""

    @property
    def may_store(self) -> bool:
        """Whether the person accepted the notice as it stands: before that, nothing of theirs is stored."""
        return self.member is not None and self.member.agreed

    def now(self) -> int:
        """The present instant (UTC seconds)."""
        return self.house.clock.now()

    def today(self) -> date:
        """The present date where the association is."""
        return datetime.fromtimestamp(self.now(), self.association.zone).date()

    @property
    def is_organiser(self) -> bool:
        """Whether the person manages the server or has the organisers' role, as of this press."""
        if self.interaction.permissions.manage_guild:
            return True
        role = self.association.preferences[prefs.ORGANISERS_ROLE]
        held = getattr(self.interaction.user, "roles", ())
        return role is not None and any(own.id == role for own in held)

    def require_organiser(self) -> None:
        """Raise `Refusal` for anybody else."""
        if not self.is_organiser:
            raise Refusal("kernel-organisers-only")

    async def answer(self, key: str, /, *blocks: Block, **values: str | int) -> None:
        """Answer privately with the message `key`, and with buttons when there is a sensible next act."""
        await self.show(card(self.words(key, **values), *blocks))

    async def send_file(self, key: str, file: discord.File) -> None:
        """Answer privately with the message `key` and a file, shown as something to download."""
        shown: discord.ui.File[discord.ui.LayoutView] = discord.ui.File(file)
        await self.show(card(self.words(key), shown), file=file)

    async def refuse(self, refusal: Refusal, offers: tuple[str, ...], *, typed: str = "") -> None:
        """Answer a `Refusal`: its sentence, what was `typed` where it could not be kept, and the acts it offers."""
        buttons = [
            button(self.words.plain(f"offer-{':'.join(offer.split(':')[:2]).replace(':', '-')}"), offer, style=PRIMARY)
            for offer in offers
            if len(offer) <= CUSTOM_ID
        ]
        back = self.words("kernel-typed", typed=typed) if typed else None
        sentence = self.words(refusal.key, **{**self._commands(), **refusal.values})
        await self.show(card(sentence, back, row(*buttons)), replace=False)

    def _commands(self) -> dict[str, str]:
        """The commands that refusals point to, clickable where the association is known."""
        mention = self._association.command if self._association else "`/{}`".format
        return {name: mention(name) for name in ("aide", "installer")}

    async def show(
        self, view: discord.ui.LayoutView, *, replace: bool = True, file: discord.File | None = None
    ) -> None:
        """Answer with a card. With `replace`, a press in a private message of ours changes that message."""
        refuse_calls_outside()
        self._address(view)
        async with self._answering:
            await self._show(view, replace=replace, file=file)

    async def change(self, view: discord.ui.LayoutView) -> None:
        """Answer by changing the message whose button was pressed, wherever it stands: a direct message, a thread, a
        private answer."""
        refuse_calls_outside()
        self._address(view)
        async with self._answering:
            response = self.interaction.response
            if not response.is_done():
                await response.edit_message(view=view)
                return
            await self.interaction.edit_original_response(view=view)
            if response.type is discord.InteractionResponseType.deferred_channel_message and self.interaction.message:
                await self.interaction.message.edit(view=view)  # it took long: the answer became a message of its own

    async def _show(self, view: discord.ui.LayoutView, *, replace: bool, file: discord.File | None) -> None:
        response = self.interaction.response
        in_place = replace and self._from_private and file is None
        if not response.is_done():
            if in_place:
                await response.edit_message(view=view)
            elif file is not None:
                await response.send_message(view=view, file=file, ephemeral=True)
            else:
                await response.send_message(view=view, ephemeral=True)
        elif response.type is discord.InteractionResponseType.deferred_message_update and not in_place:
            await self._follow_up(view, file)
        elif response.type in _DEFERRED:
            attachments = [file] if file is not None else []
            await self.interaction.edit_original_response(view=view, attachments=attachments)
        else:
            await self._follow_up(view, file)

    async def _follow_up(self, view: discord.ui.LayoutView, file: discord.File | None) -> None:
        if file is not None:
            await self.interaction.followup.send(view=view, file=file, ephemeral=True)
        else:
            await self.interaction.followup.send(view=view, ephemeral=True)

    async def open(self, form: Form, /, *arguments: str, values: Mapping[str, str] | None = None) -> None:
        """Answer with a form, filled with `values`. A form can't answer a form, nor come after a deferral."""
        refuse_calls_outside()
        made = modal(form, ":".join((form.act, *arguments)), self.words, values or {})
        made.custom_id = self._addressed(made.custom_id)
        await self.interaction.response.send_modal(made)

    def _address(self, view: discord.ui.LayoutView) -> None:
        """What we answer with leads into no feature that is off, and in a direct message it must say which association
        it belongs to."""
        if self._association is not None:
            self.house.features.close_doors(self._association, view)
        for item in view.walk_children():
            if isinstance(item, discord.ui.Button | BaseSelect) and item.custom_id:
                item.custom_id = self._addressed(item.custom_id)

    def _addressed(self, custom_id: str) -> str:
        if self.interaction.guild_id is not None or self._association is None:
            return custom_id
        mark = f"@{self._association.guild_id}"
        fits = not custom_id.endswith(mark) and len(custom_id) + len(mark) <= CUSTOM_ID
        return f"{custom_id}{mark}" if fits else custom_id

    async def defer(self) -> None:
        """Tell Discord that the answer takes longer; does nothing when an answer was given already."""
        refuse_calls_outside()
        async with self._answering:
            response = self.interaction.response
            if response.is_done():
                return
            if self._from_private:
                await response.defer()
            else:
                await response.defer(ephemeral=True, thinking=True)

    @property
    def _from_private(self) -> bool:
        message = self.interaction.message
        return message is not None and message.flags.ephemeral


def attachment(name: str, content: bytes) -> discord.File:
    """A file for a private answer."""
    return discord.File(io.BytesIO(content), filename=name)


_DEFERRED: Final = frozenset(
    {
        discord.InteractionResponseType.deferred_channel_message,
        discord.InteractionResponseType.deferred_message_update,
    }
)
