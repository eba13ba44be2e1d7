# What the bot knows of a person, and what they can do about it.

command-moi = my-data
    .description = What the bot knows of me
command-moi-mes-donnees = show
    .description = See everything that is kept
command-moi-exporter = export
    .description = Get a file with everything that is kept
command-moi-effacer = erase
    .description = Erase everything
command-moi-preferences = preferences
    .description = Language, a pause, what the bot may suggest
command-moi-confidentialite = privacy
    .description = Read the full text about data

data-title =
    ### What the bot knows of you
data-profiles = The profile, as of { $updated_at }: “{ $what }”{ $has_trade ->
        [yes] { " " }· { $trade }
       *[no] { "" }
    }{ $has_zone ->
        [yes] { " " }· { $zone }
       *[no] { "" }
    }{ $has_question ->
        [yes] { " " }· and a question: “{ $question }”
       *[no] { "" }
    }
data-tags-offer = Offered: { $label }.
data-tags-seek = Looked for: { $label }.
data-publications = Where something that was published stands{ $has_title ->
        [yes] : “{ $title }”
       *[no] { "" }
    }.
data-publications-joined = A word that tells of an arrival in a thread.
data-drafts = A draft, erased on { $expires_at }.
data-jobs-unanswered = A reminder to the team on { $due_at }, if nobody answered.
data-jobs-purge-leaver = An erasure planned for { $due_at }, after leaving.
data-jobs = Planned for { $due_at }: { $due }.
data-outbox = { $state ->
        [sent] Sent: { $due }.
        [dropped] Not sent after all: { $due }.
       *[due] Waiting to be sent: { $due }.
    }
data-documents = A copy of these words in the search, so that they can be found.
data-preferences = The team chose you in a setting: { $label }.
data-letters-many = { $count } words from the bot, in private ({ $due }): { $state ->
        [sent] the last one received on { $sent_at }.
        [taken] the last one received on { $sent_at }, somebody took care of it.
       *[dropped] over.
    }
data-letters = A word from the bot, in private ({ $due }): { $state ->
        [waiting] to come, not before { $due_at }.
        [sending] on its way.
        [sent] received on { $sent_at }.
        [held] waits for the next visit, as direct messages are closed.
        [taken] received on { $sent_at }, somebody took care of it.
       *[dropped] over.
    }
data-contact_wishes = Wished for: { $asks_a_week ->
        [1] one suggestion a week at most
       *[other] { $asks_a_week } suggestions a week at most
    }{ $has_paused_until ->
        [yes] { " " }· pause until { $paused_until }
       *[no] { "" }
    }{ $has_dm_closed_at ->
        [yes] { " " }· direct messages closed, seen on { $dm_closed_at }
       *[no] { "" }
    }
data-contact_refusals = Not to be suggested: { $purpose }.
data-other = { $table }
data-export = Export
data-notice = Full text
data-erase = Erase everything

privacy-nothing-known = The bot knows nothing of you: nothing is kept before you agree to the notice.
privacy-exported = Here is everything that is kept, in a folder: one complete file, and a table for each kind of data.
privacy-erase-ask =
    Erase everything? Your profile, what you published, your open requests and your drafts go at once, and from backups within a few weeks. This cannot be undone.
    -# A report to the team, if there is one, is not erased: name and id are taken out, the team can still read its text until twelve months after it was closed.
privacy-erase-yes = Erase everything
privacy-erased = Done: nothing is kept any more.{ $card ->
        [waits] { " " }What was published will disappear as soon as Discord lets it.
       *[gone] { "" }
    }{ $tips ->
        [left] { " " }Your tips stay, without a name.
       *[gone] { "" }
    } You can come back whenever you like.
    -# What you typed yourself in the channels is deleted in Discord, message by message.
    -# A report to the team, if there was one, stays without a name until twelve months after it was closed: the team can still read its text.
privacy-to-rest = Pause
privacy-to-objection = Objection
privacy-to-avoiding = Whom to avoid
privacy-to-preferences = Preferences
privacy-preferences = ### Preferences
privacy-pause = **Pause** · { $paused ->
        [yes] Until { $until }, the bot asks nothing and keeps the rest for later, unless it is urgent.
       *[no] Nothing is paused. During a pause, the bot asks nothing and keeps the rest for later, unless it is urgent.
    }
privacy-pause-choose = Leave me alone
privacy-pause-end = End the pause
pause-week = A week
pause-month = A month
pause-quarter = Three months
privacy-asks = **Suggestions** · { $asking ->
        [yes] How many times a week the bot may suggest something, at most.
       *[no] For now, the bot suggests nothing to anybody here. This choice will count the day it does.
    }
privacy-asks-choose = Suggestions a week
asks-a-week = { $count ->
        [1] One a week
       *[other] { $count } a week
    }
privacy-refused = { $some ->
        [yes] **Not to be suggested** · Choosing a line makes it possible again.
       *[no] **Not to be suggested** · Nothing was set aside.
    }
privacy-refused-undo = Suggest again
privacy-language-label = **Language** of private answers
privacy-language = Language of private answers
privacy-language-set = Noted.
language-association = The association’s
language-fr = Français
language-en = English
privacy-unnamed = The association

privacy-full =
    ### Your data, in plain words
    {""}**Who.** { $association } decides what is kept. Contact: { $contact }

    {""}**What, and why.** The Discord id, the date of agreement, and what is written in forms (activity, département, what one offers and looks for, a question, a tip, a request for a hand, a door one can open, whom one looks for, a mission, a raised hand and its word, the missions one follows, a thank-you, a report) and what was confirmed (a hand that was lent, a coffee, whom to avoid), with whom and how one has coffee: so that members can find and help one another. What allows it is, as the case may be, the agreement that was given, which can be taken back at any time, or the association’s interest in mutual help that works, to which one can object.

    {""}**What the bot does not do.** It does not read conversations. To know whether an introduction was answered, or a coffee thread lives, it looks at who wrote, never at what. It writes to nobody without their agreement; `/moi preferences` sets what it may suggest, `/moi pause` hides everything and loses nothing.

    {""}**How long.** The details are under the button below. After leaving the server all is hidden at once and erased after 30 days; without any act for two years all is erased, after a word. A backup may keep a copy for a few weeks; what was erased stays erased if it has to be restored. A report to the team stays until twelve months after it was closed; after an erasure without name or id, but the team can still read its text.

    {""}**Who else.** What is published can be seen by the members of the server. Discord, which hosts it (also in the United States), follows its own rules. Nobody else: no analytics, no artificial intelligence.

    {""}**Your rights.** See, correct, export, pause, object, erase, without giving a reason: `/moi`. A question or an objection: the contact above. A complaint: the CNIL, cnil.fr
privacy-accepted = -# Notice accepted on { $on }, version { $version }.
privacy-not-accepted = -# Nothing is kept so far: the notice was not accepted.

# Whom to avoid: private, and without a trace for others.
command-moi-eviter = avoid
    .description = Choose, in private, whom the bot does not bring me together with
avoid-title =
    ### Avoid somebody
    The bot won’t bring you together with these people: no helping hand, no coffee, no introduction. Nobody else sees this list, nor do they.
avoid-list = At present: { $people }
avoid-others = { $more ->
        [yes] And { $count ->
            [1] one more person
           *[other] { $count } more people
        }, whom the bot doesn’t know, or no longer.
       *[no] { $count ->
            [1] One person
           *[other] { $count } people
        }, whom the bot doesn’t know, or no longer.
    }
avoid-forget-others = Take off those the bot doesn’t know
avoid-nobody = The list is empty.
avoid-add = Add somebody
avoid-remove = Take somebody off
avoid-oneself = Avoiding oneself is more than the bot can do.
avoid-full = The list is full ({ $most } people): the team can help in another way.
data-avoids = Somebody to avoid, since { $at }: without a name, as a fingerprint.
data-ties = A tie with { $other }, confirmed on { $at }.
data-members = Notice accepted on { $notice_at } (version { $notice_version }).{ $has_seen_on ->
        [yes] { " " }Last act here on { $seen_on }.
       *[no] { "" }
    }{ $has_paused_at ->
        [yes] { " " }Paused since { $paused_at }.
       *[no] { "" }
    }
data-objections = An objection, made on { $at }: no figures, no matching.
data-newcomers = An arrival, on { $joined_at }, to be welcomed.

# A pause, an objection, an erasure.
command-moi-pause = pause
    .description = Not to appear for a while, and lose nothing
command-moi-reprendre = resume
    .description = End the pause, and find everything as it was
command-moi-opposition = object
    .description = Not to be in figures, nor brought together with people
command-rgpd = gdpr
    .description = What the association must be able to show
command-rgpd-registre = register
    .description = Get the register of processing

offer-privacy-return = Resume
offer-privacy-object_no_more = Withdraw the objection
privacy-at-rest = You chose a pause: nothing of yours appears here. One tap and you are back, all as it was.
privacy-rest-ask =
    ### A pause
    Your profile, your tips and your requests are hidden, your name too. The bot no longer writes to you. Nothing is lost: “Resume” puts everything back.
    -# Coffees that are under way go on without you. The team keeps what was told to it, and a word to it remains possible.
privacy-rest = Pause
privacy-rests = Done, other members see nothing of you any more. The team keeps what was told to it. All is kept, until { $last } if nothing is heard of you.
privacy-rests-since = The pause has lasted since { $since }.
privacy-is-back = Everything is there again, as before. Welcome back.
privacy-not-at-rest = Nothing was paused.
privacy-objecting = You asked not to be brought together with people. To take part here, withdraw that objection first.
privacy-objection =
    ### Objection
    { $stands ->
        [yes] Noted: no figure counts what you do, and no coffee or introduction is suggested. Asking for a hand and lending one work as before.
       *[no] You can leave figures and whatever brings people together (coffee, introductions), without giving a reason. Asking for a hand and lending one work as before, your profile stays.
    }
privacy-object = Object
privacy-erase-tips = { $count ->
        [1] Your tip can stay, without your name, for those whom it helps. The words stay as they are: read them again first if need be.
       *[other] Your { $count } tips can stay, without your name, for those whom they help. The words stay as they are: read them again first if need be.
    }
privacy-erase-but-tips = Erase, keep my tips without my name
privacy-inactive = It has been a year and a half since you last used the bot. Unless something is heard of you by { $last }, it will erase what it knows of you. One tap and you stay.
privacy-stay = I stay
privacy-stays = Noted, nothing changes. Good to know that you are there.
privacy-export-readme =
    This folder holds everything that the bot keeps of whoever asked for it.
    comptoir.json: all of it, and of each kind of data what it is for, what allows it and how long it is kept.
    The .csv files: the same data, a table each, for a spreadsheet.
    Instants are seconds since 1 January 1970 (UTC). Ids are Discord’s; a spreadsheet may round their last digits, the JSON has them whole.

# What is kept, why, for how long: said from what the code declares.
data-heading =
    {""}**{ $title }**
    -# { $why } · kept { $kept }
data-somebody = somebody
privacy-times = How long, point by point
privacy-times-title = ### How long, and what allows it
privacy-time = **{ $title }** · { $kept } · { $basis }
privacy-times-rest =
    -# After leaving the server all is hidden at once and erased after 30 days. Without any act for two years all is erased, after a word at a year and a half. What is over is erased each week.
kept-member = as long as one is a member
kept-standing = as long as it is shown or useful here
kept-done = until it is done
kept-written = for { $time } after it was noted
kept-several = { $one }; { $others }
kept-sent = for { $time } after it was sent
kept-closed = for { $time } after it ended
kept-days = { $count ->
        [1] a day
       *[other] { $count } days
    }
kept-months = { $count ->
        [1] a month
       *[other] { $count } months
    }
basis-consent = agreement, which can be taken back at any time
basis-interest = legitimate interest of the association, with the right to object
register-membership = Being a member
register-membership-why = to know who accepted the notice, and keep to what they chose
register-membership-data = Discord id, date and version of the accepted notice, chosen language, date of the last act, pause, objection, a role that the team gave.
register-ties = Ties
register-ties-why = not to bring the same people together again, and to think of those who have fewest
register-ties-data = Two ids, what brought them together, the date; only when both confirmed it.
register-apart = To be avoided
register-apart-why = not to bring somebody together with those they would rather avoid
register-apart-data = The id of whoever asks for it, a fingerprint of the other person, the date.
register-messages = Words in private
register-messages-why = to write at a good time, not too often, and never to those who don’t want it
register-messages-data = What was sent (its kind, never its text), when, and what each person wishes.
register-service = Making the buttons work
register-service-why = to find a draft again, to send, mend or take away what is shown
register-service-data = Drafts, planned tasks, what is to be sent, where each card stands, a copy of the words for the search.
register-directory = The profile
register-directory-why = to introduce oneself, and be found
register-directory-data = Activity, département, what is offered and looked for, a question; the date of arrival.
register-tips = Tips
register-tips-why = to share what one knows, and keep it right
register-tips-data = Tips and keywords, what was useful, what is kept aside, what is said to be out of date, who helped. A tip may stay without a name after an erasure, if the person wanted it.
register-help = Helping hands
register-help-why = to ask for help, lend a hand, say thank you
register-help-data = Requests, who helps, who was asked, subjects and rhythm of those who like to help, thank-yous.
register-coffee = Coffee
register-coffee-why = to meet by two or three, without always meeting the same people
register-coffee-data = Rhythm, places, rounds said yes or no to, with whom (everybody sees their own place alone), whether the coffee took place, wishes to meet again.
register-questions = Questions
register-questions-why = to start a conversation, in the words of whoever proposes it
register-questions-data = Proposed questions, the team’s answer, where one of them was asked. An accepted question stays as long as the person is a member.
register-digest = The gazette in private
register-digest-why = to receive it, for those who asked for it
register-digest-data = Id, since when.
register-calendar = Deadlines
register-calendar-why = to remind of the dates that were chosen, and not of those that are done
register-calendar-data = Topics that are followed, deadlines that are done, reminders that were sent.
register-calendar-checks = Dates that are right
register-calendar-checks-why = to correct a date, and know who decided it
register-calendar-checks-data = Reported dates and answers, people who check, who changed what and why.
register-moderation = Reports
register-moderation-why = to protect members, and be able to say what was done
register-moderation-data = Reports and what came of them, people concerned, what the team did and why, pauses that were decided, appeals. A report outlives an erasure under seal: without an id, as a fingerprint.

# The register of processing (GDPR, article 30).
privacy-register = The register of processing, to keep or to print. It is written from what the bot really keeps, column by column.
privacy-purged = Last clean-up on { $on }: { $count ->
        [0] there was nothing to erase.
        [1] one row erased.
       *[other] { $count } rows erased.
    }
privacy-purged-of = • { $title }: { $count }
privacy-purged-for-long = Since { $since }: { $count } rows erased in all.
privacy-not-purged = The first weekly clean-up is still to come.
sheet-title = Register of processing · { $association }
sheet-controller = Controller
sheet-contact = Contact for data
sheet-made = Made on
sheet-why = Purpose
sheet-data = Categories of data
sheet-basis = Legal basis
sheet-kept = Kept
sheet-keeping = General rules of retention
sheet-keeping-text =
    After leaving the server all is hidden at once and erased after 30 days. Without any act for two years all is erased, after a word at a year and a half. Each week what is over is erased, and counted.
    Backups rotate: a copy is gone within a few weeks, and a file that a backup replaced, 30 days later. The ledger of erasures holds nothing but dates and fingerprints, and lives as long as the oldest backup. Technical logs are on the machine that hosts the bot: to be set to 30 days at most (the manual says how).
sheet-people = People concerned
sheet-people-text = Members of the association’s Discord server who accepted the bot’s notice. Of people who did not, nothing but the id may appear: in a welcome to be sent, a report, a history, and as a fingerprint in a private list.
sheet-recipients = Recipients
sheet-recipients-text =
    What is published can be seen by the members of the server. The team sees what is addressed to it; nobody else does.
    Whoever hosts the bot’s machine acts on behalf of the association: a processor’s contract (article 28) is to be joined to this sheet.
    Discord, where all this takes place, is the controller of its own platform.
sheet-transfer = Transfers out of the European Union
sheet-transfer-text = Discord processes data in the United States. What allows it is to be checked and noted here by the association. The bot itself sends nothing elsewhere: no analytics, no artificial intelligence.
sheet-security = Security
sheet-security-text =
    One file an association, readable by the bot’s account alone; backups each night, in rotation; what was erased stays erased when a backup is restored. After an erasure the bytes of the file are overwritten by the next day.
    The bot does not read conversations. Answers are private by default. Each button checks the rights of whoever presses it. Technical logs hold neither texts nor names.
sheet-rights = Rights
sheet-rights-text = Access, rectification, portability, restriction, objection, erasure: by the commands “/moi”, without anybody in between. Anything else: the contact above, an answer within a month. Complaints: the CNIL, cnil.fr.
sheet-impact = Impact assessment
sheet-impact-text =
    An impact assessment does not seem to be needed: no score or profile of a person, no automatic decision with a legal effect, no sensitive data asked for, a small number of people who chose to take part.
    What asks for most care: reports (access with a reason that is noted, under seal after an erasure) and bringing people together (everybody can leave it, nobody learns who avoids whom).
sheet-breach = In case of a leak
sheet-breach-text = Tell the contact above and whoever keeps the machine; note what happened, when, to whom. Within 72 hours tell the CNIL if people may suffer from it, and these people if the risk is high. Change the bot’s token.
sheet-annex = Annex: what the file holds, table by table
sheet-table = Table
sheet-columns = Columns
sheet-purpose = For

# What the team can do.
need-privacy-untold = { $count ->
        [1] Nothing was heard of one person for a year and a half; the bot could not tell them, so it will erase nothing: it lacks a channel for private threads.
       *[other] Nothing was heard of { $count } people for a year and a half; the bot could not tell them, so it will erase nothing: it lacks a channel for private threads.
    }
need-channel = Choose a channel
