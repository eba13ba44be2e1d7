# L’installation, et le panneau de l’équipe.

command-installer = installer
    .description = Installer Comptoir : association, salons, langue

organisers-panel-title = L’équipe
organisers-panel =
    ### L’équipe
    Ici arrivent les messages qui attendent l’équipe. Le reste se règle avec le bouton.

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
setup-channel-threads = fils-privés
setup-channel-organisers = équipe
setup-cannot-create = Je n’ai pas la permission « Gérer les salons ». { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } créer les salons à la main et les choisir ici, ou me donner cette permission le temps de l’installation.
setup-discord-slow = Discord ne répond pas pour le moment. Ce qui est déjà créé est gardé : il suffit de réessayer.
setup-wrong-channel = Ce salon n’existe plus, ou n’est pas du bon type. { $voice ->
        [vous] Choisissez-en
       *[tu] Choisis-en
    } un autre.
setup-wrong-role = Ce rôle ne convient pas : il en faut un que seule l’équipe porte.
setup-organisers-visible = ⚠ { $channel } est visible de tout le monde : un salon privé convient mieux.
setup-threads-hidden = ⚠ { $channel } n’est pas visible de tout le monde : on ne pourra pas y rejoindre un fil privé.

setup-welcome =
    ### Installation · 3 sur 4 · L’accueil
    Quand quelqu’un arrive, un court message public peut saluer cette personne par son nom, et dire qui accueille en ce moment. Personne ne reçoit de message privé. { $on ->
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
setup-done = C’est ouvert. Les messages d’accueil sont en place, épinglés si Discord le permet. { $aide } montre tout ce qu’on peut faire ici.
setup-again = Revenir à l’installation
