# La démo : ce que dit le terminal, et la page d’accueil d’une association imaginaire. On s’adresse à quelqu’un de passage,
# qui n’a peut-être jamais vu de bot : vous, toujours, et pas de jargon. Entre accents graves, ce qui se tape.

# Le terminal

demo-setting = Trois mois de la vie d’une petite association
demo-address = La démo est prête. Ouvrez cette adresse dans un navigateur : { $url }
demo-stop = Comptoir n’envoie rien sur Internet et ne garde rien. Ctrl-C pour fermer.
demo-bye = Fermé ; rien n’a été gardé. À bientôt.
demo-busy = Le port { $port } est déjà pris : une autre démo est peut-être ouverte. Fermez-la, ou choisissez deux ports libres qui se suivent : make demo PORT={ $other }
demo-missing = Il manque de quoi faire tourner la démo : pip install -r requirements-demo.lock (ou make demo, qui le fait).

# Ce que c’est

demo-brand = Comptoir, en démonstration
demo-closed = La démo a été fermée dans son terminal : plus rien ne répond, et rien n’a été gardé.
demo-what = Cette association est imaginaire ; Comptoir, lui, existe vraiment. C’est un bot, un assistant qui vit dans la messagerie de l’association, sur Discord : il aide les membres à se présenter, à trouver qui fait quoi, à demander un coup de main, à prendre un café à deux.
demo-safe = Ouvrez un salon, lisez, appuyez sur les boutons : Comptoir n’envoie rien hors de cet ordinateur, et rien n’est gardé.
demo-to-places = Voir les salons tout de suite

# Qui l’on est

demo-who = Vous êtes
demo-who-help = Changez quand vous voulez : chaque personne voit des choses différentes.
demo-seat-newcomer = vient d’arriver
demo-seat-member = fait partie du réseau
demo-seat-organiser = anime l’association

# L’heure qu’il est

demo-clock = L’heure de l’association
demo-now = { $weekday } { $date }, { $hour } h { $minute }
demo-clock-help = Ici, le temps attend. Faites-le avancer, et Comptoir fera ce qui est prévu.
demo-travel-hour = +1 heure
demo-travel-tomorrow = Demain matin
demo-travel-monday = Lundi prochain
demo-travel-month = Dans un mois
demo-passing = Le temps passe…
demo-arrived = Nous voilà { $now }.

# Où l’on peut aller

demo-places = Salons
demo-letters = Messages privés
demo-no-letters = Rien pour l’instant. Comptoir n’écrit en privé que pour une bonne raison.
demo-private = privé
demo-new = { $count ->
        [one] { $count } nouveau message
       *[other] { $count } nouveaux messages
    }
demo-others = { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }

# La visite

demo-tour = Visite guidée
demo-tour-help = Six choses à essayer, dans l’ordre qui vous plaît. Ou aucune.
demo-tour-over = Vous avez fait le tour. Tout le reste est à explorer.
demo-tour-tab = Chaque étape s’ouvre dans un second onglet, où tout imite Discord, en anglais autour des messages.
demo-tour-hide = Masquer la visite
demo-tour-show = Montrer la visite
demo-tour-done = C’est fait.
demo-tour-as = Vous deviendrez { $name }.
demo-step-introduce = Présentez-vous
demo-step-introduce-how = Sous la dernière présentation, appuyez sur « { $write } », puis laissez-vous guider. Rien ne paraît sans votre accord.
demo-step-introduce-go = Y aller
demo-step-find = Trouvez quelqu’un qui fait du Webflow
demo-step-find-how = En bas de la page, écrivez `/qui-fait` et choisissez cette commande dans la liste ; puis écrivez `webflow`, et Entrée. Vous êtes la seule personne à voir la réponse.
demo-step-find-go = Y aller
demo-step-ask = Demandez un coup de main
demo-step-ask-how = Appuyez sur « { $ask } » et posez votre question. Elle paraît dans le salon, et Comptoir en parle en privé à qui s’y connaît.
demo-step-ask-go = Y aller
demo-step-monday = Avancez à lundi
demo-step-monday-how = Le lundi matin, Comptoir publie la gazette de la semaine. Ensuite, voyez ce qu’il y a de nouveau dans les salons.
demo-step-monday-go = Avancer
demo-step-monday-see = Voir la gazette
demo-step-organise = Prenez le siège de l’équipe
demo-step-organise-how = Dans le salon de l’équipe, tout en bas, un signalement attend une réponse ; tout en haut, un panneau permet de tout régler, ou de tout suspendre.
demo-step-organise-go = Prendre ce siège
demo-step-erase = Effacez-vous
demo-step-erase-how = Écrivez `/moi effacer`, choisissez cette commande dans la liste, et confirmez. Ce que Comptoir savait de vous disparaît aussitôt.
demo-step-erase-go = Y aller

# Bon à savoir

demo-notes = Bon à savoir
demo-note-tab = Les salons s’ouvrent dans un second onglet, toujours le même. Revenez ici pour passer à un autre ; une seule page comme celle-ci suffit.
demo-note-frame = Autour des messages, la page est en anglais ; sur Discord, elle est dans la langue de chaque membre.
demo-note-click = Un clic droit ne fait rien ici ; sur Discord, il permet de prévenir l’équipe d’un message.
demo-note-links = Les liens d’un salon à l’autre marchent ici aussi. Les autres, vers l’Urssaf par exemple, mènent vraiment sur Internet.
demo-note-end = Pour fermer, tapez Ctrl-C dans le terminal : tout disparaît.

# Quand cela ne va pas

demo-gone-title = Il n’y a rien à voir ici
demo-gone = Ce salon n’existe plus, ou la personne que vous êtes ne le voit pas.
demo-nothing-title = Cette page n’existe pas
demo-nothing = Il n’y a rien à cette adresse.
demo-refused-title = Porte fermée
demo-refused = Cette page ne répond qu’à qui tape son adresse. Pour y entrer, tapez-la dans un nouvel onglet : { $url }
demo-trouble-title = Cela n’a pas marché
demo-trouble = Quelque chose s’est mal passé de notre côté. Revenez à l’association et réessayez.
demo-to-lobby = ‹ Tous les salons
demo-back = Revenir à l’association
demo-back-to-place = Revenir au salon ouvert
