"""What warm introductions keep about people, and what goes when its time is over."""

from __future__ import annotations

from typing import Final

from bot.people.register import YEAR, Basis, Holding, Purpose, Until
from bot.words.i18n import Words


def _category(code: str, language: str) -> str:
    return Words(language).plain(f"intros-category-{code}")


INTROS: Final = Purpose("intros", Basis.INTEREST)
HOLDINGS: Final = (
    Holding("doors", ("member_id",), INTROS, coded=("category",), name=_category),
    Holding("searches", ("asker_id",), INTROS, Until.CLOSED, keeps=YEAR, since="closed_at"),
    Holding("search_asked", ("member_id",), INTROS, Until.CLOSED, keeps=YEAR, along="searches"),
    Holding(
        "intros",
        ("introducer_id", "first_id", "second_id"),
        INTROS,
        Until.CLOSED,
        keeps=YEAR,
        since="coalesce(closed_at, opened_at)",
    ),
)
