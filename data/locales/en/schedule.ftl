# What is scheduled: its name, its rhythm, and what could not be done.

due-introductions-card = An introduction
due-kernel-taken-down = Taking a publication down
due-introductions-welcome = The welcome
due-introductions-tidy-newcomers = Tidying after the welcome
due-introductions-unanswered = A reminder to the team, if an introduction stays unanswered
due-introductions-unanswered-note = A reminder to the team: an unanswered introduction
due-introductions-recap = The introductions round-up
due-kernel-panel = A channel’s panel
due-organisers-trial = A message of a try
due-kernel-report = A message to the team
due-kernel-nightly = The nightly backup
due-kernel-check-panels = The check of the panels
due-privacy-purge-leaver = Erasing somebody who left
due-privacy-erase = Erasing somebody whose time is over
due-privacy-reconcile = Updating the list of members
due-privacy-sweep = The daily tidying
due-privacy-inactive = A word after a long silence
due-privacy-purge = The weekly clean-up

weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-written = { $day } { $month } { $year }

rhythm-days = { $every ->
        [1] every day
       *[other] every { $every } days
    } at { $at }
rhythm-weeks = { $every ->
        [1] every { $weekday }
       *[other] { $weekday }, every { $every } weeks,
    } at { $at }
rhythm-month-day = { $day ->
        [last] the last day
       *[other] day { $day }
    } of each month at { $at }
rhythm-month-weekday = the { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
       *[last] last
    } { $weekday } of each month at { $at }

clock-time = { $hour }:{ $minute }

late-note = -# Planned for { $at }, a little late.

report-settled = **{ $what }**: { $answer ->
        [again] the team asked for another try.
       *[given-up] the team gave it up.
    }
report-restored = A backup was put back. { $count ->
        [1] One thing that was planned since may have been done already
       *[other] { $count } things that were planned since may have been done already
    }: “What is coming” shows them, to be done again or given up.
report-damaged = This association’s file is damaged. The bot goes on but makes no more copies: whoever hosts it must put the last backup back.
parked-try-again = Try again
parked-give-up = Give up
parked-again = All right, another try right now.
parked-given-up = All right, it won’t happen.
parked-gone = This is settled already, or gone.

# Tips.
due-tips-card = A tip
due-tips-review = A look at tips more than a year old
due-tips-settle = The end of the wait for an agreement to a tip

# Helping hands.
due-help_requests-card = A request for a hand
due-help_requests-joined = Somebody joins a conversation
due-help_requests-thread = A private thread
due-help_requests-thanks = A thank-you, in a thread
due-help_requests-care = Looking after requests that wait
due-help_requests-tidy = Checking that they are looked after
due-help_requests-private-care = Looking after private requests
due-help_requests-unanswered = A reminder to the team, if a request stays unanswered

# The threads of coffees.
due-matchmaking-thread = A coffee’s private thread
due-matchmaking-nudge = A word in a coffee’s thread that stayed silent
due-matchmaking-check-in = The question “did you have this coffee?”
due-matchmaking-announce = A coffee round, announced five days before
due-matchmaking-announcement = The announcement of a coffee round, in its channel
due-matchmaking-match = Bringing people together for coffee
due-matchmaking-close = The end of a coffee round
due-matchmaking-tidy = The tidying of coffees
# The gazette.
due-digest-post = The gazette
due-digest-needs = The team’s gazette: what waits for somebody

# The administrative calendar.
due-deadlines-look = The morning look at deadlines
due-deadlines-more = The rest of the reminders of deadlines
due-deadlines-unsure = A word to those who follow deadlines that need a check
due-deadlines-stale = A reminder to the team: deadlines that need a check
due-deadlines-report = A reported date, to the team
due-deadlines-report_again = A reported date, once more to the team

# The question of the moment.
due-prompts-ask = The question of the moment
due-prompts-question = A question, and its thread
due-prompts-proposed = A word to the team: a question proposed
due-prompts-stopped = A word to the team: the question stopped
due-prompts-tidy = Tidying up questions
due-prompts-remind = A reminder to the team: a question that was proposed waits

# Reports to the team.
due-moderation-line = A report is waiting, in the team’s channel
due-moderation-refer = A report that nobody took
due-moderation-tidy = Tidying up reports

# Missions
due-opportunities-alerting = The alerts about missions
due-opportunities-thread = The private thread of a mission
due-opportunities-card = A mission
due-opportunities-ending = Missions whose time is over
due-opportunities-followed = Somebody follows the thread of their mission

# Introductions
due-warm_intros-care = Looking after searches
due-warm_intros-tend = Looking after introductions
due-warm_intros-thread = The private thread of an introduction
