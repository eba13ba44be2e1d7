# Ce que toutes les fonctions partagent. « tu » ou « vous » : le sélecteur $voice.

kernel-not-now = Pas maintenant
kernel-dismissed = D’accord, rien n’a changé.
trade-others = Une autre activité…
trade-none = Sans activité
kernel-page-before = Page précédente
kernel-page-after = Page suivante

kernel-apology =
    Quelque chose a mal tourné de notre côté, pas du { $voice ->
        [vous] vôtre
       *[tu] tien
    }. { $voice ->
        [vous] Réessayez
       *[tu] Réessaie
    } dans un instant ; si cela dure, { $voice ->
        [vous] donnez
       *[tu] donne
    } la référence **{ $reference }** à l’équipe.
kernel-stale-press =
    Ce bouton n’est plus à jour. { $voice ->
        [vous] Repartez
       *[tu] Repars
    } du panneau du salon, ou de { $aide }.
kernel-stale-command =
    Cette commande a changé entre-temps. { $voice ->
        [vous] Fermez et rouvrez Discord, puis réessayez
       *[tu] Ferme et rouvre Discord, puis réessaie
    } ; les boutons marchent toujours.
kernel-draft-gone =
    C’est déjà fait, ou ce brouillon date de plus d’un jour. Le bouton ci-dessus ne sert plus.
kernel-typed =
    Ce qui était écrit :
    { $typed }
kernel-organisers-only = Cette action est réservée à l’équipe d’organisation.
kernel-not-among-us = { $member } n’est pas encore parmi nous : il faut d’abord que cette personne ait lu et accepté la notice.
kernel-no-association = Ce serveur n’est pas connu de Comptoir.
kernel-no-longer-member =
    { $voice ->
        [vous] Vous n’êtes plus membre
       *[tu] Tu n’es plus membre
    } de ce serveur : ce bouton ne peut rien faire ici.
kernel-busy =
    Les données de l’association sont occupées en ce moment. Rien n’est perdu, mais ceci n’a pas été enregistré : { $voice ->
        [vous] réessayez
       *[tu] réessaie
    } dans une minute.
kernel-disk-full =
    Il n’y a plus de place pour enregistrer. Rien n’est perdu de ce qui l’était déjà, mais ceci n’a pas pu l’être : { $voice ->
        [vous] réessayez
       *[tu] réessaie
    } plus tard, l’équipe technique doit d’abord faire de la place.
kernel-association-unusable =
    Comptoir ne peut pas lire les données de cette association pour le moment. L’équipe technique est prévenue ; rien n’est perdu de ce qui était enregistré.

offer-kernel-reopen = Corriger
offer-kernel-retry = Corriger
offer-kernel-again = Réessayer
offer-introductions-write = Je me présente
offer-introductions-find = Trouver quelqu’un
offer-privacy-data = Ce que le bot sait de moi
offer-organisers-setup = Installation
offer-guide-show = Aide

# La notice : 60 mots au plus, lue avant le premier enregistrement.
notice-title = ### Avant de commencer
notice =
    {""}**{ $association }** garde ce que { $voice ->
        [vous] vous écrivez
       *[tu] tu écris
    } ici pour que les membres se trouvent et s’entraident. C’est effacé 30 jours après { $voice ->
        [vous] votre
       *[tu] ton
    } départ, ou dès { $voice ->
        [vous] votre
       *[tu] ta
    } demande. { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } tout voir, corriger, exporter, effacer.
    Contact : { $contact } · Texte complet : { $full }
notice-typed = Ce qui était choisi est gardé pour la suite : { $typed }
notice-accept = J’ai lu, on y va
notice-declined =
    Pas de souci : { $voice ->
        [vous] vous pouvez
       *[tu] tu peux
    } tout lire et chercher.
notice-association-incomplete =
    L’association n’a pas encore indiqué son nom et son contact : rien n’est enregistré d’ici là. L’équipe d’organisation peut le faire avec { $installer }.

notice-first = La notice d’abord : rien n’a été enregistré.

# Ce qui attend l’équipe, dans son salon.
report-channel-gone = Un salon où je devais écrire n’existe plus. `/installer` permet d’en choisir un autre ; ce qui devait y paraître attend.
report-permission = Il me manque une permission dans { $channel }. `/installer` dit laquelle ; je réessaie toutes les heures.
report-full = Discord n’accepte plus de nouveau fil dans { $channel } : trop de fils sont ouverts. En archiver quelques-uns suffit ; je réessaie toutes les heures.
report-outbox-parked = {""}**{ $what }** n’a pas pu partir malgré plusieurs essais : { $reason ->
        [discord] Discord ne répondait pas
        [disk] le disque de la machine est plein, ou ne répond pas
       *[ours] une erreur de notre côté, notée dans le journal technique
    }.{ $count ->
        [one] {""}
       *[other] {" "}Ils sont { $count } dans ce cas ; les deux boutons valent pour tous.
    }
report-job-parked = {""}**{ $what }** n’a pas pu se faire malgré plusieurs essais : { $reason ->
        [discord] Discord ne répondait pas
        [disk] le disque de la machine est plein, ou ne répond pas
       *[ours] une erreur de notre côté, notée dans le journal technique
    }.

# Les préférences de l’association.
preference-association-name = Nom de l’association
    .help = **Nom de l’association** : celui que dit la notice, lue par chaque membre avant la première fois.
preference-association-contact = Contact pour les données
    .help = **Contact pour les données** : une adresse e-mail, ou une page, où l’on écrit à propos de ses données. La notice la donne.
preference-association-technical-contact = Contact technique
    .help = **Contact technique** : la personne, par son nom, à qui s’adresser si le bot lui-même pose souci, et comment la joindre.
preference-association-language = Langue
    .help = **Langue** : celle des salons, et des réponses privées tant qu’on n’en a pas choisi une autre.
preference-association-voice = Tutoiement ou vouvoiement
    .help = **Tutoiement ou vouvoiement** : comment le bot s’adresse à chaque membre, en français.
preference-association-zone = Fuseau horaire
    .help = **Fuseau horaire** : l’heure de tout ce qui part, et les jours fériés à respecter.
preference-association-bilingual = Commandes aussi en anglais
    .help = **Commandes aussi en anglais** : elles s’affichent en anglais pour qui a Discord en anglais.
preference-association-quiet-from = Début des heures calmes
    .help = **Début des heures calmes** : à partir de là, et les jours non travaillés, rien de ce qui peut attendre n’est écrit en privé.
preference-association-quiet-until = Fin des heures calmes
    .help = **Fin des heures calmes** : ce qui attendait part à ce moment-là, le jour ouvré suivant.
preference-association-suspended = Tout suspendre
    .help = **Tout suspendre** : plus rien ne part, ni dans les salons ni en privé. Ce qui est demandé pendant ce temps est gardé.
preference-organisers-channel = Salon de l’équipe
    .help = **Salon de l’équipe** : privé, j’y signale ce qui attend l’équipe.
preference-organisers-role = Rôle de l’équipe
    .help = **Rôle de l’équipe** (facultatif) : ses membres peuvent tout régler, comme celles et ceux qui gèrent le serveur.
preference-threads-channel = Salon des fils privés
    .help = **Salon des fils privés** : pour discuter à deux ou trois. Le salon est visible de tout le monde ; chaque fil, seulement des personnes invitées et de celles qui gèrent les fils.

# Les permissions, comme Discord les appelle, et ce à quoi elles servent.
permission-view_channel = Voir le salon
    .why = pour y être
permission-read_message_history = Voir les anciens messages
    .why = pour retrouver mes propres messages et savoir si quelqu’un a répondu
permission-send_messages = Envoyer des messages
    .forum = Créer des posts
    .why = pour publier
permission-create_public_threads = Créer des fils publics
    .why = pour ouvrir un fil sous chaque présentation
permission-create_private_threads = Créer des fils privés
    .why = pour les échanges à deux ou trois
permission-send_messages_in_threads = Envoyer des messages dans les fils
    .forum = Envoyer des messages dans les posts
    .why = pour écrire dans les fils
permission-manage_threads = Gérer les fils
    .why = pour retirer ou ranger un fil quand la personne se retire
permission-pin_messages = Épingler des messages
    .why = pour que le panneau reste facile à trouver

# Choisir un membre : dans la liste de Discord, ou par son nom en message privé.
member-choose = Choisir un membre
member-by-name = Chercher par son nom
member-nobody = Je ne trouve personne dont le nom commence par « { $name } » sur le serveur.
member-which = Est-ce bien cette personne ?
member-is-a-bot = C’est un bot : il faut choisir une personne.

# Un texte qui ne doit nommer personne.
third-party-email = « { $found } » ressemble à une adresse e-mail. Les coordonnées n’ont pas leur place ici : on se les donne de vive voix, ou dans un fil privé. Sans l’adresse, c’est parfait.
third-party-phone = « { $found } » ressemble à un numéro de téléphone. Les coordonnées n’ont pas leur place ici : on se les donne de vive voix, ou dans un fil privé. Sans le numéro, c’est parfait.
third-party-handle = « { $found } » ressemble au compte de quelqu’un. Les coordonnées n’ont pas leur place ici : on se les donne de vive voix, ou dans un fil privé. Sans ce compte, c’est parfait.
third-party-link = « { $found } » ressemble à un lien. Les coordonnées n’ont pas leur place ici : on se les donne de vive voix, ou dans un fil privé. Sans le lien, c’est parfait.
third-party-name = « { $found } » ressemble au nom de quelqu’un. Personne ne doit être nommé ici : cette personne n’a rien demandé. Un métier ou un lieu suffit, par exemple « un imprimeur à Laval » ; si c’est le nom d’une entreprise, dire ce qu’elle fait va très bien.
