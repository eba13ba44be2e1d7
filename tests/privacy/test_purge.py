"""The weekly purge, where something stands on Discord too: it goes with its row, or says no more who it was about."""

from __future__ import annotations

import json

from bot.schedule.clock import DAY
from bot.storage import meta
from cogs.help_requests import places, store, thanks_store
from cogs.help_requests.rules import State
from cogs.matchmaking import match_store
from cogs.privacy.purging import LAST
from tests.help_requests.stage import ask, card_of, member, newest, open_channel
from tests.world import World, text_of


async def test_a_request_goes_with_its_card_a_year_after_it_was_closed(world: World) -> None:
    place = await open_channel(world)
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await ask(world, anna, "Facturation : une question")
    request, now = await newest(world), world.clock.now()
    assert "Facturation" in text_of(card_of(place))
    async with world.association.transaction() as db:
        await store.enter(db, request.id, State.CLOSED, now)
        await thanks_store.give(db, anna.id, basile.id, "help:1", "merci", now, shown=False)
    await world.later(358 * DAY)
    assert await store.get(world.association.read(), request.id) is not None
    await world.later(14 * DAY)
    db = world.association.read()
    assert await store.get(db, request.id) is None
    assert await thanks_store.of(db, anna.id, basile.id, "help:1") is None
    assert await world.bot.house.publications.get(db, places.CARD, request.id) is None
    assert all("Facturation" not in text_of(message) for message in place.history())
    counts = json.loads(await meta.get(db, LAST) or "{}")["counts"]
    assert counts["help_requests"] == counts["thanks"] == 1


async def test_the_thread_of_a_coffee_of_last_year_names_nobody_any_more(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    await world.introduce(basile, "Je fais de la photo")
    card = world.cards()[-1]  # stands for the first message of a thread
    async with world.association.transaction() as db:
        match_id = await match_store.add(db, None, [anna.id, basile.id], world.clock.now())
        await match_store.note_thread(db, match_id, world.hall.id)
        await match_store.note_message(db, match_id, card.id)
        await match_store.enter(db, match_id, "closed")
    await world.later(372 * DAY)
    assert await match_store.get(world.association.read(), match_id) is None
    assert any("Ce café est passé depuis longtemps" in text_of(message) for message in world.hall.history())
