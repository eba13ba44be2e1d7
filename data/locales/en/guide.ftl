# The guide, on one screen.

command-aide = help
    .description = What one can do here

guide-unnamed = The association
guide =
    ### Comptoir, for { $association }
    Here we find and help one another, without pressure.
    {""}**Introduce yourself**: { $ecrire }, one sentence is enough.
    {""}**Find someone**: { $qui }, by a word, a trade, a place.
    {""}**Ask for a hand**: { $demander }, one question is enough; what is open: { $liste }.
    {""}**Share what you know**: { $partager }, and look for what others know: { $chercher }.
    {""}**Say thank you**: { $merci }, with a reason.
    {""}**Have a coffee**: { $cafe }, in twos, with somebody you have not met yet.
    {""}**Keep up**: { $gazette } for the last seven days, { $echeances } for administrative dates, { $question } to suggest one for everybody.
    {""}**Read an introduction**: { $voir }, or a right click on the person, “Apps”.
    {""}**Peace and quiet**: { $preferences } for a pause or fewer suggestions, { $eviter }, { $aider } to say on what you may be asked.
    {""}**My data**: { $moi }. The bot does not read conversations.
guide-organisers = **For the team**: { $installer } sets channels, language and the welcome; { $envois } shows what is about to be sent, and can hold everything; { $orga } plans coffees.
