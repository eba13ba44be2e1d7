"""Members propose questions: accepted or declined with a word, named if they wish, gone when they are."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.people import lifecycle
from bot.schedule.clock import DAY
from bot.storage import preferences as prefs
from cogs.prompts.preferences import HOST
from tests.introductions.test_refusals import press
from tests.prompts.stage import MINE, asked, lines, propose, said, switch_on, talk, threads, turn
from tests.test_letters_story import beats, close_messages, come_to, inbox
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def anna(world: World) -> MemberActor:
    """Somebody who introduced themselves, on a Tuesday morning."""
    await come_to(world, "2026-01-06 10:30")
    who = world.join("Anna")
    await world.introduce(who, "Je fais des sites web")
    return who


async def decide(world: World, label: str) -> str:
    """An organiser decides on the newest suggestion in their channel: what they are answered."""
    answer = await world.organiser.click(lines(world)[-1], label=label)
    await beats(world)
    return text_of(answer)


async def decline(world: World, word: str) -> str:
    """An organiser declines the newest suggestion with a word."""
    form = await world.organiser.click(lines(world)[-1], label="Décliner avec un mot")
    answer = await world.organiser.submit_modal(form, {"word": word})
    await beats(world)
    return text_of(answer)


async def test_a_proposed_question_is_accepted_told_and_asked_with_its_authors_name(
    world: World, anna: MemberActor
) -> None:
    done = await propose(world, anna, theme="tarif")
    assert "C’est transmis à l’équipe" in text_of(done)
    named = await anna.click(message_of(done), label="Dire mon nom")
    assert "le nom sera dit" in text_of(named)
    (line,) = lines(world)
    assert MINE in text_of(line)
    assert str(anna.id) in text_of(line)
    assert "Thème : tarifs" in text_of(line)
    assert list(buttons_of(line)) == ["Accepter", "Modifier", "Décliner avec un mot"]
    assert "sera posée à son tour" in await decide(world, "Accepter")
    assert buttons_of(lines(world)[0]) == {}
    (letter,) = inbox(anna)
    assert "Ta question est retenue" in text_of(letter)
    assert "Elle sera posée quand la question reprendra. Ton nom sera dit." in text_of(letter)
    basile = world.join("Basile")
    await switch_on(world)
    await talk(world, basile, world.lounge)
    await turn(world)
    (question,) = asked(world.lounge)
    assert MINE in text_of(question)
    assert f"Proposée par <@{anna.id}>" in text_of(question)
    assert threads(world.lounge)[question.id].name == MINE
    assert "Ta question vient d’être posée" in text_of(inbox(anna)[-1])
    sent = [request.json for request in world.env.http_requests if request.path.endswith(f"{world.lounge.id}/messages")]
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent if isinstance(body, dict))


async def test_a_question_is_asked_without_a_name_unless_its_author_says_otherwise(
    world: World, anna: MemberActor
) -> None:
    await propose(world, anna)
    await decide(world, "Accepter")
    await switch_on(world)
    await talk(world, world.join("Basile"), world.lounge)
    await turn(world)
    assert str(anna.id) not in said(world.lounge)[0]
    named = await anna.user.click(inbox(anna)[-1], label="Dire mon nom")
    assert "le nom sera dit" in text_of(named)
    await beats(world)
    assert str(anna.id) in said(world.lounge)[0]


async def test_a_question_is_declined_with_a_word(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    assert "C’est décliné, avec un mot" in await decline(world, "On vient d’en poser une proche.")
    assert "Déclinée : On vient d’en poser une proche." in text_of(lines(world)[0])
    (letter,) = inbox(anna)
    assert "L’équipe ne la pose pas : On vient d’en poser une proche." in text_of(letter)
    again = await press(world, world.organiser, "prompts:accept:1")
    assert "déjà décidé" in text_of(again)
    await switch_on(world)
    await talk(world, world.join("Basile"), world.lounge)
    await turn(world)
    assert MINE not in said(world.lounge)[0]


async def test_organisers_find_other_words_first_and_the_author_is_told_so(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    form = await world.organiser.click(lines(world)[0], label="Modifier")
    assert form.modal is not None
    other = "Comment annoncez-vous un retard ?"
    changed = await world.organiser.submit_modal(form, {"text": other, "theme": ""})
    assert other in text_of(changed)
    await world.organiser.click(message_of(changed), label="Accepter")
    await beats(world)
    (letter,) = inbox(anna)
    assert "un peu reformulée" in text_of(letter)
    assert other in text_of(letter)
    assert f"Avec ses mots d’origine : « {MINE} »" in text_of(letter)
    assert f"Avec ses mots d’origine : « {MINE} »" in text_of(lines(world)[0])


async def test_a_word_to_the_author_is_asked_for_and_nothing_typed_is_lost(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    await world.introduce(world.organiser, "Je coordonne")
    assert "un non passe mieux avec une raison" in await decline(world, "…")
    assert inbox(anna) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("…", "Il manque la question elle-même"),
        ("Je suis en retard.", "Il manque un point d’interrogation"),
        ("D’où vient ton dernier client ? Recommandation, plateforme, hasard ?", "Une question très proche existe"),
    ],
)
async def test_what_is_no_question_or_is_asked_already_is_refused_and_kept(
    world: World, anna: MemberActor, text: str, why: str
) -> None:
    refused = await propose(world, anna, text)
    assert why in text_of(refused)
    again = await anna.click(message_of(refused), label="Corriger")
    assert again.modal is not None
    assert again.modal["components"][0]["component"]["value"] == text
    assert lines(world) == []


async def test_the_same_words_twice_are_one_and_three_may_wait(world: World, anna: MemberActor) -> None:
    for text in (MINE, MINE, "Où ranges-tu tes contrats signés ?", "Qui relit tes devis avant envoi ?"):
        assert "transmis" in text_of(await propose(world, anna, text))
    assert len(lines(world)) == 3
    refused = await propose(world, anna, "Où travailles-tu le vendredi ?")
    assert "3 de tes questions attendent déjà" in text_of(refused)
    mine = await anna.click(message_of(refused), label="Mes questions")
    assert text_of(mine).count("attend un mot de l’équipe") == 3


async def test_what_is_taken_back_is_asked_no_more_and_goes_where_it_stood(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    await decide(world, "Accepter")
    await switch_on(world)
    await talk(world, world.join("Basile"), world.lounge)
    await turn(world)
    assert MINE in said(world.lounge)[0]
    mine = await press(world, anna, "prompts:mine")
    one = await anna.select(message_of(mine), ["1"], custom_id="prompts:mine_one")
    filed = await anna.select(message_of(one), ["outils"], custom_id="prompts:about:1")
    gone = await anna.click(message_of(filed), label="Retirer")
    assert "C’est retiré" in text_of(gone)
    await beats(world)
    assert MINE not in said(world.lounge)[0]
    assert world.lounge.threads[0].name == "Question passée"
    assert "Retirée par la personne" in text_of(lines(world)[0])


async def test_nothing_is_stored_before_the_notice_and_others_decide_nothing(world: World, anna: MemberActor) -> None:
    basile = world.join("Basile")
    notice = await basile.slash(world.lounge, "question proposer")
    assert "J’ai lu, on y va" in buttons_of(notice)
    await propose(world, anna)
    for act in ("prompts:name:1:yes", "prompts:withdraw:1"):
        assert "Seule la personne qui a proposé" in text_of(await press(world, basile, act))
    for act in ("prompts:accept:1", "prompts:plan", "prompts:preview", "prompts:list:own:0", "prompts:remove:pro-01"):
        assert "réservée à l’équipe" in text_of(await press(world, anna, act))


async def test_somebody_who_leaves_is_named_no_more_and_is_when_they_are_back(world: World, anna: MemberActor) -> None:
    done = await propose(world, anna)
    await anna.click(message_of(done), label="Dire mon nom")
    await decide(world, "Accepter")
    await switch_on(world)
    await talk(world, world.join("Basile"), world.lounge)
    await turn(world)
    assert str(anna.id) in said(world.lounge)[0]
    world.guild.remove_member(anna)
    await beats(world)
    assert MINE in said(world.lounge)[0]
    assert str(anna.id) not in said(world.lounge)[0] + text_of(lines(world)[0])
    world.guild.add_member(anna.user)
    await beats(world)
    assert str(anna.id) in said(world.lounge)[0]


async def test_what_waits_of_somebody_who_left_is_neither_decided_nor_asked(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    await decide(world, "Accepter")
    await propose(world, anna, "Où ranges-tu tes contrats signés ?")
    world.guild.remove_member(anna)
    await beats(world)
    assert buttons_of(lines(world)[-1]) == {}
    await switch_on(world)
    await talk(world, world.join("Basile"), world.lounge)
    await turn(world)
    assert MINE not in said(world.lounge)[0]


async def test_erasing_takes_ones_questions_away_everywhere_and_leaves_the_answers(
    world: World, anna: MemberActor
) -> None:
    await propose(world, anna)
    await decide(world, "Accepter")
    await propose(world, anna, "Où ranges-tu tes contrats signés ?")
    basile = world.join("Basile")
    await world.introduce(basile, "Je fais des photos")
    await switch_on(world)
    await world.choose({HOST: basile.id})
    await talk(world, basile, world.lounge)
    await turn(world)
    assert MINE in text_of(inbox(basile)[0])
    thread = threads(world.lounge)[asked(world.lounge)[0].id]
    await basile.send(thread, "Un message la veille")
    seen = await anna.slash(world.lounge, "moi mes-donnees")
    for piece in ("Une question proposée", MINE, "Une question posée ici avec tes mots"):
        assert piece in text_of(seen)
    exported = await lifecycle.export(world.association.read(), anna.id)
    assert [row["text"] for row in exported["prompt_suggestions"]] == [MINE, "Où ranges-tu tes contrats signés ?"]
    await world.erase(anna)
    await beats(world)
    assert MINE not in said(world.lounge)[0]
    assert thread.name == "Question passée"
    assert text_of(inbox(basile)[0]) == world.words("letters-over")
    assert [message.content for message in thread.history() if message.content] == ["Un message la veille"]
    assert not any("Une question proposée" in text_of(line) for line in lines(world))
    for table in ("prompt_suggestions", "prompt_authors"):
        assert await world.association.read().value(f"SELECT count(*) FROM {table}") == 0


async def test_one_that_was_on_its_way_goes_with_its_author_too(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    await decide(world, "Accepter")
    await switch_on(world)
    await talk(world, world.join("Basile"), world.lounge)
    world.env.inject_error("POST", f"/channels/{world.lounge.id}/messages", status=503, times=1)
    await turn(world)
    await world.erase(anna)
    for _ in range(4):
        await beats(world, 60)
    assert said(world.lounge) == []
    assert await world.association.read().value("SELECT count(*) FROM prompt_posts") == 0


async def test_with_closed_messages_the_answer_waits_for_the_next_use(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    close_messages(world, anna)
    await decide(world, "Accepter")
    await beats(world, DAY)
    shown = await anna.slash(world.lounge, "aide")
    assert "Ta question est retenue" in text_of(shown)


async def test_without_a_channel_of_theirs_organisers_find_it_in_the_list(world: World, anna: MemberActor) -> None:
    await world.choose({prefs.ORGANISERS_CHANNEL: None})
    await propose(world, anna)
    waiting = await world.organiser.slash(world.lounge, "questions liste")
    assert "Les questions · proposées par des membres" in text_of(waiting)  # what waits for a word is shown first
    one = await world.organiser.select(message_of(waiting), ["1"], custom_id="prompts:pick_proposed")
    done = await world.organiser.click(message_of(one), label="Accepter")
    assert "C’est retenu" in text_of(done)
    shown = await world.organiser.slash(world.lounge, "questions liste")
    accepted = await world.organiser.select(message_of(shown), ["proposed"], custom_id="prompts:list_view")
    assert f"{MINE} · retenue, posée à son tour" in text_of(accepted)


async def test_a_theme_that_is_not_there_is_said_to_be_and_never_dropped_by_organisers(
    world: World, anna: MemberActor
) -> None:
    done = await propose(world, anna, theme="cuisine")
    assert "« cuisine » n’est pas un thème d’ici" in text_of(done)
    filed = await anna.select(message_of(done), ["tarifs"], custom_id="prompts:about:1")
    assert "n’est pas un thème" not in text_of(filed)
    await beats(world)
    form = await world.organiser.click(lines(world)[0], label="Modifier")
    refused = await world.organiser.submit_modal(form, {"text": MINE, "theme": "cuisine"})
    assert "Je ne connais pas ce thème" in text_of(refused)
    assert "Thème : tarifs" in text_of(lines(world)[0])


async def test_what_was_declined_is_forgotten_after_three_months(world: World, anna: MemberActor) -> None:
    await propose(world, anna)
    await decline(world, "Une autre fois.")
    await beats(world, 91 * DAY)
    assert await world.association.read().value("SELECT count(*) FROM prompt_suggestions") == 0
