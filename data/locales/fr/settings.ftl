# Les réglages : tout ce que l’équipe décide, et qui a changé quoi.

command-reglages = reglages
    .description = Voir et changer tous les réglages, et qui a changé quoi

offer-privacy-register = Registre RGPD
offer-organisers-settings = Réglages
settings-title = ### Réglages
settings-association = {""}**{ $name }** · contact pour les données : { $contact }
settings-backup = { $known ->
        [yes] Dernière sauvegarde : { $at }
       *[no] Aucune sauvegarde pour le moment : il s’en fait une chaque nuit.
    }
settings-technical = { $known ->
        [yes] Contact technique : { $contact }
       *[no] Contact technique : personne n’est indiqué pour le moment.
    }
settings-choose-group = Ouvrir une partie
settings-group-association = L’association
settings-group-introductions = Présentations et accueil
settings-group-tips = Astuces
settings-group-help_requests = Coups de main
settings-group-matchmaking = Cafés
settings-group-warm_intros = Mises en relation
settings-group-prompts = Question du moment
settings-group-digest = Gazette
settings-group-deadlines = Échéances
settings-group-moderation = Signalements
settings-group-privacy = Données personnelles
settings-group-organisers = Équipe
settings-group =
    ### { $what }{ $on ->
        [yes] { "" }
       *[no] { " " }· éteint
    }
settings-line = • **{ $what }** : { $value }{ $own ->
        [yes] { "" }
       *[no] { " " }(par défaut)
    }
settings-choose = Voir ou changer un réglage
settings-back = Retour aux réglages
settings-value = Aujourd’hui : **{ $value }** · par défaut : { $default }
settings-none = { $sort ->
        [list] tous
        [member] personne
       *[text] aucun
    }
choice-association-language = { $code ->
        [en] anglais
       *[fr] français
    }
choice-association-voice = { $code ->
        [vous] vouvoiement
       *[tu] tutoiement
    }
settings-switched = { $on ->
        [yes] oui
       *[no] non
    }
settings-turn = { $on ->
        [yes] Passer à non
       *[no] Passer à oui
    }
settings-write = Changer
settings-default = Revenir à la valeur par défaut
settings-publish-again = Le salon a changé. Rien n’y paraît encore, et ce que les membres y publient attend : l’installation montre ce qui sera publié, puis le publie.
setting-text = Changer ce réglage
setting-text-value = Nouvelle valeur
setting-number = Changer ce réglage
setting-number-value = Nouvelle valeur (un nombre)
    .example = 8
setting-time = Changer ce réglage
setting-time-value = Nouvelle valeur (une heure)
    .example = 19:30
settings-blank = Il manque quelque chose à lire. Pour ne rien indiquer, il y a « Revenir à la valeur par défaut ».
settings-not-a-number = Il faut ici un nombre entier, de { $least } à { $most }.
settings-not-a-time = Je n’ai pas compris cette heure. Par exemple : 19:30, 8 h, ou 18h30.
settings-quiet-too-long = Les heures calmes finissent le matin et commencent plus tard dans la journée ; il faut au moins deux heures entre les deux, sinon plus rien ne partirait.

settings-history = Historique
settings-history-title = ### Qui a changé quoi
settings-history-none = Rien n’a encore été changé.
settings-changed = • { $at } · **{ $what }** : { $before } → { $after } · { $by ->
        [own] Comptoir
        [known] { $who }
       *[gone] quelqu’un
    }
settings-last = -# Dernier changement : { $at }, { $by ->
        [own] par Comptoir
        [known] par { $who }
       *[gone] par quelqu’un
    }
data-preference_changes = { $as ->
        [by_id] Un réglage changé le { $at } : { $label }.
       *[other] Un réglage qui dit { $voice ->
            [vous] votre
           *[tu] ton
        } nom, changé le { $at } : { $label }.
    }
