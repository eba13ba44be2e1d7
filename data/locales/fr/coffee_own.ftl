# Le café, pour soi : dire oui ou non à un tour, son rythme, ses pauses, où l’on en est, recroiser quelqu’un.

command-cafe = cafe
    .description = Rencontrer quelqu’un d’ici autour d’un café
command-cafe-participer = participer
    .description = Choisir son rythme, sa façon et ses lieux
command-cafe-pause = pause
    .description = Laisser passer un tour ou plus ; la pause finit toute seule
command-cafe-pause--jusqu-au = jusqu-au
    .description = Le jour du retour : lundi, 3 août, 24/12
command-cafe-pause--tours = tours
    .description = Le nombre de tours à laisser passer
command-cafe-arreter = arreter
    .description = Ne plus être de la partie ; revenir ne prend qu’un clic
command-cafe-statut = statut
    .description = Le prochain tour, mes derniers cafés, mes réglages
command-cafe-recroiser = recroiser
    .description = Reprendre un café avec quelqu’un, six mois ou plus après
command-cafe-recroiser--membre = membre
    .description = La personne ; sans rien choisir, une liste s’ouvre

purpose-coffee = le café
purpose-coffee-again = se recroiser autour d’un café

offer-matchmaking-in = Partant cette fois
offer-matchmaking-out = Je passe mon tour
offer-matchmaking-settings = Mes réglages
offer-matchmaking-status = Où j’en suis
offer-matchmaking-rhythm = Participer
offer-matchmaking-pause_ask = Faire une pause
offer-matchmaking-pause_day = Choisir un jour
offer-matchmaking-resume = Finir la pause
offer-matchmaking-again = Se recroiser
offer-matchmaking-again_ask = Se recroiser
offer-matchmaking-again_yes = Avec plaisir
offer-matchmaking-stay = Je reste

coffee-panel-title = Un café avec quelqu’un d’ici ? Commence ici
coffee-panel =
    ### Un café avec quelqu’un d’ici ?
    De temps en temps, un fil privé s’ouvre entre deux personnes qui gagnent à se connaître. On s’y parle une demi-heure, en vrai ou en visio. On peut en être une fois, régulièrement, ou s’arrêter quand on veut.
coffee-panel-take-part = Participer
coffee-willing = Partant pour un café

# Dire oui à un tour.
coffee-join-noted = C’est noté pour { $when } : un fil privé s’ouvrira entre { $voice ->
        [vous] vous et une autre personne. Rien d’autre à faire d’ici là.
       *[tu] toi et une autre personne. Rien d’autre à faire d’ici là.
    }
coffee-join-introduce = Une ligne sur ce que { $voice ->
        [vous] vous faites aide à vous trouver
       *[tu] tu fais aide à te trouver
    } la bonne personne.
coffee-join-where = Pour un café en personne, il manque un endroit : une ville ou un département suffit.
coffee-join-together = { $voice ->
        [vous] Vous voilà
       *[tu] Te voilà
    } avec { $people }. { $place ->
        [yes] Le fil privé est ici : { $link }
        [soon] Le fil privé s’ouvrira dès que Discord le permettra.
       *[none] Il n’y a pas de fil pour cette fois : un message direct suffit.
    }
coffee-join-waiting = C’est noté. Dès que quelqu’un se libère, un fil privé s’ouvre ; sinon, { $voice ->
        [vous] vous passez
       *[tu] tu passes
    } en premier la prochaine.
coffee-join-over = Il n’est plus possible de se joindre à ce tour. { $again ->
        [yes] Le prochain café : { $when }.
       *[no] Le prochain s’annoncera dans le salon.
    }

# Passer son tour.
coffee-pass-noted = C’est noté : ce tour se fera sans { $voice ->
        [vous] vous
       *[tu] toi
    }. { $subscribed ->
        [yes] { $voice ->
            [vous] Vous en êtes
           *[tu] Tu en es
        } de nouveau au suivant.
       *[no] À une prochaine, si l’envie est là.
    }
coffee-pass-back = Finalement, j’en suis
coffee-pass-nothing = Rien à faire : ce tour se fait déjà sans { $voice ->
        [vous] vous
       *[tu] toi
    }.
coffee-pass-together = Les binômes sont formés. Si { $voice ->
        [vous] vous ne pouvez plus
       *[tu] tu ne peux plus
    }, le bouton du fil le dit, sans demander de raison{ $place ->
        [yes] { " " }: { $link }
       *[no] .
    }
coffee-pass-unlisted = C’est noté : plus de binôme cherché pour ce tour. À une prochaine.
coffee-pass-unkept = C’est noté : la place n’est plus gardée. À une prochaine, si l’envie est là.

# Mes réglages.
coffee-part-title = ### Participer au café
coffee-part-rhythm = { $rhythm ->
        [every] { $voice ->
            [vous] Vous en êtes à chaque tour.
           *[tu] Tu en es à chaque tour.
        } « Je passe mon tour » suffit quand la date ne convient pas.
        [second] { $voice ->
            [vous] Vous en êtes un tour sur deux.
           *[tu] Tu en es un tour sur deux.
        } « Je passe mon tour » suffit quand la date ne convient pas.
        [monthly] { $voice ->
            [vous] Vous en êtes une fois par mois.
           *[tu] Tu en es une fois par mois.
        } « Je passe mon tour » suffit quand la date ne convient pas.
       *[once] Rien n’est prévu d’avance : à chaque annonce, un clic suffit. Pour ne plus y penser, { $voice ->
            [vous] choisissez
           *[tu] choisis
        } un rythme.
    }
coffee-part-next = {""}**Prochain café** · { $state ->
        [in] { $when }, { $voice ->
            [vous] vous en êtes.
           *[tu] tu en es.
        }
        [out] { $when }, sans { $voice ->
            [vous] vous pour l’instant.
           *[tu] toi pour l’instant.
        }
        [kept] { $when } ; { $voice ->
            [vous] votre place est gardée.
           *[tu] ta place est gardée.
        }
        [kept-unknown] { $voice ->
            [vous] votre place est gardée
           *[tu] ta place est gardée
        } ; la date s’annoncera dans le salon.
        [later] { $when }.
       *[unknown] la date s’annoncera dans le salon.
    }
coffee-part-paused = {""}**En pause** · { $sort ->
        [day] de retour le { $day }.
       *[rounds] { $count ->
            [1] le prochain tour
           *[other] les { $count } prochains tours
        }.
    }
coffee-part-how = {""}**Comment** · { $how ->
        [in-person] en personne.
        [remote] à distance.
       *[both] en personne ou à distance.
    }
coffee-part-places = {""}**Où** · { $places }
coffee-part-choose-rhythm = Choisir un rythme
coffee-part-every = À chaque tour
coffee-part-second = Un tour sur deux
coffee-part-monthly = Une fois par mois
coffee-part-choose-how = Comment ?
coffee-part-in-person = En personne
coffee-part-remote = À distance
coffee-part-both = Les deux
coffee-part-choose-places = Choisir des lieux
coffee-part-pause = Mettre en pause
coffee-part-resume = Finir la pause
coffee-part-stop = Arrêter
coffee-part-resume-from-stop = Reprendre
coffee-part-stopped = C’est noté : plus rien n’est prévu. { $voice ->
        [vous] Vous pouvez revenir quand vous voulez
       *[tu] Tu peux revenir quand tu veux
    }, d’un clic.
coffee-part-stopped-running = Le café en cours reste tel quel.
coffee-part-nothing-to-stop = Rien à arrêter : sans un clic, rien n’est prévu.

coffee-places-form = Où prendre un café
coffee-places-form-places = Villes ou départements
    .hint = Séparés par des virgules, en plus de celui de la présentation
    .example = Le Mans, Mayenne
coffee-places-unknown = « { $typed } » n’est pas dans la liste des lieux. Une ville ou un département suffit : Le Mans, Sarthe, 72. Tout est gardé.
coffee-places-shared = « { $typed } » peut être dans plusieurs départements : { $zones }. Écrire le département lève le doute. Tout est gardé.
coffee-places-many = { $count } lieux, c’est beaucoup ; { $limit } au plus. Tout est gardé : il suffit d’en retirer.

# La pause.
coffee-rest-choose = Une pause de combien de temps ? Elle finit toute seule, et le bot le dira.
coffee-rest-one = Un tour
coffee-rest-two = Deux tours
coffee-rest-month = Un mois
coffee-rest-day = Jusqu’à un jour
coffee-rest-noted = C’est noté : pas de café { $sort ->
        [day] avant le { $day }
       *[rounds] { $count ->
            [1] au prochain tour
           *[other] aux { $count } prochains tours
        }
    }. La pause finit toute seule, et le bot le dira.
coffee-rest-this-one = Rien n’est prévu d’avance, mais le prochain tour compte sur { $voice ->
        [vous] vous
       *[tu] toi
    }. Il peut se faire sans.
coffee-rest-nothing = Rien à mettre en pause : sans un clic, rien n’est prévu.
coffee-rest-either = Un jour ou un nombre de tours, l’un des deux suffit.
coffee-rest-rounds = Entre 1 et { $limit } tours ; au-delà, une date convient mieux.
coffee-rest-not-understood = « { $typed } » ne se lit pas comme un jour. Par exemple : lundi, 3 août, 24/12.
coffee-rest-out-of-reach = { $past ->
        [yes] Ce jour n’est pas à venir : une pause finit demain au plus tôt.
       *[no] C’est dans plus d’un an. Arrêter convient mieux : revenir ne prend qu’un clic.
    }
coffee-rest-form = Une pause café
coffee-rest-form-day = De retour quel jour ?
    .hint = Un jour : lundi, 3 août, 24/12
    .example = 3 août
coffee-rest-over = { $voice ->
        [vous] Votre pause café est finie : vous êtes
       *[tu] Ta pause café est finie : tu es
    } de la partie pour le { $day }.
coffee-rest-over-skipped = { $voice ->
        [vous] Votre pause café est finie. Le tour du { $day } se fait sans vous, à votre rythme ; vous pouvez en être d’un clic.
       *[tu] Ta pause café est finie. Le tour du { $day } se fait sans toi, à ton rythme ; tu peux en être d’un clic.
    }
coffee-rest-longer = Prolonger
coffee-rest-fine = C’est bon

# Où j’en suis.
coffee-mine-title = ### Où j’en suis, côté café
coffee-mine-settings = {""}**Mes réglages** · { $rhythm ->
        [every] à chaque tour
        [second] un tour sur deux
        [monthly] une fois par mois
       *[once] un clic à chaque fois
    }, { $how ->
        [in-person] en personne
        [remote] à distance
       *[both] en personne ou à distance
    }
coffee-mine-why = {""}**Tour du { $day }** · { $said }
coffee-mine-waiting = Dès que quelqu’un se libère, un fil privé s’ouvre ; sinon, { $voice ->
        [vous] vous passez
       *[tu] tu passes
    } en premier la prochaine.
coffee-mine-first = { $voice ->
        [vous] Vous passez
       *[tu] Tu passes
    } en premier la prochaine fois.
coffee-mine-asked = Deux cafés sont restés sans nouvelles : les tours se font sans { $voice ->
        [vous] vous tant que vous n’avez pas dit si vous restez.
       *[tu] toi tant que tu n’as pas dit si tu restes.
    }
coffee-mine-left-alone = { $voice ->
        [vous] Vous préférez qu’on vous laisse tranquille : les tours se font sans vous
       *[tu] Tu préfères qu’on te laisse tranquille : les tours se font sans toi
    }, et un clic sur une annonce suffit toujours.
coffee-mine-past = {""}**Mes derniers cafés**
coffee-mine-none = Pas encore de café ici.
coffee-mine-line = • { $day } · avec { $people }{ $said ->
        [met] { " " }· on s’est parlé
        [planned] { " " }· c’est prévu
        [cannot] { " " }· je ne pouvais pas
        [knows] { " " }· on se connaissait déjà
        [off] { " " }· n’a pas pu se faire
       *[nothing] { "" }
    }{ $place ->
        [yes] { " " }· { $link }
       *[no] { "" }
    }
coffee-mine-give-up = Ne plus attendre

# Se recroiser.
coffee-again-title =
    ### Se recroiser
    Avec qui reprendre un café ? La personne reçoit un mot, de { $voice ->
        [vous] votre
       *[tu] ta
    } part. Si la réponse est oui, un fil privé s’ouvre.
coffee-again-choose = Choisir quelqu’un
coffee-again-last = Dernier café : { $month } { $year }
coffee-again-nobody = Personne à recroiser pour l’instant : il faut un café d’il y a six mois ou plus, avec quelqu’un qui est encore ici.
coffee-again-unnamed = Discord ne donne pas les noms en ce moment. Choisir la personne dans { $command } marche toujours.
coffee-again-sent = C’est parti. Si la réponse est oui, un fil privé s’ouvrira. Sinon, rien ne se passe.
coffee-again-opened = L’envie est partagée : { $place ->
        [yes] le fil privé avec { $people } est ici : { $link }
        [soon] le fil privé avec { $people } s’ouvrira dès que Discord le permettra.
       *[none] { $people } attend un message direct.
    }
coffee-again-yourself = Un café en solo, ça se prend sans bot.
coffee-again-bot = Un bot ne boit pas de café.
coffee-again-never = Pas encore de café ensemble ici : le prochain tour, peut-être.
coffee-again-recent = Ce café date de moins de six mois : on peut se recroiser à partir du { $day }. D’ici là, un message direct fait l’affaire.
coffee-again-letter = { $asker } aimerait { $voice ->
        [vous] vous
       *[tu] te
    } recroiser autour d’un café. Le dernier : { $month } { $year }.
coffee-again-sentence = > Ça fait un moment : on reprend un café, pour se donner des nouvelles ?
coffee-again-promise = -# Un oui ouvre un fil privé. Un non, ou rien du tout, et personne n’en saura rien.
coffee-again-yes = Avec plaisir
coffee-again-no = Pas cette fois
coffee-again-declined = D’accord, merci d’avoir lu. Personne ne le saura.
coffee-again-answered = C’est déjà noté, il n’y a rien d’autre à faire.

# Sans nouvelles, deux fois.
coffee-stay-letter = Les deux derniers cafés sont restés sans nouvelles. Cela arrive, et ce n’est pas grave : l’envie est-elle toujours là ?
coffee-stay-silence = { $subscribed ->
        [yes] -# Sans réponse, le prochain tour se fera sans { $voice ->
            [vous] vous
           *[tu] toi
        }.
       *[no] -# Sans réponse, rien ne change : un clic à chaque annonce suffit.
    }
coffee-stay-yes = Je reste
coffee-stay-no = J’arrête
coffee-stay-noted = Merci, c’est noté. { $subscribed ->
        [yes] { $voice ->
            [vous] Vous en êtes de nouveau.
           *[tu] Tu en es de nouveau.
        }
       *[no] À la prochaine annonce, un clic suffit.
    }

# Ce que le bot sait de moi.
data-coffee_members = Le café : { $rhythm }, { $how }{ $has_paused_until ->
        [yes] { " " }· en pause jusqu’au { $paused_until }
       *[no] { "" }
    }
data-coffee_zones = Un lieu pour le café : { $zone }.
data-coffee_turns = Ce qui a été dit d’un tour de café, le { $at } : { $coming ->
        [1] oui.
       *[0] pas cette fois.
    }
data-coffee_seats = Une place dans un café{ $says ->
        [met] { " " }qui a eu lieu, dit le { $said_at }.
        [planned] { " " }prévu, dit le { $said_at }.
        [cannot] { " " }qui n’a pas pu se faire, dit le { $said_at }.
       *[none] .
    }
data-coffee_invitations = Une envie de se recroiser{ $as ->
        [asker_id] , dite le { $at }.
       *[other_id] , reçue le { $at }.
    }
data-rhythm-once = un clic à chaque fois
data-rhythm-every = à chaque tour
data-rhythm-second = un tour sur deux
data-rhythm-monthly = une fois par mois
data-how-in-person = en personne
data-how-remote = à distance
data-how-both = en personne ou à distance
