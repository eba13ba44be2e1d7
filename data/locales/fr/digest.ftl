# La gazette : une fois par semaine, ce qui s’est passé et ce qui vient ; en privé pour qui le souhaite.

command-gazette = gazette
    .description = Ce qui s’est passé ici ces sept derniers jours

preference-digest-channel = Salon de la gazette
    .help = **Salon de la gazette** (facultatif) : un message par semaine, douze lignes au plus. Le jour et l’heure s’allument dans « Rythmes et pauses ».
setup-channel-digest = gazette

digest-title = ### La gazette du { $day }
digest-running = ### La gazette des sept derniers jours
digest-heading = **{ $heading }**
digest-note = -# { $heading } : { $note }
digest-line = • { $line }
digest-short = { $heading } · { $line }
digest-quiet = Rien de neuf pour le moment, et c’est très bien aussi.
digest-nothing-left = Plus rien à lire ici pour le moment.
digest-held = -# { $voice ->
        [vous] Vos
       *[tu] Tes
    } messages privés sont fermés : la gazette attendait ici.
digest-coming = { $what } : { $at }

digest-all = Tout voir
digest-see = Voir la gazette
digest-subscribe = Recevoir en privé
digest-unsubscribe = Ne plus recevoir en privé
digest-subscribed = { $new ->
        [yes] C’est noté : { $appears ->
            [yes] chaque gazette arrivera aussi en privé.
           *[no] la gazette arrivera aussi en privé, dès que l’équipe la fera paraître.
        }
       *[no] C’était déjà noté : chaque gazette arrive aussi en privé.
    } { $closed ->
        [yes] { $voice ->
            [vous] Vos
           *[tu] Tes
        } messages privés semblent fermés : elle attendra alors { $voice ->
            [vous] votre
           *[tu] ta
        } prochaine visite, une semaine au plus.
       *[no] { "" }
    }
digest-unsubscribed = C’est noté : plus de copie en privé. { $gazette } la montre à tout moment.

# Les rubriques : leur titre, puis une ligne de chacune.
section-newcomers = À saluer
section-newcomers-line = { $member }{ $known ->
        [yes] , { $about }
       *[no] { "" }
    } · [voir]({ $url })
section-help = On cherche un coup de main
section-help-line = { $subject ->
        [none] { $question }
       *[other] { $subject } : { $question }
    } · [voir]({ $url })
section-tips = Des astuces qui ont servi
section-tips-line = { $title } · [voir]({ $url })
section-coming = À venir

# Pour l’équipe, à la même heure : ce qui attend quelqu’un.
digest-team = ### Cette semaine, pour l’équipe
digest-need = • { $need }
digest-choose-channel = Choisir un salon
need-see = Voir
need-choose = Choisir quelqu’un
need-mend = Voir ce qui manque
need-channels = { $count ->
        [1] Un salon choisi n’existe plus, ou il m’y manque une permission : rien n’y paraît.
       *[other] { $count } salons choisis n’existent plus, ou il m’y manque une permission : rien n’y paraît.
    }
need-parked = { $count ->
        [1] Un envoi n’a pas pu partir et attend une décision.
       *[other] { $count } envois n’ont pas pu partir et attendent une décision.
    }
need-introductions = { $count ->
        [1] Une présentation attend encore un mot de quelqu’un.
       *[other] { $count } présentations attendent encore un mot de quelqu’un.
    }
need-help = { $count ->
        [1] Une demande de coup de main est toujours ouverte : qui pourrait aider ?
       *[other] { $count } demandes de coup de main sont toujours ouvertes : qui pourrait aider ?
    }
need-host = Des personnes viennent d’arriver, et personne n’est indiqué pour l’accueil.
need-digest-channel = La gazette est allumée, mais elle n’a pas de salon où paraître.

# Ce que le bot sait d’une personne.
data-digest_names = Un nom, ou des mots, dans une gazette du { $at }.
data-digest_subscribers = La gazette reçue en privé, depuis le { $created_at }.

offer-digest-subscribe = Recevoir la gazette en privé
