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
    .description = Language of private answers
command-moi-confidentialite = privacy
    .description = Read the full text about data

data-title =
    ### What the bot knows of you
    Notice accepted on { $since } (version { $version }).
data-line = **{ $about }** · { $content }
data-technical = -# Technical ids are in the export.
data-nothing-more = Nothing else.
data-profiles = Profile
data-tags-offer = Offered
data-tags-seek = Looked for
data-introductions = Published introduction
data-drafts = Draft, erased on
data-jobs-unanswered = Reminder to the team if nobody answered
data-jobs-purge-leaver = Erasure after leaving
data-jobs = Planned
data-outbox = Waiting to be sent
data-documents = Search
data-documents-about = a copy of these words, so that people find you
data-preferences = Preferences
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
privacy-language = Language of private answers
privacy-language-set = Noted.
language-association = The association’s
language-fr = Français
language-en = English
privacy-unnamed = The association

privacy-full =
    ### Your data, in plain words
    {""}**Who.** { $association } decides what is kept. Contact: { $contact }
    {""}**What, and why.** The Discord id, the date of agreement, and what is written in forms (activity, département, what one offers and looks for, a question): so that members can find and help one another. Agreeing to the notice is what allows it; that can be taken back at any time.
    {""}**What the bot does not do.** It does not read conversations. To know whether an introduction was answered it looks at whether somebody wrote, never at what. It writes to nobody without their agreement.
    {""}**How long.** As long as one is a member. After leaving the server all is hidden at once and erased after 30 days. A draft lives for a day. A backup may keep a copy for a few weeks; what was erased stays erased if it has to be restored.
    {""}**Who else.** What is published can be seen by the members of the server. Discord, which hosts it (also in the United States), follows its own rules. Nobody else: no analytics, no artificial intelligence.
    {""}**Your rights.** See, correct, export, erase, without giving a reason: `/moi`. A question or an objection: the contact above. A complaint: the CNIL, cnil.fr
privacy-accepted = -# Notice accepted on { $on }, version { $version }.
privacy-not-accepted = -# Nothing is kept so far: the notice was not accepted.
