"""Forged presses, thousands of them, straight to the router: random, truncated, swapped, of other servers, with values
and fields that no card of ours offers. Nothing may happen that whoever presses has no right to, and nothing may fail.

What somebody may do to what isn't theirs is written down in `MAY`, act by act; everything else that changes must name
whoever pressed, or belong to what does. A case that fails is said whole, so that it can be pressed again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from bot.ui.actions import registered
from bot.ui.forms import declared as forms
from bot.words.text import CUSTOM_ID
from tests.house.crowd import Crowd, Person
from tests.house.effects import Change, Effects
from tests.pressing import Pressing

_LOOKED_AFTER: Final = frozenset({"help_requests", "publications", "letters", "tip_drafts", "documents"}) | frozenset(
    {"relay_turns", "coffee_matches", "coffee_seats", "coffee_turns", "searches"}
)
"""What others had with whoever goes, and is looked after anew."""
MAY: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(  # whoever is reported is named, by a number alone
        ("moderation:member", "moderation:message", "moderation:written", "moderation:people", "moderation:readers"),
        frozenset({"members"}),
    ),
    **dict.fromkeys(  # a request that somebody takes care of says so, and asks nobody else
        ("help_requests:join", "help_requests:take"), frozenset({"help_requests", "letters", "outbox"})
    ),
    # whoever searches finds, and nobody else is asked
    **dict.fromkeys(
        ("warm_intros:yes", "warm_intros:talk"), frozenset({"searches", "publications", "letters", "outbox"})
    ),
    # the same of three; and who is asked no more reads it, or isn't asked
    "warm_intros:meet": frozenset({"searches", "publications", "letters", "outbox"}),
    **dict.fromkeys(("warm_intros:rather_not", "warm_intros:present_undo"), frozenset({"letters", "outbox"})),
    # whoever shared a mission and says how it stands lets the others go, who get a kind word
    **dict.fromkeys(
        (f"opportunities:{name}" for name in ("chosen", "with", "filled_by", "somebody", "elsewhere", "withdraw")),
        frozenset({"mission_interest", "letters", "outbox"}),
    ),
    # its author hears of who raised a hand, or no more; whoever is thought of is asked
    **dict.fromkeys(
        (f"opportunities:{name}" for name in ("raised", "take_back", "name", "confirm", "agree", "done")),
        frozenset({"letters", "outbox"}),
    ),
    # whoever was chosen and can't, after all: somebody is looked for again
    "opportunities:not_this_time": frozenset({"missions", "documents", "publications", "letters", "outbox"}),
    "opportunities:forget": frozenset({"mission_interest", "mission_named", "mission_told", "letters", "outbox"}),
    "tips:doubted": frozenset({"tips", "letters"}),  # the card says so, and its author is asked
    # whoever comes late meets somebody who waits, or a pair
    "matchmaking:in": frozenset({"coffee_matches", "coffee_seats", "coffee_turns"}),
    **dict.fromkeys(("privacy:rest", "privacy:return", "privacy:object"), _LOOKED_AFTER),
    # and what somebody was about to do with them
    **dict.fromkeys(("privacy:erase", "privacy:erase_but_tips"), _LOOKED_AFTER | {"drafts"}),
}
"""Tables in which an act of members may change what isn't theirs."""
VISITOR: Final = "a visitor of another server"
UNKNOWN: Final = 123456789012345678
"""A server that nobody knows."""
HOSTILE: Final = (
    *("", " ", ":", "::", "@", "-1", "0", "00", "1e3", "0x1", "9" * 19, "9" * 20, "9" * 90, "١", "²", "𝟙", "None", "'"),
    *("@everyone <@&1> **x** [y](https://z.fr)", "\u202e\u200b\u2800", "z\u0335\u0336" * 40, "\0", "\ud800", "🦄"),
    *("31/03", "2026-13-45", "'; DROP TABLE members; --", "../../etc/passwd", "null", "fr", "all", "yes", "x" * 4000),
)
"""What people and their programs type."""
SETTLE_EVERY: Final = 250
"""Cases after which the simulation tidies up behind itself."""
STEADY_EVERY: Final = 40
"""Cases after which whoever erased themselves, left or came back is again what they are here for."""
FOLLOWS: Final = frozenset({"outbox", "jobs", "meta"})
"""What is to be sent, done and cleaned because a row of one's own changed."""
_CODE: Final = re.compile(r"[a-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Forged:
    """A press as it is sent."""

    who: Person
    custom_id: str
    values: tuple[str, ...] | None = None
    fields: Mapping[str, str] | None = None
    dm: bool = False
    abroad: bool = False

    def __str__(self) -> str:
        more = [f"{name}={value!r}" for name, value in (("values", self.values), ("fields", self.fields)) if value]
        place = "abroad" if self.abroad else "in a direct message" if self.dm else "here"
        return f"{self.who.name} {place}: {self.custom_id!r} {' '.join(more)[:300]}"


class Forger:
    """Makes presses out of those that cards offer and of what is in the file."""

    def __init__(self, crowd: Crowd, effects: Effects, foreign: int, seed: int) -> None:
        self._crowd, self._seed = crowd, seed
        self._home, self._foreign = crowd.world.guild.id, foreign
        self._acts = sorted(registered(), key=lambda action: action.name)
        self._real = sorted(one for found in crowd.real.values() for one in found)
        found = set(effects.values())
        numbers = {str(one) for one in found if isinstance(one, int) and 0 <= one < 2**63}
        codes = {one for one in found if isinstance(one, str) and _CODE.fullmatch(one)}
        self._numbers, self._codes = sorted(numbers), sorted(codes)
        self._names = sorted({field.name for form in forms.values() for field in form.fields})

    def make(self, number: int, people: Sequence[Person]) -> Forged:
        """Case `number`."""
        chance = Random(f"{self._seed} {number}")  # noqa: S311 (to be repeated)
        who = chance.choice(people)
        said = self._base(chance)
        for _ in range(chance.choice((0, 0, 0, 0, 1, 1, 2, 3))):
            said = self._changed(said, chance)
        abroad = who.name == VISITOR and chance.random() < 0.5
        dm = who.dm or (not abroad and chance.random() < 0.15) or (who.name == VISITOR and not abroad)
        if dm or chance.random() < 0.08:
            at = chance.choices((self._home, self._foreign, UNKNOWN), (8 if dm else 1, 1, 1))[0]
            said = f"{said}@{at}"
        return self._sent(Forged(who, said[:CUSTOM_ID], dm=dm, abroad=abroad), chance)

    def _base(self, chance: Random) -> str:
        if chance.random() < 0.6:
            return chance.choice(self._real)
        action = chance.choice(self._acts)
        kinds = {"int": self._numbers, "str": self._codes, "Rest": self._real}
        return ":".join((action.name, *(chance.choice(kinds[kind]) for kind in action.parameters)))

    def _changed(self, said: str, chance: Random) -> str:
        at = chance.randint(0, len(said))
        pieces = said.split(":")
        match chance.randint(0, 6):
            case 0:
                return said[:at]
            case 1:
                return said[:at] + chance.choice(HOSTILE)[:40] + said[at:]
            case 2:
                return said[:at] + said[at + 1 :]
            case 3:
                pieces[chance.randrange(len(pieces))] = chance.choice((*HOSTILE[:30], self._value(chance)))
            case 4:
                pieces[2:] = chance.choice(self._real).split(":")[2:]
            case _:
                if len(pieces) > 2:
                    pieces[chance.randrange(2, len(pieces))] = self._value(chance)
        return ":".join(pieces)

    def _value(self, chance: Random) -> str:
        small = [str(chance.randint(0, 9))]
        return chance.choice(chance.choice((small, self._numbers, self._codes, HOSTILE)))

    def _sent(self, made: Forged, chance: Random) -> Forged:
        form = forms.get(":".join(made.custom_id.split(":")[:2]))
        if form is not None and chance.random() < 0.9:
            fields = {field.name: self._typed(chance) for field in form.fields if chance.random() < 0.9}
            if chance.random() < 0.1:
                fields[chance.choice(self._names)] = self._typed(chance)
            return Forged(made.who, made.custom_id, None, fields, made.dm, made.abroad)
        if chance.random() < 0.5:
            values = tuple(self._value(chance) for _ in range(chance.choice((0, 1, 1, 1, 1, 2, 25))))
            return Forged(made.who, made.custom_id, values, None, made.dm, made.abroad)
        return made

    def _typed(self, chance: Random) -> str:
        plain = ("Quelques mots", "Un devis à relire", "31/03", "12", "https://exemple.fr", "08:30")
        return chance.choice(plain if chance.random() < 0.6 else HOSTILE)


class Fuzz:
    """Sends them, and judges what came of each."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd, self._world = crowd, crowd.world
        self.faults: list[str] = []
        self.counts: Counter[str] = Counter()

    async def run(self, seed: int, cases: int) -> None:
        """Cases of outsiders, then a tenth as many of organisers, of which only that nothing fails is asked."""
        await self._open(seed)
        for number in range(cases):
            team = number >= cases * 9 // 10
            made = self._forger.make(number, [self._organiser] if team else self._people)
            await self._try(made)
            self._judge(number, made, team=team)
            if number % STEADY_EVERY == 0:
                await self._crowd.steady()
                self._home.look()
                self._home.seen_by_others()
            if number % SETTLE_EVERY == 0:
                await self._world.env.settle()
        self._home.close()
        self._abroad.close()

    async def _open(self, seed: int) -> None:
        world, crowd = self._world, self._crowd
        elsewhere = world.env.create_guild("Ailleurs")
        await world.env.settle()
        place = elsewhere.create_text_channel("ailleurs")
        visitor = elsewhere.add_member(world.env.create_user("vera", global_name="Vera"))
        await world.env.settle()
        self._hands, self._hands_abroad = crowd.hands, Pressing(world, place)
        self._home, self._abroad = Effects(world, world.guild.id), Effects(world, elsewhere.id)
        self._home.seen_by_others()
        self._organiser = Person("an organiser", world.organiser.id)
        outsiders = [crowd.stranger, crowd.plain, crowd.resting, crowd.gone, *crowd.busy * 2]
        self._people = [*outsiders, Person(VISITOR, visitor.id)]
        self._forger = Forger(crowd, self._home, elsewhere.id, seed)

    async def _try(self, made: Forged) -> None:
        hands = self._hands_abroad if made.abroad else self._hands
        self.counts[made.who.name] += 1
        try:
            if made.fields is not None:
                await hands.submit(made.who.id, made.custom_id, made.fields, dm=made.dm)
            else:
                await hands.press(made.who.id, made.custom_id, made.values, dm=made.dm)
        except Exception as error:
            self._world.failures.events.append(f"not even answered: {error!r}")
        await self._world.bot.house.outbox.finish(5)

    def _judge(self, number: int, made: Forged, *, team: bool) -> None:
        events, self._world.failures.events = self._world.failures.events, []
        wrong = [event[:300] for event in events]
        changes, calls, elsewhere = self._home.look(), self._home.seen_by_others(), self._abroad.look()
        if not team:
            follows = FOLLOWS if self._own(made, changes) else frozenset()
            others = [change for change in changes if change.table not in follows and not self._may(made, change)]
            wrong += [f"{change}"[:300] for change in others]
            if not made.abroad:
                wrong += [f"elsewhere: {change}"[:200] for change in elsewhere]
            if calls and not changes and not elsewhere:
                wrong += [f"others saw {call}" for call in calls]
        self.counts["with effect"] += bool(changes)
        self.faults += [f"case {number}, {made}\n    {one}" for one in wrong]

    def _may(self, made: Forged, change: Change) -> bool:
        if made.who.name in {VISITOR, self._crowd.stranger.name}:
            return change.table == "members" and self._home.is_of(change, made.who.id)  # they accepted the notice
        act = ":".join(made.custom_id.partition("@")[0].split(":")[:2])
        own = self._home.is_of(change, made.who.id) or self._is_letter(made, change)
        return own or change.table in MAY.get(act, frozenset())

    def _is_letter(self, made: Forged, change: Change) -> bool:
        """Whether it changes what stands in their own direct messages."""
        place = self._world.env.backend.dm_channels.get(made.who.id)
        return change.table == "outbox" and place is not None and (change.after or {}).get("channel_id") == place

    def _own(self, made: Forged, changes: Sequence[Change]) -> bool:
        return any(self._home.is_of(one, made.who.id) and one.columns - {"seen_on"} for one in changes)
