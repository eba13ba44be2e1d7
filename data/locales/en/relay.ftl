# The rota: who welcomes those who arrive, a week at a time.

command-relais = rota
    .description = The welcome rota: who welcomes this week, handing over, being away

offer-organisers-relay = Rota
offer-relay-show = Rota
purpose-relay = welcoming people, a week now and then
due-organisers-relay = The welcome rota: a new week
due-organisers-relay-remind = The welcome rota: a word to whoever takes the next week
due-organisers-relay-asked = A question: taking turns in welcoming?
due-organisers-relay-turn = A word before a week of welcoming
due-organisers-relay-removed = A word about the welcome rota
need-relay = Nobody on the rota is free to welcome people this week.

relay-title = ### The welcome rota
relay-none =
    One person welcomes for a week, then the next one takes over, each Monday. { $named ->
        [yes] The welcome names them, and they
       *[no] They
    } answer the first questions.
    Choose somebody below: I ask them in private, nothing happens without their yes.
relay-not-begun = The rota begins on Monday. Until then, nothing changes.
relay-this-week = This week: { $known ->
        [yes] { $who }
       *[no] nobody is free
    }.
relay-by-hand = -# Right now { $who } welcomes: the team chose so in the settings. On Monday, the rota goes on.
relay-week = • Week of { $day }: { $known ->
        [yes] { $who }
       *[no] nobody is free
    }
relay-order = {""}**In order**
relay-place = { $number }. { $who }{ $away ->
        [yes] { " " }· away: { $days }
       *[no] { "" }
    }
relay-waiting = Asked, no answer so far: { $people }
relay-person = Add somebody, or set their place
relay-mine = My weeks
relay-join = Join the rota
relay-back = Back to the rota
relay-propose-to = { $who } is not on the rota. I can ask them, in private, whether they would like to; without an answer in two weeks, the question goes away.
relay-propose = Ask them
relay-was-asked = { $who } is being asked. Without an answer in two weeks, the question goes away.
relay-forget = Stop asking
relay-is-on-it = { $who } is on the rota.
relay-sooner = Sooner
relay-later = Later
relay-remove = Take off the rota
relay-remove-ask = Take { $who } off the rota? A private word will tell them.
relay-full = There are { $most } people on the rota already: one has to come off first.

relay-asked = The team of { $association } is looking for people to welcome those who arrive, a week now and then: { $named ->
        [yes] your name would be in the welcome, and you
       *[no] you
    } would answer the first questions. Would you like that? You can hand over at any time, and no needs no reason.
relay-yes = Yes, gladly
relay-no = No thanks
relay-agreed = Thank you. A private word will tell you before each week. To hand over, be away or leave the rota: { $relais }
relay-declined = Noted, and it stays between us.
relay-asked-no-more = This is not asked any more, thanks for answering.
relay-on-it = You are on the rota already. You can leave it at any time.
relay-not-yours = The welcome rota is members who each welcome for a week. Would you like to be one of them? A word to the team is enough.

relay-mine-title = ### The welcome rota
relay-yours = Your week: the one of { $day }.
relay-next = { $known ->
        [yes] Your next week: the one of { $day }, unless something changes. A private word will remind you.
       *[no] No week is planned so far.
    }
relay-away = Planned absences:
    { $days }
relay-here = Take back an absence
relay-absence = Be away
relay-leave = Leave the rota
relay-leave-ask = Leave the rota? Your weeks go to the next ones. Nobody needs a reason.
relay-left = Done. Thank you for all the welcoming.
relay-form = Be away
relay-form-first = First day
    .example = 24/12
relay-form-last = Last day
    .hint = Empty: a single day
    .example = 2 January
relay-day-not-understood = I did not understand one of the two days. For example: 24/12, 2 January, or Monday.
relay-days-backwards = The absence ends before it begins, or it is over already.
relay-days-too-many = An absence lasts a year at most; beyond that, better leave the rota, and come back.
relay-absences-full = There are { $most } absences already: one has to go first.
relay-away-noted = Noted. { $open ->
        [yes] Nobody else is free for a week that is coming: the team will see it.
       *[no] The weeks that it touches go to the next person who is free, if there is one.
    }

relay-turn = { $now ->
        [yes] This week you welcome people{ $named ->
            [yes] : the welcome names you.
           *[no] .
        } A word to whoever introduces themselves is enough.
       *[no] In the week of { $day }, you welcome people{ $named ->
            [yes] : the welcome will name you.
           *[no] .
        } A word to whoever introduces themselves is enough.
    }
relay-pass = Hand over ({ $day })
relay-pass-theirs = Give this week to the next person
relay-pass-ask = Hand over for the week of { $day }? The next person who is free takes it, and learns it in private.
relay-pass-yes = Hand over
relay-passed-on = { $known ->
        [yes] { $who } takes the week, and was just told in private.
       *[no] Noted. Nobody else is free that week: the team will see it.
    }
relay-not-your-turn = This week is not, or no longer, to be handed over.
relay-removed = The team went over the welcome rota, and you are no longer on it. Thank you for welcoming. To talk about it, a word to the team is enough.

data-relay_people = The welcome rota, proposed on { $asked_at }: { $state ->
        [agreed] yes.
        [declined] no, thank you.
       *[asked] no answer yet.
    }
data-relay_absences = An absence from the rota, from { $first_day } to { $last_day }.
data-relay_turns = The week of welcoming of { $monday }.

register-decisions = Decisions of the team
register-decisions-why = knowing who changed which setting, and being able to go back
register-decisions-data = the setting, what it was and what it became, when, and who decided
register-relay = The welcome rota
register-relay-why = taking turns in welcoming those who arrive
register-relay-data = the yes that was given, the place on the rota, absences, weeks of welcoming
