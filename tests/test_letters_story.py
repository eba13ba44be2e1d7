"""What the bot writes to one person, told as they live it: quiet, closed messages, their two answers, their wishes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import discord
import pytest
from simcord.actors import MemberActor

from bot.delivery.contact import Fallback, Letter, LetterKind, Piece, Weight
from bot.delivery.outcomes import PAUSES
from bot.schedule import due
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.ui.actions import DEFER_AFTER, custom_id
from bot.ui.cards import button, row
from cogs.introductions import CHANNEL
from tests.introductions.test_refusals import press, press_raw
from tests.ready import a_message
from tests.world import World, buttons_of, components_of, message_of, text_of

PARIS: Final = ZoneInfo("Europe/Paris")
FRIDAY, EVENING, MONDAY = "2026-01-09 10:00", "2026-01-09 20:00", "2026-01-12 08:31"


@pytest.fixture(autouse=True)
def _purpose() -> Iterator[None]:
    """No feature asks anything yet: the name of a purpose that exists in these stories only."""
    with a_message("purpose-test", fr="un coup de main", en="a helping hand"):
        yield


def open_feature(world: World) -> None:
    """A feature that tells things, asks things, and has cases that can't wait for the next visit."""

    async def render(association: Association, letter: Letter) -> Piece:
        yes = custom_id("guide:show", guild_id=association.guild_id)
        return Piece((f"Ceci : {letter.key}", row(button("Oui", yes)) if letter.kind == "test:ask" else None))

    for kind in (
        LetterKind("test:matter", Weight.MATTER, render),
        LetterKind("test:case", Weight.MATTER, render, fallback=Fallback.THREAD),
        LetterKind("test:ask", Weight.ASK, render, purpose="test", fallback=Fallback.THREAD),
        LetterKind("test:quiet-ask", Weight.ASK, render, purpose="test"),
    ):
        world.bot.house.contact.register(kind)


async def write(world: World, who: MemberActor, kind: str, key: str, topic: str | None = None) -> bool:
    """The feature writes a letter."""
    async with world.association.transaction() as db:
        contact = world.bot.house.contact
        return await contact.write(world.association, db, who.id, f"test:{kind}", key, topic=topic)


async def come_to(world: World, local: str) -> None:
    """It is that time; the heart beats."""
    at = datetime.fromisoformat(local).replace(tzinfo=PARIS).astimezone(UTC)
    await world.env.advance_time((at - world.env.now()).total_seconds())
    await beats(world)


async def beats(world: World, later: int = 0) -> None:
    """Some minutes pass."""
    if later:
        await world.env.advance_time(later)
    for _ in range(3):
        await world.beat()


def inbox(who: MemberActor) -> list[discord.Message]:
    """Somebody's direct messages."""
    return who.user.dm_channel.history()


def close_messages(world: World, who: MemberActor) -> None:
    """Somebody takes no direct messages."""
    place = who.user.dm_channel.id
    world.env.inject_error("POST", f"/channels/{place}/messages", status=403, code=50007, times=None)


async def member(world: World, name: str = "Anna") -> MemberActor:
    """Somebody who introduced themselves, on a Friday."""
    who = world.join(name)
    await world.introduce(who, "Je fais des sites web")
    return who


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna, and a feature that writes to her, on a Friday morning."""
    open_feature(world)
    await come_to(world, FRIDAY)
    return await member(world)


async def test_what_concerns_somebody_on_a_friday_evening_arrives_in_one_message_on_monday(
    world: World, anna: MemberActor
) -> None:
    await come_to(world, EVENING)
    await write(world, anna, "matter", "un")
    await write(world, anna, "matter", "deux")
    await come_to(world, "2026-01-11 12:00")
    assert inbox(anna) == []
    await come_to(world, MONDAY)
    (letter,) = inbox(anna)
    assert text_of(letter).split("\n") == ["Ceci : un", "Ceci : deux"]
    await write(world, anna, "matter", "trois")
    await beats(world, 2 * HOUR)
    assert len(inbox(anna)) == 1
    await beats(world, DAY)
    assert len(inbox(anna)) == 2


async def test_whoever_closed_their_messages_is_shown_them_after_the_answer_to_their_next_act(
    world: World, anna: MemberActor
) -> None:
    close_messages(world, anna)
    told = len(world.office.history())
    await write(world, anna, "matter", "un")
    await beats(world)
    form = await anna.slash(world.lounge, "presentation ecrire")
    assert form.modal is not None
    assert form.followups == []  # never in front of a form
    answer = await anna.slash(world.lounge, "presentation voir")
    assert answer.ephemeral
    assert answer.response is not None
    assert "Je fais des sites web" in text_of(answer.response)
    (shown,) = answer.followups
    assert text_of(shown) == "Ceci : un"
    assert shown.ephemeral
    assert (await anna.slash(world.lounge, "presentation voir")).followups == []
    assert len(world.office.history()) == told  # nobody else learns of it


async def test_an_answer_stands_also_when_what_was_held_cannot_be_shown(world: World, anna: MemberActor) -> None:
    close_messages(world, anna)
    await write(world, anna, "matter", "un")
    await beats(world)
    world.env.inject_error("POST", "/webhooks/*", status=500, times=10)
    answer = await anna.slash(world.lounge, "presentation voir")
    assert "Je fais des sites web" in text_of(answer)
    world.env.backend.faults.clear()
    again = await anna.slash(world.lounge, "presentation voir")
    assert text_of(message_of(again)) == "Ceci : un"


async def test_a_case_reaches_whoever_closed_their_messages_in_a_private_thread(
    world: World, anna: MemberActor
) -> None:
    close_messages(world, anna)
    await write(world, anna, "case", "une affaire")
    await beats(world)
    (thread,) = world.threads.threads
    assert thread.name == "Un mot en privé"
    (letter,) = [message for message in thread.history() if message.components]
    assert text_of(letter) == "Ceci : une affaire"
    assert anna.id in {int(person["user_id"]) for person in await world.bot.http.get_thread_members(thread.id)}


async def test_an_ask_offers_later_and_never_also_after_a_restart(world: World, anna: MemberActor) -> None:
    await write(world, anna, "ask", "un service")
    await beats(world)
    assert list(buttons_of(inbox(anna)[0])) == ["Oui", "Plus tard", "Ne plus me proposer"]
    await world.restart()
    open_feature(world)
    await anna.user.click(inbox(anna)[0], label="Plus tard")
    (letter,) = inbox(anna)
    assert "Ceci : un service" not in text_of(letter)  # it comes again; whom it names may be gone by then
    assert "pas avant une semaine" in text_of(letter)
    assert buttons_of(letter) == {}
    await beats(world, 6 * DAY)
    assert len(inbox(anna)) == 1
    await beats(world, DAY + MINUTE)
    await anna.user.click(inbox(anna)[1], label="Plus tard")
    assert "On en reste là" in text_of(inbox(anna)[1])
    assert "Ceci : un service" in text_of(inbox(anna)[1])
    await beats(world, 14 * DAY)
    assert len(inbox(anna)) == 2


async def test_an_answer_that_takes_long_still_takes_the_buttons_away(
    world: World, anna: MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(world, anna, "ask", "un service")
    await beats(world)
    contact = world.bot.house.contact
    quick = contact.put_off

    async def slow(*args: Any) -> bool:
        again = await quick(*args)
        await asyncio.sleep(DEFER_AFTER + 1)
        return again

    monkeypatch.setattr(contact, "put_off", slow)
    answer = await anna.user.click(inbox(anna)[0], label="Plus tard")
    await world.env.advance_time(DEFER_AFTER + 2)
    assert "pas avant une semaine" in text_of(answer)
    assert "pas avant une semaine" in text_of(inbox(anna)[0])
    assert buttons_of(inbox(anna)[0]) == {}


async def test_of_two_acts_at_once_one_shows_what_was_held(world: World, anna: MemberActor) -> None:
    close_messages(world, anna)
    await write(world, anna, "matter", "un")
    await beats(world)
    both = [await press_raw(world, anna, "guide:show") for _ in range(2)]
    await world.env.settle()
    shown = [text_of(message) for answer in both for message in answer.followups]
    assert shown == ["Ceci : un"]


async def test_never_is_kept_and_can_be_undone(world: World, anna: MemberActor) -> None:
    await write(world, anna, "ask", "un service")
    await beats(world)
    await anna.user.click(inbox(anna)[0], label="Ne plus me proposer")
    assert "plus rien de ce genre : un coup de main" in text_of(inbox(anna)[0])
    assert "/moi preferences" in text_of(inbox(anna)[0])
    assert buttons_of(inbox(anna)[0]) == {}
    assert not await write(world, anna, "ask", "un autre")
    seen = await anna.slash(world.lounge, "moi mes-donnees")
    assert "À ne plus proposer : un coup de main" in text_of(seen)
    wishes = await anna.slash(world.lounge, "moi preferences")
    assert "un coup de main" in text_of(wishes)
    undone = await anna.select(message_of(wishes), ["test"], custom_id="privacy:propose_again")
    assert "Rien n’a été écarté" in text_of(undone)
    assert await write(world, anna, "ask", "un autre")


async def test_what_somebody_else_took_care_of_says_so_and_nothing_more(world: World, anna: MemberActor) -> None:
    basile, chloe = await member(world, "Basile"), await member(world, "Chloé")
    for who in (anna, basile):
        await write(world, who, "ask", f"help {who.id}", topic="help:1")
    await beats(world)
    old = buttons_of(inbox(anna)[0])
    async with world.association.transaction() as db:
        await write_later(world, db, chloe)
        await world.bot.house.contact.taken(world.association, db, "help:1", by=basile.id)
    await beats(world)
    assert text_of(inbox(anna)[0]) == "C’est pris, merci."
    assert inbox(chloe) == []
    late = await press(world, anna, old["Plus tard"].split("@")[0])
    assert text_of(late) == "C’est pris, merci."
    (edit,) = [r for r in world.env.http_requests if r.method == "PATCH" and str(inbox(anna)[0].id) in r.path]
    assert str(basile.id) not in json.dumps(edit.json)


async def write_later(world: World, db: Any, who: MemberActor) -> None:
    """An ask that has not gone yet."""
    contact = world.bot.house.contact
    await contact.write(world.association, db, who.id, "test:ask", "help", topic="help:1", after=HOUR)


async def test_the_answers_work_in_a_thread_for_its_reader_only(world: World, anna: MemberActor) -> None:
    close_messages(world, anna)
    await write(world, anna, "ask", "un service")
    await beats(world)
    (thread,) = world.threads.threads
    (letter,) = [message for message in thread.history() if message.components]
    never = buttons_of(letter)["Ne plus me proposer"]
    stranger = await press(world, world.organiser, never)
    assert "que pour la personne" in text_of(stranger)
    await anna.click(letter, label="Ne plus me proposer")
    (letter,) = [message for message in thread.history() if message.components]
    assert "plus rien de ce genre" in text_of(letter)
    assert "déjà noté" in text_of(await press(world, anna, never))


async def test_the_answers_work_where_a_held_ask_is_shown(world: World, anna: MemberActor) -> None:
    close_messages(world, anna)
    await write(world, anna, "quiet-ask", "un service")
    await beats(world)
    shown = await anna.slash(world.lounge, "presentation voir")
    assert "Ceci : un service" in text_of(message_of(shown))
    done = await anna.click(message_of(shown), label="Plus tard")
    assert "pas avant une semaine" in text_of(done)
    assert done.followups == []
    await beats(world, 7 * DAY + MINUTE)
    again = await anna.slash(world.lounge, "presentation voir")
    assert "Ceci : un service" in text_of(message_of(again))


async def test_a_pause_is_respected_and_can_be_ended(world: World, anna: MemberActor) -> None:
    wishes = await anna.slash(world.lounge, "moi preferences")
    assert "Rien n’est en pause" in text_of(wishes)
    paused = await anna.select(message_of(wishes), ["month"], custom_id="privacy:pause")
    assert "le bot ne demande rien" in text_of(paused)
    assert not await write(world, anna, "ask", "un service")
    assert await write(world, anna, "matter", "une nouvelle")
    await beats(world, 7 * DAY)
    assert inbox(anna) == []
    assert "pause jusqu’au" in text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    back = await anna.click(message_of(paused), label="Finir la pause")
    assert "Rien n’est en pause" in text_of(back)
    await beats(world)
    assert text_of(inbox(anna)[0]) == "Ceci : une nouvelle"


async def test_how_often_one_is_asked_is_a_choice(world: World, anna: MemberActor) -> None:
    wishes = await anna.slash(world.lounge, "moi preferences")
    assert "Combien de fois par semaine" in text_of(wishes)
    await anna.select(message_of(wishes), ["2"], custom_id="privacy:asks")
    for number in range(3):
        await write(world, anna, "ask", f"n{number}")
    await beats(world)
    assert len(inbox(anna)) == 2


async def test_preferences_say_what_is_true_while_nothing_was_refused(world: World) -> None:
    anna = await member(world)
    wishes = await anna.slash(world.lounge, "moi preferences")
    assert "Rien n’a été écarté" in text_of(wishes)
    assert "privacy:propose_again" not in {c.get("custom_id") for c in components_of(wishes)}


async def test_a_forged_wish_changes_nothing(world: World, anna: MemberActor) -> None:
    wishes = await anna.slash(world.lounge, "moi preferences")
    assert wishes.ephemeral
    assert "plus à jour" in text_of(await press(world, anna, "privacy:pause"))
    assert "plus à jour" in text_of(await press(world, anna, "privacy:asks"))
    assert "déjà noté" in text_of(await press(world, anna, "kernel:never:999"))


async def test_letters_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        open_feature(world)
        await come_to(world, FRIDAY)
        anna = await member(world)
        await write(world, anna, "ask", "x")
        await beats(world)
        assert list(buttons_of(inbox(anna)[0]))[1:] == ["Later", "Stop suggesting this"]
        await anna.user.click(inbox(anna)[0], label="Stop suggesting this")
        assert "nothing more of this kind: a helping hand" in text_of(inbox(anna)[0])
        wishes = await anna.slash(world.lounge, "moi preferences")
        assert "a helping hand" in text_of(wishes)
        paused = await anna.select(message_of(wishes), ["week"], custom_id="privacy:pause")
        assert "the bot asks nothing" in text_of(paused)
        seen = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
        assert "A word from the bot, in private" in seen
        assert "over." in seen
        assert "one suggestion a week at most · pause until" in seen


# The first feature that writes: introductions


async def test_a_card_that_appears_later_is_told_to_its_author_at_a_good_hour(world: World) -> None:
    await come_to(world, EVENING)
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=503, times=1)
    done = await world.introduce(anna, "Je fais des sites web")
    assert "dès que Discord le permettra" in text_of(done)
    await beats(world, 10 * MINUTE)
    assert len(world.cards()) == 2
    assert inbox(anna) == []
    await come_to(world, MONDAY)
    (letter,) = inbox(anna)
    card = world.cards()[-1]
    assert "Ta présentation est en ligne" in text_of(letter)
    url = f"https://discord.com/channels/{world.guild.id}/{world.hall.id}/{card.id}"
    assert url in [component.get("url") for component in components_of(letter)]


async def test_a_card_that_appears_within_the_press_needs_no_letter(world: World) -> None:
    await come_to(world, FRIDAY)
    anna = await member(world)
    await anna.slash(world.lounge, "presentation voir")
    await beats(world, 3 * HOUR)
    assert inbox(anna) == []
    assert await world.association.read().value("SELECT count(*) FROM letters") == 0


async def test_a_card_that_waited_for_a_channel_is_told_when_it_stands(world: World) -> None:
    await come_to(world, FRIDAY)
    await world.choose({CHANNEL: None})
    anna = await member(world)
    await world.choose({CHANNEL: world.hall.id})  # where the panel stands: nothing is to be published first
    await beats(world, 2 * MINUTE)
    assert "Ta présentation est en ligne" in text_of(inbox(anna)[0])


async def test_a_card_that_was_given_up_says_what_can_be_done_and_can_be_done_from_there(world: World) -> None:
    await come_to(world, FRIDAY)
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=400, code=50035, times=1)
    await world.introduce(anna, "Je fais des sites web")
    world.failures.events.clear()
    await beats(world, 2 * MINUTE)
    (letter,) = inbox(anna)
    assert "n’a pas pu paraître dans le salon" in text_of(letter)
    form = await anna.user.click(letter, label="Modifier ma présentation")
    preview = await anna.user.submit_modal(form, {"what": "Je fais des sites web accessibles"})
    done = await anna.user.click(message_of(preview), label="Publier")
    assert "C’est" in text_of(done)
    assert "accessibles" in text_of(world.cards()[-1])


async def test_a_card_that_was_given_up_and_then_withdrawn_is_not_spoken_of(world: World) -> None:
    await come_to(world, EVENING)
    anna = world.join("Anna")
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=400, code=50035, times=1)
    await world.introduce(anna, "Je fais des sites web")
    world.failures.events.clear()
    asked = await anna.slash(world.lounge, "presentation retirer")
    await anna.click(message_of(asked), label="Retirer")
    await come_to(world, MONDAY)
    assert inbox(anna) == []


async def test_news_of_a_card_waits_for_the_next_visit_where_messages_are_closed(world: World) -> None:
    await come_to(world, FRIDAY)
    anna = world.join("Anna")
    close_messages(world, anna)
    world.env.inject_error("POST", f"/channels/{world.hall.id}/messages", status=503, times=1)
    await world.introduce(anna, "Je fais des sites web")
    await beats(world, 10 * MINUTE)
    await beats(world, 2 * MINUTE)
    seen = await anna.slash(world.lounge, "moi mes-donnees")
    assert seen.response is not None
    assert "messages privés fermés" in text_of(seen.response)
    assert "Ta présentation est en ligne" in text_of(message_of(seen))
    assert world.association.preferences[prefs.THREADS_CHANNEL] is not None
    assert world.threads.threads == []


async def test_suspending_everything_holds_letters_too(world: World, anna: MemberActor) -> None:
    await world.choose({prefs.SUSPENDED: True})
    await write(world, anna, "matter", "un")
    await beats(world, HOUR)
    assert inbox(anna) == []
    await world.choose({prefs.SUSPENDED: False})
    await beats(world)
    assert len(inbox(anna)) == 1


async def test_what_could_not_be_sent_is_sent_when_organisers_try_again(world: World, anna: MemberActor) -> None:
    place = anna.user.dm_channel.id
    world.env.inject_error("POST", f"/channels/{place}/messages", status=503, times=len(PAUSES) + 1)
    await write(world, anna, "matter", "une nouvelle")
    for pause in (0, *PAUSES):
        await beats(world, pause)
    assert inbox(anna) == []
    (report,) = [said for said in world.office.history() if "n’a pas pu partir" in text_of(said)]
    assert "Anna" not in text_of(report)
    await world.organiser.click(report, label="Réessayer")
    assert [text_of(said) for said in inbox(anna)] == ["Ceci : une nouvelle"]


async def test_a_word_that_organisers_skip_does_not_come_with_the_next_one(world: World, anna: MemberActor) -> None:
    await come_to(world, EVENING)
    await write(world, anna, "matter", "un")
    (job,) = await due.upcoming(world.association.read(), ["kernel:letters"])
    assert "C’est sauté" in text_of(await press(world, world.organiser, f"organisers:skip:j{job.id}"))
    await write(world, anna, "matter", "deux")
    await come_to(world, MONDAY)
    assert [text_of(said) for said in inbox(anna)] == ["Ceci : deux"]
