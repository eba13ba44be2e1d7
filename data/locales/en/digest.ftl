# The gazette: once a week, what happened and what is coming; in private for whoever wants it.

command-gazette = gazette
    .description = What happened here in the last seven days

preference-digest-channel = Gazette channel
    .help = **Gazette channel** (optional): one message a week, twelve lines at most. Day and hour are switched on in “Rhythms and breaks”.
setup-channel-digest = gazette

digest-title = ### The gazette of { $day }
digest-running = ### The gazette of the last seven days
digest-heading = **{ $heading }**
digest-note = -# { $heading }: { $note }
digest-line = • { $line }
digest-short = { $heading } · { $line }
digest-quiet = Nothing new for now, and that is fine too.
digest-nothing-left = Nothing left to read here for now.
digest-held = -# Your direct messages are closed: the gazette waited here.
digest-coming = { $what }: { $at }

digest-all = See everything
digest-see = See the gazette
digest-subscribe = Get it in private
digest-unsubscribe = No longer get it in private
digest-subscribed = { $new ->
        [yes] Noted: { $appears ->
            [yes] each gazette will come in private too.
           *[no] the gazette will come in private too, as soon as the team has switched it on.
        }
       *[no] It was noted already: each gazette comes in private too.
    } { $closed ->
        [yes] Your direct messages seem to be closed: it will then wait for your next visit, a week at most.
       *[no] { "" }
    }
digest-unsubscribed = Noted: no more copy in private. { $gazette } shows it at any time.

# The sections: their heading, then a line of each.
section-newcomers = To greet
section-newcomers-line = { $member }{ $known ->
        [yes] , { $about }
       *[no] { "" }
    } · [see]({ $url })
section-help = A hand is wanted
section-help-line = { $subject ->
        [none] { $question }
       *[other] { $subject }: { $question }
    } · [see]({ $url })
section-tips = Tips that helped
section-tips-line = { $title } · [see]({ $url })
section-coming = Coming

# For the team, at the same hour: what waits for somebody.
digest-team = ### This week, for the team
digest-need = • { $need }
digest-choose-channel = Choose a channel
need-see = See
need-choose = Choose somebody
need-mend = See what is missing
need-channels = { $count ->
        [1] A chosen channel is gone, or I lack a permission there: nothing appears in it.
       *[other] { $count } chosen channels are gone, or I lack a permission there: nothing appears in them.
    }
need-parked = { $count ->
        [1] One thing could not be sent and waits for a decision.
       *[other] { $count } things could not be sent and wait for a decision.
    }
need-introductions = { $count ->
        [1] One introduction still waits for a word from somebody.
       *[other] { $count } introductions still wait for a word from somebody.
    }
need-help = { $count ->
        [1] One request for a hand is still open: who could help?
       *[other] { $count } requests for a hand are still open: who could help?
    }
need-host = People have just arrived, and nobody is down as the host.
need-digest-channel = The gazette is switched on, but it has no channel to appear in.

# What the bot knows of a person.
data-digest_names = A name, or words, in a gazette of { $at }.
data-digest_subscribers = The gazette received in private, since { $created_at }.

offer-digest-subscribe = Get the gazette in private
