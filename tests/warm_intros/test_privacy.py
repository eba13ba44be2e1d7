"""What whoever looks for somebody can see is the same whatever others declared, refused or left unanswered, until a
yes; and nothing of it is in a log line, in what organisers see, or in anybody else's export."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from simcord.actors import MemberActor

from bot.logs import JsonLines
from bot.people import lifecycle
from bot.schedule.clock import DAY, HOUR
from tests.pressing import Pressing
from tests.test_letters_story import close_messages, inbox
from tests.warm_intros.search_stage import (
    WHO,
    WHY,
    asked,
    days,
    folk,
    has_profile,
    intros,
    keep_apart,
    letters_of,
    look,
    newest,
    note_door,
    press,
)
from tests.world import World, text_of

Seen = tuple[int, str]
Others = Callable[[World, MemberActor, list[MemberActor]], Awaitable[None]]
_NUMBER: Final = re.compile(r"\b\d{17,20}\b|(?<=\"id\": )\d+|(?<=\"row_id\": )\d+")


STEP: Final = 4 * DAY


def told_alike(said: Any) -> str:
    """Words without the numbers that Discord and the file count up for everybody."""
    return _NUMBER.sub("#", json.dumps(said, ensure_ascii=False, sort_keys=True, default=str))


async def what_she_sees(world: World, anna: MemberActor) -> str:
    """Her messages, her list, her export, her threads."""
    listed = await Pressing(world).press(anna.id, "warm_intros:searches")
    threads = [thread.id for thread in world.threads.threads if str(anna.id) in str(thread.history())]
    own = await lifecycle.export(world.association.read(), anna.id)
    return told_alike([letters_of(anna), text_of(listed), [text_of(one) for one in listed.followups], own, threads])


async def trace(folder: Path, others: Others, each: Others | None = None) -> list[Seen]:
    """Everything that Anna can see of her search, with the instants, from the first answer to the last."""
    async with World(folder) as world:
        anna, *rest = await folk(world, "Anna", "Basile", "Chloé", "Denis")
        await others(world, anna, rest)
        first = await look(world, anna)
        seen = [(world.clock.now(), told_alike(text_of(first)))]
        search = await newest(world)
        while world.clock.now() < search.answer_by:
            if each is not None:
                await each(world, anna, rest)
            left = search.answer_by - world.clock.now()
            await world.later(left - 1 if 1 < left <= STEP else min(STEP, left))
            seen.append((world.clock.now(), await what_she_sees(world, anna)))
        return seen


async def nobody(world: World, anna: MemberActor, rest: list[MemberActor]) -> None:
    """Nobody has a door."""


async def everybody(world: World, anna: MemberActor, rest: list[MemberActor]) -> None:
    """Everybody has one, of one the messages are closed, and one's trade it is."""
    for one in rest:
        await note_door(world, one, f"{WHO}, {one.name}")
    await has_profile(world, rest[0], trade="photo")
    close_messages(world, rest[1])


async def apart(world: World, anna: MemberActor, rest: list[MemberActor]) -> None:
    """Everybody has one, and avoids her."""
    await everybody(world, anna, rest)
    for one in rest:
        await keep_apart(world, one, anna)


async def refuse(world: World, anna: MemberActor, rest: list[MemberActor]) -> None:
    """Whoever is asked says no."""
    for one in await asked(world):
        if one.answer is None and any(who.id == one.member_id and inbox(who) for who in rest):
            who = next(who for who in rest if who.id == one.member_id)
            await press(world, who, "no", one.search_id)


async def test_until_a_yes_all_that_the_asker_sees_is_the_same_at_the_same_instants(tmp_path: Path) -> None:
    alone = await trace(tmp_path / "alone", nobody)
    assert "Pas de piste" in alone[-1][1]
    assert "Pas de piste" not in alone[-2][1]
    for name, others, each in (("silent", everybody, None), ("refused", everybody, refuse), ("apart", apart, None)):
        theirs = await trace(tmp_path / name, others, each)
        assert [at for at, _ in theirs] == [at for at, _ in alone]
        for (_, one), (at, other) in zip(alone, theirs, strict=True):
            assert one == other, (name, at)


async def test_the_answer_comes_before_anybody_is_looked_for(world: World) -> None:
    anna, basile = await folk(world, "Anna", "Basile")
    await note_door(world, basile)
    answer = await Pressing(world).submit(anna.id, "warm_intros:looked", {"who": WHO, "why": WHY})
    assert "Je cherche" in text_of(answer)
    assert await asked(world) == []
    await world.beat()
    assert len(await asked(world)) == 1


async def test_no_log_line_and_nothing_that_organisers_see_says_who_looks_or_who_is_asked(world: World) -> None:
    lines: list[str] = []
    listener = logging.Handler(logging.DEBUG)
    listener.emit = lambda record: lines.append(JsonLines().format(record))  # type: ignore[method-assign]
    logging.getLogger("bot").addHandler(listener)
    logging.getLogger("cogs").addHandler(listener)
    anna, basile, chloe = await folk(world, "Anna", "Basile", "Chloé")
    for one in (basile, chloe):
        await note_door(world, one)
    await world.env.advance_time(10 * HOUR)  # the evening: what is to be sent waits
    await look(world, anna)
    upcoming = text_of(await world.organiser.slash(world.office, "envois"))
    await days(world, 5)
    upcoming += text_of(await world.organiser.slash(world.office, "envois"))
    for name in ("bot", "cogs"):
        logging.getLogger(name).removeHandler(listener)
    for told in ("\n".join(lines), upcoming):
        for secret in (WHO, WHY, str(anna.id), str(basile.id), str(chloe.id), "recherche"):
            assert secret not in told
    rows = await world.association.read().rows("SELECT * FROM jobs WHERE kind LIKE 'warm_intros:%'")
    assert rows
    assert {(row["key"], row["member_id"], row["payload"]) for row in rows} == {("", None, "{}")}


async def test_nobody_s_export_tells_another_s_door_refusal_or_having_been_asked(world: World) -> None:
    anna, basile, chloe, denis = await folk(world, "Anna", "Basile", "Chloé", "Denis")
    await note_door(world, basile, f"{WHO} du cousin")
    await note_door(world, chloe)
    await note_door(world, denis)
    await look(world, anna)
    number = (await newest(world)).id
    await press(world, basile, "no", number)
    second = next(one for one in await asked(world) if one.answer is None)
    yes = chloe if second.member_id == chloe.id else denis
    last = denis if yes is chloe else chloe
    told = {who.id: json.dumps(await _export(world, who)) for who in (anna, basile, yes, last)}
    for who in (basile, yes, last):
        assert str(who.id) not in told[anna.id]
    assert "search_asked" in told[basile.id]
    assert "search_asked" not in told[last.id]
    assert all(str(one.id) not in told[basile.id] for one in (anna, yes, last))
    await press(world, yes, "yes", number)
    assert await intros(world)
    told = {who.id: json.dumps(await _export(world, who)) for who in (anna, basile, yes, last)}
    assert str(yes.id) not in told[basile.id]
    assert all(str(one.id) not in told[anna.id] for one in (basile, last))
    assert "cousin" not in told[anna.id] + told[yes.id]


async def _export(world: World, who: MemberActor) -> dict[str, list[dict[str, Any]]]:
    return await lifecycle.export(world.association.read(), who.id)
