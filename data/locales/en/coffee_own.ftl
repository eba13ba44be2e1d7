# Coffee, for oneself: saying yes or no to a round, one's rhythm, one's breaks, where one stands, meeting somebody again.

command-cafe = coffee
    .description = Meet somebody from here over coffee
command-cafe-participer = take-part
    .description = Choose your rhythm, your way and your places
command-cafe-pause = break
    .description = Let one or more rounds pass; the break ends by itself
command-cafe-pause--jusqu-au = until
    .description = The day you are back: Monday, 3 August, 24/12
command-cafe-pause--tours = rounds
    .description = How many rounds to let pass
command-cafe-arreter = stop
    .description = No longer be counted on; coming back takes one click
command-cafe-statut = status
    .description = The next round, my last coffees, my settings
command-cafe-recroiser = meet-again
    .description = Have coffee again with somebody, six months or more later
command-cafe-recroiser--membre = member
    .description = The person; choose nobody, and a list opens

purpose-coffee = coffee
purpose-coffee-again = meeting again over coffee

offer-matchmaking-in = I’m in this time
offer-matchmaking-out = I’ll skip this one
offer-matchmaking-settings = My settings
offer-matchmaking-status = Where I stand
offer-matchmaking-rhythm = Take part
offer-matchmaking-pause_ask = Take a break
offer-matchmaking-pause_day = Choose a day
offer-matchmaking-resume = End the break
offer-matchmaking-again = Meet again
offer-matchmaking-again_ask = Meet again
offer-matchmaking-again_yes = With pleasure
offer-matchmaking-stay = I’m staying

coffee-panel-title = Coffee with somebody from here? Start here
coffee-panel =
    ### Coffee with somebody from here?
    From time to time, a private thread opens between two people who have something to gain from meeting. They talk for half an hour, in person or by video. You can come once, come regularly, or stop whenever you like.
coffee-panel-take-part = Take part
coffee-willing = Up for a coffee

# Saying yes to a round.
coffee-join-noted = Noted for { $when }: a private thread will open between you and one other person. Nothing else to do until then.
coffee-join-introduce = A line about what you do helps to find you the right person.
coffee-join-where = To have coffee in person, a place is missing: a town or a département is enough.
coffee-join-together = You are with { $people }. { $place ->
        [yes] The private thread is here: { $link }
        [soon] The private thread will open as soon as Discord allows.
       *[none] There is no thread this time: a direct message will do.
    }
coffee-join-waiting = Noted. As soon as somebody is free, a private thread opens; if nobody is, you go first next time.
coffee-join-over = This round can no longer be joined. { $again ->
        [yes] The next coffee: { $when }.
       *[no] The next one will be announced in the channel.
    }

# Skipping.
coffee-pass-noted = Noted: this round goes without you. { $subscribed ->
        [yes] You’re counted in again for the next one.
       *[no] Until another time, if you feel like it.
    }
coffee-pass-back = I’m in after all
coffee-pass-nothing = Nothing to do: this round goes without you already.
coffee-pass-together = Everyone has been paired. If you can’t make it after all, the button in the thread says so, and no reason is needed{ $place ->
        [yes] : { $link }
       *[no] .
    }
coffee-pass-unlisted = Noted: nobody is looked for in this round any more. Until another time.
coffee-pass-unkept = Noted: the seat is no longer kept. Until another time, if you feel like it.

# My settings.
coffee-part-title = ### Having coffee
coffee-part-rhythm = { $rhythm ->
        [every] You’re counted in for every round. “I’ll skip this one” is enough when the date doesn’t suit.
        [second] You’re counted in for every second round. “I’ll skip this one” is enough when the date doesn’t suit.
        [monthly] You’re counted in once a month. “I’ll skip this one” is enough when the date doesn’t suit.
       *[once] Nothing is planned ahead: at each announcement, one click is enough. To have it off your mind, choose a rhythm.
    }
coffee-part-next = {""}**Next coffee** · { $state ->
        [in] { $when }, and you’re in.
        [out] { $when }, without you so far.
        [kept] { $when }; your seat is kept.
        [kept-unknown] your seat is kept; the date will be announced in the channel.
        [later] { $when }.
       *[unknown] the date will be announced in the channel.
    }
coffee-part-paused = {""}**On a break** · { $sort ->
        [day] back on { $day }.
       *[rounds] { $count ->
            [1] the next round
           *[other] the next { $count } rounds
        }.
    }
coffee-part-how = {""}**How** · { $how ->
        [in-person] in person.
        [remote] by video.
       *[both] in person or by video.
    }
coffee-part-places = {""}**Where** · { $places }
coffee-part-choose-rhythm = Choose a rhythm
coffee-part-every = Every round
coffee-part-second = Every second round
coffee-part-monthly = Once a month
coffee-part-choose-how = How?
coffee-part-in-person = In person
coffee-part-remote = By video
coffee-part-both = Both
coffee-part-choose-places = Choose places
coffee-part-pause = Take a break
coffee-part-resume = End the break
coffee-part-stop = Stop
coffee-part-resume-from-stop = Start again
coffee-part-stopped = Noted: nothing is planned any more. You can come back whenever you like, with one click.
coffee-part-stopped-running = The coffee under way stays as it is.
coffee-part-nothing-to-stop = Nothing to stop: without a click, nothing is planned.

coffee-places-form = Where to have coffee
coffee-places-form-places = Towns or départements
    .hint = Separated by commas, besides the one of your introduction
    .example = Le Mans, Mayenne
coffee-places-unknown = “{ $typed }” isn’t in the list of places. A town or a département is enough: Le Mans, Sarthe, 72. All of it is kept.
coffee-places-shared = “{ $typed }” can be in several départements: { $zones }. Writing the département settles it. All of it is kept.
coffee-places-many = { $count } places are a lot; { $limit } at most. All of it is kept: removing some is enough.

# Breaks.
coffee-rest-choose = How long a break? It ends by itself, and the bot will say so.
coffee-rest-one = One round
coffee-rest-two = Two rounds
coffee-rest-month = A month
coffee-rest-day = Until a day
coffee-rest-noted = Noted: no coffee { $sort ->
        [day] before { $day }
       *[rounds] { $count ->
            [1] in the next round
           *[other] in the next { $count } rounds
        }
    }. The break ends by itself, and the bot will say so.
coffee-rest-this-one = Nothing is planned ahead, but the next round counts on you. It can do without.
coffee-rest-nothing = Nothing to take a break from: without a click, nothing is planned.
coffee-rest-either = A day or a number of rounds: one of the two is enough.
coffee-rest-rounds = From 1 to { $limit } rounds; beyond that, a date is better.
coffee-rest-not-understood = “{ $typed }” doesn’t read as a day. For example: Monday, 3 August, 24/12.
coffee-rest-out-of-reach = { $past ->
        [yes] That day is not to come: a break ends tomorrow at the earliest.
       *[no] That is more than a year away. Stopping is better: coming back takes one click.
    }
coffee-rest-form = A coffee break
coffee-rest-form-day = Back on which day?
    .hint = A day: Monday, 3 August, 24/12
    .example = 3 August
coffee-rest-over = Your break from coffee is over: you’re in for { $day }.
coffee-rest-over-skipped = Your break from coffee is over. The round of { $day } goes without you, in your rhythm; one click and you’re in.
coffee-rest-longer = Extend the break
coffee-rest-fine = That’s fine

# Where I stand.
coffee-mine-title = ### Where I stand with coffee
coffee-mine-settings = {""}**My settings** · { $rhythm ->
        [every] every round
        [second] every second round
        [monthly] once a month
       *[once] one click each time
    }, { $how ->
        [in-person] in person
        [remote] by video
       *[both] in person or by video
    }
coffee-mine-why = {""}**Round of { $day }** · { $said }
coffee-mine-waiting = As soon as somebody is free, a private thread opens; if nobody is, you go first next time.
coffee-mine-first = You go first next time.
coffee-mine-asked = Two coffees passed without news: you’re not counted in until you have said whether you stay.
coffee-mine-left-alone = You asked to be left alone: rounds don’t count on you meanwhile; a click on an announcement is always enough.
coffee-mine-past = {""}**My last coffees**
coffee-mine-none = No coffee here yet.
coffee-mine-line = • { $day } · with { $people }{ $said ->
        [met] { " " }· we talked
        [planned] { " " }· it is planned
        [cannot] { " " }· I couldn’t
        [knows] { " " }· we knew each other
        [off] { " " }· couldn’t take place
       *[nothing] { "" }
    }{ $place ->
        [yes] { " " }· { $link }
       *[no] { "" }
    }
coffee-mine-give-up = Stop waiting

# Meeting again.
coffee-again-title =
    ### Meeting again
    With whom would you like to have coffee again? The person gets a word from you. If the answer is yes, a private thread opens.
coffee-again-choose = Choose somebody
coffee-again-last = Last coffee: { $month } { $year }
coffee-again-nobody = Nobody to meet again for now: it takes a coffee of six months ago or more, with somebody who is still here.
coffee-again-unnamed = Discord doesn’t give the names right now. Choosing the person in { $command } still works.
coffee-again-sent = On its way. If the answer is yes, a private thread will open. If not, nothing happens.
coffee-again-opened = You both would like to: { $place ->
        [yes] the private thread with { $people } is here: { $link }
        [soon] the private thread with { $people } will open as soon as Discord allows.
       *[none] a direct message to { $people } will do.
    }
coffee-again-yourself = Coffee on your own takes no bot.
coffee-again-bot = A bot doesn’t drink coffee.
coffee-again-never = No coffee together here yet: the next round, maybe.
coffee-again-recent = That coffee was less than six months ago: you can meet again from { $day } on. Until then, a direct message will do.
coffee-again-letter = { $asker } would like to meet you again over coffee. The last one was in { $month } { $year }.
coffee-again-sentence = > It’s been a while: coffee again, to hear how things are going?
coffee-again-promise = -# A yes opens a private thread. A no, or no answer at all, and nobody will know.
coffee-again-yes = With pleasure
coffee-again-no = Not this time
coffee-again-declined = All right, thank you for reading. Nobody will know.
coffee-again-answered = That is noted already, there is nothing else to do.

# Without news, twice.
coffee-stay-letter = The last two coffees passed without news. That happens, and it is no trouble: would you still like to come?
coffee-stay-silence = { $subscribed ->
        [yes] -# Without an answer, the next round goes without you.
       *[no] -# Without an answer, nothing changes: one click at each announcement is enough.
    }
coffee-stay-yes = I’m staying
coffee-stay-no = I’m stopping
coffee-stay-noted = Thank you, noted. { $subscribed ->
        [yes] You’re counted in again.
       *[no] At the next announcement, one click is enough.
    }

# What the bot knows of me.
data-coffee_members = Coffee: { $rhythm }, { $how }{ $has_paused_until ->
        [yes] { " " }· paused until { $paused_until }
       *[no] { "" }
    }
data-coffee_zones = A place for coffee: { $zone }.
data-coffee_turns = What was said of a round of coffee, on { $at }: { $coming ->
        [1] yes.
       *[0] not this time.
    }
data-coffee_seats = A seat at a coffee{ $says ->
        [met] { " " }that took place, said on { $said_at }.
        [planned] { " " }that is planned, said on { $said_at }.
        [cannot] { " " }that could not be, said on { $said_at }.
       *[none] .
    }
data-coffee_invitations = A wish to meet again{ $as ->
        [asker_id] , said on { $at }.
       *[other_id] , received on { $at }.
    }
data-rhythm-once = one click each time
data-rhythm-every = every round
data-rhythm-second = every second round
data-rhythm-monthly = once a month
data-how-in-person = in person
data-how-remote = by video
data-how-both = in person or by video
