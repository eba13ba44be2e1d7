"""Privacy, set-up and the guide, whole, in English."""

from __future__ import annotations

from pathlib import Path

from bot.schedule.clock import DAY
from tests.world import World, buttons_of, message_of, text_of


async def test_ones_own_data_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        anna = world.join("Anna")
        unknown = await anna.click(world.cards()[0], label="What the bot knows of me")
        assert "The bot knows nothing of you" in text_of(unknown)
        await world.introduce(anna, "I build websites", offers="look at a site", seeks="a desk", where="53")
        seen = await anna.slash(world.lounge, "moi mes-donnees")
        for piece in ("What the bot knows of you", "I build websites", "Offered", "Looked for", "Mayenne (53)"):
            assert piece in text_of(seen)
        exported = await anna.click(message_of(seen), label="Export")
        assert "Here is everything that is kept" in text_of(exported)
        assert "Your data, in plain words" in text_of(await anna.click(message_of(seen), label="Full text"))
        asked = await anna.slash(world.lounge, "moi effacer")
        gone = await anna.click(message_of(asked), label="Erase everything")
        assert "nothing is kept any more" in text_of(gone)
        assert len(world.cards()) == 1


async def test_set_up_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, set_up=False) as world:
        organiser = world.organiser
        first = await organiser.slash(world.office, "installer")
        english = await organiser.select(message_of(first), ["en-tu"], custom_id="organisers:language")
        form = await organiser.click(message_of(english), label="Name and contact")
        refused = await organiser.submit_modal(form, {"name": "The Freelancers", "contact": "ask Paul"})
        assert "One must be able to write to the contact" in text_of(refused)
        assert "ask Paul" in text_of(refused)
        again = await organiser.click(message_of(refused), label="Correct it")
        named = await organiser.submit_modal(again, {"name": "The Freelancers", "contact": "hello@example.org"})
        step = await organiser.click(message_of(named), label="Next: channels")
        made = await organiser.click(message_of(step), label="Create what is missing")
        welcome = await organiser.click(message_of(made), label="Next: the welcome")
        check = await organiser.click(message_of(welcome), label="Next: check")
        assert "All is ready" in text_of(check)
        done = await organiser.click(message_of(check), label="Publish")
        assert "It is open" in text_of(done)
        assert {"introductions", "private-threads", "team"} <= set(world.guild.channels)


async def test_the_guide_and_what_organisers_are_told_in_english(tmp_path: Path) -> None:
    async with World(tmp_path, language="en") as world:
        anna = world.join("Anna")
        guide = await anna.slash(world.lounge, "aide")
        assert "Here we find and help one another" in text_of(guide)
        assert next(iter(buttons_of(guide))) == "Introduce myself"
        await world.introduce(anna, "I build websites")
        await world.later(6 * DAY)
        told = [text_of(message) for message in world.office.history() if message.components]
        assert any("still waiting for a word from someone" in text for text in told)
