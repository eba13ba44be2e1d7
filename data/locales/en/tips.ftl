# Sharing what one knows, finding it again, keeping it right.

command-astuce = tip
    .description = Share a tip, find one again
command-astuce-partager = share
    .description = Share a tip
command-astuce-chercher = find
    .description = Look for a tip
command-astuce-chercher--quoi = what
    .description = A few words: deposit, invoice, prospecting…
command-astuce-chercher--categorie = category
    .description = A category from the list (optional)
command-astuce-mes-astuces = mine
    .description = See, change or withdraw your tips
command-astuce-gardees = kept
    .description = Find the tips you keep
command-astuce-categories = categories
    .description = For the team: the list of categories
menu-make-tip = Make it a tip

preference-tips-channel = Tips channel
    .help = **Tips channel** (optional): a forum (one post a tip, with its tags) or a text channel (a message and its thread).

purpose-tips-check = saying whether a tip of mine still holds
purpose-tips-agreement = making a tip of what I wrote or helped to find

offer-tips-share = Share a tip
offer-tips-categories = Tips
offer-tips-find = Search
offer-tips-mine = My tips

tips-panel-title = Tips, start here
tips-panel =
    ### What we wish we had known earlier
    A reminder that works, a tool that saves an hour, paperwork made clear: here we tell one another, and find it again.

# The form
tips-form = A tip
tips-form-title = In one line
    .example = Ask for a 30% deposit on signing
tips-form-body = The tip
    .hint = What one does, when, and what it changes
    .example = I write it on the quote and only start once it is paid. No unpaid invoice since.
tips-form-category = Category (optional)
    .hint = A word is enough: admin, pricing, tools… You can also choose afterwards
tips-form-tags = Keywords (optional)
    .hint = Four at most, separated by commas
    .example = deposit, quote

tips-category-administratif = admin
tips-category-prospection = prospecting
tips-category-tarifs = pricing
tips-category-outils = tools
tips-category-independance = freelance life
tips-category-autre = other

tips-title-blank = One line is missing that says what it is about: people read it first.
tips-body-blank = The tip itself is missing: two sentences are enough.
tips-too-long = { $field ->
        [title] The title
        [body] The text
        [tags] The list of keywords
        [category] The name
       *[doubt] The note
    } has { $length } characters; { $limit } at most. It is all kept: just shorten it.
tips-too-many-tags = There are { $count } keywords; { $limit } at most, the most telling ones. It is all kept: just take some out.
tips-tag-too-long = The keyword “{ $tag }” is too long: { $limit } characters at most, or Discord won’t have it. It is all kept.
tips-unknown-category = I do not know the category “{ $category }”. The list opens as you type; you can also search everywhere.

# The card
tips-card-title = ### { $title }
tips-card-belongs = -# { $parts }
tips-card-who = { $member }
tips-card-somebody = a member
tips-card-shared = -# Shared by { $who }, { $when }
tips-card-helpers = -# With help from { $members }
tips-card-request = -# Born of a helping hand: { $link }
tips-card-doubted = **May be out of date** · Check before you rely on it.
tips-useful = Helped me
tips-doubt = Out of date?
tips-keep = { $kept ->
        [yes] Stop keeping
       *[no] Keep
    }
tips-away = This tip will come back with the person who shared it.
tips-away-title = Tip
tips-taken-down-title = Tip withdrawn
tips-open-card = See it in the channel

# After sharing
tips-published = It is published, thank you.
tips-updated = It is up to date. The replies stayed.
tips-names-gone = The text is no longer the one that others agreed to: their names are gone from it.
tips-will-appear = Saved. The tip will appear as soon as Discord lets it; there is nothing to do again.
tips-no-channel-yet = Saved. The tip will appear when the team has chosen a channel; people can find it by searching already.
tips-filed = -# Its category; would another one fit better?
tips-choose-category = Choose a category
tips-filed-now = It is filed.
tips-close = { $count ->
        [1] There is a tip close to it already. Merge them, or leave both?
       *[other] There are tips close to it already. Merge it with one of them, or leave all?
    }
tips-close-one = **{ $title }** { $yours ->
        [yes] · one of yours: the two texts become one
       *[no] · your text is offered to the person who wrote this one, and your tip leaves the channel
    }
tips-merge = Merge
tips-both = Leave both
tips-both-stay = All right, both stay.
tips-merged = Done: the two are one now, “{ $title }”.
tips-merge-too-long = Together the two texts would have { $length } characters; { $limit } at most. Shorten one first, then merge; or leave both.
tips-offered = It is offered to the person who wrote “{ $title }”. Your tip is no longer in the channel; it stays among yours.

# What everybody can do with it
tips-useful-on = Noted: “{ $title }” helped. Only the person who shared it sees how often; press again to take it back.
tips-useful-off = Taken back for “{ $title }”.
tips-kept-now = { $kept ->
        [yes] “{ $title }” is kept. To find it again: { $where }
       *[no] “{ $title }” is no longer kept. The others are here: { $where }
    }
tips-own-tip = This is your own tip: that button is for the others.
tips-gone = This tip was withdrawn, or can’t be seen at the moment.
tips-not-yours = Only the person who shared this tip can do that.
tips-doubt-form = Out of date?
tips-doubt-form-what = What has changed?
    .hint = Shown, with your name, to the person who shared the tip; to nobody else
    .example = The threshold is different since January
tips-doubt-blank = A few words on what has changed, please: without them there is nothing to correct.
tips-doubted = Thank you. The card of “{ $title }” now says “may be out of date”, and the person who shared it is asked.

# My tips
tips-mine = ### My tips
tips-mine-none = You have not shared a tip yet. A small one will do: something you wish you had known a year ago.
tips-kept = ### The tips you keep
tips-kept-none = No kept tip so far: “Keep”, under a tip, puts it here.
tips-own-uses = -# { $count ->
        [0] Has helped nobody yet, or nobody said so
        [1] Helped one person
       *[other] Helped { $count } people
    } · only you see this
tips-own-withdrawn = -# Withdrawn: only you still see it
tips-doubt-line = > { $member }: { $what }
tips-edit = Change
tips-restore = Put back
tips-withdraw = Withdraw
tips-forget = Erase
tips-holds = Still holds
tips-correct = Correct it
tips-look = See it
tips-holds-now = Thank you, “{ $title }” still holds.
tips-withdraw-ask = Withdraw “{ $title }”? It leaves the channel and the search, and stays among your tips, from where it can be put back.
tips-withdrawn = “{ $title }” is withdrawn. It can be put back, or erased, from “My tips”.
tips-forget-ask = Erase “{ $title }” for good? This can’t be undone.
tips-forgotten = It is erased.

# Searching
tips-find-form = Look for a tip
tips-find-form-what = What, in a few words
    .example = remind about an invoice, deposit, health insurance…
tips-find-form-category = Category (optional)
    .example = admin, pricing…
tips-found = { $where ->
        [elsewhere] Nothing in “{ $category }” so far; here is what there is elsewhere{ $asked ->
            [yes] { " " }for “{ $query }”
           *[no] { "" }
        }:
        [here] { $asked ->
            [yes] For “{ $query }”, in “{ $category }”:
           *[no] In “{ $category }”:
        }
       *[everywhere] { $asked ->
            [yes] For “{ $query }”:
           *[no] All tips:
        }
    }
tips-list-title = **{ $title }**
tips-list-about = -# { $category }{ $doubted ->
        [yes] { " " }· may be out of date
       *[no] { "" }
    }
tips-pick = Open one here
tips-none-found = { $near ->
        [yes] Nothing for “{ $query }” at the moment. Perhaps one of these words?
       *[no] Nothing for “{ $query }” at the moment. A simpler word often helps; you can also look through a category.
    }
tips-browse = See all

# What the bot asks the person who shared
tips-check = { $doubted ->
        [yes] Your tip “{ $title }” may be out of date. What do you think?
       *[no] Your tip “{ $title }” is more than a year old. Does it still hold?
    }
tips-check-where = -# { $link }
tips-addition = { $member } wrote a tip close to “{ $title }”, and offers it to you to complete yours. Take it over or leave it, as you like.
tips-addition-look = Read it
tips-addition-offered = What { $member } offers:
tips-addition-take = Take it into mine

# Make it a tip
tips-menu-again = Thank you. Nothing of the message was kept: just choose it once more, with “Make it a tip”.
tips-not-of-a-bot = This message comes from a bot: a tip comes from a person. You can write it in your own words.
tips-not-private = What is said in a private thread stays there: no tip is made of it.
tips-place-unknown = I no longer find where this message was written. To be safe, nothing is proposed.
tips-message-empty = This message has no text that could become a tip.
tips-agreement-asked = { $member } is asked. Nothing is published without their agreement; no answer within a week means no, and nothing appears.
tips-agreement-message = { $member } would like to make a tip of what you wrote. Nothing is published without your agreement, and it will be yours: to change, to withdraw. This is what would appear.
tips-agreement-request = { $member } would like to make a tip of the request where you helped. Nothing is published without your agreement. This is what would appear.
tips-agree-named = Yes, with my name
tips-agree-unnamed = Yes, without my name
tips-disagree = No thanks
tips-agreed = { $published ->
        [yes] Thank you, it is published.
        [soon] Thank you. It will appear as soon as possible; there is nothing to do again.
       *[no] Thank you, noted. It will appear if the other people concerned agree.
    }
tips-disagreed = All right, nothing is published. Nobody will know.
tips-agreement-over = This is settled already, or no longer waits for an answer.
tips-became = “{ $title }” has become a tip, with the agreement of the person who wrote it.
tips-request-body =
    The problem: { $problem }

    What worked: { $worked }

    The limits:
tips-request-has-one = This request has become a tip already.
tips-request-waits = A tip of this request already waits for the agreement of those who helped.
tips-helpers-asked = { $count ->
        [1] The person who helped is asked
       *[other] The { $count } people who helped are asked
    }: nothing is published without agreement. If no answer comes within a week, nothing appears, and you will be told.
tips-not-agreed = The tip of your request did not appear: an agreement was missing, or an answer. You can always share one in your own words.
tips-open-request = See the request

# Two pieces of news that its author gets in private.
tips-appeared = Your tip is online.
tips-given-up = Your tip could not appear in its channel. Nothing is lost: it is kept, and found by searching. To try again, just change it; if that still does not work, the team can help.
tips-change = My tips

# The categories, by the team.
tips-categories =
    ### The categories of tips
    Choose one to rename or remove it.
tips-category-pick = Choose a category
tips-category-add = Add
tips-categories-first = Back to the first list
tips-category-one = **{ $label }** { $stays ->
        [yes] · It takes what fits nowhere else: it can be renamed, not removed.
       *[no] · Renamed, it keeps its tips; published ones take the new name when they are next changed.
    }
tips-category-rename = Rename
tips-category-remove = Remove
tips-category-back = Back to the list
tips-category-remove-ask = Remove the category “{ $label }”? Its tips will be filed under “{ $other }”.
tips-category-stays = This category stays: it takes what fits nowhere else.
tips-category-form = A category
tips-category-form-label = Its name
    .hint = Twenty characters at most: it is a forum tag too
tips-category-blank = A name with letters is missing.
tips-category-twice = “{ $label }” exists already.
tips-categories-full = { $most } categories at most: with more, nobody finds their way. Remove one first.

# What the bot knows of a person.
data-tips = A tip shared on { $created_at }: “{ $title }”{ $state ->
        [withdrawn] { " " }(withdrawn)
       *[standing] { "" }
    }, { $body }
data-tip_tags = A keyword of a tip: { $label }.
data-tip_uses = A tip that was useful, on { $at }.
data-tip_kept = A tip kept aside, on { $at }.
data-tip_doubts = A tip said to be out of date on { $at }: “{ $what }”.
data-tip_credits = A tip made with your help, { $shown ->
        [1] with the name.
       *[0] without the name.
    }
data-tip_drafts = A tip that waits for an agreement, asked for on { $asked_at }.
data-tip_agreements = An agreement that was asked for, for a tip.
data-jobs-settle = On { $due_at }: an agreement is waited for no longer.
