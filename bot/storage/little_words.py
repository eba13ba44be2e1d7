"""Words of a query that say little about what is looked for. Without accents, as queries are compared."""

from __future__ import annotations

import re
from typing import Final

LITTLE: Final = frozenset(
    """a ai aide aider arrive arriver as au aurais aurait auriez aussi autre autres aux avaient avait avant avec
    avez avoir avons besoin bien bon bonjour bonne c ca ce cela ces cette cherche chercher chez combien comme
    comment connais connaissez connait contre d dans de deja demander depuis des dois doit du elle elles en encore
    entre es est et ete etes etre eu eux eviter faire fait falloir faut font gerer hors ici il ils j jamais je l la
    le les leur lors lui ma mais me meilleur meilleure merci mes mettre mieux moi mon n ne ni nos notre nous on ont
    ou par pas pendant peut peuvent peux plus pour pourquoi pourrais pourrait pourriez pouvez pouvoir pres puis qu
    quand que quel quelle quelles quelqu quelque quels qui quoi s sa sais sait sans savez savoir se sera ses si soi
    sommes son sont sous suis sur t ta te tes toi ton toujours tous tout toute toutes tres trop trouver tu un une
    utiliser va vais vers veut veux vos votre voudrais voulez vouloir vous y
    freelance freelances inde independant independante independantes independants
    about an and anyone are can could do does for from freelancer freelancers help how in is it knows many me much my
    near need of on or should someone the to us we what when where which who why with""".split()
)
"""Words of grammar and of asking, and those that hold for everybody here. They count only where there is nothing
else."""

_VERB: Final = re.compile(r"(?:[^i]er|ir|[eio]ndre)$")


def part(word: str) -> float:
    """How much of a word it is: a verb says what one wants to do rather than about what."""
    return 0.5 if _VERB.search(word) else 1
