# Les échéances administratives : des rappels entre pairs, jamais un conseil.

command-echeances = echeances
    .description = Les dates administratives qui reviennent
command-echeances-prochaines = prochaines
    .description = Voir les prochaines dates
command-echeances-prochaines--sujet = sujet
    .description = Un seul sujet : CFE, TVA, micro-entreprise… (facultatif)
command-echeances-suivre = suivre
    .description = Choisir des sujets, et recevoir un rappel avant chaque date
command-echeances-agenda = agenda
    .description = Recevoir ces dates dans un fichier pour son agenda
command-echeances-orga = echeances-orga
    .description = Pour l’équipe : tenir les échéances à jour
command-echeances-orga-dates = dates
    .description = Saisir les dates de l’année
command-echeances-orga-corriger = corriger
    .description = Corriger une date, ou masquer une échéance
command-echeances-orga-confirmer = confirmer
    .description = Confirmer ce qui doit être comparé à sa source
command-echeances-orga-historique = historique
    .description = Voir qui a changé quoi, et quand

purpose-deadlines-check = vérifier des échéances là où je travaille

offer-deadlines-coming = Échéances
offer-deadlines-following = Suivre des sujets
offer-deadlines-report = Signaler une date
offer-deadlines-mine = Mes signalements
offer-deadlines-manage = Échéances
section-deadlines = Échéances
section-deadlines-note = entraide, pas un conseil. Une erreur ? « Signaler une date », dans /echeances prochaines.

# Une date
deadlines-day = { $weekday } { $date }
deadlines-between = entre le { $first ->
        [1] 1er
       *[other] { $first }
    } et le { $last }
deadlines-until = jusqu’au { $last }
deadlines-whose = { $title } ({ $whose })
deadlines-date = **{ $day }**
deadlines-about = -# { $parts }
deadlines-for = pour : { $audience }
deadlines-window = { $voice ->
        [vous] votre date exacte est dans votre espace en ligne
       *[tu] ta date exacte est dans ton espace en ligne
    }
deadlines-to-revalidate = à revérifier : cette date peut encore changer
deadlines-typed = date saisie par l’équipe
deadlines-corrected = date corrigée par l’équipe
deadlines-note = -# { $note }
deadlines-no-advice = Rappel d’entraide, pas un conseil. Les dates peuvent changer et { $voice ->
        [vous] votre
       *[tu] ta
    } situation peut différer : { $where ->
        [fr] { $voice ->
            [vous] seul votre espace Urssaf ou impots.gouv.fr fait foi
           *[tu] seul ton espace Urssaf ou impots.gouv.fr fait foi
        }
       *[other] { $voice ->
            [vous] seul votre espace sur le site de l’administration fait foi
           *[tu] seul ton espace sur le site de l’administration fait foi
        }
    }.
deadlines-disclaimer = -# { $text } Une erreur ? « Signaler une date ».

# Les prochaines dates
deadlines-coming-title = ### { $topic ->
        [all] Prochaines échéances
       *[other] Prochaines échéances · { $topic }
    }
deadlines-coming-none = Aucune date connue dans l’année qui vient.
deadlines-coming-nowhere = Il n’y a pas encore d’échéances pour ici : l’équipe peut choisir où travaillent les membres.
deadlines-coming-awaited = -# Dates à venir, dès que l’équipe les aura saisies : { $entries }.
deadlines-coming-choose = Voir un seul sujet
deadlines-coming-all = Tous les sujets
deadlines-unknown-topic = Je ne connais pas le sujet « { $topic } ». La liste s’ouvre en tapant ; sans sujet, tout est montré.
deadlines-agenda = Pour mon agenda
deadlines-see = Voir les dates

# Suivre
deadlines-following =
    ### Suivre des échéances
    Choisir des sujets suffit : un ou deux rappels arrivent en privé avant chaque date, à une heure calme. « Fait » arrête ceux d’une date.
deadlines-following-choose = { $part ->
        [1] Les sujets à suivre
       *[other] Les sujets à suivre, suite
    }
deadlines-following-none = { $voice ->
        [vous] Vous ne suivez
       *[tu] Tu ne suis
    } aucun sujet pour le moment.
deadlines-following-next = Les prochaines :
deadlines-following-quiet = Aucune date connue dans l’année qui vient pour ces sujets.
deadlines-following-unsure = -# Pas de rappel pour l’instant sur { $topics } : personne n’a revérifié ces dates depuis plus d’un an, l’équipe le sait.
deadlines-following-gone = -# { $count ->
        [1] Un sujet suivi n’est plus proposé ici
       *[other] { $count } sujets suivis ne sont plus proposés ici
    } : pas de rappel de ce côté.
deadlines-following-stop = Tout arrêter
deadlines-following-away = -# Pause en cours : les rappels attendent sa fin, s’ils servent encore.
deadlines-following-closed = -# { $voice ->
        [vous] Vos messages privés semblent fermés : un rappel attendra alors votre
       *[tu] Tes messages privés semblent fermés : un rappel attendra alors ta
    } prochaine visite.
deadlines-stopped-all = C’est noté : plus aucun rappel.

# Un rappel
deadlines-done = Fait
deadlines-stop-topic = Arrêter ce sujet
deadlines-undo = Pas encore
deadlines-resume-topic = Reprendre ce sujet
deadlines-letter = **{ $day }** · { $title }
deadlines-letter-done = « { $title } » : c’est fait, plus de rappel pour cette date.
deadlines-letter-stopped = « { $title } » : plus de rappel, le sujet « { $topic } » est arrêté.
deadlines-letter-gone = Cette date n’est plus montrée ici : { $voice ->
        [vous] mieux vaut regarder votre
       *[tu] mieux vaut regarder ton
    } espace en ligne.
deadlines-letter-unsure = { $voice ->
        [vous] Vous suivez « { $topic } »
       *[tu] Tu suis « { $topic } »
    } : ces dates n’ont pas été revérifiées depuis plus d’un an, alors pas de rappel tant que ce n’est pas fait. L’équipe le sait ; en attendant, { $voice ->
        [vous] mieux vaut regarder votre
       *[tu] mieux vaut regarder ton
    } espace en ligne.
deadlines-letter-hidden = { $voice ->
        [vous] Vous suivez
       *[tu] Tu suis
    } « { $title } » : l’équipe ne montre plus cette échéance ici, alors plus de rappel. { $voice ->
        [vous] Mieux vaut regarder votre
       *[tu] Mieux vaut regarder ton
    } espace en ligne.
deadlines-letter-closed = { $voice ->
        [vous] Vous suivez
       *[tu] Tu suis
    } des échéances de ce territoire : { $place }. L’équipe ne les montre plus ici, alors plus de rappel. { $voice ->
        [vous] Mieux vaut regarder votre
       *[tu] Mieux vaut regarder ton
    } espace en ligne.
deadlines-noted-done = C’est noté : plus de rappel pour « { $title } ».
deadlines-noted-not-done = C’est noté : les rappels de « { $title } » continuent.
deadlines-noted-stopped = C’est noté : plus de rappel sur « { $topic } ».
deadlines-noted-resumed = C’est noté : « { $topic } » est de nouveau suivi.
deadlines-reminder-gone = Ce rappel est trop ancien. Tout est là : { $where }
deadlines-not-yours = Ce rappel est celui de quelqu’un d’autre.

# L’agenda
deadlines-calendar = Échéances · { $association }
deadlines-calendar-file = echeances.ics
deadlines-calendar-unsure = À revérifier : cette date peut encore changer.
deadlines-calendar-disclaimer = { $text } Une erreur ? Sur Discord : /echeances prochaines, « Signaler une date ».
deadlines-agenda-ready = { $mine ->
        [yes] Voici { $voice ->
            [vous] vos sujets
           *[tu] tes sujets
        } dans un fichier
       *[no] Voici toutes les dates dans un fichier
    } : { $voice ->
        [vous] ouvrez-le, ou importez-le dans votre agenda.
       *[tu] ouvre-le, ou importe-le dans ton agenda.
    } Il ne se met pas à jour tout seul : un fichier plus récent corrige ce qui a changé, dans la plupart des agendas, mais n’efface pas ce qui a disparu.
deadlines-agenda-all = Toutes les dates
deadlines-agenda-mine = Seulement mes sujets

# Signaler
deadlines-report-form = Signaler une date
deadlines-report-form-which = Quelle date ?
    .hint = Le titre, ou de quoi il s’agit
    .example = CFE : dernier jour pour payer
deadlines-report-form-what = Qu’est-ce qui ne va pas ?
    .hint = L’équipe lit ces mots, sans savoir de qui ils viennent
    .example = Le site dit le 16 cette année : https://…
deadlines-report-blank = Il manque { $field ->
        [which] de quelle date il s’agit
       *[what] ce qui ne va pas
    } : quelques mots suffisent.
deadlines-report-full = { $most } signalements attendent déjà une réponse de l’équipe : c’est le plus possible à la fois. En retirer un laisse de la place.
deadlines-reported = Merci, c’est transmis à l’équipe, sans nom. Quand elle aura regardé, { $voice ->
        [vous] vous le saurez
       *[tu] tu le sauras
    }.
deadlines-reported-kept = Merci, c’est gardé, sans nom : l’équipe n’a pas encore de salon, elle le verra dans ses échéances.
deadlines-report-line =
    {""}**Une date à vérifier** · { $which }
    { $what }
deadlines-report-quote = > { $text }
deadlines-report-now = Montrée aujourd’hui : { $day } · { $title }
deadlines-report-correct = Voir cette échéance
deadlines-report-find = Chercher l’échéance
deadlines-report-corrected = C’est corrigé
deadlines-report-unchanged = Rien à changer
deadlines-report-again = **Toujours en attente**, depuis le { $since }
deadlines-report-withdraw = Retirer mon signalement
deadlines-report-settled = **Une date signalée**{ $title ->
        [none] { "" }
       *[other] {" "}· { $title }
    } : { $outcome ->
        [corrected] c’est corrigé
       *[unchanged] rien à changer
    }.
deadlines-report-over = C’est déjà réglé, ou le signalement a été retiré.
deadlines-report-thanks = { $voice ->
        [vous] Vous aviez
       *[tu] Tu avais
    } signalé « { $which } » : l’équipe a regardé, { $outcome ->
        [corrected] et corrigé ce qui devait l’être
       *[unchanged] et n’a rien trouvé à changer
    }. Merci, cela sert à tout le monde.
deadlines-mine =
    ### Mes signalements
    Ils attendent l’équipe, qui ne sait pas de qui ils viennent.
deadlines-mine-line = • { $which }, le { $since }
deadlines-mine-none = Aucun signalement n’attend.
deadlines-mine-choose = Retirer un signalement
deadlines-settled = C’est noté. La personne qui l’a signalé le saura.

# L’équipe
deadlines-manage =
    ### Échéances, côté équipe
    Des dates fournies avec le bot, que l’équipe complète, corrige et confirme. Tout changement est gardé dans l’historique.
deadlines-manage-where = Les membres travaillent ici : { $places }
deadlines-manage-nowhere = Aucun territoire n’est choisi : rien n’est montré aux membres.
deadlines-manage-choose = Où travaillent les membres
deadlines-manage-typed = • Dates de l’année à saisir : { $count }
deadlines-manage-reports = • Dates signalées : { $count }
deadlines-manage-stale = • À revérifier, plus montrées aux membres : { $count }
deadlines-manage-unconfirmed = • À confirmer sur place avant d’être montrées : { $count }
deadlines-manage-nothing = Rien n’attend l’équipe.
deadlines-manage-dates = Dates de l’année
deadlines-manage-correct = Corriger, masquer
deadlines-manage-confirm = À confirmer
deadlines-manage-reported = Signalements
deadlines-manage-history = Historique
deadlines-manage-back = Retour

deadlines-dates =
    ### Dates de { $year }
    Personne ne peut les calculer : elles se lisent chaque année à la source. Choisir une ligne permet de saisir sa date, ou de la changer.
deadlines-dates-entry = **{ $title }**
deadlines-dates-line = • { $whose } : { $day ->
        [none] à saisir
       *[other] { $day }
    }
deadlines-dates-none = Aucune date de ce genre pour les territoires choisis.
deadlines-dates-choose = Saisir une date
deadlines-dates-year = Dates de { $year }
deadlines-date-form = Une date de l’année
deadlines-date-form-day = La date
    .hint = Laisser vide la retire
    .example = 27 mai
deadlines-correct-form = Corriger une date
deadlines-correct-form-day = La bonne date
    .hint = Laisser vide revient à la date d’origine
    .example = 17 décembre
deadlines-correct-form-why = Pourquoi (facultatif)
    .hint = Gardé dans l’historique, pour l’équipe
    .example = Reportée cette année, annoncé sur impots.gouv.fr
deadlines-day-not-understood = Je ne comprends pas cette date. « 27 mai », « 27/5 » ou « 27/5/2027 » conviennent.
deadlines-day-other-year = Cette date n’est pas en { $year }. Le bouton de l’année voisine, dans « Dates de l’année », permet de la saisir.
deadlines-day-too-far = C’est à plus de { $days } jours de la date d’origine, le { $named } : une faute de frappe ?

deadlines-correct =
    ### Corriger ou masquer
    Ce qui est décidé ici ne vaut que pour cette association.
deadlines-correct-choose = Choisir une échéance
deadlines-correct-none = Aucune échéance pour les territoires choisis.
deadlines-entry = ### { $title }
deadlines-entry-about = -# { $place } · { $topic } · pour : { $audience }
deadlines-entry-days = Prochaines dates : { $days }
deadlines-entry-no-day = Aucune date dans l’année qui vient.
deadlines-entry-day = { $corrected ->
        [yes] { $day } (corrigée)
       *[no] { $day }
    }
deadlines-entry-hidden = **Masquée** pour cette association.
deadlines-entry-off = **À confirmer** : personne qui travaille là-bas ne l’a encore comparée à sa source. Les membres ne la voient pas.
deadlines-entry-stale = **À revérifier** : pas comparée à sa source depuis plus d’un an. Les membres ne la voient pas.
deadlines-entry-checked = -# Comparée à sa source le { $day }.
deadlines-entry-window = -# Une fenêtre ne se corrige pas : chaque personne y a sa date. On peut la masquer.
deadlines-entry-typed = -# Ses dates se saisissent dans « Dates de l’année ».
deadlines-entry-choose = Corriger une de ses dates
deadlines-entry-hide = Masquer ici
deadlines-entry-show = Montrer à nouveau
deadlines-entry-confirm = C’est juste
deadlines-entry-source = Ouvrir la source
deadlines-entry-gone = Cette échéance n’existe plus dans les fichiers.

deadlines-confirm = ### À confirmer
deadlines-confirm-how = Ouvrir la source, comparer, puis « C’est juste » : c’est montré aux membres pour un peu plus d’un an.
deadlines-confirm-nothing = Tout est confirmé, rien n’est à revérifier.
deadlines-confirm-line = • { $title } ({ $why ->
        [off] { $place }, jamais confirmée
       *[stale] { $place }, à revérifier
    })
deadlines-confirm-more = -# Et { $count ->
        [1] une autre
       *[other] { $count } autres
    }, dans la liste.
deadlines-confirm-choose = Choisir une échéance
deadlines-confirm-local = { $place } : c’est à quelqu’un qui y travaille de confirmer. Personne dans l’équipe ? On peut le demander à un membre.
deadlines-confirm-ask = Demander à quelqu’un
deadlines-confirm-asked = C’est fait. { $member } recevra la question au calme, si cela lui convient.
deadlines-confirm-checker = { $member } ({ $place }) peut confirmer, pendant 90 jours depuis le { $since }
deadlines-confirm-release = Retirer
deadlines-confirmed = C’est noté, merci : « { $title } » est confirmée pour un peu plus d’un an.
deadlines-confirm-next = La suite
deadlines-check-letter = L’équipe cherche quelqu’un qui travaille là-bas ({ $place }) pour comparer quelques dates administratives à leur source. Cela prend dix minutes, sans engagement.
deadlines-check-see = Voir les dates
deadlines-checking =
    ### À comparer avec la source · { $place }
    Ouvrir la source, comparer, puis « C’est juste », ou « Signaler une date ».
deadlines-checking-nothing = Tout est confirmé : merci.
deadlines-not-asked = Cette vérification est confiée à d’autres pour le moment.

deadlines-reports = ### Dates signalées
deadlines-reports-none = Aucune date signalée n’attend l’équipe.
deadlines-stale = { $count ->
        [1] Une échéance n’a pas été revérifiée depuis plus d’un an : elle n’est plus montrée aux membres.
       *[other] { $count } échéances n’ont pas été revérifiées depuis plus d’un an : elles ne sont plus montrées aux membres.
    } La comparer à sa source suffit.

deadlines-history = ### Historique des échéances
deadlines-history-none = Rien n’a encore été changé ici.
deadlines-history-line = -# { $when } · { $who } · { $act ->
        [typed] { $subject } ({ $detail }) : { $before } → { $after }
        [corrected] { $subject } : { $before } → { $after }
        [hidden] { $subject } : masquée
        [shown] { $subject } : montrée à nouveau
        [confirmed] { $subject } : confirmée
        [opened] { $subject } : ajoutée aux territoires
       *[closed] { $subject } : retirée des territoires
    }{ $why ->
        [none] { "" }
       *[other] {" "}({ $why })
    }
deadlines-history-somebody = quelqu’un
deadlines-history-nothing = rien

need-deadlines-typed = { $titles } : { $count ->
        [1] la date de l’année est à saisir.
       *[other] les dates de l’année sont à saisir.
    }
need-deadlines-reports = { $count ->
        [1] Une date administrative est signalée
       *[other] { $count } dates administratives sont signalées
    }.
need-deadlines-stale = { $count ->
        [1] Une échéance est à revérifier : les membres ne la voient plus
       *[other] { $count } échéances sont à revérifier : les membres ne les voient plus
    }.
need-deadlines-unconfirmed = { $count ->
        [1] Une échéance attend d’être confirmée sur place
       *[other] { $count } échéances attendent d’être confirmées sur place
    }.
section-deadlines-line = { $day } · { $title }

# Ce que le bot sait d’une personne.
data-deadline_topics = Un sujet d’échéances suivi depuis le { $at } : { $topic }.
data-deadline_done = Une échéance marquée « Fait » le { $at } : { $deadline }.
data-deadline_reminders = Un rappel d’échéance envoyé le { $at } : { $deadline }.
data-deadline_reports = Une date signalée le { $at } : { $which }, « { $what } ».
data-deadline_checkers = Des échéances à vérifier ({ $jurisdiction }), à la demande de l’équipe, le { $at }.
data-deadline_history = Un changement fait dans les échéances le { $at } : { $subject }{ $has_why ->
        [yes] { " " }· « { $why } »
       *[no] { "" }
    }
