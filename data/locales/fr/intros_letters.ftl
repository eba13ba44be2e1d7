# Ce qui s’écrit à une seule personne, et dans un fil privé, quand quelqu’un cherche quelqu’un.

purpose-intro = mettre quelqu’un en relation
purpose-intro-met = qu’on me présente quelqu’un
purpose-intro-own = ce qu’a donné ma recherche

# À qui connaît peut-être quelqu’un.
intros-ask = { $asker } cherche : **{ $who }**
intros-ask-why = > { $why }
intros-ask-so = { $voice ->
        [vous] **Cela vous fait penser à quelqu’un ?** Un oui ouvre un fil privé entre vous et { $asker } ; le reste se décide là, sans rien promettre.
       *[tu] **Ça te fait penser à quelqu’un ?** Un oui ouvre un fil privé entre toi et { $asker } ; le reste se décide là, sans rien promettre.
    }
intros-because = -# Pourquoi { $voice ->
        [vous] vous
       *[tu] toi
    } ? { $reasons }.
intros-because-door = { $voice ->
        [vous] Vous avez
       *[tu] Tu as
    } noté une porte : « { $door } »
intros-because-trade = C’est { $voice ->
        [vous] votre
       *[tu] ton
    } métier
intros-because-place = C’est { $voice ->
        [vous] votre
       *[tu] ton
    } coin
intros-because-also = { $first }, et { $after ->
        [door] c’est { "" }
       *[other] { "" }
    }{ $voice ->
        [vous] votre
       *[tu] ton
    } { $second ->
        [trade] métier
       *[place] coin
    }
intros-ask-free = -# { $voice ->
        [vous] C’est comme vous voulez : un non ne se voit pas, un silence non plus, et { $asker } ne saura pas que la question vous a été posée.
       *[tu] C’est comme tu veux : un non ne se voit pas, un silence non plus, et { $asker } ne saura pas que la question t’a été posée.
    } Un fil privé se lit à deux et, Discord le veut ainsi, par les personnes qui gèrent les fils.
intros-ask-yes = Oui, avec plaisir
intros-ask-no = Pas maintenant
intros-ask-talk = Je préfère en parler d’abord
intros-ask-target = Je pense à quelqu’un d’ici

intros-answered-yes = Merci. { $opened ->
        [yes] Un fil privé vient de s’ouvrir, avec quelques mots à copier si cela aide.
        [never] Il n’y a pas de fil privé ici : la personne qui cherche reçoit un mot, et vous pouvez vous écrire.
       *[no] Un fil privé s’ouvre dès que Discord le permet.
    }
intros-answered-talk = Bien sûr. { $opened ->
        [yes] Un fil privé vient de s’ouvrir : rien n’est promis, on en parle.
        [never] Il n’y a pas de fil privé ici : la personne qui cherche reçoit un mot, et vous pouvez vous écrire. Rien n’est promis, on en parle.
       *[no] Un fil privé s’ouvre dès que Discord le permet : rien n’est promis, on en parle.
    }
intros-answered-no = Aucun souci. Cela reste entre nous.
intros-not-asked = Ce mot s’adressait à quelqu’un d’autre.
intros-said-already = C’est déjà noté, merci.

# À qui cherche.
intros-nothing = Pas de piste cette fois pour « { $who } ». Souvent, personne n’a encore ouvert cette porte. D’autres mots en ouvrent parfois une.{ $networks ->
        [yes] { " " }Et plus loin, il y a ces réseaux :
       *[no] { "" }
    }
intros-other-words = Essayer d’autres mots
intros-found = Pour « { $who } », il y a une piste : { $voice ->
        [vous] un fil privé vous attend
       *[tu] un fil privé t’attend
    }.
intros-open-thread = Ouvrir le fil
intros-no-thread = { $about ->
        [yes] Pour « { $who } », il y a une piste, mais le fil privé n’a pas pu s’ouvrir.
       *[no] C’est un oui, mais le fil privé n’a pas pu s’ouvrir.
    } { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } écrire directement à { $people }.

# Le fil privé.
intros-thread-title = Une mise en relation
intros-thread-two =
    { $talk ->
        [yes] { $asker }, { $introducer } a peut-être une piste et préfère en parler d’abord. Rien n’est promis : on se raconte, et on voit.
       *[no] { $asker }, { $introducer } connaît peut-être la bonne personne. C’est par ici.
    }
    > **{ $who }**
    > { $why }
intros-thread-draft = { $introducer }, si cela aide, voici quelques mots à copier et à changer, pour demander d’abord à la personne. Son nom peut attendre qu’elle ait dit oui.
intros-draft =
    Bonjour, une personne de mon réseau cherche ceci : « { $who } ».
    Elle dirait pourquoi elle-même. Est-ce que je peux vous présenter ? Et si ce n’est pas le moment, aucun souci.
intros-thread-free = -# Si ce n’est finalement pas le moment, le dire ici suffit.
intros-thread-read = -# Ce fil n’est visible que par vous et, Discord le veut ainsi, par les personnes qui gèrent les fils.
intros-thread-target =
    { $both ->
        [yes] { $first }, { $second } : { $introducer } a pensé que vous auriez des choses à vous dire. Tout le monde a dit oui.
       *[no] { $first } : { $introducer } a pensé à une personne qui s’est retirée depuis.
    }
    > **{ $who }**
    > { $why }
intros-thread-presented =
    { $both ->
        [yes] { $first }, { $second } : { $introducer } avait envie que vous vous rencontriez. Tout le monde a dit oui.
       *[no] { $first } : { $introducer } avait envie de vous faire rencontrer une personne qui s’est retirée depuis.
    }
    > { $why }
intros-thread-away = Une personne de ce fil s’est retirée pour le moment.

# Deux semaines après.
intros-helped =
    { $voice ->
        [vous] Vous cherchiez « { $who } ». Est-ce que la piste a servi ?
       *[tu] Tu cherchais « { $who } ». Est-ce que la piste a servi ?
    }
    -# { $others ->
        [two] Un oui est dit à la personne qui a ouvert la porte, et compte comme un lien entre vous trois ; un non n’est dit à personne.
       *[one] Un oui est dit à la personne qui a ouvert la porte, et compte comme un lien entre vous deux ; un non n’est dit à personne.
    }
intros-helped-yes = Oui
intros-helped-no = Pas cette fois
intros-helped-later = Trop tôt pour le dire
intros-helped-thanks = Tant mieux. { $told ->
        [yes] C’est dit à la personne qui a ouvert la porte ; un mot sur ce que cela a changé lui ferait plaisir.
       *[no] C’est noté.
    }
intros-helped-not = Merci de le dire. Toutes les portes ne mènent pas quelque part, et la prochaine sera peut-être la bonne.
intros-helped-early = { $again ->
        [yes] D’accord, on en reparle dans deux semaines.
       *[no] D’accord. La question ne sera plus posée.
    }
