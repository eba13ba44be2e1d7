# Somebody who knows somebody: the doors one can open, and whom one looks for.

command-je-connais = i-know
    .description = Say, in private, which doors you can open
command-je-connais-ajouter = add
    .description = Note, in private, a door you can open
command-je-connais-liste = list
    .description = See, change or remove your doors, in private
command-qui-connait = who-knows
    .description = Look for somebody, through somebody here
command-qui-connait--qui = who
    .description = A trade, a place, a circle: a printing house in Laval…
command-qui-connait--pourquoi = why
    .description = Why, in one sentence: it is what makes people want to help
command-mises-en-relation = warm-introductions
    .description = For the team: warm introductions
command-mises-en-relation-bilan = figures
    .description = For the team: a few figures, and nobody in them
menu-introduce-to = Introduce to…

preference-intros-channel = Channel for warm introductions
    .help = **Channel for warm introductions** (optional): a text channel with the panel in it. Nothing else appears there.
preference-intros-silence = Waiting for an answer
    .help = **Waiting for an answer**: after how many working days silence counts as a no, when an introduction is asked for.
choice-intros-silence = { $code } working days
setup-channel-intros = warm-introductions

offer-warm_intros-add = I can open a door
offer-warm_intros-look = I am looking for somebody
offer-warm_intros-present = Introduce two people
offer-warm_intros-doors = My doors
offer-warm_intros-bilan = Warm introductions: the figures
offer-warm_intros-searches = My searches

intros-panel-title = Somebody knows somebody: start here
intros-panel =
    ### Somebody knows somebody
    A neighbour who became a lawyer, a great-uncle who prints, a friend at the town hall: between us, we know a lot of people. Whoever is looking says so, and the question is asked in private, one person after another. Whoever can open a door notes it for themselves: nobody sees it. You say yes if you like; a no doesn’t show.

# A door.
intros-door-form = A door I can open
intros-door-form-words = Which trade, place or circle?
    .hint = Never a name or a contact: that person hasn’t asked for anything yet
    .example = A printing house that does short runs
intros-door-form-where = Where? (optional)
    .hint = A town or a département
    .example = Laval

intros-door-blank = A few words are missing: a trade, a place, a circle.
intros-too-long = { $field ->
        [words] The door
       *[where] The place
    } is { $length } characters long; { $limit } at most. Everything is kept: just shorten it.
intros-doors-full = { $limit } doors make a house already. To add one, remove another first; what you just wrote is kept.
intros-door-gone = This door is not in your list.

intros-door-kept = ### Noted, thank you
intros-door-changed = ### Up to date
intros-door-one = ### A door you can open
intros-door = **{ $words }**
intros-door-about = -# { $parts }
intros-door-private = -# No other member sees it, not even the team. If somebody looks that way, you may be asked, in private: you say yes if you like, and a no doesn’t show.
intros-door-rests = -# For now it waits: you said that you don’t want to be brought together with others, and nothing will be asked.
intros-door-edit = Change
intros-door-remove = Remove
intros-door-another = Add another
intros-door-remove-ask = Remove “{ $words }”? Nobody will ask you anything that way any more.
intros-door-removed = Removed: “{ $words }”.

intros-doors =
    ### The doors you can open
    -# Nobody else sees this list.
intros-doors-none =
    ### No door yet
    We often know more people than we think: a trade in the family, a place we are used to, a circle from before. It takes one line, and nobody else sees it.
intros-pick-door = Choose one, to change or remove it
intros-choose-category = It is rather… (optional)
intros-choose-place = Choose the place (optional)
intros-place-unknown = -# I don’t know “{ $where }”. One of these places, perhaps? If not, the door stays noted without a place.
intros-place-which = -# Several places have this name: which one is it?

intros-category-droit = Law, accounting, banking
intros-category-institutions = Town hall, chamber, administration
intros-category-entreprises = A company, a clientele
intros-category-artisans = Crafts, suppliers
intros-category-lieux = A room, a workshop, a place
intros-category-ecoles = School, internship, training
intros-category-medias = Press, culture
intros-category-autre = Something else

# What the bot knows of a person.
register-intros = Warm introductions
register-intros-why = to find somebody through somebody, with nobody obliged to
register-intros-data = Doors one can open (never a name), searches, who was asked and their answer (which they alone see), who introduced whom.
data-doors = A door noted on { $created_at }, which nobody else sees: “{ $words }”{ $has_category ->
        [yes] { " " }· { $category }
       *[no] { "" }
    }{ $has_zone ->
        [yes] { " " }· { $zone }
       *[no] { "" }
    }
data-searches = A search, on { $created_at }: “{ $who }”, because: “{ $why }”{ $state ->
        [looking] { " " }(under way)
        [withdrawn] { " " }(withdrawn)
       *[found] { "" }
    }
data-search_asked = A question asked by the bot on { $at }: introducing somebody?{ $answer ->
        [yes] { " " }Answer: yes.
        [talk] { " " }Answer: let us talk first.
        [knows] { " " }Answer: it is somebody here.
        [no] { " " }Answer: no.
       *[none] { "" }
    }
data-intros = An introduction, on { $created_at }, { $as ->
        [introducer_id] { $kind ->
            [presented] suggested to two people
           *[two] that somebody asked for
        }
       *[first_id] { $kind ->
            [presented] to somebody here
           *[two] after a search
        }
    }{ $has_why ->
        [yes] : “{ $why }”
       *[no] { "" }
    }

# A search.
intros-search-form = I am looking for somebody
intros-search-form-who = Whom? A trade, a place, a circle
    .hint = Without a name: you look for a way, not for one person
    .example = A printer who does short runs
intros-search-form-why = Why, in a sentence or two?
    .hint = It is read beside your name, sometimes without it: no need to sign
    .example = Fifty notebooks to bind before Christmas, for a client who matters

intros-search-blank = { $field ->
        [who] Whom you look for is missing: a trade, a place, a circle
       *[why] The reason is missing, in a few words: it is what makes people want to help
    }.
intros-search-too-long = { $field ->
        [who] Whom you look for
       *[why] The reason
    } has { $length } characters; { $limit } at most. Nothing is lost: it only needs to be shorter.
intros-why-email = “{ $found }” looks like an e-mail address. Without it, it is perfect: if there is a lead, a thread opens.
intros-why-phone = “{ $found }” looks like a phone number. Without the number, it is perfect: if there is a lead, a thread opens.
intros-searches-full = { $waits ->
        [yes] There are { $limit } recent searches already, counting what was just withdrawn: so that nobody is bothered for nothing, the next one waits until { $free }. What you just wrote is kept.
       *[no] There are { $limit } searches under way already, as many as one can have at once. What you just wrote is kept.
    }
intros-search-gone = This search isn’t on your list.
intros-search-over = This search is over already.

intros-looking = ### I am looking. You will have an answer by { $by }.
intros-search =
    > **{ $who }**
    > { $why }
intros-looking-how = -# The question is asked in private, with your name and your words, of one person at a time, and each is free to say no. If there is a lead, a private thread opens: it is read by you and, as Discord has it, by those who manage threads. Until then there is nothing to do.
intros-withdraw = Withdraw
intros-withdrawn = Withdrawn: “{ $who }”. Nobody is asked any more.
intros-searches =
    ### Your searches
intros-searches-none =
    ### No search under way
    A law firm, somebody at the chamber of commerce, a room in Laval: just say it, and the question is asked in private of whoever may know the way.
intros-search-state = -# { $state ->
        [looking] I am looking. You will have an answer by { $by }.
        [found] There is a lead.
       *[ended] No lead this time.
    }
