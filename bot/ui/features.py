"""Features that organisers switch off and on: what answers meanwhile, what follows, and erasing what one keeps.

A switch is a preference (`bot.storage.features`); whoever runs jobs, sends, or shows looks at it by itself. Here is
what happens once: those who wait for something are told, and what waited goes on when the feature is on again, not in
a burst, and without what nobody wants to hear by then.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.delivery import waiting
from bot.delivery.contact import Contact, Letter, LetterKind, Piece, Weight
from bot.delivery.outbox import Kind, Operation, Outbox
from bot.errors import Refusal
from bot.schedule import due
from bot.schedule.clock import DAY, HOUR, MINUTE, Clock
from bot.schedule.jobs import Jobs
from bot.storage import belongings, features, meta
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.features import Feature, declared, owner
from bot.ui.actions import leaves
from bot.ui.cards import without_acts

if TYPE_CHECKING:
    import discord

    from bot.ui.panels import Panels
    from bot.ui.press import Press
    from bot.ui.publications import Publications

STOPPED: Final = "kernel:part-off"
ERASED: Final = "kernel:part-erased"
LATE: Final = DAY
"""How long what was to be posted still is, once its feature is on again, in seconds; members' own cards always are."""
ASKS_LATE: Final = 7 * DAY
"""The same for what people were to be asked."""
SECOND_THOUGHTS: Final = HOUR
"""Whoever waits for something is told only if the feature is still off by then, in seconds."""

Waiting = Callable[[Association, Connection], Awaitable[Iterable[int]]]
"""The members who wait for something that a feature would do, were it on."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What went with a feature's records: how many there were, and how many cards stood on Discord."""

    records: int
    cards: int


class Features:
    """The switches of an association, and what follows them."""

    def __init__(
        self, clock: Clock, jobs: Jobs, outbox: Outbox, contact: Contact, publications: Publications, panels: Panels
    ) -> None:
        self._clock = clock
        self._jobs = jobs
        self._outbox = outbox
        self._contact = contact
        self._publications = publications
        self._panels = panels
        self._waiting: dict[str, Waiting] = {}
        outbox.register(Kind(ERASED))
        contact.register(LetterKind(STOPPED, Weight.MATTER, self._stopped))
        contact.register(LetterKind(ERASED, Weight.MATTER, self._erased))

    def watch_who_waits(self, name: str, source: Waiting) -> None:
        """Ask this source who is to be told when a feature is switched off."""
        self._waiting[name] = source

    def is_on(self, association: Association, name: str) -> bool:
        """Whether a feature is on; one that can't be off always is."""
        return features.is_on(association, name)

    # What answers

    async def gate(self, press: Press) -> None:
        """Raise `Refusal` for an act of a feature that is off. What is one's own can always be seen and taken back."""
        if not press.leaves:
            self.require(press, press.feature)

    def require(self, press: Press, name: str) -> None:
        """Raise `Refusal` while a feature is off, for an act of another one that leads into it."""
        found = declared.get(name)
        if found is None or self.is_on(press.association, found.name):
            return
        own = (found.own,) if found.own and press.may_store else ()
        team = ("organisers:parts",) if press.is_organiser else ()
        raise Refusal(
            "feature-off",
            offers=(*own, *team),
            what=press.words.plain(f"preference-feature-{found.name}"),
            data=press.association.command("moi mes-donnees"),
        )

    def close_doors(self, association: Association, view: discord.ui.LayoutView) -> None:
        """Take out of a card what would lead into a feature that is off."""
        if not all(self.is_on(association, name) for name in declared):
            without_acts(view, lambda act: not (leaves(act.partition("@")[0]) or self.is_on(association, owner(act))))

    # What follows a switch

    async def settle(self, association: Association, db: Connection) -> None:
        """Follow what organisers decided, once for each switch, however it was turned; what a crash left undone
        too."""
        off, now = await features.off(db), self._clock.now()
        for name in declared:
            since = await self.off_since(db, name)
            if name in off and since is None:
                await meta.put(db, f"off-{name}", str(now))
                await self._panels.refresh(association, db)
                await self._tell_who_waits(association, db, name, now)
            elif name not in off and since is not None:
                await meta.drop(db, f"off-{name}")
                await self._wake(association, db, name, since, now)

    async def off_since(self, db: Connection, name: str) -> int | None:
        """When a feature was switched off (UTC seconds), or None."""
        noted = await meta.get(db, f"off-{name}")
        return None if noted is None else int(noted)

    async def _tell_who_waits(self, association: Association, db: Connection, name: str, now: int) -> None:
        source, key, reference = self._waiting.get(name), f"{name}-{now // DAY}", {"feature": name}
        for member_id in await source(association, db) if source is not None else ():
            await self._contact.write(
                association, db, member_id, STOPPED, key, reference=reference, after=SECOND_THOUGHTS
            )

    async def _wake(self, association: Association, db: Connection, name: str, since: int, now: int) -> None:
        for row in await waiting.of_feature(db, name) if now - since > LATE else ():
            if not self._publications.publishes(row.kind):
                await self._outbox.skip(association, db, row)
        await self._publications.post_waiting(association, db)
        await waiting.spread(db, now, MINUTE, feature=name)
        await self._contact.wake(association, db, name, late=now - since > ASKS_LATE)
        await self._panels.place(association, db)

    # Erasing

    async def erase(self, association: Association, db: Connection, feature: Feature) -> Erased:
        """Remove what a feature keeps of members, with its cards on Discord, and tell those who wrote it. Organisers'
        own settings stay. Raises `Refusal` while it is on."""
        if feature.name not in await features.off(db):
            raise Refusal("parts-erase-while-on")
        now = self._clock.now()
        concerned = await belongings.people(db, feature)
        cards = await self._publications.take_all_down(association, db, feature.name)
        shown = await belongings.messages(db, feature)
        for channel_id, message_id in shown:
            await self._outbox.put(db, ERASED, Operation.DELETE, channel_id=channel_id, message_id=message_id)
        await self._outbox.forget(db, feature.name)
        housekeeping = [kind.name for kind in self._jobs if kind.every is not None]
        await due.forget(db, feature.name, keep=housekeeping)
        records = await belongings.erase(db, feature)
        await self._contact.forget(association, db, feature.name)
        association.search.touch()
        await association.leave_bytes(db, now)
        for member_id in sorted(concerned):
            key, reference = f"{feature.name}-{now}", {"feature": feature.name}
            await self._contact.write(association, db, member_id, ERASED, key, reference=reference)
        return Erased(records, cards + len(shown))

    # What people are told

    async def _stopped(self, association: Association, letter: Letter) -> Piece | None:
        name = str(letter.reference["feature"])
        if self.is_on(association, name):
            return None
        words = association.words_in(letter.language)
        return Piece([words("feature-off-letter", what=words.plain(f"preference-feature-{name}"))])

    async def _erased(self, association: Association, letter: Letter) -> Piece:
        words, name = association.words_in(letter.language), str(letter.reference["feature"])
        return Piece([words("feature-erased-letter", what=words.plain(f"preference-feature-{name}"))])
