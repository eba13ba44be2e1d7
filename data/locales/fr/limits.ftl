# Trop d’un coup, ou trop tôt : jamais un reproche, toujours quand réessayer.
limits-wait =
    Doucement, cela fait beaucoup d’un coup. { $voice ->
        [vous] Vous pouvez
       *[tu] Tu peux
    } recommencer { $when } ; rien de ce qui était écrit n’est perdu.
limits-links-first-day =
    Pour éviter la publicité, un lien ne peut être publié que le lendemain de l’arrivée : { $when }. D’ici là, le texte est bienvenu sans le lien ; il est gardé, il suffit de le corriger.
