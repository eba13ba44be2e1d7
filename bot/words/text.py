"""Text safety and Discord's limits, in one place.

`clean` is for what people type, once, on its way in. `escape` is for display, each time, on its way out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MESSAGE_TEXT: Final = 4000
"""All text of one Components V2 message, in characters."""
COMPONENTS: Final = 40
"""Components of one message, nested ones included."""
OPTIONS: Final = 25
"""Options of a select, choices of an autocomplete."""
CUSTOM_ID: Final = 100
BUTTON_LABEL: Final = 80
OPTION_LABEL: Final = 100
PLACEHOLDER: Final = 150
FORM_TITLE: Final = 45
FORM_LABEL: Final = 45
FORM_HINT: Final = 100
"""The line under a field's label, and the example inside an empty field."""
FORM_FIELDS: Final = 5
FIELD_TEXT: Final = 4000
THREAD_NAME: Final = 100

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")
_MARKUP = re.compile(r"[\\*_~|`<\[#]")
_LEADING = re.compile(r"^(\s*(?:\d+(?=\.\s))?)([-+.](?=\s)|>)", re.MULTILINE)
_BEFORE_SIGN = re.compile(r"(?<=\S) (?=[?!;:»])")
_MASS_MENTION = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_JOINER = "\u200d"
_SHAPE = "\ufe0f"
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Letters and marks that show nothing: a name made of them would look blank."""


class Safe(str):
    """Text that is markup on purpose (a mention, a link, an escaped sentence) and is shown as it is."""

    __slots__ = ()


def clean(typed: str, *, lines: bool = True) -> str:
    """What was typed, without what could deceive or break: control, zero-width and bidi characters, lone surrogates,
    piles of accents, blanks around and in rows. With `lines=False`, one line."""
    seen = "".join(character for character in "\n".join(typed.splitlines()) if _is_seen(character))
    text = _BLANKS.sub(" ", _without_piles(unicodedata.normalize("NFC", seen)))
    if not lines:
        return " ".join(text.split())
    return _LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def _is_seen(character: str) -> bool:
    if character in _UNSEEN or 0xE0100 <= ord(character) <= 0xE01EF or "\ufe00" <= character < _SHAPE:
        return False
    kept_blank = character in {"\n", "\t", _JOINER}
    return kept_blank or _is_emoji(character) or unicodedata.category(character)[0] != "C"


def _is_emoji(character: str) -> bool:
    """Also those that are newer than our tables."""
    return "\U0001f000" <= character <= "\U0001faff" or unicodedata.category(character) == "So"


def _without_piles(text: str) -> str:
    """At most two accents on a letter; what joins and shapes emoji only between and after them."""
    kept = ""
    accents = 0
    for character, following in zip(text, f"{text[1:]} ", strict=False):
        accents = accents + 1 if unicodedata.category(character) in {"Mn", "Me"} and character != _SHAPE else 0
        last = kept.rstrip(_SHAPE)[-1:]
        if character == _JOINER:
            wanted = bool(last) and (_is_emoji(last) or "\U0001f3fb" <= last <= "\U0001f3ff") and _is_emoji(following)
        elif character == _SHAPE:
            wanted = bool(last) and kept[-1] != _SHAPE and not last.isalpha() and not last.isspace()
        else:
            wanted = accents <= 2
        kept += character if wanted else ""
    return kept


def says_something(text: str) -> bool:
    """Whether a text holds at least two letters or digits: emoji, dots and dashes alone say nothing that can be
    found."""
    return sum(character.isalnum() for character in text) >= 2


def escape(text: str) -> Safe:
    """A member's text for display in a message: no markdown, no mention, no masked link; addresses stay whole."""
    if isinstance(text, Safe):
        return text
    parts: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        parts += [_escape_words(text[end : address.start()]), address.group()]
        end = address.end()
    parts.append(_escape_words(text[end:]))
    return Safe("".join(parts))


def _escape_words(text: str) -> str:
    """Only what opens markup is escaped: a closing bracket after an address would become part of it. The space that
    French puts before a sign stays with it at the end of a line."""
    escaped = _LEADING.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))
    return _MASS_MENTION.sub("@\u200b", _BEFORE_SIGN.sub("\u202f", escaped))


def truncate(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, cut at a word where one is near, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip(" ,;:.\\") + "…"


def fold(text: str) -> str:
    """Lower case without accents, ligatures or typographic apostrophes: for comparing, never for showing."""
    lowered = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if unicodedata.category(c) != "Mn")


def key(text: str) -> str:
    """A name for comparing: no accents, no case, single blanks for everything that is neither letter nor digit."""
    return _SEPARATORS.sub(" ", fold(text)).strip()


def member(user_id: int) -> Safe:
    """A member as Discord shows them; nobody is pinged unless the message allows it."""
    return Safe(f"<@{user_id}>")


def channel(channel_id: int) -> Safe:
    """A clickable channel or thread."""
    return Safe(f"<#{channel_id}>")


def role(role_id: int) -> Safe:
    """A role as Discord shows it; nobody is pinged unless the message allows it."""
    return Safe(f"<@&{role_id}>")


def moment(at: int, style: str = "F") -> Safe:
    """A UTC instant (seconds), shown by Discord in the reader's own zone and language."""
    return Safe(f"<t:{at}:{style}>")


def link(guild_id: int, channel_id: int, message_id: int | None = None) -> str:
    """The address of a channel, or of a message in it."""
    place = f"https://discord.com/channels/{guild_id}/{channel_id}"
    return f"{place}/{message_id}" if message_id else place
