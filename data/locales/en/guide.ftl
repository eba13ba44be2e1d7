# The guide, on one screen.

command-aide = help
    .description = What one can do here

guide-unnamed = The association
guide =
    ### Comptoir, for { $association }
    Here we find and help one another, without pressure.
guide-introductions =
    {""}**Introduce yourself**: { $ecrire }, one sentence is enough.
    {""}**Find someone**: { $qui }, by a word, a trade, a place.
    {""}**Read an introduction**: { $voir }, or a right click on the person, “Apps”.
guide-help_requests =
    {""}**Ask for a hand**: { $demander }, one question is enough; what is open: { $liste }; lend one: { $aider }, to say on what you may be asked.
    {""}**Say thank you**: { $merci }, with a reason.
guide-tips = **Share what you know**: { $partager }, and look for what others know: { $chercher }.
guide-matchmaking = **Have a coffee**: { $cafe }, in twos, with somebody you have not met yet.
guide-digest = **Keep up**: { $gazette }, for the last seven days.
guide-deadlines = **Administrative dates**: { $echeances }.
guide-prompts = **The question of the moment**: { $question }, to suggest one for everybody.
guide-yours =
    {""}**Peace and quiet**: { $preferences } for a pause or fewer suggestions, { $eviter }.
    {""}**Tell the team**, in private, when something goes wrong: the button below, or a right click on a message or a person, “Apps”.
    {""}**My data**: { $moi }. The bot does not read conversations.
guide-organisers = **For the team**: { $installer } sets channels, language and the welcome; { $envois } shows what is about to be sent, and can hold everything{ $coffee ->
        [yes] ; { $orga } plans coffees.
       *[no] .
    }
