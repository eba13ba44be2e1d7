# Les missions : lever la main, choisir, proposer quelqu’un, dire où l’on en est.

offer-opportunities-interested = Ça m’intéresse
offer-opportunities-know = Je connais quelqu’un
mission-see-mine = Ma mission
mission-quoted = > { $text }

# « Ça m’intéresse »
mission-interest-form = Ça m’intéresse
mission-interest-form-word = Un mot (facultatif)
    .hint = Pour la personne qui a partagé la mission, et elle seule
    .example = J’ai déjà fait deux sites de librairie ; libre dès le 10
mission-no-prices = « { $found } » ressemble à un prix. Ici, pas d’enchères : on se choisit d’abord, les tarifs se disent ensuite, de vive voix. Sans le prix, c’est parfait.
mission-own = C’est { $voice ->
        [vous] votre
       *[tu] ta
    } propre mission.
mission-hand-up = Merci, c’est transmis. Seule la personne qui a partagé la mission le voit ; { $voice ->
        [vous] vous saurez
       *[tu] tu sauras
    } ce qu’il en est, dans tous les cas.
mission-hand-standing = { $voice ->
        [vous] Votre main est levée.
       *[tu] Ta main est levée.
    } Seule la personne qui a partagé la mission le voit.
mission-hand-small = -# { $voice ->
        [vous] Votre main est levée.
       *[tu] Ta main est levée.
    } Seule la personne qui a partagé la mission le voit.
mission-hand-reword = Changer le mot
mission-hand-down = Finalement non
mission-hand-taken-back = C’est retiré, sans un mot à personne.
mission-no-hand = Il n’y a rien à retirer.

# Choisir
mission-hands-title = **Qui lève la main**
mission-hands-none = Personne n’a encore levé la main ; cela prend parfois quelques jours.
mission-hand-line = { $member }{ $has_word ->
        [yes] { " " }: « { $word } »
       *[no] { "" }
    }
mission-hands-all = Tout voir
mission-choose = Choisir
mission-hand-gone = Cette personne ne lève plus la main.
mission-choose-ask =
    ### Faire cette mission avec { $member } ?
    { $thread ->
        [yes] Un fil privé s’ouvre entre vous deux pour en parler, la fiche dit que c’est trouvé, et les autres reçoivent un mot gentil, une fois.
       *[no] La fiche dit que c’est trouvé, et les autres reçoivent un mot gentil, une fois. Il n’y a pas de fil privé ici : pour en parler, le plus simple est de vous écrire.
    }
mission-choose-yes = Oui, ensemble
mission-chosen-noted = C’est noté, { $member } le saura. { $thread ->
        [yes] Un fil privé s’ouvre pour en parler.
       *[no] Pour en parler, le plus simple est de lui écrire.
    } Si cela ne se fait pas, « Rouvrir » remet la mission en ligne ; si cela se fait, « C’est fait ensemble » est dans { $voice ->
        [vous] vos missions
       *[tu] tes missions
    }.
mission-thread-title = Une mission, à deux
mission-thread = { $author }, { $member } : voici un endroit pour en parler tranquillement.
mission-thread-free = -# Rien ne presse, et rien n’est promis.
mission-thread-read = -# Ce fil n’est visible que par vous et, Discord le veut ainsi, par les personnes qui gèrent les fils. Le bot ne lit pas ce qui s’y écrit.
mission-thread-away = Cette conversation revient quand tout le monde sera là.

# « Je connais quelqu’un »
mission-knows = À qui { $voice ->
        [vous] pensez-vous
       *[tu] penses-tu
    } ? La mission lui sera proposée de { $voice ->
        [vous] votre
       *[tu] ta
    } part, si c’est possible.
mission-knows-outside = -# Pour quelqu’un qui n’est pas membre ici, le plus simple est d’écrire à { $author }.
mission-name-form = Je connais quelqu’un
mission-name-form-name = Son nom sur le serveur
    .hint = Le début suffit
mission-named-noted = Merci. Si c’est possible, la mission lui sera proposée de { $voice ->
        [vous] votre
       *[tu] ta
    } part ; la suite reste entre cette personne et celle qui a partagé la mission.
mission-name-yourself = Pour { $voice ->
        [vous] vous-même
       *[tu] toi-même
    }, le bouton est « Ça m’intéresse ».
mission-name-author = C’est la personne qui partage la mission.
mission-name-bot = Un bot ne prend pas de mission.
mission-not-for-me = Pas pour moi
mission-declined = D’accord, merci d’avoir lu. Personne ne le saura.

# Où l’on en est
mission-still-noted = { $again ->
        [yes] La mission est de nouveau ouverte, jusqu’au { $day }.
       *[no] D’accord, elle reste ouverte jusqu’au { $day }.
    }
mission-elsewhere-noted = C’est trouvé, et c’est tout ce qui compte. Merci de l’avoir partagée ici.
mission-withdrawn-noted = C’est noté, la fiche le dit. Merci de l’avoir partagée.
mission-filled-who = ### Tant mieux. Avec qui ?
    { $some ->
        [yes] D’abord, qui a levé la main ; sinon, n’importe quel membre.
       *[no] N’importe quel membre peut être choisi.
    }
mission-with = Avec cette personne
mission-filled-somebody = Je préfère ne pas dire
mission-filled-noted = C’est noté, tant mieux. Merci de l’avoir partagée ici.
mission-filled-with-noted = C’est noté, tant mieux. { $tied ->
        [yes] Un merci à { $member } fait toujours plaisir, et reste facultatif.
       *[no] Si { $member } le confirme, { $voice ->
            [vous] vous le saurez, et pourrez
           *[tu] tu le sauras, et pourras
        } dire merci.
    }
mission-filled-form = C’est quelqu’un d’ici
mission-filled-form-name = Son nom sur le serveur
    .hint = Le début suffit
mission-filled-yourself = Il s’agit de dire avec qui. Si personne d’autre n’est de la partie, « Plus d’actualité » suffit.
mission-said-already = C’est déjà noté, il n’y a rien d’autre à faire.
mission-done-ask = -# Si cela se fait, ou s’est fait, cela se dit ici : « Dire merci » suit.
mission-done = C’est fait ensemble
mission-not-this-time = D’accord, merci de l’avoir dit. La personne qui a partagé la mission en sera avertie, sans plus ; il n’y a rien à expliquer.
mission-confirm-noted = Merci, c’est noté. Un mot de remerciement fait toujours plaisir, et reste facultatif.
mission-not-me = C’est noté, merci. Cela reste entre nous.

# Les alertes
mission-alerts =
    ### Mes alertes
    { $on ->
        [yes] Une fois par semaine au plus, un mot quand une mission correspond.
       *[no] Les alertes sont éteintes : rien n’est envoyé.
    }
    { $all ->
        [yes] **Ce que { $voice ->
            [vous] vous suivez
           *[tu] tu suis
        }** : toutes les missions. Les listes ci-dessous permettent de préciser.
       *[no] **Ce que { $voice ->
            [vous] vous suivez
           *[tu] tu suis
        }** : { $what }.
    }
mission-alerts-unheard = -# { $voice ->
        [vous] Vous avez demandé
       *[tu] Tu as demandé
    } à ne plus rien recevoir de ce genre : cela se change avec { $where }.
mission-alerts-kinds = Quels types de missions ? (tous, si rien n’est choisi)
mission-alerts-trade = Suivre une activité, ou ne plus la suivre
mission-alerts-less = Suivie : la choisir la retire
mission-alerts-zones = Quels lieux ? (tous, si rien n’est choisi)
mission-alerts-anywhere = Pour suivre tous les lieux, il suffit de n’en choisir aucun dans la liste.
mission-alerts-start = Me prévenir
mission-alerts-stop = Ne plus me prévenir
mission-alerts-full = Cela fait { $most } choix, c’est le maximum. En retirer un fait de la place.
