# Une question de temps en temps, quand le salon est calme et qu’il y a quelqu’un pour répondre.

command-questions = questions
    .description = Pour l’équipe : la question posée de temps en temps
command-questions-ajouter = ajouter
    .description = Pour l’équipe : ajouter une question à la réserve
command-questions-modifier = modifier
    .description = Pour l’équipe : changer les mots d’une question
command-questions-modifier--question = question
    .description = Quelques mots de la question
command-questions-retirer = retirer
    .description = Pour l’équipe : ne plus poser une question
command-questions-retirer--question = question
    .description = Quelques mots de la question
command-questions-liste = liste
    .description = Pour l’équipe : la réserve, les propositions, ce qui a été posé
command-questions-apercu = apercu
    .description = Pour l’équipe : ce qui serait posé maintenant, et pourquoi
command-questions-planifier = planifier
    .description = Pour l’équipe : le jour, le salon, les thèmes
command-questions-passer = passer
    .description = Pour l’équipe : sauter la prochaine
command-question = question
    .description = La question posée de temps en temps
command-question-proposer = proposer
    .description = Proposer une question à poser ici
command-question-miennes = miennes
    .description = Les questions que j’ai proposées

preference-prompts-channel = Salon de la question
    .help = **Salon de la question** (facultatif) : un salon textuel où l’on se parle. Rien n’y est posé tant que la question n’est pas allumée.
preference-prompts-themes = Thèmes des questions
    .help = **Thèmes des questions** : de quoi parlent celles de la réserve. Sans choix, de tout.
preference-prompts-lively = Le salon est animé pendant
    .help = **Calme** : tant qu’on s’y parle, je n’y pose rien. Combien de temps après le dernier mot ?
preference-prompts-host = Qui répond en premier
    .help = **Qui répond en premier** (facultatif) : la personne invitée à commencer. Sans choix, celle qui accueille en ce moment.
setup-channel-prompts = entre-nous

purpose-prompts-host = répondre en premier à la question du moment

offer-prompts-suggest = Proposer une question
offer-prompts-mine = Mes questions
offer-prompts-plan = La question
offer-prompts-list = Toutes les questions

coming-prompts-ask = Une question, si le salon est calme

prompts-theme-prospection = prospection
prompts-theme-admin = administratif
prompts-theme-tarifs = tarifs
prompts-theme-outils = outils
prompts-theme-isolement = isolement
prompts-theme-victoires = victoires
prompts-theme-region = région
choice-prompts-themes = { $code ->
        [prospection] { prompts-theme-prospection }
        [admin] { prompts-theme-admin }
        [tarifs] { prompts-theme-tarifs }
        [outils] { prompts-theme-outils }
        [isolement] { prompts-theme-isolement }
        [victoires] { prompts-theme-victoires }
       *[region] { prompts-theme-region }
    }

# Les formulaires
prompts-suggest-form = Proposer une question
prompts-suggest-form-text = La question
    .hint = Deux lignes doivent suffire pour y répondre
    .example = Comment annonces-tu un retard à un client ?
prompts-suggest-form-theme = Thème (facultatif)
    .hint = Un mot suffit : prospection, tarifs, outils… On peut aussi choisir ensuite
prompts-question-form = Une question
prompts-question-form-text = La question
    .hint = Du vécu plutôt que des « si » ; aucun montant
    .example = La dernière relance qui a marché : comment était-elle tournée ?
prompts-question-form-theme = Thème
    .hint = prospection, administratif, tarifs, outils, isolement, victoires, région
prompts-decline-form = Décliner avec un mot
prompts-decline-form-word = Un mot à qui l’a proposée
    .hint = Envoyé au nom de l’équipe
    .example = On vient d’en poser une proche ; une autre fois, avec plaisir.

prompts-blank = Il manque la question elle-même, en quelques mots.
prompts-fault = { $fault ->
        [length] La question fait { $length } signes ; { $limit } au plus. Tout est gardé : il suffit de raccourcir.
        [no-question] Il manque un point d’interrogation. Tout est gardé : il suffit de l’ajouter.
       *[language] Elle ne semble pas écrite dans la langue d’ici. Tout est gardé : il suffit de la reformuler.
    }
prompts-alike = Une question très proche existe déjà : « { $twin } ». Tout est gardé : un autre angle, peut-être ?
prompts-theme-unknown = Je ne connais pas ce thème. Un de ceux-ci : { $themes }. Tout est gardé.
prompts-theme-missed = -# « { $typed } » n’est pas un thème d’ici : il se choisit juste au-dessous, ou pas du tout.
prompts-word-blank = Quelques mots à qui a proposé la question, s’il { $voice ->
        [vous] vous
       *[tu] te
    } plaît : un non passe mieux avec une raison.
prompts-word-long = Le mot fait { $length } signes ; { $limit } au plus. Tout est gardé.
prompts-settled = C’est déjà décidé, ou la question a été retirée.
prompts-many-waiting = { $limit } de { $voice ->
        [vous] vos
       *[tu] tes
    } questions attendent déjà une réponse de l’équipe : c’est le maximum. En retirer une laisse la place à une autre.
prompts-not-yours = Seule la personne qui a proposé cette question peut faire cela.
prompts-gone = Cette question n’existe plus.
prompts-unknown = Je ne trouve pas de question avec « { $typed } ». La liste s’ouvre en tapant.
prompts-own-full = L’équipe a déjà écrit { $limit } questions : en retirer une laisse la place à une autre.
prompts-no-channel = Il faut d’abord un salon textuel : il se choisit juste au-dessous.
prompts-text-only = Il faut un salon textuel : dans un forum il n’y a pas de conversation à relancer, seulement des publications.
prompts-nothing-planned = Aucune question n’est prévue : il n’y a rien à sauter.

# La question, dans le salon
prompts-post-bank =
    -# La question du moment
    ### { $text }
prompts-post-suggestion =
    -# La question du moment
    ### { $text }
prompts-post-newcomer =
    -# Une question arrivée avec une présentation
    ### { $text }
prompts-post-request =
    -# On cherche un coup de main
    ### { $text }
prompts-post-tip =
    -# Cette astuce tient-elle toujours ?
    ### { $text }
prompts-post-about = -# Sujet : { $about }
prompts-post-credit = -# Proposée par { $member }
prompts-post-answer = -# { $where ->
        [there] La conversation est là-bas : le bouton y mène.
       *[here] Deux lignes suffisent, dans le fil.
    }
prompts-open-newcomer = Répondre
prompts-open-request = Voir la demande
prompts-open-tip = Voir l’astuce
prompts-over = Ce dont on parlait ici est réglé, ou n’est plus là. Les réponses, elles, restent.
prompts-over-title = Question passée

# À l’équipe, dans son salon
prompts-proposed =
    {""}**Une question proposée** par { $here ->
        [yes] { $member }
       *[no] une personne qui n’est pas là en ce moment
    }
    > { $text }
prompts-proposed-about = -# Thème : { $theme }
prompts-proposed-state = -# { $state ->
        [accepted] ✅ Retenue : elle sera posée à son tour.
        [declined] Déclinée : { $word }
        [withdrawn] Retirée par la personne qui l’avait proposée.
       *[waiting] { $named ->
            [yes] Son nom sera dit, si elle est posée.
           *[no] Son nom ne sera pas dit dans le salon.
        }
    }
prompts-proposed-again = Cette question attend toujours un oui ou un non :
prompts-original = -# Avec ses mots d’origine : « { $text } »
prompts-accept = Accepter
prompts-decline = Décliner avec un mot
prompts-reword = Modifier
prompts-accept-done = C’est retenu : « { $text } » sera posée à son tour. La personne qui l’a proposée le saura.
prompts-decline-done = C’est décliné, avec un mot : « { $text } ».
prompts-stopped =
    ### La question fait une pause
    Plusieurs de suite sont restées sans réponse : je n’en pose plus pour le moment. { $advice ->
        [place] Une idée : la poser dans un salon où l’on se parle déjà.
        [host] Une idée : choisir une personne que j’inviterai, en privé, à répondre en premier.
       *[rhythm] Une idée : espacer, une par mois, et partir d’une question proposée par un membre.
    }
prompts-resume = Reprendre

report-prompts-no-channel = La question du moment n’a pas de salon, ou il n’existe plus : rien n’est posé d’ici là. `/questions planifier` permet d’en choisir un.
report-prompts-deaf = Je ne peux pas lire le salon de la question : sans savoir si l’on s’y parle, je n’y pose rien. `/installer` dit quelle permission manque.
report-prompts-hindered = Quatre fois de suite, la question n’a pas pu être posée : le dernier mot dans son salon était déjà le mien, et je n’en dis pas deux de suite. `/questions planifier` permet de choisir un autre salon ou un autre jour.
report-prompts-empty = Il n’y a plus de question à poser : dans les thèmes choisis, toutes l’ont été depuis moins d’un an. `/questions ajouter`, ou plus de thèmes avec `/questions planifier`.

need-prompts-proposed = { $count ->
        [1] Une question proposée par un membre attend un oui ou un non.
       *[other] { $count } questions proposées par des membres attendent un oui ou un non.
    }
need-prompts-channel = La question est allumée, mais elle n’a pas de salon.

# En privé
prompts-host =
    La question vient d’être posée :
    > { $text }

    { $voice ->
        [vous] Voulez-vous
       *[tu] Veux-tu
    } répondre en premier ? Une ligne ou deux, et d’autres osent.
prompts-open-thread = Ouvrir
prompts-accepted =
    { $voice ->
        [vous] Votre question est retenue
       *[tu] Ta question est retenue
    }{ $reworded ->
        [yes] , un peu reformulée
       *[no] { "" }
    } :
    > { $text }

    { $on ->
        [yes] Elle sera posée à son tour.
       *[no] Elle sera posée quand la question reprendra.
    } { $named ->
        [yes] { $voice ->
            [vous] Votre
           *[tu] Ton
        } nom sera dit.
       *[no] { $voice ->
            [vous] Votre
           *[tu] Ton
        } nom ne sera pas dit.
    }
prompts-declined =
    Merci pour la question proposée :
    > { $text }

    L’équipe ne la pose pas : { $word }
prompts-asked =
    { $voice ->
        [vous] Votre
       *[tu] Ta
    } question vient d’être posée :
    > { $text }
prompts-name = { $wish ->
        [yes] Dire mon nom
       *[no] Ne pas dire mon nom
    }
prompts-withdraw = Retirer

prompts-suggested =
    C’est transmis à l’équipe, merci. Elle voit qui propose ; le salon, seulement avec { $voice ->
        [vous] votre
       *[tu] ton
    } accord.
    > { $text }
    -# { $named ->
        [yes] Avec le nom
       *[no] Sans le nom
    } · { $where } la retrouve.
prompts-named =
    { $named ->
        [yes] C’est noté : le nom sera dit là où la question est posée.
       *[no] C’est noté : le nom n’est dit nulle part dans le salon.
    }
    > { $text }
prompts-filed =
    C’est rangé.
    > { $text }
prompts-mine-one =
    { $state ->
        [accepted] { $on ->
            [yes] Retenue : elle est posée à son tour.
           *[no] Retenue : elle sera posée quand la question reprendra.
        }
       *[waiting] Elle attend un mot de l’équipe.
    }
    > { $text }
prompts-withdrawn = C’est retiré : « { $text } ».
prompts-choose-theme = Choisir un thème
prompts-mine = ### Mes questions
prompts-mine-none = { $voice ->
        [vous] Vous n’avez
       *[tu] Tu n’as
    } encore rien proposé. Une question qu’on se pose vraiment est la meilleure.
prompts-mine-line = • { $text } · { $state ->
        [accepted] retenue
        [declined] déclinée : { $word }
       *[waiting] attend un mot de l’équipe
    }
prompts-mine-choose = Une question : son thème, le nom, la retirer

# La réserve, pour l’équipe
prompts-list = ### Les questions · { $view }
prompts-list-found = Laquelle ?{ $more ->
        [yes] { " " }D’autres conviennent aussi : quelques mots de plus les trouvent.
       *[no] { "" }
    }
prompts-list-none = { $view ->
        [own] L’équipe n’en a pas encore écrit. Celles de la réserve sont dans la liste, par thème.
        [proposed] Aucune proposition pour le moment.
        [asked] Rien n’a encore été posé.
       *[theme] Rien ici pour le moment.
    }
prompts-list-view = Montrer
prompts-list-pick = Choisir une question
prompts-list-line = • { $text }{ $state ->
        [own] { " " }· de l’équipe
        [removed] { " " }· n’est plus posée
        [accepted] { " " }· retenue, posée à son tour
       *[shipped] { "" }
    }
prompts-list-quoted = « { $text } »
prompts-list-gone = (n’est plus là)
prompts-list-asked = • { $at } · { $source ->
        [newcomer] une présentation
        [request] un coup de main
        [tip] une astuce
        [suggestion] un membre
       *[bank] la réserve
    } : { $text }
prompts-list-back = Retour à la liste
prompts-view-own = celles de l’équipe
prompts-view-proposed = proposées par des membres
prompts-view-asked = posées dernièrement
prompts-view-prospection = réserve : prospection
prompts-view-admin = réserve : administratif
prompts-view-tarifs = réserve : tarifs
prompts-view-outils = réserve : outils
prompts-view-isolement = réserve : isolement
prompts-view-victoires = réserve : victoires
prompts-view-region = réserve : région
prompts-one =
    > { $text }
    -# Thème : { $theme }{ $state ->
        [own] { " " }· de l’équipe
        [removed] { " " }· n’est plus posée ici
       *[shipped] { " " }· de la réserve
    }
prompts-added = C’est ajouté à la réserve :
prompts-edited = C’est changé :
prompts-add = Ajouter
prompts-edit = Modifier
prompts-remove = Retirer
prompts-remove-sure =
    Retirer cette question ? Ses mots ne pourront pas être retrouvés.
    > { $text }
prompts-removed = « { $text } » ne sera plus posée.
prompts-restore = Remettre

# Le rituel, pour l’équipe
prompts-plan =
    ### La question du moment · { $on ->
        [yes] allumée
       *[no] éteinte
    }
    Posée { $rhythm }, seulement si le salon est calme et que le dernier mot n’est pas le mien. D’abord ce qui est vivant (une présentation, un coup de main, une astuce, une proposition), la réserve ensuite. Après deux questions de suite sans réponse, j’en pose une fois sur deux. Après quatre, j’arrête et je le dis à l’équipe.
prompts-plan-held = ⚠ Tout est suspendu en ce moment.
prompts-plan-no-channel = { $gone ->
        [yes] ⚠ Le salon choisi n’existe plus.
       *[no] ⚠ Il manque un salon.
    }
prompts-plan-shared = ⚠ La gazette paraît dans ce salon aussi : tant qu’elle y a le dernier mot, je ne pose rien. Un autre salon, ou un jour plus éloigné du sien, évite cela.
prompts-plan-next = Prochaine : { $at }, dans { $where }.
prompts-plan-level = { $level ->
        [stopped] ⚠ Elle s’est arrêtée, faute de réponses.
       *[half] En ce moment une fois sur deux, faute de réponses : une seule suffit pour reprendre le rythme.
    }
prompts-plan-turn = { $on ->
        [yes] Éteindre
       *[no] Allumer
    }
prompts-plan-open = Réglages de la question
prompts-plan-rhythm = Jour et heure
prompts-plan-preview = Aperçu
prompts-plan-skip = Sauter la prochaine
prompts-plan-channel = **Salon** : un salon textuel, où l’on se parle.
prompts-plan-about = **Thèmes** de la réserve : ils alternent.
prompts-plan-themes = Les thèmes de la réserve
choice-prompts-lively = { $code ->
        [0] ne pas attendre
       *[other] { $code } heures
    }
prompts-plan-host = **Premier mot** : qui est invité, en privé, à répondre en premier ? Pour l’instant : { $whose ->
        [own] { $member }
        [welcome] { $member }, comme pour l’accueil
       *[nobody] personne
    }
prompts-plan-no-host = Comme pour l’accueil
prompts-ahead =
    ### Si c’était maintenant
    { $verdict ->
        [ask] Voici ce qui serait posé.
        [lively] Rien : on se parle dans le salon, ou on vient de s’y parler.
        [own-word] Rien : le dernier mot dans le salon est le mien, je laisse la place.
        [half-rhythm] Rien cette fois : faute de réponses, c’est une fois sur deux.
        [stopped] Rien : elle s’est arrêtée, faute de réponses.
        [paused] Rien : tout est suspendu.
        [quiet] Rien : ce sont les heures calmes.
        [empty] Rien : tout ce qui pouvait l’être a été posé depuis moins d’un an, dans les thèmes choisis.
        [no-channel] Rien : il manque un salon.
        [gone] Rien : le salon choisi n’existe plus.
       *[deaf] Rien : je ne peux pas lire le salon, donc pas savoir si l’on s’y parle.
    }
prompts-ahead-later = Quand il y aura la place, ce serait :
prompts-ahead-off = -# Elle est éteinte : rien n’est posé tant que l’équipe ne l’allume pas.
prompts-ahead-next = -# Prochaine : { $at }
prompts-ahead-why = -# { $source ->
        [newcomer] Parce qu’une nouvelle présentation pose une question : c’est ce qui passe d’abord.
        [request] Parce qu’une demande de coup de main est ouverte.
        [tip] Parce que cette astuce est à confirmer.
        [suggestion] Parce qu’un membre l’a proposée.
       *[bank] De la réserve, sur le thème qui s’est reposé le plus longtemps.
    }
prompts-resumed = C’est repris, une fois sur deux d’abord ; une réponse, et le rythme revient.
prompts-skip-ask = Sauter celle du { $at } ? La suivante aura lieu.
prompts-skipped = C’est sauté. { $more ->
        [yes] La suivante : { $at }.
       *[no] Rien d’autre n’est prévu.
    }

# Ce que le bot sait d’une personne
data-prompt_suggestions = Une question proposée le { $created_at } : « { $text } »{ $has_word ->
        [yes] { " " }· réponse de l’équipe : « { $word } »
       *[no] { "" }
    }
data-prompt_authors = Une question posée ici avec { $voice ->
        [vous] vos
       *[tu] tes
    } mots.
