# Telling the team, in private, and what the team does about it.

command-equipe = team
    .description = For the organising team
command-equipe-historique = history
    .description = What was reported and decided about somebody, for a reason that is kept
command-equipe-historique--membre = member
    .description = Who it is about
command-equipe-historique--raison = reason
    .description = Why look: this reason is kept, and the team can read it
menu-tell-the-team = Tell the team

preference-moderation-referent = Person of trust
    .help = **Person of trust** (optional): somebody outside the team, to whom a report goes that nobody took (after one working day; two hours when urgent). Never when they are named in it.

offer-moderation-report = Tell the team
offer-moderation-cases = Reports
offer-moderation-write = Write
offer-moderation-open = Open
offer-moderation-mine = My reports
offer-moderation-history = History

# What whoever reports sees.
moderation-form = Tell the team
moderation-form-what = What is going on?
    .hint = Nothing is sent before the next screen, where you choose who can read it.
    .example = What happened, where, when. A few words are enough.
moderation-blank = Words are missing: one sentence is enough.
moderation-draft-title = ### Tell the team
    Nothing is sent yet.
moderation-sort = What is it about?
moderation-sort-words = Hurtful words
moderation-sort-insistence = Insistence, harassment
moderation-sort-advertising = Canvassing, advertising
moderation-sort-content = Something false or dangerous
moderation-sort-other = Something else
moderation-urgency = How urgent is it?
moderation-urgency-no = It can wait for a working day
moderation-urgency-yes = It is urgent
moderation-draft-about = **Who it is about**: { $some ->
        [yes] { $people }. They will never be able to open this report, even on the team.
       *[no] nobody is chosen. Choose here the people it is about: they will never be able to open this report, even on the team.
    }
moderation-people = The people it is about
moderation-draft-readers = **Who will read it**: { $chosen ->
        [yes] { $people }. Only the people you choose will see your name{ $to ->
            [referent] , and { $referent }, the person of trust, if nobody takes it.
           *[nobody] .
        }
       *[no] the whole organising team, except the people it is about, will see your name. To limit this, choose here: only the people you choose will see your name{ $to ->
            [referent] , and the person of trust if nobody takes it.
           *[nobody] .
        }
    } The team’s channel only sees that a report is waiting: its number, whether it is urgent, since when.
moderation-draft-alike = **A word of your text is like their name**: { $people }. These people of the team can’t open it unless you choose them.
moderation-readers = Only these people of the team
moderation-draft-way = **If nobody takes it**: { $seen ->
        [yes] { $to ->
            [referent] { $urgent ->
                [yes] after two hours
               *[no] after one working day
            } ({ $at }), it also goes to { $referent }, the person of trust, outside the team.
           *[nobody] the team is told again { $at }. Nobody outside the team will get it.
        }
       *[no] { $to ->
            [referent] the team has no channel yet; it goes at once to { $referent }, the person of trust, outside the team.
           *[nobody] the team has no channel yet, and will see it once it has one.
        }
    }
moderation-draft-kept = -# Whoever has to know and closed their direct messages may be told in a private thread: those who manage threads on the server see the number there and who is told, nothing else.
    -# Kept until twelve months after it was settled; whoever erases their data is gone from it, the report stays without their name.
moderation-send = Send
moderation-reword = Change the text
moderation-drop = Send nothing
moderation-dropped = All right: nothing is sent, nothing is kept.
moderation-draft-gone = This report was sent already, or is no longer kept.
moderation-reader-is-in-it = { $member } is both somebody it is about and somebody who would read it: choose one or the other.
moderation-not-of-the-team = { $member } isn’t of the team: you can only choose from the team, or the person of trust.
moderation-full = { $most } reports are waiting for an answer already: there can’t be more at once.
moderation-context = See the message
moderation-sent = ### It is sent
    Report no. { $number }{ $urgent ->
        [yes] , urgent
       *[no] { "" }
    }. { $told ->
        [yes] You will hear when somebody takes care of it, then when it is settled.
        [referent] The team has no channel yet: it goes to the person of trust at once. You will hear when somebody takes care of it. If it can’t wait: { $contact }
       *[no] The team has no channel yet in which to see it. If it can’t wait: { $contact }
    }
moderation-mine = My reports
moderation-mine-title = ### My reports
moderation-mine-none = None.
moderation-mine-line = **no. { $number }** · { $state ->
        [draft] not sent
        [open] waiting for somebody, sent { $since }
        [taken] somebody takes care of it, sent { $since }
       *[closed] settled, sent { $since }
    }
moderation-go-on = Go on
moderation-letter-progress = **Report no. { $number }**: { $what ->
        [taken] somebody takes care of it.
        [untaken] { $went ->
            [yes] nobody took it yet, neither the team nor the person of trust.
           *[no] nobody took it yet, and it could not go to anybody outside the team.
        } { $readers ->
            [chosen] Only the people you chose can read it; you can open it to the whole team, except the people it is about.
           *[all] The team is told again; you can also choose who it is for.
        }{ $another ->
            [yes] { " " }The person of trust is now { $referent }: it is shown to them only if you want.
           *[no] { "" }
        }
       *[closed] the team has dealt with it. Thank you for saying so. What was decided stays between the team and the people it is about.
    }
moderation-widen = Open it to the whole team
moderation-choose = Choose who can read it
moderation-entrust = ### Report no. { $number }
    Who should read it? Whoever can read it still can; somebody you choose here can open it even if a word of your text is like their name.
moderation-entrusted = Report no. { $number }: the people you chose can read it, and are told so.
moderation-confide = Show it to the person of trust
moderation-confided = Report no. { $number }: it goes to { $referent }.
moderation-referent-changed = They are no longer the person of trust, or can’t get this report.
moderation-letter-referent = **Person of trust of { $association }**: the team has chosen you. A report that nobody of the team takes may come to you, never one with your name in it. You can say no, now or later.
moderation-decline = No, thank you
moderation-declined = All right: no report will come to you. The team knows that somebody else has to be chosen.
moderation-not-referent = The team has chosen somebody else since, or nobody.
moderation-letter-referent-over = **Person of trust**: the team has chosen otherwise. No report will come to you any more. Thank you for having been there.
report-moderation-referent = There is no person of trust any more: a report that nobody takes goes to nobody else. Choose one with `/installer`.
need-moderation-referent = The person of trust can’t get reports any more: somebody else has to be chosen.
moderation-widened = Report no. { $number }: the whole team can read it now, except the people it is about.
moderation-somebody = somebody who is gone
moderation-quote = { "> " }{ $text }

# The team’s channel: no content, no name.
moderation-line = { $state ->
        [open] **A report is waiting for somebody** · no. { $number }{ $urgent ->
            [yes] { " " }· urgent
           *[no] { "" }
        } · { $since }
        [taken] Report no. { $number }: somebody takes care of it.
       *[closed] Report no. { $number }: settled.
    }
moderation-open = Open
moderation-letter-waiting = **A{ $urgent ->
        [yes] n urgent
       *[no] { "" }
    } report is waiting for somebody** · no. { $number } · { $since }
    { $to ->
        [chosen] You were chosen to read it.
       *[referent] Nobody of the team took it, so it comes to you.
    }
moderation-letter-taken-over = **Report no. { $number }**: somebody else of the team takes care of it now.
moderation-not-for-you = This report opens only for the people chosen to take care of it.

# The list, and one case.
moderation-cases-title = ### Reports
moderation-cases-line = **no. { $number }**{ $urgent ->
        [yes] { " " }· urgent
       *[no] { "" }
    } · { $since } · { $state ->
        [open] waiting for somebody
        [taken] somebody takes care of it
       *[closed] settled
    }
moderation-cases-none = Nothing is waiting, and nothing is kept.
moderation-cases-choose = Open a report
moderation-case-label = no. { $number }
moderation-case-title = ### Report no. { $number }{ $urgent ->
        [yes] , urgent
       *[no] { "" }
    }
    Sent { $since }
moderation-case-people = **{ $sort }**
    Said by { $reporter }, never to be named before the people it is about.
    About: { $concerned }{ $more ->
        [yes] { " " }· named: { $named }
       *[no] { "" }
    }
moderation-nobody = nobody is chosen
moderation-case-state = { $state ->
        [open] Nobody takes care of it yet.
        [taken] { $mine ->
            [yes] You take care of it.
           *[no] { $handler } takes care of it.
        }
       *[closed] Settled on { $closed }.
    }
moderation-take = I take care of it
moderation-take-over = Take over
moderation-note = Note
moderation-close = It is settled
moderation-release = Hand back
moderation-log = Log
moderation-back-to-case = Back to the report
moderation-released = Report no. { $number }: it is waiting for somebody again.
moderation-case-closed = Report no. { $number }: settled. { $here ->
        [yes] Whoever sent it will hear so, and not how, as soon as quiet hours allow.
       *[no] Whoever sent it is no longer here: nobody is told.
    }
moderation-notice = **A report is not published.** Only those who take care of it read it; it is kept until twelve months after it was settled.
moderation-settled = That is done already.
moderation-taken-by = { $handler } takes care of it. To take over, open the report and say why.
moderation-waits-again = It is waiting for somebody again.
moderation-not-yours = Take care of it first: “I take care of it”, or “Take over”.
moderation-say-why = A reason holds for an hour: please give it again.
moderation-note-form = Note
moderation-note-form-note = What to remember
    .hint = For whoever takes care of it or reads it again. A note can’t be erased.
moderation-close-form = It is settled
moderation-close-form-word = A last word (optional)
    .hint = For whoever reads it again. Whoever reported hears that it was dealt with, not how.
moderation-why-form = Open this report
moderation-why-form-why = For what reason?
    .hint = Somebody takes care of it already, or it is settled: the reason to open it is kept.
moderation-log-title = ### Log of report no. { $number }
moderation-log-none = Nothing yet.
moderation-entry = { $at } · { $act }{ $towards ->
        [yes] { " " }· { $target }
       *[no] { "" }
    }{ $by ->
        [somebody] { " " }· by { $actor }
       *[nobody] { "" }
    }{ $why ->
        [yes] { " " }· “{ $reason }”
       *[no] { "" }
    }
moderation-act-referred = passed on to the person of trust
moderation-act-opened = read
moderation-act-taken = taken
moderation-act-released = waiting again
moderation-act-noted = note
moderation-act-closed = settled
moderation-act-looked = history looked at
moderation-act-removed = publication removed
moderation-act-hidden = introduction hidden
moderation-act-paused = paused
moderation-act-warned = reminded of the rule
moderation-act-silenced = timeout on Discord
moderation-act-parted = not brought together any more
moderation-act-appealed = appeal
moderation-act-decided = appeal decided

# Somebody’s history.
moderation-history = Somebody’s history
moderation-history-ask = Whose history? A reason is asked for, kept, and readable by the whole team.
moderation-history-choose = Choose somebody
moderation-look-form = See a history
moderation-look-form-why = For what reason?
    .hint = Kept for twelve months; the whole team can read it, without the person’s name.
moderation-history-title = ### History of { $member }
moderation-history-none = Nothing to show here.
moderation-history-line = **no. { $number }** · { $sort } · { $at } · { $state ->
        [open] waiting for somebody
        [taken] somebody takes care of it
       *[closed] settled
    }
moderation-looks = Who looked
moderation-looks-title = ### Histories looked at
moderation-looks-none = Nobody looked at one for a year.
moderation-look = { $at } · { $actor } · “{ $reason }”

# The team’s round-up.
need-moderation-waiting = { $count ->
        [1] One report is
       *[other] { $count } reports are
    } waiting for somebody.
need-moderation-slow = { $count ->
        [1] One report that was taken more than a week ago isn’t settled.
       *[other] { $count } reports that were taken more than a week ago aren’t settled.
    }

# What the bot knows of somebody.
data-cases = A report written on { $began_at }: “{ $said }”{ $state ->
        [draft] { " " }(not sent).
        [closed] { " " }(handled).
       *[open] { " " }(under way).
    }
data-case_people = A report to read or to handle.
data-case_acts = { $as ->
        [target_id] Decided by the team about you
       *[other] Noted of what you did in a report
    }, on { $at }: { $act }{ $has_reason ->
        [yes] { " " }· “{ $reason }”
       *[no] { "" }
    }
