"""Bad input, forged and late presses, two at once: each has a clear private answer, and nothing typed is lost."""

from __future__ import annotations

import asyncio

import pytest
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs.tips import store
from tests.introductions.test_refusals import press, press_raw, submit_raw
from tests.tips.stage import BODY, TITLE, member, open_tips, share, tips_in
from tests.world import World, buttons_of, components_of, message_of, text_of


@pytest.fixture
async def place(world: World) -> ChannelHandle:
    """The tips channel, a text channel."""
    return await open_tips(world)


async def test_nothing_is_stored_before_the_notice_is_accepted(world: World, place: ChannelHandle) -> None:
    anna, dora = await member(world, "Anna"), world.join("Dora")
    await share(world, anna)
    (card,) = tips_in(place)
    for label in ("M’a servi", "Garder", "Plus à jour ?"):
        notice = await dora.click(card, label=label)
        assert "J’ai lu, on y va" in buttons_of(notice)
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=dora.id) == 0
    kept = await dora.click(message_of(await dora.click(card, label="Garder")), label="J’ai lu, on y va")
    assert "est gardée" in text_of(kept)  # the notice went on to what was pressed


async def test_reading_and_searching_need_no_notice(world: World, place: ChannelHandle) -> None:
    anna, dora = await member(world, "Anna"), world.join("Dora")
    await share(world, anna)
    assert TITLE in text_of(await dora.slash(world.lounge, "astuce chercher", quoi="acompte"))
    assert "pas encore partagé" in text_of(await dora.slash(world.lounge, "astuce mes-astuces"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title": " \u200b ", "body": BODY}, "Il manque une ligne"),
        ({"title": TITLE, "body": "🎉 !!!"}, "Il manque l’astuce elle-même"),
        ({"title": TITLE, "body": BODY, "tags": "aa, bb, cc, dd, ee"}, "5 mots-clés ; 4 au plus"),
        ({"title": TITLE, "body": BODY, "tags": "un mot-clé beaucoup trop long"}, "trop long"),
    ],
)
async def test_a_refused_form_keeps_what_was_typed(
    world: World, place: ChannelHandle, typed: dict[str, str], said: str
) -> None:
    anna = await member(world, "Anna")
    form = await anna.slash(world.lounge, "astuce partager")
    refused = await anna.submit_modal(form, typed)
    assert said in text_of(refused)
    assert tips_in(place) == []
    await world.restart()
    again = await anna.click(message_of(refused), label="Corriger")
    assert again.modal is not None
    values = {f["component"]["custom_id"]: f["component"].get("value") for f in again.modal["components"]}
    assert values["tags"] == typed.get("tags")
    fresh = await anna.click(place.history()[0], label="Partager une astuce")
    assert fresh.modal is not None  # the panel's own button opens it filled too
    assert fresh.modal["components"][3]["component"].get("value") == typed.get("tags")
    done = await anna.submit_modal(again, {"title": TITLE, "body": BODY})
    assert "C’est publié" in text_of(done)
    empty = await anna.click(place.history()[0], label="Partager une astuce")
    assert empty.modal is not None
    assert empty.modal["components"][0]["component"].get("value") is None


async def test_a_forged_form_of_4000_characters_is_refused_with_the_limit(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    refused = await submit_raw(world, anna, "tips:written", {"title": TITLE, "body": "x" * 4000})
    assert "4000 signes ; 2000 au plus" in text_of(refused).replace("\u202f", "").replace("4 000", "4000").replace(
        "2 000", "2000"
    )
    assert "Corriger" in buttons_of(refused)


async def test_hostile_text_is_shown_harmless_and_pings_nobody(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await world.env.advance_time(DAY)  # a link waits for the second day
    hostile = "@everyone **gras** [lien](https://x.fr) <@1> <#2> `code` ||caché|| \u202eenvers"
    await share(world, anna, hostile[:60], f"{hostile}\n> # titre @here\n- une liste", tags="<@1>, **gras**, @everyone")
    form = await basile.click(tips_in(place)[0], label="Plus à jour ?")
    await basile.submit_modal(form, {"what": hostile})
    mine = await anna.slash(world.lounge, "astuce mes-astuces")
    for answer in (tips_in(place)[0], mine):
        shown = "\n".join(c["content"] for c in components_of(answer) if "content" in c)
        assert "@everyone" not in shown
        assert "@here" not in shown
        assert "\\*\\*gras" in shown
        assert "\u202e" not in shown
    assert "\\<@1" in text_of(tips_in(place)[0])
    sent = [r.json for r in world.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent if isinstance(body, dict))


async def test_the_same_form_twice_publishes_once(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    fields = {"title": TITLE, "body": BODY}
    for _ in range(2):
        await submit_raw(world, anna, "tips:written", fields)
    assert len(tips_in(place)) == 1


async def test_a_double_press_counts_as_two(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    useful = buttons_of(tips_in(place)[0])["M’a servi"]
    await asyncio.gather(press_raw(world, basile, useful), press_raw(world, basile, useful))
    await world.env.settle()
    assert await world.association.read().value("SELECT count(*) FROM tip_uses") == 0


@pytest.mark.parametrize(
    "forged",
    [
        "tips:useful:1",
        "tips:useful:-1",
        "tips:useful:99999999999999999999999",
        "tips:keep",
        "tips:doubt:7",
        "tips:edit:7",
        "tips:withdraw:7",
        "tips:withdraw_ask:7",
        "tips:forget:7",
        "tips:holds:7",
        "tips:file:7",
        "tips:merge:7:8",
        "tips:look:7:8",
        "tips:take:7:8",
        "tips:agree:7:named",
        "tips:disagree:7",
        "tips:pick",
        "tips:look_through",
        "tips:page:0:nonsense:x",
        "tips:nonsense",
    ],
)
async def test_a_forged_or_stale_press_gets_a_short_answer(world: World, place: ChannelHandle, forged: str) -> None:
    anna = await member(world, "Anna")
    answer = await press(world, anna, forged)
    assert answer.ephemeral
    said = text_of(answer)
    assert any(word in said for word in ("plus à jour", "a été retirée", "déjà réglé", "Rien pour")), said


@pytest.mark.parametrize("act", ["edit", "withdraw_ask", "withdraw", "forget_ask", "forget", "holds", "file"])
async def test_nobody_changes_somebody_elses_tip(world: World, place: ChannelHandle, act: str) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    (tip,) = await store.of_author(world.association.read(), anna.id)
    before = text_of(tips_in(place)[0])
    assert "Seule la personne qui a partagé" in text_of(await press(world, basile, f"tips:{act}:{tip.id}"))
    refused = await submit_raw(world, basile, f"tips:edited:{tip.id}", {"title": "Pirate", "body": "À l’abordage"})
    assert "Seule la personne qui a partagé" in text_of(refused)
    assert text_of(tips_in(place)[0]) == before


async def test_what_stands_can_not_be_erased_before_it_is_withdrawn(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await share(world, anna)
    (tip,) = await store.of_author(world.association.read(), anna.id)
    assert "plus à jour" in text_of(await press(world, anna, f"tips:forget:{tip.id}"))
    assert len(tips_in(place)) == 1


async def test_a_private_answer_never_takes_the_place_of_what_others_see(world: World, place: ChannelHandle) -> None:
    anna = await member(world, "Anna")
    await share(world, anna)
    (tip,) = await store.of_author(world.association.read(), anna.id)
    panel = text_of(world.cards()[0])
    for forged in (f"tips:holds:{tip.id}", f"tips:withdraw:{tip.id}"):
        assert (await press(world, anna, forged)).ephemeral
        assert text_of(world.cards()[0]) == panel


async def test_a_doubt_without_words_is_refused(world: World, place: ChannelHandle) -> None:
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna)
    form = await basile.click(tips_in(place)[0], label="Plus à jour ?")
    refused = await basile.submit_modal(form, {"what": "🤔"})
    assert "Quelques mots sur ce qui a changé" in text_of(refused)
    assert "Corriger" in buttons_of(refused)
    (tip,) = await store.of_author(world.association.read(), anna.id)
    forged = await submit_raw(world, anna, f"tips:doubted:{tip.id}", {"what": "Je doute de moi"})
    assert "ce bouton est pour les autres" in text_of(forged)


async def test_a_form_sent_after_an_erasure_stores_nothing_and_gives_the_words_back(
    world: World, place: ChannelHandle
) -> None:
    anna = await member(world, "Anna")
    form = await anna.slash(world.lounge, "astuce partager")
    await world.erase(anna)
    refused = await anna.submit_modal(form, {"title": TITLE, "body": BODY})
    assert "La notice d’abord" in text_of(refused)
    assert BODY in text_of(refused)
    assert "Partager une astuce" in buttons_of(refused)
    assert await world.association.read().value("SELECT count(*) FROM tips") == 0


async def test_storing_is_refused_while_nobody_says_who_keeps_the_data(world: World, place: ChannelHandle) -> None:
    await world.choose({prefs.CONTACT: None})
    dora = world.join("Dora")
    refused = await dora.slash(world.lounge, "astuce partager")
    assert "n’a pas encore indiqué son nom et son contact" in text_of(refused)
