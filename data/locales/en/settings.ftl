# Settings: everything that the team decides, and who changed what.

command-reglages = settings
    .description = See and change every setting, and who changed what

offer-privacy-register = GDPR register
offer-organisers-settings = Settings
settings-title = ### Settings
settings-association = {""}**{ $name }** · contact about data: { $contact }
settings-backup = { $known ->
        [yes] Last backup: { $at }
       *[no] No backup so far: one is made each night.
    }
settings-technical = { $known ->
        [yes] Technical contact: { $contact }
       *[no] Technical contact: nobody is named so far.
    }
settings-choose-group = Open a part
settings-group-association = The association
settings-group-introductions = Introductions and welcome
settings-group-tips = Tips
settings-group-help_requests = Helping hands
settings-group-matchmaking = Coffees
settings-group-warm_intros = Warm introductions
settings-group-prompts = Question of the moment
settings-group-digest = Digest
settings-group-deadlines = Deadlines
settings-group-moderation = Reports
settings-group-privacy = Personal data
settings-group-organisers = Team
settings-group =
    ### { $what }{ $on ->
        [yes] { "" }
       *[no] { " " }· off
    }
settings-line = • **{ $what }**: { $value }{ $own ->
        [yes] { "" }
       *[no] { " " }(default)
    }
settings-choose = See or change a setting
settings-back = Back to settings
settings-value = Today: **{ $value }** · default: { $default }
settings-none = { $sort ->
        [list] all
        [member] nobody
       *[text] none
    }
choice-association-language = { $code ->
        [en] English
       *[fr] French
    }
choice-association-voice = { $code ->
        [vous] formal (vous)
       *[tu] familiar (tu)
    }
settings-switched = { $on ->
        [yes] yes
       *[no] no
    }
settings-turn = { $on ->
        [yes] Change to no
       *[no] Change to yes
    }
settings-write = Change
settings-default = Back to the default
settings-publish-again = The channel changed. Nothing appears there yet, and what members publish there waits: set-up shows what will be posted, then posts it.
setting-text = Change this setting
setting-text-value = New value
setting-number = Change this setting
setting-number-value = New value (a number)
    .example = 8
setting-time = Change this setting
setting-time-value = New value (a time)
    .example = 19:30
settings-blank = There is nothing to read yet. To say nothing here, there is “Back to the default”.
settings-not-a-number = A whole number is needed here, from { $least } to { $most }.
settings-not-a-time = I did not understand this time. For example: 19:30, 8:00, or 18h30.
settings-quiet-too-long = Quiet hours end in the morning and begin later in the day; at least two hours lie in between, or nothing would ever go out.

settings-history = History
settings-history-title = ### Who changed what
settings-history-none = Nothing was changed so far.
settings-changed = • { $at } · **{ $what }**: { $before } → { $after } · { $by ->
        [own] Comptoir
        [known] { $who }
       *[gone] somebody
    }
settings-last = -# Last change: { $at }, { $by ->
        [own] by Comptoir
        [known] by { $who }
       *[gone] by somebody
    }
data-preference_changes = { $as ->
        [by_id] A setting that you changed on { $at }: { $label }.
       *[other] A setting that names you, changed on { $at }: { $label }.
    }
