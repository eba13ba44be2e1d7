"""The composition root: the only file that knows every other."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from bot.client import Comptoir
from bot.delivery.contact import Contact
from bot.delivery.discord_calls import Calls
from bot.delivery.outbox import Outbox
from bot.delivery.reports import Reports
from bot.people.catalogue import Catalogue
from bot.people.lifecycle import Lifecycle
from bot.people.register import Register
from bot.people.restrictions import Restrictions
from bot.schedule.clock import Clock, SystemClock
from bot.schedule.heartbeat import Heartbeat
from bot.schedule.housekeeping import Housekeeping
from bot.schedule.jobs import Jobs
from bot.settings import Settings
from bot.storage.association import Associations
from bot.storage.backup import Ledger
from bot.storage.search import Synonyms
from bot.ui import letters
from bot.ui.actions import Router
from bot.ui.features import Features
from bot.ui.gates import Gates
from bot.ui.holdings import KERNEL
from bot.ui.house import House
from bot.ui.limits import Limits
from bot.ui.panels import Panels
from bot.ui.parked import report
from bot.ui.private_threads import PrivateThreads
from bot.ui.publications import Publications
from bot.ui.sections import Sections
from bot.worker import Workers

FEATURES: Final = (
    "cogs.introductions",
    "cogs.tips",
    "cogs.help_requests",
    "cogs.matchmaking",
    "cogs.warm_intros",
    "cogs.opportunities",
    "cogs.prompts",
    "cogs.digest",
    "cogs.deadlines",
    "cogs.moderation",
    "cogs.privacy",
    "cogs.guide",
    "cogs.organisers",
)
"""Every feature, by the name of its room."""


def build(
    settings: Settings,
    clock: Clock | None = None,
    *,
    heartbeat: bool = True,
    workers: Workers | None = None,
    ticks: Callable[[], float] = time.monotonic,
) -> Comptoir:
    """A bot, ready to be started. Tests and the demo give their own clock and no heartbeat: they move time themselves.
    `ticks` are seconds by which people's presses are limited; the demo's people press while its clock stands still."""
    clock = clock or SystemClock()
    client = Comptoir(members=settings.members_intent, features=FEATURES, heartbeat=heartbeat)
    associations = Associations(settings.data_dir, Synonyms.load(settings.content("synonyms.toml")))
    calls = Calls(client)
    reports = Reports(show=report)
    outbox = Outbox(calls, clock, reports, client.breaker)
    reports.write_to(outbox)
    jobs = Jobs(associations, clock, reports)
    Housekeeping(jobs, clock, settings.data_dir, reports)
    lifecycle = Lifecycle(clock, Ledger(settings.data_dir))
    contact = Contact(outbox, jobs, clock, lifecycle, show=letters.layout)
    panels = Panels(client, calls, outbox, jobs)
    publications = Publications(client, clock, outbox, panels, lifecycle, contact)
    client.house = House(
        settings=settings,
        clock=clock,
        associations=associations,
        catalogue=Catalogue.load(settings.content("trades.toml"), settings.content("zones.toml")),
        lifecycle=lifecycle,
        register=Register(KERNEL),
        restrictions=Restrictions(),
        reports=reports,
        calls=calls,
        outbox=outbox,
        contact=contact,
        jobs=jobs,
        heartbeat=Heartbeat(associations, jobs, outbox, clock),
        workers=workers or Workers(),
        panels=panels,
        publications=publications,
        private_threads=PrivateThreads(outbox, lifecycle),
        sections=Sections(),
        features=Features(clock, jobs, outbox, contact, publications, panels),
        gates=Gates(),
        client=client,
    )
    client.house.gates.add(Limits(ticks).gate)
    client.house.gates.add(client.house.features.gate)
    client.router = Router(client.house)
    return client
