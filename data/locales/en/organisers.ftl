# Set-up, and the team’s panel.

command-installer = set-up
    .description = Set Comptoir up: association, channels, language
command-envois = outgoing
    .description = See what is about to be sent, skip it, or hold everything

organisers-panel-title = The team
organisers-panel =
    ### The team
    Messages that wait for the team arrive here. The buttons show what is about to be sent, hold everything, and set the rest.

organisers-moved = ⏳ A channel changed ({ $what }): all that is to appear there waits for “Publish”, at the last step of “Set-up”.

skip-matchmaking-match = Skip bringing people together? This round won’t take place: whoever was coming is told, and keeps a seat in the next one.
skip-matchmaking-close = Skip the end of the round? It stops right away, without asking anybody for news; promises that were made stand.

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
sending-suspended = ⏸ Everything is on hold: nothing is sent, neither in channels nor privately. What is asked for meanwhile is kept. Taking down and erasing go on; reports and appeals still come through.
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
