# Missions: sharing one, finding one, without pressure.

command-mission = mission
    .description = Share a mission, find one
command-mission-partager = share
    .description = Share a mission, work you can’t take, a search for a partner
command-mission-partager--type = type
    .description = What is shared (optional)
command-mission-partager--metier = trade
    .description = For which activity (optional)
command-mission-partager--lieu = place
    .description = A département, a town, remote (optional)
command-mission-liste = list
    .description = See the open missions
command-mission-mes-missions = mine
    .description = See your missions, who would like them, and say how they stand
command-mission-chercher = search
    .description = Look for a mission
command-mission-chercher--quoi = what
    .description = A few words: website, proofreading, trade fair… (optional)
command-mission-chercher--metier = trade
    .description = An activity from the list (optional)
command-mission-chercher--lieu = place
    .description = A département, a town, remote (optional)
command-mission-alertes = alerts
    .description = Say which missions to be told about, or none

preference-feature-opportunities = Missions
    .help = Share a mission, say that one interests you, find who to do it with.
preference-opportunities-channel = Missions channel
    .help = **Missions channel** (optional): a forum (one post a mission, with its tags) or a text channel (a message and its thread).
settings-group-opportunities = Missions
setup-channel-opportunities = missions
acts-feature-opportunities = missions

guide-opportunities = **Find clients and partners**: { $missions } · share a mission: { $mission }

offer-opportunities-share = Share a mission
offer-opportunities-list = Open missions
offer-opportunities-mine = My missions
offer-opportunities-alerts = My alerts

mission-panel-title = Missions, start here
mission-panel =
    ### Missions
    A client you can’t take on, a job to share, somebody to find: say it here, and whoever would like it raises a hand. No bidding, no race.

# What is shared.
mission-kind-mission = Mission
    .about = A need of mine, or one I was told about
mission-kind-subcontract = Subcontracting
    .about = A part of a job that I lead
mission-kind-overflow = Overflow
    .about = Work that I can’t take
mission-kind-partner = Looking for a partner
    .about = Somebody to do something with
mission-place-remote = remote
mission-place-anywhere = anywhere
mission-tag-filled = Found

mission-step =
    ### What is it about?
    Then a short form, and a preview.
mission-choose-kind = Choose
mission-form = A mission
mission-form-what = What is it about?
    .hint = No client’s name or contact: that is for a talk
    .example = A new website for a small bookshop, texts provided
mission-form-when = For when?
    .hint = A deadline, a date, a length of time
    .example = by the end of March, three or four days
mission-form-budget = Budget
    .hint = A rough idea, “to be agreed” or “voluntary”
mission-form-contact = Who is the contact?
    .hint = The person one would talk to about the work itself
mission-form-contact-me = me
mission-form-contact-first = somebody I know: first hand
mission-form-contact-second = somebody they know: second hand
mission-form-commission = Is a commission asked for?
    .hint = If so, the card says it
mission-form-commission-no = no
mission-form-commission-yes = yes
mission-budget-open = to be agreed

mission-blank = { $field ->
        [what] A few words on what there is to do are missing
        [when] A time is missing, even a rough one: “as soon as possible”, “in March”
        [contact] The contact is missing
       *[commission] Whether a commission is asked for is missing
    }. Everything else is kept.
mission-too-long = { $field ->
        [what] The text
        [when] The time
        [word] The word
       *[budget] The budget
    } has { $length } characters; { $limit } at most. Everything is kept: just shorten it.
mission-client-named = “{ $found }” looks like a client’s name. On the card, “a bookshop”, “a small company” is enough: the name is for a talk. Everything else is kept.
mission-unknown-kind = I don’t know “{ $typed }”. The list opens as you type; you can also leave it empty and choose afterwards.
mission-unknown-trade = I don’t know the activity “{ $typed }”. The list opens as you type; you can also leave it empty.
mission-unknown-place = I don’t know the place “{ $typed }”. A département or a town from the list, “remote”, or nothing at all.

# The preview.
mission-preview = { $missing ->
        [yes]
            ### One more thing
            { $voice ->
                [vous] Choose
               *[tu] Choose
            } below what is missing; the rest is kept.
       *[no]
            ### Before publishing
            { $again ->
                [yes] The card will change where it stands, its thread stays.
               *[no] This is what everybody will read.
            }
    }
mission-preview-client = -# No client’s name or contact? Perfect: that is for a talk.
mission-unknown-zone = I don’t know the place “{ $typed }”. A département or a town nearby, or “remote”.
mission-another-place = Another place
mission-place-form = Another place
mission-place-form-place = A département or a town
    .example = Laval, 53, Sarthe…
mission-draft-anew = This mission is over meanwhile. The text is kept: “Share a mission” offers it as a new one.
mission-choose-place = Where? A town, remote…
mission-choose-trade = { $chosen ->
        [none] For which activity? (optional)
       *[other] Activity: { $chosen }. Another one?
    }
mission-publish = Publish
mission-edit = Change
mission-later = All right. The draft is kept for a day: “Share a mission” opens it again.
mission-discard = Throw the draft away
mission-discarded = It is gone.

# The card that everybody sees.
mission-card-subject = **{ $subject }**
mission-card-when = **When**: { $when }
mission-card-budget = **Budget**: { $budget }
mission-card-contact = **Contact**: { $contact ->
        [me] direct
        [first] first hand
       *[second] second hand
    }
mission-card-commission = **Commission**: yes
mission-card-who = -# Shared by { $member }
mission-card-state = { $state ->
        [filled] ✅ Found, right here.
        [elsewhere] ✅ Found, elsewhere.
       *[other] This is over.
    }{ $own ->
        [yes] { "" }
       *[no] { " " }Thanks for having a look.
    }
mission-interested = I’m interested
mission-know = I know somebody
mission-question = Ask a question
mission-question-where = { $place ->
        [yes] Right here: { $link }. Whoever shared the mission follows this thread.
       *[no] The thread opens as soon as Discord allows. “I’m interested” also lets you leave a word.
    }
mission-open-card = See it in the channel
mission-change = My missions
mission-away = This mission comes back when whoever shared it is among us again.
mission-away-title = Mission
mission-taken-down-title = Mission removed

# After sharing.
mission-published = It is published, thank you. Who raises a hand, nobody else sees.
mission-updated = It is up to date. The answers stayed.
mission-will-appear = It is kept. The mission appears as soon as Discord allows; nothing has to be done again.
mission-no-channel-yet = It is kept. The mission appears once the team has chosen a channel; it can already be found by searching.
mission-appeared = { $voice ->
        [vous] Your
       *[tu] Your
    } mission is online.
mission-given-up = { $voice ->
        [vous] Your
       *[tu] Your
    } mission could not appear. Nothing is lost: it is under “My missions”, where it can be published again.
mission-over = This is over, thank you.
mission-own-over = It is noted already: this mission isn’t open any more. “My missions” lets you open it again.
mission-removed = The team took this mission down: it can’t be opened again. The text stays under “My missions”; to talk about it, the team is there.
mission-not-yours = Only the person who shared this mission can do that.

# Lists.
mission-list-title = ### Open missions
mission-list-none = Nothing is open for now. Alerts tell you, no need to keep watch.
mission-list-about = -# { $subject } · { $when } · { $member }
mission-list-choose = One kind only
mission-list-all = All kinds
mission-pick = Open one
mission-found = { $fits ->
        [elsewhere] ### { $where }: nothing for now; elsewhere, yes
       *[here] ### The missions found
    }{ $has_query ->
        [yes] : “{ $query }”
       *[no] { "" }
    }
mission-none-found = Nothing fits{ $has_query ->
        [yes] { " " }“{ $query }”
       *[no] { "" }
    } for now. Alerts tell you when a mission comes.
mission-mine-title = ### My missions
mission-mine-none = No mission shared for now.
mission-mine-line = • { $what }{"\u000A"}-# { $subject }{ $state ->
        [open] { "" }
        [waits] { " " }· somebody raised a hand
        [filled] { " " }· found here
        [elsewhere] { " " }· found elsewhere
        [withdrawn] { " " }· no longer needed
        [removed] { " " }· taken down by the team
       *[expired] { " " }· over
    }
mission-mine-up = **Where your hand is up**
mission-mine-stands = How does it stand?
mission-still-open = Still open
mission-filled = Somebody here does it
mission-elsewhere = Found elsewhere
mission-withdraw = No longer needed
mission-reopen = Open again
mission-publish-again = Publish again
mission-forget = Erase
mission-forget-ask = Erase this mission, with its card and what people answered?{ $chosen ->
        [yes] { " " }Whoever was chosen won’t find it again, and the private thread is closed, or erased if nobody wrote there.
       *[no] { "" }
    }
mission-forgotten = It is erased.

section-missions = Missions to take
section-missions-line = { $subject }: { $what } · [see]({ $url })

# What the bot knows of me.
register-missions = Missions
register-missions-why = to share a mission, say that one is of interest, find who to do it with
register-missions-data = Missions, who is interested and their word, who was suggested, alerts and what they told.
data-missions = { $as ->
        [author_id] A mission shared on { $created_at }: “{ $what }”{ $state ->
            [open] { "" }
           *[other] { " " }· over
        }
       *[other] A mission shared by { $other }, done by { $voice ->
            [vous] you
           *[tu] you
        } as they say: “{ $what }”
    }
data-mission_interest = Interest in a mission, said on { $at }{ $has_word ->
        [yes] : “{ $word }”
       *[no] .
    }
data-mission_named = A mission suggested by somebody, on { $at }{ $answer ->
        [yes] : it was yes.
        [no] : it was no.
       *[none] .
    }
data-mission_told = A mission told by the alerts, on { $at }.
data-mission_alerts = The alerts of missions, as of { $updated_at }.
data-mission_alert_choices = An alert for missions: { $code }.
