# De quoi commencer à parler, autour d’un café. « Vous », ce sont les deux ou trois personnes ensemble : la même phrase sert aux deux voix.

# Le métier, une façon de faire, un outil.
coffee-opener-craft-1 = Comment expliquez-vous vos métiers, en une phrase, à qui n’en a jamais entendu parler ?
coffee-opener-craft-2 = Quel outil sortez-vous en premier pour vous mettre au travail, carnet compris ?
coffee-opener-craft-3 = Quel est le projet le plus inattendu pour lequel on vous ait demandé un coup de main ?
coffee-opener-craft-4 = Quelle idée reçue sur vos métiers aimeriez-vous ne plus jamais entendre ?
coffee-opener-craft-5 = À cause de vos métiers, quel détail vous saute aux yeux partout ?
coffee-opener-craft-6 = Que faites-vous encore à la main alors qu’un logiciel pourrait s’en charger ?
coffee-opener-craft-7 = Par quoi commencez-vous quand la page est blanche et que tout reste à faire ?
coffee-opener-craft-8 = Quel mot de votre jargon mériterait de passer dans la langue courante ?
coffee-opener-craft-9 = Quel réflexe avez-vous emprunté à un tout autre métier ?
coffee-opener-craft-10 = Quelle partie de votre travail feriez-vous un dimanche de pluie, juste pour le plaisir ?
coffee-opener-craft-11 = Quelle question posez-vous toujours avant d’accepter un travail ?
coffee-opener-craft-12 = Y a-t-il une phrase de client, drôle ou bien trouvée, qui vous est restée en tête ?
coffee-opener-craft-13 = Si l’on vous regardait travailler pendant une heure, qu’est-ce qui étonnerait le plus ?
coffee-opener-craft-14 = Quel savoir-faire voisin du vôtre aimeriez-vous apprendre ?

# La région, les lieux où l’on travaille, les trajets, les réseaux d’ici.
coffee-opener-place-1 = Quel est le meilleur endroit du coin pour un premier rendez-vous de travail ?
coffee-opener-place-2 = Qu’y a-t-il de l’autre côté de la fenêtre, là où vous travaillez ?
coffee-opener-place-3 = Quand quelqu’un vient de loin, quel lieu de la région lui montrez-vous d’abord ?
coffee-opener-place-4 = Quelle route ou quel sentier d’ici vaut le détour, rien que pour le paysage ?
coffee-opener-place-5 = Où travaillez-vous le mieux : chez vous, au café, en coworking, dans le train ?
coffee-opener-place-6 = Quel événement local à venir vous donnerait envie d’y aller à plusieurs ?
coffee-opener-place-7 = De quel réseau ou groupe du coin avez-vous entendu dire du bien ?
coffee-opener-place-8 = Quelle entreprise ou association d’ici gagnerait à être connue ?
coffee-opener-place-9 = Quelle expression d’ici étonne toujours quand on vient d’ailleurs ?
coffee-opener-place-10 = Quel coin de la région aimeriez-vous mieux connaître ?
coffee-opener-place-11 = Quel produit d’ici offririez-vous pour donner envie de venir ?
coffee-opener-place-12 = Quand le travail vous emmène loin, que faites-vous pendant le trajet ?
coffee-opener-place-13 = Quel objet emportez-vous toujours pour travailler ailleurs que d’habitude ?
coffee-opener-place-14 = Si vous ouvriez ensemble un tiers-lieu par ici, où serait-il ?

# Léger, humain, vite répondu.
coffee-opener-light-1 = Café, thé, chocolat, ou tout autre chose pour se mettre en route ?
coffee-opener-light-2 = À dix ans, quel métier vouliez-vous faire ?
coffee-opener-light-3 = Quelle chanson mettez-vous pour bien commencer la semaine ?
coffee-opener-light-4 = Quel est le dernier livre, film ou podcast que vous avez recommandé ?
coffee-opener-light-5 = Quel objet n’a rien à faire là où vous travaillez, et y reste pourtant ?
coffee-opener-light-6 = Quel plat pourriez-vous préparer les yeux fermés ?
coffee-opener-light-7 = Quand viennent vos meilleures idées : tôt le matin, tard le soir, sous la douche ?
coffee-opener-light-8 = De quel talent parfaitement inutile tirez-vous une petite fierté ?
coffee-opener-light-9 = Si l’on vous faisait cadeau d’une après-midi, qu’en feriez-vous ?
coffee-opener-light-10 = Quelle petite chose vous a fait sourire cette semaine ?
coffee-opener-light-11 = Franchement, combien d’onglets avez-vous ouverts en ce moment ?
coffee-opener-light-12 = Quel mot aimez-vous prononcer, sans aucune raison ?
coffee-opener-light-13 = Quel animal vous rend visite pendant que vous travaillez, mouches comprises ?
coffee-opener-light-14 = Quelle question aimeriez-vous qu’on vous pose plus souvent ?
