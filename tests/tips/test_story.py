"""A tip is shared, found, marked, changed, taken down; in a text channel and in a forum; a restart changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.builders import ChannelHandle

from tests.tips.stage import BODY, TITLE, listed, member, open_own, open_tips, share, tips_in
from tests.world import World, buttons_of, components_of, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def test_somebody_new_shares_a_tip_in_three_taps(world: World, place: ChannelHandle) -> None:
    anna = world.join("Anna")
    panel = place.history()[0]
    assert list(buttons_of(panel)) == ["Partager une astuce", "Chercher", "Mes astuces"]
    notice = await anna.click(panel, label="Partager une astuce")  # 1
    assert notice.ephemeral
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")  # 2
    assert form.modal is not None
    done = await anna.submit_modal(
        form, {"title": TITLE, "body": BODY, "category": "admin", "tags": "#acompte, devis, Devis"}
    )  # 3
    assert "C’est publié" in text_of(done)
    (card,) = tips_in(place)
    said = text_of(card)
    assert TITLE in said
    assert BODY in said
    assert "administratif · \\#acompte · \\#devis" in said
    assert f"<@{anna.id}>" in said
    assert list(buttons_of(card)) == ["M’a servi", "Plus à jour ?", "Garder"]
    assert [thread.name for thread in place.threads] == [TITLE]


async def test_a_forum_gets_a_post_with_its_category_and_tags(world: World) -> None:
    forum = await open_tips(world, forum=True)
    anna = await member(world, "Anna")
    done = await share(world, anna, category="tarifs", tags="acompte, devis")
    assert "C’est publié" in text_of(done)
    (card,) = tips_in(forum)
    assert TITLE in text_of(card)
    post = world.env.backend.channels[card.channel.id]
    names = {int(tag["id"]): tag["name"] for tag in world.env.backend.channels[forum.id].available_tags}
    assert [names[tag] for tag in post.applied_tags] == ["tarifs", "acompte", "devis"]
    select = next(c["custom_id"] for c in components_of(done) if c.get("type") == 3)
    await anna.select(message_of(done), ["outils"], custom_id=select)
    names = {int(tag["id"]): tag["name"] for tag in world.env.backend.channels[forum.id].available_tags}
    assert [names[tag] for tag in post.applied_tags] == ["outils", "acompte", "devis"]


async def test_what_served_is_said_once_and_only_its_author_sees_how_often(world: World, place: ChannelHandle) -> None:
    anna, basile, chloe = [await member(world, name) for name in ("Anna", "Basile", "Chloé")]
    await share(world, anna)
    (card,) = tips_in(place)
    for who in (basile, chloe, chloe, chloe):
        last = await who.click(card, label="M’a servi")
    assert "a servi" in text_of(last)
    off = await chloe.click(card, label="M’a servi")
    assert "C’est retiré" in text_of(off)
    assert "ce bouton est pour les autres" in text_of(await anna.click(card, label="M’a servi"))
    assert text_of(tips_in(place)[0]) == text_of(card)  # no number on it
    mine = await anna.slash(world.lounge, "astuce mes-astuces")
    assert mine.ephemeral
    assert "A servi à une personne" in text_of(mine)
    opened = await anna.select(message_of(mine), [listed(mine)[0]], custom_id="tips:pick")
    assert "A servi à une personne" in text_of(opened)
    found = await basile.slash(world.lounge, "astuce chercher", quoi="acompte")
    looked = await basile.select(message_of(found), [listed(found)[0]], custom_id="tips:pick")
    assert "servi à" not in text_of(looked) + text_of(found)


async def test_what_is_kept_is_found_again_and_can_be_let_go(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    nothing = await basile.slash(world.lounge, "astuce gardees")
    assert "Aucune astuce gardée" in text_of(nothing)
    kept = await basile.click(tips_in(place)[0], label="Garder")
    assert "est gardée" in text_of(kept)
    mine = await basile.slash(world.lounge, "astuce gardees")
    assert TITLE in text_of(mine)
    opened = await basile.select(message_of(mine), [listed(mine)[0]], custom_id="tips:pick")
    gone = await basile.click(message_of(opened), label="Ne plus garder")
    assert "n’est plus gardée" in text_of(gone)
    assert "Aucune astuce gardée" in text_of(await basile.slash(world.lounge, "astuce gardees"))


@pytest.mark.parametrize("forum", [False, True])
async def test_editing_keeps_the_thread_and_what_was_said_there(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna, basile = await member(world, "Anna"), await member(world, "Basile")
        await share(world, anna, tags="acompte")
        thread = place.threads[-1]
        await basile.send(thread, "Et à combien ?")
        mine = await anna.slash(world.lounge, "astuce mes-astuces")
        opened = await anna.select(message_of(mine), [listed(mine)[0]], custom_id="tips:pick")
        form = await anna.click(message_of(opened), label="Modifier")
        assert form.modal is not None
        values = {f["component"]["custom_id"]: f["component"].get("value") for f in form.modal["components"]}
        assert values == {"title": TITLE, "body": BODY, "category": "autre", "tags": "acompte"}
        done = await anna.submit_modal(
            form, {"title": "Un acompte de 30 %", "body": BODY, "category": "tarifs", "tags": "acompte"}
        )
        assert "C’est à jour" in text_of(done)
        (card,) = tips_in(place)
        assert "Un acompte de 30 %" in text_of(card)
        assert place.threads[-1].id == thread.id
        assert place.threads[-1].name == "Un acompte de 30 %"
        assert "Et à combien ?" in [message.content for message in place.threads[-1].history()]


@pytest.mark.parametrize("forum", [False, True])
async def test_a_withdrawn_tip_leaves_channel_and_search_and_can_come_back_or_be_erased(
    tmp_path: Path, forum: bool
) -> None:
    async with World(tmp_path) as world:
        place = await open_tips(world, forum=forum)
        anna = await member(world, "Anna")
        await share(world, anna)
        opened = await open_own(world, anna)
        asked = await anna.click(message_of(opened), label="Retirer")
        gone = await anna.click(message_of(asked), label="Retirer")
        assert "est retirée" in text_of(gone)
        assert tips_in(place) == []
        assert "Rien pour" in text_of(await anna.slash(world.lounge, "astuce chercher", quoi="acompte"))
        form = await anna.click(message_of(await open_own(world, anna)), label="Remettre")
        back = await anna.submit_modal(form, {"title": TITLE, "body": BODY})
        assert "C’est publié" in text_of(back)
        assert len(tips_in(place)) == 1
        asked = await anna.click(message_of(await open_own(world, anna)), label="Retirer")
        await anna.click(message_of(asked), label="Retirer")
        asked = await anna.click(message_of(await open_own(world, anna)), label="Effacer")
        erased = await anna.click(message_of(asked), label="Effacer")
        assert "C’est effacé" in text_of(erased)
        assert "pas encore partagé" in text_of(await anna.slash(world.lounge, "astuce mes-astuces"))


async def test_the_category_can_be_chosen_after_sharing(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    done = await share(world, anna, category="n’importe quoi")
    assert "autre" in text_of(tips_in(place)[0])
    select = next(c["custom_id"] for c in components_of(done) if c.get("type") == 3)
    filed = await anna.select(message_of(done), ["prospection"], custom_id=select)
    assert "C’est rangé" in text_of(filed)
    assert "prospection" in text_of(tips_in(place)[0])
    found = await anna.slash(world.lounge, "astuce chercher", quoi="acompte", categorie="prospection")
    assert TITLE in text_of(found)


async def test_everything_works_after_a_restart(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    form = await anna.slash(world.lounge, "astuce partager")
    await world.restart()  # the form is open on her screen
    done = await anna.submit_modal(form, {"title": TITLE, "body": BODY})
    assert "C’est publié" in text_of(done)
    await world.restart()
    (card,) = tips_in(place)
    assert "est gardée" in text_of(await basile.click(card, label="Garder"))
    doubt = await basile.click(card, label="Plus à jour ?")
    await world.restart()
    told = await basile.submit_modal(doubt, {"what": "Le seuil a changé"})
    assert "peut-être plus à jour" in text_of(told)
    assert "Peut-être plus à jour" in text_of(tips_in(place)[0])
    found = await basile.slash(world.lounge, "astuce chercher", quoi="acomptes")
    assert TITLE in text_of(found)


@pytest.mark.parametrize("forum", [False, True])
async def test_the_whole_story_in_english(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, language="en") as world:
        place = await open_tips(world, forum=forum)
        anna, basile = world.join("Anna"), await member(world, "Basile")
        done = await share(world, anna, "Ask for a deposit", "I write it on the quote.", category="pricing")
        assert "It is published" in text_of(done)
        (card,) = tips_in(place)
        assert list(buttons_of(card)) == ["Helped me", "Out of date?", "Keep"]
        assert "pricing" in text_of(card)
        assert "helped" in text_of(await basile.click(card, label="Helped me"))
        found = await basile.slash(world.lounge, "astuce chercher", quoi="deposits")
        assert "Ask for a deposit" in text_of(found)
        kept = await basile.click(card, label="Keep")
        assert "is kept" in text_of(kept)
        doubt = await basile.click(card, label="Out of date?")
        told = await basile.submit_modal(doubt, {"what": "The law changed"})
        assert "may be out of date" in text_of(told)
        mine = await anna.slash(world.lounge, "astuce mes-astuces")
        assert "Helped one person" in text_of(mine)
        opened = await anna.select(message_of(mine), [listed(mine)[0]], custom_id="tips:pick")
        assert "The law changed" in text_of(opened)
        held = await anna.click(message_of(opened), label="Still holds")
        assert "still holds" in text_of(held)
        assert "May be out of date" not in text_of(tips_in(place)[0])
