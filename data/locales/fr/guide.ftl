# L’aide, en un écran.

command-aide = aide
    .description = Ce qu’on peut faire ici

guide-unnamed = L’association
guide =
    ### { $association }, le comptoir
    Ici, on se trouve, on s’entraide, sans pression.
    {""}**Se présenter** : { $ecrire }, une phrase suffit.
    {""}**Trouver quelqu’un** : { $qui }, par un mot, un métier, un lieu.
    {""}**Demander un coup de main** : { $demander }, une question suffit ; ce qui est ouvert : { $liste }.
    {""}**Partager ce qu’on sait** : { $partager }, et chercher ce que d’autres savent : { $chercher }.
    {""}**Dire merci** : { $merci }, avec une raison.
    {""}**Prendre un café** : { $cafe }, à deux, avec quelqu’un qu’on n’a pas encore croisé.
    {""}**Se tenir au courant** : { $gazette } pour les sept derniers jours, { $echeances } pour les dates administratives, { $question } pour en poser une à tout le monde.
    {""}**Lire une présentation** : { $voir }, ou un clic droit sur la personne, « Applications ».
    {""}**Être tranquille** : { $preferences } pour une pause ou moins de propositions, { $eviter }, { $aider } pour dire sur quoi on peut être sollicité.
    {""}**Mes données** : { $moi }. Le bot ne lit pas les conversations.
guide-organisers = **Pour l’équipe** : { $installer } règle les salons, la langue et l’accueil ; { $envois } montre ce qui va partir, et permet de tout suspendre ; { $orga } prévoit les cafés.
