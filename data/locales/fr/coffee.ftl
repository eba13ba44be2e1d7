# Le café : un tour s’annonce, les binômes se forment, le tour se termine.

coffee-title = ### Le tour de café
coffee-announced =
    Le prochain : { $when }. Un fil privé s’ouvre alors entre deux personnes, de préférence pas encore croisées ici. Une demi-heure, autour d’une table ou en visio, sans ordre du jour.
    Un clic suffit, pour cette fois seulement.
coffee-running =
    Les binômes sont formés.
    Envie d’en être quand même ? C’est possible les premiers jours, dès que quelqu’un se libère.
coffee-closed = Ce tour est terminé. { $again ->
        [yes] Le prochain : { $when }.
       *[no] Le prochain s’annoncera ici.
    }
coffee-too-few = Nous n’étions pas assez cette fois : ce tour n’a pas lieu. Qui voulait en être le reste pour le prochain{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-called-off = Ce tour n’a pas lieu. Qui voulait en être le reste pour le prochain{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-in = Partant cette fois
coffee-out = Je passe mon tour
coffee-in-late = Me joindre en route
coffee-status = Où j’en suis

# Ce qui se dit à une seule personne.
coffee-nobody = { $voice ->
        [vous] Pas de binôme pour vous cette fois ; vous passez en premier la prochaine.
       *[tu] Pas de binôme pour toi cette fois ; tu passes en premier la prochaine.
    }
coffee-odd = { $voice ->
        [vous] Nous étions en nombre impair : pas de binôme pour vous cette fois ; vous passez en premier la prochaine.
       *[tu] Nous étions en nombre impair : pas de binôme pour toi cette fois ; tu passes en premier la prochaine.
    }
coffee-nobody-yet = -# Si quelqu’un se libère d’ici là, un fil privé s’ouvrira.
coffee-letter-too-few = Le café n’a pas lieu cette fois : nous n’étions pas assez. { $voice ->
        [vous] Votre place est gardée pour le prochain tour
       *[tu] Ta place est gardée pour le prochain tour
    }{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-letter-called-off = Le café n’a pas lieu cette fois. { $voice ->
        [vous] Votre place est gardée pour le prochain
       *[tu] Ta place est gardée pour le prochain
    }{ $again ->
        [yes] , { $when }.
       *[no] .
    }
coffee-waited = Personne n’était libre d’ici la fin de ce tour. { $voice ->
        [vous] Vous passez en premier au prochain
       *[tu] Tu passes en premier au prochain
    }{ $again ->
        [yes] , { $when }.
       *[no] .
    }

report-coffee-no-channel = Le tour de café prévu n’a pas été annoncé : aucun salon n’est choisi pour le café. L’installation permet d’en choisir un.

# Dans la gazette.
section-coffee = Le café
section-coffee-next = Prochain tour : { $when }. [Pour en être, c’est ici]({ $url }).
section-coffee-running = Un tour est en cours ; [on peut encore s’y joindre]({ $url }).
need-coffee-ready = Au moins { $count } personnes sont partantes pour un café, et aucun tour n’est prévu : on peut les allumer.
need-coffee = Le tour de café du { $when } n’a pas encore assez de monde.
