# L’installation : quatre étapes, un essai, une ouverture en douceur.

setup-title = ### Installation · 1 sur 4 · L’association
setup-promise = Je ne lis pas vos messages, n’écris à personne sans accord, ne mentionne jamais @everyone. Rien n’est publié avant « Publier ».
setup-association =
    {""}**Nom** : { $name }
    {""}**Contact pour les données** : { $contact }
setup-safety =
    {""}**En cas de souci avec le bot** : { $named ->
        [yes] { $technical }
       *[no] aucun nom pour l’instant, à donner dans « Nom et contact »
    }
    {""}**Dernière sauvegarde** : { $copied ->
        [yes] { $at }
       *[no] pas encore ; la première se fait la nuit prochaine
    }
setup-advice = { $followed ->
        [yes] ✓ **Les réglages conseillés** sont en place.
       *[no] {""}**Réglages conseillés**, d’un geste : présentations, astuces et coups de main pour commencer ; le café à partir de 8 personnes, les chiffres à partir de 15. Les salons qui manquent sont créés dans une catégorie « Comptoir ».
    }
setup-accept = Accepter les réglages conseillés
setup-identity = Nom et contact
setup-form = L’association
setup-form-name = Nom de l’association
    .example = Les Indés de la Mayenne
setup-form-contact = Contact pour les données
    .hint = Une adresse e-mail, ou une page avec un formulaire
    .example = bonjour@indes53.fr
setup-form-technical = Contact technique
    .hint = Facultatif : une personne à joindre si le bot pose souci, par son nom
    .example = Marie Lefort, marie@indes53.fr
setup-name-blank = Il manque le nom de l’association : la notice que chaque membre lit en a besoin.
setup-contact-unreachable = Le contact doit permettre d’écrire : une adresse e-mail (nom@exemple.fr) ou l’adresse d’une page (https://…).
setup-technical-blank = Le contact technique est une personne : il lui faut un nom.
setup-too-long = C’est un peu long : 80 signes pour le nom, 120 pour chaque contact.
setup-language-fr-tu = Français, tutoiement
setup-language-fr-vous = Français, vouvoiement
setup-language-en-tu = English
setup-bilingual = **Commandes aussi en anglais** pour qui a Discord en anglais : { $on ->
        [yes] oui
       *[no] non
    }
setup-bilingual-turn = { $on ->
        [yes] Retirer l’anglais
       *[no] Ajouter l’anglais
    }
setup-label = {""}**{ $label }**
setup-back = Retour
setup-next-channels = Suite : les salons
setup-next-welcome = Suite : l’accueil
setup-next-publish = Suite : vérifier

setup-channels = ### Installation · 2 sur 4 · Les salons
setup-create = Créer ce qui manque
setup-category = Comptoir
setup-channel-introductions = présentations
setup-channel-tips = astuces
setup-channel-help = coups-de-main
setup-channel-threads = fils-privés
setup-channel-organisers = équipe
setup-cannot-create = Il me manque « { $permission } », pour créer un salon ou le supprimer. Pour me la donner, le temps de l’installation : { $role ->
        [yes] Paramètres du serveur → Rôles → « { $bot } » → Permissions → activer « { $permission } ».
       *[no] Paramètres du serveur → Rôles → Créer un rôle, y activer « { $permission } », puis le donner à { $bot }.
    } On peut aussi créer les salons à la main et les choisir ici.
permission-manage_channels = Gérer les salons
offer-organisers-step = Choisir les salons
setup-discord-slow = Discord ne répond pas pour le moment. Ce qui est déjà créé est gardé : il suffit de réessayer.
setup-team-channel = Ce salon est celui de l’équipe : les membres ne le voient pas. Il en faut un autre ici.
setup-wrong-channel = Ce salon n’existe plus, ou n’est pas du bon type. { $voice ->
        [vous] Choisissez-en
       *[tu] Choisis-en
    } un autre.
setup-team-public = { $channel } est visible de tout le monde : les membres y liraient ce qui attend l’équipe. Il faut un salon privé, que seule l’équipe voit.
setup-team-used = { $channel } sert déjà à autre chose ({ $what }) : les membres y liraient ce qui attend l’équipe. Il faut un salon privé, que seule l’équipe voit.
setup-wrong-role = Ce rôle ne convient pas : il en faut un que seule l’équipe porte.
setup-role-locks-out = Ce choix { $voice ->
        [vous] vous
       *[tu] te
    } retirerait de l’équipe. Une personne qui gère le serveur peut le faire.
setup-role-ask =
    ### Rôle de l’équipe
    { $role } donnera tous les droits de l’équipe : régler le bot, lire les signalements, agir sur des membres. { $count ->
        [unknown] Je ne peux pas compter qui porte ce rôle : cela se voit dans Paramètres du serveur → Rôles.
        [0] Personne ne porte ce rôle pour le moment.
        [1] Une seule personne porte ce rôle.
       *[other] { $count } personnes portent ce rôle.
    }
setup-role-yes = Oui, c’est l’équipe
setup-role-gone = ⚠ Le rôle de l’équipe n’existe plus sur Discord : seules les personnes qui gèrent le serveur peuvent encore agir. En choisir un autre à l’étape 2, ou dans les réglages.
setup-organisers-visible = ⚠ { $channel } est visible de tout le monde : un salon privé convient mieux.
setup-threads-hidden = ⚠ { $channel } n’est pas visible de tout le monde : on ne pourra pas y rejoindre un fil privé.

setup-welcome =
    ### Installation · 3 sur 4 · L’accueil
    Quelques minutes après une arrivée, un court message public peut saluer les personnes par leur nom, et dire qui accueille en ce moment. Personne ne reçoit de message privé. { $on ->
        [yes] C’est activé.
       *[no] C’est désactivé : choisir un salon l’active.
    }
setup-referent = -# À choisir parmi les personnes qui utilisent déjà le bot ; mieux vaut leur demander d’abord.
setup-referent-off = Sans personne référente
setup-referent-organiser = { $member } fait partie de l’équipe. La personne référente vient d’ailleurs : elle agit quand l’équipe ne peut pas.
setup-welcome-off = Ne plus accueillir
setup-host-off = Ne nommer personne

setup-check =
    ### Installation · 4 sur 4 · Vérifier et publier
    { $blocking ->
        [yes] Il reste quelque chose à régler avant de publier.
       *[no] { $warned ->
            [yes] Tout est prêt, à une réserve près :
           *[no] Tout est prêt.
        }
    }
setup-missing = • Il manque : { $what } (étape { $step })
setup-permission = • { $channel } : il me manque « { $permission } », { $why }.{ $must ->
        [yes] { "" }
       *[no] { " " }(facultatif)
    }
setup-quoted = « { $name } »
setup-mend-role = → Pour tout le serveur : Paramètres du serveur → Rôles → « { $bot } » → Permissions → activer { $permissions }, puis enregistrer.
setup-mend-channel = → Dans { $channel } : Modifier le salon → Permissions → ajouter « { $bot } » → autoriser { $permissions }, puis enregistrer.
setup-mend-more = … et { $count } de plus, que « Vérifier à nouveau » montrera.
setup-channel-gone = • Un salon choisi n’existe plus : en choisir un autre à l’étape 2 ou 3.
setup-preview = **Voici exactement ce qui sera publié**, dans { $where }. Publier à nouveau met à jour les messages déjà en place.
setup-publish = Publier
setup-check-again = Vérifier à nouveau
setup-done = C’est ouvert. { $waits ->
        [yes] Les messages d’accueil paraîtront dès que Discord le permet, et que rien n’est suspendu.
       *[no] Les messages d’accueil sont en place, épinglés si Discord le permet.
    } { $aide } montre tout ce qu’on peut faire ici. Ce qui revient (la gazette, les questions, les cafés) reste éteint tant que personne ne l’allume dans « Rythmes et pauses ». Il reste à ouvrir en douceur : quelques mots de l’équipe d’abord, puis un petit groupe.
setup-again = Revenir à l’installation

# L’essai, là où les membres ne voient rien.
setup-try = Essayer dans un salon privé
setup-trial =
    ### Essayer dans un salon privé
    Les mêmes messages, avec leurs boutons, dans un salon que seule l’équipe voit. « Ranger l’essai » enlève tout.
setup-trial-create = Créer un salon d’essai
setup-trial-choose = Ou dans un salon qui existe déjà, que les membres ne voient pas :
setup-trial-channel = Un salon privé
setup-trial-name = essai-comptoir
setup-trial-stands =
    ### L’essai est dans { $channel }
    Les boutons marchent pour de vrai. { $opened ->
        [yes] Tout est déjà ouvert : ce qui se publie de là paraît dans les vrais salons.
       *[no] Ce qui se publie de là attend l’ouverture, et peut encore se retirer.
    }
setup-trial-note =
    ### Un essai
    Seules les personnes qui voient ce salon voient ces messages. Les boutons marchent pour de vrai. { $opened ->
        [yes] Tout est déjà ouvert : ce qui se publie d’ici paraît dans les vrais salons.
       *[no] Ce qui se publie d’ici attend l’ouverture, et peut encore se retirer.
    }
setup-trial-end = Ranger l’essai
setup-trial-over = L’essai est rangé.
setup-trial-left = L’essai est fini. Discord ne me laisse pas supprimer { $channel } : cela se fait à la main.
setup-trial-public = { $channel } est visible de tout le monde : un essai demande un salon que seule l’équipe voit.
setup-trial-lacks-all = Il me manque « { $permission } » sur tout le serveur. Paramètres du serveur → Rôles → « { $bot } » → Permissions → activer « { $permission } », puis recommencer ici.
setup-trial-lacks = Dans { $channel }, il me manque « { $permission } ». Modifier le salon → Permissions → ajouter « { $bot } » → autoriser « { $permission } », puis recommencer ici.

# Ouvrir en douceur.
offer-organisers-softly = Ouvrir en douceur
softly =
    ### Ouvrir en douceur
    On revient là où il y a de quoi lire, et quelqu’un pour répondre. Dans l’ordre :
softly-tips = { $done ->
        [yes] ✓
       *[no] ○
    } **Trois astuces** écrites par l’équipe ({ $count } sur { $wanted }) : une adresse, un modèle, une phrase qui marche.
softly-requests = { $done ->
        [yes] ✓
       *[no] ○
    } **Deux vraies demandes** de l’équipe ({ $count } sur { $wanted }) : voir quelqu’un demander donne envie d’oser.
softly-group = { $there ->
        [yes] ✓ **Le premier groupe est là** ({ $count } présentations) : on peut inviter plus largement.
       *[no] ○ **Un premier groupe de 10 à 15 personnes**, invitées une à une ({ $count ->
            [0] aucune présentation pour l’instant
            [one] { $count } présentation
           *[other] { $count } présentations
        }). Plus tard, on invite par petits groupes, quand celui-ci se répond.
    }
offer-organisers-invitation = Texte d’invitation
softly-invitation =
    ### Texte d’invitation
    À copier dans un e-mail, à compléter, à signer.
softly-letter =
    Bonjour,

    Avec { $association }, un lieu d’entraide s’ouvre sur Discord, entre indépendants et indépendantes d’ici : se présenter, échanger des astuces, demander un coup de main, prendre un café de temps en temps. Sans pression : on y passe quand on veut, on en sort d’un geste.

    Nous commençons en petit, à une quinzaine. Pour venir :
    1. ouvrir ce lien : (lien d’invitation)
    2. dans le salon des présentations, « Je me présente » : deux minutes suffisent.

    Le bot qui nous aide ne lit pas les messages et n’écrit à personne sans accord. Une question : { $contact }

    À bientôt,
    (signature)
softly-link = -# Le lien : clic droit sur l’icône du serveur → Inviter sur le serveur → Modifier le lien d’invitation → « N’expire jamais ».
softly-back = Retour
