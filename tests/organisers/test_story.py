"""Set-up by somebody who never administered a bot; what each missing thing says; nobody else gets in."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.storage import preferences as prefs
from bot.ui.actions import registered
from cogs import help_requests, matchmaking, tips
from cogs.introductions import CHANNEL, HOST
from tests.introductions.test_refusals import press
from tests.world import World, buttons_of, message_of, text_of


def private(world: World, name: str) -> ChannelHandle:
    """A channel that only the team and the bot see."""
    closed, seen = discord.PermissionOverwrite(view_channel=False), discord.PermissionOverwrite(view_channel=True)
    bot = world.guild.roles["TestBot"]
    return world.guild.create_text_channel(name, overwrites={world.guild.default_role: closed, bot: seen})


async def _to_channels(world: World, organiser: MemberActor) -> object:
    first = await organiser.slash(world.office, "installer")
    form = await organiser.click(message_of(first), label="Nom et contact")
    named = await organiser.submit_modal(form, {"name": "Les Indés", "contact": "bonjour@indes53.fr"})
    assert "Les Indés" in text_of(named)
    return await organiser.click(message_of(named), label="Suite : les salons")


async def test_an_organiser_sets_everything_up_and_nothing_is_posted_before_the_end(tmp_path: Path) -> None:
    async with World(tmp_path, set_up=False) as world:
        organiser, office = world.organiser, private(world, "bureau")
        channels = await _to_channels(world, organiser)
        for name, place in (
            ("introductions-channel", world.hall),
            ("organisers-channel", office),
            ("threads-channel", world.threads),
        ):
            channels = await organiser.select(message_of(channels), [place], custom_id=f"organisers:choose:{name}")  # type: ignore[arg-type]
        welcome = await organiser.click(message_of(channels), label="Suite : l’accueil")  # type: ignore[arg-type]
        check = await organiser.click(message_of(welcome), label="Suite : vérifier")
        assert "Tout est prêt" in text_of(check)
        assert "Qui est là ?" in text_of(check)
        assert world.cards() == []
        done = await organiser.click(message_of(check), label="Publier")
        assert "C’est ouvert" in text_of(done)
        assert len(world.cards()) == 1
        assert any("L’équipe" in text_of(message) for message in office.history() if message.components)
        again = await press(world, organiser, "organisers:publish")
        assert "C’est ouvert" in text_of(again)
        assert len(world.cards()) == 1


async def test_missing_channels_are_created(tmp_path: Path) -> None:
    async with World(tmp_path, set_up=False) as world:
        channels = await _to_channels(world, world.organiser)
        made = await world.organiser.click(message_of(channels), label="Créer ce qui manque")  # type: ignore[arg-type]
        assert "Créer ce qui manque" not in buttons_of(made)
        chosen = world.association.preferences
        assert chosen[CHANNEL]
        assert world.env.backend.channels[chosen[matchmaking.CHANNEL] or 0].name == "café"
        private = world.env.backend.channels[chosen[prefs.ORGANISERS_CHANNEL] or 0]
        assert private.overwrites
        newcomer = world.join("Nora")
        with pytest.raises(Exception):  # noqa: B017 (SimCord's own refusal: she can't see it)
            await newcomer.slash(ChannelHandle(world.env, world.guild, private), "aide")


async def test_without_the_right_to_create_channels_it_says_how_to_go_on(tmp_path: Path) -> None:
    async with World(tmp_path, set_up=False) as world:
        channels = await _to_channels(world, world.organiser)
        world.env.inject_error("POST", f"/guilds/{world.guild.id}/channels", status=403, code=50013, times=None)
        refused = await world.organiser.click(message_of(channels), label="Créer ce qui manque")  # type: ignore[arg-type]
        assert "Gérer les salons" in text_of(refused)


async def test_every_panel_is_shown_before_it_is_posted_a_page_at_a_time(world: World) -> None:
    """With every channel chosen, the panels are more than one message can hold."""
    places = {feature.CHANNEL: world.lounge.id for feature in (tips, help_requests, matchmaking)}
    await world.choose(places)
    shown = await press(world, world.organiser, "organisers:step:3")
    first = text_of(shown)
    assert "Qui est là ?" in first
    assert "### L’équipe" not in first
    more = await world.organiser.click(message_of(shown), label="Page suivante")
    assert "Qui est là ?" not in text_of(more)
    assert world.words("coffee-panel").splitlines()[0] in first + text_of(more)
    assert "### L’équipe" in text_of(more)
    assert world.lounge.history() == []
    await world.organiser.click(message_of(more), label="Publier")
    assert len([message for message in world.lounge.history() if message.components]) == 3


async def test_a_missing_permission_is_named_with_its_reason_before_anything_is_posted(tmp_path: Path) -> None:
    async with World(tmp_path, set_up=False) as world:
        me = world.guild.roles["TestBot"]
        deaf = discord.PermissionOverwrite(send_messages=False)
        hall = world.guild.create_text_channel("présentations-muettes", overwrites={me: deaf})
        await world.env.settle()
        await world.choose(
            {
                prefs.NAME: "Les Indés",
                prefs.CONTACT: "bonjour@indes53.fr",
                CHANNEL: hall.id,
                prefs.ORGANISERS_CHANNEL: world.office.id,
                prefs.THREADS_CHANNEL: world.threads.id,
            }
        )
        check = await world.organiser.slash(world.office, "installer")
        assert "il me manque « Envoyer des messages », pour publier" in text_of(check)
        answer = await press(world, world.organiser, "organisers:publish")
        assert "il me manque" in text_of(answer)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " ", "contact": "a@b.fr"}, "Il manque le nom"),
        ({"name": "Les Indés", "contact": "demandez à Paul"}, "Le contact doit permettre d’écrire"),
    ],
)
async def test_a_bad_name_or_contact_is_refused_and_kept(world: World, fields: dict[str, str], said: str) -> None:
    step = await world.organiser.slash(world.office, "installer")
    form = await world.organiser.click(message_of(step), label="Nom et contact")
    assert said in text_of(await world.organiser.submit_modal(form, fields))


async def test_language_and_voice_change_panels_and_commands(world: World) -> None:
    first = await world.organiser.click(next(m for m in world.office.history() if m.components), label="Installation")
    formal = await world.organiser.select(message_of(first), ["fr-vous"], custom_id="organisers:language")
    assert "Installation" in text_of(formal)
    anna = world.join("Anna")
    assert "sait rien de vous" in text_of(await anna.slash(world.lounge, "moi mes-donnees"))
    synced = len([r for r in world.env.http_requests if r.path.endswith("/commands")])
    english = await world.organiser.select(message_of(formal), ["en-tu"], custom_id="organisers:language")
    assert "Set-up" in text_of(english)
    assert "Who is here?" in text_of(world.cards()[0])
    told = [r.json for r in world.env.http_requests if r.path.endswith("/commands")]
    assert len(told) == synced + 1
    names = {command["name"]: command.get("name_localizations") for command in told[-1] or ()}
    assert names["moi"]["en-US"] == "my-data"


async def test_commands_are_told_once_and_not_again_after_a_restart(world: World) -> None:
    before = len([r for r in world.env.http_requests if r.path.endswith("/commands")])
    await world.restart()
    assert len([r for r in world.env.http_requests if r.path.endswith("/commands")]) == before


async def test_a_host_must_be_among_us(world: World) -> None:
    hugo = world.join("Hugo")
    shown = await press(world, world.organiser, "organisers:step:2")
    refused = await world.organiser.select(message_of(shown), [hugo], custom_id="organisers:choose:welcome-host")
    assert "n’est pas encore parmi nous" in text_of(refused)
    await world.introduce(hugo, "Je fais de la photo")
    shown = await world.organiser.select(message_of(shown), [hugo], custom_id="organisers:choose:welcome-host")
    assert world.association.preferences[HOST] == hugo.id
    await world.erase(hugo)
    assert world.association.preferences[HOST] is None


async def test_a_role_makes_organisers_too(world: World) -> None:
    role = world.guild.create_role("équipe")
    paula = world.join("Paula", roles=[role])
    await world.env.settle()
    assert "réservée à l’équipe" in text_of(await press(world, paula, "organisers:setup"))
    await world.choose({prefs.ORGANISERS_ROLE: role.id})
    assert "Installation" in text_of(await press(world, paula, "organisers:setup"))


async def test_nobody_else_can_use_any_organisers_act(world: World) -> None:
    anna = world.join("Anna")
    before = await world.association.read().rows("SELECT * FROM preferences")
    for act in registered():
        on_the_rota = act.handler.__module__ == "cogs.organisers.relay"  # acts of members who welcome in turn
        if act.name.startswith("organisers:") and not on_the_rota:
            arguments = ["0" if kind == "int" else "welcome-channel" for kind in act.parameters]
            await world.env.advance_time(2)  # so that none is one press too many
            answer = await press(world, anna, ":".join([act.name, *arguments]))
            assert "réservée à l’équipe" in text_of(answer), act.name
    assert [tuple(r) for r in await world.association.read().rows("SELECT * FROM preferences")] == [
        tuple(r) for r in before
    ]


async def test_a_forged_choice_is_refused(world: World) -> None:
    for act in (
        "organisers:choose:association-name",
        "organisers:clear:nonsense",
        "organisers:choose:introductions-channel",
    ):
        answer = await press(world, world.organiser, act)
        assert "plus à jour" in text_of(answer)


async def test_the_guide_shows_each_person_what_is_useful(world: World) -> None:
    anna = world.join("Anna")
    assert next(iter(buttons_of(await anna.slash(world.lounge, "aide")))) == "Je me présente"
    await world.introduce(anna, "Je fais des sites web")
    guide = await anna.slash(world.lounge, "aide")
    assert next(iter(buttons_of(guide))) == "Trouver quelqu’un"
    assert "Installation" not in buttons_of(guide)
    assert "</presentation ecrire:" in text_of(guide)
    assert "Installation" in buttons_of(await world.organiser.slash(world.lounge, "aide"))


async def test_an_optional_channel_is_never_the_teams_and_can_be_taken_back(world: World) -> None:
    place = world.guild.create_text_channel("café")
    await world.env.settle()
    shown = await press(world, world.organiser, "organisers:step:1")
    act = "organisers:choose:coffee-channel"
    refused = await world.organiser.select(message_of(shown), [world.office], custom_id=act)
    assert "celui de l’équipe" in text_of(refused)
    await world.organiser.select(message_of(shown), [place], custom_id=act)
    assert world.association.preferences[matchmaking.CHANNEL] == place.id
    shown = await press(world, world.organiser, "organisers:step:1")
    await world.organiser.select(message_of(shown), [], custom_id=act)
    assert world.association.preferences[matchmaking.CHANNEL] is None
