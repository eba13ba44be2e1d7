"""Resting, objecting, leaving tips behind: told as members live it."""

from __future__ import annotations

from bot.people import members
from bot.schedule.clock import DAY
from bot.storage.backup import back_up, restore
from cogs.tips import posts, store
from cogs.tips.rules import Written
from tests.tips.stage import come_to, member, open_tips, share, tips_in
from tests.world import World, message_of, text_of


async def _rest(world: World, who: object) -> str:
    asked = await who.slash(world.lounge, "moi pause")  # type: ignore[attr-defined]
    assert "Rien n’est perdu" in text_of(asked)
    return text_of(await who.click(message_of(asked), label="Mettre en pause"))  # type: ignore[attr-defined]


async def test_a_pause_hides_everything_and_one_tap_brings_it_back(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    said = await _rest(world, anna)
    assert "ne voient plus rien de toi" in said
    assert "<t:" in said  # until when it is kept
    assert "Je fais des sites web" not in text_of(world.cards()[-1])
    assert "Personne pour" in text_of(await basile.slash(world.lounge, "qui-fait", quoi="sites"))

    await world.restart()
    await world.later(40 * DAY)  # no leaver, so nothing is purged
    seen = await anna.slash(world.lounge, "moi mes-donnees")
    assert "En pause depuis" in text_of(seen)
    assert "Je fais des sites web" in text_of(seen)
    refused = await anna.slash(world.lounge, "presentation ecrire")
    assert "Tu as choisi une pause" in text_of(refused)
    assert "depuis le <t:" in text_of(await anna.slash(world.lounge, "moi pause"))
    help_ = await anna.slash(world.lounge, "aide")
    report = await anna.click(message_of(help_), label="Prévenir l’équipe")
    assert report.modal is not None
    back = await anna.click(message_of(refused), label="Reprendre")
    assert "comme avant" in text_of(back)
    assert "Je fais des sites web" in text_of(world.cards()[-1])
    assert "Rien n’était en pause" in text_of(await anna.slash(world.lounge, "moi reprendre"))


async def test_whoever_leaves_while_resting_is_erased_and_whoever_returns_rests_on(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    for who in (anna, basile):
        await world.introduce(who, "Je fais des sites web")
        await _rest(world, who)
        world.guild.remove_member(who)
    await world.env.settle()
    again = world.guild.add_member(basile.user)
    await world.env.settle()
    await world.later(31 * DAY)
    db = world.association.read()
    assert await members.get(db, anna.id) is None
    kept = await members.get(db, basile.id)
    assert kept is not None
    assert kept.resting
    assert "Tu as choisi une pause" in text_of(await again.slash(world.lounge, "presentation ecrire"))


async def test_an_objection_keeps_coffee_away_and_lets_help_go_on(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    asked = await anna.slash(world.lounge, "moi opposition")
    noted = await anna.click(message_of(asked), label="M’opposer")
    assert "C’est noté" in text_of(noted)
    refused = await anna.slash(world.lounge, "cafe participer")
    assert "lever cette opposition" in text_of(refused)
    assert "opposition" not in text_of(await anna.slash(world.lounge, "coup-de-main liste"))
    lifted = await anna.click(message_of(refused), label="Lever l’opposition")
    assert "Tu peux sortir des chiffres" in text_of(lifted)
    assert "opposition" not in text_of(await anna.slash(world.lounge, "cafe participer"))


async def test_tips_stay_without_a_name_when_their_author_says_so(world: World) -> None:
    place = await open_tips(world)
    anna, basile = await member(world, "Anna"), await member(world, "Basile")
    await share(world, anna, "Choisir une mutuelle", "Comparer les délais.")
    await share(world, anna, "Un bureau au marais", "Chez ma sœur.")
    backup = await back_up(world.association.database.path, world.settings.data_dir / "backups", world.clock.now())

    house, association = world.bot.house, world.association
    async with association.transaction() as db:  # one is taken out again, one was never seen
        office = await store.get(db, 2)
        assert office is not None
        await posts.withdraw(house, association, db, office)
        await posts.share(house, association, db, anna.id, Written("Pas encore là", "Elle attend.", "autre", ()))
    asked = await anna.slash(world.lounge, "moi effacer")
    assert "Ton astuce peut rester, sans ton nom" in text_of(asked)
    assert "le texte reste lisible par l’équipe" in text_of(asked)
    receipt = await anna.click(message_of(asked), label="Effacer, garder mes astuces sans mon nom")
    assert "Les astuces restent, sans nom" in text_of(receipt)
    assert str(anna.id) not in text_of(receipt)
    (card,) = tips_in(place)
    assert "Choisir une mutuelle" in text_of(card)
    assert f"<@{anna.id}>" not in text_of(card)
    assert await members.get(world.association.read(), anna.id) is None
    found = await basile.slash(world.lounge, "astuce chercher", quoi="mutuelle")
    assert "Choisir une mutuelle" in text_of(found)
    await basile.click(card, label="M’a servi")
    assert await association.read().value("SELECT count(*) FROM tip_uses") == 1
    assert [row["title"] for row in await association.read().rows("SELECT title FROM tips")] == ["Choisir une mutuelle"]

    await world.bot.house.associations.close()
    assert restore(backup, world.settings.data_dir).erased == 1
    await world.bot.house.associations.open_all()
    db = world.association.read()
    assert await members.get(db, anna.id) is None
    assert [row["title"] for row in await db.rows("SELECT title FROM tips")] == ["Choisir une mutuelle"]
    assert await db.value("SELECT author_id FROM tips") is None
    assert b"marais" not in association.database.path.read_bytes()


async def test_an_organiser_at_rest_can_still_suspend_everything(world: World) -> None:
    organiser = world.organiser
    await world.introduce(organiser, "Je tiens la boutique")
    await _rest(world, organiser)
    assert "Tu as choisi une pause" in text_of(await organiser.slash(world.lounge, "astuce partager"))
    assert "Tu as choisi une pause" not in text_of(await organiser.slash(world.office, "envois"))


async def test_whoever_is_not_among_us_can_be_taken_off_the_list(world: World) -> None:
    anna, basile, carla = world.join("Anna"), world.join("Basile"), world.join("Carla")
    for who in (anna, basile):
        await world.introduce(who, "Je fais des sites web")
    shown = await anna.slash(world.lounge, "moi eviter")
    for other in (basile, carla):
        shown = await anna.select(message_of(shown), [other], custom_id="privacy:avoid")
    assert "une autre personne" in text_of(shown)
    shown = await anna.click(message_of(shown), label="Retirer les personnes inconnues du bot")
    assert f"<@{basile.id}>" in text_of(shown)
    assert await world.association.read().value("SELECT count(*) FROM avoids") == 1


async def test_organisers_get_the_register_as_a_document(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    first = await world.organiser.slash(world.office, "rgpd registre")
    assert "pas encore eu lieu" in text_of(first)
    await world.later(8 * DAY)
    answer = await world.organiser.slash(world.office, "rgpd registre")
    assert "Dernier ménage" in text_of(answer)
    (file,) = message_of(answer).attachments
    content = world.env.backend.cdn.get(file.url)
    assert content is not None
    page = content.decode()
    assert "Les Indés de la Mayenne" in page
    assert "Je fais des sites web" not in page
    assert str(anna.id) not in page


async def test_somebody_who_is_silent_for_two_years_is_told_then_erased(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    for who in (anna, basile):
        await world.introduce(who, "Je fais des sites web")
    await come_to(world, "2027-07-12 10:00")
    await come_to(world, "2027-07-19 10:00")
    (letter,) = [one for one in anna.user.dm_channel.history() if "an et demi" in text_of(one)]
    await anna.user.click(letter, label="Je reste")
    await world.later(190 * DAY)
    db = world.association.read()
    assert await members.get(db, anna.id) is not None
    assert await members.get(db, basile.id) is None
