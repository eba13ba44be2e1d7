"""Every card of set-up in every language and voice, as full as it gets, within Discord's limits; what lacks is told
with its reason and the one way that mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import discord
import pytest

from bot.delivery.permissions import FORUM, NEEDS, Need
from bot.words.i18n import Words
from bot.words.text import Safe, channel
from cogs import help_requests, introductions, matchmaking, tips
from cogs.organisers import cards, rules
from cogs.organisers import checking_cards as checking
from cogs.organisers import opening_cards as opening
from cogs.organisers import setup_cards as setup
from cogs.organisers.channels import PLACES
from cogs.organisers.checks import Finding
from cogs.organisers.opening_cards import FIRST_GROUP, REQUESTS, TIPS, Progress
from cogs.organisers.setup_cards import Identity, Safety
from tests.house.discord_rules import _message

BOT: Final = "Comptoir de la Mayenne du Nord"
CHOSEN: Final = dict.fromkeys(
    (
        "introductions-channel",
        "organisers-channel",
        "threads-channel",
        "tips-channel",
        "help-channel",
        "coffee-channel",
        "intros-channel",
        "digest-channel",
        "prompts-channel",
        "organisers-role",
        "welcome-channel",
        "welcome-host",
        "moderation-referent",
    ),
    2**62,
)
SAFETY: Final = Safety(1_800_000_000, "t" * rules.CONTACT)
EVERYTHING: Final = [
    Finding(2**62 + number, Need(need.permission, need.must), here=number % 2 == 0, forum=number % 3 == 0)
    for number in range(4)
    for need in NEEDS["cards"]
]
PERMISSIONS: Final = sorted({need.permission for needs in (FORUM, *NEEDS.values()) for need in needs})
BUILDS: Final[tuple[Callable[[Words], discord.ui.LayoutView], ...]] = (
    introductions.panel,
    tips.panel,
    help_requests.panel,
    matchmaking.panel,
    lambda words: cards.panel(words, suspended=True),
)


def panels(words: Words) -> list[tuple[int, discord.ui.LayoutView]]:
    """Every panel, with its channel."""
    return [(2**62 + number, build(words)) for number, build in enumerate(BUILDS)]


def step_4(words: Words, findings: list[Finding], page: int = 0) -> discord.ui.LayoutView:
    """The last step, with these things to mend."""
    missing = ["association-name", "introductions-channel"]
    place, shown = channel(2**62), panels(words)
    cautions = [words(f"setup-{what}", channel=place) for what in ("organisers-visible", "threads-hidden", "role-gone")]
    return checking.publish(
        words, SAFETY, bot=BOT, missing=missing, findings=findings, cautions=cautions, panels=shown, page=page
    )


def every_card(words: Words) -> Iterator[discord.ui.LayoutView]:
    """Each card, in each of its states."""
    zones = ("UTC", "Europe/Paris")
    named = Identity("A" * rules.NAME, "c" * rules.CONTACT, "fr-tu", bilingual=False, zone="UTC", zones=zones)
    yield setup.association(words, named, SAFETY, advised=False, opened=True)
    yield setup.association(
        words, Identity("", "", "fr-tu", False, "UTC", zones), Safety(None, ""), advised=True, opened=False
    )
    warning = words("setup-threads-hidden", channel=channel(1))
    yield setup.channels(words, CHOSEN, missing=True, ready=False, warnings=[warning] * 2)
    yield from (cards.team_role(words, 2**62, holders, "organisers:role:1", "kernel:dismiss") for holders in (None, 1))
    yield cards.panel(words, suspended=True, moved=[place.preference for place in PLACES if place.panel])
    yield setup.welcome(words, CHOSEN)
    yield setup.welcome(words, dict.fromkeys(CHOSEN))
    yield from (step_4(words, EVERYTHING, page) for page in range(4))
    yield checking.publish(words, SAFETY, bot=BOT, missing=(), findings=(), panels=())
    yield from (checking.trial(words, place, opened=place is None, held=True) for place in (None, 2**62))
    yield from (checking.trial_over(words, place) for place in (None, 2**62))
    yield from (checking.trial_note(words, opened=opened) for opened in (True, False))
    yield from (checking.done(words, Safe("</aide:1234567890123456789>"), waits=waits) for waits in (True, False))
    for progress in (
        Progress(None, None, 0),
        Progress(0, 1, 1),
        Progress(TIPS, REQUESTS, FIRST_GROUP),
        Progress(9, 0, 9),
    ):
        yield opening.softly(words, progress)
    yield opening.invitation(words, "`" * rules.NAME, "c" * rules.CONTACT)


@pytest.mark.parametrize(("language", "voice"), [("fr", "tu"), ("fr", "vous"), ("en", "tu")])
async def test_every_card_keeps_within_discords_limits(language: str, voice: str) -> None:
    for view in every_card(Words(language, voice)):
        payload = {"components": [item.to_component_dict() for item in view.children], "flags": 1 << 15}
        assert list(_message(payload)) == []
        assert view.is_finished()


def text(view: discord.ui.LayoutView) -> str:
    """What a card says."""
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))


async def test_each_panel_is_shown_once_over_the_pages() -> None:
    words = Words("fr")
    shown = "\n".join(dict.fromkeys(text(step_4(words, [], page)) for page in range(4)))
    for _, panel in panels(words):
        title = text(panel).splitlines()[0]
        assert shown.count(f"{title}\n") == 1, title


@pytest.mark.parametrize(
    "permission", sorted({need.permission for needs in (FORUM, *NEEDS.values()) for need in needs})
)
async def test_each_permission_that_lacks_comes_with_its_reason_and_the_way_to_give_it(permission: str) -> None:
    for language in ("fr", "en"):
        words = Words(language)
        name, why = words.plain(f"permission-{permission}"), words.plain(f"permission-{permission}.why")
        for here, way in ((True, "setup-mend-channel"), (False, "setup-mend-role")):
            told = text(step_4(words, [Finding(7, Need(permission), here=here)]))
            quoted = words.plain("setup-quoted", name=name)
            assert words("setup-permission", channel=channel(7), permission=name, why=why, must="yes") in told
            values = {"channel": channel(7)} if here else {}
            assert words(way, bot=BOT, permissions=quoted, **values) in told


async def test_what_is_mended_at_one_place_is_told_once() -> None:
    words = Words("fr")
    lacks = [Need("send_messages"), Need("create_public_threads")]
    by_role = text(step_4(words, [Finding(place, need, here=False) for place in (7, 8) for need in lacks]))
    assert by_role.count("→") == words.plain("setup-mend-role", bot=BOT, permissions="").count("→")
    assert "<#7>, <#8> : il me manque « Envoyer des messages »" in by_role.replace("\u202f", " ")
    here = text(step_4(words, [Finding(7, need) for need in lacks]))
    assert "« Envoyer des messages », « Créer des fils publics »" in here.replace("\u202f", " ").replace("\xa0", " ")


async def test_a_forum_is_mended_by_the_names_that_it_uses_itself() -> None:
    words = Words("fr")
    told = text(step_4(words, [Finding(7, Need("send_messages"), forum=True)]))
    assert "Créer des posts" in told
    assert "Envoyer des messages" not in told


async def test_the_first_button_of_a_soft_opening_is_what_comes_next() -> None:
    def first(progress: Progress) -> list[str | None]:
        buttons = [
            item
            for item in opening.softly(Words("fr"), progress).walk_children()
            if isinstance(item, discord.ui.Button)
        ]
        return [item.custom_id for item in buttons if item.style is discord.ButtonStyle.primary]

    assert first(Progress(0, 0, 0)) == ["tips:share"]
    assert first(Progress(TIPS, 0, 0)) == ["help_requests:ask"]
    assert first(Progress(None, 1, 0)) == ["help_requests:ask"]
    assert first(Progress(TIPS, REQUESTS, 0)) == ["organisers:invitation"]
    assert first(Progress(None, None, 0)) == ["organisers:invitation"]
