# What is written to one person, and in a private thread, when somebody looks for somebody.

purpose-intro = introducing somebody
purpose-intro-met = being introduced to somebody
purpose-intro-own = what came of my search

# To whoever may know somebody.
intros-ask = { $asker } is looking for: **{ $who }**
intros-ask-why = > { $why }
intros-ask-so = **Does it make you think of somebody?** A yes opens a private thread between you and { $asker }; the rest is decided there, and nothing is promised.
intros-because = -# Why you? { $reasons }.
intros-because-door = You noted a door: “{ $door }”
intros-because-trade = It is your trade
intros-because-place = It is where you live
intros-because-also = { $first }, and { $after ->
        [door] it is { "" }
       *[other] { "" }
    }{ $second ->
        [trade] your trade
       *[place] where you live
    }
intros-ask-free = -# As you like: a no doesn’t show, nor does silence, and { $asker } won’t know that you were asked. A private thread is read by the two of you and, as Discord has it, by those who manage threads.
intros-ask-yes = Yes, with pleasure
intros-ask-no = Not now
intros-ask-talk = I’d rather talk about it first
intros-ask-target = I am thinking of somebody here

intros-answered-yes = Thank you. { $opened ->
        [yes] A private thread has just opened, with a few words to copy if that helps.
        [never] There are no private threads here: whoever is looking gets a word, and you can write to each other.
       *[no] A private thread opens as soon as Discord lets it.
    }
intros-answered-talk = Of course. { $opened ->
        [yes] A private thread has just opened: nothing is promised, you just talk.
        [never] There are no private threads here: whoever is looking gets a word, and you can write to each other. Nothing is promised, you just talk.
       *[no] A private thread opens as soon as Discord lets it: nothing is promised, you just talk.
    }
intros-answered-no = No problem at all. It stays between us.
intros-not-asked = This word was for somebody else.
intros-said-already = It is noted already, thank you.

# To whoever searches.
intros-nothing = No lead this time for “{ $who }”. Often, nobody has opened that door yet. Other words sometimes open one.{ $networks ->
        [yes] { " " }And further afield, there are these networks:
       *[no] { "" }
    }
intros-other-words = Try other words
intros-found = For “{ $who }”, there is a lead: a private thread is waiting for you.
intros-open-thread = Open the thread
intros-no-thread = { $about ->
        [yes] For “{ $who }”, there is a lead, but the private thread could not be opened.
       *[no] It is a yes, but the private thread could not be opened.
    } You can write to { $people } directly.

# The private thread.
intros-thread-title = An introduction
intros-thread-two =
    { $talk ->
        [yes] { $asker }, { $introducer } may have a lead and would rather talk about it first. Nothing is promised: you talk, and see.
       *[no] { $asker }, { $introducer } may know the right person. This is the place.
    }
    > **{ $who }**
    > { $why }
intros-thread-draft = { $introducer }, if it helps, here are a few words to copy and change, to ask that person first. Their name can wait until they have said yes.
intros-draft =
    Hello, somebody I know is looking for this: “{ $who }”.
    They would say why themselves. May I introduce you? And if it isn’t the moment, no problem at all.
intros-thread-free = -# If it turns out not to be the right time, just say so here.
intros-thread-read = -# Only you can see this thread and, as Discord has it, those who manage threads.
intros-thread-target =
    { $both ->
        [yes] { $first }, { $second }: { $introducer } thought that you would have things to tell one another. Everybody said yes.
       *[no] { $first }: { $introducer } thought of somebody who has stepped back since.
    }
    > **{ $who }**
    > { $why }
intros-thread-presented =
    { $both ->
        [yes] { $first }, { $second }: { $introducer } would love you to meet. Everybody said yes.
       *[no] { $first }: { $introducer } would have loved you to meet somebody who has stepped back since.
    }
    > { $why }
intros-thread-away = Somebody in this thread has stepped back for now.

# Two weeks later.
intros-helped =
    You were looking for “{ $who }”. Did the lead help?
    -# A yes is told to whoever opened the door, and counts as a tie between { $others ->
        [two] the three of you
       *[one] the two of you
    }; a no is told to nobody.
intros-helped-yes = Yes
intros-helped-no = Not this time
intros-helped-later = Too early to say
intros-helped-thanks = Good. { $told ->
        [yes] Whoever opened the door has been told; a word about what it changed would please them.
       *[no] It is noted.
    }
intros-helped-not = Thank you for saying so. Not every door leads somewhere, and the next one may.
intros-helped-early = { $again ->
        [yes] All right, we will talk about it in two weeks.
       *[no] All right. You won’t be asked again.
    }
