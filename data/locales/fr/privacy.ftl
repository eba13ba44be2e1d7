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
data-profiles = La fiche, à jour au { $updated_at } : « { $what } »{ $has_trade ->
        [yes] { " " }· { $trade }
       *[no] { "" }
    }{ $has_zone ->
        [yes] { " " }· { $zone }
       *[no] { "" }
    }{ $has_question ->
        [yes] { " " }· et une question : « { $question } »
       *[no] { "" }
    }
data-tags-offer = Offert : { $label }.
data-tags-seek = Cherché : { $label }.
data-publications = L’endroit où se trouve ce qui est publié{ $has_title ->
        [yes] { " " }: « { $title } »
       *[no] { "" }
    }.
data-publications-joined = Un mot qui annonce une arrivée dans un fil.
data-drafts = Un brouillon, effacé le { $expires_at }.
data-jobs-unanswered = Un rappel à l’équipe le { $due_at }, si personne n’a répondu.
data-jobs-purge-leaver = Un effacement prévu le { $due_at }, après le départ.
data-jobs = Prévu le { $due_at } : { $due }.
data-outbox = { $state ->
        [sent] Envoyé : { $due }.
        [dropped] Finalement pas envoyé : { $due }.
       *[due] En attente d’envoi : { $due }.
    }
data-documents = Une copie de ces mots dans la recherche, pour être trouvable.
data-preferences = L’équipe a choisi { $voice ->
        [vous] votre
       *[tu] ton
    } nom dans un réglage : { $label }.
data-letters-many = { $count } mots du bot, en privé ({ $due }) : { $state ->
        [sent] le dernier reçu le { $sent_at }.
        [taken] le dernier reçu le { $sent_at }, quelqu’un s’en est chargé.
       *[dropped] terminés.
    }
data-letters = Un mot du bot, en privé ({ $due }) : { $state ->
        [waiting] à venir, pas avant le { $due_at }.
        [sending] en train de partir.
        [sent] reçu le { $sent_at }.
        [held] attend la prochaine visite, car les messages privés sont fermés.
        [taken] reçu le { $sent_at }, quelqu’un s’en est chargé.
       *[dropped] terminé.
    }
data-contact_wishes = Souhaité : { $asks_a_week ->
        [1] une proposition par semaine au plus
       *[other] { $asks_a_week } propositions par semaine au plus
    }{ $has_paused_until ->
        [yes] { " " }· pause jusqu’au { $paused_until }
       *[no] { "" }
    }{ $has_dm_closed_at ->
        [yes] { " " }· messages privés fermés, vu le { $dm_closed_at }
       *[no] { "" }
    }
data-contact_refusals = À ne plus proposer : { $purpose }.
data-other = { $table }
data-export = Exporter
data-notice = Texte complet
data-erase = Tout effacer

privacy-nothing-known =
    Le bot ne sait rien de { $voice ->
        [vous] vous
       *[tu] toi
    } : rien n’est gardé avant l’accord donné à la notice.
privacy-exported = Voici tout ce qui est gardé, dans un dossier : un fichier complet, et une table par sorte de donnée.
privacy-erase-ask =
    Tout effacer ? La fiche, ce qui est publié, les demandes en cours et les brouillons disparaissent tout de suite, et des sauvegardes en quelques semaines. On ne peut pas revenir en arrière.
    -# Un signalement à l’équipe, s’il y en a un, ne s’efface pas : le nom et l’identifiant en sont retirés, le texte reste lisible par l’équipe jusqu’à douze mois après sa clôture.
privacy-erase-yes = Tout effacer
privacy-erased = C’est fait : tout est effacé.{ $card ->
        [waits] { " " }Ce qui est publié disparaîtra dès que Discord le permettra.
       *[gone] { "" }
    }{ $tips ->
        [left] { " " }Les astuces restent, sans nom.
       *[gone] { "" }
    } { $voice ->
        [vous] Vous pourrez revenir quand vous voudrez.
       *[tu] Tu pourras revenir quand tu voudras.
    }
    -# Ce qui a été écrit à la main dans les salons s’efface dans Discord, message par message.
    -# Un signalement à l’équipe, s’il y en a eu, reste sans nom jusqu’à douze mois après sa clôture : l’équipe peut encore en lire le texte.
privacy-to-rest = Pause
privacy-to-objection = Opposition
privacy-to-avoiding = Qui éviter
privacy-to-preferences = Préférences
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

    {""}**Quoi, et pourquoi.** L’identifiant Discord, la date de l’accord, et ce qui est écrit dans les formulaires (activité, département, ce qu’on offre et cherche, une question, une astuce, une demande de coup de main, une porte que l’on peut ouvrir, qui l’on cherche, une mission, une main levée et son mot, les missions que l’on suit, un merci, un signalement) et ce qu’on a confirmé (une aide reçue, un café, qui éviter), avec qui et comment on prend un café : pour que les membres se trouvent et s’entraident. Selon le cas, c’est l’accord donné qui le permet, et il se retire à tout moment, ou l’intérêt de l’association à ce que l’entraide marche, et l’on peut s’y opposer.

    {""}**Ce que le bot ne fait pas.** Il ne lit pas les conversations. Pour savoir si une présentation a reçu une réponse, ou si un fil de café vit, il regarde qui a écrit, jamais quoi. Il n’écrit à personne sans accord ; `/moi preferences` règle ce qu’il propose, `/moi pause` cache tout sans rien perdre.

    {""}**Combien de temps.** Le détail est sous le bouton ci-dessous. Après un départ du serveur, tout est caché aussitôt et effacé au bout de 30 jours ; sans aucun geste pendant deux ans, tout est effacé, après un mot. Une sauvegarde peut garder une copie quelques semaines ; ce qui est effacé le reste si l’on doit la remettre en place. Un signalement à l’équipe reste jusqu’à douze mois après sa clôture ; après un effacement, sans nom ni identifiant, mais l’équipe peut encore en lire le texte.

    {""}**Qui d’autre.** Ce qui est publié est visible des membres du serveur. Discord, qui l’héberge (aussi aux États-Unis), suit ses propres règles. Personne d’autre : ni mesure d’audience, ni intelligence artificielle.

    {""}**Les droits.** Voir, corriger, exporter, mettre en pause, s’opposer, effacer, sans avoir à se justifier : `/moi`. Une question, un refus : le contact ci-dessus. Une réclamation : la CNIL, cnil.fr
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
        }, que le bot ne connaît pas, ou plus.
       *[no] { $count ->
            [1] Une personne
           *[other] { $count } personnes
        }, que le bot ne connaît pas, ou plus.
    }
avoid-forget-others = Retirer les personnes inconnues du bot
avoid-nobody = La liste est vide.
avoid-add = Ajouter quelqu’un
avoid-remove = Retirer quelqu’un
avoid-oneself = S’éviter soi-même, même le bot ne sait pas faire.
avoid-full = La liste est pleine ({ $most } personnes) : l’équipe peut aider autrement.
data-avoids = Quelqu’un à éviter, depuis le { $at } : sans nom, sous une empreinte.
data-ties = Un lien avec { $other }, confirmé le { $at }.
data-members = Notice acceptée le { $notice_at } (version { $notice_version }).{ $has_seen_on ->
        [yes] { " " }Dernier geste ici le { $seen_on }.
       *[no] { "" }
    }{ $has_paused_at ->
        [yes] { " " }En pause depuis le { $paused_at }.
       *[no] { "" }
    }
data-objections = Une opposition, dite le { $at } : ni chiffres, ni mises en relation.
data-newcomers = Une arrivée, le { $joined_at }, à saluer.

# Une pause, une opposition, un effacement.
command-moi-pause = pause
    .description = Ne plus apparaître pour un temps, sans rien perdre
command-moi-reprendre = reprendre
    .description = Finir la pause, et retrouver tout comme avant
command-moi-opposition = opposition
    .description = Ne pas compter dans les chiffres, ni dans les mises en relation
command-rgpd = rgpd
    .description = Ce que l’association doit pouvoir montrer
command-rgpd-registre = registre
    .description = Recevoir le registre des traitements

offer-privacy-return = Reprendre
offer-privacy-object_no_more = Lever l’opposition
privacy-at-rest = { $voice ->
        [vous] Vous avez choisi une pause : rien de vous n’apparaît
       *[tu] Tu as choisi une pause : rien de toi n’apparaît
    } ici. Un clic suffit pour reprendre, tout est comme avant.
privacy-rest-ask =
    ### Une pause
    { $voice ->
        [vous] Votre fiche, vos astuces et vos demandes sont cachées, votre nom aussi. Le bot ne vous écrit plus. Rien n’est perdu : « Reprendre » remet tout en place.
       *[tu] Ta fiche, tes astuces et tes demandes sont cachées, ton nom aussi. Le bot ne t’écrit plus. Rien n’est perdu : « Reprendre » remet tout en place.
    }
    -# Les cafés en cours continuent sans { $voice ->
        [vous] vous
       *[tu] toi
    }. L’équipe garde ce qui lui a été confié, et un signalement reste possible.
privacy-rest = Mettre en pause
privacy-rests = C’est fait, les autres membres ne voient plus rien de { $voice ->
        [vous] vous
       *[tu] toi
    }. L’équipe garde ce qui lui a été confié. { $voice ->
        [vous] Tout est gardé, jusqu’au { $last } si vous ne donnez plus de nouvelles.
       *[tu] Tout est gardé, jusqu’au { $last } si tu ne donnes plus de nouvelles.
    }
privacy-rests-since = La pause dure depuis le { $since }.
privacy-is-back = Tout est de nouveau là, comme avant. { $voice ->
        [vous] Bon retour à vous.
       *[tu] Bon retour à toi.
    }
privacy-not-at-rest = Rien n’était en pause.
privacy-objecting = { $voice ->
        [vous] Vous avez demandé
       *[tu] Tu as demandé
    } à ne pas être mis en relation. Pour participer ici, il faut d’abord lever cette opposition.
privacy-objection =
    ### Opposition
    { $stands ->
        [yes] C’est noté : aucun chiffre ne compte { $voice ->
            [vous] vos
           *[tu] tes
        } gestes, et aucun café ni rencontre n’est proposé. Demander et donner un coup de main marche comme avant.
       *[no] { $voice ->
            [vous] Vous pouvez
           *[tu] Tu peux
        } sortir des chiffres et des mises en relation (café, rencontres), sans donner de raison. Demander et donner un coup de main marche comme avant, la fiche reste.
    }
privacy-object = M’opposer
privacy-erase-tips = { $count ->
        [1] { $voice ->
            [vous] Votre astuce peut rester, sans votre nom, pour celles et ceux à qui elle sert. Les mots restent tels quels : à relire avant, au besoin.
           *[tu] Ton astuce peut rester, sans ton nom, pour celles et ceux à qui elle sert. Les mots restent tels quels : à relire avant, au besoin.
        }
       *[other] { $voice ->
            [vous] Vos { $count } astuces peuvent rester, sans votre nom, pour celles et ceux à qui elles servent. Les mots restent tels quels : à relire avant, au besoin.
           *[tu] Tes { $count } astuces peuvent rester, sans ton nom, pour celles et ceux à qui elles servent. Les mots restent tels quels : à relire avant, au besoin.
        }
    }
privacy-erase-but-tips = Effacer, garder mes astuces sans mon nom
privacy-inactive = { $voice ->
        [vous] Le bot est sans nouvelles de vous depuis un an et demi. Sans un geste d’ici le { $last }, il effacera ce qu’il sait de vous. Un clic suffit pour rester.
       *[tu] Le bot est sans nouvelles de toi depuis un an et demi. Sans un geste d’ici le { $last }, il effacera ce qu’il sait de toi. Un clic suffit pour rester.
    }
privacy-stay = Je reste
privacy-stays = Noté, rien ne bouge. { $voice ->
        [vous] Contents de vous savoir là.
       *[tu] Contents de te savoir là.
    }
privacy-export-readme =
    Ce dossier contient tout ce que le bot garde de la personne qui l’a demandé.
    comptoir.json : tout, avec pour chaque sorte de donnée à quoi elle sert, ce qui l’autorise et combien de temps elle est gardée.
    Les fichiers .csv : les mêmes données, une table par fichier, pour un tableur.
    Les instants sont des secondes depuis le 1er janvier 1970 (UTC). Les identifiants sont ceux de Discord ; un tableur peut en arrondir les derniers chiffres, le fichier JSON les a entiers.

# Ce qui est gardé, pourquoi, combien de temps : dit à partir de ce que le code déclare.
data-heading =
    {""}**{ $title }**
    -# { $why } · gardé { $kept }
data-somebody = quelqu’un
privacy-times = Combien de temps, point par point
privacy-times-title = ### Combien de temps, et de quel droit
privacy-time = **{ $title }** · { $kept } · { $basis }
privacy-times-rest =
    -# Après un départ du serveur, tout est caché aussitôt et effacé au bout de 30 jours. Sans aucun geste pendant deux ans, tout est effacé, après un mot à un an et demi. Ce qui est passé est effacé chaque semaine.
kept-member = tant qu’on est membre
kept-standing = tant que c’est affiché ou utile ici
kept-done = jusqu’à ce que ce soit fait
kept-written = { $time } après avoir été noté
kept-several = { $one } ; { $others }
kept-sent = { $time } après l’envoi
kept-closed = { $time } après la clôture
kept-days = { $count ->
        [1] un jour
       *[other] { $count } jours
    }
kept-months = { $count ->
        [1] un mois
       *[other] { $count } mois
    }
basis-consent = accord, qui se retire à tout moment
basis-interest = intérêt légitime de l’association, avec droit de s’opposer
register-membership = Être membre
register-membership-why = savoir qui a accepté la notice, et respecter ses choix
register-membership-data = Identifiant Discord, date et version de la notice acceptée, langue choisie, date du dernier geste, pause, opposition, rôle confié par l’équipe.
register-ties = Les liens
register-ties-why = ne pas remettre en lien les mêmes personnes, et penser à qui en a le moins
register-ties-data = Deux identifiants, ce qui les a mis en lien, la date ; seulement si les deux l’ont confirmé.
register-apart = À éviter
register-apart-why = ne pas mettre en lien avec qui l’on préfère éviter
register-apart-data = L’identifiant de qui le demande, une empreinte de l’autre personne, la date.
register-messages = Les mots en privé
register-messages-why = écrire au bon moment, pas trop, et jamais à qui n’en veut pas
register-messages-data = Ce qui a été envoyé (sa sorte, jamais son texte), quand, et les souhaits de chaque personne.
register-service = Faire marcher les boutons
register-service-why = retrouver un brouillon, envoyer, corriger ou retirer ce qui est affiché
register-service-data = Brouillons, tâches prévues, envois, endroit où se trouve chaque carte, copie des mots pour la recherche.
register-directory = La fiche
register-directory-why = se présenter, et se faire trouver
register-directory-data = Activité, département, ce qui est offert et cherché, une question ; la date d’arrivée.
register-tips = Les astuces
register-tips-why = partager ce qu’on sait, et le garder juste
register-tips-data = Astuces et mots-clés, ce qui a servi, ce qui est gardé, ce qui est signalé comme dépassé, qui a aidé. Une astuce peut rester sans nom après un effacement, si la personne l’a voulu.
register-help = Les coups de main
register-help-why = demander de l’aide, en donner, dire merci
register-help-data = Demandes, qui aide, qui a été sollicité, sujets et rythme de qui veut bien aider, mercis.
register-coffee = Le café
register-coffee-why = se rencontrer à deux ou trois, sans toujours retomber sur les mêmes
register-coffee-data = Rythme, lieux, tours dits oui ou non, avec qui (chaque personne ne voit que sa propre place), si le café a eu lieu, envies de se recroiser.
register-questions = Les questions
register-questions-why = lancer une conversation, avec les mots de qui la propose
register-questions-data = Questions proposées, réponse de l’équipe, où l’une d’elles a été posée. Une question acceptée reste tant que la personne est membre.
register-digest = La gazette en privé
register-digest-why = la recevoir, pour qui l’a demandée
register-digest-data = Identifiant, depuis quand.
register-calendar = Les échéances
register-calendar-why = rappeler les dates choisies, et pas celles qui sont faites
register-calendar-data = Sujets suivis, échéances faites, rappels envoyés.
register-calendar-checks = Des dates justes
register-calendar-checks-why = corriger une date, et savoir qui l’a décidé
register-calendar-checks-data = Dates signalées et réponses, personnes qui vérifient, qui a changé quoi et pourquoi.
register-moderation = Les signalements
register-moderation-why = protéger les membres, et pouvoir dire ce qui a été fait
register-moderation-data = Signalements et leurs suites, personnes concernées, gestes de l’équipe et leurs raisons, pauses décidées, recours. Un signalement survit à un effacement, sous scellés : sans identifiant, sous une empreinte.

# Le registre des traitements (RGPD, article 30).
privacy-register = Le registre des traitements, à garder ou à imprimer. Il est écrit d’après ce que le bot garde vraiment, colonne par colonne.
privacy-purged = Dernier ménage le { $on } : { $count ->
        [0] rien n’était à effacer.
        [1] une ligne effacée.
       *[other] { $count } lignes effacées.
    }
privacy-purged-of = • { $title } : { $count }
privacy-purged-for-long = Depuis le { $since } : { $count } lignes effacées en tout.
privacy-not-purged = Le premier ménage hebdomadaire n’a pas encore eu lieu.
sheet-title = Registre des traitements · { $association }
sheet-controller = Responsable du traitement
sheet-contact = Contact pour les données
sheet-made = Établi le
sheet-why = Finalité
sheet-data = Catégories de données
sheet-basis = Base légale
sheet-kept = Durée de conservation
sheet-keeping = Règles générales de conservation
sheet-keeping-text =
    Après un départ du serveur, tout est caché aussitôt et effacé au bout de 30 jours. Sans aucun geste pendant deux ans, tout est effacé, après un mot à un an et demi. Chaque semaine, ce dont le temps est passé est effacé, et compté.
    Les sauvegardes tournent : une copie disparaît en quelques semaines, et le fichier qu’une sauvegarde a remplacé, 30 jours après. Le carnet des effacements ne contient que des dates et des empreintes, et vit aussi longtemps que la plus ancienne sauvegarde. Les journaux techniques sont sur la machine qui héberge le bot : à régler sur 30 jours au plus (le mode d’emploi dit comment).
sheet-people = Personnes concernées
sheet-people-text = Les membres du serveur Discord de l’association qui ont accepté la notice du bot. Des personnes qui ne l’ont pas acceptée, seul l’identifiant peut apparaître : dans un mot d’accueil à envoyer, un signalement, un historique, et sous forme d’empreinte dans une liste privée.
sheet-recipients = Destinataires
sheet-recipients-text =
    Ce qui est publié est visible des membres du serveur. L’équipe voit ce qui lui est adressé ; personne d’autre.
    L’hébergeur de la machine du bot agit pour le compte de l’association : un contrat de sous-traitance (article 28) est à joindre à cette fiche.
    Discord, où tout cela se passe, est responsable de sa propre plateforme.
sheet-transfer = Transferts hors de l’Union européenne
sheet-transfer-text = Discord traite des données aux États-Unis. Le cadre qui l’autorise est à vérifier et à noter ici par l’association. Le bot lui-même n’envoie rien ailleurs : ni mesure d’audience, ni intelligence artificielle.
sheet-security = Sécurité
sheet-security-text =
    Un fichier par association, lisible du seul compte du bot ; sauvegardes chaque nuit, tournantes ; ce qui est effacé le reste si l’on remet une sauvegarde en place. Après un effacement, les octets du fichier sont écrasés le lendemain au plus tard.
    Le bot ne lit pas les conversations. Les réponses sont privées par défaut. Chaque bouton vérifie les droits de qui le presse. Les journaux techniques ne contiennent ni texte ni nom.
sheet-rights = Droits
sheet-rights-text = Accès, rectification, portabilité, limitation, opposition, effacement : par les commandes « /moi », sans intermédiaire. Toute autre demande : le contact ci-dessus, réponse en un mois au plus. Réclamation : la CNIL, cnil.fr.
sheet-impact = Analyse d’impact
sheet-impact-text =
    Une analyse d’impact ne paraît pas nécessaire : pas de note ni de profil de personne, pas de décision automatique qui ait un effet juridique, pas de données sensibles demandées, un petit nombre de personnes qui ont choisi de participer.
    Ce qui demande le plus de soin : les signalements (accès motivé et noté, sous scellés après un effacement) et les mises en relation (chacun peut s’en retirer, personne n’apprend qui évite qui).
sheet-breach = En cas de fuite
sheet-breach-text = Prévenir le contact ci-dessus et la personne qui tient la machine ; noter ce qui s’est passé, quand, pour qui. Dans les 72 heures, prévenir la CNIL si des personnes peuvent en souffrir, et ces personnes si le risque est grand. Changer le jeton du bot.
sheet-annex = Annexe : ce que contient le fichier, table par table
sheet-table = Table
sheet-columns = Colonnes
sheet-purpose = Pour

# Ce que l’équipe peut faire.
need-privacy-untold = { $count ->
        [1] Sans nouvelles d’une personne depuis un an et demi, le bot n’a pas pu la prévenir, et n’effacera rien : il lui manque un salon pour les fils privés.
       *[other] Sans nouvelles de { $count } personnes depuis un an et demi, le bot n’a pas pu les prévenir, et n’effacera rien : il lui manque un salon pour les fils privés.
    }
need-channel = Choisir un salon
