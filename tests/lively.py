"""A month in which Zoé does a bit of everything, and others do it with her: for tests that look at the whole.

She writes `SECRET` wherever she writes. What is in the file at the end names her in every place that can name somebody;
`tests/privacy/test_no_trace.py` says which places it doesn't reach.
"""

from __future__ import annotations

from typing import Any, Final

from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.people import members
from bot.schedule.clock import DAY, HOUR, MINUTE
from bot.storage.preferences import Control, declared
from tests.pressing import Pressing
from tests.world import World, buttons_of, components_of, text_of

SECRET: Final = "zanzibarine"  # noqa: S105 (a word that she alone writes)
OTHERS: Final = ("Anna", "Basile", "Carla", "Denis", "Elsa")
MORNING: Final = (8 * HOUR + MINUTE, 9 * HOUR + MINUTE)
"""One past nine and one past ten in Paris, in winter: seconds of UTC's day."""


class Month:
    """Zoé's month in a world. `zoe` and `others` are its people; `hands` press for them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.hands = Pressing(world)
        self.others = {name: world.join(name) for name in OTHERS[:2]}
        self.zoe = world.join("Zoé")  # neither the first nor the last, where people stand in the order of their numbers
        self.others |= {name: world.join(name) for name in OTHERS[2:]}

    @property
    def everybody(self) -> list[MemberActor]:
        """All of them, Zoé first."""
        return [self.zoe, *self.others.values()]

    async def live(self) -> None:
        """All of it."""
        await self.open()
        for who in self.everybody:
            await self.arrive(who)
        await self.choose_for_herself()
        await self.share_tips()
        await self.open_doors()
        await self.share_missions()
        await self.answer_missions()
        await self.ask_for_a_hand()
        await self.lend_a_hand()
        await self.propose_and_report()
        await self.have_coffee()
        await self.look_for_somebody()
        await self.tell_the_team()
        await self.present_people()
        await self.join_the_team()
        await self.leave_things_undone()

    # Organisers

    async def open(self) -> None:
        """Every channel is chosen, every schedule switched on."""
        world, wanted = self.world, [one for one in declared.values() if one.control is Control.CHANNEL]
        missing = [one for one in wanted if world.association.preferences[one] is None]
        self.places = {one.name: world.guild.create_text_channel(one.name) for one in missing}
        await world.env.settle()
        await world.choose({one: self.places[one.name].id for one in missing})
        await world.choose({declared["coffee-minimum"]: "4"})
        async with world.association.transaction() as db:
            await world.bot.house.panels.open(db)
            await world.bot.house.panels.place(world.association, db)
        shown = await self.by_organiser("organisers:rhythms")
        for name in options_of(shown, "organisers:rhythm_open"):
            await self.by_organiser(f"organisers:rhythm_turn:on:{name}")
        await self.days(1)

    async def by_organiser(self, act: str, *values: str, **fields: str) -> InteractionResult:
        """An organiser presses, chooses, or sends a form in."""
        return await self._act(self.world.organiser, act, values, fields)

    # Members

    async def act(
        self, who: MemberActor, act: str, /, *values: str, dm: bool = False, **fields: str
    ) -> InteractionResult:
        """Somebody presses, chooses, or sends a form in; in a direct message with `dm`."""
        return await self._act(who, act, values, fields, dm=dm)

    async def _act(
        self, who: MemberActor, act: str, values: tuple[str, ...], fields: dict[str, str], *, dm: bool = False
    ) -> InteractionResult:
        if dm and "@" not in act:
            act = f"{act}@{self.world.guild.id}"
        if fields:
            return await self.hands.submit(who.id, act, fields, dm=dm)
        return await self.hands.press(who.id, act, list(values) or None, dm=dm)

    async def arrive(self, who: MemberActor) -> None:
        """Somebody reads the notice, introduces themselves, and has their say about what they would like."""
        name = who.name.capitalize()
        word = SECRET if who is self.zoe else name
        await self.act(who, f"kernel:accept:{members.NOTICE_VERSION}:introductions:write")
        preview = await self.act(
            who,
            "introductions:written::53",
            what=f"Je fais de la comptabilité et du {word}",
            offers=f"relire un devis, {word}",
            seeks=f"un local {word}",
            question=f"Qui aime {word} ?",
        )
        await self.act(who, leading(preview, "introductions:publish"))
        await self.act(who, "help_requests:subjects_written", subjects=f"comptabilité, devis, {word}")
        await self.act(who, "digest:subscribe")
        await self.act(who, "deadlines:follow:0", *self.topics(await self.act(who, "deadlines:following")))

    @staticmethod
    def topics(shown: InteractionResult) -> list[str]:
        """Everything that can be followed on the first page."""
        return options_of(shown, "deadlines:follow")

    async def open_doors(self) -> None:
        """Doors are noted, filed, changed."""
        for who, word in ((self.others["Anna"], "un atelier"), (self.zoe, f"un atelier de {SECRET}")):
            await self.act(who, "warm_intros:added", words=f"Quelqu’un qui a {word}", where="Laval")
        hers = (await self.ids("doors"))[-1]
        await self.act(self.zoe, f"warm_intros:file:{hers}", "artisans")
        await self.act(self.zoe, "warm_intros:added", words=f"{SECRET}@exemple.fr")

    async def look_for_somebody(self) -> None:
        """She and Anna look for somebody, each is asked and says yes, and it helped; another search waits."""
        await self.days(8)
        for who, word in ((self.zoe, f"pour du {SECRET}"), (self.others["Anna"], "pour du papier")):
            await self.act(who, "warm_intros:looked", who=f"Un atelier {word}", why=f"C’est {word}")
        await self.act(self.zoe, "warm_intros:looked", who=f"Un {SECRET} en osier", why=f"Le {SECRET} presse")
        await self.days(2)
        await self.say_yes_to_searches()
        await self.days(16)
        for row in await self.world.association.read().rows("SELECT id, first_id FROM intros WHERE kind = 'two'"):
            asker = next(one for one in self.everybody if one.id == row["first_id"])
            await self.act(asker, f"warm_intros:helped:{row['id']}", dm=True)

    async def say_yes_to_searches(self) -> None:
        """Whoever was asked is glad to."""
        asked = await self.world.association.read().rows("SELECT search_id, member_id FROM search_asked")
        for row in asked:
            who = next(one for one in self.everybody if one.id == row["member_id"])
            await self.act(who, f"warm_intros:yes:{row['search_id']}", dm=True)

    async def present_people(self) -> None:
        """She presents two, and is presented, as either of two; once both say yes. A form about her was refused."""
        everybody = {"Zoé": self.zoe, **self.others}
        for introducer, one, other, word in (
            ("Basile", "Zoé", "Carla", "l’envie d’un atelier"),
            ("Zoé", "Denis", "Elsa", f"le goût du {SECRET}"),
            ("Anna", "Denis", "Zoé", "deux façons de compter"),
            ("Anna", "Zoé", "Zoé", "une erreur"),
        ):
            first, second = str(everybody[one].id), str(everybody[other].id)
            await self.act(everybody[introducer], "warm_intros:presented", one=first, whom=second, why=f"Pour {word}")
        await self.days(2)
        for number in await self.ids("intros"):
            for who in self.everybody:
                if who.name not in ("Denis", "Elsa"):
                    await self.act(who, f"warm_intros:meet:{number}", dm=True)
        await self.days(1)

    async def present(self, introducer: MemberActor, one: MemberActor, other: MemberActor, why: str) -> None:
        """Somebody presents two others."""
        await self.act(introducer, "warm_intros:presented", one=str(one.id), whom=str(other.id), why=why)

    async def share_missions(self) -> None:
        """Missions are shared, changed; one waits as a draft."""

        async def write(who: MemberActor, points: str, what: str, word: str) -> InteractionResult:
            when, budget = f"en mars, {word}", f"à définir, {word}"
            act = f"opportunities:written:{points}"
            return await self.act(who, act, what=what, when=when, budget=budget, contact="me", commission="no")

        for who, word in ((self.zoe, SECRET), (self.others["Anna"], "livret")):
            preview = await write(who, "mission::53:0", f"Refaire un {word}", word)
            await self.act(who, leading(preview, "opportunities:publish"))
        hers = (await self.ids("missions"))[0]
        preview = await write(self.zoe, f"overflow::remote:{hers}", f"Deux {SECRET}", SECRET)
        await self.act(self.zoe, leading(preview, "opportunities:publish"))
        await write(self.zoe, "partner:::0", f"Un brouillon de {SECRET}", SECRET)

    async def answer_missions(self) -> None:
        """She is told of a mission, thinks of somebody and is thought of, raises a hand and is chosen; so is Basile for
        hers."""
        anna, basile, zoe = self.others["Anna"], self.others["Basile"], self.zoe
        hers, annas = (await self.ids("missions"))[:2]
        await self.days(7)  # until she may be asked something again
        await self.act(zoe, "opportunities:alert_kinds", "mission", "overflow")
        await self.days(3)  # over a weekend, on which nothing is asked
        for who, whom in ((zoe, self.others["Carla"]), (basile, zoe)):
            await self.act(who, f"opportunities:name:{annas}", str(whom.id))
        await self.act(zoe, f"opportunities:raised:{annas}", word=f"Avec mon {SECRET}")
        await self.act(self.others["Elsa"], f"opportunities:raised:{annas}", word="Volontiers")
        await self.act(basile, f"opportunities:raised:{hers}", word="Cela me plairait")
        await self.days(1)
        for author, mission, who in ((anna, annas, zoe), (zoe, hers, basile)):
            hand = await self.world.association.read().value(
                "SELECT id FROM mission_interest WHERE mission_id = :mission AND member_id = :who",
                mission=mission,
                who=who.id,
            )
            await self.act(author, f"opportunities:chosen:{mission}:{hand}")
        await self.days(1)

    async def share_tips(self) -> None:
        """Tips are shared, marked, doubted, quoted, merged."""
        anna, zoe = self.others["Anna"], self.zoe
        await self.act(zoe, "tips:written", title=f"Le {SECRET}", body=f"Un {SECRET} par jour", tags=f"{SECRET}, devis")
        await self.act(anna, "tips:written", title="Relire un devis", body="Deux fois, à voix haute")
        hers, annas = await self.ids("tips")
        for mark in ("useful", "keep"):
            await self.act(anna, f"tips:{mark}:{hers}")
            await self.act(zoe, f"tips:{mark}:{annas}")
        await self.act(zoe, f"tips:doubted:{annas}", what=f"Et le {SECRET} ?")
        await self.act(anna, f"tips:doubted:{hers}", what="Est-ce encore vrai ?")
        said = await anna.send(self.world.lounge, "Trois lignes suffisent pour relancer un client")
        await self.act(
            zoe, f"tips:quoted:{anna.id}:{said.id}:{said.channel.id}", title="Relancer", body="Trois lignes suffisent"
        )
        said = await zoe.send(self.world.lounge, f"Mon {SECRET} est en osier")
        await self.act(
            anna, f"tips:quoted:{zoe.id}:{said.id}:{said.channel.id}", title="De l’osier", body="Il tient longtemps"
        )
        await self.days(1)
        for draft in await self.ids("tip_drafts"):
            for who in (zoe, anna):
                await self.act(who, f"tips:agree:{draft}:named", dm=True)

    async def ask_for_a_hand(self) -> None:
        """She asks before everybody and in private, is helped, says who helped, and makes a tip of it."""
        anna, basile, zoe = self.others["Anna"], self.others["Basile"], self.zoe
        await self.act(
            zoe,
            "help_requests:asked:0",
            question=f"Comment relire un devis de {SECRET} ?",
            by_when="31/03",
            details=f"Il est en {SECRET}",
        )
        (public,) = await self.ids("help_requests")
        for helper in (anna, self.others["Elsa"]):
            await self.act(helper, f"help_requests:join:{public}")
        await self.days(1)
        await self.act(zoe, f"help_requests:solve:{public}")
        await self.act(zoe, f"help_requests:who_helped:{public}", str(anna.id), str(self.others["Elsa"].id))
        await self.act(zoe, f"help_requests:worked:{public}", worked=f"Plus de {SECRET}")
        form = await self.act(zoe, f"help_requests:make_tip:{public}")
        assert form.modal is not None
        await self.act(zoe, form.modal["custom_id"], title=f"Devis {SECRET}", body=f"Relire le {SECRET}")
        preview = await self.act(
            zoe,
            "help_requests:asked_privately:0",
            question=f"Un devis de {SECRET} refusé",
            by_when="31/03",
            line=f"Relire un devis, comptabilité du {SECRET}",
        )
        await self.act(zoe, leading(preview, "help_requests:send"))
        await self.days(2)
        private = (await self.ids("help_requests"))[-1]
        for helper in self.everybody[1:]:
            await self.act(helper, f"help_requests:take:{private}", dm=True)
        await self.days(1)
        for helper in self.everybody[1:]:
            await self.act(zoe, f"help_requests:accept:{private}:{helper.id}", dm=True)
        await self.days(1)
        said = await self.hands.call(zoe.id, "merci", {"membre": basile, "raison": f"Pour le {SECRET}"})
        await self.act(zoe, leading(said, "help_requests:thank_privately"))

    async def lend_a_hand(self) -> None:
        """Others ask, she helps, knows somebody, and is thanked."""
        anna, zoe = self.others["Anna"], self.zoe
        await self.act(anna, "help_requests:asked:0", question="Qui relit une comptabilité ?", by_when="30/03")
        await self.days(3)
        asked = await self.world.association.read().value(
            "SELECT max(request_id) FROM help_asked WHERE member_id = :id AND answer IS NULL", id=zoe.id
        )
        await self.act(zoe, f"help_requests:name:{asked}", str(self.others["Carla"].id), dm=True)
        await self.act(anna, "help_requests:asked:0", question="Qui tient sa comptabilité à la main ?", by_when="30/03")
        request = (await self.ids("help_requests"))[-1]
        for helper in (zoe, self.others["Elsa"]):
            await self.act(helper, f"help_requests:join:{request}")
        await self.act(anna, f"help_requests:solve:{request}")
        await self.act(anna, f"help_requests:who_helped:{request}", str(zoe.id), str(self.others["Elsa"].id))
        said = await self.hands.call(anna.id, "merci", {"membre": zoe, "raison": f"Pour ton {SECRET}"})
        await self.act(anna, leading(said, "help_requests:thank_privately"))

    async def propose_and_report(self) -> None:
        """A question for everybody, and a date that is wrong."""
        zoe = self.zoe
        await self.act(zoe, "prompts:suggested", text=f"Où trouver du {SECRET} ?", theme="")
        (question,) = await self.ids("prompt_suggestions")
        await self.act(zoe, f"prompts:name:{question}:yes")
        await self.by_organiser(f"prompts:accept:{question}")
        await self.act(zoe, "deadlines:reported:", which="La CFE", what=f"Le {SECRET} est le 3")
        await self.others["Anna"].send(self.places["prompts-channel"], "Bonjour à vous")
        await self.days(7)
        reminded = await self.world.association.read().rows(
            "SELECT id FROM deadline_reminders WHERE member_id = :id", id=zoe.id
        )
        for row in reminded:
            await self.act(zoe, f"deadlines:done:{row['id']}", dm=True)

    async def choose_for_herself(self) -> None:
        """Her language, her quiet, whom she avoids and who avoids her, what she may be asked."""
        zoe, denis = self.zoe, self.others["Denis"]
        await self.act(zoe, "privacy:language", "en")
        await self.act(zoe, "privacy:asks", "3")
        await self.act(zoe, "privacy:avoid", str(denis.id))
        await self.by_organiser("deadlines:ask_to_check:fr", str(zoe.id))
        await self.act(denis, "privacy:avoid", str(zoe.id))

    async def have_coffee(self) -> None:
        """Rounds come and go; whoever can says that they met, and would like to again."""
        db = self.world.association.read()
        await self.act(self.zoe, "matchmaking:places_written", places="Mayenne")
        while (round_ := await db.row("SELECT id, match_at FROM coffee_rounds WHERE state = 'announced'")) is None:
            await self.days(1)
        for who in self.everybody:
            await self.act(who, f"matchmaking:in:{round_['id']}")
        await self.days(6)
        for row in await db.rows("SELECT match_id, member_id FROM coffee_seats"):
            who = next(one for one in self.everybody if one.id == row["member_id"])
            await self.act(who, f"matchmaking:met:{row['match_id']}")

    async def tell_the_team(self) -> None:
        """She tells the team of Denis, Anna tells it of her, and she says what she thinks of what came of it."""
        zoe, organiser = self.zoe, self.world.organiser
        await self.act(organiser, f"kernel:accept:{members.NOTICE_VERSION}:guide:show")
        told = await self.report(zoe, self.others["Denis"])
        await self.by_organiser(f"moderation:take:{told}")
        await self.by_organiser(f"moderation:act_part:{told}:0:0")
        hers = await self.report(self.others["Anna"], zoe)
        await self.by_organiser(f"moderation:take:{hers}")
        for act in ("warned:respect:0:", "paused:respect:16:30"):  # 16: questions
            await self.by_organiser(f"moderation:act_written:{hers}:0:{act}", word="On reste aimables")
        warned = await self.world.association.read().value("SELECT id FROM case_acts WHERE act = 'warned'")
        await self.act(zoe, f"moderation:appealed:{warned}", said="Je plaisantais")

    async def report(self, by: MemberActor, about: MemberActor) -> int:
        """Somebody tells the team of somebody; its number. Without `SECRET`: a case outlives whoever is in it."""
        form = await self.act(by, f"moderation:member:{about.id}")
        assert form.modal is not None, text_of(form)
        number = int(form.modal["custom_id"].split(":")[2])
        await self.act(by, f"moderation:written:{number}", what="Des messages qui insistent")
        await self.act(by, f"moderation:send:{number}")
        return number

    async def join_the_team(self) -> None:
        """She welcomes newcomers and becomes an organiser: what she decides bears her number, too."""
        world, zoe, anna = self.world, self.zoe, self.others["Anna"]
        await self.by_organiser(f"organisers:relay_invite:{zoe.id}")
        await self.act(zoe, "relay:yes", dm=True)
        await self.days(7)
        await self.act(zoe, "relay:away_written", first="1/6", last="12/6")
        for host in (anna.id, zoe.id, anna.id, zoe.id):
            await world.choose({declared["welcome-host"]: host})
        world.env.backend.add_member_role(world.guild.id, zoe.id, world.guild.roles["orga"].id)
        await self.act(zoe, "organisers:bilingual")
        await self.act(zoe, "deadlines:is_right:fr-micro-monthly")
        theirs = await self.report(self.others["Elsa"], self.others["Basile"])
        await self.act(zoe, f"moderation:take:{theirs}")

    async def leave_things_undone(self) -> None:
        """What waits: a refused form, a preview, a request that is open, people who are presented."""
        zoe = self.zoe
        for introducer, one, other in (("Anna", "Basile", "Carla"), ("Basile", "Elsa", "Denis")):
            await self.present(self.others[introducer], self.others[one], self.others[other], "Pour se connaître")
        await self.present(self.others["Elsa"], zoe, self.others["Anna"], "Pour se connaître")
        await self.act(zoe, "tips:written", title="…", body=f"Sans titre, mais {SECRET}")
        await self.act(zoe, "introductions:written::53", what=f"Je fais aussi du {SECRET}")
        await self.act(zoe, "help_requests:asked:0", question=f"Encore du {SECRET} ?", by_when="30/04")
        said = await zoe.send(self.world.lounge, f"Le {SECRET} se lave")
        quoted = f"tips:quoted:{zoe.id}:{said.id}:{said.channel.id}"
        await self.act(self.others["Anna"], quoted, title="Laver l’osier", body="À l’eau tiède")
        said = await self.others["Anna"].send(self.world.lounge, "Une relance par semaine")
        quoted = f"tips:quoted:{said.author.id}:{said.id}:{said.channel.id}"
        await self.act(zoe, quoted, title="Relancer encore", body="Une fois par semaine")
        await self.act(zoe, "privacy:object")

    async def erase_herself(self) -> None:
        """She presses until nothing is left to ask her."""
        shown = await self.act(self.zoe, "privacy:erase_ask")
        await self.act(self.zoe, leading(shown, "privacy:erase"))
        await self.days(1)

    # Time, and what is in the file

    async def days(self, count: int) -> None:
        """Days pass; the heart beats just after nine and after ten, when mornings' things are due."""
        for _ in range(count):
            for minute in MORNING:
                await self.world.later((minute - self.world.clock.now()) % DAY or DAY)

    async def ids(self, table: str) -> list[int]:
        """The ids of a table's rows, the oldest first."""
        rows = await self.world.association.read().rows(f"SELECT id FROM {table} ORDER BY id")
        return [row["id"] for row in rows]


def leading(answer: InteractionResult, act: str) -> str:
    """The custom id of an answer's button that leads to an act."""
    found = [said for said in buttons_of(answer).values() if said.startswith(act)]
    assert found, f"nothing leads to {act} in: {text_of(answer)}"
    return found[0]


def options_of(answer: InteractionResult, act: str) -> list[str]:
    """What the select that leads to an act offers."""
    found: list[list[dict[str, Any]]] = [
        part["options"] for part in components_of(answer) if str(part.get("custom_id", "")).startswith(act)
    ]
    return [str(option["value"]) for option in (found[0] if found else [])]
