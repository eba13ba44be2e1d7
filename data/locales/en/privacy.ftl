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
    Notice accepted on { $since } (version { $version }).
data-line = **{ $about }**{ $more ->
        [yes] { " " }· { $content }
       *[no] { "" }
    }
data-technical = -# Technical ids are in the export.
data-nothing-more = Nothing else.
data-profiles = Profile
data-tags-offer = Offered
data-tags-seek = Looked for
data-publications = Published
data-publications-joined = A word that tells of an arrival in a thread
data-drafts = Draft, erased on
data-jobs-unanswered = Reminder to the team if nobody answered
data-jobs-purge-leaver = Erasure after leaving
data-jobs-letters = A word from the bot to come, in private
data-jobs = Planned
data-outbox = Waiting to be sent
data-documents = Search
data-documents-about = a copy of these words, so that people find you
data-preferences = Preferences
data-letters = A word from the bot, in private
data-letters-about = { $state ->
        [waiting] to come, not before { $on }
        [sending] on its way
        [sent] received on { $on }
        [held] waits for the next visit (direct messages closed)
        [taken] received on { $on }, somebody took care of it
       *[dropped] over
    }
data-contact_wishes = What is wished for
data-contact_wishes-about = { $asks ->
        [1] one suggestion a week at most
       *[other] { $asks } suggestions a week at most
    }{ $paused ->
        [yes] { " " }· pause until { $until }
       *[no] { "" }
    }{ $closed ->
        [yes] { " " }· direct messages closed
       *[no] { "" }
    }
data-contact_refusals = Not to be suggested
data-other = { $table }
data-export = Export
data-notice = Full text
data-erase = Erase everything

privacy-nothing-known = The bot knows nothing of you: nothing is kept before you agree to the notice.
privacy-exported = Here is everything that is kept, in a file.
privacy-erase-ask = Erase everything? Your profile, your published introduction and your drafts go at once, and from backups within a few weeks. This cannot be undone.
privacy-erase-yes = Erase everything
privacy-erased = Done: nothing is kept any more. { $card ->
        [waits] The published introduction will disappear as soon as Discord lets it.
       *[gone] { "" }
    } You can come back whenever you like.
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
    {""}**What, and why.** The Discord id, the date of agreement, and what is written in forms (activity, département, what one offers and looks for, a question, a tip, a request for a hand, a thank-you) and what was confirmed (a hand that was lent, a coffee, whom to avoid), with whom and how one has coffee: so that members can find and help one another. Agreeing to the notice is what allows it; that can be taken back at any time.
    {""}**What the bot does not do.** It does not read conversations. To know whether an introduction was answered, or a coffee thread lives, it looks at who wrote, never at what. It writes to nobody without their agreement; `/moi preferences` makes a pause or sets what it may suggest.
    {""}**How long.** As long as one is a member. After leaving the server all is hidden at once and erased after 30 days. A draft lives for a day, the trace of a word sent in private three months. A backup may keep a copy for a few weeks; what was erased stays erased if it has to be restored.
    {""}**Who else.** What is published can be seen by the members of the server. Discord, which hosts it (also in the United States), follows its own rules. Nobody else: no analytics, no artificial intelligence.
    {""}**Your rights.** See, correct, export, erase, without giving a reason: `/moi`. A question or an objection: the contact above. A complaint: the CNIL, cnil.fr
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
        }, not among us.
       *[no] { $count ->
            [1] One person
           *[other] { $count } people
        }, not among us.
    }
avoid-nobody = The list is empty.
avoid-add = Add somebody
avoid-remove = Take somebody off
avoid-oneself = Avoiding oneself is more than the bot can do.
avoid-full = The list is full ({ $most } people): the team can help in another way.
data-avoids = Somebody to avoid
data-ties = A confirmed tie
