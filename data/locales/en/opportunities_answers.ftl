# Missions: raising a hand, choosing, thinking of somebody, saying how it stands.

offer-opportunities-interested = I’m interested
offer-opportunities-know = I know somebody
mission-see-mine = My mission
mission-quoted = > { $text }

# “I’m interested”
mission-interest-form = I’m interested
mission-interest-form-word = A word (optional)
    .hint = For whoever shared the mission, and nobody else
    .example = I made two bookshop websites already; free from the 10th
mission-no-prices = “{ $found }” speaks of a price. No bidding here: people choose each other first, and talk about rates afterwards. Without the price, it is perfect.
mission-own = This is your own mission.
mission-hand-up = Thank you, it is passed on. Only whoever shared the mission sees it; you will hear what comes of it, either way.
mission-hand-standing = Your hand is up. Only whoever shared the mission sees it.
mission-hand-small = -# Your hand is up. Only whoever shared the mission sees it.
mission-hand-reword = Change the word
mission-hand-down = On second thoughts, no
mission-hand-taken-back = It is taken back, without a word to anybody.
mission-no-hand = There is nothing to take back.

# Choosing
mission-hands-title = **Who raised a hand**
mission-hands-none = Nobody raised a hand yet; it sometimes takes a few days.
mission-hand-line = { $member }{ $has_word ->
        [yes] : “{ $word }”
       *[no] { "" }
    }
mission-hands-all = See everybody
mission-choose = Choose
mission-hand-gone = This person’s hand is down by now.
mission-choose-ask =
    ### Do this mission with { $member }?
    { $thread ->
        [yes] A private thread for the two of you opens to talk about it, the card says that it is found, and the others get a kind word, once.
       *[no] The card says that it is found, and the others get a kind word, once. There are no private threads here: to talk about it, the simplest is to write to each other.
    }
mission-choose-yes = Yes, together
mission-chosen-noted = Noted, { $member } will know. { $thread ->
        [yes] A private thread opens to talk about it.
       *[no] To talk about it, the simplest is to write to them.
    } If it comes to nothing, “Open again” puts the mission back; if it works out, “Done together” is in your missions.
mission-thread-title = A mission, for two
mission-thread = { $author }, { $member }: here is a place to talk about it in peace.
mission-thread-free = -# There is no hurry, and nothing is promised.
mission-thread-read = -# Only you two see this thread, and, because Discord wants it so, the people who manage threads. The bot does not read what is written there.
mission-thread-away = This conversation is back once everybody is.

# “I know somebody”
mission-knows = Whom are you thinking of? The mission will be suggested to them in your name, if possible.
mission-knows-outside = -# For somebody who is no member here, the simplest is to write to { $author }.
mission-name-form = I know somebody
mission-name-form-name = Their name on the server
    .hint = The beginning is enough
mission-named-noted = Thank you. If possible, the mission will be suggested to them in your name; the rest stays between that person and whoever shared it.
mission-name-yourself = For yourself, the button is “I’m interested”.
mission-name-author = This is the person who shares the mission.
mission-name-bot = A bot takes no missions.
mission-not-for-me = Not for me
mission-declined = All right, thank you for reading. Nobody will know.

# How it stands
mission-still-noted = { $again ->
        [yes] The mission is open again, until { $day }.
       *[no] All right, it stays open until { $day }.
    }
mission-elsewhere-noted = It is found, and that is all that matters. Thank you for having shared it here.
mission-withdrawn-noted = Noted, the card says so. Thank you for having shared it.
mission-filled-who = ### So much the better. With whom?
    { $some ->
        [yes] First those who raised a hand; else any member.
       *[no] Any member can be chosen.
    }
mission-with = With them
mission-filled-somebody = I’d rather not say
mission-filled-noted = Noted, so much the better. Thank you for having shared it here.
mission-filled-with-noted = Noted, so much the better. { $tied ->
        [yes] A thank-you to { $member } is always nice, and optional.
       *[no] If { $member } says so too, you will hear of it, and can say thank you.
    }
mission-filled-form = Somebody here does it
mission-filled-form-name = Their name on the server
    .hint = The beginning is enough
mission-filled-yourself = This is about whom you do it with. If nobody else is in it, “No longer needed” is enough.
mission-said-already = It is noted already, there is nothing else to do.
mission-done-ask = -# If it works out, or did, say so here: “Say thank you” comes next.
mission-done = Done together
mission-not-this-time = All right, thank you for saying so. Whoever shared the mission will be told, and no more; there is nothing to explain.
mission-confirm-noted = Thank you, noted. A word of thanks is always nice, and optional.
mission-not-me = Noted, thank you. It stays between us.

# Alerts
mission-alerts =
    ### My alerts
    { $on ->
        [yes] Once a week at most, a word when a mission fits.
       *[no] Alerts are off: nothing is sent.
    }
    { $all ->
        [yes] **What you follow**: all missions. The lists below narrow it down.
       *[no] **What you follow**: { $what }.
    }
mission-alerts-unheard = -# You asked not to be told anything of this kind any more: that can be changed with { $where }.
mission-alerts-kinds = Which kinds of missions? (all, if none is chosen)
mission-alerts-trade = Follow an activity, or stop following it
mission-alerts-less = Followed: choosing it takes it away
mission-alerts-zones = Which places? (all, if none is chosen)
mission-alerts-anywhere = To follow all places, just choose none in the list.
mission-alerts-start = Tell me
mission-alerts-stop = Stop telling me
mission-alerts-full = That makes { $most } choices, the most there can be. Taking one away makes room.
