"""What members do in the demo, each through the bot's own commands, buttons and forms."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from simcord.actors import MemberActor
from simcord.backend.errors import BackendError, SetupError
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.demo.shown import bare, message_of, number_in, select_of, text_of
from bot.demo.story.exchanges import Asked, Doubted, Followed, Said, Shared
from bot.demo.story.people import Person
from bot.schedule.clock import DAY

if TYPE_CHECKING:
    from bot.demo.stage import Stage


async def willing(act: Awaitable[object]) -> None:
    """Somebody does something if they still may: a visitor in the organiser's seat can silence people."""
    with contextlib.suppress(BackendError, SetupError):
        await act


async def introduce(stage: Stage, who: Person, *, from_hall: bool = False) -> None:
    """Somebody introduces themselves, from the command or the panel's button to the published card."""
    person = stage.people[who.name]
    if from_hall:
        shown = await person.click(stage.places["hall"].history()[0], custom_id="introductions:write")
    else:
        shown = await person.slash(stage.places["lounge"], "presentation ecrire")
    shown = await person.click(message_of(shown), label=stage.words.plain("notice-accept"))
    preview = await person.submit_modal(shown, dict(who.fields))
    preview = await _correct_trade(stage, person, preview, who.trade)
    await person.click(message_of(preview), label=stage.words.plain("intro-publish"))


async def _correct_trade(
    stage: Stage, person: MemberActor, preview: InteractionResult, trade: str
) -> InteractionResult:
    """Choose the trade in the preview's select where the bot proposed another one."""
    family = stage.bot.house.catalogue.trades[trade].family
    while f"t.{trade}" not in (choices := select_of(message_of(preview), "introductions:trade")).chosen:
        wanted = next(value for value in (f"t.{trade}", f"f.{family}", "f.") if value in choices.values)
        preview = await person.select(message_of(preview), [wanted], custom_id=choices.custom_id)
    return preview


async def reply(stage: Stage, by: str, to: str, says: str) -> None:
    """Somebody writes in the thread under an introduction."""
    thread = next(thread for thread in stage.places["hall"].threads if (thread.name or "").startswith(f"{to} "))
    await stage.people[by].send(thread, says)


async def share(stage: Stage, tip: Shared) -> None:
    """Somebody shares a tip, and others say that it was of use."""
    author = stage.people[tip.by]
    form = await author.slash(stage.places["lounge"], "astuce partager")
    await author.submit_modal(form, dict(tip.fields))
    card = stage.places["tips"].history()[-1]
    for name in tip.useful:
        await stage.people[name].click(card, label=stage.words.plain("tips-useful"))


async def doubt(stage: Stage, doubted: Doubted) -> None:
    """Somebody says that a tip is no longer right."""
    card, reader = _showing(stage.places["tips"], doubted.title), stage.people[doubted.by]
    form = await reader.click(card, label=stage.words.plain("tips-doubt"))
    await reader.submit_modal(form, {"what": doubted.what})


async def say_it_holds(stage: Stage, author: str) -> None:
    """The author of a doubted tip says, under the letter that asked, that it holds."""
    await _press_in_letter(stage, author, "tips-holds")


async def ask(stage: Stage, request: Asked) -> None:
    """Somebody asks for a hand."""
    asker, said = stage.people[request.by], request.fields
    wanted = datetime.fromtimestamp(stage.clock.now() + request.weeks * 7 * DAY, UTC)
    form = await asker.slash(stage.places["lounge"], "coup-de-main demander")
    fields = {"question": said["question"], "details": said["details"], "by_when": f"{wanted:%d/%m/%Y}"}
    await asker.submit_modal(form, fields)


async def lend_a_hand(stage: Stage, request: Asked) -> None:
    """Somebody can help, and says how in the request's thread."""
    helper = stage.people[request.helper]
    await helper.click(_card(stage, request), label=stage.words.plain("help-can-help"))
    await helper.send(_thread(stage, request), request.fields["says"])


async def solve(stage: Stage, request: Asked) -> None:
    """It is solved: who helped, what worked; perhaps thanks for all to read, and a tip once the helper agrees."""
    asker, helper, said = stage.people[request.by], stage.people[request.helper], request.fields
    card = _card(stage, request)
    number = number_in(card, "help_requests:solve")
    shown = await asker.click(card, custom_id=f"help_requests:solve:{number}")
    shown = await asker.select(message_of(shown), [helper], custom_id=f"help_requests:who_helped:{number}")
    form = await asker.click(message_of(shown), custom_id=f"help_requests:what_worked:{number}")
    shown = await asker.submit_modal(form, {"worked": said["worked"]})
    if "thanks" in said:
        await _thank(stage, request)
    if "tip" in said:
        form = await asker.click(message_of(shown), custom_id=f"help_requests:make_tip:{number}")
        await asker.submit_modal(form, {"title": said["tip"], "body": f"{said['details']}\n{said['worked']}."})


async def agree_to_tip(stage: Stage, helper: str) -> None:
    """Whoever helped agrees to the tip that comes of it, under the letter that asked."""
    await _press_in_letter(stage, helper, "tips-agree-named")


async def _thank(stage: Stage, request: Asked) -> None:
    asker, helper = stage.people[request.by], stage.people[request.helper]
    thread, reason = _thread(stage, request), request.fields["thanks"]
    shown = await asker.slash(thread, "merci", membre=helper.user, raison=reason)
    await asker.click(message_of(shown), label=stage.words.plain("thanks-show"))


def _card(stage: Stage, request: Asked) -> discord.Message:
    return _showing(stage.places["help"], request.fields["question"])


def _showing(place: ChannelHandle, words: str) -> discord.Message:
    """The newest card of a channel that says these words, however they are typeset."""
    said = bare(words)
    return next(card for card in reversed(place.history()) if said in bare(text_of(card)))


def _thread(stage: Stage, request: Asked) -> ChannelHandle:
    """A thread has the number of the message under which it began."""
    number = _card(stage, request).id
    return next(thread for thread in stage.places["help"].threads if thread.id == number)


async def _press_in_letter(stage: Stage, name: str, label: str) -> None:
    reader = stage.people[name].user
    await reader.click(reader.dm_channel.history()[-1], label=stage.words.plain(label))


async def chat(stage: Stage, said: Said) -> None:
    """Somebody says something in the lounge."""
    await stage.people[said.by].send(stage.places["lounge"], said.words)


async def offer_help(stage: Stage, offer: Said) -> None:
    """Somebody may be asked for a hand, on these subjects."""
    helper = stage.people[offer.by]
    shown = await helper.slash(stage.places["lounge"], "coup-de-main aider")
    shown = await helper.click(message_of(shown), custom_id="help_requests:lend_on")
    form = await helper.click(message_of(shown), custom_id="help_requests:subjects")
    await helper.submit_modal(form, {"subjects": offer.words})


async def follow(stage: Stage, followed: Followed) -> None:
    """Somebody follows topics of the calendar of deadlines."""
    reader = stage.people[followed.by]
    shown = await reader.slash(stage.places["lounge"], "echeances suivre")
    await reader.select(message_of(shown), list(followed.topics), custom_id="deadlines:follow:0")


async def subscribe(stage: Stage, name: str) -> None:
    """Somebody wants the digest in private too."""
    card = next(card for card in reversed(stage.places["digest"].history()) if card.author.bot)
    await stage.people[name].click(card, custom_id="digest:subscribe")
