"""Whoever's words a tip is made of says yes, named or not, or no; silence is a no."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.letters import State
from bot.errors import Refusal
from bot.people import members
from bot.schedule import jobs
from bot.schedule.jobs import Job, JobKind, Late
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from cogs.tips import cards, categories, letter_cards, posts, proposal_store, rules, store
from cogs.tips.actions import say
from cogs.tips.rules import Credit, Proposal

AGREEMENT: Final = "tips:agreement"
BECAME: Final = "tips:became"
NOT_AGREED: Final = "tips:not-agreed"
SETTLE: Final = "tips:settle"
PURPOSE: Final = "tips-agreement"
LONGEST: Final = 4 * rules.SILENCE
"""A question that could not reach somebody yet is waited for, but no longer than this, in seconds."""


async def wait(house: House, db: Connection, proposal_id: int, writer_id: int) -> None:
    """From now on silence counts."""
    due_at = house.clock.now() + rules.SILENCE
    await jobs.plan(db, SETTLE, str(proposal_id), due_at=due_at, member_id=writer_id)


async def ask(
    house: House, association: Association, db: Connection, member_id: int, proposal_id: int, *, key: str
) -> None:
    """Ask somebody whether what is made of their words may be published."""
    reference = {"proposal": proposal_id}
    await house.contact.write(association, db, member_id, AGREEMENT, key, reference=reference)


@action("tips:agree")
async def agree(press: Press, proposal_id: int, how: str) -> None:
    """Say yes; with the last yes it is published."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        proposal = await _asked_of(press, db, proposal_id)
        await proposal_store.answer(db, proposal_id, press.user_id, agreed=True, shown=how == "named")
        tip_id = await publish_if_agreed(house, association, db, proposal_id)
    await house.outbox.send_now(association)
    url = await _address(press, proposal, tip_id) if tip_id is not None else None
    published = "yes" if url else "no" if tip_id is None else "soon"
    await say(press, cards.done(press.words, press.words("tips-agreed", published=published), url))


async def _address(press: Press, proposal: Proposal, tip_id: int) -> str | None:
    """Where the tip stands. Of a message it is the reader's own, and they need no letter about it."""
    if proposal.kind == "message":
        return (await press.house.publications.outcome(press.association, posts.CARD, tip_id))[1]
    return await posts.url_of(press.house, press.association, tip_id)


@action("tips:disagree")
async def disagree(press: Press, proposal_id: int) -> None:
    """Say no. Nobody is told before silence would say the same."""
    async with press.association.transaction() as db:
        await _asked_of(press, db, proposal_id)
        await proposal_store.answer(db, proposal_id, press.user_id, agreed=False, shown=False)
    await say(press, cards.done(press.words, press.words("tips-disagreed"), None))


async def _asked_of(press: Press, db: Connection, proposal_id: int) -> Proposal:
    """The proposal that waits for this person's answer. Raises `Refusal` for any other."""
    proposal = await proposal_store.get(db, proposal_id)
    if proposal is None or proposal.written is None or not proposal.pending(press.user_id):
        raise Refusal("tips-agreement-over")
    return proposal


async def publish_if_agreed(house: House, association: Association, db: Connection, proposal_id: int) -> int | None:
    """Publish what everybody agreed to; the tip's id. A message's words stay its author's: the tip is theirs, and
    whoever proposed it is told. What was learnt from a request is the tip of whoever asked."""
    proposal = await proposal_store.get(db, proposal_id)
    if proposal is None or proposal.written is None or not proposal.agreed:
        return None
    of_message = proposal.kind == "message"
    author_id = proposal.agreements[0].member_id if of_message else proposal.writer_id
    author = await members.get(db, author_id)
    if author is None or not author.accepted:
        return None
    thanked = [Credit(agreement.member_id, agreement.shown) for agreement in proposal.agreements]
    request_id = proposal.request_id
    tip_id = await posts.share(
        house, association, db, author_id, proposal.written, request_id=request_id, thanked=thanked
    )
    await jobs.cancel(db, SETTLE, str(proposal_id))
    await proposal_store.remove(db, proposal_id)
    if of_message:
        reference = {"tip": tip_id}
        await house.contact.write(association, db, proposal.writer_id, BECAME, str(tip_id), reference=reference)
    return tip_id


async def show_again(house: House, db: Connection, proposal: Proposal) -> None:
    """What those read who have not answered says what is true now."""
    for letter in await letters.referring(db, AGREEMENT, "proposal", proposal.id):
        if proposal.pending(letter.member_id):
            await house.contact.reword(db, letter)


class Agreements:
    """The letters about agreements, and the end of the wait for them."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(AGREEMENT, Weight.ASK, self._agreement, purpose=PURPOSE))
        house.contact.register(LetterKind(BECAME, Weight.MATTER, self._became))
        house.contact.register(LetterKind(NOT_AGREED, Weight.MATTER, self._not_agreed))
        house.jobs.register(JobKind(SETTLE, self._settle, late=Late.DO))

    async def _agreement(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        proposal = await proposal_store.get(db, letter.reference["proposal"])
        if proposal is None or proposal.written is None or not proposal.pending(letter.member_id):
            return None
        if not await members.is_here(db, proposal.writer_id):
            return None
        if await self._house.lifecycle.kept_apart(association, db, proposal.writer_id, [letter.member_id]):
            return None
        words = association.words_in(letter.language)
        category = categories.label_of(await categories.listed(db, words), proposal.written.category)
        return Piece(letter_cards.agreement(words, association.guild_id, proposal, proposal.written, category))

    async def _became(self, association: Association, letter: Letter) -> Piece | None:
        tip = (await store.visible(association.read(), [letter.reference["tip"]])).get(letter.reference["tip"])
        if tip is None:
            return None
        url = await posts.url_of(self._house, association, tip.id)
        return Piece(letter_cards.became(association.words_in(letter.language), tip, url))

    async def _not_agreed(self, association: Association, letter: Letter) -> Piece | None:
        url = await posts.request_url(self._house, association, letter.reference["request"])
        return Piece(letter_cards.not_agreed(association.words_in(letter.language), url))

    async def _settle(self, association: Association, db: Connection, job: Job, _: object) -> None:
        """Silence was the answer. Who wrote the tip of their own request is told that an agreement was missing, at the
        same time whether somebody declined or kept silent."""
        proposal = await proposal_store.get(db, int(job.key))
        if proposal is None or await publish_if_agreed(self._house, association, db, proposal.id) is not None:
            return  # the last yes may have come while its author was away
        now = self._house.clock.now()
        until = await self._waited_for(db, proposal, now)
        if until > now:
            await jobs.plan(db, SETTLE, job.key, due_at=until, member_id=proposal.writer_id)
            return
        await show_again(self._house, db, proposal)
        await proposal_store.remove(db, proposal.id)
        if proposal.kind == "request" and proposal.written is not None:
            reference = {"request": proposal.request_id}
            await self._house.contact.write(
                association, db, proposal.writer_id, NOT_AGREED, str(proposal.id), reference=reference
            )

    async def _waited_for(self, db: Connection, proposal: Proposal, now: int) -> int:
        """When silence is an answer: a week after the question arrived, or stopped being on its way."""
        until = now
        for agreement in proposal.agreements if proposal.written is not None else ():
            for letter in await letters.of_member(db, agreement.member_id, State.WAITING, State.SENT, State.HELD):
                if letter.kind == AGREEMENT and letter.reference["proposal"] == proposal.id:
                    since = now if letter.sent_at is None else letter.sent_at
                    until = max(until, since + rules.SILENCE)
        return min(until, proposal.asked_at + LONGEST)
