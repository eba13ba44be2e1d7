# Partager ce qu’on sait, le retrouver, le garder juste.

command-astuce = astuce
    .description = Partager une astuce, en retrouver une
command-astuce-partager = partager
    .description = Partager une astuce
command-astuce-chercher = chercher
    .description = Chercher une astuce
command-astuce-chercher--quoi = quoi
    .description = Quelques mots : acompte, facture, prospection…
command-astuce-chercher--categorie = categorie
    .description = Une catégorie de la liste (facultatif)
command-astuce-mes-astuces = mes-astuces
    .description = Voir, modifier ou retirer ses astuces
command-astuce-gardees = gardees
    .description = Retrouver les astuces gardées
command-astuce-categories = categories
    .description = Pour l’équipe : la liste des catégories
menu-make-tip = En faire une astuce

preference-tips-channel = Salon des astuces
    .help = **Salon des astuces** (facultatif) : un forum (une publication par astuce, avec ses étiquettes) ou un salon textuel (un message et son fil).

purpose-tips-check = dire si une de mes astuces est toujours bonne
purpose-tips-agreement = faire une astuce de ce que j’ai écrit ou aidé à trouver

offer-tips-share = Partager une astuce
offer-tips-categories = Astuces
offer-tips-find = Chercher
offer-tips-mine = Mes astuces

tips-panel-title = Les astuces, commence ici
tips-panel =
    ### Ce qu’on aurait aimé savoir plus tôt
    Une relance qui marche, un outil qui fait gagner une heure, une démarche enfin claire : ici, on se le dit, et on le retrouve.

# Le formulaire
tips-form = Une astuce
tips-form-title = En une ligne
    .example = Demander 30 % d’acompte dès la signature
tips-form-body = L’astuce
    .hint = Ce qu’on fait, quand, et ce que cela change
    .example = Je l’écris sur le devis, et je ne commence qu’à réception. Depuis, plus d’impayé.
tips-form-category = Catégorie (facultatif)
    .hint = Un mot suffit : admin, tarifs, outils… On peut aussi choisir ensuite
tips-form-tags = Mots-clés (facultatif)
    .hint = Quatre au plus, séparés par des virgules
    .example = acompte, devis

tips-category-administratif = administratif
tips-category-prospection = prospection
tips-category-tarifs = tarifs
tips-category-outils = outils
tips-category-independance = vie d’indépendant
tips-category-autre = autre

tips-title-blank = Il manque une ligne qui dit de quoi il s’agit : c’est elle qu’on lira d’abord.
tips-body-blank = Il manque l’astuce elle-même : deux phrases suffisent.
tips-too-long = { $field ->
        [title] Le titre
        [body] Le texte
        [tags] La liste des mots-clés
        [category] Le nom
       *[doubt] Le mot
    } fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
tips-too-many-tags = Il y a { $count } mots-clés ; { $limit } au plus, les plus parlants. Tout est gardé : il suffit d’en retirer.
tips-tag-too-long = Le mot-clé « { $tag } » est trop long : { $limit } signes au plus, sinon Discord n’en veut pas. Tout est gardé.
tips-unknown-category = Je ne connais pas la catégorie « { $category } ». La liste s’ouvre en tapant ; on peut aussi chercher partout.

# La fiche
tips-card-title = ### { $title }
tips-card-belongs = -# { $parts }
tips-card-who = { $member }
tips-card-somebody = un membre
tips-card-shared = -# Partagée par { $who }, { $when }
tips-card-helpers = -# Avec l’aide de { $members }
tips-card-request = -# Née d’un coup de main : { $link }
tips-card-doubted = **Peut-être plus à jour** · À vérifier avant de s’en servir.
tips-useful = M’a servi
tips-doubt = Plus à jour ?
tips-keep = { $kept ->
        [yes] Ne plus garder
       *[no] Garder
    }
tips-away = Cette astuce reviendra en même temps que la personne qui l’a partagée.
tips-away-title = Astuce
tips-taken-down-title = Astuce retirée
tips-open-card = Voir dans le salon

# Après le partage
tips-published = C’est publié, merci.
tips-updated = C’est à jour. Les réponses sont restées.
tips-names-gone = Le texte n’est plus celui que d’autres avaient approuvé : leurs noms n’y sont plus.
tips-will-appear = C’est enregistré. L’astuce paraîtra dès que Discord le permettra ; il n’y a rien à refaire.
tips-no-channel-yet = C’est enregistré. L’astuce paraîtra quand l’équipe aura choisi un salon ; on peut déjà la trouver en cherchant.
tips-filed = -# Sa catégorie ; une autre convient mieux ?
tips-choose-category = Choisir une catégorie
tips-filed-now = C’est rangé.
tips-close = { $count ->
        [1] Une astuce proche existe déjà. Fusionner, ou laisser les deux ?
       *[other] Des astuces proches existent déjà. Fusionner avec l’une d’elles, ou tout laisser ?
    }
tips-close-one = **{ $title }** { $yours ->
        [yes] · { $voice ->
            [vous] une des vôtres : les deux textes n’en feront qu’un
           *[tu] une des tiennes : les deux textes n’en feront qu’un
        }
       *[no] · { $voice ->
            [vous] votre texte sera proposé à la personne qui a écrit celle-ci, et votre astuce retirée du salon
           *[tu] ton texte sera proposé à la personne qui a écrit celle-ci, et ton astuce retirée du salon
        }
    }
tips-merge = Fusionner
tips-both = Laisser les deux
tips-both-stay = D’accord, les deux restent.
tips-merged = C’est fait : les deux n’en font plus qu’une, « { $title } ».
tips-merge-too-long = Ensemble, les deux textes feraient { $length } signes ; { $limit } au plus. En raccourcir un d’abord, puis fusionner ; ou laisser les deux.
tips-offered = C’est proposé à la personne qui a écrit « { $title } ». { $voice ->
        [vous] Votre astuce n’est plus dans le salon ; elle reste dans les vôtres.
       *[tu] Ton astuce n’est plus dans le salon ; elle reste dans les tiennes.
    }

# Ce que chacun peut en faire
tips-useful-on = C’est noté : « { $title } » a servi. Seule la personne qui l’a partagée voit combien de fois ; un second appui le retire.
tips-useful-off = C’est retiré pour « { $title } ».
tips-kept-now = { $kept ->
        [yes] « { $title } » est gardée. Pour la retrouver : { $where }
       *[no] « { $title } » n’est plus gardée. Les autres sont là : { $where }
    }
tips-own-tip = C’est { $voice ->
        [vous] votre
       *[tu] ton
    } astuce : ce bouton est pour les autres.
tips-gone = Cette astuce a été retirée, ou n’est pas visible en ce moment.
tips-not-yours = Seule la personne qui a partagé cette astuce peut faire cela.
tips-doubt-form = Plus à jour ?
tips-doubt-form-what = Qu’est-ce qui a changé ?
    .hint = Montré, signé, à la personne qui a partagé l’astuce ; à personne d’autre
    .example = Le seuil n’est plus le même depuis janvier
tips-doubt-blank = Quelques mots sur ce qui a changé, s’il { $voice ->
        [vous] vous
       *[tu] te
    } plaît : sans cela, il n’y a rien à corriger.
tips-doubted = Merci. La fiche de « { $title } » dit maintenant « peut-être plus à jour », et la question est posée à la personne qui l’a partagée.

# Mes astuces
tips-mine = ### Mes astuces
tips-mine-none = { $voice ->
        [vous] Vous n’avez
       *[tu] Tu n’as
    } pas encore partagé d’astuce. Une petite suffit : ce qu’on aurait aimé savoir il y a un an.
tips-kept = ### Les astuces gardées
tips-kept-none = Aucune astuce gardée pour le moment : « Garder », sous une astuce, la met ici.
tips-own-uses = -# { $count ->
        [0] N’a encore servi à personne, ou personne ne l’a dit
        [1] A servi à une personne
       *[other] A servi à { $count } personnes
    } · { $voice ->
        [vous] visible de vous seulement
       *[tu] visible de toi seulement
    }
tips-own-withdrawn = -# Retirée : visible de { $voice ->
        [vous] vous
       *[tu] toi
    } seulement
tips-doubt-line = > { $member } : { $what }
tips-edit = Modifier
tips-restore = Remettre
tips-withdraw = Retirer
tips-forget = Effacer
tips-holds = Toujours bon
tips-correct = Corriger
tips-look = Voir
tips-holds-now = Merci, « { $title } » est toujours bonne.
tips-withdraw-ask = Retirer « { $title } » ? Elle quitte le salon et la recherche, et reste dans { $voice ->
        [vous] vos
       *[tu] tes
    } astuces, d’où on peut la remettre.
tips-withdrawn = « { $title } » est retirée. On peut la remettre, ou l’effacer, depuis « Mes astuces ».
tips-forget-ask = Effacer « { $title } » pour de bon ? On ne peut pas revenir en arrière.
tips-forgotten = C’est effacé.

# Chercher
tips-find-form = Chercher une astuce
tips-find-form-what = Quoi, en quelques mots
    .example = relancer une facture, acompte, mutuelle…
tips-find-form-category = Catégorie (facultatif)
    .example = administratif, tarifs…
tips-found = { $where ->
        [elsewhere] Rien dans « { $category } » pour l’instant ; voici ailleurs{ $asked ->
            [yes] { " " }pour « { $query } »
           *[no] { "" }
        } :
        [here] { $asked ->
            [yes] Pour « { $query } », dans « { $category } » :
           *[no] Dans « { $category } » :
        }
       *[everywhere] { $asked ->
            [yes] Pour « { $query } » :
           *[no] Toutes les astuces :
        }
    }
tips-list-title = **{ $title }**
tips-list-about = -# { $category }{ $doubted ->
        [yes] { " " }· peut-être plus à jour
       *[no] { "" }
    }
tips-pick = En ouvrir une ici
tips-none-found = { $near ->
        [yes] Rien pour « { $query } » pour le moment. Peut-être l’un de ces mots ?
       *[no] Rien pour « { $query } » pour le moment. Un mot plus simple aide souvent ; on peut aussi parcourir une catégorie.
    }
tips-browse = Tout voir

# Ce que le bot demande à la personne qui a partagé
tips-check = { $doubted ->
        [yes] { $voice ->
            [vous] Votre astuce « { $title } » n’est peut-être plus à jour.
           *[tu] Ton astuce « { $title } » n’est peut-être plus à jour.
        } Qu’en est-il ?
       *[no] { $voice ->
            [vous] Votre astuce « { $title } » a plus d’un an.
           *[tu] Ton astuce « { $title } » a plus d’un an.
        } Est-elle toujours bonne ?
    }
tips-check-where = -# { $link }
tips-addition = { $member } a écrit une astuce proche de « { $title } », et { $voice ->
        [vous] vous la propose comme complément de la vôtre
       *[tu] te la propose comme complément de la tienne
    }. À reprendre, ou à laisser, librement.
tips-addition-look = Lire
tips-addition-offered = Ce que { $member } propose :
tips-addition-take = Reprendre dans la mienne

# En faire une astuce
tips-menu-again = Merci. Rien du message n’a été gardé : il suffit de le choisir encore une fois, avec « En faire une astuce ».
tips-not-of-a-bot = Ce message vient d’un bot : une astuce vient de quelqu’un. { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } l’écrire avec { $voice ->
        [vous] vos
       *[tu] tes
    } mots.
tips-not-private = Ce qui se dit dans un fil privé y reste : on n’en fait pas une astuce.
tips-place-unknown = Je ne retrouve plus l’endroit où ce message a été écrit. Dans le doute, rien n’est proposé.
tips-message-empty = Ce message ne contient pas de texte dont on puisse faire une astuce.
tips-agreement-asked = La question est posée à { $member }. Rien n’est publié sans son accord ; sans réponse au bout d’une semaine, c’est non, et rien ne paraît.
tips-agreement-message = { $member } aimerait faire une astuce de ce que { $voice ->
        [vous] vous avez écrit. Rien n’est publié sans votre accord, et elle sera à vous
       *[tu] tu as écrit. Rien n’est publié sans ton accord, et elle sera à toi
    } : modifiable, retirable. Voici ce qui paraîtrait.
tips-agreement-request = { $member } aimerait faire une astuce du coup de main où { $voice ->
        [vous] vous avez aidé. Rien n’est publié sans votre accord.
       *[tu] tu as aidé. Rien n’est publié sans ton accord.
    } Voici ce qui paraîtrait.
tips-agree-named = D’accord, avec mon nom
tips-agree-unnamed = D’accord, sans mon nom
tips-disagree = Non merci
tips-agreed = { $published ->
        [yes] Merci, c’est publié.
        [soon] Merci. Cela paraîtra dès que possible ; il n’y a rien à refaire.
       *[no] Merci, c’est noté. Cela paraîtra si les autres personnes concernées sont d’accord.
    }
tips-disagreed = D’accord, rien n’est publié. Personne n’en saura rien.
tips-agreement-over = C’est déjà réglé, ou la question n’attend plus de réponse.
tips-became = « { $title } » est devenue une astuce, avec l’accord de la personne qui l’a écrite.
tips-request-body =
    Le problème : { $problem }

    Ce qui a marché : { $worked }

    Les limites :
tips-request-has-one = Ce coup de main est déjà devenu une astuce.
tips-request-waits = Une astuce tirée de ce coup de main attend déjà l’accord des personnes qui ont aidé.
tips-helpers-asked = { $count ->
        [1] La question est posée à la personne qui a aidé
       *[other] La question est posée aux { $count } personnes qui ont aidé
    } : rien n’est publié sans accord. Sans réponse au bout d’une semaine, rien ne paraît, et un mot { $voice ->
        [vous] vous le dira
       *[tu] te le dira
    }.
tips-not-agreed = L’astuce tirée de { $voice ->
        [vous] votre
       *[tu] ton
    } coup de main n’a pas paru : il manquait un accord, ou une réponse. On peut toujours en partager une avec ses propres mots.
tips-open-request = Voir le coup de main

# Deux nouvelles que son auteur reçoit en privé.
tips-appeared = { $voice ->
        [vous] Votre astuce
       *[tu] Ton astuce
    } est en ligne.
tips-given-up = { $voice ->
        [vous] Votre astuce
       *[tu] Ton astuce
    } n’a pas pu paraître dans le salon. Rien n’est perdu : elle est gardée, et on la trouve en cherchant. Pour réessayer, il suffit de la modifier ; si cela ne passe toujours pas, l’équipe peut aider.
tips-change = Mes astuces

# Les catégories, par l’équipe.
tips-categories =
    ### Les catégories des astuces
    En choisir une pour la renommer ou la retirer.
tips-category-pick = Choisir une catégorie
tips-category-add = Ajouter
tips-categories-first = Revenir à la liste de départ
tips-category-one = **{ $label }** { $stays ->
        [yes] · Elle reçoit ce qui ne va nulle part ailleurs : on peut la renommer, pas la retirer.
       *[no] · Renommée, elle garde ses astuces ; celles qui sont publiées prennent le nouveau nom à leur prochaine modification.
    }
tips-category-rename = Renommer
tips-category-remove = Retirer
tips-category-back = Retour à la liste
tips-category-remove-ask = Retirer la catégorie « { $label } » ? Ses astuces seront rangées dans « { $other } ».
tips-category-stays = Cette catégorie reste : elle reçoit ce qui ne va nulle part ailleurs.
tips-category-form = Une catégorie
tips-category-form-label = Son nom
    .hint = Vingt signes au plus : c’est aussi une étiquette du forum
tips-category-blank = Il manque un nom avec des lettres.
tips-category-twice = « { $label } » existe déjà.
tips-categories-full = { $most } catégories au plus : au-delà, on ne s’y retrouve plus. En retirer une d’abord.

# Ce que le bot sait d’une personne.
data-tips = Une astuce partagée le { $created_at } : « { $title } »{ $state ->
        [withdrawn] { " " }(retirée)
       *[standing] { "" }
    }, { $body }
data-tip_tags = Un mot-clé d’une astuce : { $label }.
data-tip_uses = Une astuce qui a servi, le { $at }.
data-tip_kept = Une astuce gardée de côté, le { $at }.
data-tip_doubts = Une astuce signalée comme dépassée le { $at } : « { $what } ».
data-tip_credits = Une astuce faite avec { $voice ->
        [vous] votre
       *[tu] ton
    } aide, { $shown ->
        [1] avec le nom.
       *[0] sans le nom.
    }
data-tip_drafts = Une astuce qui attend un accord, demandé le { $asked_at }.
data-tip_agreements = Un accord demandé pour une astuce.
data-jobs-settle = Le { $due_at } : fin d’attente d’un accord.
