"""What becomes of introductions of three that are asked when one of the three leaves, rests, objects, or erases
themselves."""

from __future__ import annotations

from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.warm_intros import intro_store, kinds, present_ending, present_job, present_store
from cogs.warm_intros.rules import Intro, IntroState, Kind


class PresentLeaving:
    """Without whoever thought of it, it is over. Of those who are asked, one who goes said nothing, and the other can't
    tell."""

    def __init__(self, house: House) -> None:
        self._house = house
        house.lifecycle.follow(self)
        house.lifecycle.watch_objections(self.gone)
        house.restrictions.watch("warm_intros", self.gone)

    async def gone(self, association: Association, db: Connection, member_id: int) -> None:
        """They are here no more, or not to be brought together with anybody."""
        for intro in await self._asked_with(db, member_id):
            if intro.kind is Kind.TARGET:
                await present_ending.give_up(self._house, association, db, intro)
            elif member_id == intro.introducer_id:
                await present_ending.call_off(self._house, association, db, intro)
            else:
                await present_ending.spare(self._house, association, db, intro)

    async def back(self, association: Association, db: Connection, member_id: int) -> None:
        """Two who are to be presented may be asked again, while there is time; of whom they thought themselves, they
        read on the day how it stands, as they were told."""
        await present_job.look(db, self._house.clock.now())
        for intro in await intro_store.of_member(db, member_id):
            if intro.introducer_id == member_id and intro.kind is not Kind.TWO:
                await present_ending.promise_again(self._house, association, db, intro)

    async def erasing(self, association: Association, db: Connection, member_id: int) -> None:
        """What names them goes; to the other of two, nothing looks different."""
        await self.gone(association, db, member_id)
        for intro in await self._asked_with(db, member_id):
            if intro.kind is Kind.PRESENTED and member_id == intro.first_id:
                await present_store.first_goes(db, intro.id)
        for intro in await intro_store.of_member(db, member_id):
            speaks_of = {intro.introducer_id} if intro.kind is Kind.PRESENTED else {intro.introducer_id, intro.first_id}
            if member_id in speaks_of:
                await self._house.contact.show_again(db, kinds.question(intro), str(intro.id))

    async def _asked_with(self, db: Connection, member_id: int) -> list[Intro]:
        found = await intro_store.of_member(db, member_id)
        return [one for one in found if one.state is IntroState.ASKED and one.kind is not Kind.TWO]
