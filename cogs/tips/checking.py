"""Does a tip still hold? Its author is asked when somebody doubts it, and when it lay untouched for a year."""

from __future__ import annotations

from typing import Final

from bot.delivery.caps import WEEK
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.i18n import Words
from cogs.tips import cards, letter_cards, posts, rules, store
from cogs.tips.actions import own_tip, say
from cogs.tips.rules import Tip

CHECK: Final = "tips:check"
REVIEW: Final = "tips:review"
PURPOSE: Final = "tips-check"


async def ask(house: House, association: Association, db: Connection, tip: Tip) -> None:
    """Ask its author about a tip, unless they were asked about it of late."""
    now = house.clock.now()
    if tip.author_id is None or not rules.may_be_asked(tip, now):
        return
    reference = {"tip": tip.id}
    if await house.contact.write(association, db, tip.author_id, CHECK, f"{tip.id}:{now}", reference=reference):
        await store.asked(db, tip.id, now)


async def show(press: Press, tip: Tip) -> None:
    """Ask its author at once, because they are here."""
    url = await posts.url_of(press.house, press.association, tip.id)
    await press.show(card(*letter_cards.check(press.words, press.association.guild_id, tip, url)))


@action("tips:holds")
async def holds(press: Press, tip_id: int) -> None:
    """Its author says that a tip still holds."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        tip = await own_tip(press, db, tip_id)
        await store.confirm(db, tip_id, press.now())
        if tip.doubt_at is not None:
            await house.publications.refresh(association, db, posts.CARD, tip_id)
    await house.outbox.send_now(association)
    url = await posts.url_of(house, association, tip_id)
    await say(press, cards.done(press.words, press.words("tips-holds-now", title=tip.title), url))


class Checks:
    """The question to the author, and the daily look at what lay untouched."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(CHECK, Weight.ASK, self._render, purpose=PURPOSE))
        house.jobs.register(JobKind(REVIEW, self._review, every=DAY))

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        """Nothing when it was settled meanwhile."""
        tip = await store.get(association.read(), letter.reference["tip"])
        if tip is None or not tip.stands or not self._open(tip):
            return None
        words: Words = association.words_in(letter.language)
        url = await posts.url_of(self._house, association, tip.id)
        return Piece(letter_cards.check(words, association.guild_id, tip, url))

    def _open(self, tip: Tip) -> bool:
        return tip.doubt_at is not None or self._house.clock.now() - tip.checked_at >= rules.YEAR

    async def _review(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Ask about tips that nobody touched for a year: one of an author's a week, and only of those whom the question
        reaches now, so that none pile up."""
        now = self._house.clock.now()
        old = await store.untouched(db, now - rules.YEAR, now - WEEK)
        authors = [tip.author_id for tip in old if tip.author_id is not None]
        reached = set(await self._house.contact.may_ask(association, db, authors, PURPOSE))
        for tip in old:
            if tip.author_id in reached:
                await ask(self._house, association, db, tip)
