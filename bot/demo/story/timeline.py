"""When everything happens in the demo's story, and that it does. What happens is in the rooms beside this one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bot.demo.story import acts, coffee, doors, exchanges, missions, opening, ritual, team, welcome
from bot.demo.story.days import DOORS, LAST, moment
from bot.demo.story.exchanges import Asked
from bot.demo.story.people import Event, Person, Story
from bot.schedule.clock import DAY, HOUR

if TYPE_CHECKING:
    from bot.demo.stage import Stage

What = TypeVar("What")
Play = Callable[["Stage"], Awaitable[object]]
Tell = Callable[[float], object]
"""Told how much of the story lies behind, from 0 to 1."""

BEGIN: Final = 14
"""The day after the opening on which the organiser plans what comes every week."""
QUESTIONS: Final = range(15, LAST, 7)
"""The days on which the bot asks the question of the week."""
UNANSWERED: Final = frozenset({57, 92})
"""Those on which nobody answers: once in winter, and the last."""
ANNOUNCED: Final = (38, 66, 94)
"""The days on which a round of coffee is announced; the last one is still to come when the story ends."""
TO_MATCH: Final = 5
TO_CHECK: Final = 11
TO_ASK: Final = 16
"""Days from an announcement until people are brought together, and until they are asked whether they met; from a search
until whoever searched says whether it helped."""
A_DAY: Final = 1.0
"""How long a day takes in which people do nothing, compared with a tip."""
DIGESTS: Final = (30, 72)
"""The days on which somebody says a word about the digest."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that people do at an instant (UTC seconds). `weight`: how long that takes, compared with a tip."""

    at: int
    play: Play
    weight: float = 1.0


async def tell(stage: Stage, story: Story, progress: Tell = lambda _: None) -> None:
    """Live the story on the stage, until the visitor comes; `progress` hears of it."""
    told = scenes(story)
    whole, played = effort(told), []
    for scene in told:
        await stage.until(max(scene.at, stage.clock.now()))
        await scene.play(stage)
        played.append(scene)
        progress(effort(played) / whole)
    await stage.until(moment(story.last, 10, 30))


async def live_on(stage: Stage, story: Story) -> None:
    """What people do of an evening while the visitor lets time pass: they answer whom the visitor is, and the question,
    want what they share, open doors, and have coffee."""
    others = {person.name for person in story.people if person.role == "other"}
    visitors = [person.name for person in story.people if person.name not in others]
    await welcome.answer(stage, visitors)
    await missions.live_on(stage, visitors)
    await doors.live_on(stage, others)
    await ritual.answer(stage)
    await coffee.live_on(stage, others)


def effort(told: Sequence[Scene]) -> float:
    """How long these scenes take from the first one on, with what the bot does on the days between them."""
    days = (told[-1].at - told[0].at) / DAY if told else 0
    return sum(scene.weight for scene in told) + A_DAY * days


def scenes(story: Story) -> list[Scene]:
    """The story's scenes, the earliest first."""
    parts = (
        _gatherings(story),
        _introductions(story),
        _exchanges(story),
        _doors(),
        _missions(),
        _rounds(story),
        _weeks(),
    )
    found = (scene for part in parts for scene in part if DOORS <= scene.at < moment(story.last, 10, 30))
    return sorted(found, key=lambda scene: scene.at)


def _gatherings(story: Story) -> Iterator[Scene]:
    """People join, the team sets up; the day before the visitor comes, somebody advertises and is reported."""
    for person in story.people:
        if person.role != "organiser":  # whose server it is
            yield Scene(story.joins(person), _on(_join, person), 0.1)
    yield Scene(DOORS, opening.set_up, 9)
    yield Scene(moment(BEGIN, 14), opening.begin_rituals, 2)
    yield Scene(moment(BEGIN, 14, 20), team.begin, 2)
    yield Scene(moment(BEGIN + 2, 11), team.agree)
    if story.last > BEGIN:  # by then those who take part are there
        yield Scene(moment(story.last - 1, 16, 30), team.advertise, 0.1)
        yield Scene(moment(story.last - 1, 17), team.report)


async def _join(stage: Stage, person: Person) -> None:
    stage.join(person.name)


def _introductions(story: Story) -> Iterator[Scene]:
    for number, event in enumerate(story.events):
        if event.reply is None:
            yield Scene(event.at, _on(_introduce_from_hall if number % 3 == 2 else acts.introduce, event.person))
        else:
            yield Scene(event.at, _on(_reply, event), 0.1)


async def _introduce_from_hall(stage: Stage, person: Person) -> None:
    await acts.introduce(stage, person, from_hall=True)


async def _reply(stage: Stage, event: Event) -> None:
    assert event.reply is not None
    await acts.reply(stage, event.reply.by, event.person.name, event.reply.says)


def _exchanges(story: Story) -> Iterator[Scene]:
    told = exchanges.read(story.language)
    for tip in told.tips:
        yield Scene(tip.at, _on(acts.share, tip))
    for doubt in told.doubts:
        yield Scene(doubt.at, _on(acts.doubt, doubt))
        if doubt.holds:
            yield Scene(doubt.at + DAY, _on(acts.say_it_holds, doubt.author))
    for request in told.requests:
        yield from _request(request)
    for said in told.chat:
        yield Scene(said.at, _on(acts.chat, said), 0.1)
    for offer in told.offers:
        yield Scene(offer.at, _on(acts.offer_help, offer))
    for followed in told.follows:
        yield Scene(followed.at, _on(acts.follow, followed))
    for subscribed in told.subscriptions:
        yield Scene(subscribed.at, _on(acts.subscribe, subscribed.by))


def _request(request: Asked) -> Iterator[Scene]:
    """It is asked; somebody lends a hand that day; a week later it is solved, and a tip may come of it."""
    yield Scene(request.at, _on(acts.ask, request))
    if request.helper:
        yield Scene(request.at + 2 * HOUR, _on(acts.lend_a_hand, request), 0.7)
    if "worked" in request.fields:
        yield Scene(request.at + 7 * DAY + HOUR, _on(acts.solve, request), 1.5)
    if "tip" in request.fields:
        yield Scene(request.at + 8 * DAY, _on(acts.agree_to_tip, request.helper))


def _doors() -> Iterator[Scene]:
    """Doors are noted; of a search, somebody says yes a day later, and it helped; two are presented."""
    for place, door in enumerate(doors.DOORS):
        yield Scene(moment(door["day"], 11, 10 + place), _on(doors.note, door), 0.5)
    yield Scene(moment(doors.GLADLY["day"], 11, 30), _on(doors.allow_asks, doors.GLADLY), 0.5)
    for told in doors.SEARCHES:
        yield Scene(moment(told["day"], told["hour"]), _on(doors.search, told), 0.5)
        if "by_whom" in told:
            yield Scene(moment(told["day"] + 1, 9, 45), _on(doors.say_yes, told))
            yield Scene(moment(told["day"] + TO_ASK, 10, 15), _on(doors.say_it_helped, told))
    told = doors.PRESENTATION
    yield Scene(moment(told["day"], 10, 20), _on(doors.present, told), 0.5)
    yield Scene(moment(told["day"] + 1, 14, 20), _on(doors.agree_to_meet, told))


def _missions() -> Iterator[Scene]:
    for followed in missions.ALERTS:
        yield Scene(moment(followed["day"], 16), _on(missions.follow, followed))
    for told in missions.MISSIONS:
        yield Scene(moment(told["day"], 15), _on(missions.share, told))
        for hand in told.get("hand", ()):
            yield Scene(moment(hand["day"], 15, 20), _on(_raise_hand, (told, hand)), 0.5)
        if "question" in told:
            yield Scene(moment(told["question"]["day"], 15, 40), _on(missions.ask_about, told), 0.1)
        if "filled" in told:
            yield Scene(moment(told["filled"], 15, 30), _on(missions.fill, told))
        if "elsewhere" in told:
            yield Scene(moment(told["elsewhere"], 15, 30), _on(missions.end_elsewhere, told), 0.5)


async def _raise_hand(stage: Stage, what: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
    await missions.raise_hand(stage, *what)


def _rounds(story: Story) -> Iterator[Scene]:
    everybody = [person.name for person in story.people]
    for day, names in zip(ANNOUNCED, coffee.ROUNDS, strict=True):
        yield Scene(moment(day, 9, 40), _on(coffee.come, names), 2)
        yield Scene(moment(day + TO_MATCH, 11), _on(coffee.say_hello, everybody), 4)
        yield Scene(moment(day + TO_MATCH, 15, 20), _on(coffee.answer_hello, everybody), 0.2)
        yield Scene(moment(day + TO_CHECK, 11), _on(coffee.say_they_met, everybody), 2)


def _weeks() -> Iterator[Scene]:
    for day in QUESTIONS:
        if day not in UNANSWERED:
            yield Scene(moment(day, 14, 10), ritual.answer, 0.3)
        elif day + 7 < LAST:
            yield Scene(moment(day + 1, 9, 15), ritual.speak_in_the_room, 0.1)
    for number, day in enumerate(DIGESTS):
        yield Scene(moment(day, 9, 5), _on(ritual.thank_for_the_digest, number), 0.1)


def _on(act: Callable[[Stage, What], Awaitable[object]], what: What) -> Play:
    """An act that is about something."""

    async def play(stage: Stage) -> None:
        await act(stage, what)

    return play
