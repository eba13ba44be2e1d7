# Set-up, and the team’s panel.

command-installer = set-up
    .description = Set Comptoir up: association, channels, language

organisers-panel-title = The team
organisers-panel =
    ### The team
    Messages that wait for the team arrive here. The rest is set with the button.

setup-title = ### Set-up · 1 of 4 · The association
setup-promise = I do not read your messages, write to nobody without their agreement, never mention @everyone. Nothing is published before the last step.
setup-association =
    {""}**Name**: { $name }
    {""}**Contact about data**: { $contact }
setup-identity = Name and contact
setup-form = The association
setup-form-name = Name of the association
    .example = Les Indés de la Mayenne
setup-form-contact = Contact about data
    .hint = An e-mail address, or a page with a form
    .example = bonjour@indes53.fr
setup-name-blank = The association’s name is missing: the notice that each member reads needs it.
setup-contact-unreachable = One must be able to write to the contact: an e-mail address (name@example.org) or the address of a page (https://…).
setup-too-long = That is a little long: 80 characters for the name, 120 for the contact.
setup-language-fr-tu = Français, tutoiement
setup-language-fr-vous = Français, vouvoiement
setup-language-en-tu = English
setup-bilingual = **Commands in English too** for those whose Discord is in English: { $on ->
        [yes] yes
       *[no] no
    }
setup-bilingual-turn = { $on ->
        [yes] Remove English
       *[no] Add English
    }
setup-label = {""}**{ $label }**
setup-back = Back
setup-next-channels = Next: channels
setup-next-welcome = Next: the welcome
setup-next-publish = Next: check

setup-channels = ### Set-up · 2 of 4 · Channels
setup-create = Create what is missing
setup-category = Comptoir
setup-channel-introductions = introductions
setup-channel-threads = private-threads
setup-channel-organisers = team
setup-cannot-create = I lack the permission “Manage Channels”. You can create the channels by hand and choose them here, or give me that permission during set-up.
setup-discord-slow = Discord does not answer at the moment. What is created already is kept: just try again.
setup-wrong-channel = This channel no longer exists, or is not of the right type. Choose another.
setup-wrong-role = This role does not fit: it should be one that only the team has.
setup-organisers-visible = ⚠ { $channel } is visible to everybody: a private channel fits better.
setup-threads-hidden = ⚠ { $channel } is not visible to everybody: people could not join a private thread there.

setup-welcome =
    ### Set-up · 3 of 4 · The welcome
    When somebody arrives, a short public message can greet them by name, and say who welcomes people at the moment. Nobody gets a private message. { $on ->
        [yes] It is on.
       *[no] It is off: choosing a channel turns it on.
    }
setup-welcome-off = No welcome
setup-host-off = Name nobody

setup-check =
    ### Set-up · 4 of 4 · Check and publish
    { $blocking ->
        [yes] Something needs fixing before publishing.
       *[no] All is ready.
    }
setup-missing = • Missing: { $what }
setup-permission = • { $channel }: I lack “{ $permission }”, { $why }.{ $must ->
        [yes] { "" }
       *[no] { " " }(optional)
    }
setup-channel-gone = • A chosen channel no longer exists: choose another at step 2 or 3.
setup-preview = **This is exactly what will be published**, in { $where }. Publishing again updates the messages already in place.
setup-publish = Publish
setup-check-again = Check again
setup-done = It is open. The welcome messages are in place, pinned if Discord allows it. { $aide } shows everything one can do here.
setup-again = Back to set-up
