"""What the buttons about one's own data do."""

from __future__ import annotations

import json
from typing import Final

from bot.delivery import waiting
from bot.errors import Refusal
from bot.people import lifecycle, members
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.confirm import confirmation
from bot.ui.press import Press, attachment
from bot.words.i18n import LANGUAGES
from cogs.privacy import cards
from cogs.privacy.wishes import known

FILE: Final = "comptoir.json"


@action("privacy:data")
async def show_data(press: Press) -> None:
    """Everything that is kept about the person who asks."""
    await page(press, 0)


@action("privacy:page")
async def page(press: Press, number: int) -> None:
    """A page of it."""
    member = known(press)
    rows = await lifecycle.export(press.association.read(), member.id)
    await press.show(cards.data(press.words, press.catalogue, member, rows, number))


@action("privacy:export")
async def export(press: Press) -> None:
    """The same as a file."""
    member = known(press)
    found = {
        "association": press.association.name,
        "exported_at": press.now(),
        "tables": await lifecycle.export(press.association.read(), member.id),
    }
    content = json.dumps(found, ensure_ascii=False, indent=2).encode()
    await press.send_file("privacy-exported", attachment(FILE, content))


@action("privacy:erase_ask")
async def ask_to_erase(press: Press) -> None:
    """Ask once."""
    known(press)
    words = press.words
    await press.show(confirmation(words, words("privacy-erase-ask"), "privacy-erase-yes", "privacy:erase"))


@action("privacy:erase")
async def erase(press: Press) -> None:
    """Rows gone, cards deleted; the answer is a receipt without data."""
    known(press)
    await press.defer()
    association, words = press.association, press.words
    async with association.transaction() as db:
        if await members.get(db, press.user_id) is None:
            raise Refusal("privacy-nothing-known")
        before = await waiting.newest(db)
        await press.house.lifecycle.erase(association, db, press.user_id)
    await press.house.outbox.send_now(association)
    waits = await waiting.unfinished(association.read(), before)
    await press.show(card(words("privacy-erased", card="waits" if waits else "gone")))


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
    await press.show(cards.full_notice(press.words, association.name, association.contact, press.member))
