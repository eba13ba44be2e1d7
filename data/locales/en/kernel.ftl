# What all features share.

kernel-not-now = Not now
kernel-dismissed = All right, nothing has changed.
trade-others = Another activity…
trade-none = No activity
kernel-page-before = Previous page
kernel-page-after = Next page

kernel-apology = Something went wrong on our side, not yours. Please try again in a moment; if it goes on, give the reference **{ $reference }** to the team.
kernel-stale-press = This button is out of date. Start again from the channel’s panel, or from { $aide }.
kernel-stale-command = This command has changed meanwhile. Close and reopen Discord, then try again; the buttons work as always.
kernel-draft-gone = That is done already, or this draft is more than a day old. The button above no longer does anything.
kernel-typed =
    What was written:
    { $typed }
kernel-organisers-only = Only the organising team can do this.
kernel-not-among-us = { $member } is not among us yet: they first have to read and accept the notice.
kernel-no-association = Comptoir does not know this server.
kernel-no-longer-member = You are no longer a member of that server, so this button can do nothing here.
kernel-busy = The association’s data are busy at the moment. Nothing is lost, but this was not stored: please try again in a minute.
kernel-disk-full = There is no room left to store anything. Nothing that was stored is lost, but this could not be: please try again later, the technical team has to make room first.
kernel-association-unusable = Comptoir cannot read this association’s data at the moment. The technical team has been told; nothing that was stored is lost.

offer-kernel-reopen = Correct it
offer-kernel-retry = Correct it
offer-kernel-again = Try again
offer-introductions-write = Introduce myself
offer-introductions-find = Find someone
offer-privacy-data = What the bot knows of me
offer-organisers-setup = Set-up
offer-guide-show = Help

# The notice: 60 words at most, read before anything is stored.
notice-title = ### Before we start
notice =
    {""}**{ $association }** keeps what you write here so that members can find and help one another. It is erased 30 days after you leave, or as soon as you ask. You can see, correct, export and erase all of it.
    Contact: { $contact } · Full text: { $full }
notice-typed = What you chose is kept for the next step: { $typed }
notice-accept = I have read it, let’s go
notice-declined = No problem: you can read and search everything.
notice-association-incomplete = The association has not given its name and contact yet, so nothing is stored until then. The organising team can do it with { $installer }.

notice-first = The notice first: nothing was stored.

# What waits for the team, in its channel.
report-channel-gone = A channel I had to write in no longer exists. `/installer` lets you choose another; what was to appear there waits.
report-permission = I lack a permission in { $channel }. `/installer` says which one; I try again every hour.
report-full = Discord accepts no new thread in { $channel }: too many are open. Archiving a few is enough; I try again every hour.
report-outbox-parked = {""}**{ $what }** could not be sent after several tries: { $reason ->
        [discord] Discord did not answer
        [disk] the machine’s disk is full or does not answer
       *[ours] a mistake of ours, noted in the technical log
    }.{ $count ->
        [one] {""}
       *[other] {" "}There are { $count } of them; the two buttons stand for all.
    }
report-job-parked = {""}**{ $what }** could not be done after several tries: { $reason ->
        [discord] Discord did not answer
        [disk] the machine’s disk is full or does not answer
       *[ours] a mistake of ours, noted in the technical log
    }.

# The association’s preferences.
preference-association-name = Name of the association
    .help = **Name of the association**: the one in the notice that each member reads before the first time.
preference-association-contact = Contact about data
    .help = **Contact about data**: an e-mail address, or a page, where people write about their data. It is in the notice.
preference-association-technical-contact = Technical contact
    .help = **Technical contact**: somebody, by name, to turn to when the bot itself is the trouble, and how they are reached.
preference-association-language = Language
    .help = **Language**: of the channels, and of private answers for whoever has not chosen another.
preference-association-voice = Familiar or formal
    .help = **Familiar or formal**: how the bot addresses members in French.
preference-association-zone = Time zone
    .help = **Time zone**: the hour of everything that goes out, and the public holidays that are kept.
preference-association-bilingual = Commands in English too
    .help = **Commands in English too**: those whose Discord is in English see the commands in English.
preference-association-quiet-from = Quiet hours begin
    .help = **Quiet hours begin**: from then on, and on days off, nothing that can wait is written in private.
preference-association-quiet-until = Quiet hours end
    .help = **Quiet hours end**: what was waiting goes out then, on the next working day.
preference-association-suspended = Hold everything
    .help = **Hold everything**: nothing goes out any more, in channels or in private. What is asked for meanwhile is kept.
preference-organisers-channel = Team channel
    .help = **Team channel**: private; I tell you there what is waiting for the team.
preference-organisers-role = Team role
    .help = **Team role** (optional): its members can set everything, like those who manage the server.
preference-threads-channel = Channel for private threads
    .help = **Channel for private threads**: for talking in twos or threes. Everybody sees the channel; each thread is seen only by the people invited and by those who manage threads.

# Permissions as Discord calls them, and what they are for.
permission-view_channel = View Channel
    .why = to be there
permission-read_message_history = Read Message History
    .why = to find my own messages and to know whether somebody answered
permission-send_messages = Send Messages
    .forum = Create Posts
    .why = to publish
permission-create_public_threads = Create Public Threads
    .why = to open a thread under each introduction
permission-create_private_threads = Create Private Threads
    .why = for conversations of two or three
permission-send_messages_in_threads = Send Messages in Threads
    .forum = Send Messages in Posts
    .why = to write in threads
permission-manage_threads = Manage Threads
    .why = to remove or tidy a thread when the person withdraws
permission-pin_messages = Pin Messages
    .why = to keep the panel easy to find

# Choosing a member: from Discord’s list, or by name in a direct message.
member-choose = Choose a member
member-by-name = Look for a name
member-nobody = I find nobody on the server whose name begins with “{ $name }”.
member-which = Is it this person?
member-is-a-bot = That is a bot: please choose a person.

# A text that must name nobody.
third-party-email = “{ $found }” looks like an e-mail address. Contact details have no place here: people give them in person, or in a private thread. Without the address it is perfect.
third-party-phone = “{ $found }” looks like a phone number. Contact details have no place here: people give them in person, or in a private thread. Without the number it is perfect.
third-party-handle = “{ $found }” looks like somebody’s account. Contact details have no place here: people give them in person, or in a private thread. Without the account it is perfect.
third-party-link = “{ $found }” looks like a link. Contact details have no place here: people give them in person, or in a private thread. Without the link it is perfect.
third-party-name = “{ $found }” looks like somebody’s name. Nobody should be named here: they have not asked for anything. A trade or a place is enough, such as “a printer in Laval”; if it is the name of a company, saying what it does is fine.
