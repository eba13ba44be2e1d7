# Introducing oneself, finding one another.

command-presentation = introduction
    .description = Introduce yourself, see an introduction
command-presentation-ecrire = write
    .description = Write or change your introduction
command-presentation-ecrire--metier = trade
    .description = Your activity, from the list (optional)
command-presentation-ecrire--ou = where
    .description = Département, zone or town (optional)
command-presentation-voir = view
    .description = See an introduction, yours or someone’s
command-presentation-voir--membre = member
    .description = The person (left empty: yourself)
command-presentation-retirer = withdraw
    .description = Withdraw your introduction
command-qui-fait = who-does
    .description = Find someone by what they do or offer
command-qui-fait--quoi = what
    .description = A few words: webflow, bookkeeping, proofreading…
command-qui-fait--metier = trade
    .description = An activity from the list (optional)
command-qui-fait--ou = where
    .description = Département, zone or town (optional)
menu-view-introduction = View introduction

preference-introductions-channel = Introductions channel
    .help = **Introductions channel**: a forum (one post a person) or a text channel (a message and its thread).
preference-welcome-channel = Channel of the welcome
    .help = **Channel of the welcome** (optional): a short public message there greets those who arrive. Without a channel, no message.
preference-welcome-host = Who welcomes people at the moment
    .help = **Who welcomes people** (optional): the welcome names them. Where there is a rota, it changes this person each Monday.

intro-panel-title = Welcome, start here
intro-panel =
    ### Who is here?
    Here we say in a sentence what we do, and find one another the day we need a hand.
intro-away = This introduction is not visible at the moment.

intro-away-title = Introduction
intro-form = Introduce myself
intro-form-what = What I do, in one sentence
    .example = I help workshops be seen online, mostly with Webflow
intro-form-where = Where? (optional)
    .hint = A town or département: only the département is kept
    .example = Laval, 53, Mayenne…
intro-form-offers = What I can offer (optional)
    .hint = Separated by commas: the search uses these words
    .example = proofread a quote, look at a site, lend my studio
intro-form-seeks = What I am looking for (optional)
    .hint = Separated by commas
    .example = a shared desk, help with bookkeeping, building sites near home
intro-form-question = A question I have now (optional)
    .hint = It opens the conversation under your introduction
    .example = How do you set a deposit?

intro-what-blank = The main thing is missing: what you do, in one sentence.
intro-what-unreadable = A few words with letters, please: people will find you by them.
intro-too-long = { $field ->
        [what] The sentence
        [where] The place
        [offers] What is offered
        [seeks] What is looked for
       *[question] The question
    } has { $length } characters; { $limit } at most. It is all kept: just shorten it.
intro-too-many = { $field ->
        [offers] What is offered
       *[seeks] What is looked for
    } has { $count } things; { $limit } at most, the most telling ones. It is all kept: just take some out.
intro-unknown-trade = I do not know the activity “{ $trade }”. Choose one from the list that opens as you type, or leave it empty.
intro-unknown-zone = I do not recognise “{ $where }”. A département number or a town of 5,000 people is enough.
intro-none-yet = There is no introduction of yours yet. One sentence is enough.
intro-none-of = No introduction of { $member } at the moment.

intro-preview = ### { $again ->
        [yes] This is how it will look
       *[no] This is what will be published
    }
intro-check-trade = -# { $chosen ->
        [yes] Activity: is this right?
       *[no] An activity helps people find you (optional).
    }
intro-choose-trade = Choose an activity
intro-check-zone = -# Several places have this name: is it the right one?
intro-choose-zone = Which place is it?
intro-where-unknown = I do not recognise “{ $where }”. You can choose below, edit it with a département, or publish without a place.
intro-publish = Publish
intro-edit = Edit
intro-later = All right. The draft is kept for a day: “Introduce myself” opens it again.

intro-card-name = ### { $member }
intro-card-about = -# { $about }
intro-card-offers = **Can offer**: { $things }
intro-card-seeks = **Looking for**: { $things }
intro-card-question = **Wondering at the moment**: { $question }
intro-me-too = Introduce myself too
intro-open-card = See it in the channel
intro-change = Change my introduction
intro-withdraw = Withdraw it

intro-published = It is published, welcome. People can now find you, and answering someone’s question is a good way to get to know them.
intro-updated = It is up to date.
intro-will-appear = Saved. The introduction will appear as soon as Discord lets it; there is nothing to do again.
intro-no-channel-yet = Saved. The introduction will appear when the team has chosen a channel; people can find you already.

intro-withdraw-ask = Withdraw your introduction? You will no longer be found by searching. Writing it again brings it back.
intro-withdraw-yes = Withdraw
intro-withdrawn = It is withdrawn. Others no longer see your profile; “Introduce myself” opens it again as it was. { $card ->
        [waits] The post will disappear from the channel as soon as Discord lets it.
       *[gone] { "" }
    }
intro-taken-down-title = Introduction withdrawn

find-form = Find someone
find-form-what = What, in a few words
    .example = webflow, proofreading, product photos…
find-form-where = Where? (optional)
    .example = Laval, 53…
intro-found = { $near ->
        [elsewhere] Nobody around { $where } so far; here is who there is elsewhere{ $asked ->
            [yes] { " " }for “{ $about }”
           *[no] { "" }
        }:
        [here] { $asked ->
            [yes] For “{ $about }”, around { $where }:
           *[no] Around { $where }:
        }
       *[anywhere] { $asked ->
            [yes] For “{ $about }”:
           *[no] Members who introduced themselves:
        }
    }
intro-found-name = **{ $member }**
intro-nobody = Nobody for “{ $query }” at the moment. { $near ->
        [yes] Perhaps one of these words?
       *[no] A simpler word often helps.
    }
intro-browse = See everybody

intro-welcome = Welcome { $members }. { $place ->
        [yes] Whenever you like, one sentence is enough to introduce { $many ->
            [yes] yourselves
           *[no] yourself
        }: { $channel }
       *[no] Someone will come by to say hello.
    }
intro-welcome-host = { $host } welcomes people at the moment.
intro-unanswered = An introduction is still waiting for a word from someone.
intro-recap = { $count ->
        [1] An introduction is still waiting for a word from someone:
       *[other] { $count } introductions are still waiting for a word from someone:
    }

intro-recap-none = Every introduction got a word from somebody.

# Two pieces of news that its author gets in private.
intro-appeared = Your introduction is online.
intro-given-up = Your introduction could not appear in its channel. Nothing is lost: it is kept, and people can find you. To try again, open it and publish; if that still does not work, the team can help.

offer-introductions-unanswered = Introductions that wait
