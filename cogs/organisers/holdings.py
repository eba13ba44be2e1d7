"""What organisers' acts keep about people: who decided what, and the rota."""

from __future__ import annotations

from typing import Final

from bot.people.register import MONTH, YEAR, Basis, Holding, Purpose, Until

DECISIONS: Final = Purpose("decisions", Basis.INTEREST)
RELAY: Final = Purpose("relay", Basis.CONSENT)
HOLDINGS: Final = (
    Holding("preference_changes", ("by_id", "before_id", "after_id"), DECISIONS, Until.WRITTEN, keeps=YEAR, since="at"),
    Holding("relay_people", ("member_id",), RELAY),
    Holding("relay_absences", ("member_id",), RELAY, Until.DONE, keeps=MONTH, since="unixepoch(last_day)"),
    Holding("relay_turns", ("member_id",), RELAY, Until.DONE, keeps=2 * MONTH, since="unixepoch(monday)"),
)
