"""Organisers run the ritual: their own questions, the list, the one card, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor

from bot import doctor
from bot.doctor.finding import Level
from bot.errors import StartRefused
from bot.settings import Settings
from bot.ui.sections import Span
from cogs.prompts import writing
from cogs.prompts.preferences import CHANNEL, HOST, LIVELY, THEMES
from tests.introductions.test_refusals import press
from tests.prompts.stage import MINE, answer, asked, lines, propose, said, switch_on, talk, turn
from tests.test_letters_story import beats
from tests.world import World, buttons_of, components_of, message_of, text_of

OWN = "Quel livre offrirais-tu à qui débute dans ton métier ?"


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Somebody who talks in the room."""
    return world.join("Anna")


async def add(world: World, text: str = OWN, theme: str = "prospection") -> str:
    """An organiser adds a question: what they are answered."""
    form = await world.organiser.slash(world.office, "questions ajouter")
    return text_of(await world.organiser.submit_modal(form, {"text": text, "theme": theme}))


def options(answer_: object, custom_id: str) -> list[str]:
    """The values that a select offers."""
    return [
        option["value"]
        for component in components_of(answer_)  # type: ignore[arg-type]
        if component.get("custom_id") == custom_id
        for option in component["options"]
    ]


async def test_a_question_of_their_own_is_added_changed_found_and_removed(world: World) -> None:
    added = await add(world)
    assert "C’est ajouté" in added
    assert "Thème : prospection · de l’équipe" in added
    shown = await world.organiser.slash(world.office, "questions liste")
    assert options(shown, "prompts:pick") == ["own_1"]
    one = await world.organiser.select(message_of(shown), ["own_1"], custom_id="prompts:pick")
    form = await world.organiser.click(message_of(one), label="Modifier")
    other = "Quel livre relis-tu souvent pour ton métier ?"
    changed = await world.organiser.submit_modal(form, {"text": other, "theme": "outils"})
    assert "C’est changé" in text_of(changed)
    assert other in text_of(changed)
    assert "Thème : outils" in text_of(changed)
    meant = await world.organiser.slash(world.office, "questions retirer", question="relis-tu souvent")
    assert "Laquelle ?" in text_of(meant)
    one = await world.organiser.select(message_of(meant), ["own_1"], custom_id="prompts:pick")
    sure = await world.organiser.click(message_of(one), label="Retirer")
    assert "ne pourront pas être retrouvés" in text_of(sure)
    assert await world.association.read().value("SELECT count(*) FROM prompt_questions") == 1
    removed = await world.organiser.click(message_of(sure), label="Retirer")
    assert "ne sera plus posée" in text_of(removed)
    gone = await press(world, world.organiser, "prompts:edit:own_1")
    assert "n’existe plus" in text_of(gone)


async def test_one_of_the_bank_is_put_in_other_words_taken_out_and_put_back(world: World) -> None:
    offered = await world.organiser.autocomplete(world.office, "questions modifier", "question", "relance")
    assert "pro-03" in [choice["value"] for choice in offered]
    form = await world.organiser.slash(world.office, "questions modifier", question="pro-03")
    text = "Une relance qui a marché la semaine passée : comment était-elle tournée ?"
    changed = await world.organiser.submit_modal(form, {"text": text, "theme": "prospection"})
    assert "de l’équipe" in text_of(changed)
    sure = await world.organiser.slash(world.office, "questions retirer", question="pro-03")
    gone = await world.organiser.click(message_of(sure), label="Retirer")
    assert "n’est plus posée ici" in text_of(gone)
    assert "pro-03" not in await _choosable(world)
    back = await world.organiser.click(message_of(gone), label="Remettre")
    assert "de la réserve" in text_of(back)
    assert "pro-03" in await _choosable(world)


async def test_of_several_questions_that_were_meant_the_one_to_edit_is_chosen(world: World) -> None:
    shown = await world.organiser.slash(world.office, "questions modifier", question="client")
    assert "Laquelle ? D’autres conviennent aussi" in text_of(shown)
    assert len(options(shown, "prompts:pick")) == writing.MEANT
    one = await world.organiser.select(message_of(shown), ["pro-01"], custom_id="prompts:pick")
    assert "Modifier" in buttons_of(one)
    form = await world.organiser.slash(world.office, "questions modifier", question="D’où vient ton dernier client")
    assert form.modal is not None


async def test_a_few_letters_take_nothing_out(world: World) -> None:
    shown = await world.organiser.slash(world.office, "questions retirer", question="relance")
    assert "pro-03" in options(shown, "prompts:pick")
    assert await world.association.read().value("SELECT count(*) FROM prompt_questions") == 0
    gone = await world.organiser.slash(world.office, "questions retirer", question="pro-03")
    assert "n’est plus posée ici" in text_of(gone)


async def _choosable(world: World) -> list[str]:
    offered = await world.organiser.autocomplete(world.office, "questions retirer", "question", "relance")
    return [choice["value"] for choice in offered]


@pytest.mark.parametrize(
    ("text", "theme", "why"),
    [
        ("Et toi ?", "cuisine", "Je ne connais pas ce thème"),
        ("Une belle semaine à tous.", "outils", "Il manque un point d’interrogation"),
        ("What did you learn from the last one, and how?", "outils", "dans la langue d’ici"),
        ("D’où vient ton dernier client : recommandation, plateforme, hasard ?", "outils", "très proche existe déjà"),
    ],
)
async def test_what_is_no_question_for_here_is_refused(world: World, text: str, theme: str, why: str) -> None:
    assert why in await add(world, text, theme)


async def test_the_list_shows_their_own_the_bank_and_what_was_asked(world: World, anna: MemberActor) -> None:
    await switch_on(world)
    await talk(world, anna, world.lounge)
    await turn(world)
    shown = await world.organiser.slash(world.office, "questions liste")
    assert "Les questions · réserve : prospection" in text_of(shown)  # there is nothing else to look at
    own = await world.organiser.select(message_of(shown), ["own"], custom_id="prompts:list_view")
    assert "L’équipe n’en a pas encore écrit." in text_of(own)
    bank = await world.organiser.select(message_of(own), ["region"], custom_id="prompts:list_view")
    assert "Les questions · réserve : région" in text_of(bank)
    turned = await world.organiser.click(message_of(bank), label="Page suivante")
    assert "Page précédente" in text_of(turned)
    last = await world.organiser.select(message_of(turned), ["asked"], custom_id="prompts:list_view")
    assert "la réserve : [«" in text_of(last)
    assert f"/{asked(world.lounge)[0].id})" in text_of(last)
    forged = await press(world, world.organiser, "prompts:list:nothing:0")
    assert "plus à jour" in text_of(forged)


async def test_one_card_sets_where_what_and_who(world: World, anna: MemberActor) -> None:
    await world.introduce(anna, "Je fais des sites web")
    forum = world.guild.create_forum_channel("forum")
    await world.env.settle()
    shown = await press(world, world.organiser, "prompts:plan")
    refused = await world.organiser.select(message_of(shown), [forum], custom_id="prompts:channel")
    assert "Il faut un salon textuel" in text_of(refused)
    shown = await world.organiser.select(message_of(shown), [world.lounge], custom_id="prompts:channel")
    shown = await world.organiser.select(message_of(shown), ["outils", "region"], custom_id="prompts:themes")
    shown = await world.organiser.select(message_of(shown), ["24"], custom_id="prompts:lively")
    stranger = await world.organiser.select(message_of(shown), [world.join("Zoé")], custom_id="prompts:host")
    assert "n’est pas encore parmi nous" in text_of(stranger)
    shown = await world.organiser.select(message_of(shown), [anna], custom_id="prompts:host")
    assert f"Pour l’instant : <@{anna.id}>" in text_of(shown)
    chosen = world.association.preferences
    assert (chosen[THEMES], chosen[LIVELY], chosen[HOST]) == ("outils region", "24", anna.id)
    shown = await world.organiser.click(message_of(shown), label="Comme pour l’accueil")
    assert "Pour l’instant : personne" in text_of(shown)
    on = await world.organiser.click(message_of(shown), label="Allumer")
    rhythm = await world.organiser.click(message_of(on), label="Jour et heure")
    assert "La question du moment" in text_of(rhythm)
    await talk(world, anna, world.lounge)
    await turn(world)
    await world.env.advance_time(60)
    off = await press(world, world.organiser, "prompts:turn:off")
    assert "éteinte" in text_of(off)
    assert not await world.association.read().value("SELECT count(*) FROM jobs WHERE kind = 'prompts:ask'")
    nothing = await world.organiser.slash(world.office, "questions passer")
    assert "Aucune question n’est prévue" in text_of(nothing)
    every = await world.organiser.select(message_of(off), options(off, "prompts:themes"), custom_id="prompts:themes")
    assert world.association.preferences[THEMES] == ""
    assert every is not None


async def test_a_look_ahead_says_what_and_why_or_why_not(world: World, anna: MemberActor) -> None:
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Rien : il manque un salon." in text_of(ahead)
    assert "Elle est éteinte" in text_of(ahead)
    await switch_on(world)
    await anna.send(world.lounge, "Bonjour")
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Rien : on se parle dans le salon" in text_of(ahead)
    assert "Quand il y aura la place, ce serait :" in text_of(ahead)
    assert "La question du moment" in text_of(ahead)
    await talk(world, anna, world.lounge)
    await beats(world, 24 * 3600)
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Voici ce qui serait posé." in text_of(ahead)
    assert "Quand il y aura la place" not in text_of(ahead)
    assert "sur le thème qui s’est reposé le plus longtemps" in text_of(ahead)
    await turn(world)
    (question,) = said(world.lounge)
    assert question.split("\n")[1] in text_of(ahead)  # what was announced is what came
    ahead = await world.organiser.slash(world.office, "questions apercu")
    assert "Rien : le dernier mot dans le salon est le mien" in text_of(ahead)


async def test_the_panel_of_organisers_leads_there(world: World) -> None:
    panel = next(message for message in world.office.history() if "Prochains envois" in text_of(message))
    shown = await world.organiser.click(panel, label="La question")
    assert "La question du moment · éteinte" in text_of(shown)


async def test_the_round_up_says_what_needs_a_human_and_what_is_coming(world: World, anna: MemberActor) -> None:
    await world.introduce(anna, "Je fais des sites web")
    await switch_on(world)
    await propose(world, anna)
    now = world.clock.now()
    span = Span(now - 7 * 24 * 3600, now)
    with world.env._bot_scope():
        needs = await world.bot.house.sections.needs(world.association, world.association.words, span)
        sections = await world.bot.house.sections.of(world.association, world.association.words, span)
    assert any("attend un oui ou un non" in need.text for need in needs)
    coming = next(section for section in sections if section.name == "coming")
    assert any("Une question, si le salon est calme" in line.text for line in coming.lines)
    await world.choose({CHANNEL: None})
    with world.env._bot_scope():
        needs = await world.bot.house.sections.needs(world.association, world.association.words, span)
    assert any("elle n’a pas de salon" in need.text for need in needs)


async def test_in_english_and_with_vous_it_says_the_same(tmp_path: Path) -> None:
    async with World(tmp_path / "en", language="en") as world:
        anna = world.join("Anna")
        await switch_on(world)
        await talk(world, anna, world.lounge)
        await turn(world)
        assert "Two lines are enough, in the thread." in said(world.lounge)[0]
        await answer(anna, world.lounge)
        done = await propose(world, anna, "How do you tell a client that you will be late?")
        assert "It is handed to the team" in text_of(done)
        assert "A question proposed" in text_of(lines(world)[-1])
        ahead = await world.organiser.slash(world.office, "questions apercu")
        assert "If it were now" in text_of(ahead)
    async with World(tmp_path / "vous", voice="vous") as world:
        anna = world.join("Anna")
        await world.choose({THEMES: "tarifs"})
        await switch_on(world)
        await talk(world, anna, world.lounge)
        await turn(world)
        assert not {"tu", "ton", "ta", "tes"} & set(said(world.lounge)[0].lower().replace("-", " ").split())
        await propose(world, anna, MINE)
        await world.organiser.click(lines(world)[-1], label="Accepter")


def test_a_broken_bank_of_an_association_is_told_by_doctor_and_at_the_start(tmp_path: Path) -> None:
    from bot.cli import _build

    folder = tmp_path / "content" / "prompts"
    folder.mkdir(parents=True)
    (folder / "fr.toml").write_text(
        '[[prompt]]\nid = "x"\ntheme = "outils"\ntext = "Sans question"\n', encoding="utf-8"
    )
    settings = Settings(data_dir=tmp_path, _env_file=None)
    found = [finding for finding in doctor.features_content(settings) if finding.level is Level.FAIL]
    assert [finding.subject for finding in found] == ["prompts"]
    for piece in (str(folder / "fr.toml"), "prompt 1 (x)", "it needs a question mark"):
        assert piece in found[0].found
    with pytest.raises(StartRefused, match="it needs a question mark"):
        _build(settings)
