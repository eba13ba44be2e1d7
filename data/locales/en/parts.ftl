# What Comptoir does here, part by part: switch on, switch off, erase.

preference-feature-introductions = Introductions
    .help = Introducing oneself, finding somebody, welcoming newcomers.
preference-feature-tips = Tips
    .help = Sharing what one knows, finding it again, keeping it right.
preference-feature-help_requests = Helping hands
    .help = Asking for a hand, lending one, saying thanks.
preference-feature-matchmaking = Coffee
    .help = Rounds of coffee, two by two, with somebody new.
preference-feature-warm_intros = Warm introductions
    .help = Finding somebody through somebody, opening a door, introducing two people.
preference-feature-prompts = The question of the moment
    .help = A question now and then, where people talk.
preference-feature-digest = The gazette
    .help = Once a week, what happened here and what is coming.
preference-feature-deadlines = Deadlines
    .help = Administrative dates, and reminders of them.

# What somebody sees who presses a button of a part that is off, or who had something under way there.
feature-off = The part “{ $what }” is switched off here at the moment: the team chose so. Nothing is lost: { $voice ->
        [vous] what you put there is kept and stays yours
       *[tu] what you put there is kept and stays yours
    }, see { $data }.
feature-off-letter = The team switched the part “{ $what }” off: until it is on again nothing comes from it, neither message nor reminder. { $voice ->
        [vous] What you had under way there is kept.
       *[tu] What you had under way there is kept.
    }
feature-erased-letter = The team erased what the part “{ $what }”, which is off here, was keeping. { $voice ->
        [vous] What you had put there is gone.
       *[tu] What you had put there is gone.
    }

offer-organisers-parts = What is on
parts-title = ### What is on
parts-intro = A part that is off offers no commands, answers none of its buttons, sends nothing. It keeps what it has, and goes on where it was.
parts-line = • **{ $what }** · { $on ->
        [yes] on
       *[no] off since { $since }
    }
parts-choose = Switch on, switch off, erase
parts-state = { $on ->
        [yes] on
       *[no] off
    }
part-title = ### { $what } · { $on ->
        [yes] on
       *[no] off
    }
part-if-off = Switched off, this part takes away its panel and its commands, and sends nothing to anybody. What stands already stays, and so does what it keeps. Everybody can still see and take back what is theirs there. Those who were waiting for something there are told in a word.
part-kept = It keeps { $records ->
        [0] no record
        [one] one record
       *[other] { $records } records
    }{ $cards ->
        [0] { "" }
        [one] {" "}and one card on display
       *[other] {" "}and { $cards } cards on display
    }. Switched on, it goes on where it was, bit by bit: what nobody needs any more is not sent.
part-turn-off = Switch this part off
part-turn-on = Switch this part on
part-erase = Erase what it keeps
part-turned-off = It is off. The panel and the commands go, what is kept stays.
part-turned-on = It is on. The commands and the panel come back, what waited goes out bit by bit.
part-erase-ask = Erase what “{ $what }” keeps? All that members put there disappears from here ({ $records ->
        [one] one record
       *[other] { $records } records
    }), with its cards and its messages in the channels. Conversations in threads stay, and so do the team’s settings. Everybody concerned is told in a word.
part-erase-ask-yes = Yes, erase
part-erase-sure = Really erase what “{ $what }” keeps? This can’t be undone: nobody can bring it back, not even by switching this part on.
part-erase-sure-yes = Erase for good
part-erased = It is erased: { $records ->
        [0] no record
        [one] one record
       *[other] { $records } records
    }, { $cards ->
        [0] no message
        [one] one message taken off
       *[other] { $cards } messages taken off
    } Discord as soon as possible. Backups go by themselves, after some weeks.
parts-erase-while-on = This part is on: what it keeps can be erased once it is off, so that nothing is added meanwhile.
parts-back = All parts

due-kernel-part-erased = Taking away the messages of a part that was erased
due-kernel-part-off = A word to those who waited for something of a part that is off
