"""What members of a season do with a round and with a coffee, by the buttons and commands that they have, and what the
diary then knows of it. An answer that isn't the one people were promised is a complaint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import discord
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.introductions.test_refusals import press, press_raw
from tests.soak.coffee_diary import Diary
from tests.soak.coffee_facts import Coffee, Facts
from tests.soak.coffee_people import Person, Place
from tests.soak.coffee_watch import Watch
from tests.soak.coffee_words import begins, everything, shown_by
from tests.test_letters_story import inbox
from tests.world import World, buttons_of, message_of, text_of


class Acts:
    """What can be done, one person at a time. `place`: the channel where rounds are announced."""

    def __init__(self, world: World, diary: Diary, watch: Watch) -> None:
        self.place: ChannelHandle | None = None
        self.world, self._diary, self._watch = world, diary, watch

    def look(self) -> Facts:
        """See what came of it."""
        return self._watch.look(self.place)

    def expect(self, answer: InteractionResult, *said: str) -> bool:
        """Whether an answer says one of these; another one is complained about."""
        text = everything(answer)
        good = any(words in text for words in said)
        if not good:
            self._watch.complain(self._watch.unanswered, iter([f"not {said[0]!r}, but: {text[:200]!r}"]))
        return good

    def _says(self, key: str, **values: str | int) -> str:
        return begins(self.world, key, **values)

    # Rounds

    def announcement(self) -> discord.Message | None:
        """The message that announces a round, while one stands."""
        found = self.place.history(viewer=self.world.organiser) if self.place is not None else []
        return found[-1] if found and "matchmaking:status" in buttons_of(found[-1]).values() else None

    async def tap(self, person: Person, round_id: int) -> None:
        """ "Partant cette fois"; somebody new reads the notice first."""
        shown, act = self.announcement(), f"matchmaking:in:{round_id}"
        if shown is None or act not in buttons_of(shown).values():
            return
        answer = await person.who.click(shown, custom_id=act)
        if person.place is Place.STRANGER:
            answer = await person.who.click(message_of(answer), label=self.world.words("notice-accept"))
        if self.expect(answer, self._says("coffee-join-noted")):
            self._diary.arrive(person)
            self._diary.say(person, round_id, yes=True)

    async def skip(self, person: Person, round_id: int) -> None:
        """ "Je passe mon tour", by whoever the round counts on or could."""
        answer = await press(self.world, person.who, f"matchmaking:out:{round_id}")
        if person.rhythm != "once" or person.id in self._diary.rounds[round_id].said:
            subscribed = "no" if person.rhythm == "once" else "yes"
            if self.expect(answer, self._says("coffee-pass-noted", subscribed=subscribed)):
                self._diary.say(person, round_id, yes=False)
        else:
            self.expect(answer, self._says("coffee-pass-nothing"))

    async def join_late(self, person: Person, round_id: int) -> None:
        """ "Me joindre en route"."""
        answer = await press(self.world, person.who, f"matchmaking:in:{round_id}")
        together = [self._says("coffee-join-together", place=place) for place in ("yes", "soon", "none")]
        if self.expect(answer, self._says("coffee-join-waiting"), *together):
            self._diary.rounds[round_id].said[person.id] = True

    # Taking part

    async def subscribe(self, person: Person, rhythm: str, announced: int | None) -> None:
        """A rhythm, chosen from the settings."""
        shown = await person.who.slash(self.world.lounge, "cafe participer")
        answer = await person.who.select(shown_by(shown), [rhythm], custom_id="matchmaking:choose_rhythm")
        if self.expect(answer, self._says("coffee-part-rhythm", rhythm=rhythm)):
            self._diary.subscribe(person, rhythm, announced)

    async def rest(self, person: Person, *, until: date | None = None, rounds: int = 0) -> None:
        """A pause, by the command."""
        how: dict[str, Any] = {"tours": rounds} if until is None else {"jusqu-au": f"{until:%d/%m/%Y}"}
        answer = await person.who.slash(self.world.lounge, "cafe pause", **how)
        sort = "rounds" if rounds else "day"
        if self.expect(answer, self._says("coffee-rest-noted", sort=sort, count=rounds)):
            self._diary.rest(person, until=until, rounds=rounds)

    async def resume(self, person: Person) -> None:
        """The end of a rest."""
        answer = await press(self.world, person.who, "matchmaking:resume")
        if self.expect(answer, self._says("coffee-part-rhythm", rhythm=person.rhythm)):
            self._diary.resume(person)

    async def stop(self, person: Person) -> None:
        """No more rounds."""
        answer = await person.who.slash(self.world.lounge, "cafe arreter")
        if self.expect(answer, self._says("coffee-part-stopped")):
            self._diary.stop(person)

    async def stay(self, person: Person) -> None:
        """ "Je reste", to the kind question after two rounds without news."""
        if await self._press_letter(person, "matchmaking:stay"):
            self._diary.stay(person)

    async def refuse_asks(self, person: Person) -> None:
        """ "Ne plus me proposer", under the newest question about coffee that has no answer yet."""
        never = self.world.words("letters-never")
        for letter in reversed(inbox(person.who)):
            if never in buttons_of(letter) and any("matchmaking:" in act for act in buttons_of(letter).values()):
                await person.who.user.click(letter, label=never)
                now = next(message for message in inbox(person.who) if message.id == letter.id)
                about = {"matchmaking:again_yes"} & {act.rpartition(":")[0] for act in buttons_of(letter).values()}
                person.unasked |= not about and self._says("letters-refused") in text_of(now)
                return

    async def ask_status(self, person: Person, outcome: str) -> None:
        """ "Où j'en suis" says why they have no partner, in the words that everybody reads."""
        answer = await person.who.slash(self.world.lounge, "cafe statut")
        self.expect(answer, self._says(f"coffee-{outcome}"))

    # A coffee

    async def write(self, person: Person, coffee: Coffee, text: str) -> None:
        """A word in their thread, as long as they can."""
        thread = self._watch.threads.get(coffee.thread_id or 0)
        if thread is not None and person.id in thread.people:
            await person.who.send(self._thread(thread.id), text)
            self._diary.wrote.setdefault(thread.id, set()).add(person.id)

    def _thread(self, thread_id: int) -> ChannelHandle:
        return ChannelHandle(self.world.env, self.world.guild, self.world.env.backend.channels[thread_id])

    async def say(self, person: Person, coffee: Coffee, word: str) -> InteractionResult | None:
        """One of the buttons of their coffee, in its thread or in a letter; None where they have none."""
        act = f"matchmaking:{word}:{coffee.id}"
        thread = self._watch.threads.get(coffee.thread_id or 0)
        if thread is not None and person.id in thread.people:
            shown = [message for message in self._thread(thread.id).history() if act in buttons_of(message).values()]
            answer = await person.who.click(shown[-1], custom_id=act) if shown else None
        else:
            answer = await self._press_letter(person, act)
        if answer is not None and self.expect(answer, *self._answers(word)):
            self._note(person, coffee, word)
        return answer

    def _answers(self, word: str) -> tuple[str, ...]:
        told = (self._says("coffee-cannot-told"),) if word == "cannot" else ()
        return (self._says(f"coffee-{word}-noted"), *told)

    def _note(self, person: Person, coffee: Coffee, word: str) -> None:
        if word == "known":
            self._diary.knows.add((coffee.id, person.id))
        else:
            self._diary.says[coffee.id, person.id] = word

    async def can_after_all(self, person: Person, coffee: Coffee) -> None:
        """ "C'est prévu", by somebody who said that they can't; too late where somebody has another coffee by now."""
        answer = await press(self.world, person.who, f"matchmaking:planned:{coffee.id}")
        noted, too_late = self._says("coffee-planned-noted"), self._says("coffee-moved-on")
        if self.expect(answer, noted, too_late) and noted in everything(answer):
            self._note(person, coffee, "planned")

    async def know(self, person: Person, coffee: Coffee, *, another: bool) -> None:
        """ "On se connaît déjà", and perhaps "Oui, quelqu'un d'autre"."""
        answer, act = await self.say(person, coffee, "known"), f"matchmaking:another:{coffee.id}"
        if answer is not None and another and act in buttons_of(shown_by(answer)).values():
            found = self._says("coffee-another-found"), self._says("coffee-another-nobody")
            self.expect(await person.who.click(shown_by(answer), custom_id=act), *found)

    async def know_not(self, person: Person, coffee: Coffee) -> None:
        """ "On ne se connaît pas": said by mistake."""
        answer = await press(self.world, person.who, f"matchmaking:unknown:{coffee.id}")
        if self.expect(answer, self._says("coffee-unknown-noted")):
            self._diary.knows.discard((coffee.id, person.id))

    async def at_once(self, presses: Sequence[tuple[Person, str]]) -> None:
        """Several people press something in the same instant."""
        for person, act in presses:
            await press_raw(self.world, person.who, act)
        await self.world.env.settle()

    async def _press_letter(self, person: Person, act: str) -> InteractionResult | None:
        """A button of a letter, the newest that has it."""
        for letter in reversed(inbox(person.who)):
            found = [button for button in buttons_of(letter).values() if button.partition("@")[0] == act]
            if found:
                answer: InteractionResult = await person.who.user.click(letter, custom_id=found[0])
                return answer
        return None

    # Meeting again

    async def wish(self, person: Person, other: Person) -> None:
        """Somebody would like to meet a past partner again."""
        answer = await person.who.slash(self.world.lounge, "cafe recroiser", membre=other.who)
        opened = [self._says("coffee-again-opened", place=place) for place in ("yes", "soon", "none")]
        self.expect(answer, self._says("coffee-again-sent"), *opened)

    async def agree(self, person: Person) -> None:
        """ "Avec plaisir", to whoever asked."""
        for letter in reversed(inbox(person.who)):
            found = [button for button in buttons_of(letter).values() if button.startswith("matchmaking:again_yes:")]
            if found:
                await person.who.user.click(letter, custom_id=found[0])
                return
