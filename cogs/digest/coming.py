"""The section "À venir": what is planned in the next seven days and everybody will see. A kind of job of which this may
be said has a message `coming-<kind>`, its name for people and where it takes place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.schedule import due
from bot.storage.association import Association
from bot.ui.house import House
from bot.ui.sections import SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.digest import rules

PLACE: Final = 50


class Coming:
    """Tells what is planned."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.sections.register(SectionKind("coming", PLACE, self.gather, enough=False))

    async def gather(self, association: Association, words: Words, span: Span) -> Sequence[Safe]:
        """A line each, the next one first."""
        told = {kind: key for kind in self._house.jobs.sending if words.has(key := f"coming-{kind.replace(':', '-')}")}
        planned = await due.upcoming(association.read(), told)
        return [
            words("digest-coming", what=words(told[job.kind]), at=moment(job.due_at))
            for job in planned
            if job.state == "due" and span.now < job.due_at <= span.now + rules.WEEK
        ]
