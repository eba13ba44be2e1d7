# Les missions : en partager une, en trouver une, sans pression.

command-mission = mission
    .description = Partager une mission, en trouver une
command-mission-partager = partager
    .description = Partager une mission, un débordement, une recherche de partenaire
command-mission-partager--type = type
    .description = Ce que l’on partage (facultatif)
command-mission-partager--metier = metier
    .description = Pour quelle activité (facultatif)
command-mission-partager--lieu = lieu
    .description = Un département, une ville, à distance (facultatif)
command-mission-liste = liste
    .description = Voir les missions ouvertes
command-mission-mes-missions = mes-missions
    .description = Voir ses missions, qui lève la main, et dire où elles en sont
command-mission-chercher = chercher
    .description = Chercher une mission
command-mission-chercher--quoi = quoi
    .description = Quelques mots : site, relecture, salon… (facultatif)
command-mission-chercher--metier = metier
    .description = Une activité de la liste (facultatif)
command-mission-chercher--lieu = lieu
    .description = Un département, une ville, à distance (facultatif)
command-mission-alertes = alertes
    .description = Dire quelles missions me signaler, ou aucune

preference-feature-opportunities = Missions
    .help = Partager une mission, dire qu’elle intéresse, trouver avec qui la faire.
preference-opportunities-channel = Salon des missions
    .help = **Salon des missions** (facultatif) : un forum (une publication par mission, avec ses étiquettes) ou un salon textuel (un message et son fil).
settings-group-opportunities = Missions
setup-channel-opportunities = missions
acts-feature-opportunities = les missions

guide-opportunities = **Trouver des clients, des partenaires** : { $missions } · partager une mission : { $mission }

offer-opportunities-share = Partager une mission
offer-opportunities-list = Les missions ouvertes
offer-opportunities-mine = Mes missions
offer-opportunities-alerts = Mes alertes

mission-panel-title = Les missions, commence ici
mission-panel =
    ### Les missions
    Un client que l’on ne peut pas prendre, un chantier à partager, quelqu’un à trouver : cela se dit ici, et qui veut lève la main. Pas d’enchères, pas de course.

# Ce que l’on partage.
mission-kind-mission = Mission
    .about = Un besoin que j’ai, ou dont on m’a parlé
mission-kind-subcontract = Sous-traitance
    .about = Une part d’un travail que je mène
mission-kind-overflow = Débordement
    .about = Un travail que je ne peux pas prendre
mission-kind-partner = Recherche de partenaire
    .about = Quelqu’un avec qui faire quelque chose
mission-place-remote = à distance
mission-place-anywhere = peu importe où
mission-tag-filled = C’est trouvé

mission-step =
    ### De quoi s’agit-il ?
    Ensuite, un court formulaire, puis un aperçu.
mission-choose-kind = Choisir
mission-form = Une mission
mission-form-what = De quoi s’agit-il ?
    .hint = Sans nom ni contact de client : cela se dira de vive voix
    .example = Refaire le site d’une petite librairie, textes fournis
mission-form-when = Pour quand ?
    .hint = Un délai, une date, une durée
    .example = d’ici la fin mars, trois ou quatre jours
mission-form-budget = Budget
    .hint = Un ordre de grandeur, « à définir » ou « bénévole »
mission-form-contact = Qui est le contact ?
    .hint = La personne à qui l’on parlerait du travail lui-même
mission-form-contact-me = moi
mission-form-contact-first = une connaissance : de première main
mission-form-contact-second = une connaissance de connaissance : de seconde main
mission-form-commission = Une commission est-elle demandée ?
    .hint = Si oui, la fiche le dit
mission-form-commission-no = non
mission-form-commission-yes = oui
mission-budget-open = à définir

mission-blank = Il manque { $field ->
        [what] quelques mots sur ce qu’il y a à faire
        [when] le moment, même à peu près : « dès que possible », « en mars »
        [contact] qui est le contact
       *[commission] si une commission est demandée
    }. Tout le reste est gardé.
mission-too-long = { $field ->
        [what] Le texte
        [when] Le moment
        [word] Le mot
       *[budget] Le budget
    } fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
mission-client-named = « { $found } » ressemble à un nom de client. Sur la fiche, « une librairie », « une petite entreprise » suffit : le nom se dira de vive voix. Tout le reste est gardé.
mission-unknown-kind = Je ne connais pas « { $typed } ». La liste s’ouvre en tapant ; on peut aussi laisser ce champ vide et choisir ensuite.
mission-unknown-trade = Je ne connais pas l’activité « { $typed } ». La liste s’ouvre en tapant ; on peut aussi laisser ce champ vide.
mission-unknown-place = Je ne connais pas le lieu « { $typed } ». Un département ou une ville de la liste, « à distance », ou rien du tout.

# L’aperçu.
mission-preview = { $missing ->
        [yes]
            ### Encore un point
            { $voice ->
                [vous] Choisissez
               *[tu] Choisis
            } ci-dessous ce qui manque ; le reste est gardé.
       *[no]
            ### Avant de publier
            { $again ->
                [yes] La fiche changera sur place, son fil reste.
               *[no] Voici ce que tout le monde lira.
            }
    }
mission-preview-client = -# Aucun nom ni contact de client ? Parfait : cela se dira de vive voix.
mission-unknown-zone = Je ne connais pas le lieu « { $typed } ». Un département ou une ville proche, ou « à distance ».
mission-another-place = Un autre lieu
mission-place-form = Un autre lieu
mission-place-form-place = Un département ou une ville
    .example = Laval, 53, Sarthe…
mission-draft-anew = Cette mission est close entre-temps. Le texte est gardé : « Partager une mission » le propose comme une nouvelle.
mission-choose-place = Où ? Une ville, à distance…
mission-choose-trade = { $chosen ->
        [none] Pour quelle activité ? (facultatif)
       *[other] Activité : { $chosen }. Une autre ?
    }
mission-publish = Publier
mission-edit = Modifier
mission-later = D’accord. Le brouillon est gardé un jour : « Partager une mission » le rouvrira.
mission-discard = Jeter le brouillon
mission-discarded = C’est jeté.

# La fiche, que tout le monde voit.
mission-card-subject = **{ $subject }**
mission-card-when = **Quand** : { $when }
mission-card-budget = **Budget** : { $budget }
mission-card-contact = **Contact** : { $contact ->
        [me] en direct
        [first] de première main
       *[second] de seconde main
    }
mission-card-commission = **Commission** : oui
mission-card-who = -# Partagé par { $member }
mission-card-state = { $state ->
        [filled] ✅ C’est trouvé, ici.
        [elsewhere] ✅ C’est trouvé, ailleurs.
       *[other] Ce n’est plus d’actualité.
    }{ $own ->
        [yes] { "" }
       *[no] { " " }Merci d’avoir regardé.
    }
mission-interested = Ça m’intéresse
mission-know = Je connais quelqu’un
mission-question = Poser une question
mission-question-where = { $place ->
        [yes] C’est par ici : { $link }. La personne qui a partagé la mission suit ce fil.
       *[no] Le fil s’ouvrira dès que Discord le permettra. « Ça m’intéresse » permet aussi de laisser un mot.
    }
mission-open-card = Voir dans le salon
mission-change = Mes missions
mission-away = Cette mission revient quand la personne qui l’a partagée sera de nouveau parmi nous.
mission-away-title = Mission
mission-taken-down-title = Mission retirée

# Après le partage.
mission-published = C’est publié, merci. Qui lève la main, personne d’autre ne le voit.
mission-updated = C’est à jour. Les réponses sont restées.
mission-will-appear = C’est enregistré. La mission paraîtra dès que Discord le permettra ; il n’y a rien à refaire.
mission-no-channel-yet = C’est enregistré. La mission paraîtra quand l’équipe aura choisi un salon ; on peut déjà la trouver en cherchant.
mission-appeared = { $voice ->
        [vous] Votre
       *[tu] Ta
    } mission est en ligne.
mission-given-up = { $voice ->
        [vous] Votre
       *[tu] Ta
    } mission n’a pas pu paraître. Rien n’est perdu : elle est dans « Mes missions », d’où l’on peut la publier à nouveau.
mission-over = Ce n’est plus d’actualité, merci.
mission-own-over = C’est déjà noté : cette mission n’est plus ouverte. « Mes missions » permet de la rouvrir.
mission-removed = L’équipe a retiré cette mission : elle ne peut pas être rouverte. Le texte reste dans « Mes missions » ; pour en parler, l’équipe est là.
mission-not-yours = Seule la personne qui a partagé cette mission peut faire cela.

# Les listes.
mission-list-title = ### Les missions ouvertes
mission-list-none = Rien d’ouvert pour l’instant. Les alertes préviennent, pas besoin de guetter.
mission-list-about = -# { $subject } · { $when } · { $member }
mission-list-choose = Un seul type
mission-list-all = Tous les types
mission-pick = En ouvrir une
mission-found = { $fits ->
        [elsewhere] ### { $where } : rien pour l’instant ; ailleurs, oui
       *[here] ### Les missions trouvées
    }{ $has_query ->
        [yes] { " " }: « { $query } »
       *[no] { "" }
    }
mission-none-found = Rien ne correspond{ $has_query ->
        [yes] { " " }à « { $query } »
       *[no] { "" }
    } pour l’instant. Les alertes préviennent quand une mission arrive.
mission-mine-title = ### Mes missions
mission-mine-none = Aucune mission partagée pour l’instant.
mission-mine-line = • { $what }{"\u000A"}-# { $subject }{ $state ->
        [open] { "" }
        [waits] { " " }· quelqu’un a levé la main
        [filled] { " " }· trouvé ici
        [elsewhere] { " " }· trouvé ailleurs
        [withdrawn] { " " }· plus d’actualité
        [removed] { " " }· retirée par l’équipe
       *[expired] { " " }· terminée
    }
mission-mine-up = **Là où { $voice ->
        [vous] votre
       *[tu] ta
    } main est levée**
mission-mine-stands = Où en est-elle ?
mission-still-open = Toujours ouverte
mission-filled = C’est quelqu’un d’ici
mission-elsewhere = Trouvé ailleurs
mission-withdraw = Plus d’actualité
mission-reopen = Rouvrir
mission-publish-again = Publier à nouveau
mission-forget = Effacer
mission-forget-ask = Effacer cette mission, avec sa fiche et ce que l’on y a répondu ?{ $chosen ->
        [yes] { " " }La personne choisie ne la retrouvera plus, et le fil privé se ferme, ou s’efface si personne n’y a écrit.
       *[no] { "" }
    }
mission-forgotten = C’est effacé.

section-missions = Des missions à prendre
section-missions-line = { $subject } : { $what } · [voir]({ $url })

# Ce que le bot sait de moi.
register-missions = Les missions
register-missions-why = partager une mission, dire qu’elle intéresse, trouver avec qui la faire
register-missions-data = Missions, qui lève la main et son mot, qui a été proposé, alertes et ce qu’elles ont signalé.
data-missions = { $as ->
        [author_id] Une mission partagée le { $created_at } : « { $what } »{ $state ->
            [open] { "" }
           *[other] { " " }· terminée
        }
       *[other] Une mission partagée par { $other }, faite par { $voice ->
            [vous] vous
           *[tu] toi
        } d’après cette personne : « { $what } »
    }
data-mission_interest = Un intérêt pour une mission, dit le { $at }{ $has_word ->
        [yes] { " " }: « { $word } »
       *[no] .
    }
data-mission_named = Une mission proposée par quelqu’un, le { $at }{ $answer ->
        [yes] { " " }: c’était oui.
        [no] { " " }: c’était non.
       *[none] .
    }
data-mission_told = Une mission signalée par les alertes, le { $at }.
data-mission_alerts = Les alertes des missions, à jour au { $updated_at }.
data-mission_alert_choices = Une alerte pour les missions : { $code }.
