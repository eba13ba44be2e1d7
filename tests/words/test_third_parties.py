"""What leads to a person is found wherever it stands, and what names nobody passes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from bot.people.catalogue import Catalogue
from bot.settings import CODE_DATA
from bot.words.name_lists import EVERYDAY, FAMILY, GIVEN
from bot.words.text import key
from bot.words.third_parties import amounts, check_names_nobody, what_betrays

CATALOGUE = Catalogue.load(CODE_DATA / "trades.toml", CODE_DATA / "zones.toml")
KNOWN = CATALOGUE.known_names
TOWNS = sorted({town for zone in CATALOGUE.zones.values() for town in zone.towns})
TRADES = sorted({trade.names["fr"] for trade in CATALOGUE.trades.values()})
GIVEN_NAMES = st.sampled_from(sorted(name for name in GIVEN if len(name) > 2))
SURE_NAMES = st.sampled_from(sorted(GIVEN - EVERYDAY))
FAMILY_NAMES = st.sampled_from(sorted(FAMILY))
SENTENCES = st.sampled_from(
    [
        "{}",
        "mon amie {}",
        "{}, notaire à Laval",
        "un avocat ({})",
        "Je connais {}.",
        "écrire à {} de ma part",
        "chez {}",
    ]
)


def found(text: str) -> str | None:
    """What kind of thing betrays somebody in a text."""
    betrayal = what_betrays(text, KNOWN)
    return None if betrayal is None else betrayal.kind


@pytest.mark.parametrize(
    "text",
    """
    un avocat en droit du travail|quelqu’un à la CCI|quelqu'un à la CCI|un imprimeur à Laval|une salle à Château-Gontier
    La Roche-sur-Yon|LA ROCHE-SUR-YON|le Crédit Agricole|Pays de la Loire|la Banque Populaire Grand Ouest|Radio France
    Un imprimeur qui fait du riso|Quelqu’un à La Poste|Un éditeur de BD. Petit tirage.|Avocat fiscaliste|Un Notaire
    Julien|mon voisin Julien|julien graphiste à laval|Ma cousine Marie travaille à la préfecture|Rose
    un élu au Conseil départemental|la Chambre de Métiers et de l’Artisanat|quelqu’un de l’Ordre des Architectes
    un développeur React Native|formatrice Adobe Illustrator|Un expert Power BI|Visual Studio Code|Node.js|ASP.NET
    le lycée Marie Curie|la salle Jean Moulin|rue Victor Hugo à Rennes|un prof à l’université Jean Monnet
    un maître d’œuvre|un maître nageur|Mme la maire|M. le maire|Madame la Préfète|un docteur en biologie
    un tailleur de pierre|la Marine Nationale|un commercial chez Leroy Merlin|le Mans|un loueur à La Trinité-sur-Mer
    a lawyer in New York|someone at the town hall|On Wednesdays, a baker|an accountant in Le Mans
    UN AVOCAT A LAVAL|Plan B. Ensuite on verra|Me voici|Angers Loire Métropole|Médecins Sans Frontières
    20 ans d’expérience|ouvert depuis 2014, 35 h par semaine|entre le 01/02/2026 et le 15/03/2026|53000 Laval
    du Charlotte Perriand|une styliste chez Marie Claire|a Marie Curie nurse|une concession Renault Trucks
    Cabinet Martin et associés
    un conseiller Bpifrance Création|un bureau d’études Génie Climatique|les Beaux Arts de Rennes|Notre Dame de Bon Port
    un Maître Composteur|un monsieur charmant|l’avocate Rose|le notaire de Laval|la famille de Julien|un docteur sympa
    le 01/02/2026 10 h|10 000 à 20 000 abonnés|2024 2025 2026|du 12 au 14 janvier|C#2023|un budget de 12 000 euros
    """.strip()
    .replace("\n", "|")
    .split("|"),
)
def test_kinds_of_people_and_places_name_nobody(text: str) -> None:
    assert what_betrays(text.strip(), KNOWN) is None


@pytest.mark.parametrize(
    "text",
    """
    Jean-Michel Durand|Mme Le Goff|Maître Dupont|mme durand|jean dupont|JEAN DUPONT|DUPONT Jean|Durand Michel|M. Dupont
    m. dupont|monsieur dupont|avocate, Me Le Bihan|docteur martin|Dr. House|Madame Kerbrat|mon voisin Julien Kervella
    mon ami Zéphyrin Kerbrat|Zéphyrin Kerbrat|marie kerbrat|Anne-Sophie Le Bris|Anne de Bretagne|Jean d’Ormesson
    J. Dupont|J.-M. Dupont|Dupont J.|Fatoumata Diallo|Mohamed Benali|Marie Charpentier, notaire|chez Jean Dupont
    l’avocate Kerbrat|le fils Kerbrat|dr kerbrat à laval|monsieur kerbrat|JP Durand|J.P. Durand|Maître Kerbrat
    le cabinet Durand Martin|Nguyen Thi|Rose Durand|pierre dupont|M. Jean-Luc Martin|Maître Anne Le Gall
    """.strip()
    .replace("\n", "|")
    .split("|"),
)
def test_a_full_name_is_seen(text: str) -> None:
    assert found(text.strip()) == "name"


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            "email",
            "jean@gmail.com|j.d+pro@orange.fr|jean @ free.fr|jean (at) gmail.com|jean arobase gmail point com",
        ),
        ("email", "jeanne@gmail"),
        ("phone", "06 12 34 56 78|0612345678|06.12.34.56.78|06-12-34-56-78|02/43/12/34/56|06 123 456 78|0612 345 678"),
        ("phone", "+33 6 12 34 56 78|0033612345678|+33 (0)6 12 34 56 78|6 12 34 56 78|zéro six douze trente-quatre"),
        ("phone", "+32 475 12 34 56|0475 12 34 56|0475/12.34.56|02 123 45 67|071 12 34 56"),
        ("phone", "+41 79 123 45 67|079 123 45 67|022 345 67 89"),
        ("phone", "514-555-1234|(514) 555-1234|+1 514 555 1234|1-418-555-1234|418.555.1234|4185551234"),
        (
            "handle",
            "@jdupont|voir @jean.dupont|<@123456789012345678>|jean#1234|insta : jean_dup|Discord: jean.d",
        ),
        ("handle", "insta jeanne_k|jeanne_k sur insta"),
        ("link", "https://exemple.fr/jean|www.jean.fr|jean-dupont.fr|linkedin.com/in/jean|linktr.ee/jean|Kerbrat.bzh"),
    ],
)
def test_what_leads_to_somebody_is_seen(kind: str, texts: str) -> None:
    for text in texts.split("|"):
        for sentence in ("{}", "Un imprimeur à Laval, {}", "{} (le soir)"):
            assert found(sentence.format(text)) == kind, text


@given(
    st.sampled_from(sorted(GIVEN - EVERYDAY)),
    GIVEN_NAMES,
    FAMILY_NAMES,
    SENTENCES,
    st.sampled_from(["", "Le ", "de "]),
    st.booleans(),
)
def test_a_first_name_and_a_family_name_are_a_name(
    first: str, second: str, family: str, sentence: str, particle: str, double: bool
) -> None:
    given_ = f"{first.title()}-{second.title()}" if double else first.title()
    for said in (f"{given_} {particle}{family.title()}", f"{given_} {particle}{family.upper()}"):
        betrayal = what_betrays(sentence.format(said), KNOWN)
        assert betrayal is not None
        assert betrayal.kind == "name"
        assert given_ in betrayal.found


@given(GIVEN_NAMES, st.sampled_from(sorted(FAMILY - EVERYDAY - GIVEN)))
def test_small_letters_hide_no_frequent_name(first: str, family: str) -> None:
    assert found(f"mon voisin {first} {family}") == "name"
    assert found(f"MON VOISIN {first.upper()} {family.upper()}") == "name"


@given(st.sampled_from("Mme,Mlle,M.,Monsieur,Madame,Maître,Dr,Me".split(",")), FAMILY_NAMES, SENTENCES)
def test_a_word_of_courtesy_before_a_name_is_a_name(title: str, family: str, sentence: str) -> None:
    assert found(sentence.format(f"{title} {family.title()}")) == "name"


@given(GIVEN_NAMES)
def test_one_first_name_alone_is_nobody_in_particular(first: str) -> None:
    for sentence in ("{}", "mon voisin {}", "{} qui fait des sites", "un imprimeur, {}", "le frère de {} à Laval"):
        assert what_betrays(sentence.format(first.title()), KNOWN) is None


@given(st.sampled_from(TRADES), st.sampled_from(TOWNS), st.booleans())
def test_trades_and_towns_name_nobody(trade: str, town: str, capital: bool) -> None:
    said = trade[:1].upper() + trade[1:] if capital else trade.lower()
    for sentence in ("{} à {}", "{}, {}", "{} vers {}", "quelqu’un qui fait : {} ({})"):
        assert what_betrays(sentence.format(said, town), KNOWN) is None
    assert what_betrays(town, KNOWN) is None


@given(st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1, max_size=12), st.data())
def test_any_address_is_seen(who: str, data: st.DataObject) -> None:
    where = data.draw(st.sampled_from(["gmail.com", "orange.fr", "mail.dupont.bzh", "swisscom.ch"]))
    assert found(f"un avocat, {who}@{where}") == "email"


@given(st.integers(1, 9), st.integers(0, 10**8 - 1), st.sampled_from(["", " ", ".", "-", " . ", "\u202f"]))
def test_any_french_number_is_seen_however_it_is_spaced(zone: int, rest: int, gap: str) -> None:
    pairs = [f"0{zone}", *re.findall("..", f"{rest:08d}")]
    assert found(f"le soir : {gap.join(pairs)}") == "phone"
    assert found(f"+33{gap}{zone}{gap}{gap.join(pairs[1:])}") == "phone"


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28), st.sampled_from("/.-"), st.integers(0, 23))
def test_a_date_and_an_hour_are_no_number(year: int, month: int, day: int, mark: str, hour: int) -> None:
    assert found(f"le {day:02d}{mark}{month:02d}{mark}{year} à {hour} h") is None
    assert found(f"{day:02d}{mark}{month:02d}{mark}{year} {hour} h") is None


@given(st.text(max_size=120))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    betrayal = what_betrays(text, KNOWN)
    assert betrayal is None or (betrayal.found and betrayal.found in text)


@given(GIVEN_NAMES, st.sampled_from(TOWNS), FAMILY_NAMES)
def test_the_lists_are_written_as_names_are_compared(first: str, town: str, family: str) -> None:
    assert key(first) == first
    assert key(family) == family
    assert key(town) in KNOWN


def test_a_refusal_shows_what_was_found() -> None:
    check_names_nobody("un avocat en droit du travail", KNOWN)
    with pytest.raises(Refusal) as refused:
        check_names_nobody("un avocat, Maître Dupont, à Laval", KNOWN)
    assert refused.value.key == "third-party-name"
    assert refused.value.values == {"found": "Maître Dupont"}


@pytest.mark.parametrize(
    "text",
    "450 €/j|TJM 400|mon tjm|400 par jour|350/j|300 HT|1 500 euros|$500|500 CHF|50€ de l’heure|80 € la page"
    "|taux journalier|500k€|300 balles|2 000 dollars|35 de l’heure|1,5k€|je le fais en euros".split("|"),
)
def test_a_price_is_seen(text: str) -> None:
    assert amounts(f"Bonjour, {text} et c’est bon")


@pytest.mark.parametrize(
    "text",
    "2 jours par semaine|dispo 3 jours|24h/24 et 7j/7|10 ans d’expérience|en 2026|4K|10k abonnés|3 articles par mois"
    "|bénévole|le 12 janvier à 14 h|livraison sous 15 jours|2 h de visio|50 % du temps|européen|100 pages".split("|"),
)
def test_time_and_quantity_are_no_price(text: str) -> None:
    assert not amounts(text)
