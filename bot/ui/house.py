"""The services that features use, handed to them as one object; `bot.app` builds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.delivery.contact import Contact
from bot.delivery.outbox import Outbox
from bot.delivery.reports import Reports
from bot.people.catalogue import Catalogue
from bot.people.lifecycle import Lifecycle
from bot.people.register import Register
from bot.people.restrictions import Restrictions
from bot.schedule.clock import Clock
from bot.schedule.heartbeat import Heartbeat
from bot.schedule.jobs import Jobs
from bot.settings import Settings
from bot.storage.association import Associations
from bot.worker import Workers

if TYPE_CHECKING:
    from bot.delivery.discord_calls import Calls
    from bot.ui.features import Features
    from bot.ui.gates import Gates
    from bot.ui.panels import Panels
    from bot.ui.private_threads import PrivateThreads
    from bot.ui.publications import Publications
    from bot.ui.sections import Sections


@dataclass(frozen=True, slots=True)
class House:
    """Every service of the kernel."""

    settings: Settings
    clock: Clock
    associations: Associations
    catalogue: Catalogue
    lifecycle: Lifecycle
    register: Register
    restrictions: Restrictions
    reports: Reports
    calls: Calls
    outbox: Outbox
    contact: Contact
    jobs: Jobs
    heartbeat: Heartbeat
    workers: Workers
    panels: Panels
    publications: Publications
    private_threads: PrivateThreads
    sections: Sections
    features: Features
    gates: Gates
    client: discord.Client
