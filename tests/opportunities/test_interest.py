"""Hands are raised for one person's eyes, one is chosen, the others get a kind word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.people import lifecycle, ties
from cogs.opportunities import interest_store, rules
from cogs.opportunities.rules import State
from tests.opportunities.hands import (
    act,
    choose,
    days,
    hand_of,
    keep_apart,
    letters_of,
    name,
    people_in,
    raise_hand,
    threads,
)
from tests.opportunities.stage import WHAT, Stage
from tests.test_letters_story import inbox
from tests.world import World, buttons_of, message_of, text_of

EPHEMERAL = 1 << 6
"""Discord's mark of an answer that one person alone sees."""


# Raising a hand


async def test_a_hand_is_raised_for_the_authors_eyes_and_one_is_chosen(stage: Stage) -> None:
    world = stage.world
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    (card,) = stage.cards()
    before = text_of(card)
    form = await basile.click(card, label="Ça m’intéresse")
    told = await basile.submit_modal(form, {"word": "Deux sites de librairie déjà"})
    assert told.ephemeral
    assert "Seule la personne qui a partagé la mission le voit" in text_of(told)
    await raise_hand(stage, carla, mission)
    await world.beat()
    assert text_of(stage.cards()[0]) == before  # no number, nobody's name
    assert letters_of(basile) == letters_of(carla) == []
    (letter,) = letters_of(anna)
    assert f"<@{basile.id}> aimerait faire ta mission « {WHAT} »" in letter
    assert "Deux sites de librairie déjà" in letter
    assert f"<@{carla.id}> aimerait" in letter  # what is told of a day goes together
    own = await anna.slash(world.lounge, "mission mes-missions")
    assert "quelqu’un a levé la main" in text_of(own)
    shown = await anna.select(message_of(own), [str(mission.id)], custom_id="opportunities:pick")
    assert f"<@{basile.id}> : « Deux sites de librairie déjà »" in text_of(shown)
    hand = await hand_of(stage, basile, mission)
    asked = await anna.click(message_of(shown), custom_id=f"opportunities:choose:{mission.id}:{hand.id}")
    assert f"Faire cette mission avec <@{basile.id}> ?" in text_of(asked)
    assert "par les personnes qui gèrent les fils" in text_of(asked)
    done = await anna.click(message_of(asked), label="Oui, ensemble")
    assert "Un fil privé s’ouvre" in text_of(done)
    await world.beat()
    (thread,) = threads(stage)
    assert await people_in(stage, thread) == {anna.id, basile.id}
    assert thread.name == "Une mission, à deux"
    assert WHAT in text_of(thread.history()[0])
    assert "par les personnes qui gèrent les fils" in text_of(thread.history()[0])  # for whoever was chosen, too
    (good,) = letters_of(basile)
    assert f"<@{anna.id}> aimerait faire avec toi" in good
    assert str(thread.id) in good
    (kind,) = letters_of(carla)
    assert "se fait avec quelqu’un d’autre, cette fois. Merci d’avoir levé la main" in kind
    assert str(basile.id) not in kind
    assert "C’est trouvé, ici" in text_of(stage.cards()[0])
    assert await ties.of(world.association.read(), basile.id) == []  # they talk first
    agreed = await basile.user.click(inbox(basile)[0], label="C’est d’accord")
    assert "Dire merci" in buttons_of(agreed)
    await world.beat()
    (tie,) = await ties.of(world.association.read(), basile.id)
    assert (tie.member_id, tie.matter) == (anna.id, f"mission:{mission.id}")
    assert list(buttons_of(inbox(basile)[0])) == ["Finalement, pas cette fois"]
    assert "plus d’actualité" in letters_of(anna)[0]  # nothing is left to choose there


async def test_whoever_is_new_reads_the_notice_before_the_form(stage: Stage) -> None:
    anna = await stage.member("Anna")
    await stage.share(anna)
    new = stage.world.join("Nina")
    notice = await new.click(stage.cards()[0], label="Ça m’intéresse")
    form = await new.click(message_of(notice), label="J’ai lu, on y va")
    assert form.modal is not None
    assert "c’est transmis" in text_of(await new.submit_modal(form, {}))


async def test_a_price_is_refused_and_the_word_is_kept(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    refused = await raise_hand(stage, basile, mission, "Je peux le faire pour 400 € par jour")
    assert "ressemble à un prix. Ici, pas d’enchères" in text_of(refused)
    assert "400 €" in text_of(refused)
    again = await stage.press(basile, buttons_of(refused)["Corriger"])
    assert again.modal is not None
    assert "Je peux le faire pour 400" in str(again.modal)
    assert await interest_store.of_mission(stage.world.association.read(), mission.id) == []
    assert letters_of(anna) == []


@given(
    before=st.sampled_from(("", "Disponible, ", "pour ")),
    price=st.sampled_from(("450 €", "450€/j", "1 200 euros", "TJM 400", "50 € de l’heure", "$300", "300 euros HT")),
    after=st.sampled_from(("", " par jour", ", à discuter")),
)
def test_a_word_with_a_price_is_never_kept(before: str, price: str, after: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules.read_word(f"{before}{price}{after}")
    assert refused.value.key == "mission-no-prices"


@given(st.text(alphabet="abcdefgh éèà,.;'’\n", max_size=rules.WORD))
def test_any_word_without_a_price_is_welcome_an_empty_one_too(typed: str) -> None:
    assert len(rules.read_word(typed)) <= rules.WORD


async def test_a_hand_is_shown_once_changed_and_lowered_without_a_word(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    await raise_hand(stage, basile, mission, "Un mot")
    standing = await stage.press(basile, f"opportunities:interested:{mission.id}")
    assert "Ta main est levée" in text_of(standing)
    form = await stage.press(basile, buttons_of(standing)["Changer le mot"])
    assert form.modal is not None
    await raise_hand(stage, basile, mission, "Un autre mot")
    (letter,) = letters_of(anna)
    assert "> Un autre mot" in letter
    gone = await act(stage, basile, "take_back", mission.id)
    assert "C’est retiré" in text_of(gone)
    (letter,) = letters_of(anna)
    assert letter == "Ce n’est plus d’actualité, merci."
    assert "Personne n’a encore levé la main" in text_of(await act(stage, anna, "one", mission.id))
    assert "rien à retirer" in text_of(await act(stage, basile, "take_back", mission.id))


async def test_a_hand_that_is_lowered_before_its_letter_went_leaves_no_trace(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    await raise_hand(stage, carla, mission)
    await raise_hand(stage, basile, mission)
    await act(stage, basile, "take_back", mission.id)
    await days(stage, 2)
    assert len(letters_of(anna)) == 1


async def test_what_cannot_be_is_said(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    own = await stage.press(anna, f"opportunities:interested:{mission.id}")
    assert "C’est ta propre mission" in text_of(own)
    assert "Mes missions" in buttons_of(own)
    for forged in (f"choose:{mission.id}:99", f"chosen:{mission.id}:99", f"with:{mission.id}:99"):
        assert "ne lève plus la main" in text_of(await stage.press(anna, f"opportunities:{forged}"))
        assert "Seule la personne qui a partagé" in text_of(await stage.press(basile, f"opportunities:{forged}"))
    assert "Seule la personne" in text_of(await act(stage, basile, "hands", mission.id, 0))
    await act(stage, anna, "withdraw", mission.id)
    assert "plus d’actualité" in text_of(await stage.press(basile, f"opportunities:interested:{mission.id}"))
    assert "plus d’actualité" in text_of(await raise_hand(stage, basile, mission))


async def test_two_choices_at_once_choose_one(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    for who in (basile, carla):
        await raise_hand(stage, who, mission)
    await choose(stage, mission, basile)
    assert "n’est plus ouverte" in text_of(await choose(stage, mission, carla))
    assert (await stage.get(mission.id)).filled_by == basile.id
    assert len(threads(stage)) == 1


async def test_more_hands_than_fit_are_a_page_away(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    for number in range(7):
        await raise_hand(stage, await stage.member(f"Membre{number}"), mission, f"Mot {number}")
    own = await act(stage, anna, "one", mission.id)
    assert text_of(own).count("Choisir") == 4
    first = await stage.press(anna, buttons_of(own)["Tout voir"])
    assert text_of(first).count("Choisir") == 5
    assert "Mot 6" in text_of(await act(stage, anna, "hands", mission.id, 1))


# Who learns of it


async def test_nobody_but_the_author_ever_reads_who_raised_a_hand(stage: Stage) -> None:
    world = stage.world
    anna, basile, carla, denis = [await stage.member(one) for one in ("Anna", "Basile", "Carla", "Denis")]
    mission = await stage.share(anna)
    for who in (basile, carla, denis):
        await raise_hand(stage, who, mission, f"Le mot de {who.name}")
    await choose(stage, mission, denis)
    await days(stage, 2)
    allowed = {anna.user.dm_channel.id, threads(stage)[0].id}
    for place, messages in world.env.backend.messages.items():
        seen = [message for message in messages.values() if not message.flags & EPHEMERAL]
        said = " ".join(str(message.components) for message in seen)
        for who in (basile, carla, denis):
            mine = place == who.user.dm_channel.id
            assert place in allowed or mine or f"<@{who.id}>" not in said
            assert place in allowed or "Le mot de" not in said
    for reader in (basile, carla, denis):
        others = {who.id for who in (basile, carla, denis)} - {reader.id}
        kept = str(await lifecycle.export(world.association.read(), reader.id))
        assert not [one for one in others if str(one) in kept]
    kept = str(await lifecycle.export(world.association.read(), anna.id))
    assert "Le mot de" not in kept  # words are whose who wrote them


async def test_of_two_who_are_kept_apart_the_author_hears_nothing_and_it_looks_the_same(stage: Stage) -> None:
    anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
    mission = await stage.share(anna)
    await keep_apart(stage, anna, basile)
    same = [text_of(await raise_hand(stage, who, mission)) for who in (basile, carla)]
    assert same[0] == same[1]
    assert len(letters_of(anna)) == 1
    assert str(basile.id) not in text_of(await act(stage, anna, "one", mission.id))
    hand = await hand_of(stage, basile, mission)
    assert "ne lève plus" in text_of(await act(stage, anna, "chosen", mission.id, hand.id))
    await act(stage, anna, "elsewhere", mission.id)
    assert letters_of(basile) == letters_of(carla) != []


async def test_a_whole_story_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        stage = await Stage.open(world)
        anna, basile, carla = [await stage.member(one) for one in ("Anna", "Basile", "Carla")]
        mission = await stage.share(anna)
        assert "it is passed on" in text_of(await raise_hand(stage, basile, mission, "Gladly"))
        await name(stage, basile, mission, carla.id)
        assert "thought of you for a mission" in letters_of(carla)[0]
        assert "speaks of a price" in text_of(await raise_hand(stage, carla, mission, "300 euros"))
        await raise_hand(stage, carla, mission)
        assert "would like to do your mission" in letters_of(anna)[0]
        await choose(stage, mission, basile)
        assert "Good news" in letters_of(basile)[0]
        assert "done with somebody else" in letters_of(carla)[-1]
        assert (await stage.get(mission.id)).state is State.FILLED
        assert "A private thread" not in letters_of(carla)[-1]
