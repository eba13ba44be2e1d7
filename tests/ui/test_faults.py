"""A busy, full or damaged file, as members meet it: what happened is said, and what they typed comes back."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing

import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.storage.database import Database
from bot.ui import drafts
from tests.world import World, buttons_of, message_of, text_of

TYPED = {"what": "Je dessine des affiches", "offers": "relire un devis, prêter un massicot"}


@asynccontextmanager
async def full(database: Database) -> AsyncIterator[None]:
    """There is no room left for one more draft; then there is."""
    pages = await database.read().value("PRAGMA page_count")
    await database.maintain(f"PRAGMA max_page_count = {pages}")
    for size in (300, 30, 1):
        with pytest.raises(sqlite3.OperationalError, match="full"):
            await _write_drafts(database, size)
    yield
    await database.maintain("PRAGMA max_page_count = 1000000")


async def _write_drafts(database: Database, size: int) -> None:
    while True:
        async with database.transaction() as db:
            await db.run(
                "INSERT INTO drafts (member_id, act, payload, expires_at) SELECT id, :text, '', 0 FROM members LIMIT 1",
                text="x" * size,
            )


@asynccontextmanager
async def busy(database: Database) -> AsyncIterator[None]:
    """Somebody else holds the file for longer than we wait; then no more."""
    await database.maintain("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@asynccontextmanager
async def damaged(database: Database) -> AsyncIterator[None]:
    """The disk lost the file's pages; then they are back."""
    await database.rest()
    whole = database.path.read_bytes()
    database.path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    yield
    await database.rest()
    database.path.write_bytes(whole)


Fault = Callable[[Database], AbstractAsyncContextManager[None]]


async def form_of(world: World, who: MemberActor) -> InteractionResult:
    """The form that somebody who accepted the notice gets."""
    shown = await who.slash(world.lounge, "presentation ecrire")
    return shown if shown.modal else await who.click(message_of(shown), label=world.words("notice-accept"))


def logged(world: World) -> list[str]:
    """What was logged as an error, which was expected."""
    events, world.failures.events = world.failures.events, []
    return events


@pytest.mark.parametrize(("fault", "said"), [(full, "kernel-disk-full"), (busy, "kernel-busy")])
@pytest.mark.parametrize("what", [TYPED["what"], "🎉"], ids=["a form", "a refused form"])
async def test_a_form_that_can_not_be_stored_is_given_back_and_can_be_sent_again(
    world: World, fault: Fault, said: str, what: str
) -> None:
    anna = world.join("Anna")
    form = await form_of(world, anna)
    async with fault(world.association.database):
        refused = await anna.submit_modal(form, {**TYPED, "what": what})
    told = text_of(refused)
    assert world.words(said).replace("\u202f", " ") in told
    assert all(text in told for text in (what, TYPED["offers"]))
    assert any("handler failed" in event for event in logged(world))
    again = await anna.click(message_of(refused), label="Réessayer")
    preview = await anna.submit_modal(again, TYPED)
    await anna.click(message_of(preview), label=world.words("intro-publish"))
    assert "Je dessine des affiches" in text_of(world.cards()[-1])


async def test_a_file_damaged_meanwhile_is_told_as_such_and_logged(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, TYPED["what"])
    async with damaged(world.association.database):
        answer = await anna.slash(world.lounge, "presentation voir")
        assert world.words("kernel-association-unusable").replace("\u202f", " ") in text_of(answer)
        assert any("handler failed" in event and "malformed" in event for event in logged(world))
    assert TYPED["what"] in text_of(await anna.slash(world.lounge, "presentation voir"))


async def test_a_mistake_of_ours_gives_what_was_typed_back_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    anna = world.join("Anna")
    form = await form_of(world, anna)
    with monkeypatch.context() as mistake:
        mistake.setattr(drafts, "newest", fail)
        answer = await anna.submit_modal(form, TYPED)
    assert "Quelque chose a mal tourné" in text_of(answer)
    assert TYPED["offers"] in text_of(answer)
    assert list(buttons_of(answer)) == ["Réessayer"]
    assert ["ZeroDivisionError" in event for event in logged(world)] == [True]
