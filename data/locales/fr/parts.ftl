# Ce que Comptoir fait ici, partie par partie : allumer, éteindre, effacer.

preference-feature-introductions = Présentations
    .help = Se présenter, trouver quelqu’un, l’accueil des nouvelles têtes.
preference-feature-tips = Astuces
    .help = Partager ce qu’on sait, le retrouver, le tenir à jour.
preference-feature-help_requests = Coups de main
    .help = Demander de l’aide, en proposer, dire merci.
preference-feature-matchmaking = Cafés
    .help = Des tours de café, à deux, avec quelqu’un qu’on n’a pas encore croisé.
preference-feature-warm_intros = Mises en relation
    .help = Chercher quelqu’un par quelqu’un, ouvrir une porte, présenter deux personnes.
preference-feature-prompts = La question du moment
    .help = Une question de temps en temps, là où l’on discute.
preference-feature-digest = La gazette
    .help = Une fois par semaine, ce qui s’est passé ici et ce qui vient.
preference-feature-deadlines = Échéances
    .help = Les dates administratives, et leurs rappels.

# Ce que voit quelqu’un qui appuie sur un bouton d’une partie éteinte, ou qui y avait quelque chose en cours.
feature-off = La partie « { $what } » est éteinte ici en ce moment : c’est un choix de l’équipe. Rien n’est perdu : { $voice ->
        [vous] ce que vous y avez mis est gardé et reste à vous
       *[tu] ce que tu y as mis est gardé et reste à toi
    }, voir { $data }.
feature-off-letter = L’équipe a éteint la partie « { $what } » : tant qu’elle ne la rallume pas, plus rien n’en vient, ni message ni rappel. { $voice ->
        [vous] Ce que vous y aviez en cours est gardé.
       *[tu] Ce que tu y avais en cours est gardé.
    }
feature-erased-letter = L’équipe a effacé ce que gardait la partie « { $what } », éteinte ici. { $voice ->
        [vous] Ce que vous y aviez mis n’y est plus.
       *[tu] Ce que tu y avais mis n’y est plus.
    }

offer-organisers-parts = Ce qui est allumé
parts-title = ### Ce qui est allumé
parts-intro = Une partie éteinte n’offre plus de commandes, ne répond plus à ses boutons, n’envoie plus rien. Elle garde ce qu’elle a, et reprend où elle en était.
parts-line = • **{ $what }** · { $on ->
        [yes] allumée
       *[no] éteinte depuis le { $since }
    }
parts-choose = Allumer, éteindre, effacer
parts-state = { $on ->
        [yes] allumée
       *[no] éteinte
    }
part-title = ### { $what } · { $on ->
        [yes] allumée
       *[no] éteinte
    }
part-if-off = Éteinte, cette partie retire son panneau et ses commandes, et n’envoie plus rien à personne. Ce qui est déjà paru reste en place, ce qu’elle garde aussi. Chaque personne peut encore y voir et retirer ce qui est à elle. Les personnes qui y attendaient quelque chose reçoivent un mot.
part-kept = Elle garde { $records ->
        [0] aucun enregistrement
        [one] un enregistrement
       *[other] { $records } enregistrements
    }{ $cards ->
        [0] { "" }
        [one] {" "}et une carte publiée
       *[other] {" "}et { $cards } cartes publiées
    }. Rallumée, elle reprend où elle en était, peu à peu : ce qui n’a plus lieu d’être ne part pas.
part-turn-off = Éteindre cette partie
part-turn-on = Rallumer cette partie
part-erase = Effacer ce qu’elle garde
part-turned-off = C’est éteint. Le panneau et les commandes s’en vont, ce qui est gardé reste.
part-turned-on = C’est rallumé. Les commandes et le panneau reviennent, ce qui attendait part peu à peu.
part-erase-ask = Effacer ce que garde « { $what } » ? Tout ce que les membres y ont mis disparaît d’ici ({ $records ->
        [one] un enregistrement
       *[other] { $records } enregistrements
    }), ainsi que ses cartes et ses messages dans les salons. Les conversations des fils restent, les réglages de l’équipe aussi. Chaque personne concernée reçoit un mot.
part-erase-ask-yes = Oui, effacer
part-erase-sure = Vraiment effacer ce que garde « { $what } » ? Cela ne se défait pas : personne ne pourra le retrouver, pas même en rallumant cette partie.
part-erase-sure-yes = Effacer pour de bon
part-erased = C’est effacé : { $records ->
        [0] aucun enregistrement
        [one] un enregistrement
       *[other] { $records } enregistrements
    }, { $cards ->
        [0] aucun message
        [one] un message retiré
       *[other] { $cards } messages retirés
    } de Discord dès que possible. Les copies de sauvegarde s’en vont d’elles-mêmes, au bout de quelques semaines.
parts-erase-while-on = Cette partie est allumée : ce qu’elle garde s’efface une fois qu’elle est éteinte, pour que rien ne s’y ajoute entre-temps.
parts-back = Toutes les parties

due-kernel-part-erased = Le retrait des messages d’une partie effacée
due-kernel-part-off = Un mot à qui attendait quelque chose d’une partie éteinte
