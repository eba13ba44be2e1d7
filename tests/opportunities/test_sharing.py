"""What may be shared, and what is asked; nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.actors import MemberActor

from bot.ui import drafts
from cogs.opportunities import previewing, store
from tests.opportunities.stage import FIELDS, Stage, leading
from tests.world import buttons_of, components_of, text_of


async def waiting(stage: Stage, who: MemberActor) -> dict[str, Any] | None:
    """What somebody's preview holds, if there is one."""
    db, now = stage.world.association.read(), stage.world.clock.now()
    left = await drafts.newest(db, who.id, previewing.PREVIEW, now)
    return None if left is None else dict(left.payload)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("what", "Écrire à claire@librairie-du-port.fr"),
        ("what", "Appeler le 06 12 34 56 78 pour en parler"),
        ("what", "Le cahier des charges : https://librairie-du-port.fr/site"),
        ("what", "Un site pour Jean Dupont"),
        ("when", "voir avec @claire"),
        ("budget", "à voir au 06 12 34 56 78"),
    ],
)
async def test_a_clients_name_or_contact_is_refused_and_kept(stage: Stage, field: str, typed: str) -> None:
    anna = await stage.member("Anna")
    refused = await stage.sketch(anna, **{field: typed})
    assert "Corriger" in buttons_of(refused)
    assert await waiting(stage, anna) is None
    reopened = await stage.press(anna, buttons_of(refused)["Corriger"])
    assert reopened.modal is not None
    assert typed in str(reopened.modal)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"what": "…"}, "quelques mots sur ce qu’il y a à faire"),
        ({"when": "-"}, "le moment"),
        ({"contact": ""}, "qui est le contact"),
        ({"commission": ""}, "si une commission"),
        ({"contact": "forged"}, "qui est le contact"),
        ({"what": "x" * 401}, "400 au plus"),
    ],
)
async def test_a_missing_point_is_asked_and_the_rest_is_kept(stage: Stage, fields: dict[str, str], said: str) -> None:
    anna = await stage.member("Anna")
    refused = await stage.sketch(anna, **fields)
    assert said in text_of(refused)
    assert "Corriger" in buttons_of(refused)


async def test_kind_and_place_are_asked_before_anything_is_published(stage: Stage) -> None:
    anna = await stage.member("Anna", zone="53")
    preview = await stage.sketch(anna, kind="", place="")
    asked = [c["custom_id"].rpartition(":")[0] for c in components_of(preview) if c.get("type") == 3]
    assert asked == ["opportunities:set_kind", "opportunities:set_place", "opportunities:set_trade"]
    assert "Publier" not in buttons_of(preview)
    draft = buttons_of(preview)["Modifier"].rpartition(":")[2]
    refused = await stage.press(anna, f"opportunities:publish:{draft}")
    assert await store.of_author(stage.world.association.read(), anna.id) == []
    assert "plus à jour" in text_of(refused)
    await stage.press(anna, f"opportunities:set_kind:{draft}", "mission")
    ready = await stage.press(anna, f"opportunities:set_place:{draft}", "53")
    assert "Publier" in buttons_of(ready)


async def test_the_trade_is_proposed_from_the_words_and_can_be_corrected(stage: Stage) -> None:
    anna = await stage.member("Anna")
    preview = await stage.sketch(anna, what="Traduction et relecture d’un livret")
    draft = buttons_of(preview)["Modifier"].rpartition(":")[2]
    before = await waiting(stage, anna)
    assert before is not None
    assert before["trade"]
    family = stage.world.bot.house.catalogue.families[0].id
    families = await stage.press(anna, f"opportunities:set_trade:{draft}", "f.")
    trades = await stage.press(anna, f"opportunities:set_trade:{draft}", f"f.{family}")
    assert text_of(families) != text_of(trades)
    await stage.press(anna, f"opportunities:set_trade:{draft}", "t.")
    assert await waiting(stage, anna) == {**before, "trade": ""}


async def test_what_waits_is_shown_again_for_a_day(stage: Stage) -> None:
    anna = await stage.member("Anna")
    preview = await stage.sketch(anna, budget="bénévole")
    later = await stage.press(anna, leading(preview, "opportunities:later"))
    assert "gardé un jour" in text_of(later)
    again = await stage.press(anna, "opportunities:share")
    assert "bénévole" in text_of(again)
    form = await stage.press(anna, leading(again, "opportunities:edit_draft"))
    assert form.modal is not None
    assert "bénévole" in str(form.modal)
    await stage.press(anna, leading(later, "opportunities:discard"))
    assert "De quoi s’agit-il" in text_of(await stage.press(anna, "opportunities:share"))


async def test_nothing_is_kept_of_somebody_who_has_not_read_the_notice(stage: Stage) -> None:
    anna = stage.world.join("Anna")
    await stage.world.env.settle()
    refused = await stage.sketch(anna)
    assert FIELDS["what"] in text_of(refused)  # to copy
    notice = await stage.press(anna, "opportunities:share_as:mission:traduction:53")
    assert "Mission · " in text_of(notice)  # what the command said is shown back
    assert await waiting(stage, anna) is None


async def test_a_place_that_no_list_offers_can_be_typed(stage: Stage) -> None:
    anna = await stage.member("Anna")
    preview = await stage.sketch(anna, place="")
    assert "Aucun nom ni contact de client" in text_of(preview)
    draft = buttons_of(preview)["Un autre lieu"].rpartition(":")[2]
    form = await stage.press(anna, buttons_of(preview)["Un autre lieu"])
    assert form.modal is not None
    unknown = await stage.hands.submit(anna.id, f"opportunities:placed:{draft}", {"place": "Atlantide"})
    assert "Un département ou une ville proche" in text_of(unknown)
    ready = await stage.hands.submit(anna.id, f"opportunities:placed:{draft}", {"place": "Laval"})
    assert "Mayenne (53)" in text_of(ready)
    assert "Publier" in buttons_of(ready)


async def test_options_of_the_command_complete_what_waits(stage: Stage) -> None:
    anna = await stage.member("Anna")
    await stage.sketch(anna, place="", what="Un long texte à ne pas perdre")
    shown = await stage.hands.call(anna.id, "mission partager", {"lieu": "75"})
    assert shown.modal is None
    assert "Un long texte à ne pas perdre" in text_of(shown)
    assert "Paris" in text_of(shown)
    assert "Publier" in buttons_of(shown)


async def test_a_draft_that_changes_what_is_over_makes_a_new_one(stage: Stage) -> None:
    anna = await stage.member("Anna")
    mission = await stage.share(anna)
    points = f"opportunities:written:mission::53:{mission.id}"
    preview = await stage.hands.submit(anna.id, points, {**FIELDS, "what": "Mieux dit"})
    await stage.press(anna, f"opportunities:elsewhere:{mission.id}")
    refused = await stage.press(anna, leading(preview, "opportunities:publish"))
    assert "le propose comme une nouvelle" in text_of(refused)
    again = await stage.press(anna, "opportunities:share")
    assert "Voici ce que tout le monde lira" in text_of(again)
    await stage.press(anna, leading(again, "opportunities:publish"))
    fresh, old = await store.of_author(stage.world.association.read(), anna.id)
    assert (fresh.what, old.what) == ("Mieux dit", FIELDS["what"])


@pytest.mark.parametrize("codes", ["forged::53:0", "mission:forged:53:0", "mission::forged:0", "mission::53:999"])
async def test_a_forged_code_is_refused(stage: Stage, codes: str) -> None:
    anna = await stage.member("Anna")
    await stage.hands.submit(anna.id, f"opportunities:written:{codes}", FIELDS)
    assert await waiting(stage, anna) is None


async def test_nobody_changes_somebody_elses_mission(stage: Stage) -> None:
    anna, basile = await stage.member("Anna"), await stage.member("Basile")
    mission = await stage.share(anna)
    for act in ("edit", "forget_ask", "forget", "publish_again"):
        assert "Seule la personne" in text_of(await stage.press(basile, f"opportunities:{act}:{mission.id}"))
    changed = await stage.hands.submit(basile.id, f"opportunities:written:mission::53:{mission.id}", FIELDS)
    assert "Seule la personne" in text_of(changed)
    assert await stage.get(mission.id) == mission


@pytest.mark.parametrize("typed", [{"type": "rien"}, {"metier": "zzzz"}, {"lieu": "Atlantide"}])
async def test_the_command_says_what_it_does_not_know(stage: Stage, typed: dict[str, str]) -> None:
    anna = await stage.member("Anna")
    refused = await stage.hands.call(anna.id, "mission partager", typed)
    assert "Je ne connais pas" in text_of(refused)
    assert next(iter(typed.values())) in text_of(refused)


async def test_the_command_knows_both_languages_names(stage: Stage) -> None:
    anna = await stage.member("Anna")
    for typed in ({"type": "Overflow"}, {"type": "débordement"}, {"lieu": "remote"}, {"lieu": "À distance"}):
        assert (await stage.hands.call(anna.id, "mission partager", typed)).modal is not None
