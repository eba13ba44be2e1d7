"""`/reglages`: everything that is declared, each thing with its control, who changed what, and nobody else gets in."""

from __future__ import annotations

from datetime import time

from bot.storage import preference_changes as changes
from bot.storage import preferences as prefs
from bot.storage.backup import back_up
from bot.storage.preferences import Control, Preference, choose, declared
from bot.ui.actions import parse
from bot.ui.pager import Page
from bot.words.i18n import LANGUAGES, VOICES, Words
from cogs import tips
from cogs.introductions import CHANNEL, HOST
from cogs.matchmaking.preferences import MINIMUM
from cogs.organisers import cards, settings, settings_cards
from cogs.prompts.preferences import THEMES
from tests.house.tree import load
from tests.introductions.test_refusals import forge_choice, press
from tests.world import World, buttons_of, message_of, text_of


async def test_the_first_page_says_whose_it_is_when_it_was_copied_and_whom_to_call(world: World) -> None:
    await world.choose({prefs.TECHNICAL_CONTACT: "Paul, 06 00 00 00 00"})
    before = await world.organiser.slash(world.office, "reglages")
    assert "Aucune sauvegarde pour le moment" in text_of(before)
    folder = world.settings.data_dir / "backups"
    folder.mkdir(exist_ok=True)
    await back_up(world.settings.data_dir / f"{world.guild.id}.db", folder, world.clock.now())
    shown = await world.organiser.slash(world.office, "reglages")
    assert "Les Indés de la Mayenne" in text_of(shown)
    assert f"Dernière sauvegarde : <t:{world.clock.now()}:f>" in text_of(shown)
    assert "Contact technique : Paul, 06 00 00 00 00" in text_of(shown)
    assert {"Historique", "Relais", "Rythmes et pauses", "Installation"} <= set(buttons_of(shown))


async def test_a_number_a_time_a_list_and_a_channel_are_set_each_with_its_control(world: World) -> None:
    await world.choose({tips.CHANNEL: world.lounge.id})
    organiser = world.organiser
    home = await organiser.slash(world.office, "reglages")
    group = await organiser.select(message_of(home), ["matchmaking"], custom_id="organisers:settings_open")
    assert "À partir de combien de personnes ? : 8 (par défaut)" in text_of(group).replace("**", "")
    one = await organiser.select(message_of(group), [MINIMUM.name], custom_id="organisers:setting_open")
    form = await organiser.click(message_of(one), label="Changer")
    refused = await organiser.submit_modal(form, {"value": "3"})
    assert "un nombre entier, de 4 à 40" in text_of(refused)
    form = await organiser.click(message_of(refused), label="Corriger")
    done = await organiser.submit_modal(form, {"value": "7"})
    assert "Aujourd’hui : 7 · par défaut : 8" in text_of(done).replace("**", "")
    assert f"par <@{organiser.id}>" in text_of(done)

    form = await press(world, organiser, f"organisers:setting_write:{prefs.QUIET_FROM.name}")
    done = await organiser.submit_modal(form, {"value": "18h"})
    themes = await press(world, organiser, f"organisers:setting:{THEMES.name}")
    await organiser.select(message_of(themes), ["tarifs", "region"], custom_id=f"organisers:setting_set:{THEMES.name}")
    moved = await press(world, organiser, f"organisers:setting:{tips.CHANNEL.name}")
    moved = await organiser.select(
        message_of(moved), [world.threads], custom_id=f"organisers:setting_set:{tips.CHANNEL.name}"
    )
    assert "Rien n’y paraît encore" in text_of(moved)
    assert "Installation" in buttons_of(moved)
    chosen = world.association.preferences
    assert (chosen[MINIMUM], chosen[prefs.QUIET_FROM], chosen[THEMES]) == (7, time(18), "tarifs region")
    assert world.association.quiet_hours.start == time(18)
    await world.restart()
    back = await press(world, organiser, f"organisers:setting_default:{THEMES.name}")
    assert "tous" in text_of(back)

    history = await press(world, organiser, "organisers:settings_history:0")
    said = text_of(history).replace("**", "")
    assert "Salon des astuces : <#" in said
    assert "Début des heures calmes : 19 h 00 → 18 h 00" in said
    assert "Thèmes des questions : tarifs, région → tous" in said


async def test_a_person_and_a_role_are_chosen_only_where_they_fit(world: World) -> None:
    nora = world.join("Nora")
    refused = await forge_choice(world, world.organiser, f"organisers:setting_set:{HOST.name}", str(nora.id))
    assert "pas encore parmi nous" in text_of(refused)
    everybody = str(world.guild.id)
    refused = await forge_choice(
        world, world.organiser, f"organisers:setting_set:{prefs.ORGANISERS_ROLE.name}", everybody
    )
    assert "Ce rôle ne convient pas" in text_of(refused)
    for act in (
        f"organisers:setting_set:{prefs.VOICE.name}",
        f"organisers:setting_set:{THEMES.name}",
        f"organisers:setting_set:{HOST.name}",
        f"organisers:setting_set:{CHANNEL.name}",
        "organisers:setting:nothing-such",
        f"organisers:setting_turn:{prefs.SUSPENDED.name}:on",
        f"organisers:setting_default:{CHANNEL.name}",
        f"organisers:setting_write:{prefs.VOICE.name}",
        "organisers:settings_group:nothing:0",
    ):
        forged = await forge_choice(world, world.organiser, act, "x")
        assert "n’est plus à jour" in text_of(forged), act
    assert not await changes.newest(world.association.read(), 5, skip=7)  # set-up's own seven


async def test_the_notice_always_has_a_name_and_a_contact_and_quiet_hours_leave_room(world: World) -> None:
    organiser = world.organiser
    for preference, value, said in (
        (prefs.NAME, " ", "Il manque le nom"),
        (prefs.CONTACT, "demandez à Paul", "Le contact doit permettre d’écrire"),
        (prefs.QUIET_UNTIL, "18:00", "au moins deux heures"),
        (prefs.TECHNICAL_CONTACT, "·", "Il manque quelque chose à lire"),
    ):
        form = await press(world, organiser, f"organisers:setting_write:{preference.name}")
        assert said in text_of(await organiser.submit_modal(form, {"value": value}))
    on = await press(world, organiser, f"organisers:setting_turn:{prefs.BILINGUAL.name}:on")
    assert "Passer à non" in buttons_of(on)
    assert world.association.preferences[prefs.BILINGUAL]
    suspended = await press(world, organiser, f"organisers:setting:{prefs.SUSPENDED.name}")
    assert buttons_of(suspended)["Tout suspendre"] == "organisers:suspend"


async def test_a_member_sees_no_setting_and_changes_none(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    for act in (
        "organisers:settings",
        "organisers:settings_history:0",
        f"organisers:setting:{prefs.CONTACT.name}",
        f"organisers:setting_turn:{prefs.BILINGUAL.name}:on",
        f"organisers:setting_set:{prefs.VOICE.name}",
    ):
        assert "réservée à l’équipe" in text_of(await forge_choice(world, anna, act, "vous")), act
    assert world.association.preferences[prefs.VOICE] == "tu"


async def test_a_change_is_remembered_once_and_forgets_who_is_erased(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    db_, clock = world.association, world.clock
    async with db_.transaction() as db:
        before = await changes.count(db)
        for _ in range(2):
            await choose(db, clock, HOST, anna.id, by=world.organiser.id)
        await choose(db, clock, prefs.VOICE, "vous", by=anna.id)
        await choose(db, clock, prefs.BILINGUAL, prefs.BILINGUAL.default, by=anna.id)  # changes nothing
    await db_.reload()
    assert await changes.count(db_.read()) == before + 2
    await world.erase(anna)
    voice, host = await changes.newest(db_.read(), 2)
    assert (voice.name, voice.by_id, voice.before, voice.after) == (prefs.VOICE.name, None, "tu", "vous")
    assert (host.by_id, host.before, host.after) == (world.organiser.id, None, None)
    shown = await press(world, world.organiser, "organisers:settings_history:0")
    assert "quelqu’un" in text_of(shown)


def _values(preference: Preference[object]) -> list[object]:
    match preference.control:
        case Control.CHANNEL | Control.ROLE | Control.MEMBER:
            return [None, 123456789012345678]
        case Control.CHOICE:
            return list(preference.choices)
        case Control.LIST:
            return ["", " ".join(preference.choices)]
        case Control.SWITCH:
            return [True, False]
        case Control.TIME:
            return [time(0), time(23, 59)]
        case Control.NUMBER:
            return [preference.least, preference.most]
        case _:
            return ["", "*x* <@1>" * 40]


def test_every_setting_can_be_shown_in_every_language_and_voice() -> None:
    load()
    everything = [preference for group in settings.shown().values() for preference in group]
    assert {preference.name for preference in everything} | settings._switches() == set(declared)
    for words in (Words(language, voice) for language in LANGUAGES for voice in VOICES):
        top = settings_cards.Top("", "", "", None)
        settings_cards.home(words, top, list(settings.shown()))
        for preference in everything:
            for value in _values(preference):
                change = changes.Change(preference.name, 0, value is None, None, value, value)
                settings_cards.one(words, preference, value, shown=None, must=False, last=change, closed=True)
                settings_cards.history(words, Page([change], 0, 1))


OF_COMMAND = {
    "installer": "organisers:setup",
    "reglages": "organisers:settings",
    "envois": "organisers:upcoming:0",
    "cafe-orga": "matchmaking:plan",
    "questions": "prompts:plan",
    "mises-en-relation": "warm_intros:bilan",
    "echeances-orga": "deadlines:manage",
    "equipe": "moderation:history",
    "rgpd": "privacy:register",
}
"""The button on the panel for each command that Discord hides from organisers who only have the role."""


def test_the_panel_offers_every_organiser_act_and_fits_one_message() -> None:
    tree = load().tree
    hidden = [command.name for command in tree.get_commands() if getattr(command, "default_permissions", None)]
    assert set(hidden) == set(OF_COMMAND)
    view = cards.panel(Words("fr"), suspended=True)
    acts = {str(getattr(item, "custom_id", "")) for item in view.walk_children()} - {""}
    for act in acts:
        parse(act)
    assert {*OF_COMMAND.values(), "organisers:resume", "organisers:relay", "moderation:cases"} <= acts
    assert sum(1 for _ in view.walk_children()) <= 25  # set-up shows it in a message of its own parts
    fewer = cards.panel(Words("fr"), suspended=False, off={"prompts", "matchmaking"})
    assert not any("prompts:" in str(getattr(item, "custom_id", "")) for item in fewer.walk_children())
