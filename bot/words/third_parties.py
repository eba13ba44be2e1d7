"""What betrays a third person in a text that must name nobody: an address, a number, a handle, a link, a name. Pure.

Strict on names, and explainable: what was found stands in the refusal, so that its author can say it otherwise. Names
are looked for in `bot.words.full_names`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal, get_args

from bot.errors import Refusal
from bot.words.full_names import full_name

Kind = Literal["email", "phone", "handle", "link", "name"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Betrayal:
    """Something that leads to a person, as it stands in the text."""

    kind: Kind
    found: str


def what_betrays(text: str, known: Collection[str], *, kinds: Collection[Kind] = KINDS) -> Betrayal | None:
    """Something of these kinds in a text that leads to a person, or None. `known` are names that are no person's
    (`Catalogue.known_names`: places, trades), as `bot.words.text.key` writes them."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text) if kind in kinds else ():
            if match.group().casefold() not in _TOOLS:
                return Betrayal(kind, match.group().strip())
    name = full_name(text, known) if "name" in kinds else None
    return None if name is None else Betrayal("name", name)


def check_names_nobody(text: str, known: Collection[str]) -> None:
    """Raises `Refusal` (`third-party-<kind>`, with what was found) for a text that leads to a person."""
    betrayal = what_betrays(text, known)
    if betrayal is not None:
        raise Refusal(f"third-party-{betrayal.kind}", found=betrayal.found)


def amount_in(text: str) -> str | None:
    """The first price in a text, as it stands there ("450 €/j", "TJM"), or None."""
    match = _AMOUNT.search(text)
    return None if match is None else match.group().strip()


def amounts(text: str) -> bool:
    """Whether a text speaks of a price."""
    return amount_in(text) is not None


_TLDS: Final = "fr com org net io be ch ca eu lu qc bzh dev app paris pro coop swiss brussels quebec gg biz uk".split()
_TOOLS: Final = frozenset("asp.net vb.net ml.net ado.net make.com monday.com cal.com bubble.io".split())
"""What is called as addresses are."""
_AT: Final = r"(?:@| @ | ?\(\s?(?:at|a|arobase)\s?\) ?| ?\[\s?(?:at|a|arobase)\s?\] ?| arobase )"
_DOT: Final = r"(?:\.|\(\s?(?:dot|point)\s?\)|\[\s?(?:dot|point)\s?\]|\b(?:point|dot)\b)"
_DATE: Final = r"(?:0?[1-9]|[12]\d|3[01])[/.\-](?:0?[1-9]|1[0-2])[/.\-](?:19|20)\d\d(?!\d)"
_SPELT: Final = (
    r"(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|quarante|cinquante|soixante)"
)


_MAIL: Final = "gmail|outlook|hotmail|yahoo|wanadoo|laposte|protonmail|icloud|orange|free|sfr"
_PLATFORM: Final = (
    r"(?:insta|instagram|twitter|tiktok|discord|telegram|snap|snapchat|linkedin|facebook|fb|skype|mastodon)"
)


def _phone() -> str:
    """Numbers as they are written in France, Belgium, Switzerland and Québec, and any with its country in front.

    Ten digits from 0 in pairs, one separator throughout; ten or, in Belgium, nine of them in any other groups; three,
    three and four in Québec; a French mobile without its 0. Dates, years and amounts have none of these shapes.
    """
    gap = r"[ \u00a0\u202f.\-/]{0,3}"
    pairs = rf"0[1-9](?P<gap>{gap})\d\d(?:(?P=gap)\d\d){{3}}"
    groups = r"0[1-9](?:[ \u00a0\u202f.\-]{0,2}\d){7,8}"
    slashed = r"0[1-9]\d{0,2} ?/ ?\d\d(?:[ .]?\d){4,5}"
    abroad = r"(?:\+|\b00)[ ]?[1-9](?:[ \u00a0\u202f.\-/()]{0,3}\d){7,13}"
    quebec = r"(?:\b1[ .\-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .\-])[2-9]\d\d[ .\-]\d{4}"
    bare = r"[2-9]\d\d[2-9]\d{6}"
    mobile = r"[67](?P<space>[ .\-])\d\d(?:(?P=space)\d\d){3}"
    spelt = rf"z[e\u00e9]ro {_SPELT}(?:[ -](?:et |z[e\u00e9]ro |{_SPELT}))+"
    shapes = "|".join((abroad, pairs, quebec, slashed, groups, bare, mobile))
    return rf"(?<![\d,])(?<!\d[/.\-])(?!{_DATE})(?:{shapes})(?![\d€])|\b{spelt}"


_SHAPES: Final[tuple[tuple[Kind, str], ...]] = (
    ("email", rf"[\w.+\-]+{_AT}[\w\-]+(?: ?{_DOT} ?[\w\-]{{2,}})+"),
    ("email", rf"[\w.+\-]{{2,}}{_AT}(?:{_MAIL})\b"),
    ("link", r"(?:https?://|\bwww\.)\S+"),
    ("link", rf"(?<![\w@.\-])[a-z0-9][\w\-]*(?:\.[\w\-]+)*\.(?:{'|'.join(_TLDS)})(?![\w\-])(?:/\S*)?"),
    ("link", r"\b(?:t\.me|wa\.me|linktr\.ee|youtu\.be|bit\.ly|lnkd\.in)/\S+"),
    ("handle", r"<@[!&]?\d+>|(?<![\w.])@[a-z0-9_][\w.]+"),
    ("handle", r"(?<![\w.])[^\W\d][\w.]{1,31}#\d{4}\b"),
    ("handle", rf"\b{_PLATFORM} ?[:=] ?(?=\w*[\d_.]\w)[\w.]{{3,}}"),
    ("handle", rf"\b{_PLATFORM} (?=\w*_\w)\w{{3,}}|\b(?=\w*_\w)\w{{3,}} sur {_PLATFORM}\b"),
    ("phone", _phone()),
)
_PATTERNS: Final = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SHAPES]

_NUMBER: Final = r"\d[\d \u00a0\u202f.,]*(?:k|K)?"
_MONEY: Final = r"(?:€|\$|£|euros?\b|eur\b|chf\b|cad\b|usd\b|dollars?\b|francs?\b|balles\b|boules\b)"
_SOON: Final = r"(?! (?:prochaine?|suivante?|d[’']apr[eè]s|derni[eè]re?)\b)"
_PER: Final = rf"(?:jours?|journ[ée]e|heures?|mois|semaine|feuillet|mot|page|signe|article|prestation)\b{_SOON}"
_EACH: Final = r"(?:day|hour|week|month|word|page|article|piece)\b"
_RATE: Final = r"\b(?:(?:day|daily|hourly|my|our) rates?|tarifs?|honoraires|fees?)\b[^.\n]{0,20}?\d{2,}"
_AMOUNT: Final = re.compile(
    rf"{_NUMBER} ?{_MONEY}(?: ?/ ?\w+)?|[€$£] ?{_NUMBER}|€|\beuros?\b"
    rf"|\bT\.?J\.?M\b|\btaux (?:journalier|horaire)\b"
    rf"|{_NUMBER} ?(?:HT|TTC)\b"
    rf"|(?<!\ble )(?<!\bau )(?<!\bdu )\b\d\d[\d \u00a0\u202f]* ?(?:par|de l[’']|la|l[’']) ?{_PER}"
    rf"|\b\d\d[\d \u00a0\u202f]* ?(?:an?|per|each|every) {_EACH}"
    rf"|\b\d\d[\d \u00a0\u202f]* ?/ ?(?:jour|j|heure|h|mois|feuillet|mot|page)\b(?! ?/)"
    rf"|{_RATE}",
    re.IGNORECASE,
)
