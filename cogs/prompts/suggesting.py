"""Members propose a question, say whether they are named, take it back."""

from __future__ import annotations

from typing import Final

import discord

from bot.delivery.outbox import Kind, Operation, Rendered, Row, Sent
from bot.errors import Refusal
from bot.people import members
from bot.schedule.clock import DAY, HOUR
from bot.schedule.jobs import Job, JobKind
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui import drafts, notice
from bot.ui.actions import action, leaving
from bot.ui.forms import Field, Form, declare
from bot.ui.house import House
from bot.ui.press import Press
from bot.words.text import clean
from cogs.prompts import cards, holdings, own_cards, post_store, posts, questions, reading, suggestion_store, turns
from cogs.prompts.rules import LENGTH, WAITING, Source, State, Suggestion, Theme

LINE: Final = "prompts:proposed"
"""The kind of the line that organisers get about a suggestion."""
REMIND: Final = "prompts:remind"
PATIENCE: Final = 5
"""Working days after which organisers are asked once more about a suggestion."""
THEME: Final = 40
"""Characters of a theme as it is typed."""
FIELDS: Final = (Field("text", required=True, long=True, limit=LENGTH), Field("theme", limit=THEME))
FORM: Final = declare(Form("prompts:suggested", "prompts-suggest-form", FIELDS))


@action("prompts:suggest", opens_form=True)
async def suggest(press: Press) -> None:
    """Open the form, with what was refused in it if something was; the notice comes first."""
    if await notice.accepted(press, "prompts:suggest"):
        left = await drafts.newest(press.association.read(), press.user_id, FORM.act, press.now())
        await press.open(FORM, values={name: str(value) for name, value in left.payload.items()} if left else {})


@action("prompts:suggested", reaches=True)
async def suggested(press: Press) -> None:
    """Keep it, and hand it to organisers."""
    notice.require(press, "prompts:suggest")
    typed = clean(press.fields.get("theme", ""), lines=False)
    theme = reading.theme_meant(typed, cards.names(press.words))
    house, association = press.house, press.association
    async with association.transaction() as db:
        press.member = await members.get(db, press.user_id)
        notice.require(press, "prompts:suggest")
        suggestion_id = await _keep(press, db, theme)
        await drafts.discard(db, press.user_id, FORM.act)
    await house.outbox.send_now(association)
    await _show(press, suggestion_id, "prompts-suggested", missed=typed if theme is None else "")


async def _keep(press: Press, db: Connection, theme: Theme | None) -> int:
    """The suggestion's id; the same words twice are one."""
    theirs = [one for one in await suggestion_store.of_author(db, press.user_id) if one.state is State.WAITING]
    typed = clean(press.fields.get("text", ""), lines=False)
    same = [one.id for one in theirs if one.text == typed]
    if same:
        return same[0]
    if len(theirs) >= WAITING:
        raise Refusal("prompts-many-waiting", limit=WAITING, offers=("prompts:mine",))
    text = reading.read_question(typed, [*await asked_here(press, db), *(one.text for one in theirs)])
    suggestion_id = await suggestion_store.add(db, press.user_id, text, theme, press.now())
    place = press.association.preferences[prefs.ORGANISERS_CHANNEL]
    if place is not None:
        reference = {"suggestion": suggestion_id}
        await press.house.outbox.put(db, LINE, Operation.POST, channel_id=place, reference=reference)
    return suggestion_id


async def asked_here(press: Press, db: Connection, *, but: str = "") -> list[str]:
    """What is asked here, or will be: a new question says something else, and whoever proposes it is shown what. So
    what other members proposed, and nobody accepted yet, is no part of it. `but`: the ref of the question that is
    changed."""
    known = await questions.all_of(press.house.settings, press.association, db)
    accepted = await suggestion_store.to_ask(db)
    return [one.text for one in known if one.ref != but and not one.removed] + [one.text for one in accepted]


@action("prompts:name")
async def name(press: Press, suggestion_id: int, wish: str) -> None:
    """Be named where one's question is asked, or no longer, wherever it stands."""
    async with press.association.transaction() as db:
        await _own(press, db, suggestion_id)
        await suggestion_store.name(db, suggestion_id, named=wish == "yes")
        await _show_everywhere(press, db, suggestion_id)
    await press.house.outbox.send_now(press.association)
    await _show(press, suggestion_id, "prompts-named")


@action("prompts:about")
async def file_under(press: Press, suggestion_id: int) -> None:
    """Say what one's question is about."""
    if press.choice not in set(Theme):
        raise Refusal("kernel-stale-press")
    async with press.association.transaction() as db:
        await _own(press, db, suggestion_id)
        await suggestion_store.file_under(db, suggestion_id, Theme(press.choice))
        await _show_everywhere(press, db, suggestion_id)
    await press.house.outbox.send_now(press.association)
    await _show(press, suggestion_id, "prompts-filed")


@action("prompts:withdraw")
@leaving
async def withdraw(press: Press, suggestion_id: int) -> None:
    """Take it back: it won't be asked, and goes where it was."""
    async with press.association.transaction() as db:
        suggestion = await _own(press, db, suggestion_id)
        await suggestion_store.decide(db, suggestion.id, State.WITHDRAWN, press.now())
        await _show_everywhere(press, db, suggestion_id)
    await press.house.outbox.send_now(press.association)
    await _say(press, own_cards.done(press.words, press.words("prompts-withdrawn", text=suggestion.text)))


@action("prompts:mine")
@leaving
async def mine(press: Press) -> None:
    """What one proposed, and how it stands."""
    found = await suggestion_store.of_author(press.association.read(), press.user_id)
    await press.show(own_cards.mine(press.words, [one for one in found if one.state is not State.WITHDRAWN]))


@action("prompts:mine_one")
@leaving
async def mine_one(press: Press) -> None:
    """One of them, with what can be done."""
    if not press.choice.isdecimal():
        raise Refusal("kernel-stale-press")
    await _show(press, int(press.choice), "prompts-mine-one")


async def _own(press: Press, db: Connection, suggestion_id: int) -> Suggestion:
    """One's own suggestion. Raises `Refusal` for anybody else's, and for one that was declined or taken back."""
    suggestion = await suggestion_store.get(db, suggestion_id)
    if suggestion is None or suggestion.author_id != press.user_id:
        raise Refusal("prompts-not-yours")
    if suggestion.state not in {State.WAITING, State.ACCEPTED}:
        raise Refusal("prompts-settled")
    return suggestion


async def _show_everywhere(press: Press, db: Connection, suggestion_id: int) -> None:
    """Organisers see it as it is now, and so does everybody where it was asked."""
    suggestion = await suggestion_store.get(db, suggestion_id)
    if suggestion is None:
        return
    await show_line(press.house, db, suggestion)
    for post in await post_store.of_author(db, press.user_id):
        if post.source is Source.SUGGESTION and post.ref == str(suggestion_id):
            await posts.show_again(press.house, db, post)


async def show_line(house: House, db: Connection, suggestion: Suggestion) -> None:
    """Show organisers a suggestion as it is now, where they see it."""
    if suggestion.channel_id is not None and suggestion.message_id is not None:
        reference = {"suggestion": suggestion.id}
        where = {"channel_id": suggestion.channel_id, "message_id": suggestion.message_id}
        await house.outbox.put(db, LINE, Operation.EDIT, **where, reference=reference)


async def _show(press: Press, suggestion_id: int, key: str, *, missed: str = "") -> None:
    suggestion = await _own(press, press.association.read(), suggestion_id)
    on, where = await turns.is_on(press.association.read()), press.association.command("question miennes")
    await _say(press, own_cards.one(press.words, suggestion, key, on=on, where=where, missed=missed))


async def _say(press: Press, view: discord.ui.LayoutView) -> None:
    """Answer in place of a letter whose button was pressed; anywhere else as ever."""
    await (press.change(view) if press.interaction.guild_id is None else press.show(view))


class Suggestions:
    """The line about a suggestion in the organisers' channel, and what follows when its author goes."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.outbox.register(Kind(LINE, self._render, self._sent))
        house.jobs.register(JobKind(REMIND, self._remind, every=HOUR))
        house.lifecycle.follow(self)
        house.register.declare(*holdings.holdings(self.forget_decided))

    async def _render(self, association: Association, row: Row) -> Rendered | None:
        if row.operation is Operation.DELETE:
            return Rendered()
        suggestion = await suggestion_store.get(association.read(), row.reference["suggestion"])
        if suggestion is None or (row.operation is Operation.POST and not _waits(suggestion)):
            return None
        return Rendered(cards.proposed(association.words, suggestion, again="again" in row.reference))

    async def _sent(self, association: Association, db: Connection, row: Row, sent: Sent) -> None:  # noqa: ARG002
        if row.operation is not Operation.POST or sent.message_id is None:
            return
        if not await suggestion_store.stand(db, row.reference["suggestion"], sent.channel_id, sent.message_id):
            await self._delete(db, sent.channel_id, sent.message_id)

    async def _delete(self, db: Connection, channel_id: int, message_id: int, *, after: int | None = None) -> None:
        outbox = self._house.outbox
        await outbox.put(db, LINE, Operation.DELETE, channel_id=channel_id, message_id=message_id, after=after)

    async def _remind(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Ask once more about what nobody decided on: the same line, anew, in place of the one that went unseen."""
        now, place = self._house.clock.now(), association.preferences[prefs.ORGANISERS_CHANNEL]
        if place is None:
            return
        for one in await suggestion_store.unreminded(db, now - PATIENCE * DAY):
            if association.quiet_hours.after_working_days(one.created_at, PATIENCE) > now:
                continue
            await suggestion_store.remind(db, one.id)
            reference = {"suggestion": one.id, "again": True}
            posted = await self._house.outbox.put(db, LINE, Operation.POST, channel_id=place, reference=reference)
            if one.channel_id is not None and one.message_id is not None:
                await self._delete(db, one.channel_id, one.message_id, after=posted)

    async def forget_decided(self, association: Association, db: Connection, now: int) -> int:  # noqa: ARG002
        """What was declined or taken back long ago goes, and so does what organisers still see of it; how many."""
        over = await suggestion_store.decided_before(db, now - holdings.DECIDED)
        for one in over:
            if one.channel_id is not None and one.message_id is not None:
                await self._delete(db, one.channel_id, one.message_id)
            await suggestion_store.forget(db, one.id)
        return len(over)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """Their name is no longer there, and nothing is to be decided while they are away."""
        for suggestion in await suggestion_store.of_author(db, member_id):
            await show_line(self._house, db, suggestion)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """As it was."""
        await self.gone(association, db, member_id)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:  # noqa: ARG002
        """What they proposed goes with them."""
        for suggestion in await suggestion_store.of_author(db, member_id):
            if suggestion.channel_id is not None and suggestion.message_id is not None:
                await self._delete(db, suggestion.channel_id, suggestion.message_id)


def _waits(suggestion: Suggestion) -> bool:
    return suggestion.state is State.WAITING and suggestion.author_id is not None
