# Les mots que le bot écrit à une seule personne.

letters-later = Plus tard
letters-never = Ne plus me proposer
letters-taken = C’est pris, merci.
letters-taken-what =
    > { $what }
    C’est pris, merci.
letters-over = Ce n’est plus d’actualité, merci.
letters-erased = Ce message parlait de ce qui a été effacé.
letters-gone = Ce n’est plus là : ce dont parlait ce message a été effacé. Pour repartir de zéro : { $aide }, sur le serveur.
letters-thread = Un mot en privé
letters-put-off = -# { $again ->
        [yes] D’accord, plus tard : pas avant une semaine.
       *[no] D’accord. On en reste là.
    }
letters-refused = -# C’est noté, plus rien de ce genre : { $purpose }. Pour revenir là-dessus : { $where }
letters-answered = C’est déjà noté, il n’y a rien d’autre à faire.
letters-somebody-elses = Ce bouton n’est que pour la personne à qui ce mot est adressé.

# Dans « Prochains envois » et les messages à l’équipe : ni qui, ni quoi.
due-kernel-letters = Un mot à une personne, en privé
due-kernel-unheld-letters = Un mot à une personne, en privé, même quand les envois sont suspendus
due-kernel-tidy-letters = Le rangement des mots envoyés
