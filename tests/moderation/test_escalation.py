"""What nobody takes goes on: when, to whom, and what whoever reported it hears."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.storage import preferences as prefs
from bot.ui.sections import Span
from cogs.moderation import REFERENT
from cogs.moderation.referring import is_lost
from tests.introductions.test_refusals import press
from tests.moderation.stage import (
    NOT_FOR_YOU,
    beats,
    case,
    close_messages,
    come_to,
    letters,
    lines,
    member,
    on_a_monday,
    report,
    reports,
    second_organiser,
)
from tests.world import World, message_of, text_of


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Anna, on a Monday morning, where Flora is the referent."""
    return await on_a_monday(world, "Anna")


@pytest.fixture
async def flora(world: World, anna: MemberActor) -> MemberActor:
    """Flora, the referent, who is no organiser."""
    who = await member(world, "Flora")
    await world.choose({REFERENT: who.id})
    await beats(world)
    return who


async def test_after_a_working_day_the_referent_may_open_it_and_the_team_is_told_again(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    bruno = await member(world, "Bruno")
    await report(world, anna, bruno)
    assert NOT_FOR_YOU in text_of(await press(world, flora, "moderation:open:1"))
    await come_to(world, "2026-03-03 09:55")
    assert reports(flora) == []
    await world.restart()
    await come_to(world, "2026-03-03 10:01")
    (letter,) = reports(flora)
    assert "Personne de l’équipe ne l’a pris" in letter
    assert letters(anna) == []
    await come_to(world, "2026-03-04 10:02")
    assert len(reports(flora)) == 1
    assert len(lines(world)) == 1
    (told,) = letters(anna)
    assert "ni dans l’équipe, ni la personne référente" in told  # who doesn't answer is waited for a day, not for ever
    opened = await flora.user.click(flora.user.dm_channel.history()[-1], label="Ouvrir")
    assert f"Dit par <@{anna.id}>" in text_of(opened)
    taken = await flora.user.click(message_of(opened), label="Je m’en occupe")
    assert "Tu t’en occupes." in text_of(taken)
    listed = await press(world, flora, "moderation:cases")
    assert "n° 1" in text_of(listed)
    assert "Historique" not in text_of(listed)


async def test_an_urgent_one_goes_on_after_two_hours_at_night_and_past_closed_messages(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    await come_to(world, "2026-03-02 22:00")
    await report(world, anna, urgent=True)
    assert "· urgent ·" in text_of(lines(world)[0])
    close_messages(world, flora)
    await come_to(world, "2026-03-03 00:01")
    (thread,) = world.threads.threads
    (said, *_) = [text_of(message) for message in thread.history() if message.components]
    assert "**Un signalement urgent attend quelqu’un** · n° 1" in said
    assert str(anna.id) not in said
    assert "soirs" not in said
    assert (await case(world)).referred_at is not None


async def test_it_never_goes_to_a_referent_who_is_in_it_or_of_the_team_and_its_reporter_hears_so(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    remi = await second_organiser(world)
    await report(world, anna, what="Flora se moque de moi")
    await report(world, anna, flora, readers=(remi,))
    await come_to(world, "2026-03-03 10:01")
    assert reports(flora) == []
    for number in (1, 2):
        assert NOT_FOR_YOU in text_of(await press(world, flora, f"moderation:open:{number}"))
    (letter,) = letters(anna)
    assert "**Signalement n° 1** : personne ne l’a encore pris" in letter
    assert "**Signalement n° 2** : personne ne l’a encore pris" in letter
    assert NOT_FOR_YOU in text_of(await press(world, world.organiser, "moderation:open:2"))
    widened = await anna.user.click(anna.user.dm_channel.history()[-1], label="L’ouvrir à toute l’équipe")
    assert "toute l’équipe peut maintenant le lire" in text_of(widened)
    assert "soirs" in text_of(await press(world, world.organiser, "moderation:open:2"))
    assert "déjà fait" in text_of(await press(world, remi, "moderation:widen:2"))


async def test_a_lost_channel_does_not_keep_a_report_from_the_referent(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    world.env.inject_error("POST", f"/channels/{world.office.id}/messages", status=404, code=10003, times=None)
    await report(world, anna)
    assert len(reports(flora)) == 1
    assert lines(world) == []


async def test_a_suspension_holds_no_report_and_nobody_skips_one(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    """Whom it is about may be the organiser who suspends everything."""
    remi = await second_organiser(world)
    await world.choose({prefs.SUSPENDED: True})
    sent = await report(world, anna, world.organiser)
    await report(world, anna, world.organiser, readers=(remi,))
    assert "Tu sauras quand quelqu’un s’en occupe" in text_of(sent)
    assert len(lines(world)) == 2
    assert "compte sur toi" in letters(remi)[0]
    await come_to(world, "2026-03-03 10:01")
    assert len(reports(flora)) == 1  # both in one message
    shown = await press(world, world.organiser, "organisers:upcoming:0")
    assert "signalement" not in text_of(shown).replace("les signalements et les recours passent", "")


async def test_a_referent_who_cannot_be_reached_is_no_reason_to_wait(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    close_messages(world, flora)
    await report(world, anna)
    await come_to(world, "2026-03-03 10:01")
    (thread,) = world.threads.threads
    assert any("n° 1" in text_of(message) for message in thread.history() if message.components)
    assert letters(anna) == []
    await press(world, world.organiser, "moderation:take:1")
    await beats(world)
    assert not any("attend quelqu’un" in text_of(message) for message in thread.history() if message.components)
    await world.choose({prefs.THREADS_CHANNEL: None})
    await report(world, anna, what="Encore")
    await come_to(world, "2026-03-05 10:01")
    assert "**Signalement n° 2** : personne ne l’a encore pris" in "".join(letters(anna))


async def test_another_referent_than_the_form_named_gets_it_when_its_reporter_says_so(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    bruno, hugo = await member(world, "Bruno"), await member(world, "Hugo")
    await report(world, anna, bruno)
    await world.choose({REFERENT: hugo.id})
    await beats(world)
    assert "l’équipe a fait un autre choix" in letters(flora)[-1]
    await come_to(world, "2026-03-03 10:01")
    assert reports(hugo) == []
    assert NOT_FOR_YOU in text_of(await press(world, hugo, "moderation:open:1"))
    (letter,) = letters(anna)
    assert f"La personne référente est maintenant <@{hugo.id}>" in letter
    stale = await press(world, anna, f"moderation:confide:1:{flora.id}")
    assert "n’est plus référente" in text_of(stale)
    confided = await anna.user.click(anna.user.dm_channel.history()[-1], label="Le confier à la personne référente")
    assert f"il va à <@{hugo.id}>" in text_of(confided)
    await come_to(world, "2026-03-04 10:02")
    assert len(reports(hugo)) == 1
    assert "soirs" in text_of(await press(world, hugo, "moderation:open:1"))
    assert "déjà fait" in text_of(await press(world, bruno, f"moderation:confide:1:{hugo.id}"))


async def test_whoever_is_named_referent_hears_so_and_may_say_no(
    world: World, anna: MemberActor, flora: MemberActor
) -> None:
    house, association = world.bot.house, world.association
    (letter,) = letters(flora)
    assert "l’équipe a pensé à toi" in letter
    declined = await flora.user.click(flora.user.dm_channel.history()[-1], label="Non merci")
    assert "L’équipe sait qu’il faut choisir quelqu’un d’autre" in text_of(declined)
    await beats(world)
    assert association.preferences[REFERENT] is None
    assert "Il n’y a plus de personne référente" in text_of(lines(world)[-1])
    assert len(letters(flora)) == 1
    now = world.clock.now()
    told = await house.sections.needs(association, association.words, Span(now, now))
    assert any("La personne référente ne peut plus" in need.text for need in told)
    assert "quelqu’un d’autre depuis" in text_of(await press(world, flora, "moderation:decline"))
    await world.choose({REFERENT: anna.id})
    assert not await is_lost(house, association)
    await world.erase(anna)
    await beats(world)
    assert "Il n’y a plus de personne référente" in text_of(lines(world)[-1])
