# The demo: what the terminal says, and the front page of an imaginary association. We speak to somebody passing by, who
# has perhaps never seen a bot: no jargon. Between backticks, what is typed.

# The terminal

demo-setting = Three months in the life of a small association
demo-address = The demo is ready. Open this address in a browser: { $url }
demo-stop = Comptoir sends nothing to the Internet and keeps nothing. Ctrl-C to close.
demo-bye = Closed; nothing was kept. See you soon.
demo-busy = Port { $port } is taken: perhaps another demo is open. Close it, or choose two free ports in a row: make demo PORT={ $other }
demo-missing = What the demo needs is not installed: pip install -r requirements-demo.lock (or make demo, which does it).

# What this is

demo-brand = Comptoir, a demonstration
demo-closed = The demo was closed in its terminal: nothing answers any more, and nothing was kept.
demo-what = This association is imaginary; Comptoir is real. It is a bot, an assistant that lives in the association’s group chat, on Discord: it helps members to introduce themselves, find out who does what, ask for a hand, and meet over coffee.
demo-safe = Open a channel, read, press the buttons: Comptoir sends nothing out of this computer, and nothing is kept.
demo-to-places = See the channels right away

# Who one is

demo-who = You are
demo-who-help = Change whenever you like: each person sees different things.
demo-seat-newcomer = has just arrived
demo-seat-member = is part of the network
demo-seat-organiser = runs the association

# What time it is

demo-clock = The association’s time
demo-now = { $weekday } { $date }, { $hour }:{ $minute }
demo-clock-help = Here, time waits. Move it on, and Comptoir will do what is planned.
demo-travel-hour = +1 hour
demo-travel-tomorrow = Tomorrow morning
demo-travel-monday = Next Monday
demo-travel-month = In a month
demo-passing = Time goes by…
demo-arrived = It is now { $now }.

# Where one can go

demo-places = Channels
demo-letters = Private messages
demo-no-letters = Nothing yet. Comptoir writes in private only for a good reason.
demo-private = private
demo-new = { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    }
demo-others = { $count ->
        [one] { $count } more
       *[other] { $count } more
    }

# The tour

demo-tour = Guided tour
demo-tour-help = Six things to try, in the order you like. Or none.
demo-tour-over = You have seen it all. The rest is yours to explore.
demo-tour-tab = Each step opens in a second tab, which looks like Discord.
demo-tour-hide = Hide the tour
demo-tour-show = Show the tour
demo-tour-done = Done.
demo-tour-as = You become { $name }.
demo-step-introduce = Introduce yourself
demo-step-introduce-how = Under the last introduction, press “{ $write }” and follow along. Nothing appears unless you agree.
demo-step-introduce-go = Go there
demo-step-find = Find somebody who does Webflow
demo-step-find-how = At the bottom of the page, type `/qui-fait` (command names stay French) and choose that command in the list; then type `webflow`, and Enter. Only you see the answer.
demo-step-find-go = Go there
demo-step-ask = Ask for a hand
demo-step-ask-how = Press “{ $ask }” and ask your question. It appears in the channel, and Comptoir mentions it in private to people who know.
demo-step-ask-go = Go there
demo-step-monday = Move on to Monday
demo-step-monday-how = On Monday mornings, Comptoir publishes the week’s digest. Then look at what is new in the channels.
demo-step-monday-go = Move on
demo-step-monday-see = See the digest
demo-step-organise = Take the team’s seat
demo-step-organise-how = In the team’s channel, a report waits for an answer at the very bottom; at the very top, a panel lets you set everything, or hold it all.
demo-step-organise-go = Take this seat
demo-step-erase = Erase yourself
demo-step-erase-how = Type `/moi effacer`, choose that command in the list, and confirm. What Comptoir knew about you is gone at once.
demo-step-erase-go = Go there

# Good to know

demo-notes = Good to know
demo-note-tab = Channels open in a second tab, always the same one. Come back here to go to another; one page like this is enough.
demo-note-frame = The frame around messages is in English; on Discord, it is in each member’s language.
demo-note-click = A right click does nothing here; on Discord, it lets one tell the team of a message.
demo-note-links = Links from one channel to another work here too. Others, such as those to Urssaf, really lead to the Internet.
demo-note-end = To close, type Ctrl-C in the terminal: everything disappears.

# When something is wrong

demo-gone-title = There is nothing to see here
demo-gone = This channel is gone, or the person you are can’t see it.
demo-nothing-title = This page doesn’t exist
demo-nothing = There is nothing at this address.
demo-refused-title = Closed door
demo-refused = This page only answers whoever typed its address. To enter, type it in a new tab: { $url }
demo-trouble-title = That didn’t work
demo-trouble = Something went wrong on our side. Go back to the association and try again.
demo-to-lobby = ‹ All channels
demo-back = Back to the association
demo-back-to-place = Back to the open channel
