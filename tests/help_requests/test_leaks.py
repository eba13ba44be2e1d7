"""What nobody may learn: a private request, who was asked, who declined, who avoids whom."""

from __future__ import annotations

import json
from typing import Final

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.people import avoid, lifecycle
from cogs.help_requests.asking import similar
from cogs.help_requests.preferences import AT_ONCE
from tests.help_requests.stage import (
    TUESDAY,
    ask,
    ask_privately,
    asked,
    days,
    helper,
    last_letter,
    letters_of,
    member,
    newest,
    one_of_mine,
    open_channel,
    press_letter,
)
from tests.introductions.test_refusals import press
from tests.test_letters_story import beats, come_to, inbox
from tests.world import World, components_of, message_of, text_of

QUESTION: Final = "Zorglub refuse mon avenant ultraconfidentiel"
DETAILS: Final = "Détails: turlututu chapeau pointu"
LINE: Final = "Relire une facture"
WORDS: Final = ("Zorglub", "ultraconfidentiel", "turlututu")


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """A channel for helping hands, on a Tuesday morning."""
    opened = await open_channel(world)
    await come_to(world, TUESDAY)
    return opened


async def keep_apart(world: World, author: MemberActor, other: MemberActor) -> None:
    """Somebody does not want to be brought together with somebody."""
    association, lifecycle_ = world.association, world.bot.house.lifecycle
    async with association.transaction() as db:
        alias, own = (lifecycle_.alias(association, who.id) for who in (other, author))
        await avoid.add(db, author.id, alias, own, world.clock.now())


def said_to_others(world: World, *insiders: MemberActor) -> str:
    """Everything that the bot told Discord, its private answers to some people and their threads aside."""
    private = {who.user.dm_channel.id for who in insiders}
    private |= {thread.id for thread in world.threads.threads}
    kept = []
    for request in world.env.http_requests:
        parts = request.path.split("/")
        if parts[1] == "channels" and int(parts[2]) in private:
            continue
        if parts[1] in {"interactions", "webhooks"}:
            continue
        kept.append(json.dumps(request.json, ensure_ascii=False, default=str))
    return "\n".join(kept)


async def _private_story(world: World) -> tuple[MemberActor, MemberActor, MemberActor]:
    """Anna asks in private, Basile helps and it is solved; Chloé was asked too."""
    anna, basile, chloe = (
        await member(world, "Anna"),
        await helper(world, "Basile", "facture"),
        await helper(world, "Chloé", "facture"),
    )
    await ask_privately(world, anna, question=QUESTION, details=DETAILS, line=LINE)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    return anna, basile, chloe


async def test_the_words_of_a_private_request_reach_nobody_else(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = await _private_story(world)
    await days(world, 12)
    told = said_to_others(world, anna, basile)
    for word in WORDS:
        assert word not in told, word
    theirs = "\n".join(letters_of(chloe))
    assert LINE in theirs or "C’est pris" in theirs
    assert str(anna.id) not in theirs


async def test_a_private_request_is_in_no_list_search_or_notice(world: World, place: ChannelHandle) -> None:
    anna, _, chloe = await _private_story(world)
    (thread,) = world.threads.threads
    (first,) = [message for message in thread.history() if message.components]
    done = await anna.click(first, label="C’est réglé")
    form = await anna.click(message_of(done), label="Dire ce qui a marché")
    await anna.submit_modal(form, {"worked": "turlututu, tout simplement"})
    await beats(world)
    listed = text_of(await chloe.slash(world.lounge, "coup-de-main liste"))
    shown = await ask(world, chloe, QUESTION, details=DETAILS)
    found = await similar(world.bot.house, world.association, await newest(world))
    upcoming = text_of(await world.organiser.slash(world.office, "envois"))
    assert "En attendant" not in text_of(shown)
    assert found == []
    for word in WORDS:
        assert word not in listed
        assert word not in upcoming
    documents = await world.association.read().rows("SELECT kind FROM documents")
    assert "request" not in {row["kind"] for row in documents}
    refused = await press(world, anna, "help_requests:make_tip:1")
    assert "jamais d’une demande privée" in text_of(refused)


async def test_what_waits_to_be_sent_tells_organisers_nothing(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile", "facture")
    await ask_privately(world, anna, question=QUESTION, details=DETAILS, line=LINE)
    world.env.inject_error("POST", f"/channels/{world.threads.id}/threads", status=500, times=None)
    await press_letter(basile, "Je m’en occupe")
    await beats(world)
    await press_letter(anna, "Accepter")
    await beats(world)
    seen = await world.organiser.slash(world.office, "envois")
    assert "Un fil privé" in text_of(seen)
    options = [option["value"] for part in components_of(seen) for option in part.get("options") or ()]
    assert any(code.startswith("o") for code in options)
    for code in options:
        seen = await world.organiser.slash(world.office, "envois")
        entry = await world.organiser.select(message_of(seen), [code], custom_id="organisers:entry")
        assert all(word not in text_of(entry) for word in (*WORDS, LINE, str(anna.id), str(basile.id)))
    for job in await world.association.read().rows("SELECT kind, key FROM jobs WHERE kind LIKE 'help_requests%'"):
        assert job["key"] == ""


async def test_an_export_tells_nobody_who_was_asked_or_said_no(world: World, place: ChannelHandle) -> None:
    await world.choose({AT_ONCE: "1"})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    chloe = await member(world, "Chloé")
    await ask(world, anna, "Facturation : une question")
    await press_letter(basile, "Je connais quelqu’un")
    form = await press_letter(basile, "Chercher par son nom")
    await basile.user.submit_modal(form, {"name": "Chlo"})
    await basile.user.select(last_letter(basile), [str(chloe.id)])
    await beats(world)
    await press_letter(chloe, "Je ne peux pas")
    for who, others in ((anna, (basile, chloe)), (basile, (chloe,))):
        found = json.dumps(await lifecycle.export(world.association.read(), who.id))
        assert all(str(other.id) not in found for other in others), who.name


@pytest.mark.parametrize("by_asker", [False, True])
async def test_those_who_avoid_one_another_are_never_asked(world: World, place: ChannelHandle, by_asker: bool) -> None:
    anna, basile, chloe = await member(world, "Anna"), await helper(world, "Basile"), await helper(world, "Chloé")
    await keep_apart(world, anna if by_asker else basile, basile if by_asker else anna)
    await ask(world, anna, "Facturation : une question")
    await ask_privately(world, anna, line="Facturation d’un acompte")
    await days(world, 3)
    assert basile.id not in await asked(world, 1) | await asked(world, 2)
    assert chloe.id in await asked(world, 1)
    assert not any("coup de main" in letter for letter in letters_of(basile))


@pytest.mark.parametrize("by_named", [False, True])
async def test_naming_somebody_who_avoids_looks_like_naming_anybody(
    world: World, place: ChannelHandle, by_named: bool
) -> None:
    await world.choose({AT_ONCE: "1"})
    async with world.association.transaction() as db:
        await world.bot.house.panels.open(db)
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    chloe, david = await member(world, "Chloé"), await member(world, "David")
    await keep_apart(world, chloe if by_named else basile, anna if by_named else chloe)
    shown = await basile.slash(world.lounge, "coup-de-main aider")
    await basile.select(message_of(shown), ["2"], custom_id="help_requests:lend_often")
    said = []
    for number, whom in enumerate((chloe, david)):
        await ask(world, anna, f"Facturation : question {number}")
        await press_letter(basile, "Je connais quelqu’un")
        form = await press_letter(basile, "Chercher par son nom")
        await basile.user.submit_modal(form, {"name": whom.name[:4]})
        await basile.user.select(last_letter(basile), [str(whom.id)])
        await beats(world)
        said.append(text_of(last_letter(basile)))
        export = json.dumps(await lifecycle.export(world.association.read(), basile.id))
        assert str(whom.id) not in export
    assert said[0] == said[1]
    assert (len(inbox(chloe)), len(inbox(david))) == (0, 1)


async def test_an_entry_made_after_the_question_is_silence(world: World, place: ChannelHandle) -> None:
    """Whoever offers reads the same; the asker hears nothing, and can't accept what they don't see."""
    anna, basile, chloe = (
        await member(world, "Anna"),
        await helper(world, "Basile", "facture"),
        await helper(world, "Chloé", "facture"),
    )
    await ask_privately(world, anna, question=QUESTION, line=LINE)
    await keep_apart(world, anna, basile)
    for who in (basile, chloe):
        await press_letter(who, "Je m’en occupe")
    await beats(world)
    assert text_of(last_letter(basile)) == text_of(last_letter(chloe))
    heard = "\n".join(letters_of(anna))
    assert str(basile.id) not in heard
    assert str(chloe.id) in heard
    assert str(basile.id) not in text_of(await one_of_mine(world, anna))
    refused = await press(world, anna, f"help_requests:accept:1:{basile.id}")
    assert "déjà noté" in text_of(refused)
    assert world.threads.threads == []


async def test_a_question_that_waited_is_not_put_once_the_two_avoid_one_another(
    world: World, place: ChannelHandle
) -> None:
    anna, basile = await member(world, "Anna"), await helper(world, "Basile")
    await come_to(world, "2026-01-06 20:00")
    await ask(world, anna, "Facturation : une question")
    assert await asked(world) == {basile.id}
    await keep_apart(world, basile, anna)
    await come_to(world, "2026-01-07 08:31")
    assert inbox(basile) == []


async def test_thanks_of_somebody_who_is_avoided_reach_nobody(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await keep_apart(world, basile, anna)
    said = []
    for whom in (basile, chloe):
        asked_how = await anna.slash(world.lounge, "merci", membre=whom, raison="Merci pour hier")
        said.append(text_of(await anna.click(message_of(asked_how), label="L’envoyer en privé")))
    await beats(world)
    assert said[0] == said[1]
    assert (len(inbox(basile)), len(inbox(chloe))) == (0, 1)


async def test_nothing_that_everybody_sees_says_who_was_asked(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    helpers = [await helper(world, f"Aide{number}") for number in range(5)]
    await ask(world, anna, "Facturation : une question", "30/3")
    for who in helpers:
        if inbox(who):
            await press_letter(who, "Je ne peux pas")
    await days(world, 9)
    told = [text_of(message) for channel in (place, world.office) for message in channel.history()]
    said = "\n".join([*told, *letters_of(anna), str((await one_of_mine(world, anna)).response)])
    assert all(str(who.id) not in said for who in helpers)
    assert len(await asked(world)) == 5


async def test_upcoming_does_not_tell_of_a_private_request(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    before = text_of(await world.organiser.slash(world.office, "envois"))
    await ask_privately(world, anna)
    assert text_of(await world.organiser.slash(world.office, "envois")) == before
    await days(world, 1)
    after = text_of(await world.organiser.slash(world.office, "envois"))
    await press(world, anna, "help_requests:close:1")
    assert text_of(await world.organiser.slash(world.office, "envois")) == after
