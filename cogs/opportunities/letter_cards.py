"""What one person reads of a mission in private. Pure: records in, blocks of a letter out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.people.catalogue import Catalogue
from bot.ui.actions import custom_id
from bot.ui.cards import PRIMARY, Block, button, line, row
from bot.words.i18n import Words
from bot.words.text import BUTTON_LABEL, Safe, escape, member, truncate
from cogs.opportunities import alert_cards, cards, list_cards
from cogs.opportunities.rules import Interest, Mission, State

Button = discord.ui.Button[discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Told:
    """A mission that somebody is told of: the address of its card, whether they raised a hand, and by which codes of
    theirs (None: they follow all). `far`: it fits their places because it can be done from anywhere; its code."""

    mission: Mission
    url: str | None
    raised: bool
    reasons: Sequence[str] | None = None
    far: str = ""


def _button(words: Words, label: str, name: str, *arguments: int, guild_id: int, first: bool = False) -> Button:
    said = custom_id(f"opportunities:{name}", *arguments, guild_id=guild_id)
    return button(words.plain(label), said, style=PRIMARY) if first else button(words.plain(label), said)


# To its author


def raised(words: Words, mission: Mission, one: Interest, guild_id: int) -> list[Block]:
    """Somebody would like to do it."""
    return [
        words("mission-raised", member=member(one.member_id), what=mission.title),
        words("mission-quoted", text=one.word) if one.word else None,
        row(
            _button(words, "mission-choose", "choose", mission.id, one.id, guild_id=guild_id),
            _button(words, "mission-see-mine", "one", mission.id, guild_id=guild_id),
        ),
    ]


def still(words: Words, mission: Mission, day: str, guild_id: int) -> list[Block]:
    """How does it stand?"""
    asked = words("mission-still", what=mission.title, day=day)
    return [asked, row(*list_cards.closing(words, mission.id, guild_id=guild_id))]


def answered(words: Words, mission: Mission, day: str) -> list[Block]:
    """The same once its author said how it stands: that it is noted; `day`: until when an open one is open."""
    return [words("mission-still-answered", what=mission.title, state="open" if mission.open else "over", day=day)]


def declined(words: Words, mission: Mission, guild_id: int) -> list[Block]:
    """Whom they chose can't, after all; who it was they know."""
    said = words("mission-declined-by-chosen", what=mission.title, state="open" if mission.open else "over")
    return [said, row(_button(words, "mission-see-mine", "one", mission.id, guild_id=guild_id))]


def ended(words: Words, mission: Mission, guild_id: int) -> list[Block]:
    """Its time is over."""
    return [
        words("mission-ended", what=mission.title),
        row(
            _button(words, "mission-reopen", "still_open", mission.id, guild_id=guild_id),
            _button(words, "mission-filled", "filled", mission.id, guild_id=guild_id),
            _button(words, "mission-elsewhere", "elsewhere", mission.id, guild_id=guild_id),
        ),
    ]


def no_thread(words: Words, one: Interest) -> list[Block]:
    """The thread with whom they chose could not be opened."""
    return [words("mission-no-thread", member=member(one.member_id))]


def confirmed(words: Words, mission: Mission, member_id: int, thanks: Button) -> list[Block]:
    """Whoever does it says so too."""
    return [words("mission-confirmed", member=member(member_id), what=mission.title), row(thanks)]


# To whoever raised a hand


def chosen(words: Words, mission: Mission, url: str | None, guild_id: int) -> list[Block]:
    """It is them: they talk, agree, or have an easy no."""
    place, thread = ("yes", Safe(url)) if url else ("no", Safe(""))
    author, no = member(mission.author_id), "mission-not-this-time-button"
    agreed = "yes" if mission.confirmed else "no"
    agree = _button(words, "mission-agree", "agree", mission.id, guild_id=guild_id, first=True)
    return [
        words("mission-chosen", author=author, what=mission.title, agreed=agreed, place=place, link=thread),
        row(
            agree if mission.confirmed is None else None,
            _button(words, no, "not_this_time", mission.id, guild_id=guild_id),
        ),
    ]


def declined_by_them(words: Words, mission: Mission) -> list[Block]:
    """They were chosen and said no, which is fine."""
    return [words("mission-declined-by-me", what=mission.title)]


def open_again(words: Words, mission: Mission, guild_id: int) -> list[Block]:
    """They were let go, or chosen, and the mission is open again."""
    again = _button(words, "mission-interested", "interested", mission.id, guild_id=guild_id)
    return [words("mission-open-again", what=mission.title), row(again)]


def let_go(words: Words, mission: Mission, *, somebody: bool = False) -> list[Block]:
    """It isn't them, this time. `somebody`: who it is stays unsaid, as where its author would rather not say."""
    state = mission.state.value
    if mission.state is State.FILLED and (somebody or mission.filled_by is None):
        state = "somebody"
    return [words("mission-let-go", state=state, what=mission.title)]


def let_go_of_what_is_gone(words: Words) -> list[Block]:
    """The same of a mission whose author is away, or erased it."""
    return [words("mission-let-go-gone")]


def confirm(words: Words, mission: Mission, guild_id: int) -> list[Block]:
    """To whoever does it, according to its author: is that so?"""
    return [
        words("mission-confirm", author=member(mission.author_id), what=mission.title),
        row(
            _button(words, "mission-confirm-yes", "confirm", mission.id, guild_id=guild_id, first=True),
            _button(words, "mission-confirm-no", "not_me", mission.id, guild_id=guild_id),
        ),
    ]


# To whoever may like it


def named(words: Words, catalogue: Catalogue, told: Told, namer: int | None, guild_id: int) -> list[Block]:
    """Somebody thought of them; whoever left since is not named."""
    author = member(told.mission.author_id)
    who = words("mission-named-by-somebody", author=author)
    if namer is not None:
        own = "yes" if namer == told.mission.author_id else "no"
        who = words("mission-named", member=member(namer), author=author, own=own)
    return [who, *cards.about(words, catalogue, told.mission), *_answers(words, told, guild_id, declines=True)]


def alert(words: Words, catalogue: Catalogue, told: Sequence[Told], guild_id: int) -> list[Block]:
    """Missions that fit what they follow: one whole, several in a few lines each, with the reason."""
    heading = words("mission-alert", count=len(told))
    if len(told) == 1:
        (one,) = told
        who = words("mission-card-who", member=member(one.mission.author_id))
        why = _because(words, catalogue, one)
        answers = _answers(words, one, guild_id, declines=False)
        return [heading, *cards.about(words, catalogue, one.mission), who, why, *answers]
    blocks: list[Block] = [heading]
    for one in told:
        blocks += [line(), _short(words, catalogue, one), _because(words, catalogue, one), _open(words, one, guild_id)]
    return [*blocks, row(_button(words, "offer-opportunities-alerts", "alerts", guild_id=guild_id))]


def _short(words: Words, catalogue: Catalogue, told: Told) -> Safe:
    about = words(
        "mission-list-about",
        subject=cards.subject(words, catalogue, told.mission),
        when=told.mission.when_text,
        member=member(told.mission.author_id),
    )
    return Safe(f"{escape(told.mission.title)}\n{about}")


def _open(words: Words, told: Told, guild_id: int) -> discord.ui.ActionRow[discord.ui.LayoutView] | None:
    label = truncate(words.plain("mission-alert-open"), BUTTON_LABEL)
    return row(button(label, custom_id("opportunities:one", told.mission.id, guild_id=guild_id)))


def _because(words: Words, catalogue: Catalogue, told: Told) -> Safe | None:
    """Why it is told, in what they chose; nothing, where they chose something else since."""
    if told.reasons is None:
        return words("mission-alert-why", all="yes", what="", far="no")
    what = alert_cards.names(words, catalogue, told.reasons)
    return words("mission-alert-why", all="no", what=what, far=told.far or "no") if what else None


def _answers(words: Words, told: Told, guild_id: int, *, declines: bool) -> list[Block]:
    """What can be said to one mission, unless it was said; in small print what was."""
    number, card_ = told.mission.id, cards.open_(words, told.url)
    if told.raised:
        back = _button(words, "mission-hand-down", "take_back", number, guild_id=guild_id)
        return [words("mission-hand-small"), row(back, card_)]
    other = (
        _button(words, "mission-not-for-me", "decline", number, guild_id=guild_id)
        if declines
        else _button(words, "offer-opportunities-alerts", "alerts", guild_id=guild_id)
    )
    return [
        row(
            _button(words, "mission-interested", "interested", number, guild_id=guild_id, first=True),
            _button(words, "mission-know", "know", number, guild_id=guild_id),
            other,
            card_,
        )
    ]
