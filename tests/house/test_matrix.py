"""Whoever has no business with it presses every button of the team and calls every command of theirs: nothing happens,
and nothing is told. New acts and commands are tried by themselves."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from simcord.results import InteractionResult

from tests.house.crowd import Crowd, Person, commands, gathered, team_acts
from tests.house.effects import Change, Effects
from tests.house.fuzz import Fuzz
from tests.world import text_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("rights")]

NO = ("kernel-organisers-only", "moderation-not-for-you", "kernel-stale-press", "kernel-no-longer-member")
"""What somebody without a right reads: it is for the team, it is for others, it is nothing."""
FIRST = {"one who rests": ("privacy-at-rest",)}
"""What some read before anything else."""
KEPT_FOR_ONESELF = {"drafts", "members"}
"""Where one's own try may leave something of one's own: what was typed in a refused form, the day of one's last act."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def crowd() -> AsyncIterator[Crowd]:
    """The crowd after its month."""
    async with gathered() as found:
        yield found


def sentence(crowd: Crowd, who: Person, key: str) -> str:
    """A refusal as somebody reads it: its first line, under which offers stand."""
    association = crowd.world.association
    names = {name: association.command(name) for name in ("aide", "installer")}
    words = association.words_in("en" if who is crowd.colleague else None)
    return str(words(key, **names)).replace("\u202f", " ").split("\n")[0]


class Judge:
    """Looks after each try whether something happened."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.effects = Effects(crowd.world, crowd.world.guild.id)
        self.effects.seen_by_others()
        self.faults: list[str] = []
        self.tries = 0

    async def look(self, who: Person, what: str, answer: InteractionResult, *, allowed: tuple[str, ...]) -> None:
        """Note what was wrong."""
        self.tries += 1
        said = "a form" if answer.modal else text_of(answer) if answer.response else "nothing"
        await self.crowd.world.bot.house.outbox.finish(5)
        sentences = {sentence(self.crowd, who, key) for key in (*allowed, *FIRST.get(who.name, ()))}
        if said.split("\n")[0] not in sentences:
            self.faults.append(f"{who.name}, {what}: read {said[:200]!r}")
        for change in self.effects.look():
            if not (change.table in KEPT_FOR_ONESELF and self._is_own(change, who)):
                self.faults.append(f"{who.name}, {what}: {change}")
        self.faults += [f"{who.name}, {what}: {call}" for call in self.effects.seen_by_others()]

    def _is_own(self, change: Change, who: Person) -> bool:
        return self.effects.is_of(change, who.id) and (change.table != "members" or change.columns <= {"seen_on"})


async def test_every_act_of_the_team_is_refused_to_whoever_is_not_of_it(crowd: Crowd) -> None:
    judge = Judge(crowd)
    for action in team_acts():
        for custom_id in crowd.custom_ids(action):
            for who in crowd.outsiders:
                answer = await crowd.try_act(who, custom_id)
                await judge.look(who, custom_id, answer, allowed=NO)
    assert judge.faults == []
    assert judge.tries > 1000


async def test_every_command_of_the_team_is_refused_to_whoever_is_not_of_it(crowd: Crowd) -> None:
    judge = Judge(crowd)
    for command in commands(crowd.world, team=True):
        for who in crowd.outsiders:
            if not who.dm:
                answer = await crowd.try_command(who, command)
                await judge.look(who, f"/{command.qualified_name}", answer, allowed=NO[:1])
    assert judge.faults == []


async def test_a_colleague_opens_nothing_of_a_case_that_is_about_herself(crowd: Crowd) -> None:
    db = crowd.world.association.read()
    hers = await db.value(
        "SELECT case_id FROM case_people WHERE role = 'concerned' AND member_id = :id", id=crowd.colleague.id
    )
    done = await db.rows("SELECT id FROM case_acts WHERE case_id = :case", case=hers)
    judge = Judge(crowd)
    for action in team_acts():
        names = list(inspect.signature(action.handler).parameters)
        for number in {"case_id": [hers], "act_id": [row["id"] for row in done]}.get(names[1] if names[1:] else "", ()):
            for word in ("kept", "warned"):
                said = ":".join((action.name, *({"int": str(number), "str": word}[kind] for kind in action.parameters)))
                answer = await crowd.try_act(crowd.colleague, said)
                await judge.look(crowd.colleague, said, answer, allowed=NO[1:3])
    assert judge.faults == []
    assert judge.tries > 20


async def test_two_thousand_forged_presses_have_no_effect_that_nobody_granted(crowd: Crowd) -> None:
    fuzz = Fuzz(crowd)
    await fuzz.run(seed=1, cases=2000)
    assert fuzz.faults == []
    assert fuzz.counts["with effect"] > 40
