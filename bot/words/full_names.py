"""Full names of people in a text: "Jean-Michel Durand", "Mme Le Goff", "DURAND Michel". Pure.

One first name alone is nobody in particular, and passes. A word of courtesy before a name, a first name beside another
name, an initial before a frequent family name are names. So are two capitals in a row that nothing explains: no place
or trade, no institution, company or tool, no article, "à" or "chez" before them, no word that merely begins the
sentence. That is strict, and on purpose: what is refused can be said otherwise, what has been told of somebody can't be
taken back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.words.name_lists import EVERYDAY, FAMILY, FAMOUS, GIVEN, NOT_PEOPLE, OF_PLACES, ROLES
from bot.words.text import fold, key

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_START: Final = re.compile(r"(?:^|[.!?:;\n•«“\"(\[–—])\s*$")
_GAP: Final = re.compile(r"[ \t\u00a0\u202f]+")
_AFTER_POINT: Final = re.compile(r"\.[ \t\u00a0\u202f]*")

_ABBREVIATED: Final = frozenset("mme mmes mlle mlles mr mrs".split())
_COURTESY: Final = frozenset({*_ABBREVIATED, *"m me dr pr ms miss monsieur madame mademoiselle maitre docteur".split()})
_SPELT: Final = frozenset("dr monsieur madame mademoiselle".split())
"""The same, before a name that may be in small letters, unless an article makes it anybody ("un monsieur")."""
_INITIALS: Final = frozenset("jp jm jc jl jf jb jy jj jr mc mf ml mo am pa py".split())
_ONE: Final = frozenset(
    """
    avocat avocate notaire dentiste medecin architecte comptable boulanger boulangere menuisier imprimeur libraire
    fils fille frere soeur famille veuve oncle tante cousin cousine voisin voisine lawyer son daughter
    """.split()
)
"""With "le" or "la" before them and a capital behind, one person in particular."""
_PARTICLES: Final = frozenset("le la les de du des van von der den ben bin el al da dos di del della saint st".split())
_ARTICLES: Final = frozenset("le la les l un une du au aux des ce cet cette ces notre votre leur nos vos leurs".split())
_EXPLAINING: Final = _ARTICLES | frozenset(
    """
    a en in at near vers dans sur sous depuis the an to chez pour
    logiciel outil marque enseigne societe entreprise agence groupe magasin boutique banque studio site salon reseau
    syndicat plateforme application langage framework region departement ville
    """.split()
)
"""After these, two capitals are an institution, a company, a place, a tool; a person's name has no article."""
_TRADE_LIKE: Final = re.compile(r"(?:eur|euse|rice|iste|ien|ienne|graphe|logue|aire|ante?|iere?|ement|tion|age|ee?)s?$")
_COMMON: Final = frozenset(
    """
    et ou qui que quoi dont de du des le la les un une en a au aux par pour avec chez est sont peut connait travaille
    mon ma mes son sa ses ton ta tes notre votre leur quelqu contact ami amie amis prof pro
    expert experte ancien ancienne bon bonne super vrai vraie dans sur sous vers plus tres aussi alors on il elle nous
    and as at but by for from he her his i if in is it my of on or our she so some someone somebody that the their these
    they this those to we when where who with you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word where it stands. `joined`: nothing but blanks (or the point of an abbreviation) before it."""

    text: str
    start: int
    end: int
    joined: bool
    opens: bool

    @property
    def key(self) -> str:
        return key(self.text)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def titled(self) -> bool:
        """A capital, then small letters: no acronym."""
        return self.capital and len(self.text) > 1 and not self.text.isupper()


def full_name(text: str, known: Collection[str]) -> str | None:
    """The first full name in a text, as it stands there, or None. `known` are places and trades, as `key` writes
    them."""
    shout = not any(character.islower() for character in text)
    words = _tokens(text.lower() if shout else text)
    masked = _known_phrases(words, known)
    for at in range(len(words)):
        if at in masked:
            continue
        for rule in (_courtesy, _the_one, _given_first, _family_first, _initial, _capitals, _alone):
            last = rule(words, at, known)
            if last is not None and (rule is not _capitals or last not in masked):
                return text[words[at].start : words[last].end]
    return None


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        before = found[-1].text if found else ""
        abbreviated = fold(before) in _COURTESY or len(before) == 1 or (before.isupper() and "-" in before)
        joined = bool(found) and bool(_GAP.fullmatch(gap) or (abbreviated and _AFTER_POINT.fullmatch(gap)))
        opens = not joined and bool(_START.search(text[: match.start()]))
        found.append(_Token(match.group(), match.start(), match.end(), joined, opens))
        end = match.end()
    return found


def _known_phrases(words: Sequence[_Token], known: Collection[str]) -> set[int]:
    """The seats of words that together are a place or a trade: "La Roche-sur-Yon", "Pays de la Loire"."""
    found: set[int] = set()
    for at in range(len(words)):
        for last in range(at + 1, min(at + 6, len(words))):
            if not words[last].joined:
                break
            phrase = " ".join(word.key for word in words[at : last + 1])
            if phrase in known or phrase in FAMOUS:
                found.update(range(at, last + 1))
    return found


# Each rule says at which word a name ends that begins at `at`, or None.


def _courtesy(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:  # noqa: ARG001
    """ "Mme Le Goff", "Maître Dupont", "mme durand"; not "Mme la maire", "maître d'œuvre"."""
    title = words[at]
    if title.key not in _COURTESY or title.text in {"me", "pr"}:
        return None
    last = _past_particles(words, at + 1)
    if last is None or _bare(words[last]) in ROLES or (title.text == "m" and words[last].key in EVERYDAY):
        return None
    named = _named(words[last]) or _bare(words[last]) in FAMILY | GIVEN
    anybody = _before(words, at) in _ARTICLES
    if title.key == "maitre" and anybody and _bare(words[last]) not in FAMILY - EVERYDAY:
        return None  # "un Maître Composteur"
    plain = words[last].key in _COMMON | _PARTICLES
    spelt = title.key in _SPELT and not anybody and not _TRADE_LIKE.search(words[last].key)
    short = (title.key in _ABBREVIATED or spelt) and last == at + 1 and not plain
    return _to_the_end(words, last) if named or short else None


def _the_one(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:
    """ "l'avocate Kerbrat", "le fils Kerbrat"; not "l'avocate Rose", "le notaire de Laval"."""
    who, last = words[at], at + 1
    elided = who.text[:2].lower() in {"l'", "l’"}
    definite = (elided or _before(words, at) in {"le", "la", "the"}) and _bare(who) in _ONE
    if not definite or last >= len(words) or not words[last].joined or not words[last].titled:
        return None
    name = words[last]
    innocent = name.key in known or name.key in NOT_PEOPLE or _bare(name) in ROLES or _is_given(name)
    return None if innocent else _to_the_end(words, last)


def _given_first(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:  # noqa: ARG001
    """ "Jean-Michel Durand", "Anne Le Goff", "julien durand"; not "la Marine Nationale", "la salle Jean Moulin"."""
    given = words[at]
    if not _is_given(given):
        return None
    last = _past_particles(words, at + 1)
    if last is None or _before(words, at) in OF_PLACES:
        return None
    everyday = given.key in EVERYDAY and (not given.capital or _before(words, at) in _ARTICLES)
    family, between = words[last], words[at + 1 : last]
    if _named(family) and not everyday and all(word.capital or word.key not in {"la", "les"} for word in between):
        return _to_the_end(words, last) if not _of_everyone(words, at, last) else None
    surely = _bare(family) in FAMILY - EVERYDAY or (bool(between) and _bare(family) in FAMILY)
    return last if surely and (last == at + 1 or not everyday) else None


def _family_first(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:  # noqa: ARG001
    """ "DURAND Michel", "durand michel", "Dupont J."."""
    family = words[at]
    if at + 1 >= len(words) or not words[at + 1].joined or _before(words, at) in OF_PLACES:
        return None
    then = words[at + 1]
    if len(then.text) == 1 and then.text.isupper():
        return at + 1 if family.titled and family.key in FAMILY - EVERYDAY else None
    shouted = family.text.isupper() and len(family.text) > 3 and family.key not in NOT_PEOPLE
    sure = family.key in FAMILY and (family.capital or family.key not in EVERYDAY)
    if not _is_given(then) or not (shouted or sure) or (then.key in EVERYDAY and not then.capital):
        return None
    return at + 1 if then.capital or family.key not in GIVEN else None


def _initial(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:  # noqa: ARG001
    """ "J. Dupont", "J.-M. Le Goff", "JP Durand"; not "Plan B. Ensuite"."""
    first = words[at]
    if not first.text.isupper() or first.key == "m" or (len(first.text) != 1 and first.key not in _INITIALS):
        return None
    last = _past_particles(words, at + 1)
    if last is None or not words[last].capital:
        return None
    return last if _bare(words[last]) in FAMILY or last > at + 1 else None


def _capitals(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:
    """Two capitals in a row that nothing explains: "mon ami Zéphyrin Kerbrat"."""
    last = at
    while last + 1 < len(words) and words[last + 1].joined and words[last + 1].capital:
        last += 1
    run = words[at : last + 1]
    if len(run) < 2 or not all(word.titled and len(word.text) > 1 for word in run[:2]):
        return None
    before = _before(words, at)
    explained = any(word.key in NOT_PEOPLE or word.key in known or word.key in ROLES for word in run)
    if explained or before in _EXPLAINING or before in OF_PLACES or (at and words[at].joined and words[at - 1].capital):
        return None
    begins = words[at].opens
    return None if begins and (_TRADE_LIKE.search(run[0].key) or _merely_begins(run[0])) else last


def _alone(words: Sequence[_Token], at: int, known: Collection[str]) -> int | None:
    """A text of two words, a first name and something that is no trade and no place: "julien kerbrat"."""
    if at or len(words) != 2 or not words[1].joined or not _is_given(words[0]):
        return None
    other = words[1].key
    plain = other in known or other in _COMMON or other in NOT_PEOPLE or other in ROLES or len(other) < 3
    return None if plain or words[0].key in EVERYDAY or _TRADE_LIKE.search(other) else 1


def _merely_begins(word: _Token) -> bool:
    return any(part in _COMMON for part in word.key.split())


def _past_particles(words: Sequence[_Token], at: int) -> int | None:
    """The seat of the name that begins at `at`, behind its particles; None when no name joins."""
    while at < len(words) and words[at].joined and words[at].key in _PARTICLES:
        at += 1
    return at if at < len(words) and words[at].joined else None


def _to_the_end(words: Sequence[_Token], last: int) -> int:
    """Where a run of capitals ends."""
    while last + 1 < len(words) and words[last + 1].joined and words[last + 1].capital:
        last += 1
    return last


def _before(words: Sequence[_Token], at: int) -> str:
    """The word before, as `key` writes it; empty where a sentence begins. "l'Avocat" has its own."""
    return _bare(words[at - 1]) if at and words[at].joined else ""


def _named(word: _Token) -> bool:
    """Whether a word has the capital of a name, also in "d'Alembert"."""
    return word.capital or (word.text[:1] in "dl" and word.text[1:2] in "'’" and word.text[2:3].isupper())


def _bare(word: _Token) -> str:
    """A word without the "d'" or "l'" before it."""
    return re.sub(r"^[dl] ", "", word.key)


def _is_given(word: _Token) -> bool:
    """A first name, also one of two: "Jean-Michel"."""
    return all(part in GIVEN for part in word.key.split()) if word.key else False


def _of_everyone(words: Sequence[_Token], at: int, last: int) -> bool:
    """Whether a first name begins what is no person's name all the same: "Marine Nationale", "Max Mara Office"."""
    return words[at].key in EVERYDAY and any(word.key in NOT_PEOPLE for word in words[at + 1 : last + 1])
