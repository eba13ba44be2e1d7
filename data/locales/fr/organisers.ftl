# L’installation, et le panneau de l’équipe.

command-installer = installer
    .description = Installer Comptoir : association, salons, langue
command-envois = envois
    .description = Voir ce qui va partir, le sauter, ou tout suspendre

organisers-panel-title = L’équipe
organisers-panel =
    ### L’équipe
    Ici arrivent les messages qui attendent l’équipe. Les boutons montrent ce qui va partir, permettent de tout suspendre, et de tout régler.

organisers-moved = ⏳ Un salon a changé ({ $what }) : tout ce qui doit y paraître attend « Publier », à la dernière étape de « Installation ».

skip-matchmaking-match = Sauter la formation des binômes ? Ce tour n’aura pas lieu : les personnes partantes seront prévenues, et leur place gardée pour le suivant.
skip-matchmaking-close = Sauter la fin du tour ? Il s’arrête tout de suite, sans demander de nouvelles à personne ; les promesses faites tiennent.

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
sending-suspended = ⏸ Tout est suspendu : plus rien ne part, ni dans les salons ni en privé. Ce qui est demandé pendant ce temps est gardé. Les retraits et les effacements continuent, les signalements et les recours passent toujours.
sending-resume = Reprendre les envois
sending-resumed = C’est reparti. Ce qui attendait part peu à peu, un envoi par minute.
sending-back = Retour aux envois

rhythms-title = ### Rythmes et pauses
rhythms-choose = Régler un rythme
rhythms-on = • **{ $what }** · { $rhythm } · prochaine fois : { $next }
rhythms-off = • **{ $what }** · éteint
rhythms-never = aucune date
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
