"""What members do in a quarter, by chance: introduce themselves, share, ask, lend a hand, propose, follow, go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import discord
from simcord.results import InteractionResult, ResponseMessage

from tests.introductions.test_refusals import press, submit_raw
from tests.soak.quarter_calendar import TOPICS
from tests.soak.quarter_diary import Person, Spans
from tests.soak.quarter_story import Act, Story
from tests.world import components_of

TRADES: Final = ("des affiches", "des sites web", "des photos", "de la relecture", "de la compta", "des potagers")
WISHES: Final = (
    "Un bureau partagé {}, vous connaissez ?",
    "Qui utilise un logiciel de devis libre {} ?",
    "",
)
TIPS: Final = (
    ("Relancer {} dès le lendemain", "Un message court, sans excuse, marche mieux qu’un courrier."),
    ("Garder un modèle de contrat {}", "Je pars du même texte, et je change trois lignes."),
    ("Ranger {} ses justificatifs le vendredi", "Dix minutes chaque semaine, et la fin d’année est calme."),
    ("Dire non {} avec une adresse", "Je propose quelqu’un d’autre, et tout le monde y gagne."),
)
NEEDS: Final = (
    "Comment facturer un acompte {} ?",
    "Qui peut relire une page d’accueil {} ?",
    "Quel statut {} pour deux activités ?",
    "Où trouver un imprimeur {} par ici ?",
)
IDEAS: Final = (
    "Quel rendez-vous {} as-tu déplacé cette semaine ?",
    "Quelle carte postale {} enverrais-tu à ton premier client ?",
    "Quel bruit {} accompagne tes journées de travail ?",
    "Quelle recette {} pour un déjeuner devant l’écran ?",
    "Quel livre {} prêterais-tu à un voisin de métier ?",
    "Quelle chaise {} te fait tenir jusqu’au soir ?",
)


class Crowd:
    """Everybody together."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._world = story.world
        self._chance = story.chance
        self._faults: dict[int, list[dict[str, object]]] = {}

    def acts(self) -> list[tuple[Act, int]]:
        """What may happen in a week, and how often of twenty."""
        return [
            (self.join, 18),
            (self.share, 24),
            (self.ask, 22),
            (self.lend, 16),
            (self.solve, 10),
            (self.mark, 16),
            (self.doubt, 8),
            (self.propose, 22),
            (self.follow, 30),
            (self.finish, 40),
            (self.report, 8),
            (self.subscribe, 16),
            (self.unsubscribe, 4),
            (self.close, 7),
            (self.reopen, 9),
            (self.leave, 8),
            (self.come_back, 10),
            (self.erase, 6),
            (self.look, 12),
        ]

    # People who come

    async def join(self) -> None:
        """Somebody new arrives, and most of them introduce themselves."""
        number = len(self._story.diary.people) + 1
        mark = f"zq{number:02}{self._chance.choice('bcdfgh')}xw"
        person = Person(self._world.join(f"Nomade{number:02}{mark}"), f"Nomade{number:02}{mark}", mark)
        self._story.diary.people.append(person)
        await self._world.env.settle()
        if not self._story.up or self._chance.random() < 0.1:
            return
        what = f"Je fais {self._chance.choice(TRADES)} {mark}"
        question = self._chance.choice(WISHES).format(mark)
        offers = f"facturation, relecture {mark}" if self._chance.random() < 0.4 else ""
        await self._world.introduce(person.who, what, question=question, offers=offers)
        person.introduced = True
        if offers and self._chance.random() < 0.6:
            await press(self._world, person.who, "help_requests:lend_on")

    def _somebody(self) -> Person | None:
        here = self._story.diary.here()
        return self._chance.choice(here) if here else None

    # What they give each other

    async def share(self) -> None:
        """Somebody shares a tip."""
        if person := self._somebody():
            title, body = self._chance.choice(TIPS)
            words = {"title": title.format(person.mark), "body": f"{body} {person.mark}"}
            await self._write(person, "astuce partager", words)

    async def ask(self) -> None:
        """Somebody asks for a hand."""
        if person := self._somebody():
            words = {"question": self._chance.choice(NEEDS).format(person.mark), "by_when": "dans dix jours"}
            await self._write(person, "coup-de-main demander", words)

    async def _write(self, person: Person, command: str, words: Mapping[str, str]) -> None:
        """Fill the form of a command, unless it is refused: there are enough of theirs."""
        form = await person.who.slash(self._world.lounge, command)
        if form.modal is not None:
            fields = {entry["component"]["custom_id"]: "" for entry in form.modal["components"]}
            await person.who.submit_modal(form, fields | dict(words))

    async def lend(self) -> None:
        """Somebody says "Je peux aider"."""
        person = self._somebody()
        found = await self._ids("SELECT id FROM help_requests WHERE state = 'open' AND asker_id <> :me", person)
        if person and found:
            await press(self._world, person.who, f"help_requests:join:{self._chance.choice(found)}")

    async def solve(self) -> None:
        """Somebody's request is dealt with."""
        person = self._somebody()
        found = await self._ids(
            "SELECT id FROM help_requests WHERE state IN ('open', 'under-way') AND asker_id = :me", person
        )
        if person and found:
            await press(self._world, person.who, f"help_requests:solve:{found[0]}")

    async def mark(self) -> None:
        """A tip served somebody."""
        person = self._somebody()
        found = await self._ids("SELECT id FROM tips WHERE state = 'standing' AND author_id <> :me", person)
        if person and found:
            await press(self._world, person.who, f"tips:useful:{self._chance.choice(found)}")

    async def doubt(self) -> None:
        """A tip may be out of date."""
        person = self._somebody()
        found = await self._ids("SELECT id FROM tips WHERE state = 'standing' AND author_id <> :me", person)
        if person and found:
            number = self._chance.choice(found)
            await submit_raw(self._world, person.who, f"tips:doubted:{number}", {"what": f"Changé {person.mark}"})

    async def propose(self) -> None:
        """Somebody proposes a question, and half of them wish to be named."""
        person = self._somebody()
        if person is None:
            return
        await self._write(person, "question proposer", {"text": self._chance.choice(IDEAS).format(person.mark)})
        found = await self._ids("SELECT id FROM prompt_suggestions WHERE author_id = :me ORDER BY id DESC", person)
        if found and self._chance.random() < 0.5:
            await press(self._world, person.who, f"prompts:name:{found[0]}:yes")

    async def _ids(self, query: str, person: Person | None) -> list[int]:
        rows = await self._world.association.read().rows(query, me=person.who.id if person else 0)
        return [row["id"] for row in rows]

    # The calendar and the digest

    async def follow(self) -> None:
        """Somebody chooses topics."""
        person, now = self._somebody(), self._story.now
        if person is None:
            return
        chosen = self._chance.sample(TOPICS, self._chance.randint(0, 3))
        for topic in TOPICS:
            spans = person.follows.setdefault(topic, Spans())
            spans.begin(now) if topic in chosen else spans.end(now)
        shown = await person.who.slash(self._world.lounge, "echeances suivre")
        await person.who.select(_first(shown), list(chosen), custom_id="deadlines:follow:0")

    async def finish(self) -> None:
        """Somebody presses "Fait" under their last reminder, some of them "Pas encore" afterwards."""
        person = self._somebody()
        letters = person.who.user.dm_channel.history() if person else []
        letter = next((one for one in reversed(letters) if any("deadlines:done:" in act for act in _acts(one))), None)
        if person is None or letter is None:
            return
        act = next(one for one in _acts(letter) if "deadlines:done:" in one)
        number = act.split(":")[2].split("@")[0]
        key = await self._world.association.read().value(
            "SELECT deadline FROM deadline_reminders WHERE id = :id", id=int(number)
        )
        await person.who.user.click(letter, custom_id=act)
        if key is not None:
            person.done.setdefault(str(key), Spans()).begin(self._story.now)

    async def report(self) -> None:
        """Somebody reports a date."""
        if person := self._somebody():
            shown = await person.who.slash(self._world.lounge, "echeances prochaines")
            form = await person.who.click(_first(shown), label=self._world.words("offer-deadlines-report"))
            await person.who.submit_modal(form, {"which": "CFE", "what": f"Le 16 {person.mark}"})

    async def subscribe(self) -> None:
        """Somebody wants each digest in private."""
        if person := self._somebody():
            await press(self._world, person.who, "digest:subscribe")
            person.subscribed = True

    async def unsubscribe(self) -> None:
        """Somebody wants it no more."""
        if person := self._somebody():
            await press(self._world, person.who, "digest:unsubscribe")
            person.subscribed = False

    async def look(self) -> None:
        """Somebody looks at what is new, and at what falls due."""
        if person := self._somebody():
            await person.who.slash(self._world.lounge, self._chance.choice(("gazette", "echeances prochaines")))

    # People who go

    async def close(self) -> None:
        """Somebody takes no direct messages any more."""
        person = self._somebody()
        if person is None or person.closed.open:
            return
        place, faults = person.who.user.dm_channel.id, self._world.env.backend.faults
        before = len(faults)
        self._world.env.inject_error("POST", f"/channels/{place}/messages", status=403, code=50007, times=None)
        self._faults[person.who.id] = list(faults[before:])
        person.closed.begin(self._story.now)

    async def reopen(self) -> None:
        """Somebody takes them again."""
        closed = [person for person in self._story.diary.people if person.closed.open]
        if closed:
            person = self._chance.choice(closed)
            faults = self._world.env.backend.faults
            faults[:] = [one for one in faults if one not in self._faults[person.who.id]]
            person.closed.end(self._story.now)

    async def leave(self) -> None:
        """Somebody leaves the server."""
        if person := self._somebody():
            self._world.guild.remove_member(person.who)
            person.away.begin(self._story.now)
            await self._world.env.settle()

    async def come_back(self) -> None:
        """Somebody who left is there again."""
        self._story.note_forgotten()
        away = [one for one in self._story.diary.people if one.away.open and one.erased_at is None]
        if away:
            person = self._chance.choice(away)
            person.who = self._world.guild.add_member(person.who.user)
            person.away.end(self._story.now)
            await self._world.env.settle()

    async def erase(self) -> None:
        """Somebody erases everything of theirs."""
        if person := self._somebody():
            asked = await person.who.slash(self._world.lounge, "moi effacer")
            await person.who.click(_first(asked), label=self._world.words("privacy-erase-yes"))
            person.erased_at = self._story.now


def _first(answer: InteractionResult) -> ResponseMessage:
    """The answer itself: what was held for somebody may follow it."""
    assert answer.response is not None, answer
    return answer.response


def _acts(letter: discord.Message) -> list[str]:
    return [str(part.get("custom_id", "")) for part in components_of(letter)]
