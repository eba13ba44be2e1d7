"""Names that people here carry, and words that begin with a capital without being anybody's name. Each as
`bot.words.text.key` writes it, one a word.

Nobody is looked up here: the lists only tell "Julien Kervella" from "Banque Populaire". A name that is missing is
mostly seen by its shape; one that is also an everyday word stands in `EVERYDAY` too, and needs its capital.
"""

from __future__ import annotations

from typing import Final

GIVEN: Final = frozenset(
    """
    aaron abdel abdelkader abdou abel abigail achille adam adama adele adeline adil adrian adriana adrien agathe agnes
    ahmed aicha aida aime aimee alain alan alban albane albert alberto alejandro aleksandra alex alexandra alexandre
    alexia alexis alfred ali alice alicia aline alison alix aliya alizee allan alma alois aloys alphonse amadou
    amandine amaury ambre amel amelia amelie amin amina amine amir amira ana anais anas anastasia anatole andre andrea
    andreas andree andrew andy ange angel angela angele angelina angelique anita ann anna annabelle anne annette annick
    annie anouk anselme anthony antoine antoinette antonin antonio anya apolline ariane arianne ariel arlette armand
    armande armel armelle arnaud arthur asma assia astrid aubin aude audrey auguste augustin aurelia aurelie aurelien
    aurore axel axelle aya aymeric ayoub azzedine baptiste barbara barnabe barthelemy basile bastien baudouin beatrice
    benedicte benjamin benoit berengere berenice bernadette bernard berthe bertille bertrand bettina bilal blaise
    blanche blandine boris boubacar brahim brandon brendan brice brieuc brigitte bruno bryan camelia camila camille
    candice capucine carine carl carla carlos carmen carole caroline cassandra catherine cecile cedric celeste celestin
    celia celine chantal charlene charles charlie charline charlotte chiara chloe christel christelle christian
    christiane christina christine christophe christopher claire clara clarisse claude claudette claudia claudie
    claudine clea clelia clemence clement clementine cleo clotilde clovis colette colin coline constance constant
    constantin cora coralie corentin corinne cornelia cosette cyprien cyrielle cyril cyrille dalila damien dan daniel
    daniela daniele danielle danny daphne david dayane deborah delphine denis denise desire diana diane didier diego
    dimitri djamel djibril dominique donatien donovan dorian doriane dorothee driss dylan edgar edith edmond edouard
    eduardo edwige eleanor elena eleonora eleonore eli elia elian eliane elias elie eliette elina eline eliot eliott
    elisa elisabeth elise elizabeth ella ellen elliot elodie eloi eloise elsa elvire emeline emeric emerick emile
    emilia emilie emilien emma emmanuel emmanuelle emmy enora enzo eric erica erick erik erika erin ermeline ernest
    erwan erwann esperance esteban estelle esther ethan etienne eugene eugenie eva evan evelyne ewen fabien fabienne
    fabio fabiola fabrice fadila faiza fannie fanny faouzi farah farid farida fatiha fatima fatou fatoumata faustine
    felicie felicite felix ferdinand fernand fernande fernando fiona firmin flavie flavien flora florence florent
    florentin florian floriane florie florine francesco francine francis franck francois francoise frank fred frederic
    frederique gabin gabriel gabriela gabriele gabrielle gael gaelle gaetan gaetane garance gaspard gaston gaultier
    gauthier gautier gemma genevieve geoffrey geoffroy george georges georgette gerald geraldine gerard germain
    germaine ghislain ghislaine gilbert gilberte gilda gildas gilles gina ginette giovanni gisele giulia gladys gontran
    gonzague gregoire gregory greta guenael guenaelle guilhem guillaume guillemette gustave guy gwenael gwenaelle
    gwendoline gwenola habib hadrien hakim halima hamid hamza hannah hans hassan hassane hector heidi helena helene
    helga heloise henri henriette henry herve hicham hilda hippolyte honore honorine houria hubert hugo hugues hussein
    ibrahim ibrahima ida idriss ignace igor ilan iliana ilona ilyes imane imran ines ingrid irene irina iris isaac
    isabella isabelle isaure iseult isidore ismael israel issa ivan ivana jack jackie jacky jacob jacqueline jacques
    jade jalil jamal james jamila jan jana jane janine jasmine jason jean jeanne jeannette jeannine jenna jennifer
    jenny jeremie jeremy jerome jessica jessie jessy jihane jim joachim joan joanna joao joaquim jocelyn jocelyne joe
    joel joelle joey johan johann johanna john johnny jonas jonathan jordan jorge jose josee joseph josephine josette
    joshua josiane josselin josue joy juan judith jules julia julian juliana julie julien julienne juliette justin
    justine kader kadiatou kais kamel karen karim karima karin karine karl katarina kate katell katia katy kelly ken
    kenza kenzo kevin khadija khaled khalid kilian killian kim klara klaus koffi lahcen laila lamia lana lara larissa
    latifa laura laure laureen laureline laurence laurene laurent laurette lauriane laurie lauryn lea leandre leandro
    leila lena lenny leo leon leona leonard leonardo leone leonie leonor leontine leopold leslie lia liam lila lilas
    lili lilia lilian liliane lily lina linda line lino lionel lisa lise lisette lison livia loan loane loic lois lola
    lorena lorenzo loris lou louane loubna louca louis louisa louise louison luc luca lucas luce lucette lucia lucie
    lucien lucienne lucile lucille ludivine ludovic luigi luis luka lukas luna lya lydia lydie lyna madeleine mado mael
    maeline maelle maelys maeva magali magalie magdalena maguy mahaut mahdi mahmoud maia maina malek malik malika malo
    mamadou manel manon manuel manuela mara marc marceau marcel marcelle marcello marco margaret margaux margot
    marguerite maria mariam mariama marianne marie mariella marielle marietta mariette marilyn marilyne marin marina
    marine mario marion marius marjolaine marjorie mark marlene marlon marta marthe martial martin martina martine mary
    maryline maryse maryvonne mateo mathias mathieu mathilde mathis mathurin matteo matthias matthieu mattia maud
    maurane maureen maurice mauricette max maxence maxime maximilien maya mayeul mederic medhi mehdi melanie melina
    meline melissa melissande melodie melvin mercedes meriem michael michel michele micheline michelle miguel mikael
    mila milan milena milo mina mireille miriam mohamed mohammed moise momo mona monica monique morgan morgane mouhamed
    mouna mounir mourad moussa mustapha mylene myriam nabil nabila nadege nadia nadine nadir naila naim nais najat nans
    nassim nassima natacha natalia natalie natasha nathalie nathan nathanael nawel nelly nelson nestor nicolas nicole
    nicolette nils nina nino noa noah noe noel noelie noelle noemie nolan nolwenn nora norbert nordine noura nouria
    oceane octave octavie odette odile odilon ofelia olga olive oliver olivia olivier omar ombeline ophelie oriane
    orianne oscar otto oumar owen pablo paloma pamela paola paolo pascal pascale pascaline patrice patricia patrick
    paul paula paulette paulin pauline pedro peggy perceval perla perrine peter petra philibert philippe philippine
    philomene pierre pierrette pierrick prosper prudence prune quentin rachel rachid rachida radia rafael raissa ralph
    ramon ramona ramzi raoul raphael raphaelle rayan raymond raymonde rebecca regine regis reine remi remy renaud rene
    renee reynald rhea ricardo richard rita robert roberta roberto robin robinson rodolphe rodrigue roger roland
    rolande romain romaine romane romaric romeo romuald romy ronan rosa rosalie rosaline rose roselyne rosemonde rosine
    rozenn ruben rudy ruth ryan saad sabine sabrina sacha safia said saida salah salem salim salima salome salomon sam
    samantha sami samia samir samira samson samuel samy sandie sandra sandrine sandy sara sarah saskia saul savannah
    scott sean sebastian sebastien segolene selena selim selma serge sergio servane severine sheila sibylle sidonie
    siegfried sigrid siham silvia silvio simeon simon simone simonne sixtine soazig sofia sofiane solal solange solene
    solenn solenne soline sonia sonny sophia sophie soraya stan stanislas stefan stefania stella stephan stephane
    stephanie stephen steve steven sullivan suzanne suzette suzie svetlana swann sybille sylvain sylvaine sylvestre
    sylvette sylviane sylvie tamara tanguy tania tara tarek tatiana tea ted teddy teo teresa tess tessa thais thea theo
    theodora theodore theophile theotime therese thibaud thibault thibaut thierry thomas tiago tifanie tifany tifenn
    tiffany tim timeo timothe timothee timothy tina tino titouan tobias tom tomas tommy toni tony toussaint tristan
    tugdual ugo ulysse urbain ursula valentin valentina valentine valere valeria valerie valery vanessa vanina vera
    veronique vianney vicky victoire victor victoria victorine vincent viola violaine violette virgile virginia
    virginie viviane vivien vivienne vladimir wadi walid walter wassim wendy wilfrid wilfried will william willy xavier
    xaviere yacine yael yamina yan yanis yann yannick yannis yasmina yasmine yassine yavuz ylan yoan yoann yohan yohann
    yolaine yolande yoni youcef youri youssef yuna yvan yves yvette yvon yvonne zacharie zahra zakaria zara zelie zineb
    zita zoe zohra zora
    """.split()
)
"""First names."""

FAMILY: Final = frozenset(
    """
    adam albert allard alvarez andre antoine arnaud aubert aubry barbe baron barre barthelemy baudry baumann bazin
    beaulieu belanger benard benoit bergeron bernard berthelot bertin bertrand besnard besson bigot blanc blanchard
    blanchet blondel bodin bonneau bonnet bouchard boucher boudet bouquet bourdon bourgeois bousquet boutin bouvet
    bouvier boyer breton bruneau brunel brunet brunner buisson cadet camus carlier caron carpentier carre chapuis
    charles charrier chartier chauveau chauvet chauvin chevallier claes clement clerc cloutier cohen colas colin collet
    collin constant cordier cosnard coste cote coulon courtois cousin coutelle daniel david davy delage
    delahaye delarue delattre delaunay delmas descamps deschamps desmet devaux diallo dias diaz didier diop dube dubois
    dubreuil duchemin duchene dufour dufresne duhamel dumas dumont dupond dupont dupre dupuis dupuy durand dutheil
    duval etienne evrard fabre faure favre fernandes fernandez ferrand ferreira ferry fischer fleury fortin foucher
    fouquet fournier francois frei gagne gagnon gaillard garcia garnier gaudin gauthier gautier gay georges gerard
    gerber germain gervais gilbert gilles girard giraud girault godard gomes gomez goncalves gonzales gonzalez goossens
    gosselin grondin guerin guichard guilbert guillaume guillet guillon guillot guillou guyot hamel hamon hardy hebert
    henry hernandez herve hoarau huber hubert huet hugue humbert imbert jacob jacobs jacques jacquet jacquot janssens
    janvier jean joly joubert jourdan julien keller kerguelen kervella klein lacombe lacroix lafont lagarde lagrange
    lambert lamy langlois lapointe laporte laroche launay laurent lavoie lebas leblanc leblond lebon lebreton lebrun
    leclerc leclercq lecomte leconte leduc lefebvre lefevre lefort legendre leger legrand legros lejeune lelievre
    lemaire lemaitre lemoine lemonnier lenoir leroux leroy lesage levasseur leveque levesque levy lombard lopes lopez
    louis lucas maes mahe maillard mallet marechal marie marion marques martel martin martineau martinez martins marty
    masse masson mathieu maurice maurin maury meier menard mendes mercier mertens meunier meyer michaud michel millet
    mohamed monnier moreau morel moreno morin morvan moser moulin muller navarro ndiaye nguyen nicolas noel oliveira
    olivier ollivier ouellet paquette parent paris pascal pasquier payet peeters pelletier peltier pereira peres perez
    perret perrier perrin perrot petitjean philippe pichon pierre pineau poirier poisson pons poulain poulin prevost
    prigent prunier pujol quere raymond raynaud regnier remy renard renaud renault rey reynaud ribeiro richard riviere
    robert robin rochat roche rocher rodrigues rodriguez roger rolland roques rossi rousseau roussel rousset roussier
    roy royer ruiz salaun salmon samson sanchez santos sauvage schmid schmidt schmitt schneider seguin serre silva
    simard simon simonnet soulier sow steiner tanguy tessier texier thebault thibault thierry thomas tournier toussaint
    traore tremblay turpin vaillant valentin vallee vallet vasseur verdier vidal vigneron villain vincent voisin wagner
    weber weiss willems wilson wouters zimmermann
    """.split()
)
"""Family names that are frequent where people here live."""

EVERYDAY: Final = frozenset(
    """
    aime ambre ange aurore barre blanc blanche boucher bourgeois breton buisson cadet candice capucine carre cerise
    chevallier claire clement cloutier constance constant cordier coste courtois cousin desire espagnol esperance faiza
    felicite ferry fleury garance gay germain gilles hardy honore iris jade janvier jasmine jean jeanne joly joy
    julienne lagrange lilas line lombard louise luce lucie luna marechal marguerite marin marine martin masse max
    maxime melodie mercier meunier moulin noel olive ollivier oscar page parent paris pelletier perle perrier pierre
    poirier poisson pons prosper prudence prune reine renard riviere robin roche rocher romaine romane rose roy royer
    salmon sauvage serre sonny soulier tea theo tom vaillant vallee victoire vigneron vincent violette voisin will
    """.split()
)
"""Those that are words too: "la pierre blanche", "un voisin", "en juin à la Marine"."""

NOT_PEOPLE: Final = frozenset(
    """
    academie access actes adobe ads afpa after agence agricole airbnb amazon analytics android angular aout apple april
    assurance atlantique audio august autocad avril aws azure bancaire banque basic belge belgique blender bluesky bpi
    bretagne bretonne business caf caisse campus canva capcut cci centre cercle chambre chatgpt chrome cinema cite
    civil classroom cloud club cma code college com commerce communaute compta conseil consulaire cote coworking credit
    culture cut data davinci december decembre departement departemental departementale design dimanche direction
    discord django docker docs drive droit drupal eco ecole edition editions education effects emploi entreprise espace
    etat etsy europe european europeenne excel facebook famille february federation festival fevrier figma final
    firebase flutter foncier fondation formation francais francaise france friday gaming genially git github gitlab
    google grand grande groupe habitat haute hopital hubspot illustrator indesign insta instagram inter internet ionos
    january janvier java javascript jeudi journal journee judiciaire juillet juin july june jura kotlin lab laravel
    libre lightroom linkedin linux loire lundi mac magasin magento mai maif mailchimp mairie maison make malakoff
    manche march marche marches mardi marketing mars mastodon may mayenne media medias mercredi messenger meta metier
    metiers metropole microsoft midi ministere mode monday monde municipale mutuel mutuelle national nationale native
    next noel nord notion november novembre numerique nuxt october octobre odoo office open opera ouest outlook ovh
    paques paris parquet patrimoine pays pennylane photo photoshop php pinterest plan pme podcast pole police politique
    populaire poste power prefecture premiere presse prestashop pro production programme pub public publics publique
    python qgis quebec radio rails react region regional regionale republique reseau revit ruby saas sage salon samedi
    sans sante sarl sas sasu saturday sciences score scout securite senat september septembre service services shopify
    site social sociale societe sollicitation spotify sql square squarespace start stripe studio sud suisse suite
    sunday super svelte swift symfony syndicat systeme team teams tech theatre thursday tiktok tour tourisme trello
    tribunal tuesday twitch twitter union unity universite unreal urssaf val vendredi vie ville visio visual vue web
    webflow wednesday whatsapp windows wix word wordpress workspace xd youtube zapier zoom
    """.split()
)
"""What companies, tools, institutions and calendars are called. A run of capitals with one of these is no person's,
unless it begins with a first name."""

ROLES: Final = frozenset(
    """
    adjoint adjointe artisan artisane avocat avocate boulanger boulangere chef cheffe comptable conseiller conseillere
    directeur directrice gerant gerante juge maire medecin ministre nageur notaire oeuvre ouvrage ouvrages patron
    patronne prefet prefete president presidente procureur procureure professeur proviseur proviseure recteur rectrice
    responsable restaurateur secretaire
    """.split()
)
"""Who is spoken of with "M. le" or "Mme la", and what a "maître" may be of."""

OF_PLACES: Final = frozenset(
    """
    aeroport allee amphitheatre association avenue bibliotheque boulevard centre chemin cite clinique club college
    compagnie complexe cours ecole espace esplanade faubourg festival fondation gare gymnase hopital impasse institut
    ligue lycee mail maison mediatheque metro musee parc passage piscine place pont port prix promenade quai residence
    rue salle square stade station theatre tram universite villa zone
    """.split()
)
"""What is named after people who are nobody's neighbour: "la salle Jean Moulin", "le lycée Marie Curie"."""

FAMOUS: Final = frozenset(
    {
        "marie claire",
        "marie curie",
        "charlotte perriand",
        "beaux arts",
        "notre dame",
        "notre dame de bon port",
        "cabinet martin",
        "renault trucks",
        "genie climatique",
        "genie civil",
        "bpifrance creation",
        "maitre composteur",
    }
)
"""What reads like a full name and is a magazine, an institution, a style, a company."""
