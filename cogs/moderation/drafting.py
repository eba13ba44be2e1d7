"""Writing a report, before anybody sees it: what happened, whom it is about, how urgent it is, who may read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import discord

from bot.errors import Refusal
from bot.storage import preferences as prefs
from bot.storage.database import Connection
from bot.ui import notice
from bot.ui.actions import action, custom_id
from bot.ui.forms import Field, Form, declare
from bot.ui.press import Press
from bot.words.text import clean, member, says_something
from cogs.moderation import cards, case_store, people, rules
from cogs.moderation.rules import Case, Reader, Role, Someone, State

FORM: Final = declare(
    Form("moderation:written", "moderation-form", (Field("what", required=True, long=True, limit=rules.SAID),))
)
NOBODY: Final = 0
"""Stands for no member, no message, in a custom id."""


async def of_message(press: Press, message: discord.Message) -> None:
    """Tell the team of a message."""
    await report_message(press, message.channel.id, message.id, message.author.id)


async def of_member(press: Press, member_id: int) -> None:
    """Tell the team of somebody."""
    await report_member(press, member_id)


@action("moderation:report", opens_form=True)
async def report(press: Press) -> None:
    """Tell the team of something."""
    await _begin(press, "moderation:report")


@action("moderation:member", opens_form=True)
async def report_member(press: Press, member_id: int) -> None:
    """Tell the team of somebody; the notice comes back here. The bot is nobody."""
    about = NOBODY if _is_the_bot(press, member_id) else member_id
    await _begin(press, custom_id("moderation:member", member_id), about=about)


@action("moderation:message", opens_form=True)
async def report_message(press: Press, channel_id: int, message_id: int, author_id: int) -> None:
    """Tell the team of a message; of a card of the bot, whose it is."""
    act = custom_id("moderation:message", channel_id, message_id, author_id)
    author = author_id
    if _is_the_bot(press, author_id):
        card = await press.house.publications.at(press.association.read(), message_id)
        author = card.member_id if card is not None else NOBODY
    await _begin(press, act, about=author, place=(channel_id, message_id))


def _is_the_bot(press: Press, member_id: int) -> bool:
    return press.house.client.user is not None and member_id == press.house.client.user.id


async def _begin(press: Press, act: str, *, about: int = NOBODY, place: tuple[int, int] | None = None) -> None:
    """Begin a report and ask what happened. Nothing is kept before the notice was accepted."""
    if not await notice.accepted(press, act, note="moderation-notice"):
        return
    channel_id, message_id = place or (None, None)
    house, association = press.house, press.association
    async with association.transaction() as db:
        for case in await case_store.of_reporter(db, press.user_id):
            if case.state is State.DRAFT and not case.said:  # a form that was closed again
                await case_store.forget(db, case.id)
        reporter = people.someone(house, association, press.user_id)
        number = await case_store.begin(db, reporter, press.now(), channel_id=channel_id, message_id=message_id)
        if about not in {NOBODY, press.user_id}:
            await case_store.put(db, number, Role.CONCERNED, await people.noted(house, association, db, about))
    await press.open(FORM, str(number))


@action("moderation:write", opens_form=True)
async def write(press: Press, case_id: int) -> None:
    """Change what it says."""
    case = await own(press, press.association.read(), case_id)
    await press.open(FORM, str(case.id), values={"what": case.said})


@action("moderation:written")
async def written(press: Press, case_id: int) -> None:
    """Keep what happened. Who is mentioned in it will never read it; nobody's id stays in it."""
    said = clean(press.fields.get("what", ""))[: rules.SAID]
    if not says_something(said):
        raise Refusal("moderation-blank")
    house, association = press.house, press.association
    await own(press, association.read(), case_id)
    alike = await people.namesakes(house, association, rules.without_ids(said))
    async with association.transaction() as db:
        case = await own(press, db, case_id)
        await case_store.drop(db, case_id, Role.NAMED, Role.NAMESAKE)
        for mentioned in rules.ids_in(said):
            who = await people.noted(house, association, db, mentioned)
            if case.has_chosen(who.alias):
                raise Refusal("moderation-reader-is-in-it", member=member(mentioned))
            if mentioned != press.user_id:
                await case_store.put(db, case_id, Role.NAMED, who)
        await put_namesakes(press, db, case, alike)
        await case_store.write(db, case_id, said=rules.without_ids(said))
    await show_draft(press, case_id)


async def put_namesakes(press: Press, db: Connection, case: Case, alike: Iterable[Reader]) -> None:
    """Keep who is called as a word of a report: another name, later, opens nothing."""
    for one in alike:
        if one.alias != case.reporter.alias:
            who = await people.noted(press.house, press.association, db, one.id)
            await case_store.put(db, case.id, Role.NAMESAKE, who)


@action("moderation:draft")
async def show_draft(press: Press, case_id: int) -> None:
    """A report before it is sent."""
    association = press.association
    case = await own(press, association.read(), case_id)
    if not case.said:
        raise Refusal("moderation-blank", offers=(custom_id("moderation:write", case_id),))
    to = await people.goes_to(press.house, association, case)
    await _note_referent(press, case, to)
    way = cards.Way(
        referent=to.id if to is not None else None,
        refer_at=rules.refer_at(association.quiet_hours, press.now(), urgent=case.urgent),
        seen=association.preferences[prefs.ORGANISERS_CHANNEL] is not None or case.readers == "chosen",
    )
    await press.show(cards.draft(press.words, case, way, association.guild_id))


async def _note_referent(press: Press, case: Case, to: Reader | None) -> None:
    """Keep to whom it goes according to what its reporter reads here: to nobody else without asking them."""
    if [who.alias for who in case.of(Role.REFERENT)] == ([] if to is None else [to.alias]):
        return
    async with press.association.transaction() as db:
        await own(press, db, case.id)
        await case_store.drop(db, case.id, Role.REFERENT)
        if to is not None:
            await case_store.put(db, case.id, Role.REFERENT, Someone(to.id, to.alias))


@action("moderation:sort")
async def choose_sort(press: Press, case_id: int) -> None:
    """What it is about."""
    if press.choice not in rules.SORTS:
        raise Refusal("kernel-stale-press")
    await _change(press, case_id, sort=press.choice)


@action("moderation:urgency")
async def choose_urgency(press: Press, case_id: int) -> None:
    """Whether it can wait for a working day."""
    if press.choice not in {"yes", "no"}:
        raise Refusal("kernel-stale-press")
    await _change(press, case_id, urgent=int(press.choice == "yes"))


async def _change(press: Press, case_id: int, **values: str | int) -> None:
    async with press.association.transaction() as db:
        await own(press, db, case_id)
        await case_store.write(db, case_id, **values)
    await show_draft(press, case_id)


@action("moderation:people")
async def choose_people(press: Press, case_id: int) -> None:
    """Whom it is about: none of them will ever open it."""
    house, association = press.house, press.association
    async with association.transaction() as db:
        case = await own(press, db, case_id)
        await case_store.drop(db, case_id, Role.CONCERNED)
        for chosen in _ids(press)[: rules.PEOPLE]:
            who = await people.noted(house, association, db, chosen)
            if case.has_chosen(who.alias):
                raise Refusal("moderation-reader-is-in-it", member=member(chosen))
            if chosen != press.user_id:
                await case_store.put(db, case_id, Role.CONCERNED, who)
    await show_draft(press, case_id)


@action("moderation:readers")
async def choose_readers(press: Press, case_id: int) -> None:
    """Who of the team may read it, the referent too; nobody chosen: the whole team."""
    house, association = press.house, press.association
    chosen = await chosen_readers(press)
    async with association.transaction() as db:
        case = await own(press, db, case_id)
        await case_store.drop(db, case_id, Role.READER)
        for one in chosen:
            who = await people.noted(house, association, db, one)
            if case.is_about(who.alias):
                raise Refusal("moderation-reader-is-in-it", member=member(one))
            await case_store.put(db, case_id, Role.READER, who)
        await case_store.write(db, case_id, readers="chosen" if chosen else "all")
    await show_draft(press, case_id)


async def chosen_readers(press: Press) -> list[int]:
    """Whom a reporter chose to handle their report. Raises `Refusal` for anybody who is not of the team, nor the
    referent."""
    chosen = _ids(press)[: rules.READERS]
    for one in chosen:
        found = await people.reader(press.house, press.association, one)
        if one == press.user_id or found is None or not (found.organiser or found.referent):
            raise Refusal("moderation-not-of-the-team", member=member(one))
    return chosen


def _ids(press: Press) -> list[int]:
    found = [rules.read_id(value) for value in press.selected]
    if None in found:
        raise Refusal("kernel-stale-press")
    return [one for one in found if one is not None]


@action("moderation:drop")
async def drop(press: Press, case_id: int) -> None:
    """Throw it away: nobody saw it."""
    async with press.association.transaction() as db:
        await own(press, db, case_id)
        await case_store.forget(db, case_id)
    await press.answer("moderation-dropped")


async def own(press: Press, db: Connection, case_id: int) -> Case:
    """One's own report that isn't sent. Raises `Refusal` for anything else, whatever it is."""
    case = await case_store.get(db, case_id)
    if case is None or case.state is not State.DRAFT or case.reporter.id != press.user_id:
        raise Refusal("moderation-draft-gone")
    return case
