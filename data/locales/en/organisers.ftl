# Set-up, and the team’s panel.

command-installer = set-up
    .description = Set Comptoir up: association, channels, language
command-envois = outgoing
    .description = See what is about to be sent, skip it, or hold everything

organisers-panel-title = The team
organisers-panel =
    ### The team
    Messages that wait for the team arrive here. The buttons show what is about to be sent, hold everything, and set the rest.

setup-title = ### Set-up · 1 of 4 · The association
setup-promise = I do not read your messages, write to nobody without their agreement, never mention @everyone. Nothing is published before the last step.
setup-association =
    {""}**Name**: { $name }
    {""}**Contact about data**: { $contact }
setup-identity = Name and contact
setup-form = The association
setup-form-name = Name of the association
    .example = Les Indés de la Mayenne
setup-form-contact = Contact about data
    .hint = An e-mail address, or a page with a form
    .example = bonjour@indes53.fr
setup-name-blank = The association’s name is missing: the notice that each member reads needs it.
setup-contact-unreachable = One must be able to write to the contact: an e-mail address (name@example.org) or the address of a page (https://…).
setup-too-long = That is a little long: 80 characters for the name, 120 for the contact.
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
setup-cannot-create = I lack the permission “Manage Channels”. You can create the channels by hand and choose them here, or give me that permission during set-up.
setup-discord-slow = Discord does not answer at the moment. What is created already is kept: just try again.
setup-team-channel = This is the team’s channel: members don’t see it. Another one is needed here.
skip-matchmaking-match = Skip bringing people together? This round won’t take place: whoever was coming is told, and keeps a seat in the next one.
skip-matchmaking-close = Skip the end of the round? It stops right away, without asking anybody for news; promises that were made stand.
setup-wrong-channel = This channel no longer exists, or is not of the right type. Choose another.
setup-wrong-role = This role does not fit: it should be one that only the team has.
setup-organisers-visible = ⚠ { $channel } is visible to everybody: a private channel fits better.
setup-threads-hidden = ⚠ { $channel } is not visible to everybody: people could not join a private thread there.

setup-welcome =
    ### Set-up · 3 of 4 · The welcome
    Some minutes after somebody arrives, a short public message can greet them by name, and say who welcomes people at the moment. Nobody gets a private message. { $on ->
        [yes] It is on.
       *[no] It is off: choosing a channel turns it on.
    }
setup-welcome-off = No welcome
setup-host-off = Name nobody

setup-check =
    ### Set-up · 4 of 4 · Check and publish
    { $blocking ->
        [yes] Something needs fixing before publishing.
       *[no] All is ready.
    }
setup-missing = • Missing: { $what }
setup-permission = • { $channel }: I lack “{ $permission }”, { $why }.{ $must ->
        [yes] { "" }
       *[no] { " " }(optional)
    }
setup-channel-gone = • A chosen channel no longer exists: choose another at step 2 or 3.
setup-preview = **This is exactly what will be published**, in { $where }. Publishing again updates the messages already in place.
setup-publish = Publish
setup-check-again = Check again
setup-done = It is open. The welcome messages are in place, pinned if Discord allows it. { $aide } shows everything one can do here. What comes regularly (the gazette, questions, coffees) stays off until somebody switches it on in “Rhythms and breaks”.
setup-again = Back to set-up

# What is about to be sent, and how to stop it.
offer-organisers-upcoming = What is coming
offer-organisers-rhythms = Rhythms and breaks
sending-title = ### What is coming
sending-nothing = Nothing is scheduled.
sending-line = • **{ $what }** · { $at } ({ $left })
sending-now = • **{ $what }** · leaves as soon as Discord lets it
sending-parked = • ⚠ **{ $what }** · could not be sent: { $reason ->
        [discord] Discord did not answer
        [disk] the machine’s disk is full or does not answer
       *[ours] a mistake of ours, noted in the technical log
    }
sending-choose = See one, or skip it
sending-entry = ### { $what }
sending-preview = This is what would be sent now:
sending-no-preview = What will be sent is decided when its time comes; it may be nothing.
sending-change = This changes, or takes away, something that was posted already.
sending-private = This is private: what it says is not shown here.
sending-skip = Skip this one
sending-skip-ask = Skip “{ $what }”? What repeats goes on at its next date; what happens once won’t be sent.
sending-skipped = Skipped.
sending-suspend = Hold everything
sending-suspended = ⏸ Everything is on hold: nothing is sent, neither in channels nor privately. What is asked for meanwhile is kept. Taking down and erasing go on.
sending-resume = Resume sending
sending-resumed = Off again. What waited leaves little by little, one message a minute.
sending-back = Back to what is coming

rhythms-title = ### Rhythms and breaks
rhythms-choose = Set a rhythm
rhythms-on = • **{ $what }** · { $rhythm } · next: { $next }
rhythms-off = • **{ $what }** · off
rhythms-never = none
rhythm-title = ### { $what } · { $on ->
        [yes] on
       *[no] off
    }
rhythm-said = Rhythm: { $rhythm }
rhythm-coming = { $on ->
        [yes] Next dates: { $dates }
       *[no] Once it is on: { $dates }
    }
rhythm-every = How often?
rhythm-every-days = { $every ->
        [1] Every day
       *[other] Every { $every } days
    }
rhythm-every-weeks = { $every ->
        [1] Every week
       *[other] Every { $every } weeks
    }
rhythm-every-month-day = { $every ->
       *[other] Every month, on a date
    }
rhythm-every-month-weekday = { $every ->
       *[other] Every month, on a certain weekday
    }
rhythm-weekday = On which weekday?
rhythm-day = On which day of the month?
rhythm-day-choice = { $day ->
        [last] the last day
       *[other] day { $day }
    }
rhythm-nth = Which one of the month?
rhythm-nth-choice = { $nth ->
        [1] the first
        [2] the second
        [3] the third
        [4] the fourth
       *[last] the last
    }
rhythm-at = At what time?
rhythm-holiday = And on a public holiday?
rhythm-holiday-keep = Public holiday: as usual
rhythm-holiday-skip = Public holiday: skip
rhythm-holiday-move = Public holiday: move to the next working day
rhythm-start = Switch on
rhythm-stop = Switch off
rhythm-too-short = That is too close together: here, at least { $days } days must lie between one date and the next. Choose a wider rhythm under “How often?”.

pauses-title = ### Breaks
pauses-none = No break: rhythms go on all year.
pauses-line = • from { $first } to { $last }
pauses-option = from { $first } to { $last }
pauses-suggest = + { $first } – { $last }
pauses-add = Add a break
pauses-remove = Remove a break
pause-form = A break
pause-form-first = First day
    .example = 1 August
pause-form-last = Last day
    .example = 31 August
pause-not-understood = I could not read one of the two days. For example: 1 August, 24/12, or 24/12/2027.
pause-backwards = The break ends before it begins, or it is over already.
pause-too-long = A break lasts { $days } days at most; beyond that, better switch the rhythm off.
pause-too-many = There are twelve breaks already: remove one first.
