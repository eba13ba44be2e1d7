# Ce que l’équipe décide envers quelqu’un, ce que cette personne en lit, son recours, et « ne plus nous rapprocher ».

# L’équipe : choisir

acts-open = Agir
acts-title =
    ### Agir · signalement n° { $number }
    Envers { $person }
acts-closed = En ce moment : { $listed }.
acts-closed-one = { $what }, jusqu’au { $until }
acts-what-they-learn = -# La personne lira la règle, la décision et { $voice ->
        [vous] votre mot. Rien sur le signalement, ni qui, ni où, ni quand : n’en écrivez rien non plus.
       *[tu] ton mot. Rien sur le signalement, ni qui, ni où, ni quand : n’en écris rien non plus.
    }
acts-person = { $number }. { $person }
acts-act = Que faire ?
acts-rule = Quelle règle ?
acts-features = Une pause de quoi ?
acts-length = Combien de temps ?
acts-write = Écrire le mot
acts-only-named = Le signalement n’est pas à propos de { $person } : il en parle seulement, ou d’un nom qui ressemble. Agir quand même envers cette personne ?
acts-back = Revenir au signalement
acts-another = Autre chose
acts-warned = Rappeler la règle
acts-warned-about = Un mot en privé, sans autre suite
acts-removed = Retirer ce contenu
acts-removed-about = La carte du bot dont parle le signalement, et sa conversation si elle est vide
acts-paused = Mettre en pause
acts-paused-about = De ce qui est choisi, pour un temps
acts-hidden = Retirer sa présentation
acts-hidden-about = Plus de carte ni de recherche ; elle ne peut pas être republiée avant un an
acts-silenced = Exclusion temporaire de Discord
acts-silenced-about = La personne ne peut plus écrire ni parler sur le serveur pendant ce temps
acts-parted = Ne plus les rapprocher
acts-parted-about = Ni café, ni coup de main, ni mise en relation, un an encore après la clôture, sans le dire
acts-rule-respect = Le respect
acts-rule-insistence = Un non est un non
acts-rule-advertising = Pas de publicité hors de sa place
acts-rule-privacy = La vie privée de chacune et de chacun
acts-rule-truth = Ne pas tromper
acts-rule-other = Les usages de l’association
acts-feature-introductions = les présentations
acts-feature-tips = les astuces
acts-feature-help_requests = les coups de main
acts-feature-matchmaking = le café
acts-feature-prompts = les questions
acts-feature-deadlines = les échéances
acts-feature-warm_intros = les mises en relation
acts-feature-profile = la présentation
acts-feature-timeout = l’exclusion temporaire de Discord
acts-hours = { $count ->
        [1] 1 heure
       *[other] { $count } heures
    }
acts-days = { $count } jours
acts-part-who = { $some ->
        [yes] Avec qui ? { $people }
       *[no] Personne d’autre n’est connu dans ce signalement.
    }
acts-part-reporter = { $number }. Qui a signalé
acts-part-named = { $number }. Cette personne
acts-form = Le mot pour la personne
acts-form-word = Pourquoi, en quelques mots
    .hint = Elle le lira tel quel. Rien qui désigne qui que ce soit d’autre.
    .example = On ne relance pas quelqu’un qui a dit non. Merci d’en rester là.
acts-done = { $act ->
        [warned] La règle est rappelée à { $person }.
        [removed] Le contenu de { $person } est retiré.
        [paused] La pause de { $person } commence.
        [hidden] La présentation de { $person } est retirée.
        [silenced] Discord exclut { $person } pour ce temps.
       *[parted] C’est noté : le bot ne rapprochera plus ces deux personnes tant que ce signalement est gardé, et n’en dira rien.
    }
acts-told = -# Le bot le dit en privé à la personne, avec la règle et la façon de faire un recours.
acts-not-told = -# Le bot ne peut pas écrire à cette personne pour l’instant (partie, en pause, ou pas encore parmi nous). Il le lui dira à son retour, ou quand elle acceptera la notice, si c’est dans les trois mois ; d’ici là, à l’équipe de le lui dire.
acts-waits = -# La carte part dès que Discord le permet.
acts-audit = Décision de l’équipe

# L’équipe : ce qui ne se peut pas

acts-again = C’est déjà fait : rien n’a été fait deux fois.
acts-card-gone = Cette carte n’est plus là, ou n’est pas une carte du bot de cette personne. Un message ordinaire se supprime dans Discord.
acts-not-here = Cela ne se peut pas ici en ce moment. { $voice ->
        [vous] Revenez au signalement et choisissez
       *[tu] Reviens au signalement et choisis
    } autre chose.
acts-names-reporter = Ce mot contient le nom de la personne qui a signalé : qui est en cause ne doit jamais l’apprendre. Il suffit de le dire autrement.
acts-word-missing = Il manque le mot : quelques phrases que la personne lira.
acts-member-gone = Cette personne n’est plus sur le serveur : Discord ne peut rien lui interdire. Une pause, elle, tient même si elle revient.
acts-silence-refused = Discord refuse. Il faut au bot la permission « Exclure temporairement des membres », et un rôle placé plus haut que ceux de cette personne ; jamais envers qui administre le serveur.
acts-silence-undecided = Discord n’a pas répondu clairement. { $voice ->
        [vous] Regardez sur la fiche de cette personne dans Discord, puis réessayez.
       *[tu] Regarde sur la fiche de cette personne dans Discord, puis réessaie.
    }

# La personne concernée

acts-letter = L’équipe a pris une décision qui { $voice ->
        [vous] vous concerne.
       *[tu] te concerne.
    }
acts-towards-you = { $act ->
        [warned] **Un rappel** : { $rule }.
        [removed] **Une carte a été retirée.** La règle : { $rule }. { $voice ->
                [vous] Vous pouvez la réécrire autrement.
               *[tu] Tu peux la réécrire autrement.
            }
        [paused] **Une pause jusqu’au { $until }** : { $features }. La règle : { $rule }. { $voice ->
                [vous] Ce qui est à vous reste là, et vous pouvez toujours le retirer.
               *[tu] Ce qui est à toi reste là, et tu peux toujours le retirer.
            }
        [hidden] **{ $voice ->
                [vous] Votre présentation
               *[tu] Ta présentation
            } n’est plus visible**, et ne peut pas être republiée avant le { $until }. La règle : { $rule }.
       *[silenced] **Une exclusion temporaire de Discord**, jusqu’au { $until }. La règle : { $rule }.
    }
acts-about-me =
    ### Ce que l’équipe a décidé
    { $some ->
        [yes] Contre chaque décision, { $voice ->
                [vous] vous pouvez faire un recours
               *[tu] tu peux faire un recours
            }, une fois : quelqu’un d’autre tranche.
       *[no] Rien qui { $voice ->
                [vous] vous concerne.
               *[tu] te concerne.
            }
    }
offer-moderation-about_me = Voir pourquoi
offer-moderation-appeal = Faire un recours
restricted-feature = L’équipe a décidé d’une pause ici, jusqu’au { $until }. { $voice ->
        [vous] Le reste vous est ouvert, et vous pouvez retirer ce qui est à vous.
       *[tu] Le reste t’est ouvert, et tu peux retirer ce qui est à toi.
    }
restricted-profile = L’équipe a retiré cette présentation : elle ne peut pas être publiée avant le { $until }.

# Le recours

appeals-make = Faire un recours
appeals-form = Recours
appeals-form-said = Pourquoi cette décision n’est pas juste
    .hint = Quelqu’un d’autre de l’équipe, ou la personne référente, le lira et tranchera. Une seule fois.
appeals-unsaid = Il manque quelques mots, pour que quelqu’un puisse trancher.
appeals-once = Un recours a déjà été fait contre cette décision.
appeals-made = C’est transmis. Quelqu’un d’autre de l’équipe va trancher, et { $voice ->
        [vous] vous le saurez en privé. Si personne ne l’a pu, vous le saurez aussi.
       *[tu] tu le sauras en privé. Si personne ne l’a pu, tu le sauras aussi.
    }
appeals-state = -# { $state ->
        [waiting] Recours fait ; quelqu’un d’autre va trancher.
        [kept] Après recours, la décision tient.
       *[lifted] Après recours, la décision est levée.
    }
appeals-decided = { $decision ->
        [kept] Quelqu’un d’autre de l’équipe a lu { $voice ->
                [vous] votre recours
               *[tu] ton recours
            } : la décision tient.
       *[lifted] Quelqu’un d’autre de l’équipe a lu { $voice ->
                [vous] votre recours
               *[tu] ton recours
            } : la décision est levée. { $closed ->
                [yes] Une autre décision de l’équipe tient encore.
               *[no] { $act ->
                        [hidden] La présentation peut être republiée.
                        [removed] La carte peut être republiée.
                        [warned] Le rappel est retiré.
                       *[other] Tout est ouvert à nouveau.
                    }
            }
    }
appeals-undecided = { $voice ->
        [vous] Votre recours
       *[tu] Ton recours
    } (n° { $number }) attend toujours : personne d’autre que qui a décidé n’a pu trancher. Il reste ouvert. { $voice ->
        [vous] Vous pouvez aussi en parler
       *[tu] Tu peux aussi en parler
    } à l’association : { $contact }
appeals-line = Un recours attend quelqu’un (n° { $number }), { $since }. Pas la personne qui a pris la décision.
appeals-waits = Un recours (n° { $number }) attend que quelqu’un d’autre que la personne qui a décidé le lise. L’équipe n’a pas pu trancher : { $voice ->
        [vous] vous le pouvez.
       *[tu] tu le peux.
    }
appeals-open = Ouvrir le recours
appeals-title =
    ### Recours n° { $number }
    De { $person }
appeals-act = La décision, telle que la personne l’a lue :
appeals-said = Ce qu’elle en dit :
appeals-keep = La décision tient
appeals-lift = Lever la décision
appeals-decision = Le mot qui va avec
appeals-decision-word = Pourquoi, en quelques mots
    .hint = La personne le lira tel quel.
appeals-done = { $decision ->
        [kept] C’est noté : la décision tient.
       *[lifted] C’est noté : la décision est levée.{ $still ->
                [yes] { " " }Discord n’a pas levé l’exclusion temporaire : elle est à retirer sur la fiche de la personne.
               *[no] { "" }
            }
    }
appeals-told = -# Le bot le dit en privé à la personne, avec ce mot.
appeals-another = C’est { $voice ->
        [vous] votre décision
       *[tu] ta décision
    } : quelqu’un d’autre de l’équipe doit trancher. Au bout de trois jours ouvrés, la personne référente le peut aussi.
appeals-decided-already = C’est déjà tranché.
need-appeal = Le recours n° { $number } attend quelqu’un de l’équipe.

# Ne plus nous rapprocher

apart-about = -# { $voice ->
        [vous] Vous pouvez aussi, sans attendre et sans que personne le sache, ne plus être en contact par le bot avec la personne dont vous parlez.
       *[tu] Tu peux aussi, sans attendre et sans que personne le sache, ne plus être en contact par le bot avec la personne dont tu parles.
    }
apart-offer = Ne plus nous rapprocher
apart-done = C’est noté, et personne ne le saura : ni café, ni coup de main, ni mise en relation avec cette personne. Cela se défait dans { $voice ->
        [vous] votre liste.
       *[tu] ta liste.
    }
apart-list = Ma liste

# Dans « Prochains envois », et les données

due-moderation-appeal-line = Un recours qui attend l’équipe
due-moderation-appeal-waits = Un recours que personne n’a encore tranché
data-restrictions = Une pause décidée par l’équipe, jusqu’au { $until } : { $feature ->
        [introductions] les présentations
        [tips] les astuces
        [matchmaking] le café
        [prompts] les questions
        [warm_intros] les mises en relation
        [opportunities] les missions
        [deadlines] les échéances
        [profile] publier sa présentation
       *[other] les coups de main
    }.
data-partings = Deux personnes que le bot ne rapproche plus, par une décision de l’équipe.
data-appeals = Un recours, le { $at } : « { $said } »{ $has_decided_at ->
        [yes] { " " }· décidé le { $decided_at }
       *[no] { "" }
    }{ $has_word ->
        [yes] { " " }· « { $word } »
       *[no] { "" }
    }
