"""How a mission stands, as its author says: asked three days before its end, by letter and among one's own; and a tie
and a thanks, where somebody here does it."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.delivery import wishes
from bot.people import lifecycle, ties
from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from cogs.opportunities import posts
from cogs.opportunities.rules import LIFE, Mission, State
from tests.opportunities.hands import (
    act,
    come_back,
    days,
    hand_of,
    keep_apart,
    leave,
    letters_of,
    raise_hand,
    threads,
    weeks,
)
from tests.opportunities.stage import WHAT, Stage
from tests.test_letters_story import close_messages, come_to, inbox
from tests.world import buttons_of, components_of, message_of, text_of


async def tied(stage: Stage, who: MemberActor) -> list[str]:
    """What somebody is tied to others by."""
    return [tie.matter for tie in await ties.of(stage.world.association.read(), who.id)]


async def asked_about(stage: Stage, author: MemberActor) -> Mission:
    """A mission whose author was just asked how it stands."""
    mission = await stage.share(author)
    await weeks(stage, 2)
    await days(stage, 6)  # a Monday: weekends are quiet
    assert "Où en est ta mission" in letters_of(author)[-1]
    return mission


# The question and the end


async def test_its_author_is_asked_at_eighteen_days_and_told_at_the_end(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    before = len(letters_of(anna))
    await weeks(stage, 2)
    await days(stage, 3)
    assert len(letters_of(anna)) == before
    await days(stage, 3)  # a Monday: weekends are quiet
    question = letters_of(anna)[-1]
    assert f"Où en est ta mission « {WHAT} » ?" in question
    assert "elle s’arrête d’elle-même le 29 janvier 2026." in question
    assert list(buttons_of(inbox(anna)[-1])) == [
        "Toujours ouverte",
        "C’est quelqu’un d’ici",
        "Trouvé ailleurs",
        "Plus d’actualité",
    ]
    await days(stage, 2)
    assert (await stage.get(mission.id)).open  # three working days, from when she could read it
    await days(stage)
    assert (await stage.get(mission.id)).state is State.EXPIRED
    assert "arrivée au bout de son temps" in letters_of(anna)[-1]
    assert letters_of(anna)[-2] == "Ce n’est plus d’actualité, merci."
    assert "n’est plus d’actualité. Merci d’avoir levé la main" in letters_of(basile)[0]
    again = await anna.user.click(inbox(anna)[-1], label="Rouvrir")
    assert "de nouveau ouverte" in text_of(again)
    await stage.world.beat()
    assert (await stage.get(mission.id)).open


async def test_still_open_gives_it_three_weeks_more(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await asked_about(stage, anna)
    told = await anna.user.click(inbox(anna)[-1], label="Toujours ouverte")
    assert "elle reste ouverte jusqu’au" in text_of(told)
    await stage.world.beat()
    assert (await stage.get(mission.id)).expires_at == stage.world.clock.now() + LIFE
    assert f"C’est noté : ta mission « {WHAT} » reste ouverte jusqu’au" in letters_of(anna)[-1]
    await weeks(stage, 2)
    await days(stage, 3)
    assert (await stage.get(mission.id)).open
    assert len(letters_of(anna)) == 1
    await days(stage, 3)
    assert "Où en est ta mission" in letters_of(anna)[-1]


@pytest.mark.parametrize(
    ("label", "state", "said", "kind"),
    [
        ("Trouvé ailleurs", State.ELSEWHERE, "c’est tout ce qui compte. Merci", "se fait ailleurs, cette fois. Merci"),
        ("Plus d’actualité", State.WITHDRAWN, "Merci de l’avoir partagée", "n’est plus d’actualité. Merci"),
    ],
)
async def test_each_way_to_close_has_a_kind_word_for_everybody(
    stage: Stage, label: str, state: State, said: str, kind: str
) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await asked_about(stage, anna)
    await raise_hand(stage, basile, mission)
    question = next(message for message in inbox(anna) if "Où en est" in text_of(message))
    told = await anna.user.click(question, label=label)
    assert said in text_of(told)
    assert "Rouvrir" in buttons_of(told)
    await stage.world.beat()
    assert (await stage.get(mission.id)).state is state
    assert kind in letters_of(basile)[0]
    assert "déjà noté" in text_of(await act(stage, anna, "elsewhere", mission.id, dm=True))
    await days(stage, 3)
    assert len(letters_of(basile)) == 1


async def test_after_downtime_its_author_is_asked_first_and_has_three_days(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    await stage.world.later(41 * DAY)
    assert (await stage.get(mission.id)).open
    assert "Où en est ta mission" in letters_of(anna)[-1]
    await days(stage, 2)
    assert (await stage.get(mission.id)).open
    assert "le 19 février 2026" in letters_of(anna)[-1]  # not a day that is past
    await days(stage, 3)
    assert (await stage.get(mission.id)).state is State.EXPIRED


async def test_while_everything_is_suspended_nothing_ends(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    await stage.world.choose({prefs.SUSPENDED: "1"})
    await weeks(stage, 4)
    assert (await stage.get(mission.id)).open
    assert letters_of(anna) == []
    await stage.world.choose({prefs.SUSPENDED: "0"})
    await days(stage, 2)
    assert "Où en est ta mission" in letters_of(anna)[-1]
    assert (await stage.get(mission.id)).open


async def test_an_author_who_is_away_is_asked_nothing_and_their_mission_ends(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    before = letters_of(anna)
    await leave(stage, anna)
    await weeks(stage, 3)
    await days(stage, 4)
    assert (await stage.get(mission.id)).state is State.EXPIRED
    assert len(letters_of(anna)) == len(before)
    (word,) = letters_of(basile)
    assert "Une mission pour laquelle tu avais levé la main n’est plus d’actualité" in word  # quoted nowhere
    assert "revient quand" not in text_of(await act(stage, basile, "interested", mission.id))
    await come_back(stage, anna)
    await days(stage, 3)
    assert "arrivée au bout de son temps" in letters_of(anna)[-1]
    assert WHAT in letters_of(basile)[0]


async def test_whoever_comes_back_before_the_end_is_asked_anew(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await stage.world.later(18 * DAY + 11 * HOUR)  # in the evening: the question waits for the morning
    assert (await stage.get(mission.id)).asked_at
    await leave(stage, anna)
    assert "revient quand" in text_of(await act(stage, basile, "interested", mission.id))
    await come_back(stage, anna)
    await stage.world.env.advance_time(13 * HOUR)
    await days(stage, 2)
    assert "Où en est ta mission" in letters_of(anna)[-1]
    assert (await stage.get(mission.id)).open


async def test_three_missions_of_a_day_are_asked_about_together_and_none_ends_unasked(stage: Stage) -> None:
    anna = await stage.member("Anna")
    missions = [await stage.share(anna, what=what) for what in ("Un site", "Une affiche", "Un livret")]
    await weeks(stage, 2)
    await days(stage, 6)
    (letter,) = letters_of(anna)
    assert letter.count("Où en est ta mission") == 3
    buttons = [one["custom_id"] for one in components_of(inbox(anna)[0]) if "still_open" in str(one.get("custom_id"))]
    await stage.press(anna, buttons[1].partition("@")[0])
    await stage.world.beat()
    (letter,) = letters_of(anna)
    assert letter.count("Où en est ta mission") == 2  # the one is answered, the others still ask
    await days(stage, 6)
    states = [(await stage.get(mission.id)).state for mission in missions]
    assert sorted(states) == sorted([State.EXPIRED, State.OPEN, State.EXPIRED])


async def test_the_end_that_is_told_is_still_to_come_and_kept(stage: Stage) -> None:
    anna = await stage.member("Anna")
    await come_to(stage.world, "2026-03-16 18:30")
    mission = await stage.share(anna)
    await come_to(stage.world, "2026-04-03 20:10")  # Good Friday's evening; on Monday nobody works
    assert letters_of(anna) == []
    await come_to(stage.world, "2026-04-06 20:10")
    assert (await stage.get(mission.id)).open
    await come_to(stage.world, "2026-04-07 09:00")
    assert "elle s’arrête d’elle-même le 10 avril 2026" in letters_of(anna)[-1]
    await come_to(stage.world, "2026-04-09 20:00")
    assert (await stage.get(mission.id)).open
    await come_to(stage.world, "2026-04-11 09:00")
    assert (await stage.get(mission.id)).state is State.EXPIRED


async def test_whoever_asked_to_be_left_alone_finds_their_mission_open(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    async with stage.world.association.transaction() as db:
        await wishes.pause(db, anna.id, stage.world.clock.now() + 30 * DAY)
    await weeks(stage, 4)
    assert ((await stage.get(mission.id)).open, letters_of(anna)) == (True, [])
    await days(stage, 4)
    assert "Où en est ta mission" in letters_of(anna)[-1]


async def test_closed_messages_keep_the_question_and_the_list_asks_it_all_the_same(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    close_messages(stage.world, anna)
    await weeks(stage, 2)
    await days(stage, 5)
    own = await act(stage, anna, "one", mission.id)
    assert "Trouvé ailleurs" in buttons_of(own)
    await stage.press(anna, buttons_of(own)["Trouvé ailleurs"])
    assert (await stage.get(mission.id)).state is State.ELSEWHERE


async def test_a_card_that_somebody_deleted_changes_nothing_to_it(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission, world = await stage.share(anna), stage.world
    (card,) = stage.cards()
    world.env.backend.delete_message(card.channel.id, card.id)
    await world.env.settle()
    await weeks(stage, 2)
    await days(stage, 6)
    assert "Où en est ta mission" in letters_of(anna)[-1]
    await act(stage, anna, "still_open", mission.id)
    own = await act(stage, anna, "one", mission.id)
    assert "Publier à nouveau" in buttons_of(own)


# Somebody here does it


async def test_whoever_raised_a_hand_comes_first_and_is_tied_at_once(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    for who in (basile, carla):
        await raise_hand(stage, who, mission)
    whom = await act(stage, anna, "filled", mission.id)
    assert text_of(whom).index(f"<@{basile.id}>") < text_of(whom).index("Choisir un membre")
    chosen = [said for said in _acts(whom) if said.startswith("opportunities:with:")]
    done = await stage.press(anna, chosen[0])
    assert f"Un merci à <@{basile.id}> fait toujours plaisir" in text_of(done)
    await stage.world.beat()
    assert threads(stage) == []  # they talked already
    assert await tied(stage, basile) == [f"mission:{mission.id}"]
    assert "C’est convenu avec" in letters_of(basile)[0]
    assert "avec quelqu’un d’autre" in letters_of(carla)[0]
    form = await stage.press(anna, buttons_of(done)["Dire merci"])
    assert form.modal is not None
    said = await stage.hands.submit(anna.id, form.modal["custom_id"], {"reason": "Un site parfait"})
    await stage.press(anna, next(one for one in buttons_of(said).values() if "thank_privately" in one))
    await days(stage, 2)
    assert "Un site parfait" in letters_of(basile)[-1]
    own = await act(stage, anna, "one", mission.id)
    assert "Dire merci" in buttons_of(own)


def _acts(shown: InteractionResult) -> list[str]:
    return [str(one["custom_id"]) for one in components_of(shown) if one.get("custom_id")]


async def _filled_by(stage: Stage, anna: MemberActor, mission: Mission, who: MemberActor) -> str:
    answer = await stage.press(anna, f"opportunities:filled_by:{mission.id}", str(who.id))
    await stage.world.beat()
    return text_of(answer)


async def test_anybody_else_confirms_it_and_the_two_can_thank_each_other(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    said = await _filled_by(stage, anna, mission, basile)
    assert f"Si <@{basile.id}> le confirme" in said
    assert "Dire merci" not in said
    assert await tied(stage, basile) == []
    assert f"<@{anna.id}> dit que vous faites ensemble la mission" in letters_of(basile)[0]
    early = await stage.press(anna, f"help_requests:thank_matter:mission:{mission.id}")
    assert early.modal is None  # no tie by thanking alone
    yes = await basile.user.click(inbox(basile)[0], label="Oui, c’est cela")
    assert "Merci, c’est noté" in text_of(inbox(basile)[0])
    assert "Dire merci" in text_of(inbox(basile)[0])
    assert yes is not None
    await stage.world.beat()
    assert await tied(stage, basile) == [f"mission:{mission.id}"]
    assert f"<@{basile.id}> le confirme" in letters_of(anna)[-1]
    assert "Dire merci" in buttons_of(inbox(anna)[-1])


async def test_a_no_ties_nobody_and_its_author_reads_nothing_else(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    first, second = await stage.share(anna), await stage.share(anna, what="Une affiche")
    await _filled_by(stage, anna, first, basile)
    await _filled_by(stage, anna, second, carla)
    await basile.user.click(inbox(basile)[0], label="Non, pas moi")
    assert "Cela reste entre nous" in letters_of(basile)[0]
    await days(stage, 2)
    assert letters_of(anna) == []
    assert await tied(stage, basile) == []
    shown = [text_of(await act(stage, anna, "one", mission.id)).splitlines()[4:] for mission in (first, second)]
    assert shown[0] == shown[1]
    kept = (await lifecycle.export(stage.world.association.read(), anna.id))["missions"]
    assert {row["confirmed"] for row in kept} == {None}
    again = await act(stage, basile, "confirm", first.id)
    assert "déjà noté" in text_of(again)


async def test_of_two_who_are_kept_apart_nobody_is_asked_and_it_looks_the_same(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    first, second = await stage.share(anna), await stage.share(anna, what="Une affiche")
    await keep_apart(stage, basile, anna)
    said = [
        (await _filled_by(stage, anna, mission, who)).replace(str(who.id), "x")
        for mission, who in ((first, basile), (second, carla))
    ]
    assert said[0] == said[1]
    assert letters_of(basile) == []
    assert letters_of(carla) != []


async def test_who_it_is_need_not_be_said(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    whom = await act(stage, anna, "filled", mission.id)
    done = await stage.press(anna, buttons_of(whom)["Je préfère ne pas dire"])
    assert "C’est noté, tant mieux" in text_of(done)
    found = await stage.get(mission.id)
    assert (found.state, found.filled_by) == (State.FILLED, None)
    await stage.world.beat()
    (word,) = letters_of(basile)
    assert f"La mission « {WHAT} » a trouvé quelqu’un, ici. Merci" in word  # it may be him


async def test_whoever_does_it_is_told_nothing_else_though_it_had_ended(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    first, second = await stage.share(anna), await stage.share(anna, what="Une affiche")
    for who, mission in ((basile, first), (carla, second)):
        await raise_hand(stage, who, mission)
    await act(stage, anna, "elsewhere", first.id)  # Basile reads his kind word
    await act(stage, anna, "still_open", first.id)
    await stage.world.env.advance_time(10 * HOUR)  # in the evening they wait
    async with stage.world.association.transaction() as db:
        for mission in (first, second):
            current = await stage.get(mission.id)
            await posts.settle(stage.world.bot.house, stage.world.association, db, current, State.EXPIRED)
    whom = await act(stage, anna, "filled", second.id)
    hand = await hand_of(stage, carla, second)
    assert f"with:{second.id}:{hand.id}" in str(_acts(whom))
    done = await act(stage, anna, "with", second.id, hand.id)
    assert f"Si <@{carla.id}> le confirme" in text_of(done)  # she was let go: she is asked
    await come_to(stage.world, "2026-01-07 08:31")
    (letter,) = letters_of(carla)
    assert "dit que vous faites ensemble" in letter
    await act(stage, anna, "with", first.id, (await hand_of(stage, basile, first)).id)
    said = str(letters_of(basile))
    assert "avec quelqu’un d’autre" not in said  # nor where he read a kind word
    assert "a trouvé quelqu’un" not in said


async def test_whoever_is_kept_apart_and_said_to_do_it_gets_the_kind_word_too(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission)
    await keep_apart(stage, basile, anna)
    await _filled_by(stage, anna, mission, basile)
    (word,) = letters_of(basile)
    assert "a trouvé quelqu’un, ici. Merci" in word


async def test_oneself_a_stranger_and_others_missions_are_refused(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission, stranger = await stage.share(anna), stage.world.join("Stan")
    assert "Il s’agit de dire avec qui" in await _filled_by(stage, anna, mission, anna)
    assert "pas encore parmi nous" in await _filled_by(stage, anna, mission, stranger)
    for name in ("still_open", "filled", "elsewhere", "withdraw", "somebody"):
        assert "Seule la personne" in text_of(await act(stage, basile, name, mission.id))
    assert "déjà noté" in text_of(await act(stage, basile, "confirm", mission.id))
    assert (await stage.get(mission.id)).open


async def test_whoever_did_it_and_is_erased_is_named_nowhere(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await _filled_by(stage, anna, mission, basile)
    await basile.user.click(inbox(basile)[0], label="Oui, c’est cela")
    await stage.world.beat()
    assert str(basile.id) in letters_of(anna)[-1]
    await stage.world.erase(basile)
    await stage.world.beat()
    assert letters_of(anna) == ["Ce n’est plus d’actualité, merci."]
    assert (await stage.get(mission.id)).filled_by is None


async def test_in_a_direct_message_a_name_is_looked_for(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await asked_about(stage, anna)
    whom = await anna.user.click(inbox(anna)[-1], label="C’est quelqu’un d’ici")
    form = await anna.user.click(message_of(whom), label="Chercher par son nom")
    which = await anna.user.submit_modal(form, {"name": "basi"})
    await anna.user.select(message_of(which), [str(basile.id)])
    assert (await stage.get(mission.id)).filled_by == basile.id


async def test_a_mission_that_is_open_again_keeps_back_the_kind_words_that_wait(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    first, second = await stage.share(anna), await stage.share(anna, what="Une affiche")
    for mission in (first, second):
        await raise_hand(stage, basile, mission)
    await act(stage, anna, "elsewhere", first.id)
    await act(stage, anna, "elsewhere", second.id)  # told tomorrow: a matter a day
    await act(stage, anna, "still_open", second.id)
    await days(stage, 2)
    (word,) = letters_of(basile)
    assert WHAT in word
