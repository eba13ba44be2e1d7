# Présenter deux personnes, mettre en relation quelqu’un d’ici ; et quelques chiffres pour l’équipe.

# Qui présente.
intros-present-form = Présenter deux personnes
intros-present-form-one = Qui ?
intros-present-form-whom = À qui ?
intros-present-form-why = D’où vient l’idée de cette rencontre ?
    .hint = Les deux le lisent avant de dire oui : sans nom ni coordonnées
    .example = Deux façons de photographier les paysans, et l’envie d’une exposition
intros-present-blank = Il manque quelques mots : c’est la raison qui donne envie de dire oui.
intros-present-too-long = La raison fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
intros-present-yourself = Pour faire connaissance { $voice ->
        [vous] vous-même
       *[tu] toi-même
    }, un mot suffit : pas besoin d’intermédiaire.
intros-present-same = C’est deux fois la même personne : il en faut une autre.
intros-present-bot = Un bot n’a personne à rencontrer : il faut choisir une personne.
intros-present-named = « { $found } » ressemble au nom de l’une des deux. Chacune lit cette raison avant de savoir qui est l’autre : une activité, une envie, un lieu suffisent.

intros-presented =
    ### C’est noté, merci
    La question sera posée à chaque personne, séparément, quand ce sera possible, et sans dire qui est l’autre. Si les deux disent oui, un fil à trois s’ouvre d’ici le { $by } ; sinon, rien ne se passe et personne n’en saura rien.
    -# Vers ce jour-là, si rien ne s’est ouvert, { $voice ->
        [vous] vous recevrez
       *[tu] tu recevras
    } un mot : le même dans tous les cas.
intros-presented-why = > { $why }
intros-present-another = En présenter d’autres
intros-present-undo = Finalement, non
intros-present-undone = C’est retiré, et si quelqu’un avait déjà lu la question, il y est écrit que ce n’est plus d’actualité.
intros-present-over = C’est déjà terminé, ou le fil est ouvert : il n’y a plus rien à retirer.
intros-not-this-time = { $about ->
        [yes] « { $said } » : cette rencontre-là ne s’est pas faite cette fois.
       *[no] La rencontre à laquelle { $voice ->
            [vous] vous pensiez
           *[tu] tu pensais
        } ne s’est pas faite cette fois.
    } Souvent, ce n’est simplement pas le moment. Merci d’avoir pensé à quelqu’un.

# À qui l’on aimerait présenter quelqu’un.
intros-present-ask = { $introducer } aimerait { $voice ->
        [vous] vous
       *[tu] te
    } présenter quelqu’un d’ici :
intros-present-ask-why = > { $why }
intros-present-ask-free = Si c’est oui des deux côtés, un fil à trois s’ouvre ; sinon, personne n’en saura rien.
    -# Un non ne se voit pas, un silence non plus. La question attend jusqu’au { $by }. Un fil privé se lit à trois et, Discord le veut ainsi, par les personnes qui gèrent les fils.
intros-meet = Oui, avec plaisir
intros-rather-not = Pas cette fois
intros-meet-noted = C’est noté, merci. { $kind ->
        [target] Si tout s’y prête, un fil à trois s’ouvre.
       *[presented] Si c’est oui aussi de l’autre côté, un fil à trois s’ouvre d’ici le { $by } ; sinon, on en reste là, et personne n’en saura rien.
    }
intros-rather-not-noted = Aucun souci. Cela reste entre nous.

# À qui est peut-être la personne cherchée.
intros-target-whom = À qui { $voice ->
        [vous] pensez-vous ? On lui demandera de votre part : votre nom est dit, pas celui de la personne qui cherche.
       *[tu] penses-tu ? On lui demandera de ta part : ton nom est dit, pas celui de la personne qui cherche.
    }
intros-target-back = Revenir
intros-name-form = Je pense à quelqu’un d’ici
intros-name-form-name = Son nom sur le serveur
intros-target-yourself = Si c’est { $voice ->
        [vous] vous
       *[tu] toi
    }, il suffit de répondre « Oui, avec plaisir ».
intros-target-asker = C’est la personne qui cherche.
intros-target-thought =
    ### C’est noté, merci
    On lui demandera de { $voice ->
        [vous] votre
       *[tu] ta
    } part, sans dire qui cherche. Si c’est oui, un fil à trois s’ouvre d’ici le { $by } ; sinon, je continue de mon côté.
    -# Vers ce jour-là, si rien ne s’est ouvert, { $voice ->
        [vous] vous recevrez
       *[tu] tu recevras
    } un mot : le même dans tous les cas.
intros-target-ask = { $introducer } connaît quelqu’un d’ici qui cherche : **{ $who }**
intros-target-ask-why = > { $why }
intros-target-ask-free = { $introducer } a pensé à { $voice ->
        [vous] vous. Cela vous dirait de faire connaissance ?
       *[tu] toi. Ça te dirait de faire connaissance ?
    } Si c’est oui, un fil à trois s’ouvre ; sinon, personne n’en saura rien.
    -# Un non ne se voit pas, un silence non plus. La question attend jusqu’au { $by }. Un fil privé se lit à trois et, Discord le veut ainsi, par les personnes qui gèrent les fils.

# Pour l’équipe.
intros-bilan = ### Les mises en relation, sur les douze derniers mois
intros-bilan-searches = Recherches : { $count ->
        [few] trop peu pour un chiffre
       *[other] au moins **{ $count }**
    }
intros-bilan-yeses = Rencontres à qui tout le monde a dit oui : { $count ->
        [few] trop peu pour un chiffre
       *[other] au moins **{ $count }**
    }
intros-bilan-helped = Pistes qui ont aidé, au dire de qui cherchait : { $count ->
        [few] trop peu pour un chiffre
       *[other] au moins **{ $count }**
    }
intros-bilan-note = -# Jamais de nom, et pas de chiffre en dessous de { $least } personnes. On compte par cinq, et les mois qui sont finis. Qui cherche, qui ouvre une porte, qui dit non : cela n’est montré à personne, pas même ici.
