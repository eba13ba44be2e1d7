"""Who is named in a digest: newcomers whom all may see, and nobody once they left, withdrew or are erased."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.actors import MemberActor

from bot.people.lifecycle import export
from bot.schedule.clock import DAY
from bot.storage.association import Association
from bot.ui.sections import SectionKind, Span
from bot.words.i18n import Words
from bot.words.text import Safe
from tests.digest.stage import (
    MONDAY,
    beats,
    come_to,
    digests,
    inbox,
    open_digest,
    subscribe,
    talk,
)
from tests.introductions.test_refusals import press
from tests.world import World, message_of, text_of


@pytest.fixture
async def people(world: World) -> tuple[MemberActor, MemberActor]:
    """Anna and Bruno introduced themselves in the week before the digest's Monday."""
    await open_digest(world, told="")
    await come_to(world, "2026-01-08 10:00")
    anna, bruno = world.join("Anna"), world.join("Bruno")
    await world.introduce(anna, "Je fais du graphisme", where="Laval")
    await world.introduce(bruno, "Je fais de la photo")
    return anna, bruno


def _digest(world: World) -> str:
    return text_of(digests(world.lounge)[-1])


async def test_newcomers_are_greeted_once_with_the_way_to_their_card(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    anna, bruno = people
    await come_to(world, MONDAY)
    said = _digest(world)
    assert "À saluer" in said
    assert f"• <@{anna.id}>, " in said
    assert "Mayenne" in said
    assert f"[voir](https://discord.com/channels/{world.guild.id}/{world.hall.id}/" in said
    assert f"<@{bruno.id}>" in said
    await world.introduce(anna, "Je fais du graphisme et du web")  # changed: not new again
    world.env.backend.delete_message(world.hall.id, world.cards()[-1].id)
    await world.introduce(bruno, "Je fais de la photo et du son")  # posted anew: not new again
    await talk(world)
    await world.introduce(world.join("Carla"), "Je rédige")
    await come_to(world, "2026-01-19 08:30")
    assert "À saluer** ·" in _digest(world)
    assert str(anna.id) not in _digest(world)
    assert str(bruno.id) not in _digest(world)


async def test_whoever_is_erased_is_struck_from_every_digest_and_copy(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    anna, bruno = people
    await subscribe(world, bruno)
    await come_to(world, MONDAY)
    assert str(anna.id) in inbox(bruno)[0]
    told = await export(world.association.read(), anna.id)
    assert "digest_names" in told
    await talk(world)
    await come_to(world, "2026-01-26 09:00")
    await world.erase(anna)
    await beats(world)
    first = digests(world.lounge)[0]
    assert str(anna.id) not in text_of(first)
    assert str(bruno.id) in text_of(first)
    assert str(anna.id) not in inbox(bruno)[0]
    await world.erase(bruno)
    await beats(world)
    assert "Plus rien à lire ici" in text_of(digests(world.lounge)[0])
    assert not await world.association.read().rows("SELECT 1 FROM digest_names UNION SELECT 1 FROM digest_subscribers")


async def test_whoever_leaves_or_withdraws_is_not_shown_and_comes_back_where_they_were(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    anna, bruno = people
    await come_to(world, MONDAY)
    world.guild.remove_member(anna)
    await world.env.settle()
    await beats(world)
    assert str(anna.id) not in _digest(world)
    world.guild.add_member(anna.user)
    await world.env.settle()
    await beats(world)
    assert str(anna.id) in _digest(world)
    asked = await bruno.slash(world.lounge, "presentation retirer")
    await bruno.click(message_of(asked), label="Retirer")
    await beats(world)
    assert str(bruno.id) not in _digest(world)


async def test_whoever_is_erased_while_it_is_on_its_way_is_not_in_it_for_long(
    world: World, people: tuple[MemberActor, MemberActor], monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bruno = people
    calls, association = world.bot.house.calls, world.association
    post = calls.post

    async def post_and_erase(channel_id: int, *given: Any) -> int:
        made = await post(channel_id, *given)
        if channel_id == world.lounge.id:
            async with association.transaction() as db:
                await world.bot.house.lifecycle.erase(association, db, anna.id)
        return made

    monkeypatch.setattr(calls, "post", post_and_erase)
    await come_to(world, MONDAY)
    assert str(anna.id) not in _digest(world)
    assert str(bruno.id) in _digest(world)


async def test_whoever_goes_before_it_is_sent_is_not_in_it(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    anna, bruno = people
    world.env.inject_error("POST", f"/channels/{world.lounge.id}/messages", status=503, times=1)
    await come_to(world, MONDAY)
    assert digests(world.lounge) == []
    await world.erase(anna)
    await beats(world, 60)
    assert str(anna.id) not in _digest(world)
    assert str(bruno.id) in _digest(world)


async def test_what_is_shown_anew_months_later_is_of_its_own_week(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    asked_of: list[Span] = []

    async def gather(association: Association, words: Words, span: Span) -> list[Safe]:
        asked_of.append(span)
        return [Safe("du calendrier")]

    world.bot.house.sections.register(SectionKind("coming", 50, gather, enough=False))
    await come_to(world, MONDAY)
    decided = asked_of[-1]
    await talk(world)
    await come_to(world, "2026-04-20 10:00")
    asked_of.clear()
    world.guild.remove_member(people[0])
    await world.env.settle()
    await beats(world)
    assert set(asked_of) == {decided}
    assert "12 janvier 2026" in text_of(digests(world.lounge)[0])


async def test_a_digest_that_stands_never_shows_somebody_new(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    anna, bruno = people
    asked = await bruno.slash(world.lounge, "presentation retirer")
    await bruno.click(message_of(asked), label="Retirer")
    await come_to(world, MONDAY)
    await world.introduce(bruno, "Je fais de la photo")  # visible again, after the digest
    world.guild.remove_member(anna)
    await world.env.settle()
    world.guild.add_member(anna.user)
    await world.env.settle()
    await beats(world)
    assert str(anna.id) in _digest(world)
    assert str(bruno.id) not in _digest(world)
    page = await press(world, world.organiser, "digest:all:1:0")
    assert str(bruno.id) not in text_of(page)


async def test_what_is_known_of_digests_is_shown_exported_and_erased(
    world: World, people: tuple[MemberActor, MemberActor]
) -> None:
    anna, _ = people
    await subscribe(world, anna)
    await come_to(world, MONDAY)
    known = text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    assert "La gazette reçue en privé, depuis le" in known
    assert "Un nom, ou des mots, dans une gazette" in known
    await world.later(DAY)
    await world.erase(anna)
    assert "digest_subscribers" not in await export(world.association.read(), anna.id)
