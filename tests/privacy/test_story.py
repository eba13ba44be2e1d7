"""What the bot knows of a person: seen, taken away, erased; nothing comes back."""

from __future__ import annotations

import io
import json
import zipfile

from bot.people import lifecycle
from bot.schedule.clock import DAY
from bot.storage.backup import back_up, restore
from tests.world import World, buttons_of, message_of, text_of


async def test_somebody_unknown_is_told_that_nothing_is_kept(world: World) -> None:
    anna = world.join("Anna")
    answer = await anna.click(world.cards()[0], label="Ce que le bot sait de moi")
    assert "ne sait rien de toi" in text_of(answer)
    for command in ("mes-donnees", "exporter", "effacer", "preferences", "pause", "reprendre", "opposition"):
        assert "ne sait rien de toi" in text_of(await anna.slash(world.lounge, f"moi {command}"))
    assert "n’a pas été acceptée" in text_of(await anna.slash(world.lounge, "moi confidentialite"))


async def test_a_member_sees_everything_that_is_kept(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web", offers="relire un devis", question="Un bureau ?")
    seen = await anna.slash(world.lounge, "moi mes-donnees")
    assert seen.ephemeral
    for piece in ("Je fais des sites web", "relire un devis", "Un bureau ?", "développement web", "La fiche"):
        assert piece in text_of(seen)
    assert "se présenter, et se faire trouver" in text_of(seen)
    assert "gardé tant qu’on est membre" in text_of(seen)


async def test_the_export_is_complete_and_private(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web", offers="relire un devis")
    await world.introduce(basile, "Je fais de la photo")
    answer = await anna.slash(world.lounge, "moi exporter")
    assert answer.ephemeral
    (file,) = message_of(answer).attachments
    content = world.env.backend.cdn.get(file.url)
    assert content is not None
    archive = zipfile.ZipFile(io.BytesIO(content))
    exported = json.loads(archive.read("comptoir.json"))
    assert exported["tables"]["profiles"][0]["what"] == "Je fais des sites web"
    assert exported["tables"]["tags"][0]["label"] == "relire un devis"
    assert exported["tables"]["members"][0]["id"] == anna.id
    assert "photo" not in json.dumps(exported, ensure_ascii=False)
    assert exported["purposes"]["profiles"]["for"] == "se présenter, et se faire trouver"
    assert "Je fais des sites web" in archive.read("profiles.csv").decode("utf-8-sig")
    assert all(str(basile.id).encode() not in archive.read(name) for name in archive.namelist())


async def test_erasing_asks_once_then_leaves_nothing(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web", offers="relire un devis")
    asked = await anna.slash(world.lounge, "moi effacer")
    kept = await anna.click(message_of(asked), label="Pas maintenant")
    assert "rien n’a changé" in text_of(kept)
    asked = await anna.slash(world.lounge, "moi effacer")
    receipt = await anna.click(message_of(asked), label="Tout effacer")
    assert "tout est effacé" in text_of(receipt)

    exported = await lifecycle.export(world.association.read(), anna.id)
    assert exported == {"members": []}
    assert len(world.cards()) == 1
    assert world.hall.threads == []
    assert "Personne pour" in text_of(await basile.slash(world.lounge, "qui-fait", quoi="sites"))
    again = await anna.click(message_of(asked), custom_id="privacy:erase") if buttons_of(asked) else None
    assert again is None or "ne sait rien" in text_of(again)
    assert await world.association.read().value("SELECT count(*) FROM jobs WHERE member_id = :id", id=anna.id) == 0


async def test_erasing_twice_at_once_is_harmless(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    first = await anna.slash(world.lounge, "moi effacer")
    second = await anna.slash(world.lounge, "moi effacer")
    await anna.click(message_of(first), label="Tout effacer")
    late = await anna.click(message_of(second), label="Tout effacer")
    assert "ne sait rien de toi" in text_of(late)


async def test_what_was_erased_does_not_come_back_with_a_backup(world: World) -> None:
    anna, basile = world.join("Anna"), world.join("Basile")
    await world.introduce(anna, "Je fais des sites web")
    await world.introduce(basile, "Je fais de la photo")
    folder = world.settings.data_dir
    backup = await back_up(world.association.database.path, folder / "backups", world.clock.now())
    await world.env.advance_time(60)
    await world.erase(anna)

    await world.bot.house.associations.close()
    assert restore(backup, folder).erased == 1
    await world.bot.house.associations.open_all()
    ids = [row["id"] for row in await world.association.read().rows("SELECT id FROM members")]
    assert ids == [basile.id]


async def test_after_housekeeping_no_byte_of_an_erased_member_is_left(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fabrique des zanzibarines en osier", offers="prêter mon atelier")
    await world.erase(anna)
    await world.later(DAY + 60)
    path = world.association.database.path
    raw = b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
    for trace in ("zanzibarine", "zanzibarin", "prêter mon atelier", str(anna.id)):
        assert trace.encode() not in raw
    assert anna.id.to_bytes(8, "big") not in raw


async def test_private_answers_follow_the_language_a_member_chose(world: World) -> None:
    anna = world.join("Anna")
    await world.introduce(anna, "Je fais des sites web")
    shown = await anna.slash(world.lounge, "moi preferences")
    noted = await anna.select(message_of(shown), ["en"], custom_id="privacy:language")
    assert "Noted" in text_of(noted)
    assert "Nobody for" in text_of(await anna.slash(world.lounge, "qui-fait", quoi="xylophone"))
    assert "Qui est là" in text_of(world.cards()[0])
    shown = await anna.slash(world.lounge, "moi preferences")
    back = await anna.select(message_of(shown), ["association"], custom_id="privacy:language")
    assert "C’est noté" in text_of(back)


async def test_the_long_text_names_the_association_and_its_contact(world: World) -> None:
    anna = world.join("Anna")
    answer = await anna.slash(world.lounge, "moi confidentialite")
    assert "Les Indés de la Mayenne" in text_of(answer)
    assert "bonjour@indes53.fr" in text_of(answer)
