# What the team decides towards somebody, what that person reads of it, their appeal, and "keep us apart".

# The team: choosing

acts-open = Act
acts-title =
    ### Act · report no. { $number }
    Towards { $person }
acts-closed = At the moment: { $listed }.
acts-closed-one = { $what }, until { $until }
acts-what-they-learn = -# The person will read the rule, the decision and your words. Nothing of the report, neither who, nor where, nor when: write nothing of it either.
acts-person = { $number }. { $person }
acts-act = What to do?
acts-rule = Which rule?
acts-features = A pause from what?
acts-length = For how long?
acts-write = Write the words
acts-only-named = The report isn’t about { $person }: it only speaks of them, or of a similar name. Act towards this person all the same?
acts-back = Back to the report
acts-another = Something else
acts-warned = Remind them of the rule
acts-warned-about = A word in private, nothing more
acts-removed = Take this content down
acts-removed-about = The bot’s card that the report is about, and its conversation if it is empty
acts-paused = Pause
acts-paused-about = From what is chosen, for a time
acts-hidden = Take the introduction down
acts-hidden-about = No card and no search any more; it can’t be published again within a year
acts-silenced = Discord timeout
acts-silenced-about = The person can neither write nor speak on the server for that time
acts-parted = Keep them apart
acts-parted-about = No coffee, no helping hand, no introduction, for a year after closing; nobody learns of it
acts-rule-respect = Respect
acts-rule-insistence = No means no
acts-rule-advertising = No advertising out of its place
acts-rule-privacy = Everybody’s privacy
acts-rule-truth = No deceiving
acts-rule-other = The association’s customs
acts-feature-introductions = introductions
acts-feature-tips = tips
acts-feature-help_requests = helping hands
acts-feature-matchmaking = coffee
acts-feature-prompts = questions
acts-feature-deadlines = deadlines
acts-feature-warm_intros = warm introductions
acts-feature-profile = the introduction
acts-feature-timeout = the Discord timeout
acts-hours = { $count ->
        [1] 1 hour
       *[other] { $count } hours
    }
acts-days = { $count } days
acts-part-who = { $some ->
        [yes] From whom? { $people }
       *[no] Nobody else is known in this report.
    }
acts-part-reporter = { $number }. Who reported it
acts-part-named = { $number }. This person
acts-form = Words for the person
acts-form-word = Why, in a few words
    .hint = They will read it as it is. Nothing that points to anybody else.
    .example = Nobody is asked again after a no. Please leave it there.
acts-done = { $act ->
        [warned] { $person } is reminded of the rule.
        [removed] The content of { $person } is taken down.
        [paused] The pause of { $person } begins.
        [hidden] The introduction of { $person } is taken down.
        [silenced] Discord keeps { $person } out for that time.
       *[parted] Noted: the bot won’t bring these two people together as long as this report is kept, and won’t speak of it.
    }
acts-told = -# The bot tells the person in private, with the rule and how to appeal.
acts-not-told = -# The bot can’t write to this person for now (gone, resting, or not among us yet). It will tell them when they are back, or accept the notice, if that is within three months; until then the team has to tell them.
acts-waits = -# The card goes as soon as Discord lets it.
acts-audit = The team’s decision

# The team: what can’t be done

acts-again = It is done already: nothing was done twice.
acts-card-gone = This card isn’t there any more, or is no card of this person’s. An ordinary message is deleted in Discord.
acts-not-here = This can’t be done here at the moment. Go back to the report and choose something else.
acts-names-reporter = This word holds the name of whoever reported it: the person concerned must never learn it. Please put it another way.
acts-word-missing = The words are missing: a few sentences that the person will read.
acts-member-gone = This person is no longer on the server: Discord can’t forbid them anything. A pause holds even if they come back.
acts-silence-refused = Discord refuses. The bot needs the permission “Timeout Members”, and a role above those of this person; never towards whoever administers the server.
acts-silence-undecided = Discord gave no clear answer. Look at this person’s profile in Discord, then try again.

# The person concerned

acts-letter = The team took a decision that concerns you.
acts-towards-you = { $act ->
        [warned] **A reminder**: { $rule }.
        [removed] **A card was taken down.** The rule: { $rule }. You can write it another way.
        [paused] **A pause until { $until }**: { $features }. The rule: { $rule }. What is yours stays, and you can always take it back.
        [hidden] **Your introduction is no longer visible**, and can’t be published again before { $until }. The rule: { $rule }.
       *[silenced] **A Discord timeout**, until { $until }. The rule: { $rule }.
    }
acts-about-me =
    ### What the team decided
    { $some ->
        [yes] Against each decision you can appeal, once: somebody else decides.
       *[no] Nothing that concerns you.
    }
offer-moderation-about_me = See why
offer-moderation-appeal = Appeal
restricted-feature = The team decided on a pause here, until { $until }. The rest is open to you, and you can take back what is yours.
restricted-profile = The team took this introduction down: it can’t be published before { $until }.

# The appeal

appeals-make = Appeal
appeals-form = Appeal
appeals-form-said = Why this decision isn’t right
    .hint = Somebody else of the team, or the person of trust, will read it and decide. Once only.
appeals-unsaid = A few words are missing, so that somebody can decide.
appeals-once = There was an appeal against this decision already.
appeals-made = Passed on. Somebody else of the team will decide, and you will hear of it in private. If nobody could, you will hear of that too.
appeals-state = -# { $state ->
        [waiting] Appealed; somebody else will decide.
        [kept] After the appeal, the decision stands.
       *[lifted] After the appeal, the decision is lifted.
    }
appeals-decided = { $decision ->
        [kept] Somebody else of the team read your appeal: the decision stands.
       *[lifted] Somebody else of the team read your appeal: the decision is lifted. { $closed ->
                [yes] Another decision of the team still holds.
               *[no] { $act ->
                        [hidden] The introduction can be published again.
                        [removed] The card can be published again.
                        [warned] The reminder is taken back.
                       *[other] Everything is open again.
                    }
            }
    }
appeals-undecided = Your appeal (no. { $number }) still waits: nobody other than whoever decided could settle it. It stays open. You can also speak of it with the association: { $contact }
appeals-line = An appeal waits for somebody (no. { $number }), { $since }. Not for whoever took the decision.
appeals-waits = An appeal (no. { $number }) waits to be read by somebody other than whoever decided. The team could not: you can.
appeals-open = Open the appeal
appeals-title =
    ### Appeal no. { $number }
    From { $person }
appeals-act = The decision, as the person read it:
appeals-said = What they say of it:
appeals-keep = The decision stands
appeals-lift = Lift the decision
appeals-decision = Words that go with it
appeals-decision-word = Why, in a few words
    .hint = The person will read it as it is.
appeals-done = { $decision ->
        [kept] Noted: the decision stands.
       *[lifted] Noted: the decision is lifted.{ $still ->
                [yes] { " " }Discord did not lift the timeout: it has to be taken away on the person’s profile.
               *[no] { "" }
            }
    }
appeals-told = -# The bot tells the person in private, with these words.
appeals-another = This is your decision: somebody else of the team has to decide. After three working days, the person of trust can, too.
appeals-decided-already = That is decided already.
need-appeal = Appeal no. { $number } waits for somebody of the team.

# Keeping us apart

apart-about = -# You can also, at once and without anybody knowing, no longer be brought into contact by the bot with the person you speak of.
apart-offer = Keep us apart
apart-done = Noted, and nobody will know: no coffee, no helping hand, no introduction with this person. It can be undone in your list.
apart-list = My list

# In "what is coming", and in the data

due-moderation-appeal-line = An appeal that waits for the team
due-moderation-appeal-waits = An appeal that nobody decided on yet
data-restrictions = A pause that the team decided on, until { $until }: { $feature ->
        [introductions] introductions
        [tips] tips
        [matchmaking] coffee
        [prompts] questions
        [warm_intros] warm introductions
        [opportunities] missions
        [deadlines] deadlines
        [profile] publishing one’s introduction
       *[other] helping hands
    }.
data-partings = Two people whom the bot doesn’t bring together any more, by a decision of the team.
data-appeals = An appeal, on { $at }: “{ $said }”{ $has_decided_at ->
        [yes] { " " }· decided on { $decided_at }
       *[no] { "" }
    }{ $has_word ->
        [yes] { " " }· “{ $word }”
       *[no] { "" }
    }
