"""Bad input, forged and late presses, two at once: each has a clear private answer, and nothing typed is lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.people import members
from bot.storage import preferences as prefs
from bot.ui import drafts
from cogs.introductions import CHANNEL
from tests.world import World, buttons_of, message_of, text_of


async def _form(world: World, who: MemberActor) -> InteractionResult:
    shown = await who.slash(world.lounge, "presentation ecrire")
    return shown if shown.modal else await who.click(message_of(shown), label=world.words("notice-accept"))


async def test_nothing_is_stored_before_the_notice_is_accepted(world: World) -> None:
    anna = world.join("Anna")
    notice = await anna.slash(world.lounge, "presentation ecrire")
    declined = await anna.click(message_of(notice), label="Pas maintenant")
    assert "tu peux tout lire et chercher" in text_of(declined)
    assert await world.association.read().value("SELECT count(*) FROM members WHERE id = :id", id=anna.id) == 0


async def test_storing_is_refused_while_nobody_says_who_keeps_the_data(world: World) -> None:
    await world.choose({prefs.CONTACT: None})
    anna = world.join("Anna")
    refused = await anna.click(world.cards()[0], label="Je me présente")
    assert "n’a pas encore indiqué son nom et son contact" in text_of(refused)


async def test_a_changed_notice_is_shown_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    monkeypatch.setattr(members, "NOTICE_VERSION", members.NOTICE_VERSION + 1)
    again = await anna.slash(world.lounge, "presentation ecrire")
    assert "J’ai lu, on y va" in buttons_of(again)
    form = await anna.click(message_of(again), label="J’ai lu, on y va")
    assert form.modal is not None
    member = await members.get(world.association.read(), anna.id)
    assert member is not None
    assert member.notice_version == members.NOTICE_VERSION


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" \u200b \n ", "Il manque l’essentiel"),
        ("\u202e\u2066", "Il manque l’essentiel"),
        ("🎉🎉🎉", "Quelques mots avec des lettres"),
        ("!!! …", "Quelques mots avec des lettres"),
    ],
)
async def test_an_empty_sentence_is_refused_and_the_rest_is_kept(world: World, typed: str, said: str) -> None:
    anna = world.join("Anna")
    form = await _form(world, anna)
    refused = await anna.submit_modal(form, {"what": typed, "offers": "relire un devis"})
    assert said in text_of(refused)
    again = await anna.click(message_of(refused), label="Corriger")
    assert again.modal is not None
    values = {f["component"]["custom_id"]: f["component"].get("value") for f in again.modal["components"]}
    assert values["offers"] == "relire un devis"


async def test_a_forged_form_of_4000_characters_is_refused_with_the_limit(world: World) -> None:
    anna = world.join("Anna")
    await _form(world, anna)
    refused = await submit_raw(world, anna, "introductions:written::", {"what": "x" * 4000})
    assert "4000" in text_of(refused).replace(" ", "")
    assert "Corriger" in buttons_of(refused)


async def test_hostile_text_is_shown_harmless_and_pings_nobody(world: World) -> None:
    anna = world.join("Anna")
    hostile = "@everyone **gras** [lien](https://x.fr) <@1> <#2> `code` ||caché|| \u202eenvers"
    await world.introduce(anna, hostile, offers="a, b b; B B\n😀, ,, vrai conseil", question="> # titre @here")
    text = text_of(world.cards()[-1])
    assert "@everyone" not in text
    assert "@here" not in text
    assert "\\*\\*gras" in text
    assert "\\<@1" in text
    assert "\u202e" not in text
    assert "b b, vrai conseil" in text
    sent = [r.json for r in world.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent if isinstance(body, dict))


async def test_a_double_press_publishes_once(world: World) -> None:
    anna = world.join("Anna")
    form = await _form(world, anna)
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    publish = buttons_of(preview)["Publier"]
    await asyncio.gather(press_raw(world, anna, publish), press_raw(world, anna, publish))
    await world.env.settle()
    assert len(world.cards()) == 2  # the panel and one card
    late = await press(world, anna, publish)
    assert "C’est déjà fait" in text_of(late)


@pytest.mark.parametrize(
    "forged",
    [
        "introductions:publish:1",
        "introductions:publish:-1",
        "introductions:publish:99999999999999999999999",
        "introductions:publish",
        "introductions:publish:1:2",
        "introductions:nonsense",
        "introductions",
        "",
        "kernel:accept:kernel:accept",
        "introductions:page:x:y:z:",
        "introductions:write@123456789012345678",
    ],
)
async def test_a_forged_or_stale_press_gets_a_short_answer(world: World, forged: str) -> None:
    anna = world.join("Anna")
    answer = await press(world, anna, forged)
    assert answer.ephemeral
    said = text_of(answer)
    assert any(word in said for word in ("plus à jour", "déjà fait", "La notice d’abord"))


async def test_somebody_elses_draft_cannot_be_published(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    form = await _form(world, anna)
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    await _form(world, basile)
    answer = await press(world, basile, buttons_of(preview)["Publier"])
    assert "C’est déjà fait" in text_of(answer)
    assert len(world.cards()) == 1


async def test_an_old_draft_is_gone_and_says_so(world: World) -> None:
    anna = world.join("Anna")
    form = await _form(world, anna)
    preview = await anna.submit_modal(form, {"what": "Je fais des sites web"})
    await world.later(drafts.LIFE + 1)
    answer = await anna.click(message_of(preview), label="Publier")
    assert "plus d’un jour" in text_of(answer)


async def test_without_a_channel_it_is_stored_and_appears_once_there_is_one(world: World) -> None:
    await world.choose({CHANNEL: None})
    anna = world.join("Anna")
    done = await world.introduce(anna, "Je fais des sites web")
    assert "quand l’équipe aura choisi un salon" in text_of(done)
    found = await anna.slash(world.lounge, "qui-fait", quoi="sites")
    assert "Je fais des sites web" in text_of(found)
    await world.choose({CHANNEL: world.lounge.id})
    setup = await world.organiser.slash(world.office, "installer")
    await world.organiser.click(message_of(setup), label="Publier")
    assert any("Je fais des sites web" in text_of(message) for message in world.lounge.history())


async def test_an_unknown_trade_or_place_in_a_command_is_explained(world: World) -> None:
    anna = world.join("Anna")
    trade = await anna.slash(world.lounge, "qui-fait", quoi="x", metier="astronaute")
    assert "« astronaute »" in text_of(trade)
    place = await anna.slash(world.lounge, "qui-fait", quoi="x", ou="Zzzzz")
    assert "« Zzzzz »" in text_of(place)


async def test_a_bug_is_an_apology_with_a_reference(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: Any) -> None:
        raise RuntimeError("secret text of a member")

    monkeypatch.setattr(members, "visible_profile", broken)
    anna = world.join("Anna")
    answer = await anna.slash(world.lounge, "presentation voir")
    assert "Quelque chose a mal tourné" in text_of(answer)
    assert len(world.failures.events) == 1
    world.failures.events.clear()


async def press(world: World, who: MemberActor, custom_id: str) -> InteractionResult:
    """Press a button that no message shows, as a forger or an old client would."""
    result = await press_raw(world, who, custom_id)
    await world.env.settle()
    return result


@pytest.mark.parametrize("codes", ["pirate:", ":atlantis"])
async def test_a_trade_or_a_place_that_nobody_knows_is_kept_for_nobody(world: World, codes: str) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    forged = await submit_raw(world, anna, f"introductions:written:{codes}", {"what": "Je fais des sites web"})
    assert "n’est plus à jour" in text_of(forged)


async def press_raw(world: World, who: MemberActor, custom_id: str) -> InteractionResult:
    """Emit the press and leave the answer to come."""
    return _emit(world, who, 3, {"custom_id": custom_id, "component_type": 2})


async def forge_choice(world: World, who: MemberActor, custom_id: str, value: str) -> InteractionResult:
    """Choose in a select what it does not offer."""
    result = _emit(world, who, 3, {"custom_id": custom_id, "component_type": 3, "values": [value]})
    await world.env.settle()
    return result


async def submit_raw(world: World, who: MemberActor, custom_id: str, values: dict[str, str]) -> InteractionResult:
    """Submit a form as no client would."""
    rows = [{"type": 18, "component": {"type": 4, "custom_id": k, "value": v}} for k, v in values.items()]
    result = _emit(world, who, 5, {"custom_id": custom_id, "components": rows})
    await world.env.settle()
    return result


def _emit(world: World, who: MemberActor, kind: int, data: dict[str, Any]) -> InteractionResult:
    from simcord import interactions
    from simcord.backend import serializers

    backend = world.env.backend
    record, payload = interactions.base_payload(
        backend, type=kind, channel_id=world.hall.id, guild_id=world.guild.id, user_id=who.id, data=data
    )
    for panel in world.cards()[:1]:
        payload["message"] = dict(serializers.message_payload(backend, backend.get_message(world.hall.id, panel.id)))
        record.source_message_id = panel.id
    backend.emit("INTERACTION_CREATE", payload)
    return InteractionResult(world.env, record)
