# Autour d’un café : le fil privé, ses boutons, et ce qui se dit à chaque personne.

# Le fil. « Vous », ce sont les deux ou trois personnes ensemble : la même phrase sert aux deux voix.
coffee-thread-title = Un café, { $day ->
        [1] 1er
       *[other] { $day }
    } { $month }
coffee-talk =
    ### Un café, à { $count ->
        [3] trois
       *[other] deux
    } ?
    Une demi-heure suffit, autour d’une table ou en visio. Le moment se choisit ici, entre vous.
coffee-talk-who = **Qui est là**
coffee-who = { $member } : { $what }
coffee-who-gone = une personne qui s’est retirée
coffee-talk-why = **Pourquoi cette rencontre**
coffee-reason-need = « { $what } » : { $giver } en propose, { $taker } en cherche.
coffee-reason-place = Un coin en commun : { $what }.
coffee-reason-trade = Un métier en commun : { $what }.
coffee-reason-family = Des métiers voisins : { $what }.
coffee-reason-new = Ce sera votre premier café ensemble.
coffee-talk-openers = **Pour commencer, si l’envie de parler tarde**
coffee-talk-read = -# Ce fil n’est visible que par vous et, Discord le veut ainsi, par les personnes qui gèrent les fils. Le bot ne lit pas ce qui s’y écrit.
coffee-talk-off = Ce café n’aura pas lieu cette fois.
coffee-known = On se connaît déjà
coffee-cannot = Je ne pourrai pas
coffee-nudge = Et si le premier mot était une date ? Deux créneaux possibles suffisent pour commencer.
coffee-nudge-starter = Et si le premier mot était une date ? { $member }, deux créneaux possibles suffisent pour commencer.
coffee-check-in = Alors, ce café ?
coffee-met = Ça y est, on s’est parlé
coffee-planned = C’est prévu
coffee-we-cannot = On ne pourra pas

# À une seule personne.
coffee-no-thread = { $voice ->
        [vous] Votre café est avec { $others }. Le fil privé n’a pas pu s’ouvrir : écrivez directement à { $others }
       *[tu] Ton café est avec { $others }. Le fil privé n’a pas pu s’ouvrir : écris directement à { $others }
    } pour choisir un moment.
coffee-check = Alors, ce café avec { $others } ?
coffee-out-of-two = { $voice ->
        [vous] Votre café n’aura pas lieu cette fois. Cela arrive, et vous n’y êtes pour rien.
       *[tu] Ton café n’aura pas lieu cette fois. Cela arrive, et tu n’y es pour rien.
    }
coffee-out-of-three = { $voice ->
        [vous] Votre café à trois continue à deux, avec { $others }. Rien à faire de votre côté.
       *[tu] Ton café à trois continue à deux, avec { $others }. Rien à faire de ton côté.
    }
coffee-then-found = Quelqu’un était libre : un autre café s’ouvre, avec { $others }{ $there ->
        [yes] , par ici : { $place }
       *[no] .
    }
coffee-then-looking = Si quelqu’un se libère d’ici la fin de ce tour, un fil privé s’ouvrira ; sinon, { $voice ->
        [vous] vous passez
       *[tu] tu passes
    } en premier la prochaine fois.
coffee-then-first = Il est un peu tard dans ce tour pour chercher quelqu’un d’autre : { $voice ->
        [vous] vous passez
       *[tu] tu passes
    } en premier la prochaine fois.
coffee-asked-another = Un café avec quelqu’un d’autre est peut-être possible pendant ce tour : si quelqu’un se libère, un autre fil privé s’ouvrira. Pour l’instant, ce café reste tel quel.
coffee-back-on = Finalement, { $voice ->
        [vous] votre café avec { $others } a bien lieu
       *[tu] ton café avec { $others } a bien lieu
    }{ $there ->
        [yes] , par ici : { $place }
       *[no] .
    }

# Après un bouton, en privé.
coffee-met-noted = Chouette, c’est noté.
coffee-met-offer = Envie d’en être la prochaine fois, sans rien avoir à toucher ? Une pause ou un arrêt se fait en un geste.
coffee-not-now = Pas pour l’instant
coffee-planned-noted = C’est noté, bon café.
coffee-cannot-noted = C’est noté.
coffee-cannot-told = C’est noté. Un mot part à { $others }, sans dire pourquoi.
coffee-can-after-all = Finalement, je peux
coffee-known-noted = C’est noté : ce café compte comme une rencontre, et le bot ne vous réunira pas de sitôt.
coffee-known-undo = On ne se connaît pas
coffee-unknown-noted = C’est corrigé : ce café ne compte plus comme une rencontre d’avant.
coffee-known-offer = Rencontrer quelqu’un d’autre pendant ce tour ?
coffee-another = Oui, quelqu’un d’autre
coffee-keep-it = Non, on garde ce café
coffee-keep = On garde ce café
coffee-another-found = Quelqu’un était libre : un autre café s’ouvre dans un fil privé, avec { $others }.
coffee-another-nobody = Personne d’autre n’est libre pour l’instant : ce café reste tel quel. Si quelqu’un se libère, un autre fil privé s’ouvrira.
coffee-kept = D’accord, ce café reste tel quel.
coffee-and = { $first } et { $second }
coffee-somebody = quelqu’un

# Ce qui ne va pas.
coffee-not-yours = Ces boutons sont pour les personnes de ce café.
coffee-off = Ce café n’aura pas lieu : il n’y a plus rien à y changer.
coffee-over = Le temps de ce café est passé : il ne peut plus reprendre. Rien n’empêche de s’écrire, bien sûr.
coffee-moved-on = Entre-temps, les choses ont bougé : ce café ne peut plus reprendre. Rien n’empêche de s’écrire, bien sûr.
coffee-too-late = Il est un peu tard dans ce tour pour chercher quelqu’un d’autre : ce café reste tel quel.
coffee-thread-past = Ce café est passé depuis longtemps : le bot n’en garde plus rien. Ce fil reste à celles et ceux qui y sont.
