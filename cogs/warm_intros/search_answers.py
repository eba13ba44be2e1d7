"""What somebody who was asked says: yes, not now, or let us talk first. A no is a no, and nobody hears of it."""

from __future__ import annotations

from bot.delivery import letters as delivered
from bot.delivery.letter_kinds import Sheet
from bot.delivery.letters import OVER
from bot.errors import Refusal
from bot.people import objections
from bot.storage.database import Connection
from bot.ui import private_threads
from bot.ui.actions import action, leaving
from bot.ui.cards import card, link_button, row
from bot.ui.letters import layout
from bot.ui.press import Press
from cogs.warm_intros import intro_store, kinds, search_job, search_store, searching, standing
from cogs.warm_intros.rules import Answer, Kind, Search


@action("warm_intros:yes", reaches=True)
async def yes(press: Press, search_id: int) -> None:
    """ "Oui, avec plaisir": a thread opens for the two."""
    await _introduce(press, search_id, Answer.YES)


@action("warm_intros:talk", reaches=True)
async def talk(press: Press, search_id: int) -> None:
    """ "Je préfère en parler d'abord": the same thread, in which nothing is promised."""
    await _introduce(press, search_id, Answer.TALK)


@action("warm_intros:no")
@leaving
async def no(press: Press, search_id: int) -> None:
    """ "Pas maintenant": somebody else is asked, and nobody ever hears of it."""
    async with press.association.transaction() as db:
        search = await asked(press, db, search_id)
        await search_store.answer(db, search.id, press.user_id, Answer.NO)
        await press.house.contact.answered(db, press.user_id, kinds.ASK, str(search.id))
        await search_job.look(db, press.now())
    await press.change(card(press.words("intros-answered-no")))


@action("warm_intros:question")
async def question(press: Press, search_id: int) -> None:
    """ "Revenir": the question again, as it was."""
    db = press.association.read()
    await asked(press, db, search_id)
    letter = await delivered.named(db, press.user_id, kinds.ASK, str(search_id))
    piece = await press.house.contact.words_of(press.association, letter) if letter is not None else None
    if letter is None or piece is None:
        raise Refusal(OVER)
    await press.change(layout(press.association.guild_id, press.words, [Sheet(letter, piece, asks=True)]))


async def asked(press: Press, db: Connection, search_id: int) -> Search:
    """The search for which this person was asked and still may answer; also after a silence, while it goes on. Raises
    `Refusal` for anything else; whoever is to be kept apart from its asker by now can't tell it from one that is
    over."""
    found = await search_store.asked(db, search_id, press.user_id)
    if found is None:
        raise Refusal("intros-not-asked")
    await delivered.still_asked(db, press.user_id, kinds.ASK, str(search_id))
    if found.answer not in {None, Answer.SILENT}:
        raise Refusal("intros-said-already")
    search = await standing.wanted(press.house, db, search_id)
    if search is None:
        raise Refusal(OVER)
    if await press.house.lifecycle.kept_apart(press.association, db, search.asker_id, [press.user_id]):
        raise Refusal(OVER)
    return search


async def _introduce(press: Press, search_id: int, said: Answer) -> None:
    house, association, now = press.house, press.association, press.now()
    async with association.transaction() as db:
        search = await asked(press, db, search_id)
        await objections.require_none(db, press.user_id)
        await search_store.answer(db, search.id, press.user_id, said)
        intro_id = await intro_store.add(
            db,
            kind=Kind.TWO,
            search_id=search.id,
            introducer=press.user_id,
            first=search.asker_id,
            why=search.why,
            talk=said is Answer.TALK,
            answer_by=search.answer_by,
            now=now,
        )
        await searching.found(house, association, db, search, intro_id, by=press.user_id)
    await house.outbox.send_now(association)
    url = await house.private_threads.url(association, association.read(), kinds.THREAD, intro_id)
    opened = "yes" if url else "no" if private_threads.have_a_place(association) else "never"
    way = row(link_button(press.words.plain("intros-open-thread"), url)) if url else None
    await press.change(card(press.words(f"intros-answered-{said.value}", opened=opened), way))
