"""People who don't exist: profiles made with a seed from the trades and zones that come with the bot.

Sentences are put together as members write them: an activity in their own words, for whom, where, the name of their business, a
slip of the finger now and then. Names of businesses and towns make a vocabulary of several thousand words, as real ones do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from bot.people import members
from bot.people.catalogue import Catalogue, Trade, Zone
from bot.people.members import Profile
from bot.settings import CODE_DATA
from bot.storage.association import Association
from bot.storage.database import Connection
from bot.ui.house import House
from cogs.introductions import posts, rules
from tests.bench.transport import FIRST_MEMBER

NOW: Final = 1_767_225_600

CATALOGUE: Final = Catalogue.load(CODE_DATA / "trades.toml", CODE_DATA / "zones.toml")

_SENTENCES: Final = (
    "Je fais {a}, surtout pour {who}",
    "J’accompagne {who} : {a}, {b}",
    "{a} et {b} pour {who}, {how}",
    "Chez {firm}, on s’occupe de {a} pour {who} autour de {town}",
    "Indépendant depuis {year} : {a}, {b} et {c}",
    "Je prépare {thing} avec {who}, {how}. Mon métier : {a}",
    "{firm}, c’est {a} à {town}, {how}",
    "Après {years} ans en {sector}, je me suis mis à mon compte : {a}",
    "{a}, {b} ; en ce moment {thing} pour {who}",
    "J’aide {who} à avancer sur {thing}, {how}",
)
_WHO: Final = tuple(
    "les artisans|les petites entreprises|les associations|les collectivités|les commerçants du centre-ville|les agriculteurs"
    "|les professions libérales|les musées|les festivals|les écoles|les lycées|les particuliers|les jeunes parents|les architectes"
    "|les vignerons|les boulangeries|les coopératives|les startups|les industriels|les hôteliers|les restaurateurs|les mairies"
    "|les thérapeutes|les éditeurs|les compagnies de théâtre|les clubs sportifs|les fondations|les bibliothèques|les libraires"
    "|les offices de tourisme|les maraîchers|les brasseries|les menuisiers|les paysagistes|les pharmacies|les cabinets dentaires"
    "|les notaires|les agences immobilières|les créatrices de mode|les podcasteurs|les ONG|les bailleurs sociaux".split(
        "|"
    )
)
_HOW: Final = tuple(
    "sans jargon|au forfait|à distance ou sur place|en toute confiance|pas à pas|avec beaucoup d’écoute|dans des délais tenus"
    "|avec des matériaux locaux|du croquis à la livraison|en binôme avec une consœur|à vélo quand c’est possible"
    "|depuis un petit atelier partagé|en français et en anglais|en breton aussi|pour des budgets modestes|avec humour"
    "|sur devis gratuit|par demi-journées|le soir et le week-end|en logiciel libre|de la stratégie au suivi".split("|")
)
_THINGS: Final = tuple(
    "un site vitrine|une campagne d’affichage|leur bilan annuel|un dossier de subvention|une exposition itinérante"
    "|une boutique en ligne|un catalogue|leur communication de crise|un rapport d’activité|des ateliers d’écriture"
    "|une refonte d’identité|un plan de financement|leur recrutement|une vidéo de présentation|un audit d’accessibilité"
    "|un salon professionnel|la rénovation d’une grange|un livre de cuisine|une visite guidée|un parcours de formation"
    "|leur facturation électronique|un jeu de société|la signalétique d’un parc|une enquête de terrain|une traduction juridique"
    "|leur présence sur les réseaux|un prototype|la reprise d’un commerce|un inventaire|un mariage|une fresque".split(
        "|"
    )
)
_OFFERS: Final = tuple(
    "relire un devis|un regard sur un site|prêter mon studio|une heure de conseil|un café à {town}|relecture de contrats"
    "|prêt de matériel photo|mes contacts dans le bâtiment|un bureau les mardis|tester une application|traduire une page"
    "|conseils sur {a}|un coup de main en {a}|partager mes modèles de factures|parrainer une installation|covoiturage vers {town}"
    "|une remorque|initiation à {a}|échanger sur {thing}|mise en relation avec {who}|l’atelier de {firm}".split("|")
)
_SEEKS: Final = tuple(
    "une comptable|un bureau partagé|des clients à {town}|un associé|quelqu’un en {a}|un imprimeur|un photographe"
    "|des conseils de tarifs|une salle|un apporteur d’affaires".split("|")
)
_SECTORS: Final = ("banque", "industrie", "mairie", "presse", "édition", "grande distribution", "hôpital", "agence")
_SYLLABLES: Final = tuple(
    "bar bel ber bou bra bru cal cha clo cor cra del dou du fau fer flo fon gar gli gou gra jar la lau lis lou mar mel mi mon"
    " mou nar no pan per pla plu pom pra ram ri ros sar sau sol ta tel ter tou tra val var ver vi vol".split()
)
_ENDINGS: Final = tuple("elle ine on ette eau ier ane ois ard iche ole ure ange aie ou i o".split())


def profiles(count: int, *, seed: int = 53) -> Iterator[Profile]:
    """`count` different people, the same for the same seed."""
    chance = Random(seed)
    trades, zones = list(CATALOGUE.trades.values()), list(CATALOGUE.zones.values())
    weights = [1 / (rank + 3) for rank in range(len(trades))]
    for number in range(count):
        (trade,) = chance.choices(trades, weights)
        yield _profile(chance, FIRST_MEMBER + number, trade, zones[min(int(chance.expovariate(0.08)), len(zones) - 1)])


async def fill(house: House, association: Association, count: int) -> list[Profile]:
    """Give an association `count` members who introduced themselves; who they are."""
    made = list(profiles(count))
    for start in range(0, count, 500):
        async with association.transaction() as db:
            for profile in made[start : start + 500]:
                await members.accept_notice(db, profile.member_id, NOW)
                await store(house, association, db, profile)
    return made


async def store(house: House, association: Association, db: Connection, profile: Profile) -> None:
    """What publishing an introduction writes about a person: the profile, and its entry in the search index."""
    await members.save_profile(db, profile)
    await posts.make_findable(house, association, db, profile)


def _profile(chance: Random, member_id: int, trade: Trade, zone: Zone) -> Profile:
    said = _Speech(chance, trade, zone)
    return Profile(
        member_id=member_id,
        what=said.one_of(_SENTENCES)[: rules.WHAT],
        trade=trade.id,
        zone=zone.id,
        question="Comment fixez-vous un acompte ?" if chance.random() < 0.3 else "",
        offers=tuple(dict.fromkeys(said.one_of(_OFFERS) for _ in range(chance.randint(0, 4)))),
        seeks=tuple(dict.fromkeys(said.one_of(_SEEKS) for _ in range(chance.randint(0, 2)))),
        shown=True,
        updated_at=NOW,
    )


class _Speech:
    """One person's way of saying things."""

    def __init__(self, chance: Random, trade: Trade, zone: Zone) -> None:
        self._chance = chance
        self._own = trade.words or (trade.names["fr"],)
        self._town = chance.choice(zone.towns or (zone.names["fr"],))
        self._firm = _firm(chance)

    def one_of(self, templates: Sequence[str]) -> str:
        """A sentence or a phrase, with the person's own words in it."""
        chance = self._chance
        words = chance.sample(self._own, k=min(3, len(self._own))) * 3
        said = chance.choice(templates).format(
            a=words[0],
            b=words[1],
            c=words[2],
            who=chance.choice(_WHO),
            how=chance.choice(_HOW),
            thing=chance.choice(_THINGS),
            sector=chance.choice(_SECTORS),
            town=self._town,
            firm=self._firm,
            year=chance.randint(1995, 2026),
            years=chance.randint(2, 30),
        )
        return _slip(chance, said) if chance.random() < 0.1 else said


def _firm(chance: Random) -> str:
    name = "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2)))) + chance.choice(_ENDINGS)
    return f"{chance.choice(('Atelier', 'Studio', 'Maison', 'Cabinet'))} {name.title()}"


def _slip(chance: Random, said: str) -> str:
    """Two neighbouring letters changed places."""
    at = chance.randrange(1, len(said) - 2)
    return said if " " in said[at : at + 2] else said[:at] + said[at + 1] + said[at] + said[at + 2 :]
