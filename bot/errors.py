"""The one way to say no.

Rules, stores and handlers raise `Refusal`; the router (`bot.ui.actions`) turns it into a private, translated sentence
that says what to do. Anything else that reaches the router is a bug: the person gets an apology with a reference.
"""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 (it is an answer, not an error)
    """An act that can't be done, with the words that say why and what to do instead.

    `key` names a message of `data/locales`; `values` fill its variables (strings are escaped on display). `offers` are
    acts (custom ids without rights, such as `introductions:write`) shown as buttons under the sentence.
    """

    def __init__(self, key: str, /, *, offers: tuple[str, ...] = (), **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
        self.offers = offers


class StartRefused(Exception):  # noqa: N818 (the sentence is for the person who starts the bot)
    """The process can't start or go on; the message says what to mend. `code` is the process's exit code."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code
