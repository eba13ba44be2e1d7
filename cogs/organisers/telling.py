"""What set-up and sendings add to the team's round-up: channels that can't be used, things that could not be done."""

from __future__ import annotations

from collections.abc import Sequence

from bot.delivery import waiting
from bot.schedule import due
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.ui.actions import custom_id
from bot.ui.cards import button
from bot.ui.house import House
from bot.ui.sections import BROKEN, STUCK, Need, Span
from bot.words.i18n import Words
from cogs.organisers import cards, checks
from cogs.organisers.cautions import is_role_gone


class Telling:
    """Troubles that organisers can end."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.watch_needs(self._channels)
        house.sections.watch_needs(self._moved)
        house.sections.watch_needs(self._role)
        house.sections.watch_needs(self._parked)

    async def _channels(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """A chosen channel is gone, or the bot lacks a right that it must have there."""
        guild = self._house.client.get_guild(association.guild_id)
        found = checks.findings(association, guild) if guild is not None else []
        broken = {finding.channel_id for finding in found if finding.need is None or finding.need.must}
        if not broken:
            return ()
        way = button(words.plain("need-mend"), custom_id("organisers:step", 3))
        return [Need(BROKEN, words("need-channels", count=len(broken)), way)]

    async def _moved(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """A channel changed, and what is to appear there waits."""
        moved = await self._house.panels.moved(association.read())
        if not moved:
            return ()
        way = button(words.plain("offer-organisers-setup"), custom_id("organisers:step", 3))
        return [Need(STUCK, cards.waiting(words, moved), way)]

    async def _role(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """The role that makes organisers is gone."""
        guild = self._house.client.get_guild(association.guild_id)
        if guild is None or not is_role_gone(association, guild):
            return ()
        way = button(words.plain("need-mend"), custom_id("organisers:setting", prefs.ORGANISERS_ROLE.name))
        return [Need(BROKEN, words("setup-role-gone"), way)]

    async def _parked(self, association: Association, words: Words, span: Span) -> Sequence[Need]:  # noqa: ARG002
        """What was tried and given up waits for a decision."""
        db = association.read()
        jobs, rows = await due.upcoming(db, self._house.jobs.sending), await waiting.upcoming(db)
        count = [*(job.state for job in jobs), *(row.state for row in rows)].count("parked")
        if not count:
            return ()
        way = button(words.plain("offer-organisers-upcoming"), custom_id("organisers:upcoming", 0))
        return [Need(STUCK, words("need-parked", count=count), way)]
