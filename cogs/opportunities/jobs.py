"""What missions do when time comes: their authors are asked how they stand, those of which nobody says anything end,
and people are told of what they follow.

While everything is suspended none of it happens: nothing ends of which nobody could be asked.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from bot.delivery import letters as delivered
from bot.delivery.letters import State as Went
from bot.people import members
from bot.schedule.clock import DAY
from bot.schedule.jobs import Job, JobKind
from bot.storage import preferences as prefs
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.opportunities import alert_rules, alert_store, hands, interest_store, letters, posts, store
from cogs.opportunities.alert_rules import Alert, Fitting
from cogs.opportunities.rules import ASKED_BEFORE, Mission, State

ENDING: Final = "opportunities:ending"
ALERTING: Final = "opportunities:alerting"


class Ending:
    """The daily look at what comes to its end."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(ENDING, self._end, every=DAY))

    async def _end(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        """Ask three days before the end, unless its author is away: then it ends, and they hear of it once they are
        back."""
        if association.preferences[prefs.SUSPENDED]:
            return
        now = self._house.clock.now()
        for mission in await store.ending_by(db, now + ASKED_BEFORE):
            if mission.asked_at is None and await members.is_here(db, mission.author_id):
                await self._ask(association, db, mission)
            elif mission.expires_at <= now:
                await self._end_or_wait(association, db, mission)

    async def _ask(self, association: Association, db: Connection, mission: Mission) -> None:
        """It ends three working days after this, at the earliest."""
        now = self._house.clock.now()
        await store.note_asked(db, mission.id, now, letters.ends_after(association, now))
        asked = await store.get(db, mission.id)
        assert asked is not None
        await self._write(association, db, mission, letters.STILL, letters.question_key(asked))

    async def _end_or_wait(self, association: Association, db: Connection, mission: Mission) -> None:
        """It doesn't end while the question is on its way, nor sooner than the letter says."""
        now = self._house.clock.now()
        asked = await delivered.named(db, mission.author_id, letters.STILL, letters.question_key(mission))
        until = now
        if asked is not None and asked.state in {Went.WAITING, Went.SENDING}:
            until = now + DAY
        elif asked is not None and asked.sent_at is not None:
            until = letters.ends_after(association, asked.sent_at)
        if until > now:
            await store.postpone(db, mission.id, until)
            return
        await posts.settle(self._house, association, db, mission, State.EXPIRED)
        await self._write(association, db, mission, letters.ENDED, letters.end_key(mission))

    async def _write(self, association: Association, db: Connection, mission: Mission, kind: str, key: str) -> None:
        await self._house.contact.write(association, db, mission.author_id, kind, key)


class Alerting:
    """The daily word to those who follow such missions."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.jobs.register(JobKind(ALERTING, self._tell, every=DAY))

    async def _tell(self, association: Association, db: Connection, job: Job, _: object) -> None:  # noqa: ARG002
        if association.preferences[prefs.SUSPENDED]:
            return
        now, alerts = self._house.clock.now(), await alert_store.active(db)
        able = await self._able(association, db, alerts)
        fitting = [await self._fitting(association, db, mission, able) for mission in await self._proposable(db)]
        today = int(datetime.combine(_date(association, now), time.min, association.zone).timestamp())
        chosen = alert_rules.choose(fitting, await self._last(db, able), today=today, now=now)
        for member_id, mission_ids in chosen.items():
            if await self._house.contact.write(association, db, member_id, letters.ALERT, str(now)):
                for mission_id in mission_ids:
                    await alert_store.note_told(db, mission_id, member_id, now)

    async def _proposable(self, db: Connection) -> list[Mission]:
        """Open missions, the newest first: none that comes to its end, nor of whom the team closed this to."""
        closed = await hands.closed_to(self._house, db)
        return [
            mission
            for mission in await store.open_missions(db)
            if mission.asked_at is None and mission.author_id not in closed
        ]

    async def _able(self, association: Association, db: Connection, alerts: list[Alert]) -> list[Alert]:
        """Those who may be asked something now, and for whom no alert is still to come."""
        followers = [alert.member_id for alert in alerts]
        may = set(await self._house.contact.may_ask(association, db, followers, letters.PURPOSE))
        may -= {*await delivered.ahead(db, followers, [letters.ALERT])}
        return [alert for alert in alerts if alert.member_id in may]

    async def _last(self, db: Connection, able: list[Alert]) -> dict[int, int]:
        """When each person was last told of anything: an alert that came again after "Plus tard" counts as it came."""
        last = await alert_store.last_told(db)
        since = self._house.clock.now() - alert_rules.REST
        for member_id, kind, at in await delivered.sent_since(db, [one.member_id for one in able], since):
            if kind == letters.ALERT:
                last[member_id] = max(at, last.get(member_id, at))
        return last

    async def _fitting(self, association: Association, db: Connection, mission: Mission, able: list[Alert]) -> Fitting:
        """Whom a mission fits: not its author, nor who knows of it already, nor who is to be kept apart from them."""
        people = {alert.member_id for alert in able if alert.fits(mission)} - {mission.author_id}
        people -= {hand.member_id for hand in await interest_store.of_mission(db, mission.id)}
        people -= await interest_store.everybody_named(db, mission.id)
        people -= await self._house.lifecycle.kept_apart(association, db, mission.author_id, people)
        return Fitting(mission.id, frozenset(people), await alert_store.told_of(db, mission.id))


def _date(association: Association, at: int) -> date:
    return datetime.fromtimestamp(at, association.zone).date()
