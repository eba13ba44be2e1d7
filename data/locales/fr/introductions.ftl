# Se présenter, se trouver.

command-presentation = presentation
    .description = Se présenter, voir une présentation
command-presentation-ecrire = ecrire
    .description = Écrire ou modifier sa présentation
command-presentation-ecrire--metier = metier
    .description = Activité, à choisir dans la liste (facultatif)
command-presentation-ecrire--ou = ou
    .description = Département, zone ou ville (facultatif)
command-presentation-voir = voir
    .description = Voir une présentation, la sienne ou celle de quelqu’un
command-presentation-voir--membre = membre
    .description = La personne (sans rien : soi-même)
command-presentation-retirer = retirer
    .description = Retirer sa présentation
command-qui-fait = qui-fait
    .description = Trouver quelqu’un par son activité ou ce qu’il propose
command-qui-fait--quoi = quoi
    .description = Quelques mots : webflow, compta, relecture…
command-qui-fait--metier = metier
    .description = Une activité de la liste (facultatif)
command-qui-fait--ou = ou
    .description = Département, zone ou ville (facultatif)
menu-view-introduction = Voir la présentation

preference-introductions-channel = Salon des présentations
    .help = **Salon des présentations** : un forum (une publication par personne) ou un salon textuel (un message et son fil).
preference-welcome-channel = Salon du mot d’accueil
    .help = **Salon du mot d’accueil** (facultatif) : un court message public y salue les personnes qui arrivent. Sans salon, pas de mot.
preference-welcome-host = Personne qui accueille en ce moment
    .help = **Personne qui accueille** (facultatif) : le mot d’accueil la nomme. Si un relais est en place, il change cette personne chaque lundi.

intro-panel-title = Bienvenue, commence ici
intro-panel =
    ### Qui est là ?
    Ici, on dit en une phrase ce qu’on fait, et l’on se trouve le jour où l’on a besoin d’un coup de main.
intro-away = Cette présentation n’est pas visible pour le moment.

intro-away-title = Présentation
intro-form = Me présenter
intro-form-what = Ce que je fais, en une phrase
    .example = J’aide les ateliers à se montrer en ligne, surtout avec Webflow
intro-form-where = Où ? (facultatif)
    .hint = Une ville ou un département : seul le département est gardé
    .example = Laval, 53, Mayenne…
intro-form-offers = Ce que je peux offrir (facultatif)
    .hint = Séparé par des virgules : ces mots servent à la recherche
    .example = relire un devis, un regard sur un site, prêter mon studio
intro-form-seeks = Ce que je cherche (facultatif)
    .hint = Séparé par des virgules
    .example = un bureau partagé, de l’aide en compta, des chantiers près de chez moi
intro-form-question = Une question du moment (facultatif)
    .hint = Elle ouvrira la conversation sous ta présentation
    .example = Comment fixez-vous un acompte ?

intro-what-blank = Il manque l’essentiel : ce que { $voice ->
        [vous] vous faites
       *[tu] tu fais
    }, en une phrase.
intro-what-unreadable = Quelques mots avec des lettres, s’il { $voice ->
        [vous] vous
       *[tu] te
    } plaît : c’est par eux qu’on { $voice ->
        [vous] vous
       *[tu] te
    } trouvera.
intro-too-long = { $field ->
        [what] La phrase
        [where] Le lieu
        [offers] Ce qui est offert
        [seeks] Ce qui est cherché
       *[question] La question
    } fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
intro-too-many = { $field ->
        [offers] Ce qui est offert
       *[seeks] Ce qui est cherché
    } compte { $count } choses ; { $limit } au plus, les plus parlantes. Tout est gardé : il suffit d’en retirer.
intro-unknown-trade = Je ne connais pas l’activité « { $trade } ». { $voice ->
        [vous] Choisissez-en
       *[tu] Choisis-en
    } une dans la liste qui s’ouvre en tapant, ou { $voice ->
        [vous] laissez
       *[tu] laisse
    } vide.
intro-unknown-zone = Je ne reconnais pas « { $where } ». Un numéro de département ou une ville de 5 000 habitants suffit.
intro-none-yet = Il n’y a pas encore de présentation à { $voice ->
        [vous] votre
       *[tu] ton
    } nom. Une phrase suffit.
intro-none-of = Pas de présentation de { $member } pour le moment.

intro-preview = ### { $again ->
        [yes] Voici ce que cela donnera
       *[no] Voici ce qui sera publié
    }
intro-check-trade = -# { $chosen ->
        [yes] Activité : est-ce bien cela ?
       *[no] Une activité aide à se faire trouver (facultatif).
    }
intro-choose-trade = Choisir une activité
intro-check-zone = -# Plusieurs lieux portent ce nom : est-ce le bon ?
intro-choose-zone = De quel endroit s’agit-il ?
intro-where-unknown = Je ne reconnais pas « { $where } ». { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } choisir ci-dessous, modifier avec un département, ou publier sans lieu.
intro-publish = Publier
intro-edit = Modifier
intro-later = D’accord. Le brouillon est gardé un jour : « Je me présente » le rouvrira.

intro-card-name = ### { $member }
intro-card-about = -# { $about }
intro-card-offers = **Peut offrir** : { $things }
intro-card-seeks = **Cherche** : { $things }
intro-card-question = **Se demande en ce moment** : { $question }
intro-me-too = Me présenter aussi
intro-open-card = Voir dans le salon
intro-change = Modifier ma présentation
intro-withdraw = La retirer

intro-published = C’est publié, bienvenue. On peut maintenant { $voice ->
        [vous] vous
       *[tu] te
    } trouver ; et répondre à la question de quelqu’un est une bonne façon de faire connaissance.
intro-updated = C’est à jour.
intro-will-appear = C’est enregistré. La présentation paraîtra dès que Discord le permettra ; il n’y a rien à refaire.
intro-no-channel-yet = C’est enregistré. La présentation paraîtra quand l’équipe aura choisi un salon ; on peut déjà { $voice ->
        [vous] vous
       *[tu] te
    } trouver.

intro-withdraw-ask = Retirer { $voice ->
        [vous] votre
       *[tu] ta
    } présentation ? On ne { $voice ->
        [vous] vous
       *[tu] te
    } trouvera plus dans la recherche. L’écrire à nouveau la fera revenir.
intro-withdraw-yes = Retirer
intro-withdrawn = C’est retiré. La fiche n’apparaît plus pour les autres ; « Je me présente » la rouvrira telle quelle. { $card ->
        [waits] La publication disparaîtra du salon dès que Discord le permettra.
       *[gone] { "" }
    }
intro-taken-down-title = Présentation retirée

find-form = Trouver quelqu’un
find-form-what = Quoi, en quelques mots
    .example = webflow, relecture, photo de produits…
find-form-where = Où ? (facultatif)
    .example = Laval, 53…
intro-found = { $near ->
        [elsewhere] Personne pour l’instant du côté de { $where } ; voici ailleurs{ $asked ->
            [yes] { " " }pour « { $about } »
           *[no] { "" }
        } :
        [here] { $asked ->
            [yes] Pour « { $about } », du côté de { $where } :
           *[no] Du côté de { $where } :
        }
       *[anywhere] { $asked ->
            [yes] Pour « { $about } » :
           *[no] Les membres qui se sont présentés :
        }
    }
intro-found-name = **{ $member }**
intro-nobody = Personne pour « { $query } » en ce moment. { $near ->
        [yes] Peut-être l’un de ces mots ?
       *[no] Un mot plus simple aide souvent.
    }
intro-browse = Voir tout le monde

intro-welcome = Bienvenue { $members }. { $place ->
        [yes] { $many ->
            [yes] Quand vous voulez, une phrase suffit pour vous présenter : { $channel }
           *[no] Quand { $voice ->
                [vous] vous voulez, une phrase suffit pour vous
               *[tu] tu veux, une phrase suffit pour te
            } présenter : { $channel }
        }
       *[no] Quelqu’un va passer dire bonjour.
    }
intro-welcome-host = { $host } accueille en ce moment.
intro-unanswered = Une présentation attend encore un mot de quelqu’un.
intro-recap = { $count ->
        [1] Une présentation attend encore un mot de quelqu’un :
       *[other] { $count } présentations attendent encore un mot de quelqu’un :
    }

intro-recap-none = Chaque présentation a reçu un mot de quelqu’un.

# Deux nouvelles que son auteur reçoit en privé.
intro-appeared = { $voice ->
        [vous] Votre présentation
       *[tu] Ta présentation
    } est en ligne.
intro-given-up = { $voice ->
        [vous] Votre présentation
       *[tu] Ta présentation
    } n’a pas pu paraître dans le salon. Rien n’est perdu : la fiche est gardée, et on peut { $voice ->
        [vous] vous
       *[tu] te
    } trouver. Pour réessayer, il suffit de la rouvrir et de publier ; si cela ne passe toujours pas, l’équipe peut aider.

offer-introductions-unanswered = Présentations en attente
