# Over a coffee: the private thread, its buttons, and what is said to each person.

# The thread: it speaks to two or three people at once.
coffee-thread-title = A coffee, { $day } { $month }
coffee-talk =
    ### Coffee for { $count ->
        [3] three
       *[other] two
    }
    Half an hour is enough, around a table or on a call. Agree on a time here, between you.
coffee-talk-who = **Who is here**
coffee-who = { $member }: { $what }
coffee-who-gone = somebody who has stepped away
coffee-talk-why = **Why you were brought together**
coffee-reason-need = “{ $what }”: { $giver } offers it, { $taker } looks for it.
coffee-reason-place = A place in common: { $what }.
coffee-reason-trade = A trade in common: { $what }.
coffee-reason-family = Neighbouring trades: { $what }.
coffee-reason-new = This will be your first coffee together.
coffee-talk-openers = **To get the conversation going**
coffee-talk-read = -# This thread is visible to you alone and, as Discord has it, to those who manage threads. The bot does not read what is written here.
coffee-talk-off = This coffee will not take place this time.
coffee-known = We know each other
coffee-cannot = I can’t make it
coffee-nudge = Why not begin by finding a time? Two options are enough.
coffee-nudge-starter = Why not begin by finding a time? { $member }, two options are enough.
coffee-check-in = So, did you have this coffee?
coffee-met = Done, we talked
coffee-planned = It is planned
coffee-we-cannot = We can’t make it

# To one person.
coffee-no-thread = Your coffee is with { $others }. The private thread could not be opened: write to { $others } directly to agree on a time.
coffee-check = So, did you have your coffee with { $others }?
coffee-out-of-two = Your coffee will not take place this time. It happens, and it has nothing to do with you.
coffee-out-of-three = Your coffee of three goes on as two, with { $others }. There is nothing for you to do.
coffee-then-found = Somebody was free: another coffee opens, with { $others }{ $there ->
        [yes] , over here: { $place }
       *[no] .
    }
coffee-then-looking = If somebody becomes free before this round ends, a private thread will open; otherwise you go first next time.
coffee-then-first = It is a little late in this round to look for somebody else: you go first next time.
coffee-asked-another = Coffee with somebody else may be possible during this round: if somebody becomes free, another private thread will open. For now, this coffee stays as it is.
coffee-back-on = Your coffee with { $others } takes place after all{ $there ->
        [yes] , over here: { $place }
       *[no] .
    }

# After a button, in private.
coffee-met-noted = Lovely, noted.
coffee-met-offer = Would you like to be in next time without doing anything? Pausing or stopping takes one click.
coffee-not-now = Not for now
coffee-planned-noted = Noted, have a good coffee.
coffee-cannot-noted = Noted.
coffee-cannot-told = Noted. A word goes to { $others }, without saying why.
coffee-can-after-all = I can after all
coffee-known-noted = Noted: this coffee counts as a meeting, and the bot will not bring you together again any time soon.
coffee-known-undo = We don’t know each other
coffee-unknown-noted = Corrected: this coffee no longer counts as an earlier meeting.
coffee-known-offer = Meet somebody else during this round?
coffee-another = Yes, somebody else
coffee-keep-it = No, we keep this coffee
coffee-keep = We keep this coffee
coffee-another-found = Somebody was free: another coffee opens in a private thread, with { $others }.
coffee-another-nobody = Nobody else is free so far: this coffee stays as it is. If somebody becomes free, another private thread will open.
coffee-kept = All right, this coffee stays as it is.
coffee-and = { $first } and { $second }
coffee-somebody = somebody

# What goes wrong.
coffee-not-yours = These buttons are for the people of this coffee.
coffee-off = This coffee will not take place: there is nothing left to change about it.
coffee-over = The time for this coffee has passed: it can no longer go on. Nothing keeps you from writing to each other, of course.
coffee-moved-on = Things have moved on meanwhile: this coffee can no longer go on. Nothing keeps you from writing to each other, of course.
coffee-too-late = It is a little late in this round to look for somebody else: this coffee stays as it is.
coffee-thread-past = This coffee is long past: the bot keeps nothing of it any more. This thread stays with those who are in it.
