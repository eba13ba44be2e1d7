"""The demo's story: who is there, what they write, and when. Read from `people.toml`, ordered by a seed."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from bot.demo import coffee, ritual, team
from bot.schedule.clock import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from bot.demo.stage import Stage

PEOPLE: Final = Path(__file__).with_name("people.toml")
LANGUAGES: Final = ("fr", "en")
FIELDS: Final = ("what", "where", "offers", "seeks", "question")
OPENING: Final = 1768204800
"""When the association opens its doors: Monday 12 January 2026, 9:00 in Paris."""
WEEK: Final = (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)
"""Days after the opening on which people write: two working weeks."""

EXCHANGES: Final = Path(__file__).with_name("exchanges.toml")

Role = Literal["organiser", "member", "other", "newcomer"]
Tell = Callable[[int], object]
"""Told how many introductions were made."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody writes under an introduction."""

    by: str
    says: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the association; newcomers have no fields yet."""

    name: str
    role: Role
    trade: str
    fields: Mapping[str, str]
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens: an introduction, or a reply to one. `at` is an instant (seconds, UTC)."""

    at: int
    person: Person
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that happens, in one language. `server` holds the names of the server and its channels."""

    language: str
    server: Mapping[str, str]
    people: tuple[Person, ...]
    events: tuple[Event, ...]

    def first(self, role: Role) -> Person:
        """The first person of a role."""
        return next(person for person in self.people if person.role == role)

    @property
    def introductions(self) -> int:
        """How many people introduce themselves."""
        return sum(event.reply is None for event in self.events)


def load(language: str = "fr", seed: int = 1) -> Story:
    """The story of a seed; the same seed tells the same story."""
    told = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))
    people = tuple(_person(entry, language) for entry in told["person"])
    chance = random.Random(seed)
    return Story(language, told["server"][language], people, tuple(_events(people, chance)))


def terminal(language: str) -> Mapping[str, str]:
    """What the demo says in the terminal."""
    said: dict[str, dict[str, str]] = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["terminal"]
    return said[language]


@dataclass(frozen=True, slots=True)
class Shared:
    """A tip: who shares it on which day after the opening, its fields, and to whom it was of use."""

    by: str
    day: int
    fields: Mapping[str, str]
    useful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a hand, wanted some weeks later; who lent one and said what, and whether a tip came of it."""

    by: str
    day: int
    weeks: int
    fields: Mapping[str, str]
    helper: str
    tip: bool


def exchanges(language: str) -> list[Shared | Asked]:
    """What people share and ask, in the order of the days."""
    told = tomllib.loads(EXCHANGES.read_text(encoding="utf-8"))
    tips = [Shared(one["by"], one["day"], one[language], tuple(one["useful"])) for one in told["tip"]]
    asked = [
        Asked(one["by"], one["day"], one["weeks"], one[language], one.get("helper", ""), one.get("becomes_tip", False))
        for one in told["request"]
    ]
    return sorted([*tips, *asked], key=lambda one: one.day)


async def tell(stage: Stage, story: Story, progress: Tell = lambda _: None) -> None:
    """Live the story on the stage, through the bot's own commands, buttons and forms."""
    for person in story.people:
        if person.role in {"member", "other"}:
            stage.join(person.name)
    await stage.set_up()
    done = 0
    for event in story.events:
        await stage.until(event.at)
        if event.reply is not None:
            await stage.answer(event.reply.by, event.person.name, event.reply.says)
            continue
        await stage.introduce(event.person.name, event.person.fields, event.person.trade, from_hall=done % 3 == 2)
        progress(done := done + 1)
    said = tomllib.loads(EXCHANGES.read_text(encoding="utf-8"))["coffee"]
    begins, told = said["day"], exchanges(story.language)
    await _exchange(stage, [one for one in told if one.day < begins])
    later = [one for one in told if one.day >= begins]
    people = [person.name for person in story.people if person.fields]
    await ritual.plan(stage)
    await team.begin(stage)
    await stage.until(max(stage.clock.now(), OPENING + begins * DAY))
    await team.agree(stage)

    async def meanwhile() -> None:
        await live_on(stage, story)
        while later and OPENING + later[0].day * DAY <= stage.clock.now():
            await _exchange(stage, [later.pop(0)])

    await coffee.tell(stage, people, said[story.language], meanwhile)
    await _exchange(stage, later)
    for person in story.people:
        if person.role == "newcomer":
            stage.join(person.name)
    await stage.until(stage.clock.now() + HOUR)
    await team.report(stage, story.language)


async def live_on(stage: Stage, story: Story) -> None:
    """What people do whenever some time passed: they answer what the bot asked."""
    people = [person.name for person in story.people if person.fields]
    said = tomllib.loads(EXCHANGES.read_text(encoding="utf-8"))["ritual"][story.language]
    await ritual.answer(stage, people, said)


async def _exchange(stage: Stage, told: Sequence[Shared | Asked]) -> None:
    """People share and ask; what the story's clock left behind is told at once."""
    for place, exchange in enumerate(told):
        await stage.until(max(stage.clock.now(), OPENING + exchange.day * DAY + place % 3 * HOUR))
        await (stage.share(exchange) if isinstance(exchange, Shared) else stage.ask(exchange))


def _person(entry: Mapping[str, Any], language: str) -> Person:
    said = entry.get(language, {})
    return Person(
        name=entry["name"],
        role=entry.get("role", "other"),
        trade=entry.get("trade", ""),
        fields={name: said[name] for name in FIELDS if name in said},
        replies=tuple(Reply(reply["by"], reply[language]) for reply in entry.get("reply", ())),
    )


def _events(people: tuple[Person, ...], chance: random.Random) -> Iterator[Event]:
    first, *others = [person for person in people if person.fields]
    chance.shuffle(others)
    events = []
    for place, person in enumerate((first, *others)):
        day = WEEK[place * len(WEEK) // (len(others) + 1)]
        at = OPENING + day * DAY + (place % 2) * 4 * HOUR + chance.randrange(10, 150) * MINUTE
        events.append(Event(at, person))
        for reply in person.replies:
            at += chance.randrange(15, 90) * MINUTE
            events.append(Event(at, person, reply))
    return iter(sorted(events, key=lambda event: event.at))
