"""What one outage parked is one report, answered once; a withdrawal that fails is seen, and nobody skips one that goes
on."""

from __future__ import annotations

from bot.delivery.outbox import PAUSES, Operation
from tests.introductions.test_refusals import press
from tests.organisers.test_sending import choices, office, upcoming
from tests.world import World, message_of, text_of


async def test_what_one_outage_parked_is_answered_at_once(world: World) -> None:
    channel = f"/channels/{world.hall.id}/messages"
    world.env.inject_error("POST", channel, status=503, times=2 * (len(PAUSES) + 1))
    for name in ("Anna", "Bruno"):
        await world.introduce(world.join(name), "Je fais des sites web")
    for pause in (*PAUSES, *PAUSES):
        await world.later(pause)
    (told,) = [said for said in office(world) if "n’a pas pu partir" in said]
    assert "Ils sont 2 dans ce cas" in told
    report = next(m for m in world.office.history() if "n’a pas pu partir" in text_of(m))
    assert "nouvel essai" in text_of(await world.organiser.click(report, label="Réessayer"))
    assert not await world.association.read().rows("SELECT 1 FROM outbox WHERE state = 'parked'")
    assert len([card for card in world.cards() if "Je fais des sites web" in text_of(card)]) == 2


async def test_a_withdrawal_that_could_not_be_done_is_seen_among_what_is_sent(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    card = next(m for m in world.cards() if "Je fais des sites web" in text_of(m))
    path = f"/channels/{world.hall.id}/messages/{card.id}"
    world.env.inject_error("DELETE", path, status=503, times=len(PAUSES) + 1)
    await world.erase(anna)
    deletion = await world.association.read().value(
        "SELECT id FROM outbox WHERE operation = :delete AND state = 'due'", delete=Operation.DELETE.value
    )
    assert "déjà" in text_of(await press(world, world.organiser, f"organisers:skip:o{deletion}"))
    for pause in PAUSES:
        await world.later(pause)
    listed = await upcoming(world)
    assert f"o{deletion}" in choices(listed)
    entry = await world.organiser.select(message_of(listed), [f"o{deletion}"], custom_id="organisers:entry")
    assert "Cela change, ou retire" in text_of(entry)
    await world.organiser.click(message_of(entry), label="Réessayer")
    assert "Je fais des sites web" not in "\n".join(text_of(card) for card in world.cards())
