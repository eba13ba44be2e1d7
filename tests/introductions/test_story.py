"""A person joins, reads the notice, introduces herself, is found, changes her mind; a restart changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.people import members
from tests.world import Answer, World, buttons_of, components_of, message_of, text_of


async def test_a_member_introduces_herself_in_five_taps(world: World) -> None:
    anna = world.join("Anna")
    panel = world.cards()[0]
    assert list(buttons_of(panel)) == ["Je me présente", "Trouver quelqu’un", "Ce que le bot sait de moi"]

    notice = await anna.click(panel, label="Je me présente")  # 1
    assert notice.ephemeral
    assert "Les Indés de la Mayenne" in text_of(notice)
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")  # 2
    assert form.modal is not None
    what = "Je fais des sites Webflow pour des artisans"
    preview = await anna.submit_modal(form, {"what": what, "where": "Mayenne"})  # 3
    assert "développement web" in text_of(preview)
    assert "Mayenne (53)" in text_of(preview)
    done = await anna.click(message_of(preview), label="Publier")  # 4
    assert "C’est publié" in text_of(done)

    card = world.cards()[-1]
    assert what in text_of(card)
    assert [thread.name for thread in world.hall.threads] == ["Anna · développement web"]
    member = await members.get(world.association.read(), anna.id)
    assert member is not None
    assert member.notice_version == members.NOTICE_VERSION


async def test_a_forum_gets_a_post_with_the_question_as_opener(forum_world: World) -> None:
    anna = forum_world.join("Anna")
    done = await forum_world.introduce(anna, "Je traduis de l’allemand", question="Qui connaît une bonne relectrice ?")
    assert "C’est publié" in text_of(done)
    assert "Anna · traduction et interprétation" in {thread.name for thread in forum_world.hall.threads}
    assert any("Qui connaît une bonne relectrice ?" in text_of(card) for card in forum_world.cards())


async def test_writing_again_edits_the_same_card_and_opens_the_form_filled(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web", offers="relire un devis, Relire un devis, prêter mon studio")
    before = world.cards()[-1].id

    form = await anna.slash(world.lounge, "presentation ecrire")
    assert form.modal is not None
    filled = {field["component"]["custom_id"]: field["component"].get("value") for field in form.modal["components"]}
    assert filled["what"] == "Je fais des sites web"
    assert filled["offers"] == "relire un devis, prêter mon studio"
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web et des logos"})
    done = await anna.click(message_of(preview), label="Publier")

    assert "C’est à jour" in text_of(done)
    card = world.cards()[-1]
    assert card.id == before
    assert "et des logos" in text_of(card)
    assert "prêter mon studio" not in text_of(card)


async def test_the_command_takes_a_trade_and_a_place_and_keeps_them_through_the_notice(world: World) -> None:
    anna = world.join("Anna")
    notice = await anna.slash(world.lounge, "presentation ecrire", metier="photo", ou="mayenne")
    assert "Mayenne" in text_of(notice)
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je passe chez vous avec mon appareil"})
    await anna.click(message_of(preview), label="Publier")
    profile = await members.visible_profile(world.association.read(), anna.id)
    assert profile is not None
    assert (profile.trade, profile.zone) == ("photo", "53")


async def test_autocomplete_ignores_accents(world: World) -> None:
    anna = world.join("Anna")
    trades = await anna.autocomplete(world.lounge, "presentation ecrire", "metier", "redac")
    assert any("rédaction" in choice["name"] for choice in trades)
    zones = await anna.autocomplete(world.lounge, "qui-fait", "ou", "chateau-gon")
    assert zones[0] == {"name": "Mayenne (53)", "value": "53"}


async def test_the_trade_is_corrected_with_one_select(world: World) -> None:
    anna = world.join("Anna")
    shown = await anna.slash(world.lounge, "presentation ecrire")
    form = await anna.click(message_of(shown), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    select = next(c for c in _selects(preview) if c.startswith("introductions:trade"))
    families = await anna.select(message_of(preview), ["f."], custom_id=select)
    assert "Artisanat et création" in text_of(families)
    family = next(o for o in _options(families, select) if o.startswith("f.artisanat"))
    trades = await anna.select(message_of(families), [family], custom_id=select)
    chosen = next(o for o in _options(trades, select) if o.startswith("t.") and "ceram" in o)
    corrected = await anna.select(message_of(trades), [chosen], custom_id=select)
    await anna.click(message_of(corrected), label="Publier")
    profile = await members.visible_profile(world.association.read(), anna.id)
    assert profile is not None
    assert profile.trade == chosen.removeprefix("t.")


async def test_a_shared_town_name_is_asked_about_until_members_use_a_zone(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    shown = await anna.slash(world.lounge, "presentation ecrire")
    form = await anna.click(message_of(shown), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web", "where": "Laval"})
    select = next(c for c in _selects(preview) if c.startswith("introductions:zone"))
    assert set(_options(preview, select)) == {"53", "qc"}
    chosen = await anna.select(message_of(preview), ["53"], custom_id=select)
    await anna.click(message_of(chosen), label="Publier")

    shown = await basile.slash(world.lounge, "presentation ecrire")
    form = await basile.click(message_of(shown), label="J’ai lu, on y va")
    preview = await basile.submit_modal(form, {"what": "Je fais de la compta", "where": "Laval"})
    assert not [c for c in _selects(preview) if c.startswith("introductions:zone")]
    assert "Mayenne (53)" in text_of(preview)


async def test_an_unknown_place_is_said_and_near_ones_are_offered(world: World) -> None:
    anna = world.join("Anna")
    shown = await anna.slash(world.lounge, "presentation ecrire")
    form = await anna.click(message_of(shown), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web", "where": "Mayene-sur-rien"})
    assert "Je ne reconnais pas « Mayene-sur-rien »" in text_of(preview)
    done = await anna.click(message_of(preview), label="Publier")
    assert "C’est publié" in text_of(done)


async def test_not_now_keeps_the_draft_and_the_form_opens_filled(world: World) -> None:
    anna = world.join("Anna")
    shown = await anna.slash(world.lounge, "presentation ecrire")
    form = await anna.click(message_of(shown), label="J’ai lu, on y va")
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    left = await anna.click(message_of(preview), label="Pas maintenant")
    assert "brouillon est gardé un jour" in text_of(left)
    again = await anna.click(world.cards()[0], label="Je me présente")
    assert again.modal is not None
    assert again.modal["components"][0]["component"]["value"] == "Je fais des sites web"
    assert len(world.cards()) == 1


async def test_seeing_an_introduction_by_command_and_by_right_click(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    seen = await basile.slash(world.lounge, "presentation voir", membre=anna)
    assert seen.ephemeral
    assert "Je fais des sites web" in text_of(seen)
    assert "La retirer" not in text_of(seen)
    clicked = await basile.context_menu(world.lounge, "Voir la présentation", anna)
    assert "Je fais des sites web" in text_of(clicked)
    own = await anna.slash(world.lounge, "presentation voir")
    assert {"Modifier ma présentation", "La retirer"} <= set(buttons_of(own))
    nobody = await anna.slash(world.lounge, "presentation voir", membre=basile)
    assert "Pas de présentation de" in text_of(nobody)


async def test_everything_is_found_again_after_a_restart(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    panel = world.cards()[0]
    notice = await anna.click(panel, label="Je me présente")
    await world.restart()
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")
    await world.restart()  # the form is open on her screen
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web", "where": "53"})
    await world.restart()
    done = await anna.click(message_of(preview), label="Publier")
    assert "C’est publié" in text_of(done)
    await world.restart()
    found = await basile.slash(world.lounge, "qui-fait", quoi="site")
    assert "Je fais des sites web" in text_of(found)
    again = await basile.click(panel, label="Trouver quelqu’un")
    assert again.modal is not None


@pytest.mark.parametrize("forum", [False, True])
async def test_the_whole_story_in_english(tmp_path: Path, forum: bool) -> None:
    async with World(tmp_path, language="en", forum=forum) as world:
        anna, basile = world.join("Anna"), world.join("Basile")
        declined = await basile.click(world.cards()[0], label="Introduce myself")
        declined = await basile.click(message_of(declined), label="Not now")
        assert "you can read and search everything" in text_of(declined)
        done = await world.introduce(anna, "I build websites for craftspeople", where="53", offers="look at a site")
        assert "It is published" in text_of(done)
        found = await basile.slash(world.lounge, "qui-fait", quoi="websites")
        assert "I build websites" in text_of(found)
        asked = await anna.slash(world.lounge, "presentation retirer")
        gone = await anna.click(message_of(asked), label="Withdraw")
        assert "It is withdrawn" in text_of(gone)
        assert "Nobody for" in text_of(await basile.slash(world.lounge, "qui-fait", quoi="websites"))


def _selects(answer: Answer) -> list[str]:
    return [c["custom_id"] for c in components_of(answer) if c.get("type") == 3]


def _options(answer: Answer, custom_id: str) -> list[str]:
    return [o["value"] for c in components_of(answer) if c.get("custom_id") == custom_id for o in c["options"]]
