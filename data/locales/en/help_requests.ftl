# Asking for a hand, lending one, saying thank you.

command-coup-de-main = helping-hand
    .description = Ask for a hand, lend one
command-coup-de-main-demander = ask
    .description = Ask for a hand
command-coup-de-main-demander--prive = private
    .description = In private: nothing appears in the channel, and you choose whom to tell more
command-coup-de-main-aider = help-out
    .description = Say what you can lend a hand with, and how often
command-coup-de-main-liste = list
    .description = See the open requests
command-coup-de-main-mes-demandes = my-requests
    .description = See your own requests
command-coup-de-main-reseaux = networks
    .description = See other networks, for when nobody here can help
command-merci = thanks
    .description = Thank somebody, and say why
command-merci--membre = member
    .description = The person
command-merci--raison = reason
    .description = What it changed, in a sentence

preference-help-channel = Channel for helping hands
    .help = **Channel for helping hands** (optional): a forum (one post a request) or a text channel (a message and its thread).
preference-help-at-once = People asked at once
    .help = **People asked at once**: to how many a request is suggested in private, among those who agreed to it.
preference-help-again = Asking others
    .help = **Asking others**: after how many working days without an answer.
preference-help-digest = Going into the digest
    .help = **Going into the digest**: after how many working days a request without an answer is taken up there.
preference-help-organisers = Telling the team
    .help = **Telling the team**: after how many days a request is still without an answer.
preference-help-networks = Suggesting other networks
    .help = **Suggesting other networks**: when nobody here could help, show the list of neighbouring networks.

purpose-help = lending a hand
purpose-help-own = how my request stands

offer-help_requests-ask = Ask for a hand
offer-help_requests-networks = Other networks
offer-help_requests-ask_privately = Ask in private
offer-help_requests-lend = Offer my help
offer-help_requests-mine = My requests
offer-help_requests-list = The open requests
offer-help_requests-join = I can help
offer-help_requests-thank_as = Say thank you

help-panel-title = Need a hand? Start here
help-panel =
    ### A helping hand?
    One question is enough. It appears here, and a few people who know about it are asked in private. What is not for everybody can be asked in private.
help-away = This request is not visible at the moment.
help-away-title = A helping hand

# The form.
help-form = Ask for a hand
help-form-question = The question, in one sentence
    .example = How do I invoice a deposit to a German client?
help-form-by_when = By when?
    .hint = A day: next Friday, end of the month, 24/12
    .example = next Friday
help-form-details = A little more context (optional)
help-private-form = Ask in private
help-private-form-question = The question, in one sentence
    .hint = Only the people you accept will see it
help-private-form-by_when = By when?
    .hint = A day: next Friday, end of the month, 24/12
    .example = next Friday
help-private-form-line = One line for the people who are asked
    .hint = It is all they will see, with the subject
    .example = Reading over a delicate letter to a client
help-private-form-details = A little more context (optional)
    .hint = Only the people you accept will see it

help-blank = { $field ->
        [question] The question is missing, in a few words
        [line] The line that the people asked will read is missing
        [name] The name of the network is missing
       *[purpose] What this network is for is missing
    }.
help-too-long = { $field ->
        [question] The question
        [line] The line
        [details] The context
        [worked] What worked
        [reason] The reason
        [name] The name
       *[purpose] The purpose
    } has { $length } characters; { $limit } at most. All of it is kept: shortening is enough.
help-day-not-understood = I did not understand “{ $typed }”. A day is enough: Friday, 3 August, 24/12. All the rest is kept.
help-day-out-of-reach = { $past ->
        [yes] That day is over. All the rest is kept.
       *[no] That is more than a year away: a closer day makes it easier to answer. All the rest is kept.
    }
help-no-threads = A private request needs a channel for private threads, and the team has not chosen one yet. You can ask in front of everybody, or write to somebody you trust.

# The subjects.
help-category-administratif = Admin
help-category-prospection = Finding clients
help-category-tarifs = Rates
help-category-outils = Tools
help-category-regard = An outside view
help-category-independance = Freelance life
help-category-autre = Something else
help-category-none = No subject
help-choose-category = Put it under a subject (optional)

# The card, which everybody sees.
help-tag-open = Open
help-tag-under-way = Under way
help-tag-solved = Solved
help-tag-aside = Set aside
help-card-question = ### { $question }
help-card-about = -# { $member } · by { $day }{ $subject ->
        [none] { "" }
       *[other] { " " }· { $subject }
    }
help-card-state = { $state ->
        [under-way] 🤝 Somebody is on it; you can join in.
        [solved] ✅ Solved.
        [aside] 💤 Set aside.
       *[closed] No longer needed.
    }
help-card-worked = **What worked**: { $worked }
help-can-help = I can help
help-solve = It is solved
help-reopen = Reopen
help-open-tip = The tip that came of it
help-open-card = See the request
help-open-thread = Open the thread
help-open-conversation = Go to the conversation
help-change = My requests
help-taken-down-title = Request withdrawn
help-thread-joined = { $helper } can help. { $asker }, it is over here.

# After asking.
help-published = It is published. If it touches on what somebody knows here, the question is also put to them in private.
help-will-appear = It is kept. The request will appear as soon as Discord allows it; there is nothing to do again.
help-no-channel-yet = It is kept. The request will appear once the team has chosen a channel; there is nothing to do again.
help-updated = It is up to date.
help-meanwhile = **Meanwhile, this may help.**
help-meanwhile-line = • { $title }
help-categorised = It is now under “{ $subject }”.
help-appeared = Your request for a hand is online.
help-given-up = Your request for a hand could not appear. Nothing is lost: it is in “My requests”, from where it can be published again.

# A private request.
help-private-preview =
    ### Before sending
    The people who are asked will read this and nothing else:
help-private-seen = > **{ $subject }** · { $line }
help-private-rest = Those you accept will also read:
help-private-warning = -# Visible to you, to the people you accept and, as Discord wants it, to those who manage threads.
help-private-send = Send
help-private-edit = Change
help-private-later = All right. The draft is kept for a day: “Ask in private” will open it again.
help-private-sent = It is on its way. If somebody here knows about it, the question will be put to them, without saying from whom. As soon as somebody offers to help, you will hear of it, and say yes or no.
help-offer = { $helper } offers to help: “{ $question }”
help-offer-accept = Accept
help-offer-refuse = Not this time
help-offer-accepted = Noted: a private thread opens with { $helper }.
help-offer-refused = Noted. It stays between us.
help-offer-answered = It is noted already, there is nothing else to do.
help-thread-title = A helping hand, in private
help-no-thread = The private thread could not be opened. You can write directly to those you accepted: { $helpers }.

# A word to those who may help.
help-ask-public = { $asker } is asking for a hand, by { $day }:
help-ask-question = > { $url ->
        [none] { $question }
       *[other] [{ $question }]({ $url })
    }
help-ask-private = Somebody is asking for a hand, in private:
help-ask-because = -# Why you: { $reasons }.
help-ask-named = -# { $member } thought of you.
help-ask-named-by-somebody = -# Somebody thought of you.
help-reason-word = you mentioned “{ $what }”{ $two ->
        [yes] { " " }and “{ $second }”
       *[no] { "" }
    }
help-reason-trade = your activity is “{ $what }”
help-reason-place = you are around the same place, { $what }
help-reason-and = { $first }, and { $second }
help-ask-take = I am on it
help-ask-decline = I can’t
help-ask-knows = I know somebody
help-taking = Thank you, noted.{ $place ->
        [yes] { " " }It goes on here:
       *[no] { " " }The conversation will open as soon as Discord allows it.
    }
help-taking-private = Thank you. If that person wishes, a private thread will open between you; if not, that is where it ends.
help-declined = All right, thank you for reading. Nobody will know.
help-over = It is no longer needed, thank you.
help-not-asked = This word was for somebody else.
help-said-already = It is noted already, there is nothing else to do.

# “I know somebody”
help-knows = Whom do you have in mind? The question will be put to them on your behalf, if that is possible.
help-knows-outside = -# For somebody who is not a member here, the simplest is to write to { $asker } directly.
help-knows-inside = -# For a private request, only a member of this place can be suggested.
help-name-form = I know somebody
help-name-form-name = Their name on the server
    .hint = The beginning is enough
help-named = Thank you. If that is possible, the question will be put to them on your behalf.
help-name-yourself = For yourself, the button is “I am on it”.
help-name-asker = That is the person who asks.
help-name-bot = A bot can’t lend a hand.

# Joining a request from the channel or the list.
help-joined = Thank you. { $place ->
        [yes] It goes on here:
       *[no] The conversation will open as soon as Discord allows it.
    }
help-own-request = This is your own request.

# It is solved.
help-not-yours = Only the person who asked, or the team, can do that.
help-solved = Noted, good to hear. The rest is optional.
help-solved-for = Noted: the request is solved.
help-solved-by-team = The team noted that your request is solved: “{ $question }”. To say who helped, or what worked: { $mine }, on the server.
help-solved-in-dm = Noted, good to hear. To say who helped, or what worked: { $mine }, on the server.
help-who-helped = Who helped?
help-who-helped-noted = Noted. Your thanks go out in private.
help-who-helped-nobody = Noted.
help-who-helped-not-you = One does not thank oneself: choose the people who helped.
help-what-worked = Say what worked
help-worked-form = What worked
help-worked-form-worked = In one line
    .example = Asking for the deposit in the quote, without VAT
help-worked-noted = It is noted on the request.
help-make-tip = Make it a tip
help-no-tip = A tip is made of a solved request, and never of a private one.

# My request is not moving.
help-still = How does your request stand? “{ $question }”
help-still-open = Still open
help-close = No longer needed
help-still-noted = All right, it stays open.
help-closed = Noted: the request is closed. It can be reopened from “My requests”.
help-reopened = The request is open again.
help-dry = “{ $question }”: no answer yet. The request stays open; { $some ->
        [yes] these other networks may be able to help.
       *[no] talking to the team in person may get things moving.
    }
help-network-line = • [{ $name }]({ $url }) · { $purpose }

# What waits for the team: never who was asked.
help-unanswered = A request for a hand still waits for an answer.

# The lists.
help-list-title = ### The open requests
help-list-none = No open request{ $subject ->
        [none] { "" }
       *[other] { " " }on this subject
    }. A good sign, or the moment to ask.
help-list-subject = **{ $subject }**
help-list-line = { $question }
help-list-about = -# { $member } · by { $day }{ $state ->
        [under-way] { " " }· somebody is on it
       *[open] { "" }
    }
help-list-choose = One subject only
help-list-all = All subjects
help-mine-title = ### My requests
help-mine-none = No request so far.
help-mine-line = • { $question } · { $state ->
        [open] open
        [under-way] under way
        [solved] solved
        [aside] set aside
       *[closed] closed
    }{ $private ->
        [yes] { " " }· private
       *[no] { "" }
    }
help-mine-choose = Open a request
help-edit = Change
help-publish-again = Publish again
help-withdraw = Withdraw
help-withdraw-ask = Withdraw this request? It disappears, with what is kept of it here; a conversation in which others wrote stays.
help-withdraw-yes = Withdraw
help-withdrawn = It is withdrawn.
help-one-offers = **Waiting for your answer** · { $helper } offers to help.

# Offering help.
help-lend-title = ### Lending a hand
help-lend-off = Nothing is asked of you for now. If you like, a question arrives in private when it touches on these subjects, { $often ->
        [1] once
       *[other] { $often } times
    } a week at most. Saying no shows nowhere.
help-lend-on = You may be asked for a hand, { $often ->
        [1] once
       *[other] { $often } times
    } a week at most. Saying no shows nowhere.
help-lend-paused = Paused until { $until }.
help-lend-subjects = **Subjects** · { $subjects }
help-lend-no-subject = **Subjects** · none so far; it is through them that questions arrive.
help-lend-yes = I may be asked
help-lend-no = Stop asking me
help-lend-change = Change the subjects
help-lend-often = How many times a week?
help-lend-rest = Take a break
help-lend-resume = End the break
help-lend-weekly = I may be asked for a hand
help-lend-weekly-means = -# A hand: one request a week at most; nobody sees a no.
help-subjects-form = Lending a hand
help-subjects-form-subjects = With what?
    .hint = Separated by commas: these words help find the right person
    .example = Webflow, invoicing, reading over a quote
help-subjects-blank = At least one subject is missing, in a few words.
help-subjects-many = { $count } subjects are a lot; { $limit } at most, those that say most. All of it is kept: removing some is enough.

# Other networks.
help-networks-title = ### Other networks
help-networks-none = The list is still empty.
help-networks-add = Add
help-networks-choose = Change or remove
help-networks-edit = Change
help-networks-remove = Remove
help-networks-open = Open the page
help-networks-full = There are { $limit } networks already: one has to go first.
help-network-form = Another network
help-network-form-name = Its name
    .example = Chamber of trades of Mayenne
help-network-form-purpose = What is it for?
    .example = Starting up, training, basic accounting
help-network-form-url = Its address
    .example = https://www.cma-paysdelaloire.fr
help-network-address = The address of a page, please: it begins with https://
help-network-gone = This network is no longer in the list.

# The steps, which the team sets.
help-steps = Set the steps
help-steps-title =
    ### When nobody answers
    Each step can be set, or switched off.
choice-help-at-once = { $code ->
        [off] Ask nobody in private
        [1] Ask one person at a time
       *[other] Ask { $code } people at once
    }
choice-help-again = { $code ->
        [off] Ask no others afterwards
        [1] Ask others after one working day
       *[other] Ask others after { $code } working days
    }
choice-help-digest = { $code ->
        [off] Leave it out of the digest
       *[other] Put it into the digest after { $code } working days
    }
choice-help-organisers = { $code ->
        [off] Don’t tell the team
       *[other] Tell the team after { $code } days
    }
choice-help-networks = { $code ->
        [off] Don’t suggest other networks
       *[on] Suggest other networks in the end
    }
help-steps-back = Back to the networks

# Saying thank you.
thanks-reason-blank = The reason is missing: it is what makes it a pleasure.
thanks-form = Say thank you
thanks-form-reason = Why?
    .example = Your three sentences saved me a week of hesitating
thanks-yourself = One does not thank oneself.
thanks-bot = A bot expects no thanks.
thanks-preview = To { $member }: “{ $reason }”
thanks-show = Say it in the thread
thanks-send = Send it in private
thanks-already = It is said already: one thank-you is enough for the same thing.
thanks-shown = It is said.
thanks-sent = It is said, in private.
thanks-post = 🙏 { $giver } thanks { $receiver }: { $reason }
thanks-letter = { $giver } thanks you{ $why ->
        [yes] : “{ $reason }”
        [plain] { "" }, and wanted to say so.
       *[no] { " " }for your help: “{ $question }”
    }

# What the bot knows of me.
data-help_requests = A request for a hand, on { $created_at }: “{ $question }”{ $has_line ->
        [yes] { " " }· told to those who are asked: “{ $line }”
       *[no] { "" }
    }{ $has_details ->
        [yes] { " " }· { $details }
       *[no] { "" }
    }{ $has_worked ->
        [yes] { " " }· what helped: “{ $worked }”
       *[no] { "" }
    }
data-help_helpers = A hand lent, or offered, on { $at }.
data-help_asked = A question that the bot asked on { $at }: could you lend a hand?{ $answer ->
        [yes] { " " }Answer: yes.
        [no] { " " }Answer: no.
        [knows] { " " }Answer: I know somebody.
       *[none] { "" }
    }
data-helpers = Lending a hand, since { $created_at }{ $has_paused_until ->
        [yes] { " " }· paused until { $paused_until }
       *[no] { "" }
    }
data-helper_subjects = A subject for lending a hand: { $label }.
data-thanks = A thank-you { $as ->
        [giver_id] to { $other }
       *[receiver_id] from { $other }
    }, on { $at }{ $has_reason ->
        [yes] { " " }· “{ $reason }”
       *[no] { "" }
    }
