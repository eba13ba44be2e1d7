"""The demo's story: always the same for a seed, told in both languages through the bot's own commands."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import discord
import pytest
import pytest_asyncio

from bot.demo.lobby.travel import Jump, Travel
from bot.demo.serve import set_the_stage
from bot.demo.shown import act_in, message_of, parts_of, text_of
from bot.demo.stage import Stage
from bot.demo.story import Story, acts, coffee, doors, exchanges, live_on, load, missions, ritual, tell, timeline
from bot.demo.story.days import LAST, OPENING, PARIS, moment
from bot.demo.story.people import FIELDS, WAVES
from bot.demo.story.team import TEAM
from bot.people import ties
from bot.schedule.clock import DAY, HOUR
from bot.settings import CODE_DATA
from bot.storage import preferences as prefs
from bot.words.i18n import LANGUAGES
from cogs import introductions, moderation
from cogs.introductions import rules

NOW = moment(LAST, 10, 30)
"""When the visitor comes."""
SOON_ENOUGH = 12
"""Seconds of CPU that the story may take where many tests run; alone it takes seven."""
of_the_story = pytest.mark.asyncio(loop_scope="module")
"""Marks what looks at the story that is told once."""
SHOWN_AGAIN = 16
"""The day up to which the story is told a second time: introductions, tips, a request, the team's set-up."""


async def tell_it(stage: Stage, story: Story) -> list[float]:
    """Tell the story; how far it said to be."""
    heard: list[float] = []
    await tell(stage, story, heard.append)
    return heard


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def french(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """The French story, told once for all who look at it, and soon enough."""
    story, began = load("fr", 1), time.process_time()  # a busy machine is no failure
    async with Stage(tmp_path_factory.mktemp("story"), story) as stage:
        heard = await tell_it(stage, story)
        assert time.process_time() - began < SOON_ENOUGH
        check_that_progress_is_even(heard)
        yield stage
        assert stage.env.errors == []


def check_that_progress_is_even(heard: list[float]) -> None:
    """It grows from nothing to all, and never jumps."""
    assert heard[-1] == pytest.approx(1)
    assert all(0 <= later - earlier < 0.06 for earlier, later in pairwise([0.0, *heard]))


def hall(stage: Stage, before: int = NOW + DAY) -> list[tuple[str, str]]:
    """The introductions as they read: when each came, its text, and what people answered under it."""
    messages = [said for place in (stage.places["hall"], *stage.places["hall"].threads) for said in place.history()]
    return [(said.created_at.isoformat(), reads(said)) for said in messages if said.created_at.timestamp() < before]


def reads(message: discord.Message) -> str:
    return message.content or text_of(message)


def buttons(message: discord.Message) -> list[str]:
    """The acts of a message's buttons."""
    return [str(part["custom_id"]) for part in parts_of(message) if "custom_id" in part]


def letters(stage: Stage, name: str) -> list[discord.Message]:
    """What the bot wrote to somebody."""
    channel = stage.people[name].user.dm_channel
    return [said for said in channel.history() if said.author.bot]


def on(message: discord.Message) -> date:
    return message.created_at.astimezone(PARIS).date()


# The same story


async def test_the_same_seed_tells_the_same_story_and_leaves_nothing_behind(french: Stage, tmp_path: Path) -> None:
    """Told again up to a day only: the whole takes as long as all other tests here."""
    story = load("fr", 1)
    assert story == load("fr", 1)
    assert story.events != load("fr", 2).events
    folder = tmp_path / "again"
    folder.mkdir()
    async with Stage(folder, story) as stage:
        for scene in timeline.scenes(story):
            if scene.at < moment(SHOWN_AGAIN):
                await stage.until(scene.at)
                await scene.play(stage)
        assert hall(stage) == hall(french, before=moment(SHOWN_AGAIN))
        assert {name: person.id for name, person in stage.people.items()}.items() <= {
            name: person.id for name, person in french.people.items()
        }.items()
    assert not list(stage.bot.house.associations)


async def test_a_told_story_is_gone_with_its_folder_when_the_demo_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        pass

    monkeypatch.setattr("bot.demo.serve.tell", nothing)
    async with set_the_stage(load("fr")) as stage:
        folder = stage.bot.house.settings.data_dir
        assert list(folder.glob("*.db"))
    assert not folder.exists()


# What a visitor finds


@of_the_story
async def test_two_dozen_people_of_several_departements_introduced_themselves_over_three_months(french: Stage) -> None:
    cards = [said for said in french.places["hall"].history() if "introductions:write" in buttons(said)][1:]
    assert len(cards) == 22
    assert len(french.people) == 24
    text = "".join(reads(card) for card in cards)
    assert all(f"({zone})" in text for zone in (53, 72, 49, 35, 61))
    assert {on(card).month for card in cards} == {1, 2, 3, 4}
    assert french.clock.now() == NOW


@of_the_story
async def test_one_introduction_of_yesterday_has_no_answer_yet(french: Stage) -> None:
    silent = [thread for thread in french.places["hall"].threads if not thread.history()]
    assert [(thread.name or "").split(" ")[0] for thread in silent] == ["Rémi"]


@of_the_story
async def test_a_tip_is_marked_as_stale_and_its_author_is_asked(french: Stage) -> None:
    stale = [said for said in french.places["tips"].history() if "Peut-être plus à jour" in text_of(said)]
    assert [text_of(said).splitlines()[0] for said in stale] == ["### Envoyer du fragile sans trembler"]
    assert "n’est peut-être plus à jour" in text_of(letters(french, "Rose")[-1])
    tips = [said for said in french.places["tips"].history() if any("tips:useful" in act for act in buttons(said))]
    assert len(tips) == 10


@of_the_story
async def test_a_request_waits_for_a_hand_and_solved_ones_say_who_is_thanked(french: Stage) -> None:
    cards = french.places["help"].history()[2:]
    assert [("help_requests:join" in "".join(buttons(card)), on(card).month) for card in cards][-1] == (True, 4)
    assert sum("C’est réglé" in text_of(card) for card in cards) == 4
    threads = french.places["help"].threads
    assert sum("🙏" in text_of(said) for thread in threads for said in thread.history()) == 2
    assert not [said for said in threads[-1].history() if not said.author.bot]


@of_the_story
async def test_a_round_of_coffee_is_announced_that_camille_can_join(french: Stage) -> None:
    announced = french.places["coffee"].history()[-1]
    assert on(announced) == date(2026, 4, 16)
    camille = french.people["Camille"]
    shown = await camille.click(announced, label=french.words.plain("coffee-in"))
    assert french.words.plain("notice-accept") in str(parts_of(message_of(shown)))


@of_the_story
async def test_two_rounds_were_had_in_private_threads_of_maelle_and_of_others(french: Stage) -> None:
    threads = coffee.threads(french)
    assert len(threads) >= 8
    assert len([thread for thread in threads if "Maëlle" in coffee.people_in(french, thread)]) == 2
    assert len({on(thread.history()[0]) for thread in threads}) == 2
    assert all(sum(not said.author.bot for said in thread.history()) >= 2 for thread in threads)
    assert not [said for said in french.places["threads"].history() if said.type is not discord.MessageType.default]


@of_the_story
async def test_people_who_met_are_tied(french: Stage) -> None:
    met = await ties.of(french.association.read(), french.people["Maëlle"].id)
    assert len(met) >= 2  # a coffee, and a hand that was lent


@of_the_story
async def test_questions_were_asked_each_week_and_the_last_one_waits(french: Stage) -> None:
    asked = [said for said in french.places["questions"].history() if said.author.bot]
    answered = {thread.id for thread in french.places["questions"].threads if thread.history()}
    assert len(asked) == len(timeline.QUESTIONS)
    assert [on(said) for said in asked if said.id not in answered] == [date(2026, 3, 10), date(2026, 4, 14)]


@of_the_story
async def test_what_people_answer_fits_the_question(french: Stage) -> None:
    """Nobody needs the words that fit any question, as long as the story is told."""
    said = [one.content for thread in french.places["questions"].threads for one in thread.history()]
    assert "Bonne question. Je réfléchis en tournant, et je reviens avec un exemple." not in said
    assert len(set(said)) == len(said)


@of_the_story
async def test_the_digest_of_this_monday_greets_somebody_and_maelle_has_a_copy(french: Stage) -> None:
    digest = french.places["digest"].history()[-1]
    assert "gazette du 13 avril 2026" in text_of(digest)
    assert "À saluer" in text_of(digest)
    copies = [said for said in letters(french, "Maëlle") if "gazette du 13 avril" in text_of(said)]
    assert len(copies) == 1


@of_the_story
async def test_maelle_is_asked_for_a_hand_thanked_and_reminded_of_a_date(french: Stage) -> None:
    texts = [text_of(said) for said in letters(french, "Maëlle")]
    assert any("te remercie" in text for text in texts)
    assert any("site Webflow" in text and "Pourquoi toi" in text for text in texts)
    assert "Urssaf" in texts[-1]


def introduced(stage: Stage) -> list[list[str]]:
    """What people said in each thread in which somebody brought them together."""
    title = stage.words.plain("intros-thread-title")
    return [
        [one.content for one in thread.history() if not one.author.bot]
        for thread in stage.places["threads"].threads
        if thread.name == title
    ]


@of_the_story
async def test_a_door_was_opened_and_two_were_presented(french: Stage) -> None:
    assert [len(said) for said in introduced(french)] == [2, 2]
    assert any("compris ce que j’ai signé" in text_of(said) for said in letters(french, "Solène"))
    assert len(await ties.of(french.association.read(), french.people["Rose"].id)) >= 1


@of_the_story
async def test_maelle_is_asked_whether_she_knows_somebody(french: Stage) -> None:
    asked = [said for said in letters(french, "Maëlle") if act_in(said, "warm_intros:yes")]
    assert ["Une radio locale" in text_of(said) for said in asked] == [True]
    assert "Tu as noté une porte" in text_of(asked[0])


@of_the_story
async def test_two_missions_wait_and_two_are_done_one_of_them_elsewhere(french: Stage) -> None:
    panel, *cards = [said for said in french.places["missions"].history() if said.components]
    assert act_in(panel, "opportunities:share")
    assert [bool(act_in(card, "opportunities:interested")) for card in cards] == [False, False, True, True]
    assert ["C’est trouvé" in text_of(card) for card in cards] == [True, True, False, False]
    assert [len(thread.history()) for thread in french.places["missions"].threads] == [0, 0, 0, 1]
    raised = [said for said in letters(french, "Maëlle") if act_in(said, "opportunities:choose")]
    assert len(raised) == 2
    assert all(
        any("Une mission pourrait te plaire" in text_of(said) for said in letters(french, name))
        for name in ("Gwenola", "Ousmane")
    )


@of_the_story
async def test_the_team_has_something_to_do(french: Stage) -> None:
    """Set-up is done, somebody welcomes by the rota, somebody outside the team is named, a report waits."""
    chosen = french.association.preferences
    hosts = [french.organiser, *(french.people[name] for name in TEAM["hosts"])]
    assert chosen[introductions.HOST] in {host.id for host in hosts}
    assert chosen[prefs.ORGANISERS_ROLE] == french.team.id
    assert chosen[moderation.REFERENT] == french.people[TEAM["referent"]].id
    waiting = french.words("moderation-line", number=1, urgent="no", since="", state="open").split(" · ")[0]
    assert any(waiting in text_of(said) for said in french.places["office"].history()[-3:])


# What it is made of


def test_newcomers_have_not_introduced_themselves() -> None:
    newcomers = [person for person in load("fr").people if person.role == "newcomer"]
    assert len(newcomers) == 2
    assert all(not person.fields for person in newcomers)


def test_both_languages_say_the_same_things() -> None:
    french, english = load("fr"), load("en")
    assert [(p.name, p.trade, set(p.fields)) for p in french.people] == [
        (p.name, p.trade, set(p.fields)) for p in english.people
    ]
    here, there = exchanges.read("fr"), exchanges.read("en")
    assert [set(one.fields) for one in here.requests] == [set(one.fields) for one in there.requests]
    assert [set(one.fields) for one in here.tips] == [set(one.fields) for one in there.tips]


def test_what_people_write_fits_the_form() -> None:
    trades = (CODE_DATA / "trades.toml").read_text(encoding="utf-8")
    for language in LANGUAGES:
        for person in load(language).people:
            if person.fields:
                assert set(person.fields) <= set(FIELDS)
                assert rules.read(person.fields).what
                assert f'id = "{person.trade}"' in trades


def told_acts() -> list[tuple[str, int]]:
    """Who does what one only does once introduced, and when: share, ask, lend a hand, say yes to a coffee."""
    told = exchanges.read("fr")
    acts = [(one.by, one.at) for part in (told.tips, told.doubts, told.requests, told.offers) for one in part]
    acts += [(name, tip.at) for tip in told.tips for name in tip.useful]
    acts += [(request.helper, request.at) for request in told.requests if request.helper]
    acts += [(one["by"], moment(one["day"])) for one in (*doors.DOORS, *doors.SEARCHES, *missions.ALERTS)]
    acts += [(told["by_whom"], moment(told["day"])) for told in doors.SEARCHES if "by_whom" in told]
    acts += [(doors.PRESENTATION[who], moment(doors.PRESENTATION["day"])) for who in ("by", "one", "other")]
    acts += [(told["by"], moment(told["day"])) for told in missions.MISSIONS]
    acts += [(hand["by"], moment(hand["day"])) for told in missions.MISSIONS for hand in told.get("hand", ())]
    return acts + [
        (name, moment(day)) for day, names in zip(timeline.ANNOUNCED, coffee.ROUNDS, strict=True) for name in names
    ]


def told_words() -> list[tuple[str, int]]:
    """Who says something, for which one need only be there, and from when on: what a week asks isn't known before."""
    told, first = exchanges.read("fr"), moment(timeline.QUESTIONS[0])
    words = [(one.by, one.at) for part in (told.chat, told.follows, told.subscriptions) for one in part]
    words += [(name, first) for name in ritual.SPEAKERS]
    words += [(name, moment(timeline.BEGIN)) for name in (*TEAM["hosts"], TEAM["referent"])]
    return words + [(TEAM[role], moment(LAST - 1)) for role in ("advertiser", "reporter")]


def test_nobody_does_or_says_anything_before_they_came() -> None:
    """Whatever the seed: with a quarter of them, somebody once answered a question weeks before they joined."""
    acts, words = told_acts(), told_words()
    for seed in range(201):
        story = load("fr", seed)
        joined = {person.name: story.joins(person) for person in story.people}
        came = {event.person.name: event.at for event in story.events if event.reply is None}
        said = [(event.reply.by, event.at) for event in story.events if event.reply is not None]
        assert not [(seed, name) for name, at in acts if came[name] >= at]
        assert not [(seed, name) for name, at in words + said if joined[name] >= at]
        assert all(joined[name] <= at for name, at in came.items())


def test_people_come_on_working_days_and_not_at_night() -> None:
    for event in load("fr", 3).events:
        there = datetime.fromtimestamp(event.at, UTC).astimezone(PARIS)
        assert there.weekday() < 5
        assert 9 <= there.hour < 19
    assert moment(0, 9) == OPENING
    assert moment(LAST, 10) - OPENING == LAST * DAY  # the clocks went forward an hour, and ten is an hour after nine
    assert max(day for days in WAVES.values() for day in days) < LAST


async def test_a_stage_that_fails_to_open_closes_what_it_had_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(_: Stage) -> None:
        raise RuntimeError("no server")

    monkeypatch.setattr(Stage, "_build", fails)
    with tempfile.TemporaryDirectory() as folder, pytest.raises(RuntimeError, match="no server"):
        async with Stage(Path(folder), load("fr")):
            raise AssertionError("never reached")


# And then: this comes last, for time passes


@of_the_story
async def test_whom_the_visitor_is_gets_answers_that_evening(french: Stage) -> None:
    camille = french.people["Camille"]
    me = replace(french.story.first("newcomer"), fields={"what": "Je compose des bandes-son"}, trade="son")
    await acts.introduce(french, me)
    asked = exchanges.Asked(0, "Camille", 1, {"question": "Où trouver une salle ?", "details": "Le soir."}, "")
    await acts.ask(french, asked)
    told = {**missions.MISSIONS[1], "by": "Camille"}
    await missions.share(french, {**told, "fr": {**told["fr"], "what": "Trois minutes de musique."}})
    await camille.slash(french.places["lounge"], "qui-connait", qui="Une imprimerie", pourquoi="Pour un livret")
    await french.until(french.clock.now() + DAY)
    await live_on(french, french.story)
    await live_on(french, french.story)  # once is enough
    assert len(introduced(french)) == 3
    await french.until(french.clock.now() + DAY)  # letters come one at a time
    assert sum(bool(act_in(said, "opportunities:choose")) for said in letters(french, "Camille")) == 1
    for place, count in (("hall", 1), ("help", 1)):
        said = french.places[place].threads[-1].history()
        assert len([one for one in said if not one.author.bot and one.author.id != camille.id]) == count
    assert "s’en occupe" in text_of(french.places["help"].history()[-1])


@of_the_story
async def test_people_live_on_while_the_visitor_lets_time_pass(french: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """A week on: a new digest, the answered question, what a newcomer asked in the next one, new coffees. Some were
    silenced by the visitor meanwhile: they say nothing."""
    silenced = [french.people[name].id for name in ("Bastien", "Fiona", "Rose", "Malik")]
    guild = french.bot.get_guild(french.guild.id)
    assert guild is not None
    for member in [await guild.fetch_member(number) for number in silenced]:
        await member.timeout(timedelta(days=20))
    at = french.clock.now()
    travel = Travel(french, asyncio.Lock(), lambda: live_on(french, french.story))
    jumps: tuple[Jump, ...] = ("monday", "tomorrow", "tomorrow")
    for jump in jumps:
        await travel.go(jump)
    assert "20 avril 2026" in text_of(french.places["digest"].history()[-1])
    asked = [said for said in french.places["questions"].history() if said.author.bot]
    assert "Une question arrivée avec une présentation" in text_of(asked[-1])
    assert next(thread for thread in french.places["questions"].threads if thread.id == asked[-2].id).history()
    remi = next(thread for thread in french.places["hall"].threads if (thread.name or "").startswith("Rémi"))
    assert len(remi.history()) == 1
    new = [thread for thread in french.places["threads"].threads if on(thread.history()[0]) == date(2026, 4, 21)]
    assert len(new) >= 4
    assert any(not said.author.bot for thread in new for said in thread.history())
    assert french.clock.now() - NOW > 5 * DAY - 3 * HOUR
    said = [one for thread in french.places["threads"].threads for one in thread.history()]
    assert not [one for one in said if one.author.id in silenced and one.created_at.timestamp() > at]
    assert not [told for told in caplog.records if told.levelno >= logging.WARNING]
