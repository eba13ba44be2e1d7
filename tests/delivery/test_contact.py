"""Who is written to, when, how often, and what becomes of what can't be sent."""

from __future__ import annotations

from typing import Any

import pytest

from bot.delivery import rounds, wishes
from bot.delivery.caps import WEEK
from bot.schedule import due
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage import preferences as prefs
from bot.storage.database import Connection
from bot.storage.preferences import choose
from tests.delivery.desk import ANNA, BRUNO, CLARA, Desk, as_json, at, buttons
from tests.delivery.standin import Fault

EVENING = "2027-01-15 20:00"
MONDAY = "2027-01-18 08:30"
TUESDAY = "2027-01-19 08:30"


# Whom


async def test_only_members_who_accepted_and_are_here_are_written_to(desk: Desk) -> None:
    assert not await desk.write(12345, "reply", "x")
    await desk.change(lambda db: desk.lifecycle.leave(desk.association, db, ANNA))
    assert not await desk.write(ANNA, "reply", "y")
    assert await desk.write(BRUNO, "reply", "z")
    assert desk.messages(BRUNO) == ["z"]
    assert await desk.states() == {"z": "sent"}


async def test_an_outdated_notice_must_be_accepted_anew_before_anything_is_written(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "x")
    await desk.change(lambda db: db.run("UPDATE members SET notice_version = 0 WHERE id = :id", id=ANNA))
    await desk.beat()
    assert desk.messages(ANNA) == []
    assert not await desk.write(ANNA, "reply", "y")
    assert desk.closed == [("x", "dropped")]


# When


async def test_a_reply_goes_at_once_at_any_hour_and_is_not_counted(desk: Desk) -> None:
    desk.clock.at = at(EVENING)
    for said in ("un", "deux", "trois"):
        await desk.write(ANNA, "reply", said)
    assert desk.messages(ANNA) == ["un", "deux", "trois"]
    await desk.write(ANNA, "matter", "quatre")
    await desk.beat(MONDAY)
    assert desk.messages(ANNA)[3:] == ["quatre"]


async def test_matters_that_are_due_together_go_in_one_message_in_the_order_of_writing(desk: Desk) -> None:
    desk.clock.at = at(EVENING)
    for said in ("un", "deux", "trois"):
        await desk.write(ANNA, "matter", said)
    await desk.beat(EVENING)
    assert desk.messages(ANNA) == []
    await desk.beat("2027-01-18 08:29")
    assert desk.messages(ANNA) == []
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["un deux trois"]


async def test_a_day_has_one_message_of_matters_at_most(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    await desk.write(ANNA, "matter", "deux")
    await desk.beat(later=HOUR)
    await desk.write(ANNA, "matter", "trois")
    await desk.beat("2027-01-18 08:29")
    assert desk.messages(ANNA) == ["un"]
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["un", "deux trois"]


async def test_what_does_not_fit_one_message_follows_the_next_day(desk: Desk) -> None:
    for number in range(8):
        await desk.write(ANNA, "matter", f"n{number}")
    await desk.beat()
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["n0 n1 n2 n3 n4", "n5 n6 n7"]


async def test_an_urgent_matter_ignores_quiet_hours_the_daily_cap_and_a_pause(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    await desk.pause(ANNA, at(TUESDAY))
    desk.clock.at = at(EVENING)
    await desk.write(ANNA, "urgent", "vite")
    assert desk.messages(ANNA) == ["un", "vite"]


async def test_an_ask_goes_alone_and_once_a_week(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    for said in ("puis-je", "et ceci"):
        await desk.write(ANNA, "ask", said)
    await desk.beat()
    await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == ["un", "puis-je"]
    asked = desk.clock.at - MINUTE
    await desk.beat(later=WEEK - 2 * MINUTE)
    assert desk.messages(ANNA) == ["un", "puis-je"]
    await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == ["un", "puis-je", "et ceci"]
    assert desk.clock.at - asked == WEEK


async def test_helpers_are_asked_as_often_as_they_chose(desk: Desk) -> None:
    await desk.change(lambda db: wishes.allow_asks(db, ANNA, 3))
    for number in range(5):
        await desk.write(ANNA, "ask", f"n{number}")
    for _ in range(5):
        await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == ["n0", "n1", "n2"]


async def test_an_ask_carries_its_two_answers_and_names_its_association(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je")
    await desk.beat()
    letter = await desk.letter("puis-je")
    home = desk.association.guild_id
    assert buttons(desk.raw(ANNA)[0]) == [f"kernel:later:{letter.id}@{home}", f"kernel:never:{letter.id}@{home}"]


async def test_the_same_letter_twice_is_one(desk: Desk) -> None:
    assert await desk.write(ANNA, "matter", "un")
    assert await desk.write(ANNA, "matter", "un")
    await desk.beat()
    assert await desk.write(ANNA, "matter", "un")
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["un"]


async def test_a_letter_can_be_taken_back_before_it_goes(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un", after=MINUTE)
    await desk.beat()
    assert desk.messages(ANNA) == []
    await desk.change(lambda db: desk.contact.take_back(desk.association, db, ANNA, "test:matter", "un"))
    await desk.beat(later=HOUR)
    assert desk.messages(ANNA) == []
    assert await desk.states() == {}
    assert await desk.association.read().value("SELECT count(*) FROM jobs WHERE kind = 'kernel:letters'") == 0


# What they say


async def test_a_piece_with_nothing_to_say_any_more_is_left_out(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.write(ANNA, "matter", None)
    await desk.beat()
    assert desk.messages(ANNA) == ["un"]
    assert await desk.states() == {"un": "sent", "nothing": "dropped"}


async def test_a_message_of_nothing_is_not_sent_and_does_not_count(desk: Desk) -> None:
    await desk.write(ANNA, "ask", None)
    await desk.beat()
    assert desk.messages(ANNA) == []
    await desk.write(ANNA, "ask", "puis-je")
    await desk.beat()
    assert desk.messages(ANNA) == ["puis-je"]


async def test_letters_speak_the_language_of_their_reader(desk: Desk) -> None:
    await desk.change(lambda db: db.run("UPDATE members SET language = 'en' WHERE id = :id", id=ANNA))
    await desk.write(ANNA, "ask", "may I")
    await desk.beat()
    assert "Stop suggesting this" in as_json(desk.raw(ANNA)[0])


# What people wish


async def test_a_pause_stops_asks_and_holds_matters_until_it_ends(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "avant", after=HOUR)
    await desk.pause(ANNA, at("2027-01-20 12:00"))
    assert desk.closed == [("avant", "dropped")]
    assert not await desk.write(ANNA, "ask", "pendant")
    assert await desk.write(ANNA, "matter", "un")
    await desk.beat(TUESDAY)
    assert desk.messages(ANNA) == []
    await desk.beat("2027-01-20 12:00")
    assert desk.messages(ANNA) == ["un"]


async def test_ending_a_pause_early_lets_matters_go(desk: Desk) -> None:
    await desk.pause(ANNA, at("2027-02-20 12:00"))
    await desk.write(ANNA, "matter", "un")
    await desk.pause(ANNA, None)
    await desk.beat()
    assert desk.messages(ANNA) == ["un"]


async def test_what_somebody_refused_is_not_asked_and_other_things_are(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "un")
    await desk.write(ANNA, "ask", "deux")
    await desk.beat()
    letter = await desk.letter("un")
    assert await desk.change(lambda db: desk.contact.refuse(desk.association, db, letter)) == "help"
    assert await desk.states() == {"un": "dropped", "deux": "dropped"}
    assert not await desk.write(ANNA, "ask", "trois")
    assert await desk.write(ANNA, "other-ask", "un café")
    await desk.beat(later=WEEK)
    assert desk.messages(ANNA) == ["un", "un café"]


async def test_later_means_not_before_a_week_and_once(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je")
    await desk.beat()
    assert await desk.put_off("puis-je")
    await desk.beat(later=WEEK - MINUTE)
    assert desk.messages(ANNA) == ["puis-je"]
    await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == ["puis-je", "puis-je"]
    assert not await desk.put_off("puis-je")
    await desk.beat(later=3 * WEEK)
    assert desk.messages(ANNA) == ["puis-je", "puis-je"]


async def test_a_feature_hears_at_once_of_later_and_of_never(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je")
    await desk.beat()
    await desk.put_off("puis-je")
    assert desk.declined == [("puis-je", "waiting")]
    await desk.beat(later=WEEK)
    letter = await desk.letter("puis-je")
    await desk.change(lambda db: desk.contact.refuse(desk.association, db, letter))
    assert desk.declined == [("puis-je", "waiting"), ("puis-je", "dropped")]


async def test_what_is_asked_once_does_not_come_again(desk: Desk) -> None:
    await desk.write(ANNA, "once", "mardi")
    await desk.beat()
    assert not await desk.put_off("mardi")
    await desk.beat(later=2 * WEEK)
    assert (desk.messages(ANNA), await desk.states()) == (["mardi"], {"mardi": "dropped"})


async def test_what_was_answered_stays_as_it_is_when_somebody_else_accepts(desk: Desk) -> None:
    for who in (ANNA, BRUNO):
        await desk.write(who, "ask", "puis-je", topic="help:1")
    await desk.beat()
    await desk.change(lambda db: desk.contact.answered(db, ANNA, "test:ask", "puis-je"))
    for over in (False, True):
        async with desk.association.transaction() as db:
            await desk.contact.taken(desk.association, db, "help:1", by=0, over=over)
        await desk.beat()
    await desk.change(lambda db: desk.contact.show_refused(db, "help:1"))
    assert desk.messages(ANNA) == ["puis-je"]
    assert desk.messages(BRUNO) != ["puis-je"]


async def test_an_ask_that_its_feature_wrote_long_ahead_can_be_put_off_too(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je", after=2 * WEEK)
    await desk.beat(later=2 * WEEK)
    assert await desk.put_off("puis-je")
    await desk.beat(later=WEEK)
    assert desk.messages(ANNA) == ["puis-je", "puis-je"]


async def test_an_ask_that_was_put_off_and_then_taken_still_counts(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je", topic="help:1")
    await desk.beat()
    await desk.put_off("puis-je")
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    await desk.write(ANNA, "ask", "et ceci")
    await desk.beat("2027-01-20 10:00")
    assert desk.messages(ANNA) == ["puis-je"]
    await desk.beat(later=WEEK)
    assert desk.messages(ANNA) == ["puis-je", "et ceci"]


async def test_an_ask_that_was_put_off_and_then_taken_back_does_not_come_again_and_still_counts(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je")
    await desk.beat()
    await desk.put_off("puis-je")
    await desk.change(lambda db: desk.contact.take_back(desk.association, db, ANNA, "test:ask", "puis-je"))
    await desk.write(ANNA, "ask", "et ceci")
    await desk.beat("2027-01-20 10:00")
    assert desk.messages(ANNA) == ["puis-je"]
    await desk.beat(later=WEEK)
    assert desk.messages(ANNA) == ["puis-je", "et ceci"]


# Who may be asked


async def _may_ask(desk: Desk, *member_ids: int, purpose: str = "help") -> list[int]:
    async def act(db: Connection) -> list[int]:
        return await desk.contact.may_ask(desk.association, db, member_ids, purpose)

    return list(await desk.change(act))


async def test_those_are_asked_whom_it_would_reach_at_once_or_after_quiet_hours(desk: Desk) -> None:
    assert await _may_ask(desk, BRUNO, 12345, ANNA) == [BRUNO, ANNA]
    desk.clock.at = at(EVENING)
    assert await _may_ask(desk, BRUNO, ANNA) == [BRUNO, ANNA]
    await desk.write(ANNA, "ask", "un")  # on its way on Monday: its place is taken
    assert await _may_ask(desk, BRUNO, ANNA, CLARA) == [BRUNO, CLARA]
    await desk.change(lambda db: wishes.allow_asks(db, ANNA, 2))
    assert await _may_ask(desk, ANNA) == [ANNA]
    await desk.pause(BRUNO, at(TUESDAY))
    await desk.change(lambda db: wishes.refuse(db, CLARA, "help"))
    assert await _may_ask(desk, BRUNO, CLARA) == []
    assert await _may_ask(desk, BRUNO, CLARA, purpose="coffee") == [CLARA]


async def test_those_whose_messages_are_closed_are_asked_only_where_a_thread_reaches_them(desk: Desk) -> None:
    await desk.change(lambda db: wishes.note_closed(db, ANNA, desk.clock.at))
    assert await _may_ask(desk, ANNA, purpose="plea") == []
    await desk.choose_threads()
    assert await _may_ask(desk, ANNA, purpose="plea") == [ANNA]
    assert await _may_ask(desk, ANNA, purpose="help") == []


async def test_what_people_were_asked_in_a_week_counts_once_for_all_features(desk: Desk) -> None:
    async def lately() -> dict[int, int]:
        found: dict[int, int] = await desk.change(lambda db: desk.contact.asked_lately(db, [ANNA, BRUNO]))
        return found

    assert await lately() == {}
    await desk.change(lambda db: wishes.allow_asks(db, ANNA, 2))
    await desk.write(ANNA, "ask", "un")
    await desk.beat()
    await desk.write(ANNA, "plea", "deux")  # of another purpose
    await desk.write(ANNA, "matter", "un mot")  # asks nothing
    assert await lately() == {ANNA: 2}
    await desk.beat(later=WEEK)
    assert (await lately()).get(ANNA, 0) <= 1


# Taken by somebody


async def test_what_was_taken_is_told_to_the_others_without_a_name(desk: Desk) -> None:
    for member_id, key in ((ANNA, "a"), (BRUNO, "b")):
        await desk.write(member_id, "ask", f"puis-je {key}", key=key, topic="help:1")
    await desk.beat()
    await desk.write(CLARA, "ask", "plus tard", key="c", topic="help:1", after=DAY)
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    assert desk.messages(ANNA) == ["C’est pris, merci."]
    assert buttons(desk.raw(ANNA)[0]) == []
    assert desk.messages(BRUNO) == ["puis-je b"]  # whose own press answers
    await desk.beat(later=10 * DAY)
    assert desk.messages(CLARA) == []
    assert await desk.states() == {"a": "taken", "b": "taken", "c": "dropped"}
    rows = await desk.association.read().rows("SELECT reference, member_id FROM outbox WHERE operation = 'edit'")
    assert str(BRUNO) not in as_json([dict(row) for row in rows])
    assert desk.closed == []


async def test_what_nobody_asks_any_more_is_not_told_as_taken(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je", key="a", topic="help:1")
    await desk.beat()
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=0, over=True))
    assert desk.messages(ANNA) == ["Ce n’est plus d’actualité, merci."]
    assert buttons(desk.raw(ANNA)[0]) == []
    assert await desk.states() == {"a": "taken"}


async def test_other_pieces_of_the_same_message_stay(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.write(ANNA, "matter", "deux", topic="help:1")
    await desk.write(ANNA, "matter", "trois")
    await desk.beat()
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    assert desk.messages(ANNA) == ["un C’est pris, merci. trois"]


async def test_what_is_taken_while_it_is_on_its_way_says_so_when_it_arrives(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = desk.calls.post

    async def meanwhile(*args: Any) -> int:
        made = await post(*args)
        async with desk.association.transaction() as db:
            await desk.contact.taken(desk.association, db, "help:1", by=BRUNO)
        return made

    monkeypatch.setattr(desk.calls, "post", meanwhile)
    await desk.write(ANNA, "ask", "puis-je", topic="help:1")
    await desk.beat()
    assert desk.messages(ANNA) == ["C’est pris, merci."]
    assert await desk.states() == {"puis-je": "taken"}


async def _tell(db: Connection, said: str | None) -> None:
    """What every letter says changes."""
    await db.run("UPDATE letters SET reference = json_set(reference, '$.text', :said)", said=said)


async def test_a_letter_that_went_says_what_is_true_now_or_that_it_is_over(desk: Desk) -> None:
    for said in ("un", "deux"):
        await desk.write(ANNA, "matter", said)
    await desk.beat()
    letter = await desk.letter("un")
    known: dict[str | None, str] = {"trois": "trois trois", None: "Ce n’est plus d’actualité, merci.", "un": "un un"}
    for word, shown in known.items():
        async with desk.association.transaction() as db:
            await _tell(db, word)
            await desk.contact.reword(db, letter)
        await desk.outbox.deliver(desk.association)
        assert desk.messages(ANNA) == [shown]
    assert await desk.states() == {"un": "sent", "deux": "sent"}


async def test_what_changes_while_a_letter_is_on_its_way_is_shown_when_it_arrives(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = desk.calls.post

    async def meanwhile(*args: Any) -> int:
        made = await post(*args)
        letter = await desk.letter("avant")
        async with desk.association.transaction() as db:
            await _tell(db, "après")
            await desk.contact.reword(db, letter)
        return made

    monkeypatch.setattr(desk.calls, "post", meanwhile)
    await desk.write(ANNA, "matter", "avant")
    await desk.beat()
    assert desk.messages(ANNA) == ["après"]
    assert await desk.states() == {"avant": "sent"}


async def test_what_somebody_wants_no_more_of_is_over_once_it_is_not_true_any_more(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je")
    await desk.beat()
    letter = await desk.letter("puis-je")
    await desk.change(lambda db: desk.contact.refuse(desk.association, db, letter))
    refused = await desk.letter("puis-je")
    await desk.change(lambda db: desk.contact.reword(db, refused))
    assert desk.messages(ANNA) == ["Ce n’est plus d’actualité, merci."]


async def test_what_is_taken_while_it_is_undecided_is_not_sent_again(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je", topic="help:1")
    desk.server.faults.append(Fault("POST", "/messages", status=503, done=True))
    await desk.beat()
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    await desk.beat(later=HOUR)
    assert await desk.states() == {"puis-je": "taken"}  # what its buttons say, should it have arrived
    assert len(desk.messages(ANNA)) == 1


async def test_what_was_taken_before_it_left_is_not_sent_and_does_not_count(desk: Desk) -> None:
    await desk.write(ANNA, "ask", "puis-je", topic="help:1")
    desk.server.faults.append(Fault("POST", "/users/@me/channels", status=503))
    await desk.beat()
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))
    await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == []
    await desk.write(ANNA, "ask", "autre chose")
    await desk.beat()
    assert desk.messages(ANNA) == ["autre chose"]


# Closed direct messages


async def test_closed_messages_hold_a_letter_and_are_not_knocked_at_again(desk: Desk) -> None:
    desk.server.closed.add(ANNA)
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    assert await desk.states() == {"un": "held"}
    assert desk.closed == [("un", "held")]
    desk.server.requests.clear()
    await desk.write(ANNA, "matter", "deux")
    await desk.write(ANNA, "ask", "trois")
    await desk.beat(MONDAY)
    assert desk.server.requests == []
    assert set((await desk.states()).values()) == {"held"}
    assert desk.reported == []


async def test_open_messages_are_found_open_again_after_a_month_or_by_a_reply(desk: Desk) -> None:
    desk.server.closed.add(ANNA)
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    desk.server.closed.clear()
    await desk.write(ANNA, "reply", "réponse")
    assert desk.messages(ANNA) == ["réponse"]
    assert (await wishes.of(desk.association.read(), ANNA)).dm_closed_at is None
    await desk.change(lambda db: wishes.note_closed(db, BRUNO, desk.clock.at - 31 * DAY))
    await desk.write(BRUNO, "matter", "deux")
    await desk.beat()
    assert desk.messages(BRUNO) == ["deux"]


async def test_closed_messages_lead_to_a_private_thread_where_the_letter_says_so(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    await desk.write(ANNA, "case", "une affaire")
    await desk.write(ANNA, "matter", "le reste")
    await desk.beat()
    (thread,) = desk.server.threads(place)
    assert desk.server.texts(int(thread["id"])) == ["une affaire"]
    assert thread["name"] == "Un mot en privé"
    assert ANNA in desk.server.members[int(thread["id"])]
    assert await desk.states() == {"une affaire": "sent", "le reste": "held"}
    letter = await desk.letter("une affaire")
    assert (letter.channel_id, letter.message_id is not None) == (int(thread["id"]), True)
    await desk.beat(MONDAY)
    await desk.write(ANNA, "case", "la suite")
    await desk.beat()
    assert len(desk.server.threads(place)) == 2
    assert desk.server.texts(int(desk.server.threads(place)[1]["id"])) == ["la suite"]


async def test_a_private_thread_gets_its_name_also_when_that_takes_longer(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    desk.server.faults.append(Fault("PATCH", "", status=503))
    await desk.write(ANNA, "case", "une affaire")
    await desk.beat()
    assert desk.server.threads(place)[0]["name"] != "Un mot en privé"
    await desk.beat(later=MINUTE)
    assert await desk.states() == {"une affaire": "sent"}
    assert desk.server.threads(place)[0]["name"] == "Un mot en privé"


async def test_without_a_place_for_threads_a_letter_waits_for_the_next_use(desk: Desk) -> None:
    desk.server.closed.add(ANNA)
    await desk.write(ANNA, "case", "une affaire")
    await desk.beat()
    assert await desk.states() == {"une affaire": "held"}


async def test_a_thread_that_cannot_be_opened_leaves_the_letter_to_the_next_use(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    desk.server.refused[place] = (403, 50013)
    await desk.write(ANNA, "case", "une affaire")
    await desk.beat()
    assert await desk.states() == {"une affaire": "held"}
    desk.server.refused.clear()
    await desk.beat(later=2 * HOUR)
    assert desk.server.threads(place) == []


async def test_a_thread_that_cannot_be_named_is_removed_and_its_letter_held(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    desk.server.faults.append(Fault("PATCH", "", status=400, code=50035))
    await desk.write(ANNA, "case", "une affaire")
    await desk.beat()
    assert await desk.states() == {"une affaire": "held"}
    assert desk.server.threads(place) == []


async def test_a_thread_to_which_nobody_could_be_added_is_removed(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    desk.server.faults.append(Fault("PUT", str(ANNA), status=404, code=10013))
    await desk.write(ANNA, "case", "une affaire")
    await desk.beat()
    assert await desk.states() == {"une affaire": "dropped"}
    assert desk.server.threads(place) == []


async def test_whoever_shares_no_server_any_more_is_not_written_to(desk: Desk) -> None:
    desk.server.unknown.add(ANNA)
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    assert await desk.states() == {"un": "dropped"}


# Held until the reader comes by


async def test_a_visit_shows_matters_together_then_one_ask_at_any_hour(desk: Desk) -> None:
    await desk.change(lambda db: wishes.note_closed(db, ANNA, desk.clock.at))
    for kind, said in (("ask", "puis-je"), ("matter", "un"), ("ask", "et ceci"), ("matter", "deux")):
        await desk.write(ANNA, kind, said)
    desk.clock.at = at(EVENING)
    assert await desk.visit(ANNA) != await desk.visit(ANNA, asks=False) == ""
    assert await desk.states() == {"puis-je": "held", "un": "sent", "et ceci": "held", "deux": "sent"}
    assert "puis-je" in await desk.visit(ANNA)
    assert await desk.visit(ANNA) == ""  # the week's ask was asked
    desk.clock.at += WEEK
    assert "et ceci" in await desk.visit(ANNA)
    assert set((await desk.states()).values()) == {"sent"}


async def test_a_visit_during_a_pause_shows_nothing(desk: Desk) -> None:
    await desk.change(lambda db: wishes.note_closed(db, ANNA, desk.clock.at))
    await desk.write(ANNA, "matter", "un")
    await desk.pause(ANNA, desk.clock.at + DAY)
    assert await desk.visit(ANNA) == ""
    desk.clock.at += DAY
    assert "un" in await desk.visit(ANNA)


async def test_a_held_letter_with_nothing_to_say_any_more_is_dropped_at_the_visit(desk: Desk) -> None:
    await desk.change(lambda db: wishes.note_closed(db, ANNA, desk.clock.at))
    await desk.write(ANNA, "matter", None)
    assert await desk.visit(ANNA) == ""
    assert await desk.states() == {"nothing": "dropped"}


# When things go wrong


async def test_a_decision_that_the_process_did_not_outlive_is_carried_out_once(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.jobs.run_in(desk.association)
    assert await desk.states() == {"un": "sending"}
    desk.restart()
    await desk.beat(later=MINUTE)
    await desk.beat(later=MINUTE)
    assert desk.messages(ANNA) == ["un"]


async def test_what_reaches_quiet_hours_before_it_is_sent_waits_for_their_end(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.jobs.run_in(desk.association)
    desk.restart()  # the process ended here, on Friday, and comes back in the night
    await desk.beat("2027-01-16 03:00")
    assert await desk.states() == {"un": "waiting"}
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["un"]


async def test_what_discord_may_have_sent_is_carried_through_also_at_night(desk: Desk) -> None:
    desk.server.faults.append(Fault("POST", "/messages", status=503, done=True))
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    desk.restart()
    await desk.beat("2027-01-16 03:00")
    assert await desk.states() == {"un": "sent"}
    assert desk.messages(ANNA) == ["un"]


async def test_nothing_else_goes_while_one_message_is_undecided(desk: Desk) -> None:
    desk.server.faults.append(Fault("POST", "/users/@me/channels", status=503))
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    await desk.write(ANNA, "matter", "deux")
    await desk.beat()
    assert await desk.states() == {"un": "sending", "deux": "waiting"}
    await desk.beat(later=MINUTE)
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["un", "deux"]


async def test_what_could_not_be_sent_at_all_waits_for_the_next_use(desk: Desk) -> None:
    desk.server.faults.append(Fault("POST", "/users/@me/channels", status=400, code=50035))
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    assert await desk.states() == {"un": "held"}
    assert desk.reported == ["report-outbox-parked"]


async def test_a_round_of_letters_that_organisers_skip_is_dropped(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un", after=HOUR)
    (job,) = await due.upcoming(desk.association.read(), ["kernel:letters"])
    assert await desk.change(lambda db: desk.jobs.pass_over(desk.association, db, job))
    assert desk.closed == [("un", "dropped")]
    await desk.write(ANNA, "matter", "deux")
    await desk.beat(later=DAY + MINUTE)
    await desk.beat(MONDAY)
    assert desk.messages(ANNA) == ["deux"]


async def test_what_would_not_have_gone_with_a_skipped_round_waits_on(desk: Desk) -> None:
    desk.clock.at = at(EVENING)
    for kind, said in (("matter", "un"), ("ask", "puis-je"), ("matter", "deux")):
        await desk.write(ANNA, kind, said)
    await desk.write(ANNA, "matter", "plus tard", after=5 * DAY)
    (job,) = await due.upcoming(desk.association.read(), ["kernel:letters"])
    assert job.due_at == at(MONDAY)
    await desk.change(lambda db: desk.jobs.pass_over(desk.association, db, job))
    assert await desk.states() == {"un": "dropped", "puis-je": "waiting", "deux": "dropped", "plus tard": "waiting"}
    await desk.beat(MONDAY)
    await desk.beat("2027-01-21 08:30")
    assert desk.messages(ANNA) == ["puis-je", "plus tard"]


async def test_letters_that_ended_are_forgotten_after_a_season(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    await desk.jobs.settle_in(desk.association)
    await desk.beat(later=rounds.KEPT)
    assert await desk.states() == {"un": "sent"}
    await desk.beat(later=2 * DAY)
    assert await desk.states() == {}


# People who go


async def test_nothing_waits_for_somebody_who_left(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un", after=HOUR)
    await desk.change(lambda db: desk.lifecycle.leave(desk.association, db, ANNA))
    assert desk.closed == [("un", "dropped")]
    await desk.change(lambda db: desk.lifecycle.come_back(desk.association, db, ANNA))
    await desk.beat(later=DAY)
    assert desk.messages(ANNA) == []


async def test_erasing_somebody_takes_their_letters_and_their_threads_away(desk: Desk) -> None:
    place = await desk.choose_threads()
    desk.server.closed.add(ANNA)
    await desk.write(ANNA, "case", "une affaire")
    await desk.beat()
    await desk.write(ANNA, "matter", "un", after=HOUR)
    assert len(desk.server.threads(place)) == 1
    await desk.change(lambda db: desk.lifecycle.erase(desk.association, db, ANNA))
    assert desk.server.threads(place) == []
    assert await desk.association.read().value("SELECT count(*) FROM outbox WHERE operation = 'edit'") == 0
    assert await desk.states() == {}
    for table in ("contact_wishes", "contact_refusals", "jobs"):
        assert await desk.association.read().value(f"SELECT count(*) FROM {table} WHERE member_id IS NOT NULL") == 0


async def test_what_stands_in_the_conversation_of_somebody_who_is_erased_says_nothing_of_it(desk: Desk) -> None:
    for number in range(2):
        await desk.write(ANNA, "matter", f"un {number}")
    await desk.write(ANNA, "ask", "puis-je", topic="help:1")
    await desk.write(BRUNO, "matter", "le sien")
    await desk.beat()
    await desk.change(lambda db: desk.contact.taken(desk.association, db, "help:1", by=BRUNO))

    async def erase(db: Connection) -> None:
        await desk.lifecycle.erase(desk.association, db, ANNA)
        await desk.contact.show_again(db, "test:matter", "un 0")  # another feature, later in the same transaction

    await desk.change(erase)
    assert set(desk.messages(ANNA)) == {"Ce message parlait de ce qui a été effacé."}
    assert [buttons(message) for message in desk.raw(ANNA)] == [[]] * len(desk.raw(ANNA))
    assert desk.messages(BRUNO) == ["le sien"]
    rows = await desk.association.read().rows("SELECT reference, member_id FROM outbox WHERE operation = 'edit'")
    assert str(ANNA) not in as_json([dict(row) for row in rows])


async def test_closed_messages_are_no_error_for_somebody_who_is_erased(desk: Desk) -> None:
    await desk.write(ANNA, "matter", "un")
    await desk.beat()
    desk.server.closed.add(ANNA)
    await desk.change(lambda db: desk.lifecycle.erase(desk.association, db, ANNA))
    assert desk.reported == []
    waiting = "SELECT count(*) FROM outbox WHERE state IN ('due', 'sending', 'parked')"
    assert await desk.association.read().value(waiting) == 0


async def test_what_is_unheld_keeps_quiet_hours_and_no_suspension_and_no_skipped_round(desk: Desk) -> None:
    await desk.accept(ANNA, BRUNO)
    await desk.beat("2027-01-15 22:00")
    async with desk.association.transaction() as db:
        desk.association.expect_changes()
        await choose(db, desk.clock, prefs.SUSPENDED, True)
    for who in (ANNA, BRUNO):
        await desk.write(who, "matter", f"banal {who}")
        await desk.write(who, "alarm", f"grave {who}")
    async with desk.association.transaction() as db:
        (job,) = [one for one in await due.upcoming(db, desk.jobs.sending) if one.key == str(BRUNO)]
        assert await desk.jobs.pass_over(desk.association, db, job)
    await desk.beat("2027-01-16 09:00")
    assert desk.messages(ANNA) == []  # a Saturday
    await desk.beat("2027-01-18 08:30")
    assert [desk.messages(who) for who in (ANNA, BRUNO)] == [[f"grave {ANNA}"], [f"grave {BRUNO}"]]
    async with desk.association.transaction() as db:
        desk.association.expect_changes()
        await choose(db, desk.clock, prefs.SUSPENDED, False)
    await desk.beat("2027-01-19 08:30")
    assert [len(desk.messages(who)) for who in (ANNA, BRUNO)] == [2, 1]  # what was skipped with the round is over
