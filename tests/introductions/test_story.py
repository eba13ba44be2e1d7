"""A person joins, reads the notice, introduces herself, is found, changes her mind."""

from __future__ import annotations

from tests.world import World, buttons_of, message_of, text_of


async def test_a_member_introduces_herself_in_five_taps(world: World) -> None:
    anna = world.join("Anna")
    panel = world.cards()[0]
    assert list(buttons_of(panel)) == ["Je me présente", "Trouver quelqu’un", "Ce que le bot sait de moi"]

    notice = await anna.click(panel, label="Je me présente")  # 1
    assert notice.ephemeral
    assert "Les Indés de la Mayenne" in text_of(notice)
    form = await anna.click(message_of(notice), label="J’ai lu, on y va")  # 2
    assert form.modal is not None
    preview = await anna.submit_modal(
        form, {"what": "Je fais des sites Webflow pour des artisans", "where": "Château-Gontier"}
    )  # 3
    assert "développement web" in text_of(preview)
    assert "Mayenne (53)" in text_of(preview)
    done = await anna.click(message_of(preview), label="Publier")  # 4
    assert "C’est publié" in text_of(done)

    card = world.cards()[-1]
    assert "Je fais des sites Webflow pour des artisans" in text_of(card)
    assert [thread.name for thread in world.hall.threads] == ["Anna · développement web"]
