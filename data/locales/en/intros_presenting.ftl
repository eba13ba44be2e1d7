# Introducing two people, and somebody who is here; and a few figures for the team.

# Whoever introduces.
intros-present-form = Introduce two people
intros-present-form-one = Who?
intros-present-form-whom = To whom?
intros-present-form-why = Where does the idea of it come from?
    .hint = Both read it before saying yes: no name, no contact
    .example = Two ways of photographing farmers, and an exhibition waiting to happen
intros-present-blank = A few words are missing: the reason is what makes people want to say yes.
intros-present-too-long = The reason is { $length } characters long; { $limit } at most. Everything is kept: just shorten it.
intros-present-yourself = To get to know somebody yourself, a word will do: no go-between needed.
intros-present-same = That is the same person twice: it takes somebody else.
intros-present-bot = A bot has nobody to meet: please choose a person.
intros-present-named = “{ $found }” looks like the name of one of them. Each reads this reason before knowing who the other is: a trade, a wish or a place will do.

intros-presented =
    ### Noted, thank you
    Each of them will be asked separately, when it is possible, and without saying who the other is. If both say yes, a thread for the three of you opens by { $by }; otherwise nothing happens, and nobody will know.
    -# Around that day, if nothing has opened, you will get a word: the same one in every case.
intros-presented-why = > { $why }
intros-present-another = Introduce others
intros-present-undo = On second thoughts, no
intros-present-undone = Taken back, and should somebody have read the question already, it now says that it is over.
intros-present-over = It is over already, or the thread is open: there is nothing left to take back.
intros-not-this-time = { $about ->
        [yes] “{ $said }”: that meeting didn’t come about this time.
       *[no] The meeting you had in mind didn’t come about this time.
    } Often it is simply not the moment. Thank you for thinking of somebody.

# To whom somebody would be introduced.
intros-present-ask = { $introducer } would like to introduce you to somebody here:
intros-present-ask-why = > { $why }
intros-present-ask-free = If you both say yes, a thread for three opens; otherwise nobody will know.
    -# A no doesn’t show, and neither does silence. The question waits until { $by }. A private thread is read by the three of you and, as Discord has it, by those who manage threads.
intros-meet = Yes, with pleasure
intros-rather-not = Not this time
intros-meet-noted = Noted, thank you. { $kind ->
        [target] If everything falls into place, a thread for three opens.
       *[presented] If it is yes on the other side too, a thread for three opens by { $by }; otherwise we leave it at that, and nobody will know.
    }
intros-rather-not-noted = No worries. This stays between us.

# To whoever may be the person looked for.
intros-target-whom = Who are you thinking of? They will be asked on your behalf: your name is told, not that of whoever is looking.
intros-target-back = Back
intros-name-form = I am thinking of somebody here
intros-name-form-name = Their name on the server
intros-target-yourself = If it is you, just answer “Yes, with pleasure”.
intros-target-asker = That is the person who is looking.
intros-target-thought =
    ### Noted, thank you
    They will be asked on your behalf, without saying who is looking. If it is yes, a thread for the three of you opens by { $by }; otherwise I carry on.
    -# Around that day, if nothing has opened, you will get a word: the same one in every case.
intros-target-ask = { $introducer } knows somebody here who is looking for: **{ $who }**
intros-target-ask-why = > { $why }
intros-target-ask-free = { $introducer } thought of you. Would you like to get to know each other? If it is yes, a thread for three opens; otherwise nobody will know.
    -# A no doesn’t show, and neither does silence. The question waits until { $by }. A private thread is read by the three of you and, as Discord has it, by those who manage threads.

# For the team.
intros-bilan = ### Warm introductions, over the last twelve months
intros-bilan-searches = Searches: { $count ->
        [few] too few for a figure
       *[other] at least **{ $count }**
    }
intros-bilan-yeses = Meetings that everybody said yes to: { $count ->
        [few] too few for a figure
       *[other] at least **{ $count }**
    }
intros-bilan-helped = Leads that helped, say those who were looking: { $count ->
        [few] too few for a figure
       *[other] at least **{ $count }**
    }
intros-bilan-note = -# Never a name, and no figure below { $least } people. We count by fives, and months that are over. Who is looking, who opens a door, who says no: nobody is shown that, not even here.
