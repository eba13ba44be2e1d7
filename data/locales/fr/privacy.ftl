# Ce que le bot sait d’une personne, et ce qu’elle peut en faire.

command-moi = moi
    .description = Ce que le bot sait de moi
command-moi-mes-donnees = mes-donnees
    .description = Voir tout ce qui est gardé
command-moi-exporter = exporter
    .description = Recevoir un fichier avec tout ce qui est gardé
command-moi-effacer = effacer
    .description = Tout effacer
command-moi-preferences = preferences
    .description = Langue, pause, ce que le bot peut proposer
command-moi-confidentialite = confidentialite
    .description = Lire le texte complet sur les données

data-title =
    ### Ce que le bot sait de { $voice ->
        [vous] vous
       *[tu] toi
    }
    Notice acceptée le { $since } (version { $version }).
data-line = **{ $about }**{ $more ->
        [yes] { " " }· { $content }
       *[no] { "" }
    }
data-technical = -# Les identifiants techniques sont dans l’export.
data-nothing-more = Rien d’autre.
data-profiles = La fiche
data-tags-offer = Offert
data-tags-seek = Cherché
data-publications = Ce qui est publié
data-publications-joined = Un mot qui annonce une arrivée dans un fil
data-drafts = Brouillon, effacé le
data-jobs-unanswered = Rappel à l’équipe si personne n’a répondu
data-jobs-purge-leaver = Effacement après le départ
data-jobs-letters = Un mot du bot à venir, en privé
data-jobs = Prévu
data-outbox = En attente d’envoi
data-documents = Recherche
data-documents-about = une copie de ces mots, pour être trouvable
data-preferences = Préférences
data-letters = Un mot du bot, en privé
data-letters-about = { $state ->
        [waiting] à venir, pas avant le { $on }
        [sending] en train de partir
        [sent] reçu le { $on }
        [held] attend la prochaine visite (messages privés fermés)
        [taken] reçu le { $on }, quelqu’un s’en est chargé
       *[dropped] terminé
    }
data-contact_wishes = Ce qui est souhaité
data-contact_wishes-about = { $asks ->
        [1] une proposition par semaine au plus
       *[other] { $asks } propositions par semaine au plus
    }{ $paused ->
        [yes] { " " }· pause jusqu’au { $until }
       *[no] { "" }
    }{ $closed ->
        [yes] { " " }· messages privés fermés
       *[no] { "" }
    }
data-contact_refusals = Ne plus proposer
data-other = { $table }
data-export = Exporter
data-notice = Texte complet
data-erase = Tout effacer

privacy-nothing-known =
    Le bot ne sait rien de { $voice ->
        [vous] vous
       *[tu] toi
    } : rien n’est gardé avant l’accord donné à la notice.
privacy-exported = Voici tout ce qui est gardé, dans un fichier.
privacy-erase-ask =
    Tout effacer ? La fiche, la présentation publiée et les brouillons disparaissent tout de suite, et des sauvegardes en quelques semaines. On ne peut pas revenir en arrière.
privacy-erase-yes = Tout effacer
privacy-erased = C’est fait : plus rien n’est gardé. { $card ->
        [waits] La présentation publiée disparaîtra dès que Discord le permettra.
       *[gone] { "" }
    } { $voice ->
        [vous] Vous pourrez revenir quand vous voudrez.
       *[tu] Tu pourras revenir quand tu voudras.
    }
privacy-preferences = ### Préférences
privacy-pause = **Pause** · { $paused ->
        [yes] Jusqu’au { $until }, le bot ne demande rien et garde le reste pour après, sauf urgence.
       *[no] Rien n’est en pause. Pendant une pause, le bot ne demande rien et garde le reste pour après, sauf urgence.
    }
privacy-pause-choose = Me laisser tranquille
privacy-pause-end = Finir la pause
pause-week = Une semaine
pause-month = Un mois
pause-quarter = Trois mois
privacy-asks = **Propositions** · { $asking ->
        [yes] Combien de fois par semaine le bot peut proposer quelque chose, au plus.
       *[no] Pour l’instant, le bot ne propose rien à personne ici. Ce choix vaudra le jour où il le fera.
    }
privacy-asks-choose = Propositions par semaine
asks-a-week = { $count ->
        [1] Une par semaine
       *[other] { $count } par semaine
    }
privacy-refused = { $some ->
        [yes] **À ne plus proposer** · Choisir une ligne la rend de nouveau possible.
       *[no] **À ne plus proposer** · Rien n’a été écarté.
    }
privacy-refused-undo = Proposer à nouveau
privacy-language-label = **Langue** des réponses privées
privacy-language = Langue des réponses privées
privacy-language-set = C’est noté.
language-association = Celle de l’association
language-fr = Français
language-en = English
privacy-unnamed = L’association

privacy-full =
    ### Les données, en clair
    {""}**Qui.** { $association } décide de ce qui est gardé. Contact : { $contact }
    {""}**Quoi, et pourquoi.** L’identifiant Discord, la date de l’accord, et ce qui est écrit dans les formulaires (activité, département, ce qu’on offre et cherche, une question, une astuce, une demande de coup de main, un merci) et ce qu’on a confirmé (une aide reçue, un café, qui éviter), avec qui et comment on prend un café : pour que les membres se trouvent et s’entraident. C’est l’accord donné à la notice qui le permet ; il se retire à tout moment.
    {""}**Ce que le bot ne fait pas.** Il ne lit pas les conversations. Pour savoir si une présentation a reçu une réponse, ou si un fil de café vit, il regarde qui a écrit, jamais quoi. Il n’écrit à personne sans accord ; `/moi preferences` fait une pause ou règle ce qu’il propose.
    {""}**Combien de temps.** Tant qu’on est membre. Après un départ du serveur, tout est caché aussitôt et effacé au bout de 30 jours. Un brouillon vit un jour, la trace d’un mot envoyé en privé trois mois. Une sauvegarde peut garder une copie quelques semaines ; ce qui est effacé le reste si l’on doit la remettre en place.
    {""}**Qui d’autre.** Ce qui est publié est visible des membres du serveur. Discord, qui l’héberge (aussi aux États-Unis), suit ses propres règles. Personne d’autre : ni mesure d’audience, ni intelligence artificielle.
    {""}**Les droits.** Voir, corriger, exporter, effacer, sans avoir à se justifier : `/moi`. Une question, un refus : le contact ci-dessus. Une réclamation : la CNIL, cnil.fr
privacy-accepted = -# Notice acceptée le { $on }, version { $version }.
privacy-not-accepted = -# Rien n’est gardé pour l’instant : la notice n’a pas été acceptée.

# Qui éviter : privé, et sans trace pour les autres.
command-moi-eviter = eviter
    .description = Choisir, en privé, avec qui le bot ne me met pas en lien
avoid-title =
    ### Éviter quelqu’un
    Le bot ne { $voice ->
        [vous] vous mettra
       *[tu] te mettra
    } pas en lien avec ces personnes : ni coup de main, ni café, ni rencontre. Personne d’autre ne voit cette liste, elles non plus.
avoid-list = En ce moment : { $people }
avoid-others = { $more ->
        [yes] Et { $count ->
            [1] une autre personne
           *[other] { $count } autres personnes
        }, qui n’est pas parmi nous.
       *[no] { $count ->
            [1] Une personne
           *[other] { $count } personnes
        }, qui n’est pas parmi nous.
    }
avoid-nobody = La liste est vide.
avoid-add = Ajouter quelqu’un
avoid-remove = Retirer quelqu’un
avoid-oneself = S’éviter soi-même, même le bot ne sait pas faire.
avoid-full = La liste est pleine ({ $most } personnes) : l’équipe peut aider autrement.
data-avoids = Quelqu’un à éviter
data-ties = Un lien confirmé
