# L’aide, en un écran.

command-aide = aide
    .description = Ce qu’on peut faire ici

guide-unnamed = L’association
guide =
    ### { $association }, le comptoir
    Ici, on se trouve, on s’entraide, sans pression.
guide-introductions =
    {""}**Se présenter** : { $ecrire }, une phrase suffit.
    {""}**Trouver quelqu’un** : { $qui }, par un mot, un métier, un lieu.
    {""}**Lire une présentation** : { $voir }, ou un clic droit sur la personne, « Applications ».
guide-help_requests =
    {""}**Demander un coup de main** : { $demander }, une question suffit ; ce qui est ouvert : { $liste } ; en donner : { $aider }, pour dire sur quoi on peut être sollicité.
    {""}**Dire merci** : { $merci }, avec une raison.
guide-tips = **Partager ce qu’on sait** : { $partager }, et chercher ce que d’autres savent : { $chercher }.
guide-matchmaking = **Prendre un café** : { $cafe }, à deux, avec quelqu’un qu’on n’a pas encore croisé.
guide-digest = **Se tenir au courant** : { $gazette }, pour les sept derniers jours.
guide-deadlines = **Les dates administratives** : { $echeances }.
guide-prompts = **La question du moment** : { $question }, pour en poser une à tout le monde.
guide-yours =
    {""}**Être tranquille** : { $preferences } pour une pause ou moins de propositions, { $eviter }.
    {""}**Prévenir l’équipe**, en privé, si quelque chose ne va pas : le bouton ci-dessous, ou un clic droit sur un message ou une personne, « Applications ».
    {""}**Mes données** : { $moi }. Le bot ne lit pas les conversations.
guide-organisers = **Pour l’équipe** : { $installer } règle les salons, la langue et l’accueil ; { $envois } montre ce qui va partir, et permet de tout suspendre{ $coffee ->
        [yes] {" "}; { $orga } prévoit les cafés.
       *[no] .
    }
