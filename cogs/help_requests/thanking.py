"""Thanks: from one person to another, with a reason, once a matter. Nobody counts them."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery import letters as delivered
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.errors import Refusal
from bot.people import members, ties
from bot.storage import publications
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import drafts, notice
from bot.ui.actions import action
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.press import Press
from cogs.help_requests import cards, letters, matters, people_store, places, rules, store, thanks_cards, thanks_store
from cogs.help_requests.places import THANKS
from cogs.help_requests.rules import Request, State
from cogs.help_requests.thanks_store import Thanks

PREVIEW: Final = "help_requests:thank"
SOLVED_FOR: Final = "help_requests:solved-for"

FORM: Final = declare(
    Form("help_requests:thanked", "thanks-form", (Field("reason", required=True, long=True, limit=rules.REASON),))
)
FOR_MATTER: Final = declare(Form("help_requests:thanked_matter", FORM.words, FORM.fields))


async def thank_for(
    house: House, association: Association, db: Connection, giver: int, receiver: int, matter: str
) -> None:
    """One person said that another helped: they hear of it, once, and the two are tied. A reason can follow."""
    now = house.clock.now()
    await ties.confirm(db, giver, receiver, matter, now)
    thanks = await thanks_store.give(db, giver, receiver, matter, "", now, shown=False)
    if thanks is not None:
        await _tell(house, association, db, giver, receiver, str(thanks))


async def take_back(house: House, association: Association, db: Connection, request: Request, person: int) -> None:
    """The asker says that somebody did not help after all: what has not gone doesn't go, and the two are not tied by
    it. A thanks that was given with its reason stays."""
    matter = letters.topic(request.id)
    thanks = await thanks_store.of(db, request.asker_id, person, matter)
    if thanks is None or thanks.reason:
        return
    await ties.undo(db, request.asker_id, person, matter)
    await house.contact.take_back(association, db, person, letters.THANKED, str(thanks.id))
    if await delivered.named(db, person, letters.THANKED, str(thanks.id)) is None:  # else they are told once only
        await thanks_store.forget(db, thanks.id)


async def tell_asker(house: House, association: Association, db: Connection, request: Request) -> None:
    """Somebody else said that a request is solved: its asker hears of it, and may say who helped."""
    key, reference = f"{request.id}:{house.clock.now()}", {"request": request.id}
    await house.contact.write(association, db, request.asker_id, SOLVED_FOR, key, reference=reference)


async def _tell(house: House, association: Association, db: Connection, giver: int, receiver: int, key: str) -> None:
    """Tell whoever is thanked, unless the two are to be kept apart: then it looks the same to the giver."""
    if not await house.lifecycle.kept_apart(association, db, giver, [receiver]):
        await house.contact.write(association, db, receiver, letters.THANKED, key)


@action("help_requests:thank_as", opens_form=True)
async def thank_as(press: Press, receiver: int) -> None:
    """Ask for the reason: the notice came between the command and its thanks."""
    if await notice.accepted(press, f"help_requests:thank_as:{receiver}"):
        await press.open(FORM, str(receiver))


@action("help_requests:thanked")
async def thanked(press: Press, receiver: int) -> None:
    """The reason, from the form."""
    notice.require(press, f"help_requests:thank_as:{receiver}")
    await preview(press, receiver, press.fields.get("reason", ""))


async def thank(press: Press, person: discord.abc.User, typed: str) -> None:
    """ "/merci": somebody, and why."""
    if person.bot:
        raise Refusal("thanks-bot")
    if await notice.accepted(press, f"help_requests:thank_as:{person.id}", typed=typed):
        await preview(press, person.id, typed)


@action("help_requests:thank_matter", opens_form=True)
async def thank_matter(press: Press, name: str, number: int) -> None:
    """Ask for the reason of a thanks for what another feature brought about."""
    matter, db = f"{name}:{number}", press.association.read()
    receiver = await _whom(press, db, matter)
    await _check_receiver(press, db, receiver)
    await _check_new(db, press.user_id, receiver, matter)
    await press.open(FOR_MATTER, name, str(number))


@action("help_requests:thanked_matter")
async def thanked_matter(press: Press, name: str, number: int) -> None:
    """The reason, from the form."""
    matter = f"{name}:{number}"
    receiver = await _whom(press, press.association.read(), matter)
    await preview(press, receiver, press.fields.get("reason", ""), matter)


async def _whom(press: Press, db: Connection, matter: str) -> int:
    receiver = await matters.whom_to_thank(db, matter, press.user_id)
    if receiver is None:
        raise Refusal("kernel-stale-press")
    return receiver


async def preview(press: Press, receiver: int, typed: str, of_another: str = "") -> None:
    """Show what will be said, and ask how: in the thread, where there is one, or in private. `of_another`: the matter
    of another feature that it is for, unless it is for help."""
    reason = rules.read_reason(typed)
    async with press.association.transaction() as db:
        await _check_receiver(press, db, receiver)
        matter = of_another or await _matter(press, db, receiver)
        await _check_new(db, press.user_id, receiver, matter)
        payload = {"reason": reason, "matter": matter}
        draft = await drafts.save(db, press.user_id, PREVIEW, payload, press.now())
        thread = await _thread(press.house, db, matter)
    await press.show(thanks_cards.preview(press.words, receiver, reason, draft, thread=thread is not None))


@action("help_requests:thank_shown", reaches=True)
async def show(press: Press, draft_id: int, receiver: int) -> None:
    """Say it in the thread."""
    await _say(press, draft_id, receiver, shown=True)


@action("help_requests:thank_privately", reaches=True)
async def send(press: Press, draft_id: int, receiver: int) -> None:
    """Send it to one person."""
    await _say(press, draft_id, receiver, shown=False)


async def _say(press: Press, draft_id: int, receiver: int, *, shown: bool) -> None:
    house, association, giver = press.house, press.association, press.user_id
    async with association.transaction() as db:
        draft = await drafts.load(db, draft_id, giver, press.now())
        await _check_receiver(press, db, receiver)
        reason, matter = str(draft.payload["reason"]), str(draft.payload["matter"])
        before = await _check_new(db, giver, receiver, matter)
        thread = await _thread(house, db, matter) if shown else None
        thanks = await thanks_store.give(db, giver, receiver, matter, reason, press.now(), shown=thread is not None)
        assert thanks is not None
        if await _took_part(db, matter, giver, receiver):
            await ties.confirm(db, giver, receiver, matter, press.now())
        if thread is not None:
            reference = {"thanks": thanks}
            await house.outbox.put(db, THANKS, Operation.POST, channel_id=thread, reference=reference, member_id=giver)
        if before is not None:  # what says that help helped has its reason now
            await house.contact.take_back(association, db, receiver, letters.THANKED, str(thanks))
        await _tell(house, association, db, giver, receiver, f"{thanks}:why")
        await drafts.discard(db, giver, PREVIEW)
    await press.answer("thanks-shown" if thread is not None else "thanks-sent")
    await house.outbox.send_now(association, patience=0)


async def _check_receiver(press: Press, db: Connection, receiver: int) -> None:
    if receiver == press.user_id:
        raise Refusal("thanks-yourself")
    await members.require_among_us(db, receiver)


async def _check_new(db: Connection, giver: int, receiver: int, matter: str) -> Thanks | None:
    """The thanks that still lacks a reason, or None. Raises `Refusal` when all is said."""
    before = await thanks_store.of(db, giver, receiver, matter)
    if before is not None and before.reason:
        raise Refusal("thanks-already")
    return before


async def _matter(press: Press, db: Connection, receiver: int) -> str:
    """What somebody is thanked for: the request in whose thread it is said, else the newest of the giver's in which
    they took part and that has no thanks of this kind yet, else whatever it was today."""
    here = await _request_at(press, db)
    known = [here] if here is not None else await people_store.helped_with(db, press.user_id, receiver)
    for request_id in known:
        before = await thanks_store.of(db, press.user_id, receiver, letters.topic(request_id))
        if here is not None or before is None or not before.reason:
            return letters.topic(request_id)
    return f"day:{press.today().isoformat()}"


async def _request_at(press: Press, db: Connection) -> int | None:
    """The request whose conversation this is. A thread has the id of the message that it began with."""
    place = press.interaction.channel_id or 0
    standing = await press.house.publications.at(db, place)
    if standing is not None and standing.kind == places.CARD:
        return standing.ref
    return await store.at_thread(db, place)


async def _thread(house: House, db: Connection, matter: str) -> int | None:
    """Where a thanks for a matter can be shown: the thread of a request that everybody sees."""
    request = await store.get(db, int(matter.removeprefix("help:"))) if matter.startswith("help:") else None
    return None if request is None or request.private else await places.conversation(house, db, request)


async def _took_part(db: Connection, matter: str, giver: int, receiver: int) -> bool:
    if not matter.startswith("help:"):
        return receiver == await matters.whom_to_thank(db, matter, giver)
    request_id = int(matter.removeprefix("help:"))
    return receiver in {*await people_store.helpers(db, request_id), *await people_store.who_helped(db, request_id)}


class Shown:
    """Thanks that stand in a thread: posted once, hidden while one of the two is away. And the word to an asker that
    invites to them."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(THANKS, self._render, self._sent, private=True))
        house.contact.register(LetterKind(SOLVED_FOR, Weight.MATTER, self._solved_for))

    async def _solved_for(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        request = await store.get(db, int(letter.reference["request"]))
        if request is None or request.state is not State.SOLVED or not await members.is_here(db, request.asker_id):
            return None
        words, mine = association.words_in(letter.language), association.command("coup-de-main mes-demandes")
        return Piece(thanks_cards.solved_for(words, request, mine, association.guild_id))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        db, words = association.read(), association.words
        standing = await publications.at(db, row.message_id) if row.message_id is not None else None
        thanks = await thanks_store.get(db, standing.ref if standing is not None else row.reference.get("thanks", 0))
        if thanks is None:
            return None
        if await members.are_here(db, (thanks.giver_id, thanks.receiver_id)):
            return Rendered(thanks_cards.shown(words, thanks.giver_id, thanks.receiver_id, thanks.reason))
        return Rendered(cards.hidden(words)) if standing is not None else None

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        """Note where it stands, so that it goes with its giver."""
        thanks = await thanks_store.get(db, row.reference.get("thanks", 0))
        if thanks is not None and row.operation is Operation.POST:
            await publications.write(db, THANKS, thanks.id, thanks.giver_id, "")
            message = sent.message_id or 0
            await publications.posted(db, THANKS, thanks.id, sent.channel_id, message, None, forum=False)
