# L’aide, en un écran.

command-aide = aide
    .description = Ce qu’on peut faire ici

guide-unnamed = L’association
guide =
    ### { $association }, le comptoir
    Ici, on se trouve, on s’entraide, sans pression.
guide-introductions =
    {""}**Se présenter**, une phrase suffit : { $ecrire }
    {""}**Trouver quelqu’un**, par un mot, un métier, un lieu : { $qui }
    {""}**Lire une présentation** : un clic droit sur la personne, « Applications », ou { $voir }
guide-help_requests =
    {""}**Demander un coup de main** : { $demander }
    {""}**En donner un** : { $liste } montre ce qui est ouvert ; pour dire sur quoi on peut être sollicité, { $aider }
    {""}**Dire merci**, avec une raison : { $merci }
guide-tips = **Partager ce qu’on sait** : { $partager } · chercher ce que d’autres savent : { $chercher }
guide-warm_intros = **Passer par quelqu’un** qui connaît quelqu’un : { $connait } · noter, en privé, les portes qu’on peut ouvrir : { $portes }
guide-matchmaking = **Prendre un café** avec quelqu’un d’ici : { $cafe }
guide-digest = **Se tenir au courant** des sept derniers jours : { $gazette }
guide-deadlines = **Voir les dates administratives** : { $echeances }
guide-prompts = **Poser une question** à tout le monde : { $question }
guide-yours =
    {""}**Être tranquille**, une pause ou moins de propositions : { $preferences } · éviter quelqu’un : { $eviter }
    {""}**Prévenir l’équipe**, en privé, si quelque chose ne va pas : le bouton ci-dessous, ou un clic droit sur un message ou une personne, « Applications ».
    {""}**Voir mes données** : { $moi } · le bot ne lit pas les conversations.
guide-organisers =
    {""}**Pour l’équipe**
    • Choisir les salons, la langue, l’accueil : { $installer }
    • Changer les autres réglages : { $reglages }
    • Voir ce qui va partir, tout suspendre : { $envois }
    • Accueillir à tour de rôle : { $relais }{ $coffee ->
        [yes]
            {""}
            • Prévoir les cafés : { $orga }
       *[no] { "" }
    }
    • Relire l’historique d’une personne : { $historique }
    • Garder ou imprimer le registre RGPD : { $registre }
