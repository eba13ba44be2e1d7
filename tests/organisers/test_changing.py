"""What organisers change once all is open: one channel waits and the rest goes on; the team stays among itself, and in
charge."""

from __future__ import annotations

from pathlib import Path

import discord
from simcord.builders import ChannelHandle

from bot.schedule.clock import DAY, HOUR
from bot.storage import preferences as prefs
from bot.ui.sections import Span
from cogs import tips
from cogs.introductions import CHANNEL, WELCOME_CHANNEL
from cogs.organisers import audience
from tests.introductions.test_refusals import forge_choice, press
from tests.organisers.test_story import private
from tests.world import World, buttons_of, message_of, text_of

TIP = {"title": "Un modèle de devis", "body": "Deux lignes, une date, un acompte : tout le reste se discute."}
WAITS = "⏳ Un salon a changé (Salon des astuces)"


def cards_in(place: ChannelHandle) -> list[str]:
    """What the bot posted there."""
    return [text_of(message) for message in place.history() if message.components]


async def needs(world: World) -> str:
    """What the team is told in its round-up."""
    span = Span(world.clock.now() - DAY, world.clock.now())
    return "\n".join(
        need.text for need in await world.bot.house.sections.needs(world.association, world.association.words, span)
    )


async def choose(world: World, name: str, value: int) -> str:
    """Choose something in the settings."""
    return text_of(await forge_choice(world, world.organiser, f"organisers:setting_set:{name}", str(value)))


async def test_a_channel_that_changes_makes_its_own_cards_wait_and_no_other(world: World) -> None:
    place = world.guild.create_text_channel("astuces")
    await world.env.settle()
    assert "Rien n’y paraît encore" in await choose(world, tips.CHANNEL.name, place.id)
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    assert any("Je fais des sites web" in card for card in cards_in(world.hall))
    await anna.submit_modal(await anna.slash(world.lounge, "astuce partager"), TIP)
    await world.restart()
    await world.later(HOUR)
    assert cards_in(place) == []
    assert WAITS in cards_in(world.office)[0]
    assert WAITS in text_of(await press(world, world.organiser, "organisers:settings"))
    assert WAITS in await needs(world)
    check = await world.organiser.slash(world.office, "installer")
    assert "4 sur 4" in text_of(check)
    await world.organiser.click(message_of(check), label="Publier")
    await world.beat()
    assert ["Un modèle de devis" in card for card in cards_in(place)] == [False, True]  # the panel, and her tip
    assert "⏳" not in cards_in(world.office)[0]
    assert "⏳" not in await needs(world)

    assert "Rien n’y paraît encore" in await choose(world, CHANNEL.name, world.lounge.id)
    await world.introduce(world.join("Basile"), "Je fais des meubles")
    assert not any("Je fais des meubles" in card for card in cards_in(world.hall) + cards_in(world.lounge))
    back = await choose(world, CHANNEL.name, world.hall.id)  # where the panel stands, nothing waits
    assert "Rien n’y paraît encore" not in back
    assert any("Je fais des meubles" in card for card in cards_in(world.hall))
    assert "⏳" not in cards_in(world.office)[0]


async def test_the_teams_channel_is_one_that_members_neither_see_nor_use(world: World) -> None:
    mine, team = private(world, "salon-privé"), prefs.ORGANISERS_CHANNEL.name
    await world.env.settle()
    assert "est visible de tout le monde" in await choose(world, team, world.lounge.id)
    await world.choose({tips.CHANNEL: mine.id})
    assert "sert déjà à autre chose (Salon des astuces)" in await choose(world, team, mine.id)
    assert world.association.preferences[prefs.ORGANISERS_CHANNEL] == world.office.id
    open_ = "est visible de tout le monde : un salon privé convient mieux"  # the old one, that nobody checked
    for shown in ("organisers:settings", f"organisers:setting:{team}", "organisers:step:1", "organisers:step:3"):
        assert open_ in text_of(await press(world, world.organiser, shown)), shown
    assert "Tout est prêt, à une réserve près" in text_of(await press(world, world.organiser, "organisers:step:3"))
    await world.choose({tips.CHANNEL: None})
    await choose(world, team, mine.id)
    assert world.association.preferences[prefs.ORGANISERS_CHANNEL] == mine.id
    assert "réserve" not in text_of(await press(world, world.organiser, "organisers:step:3"))
    for preference in (CHANNEL, WELCOME_CHANNEL, prefs.THREADS_CHANNEL, tips.CHANNEL):
        assert "est celui de l’équipe" in await choose(world, preference.name, mine.id), preference.name
    for preference in (CHANNEL, prefs.THREADS_CHANNEL, prefs.ORGANISERS_CHANNEL):
        answer = await press(world, world.organiser, f"organisers:clear:{preference.name}")
        assert "plus à jour" in text_of(answer), preference.name
    assert world.association.preferences[CHANNEL] == world.hall.id


async def test_the_teams_role_is_given_knowingly_and_locks_nobody_out(world: World) -> None:
    role, other = world.guild.create_role("équipe"), world.guild.create_role("membres")
    paula = world.join("Paula", roles=[role])
    world.join("Basile", roles=[role])
    await world.env.settle()
    name = prefs.ORGANISERS_ROLE.name
    asked = await forge_choice(world, world.organiser, f"organisers:setting_set:{name}", str(role.id))
    assert "2 personnes portent ce rôle" in text_of(asked)
    assert world.association.preferences[prefs.ORGANISERS_ROLE] is None
    await world.organiser.click(message_of(asked), label="Oui, c’est l’équipe")
    assert world.association.preferences[prefs.ORGANISERS_ROLE] == role.id
    for act, chosen in (
        (f"organisers:setting_set:{name}", str(other.id)),
        (f"organisers:choose:{name}", str(other.id)),
        (f"organisers:setting_role:{other.id}", ""),
        (f"organisers:role:{other.id}", ""),
        (f"organisers:setting_default:{name}", ""),
        (f"organisers:clear:{name}", ""),
    ):
        answer = await (forge_choice(world, paula, act, chosen) if chosen else press(world, paula, act))
        assert "te retirerait de l’équipe" in text_of(answer), act
    found = world.bot.get_guild(world.guild.id)
    assert found is not None
    managed = found.get_role(other.id)
    assert managed is not None
    managed.managed = True
    assert "Ce rôle ne convient pas" in await choose(world, name, other.id)
    assert world.association.preferences[prefs.ORGANISERS_ROLE] == role.id
    set_up = await forge_choice(world, world.organiser, f"organisers:choose:{name}", str(role.id))
    assert "2 sur 4" in text_of(set_up)  # chosen already: nothing to ask
    world.env.backend.delete_role(world.guild.id, role.id)
    await world.env.settle()
    assert "n’existe plus sur Discord" in text_of(await press(world, world.organiser, "organisers:step:3"))
    assert "n’existe plus sur Discord" in await needs(world)
    await press(world, world.organiser, f"organisers:setting_default:{name}")
    assert "n’existe plus sur Discord" not in await needs(world)


async def test_without_the_list_of_members_it_says_that_holders_cannot_be_counted(tmp_path: Path) -> None:
    async with World(tmp_path, members_intent=False, language="en") as world:
        role = world.guild.create_role("team")
        await world.env.settle()
        act = f"organisers:choose:{prefs.ORGANISERS_ROLE.name}"
        asked = await forge_choice(world, world.organiser, act, str(role.id))
        assert "I can’t count who has this role" in text_of(asked)
        assert list(buttons_of(asked)) == ["Yes, this is the team", "Back"]


async def test_where_a_role_opens_the_rooms_it_is_a_role_that_makes_a_channel_public(world: World) -> None:
    closed, seen = discord.PermissionOverwrite(view_channel=False), discord.PermissionOverwrite(view_channel=True)
    member, board = world.guild.create_role("membre"), world.guild.create_role("bureau")
    bot, everybody = world.guild.roles["TestBot"], world.guild.default_role
    hall = world.guild.create_text_channel("bonjour", overwrites={everybody: closed, member: seen, bot: seen})
    open_ = world.guild.create_text_channel("entre-nous", overwrites={everybody: closed, member: seen, bot: seen})
    own = world.guild.create_text_channel("bureau", overwrites={everybody: closed, board: seen, bot: seen})
    await world.env.settle()
    guild, here = world.bot.get_guild(world.guild.id), world.association
    assert guild is not None
    assert not audience.is_public(here, guild, open_.id)
    assert audience.is_hidden(here, guild, open_.id)
    await world.choose({CHANNEL: hall.id})
    assert audience.is_public(here, guild, open_.id)
    assert not audience.is_hidden(here, guild, open_.id)
    assert not audience.is_public(here, guild, own.id)
    assert audience.is_hidden(here, guild, own.id)
    assert audience.is_public(here, guild, world.lounge.id)
    assert not audience.is_hidden(here, guild, None)


async def test_a_channel_that_bears_the_name_is_taken_only_where_it_fits(tmp_path: Path) -> None:
    async with World(tmp_path, set_up=False) as world:
        manage = discord.Permissions(manage_guild=True)
        managing = world.guild.create_role("gestion", permissions=manage)
        world.join("Paula", roles=[managing])
        category = world.guild.create_category("Comptoir")
        public = world.guild.create_text_channel("équipe", category=category)
        voice = world.guild.create_voice_channel("fils-privés", category=category)
        tips_ = world.guild.create_text_channel("astuces", category=category)
        await world.env.settle()
        await press(world, world.organiser, "organisers:create")
        chosen = world.association.preferences
        assert chosen[prefs.ORGANISERS_CHANNEL] not in {None, public.id}
        assert chosen[prefs.THREADS_CHANNEL] not in {None, voice.id}
        assert chosen[tips.CHANNEL] == tips_.id
        guild = world.bot.get_guild(world.guild.id)
        assert guild is not None
        team = guild.get_channel(chosen[prefs.ORGANISERS_CHANNEL] or 0)
        assert team is not None
        assert not audience.is_public(world.association, guild, team.id)
        held = guild.get_role(managing.id)
        assert held is not None
        assert team.permissions_for(held).view_channel
