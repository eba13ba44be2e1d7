"""Letters that were given up: what "Réessayer" and "Abandonner" do, and that nothing comes twice."""

from __future__ import annotations

from bot.delivery.outcomes import PAUSES
from bot.schedule.clock import HOUR, MINUTE
from tests.delivery.desk import ANNA, Desk
from tests.delivery.standin import Fault

EVENING = "2027-01-15 20:00"
MONDAY = "2027-01-18 08:30"


async def give_up(desk: Desk, key: str = "un", kind: str = "matter", done: bool = False) -> int:
    """A letter that Discord never answers to: parked. The id of its row."""
    desk.server.faults.extend(Fault("POST", "/messages") for _ in PAUSES)
    desk.server.faults.append(Fault("POST", "/messages", done=done))
    await desk.write(ANNA, kind, key)
    await desk.beat()
    for pause in PAUSES:
        desk.clock.at += pause
        await desk.outbox.deliver(desk.association)
    assert (await desk.letter(key)).state == "held"
    return int(await desk.association.read().value("SELECT id FROM outbox WHERE state = 'parked' ORDER BY id LIMIT 1"))


async def try_again(desk: Desk, row_id: int) -> bool:
    """Organisers say "Réessayer"."""
    return bool(await desk.change(lambda db: desk.outbox.revive(desk.association, db, row_id)))


async def test_trying_again_sends_what_was_parked(desk: Desk) -> None:
    row = await give_up(desk)
    assert desk.reported == ["report-outbox-parked"]
    assert await try_again(desk, row)
    assert desk.messages(ANNA) == ["un"]
    assert await desk.states() == {"un": "sent"}
    assert not await try_again(desk, row)


async def test_trying_again_finds_what_had_arrived(desk: Desk) -> None:
    row = await give_up(desk, done=True)
    assert desk.messages(ANNA) == ["un"]
    desk.clock.at += HOUR  # its nonce is forgotten
    await try_again(desk, row)
    assert desk.messages(ANNA) == ["un"]
    assert await desk.states() == {"un": "sent"}


async def test_what_is_tried_again_at_a_bad_hour_waits_for_a_good_one(desk: Desk) -> None:
    row = await give_up(desk)
    await desk.beat(EVENING)
    await try_again(desk, row)
    assert await desk.states() == {"un": "waiting"}
    await desk.beat(later=HOUR)
    assert desk.messages(ANNA) == []
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["un"]
    assert desk.reported == ["report-outbox-parked"]


async def test_what_is_tried_again_keeps_to_the_week_that_another_ask_began(desk: Desk) -> None:
    row = await give_up(desk, "puis-je", "ask")
    await desk.write(ANNA, "ask", "et ceci")
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["et ceci"]
    await try_again(desk, row)
    await desk.beat("2027-01-25 08:29")
    assert desk.messages(ANNA) == ["et ceci"]
    await desk.beat("2027-01-25 08:31")
    assert desk.messages(ANNA) == ["et ceci", "puis-je"]


async def test_what_its_reader_saw_meanwhile_is_not_sent(desk: Desk) -> None:
    row = await give_up(desk)
    assert "un" in await desk.visit(ANNA)
    await try_again(desk, row)
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == []
    assert desk.reported == ["report-outbox-parked"]


async def test_what_set_out_with_another_message_is_not_carried_by_the_old_one_too(desk: Desk) -> None:
    row = await give_up(desk, "puis-je", "ask")
    assert "puis-je" in await desk.visit(ANNA)
    await desk.put_off("puis-je")
    desk.clock.at += 7 * 24 * HOUR
    await desk.beat(MONDAY.replace("18", "25"))
    assert desk.messages(ANNA) == ["puis-je"]
    await desk.put_off("puis-je")
    await try_again(desk, row)
    assert desk.messages(ANNA) == ["puis-je"]


async def test_an_old_row_lets_a_letter_alone_that_is_on_its_way_anew(desk: Desk) -> None:
    row = await give_up(desk, "puis-je", "ask")
    await desk.visit(ANNA)
    await desk.put_off("puis-je")
    desk.clock.at += 10 * 24 * HOUR
    await desk.jobs.run_in(desk.association)
    assert await desk.states() == {"puis-je": "sending"}  # with a row of its own
    await try_again(desk, row)
    await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == ["puis-je"]
    assert await desk.states() == {"puis-je": "sent"}


async def test_trying_again_what_a_thread_could_not_say_opens_another(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    await desk.write(ANNA, "matter", "avant")
    await desk.beat()  # now it is known that her messages are closed
    row = await give_up(desk, "une affaire", "case")
    assert desk.server.threads(place) == []
    await try_again(desk, row)
    await desk.beat(later=MINUTE)
    (thread,) = desk.server.threads(place)
    assert desk.server.texts(int(thread["id"])) == ["une affaire"]
    assert await desk.states() == {"avant": "held", "une affaire": "sent"}


async def test_what_organisers_give_up_is_still_shown_to_its_reader(desk: Desk) -> None:
    row = await desk.parked(await give_up(desk))
    await desk.change(lambda db: desk.outbox.skip(desk.association, db, row))
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == []
    assert "un" in await desk.visit(ANNA)
