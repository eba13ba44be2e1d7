"""What the buttons about one's own data do."""

from __future__ import annotations

from bot.delivery import waiting
from bot.errors import Refusal
from bot.people import lifecycle, members
from bot.ui.actions import action
from bot.ui.press import Press, attachment
from bot.words.i18n import LANGUAGES
from cogs.privacy import choice_cards, data_cards, exporting, telling
from cogs.privacy.wishes import known


@action("privacy:data")
async def show_data(press: Press) -> None:
    """Everything that is kept about the person who asks."""
    await page(press, 0)


@action("privacy:page")
async def page(press: Press, number: int) -> None:
    """A page of it."""
    member = known(press)
    rows = await lifecycle.export(press.association.read(), member.id)
    found = telling.told(press.words, press.catalogue, press.house.register, member.id, rows)
    await press.show(data_cards.data(press.words, member, found, number))


@action("privacy:export")
async def export(press: Press) -> None:
    """The same as a file."""
    member = known(press)
    association = press.association
    tables = await lifecycle.export(association.read(), member.id)
    content = exporting.archive(press.words, association.name, press.now(), press.house.register, tables)
    await press.send_file("privacy-exported", attachment(exporting.FILE, content))


@action("privacy:erase_ask")
async def ask_to_erase(press: Press) -> None:
    """Ask once; whoever shared tips says what becomes of them."""
    member = known(press)
    tips = await press.house.lifecycle.legacy(press.association.read(), member.id)
    await press.show(choice_cards.erase_ask(press.words, tips))


@action("privacy:erase")
async def erase(press: Press) -> None:
    """Rows gone, cards deleted; the answer is a receipt without data."""
    await _erase(press, leaving=False)


@action("privacy:erase_but_tips")
async def erase_but_tips(press: Press) -> None:
    """The same, and tips stay without a name."""
    await _erase(press, leaving=True)


async def _erase(press: Press, *, leaving: bool) -> None:
    known(press)
    await press.defer()
    house, association, words = press.house, press.association, press.words
    async with association.transaction() as db:
        if await members.get(db, press.user_id) is None:
            raise Refusal("privacy-nothing-known")
        before = await waiting.newest(db)
        left = leaving and bool(await house.lifecycle.legacy(db, press.user_id))
        await house.lifecycle.erase(association, db, press.user_id, bequeaths=left)
    await house.outbox.send_now(association)
    waits = await waiting.unfinished(association.read(), before)
    await press.show(choice_cards.erased(words, waits=bool(waits), left=left))


@action("privacy:language")
async def choose_language(press: Press) -> None:
    """Set it; "association" follows the association."""
    known(press)
    code = press.choice
    if code not in {*LANGUAGES, "association"}:
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await members.choose_language(db, press.user_id, code if code in LANGUAGES else None)
        press.member = await members.get(db, press.user_id)
    await press.answer("privacy-language-set")


@action("privacy:notice")
async def show_notice(press: Press) -> None:
    """The long text."""
    association = press.association
    await press.show(data_cards.full_notice(press.words, association.name, association.contact, press.member))


@action("privacy:times")
async def show_times(press: Press) -> None:
    """How long each thing is kept, and what allows it."""
    await press.show(data_cards.times(press.words, press.house.register))
