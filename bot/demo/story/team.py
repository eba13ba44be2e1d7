"""The organisers' seat in the demo: a rota of hosts, a referent, and a report that waits."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.demo.shown import message_of, select_of
from bot.words.i18n import Words

if TYPE_CHECKING:
    from bot.demo.stage import Stage

TEAM: Final = tomllib.loads(Path(__file__).with_name("team.toml").read_text(encoding="utf-8"))
"""Who is part of it, who is asked, who is turned to, and what is reported."""
MENU: Final = Words("fr").plain("menu-tell-the-team")
"""The context menu's own name; another language's is only shown."""
REFERENT: Final = "moderation-referent"
"""The setting that organisers change: who is turned to when nobody of the team takes a report."""


async def begin(stage: Stage) -> None:
    """The organiser takes part in the rota, asks some to join, and chooses a referent in the settings."""
    organiser = stage.organiser
    shown = await organiser.slash(stage.places["lounge"], "relais")
    shown = await organiser.click(message_of(shown), custom_id="organisers:relay_join")
    for name in TEAM["hosts"]:
        who = stage.people[name]
        shown = await organiser.select(message_of(shown), [who], custom_id="organisers:relay_person")
        shown = await organiser.click(message_of(shown), custom_id=f"organisers:relay_invite:{who.id}")
    shown = await organiser.slash(stage.places["lounge"], "reglages")
    shown = await organiser.select(message_of(shown), ["moderation"], custom_id="organisers:settings_open")
    shown = await organiser.select(message_of(shown), [REFERENT], custom_id="organisers:setting_open")
    referent = stage.people[TEAM["referent"]]
    await organiser.select(message_of(shown), [referent], custom_id=f"organisers:setting_set:{REFERENT}")


async def agree(stage: Stage) -> None:
    """Those who were asked say yes, under the letter that asked them."""
    for name in TEAM["hosts"]:
        who = stage.people[name].user
        await who.click(who.dm_channel.history()[-1], label=stage.words.plain("relay-yes"))


async def advertise(stage: Stage) -> None:
    """Somebody advertises among all."""
    await stage.people[TEAM["advertiser"]].send(stage.places["lounge"], TEAM[stage.story.language]["advert"])


async def report(stage: Stage) -> None:
    """A member tells the team of the advert, and it waits."""
    advertiser, reporter = stage.people[TEAM["advertiser"]], stage.people[TEAM["reporter"]]
    advert = next(said for said in reversed(stage.places["lounge"].history()) if said.author.id == advertiser.id)
    form = await reporter.context_menu(stage.places["lounge"], MENU, advert)
    draft = await reporter.submit_modal(form, {"what": TEAM[stage.story.language]["report"]})
    sort = select_of(message_of(draft), "moderation:sort").custom_id
    draft = await reporter.select(message_of(draft), ["advertising"], custom_id=sort)
    await reporter.click(message_of(draft), label=stage.words.plain("moderation-send"))
