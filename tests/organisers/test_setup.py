"""From nothing to an open place in a few taps; a try that nobody sees; a soft opening; and what the bot may not do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.people import members
from bot.storage import preferences as prefs
from bot.storage.features import declared as features
from cogs import help_requests, introductions, matchmaking, moderation, tips
from cogs.organisers import checks, opening, trying
from tests.introductions.test_refusals import press
from tests.organisers.test_setup_cards import PERMISSIONS
from tests.pressing import Pressing
from tests.world import World, buttons_of, message_of, text_of

IDENTITY = {"name": "Les Indés", "contact": "bonjour@indes53.fr", "technical": "Marie Lefort, marie@indes53.fr"}
TIP = {"title": "Un modèle de devis", "body": "Deux lignes, une date, un acompte : tout le reste se discute."}
REQUEST = {"question": "Qui relit ma page d’accueil ?", "by_when": "vendredi"}


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[World]:
    """A server where nothing is set up."""
    async with World(tmp_path, set_up=False) as opened:
        yield opened


async def accept_advice(world: World) -> InteractionResult:
    """The association is named, then the settings that are advised are accepted: the last step."""
    organiser = world.organiser
    shown = await organiser.slash(world.office, "installer")
    form = await organiser.click(message_of(shown), label="Nom et contact")
    named = await organiser.submit_modal(form, IDENTITY)
    return await organiser.click(message_of(named), label="Accepter les réglages conseillés")


def made(world: World, name: str) -> ChannelHandle:
    """A channel that the bot made."""
    return world.guild.channels[name]


def posted(world: World, name: str) -> list[discord.Message]:
    """What the bot posted there; that something was pinned is no post."""
    return [message for message in made(world, name).history() if message.components]


async def fill(world: World, who: MemberActor, shown: InteractionResult, label: str, fields: dict[str, str]) -> None:
    """A form of a room, from a button of set-up to its answer; the notice comes first to whoever didn't accept it."""
    form = await who.click(message_of(shown), label=label)
    if form.modal is None:
        form = await who.click(message_of(form), label=world.words("notice-accept"))
    await who.submit_modal(form, fields)


async def test_somebody_who_never_administered_a_bot_opens_in_three_taps_and_a_form(bare: World) -> None:
    check = await accept_advice(bare)
    told = text_of(check)
    assert "Je ne lis pas vos messages, n’écris à personne sans accord, ne mentionne jamais @everyone" in told
    assert "Tout est prêt" in told
    assert "Marie Lefort" in told
    assert "Dernière sauvegarde" in told
    assert "Qui est là ?" in told
    chosen = bare.association.preferences
    assert all(chosen[features[name].preference] for name in ("introductions", "tips", "help_requests"))
    assert (chosen[matchmaking.MINIMUM], chosen[matchmaking.FIGURES_FROM]) == (8, 15)
    assert not any(channel.history() for channel in bare.guild.channels.values())
    done = await bare.organiser.click(message_of(check), label="Publier")
    assert "C’est ouvert" in text_of(done)
    places = ("présentations", "astuces", "coups-de-main", "café", "équipe")
    assert [len(posted(bare, name)) for name in places] == [1] * len(places)
    again = await press(bare, bare.organiser, "organisers:step:0")
    assert "✓ **Les réglages conseillés**" in text_of(again)


async def test_it_is_left_and_resumed_after_a_restart_and_run_again(bare: World) -> None:
    await accept_advice(bare)
    await bare.restart()
    resumed = await bare.organiser.slash(bare.office, "installer")
    assert "4 sur 4" in text_of(resumed)
    await bare.choose({tips.CHANNEL: None, help_requests.CHANNEL: None})
    await press(bare, bare.organiser, "organisers:publish")
    assert "1 sur 4" in text_of(await bare.organiser.slash(bare.office, "installer"))
    again = await press(bare, bare.organiser, "organisers:accept")
    assert "Tout est prêt" in text_of(again)
    assert len(posted(bare, "présentations")) == 1


async def test_a_try_stands_where_only_the_team_sees_it_and_goes_without_a_trace(bare: World) -> None:
    organiser = bare.organiser
    check = await accept_advice(bare)
    offered = await organiser.click(message_of(check), label="Essayer dans un salon privé")
    tried = await organiser.click(message_of(offered), label="Créer un salon d’essai")
    place = made(bare, "essai-comptoir")
    assert place.mention in text_of(tried)
    note, *panels = place.history()
    assert "attend l’ouverture" in text_of(note)
    assert len(panels) == 7
    with pytest.raises(Exception):  # noqa: B017 (SimCord's own refusal: she can't see it)
        await bare.join("Nora").slash(place, "aide")
    assert "Qui est là ?" in text_of(panels[0])
    notice = await organiser.click(panels[0], label="Je me présente")
    form = await organiser.click(message_of(notice), label=bare.words("notice-accept"))
    preview = await organiser.submit_modal(form, {"what": "Je fais de la photo"})
    await organiser.click(message_of(preview), label=bare.words("intro-publish"))
    assert made(bare, "présentations").history() == []
    await organiser.click(message_of(tried), label="Retour")
    await press(bare, organiser, "organisers:trial_create")
    assert len(place.history()) == 8
    over = await press(bare, organiser, "organisers:trial_end")
    assert "L’essai est rangé" in text_of(over)
    assert "essai-comptoir" not in bare.guild.channels
    await press(bare, organiser, "organisers:publish")
    assert any("Je fais de la photo" in text_of(card) for card in posted(bare, "présentations"))


async def test_a_try_in_a_channel_that_is_there_takes_its_messages_away_and_leaves_the_rest(bare: World) -> None:
    await accept_advice(bare)
    shown = await press(bare, bare.organiser, "organisers:trial")
    refused = await bare.organiser.select(message_of(shown), [bare.lounge], custom_id="organisers:trial_in")
    assert "visible de tout le monde" in text_of(refused)
    team = made(bare, "équipe")
    tried = await bare.organiser.select(message_of(shown), [team], custom_id="organisers:trial_in")
    assert len(team.history()) == 8
    await bare.restart()
    await bare.later()
    over = await bare.organiser.click(message_of(tried), label="Ranger l’essai")
    assert "L’essai est rangé" in text_of(over)
    assert team.history() == []
    assert await trying.standing(bare.association.read()) is None


async def test_the_team_writes_first_through_the_rooms_own_forms_then_invites(bare: World) -> None:
    organiser = bare.organiser
    check = await accept_advice(bare)
    done = await organiser.click(message_of(check), label="Publier")
    softly = await organiser.click(message_of(done), label="Ouvrir en douceur")
    assert "**Trois astuces** écrites par l’équipe (0 sur 3)" in text_of(softly)
    await fill(bare, organiser, softly, "Partager une astuce", TIP)
    assert any("Un modèle de devis" in text_of(card) for card in posted(bare, "astuces"))
    resumed = await organiser.slash(bare.office, "installer")
    assert "(1 sur 3)" in text_of(resumed)
    await fill(bare, organiser, resumed, "Demander un coup de main", REQUEST)
    found = await opening.progress(bare.association)
    assert (found.tips, found.requests, found.introduced, found.under_way) == (1, 1, 0, True)
    softly = await press(bare, organiser, "organisers:softly")
    letter = text_of(await organiser.click(message_of(softly), label="Texte d’invitation"))
    assert "Avec Les Indés, un lieu d’entraide s’ouvre" in letter
    assert "bonjour@indes53.fr" in letter


async def test_the_confirmation_of_an_introduction_offers_a_hand_and_a_coffee(bare: World) -> None:
    check = await accept_advice(bare)
    await bare.organiser.click(message_of(check), label="Publier")
    anna = bare.join("Anna")
    published = await bare.introduce(anna, "Je fais des sites web", offers="relire un devis")
    lent = await anna.click(message_of(published), label="On peut me demander un coup de main")
    assert "relire un devis" in text_of(lent)
    assert not await help_requests.may_invite(bare.association, anna.id)
    joined = await anna.click(message_of(published), label="Partant pour un café")
    assert "Tu en es à chaque tour" in text_of(joined)
    assert not await matchmaking.may_join(bare.association, anna.id)
    changed = await bare.introduce(anna, "Je fais des sites et des boutiques")
    assert list(buttons_of(changed)) == ["Trouver quelqu’un"]


async def test_a_referent_is_a_member_outside_the_team(world: World) -> None:
    hugo = world.join("Hugo")
    shown = await press(world, world.organiser, "organisers:step:2")
    act = "organisers:choose:moderation-referent"
    stranger = await world.organiser.select(message_of(shown), [hugo], custom_id=act)
    assert "n’est pas encore parmi nous" in text_of(stranger)
    await world.introduce(world.organiser, "Je tiens la maison")
    refused = await world.organiser.select(message_of(shown), [world.organiser], custom_id=act)
    assert "fait partie de l’équipe" in text_of(refused)
    await world.introduce(hugo, "Je fais de la photo")
    chosen = await world.organiser.select(message_of(shown), [hugo], custom_id=act)
    assert world.association.preferences[moderation.REFERENT] == hugo.id
    await world.organiser.click(message_of(chosen), label="Sans personne référente")
    assert world.association.preferences[moderation.REFERENT] is None


# What the bot may not do


async def lack(world: World, *permissions: str, role: bool = False) -> None:
    """Take permissions from the bot in the whole server; with `role`, Discord knows the bot's role for its own."""
    roles = [world.guild.roles["TestBot"], world.guild.default_role]
    for handle in roles:
        value = discord.Permissions.all()
        value.update(administrator=False, **dict.fromkeys(permissions, False))
        world.env.backend.edit_role(world.guild.id, handle.id, {"permissions": value.value})
    await world.env.settle()
    found = world.bot.get_guild(world.guild.id)
    assert found is not None
    own = found.get_role(roles[0].id)
    assert own is not None
    assert world.bot.user is not None
    tags: Any = {"bot_id": str(world.bot.user.id)}
    own.tags = discord.RoleTags(tags) if role else None


async def test_whatever_permission_it_lacks_set_up_opens_and_says_where_to_give_it(world: World) -> None:
    await world.choose({tips.CHANNEL: world.lounge.id, matchmaking.CHANNEL: world.lounge.id})
    for permission in PERMISSIONS:
        await lack(world, permission, role=True)
        shown = await press(world, world.organiser, "organisers:step:3")
        name = world.words(f"permission-{permission}")
        assert f"il me manque « {name} »" in text_of(shown), permission
        assert "Paramètres du serveur → Rôles → « TestBot »" in text_of(shown), permission
        assert "1 sur 4" in text_of(await press(world, world.organiser, "organisers:step:0")), permission
    await lack(world, role=True)
    assert "Tout est prêt" in text_of(await press(world, world.organiser, "organisers:step:3"))


@pytest.mark.parametrize("permission", ["manage_channels", "view_channel"])
async def test_where_it_may_make_no_channel_the_rest_of_the_advice_is_kept(bare: World, permission: str) -> None:
    await lack(bare, permission, role=True)
    refused = await accept_advice(bare)
    assert f"Il me manque « {bare.words(f'permission-{permission}')} »" in text_of(refused)
    assert "Rôles → « TestBot » → Permissions" in text_of(refused)
    assert bare.association.preferences[matchmaking.FIGURES_FROM] == 15
    by_hand = await bare.organiser.click(message_of(refused), label="Choisir les salons")
    assert "2 sur 4" in text_of(by_hand)
    tried = await press(bare, bare.organiser, "organisers:trial_create")
    assert "il me manque" in text_of(tried).casefold()
    await lack(bare)
    assert "Tout est prêt" in text_of(await press(bare, bare.organiser, "organisers:accept"))


async def test_what_a_channel_takes_away_is_given_back_in_the_channel(world: World) -> None:
    deaf = discord.PermissionOverwrite(send_messages=False, view_channel=True)
    place = world.guild.create_text_channel("muet", overwrites={world.guild.roles["TestBot"]: deaf})
    await world.env.settle()
    await lack(world, "pin_messages", role=True)
    await world.choose({tips.CHANNEL: place.id})
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    found = {
        (finding.channel_id, finding.need.permission): finding
        for finding in checks.findings(world.association, guild)
        if finding.need
    }
    assert found[place.id, "send_messages"].here
    assert found[place.id, "send_messages"].must
    assert not found[place.id, "pin_messages"].here
    assert not found[place.id, "pin_messages"].must


async def test_without_the_right_to_remove_the_channel_of_a_try_it_says_so(bare: World) -> None:
    await accept_advice(bare)
    await press(bare, bare.organiser, "organisers:trial_create")
    await lack(bare, "manage_channels")
    over = await press(bare, bare.organiser, "organisers:trial_end")
    assert "cela se fait à la main" in text_of(over)
    assert "1 sur 4" in text_of(await press(bare, bare.organiser, "organisers:step:0"))


async def test_channels_of_parts_that_are_off_are_neither_made_nor_shown(bare: World) -> None:
    await bare.choose({features["matchmaking"].preference: False})
    check = await accept_advice(bare)
    assert "café" not in bare.guild.channels
    assert bare.words("coffee-panel").splitlines()[0] not in text_of(check)
    assert await members.get(bare.association.read(), bare.organiser.id) is None
    assert introductions.CHANNEL.feature == "introductions"


async def test_while_everything_is_held_it_opens_and_says_that_the_messages_wait(bare: World) -> None:
    await accept_advice(bare)
    await bare.choose({prefs.SUSPENDED: True})
    done = await press(bare, bare.organiser, "organisers:publish")
    assert "paraîtront dès que Discord le permet, et que rien n’est suspendu" in text_of(done)
    assert posted(bare, "présentations") == []
    await press(bare, bare.organiser, "organisers:resume")
    await bare.later()
    assert len(posted(bare, "présentations")) == 1


async def test_an_id_that_no_select_gives_is_out_of_date_and_nothing_more(world: World) -> None:
    for said in ("9" * 30, "9" * 6000, "-1", "٣", ""):
        for act in (
            "organisers:choose:moderation-referent",
            "organisers:choose:organisers-role",
            "organisers:trial_in",
        ):
            answer = await Pressing(world).press(world.organiser.id, act, [said])
            assert "plus à jour" in text_of(answer), (act, said[:9])
