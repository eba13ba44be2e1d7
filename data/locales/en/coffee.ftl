# Coffee: a round is announced, people are brought together, the round ends.

coffee-title = ### A round of coffee
coffee-announced =
    The next one: { $when }. A private thread then opens between two people, preferably two who haven’t met here yet. Half an hour, around a table or by video, no agenda.
    One click is enough, for this time only.
coffee-running =
    Everyone has been paired.
    Would you still like to join? You can during the first days, as soon as somebody is free.
coffee-closed = This round is over. { $again ->
        [yes] The next one: { $when }.
       *[no] The next one will be announced here.
    }
coffee-too-few = There were not enough of us: this round doesn’t take place. Whoever wanted to come is in for the next one{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-called-off = This round doesn’t take place. Whoever wanted to come is in for the next one{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-in = I’m in this time
coffee-out = I’ll skip this one
coffee-in-late = Join along the way
coffee-status = Where I stand

# What is said to one person.
coffee-nobody = No partner for you this time; you go first next time.
coffee-odd = We were an odd number: no partner for you this time; you go first next time.
coffee-nobody-yet = -# If somebody becomes free meanwhile, a private thread will open.
coffee-letter-too-few = Coffee doesn’t take place this time: there were not enough of us. Your seat is kept for the next round{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-letter-called-off = Coffee doesn’t take place this time. Your seat is kept for the next one{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-waited = Nobody was free before this round ended. You go first in the next one{ $again ->
        [yes] , { $when }.
       *[no] .
    }

report-coffee-no-channel = The coffee round that was due has not been announced: no channel is chosen for coffee. Set-up lets you choose one.

# In the digest.
section-coffee = Coffee
section-coffee-next = Next round: { $when }. [To be in, it’s here]({ $url }).
section-coffee-running = A round is under way; [one can still join]({ $url }).
need-coffee-ready = At least { $count } people are up for a coffee, and no round is planned: rounds can be switched on.
need-coffee = The coffee round of { $when } doesn’t have enough people yet.
