"""A copy in private for whoever asked: in its hours, with their other matters, never in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor

from bot.delivery import wishes
from bot.delivery.contact import Letter, LetterKind, Piece, Weight
from bot.people import members
from bot.schedule.clock import DAY
from bot.storage.association import Association
from cogs.digest import store
from tests.digest.stage import (
    MONDAY,
    NEWS,
    beats,
    come_to,
    digests,
    inbox,
    open_digest,
    subscribe,
    talk,
    tell,
)
from tests.introductions.test_refusals import press
from tests.test_letters_story import close_messages
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna accepted the notice; the digest is on."""
    await open_digest(world)
    return await _member(world, "Anna")


async def _member(world: World, name: str) -> MemberActor:
    who = world.join(name)
    await world.env.settle()
    async with world.association.transaction() as db:
        await members.accept_notice(db, who.id, world.clock.now())
    return who


async def test_a_member_subscribes_from_the_post_and_stops_from_the_copy(world: World, anna: MemberActor) -> None:
    await come_to(world, MONDAY)
    post = digests(world.lounge)[0]
    assert "chaque gazette arrivera aussi en privé" in text_of(await anna.click(post, label="Recevoir en privé"))
    assert "C’était déjà noté" in text_of(await anna.click(post, label="Recevoir en privé"))
    assert inbox(anna) == []
    await talk(world)
    await come_to(world, "2026-01-19 08:30")
    copy = anna.user.dm_channel.history()[-1]
    assert text_of(copy).splitlines()[:2] == ["### La gazette du 19 janvier 2026", f"**À venir** · {NEWS}"]
    assert "Plus tard" not in buttons_of(copy)
    everything = await anna.user.click(copy, label="Tout voir")
    assert f"• {NEWS}" in text_of(everything)
    stopped = await anna.user.click(copy, label="Ne plus recevoir en privé")
    assert "plus de copie en privé" in text_of(stopped)
    await come_to(world, "2026-01-26 08:30")
    assert len(inbox(anna)) == 1


async def test_the_notice_comes_before_a_subscription(world: World) -> None:
    await open_digest(world, on=False)
    zoe = world.join("Zoé")
    notice = await subscribe(world, zoe)
    done = await zoe.click(message_of(notice), label=world.words("notice-accept"))
    assert "dès que l’équipe la fera paraître" in text_of(done)
    assert await store.subscribers(world.association.read()) == [zoe.id]


async def test_it_goes_with_their_matters_and_takes_the_place_of_none(world: World, anna: MemberActor) -> None:
    async def render(association: Association, letter: Letter) -> Piece:
        return Piece((f"Ceci : {letter.key}",))

    world.bot.house.contact.register(LetterKind("test:matter", Weight.MATTER, render))

    async def write(key: str) -> None:
        async with world.association.transaction() as db:
            await world.bot.house.contact.write(world.association, db, anna.id, "test:matter", key)
        await beats(world)

    await subscribe(world, anna)
    await come_to(world, "2026-01-10 12:00")
    await write("samedi")
    await come_to(world, MONDAY)
    (together,) = inbox(anna)
    assert "Ceci : samedi" in together
    assert NEWS in together
    await talk(world)
    await come_to(world, "2026-01-19 08:30")
    assert len(inbox(anna)) == 2
    await write("lundi")  # her own business, the same day as the copy
    assert inbox(anna)[-1] == "Ceci : lundi"
    await talk(world)
    await come_to(world, "2026-01-26 08:00")
    async with world.association.transaction() as db:
        await wishes.pause(db, anna.id, world.clock.now() + 10 * DAY)
    for monday in ("2026-01-26", "2026-02-02"):
        await come_to(world, f"{monday} 08:30")
        await talk(world)
    assert len(inbox(anna)) == 3
    await come_to(world, "2026-02-05 09:00")
    assert "2 février 2026" in inbox(anna)[-1]  # the newest one only, after the pause
    assert len(inbox(anna)) == 4


async def test_with_closed_messages_it_waits_for_the_next_visit_for_a_week_at_most(
    world: World, anna: MemberActor
) -> None:
    await subscribe(world, anna)
    close_messages(world, anna)
    await come_to(world, MONDAY)
    assert inbox(anna) == []
    again = await press(world, anna, "digest:subscribe")
    assert again.response is not None
    assert "elle attendra alors ta prochaine visite" in text_of(again.response)
    held = text_of(again)
    assert "12 janvier 2026" in held
    assert "Tes messages privés sont fermés : la gazette attendait ici" in held
    await talk(world)
    await come_to(world, "2026-01-19 08:30")
    tell(world, "")
    await come_to(world, "2026-01-27 09:00")
    late = await press(world, anna, "digest:show")
    assert late.followups == []  # more than a week old: it is not shown any more
    await beats(world)
    stopped = await press(world, anna, "digest:unsubscribe")
    assert "plus de copie" in text_of(stopped)
    assert not await world.association.read().rows("SELECT 1 FROM letters WHERE state = 'held'")


async def test_whoever_left_gets_no_copy_and_each_reader_their_language(tmp_path: Path) -> None:
    async with World(tmp_path, voice="vous") as world:
        await open_digest(world)
        anna, bruno = await _member(world, "Anna"), await _member(world, "Bruno")
        async with world.association.transaction() as db:
            await members.choose_language(db, anna.id, "en")
        for who in (anna, bruno):
            await subscribe(world, who)
        world.guild.remove_member(bruno)
        await world.env.settle()
        await come_to(world, MONDAY)
        assert inbox(bruno) == []
        assert "The gazette of 12 January 2026" in inbox(anna)[0]
        world.guild.add_member(bruno.user)
        await world.env.settle()
        await talk(world)
        await come_to(world, "2026-01-19 08:30")
        assert "La gazette du 19 janvier 2026" in inbox(bruno)[0]
