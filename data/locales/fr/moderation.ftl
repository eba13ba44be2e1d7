# Prévenir l’équipe, en privé, et ce que l’équipe en fait.

command-equipe = equipe
    .description = Pour l’équipe d’organisation
command-equipe-historique = historique
    .description = Ce qui a été signalé et décidé au sujet d’une personne, pour une raison qui est gardée
command-equipe-historique--membre = membre
    .description = De qui il s’agit
command-equipe-historique--raison = raison
    .description = Pourquoi regarder : cette raison est gardée, l’équipe peut la lire
menu-tell-the-team = Prévenir l’équipe

preference-moderation-referent = Personne référente
    .help = **Personne référente** (facultatif) : quelqu’un de confiance, hors de l’équipe, à qui va un signalement que personne n’a pris (après un jour ouvré ; deux heures s’il est urgent). Jamais si son nom y figure.

offer-moderation-report = Prévenir l’équipe
offer-moderation-cases = Signalements
offer-moderation-write = Écrire
offer-moderation-open = Ouvrir
offer-moderation-mine = Mes signalements
offer-moderation-history = Historique

# Ce que voit qui signale.
moderation-form = Prévenir l’équipe
moderation-form-what = Que se passe-t-il ?
    .hint = Rien n’est envoyé avant l’écran suivant : on y choisit qui pourra le lire.
    .example = Ce qui s’est passé, où, quand. Quelques mots suffisent.
moderation-blank = Il manque les mots : une phrase suffit.
moderation-draft-title = ### Prévenir l’équipe
    Rien n’est encore envoyé.
moderation-sort = De quoi s’agit-il ?
moderation-sort-words = Des propos blessants
moderation-sort-insistence = De l’insistance, du harcèlement
moderation-sort-advertising = Du démarchage, de la publicité
moderation-sort-content = Un contenu faux ou dangereux
moderation-sort-other = Autre chose
moderation-urgency = À quel point est-ce urgent ?
moderation-urgency-no = Cela peut attendre un jour ouvré
moderation-urgency-yes = C’est urgent
moderation-draft-about = **De qui il s’agit** : { $some ->
        [yes] { $people }. Ces personnes ne pourront jamais ouvrir ce signalement, même dans l’équipe.
       *[no] personne n’est désigné. { $voice ->
            [vous] Désignez
           *[tu] Désigne
        } ici les personnes en cause : elles ne pourront jamais ouvrir ce signalement, même dans l’équipe.
    }
moderation-people = Les personnes en cause
moderation-draft-readers = **Qui le lira** : { $chosen ->
        [yes] { $people }. Seules les personnes que { $voice ->
            [vous] vous choisissez verront votre
           *[tu] tu choisis verront ton
        } nom{ $to ->
            [referent] , et { $referent }, la personne référente, si personne ne le prend.
           *[nobody] .
        }
       *[no] toute l’équipe d’organisation, sauf les personnes en cause, verra { $voice ->
            [vous] votre nom. Pour limiter, choisissez ici : seules les personnes que vous choisissez verront votre nom
           *[tu] ton nom. Pour limiter, choisis ici : seules les personnes que tu choisis verront ton nom
        }{ $to ->
            [referent] , et la personne référente si personne ne le prend.
           *[nobody] .
        }
    } Le salon de l’équipe voit seulement qu’un signalement attend : son numéro, s’il est urgent, depuis quand.
moderation-draft-alike = **Un mot du texte ressemble à leur nom** : { $people }. Ces personnes de l’équipe ne pourront pas l’ouvrir, sauf si { $voice ->
        [vous] vous les choisissez.
       *[tu] tu les choisis.
    }
moderation-readers = Seulement ces personnes de l’équipe
moderation-draft-way = **Si personne ne le prend** : { $seen ->
        [yes] { $to ->
            [referent] { $urgent ->
                [yes] au bout de deux heures
               *[no] au bout d’un jour ouvré
            } ({ $at }), il ira aussi à { $referent }, la personne référente, hors de l’équipe.
           *[nobody] l’équipe sera relancée { $at }. Personne hors de l’équipe ne le recevra.
        }
       *[no] { $to ->
            [referent] l’équipe n’a pas encore de salon ; il ira tout de suite à { $referent }, la personne référente, hors de l’équipe.
           *[nobody] l’équipe n’a pas encore de salon, elle le verra quand elle en aura un.
        }
    }
moderation-draft-kept = -# Pour qui doit le savoir et a fermé ses messages privés, cela passe par un fil privé : qui gère les fils du serveur y voit le numéro et à qui le mot s’adresse, rien d’autre.
    -# Gardé jusqu’à douze mois après avoir été réglé ; qui efface ses données en disparaît, le signalement reste sans son nom.
moderation-send = Envoyer
moderation-reword = Changer le texte
moderation-drop = Ne rien envoyer
moderation-dropped = D’accord : rien n’est envoyé, rien n’est gardé.
moderation-draft-gone = Ce signalement est déjà envoyé, ou n’est plus gardé.
moderation-reader-is-in-it = { $member } est à la fois en cause et parmi qui le lirait : il faut choisir l’un ou l’autre.
moderation-not-of-the-team = { $member } ne fait pas partie de l’équipe : on ne peut choisir que l’équipe, ou la personne référente.
moderation-full = { $most } signalements attendent déjà une réponse : c’est le plus possible à la fois.
moderation-context = Voir le message
moderation-sent = ### C’est envoyé
    Signalement n° { $number }{ $urgent ->
        [yes] , urgent
       *[no] { "" }
    }. { $told ->
        [yes] { $voice ->
            [vous] Vous saurez
           *[tu] Tu sauras
        } quand quelqu’un s’en occupe, puis quand c’est réglé.
        [referent] L’équipe n’a pas encore de salon : il va tout de suite à la personne référente. { $voice ->
            [vous] Vous saurez
           *[tu] Tu sauras
        } quand quelqu’un s’en occupe. Si cela ne peut pas attendre : { $contact }
       *[no] L’équipe n’a pas encore de salon où le voir. Si cela ne peut pas attendre : { $contact }
    }
moderation-mine = Mes signalements
moderation-mine-title = ### Mes signalements
moderation-mine-none = Aucun.
moderation-mine-line = **n° { $number }** · { $state ->
        [draft] pas envoyé
        [open] attend quelqu’un, envoyé { $since }
        [taken] quelqu’un s’en occupe, envoyé { $since }
       *[closed] réglé, envoyé { $since }
    }
moderation-go-on = Reprendre
moderation-letter-progress = **Signalement n° { $number }** : { $what ->
        [taken] quelqu’un s’en occupe.
        [untaken] { $went ->
            [yes] personne ne l’a encore pris, ni dans l’équipe, ni la personne référente.
           *[no] personne ne l’a encore pris, et il n’a pas pu aller à une personne hors de l’équipe.
        } { $readers ->
            [chosen] Seules les personnes choisies peuvent le lire ; { $voice ->
                [vous] vous pouvez
               *[tu] tu peux
            } l’ouvrir à toute l’équipe, sauf aux personnes en cause.
           *[all] L’équipe est relancée ; { $voice ->
                [vous] vous pouvez
               *[tu] tu peux
            } aussi choisir à qui le confier.
        }{ $another ->
            [yes] { " " }La personne référente est maintenant { $referent } : il ne lui sera montré que si { $voice ->
                [vous] vous le voulez.
               *[tu] tu le veux.
            }
           *[no] { "" }
        }
       *[closed] l’équipe l’a traité. Merci de l’avoir dit. Ce qui a été décidé reste entre l’équipe et les personnes en cause.
    }
moderation-widen = L’ouvrir à toute l’équipe
moderation-choose = Choisir qui peut le lire
moderation-entrust = ### Signalement n° { $number }
    Qui doit le lire ? Qui est déjà en mesure de le lire le reste ; une personne choisie ici peut l’ouvrir même si un mot du texte ressemble à son nom.
moderation-entrusted = Signalement n° { $number } : les personnes choisies peuvent le lire, et en sont prévenues.
moderation-confide = Le confier à la personne référente
moderation-confided = Signalement n° { $number } : il va à { $referent }.
moderation-referent-changed = Cette personne n’est plus référente, ou ne peut pas recevoir ce signalement.
moderation-letter-referent = **Personne référente de { $association }** : l’équipe { $voice ->
        [vous] a pensé à vous. Un signalement que personne de l’équipe ne prend pourra vous
       *[tu] a pensé à toi. Un signalement que personne de l’équipe ne prend pourra te
    } revenir, sauf { $voice ->
        [vous] si votre nom y figure. Vous pouvez
       *[tu] si ton nom y figure. Tu peux
    } refuser, maintenant ou plus tard.
moderation-decline = Non merci
moderation-declined = D’accord : aucun signalement ne { $voice ->
        [vous] vous
       *[tu] te
    } reviendra. L’équipe sait qu’il faut choisir quelqu’un d’autre.
moderation-not-referent = L’équipe a choisi quelqu’un d’autre depuis, ou personne.
moderation-letter-referent-over = **Personne référente** : l’équipe a fait un autre choix. Plus aucun signalement ne { $voice ->
        [vous] vous
       *[tu] te
    } reviendra. Merci d’avoir été là.
report-moderation-referent = Il n’y a plus de personne référente : un signalement que personne ne prend n’ira à personne d’autre. `/installer` permet d’en choisir une.
need-moderation-referent = La personne référente ne peut plus recevoir de signalement : il faut en choisir une autre.
moderation-widened = Signalement n° { $number } : toute l’équipe peut maintenant le lire, sauf les personnes en cause.
moderation-somebody = une personne qui n’est plus là
moderation-quote = { "> " }{ $text }

# Le salon de l’équipe : ni contenu, ni nom.
moderation-line = { $state ->
        [open] **Un signalement attend quelqu’un** · n° { $number }{ $urgent ->
            [yes] { " " }· urgent
           *[no] { "" }
        } · { $since }
        [taken] Signalement n° { $number } : quelqu’un s’en occupe.
       *[closed] Signalement n° { $number } : réglé.
    }
moderation-open = Ouvrir
moderation-letter-waiting = **Un signalement{ $urgent ->
        [yes] { " " }urgent
       *[no] { "" }
    } attend quelqu’un** · n° { $number } · { $since }
    { $to ->
        [chosen] Qui l’a écrit compte sur { $voice ->
            [vous] vous
           *[tu] toi
        } pour le lire.
       *[referent] Personne de l’équipe ne l’a pris : il { $voice ->
            [vous] vous
           *[tu] te
        } revient.
    }
moderation-letter-taken-over = **Signalement n° { $number }** : quelqu’un d’autre de l’équipe a pris le relais.
moderation-not-for-you = Ce signalement ne s’ouvre qu’aux personnes choisies pour s’en occuper.

# La liste, et un cas.
moderation-cases-title = ### Signalements
moderation-cases-line = **n° { $number }**{ $urgent ->
        [yes] { " " }· urgent
       *[no] { "" }
    } · { $since } · { $state ->
        [open] attend quelqu’un
        [taken] quelqu’un s’en occupe
       *[closed] réglé
    }
moderation-cases-none = Rien n’attend, et rien n’est gardé.
moderation-cases-choose = Ouvrir un signalement
moderation-case-label = n° { $number }
moderation-case-title = ### Signalement n° { $number }{ $urgent ->
        [yes] , urgent
       *[no] { "" }
    }
    Envoyé { $since }
moderation-case-people = **{ $sort }**
    Dit par { $reporter }, à ne jamais nommer devant les personnes en cause.
    En cause : { $concerned }{ $more ->
        [yes] { " " }· aussi cité : { $named }
       *[no] { "" }
    }
moderation-nobody = personne n’est désigné
moderation-case-state = { $state ->
        [open] Personne ne s’en occupe encore.
        [taken] { $mine ->
            [yes] { $voice ->
                [vous] Vous vous en occupez.
               *[tu] Tu t’en occupes.
            }
           *[no] { $handler } s’en occupe.
        }
       *[closed] Réglé le { $closed }.
    }
moderation-take = Je m’en occupe
moderation-take-over = Prendre le relais
moderation-note = Noter
moderation-close = C’est réglé
moderation-release = Passer la main
moderation-log = Journal
moderation-back-to-case = Retour au signalement
moderation-released = Signalement n° { $number } : il attend de nouveau quelqu’un.
moderation-case-closed = Signalement n° { $number } : réglé. { $here ->
        [yes] Qui l’a envoyé le saura, sans savoir comment, quand les heures calmes le permettent.
       *[no] Qui l’a envoyé n’est plus là : personne n’en est prévenu.
    }
moderation-notice = **Un signalement, lui, n’est pas publié.** Seules les personnes qui s’en occupent le lisent ; il est gardé jusqu’à douze mois après avoir été réglé.
moderation-settled = C’est déjà fait.
moderation-taken-by = { $handler } s’en occupe. Pour prendre le relais, il faut ouvrir le signalement et dire pourquoi.
moderation-waits-again = Il attend de nouveau quelqu’un.
moderation-not-yours = Il faut d’abord s’en occuper : « Je m’en occupe », ou « Prendre le relais ».
moderation-say-why = La raison donnée vaut une heure : il faut la redire.
moderation-note-form = Noter
moderation-note-form-note = Ce qu’il faut retenir
    .hint = Pour qui s’en occupe ou le relira. Une note ne s’efface pas.
moderation-close-form = C’est réglé
moderation-close-form-word = Un mot de fin (facultatif)
    .hint = Pour qui le relira. Qui a signalé apprend que c’est traité, pas comment.
moderation-why-form = Ouvrir ce signalement
moderation-why-form-why = Pour quelle raison ?
    .hint = Quelqu’un s’en occupe déjà, ou c’est réglé : la raison de l’ouvrir est gardée.
moderation-log-title = ### Journal du signalement n° { $number }
moderation-log-none = Rien encore.
moderation-entry = { $at } · { $act }{ $towards ->
        [yes] { " " }· { $target }
       *[no] { "" }
    }{ $by ->
        [somebody] { " " }· par { $actor }
       *[nobody] { "" }
    }{ $why ->
        [yes] { " " }· « { $reason } »
       *[no] { "" }
    }
moderation-act-referred = passé à la personne référente
moderation-act-opened = lu
moderation-act-taken = pris en main
moderation-act-released = remis en attente
moderation-act-noted = note
moderation-act-closed = réglé
moderation-act-looked = historique consulté
moderation-act-removed = publication retirée
moderation-act-hidden = présentation masquée
moderation-act-paused = mise en pause
moderation-act-warned = règle rappelée
moderation-act-silenced = exclusion temporaire de Discord
moderation-act-parted = ne plus rapprocher
moderation-act-appealed = recours
moderation-act-decided = recours tranché

# L’historique d’une personne.
moderation-history = Historique d’une personne
moderation-history-ask = De qui faut-il voir l’historique ? La raison est demandée, gardée, et lisible par toute l’équipe.
moderation-history-choose = Choisir une personne
moderation-look-form = Voir un historique
moderation-look-form-why = Pour quelle raison ?
    .hint = Gardée douze mois ; toute l’équipe peut la lire, sans le nom de la personne.
moderation-history-title = ### Historique de { $member }
moderation-history-none = Rien à montrer ici.
moderation-history-line = **n° { $number }** · { $sort } · { $at } · { $state ->
        [open] attend quelqu’un
        [taken] quelqu’un s’en occupe
       *[closed] réglé
    }
moderation-looks = Qui a consulté
moderation-looks-title = ### Historiques consultés
moderation-looks-none = Personne n’en a consulté depuis un an.
moderation-look = { $at } · { $actor } · « { $reason } »

# La gazette de l’équipe.
need-moderation-waiting = { $count ->
        [1] Un signalement attend
       *[other] { $count } signalements attendent
    } quelqu’un.
need-moderation-slow = { $count ->
        [1] Un signalement pris
       *[other] { $count } signalements pris
    } depuis plus d’une semaine { $count ->
        [1] n’est pas réglé.
       *[other] ne sont pas réglés.
    }

# Ce que le bot sait d’une personne.
data-cases = Un signalement écrit le { $began_at } : « { $said } »{ $state ->
        [draft] { " " }(pas envoyé).
        [closed] { " " }(traité).
       *[open] { " " }(en cours).
    }
data-case_people = Un signalement à lire ou à traiter.
data-case_acts = { $as ->
        [target_id] Décidé par l’équipe à { $voice ->
            [vous] votre
           *[tu] ton
        } sujet
       *[other] Noté de { $voice ->
            [vous] votre
           *[tu] ta
        } part dans un signalement
    }, le { $at } : { $act }{ $has_reason ->
        [yes] { " " }· « { $reason } »
       *[no] { "" }
    }
