# Quelqu’un qui connaît quelqu’un : les portes que l’on peut ouvrir, et qui l’on cherche.

command-je-connais = je-connais
    .description = Dire, en privé, quelles portes on peut ouvrir
command-je-connais-ajouter = ajouter
    .description = Noter, en privé, une porte que l’on peut ouvrir
command-je-connais-liste = liste
    .description = Revoir, modifier ou retirer ses portes, en privé
command-qui-connait = qui-connait
    .description = Chercher quelqu’un, par quelqu’un d’ici
command-qui-connait--qui = qui
    .description = Un métier, un lieu, un milieu : une imprimerie à Laval…
command-qui-connait--pourquoi = pourquoi
    .description = Pourquoi, en une phrase : c’est elle qui donne envie d’aider
command-mises-en-relation = mises-en-relation
    .description = Pour l’équipe : les mises en relation
command-mises-en-relation-bilan = bilan
    .description = Pour l’équipe : quelques chiffres, et personne dedans
menu-introduce-to = Présenter à…

preference-intros-channel = Salon des mises en relation
    .help = **Salon des mises en relation** (facultatif) : un salon textuel où se trouve le panneau. Rien d’autre n’y paraît.
preference-intros-silence = Attendre une réponse
    .help = **Attendre une réponse** : après combien de jours ouvrés un silence vaut un non, quand une mise en relation est demandée.
choice-intros-silence = { $code } jours ouvrés
setup-channel-intros = mises-en-relation

offer-warm_intros-add = Je peux ouvrir une porte
offer-warm_intros-look = Je cherche quelqu’un
offer-warm_intros-present = Présenter deux personnes
offer-warm_intros-doors = Mes portes
offer-warm_intros-bilan = Mises en relation : le bilan
offer-warm_intros-searches = Mes recherches

intros-panel-title = Quelqu’un connaît quelqu’un : commence ici
intros-panel =
    ### Quelqu’un connaît quelqu’un
    Une voisine devenue avocate, un grand-oncle imprimeur, une amie à la mairie : à nous tous, on connaît du monde. Qui cherche le dit, et la question est posée en privé, à une personne après l’autre. Qui peut ouvrir une porte le note pour soi : personne ne le voit. On dit oui si l’on veut ; un non ne se voit pas.

# Une porte.
intros-door-form = Une porte que je peux ouvrir
intros-door-form-words = Quel métier, quel lieu, quel milieu ?
    .hint = Jamais de nom ni de coordonnées : cette personne n’a encore rien demandé
    .example = Une imprimerie qui fait de petites séries
intros-door-form-where = Où ? (facultatif)
    .hint = Une ville ou un département
    .example = Laval

intros-door-blank = Il manque quelques mots : un métier, un lieu, un milieu.
intros-too-long = { $field ->
        [words] La porte
       *[where] Le lieu
    } fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
intros-doors-full = { $limit } portes, c’est déjà une maison. Pour en ajouter une, en retirer une autre d’abord ; ce qui vient d’être écrit est gardé.
intros-door-gone = Cette porte n’est pas dans { $voice ->
        [vous] votre
       *[tu] ta
    } liste.

intros-door-kept = ### C’est noté, merci
intros-door-changed = ### C’est à jour
intros-door-one = ### Une porte que { $voice ->
        [vous] vous pouvez
       *[tu] tu peux
    } ouvrir
intros-door = **{ $words }**
intros-door-about = -# { $parts }
intros-door-private = -# Aucun autre membre ne le voit, pas même l’équipe. Si quelqu’un cherche par là, la question { $voice ->
        [vous] vous sera peut-être posée, en privé : vous direz oui si vous voulez
       *[tu] te sera peut-être posée, en privé : tu diras oui si tu veux
    }, et un non ne se voit pas.
intros-door-rests = -# Pour l’instant elle attend : { $voice ->
        [vous] vous avez
       *[tu] tu as
    } dit ne pas vouloir de mise en relation, et rien ne sera demandé.
intros-door-edit = Modifier
intros-door-remove = Retirer
intros-door-another = En ajouter une autre
intros-door-remove-ask = Retirer « { $words } » ? Plus personne ne { $voice ->
        [vous] vous
       *[tu] te
    } demandera rien par là.
intros-door-removed = C’est retiré : « { $words } ».

intros-doors =
    ### Les portes que { $voice ->
        [vous] vous pouvez
       *[tu] tu peux
    } ouvrir
    -# Personne d’autre ne voit cette liste.
intros-doors-none =
    ### Pas encore de porte
    On connaît souvent plus de monde qu’on ne croit : un métier dans la famille, un lieu où l’on a ses habitudes, un milieu d’avant. Cela se note en une ligne, et personne d’autre ne le voit.
intros-pick-door = En choisir une, pour la modifier ou la retirer
intros-choose-category = C’est plutôt… (facultatif)
intros-choose-place = Choisir le lieu (facultatif)
intros-place-unknown = -# Je ne connais pas « { $where } ». Un de ces lieux, peut-être ? Sinon, la porte reste notée sans lieu.
intros-place-which = -# Plusieurs lieux portent ce nom : lequel est-ce ?

intros-category-droit = Droit, comptabilité, banque
intros-category-institutions = Mairie, chambre, administration
intros-category-entreprises = Une entreprise, une clientèle
intros-category-artisans = Artisanat, fournisseurs
intros-category-lieux = Une salle, un atelier, un lieu
intros-category-ecoles = École, stage, formation
intros-category-medias = Presse, culture
intros-category-autre = Autre chose

# Ce que le bot sait d’une personne.
register-intros = Les mises en relation
register-intros-why = trouver quelqu’un par quelqu’un, sans que personne n’y soit obligé
register-intros-data = Portes que l’on peut ouvrir (jamais un nom), recherches, qui a été sollicité et sa réponse (que l’on est seul à voir), qui a présenté qui.
data-doors = Une porte notée le { $created_at }, que personne d’autre ne voit : « { $words } »{ $has_category ->
        [yes] { " " }· { $category }
       *[no] { "" }
    }{ $has_zone ->
        [yes] { " " }· { $zone }
       *[no] { "" }
    }
data-searches = Une recherche, le { $created_at } : « { $who } », parce que : « { $why } »{ $state ->
        [looking] { " " }(en cours)
        [withdrawn] { " " }(retirée)
       *[found] { "" }
    }
data-search_asked = Une question posée par le bot le { $at } : mettre quelqu’un en relation ?{ $answer ->
        [yes] { " " }Réponse : oui.
        [talk] { " " }Réponse : en parler d’abord.
        [knows] { " " }Réponse : c’est quelqu’un d’ici.
        [no] { " " }Réponse : non.
       *[none] { "" }
    }
data-intros = Une mise en relation, le { $created_at }, { $as ->
        [introducer_id] { $kind ->
            [presented] proposée à deux personnes
           *[two] à la demande de quelqu’un
        }
       *[first_id] { $kind ->
            [presented] avec quelqu’un d’ici
           *[two] après une recherche
        }
    }{ $has_why ->
        [yes] { " " }: « { $why } »
       *[no] { "" }
    }

# Une recherche.
intros-search-form = Je cherche quelqu’un
intros-search-form-who = Qui ? Un métier, un lieu, un milieu
    .hint = Sans nom : on cherche un chemin, pas une personne précise
    .example = Une imprimerie qui fait de petites séries
intros-search-form-why = Pourquoi, en une phrase ou deux ?
    .hint = Cela se lit à côté de { $voice ->
        [vous] votre
       *[tu] ton
    } nom, ou parfois sans : inutile de signer
    .example = Cinquante carnets à relier avant Noël, pour une cliente qui compte

intros-search-blank = Il manque { $field ->
        [who] qui l’on cherche : un métier, un lieu, un milieu
       *[why] le pourquoi, en quelques mots : c’est lui qui donne envie d’aider
    }.
intros-search-too-long = { $field ->
        [who] Ce que l’on cherche
       *[why] Le pourquoi
    } fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
intros-why-email = « { $found } » ressemble à une adresse e-mail. Sans elle, c’est parfait : s’il y a une piste, un fil s’ouvre.
intros-why-phone = « { $found } » ressemble à un numéro de téléphone. Sans le numéro, c’est parfait : s’il y a une piste, un fil s’ouvre.
intros-searches-full = { $waits ->
        [yes] Il y a déjà { $limit } recherches récentes, avec ce qui vient d’être retiré : pour ne déranger personne pour rien, la suivante attend le { $free }. Ce qui vient d’être écrit est gardé.
       *[no] Il y a déjà { $limit } recherches en cours : c’est le plus que l’on puisse mener à la fois. Ce qui vient d’être écrit est gardé.
    }
intros-search-gone = Cette recherche n’est pas dans { $voice ->
        [vous] votre
       *[tu] ta
    } liste.
intros-search-over = Cette recherche est déjà terminée.

intros-looking = ### Je cherche. Réponse au plus tard le { $by }.
intros-search =
    > **{ $who }**
    > { $why }
intros-looking-how = -# La question est posée en privé, avec { $voice ->
        [vous] votre
       *[tu] ton
    } nom et { $voice ->
        [vous] vos
       *[tu] tes
    } mots, à une personne à la fois, et chacune est libre de dire non. S’il y a une piste, un fil privé s’ouvre : il se lit entre vous et, Discord le veut ainsi, par les personnes qui gèrent les fils. D’ici là, il n’y a rien à faire.
intros-withdraw = Retirer
intros-withdrawn = C’est retiré : « { $who } ». La question n’est plus posée à personne.
intros-searches =
    ### { $voice ->
        [vous] Vos
       *[tu] Tes
    } recherches
intros-searches-none =
    ### Aucune recherche en cours
    Un cabinet d’avocats, quelqu’un à la CCI, une salle à Laval : il suffit de le dire, et la question est posée en privé à qui connaît peut-être le chemin.
intros-search-state = -# { $state ->
        [looking] Je cherche. Réponse au plus tard le { $by }.
        [found] Il y a une piste.
       *[ended] Pas de piste cette fois.
    }
