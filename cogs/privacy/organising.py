"""`/rgpd registre`: what organisers show whoever asks how data are handled here."""

from __future__ import annotations

from typing import Final

import discord

from bot.people.register import Register
from bot.storage import schema
from bot.ui.actions import action
from bot.ui.cards import card
from bot.ui.press import Press, attachment
from bot.words.i18n import Words
from bot.words.text import Safe, moment
from cogs.privacy import purging, sheet
from cogs.privacy.purging import Purged

FILE: Final = "registre-rgpd.html"


@action("privacy:register")
async def show_register(press: Press) -> None:
    """The sheet as a file, and what the last purge removed."""
    press.require_organiser()
    association, words, db = press.association, press.words, press.association.read()
    register = press.house.register
    columns = {table: await schema.columns(db, table) for one in register for table in (one.table, *one.details)}
    name = association.name or words.plain("privacy-unnamed")
    made = sheet.page(words, name, association.contact, press.today().isoformat(), register, columns)
    purged = await purging.last(db)
    file = attachment(FILE, made.encode())
    shown: discord.ui.File[discord.ui.LayoutView] = discord.ui.File(file)
    await press.show(card(words("privacy-register"), _purged(words, register, purged), shown), file=file)


def _purged(words: Words, register: Register, purged: Purged | None) -> Safe:
    """What the last purge removed, by what it had been kept for, and what all of them did."""
    if purged is None:
        return words("privacy-not-purged")
    lines = [words("privacy-purged", on=moment(purged.at, "D"), count=sum(purged.counts.values()))]
    lines += [
        words("privacy-purged-of", title=words(f"register-{purpose.name}"), count=count)
        for purpose, count in purged.by_purpose(register).items()
    ]
    if purged.since is not None:
        lines.append(words("privacy-purged-for-long", since=moment(purged.since, "D"), count=purged.total))
    return Safe("\n".join(lines))
