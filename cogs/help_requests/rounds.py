"""A round: up to three people are asked in private whether they can help, each told why. Nobody learns who was asked.

Of a private request only its subject and its one line count: what is told to the people asked can then betray nothing
of the question, nor where its asker lives.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.delivery.caps import WEEK
from bot.people import members, restrictions, routing
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.storage.search import Synonyms
from bot.ui.house import House
from cogs.help_requests import helper_store, people_store
from cogs.help_requests.cards import subject
from cogs.help_requests.helper_store import Known
from cogs.help_requests.letters import ASK, PURPOSE, opening, topic
from cogs.help_requests.preferences import pace
from cogs.help_requests.rules import Request


async def ask(house: House, association: Association, db: Connection, request: Request) -> int:
    """Ask those who fit best, in the caller's transaction; how many were asked. Nobody is, while this is closed to
    whoever asks for a hand."""
    count = pace(association.preferences).at_once
    if not count or request.asker_id in await restrictions.restricted(db, "help_requests", house.clock.now()):
        return 0
    asked = await people_store.asked_ids(db, request.id)
    roster = await _roster(house, association, db, request)
    need = await as_routed(house, association, db, request)
    rounds = await people_store.rounds_since(db, house.clock.now() - WEEK)
    count = min(count, routing.how_many(roster, rounds))  # a busy week keeps some asks for the requests to come
    found = routing.choose(need, roster, avoided=(), asked=asked, count=count)
    found = found or routing.choose(need, roster, avoided=(), asked=asked, count=count, place_will_do=True)
    reached = 0
    for proposal in found:
        reasons = [(reason.kind, reason.value) for reason in proposal.reasons]
        if await send(house, association, db, request, proposal.member_id):
            await people_store.note_asked(db, request.id, proposal.member_id, house.clock.now(), reasons=reasons)
            reached += 1
    return reached


async def send(house: House, association: Association, db: Connection, request: Request, member_id: int) -> bool:
    """Put the question to one person; False when they can't be asked anything now."""
    return await house.contact.write(association, db, member_id, ASK, opening(request), topic=topic(request.id))


async def reachable(
    house: House, association: Association, db: Connection, request: Request, member_ids: Iterable[int]
) -> list[int]:
    """Of some people, those who may be asked for a request now: within their caps, and not to be kept apart from its
    asker."""
    others = [member_id for member_id in member_ids if member_id != request.asker_id]
    apart = await house.lifecycle.kept_apart(association, db, request.asker_id, others)
    return await house.contact.may_ask(association, db, [one for one in others if one not in apart], PURPOSE)


async def as_routed(house: House, association: Association, db: Connection, request: Request) -> routing.Request:
    """A request as the routing weighs it."""
    text = _text(association, request)
    profile = await members.profile(db, request.asker_id)
    return routing.Request(
        id=request.id,
        asker_id=request.asker_id,
        words=frozenset(association.search.synonyms.subjects([text])),
        trades=frozenset(trade.id for trade in house.catalogue.propose_trades(text)),
        zone=profile.zone if profile is not None and not request.private else None,
        newcomer=await members.is_new(db, request.asker_id, house.clock.now()),
        since=request.created_at,
    )


def _text(association: Association, request: Request) -> str:
    said = (request.line,) if request.private else (request.question, request.details)
    return "\n".join((*said, subject(association.words, request.category)))


async def _roster(house: House, association: Association, db: Connection, request: Request) -> routing.Roster:
    """Everybody who lends a hand; those who can't be asked for this request now count as asked enough."""
    now = house.clock.now()
    ready = {known.offer.member_id: known for known in await helper_store.ready(db, now)}
    taking_part = {*await people_store.helpers(db, request.id), *await people_store.offers(db, request.id)}
    able = {*await reachable(house, association, db, request, ready)} - taking_part
    lately = await house.contact.asked_lately(db, able)
    synonyms = association.search.synonyms
    return routing.Roster(
        _as_helper(synonyms, known, lately.get(member_id, 0) if member_id in able else None)
        for member_id, known in ready.items()
    )


def _as_helper(synonyms: Synonyms, known: Known, asked: int | None) -> routing.Helper:
    """A helper as the routing weighs them; None: not to be asked now, whatever their cap."""
    words = synonyms.subjects(known.offer.subjects)
    cap = max(known.asks_a_week, 1 if asked is None else asked + 1)
    return routing.Helper(known.offer.member_id, known.trade, known.zone, words, cap, cap if asked is None else asked)
