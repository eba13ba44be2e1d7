# Les missions : ce que le bot écrit à une seule personne.

purpose-mission = une mission qui peut convenir
purpose-mission-own = une mission que l’on aurait faite ensemble

# À qui l’a partagée
mission-raised = { $member } aimerait faire { $voice ->
        [vous] votre
       *[tu] ta
    } mission « { $what } ».
mission-still = Où en est { $voice ->
        [vous] votre
       *[tu] ta
    } mission « { $what } » ? Sans nouvelles, elle s’arrête d’elle-même le { $day }.
mission-still-answered = { $state ->
        [open] C’est noté : { $voice ->
            [vous] votre
           *[tu] ta
        } mission « { $what } » reste ouverte jusqu’au { $day }.
       *[over] C’est noté, merci : { $voice ->
            [vous] votre
           *[tu] ta
        } mission « { $what } » n’est plus ouverte, la fiche le dit.
    }
mission-declined-by-chosen = Finalement, la personne choisie ne pourra pas faire { $voice ->
        [vous] votre
       *[tu] ta
    } mission « { $what } » cette fois.{ $state ->
        [open] { " " }La mission est de nouveau ouverte, il n’y a rien à faire.
       *[over] { "" }
    }
mission-ended = { $voice ->
        [vous] Votre
       *[tu] Ta
    } mission « { $what } » est arrivée au bout de son temps, la fiche le dit. Si elle est toujours d’actualité, un bouton la rouvre.
mission-no-thread = Le fil privé n’a pas pu s’ouvrir. { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } écrire directement à { $member }, avec qui c’est convenu.
mission-confirmed = { $member } le confirme : vous faites ensemble la mission « { $what } ». Un merci fait toujours plaisir, et reste facultatif.

# À qui a levé la main
mission-chosen = { $agreed ->
        [yes] C’est convenu avec { $author } : la mission « { $what } » se fait à deux.
       *[no] Bonne nouvelle : { $author } aimerait faire avec { $voice ->
            [vous] vous
           *[tu] toi
        } la mission « { $what } ». Rien n’est promis tant que vous n’en avez pas parlé.
    }{ " " }{ $place ->
        [yes] Un fil privé vous attend : { $link }
       *[no] Pour en parler, le plus simple est de vous écrire directement.
    }
mission-agree = C’est d’accord
mission-not-this-time-button = Finalement, pas cette fois
mission-declined-by-me = C’est noté pour la mission « { $what } » : pas cette fois. Merci de l’avoir dit.
mission-open-again = La mission « { $what } » est de nouveau ouverte. Si elle { $voice ->
        [vous] vous
       *[tu] te
    } tente encore, il suffit de lever la main ; sinon, rien à faire.
mission-let-go = { $state ->
        [filled] La mission « { $what } » se fait avec quelqu’un d’autre, cette fois.
        [somebody] La mission « { $what } » a trouvé quelqu’un, ici.
        [elsewhere] La mission « { $what } » se fait ailleurs, cette fois.
       *[other] La mission « { $what } » n’est plus d’actualité.
    } Merci d’avoir levé la main : c’est ce qui fait vivre le réseau.
mission-let-go-gone = Une mission pour laquelle { $voice ->
        [vous] vous aviez
       *[tu] tu avais
    } levé la main n’est plus d’actualité. Merci de l’avoir fait : c’est ce qui fait vivre le réseau.
mission-confirm = { $author } dit que vous faites ensemble la mission « { $what } ». Est-ce bien cela ?
mission-confirm-yes = Oui, c’est cela
mission-confirm-no = Non, pas moi

# À qui elle peut convenir
mission-named = { $member } a pensé à { $voice ->
        [vous] vous
       *[tu] toi
    } pour { $own ->
        [yes] sa mission :
       *[no] une mission de { $author } :
    }
mission-named-by-somebody = Quelqu’un a pensé à { $voice ->
        [vous] vous
       *[tu] toi
    } pour une mission de { $author } :
mission-alert = { $count ->
        [1] Une mission pourrait { $voice ->
            [vous] vous
           *[tu] te
        } plaire :
       *[other] Des missions pourraient { $voice ->
            [vous] vous
           *[tu] te
        } plaire :
    }
mission-alert-why = -# { $all ->
        [yes] { $voice ->
            [vous] Vous suivez
           *[tu] Tu suis
        } toutes les missions.
       *[no] { $voice ->
            [vous] Vous suivez
           *[tu] Tu suis
        } : { $what }{ $far ->
            [remote] { " " }; celle-ci se fait à distance.
            [anywhere] { " " }; celle-ci se fait où l’on veut.
           *[no] .
        }
    }
mission-alert-open = Voir cette mission
