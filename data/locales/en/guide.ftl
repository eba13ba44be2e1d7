# The guide, on one screen.

command-aide = help
    .description = What one can do here

guide-unnamed = The association
guide =
    ### Comptoir, for { $association }
    Here we find and help one another, without pressure.
guide-introductions =
    {""}**Introduce yourself**, one sentence is enough: { $ecrire }
    {""}**Find someone**, by a word, a trade, a place: { $qui }
    {""}**Read an introduction**: a right click on the person, “Apps”, or { $voir }
guide-help_requests =
    {""}**Ask for a hand**: { $demander }
    {""}**Lend one**: { $liste } shows what is open; to say on what you may be asked, { $aider }
    {""}**Say thank you**, with a reason: { $merci }
guide-tips = **Share what you know**: { $partager } · look for what others know: { $chercher }
guide-warm_intros = **Go through somebody** who knows somebody: { $connait } · note, in private, the doors you can open: { $portes }
guide-matchmaking = **Have a coffee** with somebody from here: { $cafe }
guide-digest = **Keep up** with the last seven days: { $gazette }
guide-deadlines = **See the administrative dates**: { $echeances }
guide-prompts = **Ask everybody a question**: { $question }
guide-yours =
    {""}**Peace and quiet**, a pause or fewer suggestions: { $preferences } · avoid somebody: { $eviter }
    {""}**Tell the team**, in private, when something goes wrong: the button below, or a right click on a message or a person, “Apps”.
    {""}**See my data**: { $moi } · the bot does not read conversations.
guide-organisers =
    {""}**For the team**
    • Choose channels, language, the welcome: { $installer }
    • Change the other settings: { $reglages }
    • See what is about to be sent, hold everything: { $envois }
    • Welcome newcomers in turn: { $relais }{ $coffee ->
        [yes]
            {""}
            • Plan coffees: { $orga }
       *[no] { "" }
    }
    • Read somebody’s history: { $historique }
    • Keep or print the GDPR register: { $registre }
