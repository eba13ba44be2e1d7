# Demander un coup de main, en donner un, dire merci.

command-coup-de-main = coup-de-main
    .description = Demander un coup de main, en donner un
command-coup-de-main-demander = demander
    .description = Demander un coup de main
command-coup-de-main-demander--prive = prive
    .description = En privé : rien ne paraît dans le salon, et l’on choisit à qui l’on en dit plus
command-coup-de-main-aider = aider
    .description = Dire sur quoi l’on peut donner un coup de main, et combien de fois
command-coup-de-main-liste = liste
    .description = Voir les demandes ouvertes
command-coup-de-main-mes-demandes = mes-demandes
    .description = Voir ses propres demandes
command-coup-de-main-reseaux = reseaux
    .description = Voir les autres réseaux, quand personne ici ne peut aider
command-merci = merci
    .description = Remercier quelqu’un, en disant pourquoi
command-merci--membre = membre
    .description = La personne
command-merci--raison = raison
    .description = Ce que cela a changé, en une phrase

preference-help-channel = Salon des coups de main
    .help = **Salon des coups de main** (facultatif) : un forum (une publication par demande) ou un salon textuel (un message et son fil).
preference-help-at-once = Personnes sollicitées à la fois
    .help = **Personnes sollicitées à la fois** : à combien une demande est proposée en privé, parmi celles qui l’ont accepté.
preference-help-again = En solliciter d’autres
    .help = **En solliciter d’autres** : après combien de jours ouvrés sans réponse.
preference-help-digest = Passer dans la lettre
    .help = **Passer dans la lettre** : après combien de jours ouvrés une demande sans réponse y est reprise.
preference-help-organisers = Prévenir l’équipe
    .help = **Prévenir l’équipe** : après combien de jours une demande reste sans réponse.
preference-help-networks = Proposer d’autres réseaux
    .help = **Proposer d’autres réseaux** : quand personne ici n’a pu aider, montrer la liste des réseaux voisins.

purpose-help = donner un coup de main
purpose-help-own = où en est ma demande

offer-help_requests-ask = Demander un coup de main
offer-help_requests-networks = Autres réseaux
offer-help_requests-ask_privately = Demander en privé
offer-help_requests-lend = Proposer mon aide
offer-help_requests-mine = Mes demandes
offer-help_requests-list = Les demandes ouvertes
offer-help_requests-join = Je peux aider
offer-help_requests-thank_as = Dire merci

help-panel-title = Besoin d’un coup de main ? Commence ici
help-panel =
    ### Un coup de main ?
    Une question suffit. Elle paraît ici, et quelques personnes qui s’y connaissent sont sollicitées en privé. Ce qui ne se dit pas devant tout le monde se demande en privé.
help-away = Cette demande n’est pas visible pour le moment.
help-away-title = Coup de main

# Le formulaire.
help-form = Demander un coup de main
help-form-question = La question, en une phrase
    .example = Comment facturer un acompte à un client allemand ?
help-form-by_when = Pour quand ?
    .hint = Un jour : vendredi prochain, fin du mois, 24/12
    .example = vendredi prochain
help-form-details = Un peu plus de contexte (facultatif)
help-private-form = Demander en privé
help-private-form-question = La question, en une phrase
    .hint = Seules les personnes que l’on accepte la verront
help-private-form-by_when = Pour quand ?
    .hint = Un jour : vendredi prochain, fin du mois, 24/12
    .example = vendredi prochain
help-private-form-line = Une ligne pour les personnes sollicitées
    .hint = C’est tout ce qu’elles verront, avec le sujet
    .example = Relire un courrier délicat à un client
help-private-form-details = Un peu plus de contexte (facultatif)
    .hint = Seules les personnes que l’on accepte le verront

help-blank = Il manque { $field ->
        [question] la question, en quelques mots
        [line] la ligne que liront les personnes sollicitées
        [name] le nom du réseau
       *[purpose] ce à quoi sert ce réseau
    }.
help-too-long = { $field ->
        [question] La question
        [line] La ligne
        [details] Le contexte
        [worked] Ce qui a marché
        [reason] La raison
        [name] Le nom
       *[purpose] L’usage
    } fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
help-day-not-understood = Je n’ai pas compris « { $typed } ». Un jour suffit : vendredi, 3 août, 24/12. Tout le reste est gardé.
help-day-out-of-reach = { $past ->
        [yes] Ce jour est déjà passé. Tout le reste est gardé.
       *[no] C’est dans plus d’un an : un jour plus proche aide à répondre. Tout le reste est gardé.
    }
help-no-threads = Une demande privée a besoin d’un salon pour les fils privés, et l’équipe n’en a pas encore choisi. { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } demander devant tout le monde, ou écrire à quelqu’un de confiance.

# Les sujets.
help-category-administratif = Administratif
help-category-prospection = Prospection
help-category-tarifs = Tarifs
help-category-outils = Outils
help-category-regard = Un regard extérieur
help-category-independance = La vie d’indépendant
help-category-autre = Autre chose
help-category-none = Sans sujet
help-choose-category = Ranger sous un sujet (facultatif)

# La fiche, que tout le monde voit.
help-tag-open = Ouverte
help-tag-under-way = En cours
help-tag-solved = Réglée
help-tag-aside = Mise de côté
help-card-question = ### { $question }
help-card-about = -# { $member } · pour le { $day }{ $subject ->
        [none] { "" }
       *[other] { " " }· { $subject }
    }
help-card-state = { $state ->
        [under-way] 🤝 Quelqu’un s’en occupe ; on peut s’y joindre.
        [solved] ✅ C’est réglé.
        [aside] 💤 Mise de côté.
       *[closed] Ce n’est plus d’actualité.
    }
help-card-worked = **Ce qui a marché** : { $worked }
help-can-help = Je peux aider
help-solve = C’est réglé
help-reopen = Rouvrir
help-open-tip = L’astuce qui en est née
help-open-card = Voir la demande
help-open-thread = Ouvrir le fil
help-open-conversation = Aller à la conversation
help-change = Mes demandes
help-taken-down-title = Demande retirée
help-thread-joined = { $helper } peut aider. { $asker }, c’est par ici.

# Après une demande.
help-published = C’est publié. Si cela touche à ce que quelqu’un connaît ici, la question lui est aussi posée en privé.
help-will-appear = C’est enregistré. La demande paraîtra dès que Discord le permettra ; il n’y a rien à refaire.
help-no-channel-yet = C’est enregistré. La demande paraîtra quand l’équipe aura choisi un salon ; il n’y a rien à refaire.
help-updated = C’est à jour.
help-meanwhile = **En attendant, ceci peut aider.**
help-meanwhile-line = • { $title }
help-categorised = C’est rangé sous « { $subject } ».
help-appeared = { $voice ->
        [vous] Votre demande
       *[tu] Ta demande
    } de coup de main est en ligne.
help-given-up = { $voice ->
        [vous] Votre demande
       *[tu] Ta demande
    } de coup de main n’a pas pu paraître. Rien n’est perdu : elle est dans « Mes demandes », d’où l’on peut la publier à nouveau.

# Une demande privée.
help-private-preview =
    ### Avant d’envoyer
    Les personnes sollicitées liront seulement ceci :
help-private-seen = > **{ $subject }** · { $line }
help-private-rest =
    Celles que { $voice ->
        [vous] vous acceptez
       *[tu] tu acceptes
    } liront aussi :
help-private-warning = -# Visible par { $voice ->
        [vous] vous, par les personnes que vous acceptez
       *[tu] toi, par les personnes que tu acceptes
    } et, Discord le veut ainsi, par celles qui gèrent les fils.
help-private-send = Envoyer
help-private-edit = Modifier
help-private-later = D’accord. Le brouillon est gardé un jour : « Demander en privé » le rouvrira.
help-private-sent = C’est parti. Si quelqu’un s’y connaît ici, la question lui sera posée, sans dire de qui. Dès qu’une personne propose son aide, { $voice ->
        [vous] vous le saurez, et vous direz
       *[tu] tu le sauras, et tu diras
    } oui ou non.
help-offer = { $helper } propose son aide : « { $question } »
help-offer-accept = Accepter
help-offer-refuse = Pas cette fois
help-offer-accepted = C’est noté : un fil privé s’ouvre avec { $helper }.
help-offer-refused = C’est noté. Cela reste entre nous.
help-offer-answered = C’est déjà noté, il n’y a rien d’autre à faire.
help-thread-title = Un coup de main, en privé
help-no-thread = Le fil privé n’a pas pu s’ouvrir. { $voice ->
        [vous] Vous pouvez écrire directement à qui vous avez accepté
       *[tu] Tu peux écrire directement à qui tu as accepté
    } : { $helpers }.

# Un mot à qui peut aider.
help-ask-public = { $asker } demande un coup de main, pour le { $day } :
help-ask-question = > { $url ->
        [none] { $question }
       *[other] [{ $question }]({ $url })
    }
help-ask-private = Quelqu’un demande un coup de main, en privé :
help-ask-because = -# Pourquoi { $voice ->
        [vous] vous
       *[tu] toi
    } : { $reasons }.
help-ask-named = -# { $member } a pensé à { $voice ->
        [vous] vous
       *[tu] toi
    }.
help-ask-named-by-somebody = -# Quelqu’un a pensé à { $voice ->
        [vous] vous
       *[tu] toi
    }.
help-reason-word = { $voice ->
        [vous] vous avez indiqué
       *[tu] tu as indiqué
    } « { $what } »{ $two ->
        [yes] { " " }et « { $second } »
       *[no] { "" }
    }
help-reason-trade = { $voice ->
        [vous] votre activité est
       *[tu] ton activité est
    } « { $what } »
help-reason-place = { $voice ->
        [vous] vous êtes
       *[tu] tu es
    } dans le même coin, { $what }
help-reason-and = { $first }, et { $second }
help-ask-take = Je m’en occupe
help-ask-decline = Je ne peux pas
help-ask-knows = Je connais quelqu’un
help-taking = Merci, c’est noté.{ $place ->
        [yes] { " " }La suite se passe ici :
       *[no] { " " }La conversation s’ouvrira dès que Discord le permettra.
    }
help-taking-private = Merci. Si la personne le souhaite, un fil privé s’ouvrira entre vous ; sinon, on en reste là.
help-declined = D’accord, merci d’avoir lu. Personne ne le saura.
help-over = Ce n’est plus d’actualité, merci.
help-not-asked = Ce mot s’adressait à quelqu’un d’autre.
help-said-already = C’est déjà noté, il n’y a rien d’autre à faire.

# « Je connais quelqu’un »
help-knows = À qui { $voice ->
        [vous] pensez-vous
       *[tu] penses-tu
    } ? La question lui sera posée de { $voice ->
        [vous] votre
       *[tu] ta
    } part, si c’est possible.
help-knows-outside = -# Pour quelqu’un qui n’est pas membre ici, le plus simple est d’écrire directement à { $asker }.
help-knows-inside = -# Pour une demande privée, seul un membre d’ici peut être proposé.
help-name-form = Je connais quelqu’un
help-name-form-name = Son nom sur le serveur
    .hint = Le début suffit
help-named = Merci. Si c’est possible, la question lui sera posée de { $voice ->
        [vous] votre
       *[tu] ta
    } part.
help-name-yourself = Pour { $voice ->
        [vous] vous-même
       *[tu] toi-même
    }, le bouton est « Je m’en occupe ».
help-name-asker = C’est la personne qui demande.
help-name-bot = Un bot ne peut pas donner de coup de main.

# Rejoindre une demande depuis le salon ou la liste.
help-joined = Merci. { $place ->
        [yes] La suite se passe ici :
       *[no] La conversation s’ouvrira dès que Discord le permettra.
    }
help-own-request = C’est { $voice ->
        [vous] votre
       *[tu] ta
    } propre demande.

# C’est réglé.
help-not-yours = Seule la personne qui a demandé, ou l’équipe, peut faire cela.
help-solved = C’est noté, tant mieux. Le reste est facultatif.
help-solved-for = C’est noté : la demande est réglée.
help-solved-by-team = L’équipe a noté que { $voice ->
        [vous] votre
       *[tu] ta
    } demande est réglée : « { $question } ». Pour dire qui a aidé, ou ce qui a marché : { $mine }, sur le serveur.
help-solved-in-dm = C’est noté, tant mieux. Pour dire qui a aidé, ou ce qui a marché : { $mine }, sur le serveur.
help-who-helped = Qui a aidé ?
help-who-helped-noted = C’est noté. { $voice ->
        [vous] Votre
       *[tu] Ton
    } merci part en privé.
help-who-helped-nobody = C’est noté.
help-who-helped-not-you = On ne se remercie pas soi-même : { $voice ->
        [vous] choisissez
       *[tu] choisis
    } les personnes qui ont aidé.
help-what-worked = Dire ce qui a marché
help-worked-form = Ce qui a marché
help-worked-form-worked = En une ligne
    .example = Demander l’acompte dès le devis, sans TVA
help-worked-noted = C’est noté sur la demande.
help-make-tip = En faire une astuce
help-no-tip = Une astuce se fait d’une demande réglée, et jamais d’une demande privée.

# Ma demande n’avance pas.
help-still = Où en est { $voice ->
        [vous] votre
       *[tu] ta
    } demande ? « { $question } »
help-still-open = Toujours ouverte
help-close = Plus besoin
help-still-noted = D’accord, elle reste ouverte.
help-closed = C’est noté : la demande est fermée. On peut la rouvrir depuis « Mes demandes ».
help-reopened = La demande est de nouveau ouverte.
help-dry = « { $question } » : pas encore de réponse. La demande reste ouverte ; { $some ->
        [yes] ces autres réseaux peuvent peut-être aider.
       *[no] en parler de vive voix à l’équipe peut débloquer les choses.
    }
help-network-line = • [{ $name }]({ $url }) · { $purpose }

# Ce qui attend l’équipe : jamais qui a été sollicité.
help-unanswered = Un coup de main attend encore une réponse.

# Les listes.
help-list-title = ### Les demandes ouvertes
help-list-none = Aucune demande ouverte{ $subject ->
        [none] { "" }
       *[other] { " " }sur ce sujet
    }. C’est bon signe, ou c’est le moment de demander.
help-list-subject = **{ $subject }**
help-list-line = { $question }
help-list-about = -# { $member } · pour le { $day }{ $state ->
        [under-way] { " " }· quelqu’un s’en occupe
       *[open] { "" }
    }
help-list-choose = Un seul sujet
help-list-all = Tous les sujets
help-mine-title = ### Mes demandes
help-mine-none = Aucune demande pour l’instant.
help-mine-line = • { $question } · { $state ->
        [open] ouverte
        [under-way] en cours
        [solved] réglée
        [aside] mise de côté
       *[closed] fermée
    }{ $private ->
        [yes] { " " }· privée
       *[no] { "" }
    }
help-mine-choose = Ouvrir une demande
help-edit = Modifier
help-publish-again = Publier à nouveau
help-withdraw = Retirer
help-withdraw-ask = Retirer cette demande ? Elle disparaît, avec ce qui en est gardé ici ; une conversation où d’autres ont écrit reste.
help-withdraw-yes = Retirer
help-withdrawn = C’est retiré.
help-one-offers = **En attente de { $voice ->
        [vous] votre
       *[tu] ta
    } réponse** · { $helper } propose son aide.

# Proposer son aide.
help-lend-title = ### Donner un coup de main
help-lend-off = On ne { $voice ->
        [vous] vous
       *[tu] te
    } demande rien pour l’instant. Si { $voice ->
        [vous] vous voulez
       *[tu] tu veux
    }, une question arrive en privé quand elle touche à ces sujets, { $often ->
        [1] une fois
       *[other] { $often } fois
    } par semaine au plus. Dire non ne se voit pas.
help-lend-on = On peut { $voice ->
        [vous] vous
       *[tu] te
    } demander un coup de main, { $often ->
        [1] une fois
       *[other] { $often } fois
    } par semaine au plus. Dire non ne se voit pas.
help-lend-paused = En pause jusqu’au { $until }.
help-lend-subjects = **Sujets** · { $subjects }
help-lend-no-subject = **Sujets** · aucun pour l’instant ; c’est par eux que les questions arrivent.
help-lend-yes = On peut me demander
help-lend-no = Ne plus me demander
help-lend-change = Changer les sujets
help-lend-often = Combien de fois par semaine ?
help-lend-rest = Faire une pause
help-lend-resume = Finir la pause
help-lend-weekly = On peut me demander un coup de main
help-lend-weekly-means = -# Un coup de main : une demande par semaine au plus ; dire non ne se voit pas.
help-subjects-form = Donner un coup de main
help-subjects-form-subjects = Sur quoi ?
    .hint = Séparé par des virgules : ces mots servent à trouver la bonne personne
    .example = Webflow, facturation, relire un devis
help-subjects-blank = Il manque au moins un sujet, en quelques mots.
help-subjects-many = { $count } sujets, c’est beaucoup ; { $limit } au plus, les plus parlants. Tout est gardé : il suffit d’en retirer.

# Les autres réseaux.
help-networks-title = ### Les autres réseaux
help-networks-none = La liste est encore vide.
help-networks-add = Ajouter
help-networks-choose = Modifier ou retirer
help-networks-edit = Modifier
help-networks-remove = Retirer
help-networks-open = Ouvrir la page
help-networks-full = Il y a déjà { $limit } réseaux : il faut en retirer un d’abord.
help-network-form = Un autre réseau
help-network-form-name = Son nom
    .example = Chambre de métiers de la Mayenne
help-network-form-purpose = À quoi sert-il ?
    .example = Création, formation, comptabilité de base
help-network-form-url = Son adresse
    .example = https://www.cma-paysdelaloire.fr
help-network-address = L’adresse d’une page, s’il { $voice ->
        [vous] vous
       *[tu] te
    } plaît : elle commence par https://
help-network-gone = Ce réseau n’est plus dans la liste.

# Les étapes, que l’équipe règle.
help-steps = Régler les étapes
help-steps-title =
    ### Quand personne ne répond
    Chaque étape se règle, ou s’éteint.
choice-help-at-once = { $code ->
        [off] Ne solliciter personne en privé
        [1] Solliciter une personne à la fois
       *[other] Solliciter { $code } personnes à la fois
    }
choice-help-again = { $code ->
        [off] N’en solliciter pas d’autres ensuite
        [1] En solliciter d’autres après un jour ouvré
       *[other] En solliciter d’autres après { $code } jours ouvrés
    }
choice-help-digest = { $code ->
        [off] Ne pas passer dans la lettre
       *[other] Passer dans la lettre après { $code } jours ouvrés
    }
choice-help-organisers = { $code ->
        [off] Ne pas prévenir l’équipe
       *[other] Prévenir l’équipe après { $code } jours
    }
choice-help-networks = { $code ->
        [off] Ne pas proposer d’autres réseaux
       *[on] Proposer d’autres réseaux à la fin
    }
help-steps-back = Retour aux réseaux

# Dire merci.
thanks-reason-blank = Il manque la raison : c’est elle qui fait plaisir.
thanks-form = Dire merci
thanks-form-reason = Pourquoi ?
    .example = Tes trois phrases m’ont évité une semaine d’hésitation
thanks-yourself = On ne se remercie pas soi-même.
thanks-bot = Un bot n’attend pas de merci.
thanks-preview = À { $member } : « { $reason } »
thanks-show = Le dire dans le fil
thanks-send = L’envoyer en privé
thanks-already = C’est déjà dit : un merci suffit, pour la même chose.
thanks-shown = C’est dit.
thanks-sent = C’est dit, en privé.
thanks-post = 🙏 { $giver } remercie { $receiver } : { $reason }
thanks-letter = { $giver } { $voice ->
        [vous] vous
       *[tu] te
    } remercie{ $why ->
        [yes] { " " }: « { $reason } »
        [plain] { "" }, et tient à le dire.
       *[no] { " " }pour { $voice ->
            [vous] votre
           *[tu] ton
        } coup de main : « { $question } »
    }

# Ce que le bot sait de moi.
data-help_requests = Une demande de coup de main, le { $created_at } : « { $question } »{ $has_line ->
        [yes] { " " }· dit aux personnes demandées : « { $line } »
       *[no] { "" }
    }{ $has_details ->
        [yes] { " " }· { $details }
       *[no] { "" }
    }{ $has_worked ->
        [yes] { " " }· ce qui a aidé : « { $worked } »
       *[no] { "" }
    }
data-help_helpers = Un coup de main donné, ou proposé, le { $at }.
data-help_asked = Une question posée par le bot le { $at } : un coup de main possible ?{ $answer ->
        [yes] { " " }Réponse : oui.
        [no] { " " }Réponse : non.
        [knows] { " " }Réponse : je connais quelqu’un.
       *[none] { "" }
    }
data-helpers = D’accord pour donner des coups de main, depuis le { $created_at }{ $has_paused_until ->
        [yes] { " " }· en pause jusqu’au { $paused_until }
       *[no] { "" }
    }
data-helper_subjects = Un sujet de coup de main : { $label }.
data-thanks = Un merci { $as ->
        [giver_id] à { $other }
       *[receiver_id] de { $other }
    }, le { $at }{ $has_reason ->
        [yes] { " " }· « { $reason } »
       *[no] { "" }
    }
