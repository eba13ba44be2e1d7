# Le relais : qui accueille les personnes qui arrivent, à tour de rôle, une semaine à la fois.

command-relais = relais
    .description = Le relais de l’accueil : qui accueille cette semaine, passer la main, s’absenter

offer-organisers-relay = Relais
offer-relay-show = Relais
purpose-relay = accueillir, une semaine de temps en temps
due-organisers-relay = Le relais de l’accueil : une nouvelle semaine
due-organisers-relay-remind = Le relais de l’accueil : un mot à qui prend la semaine suivante
due-organisers-relay-asked = Une question : accueillir à tour de rôle ?
due-organisers-relay-turn = Un mot avant une semaine d’accueil
due-organisers-relay-removed = Un mot sur le relais de l’accueil
need-relay = Personne du relais n’est libre pour accueillir cette semaine.

relay-title = ### Le relais de l’accueil
relay-none =
    Une personne accueille pendant une semaine, puis la main passe à la suivante, chaque lundi. { $named ->
        [yes] Le mot d’accueil la nomme, et elle répond
       *[no] Elle répond
    } aux premières questions.
    Choisir quelqu’un ci-dessous : je lui demande en privé, rien ne se fait sans son accord.
relay-not-begun = Le relais commence lundi. Jusque-là, rien ne change.
relay-this-week = Cette semaine : { $known ->
        [yes] { $who }
       *[no] personne n’est libre
    }.
relay-by-hand = -# En ce moment, c’est { $who } qui accueille : un choix de l’équipe, dans les réglages. Lundi, le relais reprend.
relay-week = • Semaine du { $day } : { $known ->
        [yes] { $who }
       *[no] personne n’est libre
    }
relay-order = {""}**Dans l’ordre**
relay-place = { $number }. { $who }{ $away ->
        [yes] { " " }· absence : { $days }
       *[no] { "" }
    }
relay-waiting = Question posée, sans réponse pour le moment : { $people }
relay-person = Ajouter quelqu’un, ou régler sa place
relay-mine = Mes semaines
relay-join = Prendre part au relais
relay-back = Retour au relais
relay-propose-to = { $who } n’est pas dans le relais. Je peux lui demander, en privé, si cela lui dirait ; sans réponse dans les deux semaines, la question s’efface.
relay-propose = Lui demander
relay-was-asked = La question est posée à { $who }. Sans réponse dans les deux semaines, elle s’efface.
relay-forget = Ne plus demander
relay-is-on-it = { $who } est dans le relais.
relay-sooner = Plus tôt
relay-later = Plus tard
relay-remove = Retirer du relais
relay-remove-ask = Retirer { $who } du relais ? Un mot privé le lui dira.
relay-full = Le relais compte déjà { $most } personnes : il faut en retirer une d’abord.

relay-asked =
    L’équipe de { $association } cherche des personnes pour accueillir celles qui arrivent, une semaine de temps en temps : { $named ->
        [yes] { $voice ->
            [vous] votre nom serait dans le mot d’accueil, et vous répondriez
           *[tu] ton nom serait dans le mot d’accueil, et tu répondrais
        }
       *[no] { $voice ->
            [vous] vous répondriez
           *[tu] tu répondrais
        }
    } aux premières questions. Cela { $voice ->
        [vous] vous
       *[tu] te
    } dirait ? On peut passer la main à tout moment, et dire non sans raison.
relay-yes = Oui, volontiers
relay-no = Non merci
relay-agreed = Merci. Un mot privé { $voice ->
        [vous] vous
       *[tu] te
    } préviendra avant chaque semaine. Pour passer la main, s’absenter ou quitter le relais : { $relais }
relay-declined = C’est noté, et cela reste entre nous.
relay-asked-no-more = Ce n’est plus demandé, merci d’avoir répondu.
relay-on-it = { $voice ->
        [vous] Vous êtes
       *[tu] Tu es
    } déjà dans le relais. On peut le quitter à tout moment.
relay-not-yours = Le relais de l’accueil, ce sont des membres qui accueillent à tour de rôle, une semaine à la fois. Envie d’en être ? Un mot à l’équipe suffit.

relay-mine-title = ### Le relais de l’accueil
relay-yours = { $voice ->
        [vous] Votre
       *[tu] Ta
    } semaine : celle du { $day }.
relay-next = { $known ->
        [yes] { $voice ->
            [vous] Votre
           *[tu] Ta
        } prochaine semaine : celle du { $day }, sauf changement d’ici là. Un mot privé le rappellera.
       *[no] Pas de semaine prévue pour le moment.
    }
relay-away = Absences prévues :
    { $days }
relay-here = Retirer une absence
relay-absence = M’absenter
relay-leave = Quitter le relais
relay-leave-ask = Quitter le relais ? { $voice ->
        [vous] Vos
       *[tu] Tes
    } semaines passent aux personnes suivantes. Personne n’a besoin d’une raison.
relay-left = C’est fait. Merci pour tout l’accueil.
relay-form = M’absenter
relay-form-first = Premier jour
    .example = 24/12
relay-form-last = Dernier jour
    .hint = Vide : un seul jour
    .example = 2 janvier
relay-day-not-understood = Je n’ai pas compris l’un des deux jours. Par exemple : 24/12, 2 janvier, ou lundi.
relay-days-backwards = L’absence finit avant de commencer, ou elle est déjà passée.
relay-days-too-many = Une absence dure un an au plus ; au-delà, mieux vaut quitter le relais, et y revenir.
relay-absences-full = Il y a déjà { $most } absences : il faut en retirer une d’abord.
relay-away-noted = C’est noté. { $open ->
        [yes] Personne d’autre n’est libre pour une semaine qui vient : l’équipe le verra.
       *[no] Pour les semaines touchées, la main passe à la personne suivante qui est libre, s’il y en a une.
    }

relay-turn = { $now ->
        [yes] Cette semaine, c’est { $voice ->
            [vous] vous qui accueillez
           *[tu] toi qui accueilles
        }{ $named ->
            [yes] { " " }: le mot d’accueil { $voice ->
                [vous] vous
               *[tu] te
            } nomme.
           *[no] .
        } Un mot à qui se présente suffit.
       *[no] La semaine du { $day }, c’est { $voice ->
            [vous] vous qui accueillez
           *[tu] toi qui accueilles
        }{ $named ->
            [yes] { " " }: le mot d’accueil { $voice ->
                [vous] vous
               *[tu] te
            } nommera.
           *[no] .
        } Un mot à qui se présente suffit.
    }
relay-pass = Passer la main ({ $day })
relay-pass-theirs = Confier cette semaine à la personne suivante
relay-pass-ask = Passer la main pour la semaine du { $day } ? La personne suivante qui est libre la prend, et l’apprend en privé.
relay-pass-yes = Passer la main
relay-passed-on = { $known ->
        [yes] C’est { $who } qui prend la semaine : un mot privé le lui dit.
       *[no] C’est noté. Personne d’autre n’est libre cette semaine-là : l’équipe le verra.
    }
relay-not-your-turn = Cette semaine n’est pas, ou plus, à passer.
relay-removed = L’équipe a revu le relais de l’accueil, et { $voice ->
        [vous] vous n’y êtes
       *[tu] tu n’y es
    } plus. Merci pour l’accueil. Pour en parler, un mot à l’équipe suffit.

data-relay_people = Le relais de l’accueil, proposé le { $asked_at } : { $state ->
        [agreed] oui.
        [declined] non merci.
       *[asked] pas encore de réponse.
    }
data-relay_absences = Une absence au relais, du { $first_day } au { $last_day }.
data-relay_turns = La semaine d’accueil du { $monday }.

register-decisions = Les décisions de l’équipe
register-decisions-why = savoir qui a changé quel réglage, et pouvoir y revenir
register-decisions-data = le réglage, ce qu’il était et ce qu’il est devenu, quand, et qui l’a décidé
register-relay = Le relais de l’accueil
register-relay-why = accueillir à tour de rôle les personnes qui arrivent
register-relay-data = l’accord donné, la place dans le relais, les absences, les semaines d’accueil
