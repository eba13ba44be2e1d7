# Administrative deadlines: reminders among peers, never advice.

command-echeances = deadlines
    .description = The administrative dates that come round
command-echeances-prochaines = upcoming
    .description = See the next dates
command-echeances-prochaines--sujet = topic
    .description = One topic only: CFE, VAT, micro-enterprise… (optional)
command-echeances-suivre = follow
    .description = Choose topics, and get a reminder before each date
command-echeances-agenda = calendar
    .description = Get these dates in a file for your calendar
command-echeances-orga = deadlines-team
    .description = For the team: keep the deadlines right
command-echeances-orga-dates = dates
    .description = Type in this year’s dates
command-echeances-orga-corriger = correct
    .description = Correct a date, or hide a deadline
command-echeances-orga-confirmer = confirm
    .description = Confirm what must be compared with its source
command-echeances-orga-historique = history
    .description = See who changed what, and when

purpose-deadlines-check = checking deadlines of where I work

offer-deadlines-coming = Deadlines
offer-deadlines-following = Follow topics
offer-deadlines-report = Report a date
offer-deadlines-mine = My reports
offer-deadlines-manage = Deadlines
section-deadlines = Deadlines
section-deadlines-note = from peers, not advice. A mistake? “Report a date”, in /deadlines upcoming.

# A date
deadlines-day = { $weekday } { $date }
deadlines-between = between { $first } and { $last }
deadlines-until = until { $last }
deadlines-whose = { $title } ({ $whose })
deadlines-date = **{ $day }**
deadlines-about = -# { $parts }
deadlines-for = for: { $audience }
deadlines-window = your exact date is in your online account
deadlines-to-revalidate = to be checked again: this date may still change
deadlines-typed = date typed in by the team
deadlines-corrected = date corrected by the team
deadlines-note = -# { $note }
deadlines-no-advice = A reminder among peers, not advice. Dates can change and your situation may differ: { $where ->
        [fr] only your Urssaf or impots.gouv.fr account is authoritative
       *[other] only your account on the administration’s site is authoritative
    }.
deadlines-disclaimer = -# { $text } A mistake? “Report a date”.

# The next dates
deadlines-coming-title = ### { $topic ->
        [all] Next deadlines
       *[other] Next deadlines · { $topic }
    }
deadlines-coming-none = No date is known for the coming year.
deadlines-coming-nowhere = There are no deadlines for here yet: the team can choose where members work.
deadlines-coming-awaited = -# Dates to come, as soon as the team has typed them in: { $entries }.
deadlines-coming-choose = See one topic only
deadlines-coming-all = All topics
deadlines-unknown-topic = I do not know the topic “{ $topic }”. The list opens as you type; without a topic, everything is shown.
deadlines-agenda = For my calendar
deadlines-see = See the dates

# Following
deadlines-following =
    ### Follow deadlines
    Choosing topics is enough: one or two reminders come in private before each date, at a quiet hour. “Done” stops the reminders of a date.
deadlines-following-choose = { $part ->
        [1] The topics to follow
       *[other] The topics to follow, continued
    }
deadlines-following-none = You follow no topic so far.
deadlines-following-next = The next ones:
deadlines-following-quiet = No date is known for the coming year on these topics.
deadlines-following-unsure = -# No reminder for now about { $topics }: nobody has checked these dates for more than a year, the team knows.
deadlines-following-gone = -# { $count ->
        [1] A topic that you follow is no longer offered here
       *[other] { $count } topics that you follow are no longer offered here
    }: no reminder there.
deadlines-following-stop = Stop all
deadlines-following-away = -# You are taking a break: reminders wait for its end, if they are still of use then.
deadlines-following-closed = -# Your direct messages seem to be closed: a reminder will then wait for your next visit.
deadlines-stopped-all = Noted: no more reminders.

# A reminder
deadlines-done = Done
deadlines-stop-topic = Stop this topic
deadlines-undo = Not yet
deadlines-resume-topic = Follow it again
deadlines-letter = **{ $day }** · { $title }
deadlines-letter-done = “{ $title }”: done, no more reminder for this date.
deadlines-letter-stopped = “{ $title }”: no more reminder, you stopped the topic “{ $topic }”.
deadlines-letter-gone = This date is no longer shown here: better look at your online account.
deadlines-letter-unsure = You follow “{ $topic }”: nobody has checked these dates for more than a year, so there is no reminder until somebody does. The team knows; meanwhile, better look at your online account.
deadlines-letter-hidden = You follow “{ $title }”: the team no longer shows this deadline here, so there are no more reminders. Better look at your online account.
deadlines-letter-closed = You follow deadlines of { $place }: the team no longer shows them here, so there are no more reminders. Better look at your online account.
deadlines-noted-done = Noted: no more reminder for “{ $title }”.
deadlines-noted-not-done = Noted: the reminders of “{ $title }” go on.
deadlines-noted-stopped = Noted: no more reminders about “{ $topic }”.
deadlines-noted-resumed = Noted: you follow “{ $topic }” again.
deadlines-reminder-gone = This reminder is too old. Everything is here: { $where }
deadlines-not-yours = This is somebody else’s reminder.

# The calendar
deadlines-calendar = Deadlines · { $association }
deadlines-calendar-file = deadlines.ics
deadlines-calendar-unsure = To be checked again: this date may still change.
deadlines-calendar-disclaimer = { $text } A mistake? On Discord: /deadlines upcoming, “Report a date”.
deadlines-agenda-ready = { $mine ->
        [yes] Here are your topics in a file
       *[no] Here are all the dates in a file
    }: open it, or import it into your calendar. It does not update itself: a newer file corrects what changed, in most calendars, but does not remove what is gone.
deadlines-agenda-all = All dates
deadlines-agenda-mine = My topics only

# Reporting
deadlines-report-form = Report a date
deadlines-report-form-which = Which date?
    .hint = Its title, or what it is about
    .example = CFE: last day to pay
deadlines-report-form-what = What is wrong?
    .hint = The team reads these words, without knowing whose they are
    .example = The site says the 16th this year: https://…
deadlines-report-blank = { $field ->
        [which] Which date is it about
       *[what] What is wrong
    }? A few words are enough.
deadlines-report-full = { $most } reports of yours are waiting for the team already: that is the most there can be. Withdrawing one makes room.
deadlines-reported = Thank you, the team has it, without your name. You will hear when they have looked.
deadlines-reported-kept = Thank you, it is kept, without your name: the team has no channel yet and will see it among its deadlines.
deadlines-report-line =
    {""}**A date to check** · { $which }
    { $what }
deadlines-report-quote = > { $text }
deadlines-report-now = Shown today: { $day } · { $title }
deadlines-report-correct = See this deadline
deadlines-report-find = Find the deadline
deadlines-report-corrected = It is corrected
deadlines-report-unchanged = Nothing to change
deadlines-report-again = **Still waiting**, since { $since }
deadlines-report-withdraw = Withdraw my report
deadlines-report-settled = **A reported date**{ $title ->
        [none] { "" }
       *[other] {" "}· { $title }
    }: { $outcome ->
        [corrected] it is corrected
       *[unchanged] nothing to change
    }.
deadlines-report-over = It is settled already, or the report was withdrawn.
deadlines-report-thanks = You had reported “{ $which }”: the team has looked, { $outcome ->
        [corrected] and corrected what was wrong
       *[unchanged] and found nothing to change
    }. Thank you, it serves everybody.
deadlines-mine =
    ### My reports
    They wait for the team, who does not know whose they are.
deadlines-mine-line = • { $which }, on { $since }
deadlines-mine-none = No report is waiting.
deadlines-mine-choose = Withdraw a report
deadlines-settled = Noted. Whoever reported it will know.

# The team
deadlines-manage =
    ### Deadlines, for the team
    Dates that come with the bot, which the team completes, corrects and confirms. Every change is kept in the history.
deadlines-manage-where = Members work here: { $places }
deadlines-manage-nowhere = No place is chosen: nothing is shown to members.
deadlines-manage-choose = Where members work
deadlines-manage-typed = • Dates of the year to type in: { $count }
deadlines-manage-reports = • Reported dates: { $count }
deadlines-manage-stale = • To be checked again, no longer shown to members: { $count }
deadlines-manage-unconfirmed = • To be confirmed by somebody of the place before they are shown: { $count }
deadlines-manage-nothing = Nothing waits for the team.
deadlines-manage-dates = This year’s dates
deadlines-manage-correct = Correct, hide
deadlines-manage-confirm = To confirm
deadlines-manage-reported = Reports
deadlines-manage-history = History
deadlines-manage-back = Back

deadlines-dates =
    ### Dates of { $year }
    Nobody can compute them: they are read at the source every year. Choose a line to type in its date, or to change it.
deadlines-dates-entry = **{ $title }**
deadlines-dates-line = • { $whose }: { $day ->
        [none] to be typed in
       *[other] { $day }
    }
deadlines-dates-none = No such dates for the places that are chosen.
deadlines-dates-choose = Type in a date
deadlines-dates-year = Dates of { $year }
deadlines-date-form = A date of the year
deadlines-date-form-day = The date
    .hint = Leave empty to remove it
    .example = 27 May
deadlines-correct-form = Correct a date
deadlines-correct-form-day = The right date
    .hint = Leave empty to go back to the first one
    .example = 17 December
deadlines-correct-form-why = Why (optional)
    .hint = Kept in the history, for the team
    .example = Postponed this year, says impots.gouv.fr
deadlines-day-not-understood = I do not understand this date. “27 May”, “27/5” or “27/5/2027” will do.
deadlines-day-other-year = This date is not in { $year }. The button for the neighbouring year, under “This year’s dates”, lets you type it in.
deadlines-day-too-far = This is more than { $days } days away from the first date, { $named }: a slip of the finger?
deadlines-correct =
    ### Correct or hide
    What is decided here holds for this association only.
deadlines-correct-choose = Choose a deadline
deadlines-correct-none = No deadline for the places that are chosen.
deadlines-entry = ### { $title }
deadlines-entry-about = -# { $place } · { $topic } · for: { $audience }
deadlines-entry-days = Next dates: { $days }
deadlines-entry-no-day = No date in the coming year.
deadlines-entry-day = { $corrected ->
        [yes] { $day } (corrected)
       *[no] { $day }
    }
deadlines-entry-hidden = **Hidden** for this association.
deadlines-entry-off = **To be confirmed**: nobody who works there has compared it with its source yet. Members don’t see it.
deadlines-entry-stale = **To be checked again**: not compared with its source for more than a year. Members don’t see it.
deadlines-entry-checked = -# Compared with its source on { $day }.
deadlines-entry-window = -# A window can’t be corrected: everybody has their own date in it. It can be hidden.
deadlines-entry-typed = -# Its dates are typed in under “This year’s dates”.
deadlines-entry-choose = Correct one of its dates
deadlines-entry-hide = Hide here
deadlines-entry-show = Show again
deadlines-entry-confirm = It is right
deadlines-entry-source = Open the source
deadlines-entry-gone = This deadline is no longer in the files.

deadlines-confirm = ### To confirm
deadlines-confirm-how = Open the source, compare, then “It is right”: members see it for a little more than a year.
deadlines-confirm-nothing = Everything is confirmed, nothing needs a check.
deadlines-confirm-line = • { $title } ({ $why ->
        [off] { $place }, never confirmed
       *[stale] { $place }, to be checked again
    })
deadlines-confirm-more = -# And { $count ->
        [1] one more
       *[other] { $count } more
    }, in the list.
deadlines-confirm-choose = Choose a deadline
deadlines-confirm-local = { $place }: somebody who works there should confirm. Nobody in the team? You can ask a member.
deadlines-confirm-ask = Ask somebody
deadlines-confirm-asked = Done. { $member } will get the question at a quiet hour, if that suits them.
deadlines-confirm-checker = { $member } ({ $place }) can confirm, for 90 days from { $since }
deadlines-confirm-release = Take back
deadlines-confirmed = Noted, thank you: “{ $title }” is confirmed for a little more than a year.
deadlines-confirm-next = Go on
deadlines-check-letter = The team is looking for somebody who works there ({ $place }) to compare some administrative dates with their sources. It takes ten minutes, no strings attached.
deadlines-check-see = See the dates
deadlines-checking =
    ### To compare with the source · { $place }
    Open the source, compare, then “It is right”, or “Report a date”.
deadlines-checking-nothing = Everything is confirmed: thank you.
deadlines-not-asked = Others were asked to check this for now.

deadlines-reports = ### Reported dates
deadlines-reports-none = No reported date waits for the team.
deadlines-stale = { $count ->
        [1] Nobody has checked a deadline for more than a year: it is no longer shown to members.
       *[other] Nobody has checked { $count } deadlines for more than a year: they are no longer shown to members.
    } Comparing with the source is enough.

deadlines-history = ### History of the deadlines
deadlines-history-none = Nothing was changed here yet.
deadlines-history-line = -# { $when } · { $who } · { $act ->
        [typed] { $subject } ({ $detail }): { $before } → { $after }
        [corrected] { $subject }: { $before } → { $after }
        [hidden] { $subject }: hidden
        [shown] { $subject }: shown again
        [confirmed] { $subject }: confirmed
        [opened] { $subject }: added to the places
       *[closed] { $subject }: taken off the places
    }{ $why ->
        [none] { "" }
       *[other] {" "}({ $why })
    }
deadlines-history-somebody = somebody
deadlines-history-nothing = nothing

need-deadlines-typed = { $titles }: { $count ->
        [1] the date of the year is to be typed in.
       *[other] the dates of the year are to be typed in.
    }
need-deadlines-reports = { $count ->
        [1] An administrative date is reported
       *[other] { $count } administrative dates are reported
    }.
need-deadlines-stale = { $count ->
        [1] A deadline needs a check: members no longer see it
       *[other] { $count } deadlines need a check: members no longer see them
    }.
need-deadlines-unconfirmed = { $count ->
        [1] A deadline waits for somebody of the place to confirm it
       *[other] { $count } deadlines wait for somebody of the place to confirm them
    }.
section-deadlines-line = { $day } · { $title }

# What the bot knows of a person.
data-deadline_topics = A topic of deadlines followed since { $at }: { $topic }.
data-deadline_done = A deadline marked “Done” on { $at }: { $deadline }.
data-deadline_reminders = A reminder of a deadline sent on { $at }: { $deadline }.
data-deadline_reports = A date that was reported on { $at }: { $which }, “{ $what }”.
data-deadline_checkers = Deadlines to check ({ $jurisdiction }), at the team’s request, on { $at }.
data-deadline_history = A change made to the deadlines on { $at }: { $subject }{ $has_why ->
        [yes] { " " }· “{ $why }”
       *[no] { "" }
    }
