# Ce qui est prévu : son nom, son rythme, et ce qui n’a pas pu se faire.

# Le nom de ce qui part, ou se fait, un jour (« Prochains envois » et les messages à l’équipe).
due-introductions-card = Une présentation
due-kernel-taken-down = Le retrait d’une publication
due-introductions-welcome = Le mot d’accueil
due-introductions-tidy-newcomers = Le ménage de l’accueil
due-introductions-unanswered = Rappel à l’équipe, si une présentation reste sans réponse
due-introductions-unanswered-note = Rappel à l’équipe : une présentation sans réponse
due-introductions-recap = Le point sur les présentations
due-kernel-panel = Le panneau d’un salon
due-organisers-trial = Un message d’essai
due-kernel-report = Un message à l’équipe
due-kernel-nightly = La sauvegarde de la nuit
due-kernel-check-panels = La vérification des panneaux
due-privacy-purge-leaver = L’effacement d’une personne partie
due-privacy-erase = L’effacement d’une personne dont le délai est passé
due-privacy-reconcile = La mise à jour de la liste des membres
due-privacy-sweep = Le ménage quotidien
due-privacy-inactive = Un mot après un long silence
due-privacy-purge = Le ménage hebdomadaire

weekday-0 = lundi
weekday-1 = mardi
weekday-2 = mercredi
weekday-3 = jeudi
weekday-4 = vendredi
weekday-5 = samedi
weekday-6 = dimanche

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
day-written = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }

# « chaque lundi à 09:00 »
rhythm-days = { $every ->
        [1] chaque jour
       *[other] tous les { $every } jours
    } à { $at }
rhythm-weeks = { $every ->
        [1] chaque { $weekday }
       *[other] le { $weekday }, toutes les { $every } semaines,
    } à { $at }
rhythm-month-day = { $day ->
        [last] le dernier jour
        [1] le 1er
       *[other] le { $day }
    } de chaque mois à { $at }
rhythm-month-weekday = le { $nth ->
        [1] premier
        [2] deuxième
        [3] troisième
        [4] quatrième
       *[last] dernier
    } { $weekday } de chaque mois à { $at }

clock-time = { $hour } h { $minute }

late-note = -# Prévu le { $at }, un peu en retard.

report-settled = **{ $what }** : { $answer ->
        [again] l’équipe a demandé un nouvel essai.
       *[given-up] l’équipe a abandonné.
    }
report-restored = Une sauvegarde a été remise en place. { $count ->
        [1] Une chose prévue depuis a peut-être déjà été faite
       *[other] { $count } choses prévues depuis ont peut-être déjà été faites
    } : « Prochains envois » les montre, à refaire ou à abandonner.
report-damaged = Le fichier de cette association est abîmé. Le bot continue, mais ne fait plus de copie : la personne qui l’héberge doit remettre la dernière sauvegarde en place.
parked-try-again = Réessayer
parked-give-up = Abandonner
parked-again = D’accord, nouvel essai tout de suite.
parked-given-up = D’accord, cela ne se fera pas.
parked-gone = C’est déjà réglé, ou déjà parti.

# Les astuces.
due-tips-card = Une astuce
due-tips-review = Le tour des astuces d’il y a plus d’un an
due-tips-settle = La fin d’attente d’un accord pour une astuce

# Les coups de main.
due-help_requests-card = Une demande de coup de main
due-help_requests-joined = Une personne rejoint une conversation
due-help_requests-thread = Un fil privé
due-help_requests-thanks = Un merci, dans un fil
due-help_requests-care = Le suivi des coups de main en attente
due-help_requests-tidy = La vérification de ce suivi
due-help_requests-private-care = Le suivi des demandes privées
due-help_requests-unanswered = Rappel à l’équipe, si une demande reste sans réponse

# Les fils de café.
due-matchmaking-thread = Le fil privé d’un café
due-matchmaking-nudge = Un mot dans un fil de café resté silencieux
due-matchmaking-check-in = La question « alors, ce café ? »
due-matchmaking-announce = Un tour de café, annoncé cinq jours avant
due-matchmaking-announcement = L’annonce d’un tour de café, dans son salon
due-matchmaking-match = La formation des binômes du café
due-matchmaking-close = La fin d’un tour de café
due-matchmaking-tidy = Le ménage des cafés

# La gazette.
due-digest-post = La gazette
due-digest-needs = La gazette de l’équipe : ce qui attend quelqu’un

# Les échéances administratives.
due-deadlines-look = Le regard du matin sur les échéances
due-deadlines-more = La suite des rappels d’échéances
due-deadlines-unsure = Un mot à qui suit des échéances à revérifier
due-deadlines-stale = Rappel à l’équipe : des échéances à revérifier
due-deadlines-report = Une date signalée, à l’équipe
due-deadlines-report_again = Une date signalée, encore une fois à l’équipe

# La question du moment.
due-prompts-ask = La question du moment
due-prompts-question = Une question, et son fil
due-prompts-proposed = Un mot à l’équipe : une question proposée
due-prompts-stopped = Un mot à l’équipe : la question s’est arrêtée
due-prompts-tidy = Le rangement des questions
due-prompts-remind = Un rappel à l’équipe : une question proposée attend

# Les signalements.
due-moderation-line = Un signalement attend, dans le salon de l’équipe
due-moderation-refer = Un signalement que personne n’a pris
due-moderation-tidy = Le rangement des signalements

# Les missions
due-opportunities-alerting = Les alertes des missions
due-opportunities-thread = Le fil privé d’une mission
due-opportunities-card = Une mission
due-opportunities-ending = Les missions dont le temps est passé
due-opportunities-followed = Une personne suit le fil de sa mission

# Les mises en relation
due-warm_intros-care = Le suivi des recherches
due-warm_intros-tend = Le suivi des présentations
due-warm_intros-thread = Le fil privé d’une mise en relation
