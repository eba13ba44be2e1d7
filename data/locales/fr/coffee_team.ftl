# Le café, côté équipe : prévoir, voir d’avance, lancer, annuler, faire le bilan.

command-cafe-orga = cafe-orga
    .description = Pour l’équipe : les tours de café
command-cafe-orga-planifier = planifier
    .description = Voir et régler ce qui est prévu
command-cafe-orga-apercu = apercu
    .description = Ce que donnerait le prochain tour, en chiffres
command-cafe-orga-lancer = lancer
    .description = Annoncer un tour, ou former les binômes sans attendre
command-cafe-orga-annuler = annuler
    .description = Annuler le tour annoncé
command-cafe-orga-bilan = bilan
    .description = Les derniers tours, en chiffres, sans aucun nom

preference-coffee-channel = Salon du café
    .help = **Salon du café** (facultatif) : un salon textuel où s’annonce chaque tour. Les binômes se parlent dans des fils privés.
preference-coffee-minimum = À partir de combien de personnes ?
    .help = **À partir de combien ?** En dessous, le tour n’a pas lieu : les personnes partantes sont prévenues, et leur place est gardée pour le suivant.
preference-coffee-figures = Chiffres à partir de combien ?
    .help = **Des chiffres à partir de combien de personnes ?** En dessous, l’aperçu et le bilan du café ne disent aucun nombre à l’équipe.
setup-channel-coffee = café

offer-matchmaking-plan = Café

# Ce qui est prévu
coffee-plan =
    ### Le café, côté équipe
    { $on ->
        [yes] {""}**Tours prévus** : { $rhythm } ; l’annonce paraît { $ahead } jours avant.
       *[no] Aucun tour n’est prévu. Une fois allumé : { $rhythm } ; l’annonce paraît { $ahead } jours avant.
    }
coffee-plan-date = • annonce { $announced } · binômes { $matched }
coffee-plan-no-date = • aucune date en vue : les pauses les couvrent toutes
coffee-plan-announced = Un tour est annoncé : les binômes se forment le { $at } ({ $left }).
coffee-plan-in-pause = ⚠ Ce tour tombe dans une pause ajoutée depuis. « Annuler un tour » prévient tout le monde et garde les places.
coffee-plan-running = Un tour est en cours, jusqu’au { $until }.
coffee-plan-channel = {""}**Salon** : { $channel }
coffee-plan-no-channel = ⚠ Le café n’a pas de salon, ou celui-ci n’existe plus : rien ne peut être annoncé.
coffee-plan-no-threads = ⚠ Le salon des fils privés manque : les binômes recevraient un message privé chacun, sans lieu pour se parler.
coffee-plan-held = ⏸ Tout est suspendu : ni annonce ni binômes jusqu’à la reprise.
coffee-plan-pauses = -# Août, fin décembre : les pauses de « Rythmes et pauses » valent aussi pour le café.
coffee-plan-on = Allumer
coffee-plan-off = Éteindre
coffee-plan-rhythm = Changer le rythme
coffee-plan-preview = Aperçu
coffee-plan-launch = Lancer
coffee-plan-cancel = Annuler un tour
coffee-plan-figures = Bilan
coffee-plan-back = Retour au café
coffee-minimum-choice = { $count } personnes au moins

# L’aperçu : des nombres, jamais un nom, et toujours les mêmes raisons.
coffee-preview =
    ### Aperçu
    { $announced ->
        [yes] Si le tour annoncé pour le { $when } se formait maintenant :
       *[no] Aucun tour n’est annoncé. Avec les personnes qui participent régulièrement, un tour formé maintenant donnerait :
    }
coffee-preview-enough = { $enough ->
        [yes] • le minimum est atteint
       *[no] • le minimum n’est pas atteint
    }
coffee-preview-people = • { $people } personnes
coffee-preview-short = • { $people } personnes, il en faut { $minimum } : le tour n’aurait pas lieu
coffee-preview-sizes = • { $pairs ->
        [0] pas de binôme
        [one] { $pairs } binôme
       *[other] { $pairs } binômes
    }{ $trios ->
        [0] {""}
        [one] {" "}et { $trios } trio
       *[other] {" "}et { $trios } trios
    }
coffee-preview-repeats = • { $repeats ->
        [0] uniquement de nouvelles rencontres
        [one] { $repeats } binôme qui s’est déjà croisé, faute d’autre possibilité
       *[other] { $repeats } binômes qui se sont déjà croisés, faute d’autre possibilité
    }
coffee-preview-out = • { $out ->
        [0] tout le monde a quelqu’un
        [one] { $out } personne reste sans binôme (nombre impair, préférences, disponibilités)
       *[other] { $out } personnes restent sans binôme (nombre impair, préférences, disponibilités)
    }
coffee-preview-changes = -# Rien n’est décidé, personne n’est prévenu ; tout peut changer jusqu’au dernier moment. En dessous de { $least } personnes, pas de chiffre.

# Lancer
coffee-launch-none = Aucun tour n’est annoncé. Annoncé maintenant, il formerait ses binômes le { $when }.
coffee-launch-announce = Annoncer un tour maintenant
coffee-launch-announced = Un tour est annoncé : les binômes se forment le { $when }.
coffee-launch-pair = Former les binômes maintenant
coffee-launch-pair-ask = Former les binômes tout de suite, sans attendre le { $when } ? Les fils privés s’ouvriront aussitôt ; qui n’a pas encore répondu pourra encore se joindre en route.{ $quiet ->
        [yes] {" "}C’est un moment calme (soir, week-end ou jour férié) : mieux vaut peut-être attendre.
       *[no] {""}
    }
coffee-launch-short = ⚠ Pour l’instant, il n’y a pas assez de monde : le tour n’aurait pas lieu.
coffee-launch-running = Un tour est en cours jusqu’au { $until } : rien à lancer d’ici là. { $announced ->
        [yes] Le suivant est déjà annoncé.
       *[no] Le suivant pourra être annoncé ensuite.
    }
coffee-launched = { $posted ->
        [yes] C’est annoncé dans { $channel }
       *[no] L’annonce paraîtra dans { $channel } dès que Discord le permet
    } : les binômes se formeront le { $when }.
coffee-pairing = C’est parti : les binômes se forment, les fils privés s’ouvrent d’ici une minute ou deux. S’il n’y a pas assez de monde, les personnes partantes sont prévenues.
coffee-no-place = Il faut d’abord un salon pour le café, choisi puis publié dans l’installation.
coffee-held = Tout est suspendu : il faut d’abord « Reprendre les envois », dans le salon de l’équipe.
coffee-already = C’est déjà fait : un tour est annoncé, ou en cours.
coffee-no-longer-announced = C’est déjà fait : ce tour n’est plus au stade de l’annonce.

# Annuler
coffee-cancel-ask = Annuler le tour annoncé pour le { $when } ? Les personnes partantes seront prévenues, et leur place gardée pour le tour suivant.
coffee-cancel-yes = Annuler ce tour
coffee-cancel-nothing = Aucun tour n’est annoncé : il n’y a rien à annuler.
coffee-cancel-running = Les binômes du tour en cours sont déjà formés : il ne s’annule plus, et se termine tout seul le { $until }.
coffee-cancelled = C’est annulé. Les personnes partantes sont prévenues, leur place est gardée pour le tour suivant.

# Le bilan
coffee-figures = ### Bilan des derniers tours
coffee-figures-nothing = Aucun tour n’a encore eu lieu.
coffee-figures-round = {""}**{ $day }** · { $state ->
        [closed] { $took } personnes · se sont vues : { $met } · ont donné des nouvelles : { $answered }
        [running] { $took } personnes · en cours jusqu’au { $until }
        [too-few] n’a pas eu lieu, faute de monde
        [called-off] annulé par l’équipe
       *[few] trop peu pour un chiffre
    }
coffee-figures-share = { $percent ->
        [none] { $part } sur { $whole }
       *[other] { $percent } %
    }
coffee-figures-note = -# Se sont vues : au moins une des personnes du binôme l’a dit. Jamais de nom, et pas de chiffre en dessous de { $least } personnes.
