"""What a feature that is off would say waits; what changes or removes goes on; letters go when it is on again."""

from __future__ import annotations

from bot.delivery import waiting
from bot.delivery.contact import LetterKind, Piece, Weight
from bot.delivery.letters import State
from bot.delivery.outbox import Operation
from bot.schedule import due
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage.association import Association
from tests.delivery.conftest import Post
from tests.delivery.desk import ANNA, Desk
from tests.delivery.standin import StandIn


async def switch(association: Association, *, on: bool) -> None:
    """As `choose` writes it; no feature of that name needs to be declared."""
    async with association.transaction() as db:
        await db.run(
            "INSERT OR REPLACE INTO preferences (name, value, changed_at) VALUES ('feature-test', :on, 0)",
            on=str(int(on)),
        )


async def test_posts_wait_and_edits_and_deletions_go_on(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    stands = await post.put(text="un", channel_id=place)
    await post.deliver()
    message = await post.column(stands, "sent_message_id")
    await switch(post.association, on=False)
    held = await post.put(text="deux", channel_id=place)
    await post.put(Operation.EDIT, "un, corrigé", channel_id=place, message_id=message)
    await post.deliver(later=HOUR)
    assert discord_.texts(place) == ["un, corrigé"]
    assert await post.state(held) == "due"
    assert await waiting.upcoming(post.association.read()) == []
    assert not (await due.next_time(post.association.read(), post.clock.at)).overdue
    await post.put(Operation.DELETE, channel_id=place, message_id=message)
    await post.deliver()
    assert discord_.texts(place) == []
    await switch(post.association, on=True)
    await post.deliver()
    assert discord_.texts(place) == ["deux"]


async def test_what_waited_is_spread_by_feature_and_forgotten_with_its_records(post: Post, discord_: StandIn) -> None:
    place = discord_.channel()
    await switch(post.association, on=False)
    rows = [await post.put(text=text, channel_id=place) for text in ("un", "deux", "trois")]
    async with post.association.transaction() as db:
        assert await waiting.spread(db, post.clock.at, MINUTE, feature="other") == 0
        assert await waiting.spread(db, post.clock.at, MINUTE, feature="test") == 3
    await switch(post.association, on=True)
    await post.deliver()
    assert discord_.texts(place) == ["un"]
    async with post.association.transaction() as db:
        await post.outbox.forget(db, "test")
    await post.deliver(later=HOUR)
    assert discord_.texts(place) == ["un"]
    assert [await post.state(row) for row in rows] == ["sent", "dropped", "dropped"]
    assert post.failures == []  # its records are gone: it is asked nothing


async def test_letters_wait_while_their_feature_is_off_and_others_go(desk: Desk) -> None:
    await desk.accept(ANNA)
    desk.contact.register(LetterKind("else:matter", Weight.MATTER, _render))
    await switch(desk.association, on=False)
    for kind in ("matter", "ask", "reply"):
        await desk.write(ANNA, kind, f"ton {kind}")
    async with desk.association.transaction() as db:
        await desk.contact.write(desk.association, db, ANNA, "else:matter", "x")
    await desk.beat("2027-01-19 11:00")
    assert desk.messages(ANNA) == ["ailleurs"]
    assert await desk.visit(ANNA) == ""
    await switch(desk.association, on=True)
    await desk.change(lambda db: desk.contact.wake(desk.association, db, "test", late=False))
    for _ in range(4):
        await desk.beat(later=DAY)
    told = " ".join(desk.messages(ANNA))
    assert all(f"ton {kind}" in told for kind in ("matter", "ask", "reply"))


async def test_after_long_nobody_is_asked_any_more_and_a_matter_of_theirs_is_still_told(desk: Desk) -> None:
    await desk.accept(ANNA)
    await switch(desk.association, on=False)
    await desk.write(ANNA, "ask", "tu viens ?")
    await desk.write(ANNA, "matter", "c’est fini")
    await desk.beat(later=40 * DAY)
    await switch(desk.association, on=True)
    await desk.change(lambda db: desk.contact.wake(desk.association, db, "test", late=True))
    await desk.beat(later=DAY)
    await desk.beat(later=DAY)
    assert [text for text in desk.messages(ANNA) if "tu viens" in text] == []
    assert (await desk.letter("tu viens ?")).state is State.DROPPED
    assert any("c’est fini" in text for text in desk.messages(ANNA))


async def test_a_letter_on_its_way_waits_again_when_its_feature_is_switched_off_meanwhile(desk: Desk) -> None:
    await desk.accept(ANNA)
    async with desk.association.transaction() as db:
        await desk.contact.write(desk.association, db, ANNA, "test:reply", "x", reference={"text": "x"})
    await switch(desk.association, on=False)
    await desk.outbox.deliver(desk.association)
    assert desk.messages(ANNA) == []
    assert (await desk.letter("x")).state is State.WAITING


async def _render(*_: object) -> Piece:
    return Piece(["ailleurs"])
