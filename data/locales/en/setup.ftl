# Set-up: four steps, a try, a soft opening.

setup-title = ### Set-up · 1 of 4 · The association
setup-promise = I do not read your messages, write to nobody without their agreement, never mention @everyone. Nothing is published before “Publish”.
setup-association =
    {""}**Name**: { $name }
    {""}**Contact about data**: { $contact }
setup-safety =
    {""}**When the bot is the trouble**: { $named ->
        [yes] { $technical }
       *[no] no name so far, to be given in “Name and contact”
    }
    {""}**Last backup**: { $copied ->
        [yes] { $at }
       *[no] not yet; the first one is made next night
    }
setup-advice = { $followed ->
        [yes] ✓ **The advised settings** hold.
       *[no] {""}**Advised settings**, in one tap: introductions, tips and helping hands to begin with; coffee from 8 people on, figures from 15 on. Missing channels are created in a category “Comptoir”.
    }
setup-accept = Accept the advised settings
setup-identity = Name and contact
setup-form = The association
setup-form-name = Name of the association
    .example = Les Indés de la Mayenne
setup-form-contact = Contact about data
    .hint = An e-mail address, or a page with a form
    .example = bonjour@indes53.fr
setup-form-technical = Technical contact
    .hint = Optional: a person to reach when the bot is the trouble, by name
    .example = Marie Lefort, marie@indes53.fr
setup-name-blank = The association’s name is missing: the notice that each member reads needs it.
setup-contact-unreachable = One must be able to write to the contact: an e-mail address (name@example.org) or the address of a page (https://…).
setup-technical-blank = The technical contact is a person: they need a name.
setup-too-long = That is a little long: 80 characters for the name, 120 for each contact.
setup-language-fr-tu = Français, tutoiement
setup-language-fr-vous = Français, vouvoiement
setup-language-en-tu = English
setup-bilingual = **Commands in English too** for those whose Discord is in English: { $on ->
        [yes] yes
       *[no] no
    }
setup-bilingual-turn = { $on ->
        [yes] Remove English
       *[no] Add English
    }
setup-label = {""}**{ $label }**
setup-back = Back
setup-next-channels = Next: channels
setup-next-welcome = Next: the welcome
setup-next-publish = Next: check

setup-channels = ### Set-up · 2 of 4 · Channels
setup-create = Create what is missing
setup-category = Comptoir
setup-channel-introductions = introductions
setup-channel-tips = tips
setup-channel-help = helping-hands
setup-channel-threads = private-threads
setup-channel-organisers = team
setup-cannot-create = I lack “{ $permission }”, to create a channel or delete it. To give it to me, during set-up: { $role ->
        [yes] Server Settings → Roles → “{ $bot }” → Permissions → switch on “{ $permission }”.
       *[no] Server Settings → Roles → Create Role, switch on “{ $permission }” there, then give it to { $bot }.
    } Channels can also be created by hand and chosen here.
permission-manage_channels = Manage Channels
offer-organisers-step = Choose channels
setup-discord-slow = Discord does not answer at the moment. What is created already is kept: just try again.
setup-team-channel = This is the team’s channel: members don’t see it. Another one is needed here.
setup-wrong-channel = This channel no longer exists, or is not of the right type. Choose another.
setup-team-public = { $channel } is visible to everybody: members would read there what waits for the team. It takes a private channel, which only the team sees.
setup-team-used = { $channel } has another use already ({ $what }): members would read there what waits for the team. It takes a private channel, which only the team sees.
setup-wrong-role = This role does not fit: it should be one that only the team has.
setup-role-locks-out = This choice would take you off the team. Somebody who manages the server can make it.
setup-role-ask =
    ### Role of the team
    { $role } will give every right of the team: setting the bot up, reading reports, acting on members. { $count ->
        [unknown] I can’t count who has this role: Server Settings → Roles shows it.
        [0] Nobody has this role so far.
        [1] One person has this role.
       *[other] { $count } people have this role.
    }
setup-role-yes = Yes, this is the team
setup-role-gone = ⚠ The team’s role no longer exists on Discord: only people who manage the server can still act. Choose another at step 2, or in the settings.
setup-organisers-visible = ⚠ { $channel } is visible to everybody: a private channel fits better.
setup-threads-hidden = ⚠ { $channel } is not visible to everybody: people could not join a private thread there.

setup-welcome =
    ### Set-up · 3 of 4 · The welcome
    Some minutes after somebody arrives, a short public message can greet them by name, and say who welcomes people at the moment. Nobody gets a private message. { $on ->
        [yes] It is on.
       *[no] It is off: choosing a channel turns it on.
    }
setup-referent = -# Somebody who already uses the bot; better ask them first.
setup-referent-off = No person of trust
setup-referent-organiser = { $member } is part of the team. The person of trust comes from elsewhere: they act when the team can’t.
setup-welcome-off = No welcome
setup-host-off = Name nobody

setup-check =
    ### Set-up · 4 of 4 · Check and publish
    { $blocking ->
        [yes] Something needs fixing before publishing.
       *[no] { $warned ->
            [yes] All is ready, with one reservation:
           *[no] All is ready.
        }
    }
setup-missing = • Missing: { $what } (step { $step })
setup-permission = • { $channel }: I lack “{ $permission }”, { $why }.{ $must ->
        [yes] { "" }
       *[no] { " " }(optional)
    }
setup-quoted = “{ $name }”
setup-mend-role = → For the whole server: Server Settings → Roles → “{ $bot }” → Permissions → switch on { $permissions }, then save.
setup-mend-channel = → In { $channel }: Edit Channel → Permissions → add “{ $bot }” → allow { $permissions }, then save.
setup-mend-more = … and { $count } more, which “Check again” will show.
setup-channel-gone = • A chosen channel no longer exists: choose another at step 2 or 3.
setup-preview = **This is exactly what will be published**, in { $where }. Publishing again updates the messages already in place.
setup-publish = Publish
setup-check-again = Check again
setup-done = It is open. { $waits ->
        [yes] The welcome messages appear as soon as Discord lets them, and nothing is on hold.
       *[no] The welcome messages are in place, pinned if Discord allows it.
    } { $aide } shows everything one can do here. What comes regularly (the gazette, questions, coffees) stays off until somebody switches it on in “Rhythms and breaks”. What remains is to open softly: some words of the team first, then a small group.
setup-again = Back to set-up

# A try, where members see nothing.
setup-try = Try it in a private channel
setup-trial =
    ### Try it in a private channel
    The same messages, with their buttons, in a channel that only the team sees. “Put the try away” removes everything.
setup-trial-create = Create a channel to try in
setup-trial-choose = Or in a channel that is there already, which members don’t see:
setup-trial-channel = A private channel
setup-trial-name = comptoir-try
setup-trial-stands =
    ### The try is in { $channel }
    The buttons really work. { $opened ->
        [yes] All is open already: what is published from there appears in the real channels.
       *[no] What is published from there waits for the opening, and can still be withdrawn.
    }
setup-trial-note =
    ### A try
    Only people who see this channel see these messages. The buttons really work. { $opened ->
        [yes] All is open already: what is published from here appears in the real channels.
       *[no] What is published from here waits for the opening, and can still be withdrawn.
    }
setup-trial-end = Put the try away
setup-trial-over = The try is put away.
setup-trial-left = The try is over. Discord does not let me delete { $channel }: that is done by hand.
setup-trial-public = { $channel } is visible to everybody: a try needs a channel that only the team sees.
setup-trial-lacks-all = I lack “{ $permission }” on the whole server. Server Settings → Roles → “{ $bot }” → Permissions → switch on “{ $permission }”, then try again here.
setup-trial-lacks = In { $channel }, I lack “{ $permission }”. Edit Channel → Permissions → add “{ $bot }” → allow “{ $permission }”, then try again here.

# Opening softly.
offer-organisers-softly = Open softly
softly =
    ### Open softly
    People come back where there is something to read, and somebody to answer. In this order:
softly-tips = { $done ->
        [yes] ✓
       *[no] ○
    } **Three tips** written by the team ({ $count } of { $wanted }): an address, a template, a sentence that works.
softly-requests = { $done ->
        [yes] ✓
       *[no] ○
    } **Two real requests** of the team ({ $count } of { $wanted }): seeing somebody ask makes others dare.
softly-group = { $there ->
        [yes] ✓ **The first group is there** ({ $count } introductions): more people can be invited.
       *[no] ○ **A first group of 10 to 15 people**, invited one by one ({ $count ->
            [0] no introduction so far
            [one] { $count } introduction
           *[other] { $count } introductions
        }). Later, invite in small groups, once these people answer each other.
    }
offer-organisers-invitation = Invitation text
softly-invitation =
    ### Invitation text
    To copy into an e-mail, to complete, to sign.
softly-letter =
    Hello,

    With { $association }, a place opens on Discord where freelancers from around here help one another: introduce yourself, swap tips, ask for a hand, have a coffee now and then. No pressure: come by when you like, leave in one tap.

    We begin small, some fifteen of us. To come:
    1. open this link: (invitation link)
    2. in the introductions channel, “Introduce myself”: two minutes are enough.

    The bot that helps us does not read messages and writes to nobody without their agreement. A question: { $contact }

    See you soon,
    (signature)
softly-link = -# The link: right-click on the server’s icon → Invite to Server → Edit invite link → “Never”.
softly-back = Back
