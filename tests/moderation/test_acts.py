"""Acts towards a member: what they do, who may do them, what the person concerned is told, and what fails."""

from __future__ import annotations

import discord
import pytest
from simcord.actors import MemberActor

from bot.people import avoid, members
from bot.people.lifecycle import export
from bot.schedule.clock import DAY
from cogs import help_requests
from cogs.help_requests.rules import State as RequestState
from cogs.introductions.posts import CARD
from cogs.moderation.rules import Act
from cogs.tips import store as tip_store
from tests.help_requests import stage as help_stage
from tests.introductions.test_refusals import forge_choice, press, submit_raw
from tests.moderation.acting import WORD, act, taken, upon
from tests.moderation.stage import (
    beats,
    choose,
    close_messages,
    come_to,
    inbox,
    letters,
    member,
    on_a_monday,
    report,
    second_organiser,
)
from tests.tips.stage import open_tips, share
from tests.world import World, buttons_of, message_of, text_of


@pytest.fixture
async def rita(world: World) -> MemberActor:
    """Rita, who reports, on a Monday morning; the organiser accepted the notice."""
    return await on_a_monday(world, "Rita")


async def test_from_a_report_to_a_pause_that_tells_rule_and_act_and_nothing_of_the_report(
    world: World, rita: MemberActor
) -> None:
    carl, orga = await member(world, "Carl"), world.organiser
    await report(world, rita, carl)
    await press(world, orga, "moderation:take:1")
    case = await press(world, orga, "moderation:open:1")
    shown = await orga.click(message_of(case), label="Agir")
    assert "Envers" in text_of(shown)
    assert "Retirer ce contenu" not in text_of(shown)  # the report is about no card
    shown = await choose(orga, shown, "moderation:act_choose:act", "paused")
    shown = await choose(orga, shown, "moderation:act_choose:rule", "insistence")
    shown = await choose(orga, shown, "moderation:act_choose:features", "tips", "matchmaking")
    assert "Écrire le mot" not in buttons_of(shown)
    shown = await choose(orga, shown, "moderation:act_choose:length", "14")
    form = await orga.click(message_of(shown), label="Écrire le mot")
    slip = await orga.submit_modal(form, {"word": "Rita nous a dit que tu insistes."})
    assert "contient le nom" in text_of(slip)
    again = await orga.click(message_of(slip), label="Corriger")
    done = await orga.submit_modal(again, {"word": WORD})
    assert "La pause de" in text_of(done)
    await beats(world)
    (letter,) = letters(carl)
    assert "Une pause jusqu’au" in letter
    assert "les astuces, le café" in letter
    assert "Un non est un non" in letter
    assert WORD in letter
    assert not {"Rita", "Ondine", "tous les soirs", "signalement", str(rita.id)} & set(letter.split())
    assert "écrit tous les soirs" not in letter
    refused = await carl.slash(world.lounge, "astuce partager")
    assert "jusqu’au" in text_of(refused)
    why = await carl.click(message_of(refused), label="Voir pourquoi")
    assert WORD in text_of(why)
    assert (await carl.slash(world.lounge, "astuce mes-astuces")).ephemeral  # to take back what is theirs
    assert "jusqu’au" not in text_of(await carl.slash(world.lounge, "presentation voir"))
    await world.later(14 * DAY)
    assert (await carl.slash(world.lounge, "astuce partager")).modal is not None


async def test_erasing_oneself_and_coming_back_lifts_nothing(world: World, rita: MemberActor) -> None:
    carl = world.join("Carl")
    await world.introduce(carl, "Je tisse du lin")
    case = await taken(world, rita, carl)
    await act(world, case, Act.PAUSED, "tips", length="90")
    await act(world, case, Act.HIDDEN)
    assert len(world.cards()) == 1  # the panel alone
    await world.erase(carl)
    await beats(world)
    preview = await world.introduce(carl, "Je tisse du lin")
    assert "ne peut pas être publiée" in text_of(preview)
    assert len(world.cards()) == 1
    refused = await carl.slash(world.lounge, "astuce partager")
    assert "décidé d’une pause" in text_of(refused)
    assert await members.visible_profile(world.association.read(), carl.id) is None
    kept = await world.association.read().rows("SELECT feature FROM restrictions WHERE member_id = :id", id=carl.id)
    assert {row["feature"] for row in kept} == {"tips", "profile"}  # whoever brings people together knows them again


async def test_the_bots_card_of_that_content_goes_and_nobody_elses(world: World, rita: MemberActor) -> None:
    carl, nora = world.join("Carl"), world.join("Nora")
    await world.introduce(carl, "Je vends des miracles")
    await world.introduce(nora, "Je tisse du lin")
    wrong = await taken(world, rita, carl, message_id=await _card_of(world, nora))
    assert "n’est plus là" in text_of(await act(world, wrong, Act.REMOVED))
    case = await taken(world, rita, carl, message_id=await _card_of(world, carl))
    assert "est retiré" in text_of(await act(world, case, Act.REMOVED))
    assert "miracles" not in "".join(text_of(card) for card in world.cards())
    assert "lin" in text_of(world.cards()[-1])
    assert "n’est plus là" in text_of(await act(world, case, Act.REMOVED))  # pressed again
    assert [entry.act for entry in await upon(world, carl)] == [Act.REMOVED]
    again = await world.introduce(carl, "Je vends des balais")  # their words are theirs, to write another way
    assert "ne peut pas" not in text_of(again)


async def _card_of(world: World, who: MemberActor) -> int:
    standing = await world.bot.house.publications.get(world.association.read(), CARD, who.id)
    assert standing is not None
    assert standing.message_id is not None
    return standing.message_id


async def test_what_a_feature_keeps_of_a_card_goes_out_of_sight_with_it(world: World) -> None:
    await open_tips(world)
    rita, carl = await member(world, "Rita"), world.join("Carl")
    await world.introduce(carl, "Je fais des sites web")
    await share(world, carl)
    place = await help_stage.open_channel(world)
    await help_stage.ask(world, carl)
    db, found = world.association.read(), world.bot.house.publications
    for kind, ref in (("tips:card", 1), (help_requests.CARD, 1)):
        standing = await found.get(db, kind, ref)
        assert standing is not None
        case = await taken(world, rita, carl, message_id=standing.message_id)
        assert "est retiré" in text_of(await act(world, case, Act.REMOVED))
        assert await found.get(db, kind, ref) is None
    tip, request = await tip_store.get(db, 1), await help_stage.newest(world)
    assert tip is not None
    assert not tip.stands
    assert request.state is RequestState.CLOSED
    assert await db.rows("SELECT ref FROM documents WHERE kind = 'tip'") == []
    assert [message for message in place.history() if message.components][1:] == []  # the panel alone
    mine = await carl.slash(world.lounge, "astuce mes-astuces")
    assert tip.title in text_of(mine)  # their words are theirs


async def test_the_same_act_twice_is_done_once(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    case = await taken(world, rita, carl)
    assert "est rappelée" in text_of(await act(world, case, Act.WARNED))
    assert "deux fois" in text_of(await act(world, case, Act.WARNED))
    assert len(await upon(world, carl)) == 1
    assert len(inbox(carl)) == 1


async def test_discords_timeout_is_asked_for_only_where_the_bot_may(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    case = await taken(world, rita, carl)
    await let_bot(world, moderate_members=False)
    assert "ne se peut pas ici" in text_of(await act(world, case, Act.SILENCED, length="24"))
    await let_bot(world, moderate_members=True)
    assert "Discord exclut" in text_of(await act(world, case, Act.SILENCED, length="24"))
    until = world.env.backend.get_member(world.guild.id, carl.id).timed_out_until
    assert until is not None
    assert "exclusion temporaire de Discord" in letters(carl)[-1]
    assert "deux fois" in text_of(await act(world, case, Act.SILENCED, length="24"))
    world.env.inject_error("PATCH", f"/guilds/{world.guild.id}/members/{carl.id}", status=403, code=50013)
    refused = await act(world, case, Act.SILENCED, length="1", word="Encore.")
    assert "Discord refuse" in text_of(refused)
    world.env.inject_error("PATCH", f"/guilds/{world.guild.id}/members/{carl.id}", status=404, code=10007)
    assert "n’est plus sur le serveur" in text_of(await act(world, case, Act.SILENCED, length="1", word="Encore."))
    assert len(await upon(world, carl)) == 1


async def let_bot(world: World, *, moderate_members: bool) -> None:
    """Give the bot every permission but, maybe, that one."""
    for role in (world.guild.roles["TestBot"], world.guild.default_role):
        value = discord.Permissions.all()
        value.update(administrator=False, moderate_members=moderate_members)
        world.env.backend.edit_role(world.guild.id, role.id, {"permissions": value.value})
    await world.env.settle()


async def test_whoever_cannot_be_written_to_reads_it_when_they_use_the_bot(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    close_messages(world, carl)
    case = await taken(world, rita, carl)
    await act(world, case, Act.WARNED)
    assert inbox(carl) == []
    answer = await carl.slash(world.lounge, "aide")
    assert WORD in "\n".join(text_of(shown) for shown in answer.followups)


async def test_towards_somebody_who_left_or_never_accepted_the_notice(world: World, rita: MemberActor) -> None:
    gone, stranger = world.join("Carl"), world.join("Nora")
    await world.introduce(gone, "Je vends des miracles")
    case = await taken(world, rita, gone, named=stranger)
    world.guild.remove_member(gone)
    await world.env.settle()
    done = await act(world, case, Act.PAUSED, "matchmaking", length="30")
    assert "ne peut pas écrire" in text_of(done)
    await act(world, case, Act.HIDDEN)
    world.guild.add_member(gone.user)
    await world.env.settle()
    assert await members.visible_profile(world.association.read(), gone.id) is None
    assert len(world.cards()) == 1
    done = await act(world, case, Act.PAUSED, "tips", length="30", person=1)
    assert "ne peut pas écrire" in text_of(done)
    form = await stranger.slash(world.lounge, "astuce partager")
    assert "décidé d’une pause" in text_of(form)
    why = await stranger.click(message_of(form), label="Voir pourquoi")
    first = await stranger.click(message_of(why), label="Faire un recours")
    form = await stranger.click(message_of(first), label=world.words("notice-accept"))  # nothing of theirs before it
    assert form.modal is not None


async def test_nobody_acts_who_may_not(world: World, rita: MemberActor) -> None:
    carl, other = await member(world, "Carl"), await second_organiser(world)
    case = await taken(world, rita, carl)
    organiser_concerned = await taken(world, rita, other, by=world.organiser)
    for who in (rita, carl, other):  # its reporter, whom it is about, one of the team who doesn't take care of it
        for custom_id in (f"moderation:acts:{case}:0", f"moderation:act_part:{case}:0:0"):
            assert "agir" not in text_of(await press(world, who, custom_id)).lower()
        await forge_choice(world, who, f"moderation:act_choose:act:{case}:0:::0:", "warned")
        await act(world, case, Act.WARNED, by=who)
    await act(world, organiser_concerned, Act.WARNED, by=other)
    for forged in (
        f"moderation:act_written:{case}:7:warned:respect:0:",
        f"moderation:act_written:{case}:0:banned:respect:0:",
        f"moderation:act_written:{case}:0:paused:respect:0:7",
        f"moderation:act_written:{case}:0:parted:respect:0:",
        "moderation:act_written:99:0:warned:respect:0:",
    ):
        await submit_raw(world, world.organiser, forged, {"word": WORD})
    blank = await submit_raw(
        world, world.organiser, f"moderation:act_written:{case}:0:warned:respect:0:", {"word": "…"}
    )
    assert "manque le mot" in text_of(blank)
    assert await upon(world, carl) == []
    assert await upon(world, other) == []
    assert inbox(carl) == []


async def test_a_case_shows_what_it_closed_itself_and_nothing_of_another(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    first, second = await taken(world, rita, carl), await taken(world, rita, carl)
    await act(world, first, Act.PAUSED, "matchmaking", length="30")
    assert "En ce moment : le café" in text_of(await press(world, world.organiser, f"moderation:acts:{first}:0"))
    assert "En ce moment" not in text_of(await press(world, world.organiser, f"moderation:acts:{second}:0"))


async def test_two_people_are_kept_apart_and_the_one_concerned_can_never_tell(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    case, house = await taken(world, rita, carl), world.bot.house

    def alias(member_id: int) -> str:
        return house.lifecycle.alias(world.association, member_id)

    shown = await forge_choice(world, world.organiser, f"moderation:act_choose:act:{case}:0:::0:", "parted")
    done = await world.organiser.click(message_of(shown), label="1. Qui a signalé")
    assert "ne rapprochera plus" in text_of(done)
    assert "deux fois" in text_of(await press(world, world.organiser, f"moderation:act_part:{case}:0:0"))
    db = world.association.read()
    assert await avoid.kept_apart(db, carl.id, [rita.id], alias) == {rita.id}
    assert await avoid.kept_apart(db, rita.id, [carl.id], alias) == {carl.id}
    assert await avoid.pairs(db, [rita.id, carl.id], alias) == {(min(rita.id, carl.id), max(rita.id, carl.id))}
    await beats(world)
    for who in (carl, rita):  # neither on their list, nor in their export, nor in a letter
        assert "Personne" in text_of(await press(world, who, "privacy:avoiding"))
        assert "partings" not in await export(db, who.id)
        assert inbox(who) == []
    async with world.association.transaction() as db:  # what she says herself, and takes back, is another matter
        await avoid.add(db, rita.id, alias(carl.id), alias(rita.id), 1)
        await avoid.remove(db, rita.id, alias(carl.id))
        assert await avoid.kept_apart(db, carl.id, [rita.id], alias) == {rita.id}
        await db.run("DELETE FROM cases")  # as its time comes
        assert await avoid.kept_apart(db, carl.id, [rita.id], alias) == set()


async def test_whoever_reports_can_keep_themselves_apart_at_once(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    sent = await report(world, rita, carl)
    done = await rita.click(message_of(sent), label="Ne plus nous rapprocher")
    assert "personne ne le saura" in text_of(done)
    assert len(await avoid.of(world.association.read(), rita.id)) == 1
    await press(world, carl, "moderation:apart:1")
    await press(world, world.organiser, "moderation:apart:1")
    assert await avoid.of(world.association.read(), carl.id) == []
    assert await avoid.of(world.association.read(), world.organiser.id) == []
    listed = await rita.click(message_of(done), label="Ma liste")
    assert f"<@{carl.id}>" in text_of(listed)


async def test_whoever_could_not_be_written_to_is_told_once_they_are_here_again(
    world: World, rita: MemberActor
) -> None:
    carl, stranger = await member(world, "Carl"), world.join("Nora")
    case = await taken(world, rita, carl, named=stranger)
    await come_to(world, "2026-03-02 20:00")
    await act(world, case, Act.WARNED)  # waits for the morning, and he leaves in the night
    world.guild.remove_member(carl)
    await world.env.settle()
    assert "Il le lui dira à son retour" in text_of(await act(world, case, Act.PAUSED, "tips", length="30"))
    assert "Il le lui dira à son retour" in text_of(await act(world, case, Act.WARNED, person=1))
    await come_to(world, "2026-03-04 10:00")
    assert inbox(carl) == []
    world.guild.add_member(carl.user)
    await world.env.settle()
    await beats(world)
    assert ["Un rappel" in letter and "Une pause" in letter for letter in letters(carl)] == [True]
    begun = await stranger.slash(world.lounge, "astuce partager")
    await stranger.click(message_of(begun), label=world.words("notice-accept"))
    await beats(world)
    assert ["Un rappel" in letter for letter in letters(stranger)] == [True]
    await world.later(DAY)
    assert len(letters(carl)) == len(letters(stranger)) == 1


async def test_all_that_was_decided_can_be_read_a_page_at_a_time(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    case = await taken(world, rita, carl)
    words = [f"Rappel numéro {number}." for number in range(6)]
    for word in words:
        await act(world, case, Act.WARNED, word=word)
    first = await press(world, carl, "moderation:about_me")
    assert [word in text_of(first) for word in words] == [False, True, True, True, True, True]
    oldest = await carl.click(message_of(first), label=world.words("kernel-page-after"))
    assert words[0] in text_of(oldest)
    assert "Faire un recours" in buttons_of(oldest)


async def test_an_act_towards_somebody_who_is_only_spoken_of_is_asked_about_once_more(
    world: World, rita: MemberActor
) -> None:
    carl, nora = await member(world, "Carl"), await member(world, "Nora")
    case = await taken(world, rita, carl, named=nora)
    codes = "warned:respect:0:"
    assert (await press(world, world.organiser, f"moderation:act_write:{case}:0:{codes}")).modal is not None
    asked = await press(world, world.organiser, f"moderation:act_write:{case}:1:{codes}")
    assert f"n’est pas à propos de <@{nora.id}>" in text_of(asked)
    form = await world.organiser.click(message_of(asked), label="Écrire le mot")
    await world.organiser.submit_modal(form, {"word": WORD})
    assert [entry.act for entry in await upon(world, nora)] == [Act.WARNED]


async def test_a_timeout_that_could_not_be_written_down_is_taken_back(world: World, rita: MemberActor) -> None:
    carl = await member(world, "Carl")
    await let_bot(world, moderate_members=True)
    case = await taken(world, rita, carl)
    async with world.association.transaction() as db:
        await db.run("CREATE TRIGGER full BEFORE INSERT ON case_acts BEGIN SELECT RAISE(ABORT, 'full'); END")
    await act(world, case, Act.SILENCED, length="24")
    assert await upon(world, carl) == []
    assert world.env.backend.get_member(world.guild.id, carl.id).timed_out_until is None
    world.failures.events.clear()
