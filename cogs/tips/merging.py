"""Two tips that say nearly the same: one's own become one, somebody else's is offered what one wrote."""

from __future__ import annotations

from typing import Final

from bot.delivery import letters
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.errors import Refusal
from bot.people import members
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.actions import action
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import truncate
from cogs.tips import cards, categories, letter_cards, mark_store, posts, rules, store
from cogs.tips.actions import EDIT, as_fields, own_tip
from cogs.tips.agreeing import BECAME
from cogs.tips.rules import Tip

ADDITION: Final = "tips:addition"


@action("tips:both")
async def leave_both(press: Press) -> None:
    """Both stay."""
    await press.answer("tips-both-stay")


@action("tips:merge")
async def merge(press: Press, newer_id: int, older_id: int) -> None:
    """Make one tip of two. One's own: both texts under the older one, whose thread stays. Somebody else's: they are
    offered what one wrote, and one's own is withdrawn."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        newer = await own_tip(press, db, newer_id)
        older = (await store.visible(db, [older_id])).get(older_id)
        if older is None or older.author_id is None or not newer.stands or older_id == newer_id:
            raise Refusal("tips-gone")
        if older.author_id == press.user_id:
            await _join(house, association, db, older, newer)
        else:
            await _offer(house, association, db, older, newer)
    await house.outbox.send_now(association)
    own = older.author_id == press.user_id
    url = await posts.url_of(house, association, older_id)
    said = press.words("tips-merged" if own else "tips-offered", title=older.title)
    await press.show(cards.done(press.words, said, url, mine=True))


async def _join(house: House, association: Association, db: Connection, older: Tip, newer: Tip) -> None:
    """Nothing is lost: texts, tags, what people marked."""
    await store.rewrite(db, older.id, rules.merged(older, newer), house.clock.now())
    await mark_store.hand_over(db, newer.id, older.id)
    await posts.withdraw(house, association, db, newer)
    await house.contact.show_again(db, BECAME, str(newer.id))
    await store.forget(db, newer.id)
    await posts.show(house, association, db, older.id)


async def _offer(house: House, association: Association, db: Connection, theirs: Tip, mine: Tip) -> None:
    """Two people who are kept apart are not brought together: nothing is said to either."""
    author, theirs_id = mine.author_id or 0, theirs.author_id or 0
    if not await house.lifecycle.kept_apart(association, db, author, [theirs_id]):
        reference = {"theirs": theirs.id, "offered": mine.id}
        key = f"{theirs.id}:{mine.id}"
        await house.contact.write(association, db, theirs_id, ADDITION, key, reference=reference)
    await posts.withdraw(house, association, db, mine)


@action("tips:look")
async def look_at(press: Press, tip_id: int, offered_id: int) -> None:
    """Show the author of a tip what they are offered."""
    db = press.association.read()
    theirs, other = await own_tip(press, db, tip_id), await _offered(press, db, tip_id, offered_id)
    listed = await categories.listed(db, press.words)
    await press.show(letter_cards.offered(press.words, theirs, other, categories.label_of(listed, other.category)))


@action("tips:take", opens_form=True)
async def take(press: Press, tip_id: int, offered_id: int) -> None:
    """Open the form of one's tip with what is offered under one's own words, to be kept, shortened, or left."""
    db = press.association.read()
    mine, other = await own_tip(press, db, tip_id), await _offered(press, db, tip_id, offered_id)
    fields = await as_fields(press, mine)
    body = truncate(rules.added(mine.body, other.body), rules.BODY)
    await press.open(EDIT, str(tip_id), values={**fields, "body": body})


async def _offered(press: Press, db: Connection, tip_id: int, offered_id: int) -> Tip:
    """What was offered for a tip. Raises `Refusal` for anything that was not, or is gone."""
    other = await _of_somebody_here(db, offered_id)
    if other is None or await letters.named(db, press.user_id, ADDITION, f"{tip_id}:{offered_id}") is None:
        raise Refusal("tips-gone")
    return other


async def _of_somebody_here(db: Connection, tip_id: int) -> Tip | None:
    tip = await store.get(db, tip_id)
    author = await members.get(db, tip.author_id or 0) if tip is not None else None
    return tip if author is not None and author.state == "present" else None


class Additions:
    """The letter that offers an author what somebody else wrote, unless the two are to be kept apart by then."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.contact.register(LetterKind(ADDITION, Weight.MATTER, self._render))

    async def _render(self, association: Association, letter: Letter) -> Piece | None:
        db = association.read()
        theirs = await store.get(db, letter.reference["theirs"])
        offered = await _of_somebody_here(db, letter.reference["offered"])
        if theirs is None or offered is None or not theirs.stands:
            return None
        one, other = offered.author_id or 0, theirs.author_id or 0
        if await self._house.lifecycle.kept_apart(association, db, one, [other]):
            return None
        words = association.words_in(letter.language)
        return Piece(letter_cards.addition(words, association.guild_id, theirs, offered))
