# A question now and then, when the room is calm and there is somebody to answer.

command-questions = questions
    .description = For the team: the question asked now and then
command-questions-ajouter = add
    .description = For the team: add a question to the question bank
command-questions-modifier = edit
    .description = For the team: change the words of a question
command-questions-modifier--question = question
    .description = A few words of the question
command-questions-retirer = remove
    .description = For the team: no longer ask a question
command-questions-retirer--question = question
    .description = A few words of the question
command-questions-liste = list
    .description = For the team: the question bank, what was proposed, what was asked
command-questions-apercu = preview
    .description = For the team: what would be asked now, and why
command-questions-planifier = plan
    .description = For the team: day, channel, themes
command-questions-passer = skip
    .description = For the team: skip the next one
command-question = question
    .description = The question asked now and then
command-question-proposer = propose
    .description = Propose a question to ask here
command-question-miennes = mine
    .description = The questions that I proposed

preference-prompts-channel = Question channel
    .help = **Question channel** (optional): a text channel where people talk. Nothing is asked there until the question is switched on.
preference-prompts-themes = Themes of the questions
    .help = **Themes of the questions**: what those of the stock are about. Without a choice, everything.
preference-prompts-lively = The room is lively for
    .help = **Calm**: while people talk there, I ask nothing. How long after the last word?
preference-prompts-host = Who answers first
    .help = **Who answers first** (optional): the person who is invited to begin. Without a choice, whoever welcomes people at the moment.
setup-channel-prompts = among-us

purpose-prompts-host = being the first to answer the question

offer-prompts-suggest = Propose a question
offer-prompts-mine = My questions
offer-prompts-plan = The question
offer-prompts-list = All questions

coming-prompts-ask = A question, if the room is calm

prompts-theme-prospection = finding clients
prompts-theme-admin = admin
prompts-theme-tarifs = pricing
prompts-theme-outils = tools
prompts-theme-isolement = isolation
prompts-theme-victoires = wins
prompts-theme-region = region
choice-prompts-themes = { $code ->
        [prospection] { prompts-theme-prospection }
        [admin] { prompts-theme-admin }
        [tarifs] { prompts-theme-tarifs }
        [outils] { prompts-theme-outils }
        [isolement] { prompts-theme-isolement }
        [victoires] { prompts-theme-victoires }
       *[region] { prompts-theme-region }
    }

# The forms
prompts-suggest-form = Propose a question
prompts-suggest-form-text = The question
    .hint = Two lines should be enough to answer it
    .example = How do you tell a client that you will be late?
prompts-suggest-form-theme = Theme (optional)
    .hint = A word is enough: clients, pricing, tools… You can also choose afterwards
prompts-question-form = A question
prompts-question-form-text = The question
    .hint = Something lived rather than “if”; no amounts
    .example = The last reminder that worked: how was it worded?
prompts-question-form-theme = Theme
    .hint = finding clients, admin, pricing, tools, isolation, wins, region
prompts-decline-form = Decline with a word
prompts-decline-form-word = A word to whoever proposed it
    .hint = Sent in the name of the team
    .example = We just asked one much like it; another time, with pleasure.

prompts-blank = The question itself is missing, in a few words.
prompts-fault = { $fault ->
        [length] The question has { $length } characters; { $limit } at most. Everything is kept: make it shorter.
        [no-question] A question mark is missing. Everything is kept: add one.
       *[language] It doesn’t seem to be in the language of this place. Everything is kept: put it in other words.
    }
prompts-alike = A question much like it is here already: “{ $twin }”. Everything is kept: another angle, perhaps?
prompts-theme-unknown = I don’t know this theme. One of these: { $themes }. Everything is kept.
prompts-theme-missed = -# “{ $typed }” is no theme here: choose one just below, or none.
prompts-word-blank = A few words to whoever proposed the question, please: a no is easier to take with a reason.
prompts-word-long = The word has { $length } characters; { $limit } at most. Everything is kept.
prompts-settled = That is decided already, or the question was taken back.
prompts-many-waiting = { $limit } of your questions are waiting for an answer from the team: that is the most. Taking one back makes room for another.
prompts-not-yours = Only the person who proposed this question can do that.
prompts-gone = This question is gone.
prompts-unknown = I find no question with “{ $typed }”. The list opens as you type.
prompts-own-full = The team has written { $limit } questions already: removing one makes room for another.
prompts-no-channel = A text channel comes first: choose it just below.
prompts-text-only = It has to be a text channel: in a forum there is no conversation to start, only posts.
prompts-nothing-planned = No question is planned: there is nothing to skip.

# The question, in the channel
prompts-post-bank =
    -# The question of the moment
    ### { $text }
prompts-post-suggestion =
    -# The question of the moment
    ### { $text }
prompts-post-newcomer =
    -# A question that came with an introduction
    ### { $text }
prompts-post-request =
    -# Somebody is looking for a hand
    ### { $text }
prompts-post-tip =
    -# Does this tip still hold?
    ### { $text }
prompts-post-about = -# About: { $about }
prompts-post-credit = -# Proposed by { $member }
prompts-post-answer = -# { $where ->
        [there] The conversation is over there: the button leads to it.
       *[here] Two lines are enough, in the thread.
    }
prompts-open-newcomer = Answer
prompts-open-request = See the request
prompts-open-tip = See the tip
prompts-over = What this was about is settled, or no longer there. The answers stay.
prompts-over-title = Past question

# To the team, in its channel
prompts-proposed =
    {""}**A question proposed** by { $here ->
        [yes] { $member }
       *[no] somebody who is not here at the moment
    }
    > { $text }
prompts-proposed-about = -# Theme: { $theme }
prompts-proposed-state = -# { $state ->
        [accepted] ✅ Accepted: it will be asked in its turn.
        [declined] Declined: { $word }
        [withdrawn] Taken back by the person who proposed it.
       *[waiting] { $named ->
            [yes] Their name will be said, if it is asked.
           *[no] Their name won’t be said in the channel.
        }
    }
prompts-proposed-again = This question is still waiting for a yes or a no:
prompts-original = -# In its original words: “{ $text }”
prompts-accept = Accept
prompts-decline = Decline with a word
prompts-reword = Edit
prompts-accept-done = Accepted: “{ $text }” will be asked in its turn. Whoever proposed it will know.
prompts-decline-done = Declined, with a word: “{ $text }”.
prompts-stopped =
    ### The question takes a break
    Several in a row stayed without an answer: I ask no more for now. { $advice ->
        [place] An idea: ask in a channel where people talk already.
        [host] An idea: choose somebody whom I will invite, privately, to answer first.
       *[rhythm] An idea: ask less often, once a month, and begin with a question that a member proposed.
    }
prompts-resume = Take it up again

report-prompts-no-channel = The question has no channel, or it is gone: nothing is asked until then. `/questions planifier` lets you choose one.
report-prompts-deaf = I can’t read the question channel: without knowing whether people talk there, I ask nothing. `/installer` says which permission is missing.
report-prompts-hindered = Four times in a row, the question could not be asked: the last word in its channel was mine already, and I don’t say two in a row. `/questions planifier` lets you choose another channel or another day.
report-prompts-empty = There is no question left that was not asked within a year, in the chosen themes. `/questions ajouter`, or more themes with `/questions planifier`.

need-prompts-proposed = { $count ->
        [1] A question that a member proposed is waiting for a yes or a no.
       *[other] { $count } questions that members proposed are waiting for a yes or a no.
    }
need-prompts-channel = The question is switched on, but it has no channel.

# In private
prompts-host =
    The question was just asked:
    > { $text }

    Would you answer first? A line or two, and others dare.
prompts-open-thread = Open
prompts-accepted =
    Your question is accepted{ $reworded ->
        [yes] , in slightly other words
       *[no] { "" }
    }:
    > { $text }

    { $on ->
        [yes] It will be asked in its turn.
       *[no] It will be asked when the question is back.
    } { $named ->
        [yes] Your name will be said.
       *[no] Your name won’t be said.
    }
prompts-declined =
    Thank you for the question you proposed:
    > { $text }

    The team won’t ask it: { $word }
prompts-asked =
    Your question was just asked:
    > { $text }
prompts-name = { $wish ->
        [yes] Say my name
       *[no] Don’t say my name
    }
prompts-withdraw = Take back

prompts-suggested =
    It is handed to the team, thank you. They see who proposes; the channel does only if you agree.
    > { $text }
    -# { $named ->
        [yes] With the name
       *[no] Without the name
    } · { $where } finds it again.
prompts-named =
    { $named ->
        [yes] Noted: the name is said where the question is asked.
       *[no] Noted: the name is said nowhere in the channel.
    }
    > { $text }
prompts-filed =
    Filed.
    > { $text }
prompts-mine-one =
    { $state ->
        [accepted] { $on ->
            [yes] Accepted: it is asked in its turn.
           *[no] Accepted: it will be asked when the question is back.
        }
       *[waiting] It is waiting for a word from the team.
    }
    > { $text }
prompts-withdrawn = Taken back: “{ $text }”.
prompts-choose-theme = Choose a theme
prompts-mine = ### My questions
prompts-mine-none = You have proposed nothing yet. A question that you really ask yourself is the best one.
prompts-mine-line = • { $text } · { $state ->
        [accepted] accepted
        [declined] declined: { $word }
       *[waiting] waiting for a word from the team
    }
prompts-mine-choose = A question: its theme, the name, take it back

# The question bank, for the team
prompts-list = ### Questions · { $view }
prompts-list-found = Which one?{ $more ->
        [yes] { " " }There are more: a few more words find them.
       *[no] { "" }
    }
prompts-list-none = { $view ->
        [own] The team has written none yet. Those of the question bank are in the list, by theme.
        [proposed] No proposal for now.
        [asked] Nothing was asked yet.
       *[theme] Nothing here for now.
    }
prompts-list-view = Show
prompts-list-pick = Choose a question
prompts-list-line = • { $text }{ $state ->
        [own] { " " }· the team’s
        [removed] { " " }· no longer asked
        [accepted] { " " }· accepted, asked in its turn
       *[shipped] { "" }
    }
prompts-list-quoted = “{ $text }”
prompts-list-gone = (no longer there)
prompts-list-asked = • { $at } · { $source ->
        [newcomer] an introduction
        [request] a helping hand
        [tip] a tip
        [suggestion] a member
       *[bank] the question bank
    }: { $text }
prompts-list-back = Back to the list
prompts-view-own = the team’s
prompts-view-proposed = proposed by members
prompts-view-asked = asked lately
prompts-view-prospection = question bank: finding clients
prompts-view-admin = question bank: admin
prompts-view-tarifs = question bank: pricing
prompts-view-outils = question bank: tools
prompts-view-isolement = question bank: isolation
prompts-view-victoires = question bank: wins
prompts-view-region = question bank: region
prompts-one =
    > { $text }
    -# Theme: { $theme }{ $state ->
        [own] { " " }· the team’s
        [removed] { " " }· no longer asked here
       *[shipped] { " " }· from the question bank
    }
prompts-added = Added to the question bank:
prompts-edited = Changed:
prompts-add = Add
prompts-edit = Edit
prompts-remove = Remove
prompts-remove-sure =
    Remove this question? Its words can’t be found again.
    > { $text }
prompts-removed = “{ $text }” won’t be asked any more.
prompts-restore = Put back

# The ritual, for the team
prompts-plan =
    ### The question of the moment · { $on ->
        [yes] on
       *[no] off
    }
    Asked { $rhythm }, only if the room is calm and the last word is not mine. What is alive comes first (an introduction, a helping hand, a tip, a proposal), then the question bank. After two questions in a row without an answer, I ask every other time. After four, I stop and tell the team.
prompts-plan-held = ⚠ Everything is on hold at the moment.
prompts-plan-no-channel = { $gone ->
        [yes] ⚠ The chosen channel is gone.
       *[no] ⚠ A channel is missing.
    }
prompts-plan-shared = ⚠ The gazette appears in this channel too: as long as it has the last word there, I ask nothing. Another channel, or a day further from its own, avoids that.
prompts-plan-next = Next: { $at }, in { $where }.
prompts-plan-level = { $level ->
        [stopped] ⚠ It stopped for want of answers.
       *[half] Every other time at the moment, for want of answers: a single one brings the rhythm back.
    }
prompts-plan-turn = { $on ->
        [yes] Switch off
       *[no] Switch on
    }
prompts-plan-open = Question settings
prompts-plan-rhythm = Day and hour
prompts-plan-preview = Preview
prompts-plan-skip = Skip the next one
prompts-plan-channel = **Channel**: a text channel where people talk.
prompts-plan-about = **Themes** of the question bank: they take turns.
prompts-plan-themes = Themes of the question bank
choice-prompts-lively = { $code ->
        [0] don’t wait
       *[other] { $code } hours
    }
prompts-plan-host = **First word**: who is invited, privately, to answer first? For now: { $whose ->
        [own] { $member }
        [welcome] { $member }, as for the welcome
       *[nobody] nobody
    }
prompts-plan-no-host = As for the welcome
prompts-ahead =
    ### If it were now
    { $verdict ->
        [ask] This is what would be asked.
        [lively] Nothing: people are talking in the channel, or were just now.
        [own-word] Nothing: the last word in the channel is mine, I leave room for others.
        [half-rhythm] Nothing this time: for want of answers, it is every other time.
        [stopped] Nothing: it stopped for want of answers.
        [paused] Nothing: everything is on hold.
        [quiet] Nothing: these are quiet hours.
        [empty] Nothing: all that could be was asked within a year, in the chosen themes.
        [no-channel] Nothing: a channel is missing.
        [gone] Nothing: the chosen channel is gone.
       *[deaf] Nothing: I can’t read the channel, so I can’t know whether people talk there.
    }
prompts-ahead-later = When there is room, it would be:
prompts-ahead-off = -# It is off: nothing is asked until the team switches it on.
prompts-ahead-next = -# Next: { $at }
prompts-ahead-why = -# { $source ->
        [newcomer] Because a new introduction asks something: that goes first.
        [request] Because a request for a hand is open.
        [tip] Because this tip is to be confirmed.
        [suggestion] Because a member proposed it.
       *[bank] From the question bank, about the theme that rested longest.
    }
prompts-resumed = Taken up again, every other time at first; one answer, and the rhythm is back.
prompts-skip-ask = Skip the one of { $at }? The one after it takes place.
prompts-skipped = Skipped. { $more ->
        [yes] Next: { $at }.
       *[no] Nothing else is planned.
    }

# What the bot knows of a person
data-prompt_suggestions = A question proposed on { $created_at }: “{ $text }”{ $has_word ->
        [yes] { " " }· the team’s answer: “{ $word }”
       *[no] { "" }
    }
data-prompt_authors = A question that was asked here in your words.
