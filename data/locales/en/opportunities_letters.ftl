# Missions: what the bot writes to one person.

purpose-mission = a mission that may suit me
purpose-mission-own = a mission that we may have done together

# To whoever shared it
mission-raised = { $member } would like to do your mission “{ $what }”.
mission-still = How does your mission “{ $what }” stand? Without a word from you, it ends by itself on { $day }.
mission-still-answered = { $state ->
        [open] Noted: your mission “{ $what }” stays open until { $day }.
       *[over] Noted, thank you: your mission “{ $what }” isn’t open any more, the card says so.
    }
mission-declined-by-chosen = After all, the person you chose can’t do your mission “{ $what }” this time.{ $state ->
        [open] { " " }The mission is open again, there is nothing to do.
       *[over] { "" }
    }
mission-ended = Your mission “{ $what }” has come to the end of its time, the card says so. If it still stands, one button opens it again.
mission-no-thread = The private thread could not be opened. You can write directly to { $member }, with whom it is agreed.
mission-confirmed = { $member } says so too: you are doing the mission “{ $what }” together. A thank-you is always nice, and optional.

# To whoever raised a hand
mission-chosen = { $agreed ->
        [yes] It is settled with { $author }: you do the mission “{ $what }” together.
       *[no] Good news: { $author } would like to do the mission “{ $what }” with you. Nothing is promised before you have talked.
    }{ " " }{ $place ->
        [yes] A private thread is waiting for you both: { $link }
       *[no] To talk about it, the simplest is to write to each other directly.
    }
mission-agree = Agreed
mission-not-this-time-button = Not this time, after all
mission-declined-by-me = Noted for the mission “{ $what }”: not this time. Thank you for saying so.
mission-open-again = The mission “{ $what }” is open again. If you would still like it, just raise a hand; if not, there is nothing to do.
mission-let-go = { $state ->
        [filled] The mission “{ $what }” is done with somebody else, this time.
        [somebody] The mission “{ $what }” found somebody, right here.
        [elsewhere] The mission “{ $what }” is done elsewhere, this time.
       *[other] The mission “{ $what }” is no longer needed.
    } Thank you for having raised a hand: that is what keeps the network alive.
mission-let-go-gone = A mission for which you had raised a hand is no longer needed. Thank you for having done so: that is what keeps the network alive.
mission-confirm = { $author } says that you are doing the mission “{ $what }” together. Is that so?
mission-confirm-yes = Yes, that is so
mission-confirm-no = No, not me

# To whoever it may suit
mission-named = { $member } thought of you for { $own ->
        [yes] their mission:
       *[no] a mission of { $author }:
    }
mission-named-by-somebody = Somebody thought of you for a mission of { $author }:
mission-alert = { $count ->
        [1] A mission you may like:
       *[other] Missions you may like:
    }
mission-alert-why = -# { $all ->
        [yes] You follow all missions.
       *[no] You follow: { $what }{ $far ->
            [remote] ; this one is remote.
            [anywhere] ; this one can be done anywhere.
           *[no] .
        }
    }
mission-alert-open = See this mission
