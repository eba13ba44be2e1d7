# L’installation, et le panneau de l’équipe.

command-installer = installer
    .description = Installer Comptoir : association, salons, langue
command-envois = envois
    .description = Voir ce qui va partir, le sauter, ou tout suspendre

organisers-panel-title = L’équipe
organisers-panel =
    ### L’équipe
    Ici arrivent les messages qui attendent l’équipe. Les boutons montrent ce qui va partir, permettent de tout suspendre, et de tout régler.

setup-title = ### Installation · 1 sur 4 · L’association
setup-promise = Je ne lis pas vos messages, n’écris à personne sans accord, ne mentionne jamais @everyone. Rien n’est publié avant la dernière étape.
setup-association =
    {""}**Nom** : { $name }
    {""}**Contact pour les données** : { $contact }
setup-identity = Nom et contact
setup-form = L’association
setup-form-name = Nom de l’association
    .example = Les Indés de la Mayenne
setup-form-contact = Contact pour les données
    .hint = Une adresse e-mail, ou une page avec un formulaire
    .example = bonjour@indes53.fr
setup-name-blank = Il manque le nom de l’association : la notice que chaque membre lit en a besoin.
setup-contact-unreachable = Le contact doit permettre d’écrire : une adresse e-mail (nom@exemple.fr) ou l’adresse d’une page (https://…).
setup-too-long = C’est un peu long : 80 signes pour le nom, 120 pour le contact.
setup-language-fr-tu = Français, tutoiement
setup-language-fr-vous = Français, vouvoiement
setup-language-en-tu = English
setup-bilingual = **Commandes aussi en anglais** pour qui a Discord en anglais : { $on ->
        [yes] oui
       *[no] non
    }
setup-bilingual-turn = { $on ->
        [yes] Retirer l’anglais
       *[no] Ajouter l’anglais
    }
setup-label = {""}**{ $label }**
setup-back = Retour
setup-next-channels = Suite : les salons
setup-next-welcome = Suite : l’accueil
setup-next-publish = Suite : vérifier

setup-channels = ### Installation · 2 sur 4 · Les salons
setup-create = Créer ce qui manque
setup-category = Comptoir
setup-channel-introductions = présentations
setup-channel-tips = astuces
setup-channel-help = coups-de-main
setup-channel-threads = fils-privés
setup-channel-organisers = équipe
setup-cannot-create = Je n’ai pas la permission « Gérer les salons ». { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } créer les salons à la main et les choisir ici, ou me donner cette permission le temps de l’installation.
setup-discord-slow = Discord ne répond pas pour le moment. Ce qui est déjà créé est gardé : il suffit de réessayer.
setup-team-channel = Ce salon est celui de l’équipe : les membres ne le voient pas. Il en faut un autre ici.
skip-matchmaking-match = Sauter la formation des binômes ? Ce tour n’aura pas lieu : les personnes partantes seront prévenues, et leur place gardée pour le suivant.
skip-matchmaking-close = Sauter la fin du tour ? Il s’arrête tout de suite, sans demander de nouvelles à personne ; les promesses faites tiennent.
setup-wrong-channel = Ce salon n’existe plus, ou n’est pas du bon type. { $voice ->
        [vous] Choisissez-en
       *[tu] Choisis-en
    } un autre.
setup-wrong-role = Ce rôle ne convient pas : il en faut un que seule l’équipe porte.
setup-organisers-visible = ⚠ { $channel } est visible de tout le monde : un salon privé convient mieux.
setup-threads-hidden = ⚠ { $channel } n’est pas visible de tout le monde : on ne pourra pas y rejoindre un fil privé.

setup-welcome =
    ### Installation · 3 sur 4 · L’accueil
    Quelques minutes après une arrivée, un court message public peut saluer les personnes par leur nom, et dire qui accueille en ce moment. Personne ne reçoit de message privé. { $on ->
        [yes] C’est activé.
       *[no] C’est désactivé : choisir un salon l’active.
    }
setup-welcome-off = Ne plus accueillir
setup-host-off = Ne nommer personne

setup-check =
    ### Installation · 4 sur 4 · Vérifier et publier
    { $blocking ->
        [yes] Il reste quelque chose à régler avant de publier.
       *[no] Tout est prêt.
    }
setup-missing = • Il manque : { $what }
setup-permission = • { $channel } : il me manque « { $permission } », { $why }.{ $must ->
        [yes] { "" }
       *[no] { " " }(facultatif)
    }
setup-channel-gone = • Un salon choisi n’existe plus : en choisir un autre à l’étape 2 ou 3.
setup-preview = **Voici exactement ce qui sera publié**, dans { $where }. Publier à nouveau met à jour les messages déjà en place.
setup-publish = Publier
setup-check-again = Vérifier à nouveau
setup-done = C’est ouvert. Les messages d’accueil sont en place, épinglés si Discord le permet. { $aide } montre tout ce qu’on peut faire ici. Ce qui revient (la gazette, les questions, les cafés) reste éteint tant que personne ne l’allume dans « Rythmes et pauses ».
setup-again = Revenir à l’installation

# Ce qui va partir, et comment l’arrêter.
offer-organisers-upcoming = Prochains envois
offer-organisers-rhythms = Rythmes et pauses
sending-title = ### Prochains envois
sending-nothing = Rien n’est prévu.
sending-line = • **{ $what }** · { $at } ({ $left })
sending-now = • **{ $what }** · part dès que Discord le permet
sending-parked = • ⚠ **{ $what }** · n’a pas pu partir : { $reason ->
        [discord] Discord ne répondait pas
        [disk] le disque de la machine est plein, ou ne répond pas
       *[ours] une erreur de notre côté, notée dans le journal technique
    }
sending-choose = Voir, ou sauter, un envoi
sending-entry = ### { $what }
sending-preview = Voici ce qui partirait maintenant :
sending-no-preview = Ce qui partira se décide au moment venu ; il se peut que rien ne parte.
sending-change = Cela change, ou retire, quelque chose qui est déjà paru.
sending-private = C’est un échange privé : son contenu ne se montre pas ici.
sending-skip = Sauter cet envoi
sending-skip-ask = Sauter « { $what } » ? Un envoi qui se répète reprendra à sa prochaine date ; un envoi unique ne partira pas.
sending-skipped = C’est sauté.
sending-suspend = Tout suspendre
sending-suspended = ⏸ Tout est suspendu : plus rien ne part, ni dans les salons ni en privé. Ce qui est demandé pendant ce temps est gardé. Les retraits et les effacements continuent.
sending-resume = Reprendre les envois
sending-resumed = C’est reparti. Ce qui attendait part peu à peu, un envoi par minute.
sending-back = Retour aux envois

rhythms-title = ### Rythmes et pauses
rhythms-choose = Régler un rythme
rhythms-on = • **{ $what }** · { $rhythm } · prochain : { $next }
rhythms-off = • **{ $what }** · éteint
rhythms-never = aucun
rhythm-title = ### { $what } · { $on ->
        [yes] allumé
       *[no] éteint
    }
rhythm-said = Rythme : { $rhythm }
rhythm-coming = { $on ->
        [yes] Prochaines dates : { $dates }
       *[no] Une fois allumé : { $dates }
    }
rhythm-every = Tous les combien ?
rhythm-every-days = { $every ->
        [1] Chaque jour
       *[other] Tous les { $every } jours
    }
rhythm-every-weeks = { $every ->
        [1] Chaque semaine
       *[other] Toutes les { $every } semaines
    }
rhythm-every-month-day = { $every ->
       *[other] Chaque mois, à une date
    }
rhythm-every-month-weekday = { $every ->
       *[other] Chaque mois, un certain jour de la semaine
    }
rhythm-weekday = Quel jour de la semaine ?
rhythm-day = Quel jour du mois ?
rhythm-day-choice = { $day ->
        [last] le dernier jour
        [1] le 1er
       *[other] le { $day }
    }
rhythm-nth = Lequel du mois ?
rhythm-nth-choice = { $nth ->
        [1] le premier
        [2] le deuxième
        [3] le troisième
        [4] le quatrième
       *[last] le dernier
    }
rhythm-at = À quelle heure ?
rhythm-holiday = Et un jour férié ?
rhythm-holiday-keep = Jour férié : comme d’habitude
rhythm-holiday-skip = Jour férié : sauter
rhythm-holiday-move = Jour férié : décaler au jour ouvré suivant
rhythm-start = Allumer
rhythm-stop = Éteindre
rhythm-too-short = C’est trop rapproché : ici, il faut au moins { $days } jours d’une date à la suivante. { $voice ->
        [vous] Choisissez
       *[tu] Choisis
    } un rythme plus espacé dans « Tous les combien ? ».

pauses-title = ### Pauses
pauses-none = Aucune pause : les rythmes tournent toute l’année.
pauses-line = • du { $first } au { $last }
pauses-option = du { $first } au { $last }
pauses-suggest = + { $first } – { $last }
pauses-add = Ajouter une pause
pauses-remove = Retirer une pause
pause-form = Une pause
pause-form-first = Premier jour
    .example = 1er août
pause-form-last = Dernier jour
    .example = 31 août
pause-not-understood = Je n’ai pas compris l’un des deux jours. Par exemple : 1er août, 24/12, ou 24/12/2027.
pause-backwards = La pause finit avant de commencer, ou elle est déjà passée.
pause-too-long = Une pause dure { $days } jours au plus ; au-delà, mieux vaut éteindre le rythme.
pause-too-many = Il y a déjà douze pauses : il faut en retirer une d’abord.
