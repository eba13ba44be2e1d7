# Coffee, for the team: plan, look ahead, launch, call off, look back.

command-cafe-orga = coffee-team
    .description = For the team: coffee rounds
command-cafe-orga-planifier = plan
    .description = See and set what is planned
command-cafe-orga-apercu = preview
    .description = What the next round would come to, in numbers
command-cafe-orga-lancer = launch
    .description = Announce a round, or bring people together without waiting
command-cafe-orga-annuler = call-off
    .description = Call the announced round off
command-cafe-orga-bilan = figures
    .description = The last rounds, in numbers, without any name

preference-coffee-channel = Coffee channel
    .help = **Coffee channel** (optional): a text channel where each round is announced. Pairs talk in private threads.
preference-coffee-minimum = From how many people on?
    .help = **From how many on?** With fewer, the round does not take place: whoever was coming is told, and keeps their place for the next one.
preference-coffee-figures = Figures from how many people?
    .help = **Figures from how many people on?** Below that, the outlook and the review of coffee tell the team no number.
setup-channel-coffee = coffee

offer-matchmaking-plan = Coffee

# What is planned
coffee-plan =
    ### Coffee, for the team
    { $on ->
        [yes] {""}**Rounds are planned**: { $rhythm }; the announcement appears { $ahead } days before.
       *[no] No round is planned. Once it is on: { $rhythm }; the announcement appears { $ahead } days before.
    }
coffee-plan-date = • announced { $announced } · pairs { $matched }
coffee-plan-no-date = • no date in sight: breaks cover them all
coffee-plan-announced = A round is announced: people are brought together on { $at } ({ $left }).
coffee-plan-in-pause = ⚠ This round falls into a break that was added since. “Call a round off” tells everybody and keeps the seats.
coffee-plan-running = A round is going on, until { $until }.
coffee-plan-channel = {""}**Channel**: { $channel }
coffee-plan-no-channel = ⚠ Coffee has no channel, or it no longer exists: nothing can be announced.
coffee-plan-no-threads = ⚠ The channel for private threads is missing: pairs would get a private message each, and no place to talk.
coffee-plan-held = ⏸ Everything is on hold: neither announcements nor pairs until it is resumed.
coffee-plan-pauses = -# August, end of December: the breaks under “Rhythms and breaks” hold for coffee too.
coffee-plan-on = Switch on
coffee-plan-off = Switch off
coffee-plan-rhythm = Change the rhythm
coffee-plan-preview = Preview
coffee-plan-launch = Launch
coffee-plan-cancel = Call a round off
coffee-plan-figures = Figures
coffee-plan-back = Back to coffee
coffee-minimum-choice = { $count } people at least

# The preview: numbers, never a name, and always the same reasons.
coffee-preview =
    ### Preview
    { $announced ->
        [yes] If people were brought together now for the round of { $when }:
       *[no] No round is announced. With those who take part regularly, a round made now would come to:
    }
coffee-preview-enough = { $enough ->
        [yes] • the minimum is reached
       *[no] • the minimum is not reached
    }
coffee-preview-people = • { $people } people
coffee-preview-short = • { $people } people, it takes { $minimum }: the round would not take place
coffee-preview-sizes = • { $pairs ->
        [0] no pair
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }{ $trios ->
        [0] {""}
        [one] {" "}and { $trios } trio
       *[other] {" "}and { $trios } trios
    }
coffee-preview-repeats = • { $repeats ->
        [0] only new encounters
        [one] { $repeats } pair that met before, for want of another way
       *[other] { $repeats } pairs that met before, for want of another way
    }
coffee-preview-out = • { $out ->
        [0] everybody has somebody
        [one] { $out } person is left without a partner (odd number, preferences, availability)
       *[other] { $out } people are left without a partner (odd number, preferences, availability)
    }
coffee-preview-changes = -# Nothing is decided, nobody is told; all of it can change until the last moment. Below { $least } people, no figures.

# Launch
coffee-launch-none = No round is announced. Announced now, it would bring people together on { $when }.
coffee-launch-announce = Announce a round now
coffee-launch-announced = A round is announced: people are brought together on { $when }.
coffee-launch-pair = Bring people together now
coffee-launch-pair-ask = Bring people together now, without waiting for { $when }? Private threads open at once; whoever has not answered yet can still join along the way.{ $quiet ->
        [yes] {" "}It is a quiet time (evening, weekend or holiday): it may be better to wait.
       *[no] {""}
    }
coffee-launch-short = ⚠ For now there are not enough people: the round would not take place.
coffee-launch-running = A round is going on until { $until }: nothing to launch until then. { $announced ->
        [yes] The next one is announced already.
       *[no] The next one can be announced afterwards.
    }
coffee-launched = { $posted ->
        [yes] It is announced in { $channel }
       *[no] The announcement will appear in { $channel } as soon as Discord lets it
    }: people are brought together on { $when }.
coffee-pairing = Here we go: people are being brought together, private threads open within a minute or two. If too few are coming, they are told.
coffee-no-place = Coffee needs a channel first, chosen and published in set-up.
coffee-held = Everything is on hold: “Resume sending” first, in the team’s channel.
coffee-already = Done already: a round is announced, or going on.
coffee-no-longer-announced = Done already: this round is past its announcement.

# Call off
coffee-cancel-ask = Call off the round announced for { $when }? Whoever was coming is told, and keeps their place for the next one.
coffee-cancel-yes = Call this round off
coffee-cancel-nothing = No round is announced: there is nothing to call off.
coffee-cancel-running = In the round that goes on, people are brought together already: it can’t be called off any more, and ends by itself on { $until }.
coffee-cancelled = It is called off. Whoever was coming is told, and keeps their place for the next round.

# Figures
coffee-figures = ### The last rounds
coffee-figures-nothing = No round has taken place yet.
coffee-figures-round = {""}**{ $day }** · { $state ->
        [closed] { $took } people · met: { $met } · gave news: { $answered }
        [running] { $took } people · going on until { $until }
        [too-few] did not take place: too few people
        [called-off] called off by the team
       *[few] too few for a figure
    }
coffee-figures-share = { $percent ->
        [none] { $part } of { $whole }
       *[other] { $percent } %
    }
coffee-figures-note = -# Met: at least one person of the pair said so. Never a name, and no figure below { $least } people.
